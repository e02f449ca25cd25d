import ScheduleModel

/// How an import is named: by the first digits of its entry's id.
struct LedgerKey: Hashable, Comparable {
  private let number: UInt64

  /// How many hexadecimal digits it has.
  static let length = 12

  /// The key in digits, small letters among them; `nil` for anything else.
  init?(_ digits: some StringProtocol) {
    guard digits.utf8.count == Self.length, digits.allSatisfy({ $0.isHexDigit && !$0.isUppercase }),
      let number = UInt64(digits, radix: 16)
    else { return nil }
    self.number = number
  }

  /// The key of an entry with this id.
  init(entry: String) { number = UInt64(entry.prefix(Self.length), radix: 16) ?? 0 }

  /// By number.
  static func < (left: LedgerKey, right: LedgerKey) -> Bool { left.number < right.number }

  /// The digits.
  var digits: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: Self.length - digits.count) + digits
  }
}

/// How a row of the ledger is named: by the key of its entry and its line there.
struct LedgerRowID: Hashable {
  /// The entry.
  let key: LedgerKey
  /// The line, from 1.
  let line: Int32

  /// The row of an entry on a line.
  init(key: LedgerKey, line: Int) {
    self.key = key
    self.line = Int32(clamping: line)
  }

  /// Reads `3f2a9c1b04de:17`, as it is written by ``text``; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let key = LedgerKey(text[..<colon]),
      let line = Int32(text[text.utf8.index(after: colon)...]), line > 0
    else { return nil }
    self.key = key
    self.line = line
    guard self.text == text else { return nil }
  }

  /// The name, `3f2a9c1b04de:17`.
  var text: String { "\(key.digits):\(line)" }
}
