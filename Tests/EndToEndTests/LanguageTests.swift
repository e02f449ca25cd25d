import Foundation
import Testing

@Suite("Works are made in any language")
struct LanguageTests {
  private static let radio = """
    plan: phum-srok
    title: Phát thanh xã Phum Srok (số liệu minh họa)
    year: 2026
    from: 2026-03-01
    to: 2026-04-30
    outlets:
      dai:
        name: Đài Phum Srok
        kind: radio
        grid:
          - { id: khmer, rule: FREQ=WEEKLY;BYDAY=WE, at: "05:30", length: 30m, languages: [Khmer] }
          - { id: viet, rule: FREQ=WEEKLY;BYDAY=FR, at: "17:00", length: 60m, pieces: 2 }
          - { id: chung, rule: FREQ=MONTHLY;BYDAY=1SA, at: "06:00", length: 30m, languages: [Việt, Khmer] }
    lines:
      - { id: khmer, title: Tiếng nói Phum Srok, form: chương trình, outlet: dai, grid: [khmer], language: Khmer, quota: 8, versions: { into: [Việt], after: 2d, grid: [viet], works: 3 } }
      - { id: viet, title: Thời sự xã, form: chương trình, outlet: dai, grid: [viet], quota: 8 }
      - { id: chung, title: Trò chuyện hai thứ tiếng, form: chương trình, outlet: dai, grid: [chung], language: [Việt, Khmer], bilingual: true, quota: 2 }

    """

  /// A row without a language, one with a title in capitals, a version, and a bilingual programme by either language.
  private static let march = """
    date,time,outlet,title,language
    2026-03-04,05:30,dai,Tiếng nói Phum Srok,
    2026-03-11,05:30,dai,TIENG NOI PHUM SROK,
    2026-03-06,17:00,dai,Thời sự xã,
    2026-03-06,17:30,dai,Tiếng nói Phum Srok,Việt
    2026-03-13,17:00,dai,Thời sự xã,
    2026-03-07,06:00,dai,Trò chuyện hai thứ tiếng,Khmer
    2026-03-20,20:00,dai,Ca nhạc,
    2026-03-27,20:00,dai,Ca nhạc,
    2026-04-04,06:00,dai,Trò chuyện hai thứ tiếng,

    """

