import Foundation
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("PDF by LibreOffice")
struct PDFConversionTests {
  @Test("without LibreOffice there is a sentence that says what to install")
  func notInstalled() {
    let refusal = #expect(throws: PDFConversion.Refusal.self) {
      try PDFConversion.pdf(of: [], programs: ["/nowhere"])
    }
    #expect(refusal == .notInstalled)
    #expect(
      refusal?.words[.english]
        == "There is no LibreOffice to make a PDF; install libreoffice-writer-nogui, or use --format docx.")
  }

  @Test("what it makes is handed back")
  func made() throws {
    let copy = #"while [ "$1" != --outdir ]; do shift; done; cp "$3" "$2/report.pdf""#
    #expect(try withProgram(copy) { try PDFConversion.pdf(of: [1, 2, 3], programs: [$0]) } == [1, 2, 3])
  }

  @Test("one that makes nothing, and one that never ends, are told apart")
  func refusals() throws {
    let failed = #expect(throws: PDFConversion.Refusal.self) {
      try withProgram("exit 0") { try PDFConversion.pdf(of: [], programs: [$0]) }
    }
    #expect(failed == .failed)
    let slow = #expect(throws: PDFConversion.Refusal.self) {
      try withProgram("exec sleep 60") { try PDFConversion.pdf(of: [], programs: [$0], seconds: 1) }
    }
    #expect(slow == .tooSlow(1))
  }

  @Test("it keeps its settings in a folder of its own, and whatever it leaves is removed, also when it fails")
  func nothingLeft() throws {
    for end in [
      "exit 1", "exec sleep 60", "(sleep 2; mkdir -p $HOME; echo late > $HOME/late) & exec sleep 60",
    ] {
      try withTestFolder { folder in
        let note = """
          echo "$HOME" > \(folder)/home; mkdir -p "$XDG_CACHE_HOME/fonts" "$HOME/.config/libreoffice"
          touch "$XDG_CONFIG_HOME.x" "$TMPDIR/lu.tmp"
          """
        #expect(throws: PDFConversion.Refusal.self) {
          try withProgram(note + "\n" + end) { try PDFConversion.pdf(of: [], programs: [$0], seconds: 1) }
        }
        let home = try String(contentsOfFile: folder + "/home", encoding: .utf8)
          .trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(home != NSHomeDirectory() && home.hasSuffix("/home"))
        if end.contains("late") { sleep(2) }
        #expect(!FileManager.default.fileExists(atPath: (home as NSString).deletingLastPathComponent))
      }
    }
  }

  @Test("the temporary folder of a killed run is removed by the next, one in use stays")
  func leftover() throws {
    let parent = FileManager.default.temporaryDirectory.path
    let left = parent + "/lichsong-temporary-killed"
    try FileManager.default.createDirectory(atPath: left + "/home", withIntermediateDirectories: true)
    let used = try TemporaryFolder()
    let next = try TemporaryFolder()
    #expect(!FileManager.default.fileExists(atPath: left))
    #expect(FileManager.default.fileExists(atPath: used.path))
    for folder in [used, next] { folder.remove() }
    #expect(!FileManager.default.fileExists(atPath: used.path))
  }

  /// A folder with a `soffice` that is a script.
  private func withProgram<Result>(_ script: String, _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.path + "/office-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(filePath: folder + "/soffice"))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder + "/soffice")
    return try body(folder)
  }
}
