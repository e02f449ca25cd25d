/// What JSON an operation takes or gives, for the description of the API (JSON Schema 2020-12).
indirect enum JSONShape: Sendable {
  case text
  /// A text of a known form: `date`, `date-time`.
  case formatted(String)
  /// One of some words.
  case word([String])
  /// A text of 1 to 100 characters.
  case short
  case integer
  /// A number within bounds, both of them included.
  case count(ClosedRange<Int>)
  /// A text that follows a pattern (ECMA-262).
  case pattern(String)
  case truth
  /// A number with decimals, within bounds, both of them included.
  case number(ClosedRange<Int>)
  /// The octets of a file, as a part of a form.
  case file
  /// Anything: what a report gives that has its own documentation.
  case anything
  case array(JSONShape)
  /// An object whose fields are all there, and no other.
  case object([String: JSONShape])
  /// An object whose first fields are all there; the others may be, and no other.
  case fields([String: JSONShape], optional: [String: JSONShape])
  /// An object of which only these fields are described.
  case open([String: JSONShape])
  /// What is there, or `null`.
  case orNull(JSONShape)
  /// A part that several operations have, by its name.
  case named(String)

  /// As the description has it.
  var schema: JSONValue {
    switch self {
    case .text: ["type": "string"]
    case .short: ["type": "string", "minLength": 1, "maxLength": 100]
    case .formatted(let format): ["type": "string", "format": .text(format)]
    case .word(let words): ["type": "string", "enum": .array(words.map { .text($0) })]
    case .integer: ["type": "integer"]
    case .count(let range):
      ["type": "integer", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    case .pattern(let pattern): ["type": "string", "pattern": .text(pattern)]
    case .truth: ["type": "boolean"]
    case .number(let range):
      ["type": "number", "minimum": .integer(range.lowerBound), "maximum": .integer(range.upperBound)]
    case .file: ["type": "string", "format": "binary"]
    case .anything: [:]
    case .array(let element): ["type": "array", "items": element.schema]
    case .object(let fields): JSONShape.fields(fields, optional: [:]).schema
    case .fields(let fields, let optional):
      [
        "type": "object",
        "properties": .object(fields.merging(optional) { first, _ in first }.mapValues(\.schema)),
        "required": .array(fields.keys.sorted().map { .text($0) }), "additionalProperties": false,
      ]
    case .open(let fields):
      [
        "type": "object", "properties": .object(fields.mapValues(\.schema)),
        "required": .array(fields.keys.sorted().map { .text($0) }),
      ]
    case .orNull(let shape): ["anyOf": [shape.schema, ["type": "null"]]]
    case .named(let name): ["$ref": .text("#/components/schemas/\(name)")]
    }
  }
}
