import ScheduleModel
import Testing

@testable import Calendars

@Suite("The whole text of small calendars")
struct GoldenTests {
  /// An edition on television, and its Hmong version a week later.
  private func tiny() throws -> (plan: Plan, schedule: Schedule) {
    let mong = try Sample.tag("hmn")
    let outlet = Sample.outlet(
      "tv", name: "Truyền hình Lai Châu",
      grid: [
        try Sample.grid(.dates([Sample.day("2020-04-02")]), id: "toi"),
        try Sample.grid(.dates([Sample.day("2020-04-09")]), id: "mong", at: "5h30", languages: [mong]),
      ])
    let plan = Sample.plan(
      title: "Tuyên truyền CCHC năm 2020", units: [Sample.unit("dai", "Đài PT-TH tỉnh")], outlets: [outlet],
      lines: [
        Sample.line(
          "cchc", title: "Cải cách hành chính Nhà nước", responsibility: Responsibility(producer: "dai"))
      ])
    let slots = GridExpansion.slots(of: plan).slots
    let placements = slots.map { slot in
      Placement(
        plan: plan.id, line: "cchc", edition: 1, language: slot.languages.first ?? .vietnamese, run: .first,
        slot: slot)
    }
    return (plan, Sample.schedule(slots, placements))
  }

  /// The text of one calendar of the tiny plan, with LF.
  private func text(_ name: String, _ language: ReaderLanguage) throws -> String? {
    let (plan, schedule) = try tiny()
    let file = CalendarExport.files(plan: plan, schedule: schedule, language: language).first {
      $0.name == name
    }
    #expect(file.map { CalendarCheck.problems(in: $0.text) } == [])
    return file?.text.replacing("\r\n", with: "\n")
  }

