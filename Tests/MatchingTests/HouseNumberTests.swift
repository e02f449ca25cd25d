import Matching
import ScheduleModel
import TestSupport
import Testing

@Suite("The house number, and titles that are nearly the line's")
struct HouseNumberTests {
  @Test(
    "a pattern reads the edition out of a number, whatever its zeros, case and hyphens",
    arguments: [
      ("CCHC-###", "CCHC-007", 7), ("CCHC-###", "cchc 7", 7), ("CCHC-###", "CCHC1234", 1_234),
      ("##/TS", "12/TS", 12),
    ])
  func edition(pattern: String, number: String, edition: Int) throws {
    let house = try #require(HouseNumber(pattern))
    let (isMatch, read) = house.matches(number)
    #expect(isMatch && read == edition)
  }

  @Test("another number does not match, and a pattern that leaves the edition open is none")
  func noMatch() throws {
    let house = try #require(HouseNumber("CCHC-###"))
    for number in ["CCHC", "CCHC-", "CCHC-0", "TS-7", "CCHC-7a", ""] {
      #expect(!house.matches(number).isMatch)
    }
    let fixed = try #require(HouseNumber("BĂNG 7"))
    #expect(fixed.matches("băng-7") == (true, nil) as (Bool, Int?))
    for pattern in ["###", "", "A#B#", "A1#", "#1A", "-#"] {
      #expect(HouseNumber(pattern) == nil, "\(pattern)")
    }
  }

  @Test("a house number finds its edition wherever it aired, and names the line of what is unplanned")
  func matching() {
    let plan = Plan.sample([
      .sample("a", "Cải cách hành chính", houseNumber: "CCHC-###"), .sample("b", "Tin", houseNumber: "TIN"),
    ])
    let placements = [
      Placement.sample("a", 1, at: "2018-04-05T20:15"), .sample("b", 1, at: "2018-04-05T06:00"),
    ]
    let entries: [AsRunEntry] = [
      .sample(2, at: "2018-09-05T20:15", title: "Băng số một", houseNumber: "CCHC-001"),
      .sample(3, at: "2018-04-06T06:00", houseNumber: "tin"),
      .sample(4, at: "2018-10-06T06:00", houseNumber: "CCHC-9"),
      .sample(5, at: "2018-10-06T06:00", line: "b", houseNumber: "CCHC-9"),
    ]
    let reconciled = Matcher.match(plan: plan, schedule: .sample(placements), log: .sample(entries))
    #expect(reconciled.story == ["b.1 moved 3", "a.1 moved 2", "a unplanned 4", "b unplanned 5"])
    #expect(reconciled.outcomes.map(\.sign) == [.houseNumber, .houseNumber])
    #expect(reconciled.unplanned.map(\.edition) == [9, nil])
  }

  @Test(
    "by the sign everybody sees how sure a pair is",
    arguments: [
      (AsRunEntry.sample(2, at: "2018-04-05T20:15", line: "a", edition: 1), MatchSign.edition),
      (.sample(2, at: "2018-04-05T20:15", line: "a"), .line),
      (.sample(2, at: "2018-04-05T20:15", edition: 1, title: "cai cach hanh chinh"), .titleAndEdition),
      (.sample(2, at: "2018-04-05T20:15", title: "Chuyên mục cải cách hành chính"), .title),
      (.sample(2, at: "2018-04-05T20:15", title: "Cải cách hành chín"), .titleAlike),
      (.sample(2, at: "2018-04-05T20:15"), .time),
      (.sample(2, at: "2018-12-05", on: "bao", uid: "lai-chau.a.1.vi@lichsong"), .uid),
    ])
  func signs(entry: AsRunEntry, sign: MatchSign) {
    let plan = Plan.sample([.sample("a", "Cải cách hành chính"), .sample("b", "Tin trong ngày")])
    let placement = Placement.sample("a", 1, at: "2018-04-05T20:15")
    let outcome = Matcher.match(plan: plan, schedule: .sample([placement]), log: .sample([entry])).outcomes
      .first
    #expect(outcome?.sign == sign)
  }

  @Test("how much alike a title must be is the plan's; other numbers and two lines as near are never guessed")
  func titlesAlike() {
    func line(_ title: String, percent: Int = 85) -> String? {
      let plan = Plan.sample(
        [
          .sample("a", "Tin cải cách số 3"), .sample("b", "Nông thôn mới A"), .sample("c", "Nông thôn mới B"),
        ],
        matching: MatchingTolerance(titlePercent: percent))
      let entry = AsRunEntry.sample(2, at: "2018-04-05T20:15", title: title)
      return Matcher.match(plan: plan, schedule: .sample([]), log: .sample([entry])).unplanned.first?.line
    }
    #expect(line("Tin cải cáh số 3") == "a")
    #expect(line("Tin cải cáh số 3", percent: 100) == nil)
    #expect(line("Tin cải cách số 4") == nil)
    #expect(line("Nông thôn mới C") == nil)
    #expect(line("Tin số 3", percent: 50) == nil)
  }
}
