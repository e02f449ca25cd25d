/// Writes XML 1.0 in UTF-8, an element a line, so that two files differ where they say different things.
///
/// Its own writer: Foundation's XMLDocument keeps a tree of objects for the whole file, and is another library
/// to link for the sake of five escapes.
struct XMLText {
  private(set) var octets = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var open: [String] = []

  /// An attribute; left out when it has no value.
  typealias Attribute = (name: String, value: String?)

  /// The declaration of the document's type.
  mutating func type(_ root: String, system: String) {
    line("<!DOCTYPE \(root) SYSTEM \"\(system)\">")
  }

  /// An element with elements in it.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], _ content: (inout XMLText) -> Void) {
    line("<\(name)\(Self.written(attributes))>")
    open.append(name)
    content(&self)
    open.removeLast()
    line("</\(name)>")
  }

  /// An element with text, or with nothing; left out when the text is `nil`.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String?) {
    guard let text else { return }
    let tag = "<\(name)\(Self.written(attributes))"
    line(text.isEmpty ? tag + "/>" : "\(tag)>\(Self.escaped(text))</\(name)>")
  }

  private mutating func line(_ text: String) {
    octets.append(contentsOf: repeatElement(0x20, count: 2 * open.count))
    octets.append(contentsOf: text.utf8)
    octets.append(0x0A)
  }

  private static func written(_ attributes: [Attribute]) -> String {
    attributes.map { name, value in value.map { " \(name)=\"\(escaped($0, inAttribute: true))\"" } ?? "" }
      .joined()
  }

  /// The text with what XML reads as markup escaped, and without what no XML file may hold
  /// (XML 1.0 §2.2): control characters, half surrogates, U+FFFE and U+FFFF.
  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"" where inAttribute: escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n":
        escaped.append(contentsOf: inAttribute ? " ".unicodeScalars : String(scalar).unicodeScalars)
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
