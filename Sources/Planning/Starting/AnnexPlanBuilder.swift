import Foundation
public import ScheduleModel
import Spreadsheets

extension NewPlan {
  /// A plan from the annex table of a signed plan: a row becomes a line.
  ///
  /// Figures and times are understood whole or kept as remarks, each with a finding. Days and hours are in no annex:
  /// each outlet gets an opening a month, on a day that is not fixed.
  /// - Parameters:
  ///   - name: The name of the folder, of which the plan's id is made.
  ///   - title: The plan's title; `nil` for the annex's.
  ///   - year: The year; `nil` for the one that the annex names.
  ///   - choice: Which of several tables, from 1; `nil` when not stated.
  public static func annex(
    _ file: InputFile, name: String, title: String?, year: Int?, choice: Int?, language: ReaderLanguage
  ) -> NewPlan {
    let (table, refused) = AnnexTable.read(file.bytes, file: file.name, choice: choice, year: year)
    guard let table else { return NewPlan(refused: refused) }
    let named = AnnexYear.named(in: table)
    guard let given = year ?? (named.count == 1 ? named[0] : nil) else {
      return NewPlan(refused: [.annexYearUnclear(table, named: named)])
    }
    var builder = AnnexPlanBuilder(table: table, year: given, language: language)
    if let figures = AnnexYear.ofFigures(in: table), figures != given {
      builder.findings.append(.annexOtherYear(table, given, [figures]))
    } else if !named.isEmpty, !named.contains(given) {
      builder.findings.append(.annexOtherYear(table, given, named))
    }
    builder.addRows()
    guard !builder.lines.isEmpty else { return NewPlan(refused: [.annexWithoutRows(table)]) }
    return NewPlan(
      builder.text(Heading(name: name, title: title, year: given)),
      remarks: builder.remarks(isYearGiven: year != nil),
      decisions: builder.decisions, findings: builder.findings)
  }
}

