import Foundation

/// Whether a time zone exists, by its IANA name.
enum ZoneNames {
  /// `Asia/Ho_Chi_Minh` exists, `Asia/Hanoi` does not. Abbreviations and offsets are not names, and a name
  /// never leads anywhere else in the file system.
  static func exists(_ name: String) -> Bool {
    guard name != "UTC" else { return true }
    guard name.utf8.count <= 64, name.contains("/") else { return false }
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let areNames = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0)) }
    }
    return areNames && TimeZone(identifier: name)?.identifier == name
  }
}
