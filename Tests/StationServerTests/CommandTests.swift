import Foundation
import Testing

/// The server as people start, use and stop it.
struct CommandTests {
  @Test(
    "one command serves Lai Châu's year, tells its address and a password once, and ends in order when told to"
  )
  func command_serves() throws {
    let server = try ServerProcess.start()
    let live = try Self.fetch(server.address + "/health/live")
    let status = server.stop()
    #expect(live == "live\n")
    #expect(status == 0)
  }

  @Test(
    "every page looks right in Chromium: nothing for axe to find, no page wider than its screen, no word on the console"
  )
  func pages_passInABrowser() throws {
    let server = try ServerProcess.start()
    defer { _ = server.stop() }
    let pictures = FileManager.default.temporaryDirectory.appending(
      path: "lichsong-pictures-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: pictures) }
    let found = try BrowserProgram.browse(
      server.address, login: server.first.login, password: server.first.password, pictures: pictures)
    #expect(found.status == 0 && found.output == "")
    let paper = try Data(contentsOf: pictures.appending(path: "year.pdf"))
    // The year fits on two sheets: the table, then the pictures.
    #expect(BrowserProgram.sheets(paper) <= 2)
    guard ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil else { return }
    for name in ["server-year.png", "server-phone.png"] {
      let kept = URL(filePath: "docs/pictures/\(name)")
      try Data(contentsOf: pictures.appending(path: name)).write(to: kept)
    }
    Issue.record("pictures were recorded")
  }

  /// What a program without a session gets.
  private static func fetch(_ address: String) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, urllib.request as u; sys.stdout.write(u.urlopen(sys.argv[1]).read().decode())", address,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
