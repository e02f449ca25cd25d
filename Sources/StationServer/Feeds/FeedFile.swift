import Digests
import ScheduleModel

/// A calendar as it is served: its octets plain and compressed, and by what a client knows them again.
struct FeedFile: Sendable {
  /// What it holds, for a list of calendars.
  let title: Words
  /// The octets.
  let octets: [UInt8]
  /// The same compressed (gzip, RFC 1952).
  let compressed: [UInt8]
  /// The strong entity tag of the octets, with its quotation marks; that of the compressed ones has `-gz` inside.
  let tag: String

  /// The tag of the compressed octets.
  var compressedTag: String { tag.dropLast() + "-gz\"" }

  init(title: Words, octets: [UInt8]) {
    self.title = title
    self.octets = octets
    compressed = Gzip.compress(octets)
    tag = "\"\(Digest.sha256(octets).prefix(32))\""
  }
}
