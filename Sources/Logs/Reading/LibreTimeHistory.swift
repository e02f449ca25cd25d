import Foundation
import ScheduleModel

/// LibreTime's playout history as its interface gives it: a list of objects with `starts` and `ends` on the
/// station's clock, `track_title`, `artist_name`, and what the station's template adds.
///
/// Each object is read by itself, so that a broken one never keeps the others from being read; a row's line is the
/// number of its object in the list.
enum LibreTimeHistory {
  /// What the cells tell.
  static let names = ["starts", "ends", "title", "artist_name", "track_language"]

  /// The rows of a list; objects that cannot be read have no cells.
  static func rows(_ bytes: [UInt8]) -> [(number: Int, cells: [String]?)]? {
    guard let objects = objects(in: bytes) else { return nil }
    return objects.enumerated().map { index, range in
      let object = try? JSONSerialization.jsonObject(with: Data(bytes[range])) as? [String: Any]
      return (index + 1, object.map(cells))
    }
  }

  private static func cells(_ object: [String: Any]) -> [String] {
    func text(_ names: String...) -> String {
      for name in names {
        if let text = object[name] as? String { return text }
        if let number = object[name] as? NSNumber { return number.stringValue }
      }
      return ""
    }
    return [
      text("starts"), text("ends"), text("track_title", "title"), text("artist_name", "creator", "artist"),
      text("language"),
    ]
  }

  /// Where the objects of the first list lie; `nil` when there is no list, or it does not end.
  private static func objects(in bytes: [UInt8]) -> [Range<Int>]? {
    guard let open = bytes.firstIndex(of: UInt8(ascii: "[")) else { return nil }
    var objects: [Range<Int>] = []
    var depth = 0
    var start = open
    var isText = false
    var index = open + 1
    while index < bytes.count {
      let byte = bytes[index]
      if isText {
        if byte == UInt8(ascii: "\\") { index += 1 } else if byte == .quote { isText = false }
      } else {
        switch byte {
        case .quote: isText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          if depth == 0 { start = index }
          depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          if depth == 0 { return objects }
          depth -= 1
          if depth == 0 { objects.append(start..<(index + 1)) }
        default: break
        }
      }
      index += 1
    }
    return nil
  }
}
