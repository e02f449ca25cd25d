import Calendars
import Foundation
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("Whatever happens to the child that reads a calendar, the program goes on and says so")
struct ReadingChildTests {
  private func read(_ script: String, seconds: Int = 30) throws -> [Finding] {
    var child = ReadingChild(program: "/bin/sh", arguments: ["-c", script])
    child.limits.seconds = seconds
    let reading = try child.read("/dev/null")
    #expect(reading.events == [])
    return reading.findings
  }

  @Test(
    "a crash, an end in the middle, nonsense, too many words: not read, and the memory is named",
    arguments: [
      "kill -SEGV $$", "kill -ILL $$", "exit 3", "echo '{\"events\": ['", "echo '{}'",
      "true",
      #"echo '{"events":[],"findings":[{"code":"NO_SUCH","severity":"error","message":["a","b"]}]}'"#,
    ])
  func dies(script: String) throws {
    let findings = try read(script)
    #expect(findings.map(\.code) == [.calendarUnread])
    #expect(findings.first?.message.en.contains("needs more than 256 MiB") == true)
  }

  @Test(
    "too much time of the processor, or of the clock: not read, and the time is named",
    arguments: ["kill -KILL $$", "exec sleep 60"])
  func slow(script: String) throws {
    let findings = try read(script, seconds: 1)
    #expect(findings.map(\.code) == [.calendarUnread])
    #expect(findings.first?.message.en.contains("took too long") == true)
  }

  @Test("what a reading says comes across whole")
  func crosses() throws {
    let findings = try read(
      #"echo '{"events":[],"findings":[{"code":"CALENDAR_ZONE","severity":"info","line":7,"message":["một","one"],"remedy":["hai","two"]}]}'"#
    )
    #expect(
      findings == [
        Finding(
          .calendarZone, .info, at: SourcePlace(file: "/dev/null", line: 7), Words(vi: "một", en: "one"),
          remedy: Words(vi: "hai", en: "two"))
      ])
  }

  @Test("what is no file, or a folder, is refused before anything is started")
  func refused() {
    let child = ReadingChild(program: "/bin/false", arguments: [])
    #expect(throws: FileRefusal(.read, "/nowhere", code: ENOENT)) { try child.read("/nowhere") }
    #expect(throws: FileRefusal(.read, "/tmp", code: EISDIR)) { try child.read("/tmp") }
  }
}
