import Testing

/// Made up.
@Suite(
  "Broadcasts and conferences make no sum: not in a plan's total, not on paper, not in the table of a level")
struct UnlikeTotalTests {
  private static let plan = """
    plan: gop-lech
    title: Tổng gộp lệch (số liệu minh họa)
    year: 2025
    from: 2024-12-16
    to: 2025-12-31
    units:
      tinh: { name: Tỉnh Mẫu, level: province }
      h-1: { name: Huyện Một, level: district, parent: tinh }
      h-2: { name: Huyện Hai, level: district, parent: tinh }
    outlets:
      tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: thứ Tư hằng tuần, at: "18:10", length: 20m }] }
      hop: { name: Hội trường, kind: event }
    lines:
      - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: tv, level: province, lead: tinh, quota: 54 kỳ }
      - { id: hn, title: Họp dân, form: hội nghị, outlet: hop, level: province, lead: tinh, quota: 8 hội nghị, scheduled: false }
      - { id: gio, title: Giờ phát thanh huyện, form: chương trình, outlet: hop, level: district, quota: 60 giờ, scheduled: false }
      - { id: nghe, title: Người dự, form: lượt người, outlet: hop, level: district, quota: "1,3 triệu lượt người", scheduled: false }
    totals:
      - { id: lech, title: Cộng lẫn lộn, lines: [cm, hn] }
      - { id: nguoi, title: Cộng người, lines: [gio, nghe] }
    reporting: { profile: SO_RIENG, cut-off: 15 }

    """

  private func station() throws -> Station {
    let station = try Station(plan: Self.plan)
    try station.write(
      "as-run/nk.csv",
      """
      ngày,giờ,kênh,tên chương trình,kỳ
      2024-12-18,18:10,Truyền hình,Chuyên mục,1
      2025-01-08,18:10,Truyền hình,Chuyên mục,4
      2025-01-15,18:10,Truyền hình,Chuyên mục,5
      2025-01-20,08:00,Hội trường,Họp dân,

      """)
    return station
  }

  private func squashed(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func line(_ beginning: String, _ text: String) throws -> String {
    try #require(text.split(separator: "\n").first { $0.hasPrefix(beginning) }, "\(text)").split(
      separator: " "
    )
    .joined(separator: " ")
  }

