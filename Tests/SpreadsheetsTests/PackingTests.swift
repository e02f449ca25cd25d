import Spreadsheets
import Testing

@Suite("Packing an archive")
struct PackingTests {
  private let entries = [
    ZipArchive.Entry(name: "b/first.xml", bytes: Array("<a/>".utf8)),
    ZipArchive.Entry(name: "a.txt", bytes: []),
    ZipArchive.Entry(name: "large", bytes: (0..<200_000).map { UInt8(truncatingIfNeeded: $0 / 7) }),
  ]

  @Test("what is packed comes out as it went in, in its order")
  func roundTrip() throws {
    let archive = try ZipArchive(ZipArchive.packed(entries))
    #expect(archive.names == entries.map(\.name))
    for entry in entries { #expect(try archive.bytes(of: entry.name) == entry.bytes, "\(entry.name)") }
  }

  @Test("the same files give the same bytes")
  func sameBytes() {
    #expect(ZipArchive.packed(entries) == ZipArchive.packed(entries))
  }
}
