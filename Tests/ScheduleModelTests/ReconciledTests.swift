import ScheduleModel
import Testing

/// What a schedule and a log come to stays whole when some of it is put anew.
struct ReconciledTests {
  private static func entry(_ line: Int) throws -> AsRunEntry {
    AsRunEntry(
      place: SourcePlace(file: "tv.csv", line: line), day: try day("2018-04-05"), time: nil, outlet: "tv",
      line: "hoi-dap", edition: nil, language: .vietnamese, title: "Hỏi đáp số 3", minutes: nil,
      status: .aired, uid: nil, evidence: nil)
  }

  @Test(
    "with other outcomes everything else that was found stays: joined, clashing and opposed rows, and equal numbers"
  )
  func otherOutcomes() throws {
    let pair = JoinedEntries(head: try Self.entry(2), part: try Self.entry(3), isSure: false)
    let rest = UnplannedEntry(entry: try Self.entry(4), line: "hoi-dap")
    let alike = NumberedAlike(entry: try Self.entry(3), earlier: try Self.entry(2), number: 3)
    let whole = Reconciled(
      outcomes: [], unplanned: [rest], sent: [rest], joined: [pair], clashing: [pair], opposed: [pair],
      numberedAlike: [alike], asOf: try day("2018-06-30"))
    #expect(whole.with(outcomes: []) == whole)
    let emptied = whole.with(outcomes: [], unplanned: [])
    #expect(emptied.unplanned.isEmpty)
    #expect(emptied.with(outcomes: [], unplanned: [rest]) == whole)
  }
}
