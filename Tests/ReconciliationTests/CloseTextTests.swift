import Digests
import ScheduleModel
import Testing

@testable import Reconciliation

@Suite("A close is one text, known by its hash")
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
      inputs: [.init(role: .plan, name: "closes/kept/plan-1.yaml", digest: "60303ae2")], rowsLeftOut: 2,
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

  private func file(_ close: PeriodClose) -> (name: String, bytes: [UInt8]) {
    let bytes = CloseText.bytes(of: close)
    return ("closes/\(CloseText.name(of: close, digest: Digest.sha256(bytes)))", bytes)
  }

  @Test("head, figures and rows are read by anyone, and the rows' hash can be worked out with sha256sum")
  func text() throws {
    let rows = """
      counts-for,row,date,time,outlet,line,edition,language,title,minutes,status,uid,evidence,trust,author,house-number,makes-good
      bao chung,bao.csv:2,2018-01-04,,bao,,1,vi,"Tin, ""bài""\",,aired,,,,,,

      """
    let bytes = CloseText.bytes(of: Self.sample())
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == """
        lichsong-close,1
        plan,lai-chau-2018
        period,2018-Q1
        profile,CALENDAR_YEAR
        from,2018-01-01
        to,2018-04-01
        against,in-force
        as-of,2018-04-02
        sequence,1
        number,0
        closed,2018-04-20T09:00
        author,Lê Văn A
        left-out,2
        rows-sha256,\(Digest.sha256(Array(rows.utf8)))
        input,plan,closes/kept/plan-1.yaml,60303ae2

        figure,id,language,from,to,planned,scheduled,aired,late,moved,unplanned,missed,preempted,pending,sent,aired-in-year,placements,amount,carried,tasks,done
        line,bao,,,,"100 tin, bài, ảnh",25,1,,,,24,,,,,,,,,
        version,tin,hmn,,,,0,,,,,,,,,,,,,,
        rule,bao.1,,2018-01-01,2018-02-01,,,,,,,,,,,,,1,,,
        tasks,,,,,,,,,,,,,,,,,,,1,0

        \(rows)
        """)
    let name = CloseText.name(of: Self.sample(), digest: Digest.sha256(bytes))
    #expect(name == "001-2018-Q1-\(Digest.sha256(bytes).prefix(8)).csv")
  }

  @Test(
    "what is written is read again, to the last octet",
    arguments: [
      "Tin", "Dòng một\nDòng hai", "=1+1", "\"", "a,b", "Tiếng Mông – “Hmoob”",
    ])
  func roundTrip(title: String) throws {
    let close = Self.sample(number: 1, title: title, reason: "đài gửi thêm, \"muộn\"")
    #expect(CloseReader.close(in: CloseText.bytes(of: close)) == close)
  }

  @Test("no octet can be changed, added or left out without being found")
  func everyOctet() {
    let (name, bytes) = file(Self.sample())
    for index in bytes.indices {
      var changed = bytes
      changed[index] = changed[index] == 0x31 ? 0x32 : 0x31
      #expect(CloseReader.read([(name, changed)]).findings.map(\.code) == [.closeDamaged])
      #expect(CloseReader.read([(name, Array(bytes.prefix(index)))]).findings.map(\.code) == [.closeDamaged])
    }
    #expect(CloseReader.read([(name, bytes)]).findings == [])
    #expect(
      CloseReader.read([("closes/001-2018-Q1-00000000.csv", bytes)]).findings.map(\.code) == [.closeDamaged])
  }

  @Test("each close names the one before; one that is missing, replaced or doubled breaks the chain")
  func chain() {
    let first = file(Self.sample())
    let second = file(
      Self.sample(sequence: 2, previous: Digest.sha256(first.bytes), number: 1, reason: "muộn"))
    let third = file(
      Self.sample(sequence: 3, previous: Digest.sha256(second.bytes), number: 2, reason: "sửa"))
    func codes(_ files: [(name: String, bytes: [UInt8])]) -> [FindingCode] {
      CloseReader.read(files).findings.map(\.code)
    }
    #expect(CloseReader.read([third, first, second]).records.map(\.close.stamp.number) == [0, 1, 2])
    #expect(codes([third, first, second]) == [])
    #expect(codes([first, third]) == [.closeChainBroken])
    let replaced = file(
      Self.sample(sequence: 2, previous: Digest.sha256(first.bytes), number: 1, reason: "khác"))
    #expect(codes([first, replaced, third]) == [.closeChainBroken])
    #expect(codes([first, second, replaced]) == [.closeChainBroken])
    #expect(codes([second]) == [.closeChainBroken])
  }

  @Test("the messages, in both languages")
  func messages() {
    let first = file(Self.sample())
    let third = file(Self.sample(sequence: 3, previous: "0", number: 1, reason: "muộn"))
    let findings = CloseReader.read([first, third]).findings
    #expect(findings.map(\.message.vi) == ["Trước bản chốt số 3 thiếu bản số 2."])
    #expect(findings.map(\.message.en) == ["Before close no. 3, no. 2 is missing."])
  }
}
