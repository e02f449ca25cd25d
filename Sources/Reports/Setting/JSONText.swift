/// JSON for scripts.
package enum JSONText {
  /// Keys in order, one value a line, slashes as they are; ends with a line feed.
  package static func of(_ value: some Encodable) -> String {
    let writer = JSONWriter()
    do {
      try writer.write(value)
    } catch {
      preconditionFailure("a row of plain values has no JSON: \(error)")
    }
    writer.bytes.append(0x0A)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Rows that are made one after the other while they are written, so that a million of them are never there at once.
struct JSONRows<Source: Collection, Row: Encodable>: Encodable {
  let source: Source
  let row: (Source.Element) -> Row

  init(_ source: Source, _ row: @escaping (Source.Element) -> Row) {
    self.source = source
    self.row = row
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for element in source { try container.encode(row(element)) }
  }
}
