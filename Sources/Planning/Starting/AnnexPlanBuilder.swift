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
        // A main heading that names no level ends the one before it; a heading below it does not.
        let isMain = first.prefixMatch(of: /[IVX]+(?:\.|$|\s)/) != nil
        level = Self.level(of: group ?? "") ?? (isMain ? nil : level)
      }
    }
  }

  /// Whether a row has contents and says anything else about them than a number that is no figure.
  private func isLine(_ row: OfficeTable.Row) -> Bool {
    let texts = Set(row.cells.filter { !$0.isEmpty })
    let content = table.text(.content, row)
    guard texts.count > 1, !content.isEmpty else { return false }
    // A heading that is merged over all columns says the same in each.
    func isTold(_ column: AnnexColumn) -> Bool {
      let text = table.text(column, row)
      return table.columns[column] != table.columns[.content] && !text.isEmpty && text != content
    }
    let number = table.text(.number, row)
    if number.first?.isNumber ?? false { return true }
    if [.quantity, .form, .lead, .support, .time, .outlet, .note].contains(where: isTold) { return true }
    // The sum of a part stands beside its heading.
    return isTold(.cost) && number.wholeMatch(of: /[IVX]+[.)]?/) == nil
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
    let (row, labelled) = partingLabels(of: row)
    let form = table.text(.form, row)
    let content = table.text(.content, row)
    let isSameColumn = table.columns[.form] == table.columns[.content]
    let unit = CountingUnit(table.text(.unit, row)) ?? (isSameColumn ? nil : Self.unit(of: form))
    var line = AnnexLine(
      id: PlanText.id(of: content, taken: &lineIDs), title: content, group: group, level: level)
    line.row = table.text(.number, row)
    let hasQuantities = table.columns[.quantity] != nil
    let figure =
      hasQuantities || labelled[.quantity] != nil ? withoutDraft(said(.quantity, row, labelled), &line) : form
    read(AnnexFigure(figure, unit: unit), into: &line, row, place)
    line.form = (isSameColumn ? nil : Self.unit(of: form)) ?? line.unit ?? CountingUnit("hoạt động")
    read(time: said(.time, row, labelled), into: &line, place)
    let cost = said(.cost, row, labelled)
    line.cost = AnnexCost.amount(cost, heading: table.heading(.cost))
    if !cost.isEmpty, line.cost == nil { line.notes.append("Kinh phí: \(cost)") }
    let note = table.text(.note, row)
    if !note.isEmpty { line.notes.append(note) }
    let units = unitNames(table.text(.lead, row)).map { self.unit($0) }
    line.lead = units.first
    line.support = Array(units.dropFirst()) + unitNames(table.text(.support, row)).map { self.unit($0) }
    line.support = line.support.reduce(into: []) { if $1 != line.lead, !$0.contains($1) { $0.append($1) } }
    setOutlets(of: &line, said(.outlet, row, labelled), row)
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
    guard take(each: time, words, into: &line, place) else { return }
    if time.hasGaps, line.months.isEmpty, let first = time.months.min(), let last = time.months.max() {
      line.months = (first...last).filter { !time.months.contains($0) }.map { ($0, 0) }
    } else if time.hasGaps, let first = time.months.min(), let last = time.months.max() {
      line.months += (first...last).filter { !time.months.contains($0) }.map { ($0, 0) }
    }
  }

  /// Takes a number a month, or a number for each of some months, where the row's figure says the same.
  ///
  /// - Returns: Whether the gaps between the months are still to be told.
  private mutating func take(
    each time: AnnexTime, _ words: String, into line: inout AnnexLine, _ place: SourcePlace
  ) -> Bool {
    let counts =
      time.each.map { each in Dictionary(uniqueKeysWithValues: time.months.map { ($0, each.value) }) }
      ?? time.counts
    guard !counts.isEmpty else { return true }
    let sum = counts.values.reduce(0, +)
    if line.quota == nil, let each = time.each { line.quota = Quantity(sum, each.unit) }
    guard line.months.isEmpty, line.quota?.countValue == sum else {
      line.notes.append("\(AnnexColumn.time.name[language]): \(words)")
      findings.append(.annexNotUnderstood(.time, words, line.title, place))
      return false
    }
    let (first, last) = (counts.keys.min() ?? 1, counts.keys.max() ?? 12)
    line.months = (first...last).map { ($0, counts[$0] ?? 0) }
    return false
  }

  // MARK: - Units and outlets

  /// The units that a cell names: parted by semicolons, else by commas, except in “Các sở, ban, ngành”.
  private func unitNames(_ cell: String) -> [String] {
    // “Các sở, ban, ngành” and “UBND các xã, phường” are one name each.
    let first = FoldedText(cell.prefix { $0 != "," })
    let isOneName = first.contains(FoldedText("các"))
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

  /// Gives a line its outlets: those that its column names, or else one by the words of its form and contents.
  private mutating func setOutlets(of line: inout AnnexLine, _ own: String, _ row: OfficeTable.Row) {
    if let named = AnnexOutlet.named(in: own) {
      line.outlets = named.outlets.map { outlet(named: $0.name, $0.kind, works: line.works) }
      line.isTogether = named.areTogether && line.outlets.count > 1
      return
    }
    let words = [own, table.text(.form, row), table.text(.content, row)]
    guard let kind = words.lazy.compactMap({ AnnexOutlet.kind(of: $0) }).first else { return }
    let name = own.isEmpty ? kind.name.vi.prefix(1).uppercased() + kind.name.vi.dropFirst() : own
    line.outlets = [outlet(named: name, kind, works: line.works)]
  }

  private mutating func outlet(named name: String, _ kind: Outlet.Kind, works: Int) -> String {
    if let known = outlets.firstIndex(where: { FoldedText($0.name) == FoldedText(name) }) {
      outlets[known].works += works
      return outlets[known].id
    }
    let id = PlanText.id(of: name, taken: &outletIDs)
    outlets.append((id, name, kind, works))
    return id
  }

  // MARK: - What stands under a label

  /// What a row says in a column, or under its label in the note.
  private func said(_ column: AnnexColumn, _ row: OfficeTable.Row, _ labelled: [AnnexColumn: String])
    -> String
  {
    let own = table.text(column, row)
    return own.isEmpty ? labelled[column] ?? "" : own
  }

  /// A row whose note has no labels, and what stood under them: “Kênh: Báo Mẫu; Thời gian: Quý II”.
  ///
  /// What the row says in a column of its own stays in the note when it stands there, too.
  private func partingLabels(of row: OfficeTable.Row) -> (
    row: OfficeTable.Row, labelled: [AnnexColumn: String]
  ) {
    guard let index = table.columns[.note], row.cells.indices.contains(index) else { return (row, [:]) }
    var labelled: [AnnexColumn: String] = [:]
    var rest: [String] = []
    for part in row.cells[index].split(separator: ";").map({ String($0).onOneLine }) {
      if let match = part.wholeMatch(of: /([^:]{2,30}):\s*(.+)/),
        let column = AnnexColumn(heading: String(match.output.1)),
        [.outlet, .time, .cost, .quantity].contains(column), table.text(column, row).isEmpty,
        labelled[column] == nil
      {
        labelled[column] = String(match.output.2)
      } else {
        rest.append(part)
      }
    }
    guard !labelled.isEmpty else { return (row, [:]) }
    var cells = row.cells
    cells[index] = rest.joined(separator: "; ")
    return (OfficeTable.Row(number: row.number, cells: cells, continued: row.continued), labelled)
  }

  /// A figure without the remark that it is only proposed.
  private func withoutDraft(_ text: String, _ line: inout AnnexLine) -> String {
    guard let match = text.wholeMatch(of: /(.+?)\s*\((?:dự thảo|draft)\)/) else { return text }
    line.isDraft = true
    return String(match.output.1)
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
    table.above.filter { $0.count > 15 && $0.count < 200 && !$0.hasPrefix("(") }.max { $0.count < $1.count }
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
