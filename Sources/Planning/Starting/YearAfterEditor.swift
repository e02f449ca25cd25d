import Calendars
import Foundation
import PlanFiles
public import ScheduleModel

extension NewPlan {
  /// Next year's plan from this year's folder: the same text, comments and order kept, its days moved by a year, what ended
  /// replaced by its successor, and last year's results beside each line.
  ///
  /// Figures stay as they are until somebody decides: nothing is computed from what went out.
  /// - Parameters:
  ///   - year: Last year; its plan must be without errors.
  ///   - heading: The id is used where the old one has no year and names no successor.
  public static func after(
    _ year: StationYear, text: InputFile, _ heading: Heading, language: ReaderLanguage
  ) -> NewPlan {
    var year = year
    guard let plan = year.plan else {
      return NewPlan(refused: year.planFindings.filter { $0.severity == .error })
    }
    let results = year.resultsByLine(language)
    let beyond = (year.schedule()?.schedule.placements ?? []).filter { $0.timing.day >= plan.days.upperBound }
    var editor = YearAfterEditor(plan: plan, language: language, heading: heading)
    // Days alone are moved, and so must be those of ISO 8601; words stay words.
    let old = PlanReader.respelled(text.bytes, file: text.name) { $0.contains(/^\d{4}-\d\d|UNTIL=/) }
    editor.begin(with: String(decoding: old, as: UTF8.self), results: results)
    editor.applySuccessors()
    editor.moveClosedPins()
    editor.except(beyond)
    editor.putAsideQuotasWithoutOpenings()
    let made = NewPlan(
      editor.text, remarks: editor.remarks, decisions: editor.decisions, findings: [])
    guard let next = made.plan else { return made }
    let open = editor.decisions + editor.differences(next)
    let list = open.map { PlanText.comment("- " + $0[language]) }.joined()
    let head = PlanText.comment(
      Words(
        vi: "Lập từ kế hoạch năm \(plan.year). Cần quyết định:",
        en: "Made of the plan for \(plan.year). To be decided:")[
          language])
    return NewPlan(head + list + editor.text, remarks: editor.remarks, decisions: open)
  }
}

extension StationYear {
  /// What each line came to, in words.
  fileprivate mutating func resultsByLine(_ language: ReaderLanguage) -> [String: String] {
    guard let plan,
      let period = ReportingPeriod(.year, of: plan.year, profile: plan.usualProfile),
      let (tally, _) = tally(period)
    else { return [:] }
    let declared = consolidated(tally)?.consolidation
    // A log that ends before the year says what was done until then.
    let isOpen = tally.asOf.map { $0 < period.days.upperBound.advanced(by: -1) } ?? false
    let until = isOpen ? tally.asOf.map { Words(vi: "đến \($0.forPeople) ", en: " by \($0.forPeople)") } : nil
    var results: [String: String] = [:]
    for line in tally.lines {
      let planned = line.planned?.text(in: language) ?? "–"
      let isKnown = tally.knowsOutput && tally.isCounted(line, in: plan)
      let aired =
        isKnown
        ? Words(
          vi: "\(until?.vi ?? "")đã thực hiện \(line.airedInYear)",
          en: "\(line.airedInYear) done\(until?.en ?? "")")
        : declared?.lines.first { $0.line == line.line }.flatMap { $0.sum.reportedWords }
          ?? Words(vi: "không có nhật ký", en: "no log")
      results[line.line] =
        Words(
          vi: "Năm \(plan.year): giao \(planned), \(aired.vi)",
          en: "\(plan.year): planned \(planned), \(aired.en)")[
          language]
    }
    return results
  }
}

extension ConsolidatedSum {
  /// What the units reported, and how many of them did not; `nil` when none reported a figure.
  fileprivate var reportedWords: Words? {
    guard !quantities.isEmpty else { return nil }
    let silent = missing.count + withoutData.count
    func list(_ language: ReaderLanguage) -> String {
      quantities.map { $0.text(in: language) }.joined(separator: "; ")
    }
    let parts = partial.count
    let open = [
      silent > 0
        ? Words(vi: "\(silent) đơn vị chưa có số liệu", en: "\(counted(silent, "unit")) without a figure")
        : nil,
      parts > 0
        ? Words(
          vi: "\(parts) đơn vị báo cáo một phần kỳ", en: "\(counted(parts, "unit")) for part of the year")
        : nil,
    ].compactMap(\.self)
    func remark(_ language: ReaderLanguage) -> String {
      open.isEmpty ? "" : " (\(open.map { $0[language] }.joined(separator: ", ")))"
    }
    return Words(
      vi: "các đơn vị báo cáo \(list(.vietnamese))" + remark(.vietnamese),
      en: "the units reported \(list(.english))" + remark(.english))
  }
}

