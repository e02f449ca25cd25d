import Foundation
public import ScheduleModel
import Spreadsheets

extension NewPlan {
  /// A plan from the annex table of a signed plan: a row becomes a line.
  ///
  /// Figures and times are understood whole or kept as remarks, each with a finding. Days and hours are in no annex:
  /// each outlet gets an opening a month, on a day that is not fixed.
  /// - Parameter choice: Which of several tables, from 1; `nil` when not stated.
  public static func annex(
    _ file: InputFile, _ heading: Heading, choice: Int?, language: ReaderLanguage
  ) -> NewPlan {
    let (table, refused) = AnnexTable.read(file.bytes, file: file.name, choice: choice)
    guard let table else { return NewPlan(refused: refused) }
    var builder = AnnexPlanBuilder(table: table, year: heading.year, language: language)
    builder.addRows()
    guard !builder.lines.isEmpty else { return NewPlan(refused: [.annexWithoutRows(table)]) }
    return NewPlan(
      builder.text(heading), remarks: builder.remarks, decisions: builder.decisions,
      findings: builder.findings)
  }
}

/// Makes lines, outlets and units of the rows of an annex.
struct AnnexPlanBuilder {
  let table: AnnexTable
  let year: Int
  let language: ReaderLanguage
  private(set) var lines: [AnnexLine] = []
  private(set) var findings: [Finding] = []
  private var outlets: [(id: String, name: String, kind: Outlet.Kind, works: Int)] = []
  private var units: [(id: String, name: String)] = []
  private var lineIDs: Set<String> = []
  private var unitIDs: Set<String> = []
  private var outletIDs: Set<String> = []
  private var group: String?
  private var level: AdminLevel?

  init(table: AnnexTable, year: Int, language: ReaderLanguage) {
    self.table = table
    self.year = year
    self.language = language
  }

  /// Takes every row of the table: as a line, as the heading of those below it, or as one that is left out and told.
  mutating func addRows() {
    let last = table.rows.lastIndex { isLine($0) } ?? -1
    for (index, row) in table.rows.enumerated() {
      let texts = Set(row.cells.filter { !$0.isEmpty })
      let first = row.cells.first { !$0.isEmpty } ?? ""
      if Self.isTotal(first) || Self.isTotal(table.text(.content, row)) {
        findings.append(.annexLeftOut(table.place(row), first, .total))
      } else if isLine(row) {
        add(row)
      } else if index > last {
        findings.append(.annexLeftOut(table.place(row), first, .below))
      } else {
        // “I”, “Cấp tỉnh”: a heading, perhaps with its number.
        group = texts.count == 1 ? first : row.cells.filter { !$0.isEmpty }.prefix(2).joined(separator: ". ")
        level = Self.level(of: group ?? "") ?? level
      }
    }
  }

  /// Whether a row has contents and says anything else about them than a number that is no figure.
  private func isLine(_ row: OfficeTable.Row) -> Bool {
    let texts = Set(row.cells.filter { !$0.isEmpty })
    guard texts.count > 1, !table.text(.content, row).isEmpty else { return false }
    let told: [AnnexColumn] = [.quantity, .form, .lead, .support, .time, .outlet, .cost, .note]
    if told.contains(where: { table.columns[$0] != table.columns[.content] && !table.text($0, row).isEmpty })
    {
      return true
    }
    let number = table.text(.number, row)
    return number.first?.isNumber ?? false
  }

  /// Whether a name is that of a sum; "Công an" and "Cộng tác viên" are none.
  static func isTotal(_ text: String) -> Bool {
    let words = FoldedText(text).text.split(separator: " ")
    guard let first = words.first else { return false }
    let second = words.dropFirst().first
    switch first {
    case "total": return true
    case "tong": return second == "cong" || second == "so"
    case "cong":
      // "Cộng", "Cộng mục I", "Cộng (1 + 2)".
      guard let second else { return true }
      return ["muc", "phan", "nhom", "don", "chung", "lai"].contains(second)
        || second.allSatisfy { $0.isNumber || "ivxabc".contains($0) }
    default: return false
    }
  }

  private static func level(of text: String) -> AdminLevel? {
    let folded = FoldedText(text)
    return AdminLevel.allCases.first { folded.contains(FoldedText($0.name.vi)) }
  }

  // MARK: - A row

