import Counting
import Logs
import Matching
import ScheduleModel
import Spreadsheets
import TestSupport
import Testing

/// Schedules and logs made at random, and what must hold for all of them.
@Suite("Whatever the schedule and the log")
struct MatchingPropertyTests {
  private static let tags = ["vi", "hmn"]
  private static let lineIDs = ["a", "b", "c", "d", "e"]

  private let plan = Plan.sample(
    [
      .sample(
        "a", "Cải cách", on: .each(["truyen-hinh", "cong"]), versions: .sample(["hmn"], sentTo: ["vtv5"])),
      .sample("b", "Cải cách hành chính", on: .together(["truyen-hinh", "phat-thanh"])),
      .sample("c", "Tin", on: .each(["bao"])), .sample("d", "Trang tin", overlap: .partOf("b")),
      .sample("e", "Trang tin"),
    ], totals: [.sample(["a", "b", "c", "d", "e"])],
    further: [.sample("huyen", "Đài huyện", .radio, relays: ["truyen-hinh"])])

  private struct Case {
    let schedule: Schedule
    let entries: [AsRunEntry]
    let links: [EntryLink]
  }

  private func randomCase(_ random: inout SeededGenerator) -> Case {
    func when(_ random: inout SeededGenerator, month: Bool) -> String {
      let date = CivilDay.of("2018-04-01").advanced(by: Int.random(in: 0...20, using: &random))
      switch Int.random(in: 0...5, using: &random) {
      case 0: return "\(date)"
      case 1 where month: return "\(date)".dropLast(3).description
      default:
        let minutes = Int.random(in: 0...95, using: &random) * 15
        return
          "\(date)T\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
      }
    }
    func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }
    var placements: [String: Placement] = [:]
    for _ in 0..<Int.random(in: 0...25, using: &random) {
      let placement = Placement.sample(
        pick(Self.lineIDs), Int.random(in: 1...8, using: &random), at: when(&random, month: true),
        on: pick(["truyen-hinh", "cong", "bao"]), in: pick(Self.tags),
        run: pick([.first, .first, .repeat, .crossPost]))
      placements[placement.uid] = placement
    }
    let planned = placements.values.sorted { $0.uid < $1.uid }
    let entries = (0..<Int.random(in: 0...25, using: &random)).map { row in
      let named = Int.random(in: 0...4, using: &random)
      let uid = Int.random(in: 0...5, using: &random) == 0 && !planned.isEmpty ? pick(planned).uid : nil
      return AsRunEntry.sample(
        row + 2, at: when(&random, month: false), on: pick(["truyen-hinh", "cong", "bao", "vtv5", "huyen"]),
        line: named < 2 ? pick(Self.lineIDs) : nil,
        edition: Bool.random(using: &random) ? Int.random(in: 1...8, using: &random) : nil,
        in: pick(Self.tags),
        title: pick(["", "Trang tin", "Cải cách hành chính số 2", "Phim", "Tin"]),
        status: pick([.aired, .aired, .aired, .aired, .sent, .preempted]), uid: uid,
        makesGood: Int.random(in: 0...9, using: &random) == 0 && !planned.isEmpty ? pick(planned).uid : nil)
    }
    let links = entries.filter { _ in Int.random(in: 0...9, using: &random) == 0 }.map { entry in
      let uid = planned.isEmpty ? "gone" : pick(planned).uid
      return EntryLink.sample(pick([.shows(uid: uid), .makesGood(uid: uid), .nothing]), entry)
    }
    return Case(schedule: .sample(planned), entries: entries, links: links)
  }

  private func everyCase(_ count: Int, _ check: (Case, Reconciled) -> String?) {
    var failure: String?
    for seed in 0..<count where failure == nil {
      var random = SeededGenerator(seed: UInt64(seed))
      let one = randomCase(&random)
      let reconciled = Matcher.match(
        plan: plan, schedule: one.schedule, log: .sample(one.entries), links: one.links)
      failure = check(one, reconciled).map { "seed \(seed): \($0)" }
    }
    #expect(failure == nil)
  }

  @Test("every placement has one outcome, and every row stands in exactly one place")
  func nothingTwiceNothingLost() {
    everyCase(500) { one, reconciled in
      guard reconciled.outcomes.map(\.placement) == one.schedule.placements else { return "placements" }
      let shown =
        reconciled.outcomes.compactMap(\.entry) + reconciled.outcomes.compactMap(\.makeGood)
        + (reconciled.unplanned + reconciled.sent + reconciled.outcomes.compactMap(\.substitute)).map(\.entry)
        + reconciled.relays.map(\.entry)
      guard shown.map(\.place.line).sorted() == one.entries.map(\.place.line) else { return "rows" }
      return reconciled.sent.allSatisfy { $0.entry.status == .sent } ? nil : "sent"
    }
  }

  @Test("every outcome follows from its placement and its row")
  func outcomesFollow() {
    everyCase(500) { one, reconciled in
      for outcome in reconciled.outcomes {
        let (placement, entry) = (outcome.placement, outcome.entry)
        if outcome.sign == .link { continue }
        switch outcome.outcome {
        case .missed, .pending: guard entry == nil else { return "\(outcome)" }
        case .substituted:
          guard entry == nil, let substitute = outcome.substitute, substitute.line == placement.line,
            substitute.entry.outlet == placement.outlet, substitute.entry.status == .aired,
            substitute.edition != placement.edition || substitute.entry.language != placement.language
              || substitute.entry.uid != nil
          else { return "\(outcome)" }
        case .preempted: guard entry?.status == .preempted else { return "\(outcome)" }
        default:
          guard let entry, entry.status == .aired else { return "\(outcome)" }
          if entry.uid == placement.uid { continue }
          guard entry.outlet == placement.outlet, entry.language == placement.language,
            entry.line ?? placement.line == placement.line,
            entry.edition == nil || entry.edition == placement.edition
              || (entry.line == nil && entry.title.isEmpty)
          else { return "\(outcome)" }
        }
      }
      return nil
    }
  }

  @Test("the order of the rows decides nothing but which of two equal rows is shown")
  func shuffled() {
    everyCase(200) { one, reconciled in
      var random = SeededGenerator(seed: 99)
      func told(_ reconciled: Reconciled) -> [String] {
        reconciled.outcomes.map { outcome in
          let rows = [outcome.entry, outcome.substitute?.entry, outcome.makeGood].map { entry in
            entry.map { "\($0.day) \($0.seconds) \($0.title)" } ?? "–"
          }
          return "\(outcome.placement.uid) \(outcome.outcome) \(rows.joined(separator: ", "))"
        }
      }
      for _ in 0..<3 {
        let other = Matcher.match(
          plan: plan, schedule: one.schedule, log: .sample(one.entries.shuffled(using: &random)),
          links: one.links)
        guard told(other) == told(reconciled) else { return "differs" }
      }
      return nil
    }
  }

  @Test("in the year what was scheduled is on time, late, moved, pre-empted, missed or pending")
  func countsAddUp() {
    everyCase(400) { one, reconciled in
      let tally = TallyBuilder.tally(
        plan: plan, schedule: one.schedule, reconciled: reconciled, log: .sample(one.entries), published: nil,
        period: .of("2018"))
      for (name, counts, rows) in tally.lines.map({ ($0.line, $0.counts, $0.rows.count) })
        + tally.versions.map({ ($0.line, $0.counts, $0.rows.count - $0.sent) })
      {
        let onTime = counts.aired - counts.late - counts.moved - counts.unplanned
        let sum = onTime + counts.late + counts.moved + counts.preempted + counts.missed + counts.pending
        guard onTime >= 0, sum == counts.scheduled, rows == counts.aired else {
          return "\(name) \(counts) \(rows)"
        }
      }
      let own = tally.lines.filter { $0.line != "d" }
      let all = own.map(\.counts).reduce(Counts(), +)
      guard tally.totals.map(\.counts) == [all], tally.totals.map(\.inside) == [["d"]] else { return "total" }
      func sum(_ dimension: GroupTally.Dimension) -> Counts {
        tally.groups.filter { $0.dimension == dimension }.compactMap(\.counts).reduce(Counts(), +)
      }
      guard sum(.month) == all, sum(.quarter) == all, sum(.form) == all else { return "groups" }
      let vietnamese = tally.groups.first { $0.dimension == .language && $0.key == "vi" }
      guard vietnamese?.counts == all else { return "languages" }
      let months = own.map { $0.months.reduce(Counts(), +) }.reduce(Counts(), +)
      return months == all ? nil : "months"
    }
  }

  @Test("every row is counted, belongs to a counted work, or stands among those that count nowhere")
  func rowsAccountedFor() {
    everyCase(200) { one, reconciled in
      let tally = TallyBuilder.tally(
        plan: plan, schedule: one.schedule, reconciled: reconciled, log: .sample(one.entries), published: nil,
        period: .of("2018"))
      let uncounted = Set(tally.uncounted.map(\.place))
      for row in reconciled.unplanned where uncounted.contains(row.entry.place) {
        guard row.line == nil || row.entry.status == .preempted else { return "\(row)" }
      }
      let counted = Set((tally.lines.flatMap(\.rows)) + tally.versions.flatMap(\.rows))
      return counted.isDisjoint(with: uncounted) ? nil : "a row is counted and is not"
    }
  }
}

extension AsRunEntry {
  fileprivate var seconds: Int { time?.seconds ?? -1 }
}
