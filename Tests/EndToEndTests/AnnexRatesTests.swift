import Testing

/// A made-up annex with a rate or a limit in each row.
@Suite("The rates and limits of an annex are read by the grammar of quantities")
struct AnnexRatesTests {
  @Test("a range, a limit and words stay what they are; a rate by day or week is told as one")
  func rangesAndRates() throws {
    let (lines, told, _) = try AnnexTruthTests().made(
      of: """
        STT,Nội dung,Hình thức,Số lượng,Thời gian
        1,Phóng sự truyền hình,phóng sự,từ 3 đến 4 kỳ/tháng,Quý III
        2,Tọa đàm truyền hình,tọa đàm,tối đa 2 kỳ/quý,Cả năm
        3,Tin truyền hình,tin,ít nhất 5 tin/tháng,Quý IV
        4,Bài truyền hình,bài,hàng chục bài,
        5,Bản tin truyền hình,bản tin,2 bản tin mỗi tuần,Cả năm
        6,Chuyên mục truyền hình,chuyên mục,6 kỳ/năm,Từ quý III
        7,Ký sự truyền hình,ký sự,12 - 18 kỳ,1 - 2 kỳ/tháng; 9 tháng đầu năm
        8,Phim truyền hình,phim,8 - 12 phim,2 - 3 phim/quý

        """, year: 2027)
    #expect(
      lines == """
          - id: phong-su-truyen-hinh
            title: "Phóng sự truyền hình"
            form: "phóng sự"
            outlet: truyen-hinh
            quota: "9 - 12 kỳ"
            from: 2027-07-01
            to: 2027-09-30
            months: { 7: 3..4, 8: 3..4, 9: 3..4 }
            row: "1"
            note: "từ 3 đến 4 kỳ/tháng"
          - id: toa-dam-truyen-hinh
            title: "Tọa đàm truyền hình"
            form: "tọa đàm"
            outlet: truyen-hinh
            quota: "tối đa 8 kỳ"
            counts: [{ count: works, ceiling: 2, every: quarter }]
            row: "2"
            note: "tối đa 2 kỳ/quý"
          - id: tin-truyen-hinh
            title: "Tin truyền hình"
            form: "tin"
            outlet: truyen-hinh
            quota: "ít nhất 15 tin"
            from: 2027-10-01
            months: { 10: 5.., 11: 5.., 12: 5.. }
            row: "3"
            note: "ít nhất 5 tin/tháng"
          - id: bai-truyen-hinh
            title: "Bài truyền hình"
            form: "bài"
            outlet: truyen-hinh
            quota: "hàng chục bài"
            row: "4"
          - id: ban-tin-truyen-hinh
            title: "Bản tin truyền hình"
            form: "bản tin"
            outlet: an-pham
            row: "5"
            note: "số lượng: 2 bản tin mỗi tuần"
          - id: chuyen-muc-truyen-hinh
            title: "Chuyên mục truyền hình"
            form: "chuyên mục"
            outlet: truyen-hinh
            from: 2027-07-01
            row: "6"
            note: "số lượng: 6 kỳ/năm"
          - id: ky-su-truyen-hinh
            title: "Ký sự truyền hình"
            form: "ký sự"
            outlet: truyen-hinh
            quota: "12 - 18 kỳ"
            to: 2027-09-30
            row: "7"
            note: "thời gian: 1 - 2 kỳ/tháng; 9 tháng đầu năm"
          - id: phim-truyen-hinh
            title: "Phim truyền hình"
            form: "phim"
            outlet: truyen-hinh
            quota: "8 - 12 phim"
            counts: [{ count: works, floor: 2, ceiling: 3, every: quarter }]
            row: "8"
            note: "2 - 3 phim/quý"

        """)
    #expect(
      told == """
        pl.csv:6:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Bản tin truyền hình”: “2 bản tin mỗi tuần” là tần suất, không phải số của năm; giữ nguyên trong ghi chú, chỉ tiêu chưa có quota.
          Cách sửa: Ghi quota: "2 bản tin/tuần" vào chỉ tiêu rồi chạy lichsong check: phần kiểm tra nêu tổng số của những ngày chỉ tiêu chạy và cách xét từng kỳ.

        pl.csv:7:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Chuyên mục truyền hình”: “6 kỳ/năm” là tần suất, không phải số của năm; giữ nguyên trong ghi chú, chỉ tiêu chưa có quota.
          Cách sửa: Ghi quota: "6 kỳ/năm" vào chỉ tiêu rồi chạy lichsong check: phần kiểm tra nêu tổng số của những ngày chỉ tiêu chạy và cách xét từng kỳ.

        pl.csv:8:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Ký sự truyền hình”: chưa hiểu thời gian “1 - 2 kỳ/tháng; 9 tháng đầu năm”; giữ nguyên trong ghi chú, chỉ tiêu chưa có from, to.
          Cách sửa: Viết khoảng ngày vào from và to của chỉ tiêu, hoặc để trống nếu là cả năm.

        3 cảnh báo

        """)
  }
}
