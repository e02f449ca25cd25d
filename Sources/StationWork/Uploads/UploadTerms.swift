import Planning
import ScheduleModel

/// How a file that was sent in is to be read, as its sender chose it.
public struct UploadTerms: Hashable, Codable, Sendable {
  /// Who sends it, as the Book will name them.
  public var author: String
  /// The name of a saved mapping; `nil` for the one whose pattern the file's name fits.
  public var map: String?
  /// The outlet of rows that name none.
  public var outlet: String?
  /// The day of rows that name none, `2018-04-05`.
  public var day: String?
  /// How far rows that do not say it can be relied on.
  public var trust: String?
  /// The encoding.
  public var encoding: String?
  /// Whether day or month comes first, one of `dayOrders`.
  public var dates: String?
  /// Whether the date cells of a spreadsheet are right as they show, one of `dateCells`.
  public var dateCells: String?
  /// What lengths with one colon are, one of `lengthOrders`.
  public var lengths: String?
  /// How numbers are written, one of `numberForms`.
  public var numbers: String?

  /// What each column is, where its sender pointed at them: `skip=1,date=1,title=3`, the number of each from 1.
  public var columns: String?

  /// The columns by their names, and how many rows come before the first broadcast; `nil` for a text that says neither.
  public var named: (columns: [String: Int], skip: Int)? {
    guard let columns else { return ([:], 0) }
    var found: [String: Int] = [:]
    for part in columns.split(separator: ",") {
      let pair = part.split(separator: "=")
      guard pair.count == 2, let number = Int(pair[1]), (0...1_000).contains(number),
        found.updateValue(number, forKey: String(pair[0])) == nil
      else { return nil }
    }
    let skip = found.removeValue(forKey: "skip") ?? 0
    let known = Set(StationYear.ImportRequest.columnNames.map(\.name))
    guard !found.isEmpty, found.allSatisfy({ known.contains($0.key) && (1...200).contains($0.value) }) else {
      return nil
    }
    return (found, skip)
  }

  /// Terms of somebody who leaves everything to what the file shows.
  public init(author: String) { self.author = author }

  /// A word that stands for none of the choices; `nil` when all are understood.
  public var unknown: String? {
    typealias Request = StationYear.ImportRequest
    let choices: [(String?, [String])] = [
      (dates, Request.dayOrders), (dateCells, Request.dateCells), (lengths, Request.lengthOrders),
      (numbers, Request.numberForms),
      (encoding, Request.encodings), (trust, AsRunEntry.Trust.allCases.map(\.rawValue)),
    ]
    for case (let chosen?, let known) in choices where !known.contains(chosen) { return chosen }
    if named == nil { return columns }
    return day.flatMap { CivilDay(iso: $0) == nil ? $0 : nil }
  }

  /// The request by which the file is read.
  func request(at time: LocalTime) -> StationYear.ImportRequest {
    var request = StationYear.ImportRequest(time: time, author: author)
    (request.map, request.outlet, request.encoding) = (map, outlet, encoding)
    request.day = day.flatMap { CivilDay(iso: $0) }
    request.trust = trust.flatMap(AsRunEntry.Trust.init)
    request.monthFirst = dates.map { $0 == "MM/dd" }
    request.dateCellsTurned = dateCells.map { $0 == "turned" }
    request.lengthsInHours = lengths.map { $0 == "h:mm" }
    request.decimalPoint = numbers.map { $0 == "1,234.5" }
    (request.columns, request.skip) = named ?? ([:], 0)
    return request
  }
}