  @Test("the outlet's calendar for a Vietnamese reader: both versions, and the translation between them")
  func outlet() throws {
    let expected = #"""
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Lich Song//lichsong//VI
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      NAME:Truyền hình Lai Châu – Tuyên truyền CCHC năm 2020
      X-WR-CALNAME:Truyền hình Lai Châu – Tuyên truyền CCHC năm 2020
      X-WR-TIMEZONE:Asia/Ho_Chi_Minh
      REFRESH-INTERVAL;VALUE=DURATION:PT12H
      X-PUBLISHED-TTL:PT12H
      BEGIN:VTIMEZONE
      TZID:Asia/Ho_Chi_Minh
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0700
      TZOFFSETTO:+0700
      TZNAME:+07
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:p2020.cchc.1.vi@lichsong
      DTSTAMP:20200101T000000Z
      LAST-MODIFIED:20200101T000000Z
      SEQUENCE:0
      DTSTART;TZID=Asia/Ho_Chi_Minh:20200402T201500
      DTEND;TZID=Asia/Ho_Chi_Minh:20200402T203000
      SUMMARY;LANGUAGE=vi:Cải cách hành chính Nhà nước – kỳ 1
      DESCRIPTION;LANGUAGE=vi:Hình thức: chuyên mục\nKỳ: 1\nLượt:\#u{20}
       phát mới\nNgôn ngữ: tiếng Việt\nĐơn vị sản xuất: Đài\#u{20}
       PT-TH tỉnh\nKế hoạch: Tuyên truyền CCHC năm 2020
      LOCATION:Truyền hình Lai Châu
      CATEGORIES:truyền hình
      COLOR:royalblue
      STATUS:CONFIRMED
      TRANSP:TRANSPARENT
      CLASS:PUBLIC
      X-LICHSONG-LINE:cchc
      X-LICHSONG-EDITION:1
      X-LICHSONG-LANGUAGE;LANGUAGE=vi:vi
      X-LICHSONG-RUN:first
      END:VEVENT
      BEGIN:VEVENT
      UID:p2020.cchc.1.hmn@lichsong
      DTSTAMP:20200101T000000Z
      LAST-MODIFIED:20200101T000000Z
      SEQUENCE:0
      DTSTART;TZID=Asia/Ho_Chi_Minh:20200409T053000
      DTEND;TZID=Asia/Ho_Chi_Minh:20200409T054500
      SUMMARY;LANGUAGE=vi:Cải cách hành chính Nhà nước – kỳ 1 –\#u{20}
       tiếng Mông
      DESCRIPTION;LANGUAGE=vi:Hình thức: chuyên mục\nKỳ: 1\nLượt:\#u{20}
       phát mới\nNgôn ngữ: tiếng Mông\nĐơn vị sản xuất: Đài\#u{20}
       PT-TH tỉnh\nKế hoạch: Tuyên truyền CCHC năm 2020\nHạn dịch:\#u{20}
       08/04/2020\nBản gốc tiếng Việt: 02/04/2020
      LOCATION:Truyền hình Lai Châu
      CATEGORIES:truyền hình
      COLOR:royalblue
      STATUS:CONFIRMED
      TRANSP:TRANSPARENT
      CLASS:PUBLIC
      X-LICHSONG-LINE:cchc
      X-LICHSONG-EDITION:1
      X-LICHSONG-LANGUAGE;LANGUAGE=hmn:hmn
      X-LICHSONG-RUN:first
      END:VEVENT
      BEGIN:VTODO
      UID:todo-p2020.cchc.1.hmn@lichsong
      DTSTAMP:20200101T000000Z
      LAST-MODIFIED:20200101T000000Z
      SEQUENCE:0
      DTSTART;VALUE=DATE:20200402
      DUE;VALUE=DATE:20200408
      SUMMARY;LANGUAGE=vi:Dịch tiếng Mông: Cải cách hành chính Nhà\#u{20}
       nước – kỳ 1
      DESCRIPTION;LANGUAGE=vi:Phát: 09/04/2020 05:30\, Truyền hình Lai\#u{20}
       Châu\nĐơn vị sản xuất: Đài PT-TH tỉnh\nKế hoạch: Tuyên\#u{20}
       truyền CCHC năm 2020
      CATEGORIES:biên dịch
      RELATED-TO:p2020.cchc.1.hmn@lichsong
      STATUS:NEEDS-ACTION
      CLASS:PUBLIC
      X-LICHSONG-LINE:cchc
      X-LICHSONG-EDITION:1
      X-LICHSONG-LANGUAGE;LANGUAGE=hmn:hmn
      X-LICHSONG-RUN:first
      END:VTODO
      END:VCALENDAR

      """#
    #expect(try text("outlet-tv.ics", .vietnamese) == expected)
  }

  @Test("the Hmong editors' calendar for an English reader")
  func language() throws {
    let expected = #"""
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//Lich Song//lichsong//EN
      CALSCALE:GREGORIAN
      METHOD:PUBLISH
      NAME:In Hmong – Tuyên truyền CCHC năm 2020
      X-WR-CALNAME:In Hmong – Tuyên truyền CCHC năm 2020
      X-WR-TIMEZONE:Asia/Ho_Chi_Minh
      REFRESH-INTERVAL;VALUE=DURATION:PT12H
      X-PUBLISHED-TTL:PT12H
      BEGIN:VTIMEZONE
      TZID:Asia/Ho_Chi_Minh
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0700
      TZOFFSETTO:+0700
      TZNAME:+07
      END:STANDARD
      END:VTIMEZONE
      BEGIN:VEVENT
      UID:p2020.cchc.1.hmn@lichsong
      DTSTAMP:20200101T000000Z
      LAST-MODIFIED:20200101T000000Z
      SEQUENCE:0
      DTSTART;TZID=Asia/Ho_Chi_Minh:20200409T053000
      DTEND;TZID=Asia/Ho_Chi_Minh:20200409T054500
      SUMMARY;LANGUAGE=en:Cải cách hành chính Nhà nước – no. 1 –\#u{20}
       in Hmong
      DESCRIPTION;LANGUAGE=en:Form: chuyên mục\nNumber: 1\nRun: first\#u{20}
       run\nLanguage: Hmong\nProducer: Đài PT-TH tỉnh\nPlan: Tuyên truyền\#u{20}
       CCHC năm 2020\nTranslation due: 2020-04-08\nVietnamese original:\#u{20}
       2020-04-02
      LOCATION:Truyền hình Lai Châu
      CATEGORIES:television
      COLOR:royalblue
      STATUS:CONFIRMED
      TRANSP:TRANSPARENT
      CLASS:PUBLIC
      X-LICHSONG-LINE:cchc
      X-LICHSONG-EDITION:1
      X-LICHSONG-LANGUAGE;LANGUAGE=hmn:hmn
      X-LICHSONG-RUN:first
      END:VEVENT
      BEGIN:VTODO
      UID:todo-p2020.cchc.1.hmn@lichsong
      DTSTAMP:20200101T000000Z
      LAST-MODIFIED:20200101T000000Z
      SEQUENCE:0
      DTSTART;VALUE=DATE:20200402
      DUE;VALUE=DATE:20200408
      SUMMARY;LANGUAGE=en:Translate into Hmong: Cải cách hành chính Nhà\#u{20}
       nước – no. 1
      DESCRIPTION;LANGUAGE=en:Goes out: 2020-04-09 05:30\, Truyền hình Lai\#u{20}
       Châu\nProducer: Đài PT-TH tỉnh\nPlan: Tuyên truyền CCHC năm\#u{20}
       2020
      CATEGORIES:translation
      RELATED-TO:p2020.cchc.1.hmn@lichsong
      STATUS:NEEDS-ACTION
      CLASS:PUBLIC
      X-LICHSONG-LINE:cchc
      X-LICHSONG-EDITION:1
      X-LICHSONG-LANGUAGE;LANGUAGE=hmn:hmn
      X-LICHSONG-RUN:first
      END:VTODO
      END:VCALENDAR

      """#
    #expect(try text("language-hmn.ics", .english) == expected)
  }
}
