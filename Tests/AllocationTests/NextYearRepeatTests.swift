import ScheduleModel
import Testing

@Suite("Repeats that fall after the end of the year")
struct NextYearRepeatTests {
  private let daily = Sample.slots(on: Sample.daily())
  private let radio = Sample.slots(on: Sample.daily(), of: "radio", "r", at: 6)

  @Test("are told with their editions and dates, and how they can be planned into the next year")
  func told() {
    let line = Sample.line("a", 365, repeats: [Sample.repeats(after: 2, within: 3, on: "radio")])
    let allocated = Allocated([line], in: daily + radio)
    #expect(allocated.placements("a", "vi", .repeat).count == 363)
    #expect(
      allocated.findings == [
        Finding(
          .repeatAfterYear, .warning, at: SourcePlace(file: "plan.yaml", line: 5),
          Words(
            vi:
              "“Dòng a”: 2 lượt phát lại rơi vào sau ngày 31/12/2018, ngày cuối được xếp lịch: kỳ 364, phát ngày "
              + "30/12/2018, phát lại từ 01/01/2019 đến 02/01/2019; kỳ 365, phát ngày 31/12/2018, phát lại từ "
              + "02/01/2019 đến 03/01/2019.",
            en:
              "“Dòng a”: 2 of its repeats fall after 2018-12-31, the last day that is scheduled: edition 364, aired on "
              + "2018-12-30, to be repeated from 2019-01-01 to 2019-01-02; edition 365, aired on 2018-12-31, to be "
              + "repeated from 2019-01-02 to 2019-01-03."),
          remedy: Words(
            vi: "Muốn xếp vào những ngày đầu năm sau, ghi ở repeats: into-next-year: 3d",
            en: "To plan them into the first days of the next year, write in repeats: into-next-year: 3d"))
      ])
    #expect(allocated.unplaced == ["a vi 2"])
    #expect(
      allocated.schedule.unplaced.first?.reason.en == "they fall after the last day that is scheduled")
  }

  @Test("go into the first days of the next year when the plan says so, and first runs do not")
  func planned() {
    let repeats = Repeats(
      afterDays: 2, withinDays: 3, outlet: "radio", grid: [], works: nil, nextYearDays: 3, place: Sample.place
    )
    let january = [Sample.day(1, 1, 2019), Sample.day(1, 2, 2019), Sample.day(1, 3, 2019)]
    let slots =
      daily + radio + Sample.slots(on: january) + Sample.slots(on: january, of: "radio", "r", at: 6)
    let allocated = Allocated([Sample.line("a", 365, repeats: [repeats])], in: slots)
    #expect(allocated.findings == [])
    #expect(allocated.placements().last?.timing.day == Sample.day(12, 31))
    #expect(
      allocated.placements("a", "vi", .repeat).suffix(2).map { "\($0.edition) \($0.timing.day)" }
        == ["364 2019-01-01", "365 2019-01-02"])
    #expect(allocated.months() == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test("a second repeat comes too late with its first, and each is told once")
  func second() {
    let line = Sample.line("a", 365, repeats: [Sample.repeats(after: 1, within: 1, on: "radio", times: 2)])
    let allocated = Allocated(
      [line], in: daily + radio + Sample.slots(on: Sample.daily(), of: "radio", "s", at: 7))
    #expect(allocated.codes == [.repeatAfterYear, .repeatAfterYear])
    #expect(allocated.unplaced == ["a vi 1", "a vi 2"])
    #expect(
      allocated.findings.last?.message.vi
        == "“Dòng a”: 2 lượt phát lại (lần phát lại thứ 2) rơi vào sau ngày 31/12/2018, ngày cuối được xếp lịch: kỳ 364, "
        + "phát ngày 31/12/2018, phát lại ngày 01/01/2019; kỳ 365, phát lại ngày 02/01/2019.")
  }
}
