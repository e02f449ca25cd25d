import ScheduleModel

/// How a file of the ledger is named: by the first digits of its hash.
struct LedgerKey: Hashable, Comparable {
  private let number: UInt32

  /// So many hexadecimal digits.
  static let length = 8

  /// The key in digits, small letters among them; `nil` for anything else.
  init?(_ digits: some StringProtocol) {
    guard digits.utf8.count == Self.length, digits.allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
      let number = UInt32(digits, radix: 16)
    else { return nil }
    self.number = number
  }

  /// The key of a file's content.
  init(hash: String) { number = UInt32(hash.prefix(Self.length), radix: 16) ?? 0 }

  /// The key in the name of a file; `nil` when it has none.
  init?(inName file: String) {
    let name = file.split(separator: "/").last ?? ""
    guard name.hasSuffix(".csv") else { return nil }
    self.init(name.dropLast(4).split(separator: "-").last ?? "")
  }

  /// By number.
  static func < (left: LedgerKey, right: LedgerKey) -> Bool { left.number < right.number }

  /// The digits.
  var digits: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: Self.length - digits.count) + digits
  }

  /// The name of a file: when it was recorded, and its key.
  func fileName(recorded: LocalTime) -> String {
    let time = recorded.time.description.prefix(5).filter { $0 != ":" }
    return "\(recorded.day)-\(time)-\(digits).csv"
  }
}

/// How a row of the ledger is named: by its file's key and its line.
struct LedgerRowID: Hashable {
  /// The file.
  let key: LedgerKey
  /// The line, from 1.
  let line: Int32

  /// The row of a file on a line.
  init(key: LedgerKey, line: Int) {
    self.key = key
    self.line = Int32(clamping: line)
  }

  /// Reads `3f2a9c1b:17`, as it is written by ``text``; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let key = LedgerKey(text[..<colon]),
      let line = Int32(text[text.utf8.index(after: colon)...]), line > 0
    else { return nil }
    self.key = key
    self.line = line
    guard self.text == text else { return nil }
  }

  /// The name, `3f2a9c1b:17`.
  var text: String { "\(key.digits):\(line)" }
}
