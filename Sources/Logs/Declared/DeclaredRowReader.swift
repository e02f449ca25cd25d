import Foundation
import ScheduleModel

/// Turns rows into declared figures.
struct DeclaredRowReader {
  private let profile: ReportingProfile
  private let year: Int
  private let days: Range<CivilDay>
  private let vocabulary: LogVocabulary
  private let units: NamedThings
  private let lines: NamedThings
  private let kinds: [String: PlanLine]
  private let decimalPoint: Bool?
  private let today: CivilDay?
  private let isRecorded: Bool

  /// - Parameters:
  ///   - today: The last day on which a figure can have been received; `nil` when it is not known.
  ///   - isRecorded: Whether the rows are the Book's, of which none is refused for what it says.
  init(
    plan: Plan, profile: ReportingProfile, decimalPoint: Bool?, today: CivilDay? = nil,
    isRecorded: Bool = false
  ) {
    self.today = today
    self.isRecorded = isRecorded
    self.profile = profile
    self.decimalPoint = decimalPoint
    year = plan.year
    days = plan.days
    vocabulary = LogVocabulary(plan: plan)
    units = NamedThings(
      Words(vi: "đơn vị", en: "unit"), plan.units.map { ($0.id, $0.name) },
      wanted: Words(
        vi: "ghi mã hoặc đúng tên đơn vị trong kế hoạch; đơn vị mới thì thêm vào units của kế hoạch.",
        en: "write a unit's id or its exact name in the plan; add a new unit to the plan's units."))
    let some = plan.lines.prefix(6).map(\.id).joined(separator: ", ") + (plan.lines.count > 6 ? ", …" : "")
    lines = NamedThings(
      Words(vi: "chỉ tiêu", en: "line"),
      plan.lines.flatMap { line in ([line.title] + line.aliases).map { (line.id, $0) } },
      wanted: Words(
        vi: "ghi mã hoặc đúng tên chỉ tiêu trong kế hoạch: \(some).",
        en: "write a line's id or its exact title in the plan: \(some)."))
    kinds = Dictionary(plan.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func read(_ table: HandTable<DeclaredColumn>, _ row: LogRow, at place: LogPlace)
    -> Result<DeclaredFigure, RowFaults>
  {
    var faults = RowFaults()
    func text(_ column: DeclaredColumn) -> String? { table.text(column, in: row) }
    func value<Value>(
      _ column: DeclaredColumn, _ read: (String) -> Value?, _ fault: (String) -> RemediedFault
    )
      -> Value?
    {
      guard let text = text(column) else {
        if DeclaredColumn.required.contains(column) { faults.add(column.missing) }
        return nil
      }
      let value = read(text)
      if value == nil { faults.add(fault(text)) }
      return value
    }
    let isEnglish = decimalPoint ?? (table.signs == .decimalPoint)
    let unit = value(.unit, units.id, units.unknown)
    if unit == nil, holdsNoData(text) { return .failure(.noData) }
    let period = value(.period, period, unknownPeriod)
    let line = value(.line, lines.id, lines.unknown)
    // A figure of an unknown line is read all the same: what is wrong is the line.
    let figures = DeclaredFigureReader(unit: line.flatMap { kinds[$0]?.countedUnit } ?? CountingUnit(["?"]))
    let countedIn = text(.counted)
    let quantity: Quantity?? = value(
      .value,
      { (text: String) -> Quantity?? in
        if Self.noData.contains(FoldedText(text)) { return .some(nil) }
        return figures.figure(isEnglish ? Self.vietnamese(text) : text, counted: countedIn).map {
          .some($0.quantity)
        }
      }, { figures.fault($0, counted: countedIn) })
    if let rows = table.sharing(row), !isRecorded { faults.add(.sharedFigure(rows)) }
    // Which parts a unit reported is kept in its words; the line counts them together.
    let parts = text(.value).flatMap {
      figures.figure(isEnglish ? Self.vietnamese($0) : $0)?.isInParts == true ? $0 : nil
    }
    let remarks = [text(.note), parts].compactMap(\.self)
    let trust = value(.trust, vocabulary.trust) { RemediedFault(.unknownTrust($0)) }
    let received = value(.received, Self.day) { RemediedFault(.notADay($0)) }
    if let text = text(.received), let sample = table.monthFirst, Self.isOpen(day: text) {
      faults.add(.receivedOpen(text, beside: sample))
    }
    var includes: [String] = []
    let named = text(.includes).map { Self.none.contains(FoldedText($0)) ? "" : $0 }
    for name in (named ?? "").split(separator: ";") {
      let name = name.trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty else { continue }
      if let id = units.id(name) { includes.append(id) } else { faults.add(units.unknown(name)) }
    }
    if !isRecorded {
      // Another form of works is shown beside those that the line counts; hours or people are none of its figures.
      if let quantity, let quantity, let counted = line.flatMap({ kinds[$0] }),
        counted.countsApart(quantity.unit), !quantity.unit.canBeAdded(to: counted.countedUnit)
      {
        faults.add(.otherUnit(quantity, counted))
      }
      for remark in [text(.note), text(.evidence)].compactMap(\.self) where named == nil {
        if InclusionWords.areIn(remark), units.named(within: remark).contains(where: { $0 != unit }) {
          faults.add(.includedInWords(remark))
        }
      }
      if let unit, includes.contains(unit) { faults.add(.includesItself(units.name(unit))) }
      if let received, let today, today < received { faults.add(.receivedLater(received, today: today)) }
    }
    if faults.all.count == 1, unit != nil, period != nil, line != nil,
      DeclaredColumn.allCases.allSatisfy({ Self.filledIn.contains($0) || text($0) == nil })
    {
      faults.isOpen = true
    }
    guard faults.all.isEmpty, let unit, let period, let line, let quantity else { return .failure(faults) }
    return .success(
      DeclaredFigure(
        unit: unit, line: line, period: period, quantity: quantity, trust: trust, evidence: text(.evidence),
        author: text(.author), received: received, includes: named == nil ? nil : includes.sorted(),
        note: remarks.isEmpty ? nil : remarks.joined(separator: "; "),
        place: place.place))
  }

  /// The text with its numbers as Việt Nam writes them: points and commas between digits change places.
  private static func vietnamese(_ text: String) -> String {
    let letters = Array(text)
    return String(
      letters.enumerated().map { index, letter in
        let isInside =
          index > 0 && index + 1 < letters.count && letters[index - 1].isNumber && letters[index + 1].isNumber
        return isInside && letter == "," ? "." : isInside && letter == "." ? "," : letter
      })
  }

  /// A period of the plan's own year; `nil` for any other.
  private func period(_ text: String) -> ReportingPeriod? {
    guard let period = ReportingPeriod(written: text, in: year, profile: profile), isOfPlan(period) else {
      return nil
    }
    return period
  }

  /// Whether a report of the plan can have a period: figures of another year would be recorded and never shown.
  private func isOfPlan(_ period: ReportingPeriod) -> Bool {
    period.days.overlaps(days)
      || ReportingPeriod(.year, of: year, profile: profile).map { $0.days.overlaps(period.days) } ?? false
  }

  private func unknownPeriod(_ text: String) -> RemediedFault {
    let samples = profile.samples(of: year).joined(separator: ", ")
    if let period = ReportingPeriod(written: text, in: year, profile: profile) {
      return .otherYear(text, period, of: year)
    }
    if let months = ReportingPeriod.severalQuarters(text) {
      return .quartersTogether(text, months, samples: samples)
    }
    if let spelled = ReportingPeriod.spelled(text, in: year),
      let known = ReportingPeriod(spelled.part, of: spelled.year, profile: .calendarYear)
    {
      return .noSuchReport(known, profile: profile.code, samples: samples)
    }
    return .notAPeriod(text, profile: profile.code, samples: samples)
  }

  /// Whether a row whose unit is none of the plan's is a sum over units, or the names of those who sign.
  private func holdsNoData(_ text: (DeclaredColumn) -> String?) -> Bool {
    guard let name = text(.unit) else { return false }
    if Self.sums.contains(FoldedText(name)) { return true }
    return [.period, .line, .value].allSatisfy { text($0) == nil }
  }

  /// What stands in the column of units beside a sum over many of them.
  private static let sums = Set(
    [
      "toàn tỉnh", "toàn thành phố", "toàn huyện", "toàn xã", "toàn ngành", "cả tỉnh", "cả huyện", "cấp tỉnh",
      "cấp huyện", "cấp xã", "khối tỉnh", "khối huyện", "khối xã", "các huyện", "các xã", "all units",
    ].map { FoldedText($0) })

  /// What a form has before anybody fills it in.
  private static let filledIn: Set<DeclaredColumn> = [.unit, .period, .line, .counted]
  private static let none = Set(["none", "không"].map { FoldedText($0) })
  private static let noData = Set(
    [
      "no-data", "no data", "không có số liệu", "chưa có số liệu", "chưa có", "chưa thống kê",
      "không thống kê",
    ].map { FoldedText($0) })

  /// Whether a day reads with the month first, too.
  private static func isOpen(day text: String) -> Bool { ColumnEvidence.isOpen(day: Array(text.utf8)[...]) }

  private static func day(_ text: String) -> CivilDay? {
    if case .day(let day) = LogValue.day(Array(text.utf8)[...]) { day } else { nil }
  }
}
