import Testing

/// A made-up annex with a column of lengths.
@Suite("The lengths of an annex are read by the plan's grammar, whole or not at all")
struct AnnexLengthTests {
  @Test("a length, a range and one for each work are the line's; what is not understood is kept and told")
  func lengths() throws {
    let (lines, told, output) = try AnnexTruthTests().made(
      of: """
        STT,Nội dung,Hình thức,Số lượng,Thời lượng
        1,Phóng sự truyền hình,phóng sự,12 phóng sự,5 - 7 phút
        2,Chuyên mục truyền hình,chuyên mục,24 kỳ,15 phút/kỳ
        3,Tin truyền hình,tin,96 tin,02 phút
        4,Phim truyền hình,phim,4 phim,khoảng 20 phút
        5,Ký sự truyền hình,ký sự,2 ký sự,30
        6,Tờ gấp,tờ gấp,500 tờ,1 phút
        7,Bài truyền hình,bài,6 bài,

        """, year: 2027)
    #expect(
      lines == """
          - id: phong-su-truyen-hinh
            title: "Phóng sự truyền hình"
            form: "phóng sự"
            outlet: truyen-hinh
            quota: "12 phóng sự"
            length: 5 - 7 phút
            row: "1"
          - id: chuyen-muc-truyen-hinh
            title: "Chuyên mục truyền hình"
            form: "chuyên mục"
            outlet: truyen-hinh
            quota: "24 kỳ"
            length: 15 phút
            row: "2"
          - id: tin-truyen-hinh
            title: "Tin truyền hình"
            form: "tin"
            outlet: truyen-hinh
            quota: "96 tin"
            length: 2 phút
            row: "3"
          - id: phim-truyen-hinh
            title: "Phim truyền hình"
            form: "phim"
            outlet: truyen-hinh
            quota: "4 phim"
            row: "4"
            note: "thời lượng: khoảng 20 phút"
          - id: ky-su-truyen-hinh
            title: "Ký sự truyền hình"
            form: "ký sự"
            outlet: truyen-hinh
            quota: "2 ký sự"
            row: "5"
            note: "thời lượng: 30"
          - id: to-gap
            title: "Tờ gấp"
            form: "tờ gấp"
            outlet: an-pham
            quota: "500 tờ"
            scheduled: false
            row: "6"
            note: "Thời lượng: 1 phút"
          - id: bai-truyen-hinh
            title: "Bài truyền hình"
            form: "bài"
            outlet: truyen-hinh
            quota: "6 bài"
            row: "7"

        """)
    let remedy =
      "  Cách sửa: Viết thời lượng của một tác phẩm như trong văn bản, ví dụ: length: 15 phút hoặc length: 5 - 7 phút; nếu không rõ, để trống."
    #expect(
      told == """
        pl.csv:5:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Phim truyền hình”: chưa hiểu thời lượng “khoảng 20 phút”; giữ nguyên trong ghi chú, chỉ tiêu chưa có length.
        \(remedy)

        pl.csv:6:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Ký sự truyền hình”: chưa hiểu thời lượng “30”; giữ nguyên trong ghi chú, chỉ tiêu chưa có length.
        \(remedy)

        2 cảnh báo

        """)
    #expect(output.contains("“Số lượng”, “Thời lượng”.") && !output.contains("Cột không hiểu"))
  }

  @Test("numbers alone are in the unit of the heading; the length of all works together is none of one")
  func headings() throws {
    func line(_ heading: String, _ cell: String) throws -> String {
      try AnnexTruthTests().made(
        of: "STT,Nội dung,Hình thức,Số lượng,\(heading)\n1,Tin truyền hình,tin,96 tin,\(cell)\n", year: 2027
      ).lines.split(separator: "\n").dropFirst(5).map { $0.drop { $0 == " " } }.joined(separator: " | ")
    }
    #expect(try line("Thời lượng (phút)", "2") == "length: 2 phút | row: \"1\"")
    #expect(try line("Thời lượng (giờ)", "1") == "length: 60 phút | row: \"1\"")
    #expect(
      try line("Tổng thời lượng (phút)", "200") == "row: \"1\" | note: \"Tổng thời lượng (phút): 200\"")
  }

  @Test("a talk that its contents put on the air is no conference; of a station's, nobody says on which wave")
  func talks() throws {
    let (lines, told, _) = try AnnexTruthTests().made(
      of: """
        STT,Nội dung,Hình thức,Số lượng,Chủ trì
        1,Tọa đàm truyền hình về PAPI,tọa đàm,4 kỳ,Sở Nội vụ
        2,Tọa đàm về chuyển đổi số,tọa đàm,2 kỳ,Đài PT-TH tỉnh
        3,Tọa đàm với doanh nghiệp,tọa đàm,1 kỳ,Sở Nội vụ
        4,Hội nghị đối thoại,hội nghị đối thoại,1 hội nghị,Đài PT-TH tỉnh

        """, year: 2027)
    #expect(
      lines.split(separator: "\n").filter { $0.contains("outlet:") || $0.contains("scheduled:") }.map {
        String($0.drop { $0 == " " })
      } == ["outlet: truyen-hinh", "scheduled: false", "outlet: su-kien", "outlet: su-kien"])
    #expect(told.contains("“Tọa đàm về chuyển đổi số”") && told.contains("“Đài PT-TH tỉnh”"), "\(told)")
  }
}
