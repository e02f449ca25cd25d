import ScheduleModel
import Testing

@Suite("Rules of repetition in Vietnamese words")
struct RulePhraseTests {
  @Test(
    "ranges and lists with dashes, each weekday, several weeks",
    arguments: [
      ("thứ 2 – thứ 6", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"), ("T2-T6", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
      ("thứ Hai - thứ Sáu hằng tuần", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
      ("thứ 2-4-6", "FREQ=WEEKLY;BYDAY=MO,WE,FR"), ("T3–T5–T7 hàng tuần", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
      ("mỗi thứ Năm", "FREQ=WEEKLY;BYDAY=TH"), ("mỗi Chủ nhật", "FREQ=WEEKLY;BYDAY=SU"),
      ("vào các ngày thứ Hai, thứ Tư", "FREQ=WEEKLY;BYDAY=MO,WE"),
    ])
  func dashes(phrase: String, rule: String) { #expect(RulePhrase(phrase).meaning == .rule(rule)) }

  @Test(
    "weeks of a month by number alone have the two meanings that they have with “thứ”",
    arguments: [
      ("thứ Tư tuần 1 và tuần 3", "thứ Tư tuần thứ nhất và tuần thứ ba"),
      ("thứ Năm tuần 2, 4", "thứ Năm tuần thứ hai và thứ tư"),
      ("thứ Hai tuần đầu và tuần thứ ba hằng tháng", "thứ Hai tuần thứ nhất và tuần thứ ba hằng tháng"),
    ])
  func weeksByNumber(phrase: String, same: String) {
    let meaning = RulePhrase(phrase).meaning
    #expect(meaning == RulePhrase(same).meaning)
    if case .readings(let readings) = meaning {
      #expect(readings.count == 2)
    } else {
      Issue.record("\(meaning)")
    }
  }

  @Test(
    "what may be a list or a range is refused whole",
    arguments: ["thứ 3-5", "thứ 6 – thứ 2", "thứ Hai-Tư-xyz", "mỗi thứ", "thứ Tư tuần 6"])
  func doubtful(phrase: String) {
    if case .notUnderstood = RulePhrase(phrase).meaning { return }
    Issue.record("\(RulePhrase(phrase).meaning)")
  }

  @Test(
    "a phrase that has one meaning is a rule",
    arguments: [
      ("hằng ngày", "FREQ=DAILY"), ("Hàng ngày", "FREQ=DAILY"), ("mỗi ngày", "FREQ=DAILY"),
      ("hằng ngày trừ Chủ nhật", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA"),
      ("hằng ngày trừ thứ Bảy và Chủ nhật", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
      ("thứ Hai và thứ Năm hằng tuần", "FREQ=WEEKLY;BYDAY=MO,TH"),
      ("thứ Hai, thứ Tư và thứ Sáu hàng tuần", "FREQ=WEEKLY;BYDAY=MO,WE,FR"),
      ("Thứ 2, 4, 6 hằng tuần", "FREQ=WEEKLY;BYDAY=MO,WE,FR"), ("T3, T5", "FREQ=WEEKLY;BYDAY=TU,TH"),
      ("thứ Hai đến thứ Sáu hằng tuần", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
      ("từ thứ Ba đến thứ Năm", "FREQ=WEEKLY;BYDAY=TU,WE,TH"), ("CN", "FREQ=WEEKLY;BYDAY=SU"),
      ("thứ Tư mỗi tuần", "FREQ=WEEKLY;BYDAY=WE"), ("hằng tuần vào thứ Tư", "FREQ=WEEKLY;BYDAY=WE"),
      ("các ngày thứ Hai, Chủ nhật", "FREQ=WEEKLY;BYDAY=MO,SU"),
      ("ngày 5 và 20 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
      ("ngày 5, ngày 20 mỗi tháng", "FREQ=MONTHLY;BYMONTHDAY=5,20"),
      ("ngày mùng 1 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=1"),
      ("hằng tháng vào ngày 15", "FREQ=MONTHLY;BYMONTHDAY=15"),
      ("ngày cuối tháng", "FREQ=MONTHLY;BYMONTHDAY=-1"), ("thứ Sáu cuối tháng", "FREQ=MONTHLY;BYDAY=-1FR"),
      ("thứ Bảy của tuần cuối tháng", "FREQ=MONTHLY;BYDAY=-1SA"),
      ("thứ Hai đầu tiên của tháng", "FREQ=MONTHLY;BYDAY=1MO"),
      ("thứ Hai đầu tháng", "FREQ=MONTHLY;BYDAY=1MO"),
      ("thứ Sáu thứ ba của tháng", "FREQ=MONTHLY;BYDAY=3FR"),
      ("thứ Sáu thứ hai và thứ tư hằng tháng", "FREQ=MONTHLY;BYDAY=2FR,4FR"),
    ])
  func rule(phrase: String, rule: String) throws {
    #expect(RulePhrase(phrase).meaning == .rule(rule))
    #expect(try RecurrenceRule(rule).text == rule)
  }

  @Test(
    "every second week does not say which comes first",
    arguments: [
      "thứ Năm cách tuần", "cách tuần vào thứ Năm", "thứ Năm, hai tuần một lần", "2 tuần một lần vào thứ Năm",
    ])
  func fortnight(phrase: String) throws {
    #expect(RulePhrase(phrase).meaning == .everyWeeks(2, [.thursday]))
    let first = try day("2026-01-01")
    let days = [0, 1].map {
      RulePhrase.days(3, everyWeeks: 2, on: [.thursday], from: first, weeksLater: $0).map(\.description)
    }
    #expect(
      days == [["2026-01-01", "2026-01-15", "2026-01-29"], ["2026-01-08", "2026-01-22", "2026-02-05"]])
  }

  @Test(
    "the Friday of the third week is the third Friday, or that of the week; both are told with their days")
  func thirdWeek() throws {
    guard case .readings(let readings) = RulePhrase("thứ Sáu tuần thứ ba hằng tháng").meaning else {
      Issue.record("one meaning")
      return
    }
    #expect(
      readings.map(\.rule) == [
        "FREQ=MONTHLY;BYDAY=3FR", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13,14,15,16,17,18,19",
      ])
    // 1 August 2026 is a Saturday: its week has no Friday.
    let days = try readings.map { try $0.days(3, from: day("2026-07-01")).map(\.description) }
    #expect(
      days == [["2026-07-17", "2026-08-21", "2026-09-18"], ["2026-07-17", "2026-08-14", "2026-09-18"]])
  }

  @Test("a day that not every month has may be meant for the last")
  func thirtyFirst() throws {
    guard case .readings(let readings) = RulePhrase("ngày 15 và 31 hằng tháng").meaning else {
      Issue.record("one meaning")
      return
    }
    #expect(readings.map(\.rule) == ["FREQ=MONTHLY;BYMONTHDAY=15,31", "FREQ=MONTHLY;BYMONTHDAY=15,-1"])
    let days = try readings.map { try $0.days(3, from: day("2026-02-10")).map(\.description) }
    #expect(
      days == [["2026-02-15", "2026-03-15", "2026-03-31"], ["2026-02-15", "2026-02-28", "2026-03-15"]])
  }

  @Test(
    "what is not understood to its last word is told with what was",
    arguments: [
      ("thứ Hai cách quãng", "thứ Hai", "cách quãng"), ("hằng tuần", "hằng tuần", ""),
      ("cách tuần", "cách tuần", ""), ("hằng tháng", "hằng tháng", ""), ("mỗi sáng", "", "mỗi sáng"),
      ("thứ Hai, thứ Năm hằng tuần trừ lễ", "thứ Hai, thứ Năm hằng tuần", "trừ lễ"),
      ("ngày 5 và 32 hằng tháng", "ngày 5 và", "32 hằng tháng"), ("thứ Tám", "", "thứ Tám"),
      ("thứ Hai và thứ Hai", "thứ Hai và thứ Hai", ""), ("thứ Sáu tuần thứ bảy", "thứ Sáu tuần", "thứ bảy"),
      ("thứ Sáu đến thứ Hai", "thứ Sáu đến thứ Hai", ""),
    ])
  func notUnderstood(phrase: String, known: String, unknown: String) {
    #expect(RulePhrase(phrase).meaning == .notUnderstood(known: known, unknown: unknown))
  }

  @Test("a word more at the end of any phrase is never passed over")
  func noHalfReading() {
    var failure: String?
    let weekdays = ["thứ Hai", "thứ 3", "T4", "thứ Năm", "thứ Sáu và Chủ nhật", "thứ Hai, thứ Tư"]
    let ends = ["", " hằng tuần", " mỗi tuần", " cách tuần", ", hai tuần một lần"]
    let months = ["ngày 5", "ngày 1, 15", "ngày 2 và ngày 28"].map { $0 + " hằng tháng" }
    let ordinals = ["thứ Sáu", "Chủ nhật"].flatMap { day in
      [" tuần thứ hai", " đầu tháng", " cuối tháng", " thứ tư của tháng", " tuần thứ nhất và tuần thứ ba"].map
      { day + $0 }
    }
    for phrase in weekdays.flatMap({ day in ends.map { day + $0 } }) + months + ordinals + ["hằng ngày"] {
      if case .notUnderstood = RulePhrase(phrase).meaning { failure = phrase }
      for more in ["buổi sáng", "khi có tin", "2026", "luân phiên"] {
        guard case .notUnderstood(_, let unknown) = RulePhrase("\(phrase) \(more)").meaning,
          unknown.hasSuffix(more)
        else {
          failure = "\(phrase) \(more)"
          continue
        }
      }
    }
    #expect(failure == nil)
  }
}
