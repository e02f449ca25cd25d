import ScheduleModel
import TestSupport
import Testing

@testable import Logs
@testable import Spreadsheets

@Suite("Rows that repeat another")
struct RepeatedRowsTests {
  @Test("a row is found again if and only if an earlier one says the same, by a comparison of every pair")
  func bruteForce() {
    var random = SeededGenerator(seed: 9)
    var repeats = RepeatedRows()
    var entries: [AsRunEntry] = []
    var others: [String] = []
    var failure: String?
    for line in 1...3000 where failure == nil {
      func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
      let entry = AsRunEntry(
        place: SourcePlace(file: "log.csv", line: line), day: CivilDay(daysSince1970: 20_000 + pick(3)),
        time: pick(3) == 0 ? nil : TimeOfDay(seconds: pick(4) * 60), outlet: "k\(pick(3))",
        line: pick(3) == 0 ? "l\(pick(2))" : nil, edition: pick(4) == 0 ? pick(2) : nil,
        language: .vietnamese, title: "Số \(pick(5))", minutes: pick(2) == 0 ? nil : pick(3),
        status: pick(5) == 0 ? .sent : .aired, uid: nil, evidence: pick(6) == 0 ? "tr. \(pick(2))" : nil,
        trust: pick(2) == 0 ? .memory : nil)
      var record = LogRecord(entry)
      record.other = pick(8) == 0 ? "x=\(pick(2))" : ""
      let expected = entries.indices.first { index in
        let earlier = entries[index]
        return earlier.day == entry.day && earlier.time == entry.time && earlier.outlet == entry.outlet
          && earlier.line == entry.line && earlier.edition == entry.edition && earlier.title == entry.title
          && earlier.minutes == entry.minutes && earlier.status == entry.status
          && earlier.evidence == entry.evidence && others[index] == record.other
      }
      let found = repeats.earlier(record, among: entries)
      if found?.place != expected.map({ entries[$0].place }) { failure = "row \(line)" }
      guard found == nil else { continue }
      entries.append(entry)
      others.append(record.other)
    }
    #expect(failure == nil)
  }
}
