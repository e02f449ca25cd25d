import Planning
import ScheduleModel

/// A value of a column, or of a statement's parameter.
enum StoreValue: Hashable, Sendable {
  case null
  case integer(Int)
  case text(String)
  case bytes([UInt8])

  /// A number that may be missing.
  static func integer(_ number: Int?) -> StoreValue { number.map { .integer($0) } ?? .null }

  /// A text that may be missing.
  static func text(_ text: String?) -> StoreValue { text.map { .text($0) } ?? .null }
}

/// A row that a statement gave: its values in the order in which the statement names the columns.
struct StoreRow: Sendable {
  let values: [StoreValue]

  /// The number in a column; `nil` where there is none.
  func optionalInteger(_ column: Int) -> Int? {
    if case .integer(let number) = values[column] { number } else { nil }
  }

  /// The text in a column; `nil` where there is none.
  func optionalText(_ column: Int) -> String? {
    if case .text(let text) = values[column] { text } else { nil }
  }

  /// The number in a column that always has one.
  func integer(_ column: Int) throws(StoreRefusal) -> Int {
    guard let number = optionalInteger(column) else { throw .unexpected("column \(column + 1) is no number") }
    return number
  }

  /// The text in a column that always has one.
  func text(_ column: Int) throws(StoreRefusal) -> String {
    guard let text = optionalText(column) else { throw .unexpected("column \(column + 1) is no text") }
    return text
  }

  /// The octets in a column that always has some.
  func bytes(_ column: Int) throws(StoreRefusal) -> [UInt8] {
    guard case .bytes(let bytes) = values[column] else {
      throw .unexpected("column \(column + 1) has no octets")
    }
    return bytes
  }
}

extension StoreRow {
  /// The time in UTC in a column that always has one.
  func time(_ column: Int) throws(StoreRefusal) -> LocalTime {
    let text = try text(column)
    guard let time = LocalTime(utc: text) else { throw .unexpected("“\(text)” is no time in UTC") }
    return time
  }

  /// The time in UTC in a column; `nil` where there is none.
  func optionalTime(_ column: Int) -> LocalTime? { optionalText(column).flatMap { LocalTime(utc: $0) } }
}

extension StoreValue {
  /// A time in UTC.
  static func time(_ time: LocalTime) -> StoreValue { .text(time.utcText) }

  /// A time in UTC that may be missing.
  static func time(_ time: LocalTime?) -> StoreValue { .text(time?.utcText) }
}
