import Foundation
import Testing

@Suite("A plan of which only lower units report, from their tables to the certificate")
struct DeclaredOnlyTests {
  private static let plan = """
    plan: tinh-2025
    title: Tuyên truyền tỉnh năm 2025 (số liệu minh họa)
    year: 2025
    units:
      tinh: { name: UBND tỉnh, level: province }
      huyen-a: { name: UBND huyện A, level: district, parent: tinh }
      huyen-b: { name: UBND huyện B, level: district, parent: tinh }
    outlets: {}
    lines:
      - { id: tin, title: Tin của các huyện, form: "tin, bài", quota: "100 tin, bài", scheduled: false, level: district }

    """

  @Test("a title above the header hides no figure; the close names the units that have not reported")
  func close() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write(
      "bao-cao.csv",
      """
      "BÁO CÁO SỐ LIỆU QUÝ I NĂM 2025, UBND HUYỆN A",,,
      đơn vị,kỳ báo cáo,chỉ tiêu,số liệu
      UBND huyện A,Quý I năm 2025,Tin của các huyện,"12 tin, 3 bài"

      """)
    let imported = try station.run(
      "import", station.folder + "/bao-cao.csv", "--by", "An", "--at", "2025-04-02T08:00", language: "vi")
    #expect(imported.errors == "")
    #expect(imported.status == 0)
    let closed = try station.run(
      "close", "--period", "2025-Q1", "--by", "An", "--at", "2025-04-05T08:00", language: "vi")
    #expect(closed.status == 0, "\(closed.errors)")
    #expect(
      closed.output == """
                            ………………………                             CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                            Số: ……/……                                Độc lập - Tự do - Hạnh phúc
                                                                   ……………, ngày 05 tháng 4 năm 2025

                                               BIÊN BẢN CHỐT SỐ LIỆU
                      (Kỳ báo cáo: quý I năm 2025, từ ngày 01/01/2025 đến hết ngày 31/03/2025)

        Hồi 08 giờ 00 ngày 05/04/2025, An chốt số liệu thực hiện “Tuyên truyền tỉnh năm 2025 (số liệu minh
        họa)”, theo số liệu các đơn vị kê khai, không có nhật ký, so với chỉ tiêu đang có hiệu lực.

        STT  Nội dung/Hình thức  Kế hoạch năm  Xếp lịch   Thực hiện  Chưa thực  Lũy kế từ
                                                         kỳ báo cáo       hiện    đầu năm
        ───  ──────────────────  ────────────  ────────  ──────────  ─────────  ─────────
        1    Tin của các huyện   100 tin, bài         0           –          –          –

        Số liệu kê khai                            Số
        ────────────────────────────────  ───────────
        Tin của các huyện (UBND huyện A)  15 tin, bài

        Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp
        sóng và đăng thêm kênh không tính là tác phẩm mới.
        “–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác
        hoặc tối thiểu.
        Không có nhật ký: cột thực hiện ghi “–”; số liệu là của các đơn vị kê khai ở bảng trên.
        Đơn vị chưa báo cáo (chưa có số, không phải là 0): Tin của các huyện: UBND huyện B.
        Mã kiểm chứng (SHA-256) của bản chốt số 1:
        9c498ad1e8237df10ea0d9e78384b3a0c4bd108032f530cbd4fbf2f1709cdceb

                        NGƯỜI CHỐT SỐ LIỆU                                    ………………………
                       (Ký, ghi rõ họ tên)                        (Ký tên, ghi rõ họ tên, đóng dấu)


                                An

        """)
    let verified = try station.run("verify", language: "vi")
    #expect(verified.status == 0, "\(verified.output)")
  }

  @Test("a figure that lies in another unit's stands on the certificate, not added, with the reason")
  func insideAnother() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write(
      "bao-cao.csv",
      """
      đơn vị,kỳ báo cáo,chỉ tiêu,số liệu,gồm cả
      UBND huyện A,Quý I năm 2025,Tin của các huyện,40 tin,UBND huyện B
      UBND huyện B,Quý I năm 2025,Tin của các huyện,hơn 12 tin,không

      """)
    let imported = try station.run(
      "import", station.folder + "/bao-cao.csv", "--by", "An", "--at", "2025-04-02T08:00", language: "vi")
    #expect(imported.status == 0, "\(imported.errors)")
    let preview = try station.run("close", "--period", "2025-Q1", language: "vi")
    let closed = try station.run(
      "close", "--period", "2025-Q1", "--by", "An", "--at", "2025-04-05T08:00", language: "vi")
    for text in [preview.output, closed.output] {
      let rows = text.split(separator: "\n").map {
        $0.split(separator: "  ", omittingEmptySubsequences: true)
      }
      .map { $0.map { $0.trimmingCharacters(in: .whitespaces) } }
      let first = try #require(rows.firstIndex { $0.first == "Số liệu kê khai" })
      let last = try #require(rows.firstIndex { $0.first == "Số liệu kê khai không cộng" })
      #expect(rows[first + 2] == ["Tin của các huyện (UBND huyện A)", "40 tin"])
      #expect(rows[last] == ["Số liệu kê khai không cộng", "Số", "Lý do"])
      #expect(rows[last + 2].dropLast() == ["Tin của các huyện (UBND huyện B)", "hơn 12 tin"])
      let reason = [rows[last + 2].last ?? "", rows[last + 3].first ?? ""].joined(separator: " ")
      #expect(reason.hasPrefix("đã gồm trong UBND huyện A"))
    }
    #expect(try station.run("verify", language: "vi").status == 0)
    let result = try station.run("report", "--layout", "result", "--period", "2025-Q1", language: "en").output
    #expect(result.contains("What units declared for the period (2 figures) is not in it"), "\(result)")
  }

  @Test("a figure that comes in afterwards restates the close")
  func restated() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    func declare(_ unit: String, _ figure: String, at time: String) throws {
      try station.write(
        "\(unit).csv", "unit,period,line,value\n\(unit),2025-Q1,tin,\"\(figure)\"\n")
      let imported = try station.run(
        "import", "\(station.folder)/\(unit).csv", "--by", "An", "--at", time, language: "vi")
      #expect(imported.status == 0, "\(imported.errors)")
    }
    try declare("huyen-a", "12 tin", at: "2025-04-02T08:00")
    let first = try station.run(
      "close", "--period", "2025-Q1", "--by", "An", "--at", "2025-04-05T08:00", language: "vi")
    #expect(first.status == 0, "\(first.errors)")
    try declare("huyen-b", "20 tin", at: "2025-04-06T08:00")
    let again = try station.run(
      "close", "--period", "2025-Q1", "--by", "An", "--at", "2025-04-07T08:00", language: "vi")
    #expect(again.status == 1)
    #expect(
      again.output == """
        Số liệu thay đổi

        Nội dung                          Số               Đã chốt  Nay là
        ────────────────────────────────  ───────────────  ───────  ──────
        Tin của các huyện (UBND huyện B)  số liệu kê khai        –  20 tin

        """)
  }

  @Test(
    "a half-year of which a unit reported one quarter is closed with that quarter, and keeps the names of its day"
  )
  func partly() throws {
    let station = try Station(plan: Self.plan + "office: { name: Sở Nội vụ, signer: Lò Văn Tám }\n")
    defer { station.remove() }
    try station.write(
      "a.csv",
      "unit,period,line,value\nhuyen-a,2025-H1,tin,12 tin\nhuyen-b,2025-Q1,tin,20 tin\nhuyen-b,2025-Q2,tin,no data\n"
    )
    let imported = try station.run(
      "import", station.folder + "/a.csv", "--by", "An", "--at", "2025-07-02T08:00", language: "vi")
    #expect(imported.status == 0, "\(imported.errors)")
    let sums = try station.run("consolidate", "--period", "2025-H1", language: "vi")
    #expect(sums.output.contains("ít nhất 32 tin"), "\(sums.output)")
    let csv = try station.run("consolidate", "--period", "2025-H1", "--format", "csv", language: "vi")
    #expect(
      csv.output.contains("line,tin,,,2025-H1,32,at-least,tin,,1,2,,,,,,,,,,100,,,huyen-b"), "\(csv.output)")
    #expect(csv.output.contains(",partial,"))
    let json = try station.run("consolidate", "--period", "2025-H1", "--format", "json", language: "vi")
    #expect(json.output.contains("\"partial\" : [\n"), "\(json.output)")
    let year = try station.run("consolidate", "--period", "năm", language: "vi")
    #expect(
      year.output.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(
        "UBND huyện A Tin của các huyện 6 tháng đầu năm 6 tháng cuối năm"), "\(year.output)")
    let status = try station.run("status", "--at", "2025-10-04T08:00", language: "vi")
    let sentence =
      "Số liệu kê khai quý III năm 2025: 2 đơn vị còn chỉ tiêu chưa báo cáo; xem đơn vị nào rồi đôn đốc:"
    #expect(status.output.contains(sentence), "\(status.output)")
    #expect(status.output.contains("lichsong consolidate \(station.folder) --period 2025-Q3"))
    #expect(!status.output.contains("publish"))
    let july = try station.run("status", "--at", "2025-07-04T08:00", language: "vi")
    #expect(july.output.contains("Hiện không có việc gì cần làm."), "\(july.output)")
    let closed = try station.run(
      "close", "--period", "2025-H1", "--by", "An", "--at", "2025-07-05T08:00", language: "vi")
    #expect(closed.status == 0, "\(closed.errors)")
    #expect(closed.output.contains("Tin của các huyện (UBND huyện B, quý I)"))
    let flat = closed.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      flat.contains(
        "Đơn vị báo cáo một phần kỳ (phần còn lại chưa biết, không phải là 0): Tin của các huyện: UBND huyện B "
          + "(có quý I; không có số liệu quý II)."))
    #expect(!flat.contains("Đơn vị chưa báo cáo"))
    let plan = try String(contentsOfFile: station.folder + "/plan.yaml", encoding: .utf8)
    try station.write(
      "plan.yaml",
      plan.replacing("Tin của các huyện", with: "Tin cấp huyện").replacing("Lò Văn Tám", with: "Lý Thị Chín"))
    let again = try station.run(
      "close", "--period", "2025-H1", "--by", "An", "--at", "2025-08-05T08:00", language: "vi")
    #expect(again.output == closed.output)
    #expect(again.errors.contains("từ đó kế hoạch đã đổi tên"), "\(again.errors)")
    let verified = try station.run("verify", language: "vi")
    #expect(verified.status == 0)
    #expect(
      verified.output.hasSuffix(
        """
        2025-H1: tên đã đổi sau khi chốt

        Tên của   Khi chốt           Nay
        ────────  ─────────────────  ─────────────
        người ký  Lò Văn Tám         Lý Thị Chín
        chỉ tiêu  Tin của các huyện  Tin cấp huyện

        """), "\(verified.output)")
  }

  @Test(
    "a close of before, without the part that a unit reported, is confirmed as it was and told to be incomplete now"
  )
  func closeWithoutParts() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write(
      "a.csv", "unit,period,line,value\nhuyen-a,2025-H1,tin,12 tin\nhuyen-b,2025-Q1,tin,20 tin\n")
    let imported = try station.run(
      "import", station.folder + "/a.csv", "--by", "An", "--at", "2025-07-02T08:00", language: "vi")
    #expect(imported.status == 0, "\(imported.errors)")
    let closed = try station.run(
      "close", "--period", "2025-H1", "--by", "An", "--at", "2025-07-05T08:00", language: "vi")
    #expect(closed.status == 0, "\(closed.errors)")
    _ = try ForgedEntry.replacing(station.entries("close")[0], inBookOf: station.folder) { body in
      body.split(separator: "\n", omittingEmptySubsequences: false).filter {
        !$0.hasPrefix("declared,huyen-b.tin")
      }.joined(separator: "\n")
    }
    let verified = try station.run("verify", language: "vi")
    #expect(verified.output.contains("đúng khi chốt, nay có thêm dữ liệu"), "\(verified.output)")
    #expect(verified.output.contains("Tin của các huyện (UBND huyện B, quý I)"))
    #expect(!verified.output.contains("tính lại khác số đã chốt"))
  }

  @Test("no consolidated paper is made while a table of a unit cannot be read")
  func refused() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write("declared/a.csv", "unit,period,line,value\nhuyen-a,2025-Q1,tin,12 tin\n")
    try station.write("declared/b.csv", "đơn vị,kỳ báo cáo,chỉ tiêu\nUBND huyện B,Quý I,Tin của các huyện\n")
    let paper = station.folder + "/tong-hop.docx"
    let made = try station.run("consolidate", "--period", "2025-Q1", "--out", paper, language: "vi")
    #expect(made.status == 1)
    let told = made.errors.replacing(station.folder + "/", with: "")
    #expect(
      told == """
        declared/b.csv:1:1: lỗi[DECLARED_ROW_BROKEN]: Dòng tiêu đề thiếu cột “số liệu”; không đọc được số liệu nào của tệp này.
          1 | đơn vị,kỳ báo cáo,chỉ tiêu
            | ^
          Cách sửa: Dòng tiêu đề đầy đủ: đơn vị,kỳ báo cáo,chỉ tiêu,số liệu,đơn vị tính,độ tin cậy,minh chứng,người báo cáo,ngày nhận,gồm cả,ghi chú

        1 lỗi
        Chưa lập văn bản tổng hợp: còn lỗi ở trên. Xem số liệu đã đọc được: bỏ --out.

        """)
    #expect(!FileManager.default.fileExists(atPath: paper))
  }
}
