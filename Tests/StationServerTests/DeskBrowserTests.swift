import Foundation
import StoreSupport
import Testing

/// The desk in Chromium, as people work on it; one after the other, since each has a server of its own.
@Suite(.serialized) struct DeskBrowserTests {
  @Test(
    "keys alone, the mouse, a finger, two browsers and no script: all move broadcasts, and axe finds nothing")
  func desk_isWorkedOn() throws {
    let (server, pictures, year) = try Self.served()
    let found = try BrowserProgram.work(
      server.address, login: server.first.login, password: server.first.password, pictures: pictures,
      plan: "sang-nam", day: "\(year)-03-10")
    #expect(found.output == "")
    #expect(found.status == 0)
    // Streams of events end with the server.
    #expect(server.stop() == 0)
  }

  @Test(
    "every page of a plan is at most 150 kB, nothing on it moves once it is there, and axe finds nothing, on a screen and a telephone"
  )
  func pages_areLightAndStill() throws {
    let (server, pictures, year) = try Self.served()
    let found = try BrowserProgram.measure(
      server.address, login: server.first.login, password: server.first.password, pictures: pictures,
      plan: "sang-nam", day: "\(year)-03-10")
    #expect(found.output == "")
    #expect(found.status == 0)
    #expect(server.stop() == 0)
  }

  /// A server with the plan of Lai Châu for the year to come, so that its days are open whenever this runs, and a folder for pictures.
  private static func served() throws -> (server: ServerProcess, pictures: URL, year: Int) {
    let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    let folder = TestedDatabase.newFolder() + "/sang-nam"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = try String(contentsOfFile: "schedules/lai-chau-2018/plan.yaml", encoding: .utf8)
    try text.replacingOccurrences(of: "2018", with: "\(year)").write(
      toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    let pictures = URL(filePath: folder + "/pictures")
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    return (try ServerProcess.start(folder), pictures, year)
  }
}
