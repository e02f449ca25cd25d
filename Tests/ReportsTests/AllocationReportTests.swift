import Reports
import ScheduleModel
import Testing

private let plan = SamplePlan.plan
private let schedule = SampleSchedule.schedule

@Test("The months of each scheduled line, what bound them, what found no slot, and how good it is")
func allocation_vietnamese() {
  let expected = #"""
    PHÂN BỔ THEO THÁNG NĂM 2018
    Tuyên truyền cải cách hành chính năm 2018

    Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu.

    Chỉ tiêu    Nội dung                      T1  T2  T3  T4  T5  T6  T7  T8  T9  T10  T11  T12  Cả năm              Số giao  Ràng buộc
    ──────────  ────────────────────────────  ──  ──  ──  ──  ──  ──  ──  ──  ──  ───  ───  ───  ──────  ───────────────────  ─────────────────────────
    chuyen-muc  Cải cách hành chính Nhà nước   0   0   0   2   1   0   0   0   0    0    0    1       4                 4 kỳ  * T4; = T1; ≤ T5, T12; w;
                                                                                                                              [04/04/2018–31/12/2018]
                trọng số tháng                 1   1   1   1   1   1   1   1   1    1    1    2
    bai-bao     Bài trên Báo tỉnh              0   0   0   1   1   1   0   0   0    0    0    0       3      3 tin, bài, ảnh
    khau-hieu   Khẩu hiệu                      0   0   0   1   1   0   0   0   0    0    0    0       2  ít nhất 2 khẩu hiệu

    * có ngày ấn định; = đúng số đã định; ≤ bằng mức nhiều nhất; w chia theo trọng số tháng; […] chỉ xếp trong khoảng ngày này

    Chưa xếp được:
      chuyen-muc, “Cải cách hành chính Nhà nước” (tiếng Thái): 1. Khung tiếng Thái đã hết chỗ.

    Lịch có 14 lượt: 9 bản gốc phát mới, 3 bản tiếng dân tộc phát mới, 2 lượt phát lại, tiếp sóng hoặc phát thêm kênh.
    Đã xếp 14/15 lượt, còn thiếu 1; chưa chứng minh được rằng không thể xếp nhiều hơn.

    """#
  #expect(AllocationReport.text(plan: plan, schedule: schedule, language: .vietnamese) == expected)
}

@Test("The same in English")
func allocation_english() {
  let expected = #"""
    ALLOCATION BY MONTH, 2018
    Tuyên truyền cải cách hành chính năm 2018

    Counted are Vietnamese originals, at their first airing or publication.

    Line        Content                       Jan  Feb  Mar  Apr  May  Jun  Jul  Aug  Sep  Oct  Nov  Dec  Year                 Quota  Bound by
    ──────────  ────────────────────────────  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ────  ────────────────────  ────────────────────────────
    chuyen-muc  Cải cách hành chính Nhà nước    0    0    0    2    1    0    0    0    0    0    0    1     4                  4 kỳ  * Apr; = Jan; ≤ May, Dec; w;
                                                                                                                                      [04/04/2018–31/12/2018]
                month weights                   1    1    1    1    1    1    1    1    1    1    1    2
    bai-bao     Bài trên Báo tỉnh               0    0    0    1    1    1    0    0    0    0    0    0     3       3 tin, bài, ảnh
    khau-hieu   Khẩu hiệu                       0    0    0    1    1    0    0    0    0    0    0    0     2  at least 2 khẩu hiệu

    * has a pinned day; = a fixed number; ≤ at its most; w spread by month weights; […] placed within these days only

    Not placed:
      chuyen-muc, “Cải cách hành chính Nhà nước” (Tai): 1. The Tai slots are full.

    The schedule has 14 placements: 9 first runs of originals, 3 first runs of language versions, 2 repeats, relays or cross-posts.
    14 of 15 placements have a slot, 1 short; it is not proven that no schedule places more.

    """#
  #expect(AllocationReport.text(plan: plan, schedule: schedule, language: .english) == expected)
}

@Test("When all are placed, the proof says that no schedule places more; without lines it says that too")
func allocation_nothingToPlace() {
  let complete = Schedule(
    slots: [], placements: [], unplaced: [], proof: Schedule.Proof(demanded: 1201, placed: 1201))
  let text = AllocationReport.text(plan: EmptyPlan.plan, schedule: complete, language: .vietnamese)
  let expected = """
    PHÂN BỔ THEO THÁNG NĂM 2018
    Kế hoạch trống

    Kế hoạch không có chỉ tiêu nào cần xếp lịch.

    Lịch có 0 lượt: 0 bản gốc phát mới, 0 bản tiếng dân tộc phát mới, 0 lượt phát lại, tiếp sóng hoặc phát thêm kênh.
    Đã xếp đủ 1.201/1.201 lượt; không lịch nào xếp được nhiều hơn.

    """
  #expect(text == expected)
}

@Test("Each objective is optimal, or at most so far from the best; JSON has it in the engine's units")
func allocation_levels() {
  let proof = Schedule.Proof(
    demanded: 3, placed: 2,
    levels: [
      Schedule.Level(objective: .shortage, value: 1, bound: 1),
      Schedule.Level(objective: .deviation, value: 1_250, bound: 1_200),
      Schedule.Level(objective: .squares, value: 1_234_567_890_123, bound: 1_234_567_890_000),
    ])
  let schedule = Schedule(slots: [], placements: [], unplaced: [], proof: proof)
  let text = AllocationReport.text(
    plan: EmptyPlan.plan, schedule: schedule, language: .english, explained: true)
  let vietnamese = AllocationReport.text(
    plan: EmptyPlan.plan, schedule: schedule, language: .vietnamese, explained: true)
  let words = AllocationReport.text(plan: EmptyPlan.plan, schedule: schedule, language: .english)
  #expect(words.hasSuffix("Evenly spread; not proven to be the best: at most 4 % from it.\n"))
  #expect(
    text.split(separator: "\n").suffix(6).joined(separator: "\n") == """
      2 of 3 placements have a slot, 1 short; no schedule places more.
      Evenly spread; not proven to be the best: at most 4 % from it.
      How good the schedule is, the objective that counts more first:
        placements without a slot: 1, optimal
        largest distance from the even lines, added over groups of outlets (works): 1.250, at most 4.0% from the best
        sum of the squared distances of each day: 1,234,567.890, at most 0.1% from the best
      """)
  #expect(
    vietnamese.split(separator: "\n").suffix(3).joined(separator: "\n") == """
        số lượt chưa có chỗ: 1, tối ưu
        độ lệch xa nhất so với đường đều, cộng các nhóm kênh (tác phẩm): 1,250, kém tối ưu không quá 4,0%
        tổng bình phương độ lệch mỗi ngày: 1.234.567,890, kém tối ưu không quá 0,1%
      """)
  let json = AllocationReport.json(plan: EmptyPlan.plan, schedule: schedule, findings: [], language: .english)
  let shortage = #"{"bound":1,"objective":"shortage","optimal":true,"value":1}"#
  let deviation = #"{"bound":1200,"objective":"deviation","optimal":false,"value":1250}"#
  let squares = #"{"bound":1234567890000,"objective":"squares","optimal":false,"value":1234567890123}"#
  let levels = [shortage, deviation, squares].joined(separator: ",")
  #expect(
    section("proof", of: json) == #"{"demanded":3,"levels":[\#(levels)],"placed":2,"short":1}"#)
}

@Test("The placements as a file for Excel")
func allocation_csv() {
  let expected = """
    uid,line,edition,language,run,outlet,slot,start,end,title
    mau.khau-hieu.1.vi@lichsong,khau-hieu,1,vi,first,dai-huyen,dai-huyen.k.2018-04-01,2018-04-01,2018-05-01,Khẩu hiệu
    mau.khau-hieu.1.vi.cross-post.truyen-hinh@lichsong,khau-hieu,1,vi,cross-post,truyen-hinh,truyen-hinh.k.2018-04-01,2018-04-01T20:15,2018-04-01T20:30,Khẩu hiệu
    mau.chuyen-muc.1.vi@lichsong,chuyen-muc,1,vi,first,truyen-hinh,truyen-hinh.k.2018-04-05,2018-04-05T20:15,2018-04-05T20:30,Cải cách hành chính Nhà nước
    mau.bai-bao.1.vi@lichsong,bai-bao,1,vi,first,bao,bao.k.2018-04-06,2018-04-06,2018-04-07,Bài trên Báo tỉnh
    mau.chuyen-muc.2.vi@lichsong,chuyen-muc,2,vi,first,truyen-hinh,truyen-hinh.k.2018-04-12,2018-04-12T20:15,2018-04-12T20:30,Cải cách hành chính Nhà nước
    mau.chuyen-muc.1.hmn@lichsong,chuyen-muc,1,hmn,first,truyen-hinh,truyen-hinh.k.2018-04-13,2018-04-13T20:15,2018-04-13T20:30,Cải cách hành chính Nhà nước
    mau.chuyen-muc.1.tai@lichsong,chuyen-muc,1,tai,first,truyen-hinh,truyen-hinh.k.2018-04-13,2018-04-13T20:15,2018-04-13T20:30,Cải cách hành chính Nhà nước
    mau.chuyen-muc.2.hmn@lichsong,chuyen-muc,2,hmn,first,truyen-hinh,truyen-hinh.k.2018-04-20,2018-04-20T20:15,2018-04-20T20:30,Cải cách hành chính Nhà nước
    mau.khau-hieu.2.vi@lichsong,khau-hieu,2,vi,first,dai-huyen,dai-huyen.k.2018-05-01,2018-05-01,2018-06-01,Khẩu hiệu
    mau.khau-hieu.2.vi.cross-post.truyen-hinh@lichsong,khau-hieu,2,vi,cross-post,truyen-hinh,truyen-hinh.k.2018-05-01,2018-05-01T20:15,2018-05-01T20:30,Khẩu hiệu
    mau.chuyen-muc.3.vi@lichsong,chuyen-muc,3,vi,first,truyen-hinh,truyen-hinh.k.2018-05-03,2018-05-03T20:15,2018-05-03T20:30,Cải cách hành chính Nhà nước
    mau.bai-bao.2.vi@lichsong,bai-bao,2,vi,first,bao,bao.k.2018-05-07,2018-05-07,2018-05-08,Bài trên Báo tỉnh
    mau.bai-bao.3.vi@lichsong,bai-bao,3,vi,first,bao,bao.k.2018-06-04,2018-06-04,2018-06-05,Bài trên Báo tỉnh
    mau.chuyen-muc.4.vi@lichsong,chuyen-muc,4,vi,first,truyen-hinh,truyen-hinh.k.2018-12-06,2018-12-06T20:15,2018-12-06T20:30,Cải cách hành chính Nhà nước

    """
  #expect(AllocationReport.csv(plan: plan, schedule: schedule) == csvFile(expected))
}

@Test("JSON has the months of originals, every placement, the proof, what found no slot, and the findings")
func allocation_json() {
  let json = AllocationReport.json(
    plan: plan, schedule: schedule, findings: SampleTally.findings, language: .vietnamese)
  #expect(keys(of: json) == ["findings", "monthNames", "months", "placements", "proof", "unplaced"])
  let months = """
    {"counts":[0,0,0,2,1,0,0,0,0,0,0,1],"line":"chuyen-muc"}
    {"counts":[0,0,0,1,1,1,0,0,0,0,0,0],"line":"bai-bao"}
    {"counts":[0,0,0,1,1,0,0,0,0,0,0,0],"line":"khau-hieu"}
    """
  let placements = """
    {"edition":1,"end":"2018-05-01","language":"vi","line":"khau-hieu","outlet":"dai-huyen","run":"first","slot":"dai-huyen.k.2018-04-01","start":"2018-04-01","uid":"mau.khau-hieu.1.vi@lichsong"}
    {"edition":1,"end":"2018-04-01T20:30","language":"vi","line":"khau-hieu","outlet":"truyen-hinh","run":"cross-post","slot":"truyen-hinh.k.2018-04-01","start":"2018-04-01T20:15","uid":"mau.khau-hieu.1.vi.cross-post.truyen-hinh@lichsong"}
    {"edition":1,"end":"2018-04-05T20:30","language":"vi","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-04-05","start":"2018-04-05T20:15","uid":"mau.chuyen-muc.1.vi@lichsong"}
    {"edition":1,"end":"2018-04-07","language":"vi","line":"bai-bao","outlet":"bao","run":"first","slot":"bao.k.2018-04-06","start":"2018-04-06","uid":"mau.bai-bao.1.vi@lichsong"}
    {"edition":2,"end":"2018-04-12T20:30","language":"vi","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-04-12","start":"2018-04-12T20:15","uid":"mau.chuyen-muc.2.vi@lichsong"}
    {"edition":1,"end":"2018-04-13T20:30","language":"hmn","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-04-13","start":"2018-04-13T20:15","uid":"mau.chuyen-muc.1.hmn@lichsong"}
    {"edition":1,"end":"2018-04-13T20:30","language":"tai","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-04-13","start":"2018-04-13T20:15","uid":"mau.chuyen-muc.1.tai@lichsong"}
    {"edition":2,"end":"2018-04-20T20:30","language":"hmn","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-04-20","start":"2018-04-20T20:15","uid":"mau.chuyen-muc.2.hmn@lichsong"}
    {"edition":2,"end":"2018-06-01","language":"vi","line":"khau-hieu","outlet":"dai-huyen","run":"first","slot":"dai-huyen.k.2018-05-01","start":"2018-05-01","uid":"mau.khau-hieu.2.vi@lichsong"}
    {"edition":2,"end":"2018-05-01T20:30","language":"vi","line":"khau-hieu","outlet":"truyen-hinh","run":"cross-post","slot":"truyen-hinh.k.2018-05-01","start":"2018-05-01T20:15","uid":"mau.khau-hieu.2.vi.cross-post.truyen-hinh@lichsong"}
    {"edition":3,"end":"2018-05-03T20:30","language":"vi","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-05-03","start":"2018-05-03T20:15","uid":"mau.chuyen-muc.3.vi@lichsong"}
    {"edition":2,"end":"2018-05-08","language":"vi","line":"bai-bao","outlet":"bao","run":"first","slot":"bao.k.2018-05-07","start":"2018-05-07","uid":"mau.bai-bao.2.vi@lichsong"}
    {"edition":3,"end":"2018-06-05","language":"vi","line":"bai-bao","outlet":"bao","run":"first","slot":"bao.k.2018-06-04","start":"2018-06-04","uid":"mau.bai-bao.3.vi@lichsong"}
    {"edition":4,"end":"2018-12-06T20:30","language":"vi","line":"chuyen-muc","outlet":"truyen-hinh","run":"first","slot":"truyen-hinh.k.2018-12-06","start":"2018-12-06T20:15","uid":"mau.chuyen-muc.4.vi@lichsong"}
    """
  #expect(elements("months", of: json).joined(separator: "\n") == months)
  #expect(elements("placements", of: json).joined(separator: "\n") == placements)
  #expect(section("proof", of: json) == #"{"demanded":15,"levels":[],"placed":14,"short":1}"#)
  #expect(
    section("unplaced", of: json)
      == #"[{"count":1,"language":"tai","line":"chuyen-muc","reason":"Khung tiếng Thái đã hết chỗ."}]"#)
  #expect(
    section("findings", of: json)
      == #"[{"code":"QUOTA_NOT_MET","column":5,"file":"plan.yaml","line":10,"message":"chỉ tiêu chuyen-muc mới đạt 2/4 kỳ","remedy":null,"severity":"warning"}]"#
  )
}

@Test("A month's broadcast schedule, by day and hour; no hour is invented")
func grid_vietnamese() {
  let expected = #"""
    LỊCH PHÁT SÓNG THÁNG 04/2018
    (từ ngày 01/04/2018 đến hết ngày 30/04/2018)
    Tuyên truyền cải cách hành chính năm 2018

    Thứ, ngày               Giờ phát  Thời lượng  Kênh                    Tên chương trình, chuyên mục        Ngôn ngữ  Phát mới/Phát lại     Người thực hiện
    ────────────────────  ──────────  ──────────  ──────────────────────  ──────────────────────────────────  ────────  ────────────────────  ───────────────
    Trong tháng                    –           –  Đài truyền thanh huyện  Khẩu hiệu, kỳ 1                     Việt      phát mới              Đài PT-TH tỉnh
    Chủ nhật, 01/04/2018       20:15     15 phút  Truyền hình tỉnh        Khẩu hiệu, kỳ 1                     Việt      đăng, phát thêm kênh  Đài PT-TH tỉnh
    Thứ Năm, 05/04/2018        20:15     15 phút  Truyền hình tỉnh        Cải cách hành chính Nhà nước, kỳ 1  Việt      phát mới              Đài PT-TH tỉnh
    Thứ Sáu, 06/04/2018   trong ngày           –  Báo tỉnh                Bài trên Báo tỉnh, kỳ 1             Việt      phát mới              Đài PT-TH tỉnh
    Thứ Năm, 12/04/2018        20:15     15 phút  Truyền hình tỉnh        Cải cách hành chính Nhà nước, kỳ 2  Việt      phát mới              Đài PT-TH tỉnh
    Thứ Sáu, 13/04/2018        20:15     15 phút  Truyền hình tỉnh        Cải cách hành chính Nhà nước, kỳ 1  Mông      phát mới              Đài PT-TH tỉnh
    Thứ Sáu, 13/04/2018        20:15     15 phút  Truyền hình tỉnh        Cải cách hành chính Nhà nước, kỳ 1  Thái      phát mới              Đài PT-TH tỉnh
    Thứ Sáu, 20/04/2018        20:15     15 phút  Truyền hình tỉnh        Cải cách hành chính Nhà nước, kỳ 2  Mông      phát mới              Đài PT-TH tỉnh

    """#
  #expect(
    AllocationReport.gridText(plan: plan, schedule: schedule, month: 3, language: .vietnamese) == expected)
}

@Test("The same in English")
func grid_english() {
  let expected = #"""
    BROADCAST SCHEDULE, 04/2018
    (from 01/04/2018 to 30/04/2018, both included)
    Tuyên truyền cải cách hành chính năm 2018

    Day                 Time  Length  Outlet                  Programme                            Language    Run        Responsible
    ───────────────  ───────  ──────  ──────────────────────  ───────────────────────────────────  ──────────  ─────────  ──────────────
    In the month           –       –  Đài truyền thanh huyện  Khẩu hiệu, no. 1                     Vietnamese  first run  Đài PT-TH tỉnh
    Sun, 01/04/2018    20:15  15 min  Truyền hình tỉnh        Khẩu hiệu, no. 1                     Vietnamese  also on    Đài PT-TH tỉnh
    Thu, 05/04/2018    20:15  15 min  Truyền hình tỉnh        Cải cách hành chính Nhà nước, no. 1  Vietnamese  first run  Đài PT-TH tỉnh
    Fri, 06/04/2018  all day       –  Báo tỉnh                Bài trên Báo tỉnh, no. 1             Vietnamese  first run  Đài PT-TH tỉnh
    Thu, 12/04/2018    20:15  15 min  Truyền hình tỉnh        Cải cách hành chính Nhà nước, no. 2  Vietnamese  first run  Đài PT-TH tỉnh
    Fri, 13/04/2018    20:15  15 min  Truyền hình tỉnh        Cải cách hành chính Nhà nước, no. 1  Hmong       first run  Đài PT-TH tỉnh
    Fri, 13/04/2018    20:15  15 min  Truyền hình tỉnh        Cải cách hành chính Nhà nước, no. 1  Tai         first run  Đài PT-TH tỉnh
    Fri, 20/04/2018    20:15  15 min  Truyền hình tỉnh        Cải cách hành chính Nhà nước, no. 2  Hmong       first run  Đài PT-TH tỉnh

    """#
  #expect(AllocationReport.gridText(plan: plan, schedule: schedule, month: 3, language: .english) == expected)
}

@Test("Every placement stands in exactly one month's schedule, and a month without any says so")
func grid_everyMonth() {
  let texts = (0..<12).map {
    AllocationReport.gridText(plan: plan, schedule: schedule, month: $0, language: .vietnamese)
  }
  let rows = texts.map { $0.split(separator: "\n").count { line in line.contains(", kỳ ") } }
  #expect(rows == [0, 0, 0, 8, 4, 1, 0, 0, 0, 0, 0, 1])
  #expect(
    texts[1] == """
      LỊCH PHÁT SÓNG THÁNG 02/2018
      (từ ngày 01/02/2018 đến hết ngày 28/02/2018)
      Tuyên truyền cải cách hành chính năm 2018

      Không có lượt phát nào trong tháng.

      """)
}
