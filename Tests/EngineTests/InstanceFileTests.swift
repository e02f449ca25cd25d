import Allocation
import ScheduleModel
import Testing

@testable import lichsong_engine

@Suite("What an instance file says reaches the problem")
struct InstanceFileTests {
  @Test("a sound instance has no findings, and its rows become the problem's")
  func soundInstance() throws {
    let (read, findings) = TinyInstance().read
    #expect(findings == [])
    let instance = try #require(read)
    #expect(instance.name == "nhỏ-1")
    #expect(instance.outlets == [0, 1])
    let problem = instance.problem
    #expect(problem.days == 365 && problem.firstOpenDay == 0 && problem.monthStart[12] == 365)
    #expect(problem.outlets == [.init(perDay: 2, perMonth: Array(repeating: 9, count: 12)), .init()])
    #expect(problem.slots.count == 104)
    #expect(problem.slots[52] == .init(outlet: 1, day: 0, pieces: 1))
    #expect(problem.translators == [.init(perWeek: Array(repeating: 2, count: 53))])
    let series = problem.series
    #expect(series[1].follows == .init(source: 0, leastDays: 7, translator: 0))
    #expect(series[0].quota == 10 && series[0].perDay == 1 && series[0].follows == nil)
    #expect(series[0].perMonth == Array(repeating: 0...3, count: 12))
  }

  @Test("a blackout closes its days on its outlets, for slots and for the ideal line")
  func blackout() throws {
    var instance = TinyInstance()
    instance.blackouts = "[{\"from\":4,\"to\":11,\"outlets\":[0]},{\"from\":49,\"to\":49,\"outlets\":null}]"
    let series = try #require(instance.read.instance).problem.series
    #expect(series[0].choices.map(\.slot) == Array(2..<52))
    #expect(series[1].choices.map(\.slot) == (52..<104).filter { $0 != 59 })
    #expect(series[0].dayWeights == (0..<365).map { (4...11).contains($0) || $0 == 49 ? 0 : 10 })
  }

  @Test("windows, slot types, pins and the published schedule make the choices, by day, then slot")
  func choices() throws {
    var instance = TinyInstance()
    instance.slots = "[[0,1,20,2],[0,0,10,2],[0,0,20,2],[0,2,12,2],[1,1,10,1]]"
    instance.original["types"] = "{\"1\":3,\"0\":0}"
    instance.original["from"] = "10"
    instance.original["to"] = "20"
    instance.original["pins"] = "[1]"
    instance.published = "[[0,0],[0,3],[1,4]]"
    let series = try #require(instance.read.instance).problem.series
    #expect(
      series[0].choices == [
        .init(slot: 1, least: 1), .init(slot: 0, preference: 3, published: 1), .init(slot: 2),
      ])
    #expect(series[0].dayWeights == (0..<365).map { (10...20).contains($0) ? 10 : 0 })
  }

  @Test("what aired closes the days before, frees their months, and uses up the limit of a month begun")
  func aired() throws {
    var instance = TinyInstance()
    instance.airedUntil = "40"
    instance.aired = "[[0,5],[0,0]]"
    instance.original["lo"] = "[1,1,1,0,0,0,0,0,0,0,0,0]"
    let (read, findings) = instance.read
    #expect(findings == [])
    let file = try #require(read)
    let series = file.problem.series[0]
    #expect(series.aired == [4, 39])
    #expect(series.choices.first?.slot == 7)
    #expect(series.dayWeights.prefix(40).allSatisfy { $0 == 0 })
    let free = 0...Int(Int32.max)
    #expect(series.perMonth == [free, free, 1...3] + Array(repeating: 0...3, count: 9))
    #expect(file.problem.outlets[0].perMonth == [9, 8] + Array(repeating: 9, count: 10))
  }

  @Test("escapes, blanks, a byte order mark and the order of keys make no difference")
  func ways() throws {
    var instance = TinyInstance()
    instance.original["name"] = "\"\\u0054\\ud83d\\ude00\\n\\/\""
    instance.original["lo"] = instance.original["lo"].map { $0.replacing(",", with: " ,\t\r\n") }
    let text = "\u{FEFF}" + instance.text
    let (read, findings) = InstanceFile.read(Array(text.utf8), file: "a.json")
    #expect(findings == [])
    #expect(read?.problem == TinyInstance().read.instance?.problem)
    instance.original["maxPerDay"] = "-1"
    #expect(instance.read.findings.map(\.message.en) == ["series[0].maxPerDay must be from 0 to 1000000."])
    instance.original["maxPerDay"] = "0"
    instance.original["pins"] = "[0]"
    #expect(
      instance.read.findings.first?.message.en
        == "Series 0 “T\u{1F600}\n/”, day 4: 1 pinned, but there is room for 0.")
  }
}
