import Foundation

/// A text that is looked up by its bytes.
///
/// Texts are composed when they are read, so equal ones have equal bytes; to normalise them again, as a text does that
/// is looked up by itself, is what costs.
public struct ByteText: Hashable, Comparable, Sendable {
  /// The text.
  public let text: String

  /// A composed text.
  public init(_ text: String) { self.text = text }

  /// Compares bytes: two spellings of one letter differ.
  public static func == (left: ByteText, right: ByteText) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard left.count == right.count, let one = left.baseAddress, let other = right.baseAddress else {
          return left.isEmpty && right.isEmpty
        }
        return memcmp(one, other, left.count) == 0
      }
    }
  }

  /// By the bytes, which is the order of composed texts.
  public static func < (left: ByteText, right: ByteText) -> Bool {
    var (left, right) = (left.text, right.text)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        guard let one = left.baseAddress, let other = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(one, other, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
  }

  /// Hashes the bytes, without normalising them first.
  public func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
