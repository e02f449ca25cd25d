import ScheduleModel
import Testing

@Suite("What is otherwise in a later close")
struct CloseDifferenceTests {
  private func row(_ name: String, _ title: String, evidence: String = "", author: String = "") -> ClosedRow {
    let cells = ClosedRow.Column.allCases.map { column in
      switch column {
      case .date: "2026-01-19"
      case .title: title
      case .evidence: evidence
      case .author: author
      default: ""
      }
    }
    return ClosedRow(name: name, countsFor: [], cells: cells)
  }

  private func close(_ rows: [ClosedRow], _ figures: [ClosedFigure] = []) throws -> PeriodClose {
    let day = try #require(CivilDay(iso: "2026-01-01"))
    return PeriodClose(
      scope: .init(plan: "p", period: "2026-Q1", profile: "CALENDAR_YEAR", against: .inForce),
      days: day..<day.advanced(by: 90), asOf: day,
      stamp: .init(
        sequence: 1, previous: nil, number: 0, reason: nil, closed: LocalTime(day), author: "A"),
      inputs: [], rowsLeftOut: 0, figures: figures, rows: rows)
  }

  @Test("rows are the same by what they say; of the others, those of one name were altered")
  func rows() throws {
    let (a, b, c) = (row("log.csv:2", "A"), row("log.csv:3", "B"), row("log.csv:4", "C"))
    let moved = [row("log.csv:2", "C"), row("log.csv:3", "B2"), row("x:9", "A"), row("x:10", "A")]
    let difference = CloseDifference(from: try close([a, b, c]), to: try close(moved))
    #expect(
      difference.rows == [.changed(from: b, to: row("log.csv:3", "B2")), .added(row("x:10", "A"))])
    #expect(CloseDifference(from: try close(moved), to: try close([c, b])).rows.count == 3)
  }

  @Test("who vouches for a row may be added, but not exchanged")
  func vouching() throws {
    let bare = try close([row("log.csv:2", "A")])
    let vouched = try close([row("key:9", "A", author: "Lê Văn A")])
    let other = try close([row("key:9", "A", author: "Nguyễn Thị B")])
    #expect(CloseDifference(from: bare, to: vouched).isEmpty)
    #expect(CloseDifference(from: vouched, to: other).rows.count == 1)
    #expect(CloseDifference(from: vouched, to: bare).rows.count == 2)
  }

  @Test(
    "a close that does not say of which quarter a reported figure is, is held against those that do, in order"
  )
  func reportedParts() throws {
    let quarters = try ["2026-01-01", "2026-04-01", "2026-07-01"].map { try #require(CivilDay(iso: $0)) }
    func reported(_ text: String, _ quarter: Int? = nil) -> ClosedFigure {
      let days = quarter.map { quarters[$0]..<quarters[$0 + 1] }
      return ClosedFigure(
        subject: .init(kind: .declared, id: "a.tin", days: days), planned: text, values: [:])
    }
    let before = [reported("61 tin"), reported("70 tin")]
    #expect(CloseDifference.figures(from: before, to: [reported("61 tin", 0), reported("70 tin", 1)]) == [])
    let changed = CloseDifference.figures(from: before, to: [reported("61 tin", 0), reported("72 tin", 1)])
    #expect(changed.map(\.before) == ["70 tin"] && changed.map(\.after) == ["72 tin"])
    let said = [reported("61 tin", 0), reported("70 tin", 1)]
    #expect(CloseDifference.figures(from: said, to: said) == [])
    let fresh = CloseDifference.figures(from: [reported("61 tin", 0)], to: said)
    #expect(fresh.map(\.before) == [nil] && fresh.map(\.after) == ["70 tin"])
  }

  @Test("figures that came, went or changed are told one by one, and what is not known is not 0")
  func figures() throws {
    let a = ClosedFigure.Subject(kind: .line, id: "a")
    let b = ClosedFigure.Subject(kind: .line, id: "b")
    let before = [ClosedFigure(subject: a, planned: "12 kỳ", values: [.scheduled: 3, .aired: 2])]
    let after = [
      ClosedFigure(subject: a, planned: "24 kỳ", values: [.scheduled: 3]),
      ClosedFigure(subject: b, values: [.aired: 0]),
    ]
    let changes = CloseDifference(from: try close([], before), to: try close([], after)).figures
    #expect(
      changes.map {
        "\($0.subject.id) \($0.measure?.rawValue ?? "planned") \($0.before ?? "–") \($0.after ?? "–")"
      }
        == ["a planned 12 kỳ 24 kỳ", "a aired 2 –", "b aired – 0"])
  }

  @Test(
    "of random rows, the difference has exactly those that were altered, added and taken away",
    arguments: 1...60)
  func randomRows(seed: Int) throws {
    var state = UInt64(seed)
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let before = (0..<40).map { row("log.csv:\($0 + 2)", "title \($0 / 2)", evidence: "\($0 / 2)") }
    var after: [ClosedRow] = []
    var expected: [CloseDifference.RowChange] = []
    for (index, old) in before.enumerated() {
      switch next(5) {
      case 0:
        after.append(row(old.name, "new \(index)"))
        expected.append(.changed(from: old, to: after[after.count - 1]))
      case 1: expected.append(.gone(old))
      default: after.append(old)
      }
      guard next(4) == 0 else { continue }
      let late = row("late.csv:\(index)", "late \(index)")
      after.insert(late, at: next(after.count + 1))
      expected.append(.added(late))
    }
    // Two rows that say the same are one as good as the other.
    let difference = CloseDifference(from: try close(before), to: try close(after))
    func said(_ changes: [CloseDifference.RowChange], lost: String = "-", found: String = "+") -> [String] {
      changes.flatMap { change -> [String] in
        switch change {
        case .added(let row): ["\(found)\(row.cells)"]
        case .gone(let row): ["\(lost)\(row.cells)"]
        case .changed(let old, let new): ["\(lost)\(old.cells)", "\(found)\(new.cells)"]
        }
      }.sorted()
    }
    let back = CloseDifference(from: try close(after), to: try close(before))
    #expect(said(difference.rows) == said(expected))
    #expect(said(back.rows, lost: "+", found: "-") == said(expected))
  }
}
