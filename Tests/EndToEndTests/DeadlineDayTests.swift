import Foundation
import ScheduleModel
import Testing

@Suite("An editor's deadlines are on her telephone")
struct DeadlineDayTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    translators:
      to-mong: { name: Tổ tiếng Mông, per-week: 3 }
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
      mong: { name: Phát thanh tiếng Mông, kind: radio, grid: [{ id: sang, rule: FREQ=WEEKLY;BYDAY=MO, at: "05:30", length: 30m, languages: [Mông] }] }
    lines:
      - id: cm
        title: Cải cách hành chính
        form: chuyên mục
        outlet: tv
        quota: 1
        person: Nguyễn Thị Hoa
        versions: { into: [Mông], after: 7d, outlet: mong, translator: to-mong }
        deadlines: { translation: { before: 4d, at: "16:00" } }
    calendars:
      by: [person]
      feeds:
        - { id: mong, languages: [Mông] }
        - { id: mong-ngay, languages: [Mông], tasks: events }
        - { id: mong-ca-hai, translators: [to-mong], tasks: both }

    """

  /// The deadline as an event of a whole day, unfolded.
  private static let day = """
    BEGIN:VEVENT
    UID:due-vi-du.cm.1.hmn@lichsong
    DTSTAMP:20260105T020001Z
    LAST-MODIFIED:20260105T020001Z
    SEQUENCE:0
    DTSTART;VALUE=DATE:DAY
    DTEND;VALUE=DATE:NEXT
    SUMMARY;LANGUAGE=vi:Hạn: Dịch tiếng Mông: Cải cách hành chính – kỳ 1
    DESCRIPTION;LANGUAGE=vi:Phát: AIRED\\, Phát thanh tiếng Mông\\nNgười dịch: Tổ tiếng Mông\\nKế hoạch: Một ví dụ (số liệu minh họa)\\nBản gốc tiếng Việt: ORIGINAL\\nHạn trong ngày: 16:00
    CATEGORIES:biên dịch
    RELATED-TO:vi-du.cm.1.hmn@lichsong
    STATUS:CONFIRMED
    TRANSP:TRANSPARENT
    CLASS:PUBLIC
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-PT15H
    DESCRIPTION;LANGUAGE=vi:Hạn: Dịch tiếng Mông: Cải cách hành chính – kỳ 1
    END:VALARM
    END:VEVENT
    """

  @Test(
    "the airing of a version tells by when it is translated, and the day of its original, which moves with it"
  )
  func airing() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    #expect(
      try station.run("publish", "--by", "An", "--at", "2026-01-05T09:00", language: "vi").status == 0)
    func facts() throws -> (text: String, stamp: String) {
      let text = try station.text("calendars/translator-to-mong.ics").replacing("\r\n ", with: "")
      let event = try #require(
        text.components(separatedBy: "BEGIN:VEVENT\r\n").first { $0.hasPrefix("UID:vi-du.cm.1.hmn@") })
      func value(_ name: String) throws -> String {
        try #require(event.components(separatedBy: "\r\n").first { $0.hasPrefix(name) })
      }
      return (try value("DESCRIPTION"), try value("LAST-MODIFIED"))
    }
    let rows = try station.text("calendars/year.ics").matches(
      of: /DTSTART;TZID=Asia\/Ho_Chi_Minh:(\d{4})(\d\d)(\d\d)T/
    ).map { "\($0.output.3)/\($0.output.2)/\($0.output.1)" }
    let before = try facts()
    let translated = try #require(before.text.firstMatch(of: /Hạn dịch: (\d\d\/\d\d\/\d{4}) 16:00/))
    #expect(
      before.text.hasSuffix("\\nHạn dịch: \(translated.output.1) 16:00\\nBản gốc tiếng Việt: \(rows[0])"))
    #expect(before.text.contains("\\nNgười dịch: Tổ tiếng Mông\\n"))
    // The original goes out a week earlier; the version stays, and tells it.
    let earlier = try #require(CivilDay(written: rows[0])).advanced(by: -7)
    let moved = try station.run(
      "move", "vi-du.cm.1.vi@lichsong", "--to", "tv.toi.\(earlier)", "--at", "2026-01-06T08:00")
    #expect(moved.status == 0, "\(moved.errors)")
    #expect(try station.run("publish", "--by", "An", "--at", "2026-01-06T09:00", language: "vi").status == 0)
    let after = try facts()
    let day = "\(earlier)".split(separator: "-").reversed().joined(separator: "/")
    #expect(after.text.hasSuffix("\\nBản gốc tiếng Việt: \(day)"), "\(after.text)")
    #expect(after.stamp == "LAST-MODIFIED:20260106T020000Z", "\(after.stamp)")
  }

  @Test("an original that is not in Vietnamese is not called so")
  func originalInKhmer() throws {
    let station = try Station(
      plan: """
        plan: vi-du
        title: Một ví dụ (số liệu minh họa)
        year: 2026
        to: 2026-04-30
        translators: { sa: { name: Tổ dịch, per-week: 3 } }
        outlets:
          pt:
            name: Phát thanh tỉnh
            kind: radio
            grid:
              - { id: khmer, rule: FREQ=WEEKLY;BYDAY=WE, at: "11:30", length: 20m, languages: [Khmer] }
              - { id: viet, rule: FREQ=WEEKLY;BYDAY=MO, at: "17:00", length: 20m }
        lines:
          - { id: cm, form: chuyên mục, outlet: pt, grid: [khmer], language: Khmer, quota: 2, versions: { into: [Việt], after: 4d, translator: sa } }

        """)
    defer { station.remove() }
    #expect(
      try station.run("publish", "--by", "An", "--at", "2026-01-05T09:00", language: "vi").status == 0)
    let text = try station.text("calendars/translator-sa.ics").replacing("\r\n ", with: "")
    #expect(!text.contains("Bản gốc tiếng Việt"))
    // Each of the two in the airing and in the deadline.
    #expect(text.components(separatedBy: "Bản gốc tiếng Khmer: ").count == 5)
    let english = try Station(copying: station)
    defer { english.remove() }
    #expect(try english.run("export", "--out", english.folder + "/out").status == 0)
    #expect(
      try english.text("out/translator-sa.ics").replacing("\r\n ", with: "").contains("Khmer original: "))
  }

  @Test("deadlines are whole days with an alarm where a feed asks for it, and in calendars of translators")
  func days() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let published = try station.run("publish", "--by", "An", "--at", "2026-01-05T09:00", language: "vi")
    #expect(published.status == 0, "\(published.errors)")
    func calendar(_ name: String) throws -> String {
      try station.text("calendars/\(name).ics").replacing("\r\n ", with: "").replacing("\r\n", with: "\n")
    }
    func counts(_ name: String) throws -> [Int] {
      let text = try calendar(name)
      return ["UID:vi-du", "UID:due-", "UID:todo-"].map { text.components(separatedBy: "\n" + $0).count - 1 }
    }
    #expect(try counts("year") == [2, 0, 1])
    #expect(try counts("language-hmn") == [1, 0, 1])
    #expect(try counts("feed-mong") == [1, 0, 1])
    #expect(try counts("feed-mong-ngay") == [1, 1, 0])
    #expect(try counts("feed-mong-ca-hai") == [1, 1, 1])
    #expect(try counts("translator-to-mong") == [1, 1, 0])
    // What is translated is the translator's work, not that of who answers for the line.
    #expect(try counts("person-nguyen-thi-hoa") == [2, 0, 0])

    let text = try calendar("translator-to-mong")
    let event = try #require(
      text.components(separatedBy: "BEGIN:VEVENT\n").first { $0.hasPrefix("UID:due-") })
    let placements = try station.text("calendars/year.ics")
    let starts = placements.matches(of: /DTSTART;TZID=Asia\/Ho_Chi_Minh:(\d{8})T/).map { String($0.output.1) }
    let due = try #require(
      event.firstMatch(of: /DTSTART;VALUE=DATE:(\d{8})\nDTEND;VALUE=DATE:(\d{8})\n/)?.output)
    func words(_ day: String) -> String { "\(day.suffix(2))/\(day.dropFirst(4).prefix(2))/\(day.prefix(4))" }
    #expect(
      "BEGIN:VEVENT\n" + event.components(separatedBy: "END:VEVENT")[0] + "END:VEVENT"
        == Self.day.replacing("DAY\n", with: due.1 + "\n").replacing("NEXT\n", with: due.2 + "\n")
        .replacing("AIRED", with: words(starts[1]) + " 05:30").replacing("ORIGINAL", with: words(starts[0])))
    for name in ["translator-to-mong", "feed-mong-ca-hai", "year"] {
      #expect(try Command("check", station.folder + "/calendars/\(name).ics").status == 0)
    }
  }
}
