import Reports
import ScheduleModel
import Testing

/// A year in which each placement met with something else than its schedule.
private enum Story {
  static let plan = SamplePlan.plan

  static func placed(_ edition: Int, _ day: CivilDay) -> Placement {
    SampleSchedule.original("chuyen-muc", edition, SampleSchedule.evening(day))
  }

  static func row(_ row: Int, _ day: CivilDay, _ title: String, minutes: Int? = nil) -> AsRunEntry {
    AsRunEntry(
      place: SamplePlan.place(row, "nhat-ky.csv"), day: day, time: time("20:15"), outlet: "truyen-hinh",
      line: nil,
      edition: nil, language: .vietnamese, title: title, minutes: minutes, status: .aired, uid: nil,
      evidence: nil)
  }

  static let aired = placed(1, day(4, 5))
  static let missed = placed(4, day(4, 26))
  static let near = row(9, day(4, 28), "Cải cách hành")

  static let reconciled = Reconciled(
    outcomes: [
      PlacementOutcome(
        placement: aired, outcome: .partial, entry: row(2, day(4, 5), "CCHC 1", minutes: 5), sign: .titleAlike
      ),
      PlacementOutcome(
        placement: placed(2, day(4, 12)), outcome: .substituted, entry: nil,
        substitute: UnplannedEntry(
          entry: row(3, day(4, 12), "CCHC 1, phát lại"), line: "chuyen-muc", edition: 1,
          sign: .titleAndEdition)),
      PlacementOutcome(
        placement: placed(3, day(4, 19)), outcome: .missed, entry: nil,
        makeGood: row(5, day(5, 10), "Phát bù")),
      PlacementOutcome(placement: missed, outcome: .missed, entry: nil),
    ],
    unplanned: [
      UnplannedEntry(entry: near, line: nil),
      UnplannedEntry(entry: row(10, day(4, 29), "Phim"), line: nil, sign: .link),
    ], relays: [RelayedEntry(entry: row(11, day(4, 5), "CCHC 1"), source: .placement(aired))],
    asOf: day(6, 30))

  static let candidates = MatchCandidates(
    ofPlacements: [missed.uid: [MatchCandidate(placement: missed, entry: near, differences: differences)]],
    ofEntries: [
      near.place: [MatchCandidate(placement: missed, entry: near, differences: differences + [.taken])]
    ])

  private static let differences: [MatchCandidate.Difference] = [.days(2), .title(percent: 54)]

  static let replan: Replan = {
    let open = placed(4, day(7, 5))
    let moved = placed(5, day(7, 12))
    return Replan(
      start: YearSoFar(from: day(7, 1), published: [], aired: [:], isLogged: true),
      schedule: Schedule(
        slots: [], placements: [], unplaced: [], proof: Schedule.Proof(demanded: 0, placed: 0)),
      moves: [Replan.Move(old: placed(5, day(7, 5)), new: moved)],
      missed: [Replan.Missed(old: placed(9, day(4, 2)), new: nil), Replan.Missed(old: missed, new: open)],
      dropped: [], curve: [], slack: 0)
  }()
}

@Suite("Outcomes that are not plain, and what has no partner")
struct OutcomeCandidatesTests {
  private func text(_ language: ReaderLanguage) -> String {
    OutcomeReport.text(
      plan: Story.plan, reconciled: Story.reconciled, candidates: Story.candidates, makeGoods: Story.replan,
      rowsLeftOut: 0, language: language)
  }

