import ScheduleModel
import TestSupport
import Testing

@testable import Counting
@testable import Logs
@testable import Spreadsheets

@Suite("A close is one text")
struct CloseTextTests {
  private static func sample(
    sequence: Int = 1, previous: String? = nil, number: Int = 0, title: String = "Tin, \"bài\"",
    reason: String? = nil
  ) -> PeriodClose {
    let cells = ClosedRow.Column.allCases.map { column in
      switch column {
      case .date: "2018-01-04"
      case .outlet: "bao"
      case .edition: "1"
      case .language: "vi"
      case .title: title
      case .status: "aired"
      default: ""
      }
    }
    return PeriodClose(
      scope: .init(plan: "lai-chau-2018", period: "2018-Q1", profile: "CALENDAR_YEAR", against: .inForce),
      days: .of("2018-01-01") ..< .of("2018-04-01"), asOf: .of("2018-04-02"),
      stamp: .init(
        sequence: sequence, previous: previous, number: number, reason: reason,
        closed: LocalTime(.of("2018-04-20"), .of("09:00")), author: "Lê Văn A"),
      inputs: [.init(role: .plan, name: "book/plan-1.yaml", digest: "60303ae2")], rowsLeftOut: 2,
      figures: [
        .init(
          subject: .init(kind: .line, id: "bao"), planned: "100 tin, bài, ảnh",
          values: [.scheduled: 25, .aired: 1, .missed: 24]),
        .init(subject: .init(kind: .version, id: "tin", language: .of("hmn")), values: [.scheduled: 0]),
        .init(
          subject: .init(
            kind: .rule, id: "bao.1", days: .of("2018-01-01") ..< .of("2018-02-01")), values: [.amount: 1]),
        .init(subject: .init(kind: .tasks, id: ""), values: [.tasks: 1, .done: 0]),
      ],
      rows: [.init(name: "bao.csv:2", countsFor: ["bao", "chung"], cells: cells)])
  }

  /// The close that a text says, at the place where the sample stands among others.
  private func read(_ bytes: [UInt8], as sample: PeriodClose) -> PeriodClose? {
    CloseReader.close(in: bytes, from: 0, stamp: sample.stamp, inputs: sample.inputs)
  }

  @Test("head, figures and rows are a text that anyone reads")
  func text() throws {
    #expect(
      String(decoding: CloseText.bytes(of: Self.sample()), as: UTF8.self)
        == """
        plan,lai-chau-2018
        period,2018-Q1
        profile,CALENDAR_YEAR
        from,2018-01-01
        to,2018-04-01
        against,in-force
        as-of,2018-04-02
        number,0
        left-out,2

        figure,id,language,from,to,planned,scheduled,aired,late,moved,unplanned,missed,preempted,pending,sent,aired-in-year,placements,amount,carried,tasks,done
        line,bao,,,,"100 tin, bài, ảnh",25,1,,,,24,,,,,,,,,
        version,tin,hmn,,,,0,,,,,,,,,,,,,,
        rule,bao.1,,2018-01-01,2018-02-01,,,,,,,,,,,,,1,,,
        tasks,,,,,,,,,,,,,,,,,,,1,0

        counts-for,row,date,time,outlet,line,edition,language,title,minutes,status,uid,evidence,trust,author,house-number,makes-good
        bao chung,bao.csv:2,2018-01-04,,bao,,1,vi,"Tin, ""bài""\",,aired,,,,,,

        """)
  }

  @Test(
    "what is written is read again, to the last octet",
    arguments: [
      "Tin", "Dòng một\nDòng hai", "=1+1", "\"", "a,b", "Tiếng Mông – “Hmoob”",
    ])
  func roundTrip(title: String) throws {
    let close = Self.sample(number: 1, title: title, reason: "đài gửi thêm, \"muộn\"")
    #expect(read(CloseText.bytes(of: close), as: close) == close)
  }

  @Test("what is written in another way, or only in part, is no close")
  func onlyOneWay() {
    let sample = Self.sample()
    let bytes = CloseText.bytes(of: sample)
    #expect(read(Array(bytes.dropLast()), as: sample) == nil)
    #expect(read(bytes + [0x0A], as: sample) == nil)
    #expect(
      read(
        Array(String(decoding: bytes, as: UTF8.self).replacing("number,0", with: "number,00").utf8),
        as: sample) == nil)
  }
}