/// Edits the text of last year's plan.
struct YearAfterEditor {
  let plan: Plan
  let language: ReaderLanguage
  let heading: NewPlan.Heading
  var text = ""
  private(set) var remarks: [Words] = []
  private(set) var decisions: [Words] = []
  /// How many days went to the same day of the next year, and before which decision that is told.
  private var sameDays = (count: 0, told: 0)

  init(plan: Plan, language: ReaderLanguage, heading: NewPlan.Heading) {
    self.plan = plan
    self.language = language
    self.heading = heading
  }

  private var next: Int { heading.year }

  /// Notes what a person has to decide.
  mutating func decide(_ what: Words) { decisions.append(what) }

  /// The id of the new plan: the one that the old plan names, else the old one with the new year.
  private var nextID: String {
    if let successor = plan.successor { return successor }
    let moved = plan.id.replacing(String(plan.year), with: String(next))
    return moved == plan.id ? heading.id : moved
  }

  /// Takes the old text: results above each line, days moved, days of mourning and amendments taken out, a new head.
  ///
  /// - Parameter old: With every day as one of ISO 8601.
  mutating func begin(with old: String, results: [String: String]) {
    text = Self.withoutOldHead(old.replacing("\r\n", with: "\n"))
    let bytes = Array(text.utf8)
    guard var parts = PlanTextParts(bytes, file: "plan.yaml"),
      let placed = PlanReader.read(bytes, file: "plan.yaml").plan
    else { return }
    let off = moveBlackouts(placed, &parts)
    writeHead(&parts)
    for line in placed.lines {
      if let result = results[line.id] { parts.comment(result, above: line.place) }
    }
    decideAboutFigures()
    moveDays(&parts, except: off)
    dropAmendments(&parts)
    text = parts.edited
  }

  /// A text without what was to be decided when it was made itself.
  private static func withoutOldHead(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, ["# Lập từ ", "# Made of "].contains(where: first.hasPrefix) else {
      return text
    }
    return lines.dropFirst().drop { $0.hasPrefix("# - ") }.joined(separator: "\n")
  }

  private func writeHead(_ parts: inout PlanTextParts) {
    for value in parts.values where value.path.count == 1 && !value.isKey {
      switch value.path[0] {
      case "year": parts.change(value) { _ in "\(next)" }
      case "plan": parts.change(value) { _ in nextID }
      case "title":
        parts.change(value) { written in
          heading.title.map(PlanText.quoted) ?? movingYears(written)
        }
      default: break
      }
    }
    parts.remove(["revised", "successor"], of: [])
  }

  /// What a person has to decide about what is carried over as it is.
  private mutating func decideAboutFigures() {
    if plan.documents.contains(where: { $0.role == .plan }) {
      decisions.append(
        Words(
          vi: "documents còn là văn bản năm \(plan.year): thay bằng số, ngày của kế hoạch năm \(next).",
          en: "documents has those of \(plan.year): put the number and date of the plan for \(next) there."))
    }
    let reported = plan.lines.filter { $0.basis == .result }
    if !reported.isEmpty {
      decisions.append(
        Words(
          vi:
            "\(reported.count) chỉ tiêu ghi số của báo cáo năm \(plan.year) (basis: result): thay bằng số của kế hoạch mới và "
            + "bỏ basis: result.",
          en:
            "\(counted(reported.count, "line")) \(reported.count == 1 ? "has" : "have") figures of the report of \(plan.year) (basis: result): put those of the new plan "
            + "there and take basis: result out."))
    }
    if !plan.remarks.isEmpty {
      decisions.append(
        Words(
          vi: "remarks còn lời của báo cáo năm \(plan.year): viết lại hoặc bỏ.",
          en: "remarks has the words of the report of \(plan.year): write them anew or take them out."))
    }
    let dated = plan.lines.filter { $0.title.contains(String(plan.year)) }
    if !dated.isEmpty {
      let list = dated.map { "“\($0.title)”" }.joined(separator: ", ")
      decisions.append(
        Words(
          vi: "Tên chỉ tiêu còn nhắc năm \(plan.year): \(list).",
          en: "Titles that still name \(plan.year): \(list)."))
    }
    decisions.append(
      Words(
        vi: "Số giao (quota) còn như năm \(plan.year): sửa theo kế hoạch năm \(next) đã ký.",
        en: "The figures (quota) are those of \(plan.year): put those of the signed plan for \(next) there."))
  }

