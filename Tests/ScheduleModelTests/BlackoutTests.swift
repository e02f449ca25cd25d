import ScheduleModel
import Testing

struct BlackoutTests {
  private func blackout(outlets: [String] = [], lines: [String] = []) throws -> Blackout {
    Blackout(
      name: "Tết Nguyên đán", days: try days("2018-02-14", "2018-02-21"), outlets: outlets, lines: lines,
      place: SourcePlace(file: "plan.yaml", line: 1))
  }

  @Test("the first day is black and the day at the end is not")
  func days_areHalfOpen() throws {
    let tet = try blackout()
    let asked = try ["2018-02-13", "2018-02-14", "2018-02-20", "2018-02-21"].map(day)
    #expect(asked.map { tet.closes(outlet: "bao", on: $0) } == [false, true, true, false])
    #expect(asked.map { tet.keeps(line: "bai", off: "bao", on: $0) } == [false, true, true, false])
  }

  @Test("it closes an outlet for every line, or keeps only the named lines off it")
  func outletsAndLines_narrowIt() throws {
    let black = try day("2018-02-16")
    let cases: [(Blackout, closes: [Bool], keeps: [[Bool]])] = [
      (try blackout(), [true, true], [[true, true], [true, true]]),
      (try blackout(outlets: ["bao"]), [true, false], [[true, false], [true, false]]),
      (try blackout(lines: ["bai"]), [false, false], [[true, true], [false, false]]),
      (try blackout(outlets: ["bao"], lines: ["bai"]), [false, false], [[true, false], [false, false]]),
    ]
    for (blackout, closes, keeps) in cases {
      #expect(["bao", "dai"].map { blackout.closes(outlet: $0, on: black) } == closes)
      let kept = ["bai", "tin"].map { line in
        ["bao", "dai"].map { blackout.keeps(line: line, off: $0, on: black) }
      }
      #expect(kept == keeps)
    }
  }
}
