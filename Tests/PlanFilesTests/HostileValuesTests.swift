import ScheduleModel
import Testing

@testable import PlanFiles

/// Values that are no days, numbers or ids, or would lead somewhere that they should not.
struct HostileValuesTests {
  @Test(
    "days that are none",
    arguments: [
      "20270230", "2027-02-30", "2027-02-29", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32",
      "0000-00-00",
      "10000-01-01", "99999999999999999999", "-2026-01-01", "2026-1-5", "2026-01-05T00:00:00", "2026-01-05 ",
      "٢٠٢٦-٠١-٠٥",
      "hôm nay", "2199-12-32", "1899-12-31", "2200-01-01",
    ])
  func days(_ text: String) {
    let codes = Reading.codes(of: SmallPlan.text(top: "revised: \"\(text)\""))
    #expect(codes == (text == "2026-01-05 " ? [] : [.badDate]))
  }

  private static let usualDay =
    "Write year-month-day (2026-04-04), or the day before the month (04/04/2026; ngày 4 tháng 4 năm 2026)."

  @Test(
    "a day that is written another way is proposed as it should be",
    arguments: [
      ("5/1-2026", "Write: 2026-01-05"),
      ("20260105", "Write: 2026-01-05"), ("2026/1/5", "Write: 2026-01-05"),
      ("30/02/2026", Self.usualDay),
      ("5/1", Self.usualDay),
      ("9999999999999999999-1-1", Self.usualDay),
    ])
  func days_areProposed(_ text: String, _ remedy: String) {
    let findings = Reading.of(SmallPlan.text(top: "revised: \(text)")).findings
    #expect(findings.map(\.remedy?.en) == [remedy])
  }

  @Test(
    "figures that are none",
    arguments: [
      "-5", "1e9", "2.5", "1,5", "1.00", "0x10", "∞", "NaN", "23 24", "kỳ", "23kỳ", "+5", "١٢", "hơn",
      "9.9.9.9",
      "1.000.000.000.000.000.000.000",
    ])
  func figures(_ text: String) {
    #expect(Reading.codes(of: SmallPlan.text(line: "quota: \"\(text)\"")) == [.badQuantity])
  }

