import Mustache

/// The escaping of every text that goes into a page.
///
/// Mustache's own looks at whole Characters, and a `<` that a Unicode mark has drawn into its Character (such
/// as U+0600 before it) slips through. This one looks at each scalar.
package struct PageEscaping: MustacheContentType {
  /// The name by which a template asks for it.
  package static let name = "PAGE"

  /// Makes it known to templates that ask for it by ``name``; before the first of them is read.
  package static func register() { MustacheContentTypes.register(PageEscaping(), named: name) }

  /// The text with the five characters that mean something in HTML written as references.
  func escapeText(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