  @Test(
    "check says which total adds what cannot be added, and does not ask whether news lie inside attendances")
  func check() throws {
    let station = try station()
    defer { station.remove() }
    let told = try station.checked("vi")
    #expect(
      told.contains(
        "cảnh báo[UNLIKE_FIGURES]: Tổng “Cộng lẫn lộn” không cộng được: “54 kỳ” (tác phẩm báo chí) và “8 hội nghị” (sự kiện) "
          + "không cùng đơn vị tính."), "\(told)")
    #expect(told.contains("Tổng “Cộng người” không cộng được:"), "\(told)")
    #expect(!told.contains("POSSIBLE_DOUBLE_COUNT"), "\(told)")
    #expect(
      try station.checked().contains(
        "The total “Cộng lẫn lộn” cannot be added: “54 kỳ” (works) and “8 hội nghị” (events) do not count the same thing."
      ))
  }

  @Test("the report and its paper give the reason where the sum would stand")
  func report() throws {
    let station = try station()
    defer { station.remove() }
    let vi = try station.run("report", "--period", "2025", "--width", "400", language: "vi").output
    #expect(
      squashed(vi).contains(
        "Cộng lẫn lộn – – – – không cộng mục 1, 2: “Chuyên mục” (kỳ, tác phẩm báo chí) và “Họp dân” (hội nghị, sự kiện) "
          + "không cùng đơn vị tính"), "\(vi)")
    let en = try station.run("report", "--period", "2025", "--width", "400").output
    #expect(
      squashed(en).contains(
        "Cộng lẫn lộn – – – – does not add no. 1, 2: “Chuyên mục” (kỳ, works) and “Họp dân” (hội nghị, events) do not "
          + "count the same thing"), "\(en)")
    let csv = try station.run("report", "--period", "2025", "--format", "csv").output
    #expect(csv.contains("\r\ntotal,lech,Cộng lẫn lộn,,,,,,,,,,,,,,,"), "\(csv)")
    let paper = try station.run(
      "report", "--period", "2025", "--layout", "result", "--width", "400", language: "vi"
    )
    .output
    #expect(squashed(paper).contains("Cộng: Cộng lẫn lộn – – – – – không cộng"), "\(paper)")
    #expect(try station.publish(at: "2024-12-02T08:00").status == 0)
    let log = station.folder + "/as-run/nk.csv"
    #expect(try station.run("import", log, "--by", "An", "--at", "2025-02-01T08:00").status == 0)
    let close = try station.run("close", "--period", "2025-01", "--width", "400", language: "vi").output
    #expect(
      squashed(close).contains("Cộng: Cộng lẫn lộn (không – – – – – – cộng được: “Chuyên mục”"), "\(close)")
  }

  @Test("a level has its broadcasts and its conferences in rows of their own, and so has a month")
  func groups() throws {
    let station = try station()
    defer { station.remove() }
    let vi = try station.run("report", "--period", "2025", "--width", "400", language: "vi").output
    #expect(try line("Cấp tỉnh  ", vi).hasPrefix("Cấp tỉnh 51 3 "))
    #expect(try line("Cấp tỉnh – hội nghị", vi) == "Cấp tỉnh – hội nghị 0 1 0 0 1 0 0 0")
    #expect(try line("Tháng 1/2025  ", vi).contains(" 2 "))
    #expect(try line("Tháng 1/2025 – hội nghị", vi) == "Tháng 1/2025 – hội nghị 0 1 0 0 1 0 0 0")
    #expect(try line("Tỉnh Mẫu – hội nghị", vi).hasPrefix("Tỉnh Mẫu – hội nghị 0 1"))
  }

  @Test("the days of the plan before its first quarter have a row, so that the quarters add up to all")
  func quarters() throws {
    let station = try station()
    defer { station.remove() }
    let vi = try station.run("report", "--period", "2025", "--width", "400", language: "vi").output
    #expect(
      try line("Trước quý I (16/12/2024–31/12/2024)", vi).hasPrefix(
        "Trước quý I (16/12/2024–31/12/2024) 2 1 "))
    let en = try station.run("report", "--period", "2025", "--width", "400").output
    #expect(try line("Before quarter 1", en).hasPrefix("Before quarter 1 (16/12/2024–31/12/2024) 2 1 "))
  }

  @Test("of lines that nobody schedules no schedule is said to be short")
  func unscheduled() throws {
    let station = try station()
    defer { station.remove() }
    let told = try station.run("report", "--period", "2025", language: "vi")
    #expect(!(told.output + told.errors).contains("FORECAST_SHORT]: “Họp dân”"))
  }

  @Test("what units report is held against a plan in hours; a total that cannot be added is not without data")
  func consolidated() throws {
    let station = try station()
    defer { station.remove() }
    try station.write(
      "declared/ke.csv",
      """
      unit;period;line;value
      Huyện Một;2025-H1;gio;"12 giờ 30 phút"
      Huyện Hai;2025-H1;gio;1.050 phút
      Huyện Một;2025-H1;nghe;"1,1 triệu lượt người"
      Huyện Hai;2025-H1;nghe;5 nghìn lượt người

      """)
    let vi = try station.run("consolidate", "--period", "2025-H1", "--width", "400", language: "vi").output
    #expect(try line("Giờ phát thanh huyện", vi).contains("60 giờ 30 giờ – 50,00%"), "\(vi)")
    #expect(vi.contains("1.105.000 lượt người"), "\(vi)")
    #expect(try line("Cộng người", vi).contains("không cộng được: "), "\(vi)")
    #expect(try !line("Cộng người", vi).contains("không có số liệu"))
    let csv = try station.run("consolidate", "--period", "2025-H1", "--format", "csv").output
    let row = try #require(csv.split(separator: "\r\n").first { $0.hasPrefix("line,gio,") })
    #expect(row.hasSuffix(",3600,,50.00,,exact,phút"), "\(row)")
  }
}
