import Allocation
import ScheduleModel
import Testing

@testable import lichsong_engine

@Suite("An instance that contradicts itself")
struct ProblemCheckTests {
  private static func months(_ value: Int) -> String {
    "[\(Array(repeating: "\(value)", count: 12).joined(separator: ","))]"
  }

  @Test("each contradiction is told by the names of what contradicts")
  func contradictions() {
    let cases: [((inout TinyInstance) -> Void, [String])] = [
      (
        { $0.original["lo"] = Self.months(4) },
        (1...12).map { "Series 0 “Gốc”, month \($0): the least, 4, is above the most, 3." }
      ),
      (
        { $0.original["lo"] = Self.months(1) },
        ["Series 0 “Gốc”: the months ask for at least 12, but only 10 are left to place."]
      ),
      (
        {
          $0.original["from"] = "20"
          $0.original["to"] = "10"
        }, ["Series 0 “Gốc”: the window ends on day 10, before it starts on day 20."]
      ),
      (
        { $0.original["pins"] = "[52]" },
        ["Series 0 “Gốc” cannot keep its pin on slot 52 (day 0): it is on another outlet."]
      ),
      (
        {
          $0.slots = $0.slots.replacing("[0,0,4,2]", with: "[0,7,4,2]")
          $0.original["pins"] = "[0]"
        }, ["Series 0 “Gốc” cannot keep its pin on slot 0 (day 4): its type 7 is not among types."]
      ),
      (
        { $0.original["pins"] = "[6]" },
        ["Series 0 “Gốc” cannot keep its pin on slot 6 (day 46): it lies in a blackout."]
      ),
      (
        {
          $0.original["pins"] = "[0]"
          $0.original["from"] = "5"
        }, ["Series 0 “Gốc” cannot keep its pin on slot 0 (day 4): it is outside the window, days 5 to 364."]
      ),
      (
        {
          $0.original["pins"] = "[0]"
          $0.airedUntil = "5"
        },
        [
          "Series 0 “Gốc” cannot keep its pin on slot 0 (day 4): what lies before day 5 (airedUntil) has aired."
        ]
      ),
      ({ $0.original["pins"] = "[0,0]" }, ["Series 0 “Gốc” has slot 0 (day 4) twice in pins."]),
      (
        {
          $0.slots = $0.slots.replacing("[0,0,11,2]", with: "[0,0,4,2]")
          $0.original["pins"] = "[0,1]"
        }, ["Series 0 “Gốc”, day 4: 2 pinned, but there is room for 1."]
      ),
      (
        {
          $0.original["pins"] = "[0,1]"
          $0.original["hi"] = Self.months(1)
        }, ["Series 0 “Gốc”, month 1: 2 pinned, but there is room for 1."]
      ),
      (
        {
          $0.original["pins"] = "[0,1]"
          $0.original["quota"] = "1"
        }, ["Series 0 “Gốc”, quota 1: 2 pinned, but there is room for 1."]
      ),
      (
        {
          $0.slots = $0.slots.replacing("[0,0,4,2]", with: "[0,0,4,0]")
          $0.original["pins"] = "[0]"
        }, ["Slot 0 (day 4): 1 pinned, but there is room for 0."]
      ),
      (
        {
          $0.outlets = $0.outlets.replacing("\"dayCap\":2", with: "\"dayCap\":0")
          $0.original["pins"] = "[0]"
        }, ["Outlet 0 “TV”, day 4: 1 pinned, but there is room for 0."]
      ),
      (
        {
          $0.outlets = $0.outlets.replacing("[9,", with: "[1,")
          $0.original["pins"] = "[0,1]"
        }, ["Outlet 0 “TV”, month 1: 2 pinned, but there is room for 1."]
      ),
      (
        {
          $0.airedUntil = "11"
          $0.aired = "[[0,1]]"
        }, ["Series 0 “Gốc” has aired on day 11, but from day 11 (airedUntil) on nothing has."]
      ),
      (
        {
          $0.airedUntil = "40"
          $0.aired = "[[0,0],[0,1]]"
          $0.original["quota"] = "1"
        }, ["Series 0 “Gốc” has aired 2 times, more than its quota of 1."]
      ),
      (
        {
          $0.airedUntil = "40"
          $0.aired = "[[0,0],[0,0]]"
        }, ["Series 0 “Gốc” has slot 0 (day 4) twice in aired."]
      ),
      ({ $0.published = "[[0,1],[0,1]]" }, ["Series 0 “Gốc” has slot 1 (day 11) twice in published."]),
      ({ $0.version["source"] = "1" }, ["Series 1 “Bản” waits for itself: its sources go in a circle."]),
      (
        {
          $0.original["source"] = "1"
          $0.original["translator"] = "0"
        }, ["Series 0 “Gốc” waits for itself: its sources go in a circle."]
      ),
      (
        { $0.version["translator"] = "null" },
        ["Series 1 “Bản” waits for a source, but has no translator."]
      ),
      ({ $0.original["translator"] = "0" }, ["Series 0 “Gốc” has a translator, but no source to translate."]),
      (
        { $0.original["weights"] = Self.months(0) },
        ["Series 0 “Gốc” has a quota left, but no day has a weight by which to spread it."]
      ),
      (
        { $0.original["types"] = "{\"0\":0,\"5\":0}" },
        ["Series 0 “Gốc” uses slot type 5, of which outlet 0 “TV” has none."]
      ),
    ]
    for (change, messages) in cases {
      var instance = TinyInstance()
      change(&instance)
      let (read, findings) = instance.read
      #expect(read == nil)
      #expect(findings.map(\.message.en) == messages)
      #expect(findings.allSatisfy { $0.code == .instanceContradiction && $0.remedy != nil })
    }
  }

