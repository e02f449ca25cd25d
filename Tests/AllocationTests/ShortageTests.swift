import ScheduleModel
import Testing

/// A quota that is not met is reported with how many are short, and why.
struct ShortageTests {
  private func finding(_ allocated: Allocated) -> [[String?]] {
    allocated.findings.map { [$0.code.rawValue, $0.message.vi, $0.message.en, $0.remedy?.en] }
  }

  @Test("more works than the grid holds")
  func grid() {
    let allocated = Allocated([Sample.line("a", 30)], in: Sample.slots(on: Sample.each(10, 20)))
    #expect(
      finding(allocated) == [
        [
          "QUOTA_NOT_MET",
          "“Dòng a” còn 6 trên 30 chưa có chỗ: khung giờ chỉ mở 24 lần, chứa 24 tác phẩm.",
          "“Dòng a”: no slot for 6 of 30: its grid lines open 24 times and hold 24 works.",
          "Add grid lines or room in them (pieces), widen the window (from, to), or lower the quota to 24.",
        ]
      ])
    #expect(allocated.unplaced == ["a vi 6"])
    #expect(allocated.counted == Schedule.Proof(demanded: 30, placed: 24))
  }

  @Test("nothing opens in the window")
  func window() {
    let line = Sample.line("a", 3, window: Sample.days(from: (6, 11), through: (6, 12)))
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(10, 20)))
    #expect(
      finding(allocated) == [
        [
          "QUOTA_NOT_MET",
          "“Dòng a” còn 3 trên 3 chưa có chỗ: không có khung giờ nào mở trong thời gian của chỉ tiêu.",
          "“Dòng a”: no slot for 3 of 3: no grid line opens in the line's window.",
          "Add grid lines or room in them (pieces), widen the window (from, to), or lower the quota to 0.",
        ]
      ])
  }

  @Test("the most of the months adds up to less than the quota")
  func months() {
    let line = Sample.line("a", 30, months: Dictionary(uniqueKeysWithValues: (1...12).map { ($0, 0...2) }))
    let allocated = Allocated([line], in: Sample.slots(on: Sample.daily()))
    #expect(
      allocated.findings.map(\.message.en) == [
        "“Dòng a”: no slot for 6 of 30: the most of all months add up to 24."
      ])
  }

  @Test("other lines share the slots, and as many of both together are placed as fit")
  func shared() {
    let lines = [Sample.line("a", 12), Sample.line("b", 12)]
    let allocated = Allocated(lines, in: Sample.slots(on: Sample.each(10)))
    #expect(allocated.counted == Schedule.Proof(demanded: 24, placed: 12))
    #expect(
      allocated.findings.map(\.message.en) == [
        "“Dòng a”: no slot for 6 of 12: its grid lines open 12 times, but lines that share them leave no room.",
        "“Dòng b”: no slot for 6 of 12: its grid lines open 12 times, but lines that share them leave no room.",
      ])
  }

  @Test("a host is short of its own placements, and the quota it could keep counts those of its parts")
  func host() {
    let lines = [Sample.line("a", 52, grid: ["g"]), Sample.line("b", 12, grid: ["m"], partOf: "a")]
    let slots =
      Sample.slots(on: Sample.each(10, 20, 28)) + Sample.slots(on: Sample.each(15), "m", at: 8)
    let allocated = Allocated(lines, in: slots)
    #expect(
      allocated.findings.map { [$0.message.en, $0.remedy?.en] } == [
        [
          "“Dòng a”: no slot for 4 of 40: its grid lines open 36 times and hold 36 works.",
          "Add grid lines or room in them (pieces), widen the window (from, to), or lower the quota to 48.",
        ]
      ])
  }

  @Test("versions of works that found no slot are not asked for")
  func versionsOfUnplaced() {
    let line = Sample.line("a", 30, versions: Sample.versions(into: ["hmn"], after: 0))
    let slots = Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "h", languages: ["hmn"])
    let allocated = Allocated([line], in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 42, placed: 24))
    #expect(allocated.unplaced == ["a vi 18"])
    #expect(allocated.codes == [.quotaNotMet])
  }

  @Test("of several limits the one that leaves least is told")
  func tightestLimit() {
    let line = Sample.line("a", 30, months: [3: 0...0, 4: 0...0])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(10, 20)))
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "its limits by day and month (per-day, months, months of weight 0) leave room for 20"
      ])
  }
}
