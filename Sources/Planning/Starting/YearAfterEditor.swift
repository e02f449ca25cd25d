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
    let old = PlanReader.respelled(text.bytes, file: text.name)
    editor.begin(with: String(decoding: old, as: UTF8.self), results: results)
    editor.moveDays()
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
  private var lines: [String] = []

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

  /// Takes the old text: results above each line, days of mourning as comments, a new head.
  mutating func begin(with old: String, results: [String: String]) {
    lines = old.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasSuffix("\r") ? String($0.dropLast()) : String($0)
    }
    moveBlackouts()
    var insertions = plan.lines.compactMap { line in results[line.id].map { (line.place.line - 1, $0) } }
    insertions.sort { $0.0 > $1.0 }
    for (index, result) in insertions where lines.indices.contains(index) {
      let indent = String(lines[index].prefix { $0 == " " })
      lines.insert("\(indent)# \(result)", at: index)
    }
    for (index, line) in lines.enumerated() {
      if line.hasPrefix("year:") {
        lines[index] = "year: \(next)"
      } else if line.hasPrefix("plan:") {
        lines[index] = "plan: \(nextID)"
      } else if line.hasPrefix("title:") {
        lines[index] =
          heading.title.map { "title: \(PlanText.quoted($0))" }
          ?? movingYears(line)
      }
    }
    lines.removeAll { $0.hasPrefix("revised:") || $0.hasPrefix("successor:") }
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
  private mutating func moveBlackouts() {
    for blackout in plan.blackouts {
      let first = blackout.place.line - 1
      guard lines.indices.contains(first) else { continue }
      let indent = lines[first].prefix { $0 == " " || $0 == "-" }.count
      var end = first + 1
      while end < lines.count, lines[end].prefix(while: { $0 == " " }).count >= indent, !lines[end].isEmpty {
        end += 1
      }
      let isMourning =
        NationalCalendar.mourning(of: plan.year).contains { $0.days.overlaps(blackout.days) }
        || FoldedText(blackout.name).contains(FoldedText("quốc tang"))
      if isMourning {
        for index in first..<end { lines[index] = "#" + lines[index] }
        remarks.append(
          Words(
            vi: "“\(blackout.name)” không chuyển sang năm sau.", en: "“\(blackout.name)” is not carried over."
          ))
      } else if let old = NationalCalendar.newYearDays(of: plan.year), old.overlaps(blackout.days),
        let new = NationalCalendar.newYearDays(of: next)
      {
        let shift = old.lowerBound.distance(to: new.lowerBound)
        for index in first..<end {
          lines[index] = Self.replacingDays(lines[index]) { "\u{1}\($0.advanced(by: shift))" }
        }
        decisions.append(
          Words(
            vi: "“\(blackout.name)” đã dời theo Tết năm \(next): sửa theo thông báo nghỉ Tết.",
            en: "“\(blackout.name)” was moved with Tết \(next): change it as the days off are announced."))
      }
    }
  }

  /// Moves the days of the year by a year, those aside that tell when documents were signed and since when units exist.
  mutating func moveDays() {
    var moved = 0
    var leap = 0
    var top = ""
    var validIndent: Int?
    for (index, line) in lines.enumerated() {
      let indent = line.prefix { $0 == " " }.count
      if indent == 0, let key = line.split(separator: ":").first, line.first?.isLetter == true {
        top = String(key)
      }
      let content = line.dropFirst(indent)
      if content.isEmpty || content.hasPrefix("#") { continue }
      if let valid = validIndent, indent > valid { continue }
      validIndent = content.hasPrefix("valid:") && !content.contains("{") ? indent : nil
      if ["documents", "units", "remarks", "title"].contains(top) || content.hasPrefix("note:") { continue }
      let (start, comment) = Self.withoutComment(line)
      var pieces = ""
      var rest = start[...]
      while let valid = rest.firstRange(of: /valid:\s*\{[^}]*\}/) {
        pieces += move(rest[..<valid.lowerBound], &moved, &leap) + rest[valid]
        rest = rest[valid.upperBound...]
      }
      lines[index] = pieces + move(rest, &moved, &leap) + comment
    }
    if moved > 0 {
      decisions.append(
        Words(
          vi: "\(moved) ngày đã dời sang cùng ngày, tháng năm \(next); thứ trong tuần đổi theo: xem lại.",
          en:
            "\(counted(moved, "day")) \(moved == 1 ? "was" : "were") moved to the same day of \(next); \(moved == 1 ? "its weekday" : "their weekdays") changed: look again."
        ))
    }
    if leap > 0 {
      decisions.append(
        Words(
          vi: "Ngày 29/02 không có trong năm \(next), đã ghi 28/02.",
          en: "\(next) has no 29 February; it is the 28th."))
    }
    text = lines.joined(separator: "\n").replacing("\u{1}", with: "")
    dropAmendments()
  }

  private func move(_ text: Substring, _ moved: inout Int, _ leap: inout Int) -> String {
    var (count, leaps) = (0, 0)
    let result = Self.replacingDays(String(text)) { day in
      let (year, month, number) = day.components
      guard plan.months.index(of: day) != nil else { return nil }
      count += 1
      let moved = year + next - plan.year
      if let same = CivilDay(year: moved, month: month, day: number) { return "\(same)" }
      leaps += 1
      return "\(CivilDay(year: moved, month: month, day: number - 1) ?? day)"
    }
    moved += count
    leap += leaps
    // A month of a plan whose year begins in another one: “2026-02: 1”.
    return result.replacing(/\b(\d{4})(-\d\d)(?=\s*:)/) { match in
      guard let year = Int(match.output.1),
        let month = CivilDay(iso: "\(match.output.1)\(match.output.2)-01"),
        plan.months.index(of: month) != nil
      else { return String(match.output.0) }
      return "\(year + next - plan.year)\(match.output.2)"
    }
  }

  /// A line before its comment, and the comment.
  private static func withoutComment(_ line: String) -> (String, String) {
    guard let mark = line.firstRange(of: " #"), line[..<mark.lowerBound].count(where: { $0 == "\"" }) % 2 == 0
    else {
      return (line, "")
    }
    return (String(line[..<mark.lowerBound]), String(line[mark.lowerBound...]))
  }

  /// A text with its days replaced; those marked by a control character are settled already.
  private static func replacingDays(_ text: String, _ new: (CivilDay) -> String?) -> String {
    text.replacing(/(\x01?)\b(\d{4}-\d\d-\d\d)\b/) { match in
      guard match.output.1.isEmpty, let day = CivilDay(iso: match.output.2), let replaced = new(day) else {
        return String(match.output.0)
      }
      return replaced
    }
  }

  /// What was decided within the year is the figure to begin with.
  private mutating func dropAmendments() {
    let before = text
    text = text.replacing(/,[ ]*amended:[ ]*\[[^\]]*\]/, with: "")
    text = text.replacing(/\n[ ]+amended:[ ]*\[[^\]]*\]/, with: "")
    text = text.replacing(/\n([ ]+)amended:[ ]*((?:\n\1[ ]*-[^\n]*)+)/, with: "")
    if text != before {
      decisions.append(
        Words(
          vi:
            "Quyết định điều chỉnh (amended) của năm \(plan.year) không chuyển sang: kiểm tra số giao của các chỉ tiêu đó.",
          en: "The amendments of \(plan.year) are not carried over: check the figures of these lines."))
    }
  }

  /// Fixed days on which nothing opens any more go to the same weekday, 52 weeks after the old day.
  mutating func moveClosedPins() {
    guard let made = PlanReader.read(Array(text.utf8), file: "plan.yaml").plan else { return }
    let slots = Dictionary(grouping: GridExpansion.slots(of: made).slots, by: \.outlet)
    let closed = made.lines.flatMap { line in
      (line.placing?.pins ?? []).filter { pin in
        !line.outlets.ids.contains { outlet in
          slots[outlet, default: []].contains { $0.timing.days.contains(pin.day) }
        }
      }
    }
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let numbers = Set(closed.map { $0.place.line - 1 }).filter(rows.indices.contains)
    guard !numbers.isEmpty else { return }
    for number in numbers {
      rows[number] = Self.replacingDays(rows[number]) { day in
        let (year, month, number) = day.components
        guard year == next, let old = CivilDay(year: plan.year, month: month, day: number) else { return nil }
        return "\(old.advanced(by: 364))"
      }
    }
    text = rows.joined(separator: "\n")
    decisions.append(
      Words(
        vi: "Ngày ấn định (pins) rơi vào ngày không có khung giờ đã dời sang cùng thứ trong tuần: xem lại.",
        en: "Fixed days (pins) on which nothing opens were moved to the same weekday: look at them again."))
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

  private mutating func refer(_ id: String, to successor: String) {
    let references =
      /\b(?:producers?|leads?|owner|parent|outlets?|support|also-on|relays|sent-to|units):[ ]*(?:\[[^\]]*\]|[a-z0-9-]+)/
    text = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard !line.drop(while: { $0 == " " }).hasPrefix("#") else { return String(line) }
      return String(line).replacing(references) { match in
        // The key itself may be spelled like an id.
        let key = match.output.prefix { $0 != ":" }
        return key
          + match.output.dropFirst(key.count).replacing(/[a-z0-9-]+/) {
            $0.output == id ? Substring(successor) : $0.output
          }
      }
    }.joined(separator: "\n")
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
