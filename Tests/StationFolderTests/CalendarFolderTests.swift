import Foundation
import Testing

@testable import StationFolder

@Suite("Calendars are written into a folder stretch by stretch, and only where they changed")
struct CalendarFolderTests {
  /// Does something with a folder that is removed afterwards.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path(percentEncoded: false))
  }

  private func files(in folder: String) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.map { ($0, try Data(contentsOf: URL(filePath: folder + "/" + $0))) })
  }

  @Test("the octets do not depend on the number of threads, and nothing unfinished is left")
  func threads() throws {
    try withFolder { folder in
      let year = CalendarRehearsal(events: 1_500, isRevised: false)
      #expect(try year.publish(in: folder + "/1", isWhole: true, threads: 1) == 7_500)
      _ = try year.publish(in: folder + "/3", isWhole: true, threads: 3)
      let written = try files(in: folder + "/1")
      #expect(try written == files(in: folder + "/3"))
      #expect(written.keys.filter { $0.hasPrefix("line-") && $0.hasSuffix(".ics") }.count == 20)
      #expect(written.keys.allSatisfy { $0.hasSuffix(".ics") && !$0.hasPrefix(".") })
    }
  }

  @Test("a calendar that did not change is not touched, and one that did is put in its place whole")
  func untouched() throws {
    try withFolder { folder in
      func numbers() throws -> [String: Int] {
        try files(in: folder).keys.reduce(into: [:]) { numbers, name in
          let facts = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
          numbers[name] = facts[.systemFileNumber] as? Int
        }
      }
      let year = CalendarRehearsal(events: 300, isRevised: false)
      _ = try year.publish(in: folder, isWhole: true, threads: 2)
      let (before, first) = (try numbers(), try files(in: folder))
      _ = try year.publish(in: folder, isWhole: true, threads: 2)
      #expect(try numbers() == before)
      _ = try CalendarRehearsal(events: 300, isRevised: true).publish(in: folder, isWhole: true, threads: 2)
      let (after, second) = (try numbers(), try files(in: folder))
      // The numbers 50, 150 and 250 are all of the eleventh line.
      #expect(second["line-dong-10.ics"] == first["line-dong-10.ics"])
      #expect(after["line-dong-10.ics"] == before["line-dong-10.ics"])
      #expect(second["line-dong-11.ics"] != first["line-dong-11.ics"])
      let text = String(decoding: second["year.ics"] ?? Data(), as: UTF8.self)
      #expect(text.components(separatedBy: "SEQUENCE:1\r\n").count == 4)
      #expect(text.components(separatedBy: "STATUS:CANCELLED\r\n").count == 2)
      #expect(second.keys.allSatisfy { !$0.hasPrefix(".") })
    }
  }

  @Test("a calendar is put right that differs by one letter, or was left behind in an earlier revision")
  func putRight() throws {
    try withFolder { folder in
      func publish(isRevised: Bool) throws {
        let year = CalendarRehearsal(events: 300, isRevised: isRevised)
        _ = try year.publish(in: folder, isWhole: true, threads: 2)
      }
      try publish(isRevised: false)
      let first = try files(in: folder)
      try publish(isRevised: true)
      let second = try files(in: folder)
      let name = "line-dong-11.ics"
      let path = URL(filePath: folder + "/" + name)
      let text = String(decoding: second[name] ?? Data(), as: UTF8.self)
      let letters = [
        ("X-WR-CALNAME:Bản tin", "X-WR-CALNAME:Bản tiN"), ("END:VCALENDAR", "END:VCALENDAr"),
        ("LOCATION:Kênh 4", "LOCATION:Kênh 5"), ("TZNAME:+07", "TZNAME:+08"),
      ]
      for (letter, other) in letters {
        #expect(text.contains(letter))
        let place = try #require(text.range(of: letter))
        try Data(text.replacingCharacters(in: place, with: other).utf8).write(to: path)
        try publish(isRevised: true)
        #expect(try Data(contentsOf: path) != Data(text.replacingCharacters(in: place, with: other).utf8))
        if !letter.hasPrefix("LOCATION") { #expect(try files(in: folder) == second, "\(letter)") }
        for (file, bytes) in second { try bytes.write(to: URL(filePath: folder + "/" + file)) }
      }
      try #require(first[name]).write(to: path)
      try publish(isRevised: true)
      #expect(try files(in: folder) == second)
    }
  }

  @Test(
    "a file that another program changes meanwhile is refused, and one that lies unfinished is no hindrance")
  func changedMeanwhile() throws {
    try withFolder { folder in
      let path = folder + "/a.ics"
      try Data("abc".utf8).write(to: URL(filePath: path))
      let reader = try FileReader(path)
      #expect(reader.has(Array("bc".utf8), at: 1) && !reader.has(Array("bc".utf8), at: 0))
      try Data("abcd".utf8).write(to: URL(filePath: path))
      #expect(!reader.has(Array("abc".utf8), at: 0))
      #expect(throws: FileRefusal(.read, path, code: ESTALE)) { try reader.check() }
      let left = try AtomicFile(path)
      let next = try AtomicFile(path)
      try next.write(Array("whole".utf8), at: 0)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "abcd")
      try next.finish()
      left.discard()
      #expect(try files(in: folder) == ["a.ics": Data("whole".utf8)])
    }
  }
}
