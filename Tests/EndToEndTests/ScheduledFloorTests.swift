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
}
