import ScheduleModel
import Testing

struct ValidityTests {
  @Test("both ends are included, and an end that is not known never comes")
  func contains_includesBothEnds() throws {
    let span = Validity(from: try day("2019-03-12"), through: try day("2025-06-30"), successor: "tan-hong")
    let asked = ["2019-03-11", "2019-03-12", "2022-01-01", "2025-06-30", "2025-07-01"]
    #expect(try asked.map { try span.contains(day($0)) } == [false, true, true, true, false])
    #expect(
      try asked.map { try Validity(from: span.from).contains(day($0)) } == [false, true, true, true, true])
    #expect(
      try asked.map { try Validity(through: span.through).contains(day($0)) } == [
        true, true, true, true, false,
      ])
    #expect(try asked.allSatisfy { try Validity.always.contains(day($0)) })
  }

  @Test("one day is a validity too")
  func oneDay_isContained() throws {
    let only = Validity(from: try day("2020-02-29"), through: try day("2020-02-29"))
    #expect(try days("2020-02-27", "2020-03-03").filter(only.contains) == [day("2020-02-29")])
  }

  @Test("districts ended on 1 July 2025, and levels run from the nation down")
  func districts_end() throws {
    #expect(try AdminLevel.districtsEnd == day("2025-07-01"))
    #expect(AdminLevel.allCases.reversed().sorted() == [.national, .province, .district, .commune])
  }
}
