import Foundation
import Testing

/// Rules of repetition in Vietnamese words, in a plan of its own.
@Suite("Rules in words, and a fortnight carried over New Year")
struct RuleWordsTests {
  private struct Allocation: Decodable {
    let placements: [Placement]

    struct Placement: Decodable {
      let start: String
    }
  }

  private func station(_ grid: String) throws -> Station {
    try Station(
      plan: """
        plan: nhip
        title: Nhịp phát (số liệu minh họa)
        year: 2026
        to: 2026-03-31
        outlets:
          bao: { name: Báo tỉnh, kind: newspaper, grid: [{ id: so, \(grid) }] }
        blackouts: [{ name: Tết, from: 2026-02-16, to: 2026-02-20 }]
        lines:
          - { id: tin, title: Tin, form: tin, outlet: bao, quota: 3 }

        """)
  }

  private func days(_ grid: String) throws -> [String] {
    let station = try station(grid)
    defer { station.remove() }
    let text = try station.run("allocate", "--json").output
    return try JSONDecoder().decode(Allocation.self, from: Data(text.utf8)).placements.map(\.start)
  }

  /// What `check` says first, without its place.
  private func told(_ grid: String, _ language: String) throws -> [String] {
    let station = try station(grid)
    defer { station.remove() }
    struct Checked: Decodable {
      let findings: [Told]
    }
    struct Told: Decodable {
      let code: String
      let message: String
      let remedy: String?
    }
    let text = try station.run("check", "--json", language: language).output
    let findings = try JSONDecoder().decode(Checked.self, from: Data(text.utf8)).findings
    return findings.filter { $0.code == "BAD_RULE" }.flatMap { [$0.message, $0.remedy ?? ""] }
  }

  @Test("a phrase opens the days that its rule opens")
  func phrase() throws {
    #expect(
      try days("rule: ngày 5 và 20 hằng tháng, except: [2026-01-20, 2026-02-05, 2026-03-05]")
        == ["2026-01-05", "2026-03-20"])
    #expect(
      try days("rule: thứ Sáu cuối tháng")
        == days("rule: FREQ=MONTHLY;BYDAY=-1FR"))
  }

  @Test("a fortnight that began in December goes on in January, by its first day")
  func fortnight() throws {
    let even = try days("rule: thứ Năm cách tuần, from: 2025-12-18, to: 2026-02-05")
    #expect(even == ["2026-01-01", "2026-01-15", "2026-01-29"])
    let odd = try days("rule: \"FREQ=WEEKLY;INTERVAL=2;BYDAY=TH\", from: 2025-12-25, to: 2026-02-05")
    #expect(odd == ["2026-01-08", "2026-01-22", "2026-02-05"])
  }

  @Test("where two weeks may come first both are shown, and the plan says which")
  func whichWeek() throws {
    #expect(
      try told("rule: thứ Năm cách tuần", "vi") == [
        "“thứ Năm cách tuần” không nói tuần nào đi trước: 01/01/2026, 15/01/2026, 29/01/2026, …; hoặc 08/01/2026, "
          + "22/01/2026, 05/02/2026, ….",
        "Ghi ngày bắt đầu (có thể từ năm trước): from: 2026-01-01 hoặc from: 2026-01-08",
      ])
    #expect(
      try told("rule: thứ Năm cách tuần", "en") == [
        "“thứ Năm cách tuần” does not say which week comes first: 01/01/2026, 15/01/2026, 29/01/2026, …; or 08/01/2026, "
          + "22/01/2026, 05/02/2026, ….",
        "Say with which day it begins (one of the year before will do): from: 2026-01-01 or from: 2026-01-08",
      ])
  }

  @Test("the Friday of the third week is shown in both meanings, each with its rule")
  func thirdWeek() throws {
    let rules = ["FREQ=MONTHLY;BYDAY=3FR", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13,14,15,16,17,18,19"]
    #expect(
      try told("rule: thứ Sáu tuần thứ ba", "vi") == [
        "“thứ Sáu tuần thứ ba” có hai cách hiểu: thứ Sáu lần thứ 3 của tháng (20/02/2026, 20/03/2026, 17/04/2026, …); "
          + "hoặc thứ Sáu trong tuần thứ 3, tuần đầu là tuần có ngày 1 (13/02/2026, 13/03/2026, 17/04/2026, …). "
          + "Trước ngày 13/02/2026 các cách như nhau.",
        "Chọn một: rule: \(rules[0]) hoặc rule: \"\(rules[1])\"",
      ])
    #expect(
      try told("rule: thứ Sáu tuần thứ ba", "en") == [
        "“thứ Sáu tuần thứ ba” can be meant in two ways: Friday number 3 of the month (20/02/2026, 20/03/2026, "
          + "17/04/2026, …); or the Friday of week 3, the first week being that of day 1 (13/02/2026, 13/03/2026, "
          + "17/04/2026, …). Before 13/02/2026 they are the same.",
        "Choose one: rule: \(rules[0]) or rule: \"\(rules[1])\"",
      ])
    for (rule, day) in zip(rules, ["2026-03-20", "2026-03-13"]) {
      #expect(try days("rule: \"\(rule)\"").contains(day))
    }
  }

  @Test("a Sunday of a numbered week is the same in both meanings, and is taken")
  func sundays() throws {
    #expect(
      try days("rule: Chủ nhật tuần thứ hai hằng tháng") == days("rule: FREQ=MONTHLY;BYDAY=2SU"))
    #expect(try days("rule: Chủ nhật tuần đầu tháng") == ["2026-01-04", "2026-02-01", "2026-03-01"])
    #expect(try told("rule: Chủ nhật tuần thứ nhất và tuần thứ ba", "vi") == [])
  }

  @Test("what is understood only in part is refused with the part that is")
  func inPart() throws {
    #expect(
      try told("rule: thứ Hai khi có tin", "vi").first
        == "Quy tắc lặp “thứ Hai khi có tin”: sau “thứ Hai” không hiểu “khi có tin”.")
    #expect(
      try told("rule: hằng tuần", "en").first
        == "The recurrence rule “hằng tuần”: “hằng tuần” does not tell which days.")
  }
}
