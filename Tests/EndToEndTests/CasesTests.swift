import Foundation
import Testing

@Suite("The five cases under schedules/")
struct CasesTests {
  static let cases = ["binh-thanh-2018", "dak-lak-2024", "lai-chau-2018", "nghe-an-2019", "tan-hong-2020"]

  @Test("no case is forgotten")
  func everyFolderIsACase() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Command.root + "/schedules").sorted()
    #expect(folders.filter { !$0.contains(".") } == Self.cases)
  }

  @Test("each case comes out as its expected folder says, to the byte", arguments: cases)
  func comesOutAsExpected(name: String) throws {
    let folder = try Run(name)
    defer { folder.remove() }
    let expected = Command.root + "/schedules/\(name)/expected"
    for file in folder.names where !file.hasSuffix("/") {
      try Golden.expect(folder.text(file), at: "\(expected)/\(file)")
    }
    try Golden.expect(folder.output, at: "\(expected)/output.txt")
    let wanted = try FileManager.default.subpathsOfDirectory(atPath: expected).filter { $0.contains(".") }
      .sorted()
    #expect(wanted == (folder.names + ["output.txt"]).sorted(), "nothing is expected that does not come out")
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
    for file in first.names { #expect(try first.text(file) == second.text(file), "\(file)") }
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

    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(filePath: folder + "/" + name)), as: UTF8.self)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
  }
}