  /// A text with every year of the plan moved: “2025 - 2026” of a year that begins in July goes on to “2026 - 2027”.
  private func movingYears(_ text: String) -> String {
    let years = plan.days.lowerBound.year...max(plan.year, plan.days.upperBound.advanced(by: -1).year)
    return text.replacing(/\d+/) { match in
      guard match.output.count == 4, let year = Int(match.output), years.contains(year) else {
        return String(match.output)
      }
      return String(year + next - plan.year)
    }
  }

  /// Days off at Tết follow the moon; mourning is declared anew.
  ///
  /// - Returns: The paths of the days off that are settled.
  private mutating func moveBlackouts(_ placed: Plan, _ parts: inout PlanTextParts) -> [[String]] {
    var settled: [[String]] = []
    var mourning: [[String]] = []
    for blackout in placed.blackouts {
      guard let path = parts.path(at: blackout.place) else { continue }
      let isMourning =
        NationalCalendar.mourning(of: plan.year).contains { $0.days.overlaps(blackout.days) }
        || FoldedText(blackout.name).contains(FoldedText("quốc tang"))
      if isMourning {
        mourning.append(path)
        remarks.append(
          Words(
            vi: "“\(blackout.name)” không chuyển sang năm sau.", en: "“\(blackout.name)” is not carried over."
          ))
      } else if let old = NationalCalendar.newYearDays(of: plan.year), old.overlaps(blackout.days),
        let new = NationalCalendar.newYearDays(of: next)
      {
        let shift = old.lowerBound.distance(to: new.lowerBound)
        settled.append(path)
        for value in parts.values where value.isIn(path) {
          guard !value.isKey, let day = Self.day(of: value) else { continue }
          parts.change(value) { $0.replacing("\(day)", with: "\(day.advanced(by: shift))") }
        }
        let (from, through) = (blackout.days.lowerBound, blackout.days.upperBound.advanced(by: -1))
        let (newFrom, newThrough) = (from.advanced(by: shift), through.advanced(by: shift))
        decisions.append(
          Words(
            vi:
              "“\(blackout.name)” đã dời theo Tết năm \(next), từ \(from.forPeople)–\(through.forPeople) sang "
              + "\(newFrom.forPeople)–\(newThrough.forPeople): sửa theo thông báo nghỉ Tết.",
            en:
              "“\(blackout.name)” was moved with Tết \(next), from \(from.forPeople)–\(through.forPeople) to "
              + "\(newFrom.forPeople)–\(newThrough.forPeople): change it as the days off are announced."))
      }
    }
    if !mourning.isEmpty, mourning.count == placed.blackouts.count {
      parts.remove(["blackouts"], of: [], asComment: true)
    } else {
      let items = Set(mourning.compactMap(\.last))
      parts.remove(items, of: ["blackouts"], asComment: true)
    }
    return settled + mourning
  }

  /// Parts of a plan whose days tell when something was signed, or since when it exists.
  private static let dated: Set<String> = ["documents", "units", "remarks", "title", "revised", "successor"]

