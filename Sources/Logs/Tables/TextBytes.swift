import ScheduleModel

/// A text of cells parted by commas, as it grows.
struct TextBytes {
  var bytes: [UInt8] = []

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// A cell after another.
  mutating func field(_ text: String) {
    bytes.append(.comma)
    if !text.isEmpty { cell(text) }
  }

  /// A cell, in quotation marks where it has to be.
  mutating func cell(_ text: String) {
    guard Self.needsQuotes(text.utf8Span.span) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(.quote)
    for letter in text.utf8 {
      if letter == .quote { bytes.append(.quote) }
      bytes.append(letter)
    }
    bytes.append(.quote)
  }

  private static func needsQuotes(_ letters: Span<UInt8>) -> Bool {
    for index in letters.indices {
      let letter = letters[index]
      if letter <= .comma, letter == .comma || letter == .quote || letter.isLineEnd { return true }
    }
    return false
  }

  /// A number after another cell; empty for none.
  mutating func field(_ number: Int?) {
    bytes.append(.comma)
    guard let number else { return }
    if (0...99).contains(number) {
      if number >= 10 { bytes.append(UInt8(ascii: "0") + UInt8(number / 10)) }
      bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
    } else {
      append(String(number))
    }
  }

  /// A day after another cell, as its description is.
  mutating func field(_ day: CivilDay) {
    let (year, month, dayOfMonth) = day.components
    bytes.append(.comma)
    twoDigits(year / 100)
    twoDigits(year % 100)
    bytes.append(UInt8(ascii: "-"))
    twoDigits(month)
    bytes.append(UInt8(ascii: "-"))
    twoDigits(dayOfMonth)
  }

  /// A time after another cell, as its description is; empty for none.
  mutating func field(_ time: TimeOfDay?) {
    bytes.append(.comma)
    guard let seconds = time?.seconds else { return }
    twoDigits(seconds / 3600)
    bytes.append(UInt8(ascii: ":"))
    twoDigits(seconds / 60 % 60)
    guard seconds % 60 != 0 else { return }
    bytes.append(UInt8(ascii: ":"))
    twoDigits(seconds % 60)
  }

  mutating func end() { bytes.append(.lineFeed) }

  private mutating func twoDigits(_ number: Int) {
    bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
