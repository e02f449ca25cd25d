import Testing

/// A station that calls its programmes otherwise than the plan does.
@Suite(
  "Titles that no line bears are proposed by likeness, by how they begin, and by the opening in which they were aired"
)
struct UnknownTitleStoryTests {
  private static let plan = """
    plan: dai-mau
    title: Đài Mẫu năm 2027 (số liệu minh họa)
    year: 2027
    outlets:
      tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
      pt: { name: Phát thanh, kind: radio, grid: [{ id: sang, rule: "FREQ=WEEKLY;BYDAY=MO,WE,FR", at: "06:30", length: 10m }] }
    lines:
      - { id: cm, title: Chuyên mục “Nhịp cầu”, form: chuyên mục, outlet: tv, quota: 40 }
      - { id: tin, title: Tin cải cách hành chính trên sóng phát thanh, form: tin, outlet: pt, quota: 90 }

    """

  private func told(_ rows: String) throws -> String {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write("log.csv", "date,time,outlet,title\n" + rows)
    return try station.run("import", station.folder + "/log.csv", "--at", "2027-04-01T08:00").errors
      .replacing(
        station.folder, with: "FOLDER")
  }

  @Test("by the opening, twice at least, and by a common beginning")
  func proposed() throws {
    #expect(
      try told(
        """
        2027-03-01,06:30,pt,Tin cải cách hành chính
        2027-03-04,20:14,tv,Diễn đàn cử tri
        2027-03-05,21:00,tv,Phim truyện
        2027-03-11,20:16,tv,Diễn đàn cử tri
        2027-03-12,21:00,tv,Phim truyện
        2027-03-18,20:15,tv,Ca nhạc

        """) == """
          FOLDER/log.csv:1:1: warning[LOG_TITLES_UNKNOWN]: Titles of no line: 4, in 6 rows: “Diễn đàn cử tri” (2; aired in the openings of: cm), “Tin cải cách hành chính” (1; nearest: tin), “Phim truyện” (2), “Ca nhạc” (1).
            remedy: If that is meant, say so once for all logs: lichsong link PLAN --title 'Diễn đàn cử tri' --line cm --by NAME --reason WHY; or add it to the line's aliases.

          1 warning

          """)
  }

  @Test("not what is on the air every day at that hour, nor what goes out beside the line itself")
  func chance() throws {
    let weather = (1...28).map { "2027-02-\($0 < 10 ? "0" : "")\($0),20:10,tv,Thời tiết\n" }.joined()
    let beside = ["04", "11", "18"].map {
      "2027-03-\($0),20:14,tv,Quảng cáo\n2027-03-\($0),20:15,tv,Chuyên mục “Nhịp cầu”\n"
    }.joined()
    #expect(
      try told(weather + beside) == """
        FOLDER/log.csv:1:1: note[LOG_TITLES_UNKNOWN]: Titles of no line: 2, in 31 rows: “Thời tiết” (28), “Quảng cáo” (3).
          remedy: Nothing needs to be done about programmes outside the plan.

        1 note

        """)
  }
}
