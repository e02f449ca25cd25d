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
  ///   - today: The day on which they are read, after which none was received; `nil` when that is not known.
  /// - Returns: The rows in the file's order, and a finding for each that cannot be read and is left out.
  /// - Complexity: Linear in the bytes.
  public static func read(
    _ bytes: [UInt8], file: String, plan: Plan, profile: ReportingProfile, decimalPoint: Bool? = nil,
    today: CivilDay? = nil
  ) -> (figures: [DeclaredFigure], findings: [Finding]) {
    let reader = DeclaredRowReader(
      plan: plan, profile: profile, decimalPoint: decimalPoint, today: today)
    let (figures, findings) = HandTable<DeclaredColumn>.rows(
      of: bytes, file: file, sheetsToo: true, missing: Finding.declaredColumnsMissing,
      doubled: Finding.declaredColumnTwice, passedOver: Finding.declaredColumnsPassedOver,
      broken: Finding.declaredRowBroken, row: reader.read)
    return (figures, findings)
  }

  /// Reads figures that the Book has: each stands where it stood in the file that came in. What was recorded stays so, also
  /// where such a row would be refused now.
  ///
  /// - Parameter source: The name of that file.
  /// - Complexity: Linear in the bytes.
  public static func recorded(_ bytes: [UInt8], source: String, plan: Plan, profile: ReportingProfile) -> (
    figures: [DeclaredFigure], findings: [Finding]
  ) {
    let reader = DeclaredRowReader(plan: plan, profile: profile, decimalPoint: nil, isRecorded: true)
    let (figures, findings) = HandTable<DeclaredColumn>.rows(
      of: bytes, file: source, origin: { DeclaredText.place(of: $1, in: $0, source: source) },
      missing: Finding.declaredColumnsMissing, broken: Finding.declaredRowBroken, row: reader.read)
    return (figures, findings)
  }
}

/// What a column of a declared figure tells.
enum DeclaredColumn: String, HandColumn {
  case unit, period, line, value, counted, trust, evidence, author, received, includes, note

  /// The columns without which a row says nothing.
  static let required: [DeclaredColumn] = [.unit, .period, .line, .value]
  static let numbers: DeclaredColumn? = .value
  static let days: DeclaredColumn? = .received

  /// Its Vietnamese name.
  var vietnamese: String { names.dropFirst().first ?? rawValue }

  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] {
    switch self {
    case .unit: ["unit", "đơn vị", "tên đơn vị", "đơn vị báo cáo"]
    case .period: ["period", "kỳ báo cáo", "kỳ"]
    case .line: LogColumn.line.names + ["nội dung"]
    case .value: ["value", "số liệu", "số lượng", "kết quả", "kết quả thực hiện", "số liệu thực hiện"]
    case .counted: ["counted", "đơn vị tính", "đvt", "counted in"]
    case .trust: LogColumn.trust.names
    // “Ghi chú” is a remark here, for there is a column for it.
    case .evidence: ["evidence", "minh chứng"]
    case .author: ["author", "người báo cáo", "người ghi"]
    case .received: ["received", "ngày nhận"]
    case .includes: ["includes", "gồm cả"]
    case .note: ["note", "ghi chú"]
    }
  }
}
