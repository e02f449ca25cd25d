import ScheduleModel
import Testing

@testable import Planning

@Suite("The words of an annex are understood whole or not at all")
struct AnnexWordsTests {
  @Test(
    "a heading tells what its column is",
    arguments: [
      ("STT", "số thứ tự"), ("TT", "số thứ tự"), ("Nội dung tuyên truyền", "nội dung"),
      ("NHIỆM VỤ CỤ THỂ", "nội dung"), ("Sản phẩm/Hình thức", "hình thức"), ("Số lượng sản phẩm", "số lượng"),
      ("Đơn vị tính", "đơn vị tính"), ("Cơ quan chủ trì thực hiện", "đơn vị chủ trì"),
      ("Đơn vị phối hợp thực hiện", "đơn vị phối hợp"), ("Thời gian thực hiện", "thời gian"),
      ("Dự toán kinh phí (đồng)", "kinh phí"), ("Ghi chú", "ghi chú"), ("Kênh, phương tiện", "kênh"),
      ("Target", "số lượng"), ("Chỉ tiêu", "nội dung"), ("Kinh phí (đồng)", "kinh phí"),
      ("Điện thoại", nil), ("", nil),
    ] as [(String, String?)])
  func headings(text: String, meaning: String?) {
    #expect(AnnexColumn(heading: text)?.name.vi == meaning)
  }

  @Test(
    "a time is months or days of the plan's year",
    arguments: [
      ("Trong năm", "– –"), ("Cả năm 2027", "– –"), ("Hằng tháng", "– –"),
      ("Quý II", "2027-04-01 2027-06-30"),
      ("Quý I, II năm 2027", "– 2027-06-30"), ("Quý 3 - quý 4", "2027-07-01 –"),
      ("Tháng 3/2027", "2027-03-01 2027-03-31"), ("Tháng 2 đến tháng 4", "2027-02-01 2027-04-30"),
      ("Tháng 3, 6, 9", "2027-03-01 2027-09-30 3,6,9"), ("6 tháng đầu năm", "– 2027-06-30"),
      ("06 tháng đầu năm", "– 2027-06-30"), ("Sáu tháng cuối năm", "2027-07-01 –"),
      ("9 tháng đầu năm", "– 2027-09-30"),
      ("Trước ngày 30/6/2027", "– 2027-06-29"), ("Đến hết ngày 30/6", "– 2027-06-30"),
      ("Từ 05/3 đến 20/4", "2027-03-05 2027-04-20"), ("08/11/2027", "2027-11-08 2027-11-08"),
      ("2027-11-08", "2027-11-08 2027-11-08"), ("5/2027", "2027-05-01 2027-05-31"),
      ("Từ tháng 2", "2027-02-01 –"), ("Từ quý II/2027", "2027-04-01 –"),
      ("Trước tháng 9", "– 2027-08-31"), ("Đến hết tháng 6", "– 2027-06-30"),
      ("Trước quý III", "– 2027-06-30"), ("Từ tháng 2 đến hết tháng 4", "2027-02-01 2027-04-30"),
    ])
  func times(text: String, days: String) throws {
    let time = try #require(AnnexTime(text, year: 2027))
    let ends = [time.from, time.to].map { $0?.description ?? "–" }.joined(separator: " ")
    let months = time.hasGaps ? " " + time.months.sorted().map(String.init).joined(separator: ",") : ""
    #expect(ends + months == days)
  }

