import Foundation
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
    TRIGGER;RELATED=END:-PT39H
    DESCRIPTION;LANGUAGE=vi:Hạn: Dịch tiếng Mông: Cải cách hành chính – kỳ 1
    END:VALARM
    END:VEVENT
    """

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
