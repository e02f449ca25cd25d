import ScheduleModel
import Testing

@testable import PlanFiles

struct TwentyMistakesTests {
  /// Each of the twenty lines that are wrong is wrong in one way.
  private static let plan = """
    plan: Kế hoạch 2026
    title: Kế hoạch có hai mươi lỗi
    title: Kế hoạch có hai mươi lỗi
    year: 2026
    zone: Asia/Hanoi
    documents:
      - { number: 12/KH-UBND, date: 20260230, issuer: UBND tỉnh }
    unit:
      dai-tinh: { name: Đài tỉnh, level: province }
    outlets:
      truyen-hinh:
        name: Truyền hình tỉnh
        kind: televison
        grid:
          - { id: toi-thu-nam, rule: FREQ=HOURLY, at: "20:15", length: 15m }
          - { id: sang, rule: FREQ=DAILY, at: 5 giờ sáng, length: 15m, languages: [Mông] }
      bao:
        name: Báo tỉnh
        kind: newspaper
        owner: dai-tinh
        grid:
          - { id: so-bao, rule: FREQ=WEEKLY;BYDAY=MO,WE, pieces: 2 }
          - { id: so-tet, dates: [2025-12-31] }
    blackouts:
      - { name: Tết Nguyên đán, from: 2026-02-20, to: 2026-02-14 }
    lines:
      - id: chuyen-muc
        title: Cải cách hành chính
        form: chuyên mục
        outlet: truyen-hinh
        quota: 2.5 kỳ
        versions: { into: [tiếng Mong, Thái], after: 7d }
      - id: bao-in
        title: Tin, bài trên báo
        form: tin, bài
        outlet: bao
        quota: 100
        grid: [so-boa]
        months: { 2: 3..1, 13: 4 }
      - id: bao-in
        title: Phóng sự trên báo
        form: phóng sự
        outlet: bao
        lead: dai-tinh
        quota: 12
        weights: [1, 1, 1]
        part-of: bao-in
      - title: Phóng sự ảnh
        form: ảnh
        outlet: bao-tinh
        quota: 4
    totals:
      - id: tong
        title: Tất cả
        lines: [chuyen-muc, bao-in]
    """

  @Test("a plan with twenty mistakes gets twenty findings, each with its place and a remedy")
  func twentyMistakes_getTwentyFindings() {
    #expect(Reading.of(Self.plan).findings.count == 20)
    #expect(Reading.findings(of: Self.plan) == Self.english)
  }

  @Test("the same findings in Vietnamese")
  func twentyMistakes_inVietnamese() {
    #expect(Reading.findings(of: Self.plan, in: .vietnamese) == Self.vietnamese)
  }

