import Foundation
import Testing

@Suite("The cases under schedules/")
struct CasesTests {
  static let cases = [
    "binh-thanh-2018", "dai-mau-2024", "dak-lak-2024", "lai-chau-2018", "nghe-an-2019", "tan-hong-2020",
  ]

  @Test("no case is forgotten")
  func everyFolderIsACase() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Command.root + "/schedules").sorted()
    // The small examples have a page and a test of their own.
    #expect(folders.filter { !$0.contains(".") && $0 != "examples" } == Self.cases)
  }

  @Test("each case comes out as its expected folder says, to the byte", arguments: cases)
  func comesOutAsExpected(name: String) throws {
    let run = try Run(name)
    defer { run.remove() }
    let expected = Command.root + "/schedules/\(name)/expected"
    let whole = try run.names.filter {
      try !Self.isPacked($0) && (run.text($0).utf8.count <= Self.longestWhole || !$0.hasSuffix(".ics"))
    }
    for file in run.names where file.hasSuffix(".ics") {
      let check = try Command("check", run.folder + "/" + file, "--lang", "en")
      #expect(check.output == "No findings.\n", "\(file) passes the strict checker")
    }
    for file in whole { try Golden.expect(run.text(file), at: "\(expected)/\(file)") }
    try Golden.expect(run.output, at: "\(expected)/output.txt")
    try Golden.expect(run.listing(), at: "\(expected)/listing.txt")
    let wanted = try FileManager.default.subpathsOfDirectory(atPath: expected).filter { $0.contains(".") }
      .sorted()
    #expect(
      wanted == (whole + ["listing.txt", "output.txt"]).sorted(), "nothing is expected that does not come out"
    )
  }

  /// Calendars above this size are expected by their checksum in `listing.txt` alone.
  private static let longestWhole = 60_000

  /// Workbooks and documents are packed by libraries whose versions pack differently; their contents are
  /// looked at elsewhere.
  fileprivate static func isPacked(_ name: String) -> Bool {
    name.hasSuffix(".xlsx") || name.hasSuffix(".docx")
  }

  @Test("two runs give the same bytes", arguments: cases)
  func twoRunsAreEqual(name: String) throws {
    let first = try Run(name)
    let second = try Run(name)
    defer {
      first.remove()
      second.remove()
    }
    #expect(first.names == second.names)
    for file in first.names { #expect(try first.bytes(file) == second.bytes(file), "\(file)") }
  }

  /// A case worked by the command into a folder of its own.
  struct Run {
    let folder: String
    let output: String
    let names: [String]

    init(_ name: String) throws {
      folder = FileManager.default.temporaryDirectory.path + "/lichsong-case-\(UUID().uuidString)"
      let command = try Command("run", "schedules/\(name)", "--out", folder)
      output = command.output.replacingOccurrences(of: folder, with: "OUT")
      names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.contains(".") }.sorted()
    }

    func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(filePath: folder + "/" + name)) }

    /// Every file with its size and a checksum (FNV-1a, 64 bits), which stands for the largest calendars;
    /// packed files by their name.
    func listing() throws -> String {
      try names.map { name in
        if CasesTests.isPacked(name) { return "packed \(name)\n" }
        let bytes = try text(name).utf8
        let sum = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
        return "\(String(sum, radix: 16)) \(bytes.count) \(name)\n"
      }.joined()
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
  }
}
