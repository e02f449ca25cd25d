import Foundation
import TestSupport
import Testing

@Suite("A plan is begun by the command")
struct NewCommandTests {
  private static let header = [
    "STT", "Nội dung", "Hình thức/Sản phẩm", "Số lượng", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian",
    "Kinh phí",
    "Ghi chú",
  ]
  private static let rows = [
    ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)"],
    ["I", "CẤP TỈNH", "", "", "", "", "", "", ""],
    [
      "1", "Chuyên mục “Cải cách hành chính” trên truyền hình", "Chuyên mục", "02 kỳ/tháng", "Đài PT-TH tỉnh",
      "Sở Nội vụ", "Trong năm", "60 triệu đồng", "",
    ],
    [
      "2", "Tin về dịch vụ công trực tuyến", "Tin truyền hình", "120 tin", "Đài PT-TH tỉnh",
      "Sở Nội vụ; Sở Khoa học", "Quý II", "", "",
    ],
    [
      "3", "Hội nghị đối thoại với người dân", "Hội nghị", "02", "Các sở, ban, ngành", "", "Tháng 5, 10", "",
      "Trực tiếp",
    ],
    [
      "4", "Tuyên truyền trên loa truyền thanh", "Tin", "01 tin/tuần", "UBND các xã", "", "Khi có yêu cầu",
      "", "",
    ],
    ["", "Tổng cộng", "", "", "", "", "", "60 triệu đồng", ""],
    ["TM. ỦY BAN NHÂN DÂN", "", "", "", "", "", "", "", ""],
  ]

  private static let lines = """
    lines:
      # I. CẤP TỈNH
      - id: chuyen-muc-cai-cach-hanh-chinh
        title: "Chuyên mục “Cải cách hành chính” trên truyền hình"
        form: "chuyên mục"
        outlet: truyen-hinh
        quota: "24 kỳ"
        months: { 1: 2.., 2: 2.., 3: 2.., 4: 2.., 5: 2.., 6: 2.., 7: 2.., 8: 2.., 9: 2.., 10: 2.., 11: 2.., 12: 2.. }
        level: province
        lead: dai-pt-th-tinh
        support: [so-noi-vu]
        row: "1"
        cost: 60.000.000 đồng
        note: "02 kỳ/tháng"
      - id: tin-ve-dich-vu-cong-truc
        title: "Tin về dịch vụ công trực tuyến"
        form: "tin truyền hình"
        outlet: truyen-hinh
        quota: "120 tin"
        from: 2027-04-01
        to: 2027-06-30
        level: province
        lead: dai-pt-th-tinh
        support: [so-noi-vu, so-khoa-hoc]
        row: "2"
      - id: hoi-nghi-doi-thoai-voi-nguoi
        title: "Hội nghị đối thoại với người dân"
        form: "hội nghị"
        outlet: su-kien
        quota: "2 hội nghị"
        from: 2027-05-01
        to: 2027-10-31
        months: { 6: 0, 7: 0, 8: 0, 9: 0 }
        level: province
        lead: cac-so-ban-nganh
        row: "3"
        note: "Trực tiếp"
      - id: tuyen-truyen-tren-loa-truyen-thanh
        title: "Tuyên truyền trên loa truyền thanh"
        form: "tin"
        outlet: truyen-thanh-co-so
        level: province
        lead: ubnd-cac-xa
        row: "4"
        note: "số lượng: 01 tin/tuần; thời gian: Khi có yêu cầu"

    """

  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try work(folder)
  }

  private func write(_ bytes: [UInt8], _ path: String) throws {
    try Data(bytes).write(to: URL(filePath: path))
  }

  private func plan(in folder: String) throws -> String {
    try String(contentsOfFile: folder + "/plan.yaml", encoding: .utf8)
  }

  @Test("a blank plan passes check, in both languages", arguments: ["vi", "en"])
  func blank(language: String) throws {
    try withFolder { folder in
      let made = try Command("new", folder + "/tinh-mau", "--year", "2027", "--lang", language)
      #expect(made.status == 0)
      let check = try Command("check", folder + "/tinh-mau", "--lang", language)
      #expect(check.output == (language == "vi" ? "Không có vấn đề nào.\n" : "No findings.\n"))
      let text = try plan(in: folder + "/tinh-mau")
      #expect(text.contains("plan: tinh-mau-2027\n"))
      #expect(text.contains(language == "vi" ? "# ← Chỉ tiêu" : "# ← A line of the plan"))
    }
  }

  @Test("what it says names the next commands")
  func words() throws {
    try withFolder { folder in
      let made = try Command("new", folder + "/tinh mau", "--year", "2027", "--lang", "en")
      #expect(
        made.output == """
          Wrote \(folder)/tinh mau/plan.yaml: 2027, 1 line, 1 outlet.

          Next:
            lichsong check '\(folder)/tinh mau'
            lichsong allocate '\(folder)/tinh mau'
            lichsong status '\(folder)/tinh mau'

          """)
    }
  }

  @Test("a folder that has a plan is left as it is")
  func occupied() throws {
    let station = try Station()
    defer { station.remove() }
    let made = try Command("new", station.folder, "--lang", "en")
    #expect(made.status == 1)
    #expect(
      made.errors == """
        There is “\(station.folder)/plan.yaml” already; nothing was changed. Choose another folder, or look at the plan \
        that is there: lichsong check \(station.folder)

        """)
    #expect(try station.text("plan.yaml") == Station.plan)
  }

  @Test("the annex of a workbook, with merged cells, becomes lines; what is not understood is kept and told")
  func workbook() throws {
    try withFolder { folder in
      let title = ["KẾ HOẠCH TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2027"] + Array(repeating: "", count: 8)
      // A merged range keeps the text of its first cell alone.
      let rows = Self.rows.map { $0[0] == "I" ? ["I. CẤP TỈNH"] + Array(repeating: "", count: 8) : $0 }
      try write(
        OfficeSamples.workbook(
          [("Phụ lục", [title, Self.header] + rows)], merged: ["A1:I1", "A4:I4"]),
        folder + "/phu-luc.xlsx")
      let made = try Command(
        "new", folder + "/kh", "--annex", folder + "/phu-luc.xlsx", "--year", "2027", "--lang", "vi")
      #expect(made.status == 0, "\(made.errors)")
      let text = try plan(in: folder + "/kh")
      #expect(text.contains("title: \"KẾ HOẠCH TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH NĂM 2027\"\n"))
      #expect(text.hasSuffix(Self.lines), "\(text)")
      let file = folder + "/phu-luc.xlsx"
      #expect(
        made.errors == """
          \(file):8:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Tuyên truyền trên loa truyền thanh”: “01 tin/tuần” là tần suất, không phải số của năm; giữ nguyên trong ghi chú, chỉ tiêu chưa có quota.
            Cách sửa: Ghi quota: "1 tin/tuần" vào chỉ tiêu rồi chạy lichsong check: phần kiểm tra nêu tổng số của những ngày chỉ tiêu chạy và cách xét từng kỳ.

          \(file):8:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Tuyên truyền trên loa truyền thanh”: chưa hiểu thời gian “Khi có yêu cầu”; giữ nguyên trong ghi chú, chỉ tiêu chưa có from, to.
            Cách sửa: Viết khoảng ngày vào from và to của chỉ tiêu, hoặc để trống nếu là cả năm.

          \(file):9:1: lưu ý[ANNEX_LEFT_OUT]: “Tổng cộng” là dòng cộng, không phải chỉ tiêu; đã bỏ qua. Số cộng khớp với các dòng.

          \(file):10:1: lưu ý[ANNEX_LEFT_OUT]: “TM. ỦY BAN NHÂN DÂN” nằm dưới bảng, không phải chỉ tiêu; đã bỏ qua.

          2 cảnh báo, 2 lưu ý

          """)
      let check = try Command("check", folder + "/kh")
      #expect(check.status == 0, "\(check.output)")
    }
  }

  @Test("the annex of a text document, with merged cells, becomes the same lines")
  func document() throws {
    try withFolder { folder in
      var rows = [Self.header] + Self.rows
      rows[2] = ["=9 I. CẤP TỈNH"]
      rows[4][4] = "^"
      try write(OfficeSamples.document([[["Nơi nhận", "Sở Nội vụ"]], rows]), folder + "/phu-luc.docx")
      let made = try Command("new", folder + "/kh", "--annex", folder + "/phu-luc.docx", "--year", "2027")
      #expect(made.status == 0, "\(made.errors)")
      #expect(try plan(in: folder + "/kh").hasSuffix(Self.lines))
    }
  }

  @Test(
    "the title among the paragraphs of a document says the year, and so which column of figures is the plan's"
  )
  func titles() throws {
    try withFolder { folder in
      let annex = OfficeSamples.document(
        [
          [
            ["STT", "Nội dung", "Hình thức", "=2 Số lượng", "Kinh phí (triệu đồng)"],
            ["^", "^", "^", "Năm 2026", "Năm 2027", "^"],
            ["1", "Tin trên báo in", "tin", "80", "100", "7,5"], ["=5 Tổng cộng", "7,5"],
          ]
        ],
        above: [
          "ỦY BAN NHÂN DÂN TỈNH MẪU", "Mẫu, ngày 28 tháng 12 năm 2026", "PHỤ LỤC",
          "Kế hoạch tuyên truyền cải cách hành chính năm 2027",
          "(Kèm theo Kế hoạch số 12/KH-UBND ngày 28/12/2026)",
          "Căn cứ Quyết định số 1 năm 2025 của Chính phủ",
        ])
      try write(annex, folder + "/phu-luc.docx")
      let made = try Command("new", folder + "/kh", "--annex", folder + "/phu-luc.docx", "--lang", "vi")
      #expect(
        made.errors.replacing(folder + "/", with: "") == """
          phu-luc.docx:4:1: lưu ý[ANNEX_LEFT_OUT]: “Tổng cộng” là dòng cộng, không phải chỉ tiêu; đã bỏ qua. Số cộng khớp với các dòng.

          1 lưu ý

          """)
      let text = try plan(in: folder + "/kh")
      let title = try #require(text.firstRange(of: "plan: "))
      #expect(
        text[title.lowerBound...] == """
          plan: kh-2027
          title: "Kế hoạch tuyên truyền cải cách hành chính năm 2027"
          year: 2027
          documents:
            - { number: "12/KH-UBND", date: 2026-12-28 }
          outlets:
            bao:
              name: "Báo"
              kind: newspaper
              grid:
                - { id: trong-thang, every: month, pieces: 100 }
          lines:
            - id: tin-tren-bao-in
              title: "Tin trên báo in"
              form: "tin"
              outlet: bao
              quota: "100 tin"
              row: "1"
              cost: 7.500.000 đồng
              note: "Số lượng – Năm 2026: 80"

          """)
    }
  }

  @Test("without a header, and with two tables, it says what there is and writes nothing")
  func refused() throws {
    try withFolder { folder in
      let file = folder + "/bang.docx"
      try write(OfficeSamples.document([[["Kính gửi", "Sở Nội vụ"], ["Về việc", "báo cáo"]]]), file)
      let headless = try Command("new", folder + "/kh", "--annex", file, "--lang", "en")
      #expect(headless.status == 1)
      #expect(headless.output.isEmpty)
      #expect(
        headless.errors.hasPrefix(
          "\(file):1:1: error[ANNEX_UNREADABLE]: There is no header row of an annex among the first 30 rows (table 1: "
            + "“Kính gửi | Sở Nội vụ ⏎ Về việc | báo cáo”). Nothing was written.\n"))
      let table = [Self.header, Self.rows[2]]
      try write(OfficeSamples.document([table, table]), file)
      let two = try Command("new", folder + "/kh", "--annex", file, "--lang", "en")
      #expect(two.status == 1)
      #expect(
        two.errors == """
          \(file):1:1: error[ANNEX_UNREADABLE]: The file has 2 tables that may be the annex: 1 = table 1 (1 × “STT, Nội dung, Hình thức/Sản phẩm, Số lượng…”); 2 = table 2 (1 × “STT, Nội dung, Hình thức/Sản phẩm, Số lượng…”). Nothing was written.
            remedy: Choose one of them: add --table 1.

          1 error

          """)
      #expect(!FileManager.default.fileExists(atPath: folder + "/kh"))
      let second = try Command(
        "new", folder + "/kh", "--annex", file, "--table", "2", "--year", "2027", "--lang", "en")
      #expect(second.status == 0, "\(second.errors)")
    }
  }

  @Test("the year after begins with last year's text, its days moved and its results beside")
  func after() throws {
    let station = try Station(
      plan: """
        # Kế hoạch của tỉnh (số liệu minh họa)
        plan: tinh-2024
        title: Tuyên truyền cải cách hành chính năm 2024
        year: 2024
        units:
          huyen-a: { name: UBND huyện A, valid: { to: 2024-12-31, successor: xa-b } }
          xa-b: { name: UBND xã B, valid: { from: 2025-01-01 } }
        outlets:
          tv:
            name: Truyền hình tỉnh
            kind: television
            grid:
              - { id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m, except: [2024-09-06] }
        blackouts:
          - { name: Tết Nguyên đán, from: 2024-02-08, to: 2024-02-14 }
          - { name: Quốc tang, from: 2024-07-25, to: 2024-07-26 }
        lines:
          - id: cm # chuyên mục
            title: Cải cách hành chính
            form: chuyên mục
            outlet: tv
            quota: 4 kỳ
            from: 2024-02-29
            lead: huyen-a
            pins: [2024-05-17]

        """)
    defer { station.remove() }
    try station.write("as-run/tv.csv", "date,time,outlet,line,edition\n2024-05-17,20:15,tv,cm,1\n")
    let next = station.folder + "/2025"
    let made = try Command("new", next, "--after", station.folder, "--lang", "vi")
    #expect(made.status == 0, "\(made.errors)")
    #expect(
      try plan(in: next) == """
        # Lập từ kế hoạch năm 2024. Cần quyết định:
        # - “Tết Nguyên đán” đã dời theo Tết năm 2025, từ 08/02/2024–14/02/2024 sang 27/01/2025–02/02/2025: sửa theo thông báo nghỉ Tết.
        # - Số giao (quota) còn như năm 2024: sửa theo kế hoạch năm 2025 đã ký.
        # - 2 ngày đã dời sang cùng ngày, tháng năm 2025; thứ trong tuần đổi theo: xem lại.
        # - Ngày 29/02 không có trong năm 2025, đã ghi 28/02.
        # - Ngày ấn định (pins) rơi vào ngày không có khung giờ đã dời sang cùng thứ trong tuần: xem lại (17/05/2024 → 16/05/2025).
        # Kế hoạch của tỉnh (số liệu minh họa)
        plan: tinh-2025
        title: Tuyên truyền cải cách hành chính năm 2025
        year: 2025
        units:
          huyen-a: { name: UBND huyện A, valid: { to: 2024-12-31, successor: xa-b } }
          xa-b: { name: UBND xã B, valid: { from: 2025-01-01 } }
        outlets:
          tv:
            name: Truyền hình tỉnh
            kind: television
            grid:
              - { id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m, except: [2025-09-06] }
        blackouts:
          - { name: Tết Nguyên đán, from: 2025-01-27, to: 2025-02-02 }
        #  - { name: Quốc tang, from: 2024-07-25, to: 2024-07-26 }
        lines:
          # Năm 2024: giao 4 kỳ, đến 17/05/2024 đã thực hiện 1
          - id: cm # chuyên mục
            title: Cải cách hành chính
            form: chuyên mục
            outlet: tv
            quota: 4 kỳ
            from: 2025-02-28
            lead: xa-b
            pins: [2025-05-16]

        """)
    let check = try Command("check", next)
    #expect(check.status == 0, "\(check.output)")
  }
}
