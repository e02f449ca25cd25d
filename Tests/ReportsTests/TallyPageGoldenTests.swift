import ScheduleModel
import Testing

@testable import Reports

@Test("The whole page of a small plan, but for its style")
func page_golden() {
  let expected = #"""
    <!DOCTYPE html>
    <html lang="vi">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Tuyên truyền cải cách hành chính năm 2018</title>
    <style>
    STYLE
    </style>
    </head>
    <body>
    <header>
    <p class="kind">KẾT QUẢ THỰC HIỆN KẾ HOẠCH</p>
    <h1>Tuyên truyền cải cách hành chính năm 2018</h1>
    <p>Kỳ báo cáo: quý I năm 2018, từ ngày 15/12/2017 đến hết ngày 14/03/2018</p>
    <p>Kế hoạch: số 424/KH-UBND, ngày 04/04/2018, UBND tỉnh</p>
    <p>Nhật ký phát sóng có đến hết ngày 14/03/2018</p>
    </header>
    <main>
    <p class="hint">Kéo ngang bảng để xem hết các cột.</p>
    <div class="tiles">
    <div class="tile"><p class="label">Tổng cấp tỉnh</p><p class="value">ít nhất 3 <small>Thực hiện</small></p><p>Xếp lịch: 7 · Kế hoạch năm: – · Số đã công bố: hơn 603 tin, bài, ảnh</p></div>
    </div>
    <section>
    <h2>1. Kế hoạch và kết quả thực hiện</h2>
    <div class="table">
    <table>
    <thead><tr>
    <th scope="col" class="words">STT</th>
    <th scope="col" class="name">Nội dung, hình thức</th>
    <th scope="col" class="words short">ĐVT</th>
    <th scope="col" class="number">Kế hoạch năm</th>
    <th scope="col" class="number">Xếp lịch</th>
    <th scope="col" class="number">Thực hiện kỳ báo cáo</th>
    <th scope="col" class="number">Lũy kế từ đầu năm</th>
    <th scope="col" class="number">Tỷ lệ % TH/KH</th>
    <th scope="col" class="number">Số đã công bố</th>
    <th scope="col" class="words">Ghi chú</th>
    </tr></thead>
    <tbody>
    <tr class="group">
    <td class="words">I</td>
    <th scope="row" class="name">CẤP TỈNH</th>
    <td class="words short"></td>
    <td class="number"></td>
    <td class="number"></td>
    <td class="number"></td>
    <td class="number"></td>
    <td class="number"></td>
    <td class="number"></td>
    <td class="words"></td>
    </tr>
    <tr class="line">
    <td class="words">1</td>
    <th scope="row" class="name">Cải cách hành chính Nhà nước (chuyên mục)</th>
    <td class="words short">kỳ</td>
    <td class="number">4</td>
    <td class="number">4</td>
    <td class="number"><details name="rows"><summary title="Các dòng nhật ký đã đếm">2</summary><div class="rows"><p>Các dòng nhật ký đã đếm</p><p><b>nhat-ky.csv</b>, dòng 2, 3</p></div></details></td>
    <td class="number">2</td>
    <td class="number">50,00%</td>
    <td class="number quiet">–</td>
    <td class="words">1 phát lệch giờ; 1 chưa thực hiện; 1 chưa có nhật ký</td>
    </tr>
    </tbody>
    </table>
    </div>
    </section>
    <section>
    <h2>2. Từng chỉ tiêu theo tháng</h2>
    <p>Đã thực hiện / đã xếp lịch, trong năm kế hoạch.</p>
    <p>Tháng và quý ở đây là tháng, quý dương lịch, không chốt ngày 14 như kỳ báo cáo ND09_2019.</p>
    <div class="table">
    <table>
    <thead><tr>
    <th scope="col" class="words">STT</th>
    <th scope="col" class="name">Nội dung, hình thức</th>
    <th scope="col" class="number">Kế hoạch năm</th>
    <th scope="col" class="number">T1</th>
    <th scope="col" class="number">T2</th>
    <th scope="col" class="number">T3</th>
    <th scope="col" class="number">T4</th>
    <th scope="col" class="number">T5</th>
    <th scope="col" class="number">T6</th>
    <th scope="col" class="number">T7</th>
    <th scope="col" class="number">T8</th>
    <th scope="col" class="number">T9</th>
    <th scope="col" class="number">T10</th>
    <th scope="col" class="number">T11</th>
    <th scope="col" class="number">T12</th>
    <th scope="col" class="number">Cộng</th>
    </tr></thead>
    <tbody>
    <tr class="line">
    <td class="words">1</td>
    <th scope="row" class="name">Cải cách hành chính Nhà nước (chuyên mục)</th>
    <td class="number">4</td>
    <td class="number quiet">0/0</td>
    <td class="number quiet">0/0</td>
    <td class="number quiet">0/0</td>
    <td class="number">2/2</td>
    <td class="number">–/1</td>
    <td class="number quiet">–/0</td>
    <td class="number quiet">–/0</td>
    <td class="number quiet">–/0</td>
    <td class="number quiet">–/0</td>
    <td class="number quiet">–/0</td>
    <td class="number quiet">–/0</td>
    <td class="number">–/1</td>
    <td class="number">2/4</td>
    </tr>
    </tbody>
    </table>
    </div>
    </section>
    <section>
    <h2>3. Các tổng</h2>
    <div class="table">
    <table>
    <thead><tr>
    <th scope="col" class="name">Nội dung, hình thức</th>
    <th scope="col" class="number">Kế hoạch năm</th>
    <th scope="col" class="number">Xếp lịch</th>
    <th scope="col" class="number">Thực hiện</th>
    <th scope="col" class="number">Số đã công bố</th>
    <th scope="col" class="words">Ghi chú</th>
    </tr></thead>
    <tbody>
    <tr class="line">
    <th scope="row" class="name">Tổng cấp tỉnh</th>
    <td class="number quiet">–</td>
    <td class="number">7</td>
    <td class="number">3</td>
    <td class="number">hơn 603 tin, bài, ảnh</td>
    <td class="words">cộng mục 1, bai-bao, trang-huyen; không cộng mục phong-su vì đã nằm trong mục khác; nhật ký không có mục bai-bao, trang-huyen</td>
    </tr>
    </tbody>
    </table>
    </div>
    </section>
    <section>
    <h2>4. Phân theo nhóm</h2>
    <figure>
    <svg viewBox="0 0 108 226" width="108" height="226" role="img" aria-labelledby="chart-title chart-summary">
    <title id="chart-title">Xếp lịch và thực hiện theo tháng</title>
    <desc id="chart-summary">T4: xếp lịch 4, thực hiện 4</desc>
    <line class="tick" x1="40" x2="108" y1="198" y2="198"/><text class="axis" x="34" y="202" text-anchor="end">0</text>
    <line class="tick" x1="40" x2="108" y1="153" y2="153"/><text class="axis" x="34" y="157" text-anchor="end">1</text>
    <line class="tick" x1="40" x2="108" y1="108" y2="108"/><text class="axis" x="34" y="112" text-anchor="end">2</text>
    <line class="tick" x1="40" x2="108" y1="63" y2="63"/><text class="axis" x="34" y="67" text-anchor="end">3</text>
    <line class="tick" x1="40" x2="108" y1="18" y2="18"/><text class="axis" x="34" y="22" text-anchor="end">4</text>
    <rect class="scheduled" x="49" y="18" width="22" height="180"/><text class="figure" x="60" y="14" text-anchor="middle">4</text>
    <rect class="aired" x="73" y="18" width="22" height="180"/><text class="figure" x="84" y="14" text-anchor="middle">4</text>
    <text class="axis" x="72" y="218" text-anchor="middle">T4</text>
    </svg>
    <figcaption><span class="key scheduled"></span>Xếp lịch<span class="key aired"></span>Thực hiện</figcaption>
    </figure>
    <div class="table">
    <table>
    <caption>Theo tháng (đếm tác phẩm gốc; tháng dương lịch)</caption>
    <thead><tr>
    <th scope="col" class="name">Tháng</th>
    <th scope="col" class="number">Xếp lịch</th>
    <th scope="col" class="number">Thực hiện</th>
    <th scope="col" class="number">Lệch giờ</th>
    <th scope="col" class="number">Khác ngày</th>
    <th scope="col" class="number">Ngoài lịch</th>
    <th scope="col" class="number">Chưa thực hiện</th>
    <th scope="col" class="number">Nhường sóng</th>
    <th scope="col" class="number">Chưa có nhật ký</th>
    </tr></thead>
    <tbody>
    <tr class="line">
    <th scope="row" class="name">tháng 4 năm 2018</th>
    <td class="number">4</td>
    <td class="number">4</td>
    <td class="number">1</td>
    <td class="number quiet">0</td>
    <td class="number quiet">0</td>
    <td class="number quiet">0</td>
    <td class="number quiet">0</td>
    <td class="number quiet">0</td>
    </tr>
    </tbody>
    </table>
    </div>
    </section>
    <section>
    <h2>5. Kết quả đạt được</h2>
    <p>Công tác tuyên truyền đi vào nề nếp.</p>
    </section>
    <section>
    <h2>6. Tồn tại, hạn chế</h2>
    <p>Hình thức chưa phong phú.</p>
    <p>Cấp xã hiệu quả chưa cao.</p>
    </section>
    </main>
    <footer>
    <h2>Cách đếm</h2>
    <ul>
    <li>Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp sóng và đăng thêm kênh không tính là tác phẩm mới.</li>
    <li>“–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác hoặc tối thiểu.</li>
    <li>Lũy kế và tỷ lệ tính từ ngày 15/12/2017 đến hết kỳ báo cáo.</li>
    <li>Quy tắc kỳ báo cáo ND09_2019: từ ngày 15 tháng trước kỳ đến ngày 14 tháng cuối kỳ.</li>
    </ul>
    </footer>
    </body>
    </html>

    """#
  let html = TallyReport.html(SampleTally.onePage, language: .vietnamese)
  let parts = html.split(separator: TallyPage.styleSheet, omittingEmptySubsequences: false)
  #expect(parts.joined(separator: "STYLE") == expected)
}
