import Digests
import HTTPTypes
import Hummingbird
import ScheduleModel

/// Which part of a list a program asks for: so many from a cursor on.
///
/// A cursor says where the next part begins, and of what the list was made: when that has changed, the program is told to
/// begin again, instead of getting a list with gaps.
struct PagePart {
  let start: Int
  let limit: Int
  /// By what a list is known again.
  private let list: String

  static let most = 1_000

  /// - Parameter state: What the list follows from, besides the address.
  init(_ visit: Visit, state: String) throws(Refusal) {
    let asked = visit.given("limit")
    guard let limit = asked.map({ Int($0) }) ?? 100, (1...Self.most).contains(limit) else {
      throw .unknown(
        asked ?? "", Words(vi: "limit là số từ 1 đến 1000", en: "limit is a number from 1 to 1000"))
    }
    self.limit = limit
    let query = visit.request.uri.queryParameters.filter { !["cursor", "limit", "lang"].contains($0.key) }
      .map { "\($0.key)=\($0.value)" }.sorted()
    list = String(
      Digest.sha256("\(visit.request.uri.path)\n\(query.joined(separator: "&"))\n\(state)".utf8).prefix(16))
    guard let cursor = visit.given("cursor") else {
      start = 0
      return
    }
    guard let parts = cursor.wholeMatch(of: /([0-9a-f]{16})-([0-9]{1,12})/), let start = Int(parts.2) else {
      throw .unknown(
        cursor,
        Words(vi: "cursor là giá trị next của phần trước", en: "cursor is the next of the part before"))
    }
    guard parts.1 == list else { throw .changedList }
    self.start = start
  }

  /// The part of a list.
  func value<Element>(of list: some RandomAccessCollection<Element>, _ row: (Element) -> JSONValue)
    -> JSONValue
  {
    value(of: list) { part in part.map(row) }
  }

  /// The same, where what is told of the elements is worked out for the part alone.
  func value<Element>(
    of list: some RandomAccessCollection<Element>, rows: ([Element]) -> [JSONValue]
  ) -> JSONValue {
    let part = list.dropFirst(start).prefix(limit)
    let end = start + part.count
    return [
      "items": .array(rows(Array(part))), "total": .integer(list.count),
      "next": JSONValue(end < list.count ? "\(self.list)-\(end)" : nil),
    ]
  }

  static let parameters = [
    Operation.Parameter(
      name: "cursor", shape: .pattern("^[0-9a-f]{16}-[0-9]{1,12}$"),
      summary: Words(
        vi: "Giá trị next của phần trước; không có thì từ đầu.",
        en: "The next of the part before; without it, from the beginning.")),
    Operation.Parameter(
      name: "limit", shape: .count(1...most),
      summary: Words(vi: "Số mục mỗi phần, 1–1000; mặc định 100.", en: "How many, 1–1000; 100 unless given.")),
  ]
}

extension Refusal {
  /// What a list is made of has changed since its first part was given.
  static let changedList = Refusal(
    status: .conflict,
    words: Words(
      vi: "Dữ liệu đã đổi từ khi lấy phần đầu; hãy lấy lại từ đầu.",
      en: "The data have changed since the first part was given; begin again without a cursor."))
}
