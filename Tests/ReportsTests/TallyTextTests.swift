import Reports
import ScheduleModel
import Testing

@Test("The whole report in Vietnamese: levels, versions apart, totals, groups, topics, what was left out")
func tally_vietnamese() {
  let expected = #"""
    KẾT QUẢ THỰC HIỆN KẾ HOẠCH
    Tuyên truyền cải cách hành chính năm 2018
    Kỳ báo cáo: năm 2018, từ ngày 01/01/2018 đến hết ngày 31/12/2018
    Kế hoạch: số 424/KH-UBND, ngày 04/04/2018, UBND tỉnh
    Nhật ký phát sóng có đến hết ngày 30/06/2018

    1. Kế hoạch và kết quả thực hiện

    STT  Nội dung, hình thức                   ĐVT             Kế hoạch  Xếp lịch   Thực hiện  Lũy kế từ  Tỷ lệ %  Số đã công  Ghi chú
                                                                    năm            kỳ báo cáo    đầu năm    TH/KH          bố
    ───  ────────────────────────────────────  ─────────────  ─────────  ────────  ──────────  ─────────  ───────  ──────────  ──────────────────────────────
    I    CẤP TỈNH
    1    Cải cách hành chính Nhà nước (chuyên  kỳ                     4         4           2          2   50,00%           –  1 phát lệch giờ; 1 chưa thực
         mục)                                                                                                                  hiện; 1 chưa có nhật ký
    2    Bài trên Báo tỉnh                     tin, bài, ảnh          –         3           2          2        –           3  kế hoạch không nêu số; 1 ngoài
                                                                                                                               lịch; 2 chưa thực hiện
    3    Phóng sự trong chuyên mục             phóng sự               2         0           –          –        –           –  nằm trong mục 1
    4    Hội thi dân vận khéo                  hội thi                1         0           –          –        –           –  lồng ghép trong “Hội nghị dân
                                                                                                                               vận”, không đếm
    II   CẤP HUYỆN
    5    Khẩu hiệu                             khẩu hiệu      ít nhất 2         2           1          1   50,00%           –  2 lượt phát, đăng; 1 chưa thực
                                                                                                                               hiện
    6    Trang tin và đài huyện                tin, bài, ảnh          –         0           –          –        –     hơn 600  kế hoạch không nêu số; một số
                                                                                                                               chung cho 2 kênh; gồm cả trang
                                                                                                                               tin của các sở
    III  CẤP XÃ                                                       –         –    không có          –        –           –
                                                                                      số liệu

    2. Từng chỉ tiêu theo tháng

    Đã thực hiện / đã xếp lịch, trong năm kế hoạch.

    STT  Nội dung, hình thức                    Kế hoạch   T1   T2   T3   T4   T5   T6   T7   T8   T9  T10  T11  T12  Cộng
                                                     năm
    ───  ────────────────────────────────────  ─────────  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ────
    1    Cải cách hành chính Nhà nước (chuyên          4  0/0  0/0  0/0  2/2  0/1  0/0  –/0  –/0  –/0  –/0  –/0  –/1   2/4
         mục)
    2    Bài trên Báo tỉnh                             –  0/0  0/0  0/0  1/1  1/1  0/1  –/0  –/0  –/0  –/0  –/0  –/0   2/3
    5    Khẩu hiệu                             ít nhất 2  0/0  0/0  0/0  1/1  0/1  0/0  –/0  –/0  –/0  –/0  –/0  –/0   1/2

    3. Bản tiếng dân tộc

    Đếm riêng, không cộng vào số tác phẩm gốc.

    STT  Nội dung, hình thức           Ngôn ngữ  Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có  Đã gửi
                                                                                                            hiện               nhật ký
    ───  ────────────────────────────  ────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ──────
    1    Cải cách hành chính Nhà nước  Mông             2          1         0          1           0          0            1        0       0
    1    Cải cách hành chính Nhà nước  Thái             1          0         0          0           0          1            0        0       0

    4. Các tổng

    Nội dung, hình thức  Kế hoạch năm  Xếp lịch  Thực hiện          Số đã công bố  Ghi chú
    ───────────────────  ────────────  ────────  ─────────  ─────────────────────  ────────────────────────────────────────────
    Tổng cấp tỉnh                   –         7          3  hơn 603 tin, bài, ảnh  cộng mục 1, 2, 6; không cộng mục 3 vì đã nằm
                                                                                   trong mục khác; nhật ký không có mục 6

    5. Phân theo nhóm

    Theo tháng (đếm tác phẩm gốc)

    Tháng             Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có
                                                                                 hiện               nhật ký
    ────────────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────
    tháng 4 năm 2018         4          4         1          0           0          0            0        0
    tháng 5 năm 2018         3          1         0          0           1          3            0        0

    Theo kênh, báo, đài (đếm tác phẩm gốc)

    Kênh, báo, đài    Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có          Số đã công bố
                                                                                 hiện               nhật ký
    ────────────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ─────────────────────
    Trang tin các sở         0          –         –          –           –          –            –        –  hơn 600 tin, bài, ảnh

    Theo cấp (đếm tác phẩm gốc)

    Cấp       Xếp lịch    Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có    Số đã công bố
                                                                           hiện               nhật ký
    ────────  ────────  ───────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ───────────────
    Cấp tỉnh         7            3         1          0           1          3            0        1  3 tin, bài, ảnh
    Cấp xã           –  không có số         –          –           –          –            –        –                –
                               liệu

    Theo ngôn ngữ (đếm bản theo ngôn ngữ)

    Ngôn ngữ  Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có
                                                                         hiện               nhật ký
    ────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────
    Mông             2          1         0          1           0          0            1        0

    6. Chủ đề và hình thức

    Trong ô là số thứ tự của các chỉ tiêu; cột quý là số tác phẩm đã xếp lịch.

    Chủ đề              chuyên mục  tin, bài, ảnh  Quý I  Quý II  Quý III  Quý IV  Ghi chú
    ──────────────────  ──────────  ─────────────  ─────  ──────  ───────  ──────  ────────────────────
    Thủ tục hành chính  1           2                  0       6        0       1
    Kỷ luật công vụ     –           –                  –       –        –       –  chưa có chỉ tiêu nào

    7. Nhật ký không được đếm

    Không tính 2 dòng nhật ký: không đọc được, lặp lại dòng khác, ngoài năm kế hoạch hoặc sau ngày chốt số liệu.

    Dòng nhật ký    Thời điểm         Kênh  Tên       Ghi chú
    ──────────────  ────────────────  ────  ────────  ───────────
    nhat-ky.csv:10  21/05/2018 06:00  vtv5  Gửi phát  đã gửi phát

    8. Kết quả đạt được

    Công tác tuyên truyền đi vào nề nếp.

    9. Tồn tại, hạn chế

    Hình thức chưa phong phú.
    Cấp xã hiệu quả chưa cao.

    10. Những điểm cần xem lại

    plan.yaml:10:5: cảnh báo[QUOTA_NOT_MET]: chỉ tiêu chuyen-muc mới đạt 2/4 kỳ
    1 cảnh báo

    * Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp sóng và
      đăng thêm kênh không tính là tác phẩm mới.
    * “–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác hoặc tối
      thiểu.
    * Lũy kế và tỷ lệ tính từ ngày 01/01/2018 đến hết kỳ báo cáo.
    * Quy tắc kỳ báo cáo CALENDAR_YEAR: theo tháng và năm dương lịch.

    """#
  #expect(TallyReport.text(SampleTally.input, language: .vietnamese) == expected)
}

@Test("Without a log nothing is 0 that nobody counted")
func tally_withoutLog() {
  let expected = #"""
    KẾT QUẢ THỰC HIỆN KẾ HOẠCH
    Tuyên truyền cải cách hành chính năm 2018
    Kỳ báo cáo: năm 2018, từ ngày 01/01/2018 đến hết ngày 31/12/2018
    Kế hoạch: số 424/KH-UBND, ngày 04/04/2018, UBND tỉnh
    Không có nhật ký phát sóng: chưa biết tác phẩm nào đã phát, cột thực hiện ghi “–”.

    1. Kế hoạch và kết quả thực hiện

    STT  Nội dung, hình thức                   ĐVT             Kế hoạch  Xếp lịch   Thực hiện  Lũy kế từ  Tỷ lệ %  Số đã công  Ghi chú
                                                                    năm            kỳ báo cáo    đầu năm    TH/KH          bố
    ───  ────────────────────────────────────  ─────────────  ─────────  ────────  ──────────  ─────────  ───────  ──────────  ──────────────────────────────
    I    CẤP TỈNH
    1    Cải cách hành chính Nhà nước (chuyên  kỳ                     4         4           –          –        –           –
         mục)
    2    Bài trên Báo tỉnh                     tin, bài, ảnh          –         3           –          –        –           3  kế hoạch không nêu số
    3    Phóng sự trong chuyên mục             phóng sự               2         0           –          –        –           –  nằm trong mục 1
    4    Hội thi dân vận khéo                  hội thi                1         0           –          –        –           –  lồng ghép trong “Hội nghị dân
                                                                                                                               vận”, không đếm
    II   CẤP HUYỆN
    5    Khẩu hiệu                             khẩu hiệu      ít nhất 2         2           –          –        –           –
    6    Trang tin và đài huyện                tin, bài, ảnh          –         0           –          –        –     hơn 600  kế hoạch không nêu số; một số
                                                                                                                               chung cho 2 kênh; gồm cả trang
                                                                                                                               tin của các sở
    III  CẤP XÃ                                                       –         –    không có          –        –           –
                                                                                      số liệu

    2. Từng chỉ tiêu theo tháng

    Số đã xếp lịch, trong năm kế hoạch.

    STT  Nội dung, hình thức                    Kế hoạch  T1  T2  T3  T4  T5  T6  T7  T8  T9  T10  T11  T12  Cộng
                                                     năm
    ───  ────────────────────────────────────  ─────────  ──  ──  ──  ──  ──  ──  ──  ──  ──  ───  ───  ───  ────
    1    Cải cách hành chính Nhà nước (chuyên          4   0   0   0   2   1   0   0   0   0    0    0    1     4
         mục)
    2    Bài trên Báo tỉnh                             –   0   0   0   1   1   1   0   0   0    0    0    0     3
    5    Khẩu hiệu                             ít nhất 2   0   0   0   1   1   0   0   0   0    0    0    0     2

    3. Bản tiếng dân tộc

    Đếm riêng, không cộng vào số tác phẩm gốc.

    STT  Nội dung, hình thức           Ngôn ngữ  Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có  Đã gửi
                                                                                                            hiện               nhật ký
    ───  ────────────────────────────  ────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ──────
    1    Cải cách hành chính Nhà nước  Mông             2          –         –          –           –          –            –        –       –
    1    Cải cách hành chính Nhà nước  Thái             1          –         –          –           –          –            –        –       –

    4. Các tổng

    Nội dung, hình thức  Kế hoạch năm  Xếp lịch  Thực hiện          Số đã công bố  Ghi chú
    ───────────────────  ────────────  ────────  ─────────  ─────────────────────  ────────────────────────────────────────────
    Tổng cấp tỉnh                   –         7          –  hơn 603 tin, bài, ảnh  cộng mục 1, 2, 6; không cộng mục 3 vì đã nằm
                                                                                   trong mục khác

    5. Phân theo nhóm

    Theo tháng (đếm tác phẩm gốc)

    Tháng             Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có
                                                                                 hiện               nhật ký
    ────────────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────
    tháng 4 năm 2018         4          –         –          –           –          –            –        –
    tháng 5 năm 2018         3          –         –          –           –          –            –        –

    Theo kênh, báo, đài (đếm tác phẩm gốc)

    Kênh, báo, đài    Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có          Số đã công bố
                                                                                 hiện               nhật ký
    ────────────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ─────────────────────
    Trang tin các sở         0          –         –          –           –          –            –        –  hơn 600 tin, bài, ảnh

    Theo cấp (đếm tác phẩm gốc)

    Cấp       Xếp lịch    Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có    Số đã công bố
                                                                           hiện               nhật ký
    ────────  ────────  ───────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────  ───────────────
    Cấp tỉnh         7            –         –          –           –          –            –        –  3 tin, bài, ảnh
    Cấp xã           –  không có số         –          –           –          –            –        –                –
                               liệu

    Theo ngôn ngữ (đếm bản theo ngôn ngữ)

    Ngôn ngữ  Xếp lịch  Thực hiện  Lệch giờ  Khác ngày  Ngoài lịch  Chưa thực  Nhường sóng  Chưa có
                                                                         hiện               nhật ký
    ────────  ────────  ─────────  ────────  ─────────  ──────────  ─────────  ───────────  ───────
    Mông             2          –         –          –           –          –            –        –

    6. Kết quả đạt được

    Công tác tuyên truyền đi vào nề nếp.

    7. Tồn tại, hạn chế

    Hình thức chưa phong phú.
    Cấp xã hiệu quả chưa cao.

    * Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp sóng và
      đăng thêm kênh không tính là tác phẩm mới.
    * “–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác hoặc tối
      thiểu.
    * Lũy kế và tỷ lệ tính từ ngày 01/01/2018 đến hết kỳ báo cáo.
    * Quy tắc kỳ báo cáo CALENDAR_YEAR: theo tháng và năm dương lịch.

    """#
  #expect(TallyReport.text(SampleTally.withoutLog, language: .vietnamese) == expected)
}

@Test("A plan without anything has a report that says so little")
func tally_empty() {
  let expected = #"""
    KẾT QUẢ THỰC HIỆN KẾ HOẠCH
    Kế hoạch trống
    Kỳ báo cáo: quý I năm 2018, từ ngày 15/12/2017 đến hết ngày 14/03/2018
    Không có nhật ký phát sóng: chưa biết tác phẩm nào đã phát, cột thực hiện ghi “–”.

    1. Kế hoạch và kết quả thực hiện

    Kế hoạch không có chỉ tiêu nào.

    * Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp sóng và
      đăng thêm kênh không tính là tác phẩm mới.
    * “–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác hoặc tối
      thiểu.
    * Lũy kế và tỷ lệ tính từ ngày 15/12/2017 đến hết kỳ báo cáo.
    * Quy tắc kỳ báo cáo ND09_2019: từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ.

    """#
  #expect(TallyReport.text(SampleTally.empty, language: .vietnamese) == expected)
}

@Test("A draft is no plan, a result is no plan, and a published “no data” is not 0")
func tally_notesOnFigures() {
  let expected = #"""
    KẾT QUẢ THỰC HIỆN KẾ HOẠCH
    Kế hoạch chưa ký
    Kỳ báo cáo: quý I năm 2018, từ ngày 15/12/2017 đến hết ngày 14/03/2018
    Kế hoạch: Sở Nội vụ, dự thảo
    Nhật ký phát sóng có đến hết ngày 14/03/2018

    1. Kế hoạch và kết quả thực hiện

    STT  Nội dung, hình thức  ĐVT  Kế hoạch  Xếp lịch   Thực hiện  Lũy kế từ  Tỷ lệ %   Số đã công  Ghi chú
                                        năm            kỳ báo cáo    đầu năm    TH/KH           bố
    ───  ───────────────────  ───  ────────  ────────  ──────────  ─────────  ───────  ───────────  ──────────────────────────────
    1    Bản nháp             kỳ          –         0           –          –        –            –  số dự thảo, chưa ký: 24 kỳ
    2    Kết quả              bài         –         0           –          –        –            –  kế hoạch không nêu số; báo cáo
                                                                                                    kết quả nêu 1.500 bài
    3    Loa xã               tin         –         0           –          –        –  không có số  kế hoạch không nêu số
                                                                                              liệu

    * Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp sóng và
      đăng thêm kênh không tính là tác phẩm mới.
    * “–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác hoặc tối
      thiểu.
    * Lũy kế và tỷ lệ tính từ ngày 15/12/2017 đến hết kỳ báo cáo.
    * Quy tắc kỳ báo cáo ND09_2019: từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ.

    """#
  #expect(TallyReport.text(SampleTally.unsigned, language: .vietnamese) == expected)
}
