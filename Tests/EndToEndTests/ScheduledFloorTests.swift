import Testing

/// Made up.
@Suite("A schedule that cannot make the least of a quarter is told before anything goes out")
struct ScheduledFloorTests {
  @Test("one work for four quarters leaves three without any")
  func quarters() throws {
    let station = try Station(
      plan: """
        plan: vi-du-2026
        title: Một ví dụ (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-05-08], at: "20:15", length: 15m }] }
        lines:
          - id: cm
            title: Cải cách hành chính
            form: chuyên mục
            outlet: tv
            quota: 1 kỳ
            counts: [{ count: works, floor: 1, every: quarter }]

        """)
    defer { station.remove() }
    let told = try station.checked("vi")
    #expect(
      told.contains(
        "“Cải cách hành chính”: lịch không đủ số tối thiểu mỗi quý (01/01/2026–31/03/2026: 0 trên 1; 01/07/2026–30/09/2026: 0 trên 1; 01/10/2026–31/12/2026: 0 trên 1)."
      ), "\(told)")
  }

  @Test("more works in a month than the rule allows, and days without any, are told before anything goes out")
  func ceilingsAndDays() throws {
    let station = try Station(
      plan: """
        plan: vi-du-2026
        title: Một ví dụ (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-05-08, 2026-05-15, 2026-05-22, 2026-09-04], at: "20:15", length: 15m }] }
          loa: { name: Loa xã, kind: loudspeakers, valid: { from: 2026-06-01, to: 2026-06-04 }, grid: [{ id: sang, dates: [2026-06-01, 2026-06-02, 2026-06-04], pieces: 3 }] }
        lines:
          - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: tv, quota: 4 kỳ, counts: [{ count: works, ceiling: 2, every: month }] }
          - { id: tin, title: Tin ngày, form: tin, outlet: loa, quota: 4 tin, counts: [{ count: works, floor: 1, every: day }, { count: works, ceiling: 1, every: day }] }

        """)
    defer { station.remove() }
    let told = try station.checked("vi").replacing(/\s+/, with: " ")
    for sentence in [
      "“Chuyên mục”: lịch vượt số tối đa mỗi tháng (01/05/2026–31/05/2026: 3 trên 2).",
      "Cách sửa: Dời một lượt ra khỏi thời gian ấy (lichsong move), hoặc ghi số tối đa của tháng, ví dụ months: { 5: ..2 }, rồi xếp lại.",
      "“Tin ngày”: lịch không đủ số tối thiểu mỗi ngày (01/06/2026: 0 trên 1; 03/06/2026: 0 trên 1).",
      "Chỉ tiêu không có buổi nào trong 03/06/2026: mở thêm buổi, hoặc hỏi nơi giao chỉ tiêu thời gian ấy có tính không.",
      "“Tin ngày”: lịch vượt số tối đa mỗi ngày",
      "Cách sửa: Ghi per-day: 1 vào chỉ tiêu, rồi xếp lại.",
    ] { #expect(told.contains(sentence), "\(told)") }
    let english = try station.checked().replacing(/\s+/, with: " ")
    #expect(
      english.contains(
        "“Chuyên mục”: the schedule has more than the ceiling each month (01/05/2026–31/05/2026: 3 of 2)."),
      "\(english)")
    #expect(
      english.contains("The line has no opening in 03/06/2026: open one there, or ask"), "\(english)")
  }

  @Test("the least of a quarter is kept where the spread alone would break it")
  func kept() throws {
    let station = try Station(
      plan: """
        plan: vi-du-2026
        title: Một ví dụ (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
        lines:
          - id: cm
            title: Cải cách hành chính
            form: chuyên mục
            outlet: tv
            quota: 9 kỳ
            weights: { 1: 0, 4: 9, 5: 9, 6: 9 }
            counts: [{ count: works, floor: 2, every: quarter }]

        """)
    defer { station.remove() }
    let told = try station.checked()
    #expect(!told.contains("FLOOR_MISSED"), "\(told)")
    #expect(try station.run("allocate").output.contains("9 of 9 placements"))
  }

  @Test("a least of a quarter that comes into the plan in May is kept by the re-plan, in what is still open")
  func replanned() throws {
    func plan(_ counts: String) -> String {
      """
      plan: vi-du-2026
      title: Một ví dụ (số liệu minh họa)
      year: 2026
      outlets:
        tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }] }
      lines:
        - id: cm
          title: Cải cách hành chính
          form: chuyên mục
          outlet: tv
          quota: 12 kỳ
          months: { 7: 0..1, 8: 0, 10: 0..4 }
          weights: { 1: 0, 4: 9, 5: 9, 6: 9, 11: 0, 12: 0 }
      \(counts)

      """
    }
    let station = try Station(plan: plan(""))
    defer { station.remove() }
    try station.publishFirst()
    try station.write("plan.yaml", plan("    counts: [{ count: works, floor: 3, every: quarter }]"))
    let told = try station.run("allocate", "--from", "2026-05-01")
    #expect(told.status == 0)
    #expect(!(told.output + told.errors).contains("FLOOR_MISSED"))
    #expect(told.output.contains("Placements that move from where they were published: 5."))
    // Of the first quarter, which is over, nothing can be had any more; the second gives what it has above its least.
    let months = try station.text("draft.csv").split(separator: "\n").dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false)[8].dropFirst(5).prefix(2)
    }
    #expect(
      months.map { (Int($0) ?? 0) }.reduce(into: [0, 0, 0, 0]) { $0[($1 - 1) / 3] += 1 } == [1, 5, 3, 3])
  }

  /// A newspaper and a documentary, made up.
  private static func year(_ lines: String) -> String {
    """
    plan: vi-du-2026
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=SA, at: "20:30", length: 45m }] }
    blackouts:
      - { name: Nghỉ hè, from: 2026-07-01, to: 2026-07-31, lines: [phim] }
    lines:
    \(lines)

    """
  }

  @Test(
    "a month without the minutes that are owed is told, and a month that is closed is not offered for a move")
  func minutes() throws {
    let station = try Station(
      plan: Self.year(
        "  - { id: phim, title: Phim tài liệu, form: phim, outlet: tv, quota: 20 giờ, length: 45 phút, "
          + "counts: [{ count: minutes, floor: 60, every: month }] }"))
    defer { station.remove() }
    let told = try station.checked("vi").replacing(/\s+/, with: " ")
    #expect(
      told.contains(
        "“Phim tài liệu”: lịch không đủ số phút tối thiểu mỗi tháng (01/07/2026–31/07/2026: 0 trên 60)."),
      "\(told)")
    #expect(
      told.contains("Cách sửa: Chỉ tiêu không có buổi nào trong 01/07/2026–31/07/2026: mở thêm buổi"),
      "\(told)")
    let english = try station.checked().replacing(/\s+/, with: " ")
    #expect(
      english.contains(
        "the schedule has fewer minutes than the floor each month (01/07/2026–31/07/2026: 0 of 60)."),
      "\(english)")
  }

  @Test("floors that add up to more than the line has are told, and no move is offered")
  func sums() throws {
    let station = try Station(
      plan: Self.year(
        "  - { id: phim, title: Chuyên mục, form: chuyên mục, outlet: tv, quota: 24 kỳ, "
          + "counts: [{ count: works, floor: 3, every: month }] }"))
    defer { station.remove() }
    let told = try station.checked().replacing(/\s+/, with: " ")
    #expect(
      told.contains(
        "remedy: The floors add up to 36, and the line has 24 in all, so that no move is enough: see in the document which figure is right."
      ), "\(told)")
    #expect(!told.contains("lichsong move"), "\(told)")
  }

  @Test("where all openings of a month are taken, room is asked for and no move offered")
  func taken() throws {
    let station = try Station(
      plan: """
        plan: vi-du-2026
        title: Một ví dụ (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-01-03, 2026-01-10, 2026-02-07, 2026-02-14, 2026-02-21, 2026-02-28], at: "20:15", length: 15m }] }
        lines:
          - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: tv, quota: 6 kỳ, from: 2026-01-01, to: 2026-02-28, counts: [{ count: works, floor: 3, every: month }] }

        """)
    defer { station.remove() }
    let told = try station.checked().replacing(/\s+/, with: " ")
    #expect(told.contains("less than the floor each month (01/01/2026–31/01/2026: 2 of 3)."), "\(told)")
    #expect(
      told.contains(
        "remedy: All openings of the line in 01/01/2026–31/01/2026 are taken: open more there, raise the works of an opening (pieces) or move other programmes out, and allocate again."
      ), "\(told)")
    #expect(!told.contains("lichsong move"), "\(told)")
  }
}
