import CalendarClients
import Foundation
import Testing

/// Papers of a made-up station, from its Book to what is printed.
@Suite("Papers that an office signs, and the list for the wall")
struct OfficePaperTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-03-31
    office: { name: Đài PT-TH tỉnh Mẫu, above: UBND tỉnh Mẫu, place: Mẫu, signs: [KT. Giám đốc, Phó Giám đốc], signer: Lò Văn Mẫu }
    translators:
      to-mong: { name: Tổ tiếng Mông, per-week: 3 }
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
      mong: { name: Phát thanh tiếng Mông, kind: radio, grid: [{ id: sang, rule: FREQ=WEEKLY;BYDAY=MO, at: "05:30", length: 30m, pieces: 2, languages: [Mông, Dao] }] }
    lines:
      - id: cm
        title: Cải cách hành chính
        form: chuyên mục
        outlet: tv
        quota: 8
        person: Nguyễn Thị Hoa
        versions: { into: [Mông, Dao], after: 7d, outlet: mong, translator: { Mông: to-mong } }
        deadlines: { translation: { before: 4d, at: "16:00" }, approval: { before: 1d } }

    """

  @Test("what to translate this week and next, by language and person, with what is late above it")
  func tasks() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    let list = try station.run("report", "--layout", "tasks", "--week", "2026-01-21", language: "vi")
    #expect(list.status == 0, "\(list.errors)")
    #expect(
      list.output == """
                                            VIỆC CẦN LÀM TRƯỚC KHI PHÁT
                                            Một ví dụ (số liệu minh họa)
                                      (Từ ngày 19/01/2026 đến ngày 01/02/2026)

        Tuần từ 19/01/2026 đến 25/01/2026

        Hạn             Việc                              Bản gốc   Phát            Kênh
        ──────────────  ────────────────────────────────  ────────  ──────────────  ────────────────
                        Tiếng Dao – chưa phân công
        T5 22/01 16:00  Dịch: Cải cách hành chính, kỳ 2   T6 16/01  T2 26/01 05:30  Phát thanh tiếng
                                                                                    Mông
                        Tiếng Dao – Nguyễn Thị Hoa
        CN 25/01        Duyệt: Cải cách hành chính, kỳ 2            T2 26/01 05:30  Phát thanh tiếng
                                                                                    Mông
                        Tiếng Mông – Nguyễn Thị Hoa
        CN 25/01        Duyệt: Cải cách hành chính, kỳ 2            T2 26/01 05:30  Phát thanh tiếng
                                                                                    Mông
                        Tiếng Mông – Tổ tiếng Mông
        T5 22/01 16:00  Dịch: Cải cách hành chính, kỳ 2   T6 16/01  T2 26/01 05:30  Phát thanh tiếng
                                                                                    Mông

        Tuần từ 26/01/2026 đến 01/02/2026

        Hạn       Việc                              Bản gốc  Phát            Kênh
        ────────  ────────────────────────────────  ───────  ──────────────  ────────────────
                  Tiếng Việt – Nguyễn Thị Hoa
        T5 29/01  Duyệt: Cải cách hành chính, kỳ 3           T6 30/01 20:15  Truyền hình tỉnh

        """)
    let late = try station.run("report", "--layout", "tasks", "--week", "2026-01-26", "--outlet", "mong")
    #expect(
      late.output == """
                                               WORK TO DO BEFORE AIR
                                            Một ví dụ (số liệu minh họa)
                                               Phát thanh tiếng Mông
                                          (From 26/01/2026 to 08/02/2026)

        Past its deadline, not on the air yet (the Book does not tell what is done)

        Due        What                                   Original   On the air
        ─────────  ─────────────────────────────────────  ─────────  ──────────
                   Hmong – Nguyễn Thị Hoa
        Sun 25/01  Approve: Cải cách hành chính, no. 2               Mon 26/01
                                                                     05:30
                   Hmong – Tổ tiếng Mông
        Thu 22/01  Translate: Cải cách hành chính, no. 2  Fri 16/01  Mon 26/01
        16:00                                                        05:30
                   Iu Mien – nobody is named
        Thu 22/01  Translate: Cải cách hành chính, no. 2  Fri 16/01  Mon 26/01
        16:00                                                        05:30
                   Iu Mien – Nguyễn Thị Hoa
        Sun 25/01  Approve: Cải cách hành chính, no. 2               Mon 26/01
                                                                     05:30

        Week of 02/02/2026 to 08/02/2026

        Due        What                                   Original   On the air
        ─────────  ─────────────────────────────────────  ─────────  ──────────
                   Hmong – Nguyễn Thị Hoa
        Sun 08/02  Approve: Cải cách hành chính, no. 3               Mon 09/02
                                                                     05:30
                   Hmong – Tổ tiếng Mông
        Thu 05/02  Translate: Cải cách hành chính, no. 3  Fri 30/01  Mon 09/02
        16:00                                                        05:30
                   Iu Mien – nobody is named
        Thu 05/02  Translate: Cải cách hành chính, no. 3  Fri 30/01  Mon 09/02
        16:00                                                        05:30
                   Iu Mien – Nguyễn Thị Hoa
        Sun 08/02  Approve: Cải cách hành chính, no. 3               Mon 09/02
                                                                     05:30

        """)
  }

  @Test("a week as a grid: for each outlet the hours down, the days across")
  func grid() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    let grid = try station.run("report", "--layout", "grid", "--week", "2026-01-28", "--width", "90")
    #expect(grid.status == 0, "\(grid.errors)")
    #expect(
      grid.output == """
                                      BROADCAST SCHEDULE OF THE WEEK
                                       Một ví dụ (số liệu minh họa)
                                     (From 26/01/2026 to 01/02/2026)

        Truyền hình tỉnh

        Time   Mon 26/01  Tue 27/01  Wed 28/01  Thu 29/01  Fri 30/01      Sat 31/01  Sun 01/02
        ─────  ─────────  ─────────  ─────────  ─────────  ─────────────  ─────────  ─────────
        20:15                                              Cải cách hành
                                                           chính, no. 3

        Phát thanh tiếng Mông

        Time   Mon 26/01         Tue 27/01  Wed 28/01  Thu 29/01  Fri 30/01  Sat 31/01  Sun 01/02
        ─────  ────────────────  ─────────  ─────────  ─────────  ─────────  ─────────  ─────────
        05:30  Cải cách hành
               chính, no. 2
               (Hmong); Cải
               cách hành chính,
               no. 2 (Iu Mien)

        """)
    let empty = try station.run("report", "--layout", "grid", "--week", "2026-04-28", language: "vi")
    #expect(
      empty.output == """
                                                LỊCH PHÁT SÓNG TUẦN
                                            Một ví dụ (số liệu minh họa)
                                      (Từ ngày 27/04/2026 đến ngày 03/05/2026)

        Không có lượt phát nào trong những ngày này.

        """)
  }

  @Test(
    "a week is no reporting period: a grid and a list of work do not take one", arguments: ["grid", "tasks"])
  func weekIsNoPeriod(layout: String) throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    let asked = try station.run("report", "--layout", layout, "--period", "2026-Q1")
    #expect(asked.status == 64 && asked.output.isEmpty)
    #expect(
      asked.errors.contains(
        "--layout \(layout) is of a week and no reporting period: write --week DATE in place of"),
      "\(asked.errors)")
  }

  @Test("the year by months: aired of scheduled in each cell")
  func months() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/tv.csv",
      "date,time,outlet,line,edition\n2026-01-02,20:15,tv,cm,1\n2026-01-14,10:00,tv,,\n2026-01-26,10:00,tv,,\n"
        + "2026-02-06,20:15,tv,cm,4\n")
    let year = try station.run("report", "--layout", "months", language: "vi")
    #expect(
      year.output == """
                          UBND TỈNH MẪU                           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
                        ĐÀI PT-TH TỈNH MẪU                           Độc lập - Tự do - Hạnh phúc
                                                                     Mẫu, ngày …… tháng …… năm ……

                                          KẾ HOẠCH VÀ THỰC HIỆN THEO THÁNG
                                            Một ví dụ (số liệu minh họa)
                                      (Từ ngày 01/01/2026 đến ngày 31/03/2026)

        STT  Nội dung/Hình thức   Kế hoạch   T1   T2   T3   T4   T5   T6   T7   T8   T9  T10  T11  T12  Cộng
                                       năm
        ───  ───────────────────  ────────  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ───  ────
        1    Cải cách hành chính        08  1/3  1/3  –/2  –/0  –/0  –/0  –/0  –/0  –/0  –/0  –/0  –/0   2/8

        Mỗi ô: số thực hiện/số xếp lịch trong tháng dương lịch; phát bù không cộng vào số xếp lịch.
        Đếm tác phẩm gốc tiếng Việt, phát hoặc đăng lần đầu; bản tiếng dân tộc đếm riêng; phát lại, tiếp
        sóng và đăng thêm kênh không tính là tác phẩm mới.
        “–”: nguồn không nêu hoặc chưa biết, không phải là 0. Tỷ lệ chỉ tính khi kế hoạch nêu số chính xác
        hoặc tối thiểu.
        Nhật ký phát sóng có đến hết ngày 06/02/2026. Riêng “Phát thanh tiếng Mông” chưa có nhật ký.

                                                                             KT. GIÁM ĐỐC
                                                                             PHÓ GIÁM ĐỐC
                                                                  (Ký tên, ghi rõ họ tên, đóng dấu)


                                                                              Lò Văn Mẫu

        """)
  }

  @Test("what one entry adds and a later one takes back is told, though the figure is the same")
  func takenBack() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    func add(_ name: String, _ row: String, at time: String) throws {
      try station.write("\(name).csv", row)
      let log = try station.run("import", "\(station.folder)/\(name).csv", "--by", "Lò Thị A", "--at", time)
      #expect(log.status == 0, "\(log.errors)")
    }
    try add("tv", "date,time,outlet,line,edition\n2026-01-02,20:15,tv,cm,1\n", at: "2026-02-02T08:00")
    try add("sau", "date,time,outlet,line,edition\n2026-01-16,20:15,tv,cm,2\n", at: "2026-02-09T08:00")
    try add(
      "lui",
      "date,time,outlet,line,edition,status,replaces,reason,author\n2026-01-16,20:15,tv,cm,2,withdrawn,sau.csv:2,nhầm,Lò Thị A\n",
      at: "2026-02-10T08:00")
    let history = try station.run("history", "--since", "2026-02-05", "--period", "2026-01").output
    let figures = try #require(history.range(of: "Line  "))
    #expect(
      String(history[figures.lowerBound...]) == """
        Line                 Figure                Before  Now  Through entry
        ───────────────────  ────────────────────  ──────  ───  ─────────────
        Cải cách hành chính  aired                      1    1  4 (2), 5 (1)
        Cải cách hành chính  pending                    2    2  4 (1), 5 (2)
        Cải cách hành chính  aired since the year       1    1  4 (2), 5 (1)
                             began
        Cải cách hành chính  placements aired           1    1  4 (2), 5 (1)

        """)
  }

  @Test("why a figure is another one than in June: before, now, and what was recorded since")
  func history() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.publishFirst()
    try station.write("as-run/tv.csv", "date,time,outlet,line,edition\n2026-01-02,20:15,tv,cm,1\n")
    try station.write(
      "as-run/sau.csv",
      "date,time,outlet,line,edition,language\n2026-01-12,05:30,mong,cm,1,Mông\n2026-01-30,20:40,tv,cm,3,vi\n"
    )
    for (file, time) in [("tv", "2026-02-02T08:00"), ("sau", "2026-02-09T08:00")] {
      let log = try station.run(
        "import", "\(station.folder)/as-run/\(file).csv", "--by", "Lò Thị A", "--at", time)
      #expect(log.status == 0, "\(log.errors)")
    }
    let out = station.folder + "/vi-sao.html"
    let history = try station.run(
      "history", "--since", "2026-02-05", "--period", "2026-01", "--number", "5/BC", "--dated", "2026-02-10",
      "--out",
      out, language: "vi")
    #expect(history.status == 0 && history.output == "", "\(history.errors)")
    let page = try station.text("vi-sao.html")
    let entry = try station.entries("log")[1].suffix(16).prefix(12)
    #expect(
      body(page).replacing(entry, with: "ENTRY") == """
        <header class="pair"><div><p>UBND TỈNH MẪU</p><p class="office">ĐÀI PT-TH TỈNH MẪU</p><hr><p>Số: 5/BC</p></div>
        <div><p class="office">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="office">Độc lập - Tự do - Hạnh phúc</p><hr><p><i>Mẫu, ngày 10 tháng 02 năm 2026</i></p></div></header>
        <div class="title">
        <h1>SỐ LIỆU THAY ĐỔI VÀ LÝ DO</h1>
        <p>Một ví dụ (số liệu minh họa)</p>
        <p class="sub">(tháng 1 năm 2026; so với số liệu đã ghi đến hết ngày 05/02/2026)</p>
        </div>
        <main>
        <div class="hint">Kéo ngang bảng để xem hết các cột.</div>
        <h2>I. SỐ LIỆU ĐÃ THAY ĐỔI</h2>
        <div class="table"><table><colgroup><col style="width: 28%"><col style="width: 14%"><col style="width: 7%"><col style="width: 7%"><col style="width: 42%"></colgroup>
        <thead><tr><th scope="col">Chỉ tiêu</th><th scope="col">Số liệu</th><th scope="col">Trước</th><th scope="col">Nay</th><th scope="col">Vì sao (số liệu sau mỗi mục)</th></tr></thead>
        <tbody>
        <tr><th scope="row">Cải cách hành chính</th><td>thực hiện</td><td class="number">01</td><td class="number">02</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 02</td></tr>
        <tr><th scope="row">Cải cách hành chính</th><td>lệch giờ</td><td class="number">0</td><td class="number">01</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 01</td></tr>
        <tr><th scope="row">Cải cách hành chính</th><td>chưa có kết quả</td><td class="number">02</td><td class="number">01</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 01</td></tr>
        <tr><th scope="row">Cải cách hành chính</th><td>lũy kế từ đầu năm</td><td class="number">01</td><td class="number">02</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 02</td></tr>
        <tr><th scope="row">Cải cách hành chính</th><td>lượt phát</td><td class="number">01</td><td class="number">02</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 02</td></tr>
        <tr><th scope="row">Cải cách hành chính (tiếng Mông)</th><td>thực hiện</td><td class="number">0</td><td class="number">01</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 01</td></tr>
        <tr><th scope="row">Cải cách hành chính (tiếng Mông)</th><td>chưa có kết quả</td><td class="number">02</td><td class="number">01</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 01</td></tr>
        <tr><th scope="row">Cải cách hành chính (tiếng Dao)</th><td>chưa thực hiện</td><td class="number">0</td><td class="number">01</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 01</td></tr>
        <tr><th scope="row">Cải cách hành chính (tiếng Dao)</th><td>chưa có kết quả</td><td class="number">02</td><td class="number">01</td><td>nhật ký (2 dòng) “sau.csv”, ghi ngày 09/02/2026, Lò Thị A: 01</td></tr>
        </tbody></table></div>
        <h2>II. NHỮNG GÌ SỔ GHI THÊM</h2>
        <p>Sau ngày 05/02/2026 sổ ghi thêm 1 mục.</p>
        <div class="table"><table><colgroup><col style="width: 4%"><col style="width: 14%"><col style="width: 31%"><col style="width: 18%"><col style="width: 31%"></colgroup>
        <thead><tr><th scope="col">Số</th><th scope="col">Lúc</th><th scope="col">Mục</th><th scope="col">Ai</th><th scope="col">Ghi chú</th></tr></thead>
        <tbody>
        <tr><td class="number">4</td><td>09/02/2026 08:00</td><td>nhật ký (2 dòng) ENTRY</td><td>Lò Thị A</td><td>sau.csv</td></tr>
        </tbody></table></div>
        </main>
        <footer class="pair ends"><div class="list"></div><div><p class="office">KT. GIÁM ĐỐC</p><p class="office">PHÓ GIÁM ĐỐC</p><p><i>(Ký tên, ghi rõ họ tên, đóng dấu)</i></p><p class="office name">Lò Văn Mẫu</p></div></footer>

        """)
    let csv = try station.run("history", "--since", "2026-02-05", "--period", "2026-01", "--format", "csv")
    #expect(
      csv.output.replacing(entry, with: "ENTRY").replacing("\r\n", with: "\n") == """
        \u{FEFF}kind,id,language,measure,before,after,value,entry,entry_kind,entry_id,time,author,comment,rows,corrections
        line,cm,,aired,1,2,2,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        line,cm,,late,0,1,1,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        line,cm,,pending,2,1,1,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        line,cm,,aired-in-year,1,2,2,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        line,cm,,placements,1,2,2,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        version,cm,hmn,aired,0,1,1,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        version,cm,hmn,pending,2,1,1,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        version,cm,ium,missed,0,1,1,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0
        version,cm,ium,pending,2,1,1,4,log,ENTRY,2026-02-09T08:00,Lò Thị A,sau.csv,2,0

        """)
  }

  @Test("python-docx and openpyxl read the figures of all units")
  func consolidated() throws {
    let folder = "Tests/EndToEndTests/Consolidated/tinh-mau"
    for ending in ["docx", "xlsx"] {
      let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).\(ending)")
      defer { try? FileManager.default.removeItem(at: file) }
      #expect(try Command("consolidate", folder, "--out", file.path, "--lang", "vi").status == 0)
      let seen = try ClientPrograms.office(file).output
      #expect(seen == (ending == "docx" ? Self.document : Self.workbook))
    }
    let paper = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).html")
    defer { try? FileManager.default.removeItem(at: paper) }
    _ = try Command("consolidate", folder, "--out", paper.path, "--lang", "vi", "--number", "7/BC-SNV")
    let text = try String(contentsOf: paper, encoding: .utf8)
    try Golden.expect(
      body(text), at: "\(Command.root)/Tests/EndToEndTests/Consolidated/consolidated.paper.vi.html")
  }

  /// What a page says, without its head.
  private func body(_ page: String) -> String {
    guard let start = page.range(of: "<body>\n"), let end = page.range(of: "</body>") else { return "" }
    return String(page[start.upperBound..<end.lowerBound])
  }

  private static let document = """
    Tuyên truyền cải cách hành chính tỉnh Mẫu năm 2025 (số liệu minh họa), created 2025-01-01
    page 297 x 210, margins [20, 15, 20, 30]
    font Times New Roman 26
      TỔNG HỢP SỐ LIỆU CÁC ĐƠN VỊ
      Tuyên truyền cải cách hành chính tỉnh Mẫu năm 2025 (số liệu minh họa)
      (Kỳ báo cáo: năm 2025, từ ngày 01/01/2025 đến hết ngày 31/12/2025)
      Trong kỳ có đơn vị kết thúc hoặc thành lập; số của mỗi đơn vị tính cho những ngày đơn vị đó tồn tại: Huyện Đông (đến hết ngày 30/06/2025); Xã An (đến hết ngày 30/06/2025); Xã Bình (đến hết ngày 30/06/2025); Xã An Bình (từ ngày 01/07/2025).
      I. THEO CHỈ TIÊU VÀ CẤP
      II. THEO ĐỊA BÀN
      III. BÁO CÁO CỦA TỪNG ĐƠN VỊ
      Còn đơn vị chưa có số, hoặc mới có số của một phần kỳ, thì tổng ghi “ít nhất”; không đơn vị nào có số thì ghi “không có số liệu”, không phải là 0.
      Số đơn vị kê khai chỉ cộng một lần: không cộng lại số đã gồm trong đơn vị khác, hoặc đã đếm theo nhật ký.
      Các đơn vị tính khác nhau không cộng với nhau; chỉ trong tổng mà kế hoạch nêu mới cộng các loại tác phẩm báo chí.
      Tỷ lệ TH/KH chỉ tính khi tổng là một số đúng, cùng đơn vị tính với kế hoạch; tổng ghi “ít nhất” thì để “–”.
    table 2 x 2, repeated rows 0
    table 5 x 9, repeated rows 1
    table 7 x 6, repeated rows 1
    table 9 x 9, repeated rows 1
    table 1 x 2, repeated rows 0

    """
  private static let workbook = """
    Tuyên truyền cải cách hành chính tỉnh Mẫu năm 2025 (số liệu minh họa), created 2025-01-01
    Giới thiệu: A1:A9, frozen at A2, filter A1:A9; s:General
    Theo chỉ tiêu và cấp: A1:L5, frozen at C2, filter A1:L5; n:#,##0 s:General
    Theo địa bàn: A1:H7, frozen at B2, filter A1:H7; n:#,##0 s:General
    Báo cáo của từng đơn vị: A1:M9, frozen at B2, filter A1:M9; d:dd/mm/yyyy n:#,##0 s:General
    fonts ['Times New Roman'], papers [(9, 'landscape', '$1:$1')], formulas 0

    """
}
