import Foundation
import Testing

/// What a published schedule lacks is told until it is settled, and every step that is proposed changes something.
@Suite("A published schedule that falls short")
struct SettledScheduleTests {
  private static func plan(_ quota: Int, from: String = "2026-09-01") -> String {
    """
    plan: xa-2026
    title: Kế hoạch xã năm 2026
    year: 2026
    outlets:
      loa: { name: Loa xã, kind: loudspeakers, grid: [{ id: sang, rule: FREQ=WEEKLY;BYDAY=MO, at: "05:30", length: 10m, from: \(from) }] }
    lines:
      - { id: tin, title: Tin xã, form: tin, outlet: loa, quota: \(quota) }

    """
  }

  @Test("below its quota it is told by check, status and run, until the plan has room")
  func belowQuota() throws {
    let station = try Station(plan: Self.plan(30))
    defer { station.remove() }
    // From September on there are 17 Mondays.
    let published = try station.publish(at: "2026-01-05T08:00")
    #expect(published.errors.contains("QUOTA_NOT_MET"))
    for language in ["vi", "en"] {
      let check = try station.run("check", "--at", "2026-02-02T08:00", language: language)
      let told =
        language == "vi"
        ? "Lịch đã phát hành có 17 trên 30 tác phẩm của “Tin xã”; 13 chưa có chỗ."
        : "The published schedule has 17 of 30 works of “Tin xã”; 13 have no place."
      #expect(check.output.contains(told), "\(check.output)")
      let status = try station.run("status", "--at", "2026-02-02T08:00", language: language)
      let (head, step) =
        language == "vi"
        ? (
          "LỊCH ĐÃ PHÁT HÀNH CHƯA ĐỦ CHỈ TIÊU (13)\n  17 trên 30 tác phẩm của “Tin xã”: 13 chưa có chỗ\n",
          "Kế hoạch không còn chỗ cho 13 lượt: mở thêm khung giờ (grid)"
        )
        : (
          "THE PUBLISHED SCHEDULE HAS TOO FEW (13)\n  17 of 30 works of “Tin xã”: no place for 13\n",
          "The plan has no room for 13 placements: open more slots (grid)"
        )
      #expect(status.output.contains(head) && status.output.contains(step), "\(status.output)")
      let run = try station.run("run", "--out", station.folder + "/ra-\(language)", language: language)
      #expect(
        run.output.contains(language == "vi" ? "17 tác phẩm; 13 chưa xếp được" : "17 works; no slot for 13"),
        "\(run.output)")
    }
    // More openings settle it.
    try station.write("plan.yaml", Self.plan(30, from: "2026-03-01"))
    _ = try station.run("allocate", "--from", "2026-02-02")
    let again = try station.publish(at: "2026-02-02T09:00")
    #expect(again.status == 0, "\(again.errors)")
    let check = try station.run("check", "--at", "2026-02-02T10:00")
    #expect(!check.output.contains("has 17 of 30") && !check.output.contains("no place"), "\(check.output)")
    let status = try station.run("status", "--at", "2026-02-02T10:00")
    #expect(status.output.contains("There is nothing to do at the moment."), "\(status.output)")
  }

  @Test("where no slot is left, status proposes no step that changes nothing, and such a draft goes away")
  func fullGrid() throws {
    let station = try Station(plan: Self.plan(17))
    defer { station.remove() }
    _ = try station.publish(at: "2026-01-05T08:00")
    let aired = ["2026-09-14", "2026-09-21"].enumerated().map {
      "\($0.element),05:30,loa,tin,\($0.offset + 2)\n"
    }
    try station.write("as-run/loa.csv", "date,time,outlet,line,edition\n" + aired.joined())
    let before = try station.run("status", "--at", "2026-09-25T08:00", language: "vi")
    #expect(before.output.contains("CHƯA PHÁT, CẦN PHÁT BÙ (1)"), "\(before.output)")
    #expect(before.output.contains("Kế hoạch không còn chỗ cho 1 lượt"), "\(before.output)")
    #expect(!before.output.contains("rồi xem dự thảo"), "\(before.output)")
    let allocate = try station.run("allocate", "--from", "2026-09-25", language: "vi")
    #expect(
      allocate.errors.contains(
        "Xếp lại không đổi gì so với lịch đã phát hành; chỉ phát hành khi đã sửa dự thảo"),
      "\(allocate.errors)")
    #expect(allocate.output.contains("Dự thảo có 17 lượt, vì còn giữ 1 lượt đã đến hạn mà chưa phát."))
    #expect(try station.run("status", "--at", "2026-09-25T08:00", language: "vi").output == before.output)
    _ = try station.publish(at: "2026-09-25T08:00")
    #expect(!FileManager.default.fileExists(atPath: station.folder + "/draft.csv"))
  }

  @Test("a make-good is from today on, the same in status and allocate, and is no second work")
  func makeGood() throws {
    let station = try Station(plan: Self.plan(10))
    defer { station.remove() }
    _ = try station.publish(at: "2026-01-05T08:00")
    // Of the log from September on the first work alone is missing: on its day the log has something else.
    let placements = station.folder + "/lich.csv"
    _ = try station.run("allocate", "--out", placements)
    let rows = try station.text("lich.csv").matches(of: /2026-(09|10)-\d\d/).map { String($0.output.0) }
    let days = Array(Set(rows)).sorted()
    let aired = days.enumerated().dropFirst().map { "\($0.element),05:30,loa,tin,\($0.offset + 1),\n" }
    try station.write(
      "as-run/loa.csv",
      "date,time,outlet,line,edition,title\n\(days[0]),12:00,loa,,,Ca nhạc\n" + aired.joined())
    let status = try station.run("status", "--at", "2026-11-05T08:00", language: "vi")
    let good = try #require(status.output.firstMatch(of: /→ (\d\d)\/(\d\d)\/2026/), "\(status.output)").output
    #expect("\(good.2)-\(good.1)" >= "11-05", "\(status.output)")
    let allocate = try station.run("allocate", "--from", "2026-11-05", language: "vi")
    #expect(allocate.output.contains("→ \(good.1)/\(good.2)\n"), "\(allocate.output)")
    _ = try station.publish(at: "2026-11-05T08:00")
    let run = try station.run("run", "--out", station.folder + "/ra", language: "vi")
    #expect(run.output.contains("10 tác phẩm, 1 lượt phát bù; đã xếp đủ"), "\(run.output)")
    let english = try station.run("run", "--out", station.folder + "/out")
    #expect(english.output.contains("10 works, 1 make-good; all of them placed"), "\(english.output)")
  }
}
