import Foundation
import ScheduleModel
import Yams

extension YAMLReader {
  /// The longest text that a value may be, in Unicode scalars.
  static let longestValue = 4_000

  /// A text in NFC, without blanks at the ends; `nil` with a finding for anything else.
  mutating func text(_ node: Node?) -> String? {
    guard let node else { return nil }
    let span = span(node)
    guard let scalar = node.scalar else {
      findings.append(.wrongType(at: span, what: Words(vi: "giá trị", en: "the value"), expected: .text))
      return nil
    }
    guard !isEmpty(node) else {
      findings.append(.emptyItem(at: span))
      return nil
    }
    let text = Self.trimmed(scalar.string.composed)
    if let control = text.unicodeScalars.first(where: { $0 != "\n" && SourceText.isControl($0) }) {
      findings.append(.controlCharacter(control, at: span))
      return nil
    }
    guard text.unicodeScalars.count <= Self.longestValue else {
      findings.append(.textTooLong(at: span, characters: text.unicodeScalars.count))
      return nil
    }
    return text
  }

  /// A phrase and what it is read by.
  struct QuantityPhrase: Hashable {
    let text: String
    let unit: CountingUnit?
    let limit: Int
  }

  private static func trimmed(_ text: String) -> String {
    // Letters at both ends, as nearly always.
    let ends = [text.unicodeScalars.first, text.unicodeScalars.last].compactMap(\.self)
    let isTrimmed = ends.allSatisfy {
      (0x21...0x7E) ~= $0.value || (0xC0...0x24F) ~= $0.value || (0x1EA0...0x1EF9) ~= $0.value
    }
    return isTrimmed ? text : text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// A value that `convert` makes of a text, or the finding that `refused` makes of it.
  mutating func value<Value>(
    _ node: Node?, _ convert: (String) -> Value?, refused: (String, SourceSpan) -> Finding
  ) -> Value? {
    guard let node, let text = text(node) else { return nil }
    if let value = convert(text) { return value }
    let span = span(node)
    findings.append(refused(text, span))
    return nil
  }

  /// A whole number within a range.
  mutating func number(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
    value(
      node, { text in Int(text).flatMap { range.contains($0) ? $0 : nil } },
      refused: { .badNumber($0, in: range, at: $1) })
  }

  /// One of the raw values of an enumeration.
  mutating func word<Value: RawRepresentable & CaseIterable>(
    _ node: Node?, of type: Value.Type, name: (Value) -> String = { $0.rawValue }
  ) -> Value? where Value.RawValue == String {
    value(
      node, Value.init(rawValue:),
      refused: { text, span in
        .unknownWord(text, Value.allCases.map(\.rawValue), names: Value.allCases.map(name), at: span)
      })
  }

  /// A level of government, by its word or its name.
  mutating func level(_ node: Node?) -> AdminLevel? {
    named(node, { AdminLevel(named: $0) }, \.rawValue) {
      .unknownWord($0, AdminLevel.allCases.map(\.rawValue), names: AdminLevel.allCases.map(\.name.vi), at: $1)
    }
  }

  /// The kind of an outlet, by its word or its name.
  mutating func kind(_ node: Node?) -> Outlet.Kind? {
    named(node, { Outlet.Kind(named: $0) }, \.rawValue) {
      .unknownWord(
        $0, Outlet.Kind.allCases.map(\.rawValue), names: Outlet.Kind.allCases.map(\.name.vi), at: $1)
    }
  }

  /// `true` or `false`, `yes` or `no`, `có` or `không`.
  mutating func truth(_ node: Node?) -> Bool? {
    named(
      node,
      { text in
        switch text.lowercased() {
        case "true", "yes", "có": true
        case "false", "no", "không": false
        default: nil
        }
      }, { $0 ? "true" : "false" }, refused: { .unknownWord($0, ["true", "false"], at: $1) })
  }

  /// A day: `2018-04-05`, `05/04/2018`.
  mutating func day(_ node: Node?) -> CivilDay? {
    named(
      node, { CivilDay(written: $0) }, \.description,
      refused: { [exampleYear] in .badDate($0, year: exampleYear, at: $1) })
  }

  /// A day of the week.
  mutating func weekday(_ node: Node) -> Weekday? {
    named(
      node, { Weekday(named: $0) }, \.code,
      refused: { .unknownWord($0, Weekday.allCases.map(\.code), at: $1) })
  }

  /// A value that has one spelling in the reference and may have others, which are remembered.
  private mutating func named<Value>(
    _ node: Node?, _ convert: (String) -> Value?, _ spelling: (Value) -> String,
    refused: (String, SourceSpan) -> Finding
  ) -> Value? {
    guard let read = value(node, convert, refused: refused) else { return nil }
    remember(node, spelling(read))
    return read
  }

  /// Remembers that a value is understood, and what the reference writes for it.
  mutating func remember(_ node: Node?, _ spelling: String) {
    guard let node, let text = node.scalar?.string, text.composed.onOneLine != spelling else { return }
    spellings.append((node, spelling))
  }

  /// Minutes: `15m`, `15 phút`, `1h30`.
  mutating func minutes(_ node: Node?) -> Int? {
    value(node, PlanValue.minutes, refused: { .badMinutes($0, at: $1) })
  }

  /// A quantity by the grammar of docs/quantities.md.
  ///
  /// - Parameter unit: The unit when the text has none.
  mutating func quantity(_ node: Node?, unit: CountingUnit?, limit: Int) -> Quantity? {
    guard let node, let text = text(node) else { return nil }
    // Many lines of a plan have the same figure.
    let phrase = QuantityPhrase(text: text, unit: unit, limit: limit)
    if let known = quantities[phrase] { return known }
    do throws(QuantityRefusal) {
      let quantity = try Quantity.reading(text, unit: unit, limit: limit)
      quantities[phrase] = quantity
      return quantity
    } catch {
      let span = span(node)
      findings.append(.badQuantity(error, at: span))
      return nil
    }
  }

  /// A length, or the least and the most: `10 - 15 phút`.
  mutating func lengths(_ node: Node?) -> ClosedRange<Int>? {
    value(node, PlanValue.lengths, refused: { .badLengths($0, at: $1) })
  }

  /// Days: `7d`, `7 ngày`.
  mutating func days(_ node: Node?) -> Int? {
    value(node, PlanValue.days, refused: { .badDays($0, at: $1) })
  }

  /// A whole number of per cent: `75%`, `75`.
  mutating func percent(_ node: Node?, in range: ClosedRange<Int>) -> Int? {
    value(
      node, { text in PlanValue.percent(text).flatMap { range.contains($0) ? $0 : nil } },
      refused: { .badWholePercent($0, in: range, at: $1) })
  }

  /// A language, by tag or name.
  mutating func language(_ node: Node) -> LanguageTag? {
    value(
      node, { BroadcastLanguage.tag(named: $0) ?? Self.statedTag($0) }, refused: { .badLanguage($0, at: $1) }
    )
  }

  /// A tag that the register lacks, where it is meant as one: `tag:lus`; one of the register's with more behind it
  /// (`km-kh`); or a private one (`x-…`). A short word alone may as well be a name that somebody mistyped.
  private static func statedTag(_ text: String) -> LanguageTag? {
    if text.lowercased().hasPrefix(BroadcastLanguage.tagPrefix) {
      return LanguageTag(text.dropFirst(BroadcastLanguage.tagPrefix.count))
    }
    guard let tag = LanguageTag(text), BroadcastLanguage.isUnderstood(tag) else { return nil }
    return tag
  }

  /// An IANA time zone.
  mutating func zone(_ node: Node?) -> String? {
    value(node, { ZoneNames.exists($0) ? $0 : nil }, refused: { .badZone($0, at: $1) })
  }

  /// An id: letters a to z, digits and hyphens, at most 60, beginning with a letter or digit.
  mutating func id(_ node: Node?) -> String? {
    value(node, { Self.isID($0) ? $0 : nil }, refused: { .badID($0, at: $1) })
  }

  static func isID(_ text: String) -> Bool {
    (1...60).contains(text.utf8.count) && text.first != "-"
      && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