  /// The lines of a text from the first that begins so.
  private func lines(_ count: Int, from start: String, in text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.hasPrefix(start) }.prefix(count).joined(separator: "\n")
  }

  private func withRadio(_ work: (Station) throws -> Void) throws {
    let station = try Station(plan: Self.radio)
    defer { station.remove() }
    #expect(try station.run("check").output == "No findings.\n")
    let published = try station.publish(at: "2026-02-20T09:00")
    #expect(published.output.hasPrefix("Published: 21 added, 0 moved"), "\(published.errors)")
    try station.write("thang-3.csv", Self.march)
    let imported = try station.run(
      "import", station.folder + "/thang-3.csv", "--by", "An", "--at", "2026-04-05T09:00")
    #expect(imported.status == 0, "\(imported.output)\(imported.errors)")
    try work(station)
  }

  @Test("the schedule names both languages of a bilingual programme")
  func bilingual_isNamed() throws {
    let station = try Station(plan: Self.radio)
    defer { station.remove() }
    let month = try station.run("allocate", "--month", "3").output
    let row = try #require(month.split(separator: "\n").first { $0.contains("07/03/2026") })
    #expect(row.contains("Trò chuyện hai thứ tiếng, no. 1  Vietnamese and Khmer  "), "\(row)")
  }

  @Test(
    "a radio with Khmer originals, a Vietnamese version of some and a bilingual programme is counted in each language"
  )
  func radio_isCounted() throws {
    try withRadio { station in
      let english = try station.run("report").output
      #expect(
        lines(9, from: "No.  Content, form             Unit", in: english) == """
          No.  Content, form             Unit          Planned  Scheduled    Aired in       Aired  Aired of  Published  Note
                                                       for the             the period   since the   planned
                                                          year                         year began
          ───  ────────────────────────  ────────────  ───────  ─────────  ──────────  ──────────  ────────  ─────────  ────────────────────────────
          1    Tiếng nói Phum Srok       chương trình        8          8           2           2    25.00%          –  in Khmer; 3 missed; 3 no log
                                                                                                                        yet
          2    Thời sự xã                chương trình        8          8           2           2    25.00%          –  3 missed; 3 no log yet
          3    Trò chuyện hai thứ tiếng  chương trình        2          2           2           2   100.00%          –  in Vietnamese and Khmer

          """)
      #expect(
        lines(6, from: "By language", in: english) == """
          By language (originals and versions in it)

          Language    Scheduled  Aired  Late  Moved  Unplanned  Missed  Pre-empted  No log yet
          ──────────  ─────────  ─────  ────  ─────  ─────────  ──────  ──────────  ──────────
          Vietnamese         13      5     0      1          0       4           0           4
          Khmer              10      4     0      0          0       3           0           3
          """)
      let vietnamese = try station.run("report", language: "vi").output
      #expect(
        lines(8, from: "5. Bản dịch", in: vietnamese) == """
          5. Bản dịch

          Đếm riêng, không cộng vào số tác phẩm gốc.

          STT  Nội dung, hình thức  Ngôn ngữ  Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có  Đã gửi
                                                                                                         hiện               nhật ký
          ───  ───────────────────  ────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ──────
          1    Tiếng nói Phum Srok  Việt             3          1         0          1           0          1            0        1       0
          """)
      #expect(
        lines(2, from: "* Đếm", in: vietnamese) == """
          * Đếm tác phẩm gốc theo ngôn ngữ của từng chỉ tiêu, phát hoặc đăng lần đầu; bản dịch sang ngôn ngữ khác đếm
            riêng; phát lại, tiếp sóng và đăng thêm kênh không tính là tác phẩm mới.
          """)
      #expect(!english.contains("Vietnamese originals") && !vietnamese.contains("tiếng dân tộc"))
    }
  }

  @Test("rows without a language are recorded in that of the originals whose title they bear")
  func rows_areInTheLanguageOfTheOriginals() throws {
    try withRadio { station in
      let book = try FileManager.default.contentsOfDirectory(atPath: station.folder + "/book")
      let log = try station.text("book/\(try #require(book.first { $0.contains("-log-") }))")
      let tags = log.split(separator: "\n").filter { $0.contains(",dai,") }.map {
        $0.split(separator: ",", omittingEmptySubsequences: false)[6]
      }
      #expect(tags == ["km", "km", "vi", "vi", "vi", "vi", "vi", "vi", "vi"])
    }
  }

  @Test("calendars and listings say the language, and of a version that of its original")
  func calendars_sayTheLanguage() throws {
    try withRadio { station in
      let year = try station.text("calendars/year.ics").replacing("\r\n ", with: "")
      #expect(year.contains("SUMMARY;LANGUAGE=en:Tiếng nói Phum Srok – no. 1 – in Khmer\r\n"))
      #expect(year.contains("SUMMARY;LANGUAGE=en:Thời sự xã – no. 1\r\n"))
      #expect(
        year.contains("SUMMARY;LANGUAGE=en:Trò chuyện hai thứ tiếng – no. 1 – in Vietnamese and Khmer\r\n"))
      #expect(year.contains("X-LICHSONG-LANGUAGE;LANGUAGE=vi:vi\r\nX-LICHSONG-LANGUAGE;LANGUAGE=km:km\r\n"))
      for name in ["language-vi", "language-km"] {
        let calendar = try station.text("calendars/\(name).ics")
        #expect(calendar.contains("UID:phum-srok.chung.1.vi@lichsong"), "\(name)")
      }
      let checked = try Command("check", station.folder + "/calendars/year.ics", "--lang", "en")
      #expect(checked.status == 0, "\(checked.output)")

      #expect(try station.run("export", "--out", station.folder + "/out", "--format", "xmltv").status == 0)
      let guide = try station.text("out/xmltv.xml")
      #expect(guide.matches(of: /<language>vi<\/language>\s*<orig-language>km<\/orig-language>/).count == 3)
      #expect(guide.components(separatedBy: "<orig-language>").count == 4)
      #expect(try station.run("export", "--out", station.folder + "/out", "--format", "jsonld").status == 0)
      let events = try station.text("out/broadcasts.jsonld")
      #expect(events.contains("\"inLanguage\":\"vi\",\"name\":\"Tiếng nói Phum Srok\""))
      #expect(events.contains("\"translationOfWork\":{\"@id\":\"#khmer.2.km\"}"))
      #expect(events.contains("\"inLanguage\":[\"vi\",\"km\"],\"name\":\"Trò chuyện hai thứ tiếng\""))
    }
  }

  private static let newspaper = """
    plan: bao-ca-mau-moi
    title: Báo hai thứ tiếng (số liệu minh họa)
    year: 2026
    from: 2026-03-02
    to: 2026-03-29
    outlets:
      bao:
        name: Báo Phum Srok
        kind: newspaper
        grid:
          - { id: so-viet, rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR" }
          - { id: so-khmer, rule: "FREQ=WEEKLY;BYDAY=TU,TH", languages: [Khmer] }
    lines:
      - { id: viet, title: Số báo tiếng Việt, form: số, outlet: bao, quota: 12 }
      - { id: khmer, title: Số báo tiếng Khmer, form: số, outlet: bao, language: Khmer, quota: 8 }

    """

  @Test("a newspaper has two Khmer issues a week and three in Vietnamese, and neither takes the other's days")
  func newspaper_hasIssuesInTwoLanguages() throws {
    let station = try Station(plan: Self.newspaper)
    defer { station.remove() }
    #expect(try station.run("check").output == "No findings.\n")
    #expect(try station.publish(at: "2026-03-01T09:00").status == 0)
    let khmer = try station.text("calendars/language-km.ics").matches(of: /DTSTART;VALUE=DATE:(\d+)/)
    #expect(
      khmer.map(\.output.1) == [
        "20260303", "20260305", "20260310", "20260312", "20260317", "20260319", "20260324", "20260326",
      ])
    #expect(try station.text("calendars/language-vi.ics").components(separatedBy: "BEGIN:VEVENT").count == 13)
  }

  @Test("check says when no grid line carries the language of the works, in both languages")
  func check_saysThatNoGridLineCarriesTheLanguage() throws {
    let station = try Station(plan: Self.newspaper.replacing(", languages: [Khmer]", with: ""))
    defer { station.remove() }
    #expect(
      try station.run("check").output.replacing(station.folder, with: ".") == """
        ./plan.yaml:15:11: warning[LANGUAGE_WITHOUT_GRID]: “Số báo tiếng Khmer” is made in Khmer, but no grid line of its outlets carries that, so it cannot be scheduled.
          15 |   - { id: khmer, title: Số báo tiếng Khmer, form: số, outlet: bao, language: Khmer, quota: 8 }
             |           ^^^^^
          remedy: Write at a grid line: languages: [km]

        ./plan.yaml:15:11: error[QUOTA_NOT_MET]: Short by 8: “Số báo tiếng Khmer” needs 8 places, its grid lines carry no Khmer.
          15 |   - { id: khmer, title: Số báo tiếng Khmer, form: số, outlet: bao, language: Khmer, quota: 8 }
             |           ^
          remedy: Open 8 more places, or lower these quotas by 8 in all (takes an amending decision, written as amended).

        1 error, 1 warning

        """)
    #expect(
      try station.run("check", language: "vi").output.contains(
        "“Số báo tiếng Khmer” làm bằng tiếng Khmer nhưng các kênh của nó không có khung giờ nào mang tiếng đó, nên không xếp "
          + "lịch được."))
  }

  private static let four = """
    plan: bon-tieng
    title: Phát thanh bốn thứ tiếng (số liệu minh họa)
    year: 2026
    outlets:
      dai:
        name: Đài Nậm Sông
        kind: radio
        grid:
          - { id: mong, rule: FREQ=DAILY, at: "05:00", length: 30m, languages: [Mông] }
          - { id: thai, rule: FREQ=DAILY, at: "05:30", length: 30m, languages: [Thái] }
          - { id: dao, rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", at: "06:00", length: 30m, languages: [Dao] }
          - { id: ha-nhi, rule: "FREQ=WEEKLY;BYDAY=SA,SU", at: "06:00", length: 30m, languages: [Hà Nhì] }
    lines:
      - { id: dan-toc, title: Chương trình tiếng dân tộc, form: chương trình, outlet: dai, language: [Mông, Thái, Dao, Hà Nhì], quota: 1.000 }

    """

  @Test("1,000 programmes in four languages are counted one by one, each in the language of its opening")
  func thousand_inFourLanguages() throws {
    let station = try Station(plan: Self.four)
    defer { station.remove() }
    #expect(try station.publish(at: "2026-01-01T09:00").output.hasPrefix("Published: 1,000 added"))
    // The hour and the weekday tell the language of the first four; of the fifth nothing does.
    try station.write(
      "tuan.csv",
      """
      date,time,outlet,title
      2026-01-05,05:00,dai,Chương trình tiếng dân tộc
      2026-01-05,05:30,dai,Chương trình tiếng dân tộc
      2026-01-05,06:00,dai,Chương trình tiếng dân tộc
      2026-01-10,06:00,dai,Chương trình tiếng dân tộc
      2026-01-11,,dai,Chương trình tiếng dân tộc

      """)
    let imported = try station.run(
      "import", station.folder + "/tuan.csv", "--by", "An", "--at", "2026-02-01T09:00")
    #expect(
      (imported.output + imported.errors).replacing(station.folder, with: ".").contains(
        """
        ./tuan.csv:6:1: error[LOG_ROW_BROKEN]: This row is left out: the language is missing.
          6 | 2026-01-11,,dai,Chương trình tiếng dân tộc
            | ^
          remedy: Fill in the language.
        """))
    let report = try station.run("report").output
    let groups = lines(8, from: "By language", in: report).split(separator: "\n").dropFirst(3).map {
      $0.split(whereSeparator: { $0 == " " })
    }
    #expect(groups.compactMap(\.first) == ["Hmong", "Tai", "Iu", "Hani"])
    let scheduled = groups.compactMap { row in row.lazy.compactMap { Int($0) }.first }
    #expect(scheduled.reduce(0, +) == 1_000 && scheduled.allSatisfy { $0 > 90 })
    let aired = groups.map { row in row.lazy.compactMap { Int($0) }.dropFirst().first }
    #expect(aired == [1, 1, 1, 1])
  }

  @Test("a work in one of four languages keeps its UID when it goes into an opening in another")
  func move_keepsTheUID() throws {
    let station = try Station(plan: Self.four.replacing("quota: 1.000", with: "quota: 12"))
    defer { station.remove() }
    #expect(try station.publish(at: "2026-01-01T09:00").status == 0)
    let moved = try station.run(
      "move", "bon-tieng.dan-toc.12.hmn@lichsong", "--to", "dai.dao.2026-12-30", "--by", "An", "--at",
      "2026-01-02T09:00")
    #expect(moved.status == 0, "\(moved.output)\(moved.errors)")
    let again = try station.publish(at: "2026-01-02T10:00")
    #expect(
      again.output.hasPrefix("Published: 0 added, 1 moved, 0 withdrawn"), "\(again.output)\(again.errors)")
    let newest = try #require(
      FileManager.default.contentsOfDirectory(atPath: station.folder + "/book").sorted().last {
        $0.contains("publication")
      })
    #expect(
      try station.text("book/\(newest)").contains(
        "\nbon-tieng.dan-toc.12.hmn@lichsong,placement,dan-toc,12,ium,first,1,dai,dai.dao.2026-12-30,"))
  }

  @Test("a quota for each language is a line for each and a total")
  func quotaForEachLanguage() throws {
    let quota = "quota: { Thái: 24 chương trình, Dao: 12 chương trình }"
    let station = try Station(
      plan: Self.four.replacing("language: [Mông, Thái, Dao, Hà Nhì], quota: 1.000", with: quota))
    defer { station.remove() }
    let allocated = try station.run("allocate").output
    #expect(
      lines(4, from: "Line", in: allocated) == """
        Line         Content                     Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec  Year            Quota  Bound by
        ───────────  ──────────────────────────  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ────  ───────────────  ────────
        dan-toc-tai  Chương trình tiếng dân tộc    2    2    2    2    2    2    2    2    2    2    2    2    24  24 chương trình
        dan-toc-ium  Chương trình tiếng dân tộc    1    1    1    1    1    1    1    1    1    1    1    1    12  12 chương trình
        """)
    #expect(try station.publish(at: "2026-01-01T09:00").status == 0)
    #expect(
      lines(5, from: "3. Totals", in: try station.run("report").output) == """
        3. Totals

        Content, form               Planned for the year  Scheduled  Aired  Published  Note
        ──────────────────────────  ────────────────────  ─────────  ─────  ─────────  ─────────────
        Chương trình tiếng dân tộc       36 chương trình         36      –          –  adds no. 1, 2
        """)
  }

  @Test("what went out before a line had another language is told, and counts as its work no longer")
  func changedLanguage_isTold() throws {
    let station = try Station(plan: Self.newspaper)
    defer { station.remove() }
    #expect(try station.publish(at: "2026-03-01T09:00").status == 0)
    try station.write("log.csv", "date,outlet,title\n2026-03-03,bao,Số báo tiếng Khmer\n")
    #expect(
      try station.run("import", station.folder + "/log.csv", "--by", "An", "--at", "2026-03-04T09:00").status
        == 0)
    try station.replace("languages: [Khmer]", "languages: [Khmer, Chăm]", in: "plan.yaml")
    try station.replace("language: Khmer", "language: Chăm", in: "plan.yaml")
    let report = try station.run("report")
    #expect(
      (report.output + report.errors).replacing("\n", with: " ").contains(
        "The plan has no Khmer versions of “Số báo tiếng Khmer” any more."))
  }
}
