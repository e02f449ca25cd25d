import Testing

/// Made up.
@Suite("What check says is enough is enough")
struct ShortageRemedyTests {
  @Test("a change that lets more works in makes room for their repeats, too")
  func repeats() throws {
    let station = try Station(
      plan: """
        plan: loa-2026
        title: Loa xã (số liệu minh họa)
        year: 2026
        to: 2026-01-12
        outlets:
          loa: { name: Loa truyền thanh xã, kind: loudspeakers, grid: [{ id: sang, rule: FREQ=DAILY, pieces: 1 }] }
        lines:
          - { id: tin, title: Tin xã, form: tin, outlet: loa, quota: 12 tin, repeats: { after: 1d, times: 2 } }

        """)
    defer { station.remove() }
    let told = try station.checked().replacing(/\s+/, with: " ")
    #expect(told.contains("error[QUOTA_NOT_MET]: Short by"), "\(told)")
    #expect(told.contains("grid line “sang” (Loa truyền thanh xã): pieces: 3"), "\(told)")
    try station.replace("pieces: 1", "pieces: 3", in: "plan.yaml")
    let then = try station.checked()
    #expect(!then.contains("QUOTA_NOT_MET") && !then.contains("REPEAT_NOT_PLACED"), "\(then)")
  }

  @Test("where works of several lengths share openings a change is tried, not promised")
  func lengths() throws {
    let dates = (1...10).map { "2026-03-\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ", ")
    let station = try Station(
      plan: """
        plan: tv-2026
        title: Hai độ dài (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [\(dates)], at: "20:00", length: 30m, pieces: 1 }] }
        lines:
          - { id: phim, title: Phim tài liệu, form: phim, outlet: tv, quota: 8 phim, length: 30m }
          - { id: tin, title: Bản tin, form: bản tin, outlet: tv, quota: 6 bản tin, length: 10m }

        """)
    defer { station.remove() }
    let told = try station.checked().replacing(/\s+/, with: " ")
    #expect(told.contains("Short by 4: “Phim tài liệu”, “Bản tin” need 14 places"), "\(told)")
    #expect(told.contains("remedy: Try one of these and check again, for more may be needed: "), "\(told)")
    #expect(!told.contains("is enough"), "\(told)")
    let vi = try station.checked("vi").replacing(/\s+/, with: " ")
    #expect(
      vi.contains("Cách sửa: Thử một trong các thay đổi sau rồi kiểm tra lại, vì có thể phải đổi thêm: "),
      "\(vi)")
  }

  @Test("what is not placed is named: works or their repeats")
  func kinds() throws {
    let station = try Station(
      plan: """
        plan: pl-2026
        title: Phát lại (số liệu minh họa)
        year: 2026
        outlets:
          tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-03-02, 2026-03-09], at: "20:00", length: 30m }] }
        lines:
          - { id: cm, title: Chuyên mục, form: chuyên mục, outlet: tv, quota: 2 kỳ, months: { 3: 2 }, repeats: { after: 1d } }

        """)
    defer { station.remove() }
    let table = try station.run("allocate").output
    #expect(table.contains("cm, “Chuyên mục” (Vietnamese, repeats): "), "\(table)")
  }
}