  @Test("the marks lie under what is wrong")
  func marks_lieUnderTheCulprits() {
    let culprits = Reading.of(Self.plan).findings.map { finding in
      let line = (finding.excerpt ?? "").unicodeScalars.dropFirst((finding.place?.column ?? 1) - 1)
      return String(String.UnicodeScalarView(line.prefix(finding.width)))
    }
    #expect(
      culprits == [
        "Kế hoạch 2026", "title", "Asia/Hanoi", "20260230", "unit", "televison", "FREQ=HOURLY", "5 giờ sáng",
        "WE", "2025-12-31", "2026-02-14", "2.5 kỳ", "tiếng Mong", "so-boa", "3..1", "13", "bao-in", "[",
        "Phóng sự ảnh", "bao-tinh",
      ])
  }

  private static let english = """
    1:7 BAD_ID error The id “Kế hoạch 2026” may only have letters a–z, digits and, not first, hyphens; at most 60. \
    | Write: ke-hoach-2026
    3:1 DUPLICATE_KEY error The key “title” is already in line 2. \
    | Keep one of them, with the contents of both if need be.
    5:7 BAD_ZONE error The IANA database has no time zone “Asia/Hanoi”. | zone: Asia/Ho_Chi_Minh
    7:33 BAD_DATE error There is no day “20260230”: month 2 of that year has 28 days. \
    | Write year-month-day (2026-04-04), or the day before the month (04/04/2026; ngày 4 tháng 4 năm 2026).
    8:1 UNKNOWN_KEY error There is no key “unit” in a plan. | Did you mean “units”? Write: units:
    13:11 UNKNOWN_WORD error “televison” is none of: television, radio, newspaper, website, outdoor, print, event, loudspeakers, social-page. \
    | Did you mean “television”?
    15:34 BAD_RULE error The recurrence rule “FREQ=HOURLY” cannot be used: “HOURLY” is no frequency of a schedule. \
    | Use FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, such as FREQ=WEEKLY;BYDAY=TH (every Thursday), FREQ=MONTHLY;BYDAY=-1SA (the last Saturday of the month).
    16:43 BAD_TIME error “5 giờ sáng” is not a time of day. \
    | Write for example "20:15", 18h45, 18 giờ 45 or 24 giờ.
    22:50 UNKNOWN_KEY error Within { } the comma cuts this off from the value of “rule”. \
    | rule: "FREQ=WEEKLY;BYDAY=MO,WE"
    23:31 DATE_OUTSIDE_YEAR error 2025-12-31 lies outside the year of the plan, 1 January to 31 December 2026. \
    | Check this day, and `year`; a plan that reaches into another year states its `from` and `to`.
    25:51 WINDOW_EMPTY error The period ends (2026-02-14) before it begins (2026-02-20). \
    | Write both days as the signed plan has them: from is not after to.
    31:12 BAD_QUANTITY error “2.5” is not a number as Vietnamese writes it (points between thousands, a comma before \
    decimals). | \(QuantityRefusal.forms.en)
    32:24 BAD_LANGUAGE error “tiếng Mong” is not a language or its tag. | Did you mean “Mông”?
    38:12 UNKNOWN_REFERENCE error There is no grid line with the id “so-boa”. | Did you mean “so-bao”?
    39:18 MINIMUM_ABOVE_MAXIMUM error Month 2: the least (3) is above the most (1). | Hold both figures against the document: one of them is not this line's, or is meant for another stretch of time.
    39:24 BAD_NUMBER error “13” is not a whole number from 1 to 12. \
    | Write a number within these limits, in digits only.
    40:9 DUPLICATE_ID error The id “bao-in” is already used in line 33. \
    | Choose another, for example: bao-in-2
    46:14 BAD_NUMBER error The list of weights has 3 numbers; a year has 12 months. \
    | weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    48:12 MISSING_KEY error “id” is missing in a line. | id: chuyen-muc
    50:13 UNKNOWN_REFERENCE error There is no outlet with the id “bao-tinh”. | The ids are: truyen-hinh, bao.
    """

  private static let vietnamese = """
    1:7 BAD_ID error Mã “Kế hoạch 2026” chỉ được có chữ a–z, số 0–9 và dấu gạch nối (không đứng đầu), tối đa 60 ký tự. \
    | Viết: ke-hoach-2026
    3:1 DUPLICATE_KEY error Khóa “title” đã có ở dòng 2. | Giữ lại một, gộp nội dung nếu cần.
    5:7 BAD_ZONE error Không có múi giờ “Asia/Hanoi” trong cơ sở dữ liệu IANA. | zone: Asia/Ho_Chi_Minh
    7:33 BAD_DATE error Không có ngày “20260230”: tháng 2 năm đó có 28 ngày. \
    | Viết năm-tháng-ngày (2026-04-04), hoặc ngày trước, tháng sau (04/04/2026; ngày 4 tháng 4 năm 2026).
    8:1 UNKNOWN_KEY error Trong kế hoạch không có khóa “unit”. | Có phải là “units”? Viết: units:
    13:11 UNKNOWN_WORD error “televison” không phải một trong các từ: television, radio, newspaper, website, outdoor, print, event, loudspeakers, social-page. \
    | Có phải là “television”?
    15:34 BAD_RULE error Quy tắc lặp “FREQ=HOURLY” không dùng được: không lặp theo “HOURLY” được. \
    | Dùng FREQ=DAILY, WEEKLY, MONTHLY hoặc YEARLY, ví dụ: FREQ=WEEKLY;BYDAY=TH (thứ Năm hằng tuần), FREQ=MONTHLY;BYDAY=-1SA (thứ Bảy cuối tháng).
    16:43 BAD_TIME error “5 giờ sáng” không phải giờ trong ngày. \
    | Viết ví dụ "20:15", 18h45, 18 giờ 45 hoặc 24 giờ.
    22:50 UNKNOWN_KEY error Trong ngoặc { }, dấu phẩy cắt giá trị của “rule” ra từ đây. \
    | rule: "FREQ=WEEKLY;BYDAY=MO,WE"
    23:31 DATE_OUTSIDE_YEAR error Ngày 2025-12-31 không thuộc năm kế hoạch, từ 01/01/2026 đến 31/12/2026. \
    | Kiểm tra lại ngày này và `year`; kế hoạch kéo sang năm khác thì ghi `from` và `to` của kế hoạch.
    25:51 WINDOW_EMPTY error Khoảng thời gian kết thúc (2026-02-14) trước khi bắt đầu (2026-02-20). \
    | Viết cả hai ngày như văn bản của kế hoạch: from không sau to.
    31:12 BAD_QUANTITY error “2.5” không phải số viết theo cách của tiếng Việt (dấu chấm ngăn hàng nghìn, dấu phẩy là \
    thập phân). | \(QuantityRefusal.forms.vi)
    32:24 BAD_LANGUAGE error “tiếng Mong” không phải tên hay mã ngôn ngữ. | Có phải là “Mông”?
    38:12 UNKNOWN_REFERENCE error Không có khung giờ nào có mã “so-boa”. | Có phải là “so-bao”?
    39:18 MINIMUM_ABOVE_MAXIMUM error Tháng 2: số ít nhất (3) lớn hơn số nhiều nhất (1). | Đối chiếu cả hai con số với văn bản: một trong hai không phải của chỉ tiêu này, hoặc của khoảng thời gian khác.
    39:24 BAD_NUMBER error “13” không phải số nguyên từ 1 đến 12. \
    | Viết một số trong khoảng đó, chỉ dùng chữ số.
    40:9 DUPLICATE_ID error Mã “bao-in” đã dùng ở dòng 33. | Đặt mã khác, ví dụ: bao-in-2
    46:14 BAD_NUMBER error Danh sách trọng số có 3 số; một năm có 12 tháng. \
    | weights: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    48:12 MISSING_KEY error Thiếu “id” trong chỉ tiêu. | id: chuyen-muc
    50:13 UNKNOWN_REFERENCE error Không có kênh nào có mã “bao-tinh”. | Các mã đã có: truyen-hinh, bao.
    """
}
