import Calendars
import Foundation
import ScheduleModel
import Testing

@testable import StationFolder

@Suite("Calendars are written into a folder chunk by chunk, and only where they changed")
struct CalendarFolderTests {
  /// A year of works on four channels, one every few hours; each line has its own calendar.
  private struct Year {
    var count = 300
    /// The numbers of works that were moved by a day, in a second publication.
    var moved: Set<Int> = []
    var largestFeed = 1_000_000

    private static let place = SourcePlace(file: "plan.yaml", line: 1)

    private func plan() -> Plan {
      let days = CivilDay.year(2026)
      let outlets = (1...4).map { number in
        Outlet(
          id: "kenh-\(number)", name: "Kênh \(number)", kind: .television, level: nil, owner: nil,
          zone: "Asia/Ho_Chi_Minh", validity: .always, grid: [], place: Self.place)
      }
      let lines = (0..<20).map { number in
        PlanLine(
          id: "dong-\(number)", title: "Bản tin", form: CountingUnit(["tin"]),
          outlets: .each(["kenh-\(number % 4 + 1)"]), quota: nil, basis: .plan, placing: nil, versions: nil,
          responsibility: Responsibility(), topics: [], tone: nil, overlap: .unsaid, note: nil,
          place: Self.place)
      }
      return Plan(
        id: "m", title: "Năm 2026", year: 2026, days: days, revised: days.lowerBound, documents: [],
        units: [],
        outlets: outlets, blackouts: [], topics: [], lines: lines, totals: [],
        matching: MatchingTolerance(), remarks: [])
    }

    private func placement(_ number: Int, isMoved: Bool) -> Placement {
      let minute = number * 500_000 / count + (isMoved ? 1_440 : 0)
      let start = LocalTime(CivilDay.year(2026).lowerBound).adding(minutes: minute)
      let slot = Slot(
        outlet: "kenh-\(number % 4 + 1)", grid: "g", ruleDay: start.day,
        timing: .timed(start: start, minutes: 15), pieces: 1, languages: [])
      return Placement(
        plan: "m", line: "dong-\(number % 20)", edition: number / 20 + 1, language: .vietnamese, run: .first,
        slot: slot)
    }

    private func row(_ number: Int, isMoved: Bool) -> PublishedPlacement {
      PublishedPlacement(
        placement: placement(number, isMoved: isMoved), zone: "Asia/Ho_Chi_Minh", content: "",
        revision: .init(sequence: isMoved ? 1 : 0, publication: isMoved ? 1 : 0))
    }

    var publication: Publication {
      get throws {
        let plan = plan()
        let times = [0, 1].map {
          PublishedSchedule.Publication(time: LocalTime(plan.revised.advanced(by: $0)), plan: plan)
        }
        let rows = (0..<count).map { row($0, isMoved: moved.contains($0)) }
        let before = moved.map { row($0, isMoved: false) }
        let schedule = PublishedSchedule(
          publications: moved.isEmpty ? [times[0]] : times, rows: rows,
          earlier: Dictionary(uniqueKeysWithValues: before.map { ($0.placement.uid, [$0]) }))
        var terms = Publication.Terms()
        terms.further = [.line]
        terms.largestFeed = largestFeed
        return try #require(
          CalendarExport.publication(of: schedule, on: plan.revised, language: .english, terms: terms))
      }
    }

