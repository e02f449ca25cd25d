import Foundation
import StoreSupport
import Testing

/// The desk in Chromium, as people work on it.
struct DeskBrowserTests {
  @Test(
    "keys alone, the mouse, a finger, two browsers and no script: all move broadcasts, and axe finds nothing")
  func desk_isWorkedOn() throws {
    // The plan of Lai Châu for the year to come, so that its days are open whenever this runs.
    let year = Calendar(identifier: .gregorian).component(.year, from: Date()) + 1
    let folder = TestedDatabase.newFolder() + "/sang-nam"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = try String(contentsOfFile: "schedules/lai-chau-2018/plan.yaml", encoding: .utf8)
    try text.replacingOccurrences(of: "2018", with: "\(year)").write(
      toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    let server = try ServerProcess.start(folder)
    let pictures = URL(filePath: folder + "/pictures")
    try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
    let found = try BrowserProgram.work(
      server.address, login: server.first.login, password: server.first.password, pictures: pictures,
      plan: "sang-nam", day: "\(year)-03-10")
    #expect(found.output == "")
    #expect(found.status == 0)
    // Streams of events end with the server.
    #expect(server.stop() == 0)
  }
}
