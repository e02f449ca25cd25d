import Testing

/// Made up.
@Suite("A quota in hours with a ceiling, of works of several lengths")
struct TimeQuotaTests {
  private func station(_ line: String, grid: String = "pieces: 4") throws -> Station {
    try Station(
      plan: """
        plan: gio-tran
        title: Giờ có trần (số liệu minh họa)
        year: 2025
        outlets:
          dai: { name: Đài Mẫu, kind: radio, zone: Asia/Tokyo, grid: [{ id: sang, rule: hằng ngày, at: "05:10", length: 120m, \(grid) }] }
        lines:
          - { id: ct, title: Nhà nông, form: chương trình, outlet: dai, \(line) }

        """)
  }

  @Test(
    "no more are scheduled than the most allows even if all are long, and so many that the least is reached if all are short"
  )
  func ceilings() throws {
    for (line, works, total) in [
      ("quota: tối đa 50 giờ, length: 20-25 phút", "120", "40 - 50 hours"),
      ("quota: dưới 5 giờ, length: 20m", "14", "4 hours 40 minutes"),
      ("quota: 30 - 40 giờ, length: 20-25 phút", "90", "30 hours - 37 hours 30 minutes"),
      ("quota: hơn 5 giờ, length: 20m", "16", "5 hours 20 minutes"),
    ] {
      let station = try station(line)
      defer { station.remove() }
      let told = try station.checked()
      #expect(told.contains("\(works) works are scheduled, \(total) in all.\n"), "\(told)")
      #expect(try station.run("allocate").output.contains("The schedule has \(works) placements:"))
    }
  }

  @Test("lengths that cannot keep both ends are told, and so is a work longer than the whole")
  func contradictions() throws {
    let station = try station("quota: 29 - 30 giờ, length: 20-25 phút")
    defer { station.remove() }
    #expect(
      try station.checked("vi").contains(
        "cảnh báo[QUOTA_IN_TIME]: “Nhà nông”: chỉ tiêu 29 - 30 giờ, mỗi tác phẩm 20 - 25 phút: xếp 87 tác phẩm, tổng thời "
          + "lượng 29 giờ - 36 giờ 15 phút. Tác phẩm nào cũng dài nhất thì vượt mức tối đa 30 giờ."))
    #expect(
      try station.checked().contains(
        "87 works are scheduled, 29 hours - 36 hours 15 minutes in all. If all are of the greatest length, they pass the "
          + "most, 30 hours."))
    let short = try self.station("quota: tối đa 40 phút, length: 45m")
    defer { short.remove() }
    #expect(
      try short.checked("vi").contains(
        "Một tác phẩm đã có thể dài hơn mức tối đa 40 phút, nên không xếp tác phẩm nào."))
  }

  @Test("what there is no room for is asked for in hours again")
  func remedy() throws {
    let station = try station(
      "quota: 10 giờ, length: 20-25 phút, from: 2025-03-01, to: 2025-03-20", grid: "pieces: 1")
    defer { station.remove() }
    #expect(try station.checked().contains("“Nhà nông”: quota: 6 giờ 40 phút (takes an amending decision"))
  }

  @Test("a forecast has both totals, and a station whose works are all short is not behind")
  func forecast() throws {
    let station = try station("quota: 40 giờ, length: 20-25 phút, from: 2025-01-01", grid: "pieces: 1")
    defer { station.remove() }
    #expect(try station.publish(at: "2024-12-30T09:00").status == 0)
    let days = try station.text("calendars/outlet-dai.ics").replacing("\r\n ", with: "")
      .matches(of: /DTSTART;TZID=Asia\/Tokyo:(2025)(01|02)(..)T/).map { "\($0.1)-\($0.2)-\($0.3)" }.sorted()
    #expect((18...21).contains(days.count))
    try station.write(
      "as-run/nk.csv",
      "date,time,outlet,title,edition,minutes\n"
        + days.enumerated().map { "\($1),05:10,dai,Nhà nông,\($0 + 1),21\n" }.joined())
    let (aired, rest) = (21 * days.count, 120 - days.count)
    let json = try station.run("report", "--as-of", "2025-02-28", "--format", "json").output
    for member in [
      "\"aired\" : \(aired),", "\"due\" : \(25 * days.count),", "\"dueShortest\" : \(20 * days.count),",
      "\"scheduled\" : \(aired + 25 * rest),", "\"scheduledShortest\" : \(aired + 20 * rest),",
    ] { #expect(json.contains(member), "\(member)") }
    let text = try station.run("report", "--as-of", "2025-02-28", "--width", "400").output
    let forecast = try #require(text.firstRange(of: /3\. Forecast.*4\. Lines/.dotMatchesNewlines()))
    #expect(text[forecast].count { $0 == "-" } == 2, "\(text[forecast])")
    #expect(
      try station.run("status", "--at", "2025-03-01T08:00").output.contains("No line is behind its schedule"))
  }
}