    @discardableResult
    func write(to folder: String, threads: Int = 2) throws -> WrittenCalendars {
      try CalendarFolder(folder).write(publication, threads: threads)
    }
  }

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

  private func numbers(in folder: String) throws -> [String: Int] {
    try files(in: folder).keys.reduce(into: [:]) { numbers, name in
      let facts = try FileManager.default.attributesOfItem(atPath: folder + "/" + name)
      numbers[name] = facts[.systemFileNumber] as? Int
    }
  }

  @Test("the octets do not depend on the number of threads or on chunks, and nothing unfinished is left")
  func threads() throws {
    try withFolder { folder in
      let year = Year(count: 5_000, moved: [7, 4_800], largestFeed: 400_000)
      let told = try year.write(to: folder + "/1", threads: 1)
      try year.write(to: folder + "/3", threads: 3)
      let written = try files(in: folder + "/1")
      #expect(try written == files(in: folder + "/3"))
      let composed = try year.publication.composed()
      #expect(written == Dictionary(uniqueKeysWithValues: composed.files.map { ($0.name, Data($0.octets)) }))
      #expect(told.largeFeeds == composed.findings && told.count == written.count)
      #expect(written.keys.contains("year-2026-01.ics") && written.keys.contains("line-dong-19.ics"))
    }
  }

  @Test("a calendar that did not change is not touched, and one that did is put in its place whole")
  func untouched() throws {
    try withFolder { folder in
      let year = Year()
      try year.write(to: folder)
      let (before, first) = (try numbers(in: folder), try files(in: folder))
      try year.write(to: folder)
      #expect(try numbers(in: folder) == before)
      // The numbers 51 and 151 are both of the line 11.
      try Year(moved: [51, 151]).write(to: folder)
      let (after, second) = (try numbers(in: folder), try files(in: folder))
      let changed = second.keys.filter { second[$0] != first[$0] }.sorted()
      #expect(changed == ["language-vi.ics", "line-dong-11.ics", "outlet-kenh-4.ics", "year.ics"])
      #expect(second.keys.filter { after[$0] != before[$0] }.sorted() == changed)
      let text = String(decoding: second["year.ics"] ?? Data(), as: UTF8.self)
      #expect(text.components(separatedBy: "SEQUENCE:1\r\n").count == 3)
    }
  }

  @Test(
    "calendars that were deleted, cut off, prolonged or differ by one letter come back in the same octets")
  func putRight() throws {
    try withFolder { folder in
      let year = Year(count: 2_500, moved: [3])
      try year.write(to: folder)
      let whole = try files(in: folder)
      let name = "outlet-kenh-4.ics"
      let data = try #require(whole[name])
      var letter = data
      letter[data.count - 40] ^= 1
      let path = URL(filePath: folder + "/" + name)
      for broken in [letter, data.prefix(data.count / 2), data + Data("X\r\n".utf8), data.prefix(300)] {
        try broken.write(to: path)
        let before = try numbers(in: folder)
        try year.write(to: folder)
        #expect(try files(in: folder) == whole)
        let after = try numbers(in: folder)
        #expect(after.keys.filter { after[$0] != before[$0] } == [name])
      }
      for file in whole.keys { try FileManager.default.removeItem(atPath: folder + "/" + file) }
      try year.write(to: folder)
      #expect(try files(in: folder) == whole)
    }
  }

  @Test(
    "what somebody else wrote stays, parts of such a calendar are written, and ours go when they are not wanted"
  )
  func othersFiles() throws {
    try withFolder { folder in
      let theirs = Data("BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//EN\r\nEND:VCALENDAR\r\n".utf8)
      for name in ["year.ics", "hop.ics"] { try theirs.write(to: URL(filePath: folder + "/" + name)) }
      let told = try Year(largestFeed: 40_000).write(to: folder)
      let written = try files(in: folder)
      #expect(written["year.ics"] == theirs && written["hop.ics"] == theirs)
      #expect(written.keys.contains("year-2026-01.ics"))
      #expect(told.folderFindings.map(\.code) == [.calendarNotOurs, .calendarNotOurs])
      #expect(told.count == written.count - 2)
      try Year().write(to: folder)
      #expect(try files(in: folder).keys.filter { $0.contains("-2026-") } == [])
      let none = try CalendarFolder(folder).write(nil)
      #expect(none.count == 0)
      #expect(try files(in: folder) == ["year.ics": theirs, "hop.ics": theirs])
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
      let stream = CalendarStream(path, over: try FileReader(path), isBlocked: false)
      stream.append(Array("whole".utf8)[...])
      #expect(try stream.end() == 5)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "abcd")
      try stream.commit()
      #expect(try files(in: folder) == ["a.ics": Data("whole".utf8)])
    }
  }
}
