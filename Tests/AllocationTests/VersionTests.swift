import ScheduleModel
import Testing

struct VersionTests {
  @Test("each work gets its four versions after the lead time, in the slots of their languages")
  func four() {
    let languages = ["hmn", "tai", "hni", "ium"]
    let line = Sample.line("a", 96, versions: Sample.versions(into: languages, after: 7, on: "ethnic"))
    let slots =
      Sample.slots(on: Sample.daily())
      + languages.flatMap {
        Sample.slots(on: Sample.weekly(1, 3, 5), of: "ethnic", $0, languages: [$0])
      }
    let allocated = Allocated([line], in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 480, placed: 480))
    #expect(allocated.months() == Array(repeating: 8, count: 12))
    #expect(allocated.findings.isEmpty)
    let wait = zip(allocated.days(), allocated.days("a", "hni")).map { $0.distance(to: $1) }
    #expect(wait.allSatisfy { (7...9).contains($0) })
    #expect(allocated.placements("a", "hmn").first?.uid == "p.a.1.hmn@lichsong")
  }

  @Test("versions go out in the order of the editions, and share the slots of a language")
  func sharedCapacity() {
    let versions = Sample.versions(into: ["hmn"], after: 0)
    let lines = [
      Sample.line("a", 6, grid: ["g"], versions: versions),
      Sample.line("b", 6, grid: ["g"], versions: versions),
    ]
    let days = CivilDay.month(5, of: 2018).prefix(6)
    let later = CivilDay.month(6, of: 2018).prefix(12)
    let slots =
      Sample.slots(on: days, pieces: 2) + Sample.slots(on: later, "h", languages: ["hmn"])
    let allocated = Allocated(lines, in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 24, placed: 24))
    #expect(Set(allocated.days("a", "hmn")).isDisjoint(with: allocated.days("b", "hmn")))
    #expect(allocated.placements("a", "hmn").map(\.edition) == Array(1...6))
  }

  @Test("originals are early enough in December that the last version still fits")
  func decemberOriginals() {
    let line = Sample.line("a", 36, versions: Sample.versions(into: ["hmn"], after: 10))
    let slots =
      Sample.slots(on: Sample.daily()) + Sample.slots(on: Sample.weekly(1), "h", languages: ["hmn"])
    let allocated = Allocated([line], in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 72, placed: 72))
    #expect(allocated.months() == Array(repeating: 3, count: 12))
    #expect(allocated.days().max() ?? Sample.day(12, 31) <= Sample.day(12, 21))
    #expect(allocated.findings.isEmpty)
  }

  @Test("no original is lost for a version: a quota that needs the last slots of December takes them")
  func quotaBeforeVersions() {
    let line = Sample.line("a", 52, versions: Sample.versions(into: ["hmn"], after: 7))
    let slots =
      Sample.slots(on: Sample.weekly(4)) + Sample.slots(on: Sample.weekly(4), "h", languages: ["hmn"])
    let allocated = Allocated([line], in: slots)
    #expect(allocated.days() == Sample.weekly(4))
    #expect(allocated.days("a", "hmn") == Array(Sample.weekly(4).dropFirst()))
    #expect(
      allocated.findings.map { [$0.code.rawValue, $0.severity.rawValue, $0.message.vi, $0.message.en] } == [
        [
          "VERSION_NOT_PLACED", "warning",
          "Thiếu 1 chỗ: chỉ tiêu “Dòng a” (bản tiếng Mông) cần 52 chỗ, số ngày chờ (after) của “Dòng a” (bản tiếng Mông) "
            + "chỉ cho 51. Tháng đầu tiên không xếp kịp: tháng 1 (đến hết tháng phải xếp 4, chỉ có 3 chỗ).",
          "Short by 1: “Dòng a” (in Hmong) needs 52 places, the wait (after) of “Dòng a” (in Hmong) allows 51. "
            + "The first month that fails: month 1 (by its end 4 must be placed, with room for 3).",
        ]
      ])
    #expect(allocated.unplaced == ["a hmn 1"])
  }

  @Test("only the grid lines of the versions say how late an original may be")
  func latestByGrid() {
    let versions = Sample.versions(into: ["hmn"], after: 0, grid: ["h"])
    let slots =
      Sample.slots(on: Sample.each(10)) + Sample.slots(on: [Sample.day(6, 30)], "h", languages: ["hmn"])
      + Sample.slots(on: [Sample.day(12, 30)], "other", languages: ["hmn"])
    let allocated = Allocated([Sample.line("a", 1, weights: [12: 1000], versions: versions)], in: slots)
    #expect(allocated.days("a", "hmn") == [Sample.day(6, 30)])
  }

  @Test("a slot in December without a fixed day takes versions until the month ends")
  func inMonthVersions() {
    let versions = Sample.versions(into: ["hmn"], after: 7)
    let slots =
      Sample.slots(on: Sample.each(20)) + Sample.monthly(1...12, "h", languages: ["hmn"])
    let allocated = Allocated([Sample.line("a", 12, versions: versions)], in: slots)
    #expect(allocated.days() == Sample.each(20))
    #expect(allocated.placements("a", "hmn").map(\.timing) == Sample.monthly().map(\.timing))
    #expect(allocated.findings.isEmpty)
  }

  @Test("the version of a work without a fixed day waits for the end of its month")
  func afterInMonth() {
    let versions = Sample.versions(into: ["hmn"], after: 5)
    let slots = Sample.monthly(5...5) + Sample.slots(on: Sample.daily(), "h", languages: ["hmn"])
    let allocated = Allocated([Sample.line("a", 1, versions: versions)], in: slots)
    #expect(allocated.days("a", "hmn") == [Sample.day(6, 5)])
  }

  @Test("where only some works are translated, they are spread evenly and the last can still be aired")
  func someWorks() {
    let slots =
      Sample.slots(on: Sample.each(20)) + Sample.slots(on: Sample.each(10), "h", languages: ["hmn"])
    func editions(_ works: Int) -> [Int] {
      let versions = Sample.versions(into: ["hmn"], after: 7, works: works)
      let allocated = Allocated([Sample.line("a", 12, versions: versions)], in: slots)
      #expect(allocated.findings.isEmpty)
      return allocated.placements("a", "hmn").map(\.edition)
    }
    #expect(editions(1) == [6])
    #expect(editions(4) == [2, 5, 7, 10])
    #expect(editions(11) == Array(1...11))
  }

  @Test("more works to translate than there are works is all of them")
  func moreThanAll() {
    let versions = Sample.versions(into: ["hmn"], after: 0, works: 99)
    let slots =
      Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "h", languages: ["hmn"])
    let allocated = Allocated([Sample.line("a", 12, versions: versions)], in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 24, placed: 24))
  }

  @Test("a language without slots is reported with all its versions, and the others are placed")
  func noSlots() {
    let versions = Sample.versions(into: ["hmn", "tai"], after: 0)
    let slots =
      Sample.slots(on: Sample.each(10)) + Sample.slots(on: Sample.each(20), "h", languages: ["tai"])
    let allocated = Allocated([Sample.line("a", 12, versions: versions)], in: slots)
    #expect(allocated.placements("a", "tai").count == 12)
    #expect(allocated.unplaced == ["a hmn 12"])
    #expect(
      allocated.findings.map { [$0.message.en, $0.remedy?.en] } == [
        [
          "Short by 12: “Dòng a” (in Hmong) needs 12 places, its grid lines carry no Hmong.",
          "Add a grid line with languages: [hmn], shorten after, or end the originals earlier (to).",
        ]
      ])
  }

  @Test("a series with a choice of slots leaves those that another series cannot do without")
  func makesWay() {
    let lines = [
      Sample.line("a", 1, grid: ["g"], versions: Sample.versions(into: ["hmn"], after: 0)),
      Sample.line("b", 1, grid: ["g"], versions: Sample.versions(into: ["hmn"], after: 0, grid: ["x"])),
    ]
    let slots =
      Sample.slots(on: [Sample.day(5, 1)], pieces: 2)
      + Sample.slots(on: [Sample.day(5, 2)], "x", languages: ["hmn"])
      + Sample.slots(on: [Sample.day(5, 3)], "y", languages: ["hmn"])
    let allocated = Allocated(lines, in: slots)
    #expect(allocated.days("a", "hmn") == [Sample.day(5, 3)])
    #expect(allocated.days("b", "hmn") == [Sample.day(5, 2)])
    #expect(allocated.findings.isEmpty)
  }

  @Test("a blackout of the line holds for its versions")
  func blackout() {
    let slots =
      Sample.slots(on: [Sample.day(5, 1)])
      + Sample.slots(on: [Sample.day(5, 2), Sample.day(5, 3)], "h", languages: ["hmn"])
    let closed = Sample.blackout(Sample.days(from: (5, 2), through: (5, 2)), lines: ["a"])
    let line = Sample.line("a", 1, versions: Sample.versions(into: ["hmn"], after: 0))
    #expect(
      Allocated([line], in: slots, blackouts: [closed]).days("a", "hmn") == [Sample.day(5, 3)])
  }

  @Test("a language named twice is one language, and Vietnamese is the original itself")
  func namedTwice() {
    let versions = Sample.versions(into: ["hmn", "vi", "hmn"], after: 0)
    let slots = Sample.slots(on: Sample.daily()) + Sample.slots(on: Sample.daily(), "h", languages: ["hmn"])
    let allocated = Allocated([Sample.line("a", 3, versions: versions)], in: slots)
    #expect(allocated.counted == Schedule.Proof(demanded: 6, placed: 6))
  }
}