  @Test("by what rows were recognised, what was made good, and what comes nearest to what is left")
  func vietnamese() {
    let expected = """
      ĐỐI CHIẾU LỊCH VỚI NHẬT KÝ PHÁT SÓNG
      Tuyên truyền cải cách hành chính năm 2018
      Nhật ký có đến hết ngày 30/06/2018.

      Kết quả                 Số lượt
      ──────────────────────  ───────
      phát một phần                 1
      phát thay thế                 1
      chưa thực hiện                2
      ngoài lịch                    1
      gắn tay là không thuộc        1
      đã phát bù                    1
      tiếp sóng                     1

      Nhận ra nhờ    Số lượt
      ─────────────  ───────
      tên gần giống        1

      Những lượt không đúng lịch:

      Kết quả                             Tác phẩm                            Ngôn ngữ  Kênh              Lịch              Thực tế                   Dòng nhật ký
      ──────────────────────────────────  ──────────────────────────────────  ────────  ────────────────  ────────────────  ────────────────────────  ──────────────
      phát một phần                       Cải cách hành chính Nhà nước, kỳ 1  Việt      Truyền hình tỉnh  05/04/2018 20:15  05/04/2018 20:15, 5 phút  nhat-ky.csv:2
      phát thay thế                       Cải cách hành chính Nhà nước, kỳ 2  Việt      Truyền hình tỉnh  12/04/2018 20:15  12/04/2018 20:15          nhat-ky.csv:3
      chưa thực hiện, đã phát bù          Cải cách hành chính Nhà nước, kỳ 3  Việt      Truyền hình tỉnh  19/04/2018 20:15  10/05/2018 20:15          nhat-ky.csv:5
      chưa thực hiện                      Cải cách hành chính Nhà nước, kỳ 4  Việt      Truyền hình tỉnh  26/04/2018 20:15  –                         –
      ngoài lịch                          Cải cách hành                       Việt      Truyền hình tỉnh  –                 28/04/2018 20:15          nhat-ky.csv:9
      ngoài lịch, gắn tay là không thuộc  Phim                                Việt      Truyền hình tỉnh  –                 29/04/2018 20:15          nhat-ky.csv:10
      tiếp sóng                           CCHC 1                              Việt      Truyền hình tỉnh  –                 05/04/2018 20:15          nhat-ky.csv:11

      Chưa khớp với nhau, và những gì gần nhất:

        Cải cách hành chính Nhà nước, kỳ 4, 26/04/2018 20:15 (mau.chuyen-muc.4.vi@lichsong)
          ← nhat-ky.csv:9, 28/04/2018 20:15 “Cải cách hành”: muộn 2 ngày; tên giống 54%
        nhat-ky.csv:9, 28/04/2018 20:15 “Cải cách hành”
          → mau.chuyen-muc.4.vi@lichsong, 26/04/2018 20:15: muộn 2 ngày; tên giống 54%; lượt này đã có dòng khác

      Nếu biết rõ thì gắn tay: lichsong link PLAN TỆP:DÒNG --shows UID (hoặc --makes-good UID, --nothing) --by "HỌ TÊN" --reason "LÝ DO"

      Đề nghị phát bù từ ngày 01/07/2018, theo thứ tự ngày (2 lượt):
        Cải cách hành chính Nhà nước, kỳ 4: 26/04/2018 20:15 → 05/07/2018 20:15
        Cải cách hành chính Nhà nước, kỳ 9: 02/04/2018 20:15 → không còn khung trống
      Vì thế phải dời (1 lượt):
        mau.chuyen-muc.5.vi@lichsong: 05/07/2018 20:15 → 12/07/2018 20:15

      """
    #expect(text(.vietnamese) == expected)
  }

