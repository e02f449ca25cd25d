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
          "Thiếu 6 chỗ: chỉ tiêu “Dòng a” cần 30 chỗ, khung giờ “g” (tv) chỉ có 24. "
            + "Tháng đầu tiên không xếp kịp: tháng 12.",
          "Short by 6: “Dòng a” needs 30 places, the grid line “g” (tv) has 24. "
            + "The first month that fails: month 12.",
          "Write “Dòng a”: quota: 24 (takes an amending decision, written as amended).",
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
          "Thiếu 3 chỗ: chỉ tiêu “Dòng a” cần 3 chỗ, không có khung giờ nào mở trong thời gian đó.",
          "Short by 3: “Dòng a” needs 3 places, no grid line opens in that time.",
          "Open 3 more places, or lower these quotas by 3 in all (takes an amending decision, written as amended).",
        ]
      ])
  }

  @Test("the most of the months adds up to less than the quota")
  func months() {
    let line = Sample.line("a", 30, months: Dictionary(uniqueKeysWithValues: (1...12).map { ($0, 0...2) }))
    let allocated = Allocated([line], in: Sample.slots(on: Sample.daily()))
    #expect(
      allocated.findings.map(\.message.en) == [
        "Short by 6: “Dòng a” needs 30 places, the most of the months (months) of “Dòng a” allows 24. "
          + "The first month that fails: month 12."
      ])
  }

  @Test("other lines share the slots, and as many of both together are placed as fit")
  func shared() {
    let lines = [Sample.line("a", 12), Sample.line("b", 12)]
    let allocated = Allocated(lines, in: Sample.slots(on: Sample.each(10)))
    #expect(allocated.counted == Schedule.Proof(demanded: 24, placed: 12))
    #expect(
      allocated.findings.map(\.message.en) == [
        "Short by 12: “Dòng a”, “Dòng b” need 24 places, the grid line “g” (tv) has 12. "
          + "The first month that fails: month 1 (by its end 2 must be placed, with room for 1)."
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
          "Short by 4: “Dòng a” needs 40 places, the grid line “g” (tv) has 36. "
            + "The first month that fails: month 12.",
          "Write “Dòng a”: quota: 48 (takes an amending decision, written as amended).",
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

  @Test("months that take none are no room")
  func tightestLimit() {
    let line = Sample.line("a", 30, months: [3: 0...0, 4: 0...0])
    let allocated = Allocated([line], in: Sample.slots(on: Sample.each(10, 20)))
    #expect(
      allocated.schedule.unplaced.map(\.reason.en) == [
        "“Dòng a” needs 30 places, the grid line “g” (tv) has 20"
      ])
  }
}
