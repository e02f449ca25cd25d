/// A text that is looked up by its bytes.
///
/// Texts are composed when they are read, so equal ones have equal bytes; to normalise them again, as a text does that
/// is looked up by itself, is what costs.
struct ByteText: Hashable {
  /// The text.
  let text: String

  /// A composed text.
  init(_ text: String) { self.text = text }

  static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