/// Makes lines, outlets and units of the rows of an annex.
struct AnnexPlanBuilder {
  let table: AnnexTable
  let year: Int
  let language: ReaderLanguage
  var lines: [AnnexLine] = []
  var findings: [Finding] = []
  private(set) var outlets: [(id: String, name: String, kind: Outlet.Kind, works: Int)] = []
  private(set) var units: [(id: String, name: String)] = []
  /// The sums that it states, those beside headings too.
  private(set) var sums: [(sum: AnnexSums.Stated, isHeading: Bool)] = []
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
    let rows = table.rows.map { Row($0, in: table) }
    let last = rows.lastIndex { isLine($0.row) } ?? -1
    var outline = AnnexOutline()
    // Headings whose lines are not all there yet.
    var open: [(depth: Int, row: Row, first: Int)] = []
    func close(_ depth: Int) {
      while let heading = open.last, heading.depth >= depth {
        open.removeLast()
        let range = heading.first..<lines.count
        sums.append((stated(heading.row, of: [range]), true))
      }
    }
    for (index, row) in rows.enumerated() {
      let first = row.row.cells.first { !$0.isEmpty } ?? ""
      if Self.isTotal(first) || Self.isTotal(row.content) {
        let group = (open.last?.first ?? 0)..<lines.count
        let all = 0..<lines.count
        let isOfAll = Self.isGrandTotal(first) || Self.isGrandTotal(row.content)
        sums.append((stated(row, of: isOfAll ? [all, group] : [group, all]), false))
      } else if isLine(row.row), !isHeading(row, before: rows[(index + 1)...]) {
        let host = outline.take(row.mark, line: lines.count)
        add(row, host: host)
      } else if index > last {
        findings.append(.annexLeftOut(table.place(row.row), first))
      } else {
        startGroup(row)
        let depth = AnnexOutline.depth(row.mark)
        close(depth)
        open.append((depth, row, lines.count))
        if depth < 2 || row.mark == nil { outline.end() } else { _ = outline.take(row.mark, line: nil) }
      }
    }
    close(0)
    relateParts()
    checkSums()
    let order = findings.enumerated().sorted {
      ($0.element.place?.line ?? 0, $0.offset) < ($1.element.place?.line ?? 0, $1.offset)
    }
    findings = order.map(\.element)
  }

  /// A row, with how it is numbered and its contents without that.
  struct Row {
    let row: OfficeTable.Row
    let number: String
    let content: String
    let mark: AnnexOutline.Mark?

    init(_ row: OfficeTable.Row, in table: AnnexTable) {
      let number = table.text(.number, row)
      let content = table.text(.content, row)
      let leading = number.isEmpty ? AnnexOutline.leadingMark(of: content) : nil
      self.row = row
      self.number = leading?.number ?? number
      self.content = leading?.content ?? content
      mark = AnnexOutline.mark(self.number)
    }
  }

  /// “I”, “Cấp tỉnh”: a heading, perhaps with its number.
  private mutating func startGroup(_ row: Row) {
    let filled = row.row.cells.filter { !$0.isEmpty }
    let first = filled.first ?? ""
    group =
      Set(filled).count == 1
      ? first : [row.number, row.content].filter { !$0.isEmpty }.joined(separator: ". ")
    // A main heading that names no level ends the one before it; a heading below it does not.
    let isMain = first.prefixMatch(of: /[IVX]+(?:\.|$|\s)/) != nil
    level = Self.level(of: group ?? "") ?? (isMain ? nil : level)
  }

  /// Whether a row is the heading of those below it although it has a number or a figure: “1. Trên báo” with nothing
  /// else, “I. Trên báo: 60 tin” above the rows 1 and 2.
  private func isHeading(_ row: Row, before rows: ArraySlice<Row>) -> Bool {
    guard let mark = row.mark, let next = rows.first(where: { isLine($0.row) }), let other = next.mark else {
      return false
    }
    if mark == .roman || mark == .capital {
      if case .number = other { return true }
      return false
    }
    let says = table.columns.keys.contains {
      $0 != .number && table.columns[$0] != table.columns[.content] && !table.text($0, row.row).isEmpty
    }
    return !says && AnnexOutline.isBelow(other, mark)
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
    case "tong":
      // "Tổng", "Tổng cộng", "Tổng số tin", "Tổng kinh phí"; "Tổng kết năm", "Tổng hợp số liệu" are work.
      return second == nil || ["cong", "so", "kinh", "muc", "phan", "chung"].contains(second)
    case "cong":
      // "Cộng", "Cộng mục I", "Cộng (1 + 2)".
      guard let second else { return true }
      return ["muc", "phan", "nhom", "don", "chung", "lai"].contains(second)
        || second.allSatisfy { $0.isNumber || "ivxabc".contains($0) }
    default: return false
    }
  }

  /// Whether a sum is one over all rows by its name.
  private static func isGrandTotal(_ text: String) -> Bool {
    let folded = FoldedText(text).text
    return folded.hasPrefix("tong") || folded.hasPrefix("total")
  }

  private static func level(of text: String) -> AdminLevel? {
    let folded = FoldedText(text)
    return AdminLevel.allCases.first { folded.contains(FoldedText($0.name.vi)) }
  }

  // MARK: - A row

  private mutating func add(_ parsed: Row, host: Int?) {
    let place = table.place(parsed.row)
    let (row, labelled) = partingLabels(of: parsed.row)
    let form = table.text(.form, row)
    let content = parsed.content
    let isSameColumn = table.columns[.form] == table.columns[.content]
    let unit = CountingUnit(table.text(.unit, row)) ?? (isSameColumn ? nil : Self.unit(of: form))
    var line = AnnexLine(
      id: PlanText.id(of: content, taken: &lineIDs), title: content, group: group, level: level)
    line.place = place
    // A spreadsheet has “1.1” as a number.
    line.row =
      parsed.number.wholeMatch(of: /\d+,\d+/) == nil ? parsed.number : parsed.number.replacing(",", with: ".")
    let hasQuantities = table.columns[.quantity] != nil
    var figure =
      hasQuantities || labelled[.quantity] != nil ? withoutDraft(said(.quantity, row, labelled), &line) : form
    if table.isShared(.quantity, row) {
      keepShared(.quantity, figure, in: &line, place)
      figure = ""
    }
    // “24 chuyên mục” in the column of forms, and nothing in that of quantities.
    if figure.isEmpty, form.contains(where: \.isNumber) { figure = form }
    let when = said(.time, row, labelled)
    let time = AnnexTime(when, year: year)
    read(AnnexFigure(figure, unit: unit), as: figure, in: time, when, into: &line, place)
    line.form =
      (isSameColumn ? nil : Self.unit(of: form)) ?? line.unit ?? CountingUnit(table.text(.unit, row))
      ?? CountingUnit("hoạt động")
    if !when.isEmpty { read(time, when, into: &line, place) }
    if table.isShared(.cost, row) {
      keepShared(.cost, said(.cost, row, labelled), in: &line, place)
    } else {
      readCost(said(.cost, row, labelled), into: &line, place)
    }
    readLength(said(.length, row, labelled), into: &line, place)
    let note = table.text(.note, row)
    if !note.isEmpty { line.notes.append(note) }
    let units = unitNames(table.text(.lead, row)).map { self.unit($0) }
    line.lead = units.first
    line.support = Array(units.dropFirst()) + unitNames(table.text(.support, row)).map { self.unit($0) }
    line.support = line.support.reduce(into: []) { if $1 != line.lead, !$0.contains($1) { $0.append($1) } }
    setOutlets(of: &line, said(.outlet, row, labelled), row)
    readMonths(of: row, into: &line, place)
    for heading in table.headings where heading.meaning == nil {
      let text = row.cells.indices.contains(heading.index) ? row.cells[heading.index] : ""
      if !text.isEmpty { line.notes.append("\(heading.text): \(text)") }
    }
    line.host = host
    lines.append(line)
  }

  /// The form in a cell, without a figure before it; `nil` when there is none, or a whole sentence.
  private static func unit(of text: String) -> CountingUnit? {
    guard text.count <= 60 else { return nil }
    var words = Quantity(text, unit: nil).map { $0.unit.description } ?? text
    // What stands in brackets or is counted is a figure, not the form.
    if words.contains(where: \.isNumber) { words = String(words.prefix { $0 != "(" }).onOneLine }
    guard !words.contains(where: \.isNumber) else { return nil }
    return CountingUnit(words.lowercased().replacing(";", with: ",").replacing("/", with: ", "))
  }

  private mutating func read(
    _ figure: AnnexFigure, as said: String, in time: AnnexTime?, _ when: String, into line: inout AnnexLine,
    _ place: SourcePlace
  ) {
    // A rate makes a figure where the row says when, and that is whole months or quarters.
    func take(_ each: Quantity, _ times: (whole: Int, touched: Int)) {
      guard time != nil, times.whole == times.touched else {
        line.hasUnclearFigure = true
        line.notes.append("\(AnnexColumn.quantity.name[language]): \(said)")
        let figures = time.map { _ in (each.times(times.whole), each.times(times.touched)) }
        findings.append(.annexRateUnclear(said, when, figures, line.title, place))
        return
      }
      line.quota = each.times(times.whole)
      line.notes.append(said)
    }
    // A rate of another kind is understood, and its figure is for the plan's own check to work out.
    func keep(_ rate: Quantity) {
      line.hasUnclearFigure = true
      line.notes.append("\(AnnexColumn.quantity.name[language]): \(said)")
      findings.append(.annexRate(rate, said, line.title, place))
    }
    let during = time ?? .wholeYear
    switch figure {
    case .none: break
    case .year(let quantity):
      line.quota = quantity
    case .rate(let quantity):
      if let each = figure.rate?.month {
        take(each, (during.months.count - during.partMonths.count, during.months.count))
        let limits = AnnexLimits(each)
        if line.quota != nil, !limits.isOpen { line.months = during.months.sorted().map { ($0, limits) } }
      } else if let each = figure.rate?.quarter {
        take(each, during.quarters)
        // A quarter that is left out between others owes nothing, which no rule by quarter can say.
        if line.quota != nil, !during.hasGaps { line.quarters = AnnexLimits(each) }
      } else if quantity.rate == .every(1, .year), time != nil, during.isWholeYear {
        line.quota = Quantity(quantity.amount, quantity.qualifier, quantity.unit)
      } else {
        keep(quantity)
      }
    case .unread(let words):
      // Without a column of its own, the form may hold a figure, but need not.
      guard table.columns[.quantity] != nil || words.contains(where: \.isNumber) else { return }
      line.hasUnclearFigure = true
      line.notes.append("\(AnnexColumn.quantity.name[language]): \(words)")
      findings.append(.annexNotUnderstood(.quantity, words, line.title, place))
    }
  }

  private mutating func read(
    _ time: AnnexTime?, _ words: String, into line: inout AnnexLine, _ place: SourcePlace
  ) {
    guard let time else {
      line.notes.append("\(AnnexColumn.time.name[language]): \(words)")
      findings.append(.annexNotUnderstood(.time, words, line.title, place))
      return
    }
    (line.from, line.to) = (time.from, time.to)
    (line.isUnscheduled, line.isEmbedded) = (time.isUnscheduled, time.isEmbedded)
    if let rhythm = time.rhythm { keep(rhythm, words, in: &line, place) }
    guard take(each: time, words, into: &line, place) else { return }
    if time.hasGaps, let first = time.months.min(), let last = time.months.max() {
      line.months += (first...last).filter { !time.months.contains($0) }.map {
        ($0, AnnexLimits(floor: 0, ceiling: 0))
      }
    }
  }

  /// Takes “Hằng tháng” or “Hằng quý” as the least of one in each, where the row's figure has as many.
  private mutating func keep(
    _ rhythm: AnnexTime.Rhythm, _ words: String, in line: inout AnnexLine, _ place: SourcePlace
  ) {
    let periods = rhythm == .month ? 12 : 4
    guard let quota = line.quota, let works = quota.countValue, quota.unit.time == nil else {
      line.notes.append("\(AnnexColumn.time.name[language]): \(words)")
      return
    }
    guard works >= periods else {
      line.notes.append("\(AnnexColumn.time.name[language]): \(words)")
      findings.append(.annexRhythm(words, quota, periods: periods, line.title, place))
      return
    }
    switch rhythm {
    case .month: if line.months.isEmpty { line.months = (1...12).map { ($0, AnnexLimits(floor: 1)) } }
    case .quarter: if line.months.isEmpty, line.quarters == nil { line.quarters = AnnexLimits(floor: 1) }
    }
  }

  private mutating func readCost(_ cost: String, into line: inout AnnexLine, _ place: SourcePlace) {
    guard !cost.isEmpty, !["-", "–", "0"].contains(cost) else { return }
    line.cost = AnnexCost.amount(cost, heading: table.heading(.cost), scale: table.costScale)
    guard line.cost == nil else { return }
    line.notes.append("Kinh phí: \(cost)")
    guard cost.contains(where: \.isNumber) else { return }
    line.hasUnclearCost = true
    findings.append(.annexNotUnderstood(.cost, cost, line.title, place))
  }

  private mutating func readLength(_ length: String, into line: inout AnnexLine, _ place: SourcePlace) {
    guard !length.isEmpty, !["-", "–"].contains(length) else { return }
    line.length = AnnexLength(length, heading: table.heading(.length), of: line.unit ?? line.form)
    guard line.length == nil else { return }
    line.notes.append("\(AnnexColumn.length.name[language]): \(length)")
    findings.append(.annexNotUnderstood(.length, length, line.title, place))
  }

  /// Takes a number a month or a quarter, or one for each of some months, where the row's figure says the same.
  ///
  /// - Returns: Whether the gaps between the months are still to be told.
  private mutating func take(
    each time: AnnexTime, _ words: String, into line: inout AnnexLine, _ place: SourcePlace
  ) -> Bool {
    if let each = time.eachQuarter {
      takeQuarters(each, of: time, words, into: &line, place)
      return true
    }
    if let each = time.each {
      let sum = each.times(time.months.count)
      if line.quota == nil, !line.hasUnclearFigure, time.partMonths.isEmpty { line.quota = sum }
      guard line.months.isEmpty, time.partMonths.isEmpty, agrees(line.quota, with: sum) else {
        notUnderstood(words, in: &line, place)
        return false
      }
      let limits = AnnexLimits(each)
      let (first, last) = (time.months.min() ?? 1, time.months.max() ?? 12)
      line.months = (first...last).compactMap { month in
        time.months.contains(month)
          ? (limits.isOpen ? nil : (month, limits)) : (month, AnnexLimits(floor: 0, ceiling: 0))
      }
      return false
    }
    let counts = time.counts
    guard !counts.isEmpty else { return true }
    let sum = counts.values.reduce(0, +)
    guard line.months.isEmpty, time.partMonths.isEmpty, line.quota?.countValue == sum else {
      notUnderstood(words, in: &line, place)
      return false
    }
    let (first, last) = (counts.keys.min() ?? 1, counts.keys.max() ?? 12)
    line.months = (first...last).map {
      ($0, counts[$0].map { AnnexLimits(floor: $0) } ?? AnnexLimits(floor: 0, ceiling: 0))
    }
    return false
  }

  /// Whether a row's figure is what its rate makes; of one exact number the figure may be a limit.
  private func agrees(_ quota: Quantity?, with sum: Quantity) -> Bool {
    guard let quota else { return false }
    if quota.amount == sum.amount, quota.qualifier == sum.qualifier { return true }
    return sum.isExact && quota.countValue == sum.value && !quota.isRange
  }

  private mutating func notUnderstood(_ words: String, in line: inout AnnexLine, _ place: SourcePlace) {
    line.notes.append("\(AnnexColumn.time.name[language]): \(words)")
    findings.append(.annexNotUnderstood(.time, words, line.title, place))
  }

  private mutating func takeQuarters(
    _ each: Quantity, of time: AnnexTime, _ words: String, into line: inout AnnexLine, _ place: SourcePlace
  ) {
    let (whole, touched) = time.quarters
    let sum = each.times(whole)
    if line.quota == nil, !line.hasUnclearFigure, whole == touched { line.quota = sum }
    guard whole == touched, agrees(line.quota, with: sum) else {
      notUnderstood(words, in: &line, place)
      return
    }
    if !time.hasGaps { line.quarters = AnnexLimits(each) }
    line.notes.append(words)
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
    switch AnnexOutlet.named(in: own) {
    case .outlets(let named, let areTogether)?:
      line.outlets = named.map { outlet(named: $0.name, $0.kind, works: line.works) }
      line.isTogether = areTogether && line.outlets.count > 1
    case .several(let what)?:
      leaveOpen(&line, own, row) { .annexSeveralOutlets($0, $1, own, what, isFlagged: $2) }
    case .unknownKind(let name)?: leaveOpen(&line, own, row) { .annexOutletKind($0, $1, name, isFlagged: $2) }
    case nil: setOutlet(of: &line, byWordsOf: row)
    }
  }

  /// Gives a line that names no outlet the one that its form and contents tell.
  private mutating func setOutlet(of line: inout AnnexLine, byWordsOf row: OfficeTable.Row) {
    let (form, content) = (table.text(.form, row), table.text(.content, row))
    // A talk is held in a hall or on the air: “Tọa đàm truyền hình” tells in its contents.
    let isTalk = AnnexOutlet.isTalk(form.isEmpty ? content : form)
    let namings = (isTalk ? [content, form].filter(AnnexOutlet.isOnMedium) : []) + [form, content]
    guard let naming = namings.first(where: { AnnexOutlet.kind(of: $0) != nil }),
      var kind = AnnexOutlet.kind(of: naming)
    else { return }
    let kinds = AnnexOutlet.severalKinds(in: naming)
    guard kinds.isEmpty else {
      leaveOpen(&line, "", row) {
        .annexSeveralOutlets($0, $1, naming, AnnexOutlet.several(kinds), isFlagged: $2)
      }
      return
    }
    // A station's “bản tin” is spoken, not printed, and its talk is no conference; on which of its waves, nobody says.
    let station = [content, table.text(.lead, row)].lazy.compactMap { AnnexOutlet.station(in: $0) }.first
    let isSpoken = kind == .print || (kind == .event && isTalk)
    if let station, isSpoken, let spoken = AnnexOutlet.kind(ofName: station),
      AnnexOutlet.severalKinds(in: station).isEmpty
    {
      kind = spoken
    } else if let station, isSpoken || (kind == .newspaper && AnnexOutlet.station(in: naming) != nil) {
      leaveOpen(&line, "", row) { .annexOutletKind($0, $1, station, isFlagged: $2) }
      return
    }
    let name = kind.name.vi.prefix(1).uppercased() + kind.name.vi.dropFirst()
    line.outlets = [outlet(named: name, kind, works: line.works)]
  }

  /// Leaves a line without an outlet, keeps the words of its column in the note, and tells it.
  ///
  /// - Parameter told: Takes the place, the title, and whether the plan says `scheduled: false` of the line.
  private mutating func leaveOpen(
    _ line: inout AnnexLine, _ own: String, _ row: OfficeTable.Row,
    _ told: (SourcePlace, String, Bool) -> Finding
  ) {
    line.hasUnclearOutlets = true
    if !own.isEmpty { line.notes.append("\(AnnexColumn.outlet.name[language]): \(own)") }
    findings.append(told(table.place(row), line.title, line.quota != nil))
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

  /// A figure in one cell with that of the row above stays there, and is a remark here.
  private mutating func keepShared(
    _ column: AnnexColumn, _ words: String, in line: inout AnnexLine, _ place: SourcePlace
  ) {
    if column == .quantity { line.hasUnclearFigure = true } else { line.hasUnclearCost = true }
    line.notes.append(
      Words(
        vi: "\(column.name.vi), một ô chung với dòng trên: \(words)",
        en: "\(column.name.en), in one cell with the row above: \(words)")[language])
    findings.append(.annexShared(column, words, line.title, place))
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
        [.outlet, .time, .length, .cost, .quantity].contains(column), table.text(column, row).isEmpty,
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
}
