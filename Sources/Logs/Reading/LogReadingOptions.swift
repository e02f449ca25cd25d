public import ScheduleModel
public import Spreadsheets

/// What is asked of the reading of logs, besides what they say.
public struct LogReadingOptions: Sendable {
  /// The saved mapping by which they are read; `nil` for what their content shows.
  public var mapping: LogMapping?
  /// The form; `nil` for the one that the content shows.
  public var form: LogForm?
  /// The encoding; `nil` for the one that the content shows.
  public var encoding: TextEncoding?
  /// The id or name of the outlet of rows that name none.
  public var outlet: String?
  /// The day of rows that name none.
  public var day: CivilDay?
  /// Whether the month comes first in days such as `05/04/2018`; `nil` for what the column shows.
  public var monthFirst: Bool?
  /// Whether day and month of a spreadsheet's date cells are turned round; `nil` for what the column shows.
  public var dateCellsTurned: Bool?
  /// Whether lengths such as `1:30` are hours and minutes; `nil` for what the column shows.
  public var lengthsInHours: Bool?
  /// Whether a point comes before decimals, as in `1,234.5`; `nil` for what the column shows.
  public var decimalPoint: Bool?
  /// The day on which the rows are recorded: nothing that is dated later has aired; `nil` where they are not recorded.
  public var recordedOn: CivilDay?
  /// What the schedule airs several times on a day without an hour; `nil` where that is not known.
  public var untimed: UntimedAirings?

  /// Nothing in particular.
  public init() {}
}

/// The forms in which logs come.
public enum LogForm: String, CaseIterable, Sendable {
  /// Cells parted by a character, with or without a header.
  case csv
  /// Cells in fixed characters of the line, by a saved mapping.
  case fixed
  /// A spreadsheet in Office Open XML.
  case xlsx
  /// LibreTime's playout history as its page exports it.
  case libretimeCSV = "libretime-csv"
  /// LibreTime's playout history as its interface gives it (`item-history-feed`).
  case libretimeJSON = "libretime-json"
  /// Rivendell's text log, technical, cut and music playout reports: a heading, then columns under dashes.
  case rivendellReport = "rivendell-report"
  /// Rivendell's reconciliation for traffic systems (CounterPoint, RadioTraffic): four times, cart, title.
  case rivendellELR = "rivendell-elr"
  /// Rivendell's reconciliation for CBSI DeltaFlex.
  case rivendellDeltaFlex = "rivendell-deltaflex"

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .csv: Words("CSV")
    case .fixed: Words(vi: "cột cố định", en: "fixed columns")
    case .xlsx: Words("Excel (XLSX)")
    case .libretimeCSV: Words("LibreTime CSV")
    case .libretimeJSON: Words("LibreTime JSON")
    case .rivendellReport: Words(vi: "nhật ký văn bản Rivendell", en: "Rivendell text log")
    case .rivendellELR: Words("Rivendell ELR")
    case .rivendellDeltaFlex: Words("Rivendell DeltaFlex")
    }
  }

  /// The form that a content shows; CSV when it shows no other.
  static func shown(by bytes: [UInt8]) -> LogForm {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .xlsx }
    let start = bytes.starts(with: LogHeader.byteOrderMark) ? 3 : 0
    let head = bytes[start...].prefix(4000).drop(while: \.isBlank)
    if let first = head.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      return .libretimeJSON
    }
    let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
    guard let first = lines.first else { return .csv }
    if first.hasPrefix("Air Log for CBSI") { return .rivendellDeltaFlex }
    if lines.prefix(10).contains(where: RivendellReport.isHeading) { return .rivendellReport }
    if RivendellELR.cells(of: first) != nil { return .rivendellELR }
    let names = first.lowercased()
    return ["startdate", "starttime", "title"].allSatisfy(names.contains) ? .libretimeCSV : .csv
  }
}
