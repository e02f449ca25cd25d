import Foundation
import Testing

/// Plans, logs and reports that are made up: what one place says, every other place says too.
@Suite("Every output tells the same of one thing, and no remedy is untrue")
struct OneVerdictTests {
  private static let days = """
    plan: song-2026
    title: Hai buổi một ngày (số liệu minh họa)
    year: 2026
    outlets:
      pt:
        name: Phát thanh tỉnh
        kind: radio
        grid:
          - { id: sang, dates: [2026-05-06, 2026-05-13, 2026-05-20], at: "06:00", length: 20m }
          - { id: chieu, dates: [2026-05-06, 2026-05-13, 2026-05-20], at: "17:00", length: 20m }
    lines:
      - { id: nn, title: Nhà nông cần biết, form: chuyên mục, outlet: pt, grid: [sang], quota: 3 kỳ, repeats: { after: 0d, within: 0d, grid: [chieu] } }

    """

  private func flat(_ text: String) -> String { text.replacing(/\s+/, with: " ") }

  @Test("a work of which only the repeat went out is late that day, not as planned")
  func onlyTheRepeat() throws {
    let station = try Station(plan: Self.days)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/pt.csv",
      """
      date,time,outlet,line,edition,status
      2026-05-06,06:00,pt,nn,1,off-air
      2026-05-06,17:00,pt,nn,1,repeat
      2026-05-13,06:00,pt,nn,2,aired
      2026-05-13,17:00,pt,nn,2,repeat

      """)
    let report = try station.run("report", "--period", "2026-05", "--format", "json").output
    #expect(report.contains(/"aired" : 2,[^}]*"late" : 1,[^}]*"missed" : 0,/), "\(report)")
    #expect(
      flat(try station.run("report", "--period", "2026-05", language: "vi").output).contains(
        "1 phát lệch giờ"))
  }

  @Test("a row that says that it repeats the work then due counts as none, as its finding says")
  func repeatInsteadOfFirstRun() throws {
    let station = try Station(plan: Self.days.replacing(/, repeats: \{[^}]*\}/, with: ""))
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/pt.csv",
      "date,time,outlet,line,edition,status\n2026-05-06,06:00,pt,nn,1,repeat\n2026-05-13,06:00,pt,nn,2,aired\n"
    )
    let told = try station.run("report", "--period", "2026-05", "--format", "json")
    #expect(told.output.contains(/"aired" : 1,[^}]*"missed" : 1,/), "\(told.output)")
    #expect(told.output.contains("no. 1 counts as not aired"), "\(told.output)")
  }

  @Test("an edition within the plan's range is none beyond the plan")
  func editionInRange() throws {
    let station = try Station(
      plan: Self.days.replacing("quota: 3 kỳ", with: "quota: 2 - 5 kỳ").replacing(
        /, repeats: \{[^}]*\}/, with: ""))
    defer { station.remove() }
    func told(_ edition: Int) throws -> Bool {
      try station.write(
        "as-run/pt.csv", "date,time,outlet,line,edition\n2026-05-20,06:00,pt,nn,\(edition)\n")
      let run = try station.run("report", "--period", "2026-05")
      return (run.output + run.errors).contains("LOG_EDITION_DOUBTFUL")
    }
    #expect(try !told(5))
    #expect(try told(6))
  }

  @Test("over a plan of two years, what is counted since the plan began is called so on the papers")
  func severalYears() throws {
    let station = try Station(
      plan: """
        plan: hai-nam
        title: Đề án hai năm (số liệu minh họa)
        year: 2025
        from: 2025-01-01
        to: 2026-12-31
        outlets: { bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: so, rule: ngày 10 hằng tháng }] } }
        lines:
          - { id: bv, title: Bài viết, form: bài, outlet: bao, quota: 24 bài }

        """)
    defer { station.remove() }
    try station.write(
      "as-run/bao.csv", "date,outlet,line,edition\n2025-01-10,bao,bv,1\n2026-01-10,bao,bv,13\n")
    func heading(_ arguments: String..., language: String = "vi") throws -> String {
      let run = try Command(
        program: Command.path,
        ["report", station.folder, "--period", "2026"] + arguments + ["--lang", language])
      return flat(run.output)
    }
    #expect(try heading("--layout", "result").contains("đầu kế"))
    #expect(try !heading("--layout", "result").contains("từ đầu năm"))
    #expect(try !heading("--layout", "result", language: "en").contains("the year began"))
  }

  @Test("the length of a piece is its own wherever it is printed, not that of the opening")
  func lengthOfAPiece() throws {
    let station = try Station(
      plan: """
        plan: ba-mau-2026
        title: Mẩu tin (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-06-09], at: "19:00", length: 45m, pieces: 4 }] }
        lines:
          - { id: m, title: Mẩu tin, form: tin, outlet: tv, length: 12m, quota: 3 tin }

        """)
    defer { station.remove() }
    let month = try station.run("allocate", "--month", "6", language: "vi").output
    #expect(month.contains("12 phút") && !month.contains("45 phút"), "\(month)")
  }

  @Test("a paper to sign has the time that counts of a quota in time, and every output one percentage of it")
  func hours() throws {
    let station = try Station(
      plan: """
        plan: gio-2026
        title: Giờ phát (số liệu minh họa)
        year: 2026
        outlets: { pt: { name: Phát thanh tỉnh, kind: radio, grid: [{ id: sang, rule: thứ Ba hằng tuần, at: "08:00", length: 60m }] } }
        lines:
          - { id: d, title: Dân ca, form: chương trình, outlet: pt, length: 60m, quota: 10 giờ }

        """)
    defer { station.remove() }
    try station.publishFirst()
    let rows = try station.run("allocate", "--month", "1").output
    #expect(!rows.isEmpty)
    try station.write(
      "as-run/pt.csv",
      "date,time,outlet,line,edition,minutes\n2026-01-27,08:00,pt,d,1,45\n2026-02-24,08:00,pt,d,2,30\n")
    #expect(
      try station.run(
        "import", station.folder + "/as-run/pt.csv", "--by", "An", "--at", "2026-04-01T09:00"
      ).status == 0)
    let paper = flat(
      try station.run(
        "close", "--period", "2026-Q1", "--by", "An", "--at", "2026-04-02T08:00", "--as-of", "2026-03-31",
        language: "vi"
      ).output)
    #expect(paper.contains("Dân ca (lũy kế 01 giờ 15 phút trên"), "\(paper)")
    #expect(
      try station.run("report", "--period", "2026-Q1", "--format", "json").output.contains(
        "\"percent\" : 12.5"))
    #expect(flat(try station.run("report", "--period", "2026-Q1", language: "vi").output).contains("12,50%"))
    let status = try station.run("status", "--at", "2026-04-02T09:00", language: "vi").output
    #expect(flat(status).contains("trên 10 giờ"), "\(status)")
  }

  @Test("a decimal comma stays one in the value that is proposed")
  func decimalComma() throws {
    let station = try Station(
      plan: Self.days.replacing("quota: 3 kỳ", with: "length: 30m, quota: 2,5 giờ"))
    defer { station.remove() }
    #expect(try station.checked("vi").contains("Cách sửa: quota: \"2,5 giờ\""))
    try station.write("plan.yaml", Self.days.replacing("form: chuyên mục", with: "form: tin, bài"))
    #expect(try station.checked("vi").contains("Cách sửa: form: \"tin, bài\""))
  }

  @Test("a line with a quota for each language is no sum that may count anything twice")
  func quotaByLanguage() throws {
    let station = try Station(
      plan: """
        plan: tieng-2026
        title: Hai thứ tiếng (số liệu minh họa)
        year: 2026
        outlets: { pt: { name: Phát thanh tỉnh, kind: radio, grid: [{ id: t, rule: thứ Tư hằng tuần, at: "15:00", length: 15m, languages: [Mông, Dao], pieces: 2 }] } }
        lines:
          - { id: ts, title: Thời sự, form: chương trình, outlet: pt, quota: { Mông: 30 kỳ, Dao: 20 kỳ } }

        """)
    defer { station.remove() }
    #expect(try !station.checked().contains("POSSIBLE_DOUBLE_COUNT"))
  }

  @Test(
    "a commune that begins in July has no later part: its lines begin with it, as those of its outlet do already"
  )
  func newCommune() throws {
    let plan = """
      plan: xa-2026
      title: Xã mới (số liệu minh họa)
      year: 2026
      units: { x: { name: Xã Tân Lập, level: commune, valid: { from: 2026-07-01 } } }
      outlets: { loa: { name: Loa xã, kind: loudspeakers, grid: [{ id: g, rule: thứ Sáu hằng tuần, at: "17:00" }] } }
      lines:
        - { id: bt, title: Bản tin, form: bản tin, outlet: loa, producer: x, quota: 12 bản tin }

      """
    let station = try Station(plan: plan)
    defer { station.remove() }
    #expect(
      flat(try station.checked("vi")).contains(
        "Cách sửa: Chỉ tiêu của đơn vị bắt đầu cùng đơn vị: ghi vào chỉ tiêu from: 2026-07-01"))
    #expect(
      flat(try station.checked()).contains("The unit's lines begin with it: write in them from: 2026-07-01"))
    try station.write("plan.yaml", plan.replacing("producer: x,", with: "producer: x, from: 2026-07-01,"))
    #expect(try !station.checked().contains("UNIT_NOT_VALID_ON_DATE"))
    try station.write(
      "plan.yaml",
      plan.replacing("kind: loudspeakers,", with: "kind: loudspeakers, valid: { from: 2026-07-01 },"))
    #expect(try !station.checked().contains("UNIT_NOT_VALID_ON_DATE"))
  }

  @Test(
    "numbers behind “chuyên mục” and “trong kỳ” are figures of a draft, those of articles and periods are not"
  )
  func numbersBehindNames() throws {
    let station = try Station()
    defer { station.remove() }
    try station.write(
      "bao-cao.txt",
      "Đã mở hạng mục 17 phóng sự. Trong kỳ 23 bản tin được phát. Có đại biểu 310 người dự. Theo mục 5 khoản 2 và học kỳ 2.\n"
    )
    let run = try Command("audit", "\(station.folder)/bao-cao.txt", "--lang", "vi")
    let told = flat(run.output + run.errors)
    for number in ["17 phóng sự", "23 bản tin", "310 người"] { #expect(told.contains(number), "\(told)") }
    #expect(told.contains("3 số trong câu chữ"), "\(told)")
  }

  @Test(
    "next year's plan of a year that begins in July moves the months that name a year, and both years of its title"
  )
  func yearFromJuly() throws {
    let station = try Station(
      plan: """
        plan: mua-2025
        title: Mùa phát sóng 2025 - 2026 (số liệu minh họa)
        year: 2025
        from: 2025-07-01
        to: 2026-06-30
        outlets: { pt: { name: Phát thanh, kind: radio, grid: [{ id: g, rule: thứ Năm hằng tuần, at: "07:00", length: 15m }] } }
        lines:
          - { id: k, title: Kể chuyện, form: kỳ, outlet: pt, quota: 20 kỳ, months: { 2025-09: 2, 2026-03: 1 } }

        """)
    defer { station.remove() }
    let next = station.folder + "-next"
    defer { try? FileManager.default.removeItem(atPath: next) }
    let made = try Command("new", next, "--after", station.folder)
    #expect(made.status == 0, "\(made.errors)")
    let text = try String(contentsOfFile: next + "/plan.yaml", encoding: .utf8)
    #expect(text.contains("title: Mùa phát sóng 2026 - 2027 (số liệu minh họa)"), "\(text)")
    #expect(text.contains("months: { 2026-09: 2, 2027-03: 1 }"), "\(text)")
  }

  @Test("no remedy of a report to audit has a figure that somebody might paste")
  func remediesWithoutFigures() throws {
    let station = try Station()
    defer { station.remove() }
    try station.write(
      "published.yaml",
      """
      source: Báo cáo (số liệu minh họa)
      year: 2025
      intervals:
        - { id: a, title: A, from: 2025-01-01, to: 2025-06-30, stated: nửa năm }
        - { id: b, title: B, from: 2025-01-01, to: 2025-06-30, stated: lâu lắm }
      ratios:
        - { id: c, title: C, part: 4, whole: 9, stated: "gần 45%" }
      figures:
        - { id: n, title: Gần đủ, value: gần 90 tin }
      products:
        - { id: p, title: Cả năm, of: [n, 4], stated: 360 tin }

      """)
    let vi = flat(try Command("audit", "\(station.folder)/published.yaml", "--lang", "vi").output)
    #expect(vi.contains("Cách sửa: stated: 6 tháng"), "\(vi)")
    #expect(vi.contains("Viết số mà nguồn ghi, kèm ngày, tuần, tháng, quý hoặc năm: stated: SỐ tháng"))
    #expect(vi.contains("Giữ nguyên lời của nguồn, kể cả từ đứng cạnh số: chuyển vào noise, ghi ở says."))
    #expect(
      vi.contains(
        "“Cả năm”: 360 tin theo báo cáo; có thừa số không phải là số chính xác, hoặc tích quá lớn, nên không tính lại được."
      ))
    let en = flat(try Command("audit", "\(station.folder)/published.yaml", "--lang", "en").output)
    #expect(
      en.contains(
        "Keep the source's words as they are, with the one beside the number: move them to noise, under says."
      ))
    #expect(
      en.contains("a factor is no exact number, or the product is too large, so it cannot be recomputed."))
  }
}
