import Reports

/// A value of JSON, as answers of the API are put together.
indirect enum JSONValue: Encodable, Sendable {
  case null
  case truth(Bool)
  case integer(Int)
  /// So many thousandths of a work, written in works.
  case works(Int)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// A text; `null` for none.
  init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// A number; `null` for none.
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .null }

  /// Whether something is so.
  init(_ isSo: Bool) { self = .truth(isSo) }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .truth(let isSo):
      var container = encoder.singleValueContainer()
      try container.encode(isSo)
    case .integer(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .works(let thousandths):
      var container = encoder.singleValueContainer()
      try container.encode(Double(thousandths) / 1_000)
    case .text(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .array(let values):
      var container = encoder.unkeyedContainer()
      for value in values { try container.encode(value) }
    case .object(let fields):
      var container = encoder.container(keyedBy: FieldName.self)
      for (name, value) in fields { try container.encode(value, forKey: FieldName(stringValue: name)) }
    }
  }

  /// The name of a field.
  private struct FieldName: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Keys in order, a value a line.
  var written: String { JSONText.of(self) }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByNilLiteral, ExpressibleByBooleanLiteral
{
  init(dictionaryLiteral fields: (String, JSONValue)...) {
    self = .object(Dictionary(fields, uniquingKeysWith: { first, _ in first }))
  }

  init(arrayLiteral values: JSONValue...) { self = .array(values) }

  init(stringLiteral text: String) { self = .text(text) }

  init(integerLiteral number: Int) { self = .integer(number) }

  init(nilLiteral: ()) { self = .null }

  init(booleanLiteral isSo: Bool) { self = .truth(isSo) }
}