  @Test(
    "a time may say how often, or how many in which months",
    arguments: [
      ("02 kỳ/tháng", "2 1-12"), ("02 kỳ/tháng; Quý II/2027", "2 4-6"),
      ("Tháng 3 (01), 9 (02) năm 2027", "3:1 9:2"),
      ("Tháng 3 (01), tháng 9 (02)", "3:1 9:2"),
    ])
  func counts(text: String, told: String) throws {
    let time = try #require(AnnexTime(text, year: 2027))
    let months = time.months.sorted()
    let each = time.each.map { "\($0.value) \(months.first ?? 0)-\(months.last ?? 0)" }
    #expect(
      each ?? time.counts.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }.joined(separator: " ")
        == told)
  }

  @Test(
    "the document that an annex is attached to is read with number, day and issuer",
    arguments: [
      (
        "(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/01/2027 của Ủy ban nhân dân tỉnh Mẫu)",
        "15/KH-UBND 2027-01-20 Ủy ban nhân dân tỉnh Mẫu"
      ),
      ("Ban hành kèm theo Quyết định số: 7/QĐ-STTTT, ngày 5 tháng 3 năm 2027", "7/QĐ-STTTT 2027-03-05 –"),
      ("(Kèm theo Kế hoạch số     /KH-UBND ngày    /01/2027 của UBND tỉnh)", nil), ("PHỤ LỤC NĂM 2027", nil),
    ] as [(String, String?)])
  func documents(line: String, told: String?) {
    let document = AnnexDocument(in: ["PHỤ LỤC", line])
    #expect(document.map { "\($0.number) \($0.date) \($0.issuer ?? "–")" } == told)
  }

  @Test(
    "an amount is one in đồng, by itself or by its heading",
    arguments: [
      ("60 triệu đồng", "Kinh phí", 60_000_000), ("60.000.000", "Kinh phí (đồng)", 60_000_000),
      ("1,5", "Dự toán (triệu đồng)", 1_500_000), ("60", "Kinh phí", nil), ("60 triệu", "Kinh phí", nil),
      ("Ngân sách tỉnh", "Kinh phí (đồng)", nil), ("khoảng 60 triệu đồng", "Kinh phí", nil),
    ] as [(String, String, Int?)])
  func costs(text: String, heading: String, amount: Int?) {
    #expect(AnnexCost.amount(text, heading: heading) == amount)
  }

  @Test(
    "a cell of outlets names each with its kind; several in one name, and a name without a kind, are told",
    arguments: [
      ("Truyền hình tỉnh; Báo Mẫu", "Truyền hình tỉnh=television Báo Mẫu=newspaper"),
      ("VTV5 (truyền hình)", "VTV5=television"), ("Sóng FM", "Sóng FM=radio"),
      ("Chung: Báo A; Loa xã (truyền thanh cơ sở)", "+ Báo A=newspaper Loa xã=loudspeakers"),
      ("Trang thông tin điện tử Sở", "Trang thông tin điện tử Sở=website"),
      (
        "Cổng thông tin điện tử Sở Văn hóa, Thể thao và Du lịch",
        "Cổng thông tin điện tử Sở Văn hóa, Thể thao và Du lịch=website"
      ),
      ("Báo Văn hóa và Đời sống", "Báo Văn hóa và Đời sống=newspaper"),
      ("Pa nô, áp phích", "Pa nô, áp phích=outdoor"),
      ("Đài Truyền hình tỉnh", "Đài Truyền hình tỉnh=television"),
      ("Đài truyền thanh huyện", "Đài truyền thanh huyện=loudspeakers"),
      ("VTV5", "? VTV5"), ("Báo A; VTV5", "? VTV5"), ("Đài huyện", "? Đài huyện"), ("Đài tỉnh", "? Đài tỉnh"),
      ("Đài huyện (bản tin)", "? Đài huyện (bản tin)"),
      ("Đài PT-TH tỉnh", "nhiều loại kênh (truyền hình, phát thanh)"),
      ("Đài TT&TH huyện", "nhiều loại kênh (truyền hình, truyền thanh cơ sở)"),
      ("Đài Phát thanh và Truyền hình tỉnh", "nhiều loại kênh (truyền hình, phát thanh)"),
      ("Báo tỉnh và Đài tỉnh", "nhiều kênh (Báo tỉnh; Đài tỉnh)"),
      ("Báo A, Báo B", "nhiều kênh (Báo A; Báo B)"), ("Báo A/Báo B", "nhiều kênh (Báo A; Báo B)"),
      ("Báo A – Đài tỉnh", "nhiều kênh (Báo A; Đài tỉnh)"), ("-", nil), ("", nil),
    ] as [(String, String?)])
  func outlets(cell: String, told: String?) {
    let named = AnnexOutlet.named(in: cell).map { naming in
      switch naming {
      case .outlets(let outlets, let areTogether):
        (areTogether ? "+ " : "") + outlets.map { "\($0.name)=\($0.kind.rawValue)" }.joined(separator: " ")
      case .several(let what): what.vi
      case .unknownKind(let name): "? \(name)"
      }
    }
    #expect(named == told)
  }

  @Test(
    "a time that is not understood whole is none",
    arguments: [
      "Khi có chỉ đạo", "Quý V", "Tháng 13", "Quý II năm 2026", "Tháng 3 hoặc tháng 4", "Tháng 5 - 3",
      "31/02",
      "Tháng", "Quý I và sau đó", "02 kỳ/tháng; khi cần", "Tháng 3 (01), 3 (02)", "Tháng 13 (01)",
      "Sau khi kế hoạch được duyệt", "Trước tháng 1", "Từ tháng 13",
    ])
  func otherTimes(text: String) {
    #expect(AnnexTime(text, year: 2027) == nil)
  }

  @Test(
    "a figure is one for the year, or a rate",
    arguments: [
      ("23 kỳ", .year(Quantity(23, CountingUnit(["kỳ"])))),
      ("12", .year(Quantity(12, CountingUnit(["tin"])))),
      ("hơn 600 tin, bài, ảnh", .year(Quantity(600, .moreThan, CountingUnit(["tin", "bài", "ảnh"])))),
      ("02 kỳ/tháng", .rate(Quantity(.number(2), .exact, CountingUnit(["kỳ"]), rate: .every(1, .month)))),
      (
        "3 tin mỗi tháng", .rate(Quantity(.number(3), .exact, CountingUnit(["tin"]), rate: .every(1, .month)))
      ),
      (
        "3 tin trên tháng",
        .rate(Quantity(.number(3), .exact, CountingUnit(["tin"]), rate: .every(1, .month)))
      ),
      (
        "Mỗi quý: 01 bài",
        .rate(Quantity(.number(1), .exact, CountingUnit(["bài"]), rate: .every(1, .quarter)))
      ),
      ("", .none), ("-", .none), ("0", .unread("0")),
      ("01 kỳ/tuần", .rate(Quantity(.number(1), .exact, CountingUnit(["kỳ"]), rate: .every(1, .week)))),
      ("theo thực tế", .unread("theo thực tế")), ("12 kỳ và hơn nữa", .unread("12 kỳ và hơn nữa")),
      ("10 - 12 tin", .year(Quantity(.range(10, 12), .exact, CountingUnit(["tin"])))),
      ("hàng trăm tin", .year(Quantity(.words("hàng trăm"), .exact, CountingUnit(["tin"])))),
      (
        "hơn 2 tin/tháng",
        .rate(Quantity(.number(2), .moreThan, CountingUnit(["tin"]), rate: .every(1, .month)))
      ),
      (
        "từ 4 đến 6 tin/quý",
        .rate(Quantity(.range(4, 6), .exact, CountingUnit(["tin"]), rate: .every(1, .quarter)))
      ),
    ] as [(String, AnnexFigure)])
  func figures(text: String, figure: AnnexFigure) {
    #expect(AnnexFigure(text, unit: CountingUnit(["tin"])) == figure)
  }

  @Test(
    "a sum is named by the word for it, not by one that begins alike",
    arguments: [
      ("Tổng cộng", true), ("Tổng số tin", true), ("Cộng", true), ("Cộng mục I", true),
      ("Cộng (1 + 2)", true), ("Tổng", true), ("Tổng kinh phí", true), ("Tổng hợp số liệu", false),
      ("Công an tỉnh", false), ("Cộng tác viên", false), ("Công đoàn", false), ("Cộng đồng dân cư", false),
      ("Tổng kết năm", false),
    ])
  func sums(text: String, isTotal: Bool) {
    #expect(AnnexPlanBuilder.isTotal(text) == isTotal)
  }
}
