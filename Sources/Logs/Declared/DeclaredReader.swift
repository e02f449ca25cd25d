import Foundation
public import ScheduleModel

/// Reads the figures that lower units declare: CSV as ``AsRunReader`` takes it, or XLSX; a row for each figure.
///
/// `unit`, `period`, `line` and `value` must be there. The unit and the line are named by id, or by a name that only
/// one has; the period as reports name it; the value as a plan states a quota (`12`, `hơn 600 tin, bài, ảnh`), or
/// `không có số liệu`. `includes` names the units whose figures this one has already, parted by semicolons,
/// or says `none`.
public enum DeclaredReader {
  /// Reads the rows of one file.
  ///
  /// Numbers are read as Việt Nam writes them, `1.201`, unless one of the column can only be written the English way,
  /// `1,234,567`, and none the Vietnamese way.
  /// - Parameters:
  ///   - profile: How periods are cut.
  ///   - decimalPoint: Whether numbers are written the English way; `nil` for what the column shows.
  /// - Returns: The rows in the file's order, and a finding for each that cannot be read and is left out.
  /// - Complexity: Linear in the bytes.
  public static func read(
    _ bytes: [UInt8], file: String, plan: Plan, profile: ReportingProfile, decimalPoint: Bool? = nil
  ) -> (figures: [DeclaredFigure], findings: [Finding]) {
    let reader = DeclaredRowReader(plan: plan, profile: profile, decimalPoint: decimalPoint)
    let (figures, findings) = HandTable<DeclaredColumn>.rows(
      of: bytes, file: file, sheetsToo: true, missing: Finding.declaredColumnsMissing,
      broken: Finding.declaredRowBroken, row: reader.read)
    return (figures, findings)
  }

  /// Reads figures that the Book has: each stands where it stood in the file that came in.
  ///
  /// - Parameter source: The name of that file.
  /// - Complexity: Linear in the bytes.
  public static func recorded(_ bytes: [UInt8], source: String, plan: Plan, profile: ReportingProfile) -> (
    figures: [DeclaredFigure], findings: [Finding]
  ) {
    let reader = DeclaredRowReader(plan: plan, profile: profile, decimalPoint: nil)
    let (figures, findings) = HandTable<DeclaredColumn>.rows(
      of: bytes, file: source, origin: { DeclaredText.place(of: $1, in: $0, source: source) },
      missing: Finding.declaredColumnsMissing, broken: Finding.declaredRowBroken, row: reader.read)
    return (figures, findings)
  }
}

/// What a column of a declared figure tells.
enum DeclaredColumn: String, HandColumn {
  case unit, period, line, value, trust, evidence, author, received, includes, note

  /// The columns without which a row says nothing.
  static let required: [DeclaredColumn] = [.unit, .period, .line, .value]
  static let numbers: DeclaredColumn? = .value

  /// Its Vietnamese name.
  var vietnamese: String { names.dropFirst().first ?? rawValue }

  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] {
    switch self {
    case .unit: ["unit", "đơn vị"]
    case .period: ["period", "kỳ báo cáo", "kỳ"]
    case .line: LogColumn.line.names
    case .value: ["value", "số liệu", "số lượng"]
    case .trust: LogColumn.trust.names
    case .evidence: LogColumn.evidence.names
    case .author: ["author", "người báo cáo", "người ghi"]
    case .received: ["received", "ngày nhận"]
    case .includes: ["includes", "gồm cả"]
    case .note: ["note", "ghi chú"]
    }
  }
}

/// Turns rows into declared figures.
private struct DeclaredRowReader {
  private let profile: ReportingProfile
  private let year: Int
  private let vocabulary: LogVocabulary
  private let units: NamedThings
  private let lines: NamedThings
  private let kinds: [String: CountingUnit]
  private let decimalPoint: Bool?

  init(plan: Plan, profile: ReportingProfile, decimalPoint: Bool?) {
    self.profile = profile
    self.decimalPoint = decimalPoint
    year = plan.year
    vocabulary = LogVocabulary(plan: plan)
    units = NamedThings(Words(vi: "đơn vị", en: "unit"), plan.units.map { ($0.id, $0.name) })
    lines = NamedThings(
      Words(vi: "chỉ tiêu", en: "line"),
      plan.lines.flatMap { line in ([line.title] + line.aliases).map { (line.id, $0) } })
    kinds = Dictionary(
      plan.lines.map { ($0.id, $0.quota?.unit ?? $0.form) }, uniquingKeysWith: { first, _ in first })
  }