  @Test("the same in English")
  func english() {
    let expected = """
      SCHEDULE AGAINST AS-RUN LOG
      Tuyên truyền cải cách hành chính năm 2018
      The log tells of days up to 30/06/2018, included.

      Outcome            Count
      ─────────────────  ─────
      partial                1
      substituted            1
      missed                 2
      unplanned              1
      set aside by hand      1
      made good              1
      relay                  1

      Recognised by          Count
      ─────────────────────  ─────
      a title that is alike      1

      What did not air as scheduled:

      Outcome                       Work                                 Language    Outlet            Scheduled         Aired                        Row of the log
      ────────────────────────────  ───────────────────────────────────  ──────────  ────────────────  ────────────────  ───────────────────────────  ──────────────
      partial                       Cải cách hành chính Nhà nước, no. 1  Vietnamese  Truyền hình tỉnh  05/04/2018 20:15  05/04/2018 20:15, 5 minutes  nhat-ky.csv:2
      substituted                   Cải cách hành chính Nhà nước, no. 2  Vietnamese  Truyền hình tỉnh  12/04/2018 20:15  12/04/2018 20:15             nhat-ky.csv:3
      missed, made good             Cải cách hành chính Nhà nước, no. 3  Vietnamese  Truyền hình tỉnh  19/04/2018 20:15  10/05/2018 20:15             nhat-ky.csv:5
      missed                        Cải cách hành chính Nhà nước, no. 4  Vietnamese  Truyền hình tỉnh  26/04/2018 20:15  –                            –
      unplanned                     Cải cách hành                        Vietnamese  Truyền hình tỉnh  –                 28/04/2018 20:15             nhat-ky.csv:9
      unplanned, set aside by hand  Phim                                 Vietnamese  Truyền hình tỉnh  –                 29/04/2018 20:15             nhat-ky.csv:10
      relay                         CCHC 1                               Vietnamese  Truyền hình tỉnh  –                 05/04/2018 20:15             nhat-ky.csv:11

      Without a partner, and what comes nearest:

        Cải cách hành chính Nhà nước, no. 4, 26/04/2018 20:15 (mau.chuyen-muc.4.vi@lichsong)
          ← nhat-ky.csv:9, 28/04/2018 20:15 “Cải cách hành”: 2 days later; title 54% alike
        nhat-ky.csv:9, 28/04/2018 20:15 “Cải cách hành”
          → mau.chuyen-muc.4.vi@lichsong, 26/04/2018 20:15: 2 days later; title 54% alike; another row shows it already

      If you know better, link by hand: lichsong link PLAN FILE:LINE --shows UID (or --makes-good UID, --nothing) --by NAME --reason "WHY"

      Make-goods proposed from 01/07/2018 on, in the order of days (2):
        Cải cách hành chính Nhà nước, no. 4: 26/04/2018 20:15 → 05/07/2018 20:15
        Cải cách hành chính Nhà nước, no. 9: 02/04/2018 20:15 → no slot is free
      To make room for them these move (1):
        mau.chuyen-muc.5.vi@lichsong: 05/07/2018 20:15 → 12/07/2018 20:15

      """
    #expect(text(.english) == expected)
  }

