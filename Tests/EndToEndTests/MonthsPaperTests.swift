import Testing

@Suite("The paper by months keeps to the period of the report")
struct MonthsPaperTests {
  @Test("of a quarter it has three months, their sum and their days")
  func quarter() throws {
    let station = try Station()
    defer { station.remove() }
    let paper = try station.run("report", "--layout", "months", "--period", "2026-Q1", language: "vi")
    #expect(paper.output.contains("(Từ ngày 01/01/2026 đến ngày 31/03/2026)"))
    #expect(paper.output.contains("T3") && !paper.output.contains("T4"), "\(paper.output)")
    let year = try station.run("report", "--layout", "months", language: "vi")
    #expect(year.output.contains("T4"))
  }
}
