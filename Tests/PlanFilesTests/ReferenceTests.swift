import ScheduleModel
import Testing

@testable import PlanFiles

/// The reference of the plan file tells of every key and every word that may stand in one.
struct ReferenceTests {
  /// The words that the reference sets in code.
  private static func words() throws -> Set<String> {
    let text = try Reading.text(of: "schedules/README.md")
    let code =
      text.matches(of: /`([^`\n]+)`/).map(\.output.1)
      + text.matches(of: /\n```[a-z]*\n([^`]+)```/).map(\.output.1)
    return Set(code.flatMap { $0.split { !($0.isLetter || $0 == "-") }.map(String.init) })
  }

  @Test("every key stands in the reference")
  func everyKey_isDocumented() throws {
    let missing = try Set(KeySet.everySet.flatMap(\.all)).subtracting(Self.words())
    #expect(missing.sorted() == [])
  }

  @Test("every word of an enumeration stands in the reference")
  func everyWord_isDocumented() throws {
    let words =
      Outlet.Kind.allCases.map(\.rawValue) + AdminLevel.allCases.map(\.rawValue)
      + AdminUnit.PlanMode.allCases.map(\.rawValue) + PlanDocument.Role.allCases.map(\.rawValue)
      + PlanLine.QuotaBasis.allCases.map(\.rawValue) + PlanLine.Tone.allCases.map(\.rawValue)
      + Remark.Part.allCases.map(\.rawValue) + Weekday.allCases.map(\.code)
      + CountingRule.Measure.allCases.map(\.rawValue) + CountingRule.Runs.allCases.map(\.rawValue)
      + AsRunEntry.Trust.allCases.map(\.rawValue) + ScoreRule.Partial.allCases.map(\.rawValue)
      + DueRule.Roll.allCases.map(\.rawValue)
      + CalendarPolicy.Series.allCases.map(\.rawValue) + YearPart.allCases.map(\.rawValue)
    #expect(try Set(words).subtracting(Self.words()).sorted() == [])
  }

  @Test("the smallest plan of the reference has no finding")
  func smallestPlan_isRight() throws {
    let text = try Reading.text(of: "schedules/README.md")
    let block = try #require(text.firstMatch(of: /```yaml\n([^`]+)```/))
    #expect(Reading.findings(of: String(block.output.1)) == "")
  }
}