  @Test("every difference has its words and its key")
  func differences() {
    let all: [MatchCandidate.Difference] = [
      .days(-1), .minutes(-1), .minutes(90), .outlet, .language, .line, .edition, .editionUnsaid, .setAside,
    ]
    let candidates = MatchCandidates(
      ofPlacements: [
        Story.missed.uid: [MatchCandidate(placement: Story.missed, entry: Story.near, differences: all)]
      ])
    func line(_ language: ReaderLanguage) -> String? {
      OutcomeReport.text(
        plan: Story.plan, reconciled: Story.reconciled, candidates: candidates, rowsLeftOut: 0,
        language: language
      ).split(separator: "\n").first { $0.contains("←") }.map(String.init)
    }
    #expect(
      line(.vietnamese)
        == "    ← nhat-ky.csv:9, 28/04/2018 20:15 “Cải cách hành”: sớm 1 ngày; sớm 1 phút; muộn 90 phút; "
        + "kênh khác (Truyền hình tỉnh); ngôn ngữ khác (Việt); thuộc chỉ tiêu khác; kỳ khác; không ghi kỳ; "
        + "đã gắn tay là không thuộc")
    #expect(
      line(.english)
        == "    ← nhat-ky.csv:9, 28/04/2018 20:15 “Cải cách hành”: 1 day earlier; 1 minute earlier; 90 minutes later; "
        + "another outlet (Truyền hình tỉnh); another language (Vietnamese); of another line; another edition; "
        + "no edition said; said by hand to belong to nothing")
    let csv = OutcomeReport.csv(plan: Story.plan, reconciled: Story.reconciled, candidates: candidates)
    #expect(
      csv.contains(
        ",nhat-ky.csv:9 days=-1 minutes=-1 minutes=90 outlet language line edition edition-unsaid set-aside\r\n"
      ))
  }

  @Test("the file for spreadsheets has signs, make-goods, relays and candidates in columns of their own")
  func csv() {
    let expected = """
      outcome,uid,line,edition,language,run,outlet,planned_start,aired_day,aired_time,status,file,row,title,sign,make_good_day,make_good,candidates
      partial,mau.chuyen-muc.1.vi@lichsong,chuyen-muc,1,vi,first,truyen-hinh,2018-04-05T20:15,2018-04-05,20:15,aired,nhat-ky.csv,2,Cải cách hành chính Nhà nước,title-alike,,,
      substituted,mau.chuyen-muc.2.vi@lichsong,chuyen-muc,2,vi,first,truyen-hinh,2018-04-12T20:15,2018-04-12,20:15,aired,nhat-ky.csv,3,Cải cách hành chính Nhà nước,,,,
      missed,mau.chuyen-muc.3.vi@lichsong,chuyen-muc,3,vi,first,truyen-hinh,2018-04-19T20:15,,,,,,Cải cách hành chính Nhà nước,,2018-05-10,nhat-ky.csv:5,
      missed,mau.chuyen-muc.4.vi@lichsong,chuyen-muc,4,vi,first,truyen-hinh,2018-04-26T20:15,,,,,,Cải cách hành chính Nhà nước,,,,nhat-ky.csv:9 days=2 title=54
      unplanned,,,,vi,,truyen-hinh,,2018-04-28,20:15,aired,nhat-ky.csv,9,Cải cách hành,,,,mau.chuyen-muc.4.vi@lichsong days=2 title=54 taken
      unplanned,,,,vi,,truyen-hinh,,2018-04-29,20:15,aired,nhat-ky.csv,10,Phim,link,,,
      relay,mau.chuyen-muc.1.vi@lichsong,chuyen-muc,1,vi,relay,truyen-hinh,,2018-04-05,20:15,aired,nhat-ky.csv,11,CCHC 1,,,,

      """
    #expect(
      OutcomeReport.csv(plan: Story.plan, reconciled: Story.reconciled, candidates: Story.candidates)
        == csvFile(expected))
  }

  @Test("JSON has them too, and the slots proposed for make-goods with what moves for them")
  func json() {
    let json = OutcomeReport.json(
      plan: Story.plan, reconciled: Story.reconciled, candidates: Story.candidates, makeGoods: Story.replan,
      rowsLeftOut: 0, findings: [], language: .english)
    #expect(
      section("relays", of: json)
        == #"[{"edition":1,"entry":{"day":"2018-04-05","file":"nhat-ky.csv","outlet":"truyen-hinh","row":11,"time":"20:15","title":"CCHC 1"},"language":"vi","line":"chuyen-muc","uid":"mau.chuyen-muc.1.vi@lichsong"}]"#
    )
    #expect(
      section("makeGoods", of: json)
        == #"{"displaced":[{"newEnd":"2018-07-12T20:30","newStart":"2018-07-12T20:15","outlet":"truyen-hinh","slot":"truyen-hinh.k.2018-07-12","start":"2018-07-05T20:15","uid":"mau.chuyen-muc.5.vi@lichsong"}],"from":"2018-07-01","missed":[{"newEnd":"2018-07-05T20:30","newStart":"2018-07-05T20:15","outlet":"truyen-hinh","slot":"truyen-hinh.k.2018-07-05","start":"2018-04-26T20:15","uid":"mau.chuyen-muc.4.vi@lichsong"},{"newEnd":null,"newStart":null,"outlet":null,"slot":null,"start":"2018-04-02T20:15","uid":"mau.chuyen-muc.9.vi@lichsong"}]}"#
    )
    #expect(
      elements("outcomes", of: json).dropFirst(2).joined(separator: "\n") == #"""
        {"candidates":[],"day":null,"edition":3,"file":null,"language":"vi","line":"chuyen-muc","makeGood":{"day":"2018-05-10","file":"nhat-ky.csv","outlet":"truyen-hinh","row":5,"time":"20:15","title":"Phát bù"},"outcome":"missed","outlet":"truyen-hinh","row":null,"run":"first","sign":null,"start":"2018-04-19T20:15","time":null,"uid":"mau.chuyen-muc.3.vi@lichsong"}
        {"candidates":[{"differences":["days=2","title=54"],"entry":{"day":"2018-04-28","file":"nhat-ky.csv","outlet":"truyen-hinh","row":9,"time":"20:15","title":"Cải cách hành"}}],"day":null,"edition":4,"file":null,"language":"vi","line":"chuyen-muc","makeGood":null,"outcome":"missed","outlet":"truyen-hinh","row":null,"run":"first","sign":null,"start":"2018-04-26T20:15","time":null,"uid":"mau.chuyen-muc.4.vi@lichsong"}
        """#)
    #expect(
      elements("unplanned", of: json).first
        == #"{"candidates":[{"differences":["days=2","title=54","taken"],"start":"2018-04-26T20:15","uid":"mau.chuyen-muc.4.vi@lichsong"}],"day":"2018-04-28","edition":null,"file":"nhat-ky.csv","language":"vi","line":null,"outlet":"truyen-hinh","row":9,"sign":null,"status":"aired","time":"20:15","title":"Cải cách hành"}"#
    )
  }
}
