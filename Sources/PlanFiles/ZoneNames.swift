import Foundation

/// Whether a time zone exists, by its IANA name.
enum ZoneNames {
  /// `Asia/Ho_Chi_Minh` exists, `Asia/Hanoi` does not. Abbreviations and offsets are not names.
  static func exists(_ name: String) -> Bool {
    (name.contains("/") || name == "UTC") && TimeZone(identifier: name) != nil
  }
}
