import Foundation
import Testing

/// An invented station: four documentaries in three parts each, on Fridays; all figures are made up.
@Suite("Works in parts, from the plan to the make-good")
struct PartsStoryTests {
  private static let plan = """
    plan: phim
    title: Phim tài liệu nhiều phần (số liệu minh họa)
    year: 2027
    revised: 2027-01-04
    outlets:
      tv: { name: Truyền hình tự đặt, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 20m }] }
    lines:
      - id: tai-lieu
        title: Phim tài liệu
        form: phim
        outlet: tv
        quota: 4 phim
        parts: 3
        length: 20m
        counts: [{ count: minutes }]

    """

  private struct Page: Decodable {
    struct Row: Decodable {
      let uid, start, run: String
      let edition: Int
    }
    let placements: [Row]
  }

  private struct Report: Decodable {
    struct Row: Decodable { let scheduled, aired, missed: Int? }
    let lines: [Row]
  }

  private func rows(_ station: Station) throws -> [Page.Row] {
    let page = try JSONDecoder().decode(
      Page.self, from: Data(try station.run("allocate", "--json").output.utf8))
    return page.placements.sorted { $0.start < $1.start }
  }

  private func counted(_ station: Station, _ period: String = "2027") throws -> String {
    let data = try station.run("report", "--period", period, "--format", "json").output
    let row = try #require(try JSONDecoder().decode(Report.self, from: Data(data.utf8)).lines.first)
    func text(_ value: Int?) -> String { value.map(String.init) ?? "–" }
    return "\(text(row.scheduled)) scheduled, \(text(row.aired)) aired, \(text(row.missed)) missed"
  }

