import Foundation
import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("A plan may be written in Vietnamese words")
struct VietnameseWordsTests {
  private static let vietnamese = """
    plan: nho
    title: Kế hoạch nhỏ (bịa ra)
    year: 2027
    revised: 08/01/2027   # ngày ký
    units:
      so: { name: Sở Nội vụ, level: Cấp tỉnh }
      xa: { name: Xã An, level: xã, valid: { to: ngày 30 tháng 6 năm 2028 } }
    outlets:
      tv:
        name: Truyền hình tỉnh
        kind: Truyền hình
        level: tỉnh
        grid:
          - { id: toi, rule: thứ Hai và thứ Năm hằng tuần, at: "20:15", except: [30/4/2027, 02-09-2027] }
          - { id: cach, rule: thứ Sáu cách tuần, from: 08.01.2027 }
          - id: thang
            rule: "ngày 5 và 20 hằng tháng"   # hai kỳ
      loa: { name: Loa, kind: "loa truyền thanh" }
      web: { name: Cổng, kind: cổng thông tin điện tử }
    blackouts:
      - { name: Tết, from: 05/02/2027, to: 11/2/2027 }
    lines:
      - { id: tin, form: tin, outlet: tv, quota: 12, days: [thứ Hai, T5], pins: [07/01/2027, { on: 14/01/2027, grid: toi }] }
      - id: bai
        form: bài
        quota: { vi: 3 bài, km: 2 bài }
        outlet: tv
        scheduled: không
        done: 30/11/2027

    """

  private static let english = """
    plan: nho
    title: Kế hoạch nhỏ (bịa ra)
    year: 2027
    revised: 2027-01-08   # ngày ký
    units:
      so: { name: Sở Nội vụ, level: province }
      xa: { name: Xã An, level: commune, valid: { to: 2028-06-30 } }
    outlets:
      tv:
        name: Truyền hình tỉnh
        kind: television
        level: province
        grid:
          - { id: toi, rule: "FREQ=WEEKLY;BYDAY=MO,TH", at: "20:15", except: [2027-04-30, 2027-09-02] }
          - { id: cach, rule: FREQ=WEEKLY;INTERVAL=2;BYDAY=FR, from: 2027-01-08 }
          - id: thang
            rule: "FREQ=MONTHLY;BYMONTHDAY=5,20"   # hai kỳ
      loa: { name: Loa, kind: loudspeakers }
      web: { name: Cổng, kind: website }
    blackouts:
      - { name: Tết, from: 2027-02-05, to: 2027-02-11 }
    lines:
      - { id: tin, form: tin, outlet: tv, quota: 12, days: [MO, TH], pins: [2027-01-07, { on: 2027-01-14, grid: toi }] }
      - id: bai
        form: bài
        quota: { vi: 3 bài, km: 2 bài }
        outlet: tv
        scheduled: false
        done: 2027-11-30

    """

  @Test("kinds, levels, days, weekdays and recurrences are read as those of the reference")
  func words() throws {
    let (plan, other) = (Reading.of(Self.vietnamese), Reading.of(Self.english))
    #expect(Reading.codes(of: Self.vietnamese).filter { $0 != .unquantifiedItem } == [])
    #expect(try #require(plan.plan).placeless == (try #require(other.plan)).placeless)
  }

  @Test("they are written as the reference has them, everything else stays octet for octet")
  func respelled() throws {
    let new = PlanReader.respelled(Array(Self.vietnamese.utf8), file: "plan.yaml")
    #expect(String(decoding: new, as: UTF8.self) == Self.english)
    #expect(PlanReader.respelled(new, file: "plan.yaml") == new)
    let windows = "\u{FEFF}" + Self.vietnamese.replacing("\n", with: "\r\n")
    #expect(
      PlanReader.respelled(Array(windows.utf8), file: "plan.yaml")
        == Array(("\u{FEFF}" + Self.english.replacing("\n", with: "\r\n")).utf8))
  }

  @Test("the plans of the cases are written as the reference has them already, but for their phrases")
  func cases() throws {
    for name in ["binh-thanh-2018", "dak-lak-2024", "lai-chau-2018", "nghe-an-2019", "tan-hong-2020"] {
      let text = try Reading.text(of: "schedules/\(name)/plan.yaml")
      let new = PlanReader.respelled(Array(text.utf8), file: "plan.yaml")
      #expect(try #require(Reading.of(new).plan).placeless == (try #require(Reading.of(text).plan)).placeless)
    }
  }

  @Test(
    "what is no day, kind or level is refused as before",
    arguments: [
      ("revised: 31/02/2027", FindingCode.badDate), ("revised: 08/01/27", .badDate),
      ("revised: 2027/01/08", .badDate),
      ("revised: 08/01-2027", .badDate), ("units: { a: { name: A, level: thôn } }", .unknownWord),
    ])
  func refusals(top: String, code: FindingCode) {
    #expect(Reading.codes(of: SmallPlan.text(top: top)) == [code])
  }
}