  func read(_ table: HandTable<DeclaredColumn>, _ row: LogRow, at place: LogPlace)
    -> Result<DeclaredFigure, RowFaults>
  {
    var faults = RowFaults()
    func text(_ column: DeclaredColumn) -> String? { table.text(column, in: row) }
    func value<Value>(_ column: DeclaredColumn, _ read: (String) -> Value?, _ fault: (String) -> Words)
      -> Value?
    {
      guard let text = text(column) else {
        if DeclaredColumn.required.contains(column) { faults.all.append(column.missing) }
        return nil
      }
      let value = read(text)
      if value == nil { faults.all.append(fault(text)) }
      return value
    }
    let isEnglish = decimalPoint ?? (table.signs == .decimalPoint)
    let unit = value(.unit, units.id, units.unknown)
    let period = value(
      .period, { ReportingPeriod(written: $0, in: year, profile: profile) }, unknownPeriod)
    let line = value(.line, lines.id, lines.unknown)
    // A figure of an unknown line is read all the same: what is wrong is the line.
    let figures = DeclaredFigureReader(unit: line.flatMap { kinds[$0] } ?? CountingUnit(["?"]))
    let quantity: Quantity?? = value(
      .value,
      { (text: String) -> Quantity?? in
        if Self.noData.contains(FoldedText(text)) { return .some(nil) }
        return figures.figure(isEnglish ? Self.vietnamese(text) : text).map { .some($0.quantity) }
      }, figures.notAFigure)
    // Which parts a unit reported is kept in its words; the line counts them together.
    let parts = text(.value).flatMap {
      figures.figure(isEnglish ? Self.vietnamese($0) : $0)?.isInParts == true ? $0 : nil
    }
    let remarks = [text(.note), parts].compactMap(\.self)
    let trust = value(.trust, vocabulary.trust) { RowFault.unknownTrust($0).words }
    let received = value(.received, Self.day) { RowFault.notADay($0).words }
    var includes: [String] = []
    let named = text(.includes).map { Self.none.contains(FoldedText($0)) ? "" : $0 }
    for name in (named ?? "").split(separator: ";") {
      let name = name.trimmingCharacters(in: .whitespaces)
      guard !name.isEmpty else { continue }
      if let id = units.id(name) { includes.append(id) } else { faults.all.append(units.unknown(name)) }
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

  private func unknownPeriod(_ text: String) -> Words {
    if let spelled = ReportingPeriod.spelled(text, in: year),
      let known = ReportingPeriod(spelled.part, of: spelled.year, profile: .calendarYear)
    {
      let parts = profile.samples(of: year).joined(separator: ", ")
      return Words(
        vi: "theo \(profile.code) không có báo cáo \(known.name.vi) (các kỳ: \(parts))",
        en: "\(profile.code) has no report on \(known.name.en) (its periods: \(parts))")
    }
    let samples = profile.samples(of: year).joined(separator: ", ")
    return Words(
      vi: "“\(cut(text))” không phải kỳ báo cáo theo \(profile.code) (viết như \(samples))",
      en: "“\(cut(text))” is no period of \(profile.code) (write it like \(samples))")
  }

  /// What a form has before anybody fills it in.
  private static let filledIn: Set<DeclaredColumn> = [.unit, .period, .line]
  private static let none = Set(["none", "không"].map { FoldedText($0) })
  private static let noData = Set(["no-data", "no data", "không có số liệu"].map { FoldedText($0) })

  private static func day(_ text: String) -> CivilDay? {
    if case .day(let day) = LogValue.day(Array(text.utf8)[...]) { day } else { nil }
  }
}

extension DeclaredColumn {
  /// That a row says nothing in it.
  fileprivate var missing: Words {
    switch self {
    case .unit: Words(vi: "chưa ghi đơn vị", en: "the unit is missing")
    case .period: Words(vi: "chưa ghi kỳ báo cáo", en: "the period is missing")
    case .line: Words(vi: "chưa ghi chỉ tiêu", en: "the line is missing")
    default:
      Words(
        vi: "chưa ghi số liệu (chưa có thì ghi “không có số liệu”)",
        en: "the value is missing (where there is none, write “no data”)")
    }
  }
}

/// Finds things of the plan by id, or by a name that only one of them has (``NameIndex``).
private struct NamedThings {
  /// What one of them is called.
  private let kind: Words
  private let byID: [String: String]
  private let byName: NameIndex
  private let names: [String]

  init(_ kind: Words, _ things: [(id: String, name: String)]) {
    self.kind = kind
    names = things.flatMap { [$0.id, $0.name] }
    byID = Dictionary(things.map { (FoldedText($0.id).text, $0.id) }, uniquingKeysWith: { first, _ in first })
    byName = NameIndex(things)
  }

  func id(_ text: String) -> String? { byID[FoldedText(text).text] ?? byName.id(named: text) }

  /// That a text names none of them, or more than one.
  func unknown(_ text: String) -> Words {
    let several = byName.ids(named: text).joined(separator: ", ")
    if !several.isEmpty {
      return Words(
        vi: "kế hoạch có nhiều \(kind.vi) tên “\(cut(text))” (ghi mã: \(several))",
        en: "the plan has more than one \(kind.en) “\(cut(text))” (write the id: \(several))")
    }
    let near = Suggestion.nearest(to: text, among: names)
    return Words(
      vi: "kế hoạch không có \(kind.vi) “\(cut(text))”" + (near.map { " (có phải là “\($0)”?)" } ?? ""),
      en: "the plan has no \(kind.en) “\(cut(text))”" + (near.map { " (did you mean “\($0)”?)" } ?? ""))
  }
}
