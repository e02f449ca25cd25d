import Testing

/// Made up.
@Suite("What a district owes is counted on the days on which it was there, and its rates are too")
struct OwedDaysTests {
  private func station(_ lines: String) throws -> Station {
    try Station(
      plan: """
        plan: het-huyen
        title: Huyện kết thúc (số liệu minh họa)
        year: 2025
        from: 2025-01-01
        to: 2025-12-31
        units:
          huyen: { name: Huyện Mẫu, level: district, valid: { to: 2025-09-12 } }
        outlets:
          dai: { name: Đài huyện, kind: radio, zone: Asia/Tokyo, owner: huyen, grid: [{ id: sang, rule: hằng ngày, at: "17:30", length: 45m }] }
          tinh: { name: Đài tỉnh, kind: radio, zone: Asia/Tokyo, grid: [{ id: chieu, rule: hằng ngày, at: "17:30", length: 45m }] }
        lines:
        \(lines)

        """)
  }

  @Test("a programme of the 20th does not keep the least of a month of which the line had twelve days")
  func rows() throws {
    let station = try station(
      """
        - { id: b, title: Bản tin, form: bản tin, outlet: dai, quota: 40, to: 2025-09-12, counts: [{ count: works, floor: 5, every: month }] }
      """)
    defer { station.remove() }
    try station.write(
      "as-run/nk.csv",
      """
      date,time,outlet,line,edition
      2025-08-06,17:30,dai,b,1
      2025-09-20,17:30,dai,b,2
      2025-09-30,17:30,dai,b,3

      """)
    let text = try station.run("report", "--explain", "b", "--as-of", "2025-12-31", "--width", "300").output
    let rule = try #require(text.split(separator: "2. works;").last).split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rule.contains("01/08/2025–31/08/2025 1 0 5 – lacks 4"), "\(rule)")
    #expect(rule.contains("01/09/2025–30/09/2025 0 0 2 – lacks 2 (by 12 of 30 days)"), "\(rule)")
    #expect(
      rule.count { $0.contains("nk.csv:") && $0.hasSuffix("outside the days counted") } == 2, "\(rule)")
    let vi = try station.run(
      "report", "--explain", "b", "--as-of", "2025-12-31", "--width", "300", language: "vi"
    ).output
    #expect(vi.contains("ngoài kỳ đếm"), "\(vi)")
  }

  @Test("a rate makes its figure over the days on which the owner is there")
  func rates() throws {
    let station = try station(
      """
        - { id: a, title: Nhịp, form: tin, outlet: dai, quota: 2 tin/tháng }
        - { id: b, title: Nhịp năm, form: tin, outlet: dai, quota: 12 tin/năm }
        - { id: c, title: Nhịp tỉnh, form: tin, outlet: tinh, producer: huyen, quota: 1 tin mỗi ngày }
      """)
    defer { station.remove() }
    let told = try station.checked()
    #expect(told.contains("From 01/01/2025 to 12/09/2025 it makes 16 - 18 tin."), "\(told)")
    #expect(told.contains("From 01/01/2025 to 12/09/2025 is shorter than one such stretch."), "\(told)")
    #expect(told.contains("From 01/01/2025 to 12/09/2025 it makes 255 tin."), "\(told)")
    #expect(try station.checked("vi").contains("Từ 01/01/2025 đến 12/09/2025 thành 255 tin."))
  }

  @Test("of a broadcast in two pieces those minutes count that lie within the hours, of each piece")
  func pieces() throws {
    let station = try station(
      """
        - { id: m, title: Chợ phiên, form: chương trình, outlet: tinh, quota: 10, least-length: 5m, counts: [{ count: minutes, floor: 30, every: month, between: "18:00-21:00" }] }
      """)
    defer { station.remove() }
    try station.write(
      "as-run/nk.csv",
      """
      date,time,outlet,title,minutes
      2025-05-07,17:50,tinh,Chợ phiên,10
      2025-05-07,18:12,tinh,Chợ phiên (tiếp theo),14

      """)
    let text = try station.run("report", "--explain", "m", "--as-of", "2025-12-31", "--width", "300").output
    let rule = try #require(text.split(separator: "2. minutes;").last).split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(rule.contains("01/05/2025–31/05/2025 14 0 30 – lacks 16"), "\(rule)")
  }
}
