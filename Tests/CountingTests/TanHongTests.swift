import Counting
import Logs
import ScheduleModel
import TestSupport
import Testing

/// The figures of Tân Hồng district, 2020: 52 weekly, 12 monthly and 24 half-monthly editions, of which nobody
/// said whether the 12 lie inside the 52.
@Suite("Tân Hồng 2020")
struct TanHongTests {
  private func plan(_ overlap: PlanLine.Overlap) -> Plan {
    Plan.sample(
      [
        .sample(
          "chuyen-muc", "Chuyên mục CCHC", on: .each(["phat-thanh"]), quota: "52", basis: .result,
          level: .district, overlap: .unsaid, at: 10),
        .sample(
          "dong-hanh", "Đồng hành cùng Nhân dân", on: .each(["phat-thanh"]), quota: "12", basis: .result,
          level: .district, overlap: overlap, at: 20),
        .sample(
          "trang-tin", "Trang tin địa phương", on: .each(["truyen-hinh"]), quota: "24", basis: .result,
          level: .district, overlap: .disjoint, at: 30),
      ], year: 2020, totals: [.sample(["chuyen-muc", "dong-hanh", "trang-tin"])])
  }

  private let published = PublishedFigures.sample([
    .sample("a", "52 chuyên mục", line: "chuyen-muc"), .sample("b", "12 chuyên mục", line: "dong-hanh"),
    .sample("c", "24 chuyên mục", line: "trang-tin"),
  ])

  /// As the allocation places them: a host's own placements are its quota without those of its parts.
  private func counted(_ overlap: PlanLine.Overlap) -> Tally {
    let weekly = overlap == .partOf("chuyen-muc") ? 40 : 52
    let series = [
      ("chuyen-muc", weekly, "phat-thanh"), ("dong-hanh", 12, "phat-thanh"), ("trang-tin", 24, "truyen-hinh"),
    ]
    let placements = series.flatMap { line, count, outlet in
      (0..<count).map { index in
        Placement.sample(
          line, index + 1, at: "\(CivilDay.of("2020-01-01").advanced(by: index * 366 / count))T17:00",
          on: outlet)
      }
    }
    let entries = placements.enumerated().map { index, placement in
      AsRunEntry.sample(
        index + 2, at: placement.timing.startText, on: placement.outlet, line: placement.line,
        edition: placement.edition)
    }
    return tally(plan(overlap), placements, entries, published: published, .of("2020"))
  }

  @Test("the total is 88 when the 12 stand apart, and 76 when they lie inside the 52")
  func totals() {
    #expect(counted(.disjoint).totals.map(\.counts) == [.of(scheduled: 88, aired: 88)])
    #expect(counted(.disjoint).totals.map { $0.published?.value } == [88])
    let inside = counted(.partOf("chuyen-muc"))
    #expect(inside.totals.map(\.counts) == [.of(scheduled: 76, aired: 76)])
    #expect(inside.totals.map { $0.published?.value } == [76])
    #expect(inside.totals.map(\.inside) == [["dong-hanh"]])
    #expect(inside.line("chuyen-muc")?.counts == .of(scheduled: 52, aired: 52))
    #expect(inside.group(.outlet, "phat-thanh")?.published?.value == 52)
    #expect(inside.group(.form, "chuyên mục")?.counts == .of(scheduled: 76, aired: 76))
    #expect(inside.group(.form, "chuyên mục")?.published?.value == 76)
    #expect(inside.group(.level, "district")?.published?.value == 76)
    #expect(counted(.disjoint).group(.outlet, "phat-thanh")?.published?.value == 64)
  }

  @Test("as long as nobody says, both totals are told with what to write")
  func bothTotals() {
    func doubts(_ overlap: PlanLine.Overlap) -> [Finding] {
      TallyBuilder.findings(plan: plan(overlap), tally: counted(overlap), published: published).filter {
        $0.code == .possibleDoubleCount
      }
    }
    #expect(
      doubts(.unsaid) == [
        Finding(
          .possibleDoubleCount, .warning, at: .plan(20),
          Words(
            vi: "Tổng “Tổng số” cộng “Chuyên mục CCHC” với “Đồng hành cùng Nhân dân” cùng kênh; không rõ "
              + "“Đồng hành cùng Nhân dân” có nằm trong đó không: 76 hoặc 88.",
            en:
              "The total “Tổng số” adds “Chuyên mục CCHC” and “Đồng hành cùng Nhân dân” of the same outlet; "
              + "whether “Đồng hành cùng Nhân dân” lies inside is not said: 76 or 88."),
          remedy: Words(
            vi: "Ghi “part-of: chuyen-muc” hoặc “part-of: none” vào dong-hanh.",
            en: "Write “part-of: chuyen-muc” or “part-of: none” in dong-hanh."))
      ])
    #expect(doubts(.disjoint) == [])
    #expect(doubts(.partOf("chuyen-muc")) == [])
  }
}
