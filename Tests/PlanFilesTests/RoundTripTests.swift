import Foundation
import ScheduleModel
import Testing

@testable import PlanFiles

/// What is written reads back as the same plan.
struct RoundTripTests {
  private func write(_ plan: Plan) -> String { PlanWriter.text(plan) }

  private func read(_ text: String) throws -> Plan {
    let reading = Reading.of(text)
    let errors = reading.findings.filter { $0.severity == .error && $0.code.isOfTheText }
    try #require(Reading.listing(errors, in: .english) == "", "\(text)")
    return try #require(reading.plan)
  }

  private func check(_ plan: Plan) throws {
    let text = write(plan)
    let again = try read(text)
    #expect(again.placeless == plan.placeless, "\(text)")
    #expect(write(again) == text)
  }

  @Test("the plan of Lai Châu")
  func laiChau_comesBack() throws {
    try check(try read(try Reading.text(of: "schedules/lai-chau-2018/plan.yaml")))
  }

  @Test("the plan with every key, as the text that it is written as")
  func example_comesBack() throws {
    let plan = try read(ExamplePlan.text)
    try check(plan)
    #expect(write(plan) == ExamplePlan.written)
  }

  @Test("an empty plan")
  func emptyPlan_comesBack() throws {
    try check(try read("plan: p\ntitle: t\nyear: 2026\noutlets: {}\nlines: []\n"))
  }

  @Test("200 plans made up at random", .timeLimit(.minutes(1)))
  func randomPlans_comeBack() throws {
    for seed in 1...200 { try check(RandomPlan.plan(seed: UInt64(seed))) }
  }

  @Test("two runs give the same bytes")
  func writing_isDeterministic() {
    let seeds = (1...20).map(UInt64.init)
    #expect(seeds.filter { write(RandomPlan.plan(seed: $0)) != write(RandomPlan.plan(seed: $0)) } == [])
  }

  @Test(
    "texts that look like something else stay texts, alone and as the title of a plan",
    arguments: RandomPlan.pieces)
  func texts_comeBack(_ piece: String) throws {
    let plan = try read(SmallPlan.text())
    let titled = Plan(
      id: plan.id, title: piece, year: plan.year, days: plan.days, revised: plan.revised, documents: [],
      units: [],
      outlets: plan.outlets, blackouts: [], topics: [Topic(id: "a", title: piece, place: RandomPlan.nowhere)],
      lines: plan.lines, totals: [], matching: MatchingTolerance(),
      remarks: [Remark(part: .results, text: [piece, piece + "\n" + piece, piece])])
    try check(titled)
  }

  @Test("letters and marks that stand apart (NFD) are read, and written, as one (NFC)")
  func decomposedText_isComposed() throws {
    let decomposed = "Cải cách hành chính Đài".decomposedStringWithCanonicalMapping
    try #require(Array(decomposed.utf8) != Array("Cải cách hành chính Đài".utf8))
    let plan = try read(SmallPlan.text(end: "remarks: { results: \"\(decomposed)\" }"))
    let text = try #require(plan.remarks.first?.text.first)
    #expect(Array(text.utf8) == Array("Cải cách hành chính Đài".utf8))
    #expect(write(plan).unicodeScalars.allSatisfy { $0.properties.canonicalCombiningClass == .notReordered })
  }

  @Test("keys of a plan file are never written in quotes")
  func keys_areBare() throws {
    let text = write(try read(ExamplePlan.text))
    let keys = text.split(separator: "\n").filter { $0.contains("\":") || $0.contains("':") }
    #expect(keys == [])
  }
}

extension FindingCode {
  /// Whether it concerns what the text says, rather than whether the plan makes sense.
  fileprivate var isOfTheText: Bool {
    ![
      .circularOverlap, .partsPassQuota, .monthsContradictQuota, .countsContradictQuota, .pinsPassQuota,
      .unknownReference,
      .workLongerThanSlot, .gapNotKept, .minimumAboveMaximum,
    ].contains(self)
  }
}
