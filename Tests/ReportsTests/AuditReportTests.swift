import Reports
import ScheduleModel
import Testing

@Test("Each sum has its parts, shares and a verdict, each percentage stands beside the one worked out")
func audit_vietnamese() {
  let expected = #"""
    KIỂM TRA SỐ LIỆU ĐÃ CÔNG BỐ
    Nguồn: Trang tin Sở Nội vụ, 25/12/2019

    SỐ LIỆU ĐỌC ĐƯỢC

    Nội dung                     Số liệu  Lời của nguồn  Vị trí
    ──────────────────  ────────────────  ─────────────  ────────────────
    Cấp tỉnh                    998 lượt  –              published.yaml:5
    Cấp huyện                 1.201 lượt  –              published.yaml:5
    Cấp xã              không có số liệu  –              published.yaml:5
    Hội nghị cấp tỉnh         2 hội nghị  –              published.yaml:5
    Hội nghị cấp huyện      129 hội nghị  –              published.yaml:5
    Trang tin               hơn 600 lượt  –              published.yaml:5

    CÁC TỔNG

    Lượt tuyên truyền (published.yaml:20): khớp
    “2.199 lượt tuyên truyền”

    Thành phần     Số liệu  Tỷ trọng
    ──────────  ──────────  ────────
    Cấp tỉnh      998 lượt    45,38%
    Cấp huyện   1.201 lượt    54,62%
    Tính lại    2.199 lượt
    Công bố     2.199 lượt

    Hội nghị (published.yaml:24): KHÔNG KHỚP

    Thành phần               Số liệu  Tỷ trọng
    ──────────────────  ────────────  ────────
    Hội nghị cấp tỉnh     2 hội nghị         –
    Hội nghị cấp huyện  129 hội nghị         –
    Tính lại            131 hội nghị
    Công bố             132 hội nghị

    Cả ba cấp (published.yaml:28): không tính lại được: có thành phần thiếu số liệu

    Thành phần           Số liệu  Tỷ trọng
    ──────────  ────────────────  ────────
    Cấp tỉnh            998 lượt         –
    Cấp huyện         1.201 lượt         –
    Cấp xã      không có số liệu         –
    Tính lại                   –
    Công bố           3.000 lượt

    Trang tin (published.yaml:31): nguồn không nêu tổng

    Thành phần       Số liệu  Tỷ trọng
    ──────────  ────────────  ────────
    Trang tin   hơn 600 lượt         –
    Tính lại    hơn 600 lượt
    Công bố                –

    CÁC TỶ LỆ

    Nội dung                Phần  Toàn thể  Công bố  Tính lại  Kết luận                    Vị trí
    ───────────────────  ───────  ────────  ───────  ────────  ──────────────────────────  ─────────────────
    Một cửa                  182       222   81,98%    81,98%  khớp                        published.yaml:40
    Lượt thi đạt         101.907   240.659   41,34%    42,34%  KHÔNG KHỚP                  published.yaml:44
    Hoàn thành kế hoạch        –         –     100%         –  không tính lại được: nguồn  published.yaml:48
                                                               chỉ nêu tỷ lệ

    """#
  #expect(AuditReport.text(SampleFigures.audited, language: .vietnamese) == expected)
}

@Test("The same in English")
func audit_english() {
  let expected = #"""
    AUDIT OF PUBLISHED FIGURES
    Source: Trang tin Sở Nội vụ, 25/12/2019

    FIGURES AS READ

    Content                         Figure  The source's words  Place
    ──────────────────  ──────────────────  ──────────────────  ────────────────
    Cấp tỉnh                      998 lượt  –                   published.yaml:5
    Cấp huyện                   1,201 lượt  –                   published.yaml:5
    Cấp xã                         no data  –                   published.yaml:5
    Hội nghị cấp tỉnh           2 hội nghị  –                   published.yaml:5
    Hội nghị cấp huyện        129 hội nghị  –                   published.yaml:5
    Trang tin           more than 600 lượt  –                   published.yaml:5

    SUMS

    Lượt tuyên truyền (published.yaml:20): agrees
    “2.199 lượt tuyên truyền”

    Part            Figure   Share
    ──────────  ──────────  ──────
    Cấp tỉnh      998 lượt  45.38%
    Cấp huyện   1,201 lượt  54.62%
    Recomputed  2,199 lượt
    Stated      2,199 lượt

    Hội nghị (published.yaml:24): DIFFERS

    Part                      Figure  Share
    ──────────────────  ────────────  ─────
    Hội nghị cấp tỉnh     2 hội nghị      –
    Hội nghị cấp huyện  129 hội nghị      –
    Recomputed          131 hội nghị
    Stated              132 hội nghị

    Cả ba cấp (published.yaml:28): cannot be recomputed: a part has no data

    Part            Figure  Share
    ──────────  ──────────  ─────
    Cấp tỉnh      998 lượt      –
    Cấp huyện   1,201 lượt      –
    Cấp xã         no data      –
    Recomputed           –
    Stated      3,000 lượt

    Trang tin (published.yaml:31): the source states no sum

    Part                    Figure  Share
    ──────────  ──────────────────  ─────
    Trang tin   more than 600 lượt      –
    Recomputed  more than 600 lượt
    Stated                       –

    PERCENTAGES

    Content                 Part    Whole  Stated  Recomputed  Verdict                    Place
    ───────────────────  ───────  ───────  ──────  ──────────  ─────────────────────────  ─────────────────
    Một cửa                  182      222  81.98%      81.98%  agrees                     published.yaml:40
    Lượt thi đạt         101,907  240,659  41.34%      42.34%  DIFFERS                    published.yaml:44
    Hoàn thành kế hoạch        –        –    100%           –  cannot be recomputed: the  published.yaml:48
                                                               source states only the
                                                               percentage

    """#
  #expect(AuditReport.text(SampleFigures.audited, language: .english) == expected)
}

@Test("Figures without sums and percentages have nothing to check")
func audit_empty() {
  let figures = AuditedFigures(
    published: PublishedFigures(source: "Báo", plan: nil, figures: [], sums: [], ratios: []), sums: [],
    ratios: [])
  #expect(
    AuditReport.text(figures, language: .vietnamese) == """
      KIỂM TRA SỐ LIỆU ĐÃ CÔNG BỐ
      Nguồn: Báo

      Không có tổng, tỷ lệ, tần suất hay khoảng thời gian nào để kiểm tra.

      """)
  let json = AuditReport.json(figures, findings: [], language: .english)
  #expect(section("plan", of: json) == "null")
  #expect(section("sums", of: json) + section("ratios", of: json) == "[][]")
}

@Test("JSON has both figures of each sum and each percentage, and null where there is no verdict")
func audit_json() {
  let json = AuditReport.json(
    SampleFigures.audited, findings: SampleFindings.all, language: .vietnamese)
  #expect(
    keys(of: json) == [
      "figures", "findings", "frequencies", "hours", "intervals", "plan", "products", "ratios", "shares",
      "source", "sums",
    ])
  let sums = """
    {"agrees":true,"computed":{"qualifier":"exact","text":"2.199 lượt","unit":"lượt","value":2199},"file":"published.yaml","id":"luot","line":20,"parts":[{"figure":"tinh","quantity":{"qualifier":"exact","text":"998 lượt","unit":"lượt","value":998},"share":45.38,"title":"Cấp tỉnh"},{"figure":"huyen","quantity":{"qualifier":"exact","text":"1.201 lượt","unit":"lượt","value":1201},"share":54.62,"title":"Cấp huyện"}],"stated":{"qualifier":"exact","text":"2.199 lượt","unit":"lượt","value":2199},"title":"Lượt tuyên truyền","unlike":null,"verdict":"agrees"}
    {"agrees":false,"computed":{"qualifier":"exact","text":"131 hội nghị","unit":"hội nghị","value":131},"file":"published.yaml","id":"hoi-nghi","line":24,"parts":[{"figure":"hn-tinh","quantity":{"qualifier":"exact","text":"2 hội nghị","unit":"hội nghị","value":2},"share":null,"title":"Hội nghị cấp tỉnh"},{"figure":"hn-huyen","quantity":{"qualifier":"exact","text":"129 hội nghị","unit":"hội nghị","value":129},"share":null,"title":"Hội nghị cấp huyện"}],"stated":{"qualifier":"exact","text":"132 hội nghị","unit":"hội nghị","value":132},"title":"Hội nghị","unlike":null,"verdict":"differs"}
    {"agrees":null,"computed":null,"file":"published.yaml","id":"ca-ba-cap","line":28,"parts":[{"figure":"tinh","quantity":{"qualifier":"exact","text":"998 lượt","unit":"lượt","value":998},"share":null,"title":"Cấp tỉnh"},{"figure":"huyen","quantity":{"qualifier":"exact","text":"1.201 lượt","unit":"lượt","value":1201},"share":null,"title":"Cấp huyện"},{"figure":"xa","quantity":null,"share":null,"title":"Cấp xã"}],"stated":{"qualifier":"exact","text":"3.000 lượt","unit":"lượt","value":3000},"title":"Cả ba cấp","unlike":null,"verdict":null}
    {"agrees":null,"computed":{"qualifier":"more-than","text":"hơn 600 lượt","unit":"lượt","value":600},"file":"published.yaml","id":"trang-tin","line":31,"parts":[{"figure":"trang","quantity":{"qualifier":"more-than","text":"hơn 600 lượt","unit":"lượt","value":600},"share":null,"title":"Trang tin"}],"stated":null,"title":"Trang tin","unlike":null,"verdict":null}
    """
  let ratios = """
    {"agrees":true,"computed":81.98,"computedText":"81,98%","file":"published.yaml","id":"mot-cua","line":40,"part":182,"stated":81.98,"statedText":"81,98%","title":"Một cửa","verdict":"agrees","whole":222}
    {"agrees":false,"computed":42.34,"computedText":"42,34%","file":"published.yaml","id":"thi","line":44,"part":101907,"stated":41.34,"statedText":"41,34%","title":"Lượt thi đạt","verdict":"differs","whole":240659}
    {"agrees":null,"computed":null,"computedText":null,"file":"published.yaml","id":"ke-hoach","line":48,"part":null,"stated":100,"statedText":"100%","title":"Hoàn thành kế hoạch","verdict":null,"whole":null}
    """
  #expect(elements("sums", of: json).joined(separator: "\n") == sums)
  #expect(elements("ratios", of: json).joined(separator: "\n") == ratios)
  #expect(elements("findings", of: json).count == SampleFindings.all.count)
}

@Test("Frequencies and intervals stand as stated, as worked out, and with a verdict")
func audit_time() throws {
  let year = CivilDay.year(2018)
  let figure = PublishedFigure(
    id: "cm", title: "Chuyên mục", line: nil, level: nil, quantity: quota("23 kỳ"), mayInclude: [],
    frequency: StatedFrequency("02 kỳ/tháng"), days: year, says: nil,
    place: SamplePlan.place(5, "published.yaml"))
  let frequency = try #require(figure.frequency)
  let interval = PublishedInterval(
    id: "dot", title: "Đợt cao điểm", days: year.lowerBound..<year.lowerBound.advanced(by: 89),
    stated: Quantity(3, .moreThan, CountingUnit(["tháng"])), unit: .month, says: nil,
    place: SamplePlan.place(9, "published.yaml"))
  let figures = AuditedFigures(
    published: PublishedFigures(source: "Báo", plan: nil, figures: [figure], sums: [], ratios: []), sums: [],
    ratios: [],
    frequencies: [
      AuditedFrequency(
        figure: figure, frequency: frequency, days: year, expected: Quantity(24, CountingUnit(["kỳ"])),
        agrees: false)
    ],
    intervals: [AuditedInterval(interval: interval, whole: 2, daysOver: 30, agrees: false)])
  #expect(
    AuditReport.text(figures, language: .english) == """
      AUDIT OF PUBLISHED FIGURES
      Source: Báo

      FIGURES AS READ

      Content     Figure  The source's words  Place
      ──────────  ──────  ──────────────────  ────────────────
      Chuyên mục   23 kỳ  –                   published.yaml:5

      COUNTS AGAINST FREQUENCIES

      Content     Frequency    From        Through     Stated  Implied  Verdict  Place
      ──────────  ───────────  ──────────  ──────────  ──────  ───────  ───────  ────────────────
      Chuyên mục  02 kỳ/tháng  01/01/2018  31/12/2018   23 kỳ       24  DIFFERS  published.yaml:5

      INTERVALS

      Content       From        Through                 Stated        Recomputed  Verdict  Place
      ────────────  ──────────  ──────────  ──────────────────  ────────────────  ───────  ────────────────
      Đợt cao điểm  01/01/2018  30/03/2018  more than 3 months  2 months 30 days  DIFFERS  published.yaml:9

      """)
  let json = AuditReport.json(figures, findings: [], language: .english)
  #expect(
    section("frequencies", of: json)
      == #"[{"agrees":false,"expected":"24 kỳ","figure":"cm","file":"published.yaml","frequency":"02 kỳ/tháng","from":"2018-01-01","least":24,"line":5,"most":24,"stated":23,"title":"Chuyên mục","to":"2018-12-31"}]"#
  )
  #expect(
    section("intervals", of: json)
      == #"[{"agrees":false,"daysOver":30,"file":"published.yaml","from":"2018-01-01","id":"dot","line":9,"qualifier":"more-than","stated":3,"title":"Đợt cao điểm","to":"2018-03-30","unit":"month","whole":2}]"#
  )
}

@Test("Hours, products, shares and unlike sums have tables and verdicts of their own, in both languages")
func audit_furtherTables() throws {
  let place = SamplePlan.place(7, "published.yaml")
  let hours = PublishedHours(
    id: "gio", title: "Giờ phát", from: try #require(TimeOfDay("05:00")),
    to: try #require(TimeOfDay("22:20")),
    stated: Quantity(1_050, .time(.hours)), says: nil, place: place)
  let product = PublishedProduct(
    id: "tram", title: "Tin các trạm", factors: [320, 4], stated: Quantity(1_280, CountingUnit(["tin"])),
    says: nil,
    place: place)
  let thirds = PublishedShares(
    id: "ba", title: "Ba phần", of: [1, 2, 3].map { _ in Percentage(units: 3_333, decimals: 2) }, says: nil,
    place: place)
  let sum = PublishedSum(id: "tong", title: "Tổng", of: [], stated: nil, says: nil, place: place)
  let figures = AuditedFigures(
    published: PublishedFigures(source: "Báo cáo tự đặt", plan: nil, figures: [], sums: [sum], ratios: []),
    sums: [
      AuditedSum(
        sum: sum, computed: nil, shares: nil, verdict: nil,
        unlike: .units(Quantity(12, CountingUnit(["kỳ"])), Quantity(2, CountingUnit(["hội nghị"]))))
    ], ratios: [], hours: [AuditedHours(hours: hours, verdict: .differs)],
    products: [
      AuditedProduct(product: product, computed: Quantity(1_280, CountingUnit(["tin"])), verdict: .agrees)
    ],
    shares: [AuditedShares(shares: thirds, total: Percentage(units: 9_999, decimals: 2), verdict: .rounded)])
  func rows(_ language: ReaderLanguage) -> [String] {
    AuditReport.text(figures, language: language).split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
  }
  let english = [
    "Tổng (published.yaml:7): cannot be added: “12 kỳ” (works) and “2 hội nghị” (events) do not count the same thing",
    "Ba phần 33.33% + 33.33% + 33.33% 99.99% agrees, rounded published.yaml:7",
    "Tin các trạm 320 × 4 1,280 tin 1,280 tin agrees published.yaml:7",
    "Giờ phát 05:00 22:20 17 hours 30 minutes 17 hours 20 minutes DIFFERS published.yaml:7",
  ]
  #expect(english.filter { !rows(.english).contains($0) } == [])
  let vietnamese = [
    "Tổng (published.yaml:7): không cộng được: “12 kỳ” (tác phẩm báo chí) và “2 hội nghị” (sự kiện) không cùng đơn vị tính",
    "Ba phần 33,33% + 33,33% + 33,33% 99,99% khớp, đã làm tròn published.yaml:7",
    "Tin các trạm 320 × 4 1.280 tin 1.280 tin khớp published.yaml:7",
    "Giờ phát 05:00 22:20 17 giờ 30 phút 17 giờ 20 phút KHÔNG KHỚP published.yaml:7",
  ]
  #expect(vietnamese.filter { !rows(.vietnamese).contains($0) } == [])
  let json = AuditReport.json(figures, findings: [], language: .english)
  #expect(
    section("shares", of: json)
      == #"[{"file":"published.yaml","id":"ba","line":7,"of":[33.33,33.33,33.33],"title":"Ba phần","total":99.99,"totalText":"99.99%","verdict":"rounded"}]"#
  )
  #expect(
    section("products", of: json)
      == #"[{"computed":{"qualifier":"exact","text":"1,280 tin","unit":"tin","value":1280},"factors":[320,4],"file":"published.yaml","id":"tram","line":7,"stated":{"qualifier":"exact","text":"1,280 tin","unit":"tin","value":1280},"title":"Tin các trạm","verdict":"agrees"}]"#
  )
  #expect(
    section("hours", of: json)
      == #"[{"computed":{"qualifier":"exact","text":"17 hours 20 minutes","unit":"phút","value":1040},"file":"published.yaml","from":"05:00","id":"gio","line":7,"stated":{"qualifier":"exact","text":"17 hours 30 minutes","unit":"phút","value":1050},"title":"Giờ phát","to":"22:20","verdict":"differs"}]"#
  )
}
