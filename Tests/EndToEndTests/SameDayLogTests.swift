import Foundation
import Testing

/// Loudspeakers without hours that air each item in the morning and again in the afternoon.
@Suite("Rows of a first run and its repeat of the same day, without an hour")
struct SameDayLogTests {
  private static let plan = """
    plan: loa-xa
    title: Truyền thanh xã (số liệu minh họa)
    year: 2026
    outlets:
      loa:
        name: Loa truyền thanh xã
        kind: loudspeakers
        grid:
          - { id: sang, rule: thứ Hai và thứ Năm hằng tuần }
          - { id: chieu, rule: thứ Hai và thứ Năm hằng tuần }
    lines:
      - id: tin
        title: Tin cải cách hành chính
        form: tin
        outlet: loa
        quota: mọi buổi
        grid: [sang]
        repeats: { after: 0d, within: 0d, grid: [chieu] }

    """
  private static let head = "Ngày,Kênh,Chỉ tiêu,Kỳ,Tên chương trình\n"
  private static let first = "2026-01-05,loa,tin,2,Tin cải cách hành chính\n"
  private static let untold = "2026-01-08,loa,,,Tin cải cách hành chính\n"

  /// What the findings about repeated rows say.
  private func repeated(_ command: Command) -> [String] {
    command.errors.split(separator: "\n").filter { $0.contains("LOG_ROW_REPEATED") }.map(String.init)
  }

  /// What became of first run and repeat on 5 and 8 January.
  private func outcomes(_ station: Station) throws -> [String] {
    let out = station.folder + "/outcomes.csv"
    try? FileManager.default.removeItem(atPath: out)
    _ = try station.run("reconcile", "--out", out, "--as-of", "2026-01-08")
    return try station.text("outcomes.csv").split(whereSeparator: \.isNewline).filter { row in
      row.contains("loa-xa.tin.2.") || row.contains("loa-xa.tin.3.")
    }.map { $0.prefix { $0 != "," }.description }
  }

  @Test(
    "so many equal rows as the schedule has airings are airings; more are repeats", arguments: ["vi", "en"])
  func airings(language: String) throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let log = Self.head + Self.first + Self.first + Self.first + Self.untold + Self.untold
    try station.write("nhat-ky.csv", log)
    #expect(try station.publish(at: "2026-01-04T08:00").status == 0)
    let path = station.folder + "/nhat-ky.csv"
    let command = try station.run(
      "import", path, "--by", "An", "--at", "2026-01-09T08:00", language: language)
    #expect(command.status == 0)
    let expected =
      language == "vi"
      ? [
        "nhat-ky.csv:4:1: cảnh báo[LOG_ROW_REPEATED]: Dòng này giống hệt dòng 2 của “nhat-ky.csv” và không được đếm lần nữa.",
        "nhat-ky.csv:3:1: lưu ý[LOG_ROW_REPEATED]: Dòng này giống hệt dòng 2 của “nhat-ky.csv”; lịch ngày 05/01/2026 có 2 lượt của cùng một kỳ, không nêu giờ, nên dòng này được tính là một lượt phát nữa. Số dòng như vậy của tệp: 2.",
      ]
      : [
        "nhat-ky.csv:4:1: warning[LOG_ROW_REPEATED]: This row is the same as line 2 of “nhat-ky.csv” and is not counted again.",
        "nhat-ky.csv:3:1: note[LOG_ROW_REPEATED]: This row is the same as line 2 of “nhat-ky.csv”; the schedule of 05/01/2026 has 2 airings of one edition without an hour, so it counts as one more. Such rows of the file: 2.",
      ]
    let told = repeated(command).map { $0.replacing(station.folder + "/", with: "") }
    #expect(told == expected)
    #expect(try outcomes(station) == ["aired", "aired", "aired", "aired"])
  }

  @Test("read again, and by another person, the same rows are there once; one that came later is added")
  func again() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    #expect(try station.publish(at: "2026-01-04T08:00").status == 0)
    let path = station.folder + "/nhat-ky.csv"
    func read(_ text: String, _ time: String) throws -> Command {
      try station.write("nhat-ky.csv", text)
      return try station.run("import", path, "--by", "An", "--at", time)
    }
    _ = try read(Self.head + Self.first + Self.untold, "2026-01-09T08:00")
    #expect(try outcomes(station) == ["aired", "missed", "aired", "missed"])
    let both = Self.head + Self.first + Self.first + Self.untold + Self.untold
    _ = try read(both, "2026-01-09T09:00")
    #expect(try outcomes(station) == ["aired", "aired", "aired", "aired"])
    let last = try read(both + "\n", "2026-01-09T10:00")
    #expect(!last.errors.contains("LEDGER_ROW"))
    #expect(try outcomes(station) == ["aired", "aired", "aired", "aired"])
    #expect(try !station.run("reconcile").errors.contains("LEDGER_ROW"))
  }

  @Test("an hour tells airings apart, so that with one an equal row is a repeat")
  func withHour() throws {
    let timed = Self.plan.replacing(
      "hằng tuần }\n", with: "hằng tuần, at: \"05:30\" }\n")
    let station = try Station(
      plan: timed.replacing(
        "{ id: chieu, rule: thứ Hai và thứ Năm hằng tuần, at: \"05:30\" }",
        with: "{ id: chieu, rule: thứ Hai và thứ Năm hằng tuần, at: \"17:00\" }"))
    defer { station.remove() }
    try station.write("as-run/nhat-ky.csv", Self.head + Self.first + Self.first)
    let told = repeated(try station.run("reconcile"))
    #expect(told.count == 1 && told.allSatisfy { $0.contains("is not counted again") })
  }
}