  @Test("each part is a placement of its own; parts follow each other in order, on different days")
  func inOrder() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let rows = try rows(station)
    #expect(rows.count == 12)
    for edition in 1...4 {
      let parts = rows.filter { $0.edition == edition }
      let work = "phim.tai-lieu.\(edition).vi"
      #expect(parts.map(\.uid) == ["", ".part.2", ".part.3"].map { "\(work)\($0)@lichsong" })
      #expect(parts.map(\.run) == ["first", "part", "part"])
      #expect(Set(parts.map(\.start)).count == 3)
    }
    let days = rows.filter { $0.edition == 1 }.map { $0.start.prefix(10) }
    #expect(
      days == ["2027-02-12", "2027-02-19", "2027-02-26"], "the parts of a work lie close to each other")
    #expect(try station.checked() == "No findings.\n")
    #expect(
      try station.run("allocate", "--month", "2", "--width", "1000", language: "vi").output.contains(
        "phần 2/3"))
  }

  @Test("calendars say which part it is, and that each has to be recorded")
  func calendars() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    _ = try station.run("publish", "--by", "An", "--at", "2027-01-04T09:00", language: "vi")
    let vietnamese = try station.text("calendars/outlet-tv.ics").replacing("\r\n ", with: "")
    #expect(vietnamese.contains("SUMMARY;LANGUAGE=vi:Phim tài liệu – kỳ 2 – phần 3/3\r\n"))
    #expect(vietnamese.contains("UID:phim.tai-lieu.2.vi.part.3@lichsong\r\n"))
    #expect(vietnamese.contains("Lượt: phần 1/3"))
  }

  @Test("a work counts once when all its parts aired; a missed part is made good by itself")
  func counts() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let days = try rows(station).map { String($0.start.prefix(10)) }
    try station.publishFirst()
    // The parts are named in a column, in the title, and beside the edition; the second work lacks its second part.
    try station.write(
      "as-run/nhat-ky.csv",
      """
      ngày,giờ,kênh,tên,kỳ,phần,thời lượng
      \(days[0]),20:15,tv,Phim tài liệu,1,1,20
      \(days[1]),20:15,tv,Phim tài liệu: phần 2/3,,,19
      \(days[2]),20:15,tv,Phim tài liệu,1 phần 3,,20
      \(days[3]),20:15,tv,Phim tài liệu tập 1,2,,20
      \(days[5]),20:15,tv,Phim tài liệu phần cuối,2,,20

      """)
    #expect(try counted(station) == "4 scheduled, 1 aired, 1 missed")
    let report = try station.run("report", "--period", "2027").output.replacing(/\s+/, with: " ")
    #expect(report.contains("99"), "the minutes of all parts that aired add up")
    #expect(
      report.contains(
        "“Phim tài liệu” counts a work once all its 3 parts aired; not complete: no. 2 (without part 2)."))
    let vietnamese = try station.run("report", "--period", "2027", language: "vi").output
      .replacing(/\s+/, with: " ")
    #expect(vietnamese.contains("chưa đủ: kỳ 2 (thiếu phần 2)."))
    let explained = try station.run("report", "--period", "2027", "--explain", "tai-lieu").output
    #expect(explained.contains("not all parts of the work aired"))
    // The rest of the year again: the miss keeps its place, its make-good is of that part, the others stay.
    let log = station.folder + "/as-run/nhat-ky.csv"
    #expect(try station.run("import", log, "--by", "An", "--at", "2027-12-01T08:00").status == 0)
    let from = try #require(days.dropFirst(6).first)
    #expect(try station.run("allocate", "--from", from).status == 0)
    #expect(try station.publish(at: "\(from)T08:00").status == 0)
    let calendar = try station.text("calendars/outlet-tv.ics")
    #expect(calendar.contains("UID:phim.tai-lieu.2.vi.part.2.again.2@lichsong\r\n"))
    for edition in 3...4 {
      for part in ["", ".part.2", ".part.3"] {
        #expect(calendar.contains("UID:phim.tai-lieu.\(edition).vi\(part)@lichsong\r\n"))
      }
    }
  }

  @Test("a part that works of the line do not have is told, and is none of its works")
  func unknownPart() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let days = try rows(station).map { String($0.start.prefix(10)) }
    try station.publishFirst()
    try station.write(
      "as-run/a.csv",
      """
      date,time,outlet,title
      \(days[0]),20:15,tv,Phim tài liệu phần 4
      \(days[1]),20:15,tv,Phim tài liệu tập 2/4

      """)
    #expect(try counted(station) == "4 scheduled, 0 aired, 1 missed")
    let run = try station.run("reconcile")
    let told = (run.output + run.errors).replacing(/\s+/, with: " ")
    #expect(
      told.contains(
        "This row says part 4, but works of “Phim tài liệu” have 3 parts; it shows no work; 1 more row"))
  }

  @Test("a first part that was missed is made good, though later parts aired")
  func firstPartMissed() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let days = try rows(station).map { String($0.start.prefix(10)) }
    try station.publishFirst()
    let log =
      "date,time,outlet,title\n\(days[1]),20:15,tv,Phim tài liệu phần 2\n\(days[2]),20:15,tv,Phim tài liệu phần 3\n"
    try station.write("as-run/a.csv", log)
    #expect(try station.run("allocate", "--from", "2027-03-01").status == 0)
    let draft = try station.text("draft.csv")
    #expect(draft.contains("\nphim.tai-lieu.1.vi.again.2@lichsong,tai-lieu,1,vi,first,1,tv,"))
    #expect(!draft.contains("part.2.again"))
  }

  @Test("parts follow closely wherever pins and months put the first ones; where they cannot, it is told why")
  func closely() throws {
    func days(_ line: String, _ more: String = "") throws -> (days: [Int], told: String) {
      let station = try Station(
        plan: Self.plan.replacing("length: 20m\n    counts", with: "length: 20m\n    \(line)\n    counts")
          + more)
      defer { station.remove() }
      let rows = try rows(station).filter { $0.uid.contains("tai-lieu") }
      let gaps = (1...4).flatMap { edition in
        let starts = rows.filter { $0.edition == edition }.compactMap { Self.day($0.start) }
        return zip(starts, starts.dropFirst()).map { $1 - $0 }
      }
      return (gaps, try station.checked().replacing(/\s+/, with: " "))
    }
    let pinned = try days("pins: [2027-03-05, 2027-06-04]")
    #expect(pinned.days == Array(repeating: 7, count: 8))
    let crowded = try days("months: { 3: 4 }")
    #expect(crowded.days == [28, 7, 35, 7, 42, 7, 49, 7])
    #expect(
      crowded.told.contains(
        "“Phim tài liệu”: part 2 of 3 of no. 4 (14/05/2027) lies 49 days after the part before; all 6 openings between are "
          + "taken. Such parts: 3."), "\(crowded.told)")
    // A full channel: the other line makes way.
    let full = try days(
      "pins: [2027-03-05, 2027-06-04]",
      "  - { id: tin, title: Tin, form: tin, outlet: tv, quota: 40 tin, length: 20m }\n")
    #expect(full.days == Array(repeating: 7, count: 8))
  }

  /// The days since 2027 began.
  private static func day(_ start: String) -> Int? {
    let parts = start.prefix(10).split(separator: "-").compactMap { Int($0) }
    let months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    return parts.count == 3 ? months[parts[1] - 1] + parts[2] : nil
  }

  @Test("a later part that is published stays when an earlier work's first part is missed")
  func publishedPartStays() throws {
    let station = try Station(plan: Self.plan.replacing("quota: 4 phim", with: "quota: 2 phim"))
    defer { station.remove() }
    let days = try rows(station).map { String($0.start.prefix(10)) }
    try station.publishFirst()
    for parts in [[2, 3], [2]] {
      let log = parts.map { "\(days[$0 - 1]),20:15,tv,Phim tài liệu phần \($0)\n" }.joined()
      try station.write("as-run/a.csv", "date,time,outlet,title\n" + log + "2027-05-28,20:15,tv,Nhạc\n")
      let run = try station.run("allocate", "--from", "2027-06-01")
      #expect(run.status == 0)
      #expect(!(run.output + run.errors).contains("no slot left"), "\(run.output)")
      let draft = try station.text("draft.csv")
      for part in ["", ".part.2", ".part.3"] {
        #expect(draft.contains("\nphim.tai-lieu.2.vi\(part)@lichsong,"))
      }
      #expect(draft.contains("\nphim.tai-lieu.1.vi.part.3.again.2@lichsong,") == (parts == [2]), "\(draft)")
    }
  }

  @Test("a column for the part is read as people write it; a part that there is not is called that")
  func partColumn() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let days = try rows(station).map { String($0.start.prefix(10)) }
    try station.publishFirst()
    let head = "ngày,giờ,kênh,tên,kỳ,phần\n"
    try station.write(
      "as-run/a.csv",
      head + "\(days[0]),20:15,tv,Phim tài liệu,1,1/3\n\(days[1]),20:15,tv,Phim tài liệu,1,II\n"
        + "\(days[2]),20:15,tv,Phim tài liệu,1,phần 3/3\n")
    #expect(try counted(station) == "4 scheduled, 1 aired, 0 missed")
    try station.write(
      "as-run/a.csv", head + "\(days[0]),20:15,tv,Phim tài liệu,1,1\n\(days[1]),20:15,tv,Phim tài liệu,1,5\n")
    let run = try station.run("reconcile")
    let told = (run.output + run.errors).replacing(/\s+/, with: " ")
    #expect(told.contains("not complete: no. 1 (without part 2, 3)."), "\(told)")
    #expect(!told.contains("does not say which part"))
    #expect(!told.contains("substituted"), "\(told)")
    let explained = try station.run("report", "--period", "2027", "--explain", "tai-lieu").output
    #expect(explained.contains("names a part that its work does not have"), "\(explained)")
  }

  @Test("a work of which one part aired is not counted as aired by allocate")
  func notYetAired() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let days = try rows(station).map { String($0.start.prefix(10)) }
    try station.publishFirst()
    try station.write("as-run/a.csv", "date,time,outlet,title\n\(days[0]),20:15,tv,Phim tài liệu phần 1\n")
    let from = try #require(days.dropFirst(1).first)
    let text = try station.run("allocate", "--from", from, "--width", "1000").output
    let aired = try #require(
      text.split(separator: "\n").first { $0.contains("aired") && $0.contains("tai-lieu") })
    #expect(aired.split(separator: " ").compactMap { Int($0) }.prefix(13).allSatisfy { $0 == 0 }, "\(aired)")
  }
}