  private mutating func add(_ row: OfficeTable.Row) {
    let place = table.place(row)
    let form = table.text(.form, row)
    let content = table.text(.content, row)
    let isSameColumn = table.columns[.form] == table.columns[.content]
    let unit = CountingUnit(table.text(.unit, row)) ?? (isSameColumn ? nil : Self.unit(of: form))
    var line = AnnexLine(
      id: PlanText.id(of: content, taken: &lineIDs), title: content, group: group, level: level)
    line.row = table.text(.number, row)
    let hasQuantities = table.columns[.quantity] != nil
    read(AnnexFigure(hasQuantities ? table.text(.quantity, row) : form, unit: unit), into: &line, row, place)
    line.form = (isSameColumn ? nil : Self.unit(of: form)) ?? line.unit ?? CountingUnit("hoạt động")
    read(time: table.text(.time, row), into: &line, place)
    for (column, words) in [(AnnexColumn.cost, "Kinh phí"), (.note, nil)] as [(AnnexColumn, String?)] {
      let text = table.text(column, row)
      if !text.isEmpty { line.notes.append(words.map { "\($0): \(text)" } ?? text) }
    }
    let units = unitNames(table.text(.lead, row)).map { self.unit($0) }
    line.lead = units.first
    line.support = Array(units.dropFirst()) + unitNames(table.text(.support, row)).map { self.unit($0) }
    line.support = line.support.reduce(into: []) { if $1 != line.lead, !$0.contains($1) { $0.append($1) } }
    line.outlet = outlet(row, works: line.works)
    if line.outlet == nil, line.quota != nil { findings.append(.annexWithoutOutlet(place, content)) }
    for (index, heading) in table.headings.enumerated() where heading.meaning == nil {
      let text = row.cells.indices.contains(index) ? row.cells[index] : ""
      if !text.isEmpty { line.notes.append("\(heading.text): \(text)") }
    }
    lines.append(line)
  }

  /// The form in a cell, without a figure before it; `nil` when there is none, or a whole sentence.
  private static func unit(of text: String) -> CountingUnit? {
    guard text.count <= 60 else { return nil }
    let words = Quantity(text, unit: nil).map { $0.unit.description } ?? text
    return CountingUnit(words.lowercased().replacing(";", with: ",").replacing("/", with: ", "))
  }

  private mutating func read(
    _ figure: AnnexFigure, into line: inout AnnexLine, _ row: OfficeTable.Row, _ place: SourcePlace
  ) {
    let time = AnnexTime(table.text(.time, row), year: year) ?? .wholeYear
    let said = table.text(table.columns[.quantity] == nil ? .form : .quantity, row)
    switch figure {
    case .none: break
    case .year(let quantity):
      line.quota = quantity
    case .month(let quantity):
      line.quota = Quantity(quantity.value * time.months.count, quantity.unit)
      line.months = time.months.sorted().map { ($0, quantity.value) }
      line.notes.append(said)
    case .quarter(let quantity):
      let quarters = Set(time.months.map { ($0 - 1) / 3 })
      line.quota = Quantity(quantity.value * quarters.count, quantity.unit)
      line.notes.append(said)
    case .unread(let words):
      // Without a column of its own, the form may hold a figure, but need not.
      guard table.columns[.quantity] != nil || words.contains(where: \.isNumber) else { return }
      line.notes.append("\(AnnexColumn.quantity.name[language]): \(words)")
      findings.append(.annexNotUnderstood(.quantity, words, line.title, place))
    }
  }

  private mutating func read(time words: String, into line: inout AnnexLine, _ place: SourcePlace) {
    guard !words.isEmpty else { return }
    guard let time = AnnexTime(words, year: year) else {
      line.notes.append("\(AnnexColumn.time.name[language]): \(words)")
      findings.append(.annexNotUnderstood(.time, words, line.title, place))
      return
    }
    (line.from, line.to) = (time.from, time.to)
    if time.hasGaps, line.months.isEmpty, let first = time.months.min(), let last = time.months.max() {
      line.months = (first...last).filter { !time.months.contains($0) }.map { ($0, 0) }
    } else if time.hasGaps, let first = time.months.min(), let last = time.months.max() {
      line.months += (first...last).filter { !time.months.contains($0) }.map { ($0, 0) }
    }
  }

  // MARK: - Units and outlets