  @Test(
    "figures that are too large are told with the limit",
    arguments: ["1000001", "1.000.000.000", "999999999999"])
  func figures_tooLarge(_ text: String) {
    #expect(
      Reading.findings(of: SmallPlan.text(line: "quota: \(text)"))
        == "11:68 BAD_NUMBER error “\(text)” is not a whole number from 0 to 1,000,000. "
        + "| Write a number within these limits, in digits only.")
  }

  @Test("no figure is none, and a million is the most")
  func figures_atTheLimits() {
    #expect(Reading.findings(of: SmallPlan.text(line: "quota: 0")) == "")
    #expect(Reading.findings(of: SmallPlan.text(line: "quota: 1.000.000")) == "")
  }

  @Test(
    "numbers that are none",
    arguments: ["0", "-1", "1001", "1.0", "1e3", "một", "9223372036854775808", "0x1F", " "])
  func numbers(_ text: String) {
    let codes = Reading.codes(of: SmallPlan.text(line: "quota: 5, per-day: \"\(text)\""))
    #expect(codes == (text == " " ? [.missingKey] : [.badNumber]))
  }

  @Test(
    "ids that are none, each with one that would do",
    arguments: [
      ("a/b", "a-b"), ("../../etc/passwd", "etc-passwd"), ("..", ""), (".", ""), ("a b", "a-b"),
      ("Chuyên mục", "chuyen-muc"),
      ("đài tỉnh", "dai-tinh"), ("TIN", "tin"), ("a\\b", "a-b"), ("a:b", "a-b"), ("-tin", "tin"),
      ("tin_bai", "tin-bai"),
      ("tin.bai", "tin-bai"), ("C:\\Windows", "c-windows"), ("%2e%2e", "2e-2e"), ("tin😀", "tin"), ("١", ""),
      (String(repeating: "a", count: 61), String(repeating: "a", count: 60)),
      (String(repeating: "ab ", count: 30), String(repeating: "ab-", count: 19) + "ab-"),
    ])
  func ids(_ id: String, _ proposal: String) throws {
    let text = SmallPlan.text().replacing("plan: nho", with: "plan: '\(id)'")
    let reading = Reading.of(text)
    #expect(reading.findings.map(\.code) == [.badID])
    #expect(reading.plan == nil)
    let trimmed = proposal.last == "-" ? String(proposal.dropLast()) : proposal
    let remedy = try #require(reading.findings.first?.remedy?.en)
    #expect(remedy == (proposal.isEmpty ? "For example: chuyen-muc-tv" : "Write: \(trimmed)"))
    #expect(proposal.isEmpty || YAMLReader.isID(trimmed))
  }

  @Test("ids at their limits", arguments: ["a", "0", "2026", "a-", String(repeating: "a", count: 60)])
  func ids_atTheLimits(_ id: String) {
    #expect(Reading.of(SmallPlan.text().replacing("plan: nho", with: "plan: \(id)")).plan?.id == id)
  }

  @Test(
    "an id that leads elsewhere reaches no plan, wherever it is named",
    arguments: ["../x", "a/b", "/etc/passwd", "..", "a b", "A"])
  func ids_asReferences(_ id: String) throws {
    let line =
      "quota: 5, grid: ['\(id)'], topics: ['\(id)'], producer: '\(id)', part-of: '\(id)', also-on: ['\(id)']"
    let reading = Reading.of(SmallPlan.text(line: line))
    #expect(Set(reading.findings.map(\.code)) == [.unknownReference])
    #expect(reading.findings.count == 5)
    let plan = try #require(reading.plan)
    #expect(!String(reflecting: plan).contains("\"\(id)\""))
  }

  @Test(
    "time zones that are none",
    arguments: [
      "Asia/Hanoi", "GMT+7", "+07:00", "ICT", "Asia/", "/etc/passwd", "../../../etc/passwd",
      "Asia/../Asia/Bangkok",
      "asia/ho_chi_minh", "Asia/Ho Chi Minh", "", "Việt Nam", "posix/Asia/Ho_Chi_Minh/..",
    ])
  func zones(_ zone: String) {
    let codes = Reading.codes(of: SmallPlan.text(top: "zone: \"\(zone)\""))
    #expect(codes == (zone.isEmpty ? [.missingKey] : [.badZone]))
  }

  @Test(
    "time zones by their names",
    arguments: [
      "Asia/Ho_Chi_Minh", "Asia/Bangkok", "Asia/Saigon", "UTC", "Etc/GMT+7", "America/Argentina/Ushuaia",
    ])
  func zones_thatExist(_ zone: String) {
    #expect(Reading.of(SmallPlan.text(top: "zone: \(zone)")).plan?.outlets.map(\.zone) == [zone])
  }

  @Test("languages of other countries are not guessed", arguments: ["th", "tha", "TH", "th-TH"])
  func thai_isNotTai(_ tag: String) {
    let text = SmallPlan.text(grid: "rule: FREQ=DAILY, languages: [vi, \(tag)]")
    #expect(
      Reading.findings(of: text)
        == "9:55 BAD_LANGUAGE error “\(tag)” is the Thai of Thailand, not a Tai language of Vietnam. "
        + "| Write tai (or blt, Tai Dam; twh, Tai Dón).")
  }

  @Test("a value may have 4,000 characters, not one more")
  func longValue_isRefused() {
    let text = String(repeating: "ă", count: 4_000)
    #expect(Reading.findings(of: SmallPlan.text(line: "quota: 5, note: \(text)")) == "")
    #expect(
      Reading.findings(of: SmallPlan.text(line: "quota: 5, note: \(text)ê"))
        == "11:77 WRONG_TYPE error The value has 4,001 characters; 4,000 are the most that is read. | Shorten it."
    )
  }

  @Test("a very long wrong value is not repeated in full")
  func longWrongValue_isCut() throws {
    let finding = try #require(
      Reading.of(SmallPlan.text(top: "zone: " + String(repeating: "z", count: 3_000))).findings.first)
    #expect(finding.message.en.count < 200)
  }

  @Test("100,000 unknown keys: 1,000 are told, the rest is counted", .timeLimit(.minutes(1)))
  func manyUnknownKeys_areCounted() {
    let text = SmallPlan.text(end: (0..<100_000).map { "key\($0): 1" }.joined(separator: "\n"))
    let findings = Reading.of(text).findings
    #expect(findings.count == 1_001)
    #expect(
      Reading.listing(findings.suffix(1), in: .english)
        == "- MORE_FINDINGS error More errors in plan.yaml, which are not shown: 99,000. "
        + "| Fix those that are shown, then check again.")
    #expect(
      Reading.listing(findings.suffix(1), in: .vietnamese)
        == "- MORE_FINDINGS error Số lỗi khác trong plan.yaml không nêu ở đây: 99.000. "
        + "| Sửa các lỗi đã nêu rồi kiểm tra lại.")
  }

  @Test("100,000 times the same key is told, and ends", .timeLimit(.minutes(1)))
  func manyEqualKeys_areTold() {
    let text = SmallPlan.text(end: String(repeating: "title: x\n", count: 100_000))
    #expect(Set(Reading.codes(of: text)) == [.duplicateKey])
  }

  @Test(
    "10,000 lines, each inside the next and each naming an unknown unit, are read", .timeLimit(.minutes(1)))
  func longChain_isRead() {
    let lines = (0..<10_000).map {
      "  - { id: l\($0), title: T, form: tin, lead: u\($0), part-of: l\(($0 + 1) % 10_000) }"
    }
    let reading = Reading.of(SmallPlan.text(end: lines.joined(separator: "\n")))
    #expect(reading.findings.filter { $0.code == .unknownReference }.count == 1_000)
    #expect(reading.findings.filter { $0.code == .circularOverlap }.count == 1)
    #expect(reading.findings.filter { $0.code == .moreFindings }.count == 1)
  }
}