  @Test("everything that is wrong is told at once, each where it stands")
  func allAtOnce() {
    var instance = TinyInstance()
    instance.scale = "1"
    instance.original["weights"] = Self.months(0)
    instance.version["pins"] = "[0]"
    let findings = instance.read.findings
    #expect(findings.map(\.code) == [.instanceFormat, .instanceContradiction, .instanceContradiction])
    #expect(findings.compactMap(\.place?.line) == [2, 5, 4])
  }

  @Test("a problem that was not read from a file is held against the same bounds")
  func problemOfAPlan() {
    let names = ProblemNames(
      series: { .init(Words("S\($0)")) }, outlet: { .init(Words("O\($0)")) },
      slot: { .init(Words("K\($0)")) },
      translator: { .init(Words("T\($0)")) })
    let starts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
    func messages(
      _ series: Problem.Series, outlet: Problem.Outlet = .init(), slot: Problem.Slot, weeks: [Int] = []
    )
      -> [String]
    {
      let problem = Problem(
        days: 365, firstOpenDay: 0, monthStart: starts, outlets: [outlet], slots: [slot], series: [series],
        translators: [.init(perWeek: weeks)])
      return ProblemCheck.findings(of: problem, names: names).map(\.message.en)
    }
    func series(_ quota: Int, weight: Int = 1, least: Int = 0, dayPins: [Problem.DayPin] = [])
      -> Problem.Series
    {
      Problem.Series(
        quota: quota, dayWeights: Array(repeating: weight, count: 365),
        choices: [.init(slot: 0, most: 9, least: least)], dayPins: dayPins, perDay: 2,
        perMonth: Array(repeating: 0...4, count: 12))
    }
    let slot = Problem.Slot(outlet: 0, day: 9, pieces: 5)
    #expect(messages(series(5, dayPins: [.init(day: 9, least: 2)]), slot: slot) == [])
    let bounds = "which is not from 0 to 1000000."
    #expect(messages(series(1_000_001), slot: slot) == ["S0 has the number 1000001, \(bounds)"])
    #expect(messages(series(1, weight: -1), slot: slot) == ["S0 has the number -1, \(bounds)"])
    #expect(messages(series(1), outlet: .init(perDay: -3), slot: slot) == ["O0 has the number -3, \(bounds)"])
    #expect(
      messages(series(1), slot: .init(outlet: 0, day: 9, pieces: -2)) == ["K0 has the number -2, \(bounds)"])
    #expect(messages(series(1), slot: slot, weeks: [.max]) == ["T0 has the number \(Int.max), \(bounds)"])
    #expect(
      messages(series(9, dayPins: [.init(day: 9, least: 3)]), slot: slot)
        == ["S0, day 9: 3 pinned, but there is room for 2."])
    // Open on three days, so that two a day are six.
    #expect(messages(series(9, least: 4), slot: .init(outlet: 0, day: 9, span: 3, pieces: 5)) == [])
    #expect(
      messages(series(9, least: 5), slot: .init(outlet: 0, day: 9, span: 2, pieces: 5))
        == [
          "S0, day 9: 5 pinned, but there is room for 4.", "S0, month 1: 5 pinned, but there is room for 4.",
        ])
  }
}
