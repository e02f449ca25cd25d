import Foundation
import Spreadsheets
import Testing

@Suite("ZIP archives of other programs")
struct ZipArchiveTests {
  /// `a.txt`, an empty entry, and one that deflates well.
  private static let sample = bytes(
    "UEsDBBQAAAAIAAAAhUw1xhB+CwAAAAkAAAAFAAAAYS50eHSryMxTSM44vCAfAFBLAwQUAAAACAAAAIVMAAAAAAIAAAAAAAAA"
      + "CQAAAGVtcHR5LnR4dAMAUEsDBBQAAAAIAAAAhUx2WfRMFwAAAIgTAAAIAAAAbWFueS50eHTtwTEBAAAAwqCs61/CFH5AAQAA"
      + "AABvA1BLAQIUAxQAAAAIAAAAhUw1xhB+CwAAAAkAAAAFAAAAAAAAAAAAAACAAQAAAABhLnR4dFBLAQIUAxQAAAAIAAAAhUwA"
      + "AAAAAgAAAAAAAAAJAAAAAAAAAAAAAACAAS4AAABlbXB0eS50eHRQSwECFAMUAAAACAAAAIVMdln0TBcAAACIEwAACAAAAAAA"
      + "AAAAAAAAgAFXAAAAbWFueS50eHRQSwUGAAAAAAMAAwCgAAAAlAAAAAAA")

  private static func bytes(_ base64: String) -> [UInt8] {
    Data(base64Encoded: base64).map { [UInt8]($0) } ?? []
  }

  private func text(_ name: String, in archive: ZipArchive) throws -> String {
    String(decoding: try archive.bytes(of: name), as: UTF8.self)
  }

  @Test("entries are listed in order and read by name, empty ones too")
  func entries_areRead() throws {
    let archive = try ZipArchive(Self.sample)
    #expect(archive.names == ["a.txt", "empty.txt", "many.txt"])
    #expect(try text("a.txt", in: archive) == "xin chào")
    #expect(try text("empty.txt", in: archive) == "")
    #expect(try text("many.txt", in: archive) == String(repeating: "a", count: 5000))
  }

  @Test("an entry that is not there is told by its name")
  func entry_thatIsMissing() throws {
    let archive = try ZipArchive(Self.sample)
    #expect(throws: ZipArchive.Fault.noEntry("b.txt")) { try archive.bytes(of: "b.txt") }
  }

  @Test("what is no archive, or only half of one, is refused", arguments: [0, 1, 100, 200])
  func archive_thatIsNone(length: Int) {
    #expect(throws: ZipArchive.Fault.notAnArchive) { try ZipArchive(Array(Self.sample.prefix(length))) }
    #expect(throws: ZipArchive.Fault.notAnArchive) { try ZipArchive(Array("date,outlet".utf8)) }
  }

  @Test("an entry that inflates beyond the limits is left, whatever it says of its size")
  func bomb_isLeft() throws {
    var limits = ZipArchive.Limits()
    limits.freeBytes = 1000
    limits.ratio = 20
    #expect(throws: ZipArchive.Fault.tooLarge("many.txt")) {
      try ZipArchive(Self.sample, limits: limits).bytes(of: "many.txt")
    }
    limits.ratio = 1000
    limits.entryBytes = 4999
    #expect(throws: ZipArchive.Fault.tooLarge("many.txt")) {
      try ZipArchive(Self.sample, limits: limits).bytes(of: "many.txt")
    }
    limits.entryBytes = 5000
    #expect(try ZipArchive(Self.sample, limits: limits).bytes(of: "many.txt").count == 5000)
    limits.entries = 2
    #expect(throws: ZipArchive.Fault.tooManyEntries(3)) { try ZipArchive(Self.sample, limits: limits) }
  }

  @Test("a changed byte and a password are told")
  func entry_thatCannotBeRead() throws {
    var changed = Self.sample
    let payload = 30 + "a.txt".utf8.count
    changed[payload + 3] ^= 0x41
    #expect(throws: ZipArchive.Fault.damaged("a.txt")) { try ZipArchive(changed).bytes(of: "a.txt") }

    var locked = Self.sample
    let directory = try #require(
      locked.indices.first { locked[$0...].starts(with: [0x50, 0x4B, 0x01, 0x02]) })
    locked[directory + 8] |= 1
    locked[6] |= 1
    #expect(throws: ZipArchive.Fault.encrypted("a.txt")) { try ZipArchive(locked).bytes(of: "a.txt") }
  }

  @Test("reading ends when the caller has enough")
  func reading_ends() throws {
    var pieces = 0
    try ZipArchive(Self.sample).read("many.txt") { _ in
      pieces += 1
      return false
    }
    #expect(pieces == 1)
  }
}