  /// The units that a cell names: parted by semicolons, else by commas, except in “Các sở, ban, ngành”.
  private func unitNames(_ cell: String) -> [String] {
    let isOneName = FoldedText(cell).text.hasPrefix("cac ")
    let separators: Set<Character> = cell.contains(";") ? [";"] : isOneName ? [] : [","]
    return cell.split { separators.contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter {
      !$0.isEmpty && $0 != "-"
    }
  }

  private mutating func unit(_ name: String) -> String {
    if let known = units.first(where: { FoldedText($0.name) == FoldedText(name) }) { return known.id }
    let id = PlanText.id(of: name, taken: &unitIDs)
    units.append((id, name))
    return id
  }

  /// The outlet of a row, by its column or by the words of its form and contents; `nil` when neither names one.
  private mutating func outlet(_ row: OfficeTable.Row, works: Int) -> String? {
    let own = table.text(.outlet, row)
    let words = [own, table.text(.form, row), table.text(.content, row)]
    guard let kind = words.lazy.compactMap({ AnnexOutlet.kind(of: $0) }).first else { return nil }
    let name = own.isEmpty ? kind.name.vi.prefix(1).uppercased() + kind.name.vi.dropFirst() : own
    if let known = outlets.firstIndex(where: { FoldedText($0.name) == FoldedText(name) }) {
      outlets[known].works += works
      return outlets[known].id
    }
    let id = PlanText.id(of: name, taken: &outletIDs)
    outlets.append((id, name, kind, works))
    return id
  }

  // MARK: - The text

  /// The text of the plan file.
  func text(_ heading: NewPlan.Heading) -> String {
    let title = heading.title ?? ownTitle
    var text = PlanText.comment(
      Words(
        vi: "Lập từ \(table.name.vi) của “\(table.file)”. Xem lại từng chỗ, rồi chạy: lichsong check THƯ-MỤC",
        en: "Made of \(table.name.en) of “\(table.file)”. Look through it, then run: lichsong check FOLDER")[
          language])
    text += decisions.map { PlanText.comment("- " + $0[language]) }.joined()
    text += "plan: \(heading.id)\ntitle: \(PlanText.quoted(title))\nyear: \(year)\n"
    let onDays = Set(lines.filter(\.needsDays).compactMap(\.outlet))
    if !units.isEmpty {
      text += "units:\n"
      for unit in units { text += "  \(unit.id): { name: \(PlanText.quoted(unit.name)) }\n" }
    }
    text += outlets.isEmpty ? "outlets: {}\n" : "outlets:\n"
    for outlet in outlets {
      text +=
        "  \(outlet.id):\n    name: \(PlanText.quoted(outlet.name))\n    kind: \(outlet.kind.rawValue)\n"
      text += "    grid:\n"
      let pieces = min(10_000, max(1, outlet.works))
      text += "      - { id: trong-thang, every: month, pieces: \(pieces) }\n"
      if onDays.contains(outlet.id) {
        text += "      - { id: trong-ngay, rule: FREQ=DAILY, pieces: \(pieces) }\n"
      }
    }
    text += "lines:\n"
    var group: String?
    for line in lines {
      if let heading = line.group, heading != group { text += PlanText.comment(heading, indent: 2) }
      group = line.group
      let isMixed = line.isPlaced && line.outlet.map(onDays.contains) ?? false
      text += line.text(grid: isMixed ? (line.needsDays ? "trong-ngay" : "trong-thang") : nil)
    }
    return text
  }

  /// The title over the table; a general one when there is none.
  private var ownTitle: String {
    table.above.filter { $0.count > 15 && $0.count < 200 }.max { $0.count < $1.count }
      ?? "Kế hoạch tuyên truyền năm \(year)"
  }

  /// How the table was understood.
  var remarks: [Words] {
    func list(_ language: ReaderLanguage) -> String {
      table.headings.compactMap { heading in
        heading.meaning.map { meaning in
          let isPlain = FoldedText(heading.text) == FoldedText(meaning.name.vi)
          return "“\(heading.text)”" + (isPlain ? "" : " (\(meaning.name[language]))")
        }
      }.joined(separator: ", ")
    }
    let unknown = table.headings.filter { $0.meaning == nil }.map { "“\($0.text)”" }
    var remarks = [
      Words(
        vi: "Đã đọc \(table.name.vi), các cột: \(list(.vietnamese)).",
        en: "Read \(table.name.en) with the columns \(list(.english)).")
    ]
    if !unknown.isEmpty {
      let list = unknown.joined(separator: ", ")
      remarks.append(
        Words(
          vi: "Cột không hiểu được giữ trong ghi chú: \(list).",
          en: "Columns that are not understood are kept in the notes: \(list)."))
    }
    return remarks
  }

  /// What no annex says.
  var decisions: [Words] {
    var decisions: [Words] = []
    if !outlets.isEmpty {
      decisions.append(
        Words(
          vi:
            "Phụ lục không có ngày giờ phát: mỗi kênh tạm mở theo tháng (every: month). Thay bằng khung giờ thật "
            + "của từng kênh, ví dụ: { id: toi-thu-nam, rule: FREQ=WEEKLY;BYDAY=TH, at: \"20:15\", length: 15m }",
          en:
            "An annex has no days and hours: each outlet opens by the month for now (every: month). Put its real "
            + "openings there, such as { id: toi-thu-nam, rule: FREQ=WEEKLY;BYDAY=TH, at: \"20:15\", length: 15m }"
        ))
    }
    decisions.append(
      Words(
        vi: "Thêm số, ngày của văn bản ban hành (documents) và những ngày nghỉ (blackouts).",
        en:
          "Add the number and date of the signed document (documents), and the days without output (blackouts)."
      ))
    return decisions
  }
}
