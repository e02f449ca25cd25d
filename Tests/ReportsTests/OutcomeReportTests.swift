import Reports
import ScheduleModel
import Testing

private let plan = SamplePlan.plan
private let reconciled = SampleSchedule.reconciled

@Test("How many had which outcome, then each that did not air as scheduled, with the row that shows it")
func outcomes_vietnamese() {
  let expected = #"""
    ĐỐI CHIẾU LỊCH VỚI NHẬT KÝ PHÁT SÓNG
    Tuyên truyền cải cách hành chính năm 2018
    Nhật ký có đến hết ngày 30/06/2018.
    Không tính 2 dòng nhật ký: không đọc được, lặp lại dòng khác, ngoài năm kế hoạch hoặc sau ngày chốt số liệu.

    Kết quả          Số lượt
    ───────────────  ───────
    đã phát                4
    phát lệch giờ          1
    phát ngày khác         1
    nhường sóng            1
    chưa thực hiện         1
    ngoài lịch             1
    chưa có nhật ký        6
    đã gửi phát            1

    Những lượt không đúng lịch:

    Kết quả         Tác phẩm                            Ngôn ngữ  Kênh              Lịch              Thực tế           Dòng nhật ký
    ──────────────  ──────────────────────────────────  ────────  ────────────────  ────────────────  ────────────────  ──────────────
    phát lệch giờ   Cải cách hành chính Nhà nước, kỳ 2  Việt      Truyền hình tỉnh  12/04/2018 20:15  12/04/2018 21:00  nhat-ky.csv:3
    phát ngày khác  Cải cách hành chính Nhà nước, kỳ 1  Mông      Truyền hình tỉnh  13/04/2018 20:15  14/04/2018 20:15  nhat-ky.csv:4
    nhường sóng     Cải cách hành chính Nhà nước, kỳ 2  Mông      Truyền hình tỉnh  20/04/2018 20:15  20/04/2018        nhat-ky.csv:5
    chưa thực hiện  Cải cách hành chính Nhà nước, kỳ 3  Việt      Truyền hình tỉnh  03/05/2018 20:15  –                 –
    ngoài lịch      Tin ngoài lịch                      Việt      Báo tỉnh          –                 20/05/2018        nhat-ky.csv:9
    đã gửi phát     Gửi phát                            Việt      vtv5              –                 21/05/2018 06:00  nhat-ky.csv:10

    """#
  let text = OutcomeReport.text(plan: plan, reconciled: reconciled, rowsLeftOut: 2, language: .vietnamese)
  #expect(text == expected)
}

@Test("The same in English")
func outcomes_english() {
  let expected = #"""
    SCHEDULE AGAINST AS-RUN LOG
    Tuyên truyền cải cách hành chính năm 2018
    The log tells of days up to 30/06/2018, included.
    2 rows of the log left out: unreadable, repeating another, outside the plan's year, or after the day asked for.

    Outcome     Count
    ──────────  ─────
    aired           4
    late            1
    moved           1
    pre-empted      1
    missed          1
    unplanned       1
    no log yet      6
    sent            1

    What did not air as scheduled:

    Outcome     Work                                 Language    Outlet            Scheduled         Aired             Row of the log
    ──────────  ───────────────────────────────────  ──────────  ────────────────  ────────────────  ────────────────  ──────────────
    late        Cải cách hành chính Nhà nước, no. 2  Vietnamese  Truyền hình tỉnh  12/04/2018 20:15  12/04/2018 21:00  nhat-ky.csv:3
    moved       Cải cách hành chính Nhà nước, no. 1  Hmong       Truyền hình tỉnh  13/04/2018 20:15  14/04/2018 20:15  nhat-ky.csv:4
    pre-empted  Cải cách hành chính Nhà nước, no. 2  Hmong       Truyền hình tỉnh  20/04/2018 20:15  20/04/2018        nhat-ky.csv:5
    missed      Cải cách hành chính Nhà nước, no. 3  Vietnamese  Truyền hình tỉnh  03/05/2018 20:15  –                 –
    unplanned   Tin ngoài lịch                       Vietnamese  Báo tỉnh          –                 20/05/2018        nhat-ky.csv:9
    sent        Gửi phát                             Vietnamese  vtv5              –                 21/05/2018 06:00  nhat-ky.csv:10

    """#
  let text = OutcomeReport.text(plan: plan, reconciled: reconciled, rowsLeftOut: 2, language: .english)
  #expect(text == expected)
}

@Test("Without a log nothing is known to have aired, and with all in order there is no list")
func outcomes_plain() {
  let pending = reconciled.outcomes.map {
    PlacementOutcome(placement: $0.placement, outcome: .pending, entry: nil)
  }
  let aired = reconciled.outcomes.prefix(1).map {
    PlacementOutcome(placement: $0.placement, outcome: .aired, entry: $0.entry)
  }
  func text(_ outcomes: [PlacementOutcome], asOf: CivilDay?) -> String {
    OutcomeReport.text(
      plan: plan, reconciled: Reconciled(outcomes: outcomes, unplanned: [], asOf: asOf), rowsLeftOut: 0,
      language: .english)
  }
  let head = "SCHEDULE AGAINST AS-RUN LOG\nTuyên truyền cải cách hành chính năm 2018\n"
  let noLog = "There is no as-run log: nothing is known to have aired.\n"
  let asOf = "The log tells of days up to 30/06/2018, included.\n"
  #expect(
    text(pending, asOf: nil) == head + noLog + "\nOutcome     Count\n──────────  ─────\nno log yet     14\n")
  #expect(
    text(Array(aired), asOf: day(6, 30)) == head + asOf
      + "\nOutcome  Count\n───────  ─────\naired        1\n\nAll that the logs tell of aired as scheduled.\n")
  #expect(text([], asOf: nil) == head + noLog + "\nThere is nothing to hold against each other.\n")
}

@Test("A list of two thousand differences is shown whole")
func outcomes_longListsStayWhole() {
  let missed = Array(
    repeating: PlacementOutcome(
      placement: SampleSchedule.schedule.placements[0], outcome: .missed, entry: nil), count: 2000)
  let text = OutcomeReport.text(
    plan: plan, reconciled: Reconciled(outcomes: missed, unplanned: [], asOf: day(6, 30)), rowsLeftOut: 0,
    language: .english)
  #expect(text.split(separator: "\n").count { $0.contains("Khẩu hiệu, no. 1") } == 2000)
}

@Test("Every placement, every unplanned entry and every one sent is a row of the file for Excel")
func outcomes_csv() {
  let expected = """
    outcome,uid,line,edition,language,run,outlet,planned_start,aired_day,aired_time,status,file,row,title,sign,make_good_day,make_good,candidates
    aired,mau.khau-hieu.1.vi@lichsong,khau-hieu,1,vi,first,dai-huyen,2018-04-01,2018-04-09,,aired,nhat-ky.csv,7,Khẩu hiệu,,,,
    aired,mau.khau-hieu.1.vi.cross-post.truyen-hinh@lichsong,khau-hieu,1,vi,cross-post,truyen-hinh,2018-04-01T20:15,2018-04-01,20:15,aired,nhat-ky.csv,8,Khẩu hiệu,,,,
    aired,mau.chuyen-muc.1.vi@lichsong,chuyen-muc,1,vi,first,truyen-hinh,2018-04-05T20:15,2018-04-05,20:15,aired,nhat-ky.csv,2,Cải cách hành chính Nhà nước,,,,
    aired,mau.bai-bao.1.vi@lichsong,bai-bao,1,vi,first,bao,2018-04-06,2018-04-06,,aired,nhat-ky.csv,6,Bài trên Báo tỉnh,,,,
    late,mau.chuyen-muc.2.vi@lichsong,chuyen-muc,2,vi,first,truyen-hinh,2018-04-12T20:15,2018-04-12,21:00,aired,nhat-ky.csv,3,Cải cách hành chính Nhà nước,,,,
    moved,mau.chuyen-muc.1.hmn@lichsong,chuyen-muc,1,hmn,first,truyen-hinh,2018-04-13T20:15,2018-04-14,20:15,aired,nhat-ky.csv,4,Cải cách hành chính Nhà nước,,,,
    pending,mau.chuyen-muc.1.tai@lichsong,chuyen-muc,1,tai,first,truyen-hinh,2018-04-13T20:15,,,,,,Cải cách hành chính Nhà nước,,,,
    pre-empted,mau.chuyen-muc.2.hmn@lichsong,chuyen-muc,2,hmn,first,truyen-hinh,2018-04-20T20:15,2018-04-20,,pre-empted,nhat-ky.csv,5,Cải cách hành chính Nhà nước,,,,
    pending,mau.khau-hieu.2.vi@lichsong,khau-hieu,2,vi,first,dai-huyen,2018-05-01,,,,,,Khẩu hiệu,,,,
    pending,mau.khau-hieu.2.vi.cross-post.truyen-hinh@lichsong,khau-hieu,2,vi,cross-post,truyen-hinh,2018-05-01T20:15,,,,,,Khẩu hiệu,,,,
    missed,mau.chuyen-muc.3.vi@lichsong,chuyen-muc,3,vi,first,truyen-hinh,2018-05-03T20:15,,,,,,Cải cách hành chính Nhà nước,,,,
    pending,mau.bai-bao.2.vi@lichsong,bai-bao,2,vi,first,bao,2018-05-07,,,,,,Bài trên Báo tỉnh,,,,
    pending,mau.bai-bao.3.vi@lichsong,bai-bao,3,vi,first,bao,2018-06-04,,,,,,Bài trên Báo tỉnh,,,,
    pending,mau.chuyen-muc.4.vi@lichsong,chuyen-muc,4,vi,first,truyen-hinh,2018-12-06T20:15,,,,,,Cải cách hành chính Nhà nước,,,,
    unplanned,,bai-bao,,vi,,bao,,2018-05-20,,aired,nhat-ky.csv,9,Tin ngoài lịch,,,,
    sent,,,,vi,,vtv5,,2018-05-21,06:00,sent,nhat-ky.csv,10,Gửi phát,,,,

    """
  #expect(OutcomeReport.csv(plan: plan, reconciled: reconciled) == csvFile(expected))
}

@Test("JSON has each outcome, each unplanned entry, each one sent, and the count of every outcome")
func outcomes_json() {
  let json = OutcomeReport.json(
    plan: plan, reconciled: reconciled, rowsLeftOut: 2, findings: [], language: .vietnamese)
  #expect(
    keys(of: json) == [
      "asOf", "counts", "findings", "logs", "outcomes", "relays", "rowsLeftOut", "sent", "unplanned",
    ])
  let outcomes = """
    {"candidates":[],"day":"2018-04-09","edition":1,"file":"nhat-ky.csv","language":"vi","line":"khau-hieu","makeGood":null,"outcome":"aired","outlet":"dai-huyen","row":7,"run":"first","sign":null,"start":"2018-04-01","time":null,"uid":"mau.khau-hieu.1.vi@lichsong"}
    {"candidates":[],"day":"2018-04-01","edition":1,"file":"nhat-ky.csv","language":"vi","line":"khau-hieu","makeGood":null,"outcome":"aired","outlet":"truyen-hinh","row":8,"run":"cross-post","sign":null,"start":"2018-04-01T20:15","time":"20:15","uid":"mau.khau-hieu.1.vi.cross-post.truyen-hinh@lichsong"}
    {"candidates":[],"day":"2018-04-05","edition":1,"file":"nhat-ky.csv","language":"vi","line":"chuyen-muc","makeGood":null,"outcome":"aired","outlet":"truyen-hinh","row":2,"run":"first","sign":null,"start":"2018-04-05T20:15","time":"20:15","uid":"mau.chuyen-muc.1.vi@lichsong"}
    {"candidates":[],"day":"2018-04-06","edition":1,"file":"nhat-ky.csv","language":"vi","line":"bai-bao","makeGood":null,"outcome":"aired","outlet":"bao","row":6,"run":"first","sign":null,"start":"2018-04-06","time":null,"uid":"mau.bai-bao.1.vi@lichsong"}
    {"candidates":[],"day":"2018-04-12","edition":2,"file":"nhat-ky.csv","language":"vi","line":"chuyen-muc","makeGood":null,"outcome":"late","outlet":"truyen-hinh","row":3,"run":"first","sign":null,"start":"2018-04-12T20:15","time":"21:00","uid":"mau.chuyen-muc.2.vi@lichsong"}
    {"candidates":[],"day":"2018-04-14","edition":1,"file":"nhat-ky.csv","language":"hmn","line":"chuyen-muc","makeGood":null,"outcome":"moved","outlet":"truyen-hinh","row":4,"run":"first","sign":null,"start":"2018-04-13T20:15","time":"20:15","uid":"mau.chuyen-muc.1.hmn@lichsong"}
    {"candidates":[],"day":null,"edition":1,"file":null,"language":"tai","line":"chuyen-muc","makeGood":null,"outcome":"pending","outlet":"truyen-hinh","row":null,"run":"first","sign":null,"start":"2018-04-13T20:15","time":null,"uid":"mau.chuyen-muc.1.tai@lichsong"}
    {"candidates":[],"day":"2018-04-20","edition":2,"file":"nhat-ky.csv","language":"hmn","line":"chuyen-muc","makeGood":null,"outcome":"pre-empted","outlet":"truyen-hinh","row":5,"run":"first","sign":null,"start":"2018-04-20T20:15","time":null,"uid":"mau.chuyen-muc.2.hmn@lichsong"}
    {"candidates":[],"day":null,"edition":2,"file":null,"language":"vi","line":"khau-hieu","makeGood":null,"outcome":"pending","outlet":"dai-huyen","row":null,"run":"first","sign":null,"start":"2018-05-01","time":null,"uid":"mau.khau-hieu.2.vi@lichsong"}
    {"candidates":[],"day":null,"edition":2,"file":null,"language":"vi","line":"khau-hieu","makeGood":null,"outcome":"pending","outlet":"truyen-hinh","row":null,"run":"cross-post","sign":null,"start":"2018-05-01T20:15","time":null,"uid":"mau.khau-hieu.2.vi.cross-post.truyen-hinh@lichsong"}
    {"candidates":[],"day":null,"edition":3,"file":null,"language":"vi","line":"chuyen-muc","makeGood":null,"outcome":"missed","outlet":"truyen-hinh","row":null,"run":"first","sign":null,"start":"2018-05-03T20:15","time":null,"uid":"mau.chuyen-muc.3.vi@lichsong"}
    {"candidates":[],"day":null,"edition":2,"file":null,"language":"vi","line":"bai-bao","makeGood":null,"outcome":"pending","outlet":"bao","row":null,"run":"first","sign":null,"start":"2018-05-07","time":null,"uid":"mau.bai-bao.2.vi@lichsong"}
    {"candidates":[],"day":null,"edition":3,"file":null,"language":"vi","line":"bai-bao","makeGood":null,"outcome":"pending","outlet":"bao","row":null,"run":"first","sign":null,"start":"2018-06-04","time":null,"uid":"mau.bai-bao.3.vi@lichsong"}
    {"candidates":[],"day":null,"edition":4,"file":null,"language":"vi","line":"chuyen-muc","makeGood":null,"outcome":"pending","outlet":"truyen-hinh","row":null,"run":"first","sign":null,"start":"2018-12-06T20:15","time":null,"uid":"mau.chuyen-muc.4.vi@lichsong"}
    """
  let unplanned = """
    {"candidates":[],"day":"2018-05-20","edition":null,"file":"nhat-ky.csv","language":"vi","line":"bai-bao","outlet":"bao","row":9,"sign":null,"status":"aired","time":null,"title":"Tin ngoài lịch"}
    """
  let sent = """
    {"candidates":[],"day":"2018-05-21","edition":null,"file":"nhat-ky.csv","language":"vi","line":null,"outlet":"vtv5","row":10,"sign":null,"status":"sent","time":"06:00","title":"Gửi phát"}
    """
  #expect(elements("outcomes", of: json).joined(separator: "\n") == outcomes)
  #expect(elements("unplanned", of: json).joined(separator: "\n") == unplanned)
  #expect(elements("sent", of: json).joined(separator: "\n") == sent)
  #expect(
    section("counts", of: json)
      == #"{"aired":4,"late":1,"missed":1,"moved":1,"partial":0,"pending":6,"pre-empted":1,"substituted":0,"unclear":0,"unplanned":1}"#
  )
  #expect(section("rowsLeftOut", of: json) == "2")
}