  /// Moves the days of the year by a year, those aside that tell when documents were signed and since when units exist.
  private mutating func moveDays(_ parts: inout PlanTextParts, except settled: [[String]]) {
    sameDays = (0, decisions.count)
    var leap = 0
    for value in parts.values {
      guard let top = value.path.first, !Self.dated.contains(top),
        !value.path.contains(where: { ["valid", "note", "amended"].contains($0) }),
        !settled.contains(where: value.isIn)
      else { continue }
      if value.isKey {
        moveMonth(value, &parts)
      } else if let day = Self.day(of: value), plan.months.index(of: day) != nil {
        let (moved, isSame) = sameDay(day)
        sameDays.count += 1
        if !isSame { leap += 1 }
        parts.change(value) { $0.replacing("\(day)", with: "\(moved)") }
      } else if value.path.last == "rule" {
        moveLastDay(of: value, &parts)
      }
    }
    if leap > 0 {
      decisions.append(
        Words(
          vi: "Ngày 29/02 không có trong năm \(next), đã ghi 28/02.",
          en: "\(next) has no 29 February; it is the 28th."))
    }
  }

  /// The last day of a rule (`UNTIL=20251130`) goes to the next year as well.
  private mutating func moveLastDay(of value: PlanTextParts.Value, _ parts: inout PlanTextParts) {
    guard let match = value.text.firstMatch(of: /UNTIL=(\d{4})(\d\d)(\d\d)/),
      let day = CivilDay(iso: "\(match.output.1)-\(match.output.2)-\(match.output.3)"),
      plan.months.index(of: day) != nil
    else { return }
    sameDays.count += 1
    let moved = "\(sameDay(day).day)".replacing("-", with: "")
    parts.change(value) { $0.replacing(match.output.0, with: "UNTIL=\(moved)") }
  }

  /// A month that is named with its year (`2025-07`).
  private func moveMonth(_ value: PlanTextParts.Value, _ parts: inout PlanTextParts) {
    guard value.text.wholeMatch(of: /\d{4}-\d\d/) != nil, plan.months.index(named: value.text) != nil,
      let year = Int(value.text.prefix(4))
    else { return }
    parts.change(value) {
      $0.replacing(value.text, with: "\(year + next - plan.year)\(value.text.dropFirst(4))")
    }
  }

  /// The same day so many years on; 29 February becomes the 28th.
  private func sameDay(_ day: CivilDay) -> (day: CivilDay, isSame: Bool) {
    let (year, month, number) = day.components
    let moved = year + next - plan.year
    if let same = CivilDay(year: moved, month: month, day: number) { return (same, true) }
    return (CivilDay(year: moved, month: month, day: number - 1) ?? day, false)
  }

  /// The day that a value is, with or without an hour; `nil` for any other text.
  private static func day(of value: PlanTextParts.Value) -> CivilDay? {
    value.text.wholeMatch(of: /(\d{4}-\d\d-\d\d)(?:[T ].*)?/).flatMap { CivilDay(iso: $0.output.1) }
  }

  /// What was decided within the year is the figure to begin with.
  private mutating func dropAmendments(_ parts: inout PlanTextParts) {
    let amended = parts.values.filter { $0.isKey && $0.path.count == 3 && $0.path[0] == "lines" }
      .filter { $0.path[2] == "amended" }.map { Array($0.path.dropLast()) }
    for line in amended { parts.remove(["amended"], of: line) }
    if !amended.isEmpty {
      decisions.append(
        Words(
          vi:
            "Quyết định điều chỉnh (amended) của năm \(plan.year) không chuyển sang: kiểm tra số giao của các chỉ tiêu đó.",
          en: "The amendments of \(plan.year) are not carried over: check the figures of these lines."))
    }
  }

  /// Fixed days on which nothing opens any more go to the same weekday, 52 weeks after the old day.
  mutating func moveClosedPins() {
    defer { tellSameDays() }
    let bytes = Array(text.utf8)
    guard let made = PlanReader.read(bytes, file: "plan.yaml").plan,
      var parts = PlanTextParts(bytes, file: "plan.yaml")
    else { return }
    let slots = Dictionary(grouping: GridExpansion.slots(of: made).slots, by: \.outlet)
    let closed = made.lines.flatMap { line in
      (line.placing?.pins ?? []).filter { pin in
        !line.outlets.ids.contains { outlet in
          slots[outlet, default: []].contains { $0.possibleDays.contains(pin.day) }
        }
      }
    }.compactMap { parts.path(at: $0.place) }
    var moved: [(old: CivilDay, new: CivilDay)] = []
    for value in parts.values where value.path.contains("pins") && !value.isKey {
      guard let day = Self.day(of: value), closed.contains(where: value.isIn) else { continue }
      let (year, month, number) = day.components
      guard let old = CivilDay(year: year - next + plan.year, month: month, day: number) else { continue }
      moved.append((old, old.advanced(by: 364)))
      parts.change(value) { $0.replacing("\(day)", with: "\(old.advanced(by: 364))") }
    }
    guard !moved.isEmpty else { return }
    sameDays.count -= moved.count
    text = parts.edited
    let list = moved.map { "\($0.old.forPeople) → \($0.new.forPeople)" }.joined(separator: ", ")
    decisions.append(
      Words(
        vi:
          "Ngày ấn định (pins) rơi vào ngày không có khung giờ đã dời sang cùng thứ trong tuần: xem lại (\(list)).",
        en:
          "Fixed days (pins) on which nothing opens were moved to the same weekday: look at them again (\(list))."
      ))
  }

