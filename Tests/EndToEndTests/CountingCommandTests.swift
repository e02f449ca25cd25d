import Foundation
import Testing

/// The sample of `Tests/CountingSample`: every kind of rule, a figure amended in the year, logs up to 31 August.
@Suite("Counting rules, periods, completion and forecast on the command line")
struct CountingCommandTests {
  private static let folder = "Tests/CountingSample"

  private func expect(_ name: String, _ arguments: String...) throws {
    let command = try Command(program: Command.path, ["report", Self.folder] + arguments)
    #expect(command.status == 0)
    try Golden.expect(command.output, at: "\(Command.root)/\(Self.folder)/expected/\(name)")
  }

  @Test("the report in both languages, with last year beside it")
  func report() throws {
    try expect("report.txt", "--compare", "\(Self.folder)/year-before")
    try expect("report.en.txt", "--compare", "\(Self.folder)/year-before", "--lang", "en")
  }

  @Test("the same as data")
  func data() throws {
    try expect("report.json", "--compare", "\(Self.folder)/year-before", "--format", "json")
    try expect("report.csv", "--compare", "\(Self.folder)/year-before", "--format", "csv")
  }

  @Test("a quarter against the original figures, by a shipped profile")
  func original() throws {
    try expect("2020-Q3.original.txt", "--against", "original", "--period", "2020-Q3", "--profile", "BNV_581")
  }

  @Test("a stretch of the plan's own")
  func stretch() throws { try expect("cao-diem.txt", "--period", "cao-diem") }

  @Test("every row of a line, counted or not, in both languages and as data")
  func explanation() throws {
    try expect("explain.txt", "--explain", "chuyen-muc")
    try expect("explain.en.txt", "--explain", "chuyen-muc", "--lang", "en")
    try expect("explain.json", "--explain", "chuyen-muc", "--format", "json")
  }

  @Test("what cannot be explained or compared is wrong usage")
  func wrongUsage() throws {
    func first(_ arguments: String...) throws -> String {
      let command = try Command(program: Command.path, ["report", Self.folder, "--lang", "en"] + arguments)
      #expect(command.status == 64)
      return String(command.errors.prefix { $0 != "\n" })
    }
    #expect(
      try first("--explain", "khong-co")
        == "Error: The plan has no line “khong-co” to count; its lines are chuyen-muc, tin-bai, hoi-nghi, to-gap."
    )
    #expect(
      try first("--explain", "tin-bai", "--format", "html")
        == "Error: --explain has the formats text and json.")
    #expect(
      try first("--compare", "schedules/lai-chau-2018")
        == "Error: “schedules/lai-chau-2018” is a plan for 2018; the same period last year is the year 2019.")
    #expect(
      try first("--compare", "\(Self.folder)/year-before", "--period", "cao-diem")
        == "Error: The stretch “cao-diem” has no same period in the year before.")
    #expect(
      try first("--profile", "BNV")
        == "Error: There is no way to cut periods “BNV”; there are SO_NOI_VU, CALENDAR_YEAR, ND09_2019, BNV_581."
    )
    #expect(
      try first("--period", "2020-Q2")
        == "Error: SO_NOI_VU has no report for quarter 2 of 2020; its periods are 2020-Q1, 2020-H1, 2020-Q3, 2020, cao-diem."
    )
  }
}
