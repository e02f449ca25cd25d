import Testing

/// Made up.
@Suite("What went out only in part is marked wherever it counts")
struct PartialAiringTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, dates: [2026-01-09, 2026-02-06, 2026-03-13], at: "20:15", length: 15m }] }
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: QUOTA, length: 15m }

    """

  private static let log = """
    date,time,outlet,line,edition,minutes
    2026-01-09,20:15,tv,cm,1,15
    2026-02-06,20:15,tv,cm,2,5

    """

  private func station(_ quota: String) throws -> Station {
    let station = try Station(plan: Self.plan.replacing("QUOTA", with: quota))
    #expect(try station.publish(at: "2026-01-02T08:00").status == 0)
    try station.write("as-run/tv.csv", Self.log)
    return station
  }

  @Test("five of fifteen minutes count as a work, and report and status say so")
  func marked() throws {
    let station = try station("3 kỳ")
    defer { station.remove() }
    let report = try station.run("report", "--period", "2026-Q1").output
    #expect(
      report.contains(#/1 +Cải cách hành chính \(chuyên mục\) +kỳ +3 +3 +2 +2 +66\.67% +– +1 partial/#),
      "\(report)")
    let status = try station.run("status", "--at", "2026-02-07T09:00").output
    #expect(
      status.contains(
        """
        AIRED IN PART ONLY (1): counted as aired, and may be made good
          Cải cách hành chính, no. 2, 06/02/2026 20:15: 5 of 15 minutes

        """), "\(status)")
    let vi = try station.run("status", "--at", "2026-02-07T09:00", language: "vi").output
    #expect(
      vi.contains("CHỈ PHÁT MỘT PHẦN (1): vẫn tính là đã phát, có thể phát bù"), "\(vi)")
  }

  @Test("a quota in time that too short works no longer fill asks for another length, and for no re-plan")
  func time() throws {
    let station = try station("45 phút")
    defer { station.remove() }
    let report = try station.run(
      "report", "--period", "2026", "--as-of", "2026-02-06", "--format", "json")
    let told = (report.output + report.errors).replacing(/\s+/, with: " ")
    #expect(told.contains("comes to 35 minutes of 45 minutes at most."), "\(told)")
    #expect(
      told.contains(
        "write length as they are aired and allocate again (14 minutes or less are enough: 4 works); with the length as it is that adds no work:"
      ),
      "\(told)")
    let status = try station.run("status", "--at", "2026-02-07T09:00").output.replacing(/\s+/, with: " ")
    #expect(
      status.contains(
        "1 quota in time will be short even if all that is scheduled airs, and planning anew with the length as it is adds nothing;"
      ), "\(status)")
    #expect(!status.contains("Plan the rest of the year anew"), "\(status)")
  }
}