  private mutating func tellSameDays() {
    let moved = sameDays.count
    guard moved > 0 else { return }
    decisions.insert(
      Words(
        vi: "\(moved) ngày đã dời sang cùng ngày, tháng năm \(next); thứ trong tuần đổi theo: xem lại.",
        en:
          "\(counted(moved, "day")) \(moved == 1 ? "was" : "were") moved to the same day of \(next); \(moved == 1 ? "its weekday" : "their weekdays") changed: look again."
      ), at: min(sameDays.told, decisions.count))
  }

  /// References to units and outlets that have ended are made to what followed them.
  mutating func applySuccessors() {
    let first = CivilDay.year(next).lowerBound
    let validities =
      plan.units.map { ($0.id, $0.name, $0.validity) } + plan.outlets.map { ($0.id, $0.name, $0.validity) }
    let byID = Dictionary(validities.map { ($0.0, $0.2) }, uniquingKeysWith: { first, _ in first })
    let used = Set(
      plan.lines.flatMap { line in
        [line.responsibility.lead, line.responsibility.producer, line.versions?.outlet].compactMap(\.self)
          + line.responsibility.support + line.outlets.ids
      } + plan.outlets.compactMap(\.owner))
    for (id, name, validity) in validities
    where (validity.through.map { $0 < first } ?? false) && used.contains(id) {
      var successor = validity.successor
      var steps = 0
      while let now = successor, let through = byID[now]?.through, through < first, steps < 10 {
        successor = byID[now]?.successor
        steps += 1
      }
      guard let successor, byID[successor] != nil else {
        decisions.append(
          Words(
            vi:
              "“\(name)” (\(id)) đã kết thúc và không có đơn vị, kênh kế thừa: thay ở các chỉ tiêu còn dùng.",
            en: "“\(name)” (\(id)) has ended and has no successor: replace it in the lines that name it."))
        continue
      }
      refer(id, to: successor)
      remarks.append(
        Words(vi: "“\(id)” được thay bằng “\(successor)”.", en: "“\(id)” is replaced by “\(successor)”."))
    }
  }

  /// Keys whose values name units and outlets.
  private static let references: Set<String> = [
    "producer", "producers", "lead", "leads", "owner", "parent", "outlet", "outlets", "support", "also-on",
    "relays", "sent-to", "units",
  ]

  private mutating func refer(_ id: String, to successor: String) {
    guard var parts = PlanTextParts(Array(text.utf8), file: "plan.yaml") else { return }
    for value in parts.values where !value.isKey && value.text == id {
      let key = value.path.last { Int($0) == nil } ?? ""
      // The first key of a plan's `outlets` and `units` is a thing itself.
      guard Self.references.contains(key), value.path.count > 2 else { continue }
      parts.change(value) { $0.replacing(id, with: successor) }
    }
    text = parts.edited
  }

  /// Figures that are not those in force last year: the text was written in a way that could not be carried over.
  func differences(_ made: Plan) -> [Words] {
    plan.lines.compactMap { line in
      guard let new = made.line(line.id), new.quota != line.quota else { return nil }
      let (now, was) = (new.quota?.text(in: .vietnamese) ?? "–", line.quota?.text(in: .vietnamese) ?? "–")
      return Words(
        vi: "“\(line.title)”: số giao trong tệp là \(now); số có hiệu lực năm \(plan.year) là \(was).",
        en: "“\(line.title)”: the figure in the file is \(now); the one in force in \(plan.year) was \(was).")
    }
  }
}
