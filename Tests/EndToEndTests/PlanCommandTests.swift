import CalendarClients
import Foundation
import Testing

@Suite("A plan is changed in a spreadsheet and read back")
struct PlanCommandTests {
  private static let plan = """
    # Kế hoạch bịa ra để thử.
    plan: tinh-mau-2027
    title: Tuyên truyền tỉnh Mẫu năm 2027
    year: 2027
    units:
      dai: { name: Đài tỉnh Mẫu, level: province }
      so: { name: Sở Nội vụ tỉnh Mẫu, level: province }
    outlets:
      tv:
        name: Truyền hình tỉnh Mẫu   # kênh chính
        kind: television
        grid:
          - { id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }
      bao: { name: Báo Mẫu, kind: newspaper, grid: [{ id: so-bao, rule: FREQ=DAILY }] }
    blackouts:
      - { name: Tết Nguyên đán, from: 2027-02-05, to: 2027-02-11 }
    lines:
      # Chuyên mục hằng tháng
      - id: chuyen-muc
        title: Chuyên mục “Cải cách”   # tên cũ: Diễn đàn
        form: chuyên mục
        outlet: tv
        quota: 12 kỳ
        level: province
        lead: dai
      - { id: tin, title: "Tin, bài", form: "tin, bài", outlet: bao, quota: 40, weights: { 6: 2 } }

    """

  private func withStation(_ work: (Station) throws -> Void) throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try work(station)
  }

  private func workbook(_ station: Station, language: String = "vi") throws -> String {
    let path = station.folder + "/ke-hoach.xlsx"
    let made = try station.run("plan", "--out", path, language: language)
    #expect(made.status == 0, "\(made.errors)")
    return path
  }

  @Test(
    "a workbook that nobody changed leaves the file as it is, in both languages", arguments: ["vi", "en"])
  func unchanged(language: String) throws {
    try withStation { station in
      let path = try workbook(station, language: language)
      let read = try station.run("plan", "--from", path, "--write")
      #expect(read.output == "The workbook changes nothing in the plan.\n")
      #expect(try station.text("plan.yaml") == Self.plan)
      // What somebody works on is not overwritten.
      #expect(try station.run("plan", "--out", path).status == 74)
    }
  }

  @Test("the plans of all cases come back octet for octet")
  func cases() throws {
    for name in ["binh-thanh-2018", "dak-lak-2024", "lai-chau-2018", "nghe-an-2019", "tan-hong-2020"] {
      let station = try Station(
        plan: try String(contentsOfFile: "\(Command.root)/schedules/\(name)/plan.yaml", encoding: .utf8))
      defer { station.remove() }
      let read = try station.run("plan", "--from", try workbook(station), "--write", language: "vi")
      #expect(read.output == "Bảng tính không đổi gì so với kế hoạch.\n", "\(name) \(read.errors)")
    }
  }

  @Test(
    "cells are changed and rows added by openpyxl; the difference is shown, then written, and nothing else changes"
  )
  func story() throws {
    try withStation { station in
      let path = try workbook(station)
      let changed = station.folder + "/da-sua.xlsx"
      let seen = try ClientPrograms.editSheets(
        URL(filePath: path), to: URL(filePath: changed),
        [
          "Chỉ tiêu|chuyen-muc|Số lượng=24 kỳ", "Chỉ tiêu|chuyen-muc|Từ ngày=2027-02-15",
          "Chỉ tiêu|chuyen-muc|Đến ngày=30/11/2027", "Chỉ tiêu|chuyen-muc|Phối hợp=Sở Nội vụ tỉnh Mẫu",
          "Chỉ tiêu|tin|Cấp=Cấp xã", "Chỉ tiêu|+1|Tên chỉ tiêu=Tọa đàm", "Chỉ tiêu|+1|Hình thức=tọa đàm",
          "Chỉ tiêu|+1|Kênh=Truyền hình tỉnh Mẫu", "Chỉ tiêu|+1|Số lượng=4", "Khung giờ|tv/toi|Giờ=20:30",
          "Khung giờ|+1|Kênh=tv", "Khung giờ|+1|Mã=sang", "Khung giờ|+1|Lặp lại=thứ Hai hằng tuần",
          "Trọng số tháng|tin|T6=", "Trọng số tháng|chuyen-muc|T11=3", "Ngày nghỉ|1|Đến ngày=2027-02-12",
          "Kênh|bao|Loại=trang thông tin điện tử",
        ])
      #expect(
        seen.output == """
          Chỉ tiêu: visible, frozen C2, 2 rows, lists 'Chỉ tiêu'!$A$2:$A$53 'Danh mục'!$B$2:$B$5 'Danh mục'!$C$2:$C$61 \
          'Danh mục'!$D$2:$D$8 'Khung giờ'!$B$2:$B$53 'Kênh'!$A$2:$A$53 'Đơn vị'!$A$2:$A$53
          Khung giờ: visible, frozen C2, 2 rows, lists 'Danh mục'!$C$2:$C$61 'Danh mục'!$E$2:$E$2 'Danh mục'!$F$2:$F$4 \
          'Khung giờ'!$B$2:$B$53
          Trọng số tháng: visible, frozen C2, 2 rows, lists\u{20}
          Số theo tháng: visible, frozen C2, 2 rows, lists\u{20}
          Ngày nghỉ: visible, frozen B2, 1 rows, lists 'Chỉ tiêu'!$A$2:$A$53 'Kênh'!$A$2:$A$53
          Kênh: visible, frozen B2, 2 rows, lists 'Danh mục'!$A$2:$A$10 'Danh mục'!$B$2:$B$5 'Đơn vị'!$A$2:$A$53
          Đơn vị: visible, frozen B2, 2 rows, lists 'Danh mục'!$B$2:$B$5 'Đơn vị'!$A$2:$A$53
          Danh mục: hidden, frozen A2, 60 rows, lists\u{20}
          plan.yaml: hidden, frozen A2, 26 rows, lists\u{20}

          """)
      let shown = try station.run("plan", "--from", changed)
      #expect(try station.text("plan.yaml") == Self.plan)
      #expect(
        shown.output.replacing(station.folder, with: "FOLDER") == """
          FOLDER/plan.yaml:13
            -       - { id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }
            -   bao: { name: Báo Mẫu, kind: newspaper, grid: [{ id: so-bao, rule: FREQ=DAILY }] }
            +       - { id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:30", length: 15m }
            +       - { id: sang, rule: thứ Hai hằng tuần }
            +   bao: { name: Báo Mẫu, kind: website, grid: [{ id: so-bao, rule: FREQ=DAILY }] }
          FOLDER/plan.yaml:16
            -   - { name: Tết Nguyên đán, from: 2027-02-05, to: 2027-02-11 }
            +   - { name: Tết Nguyên đán, from: 2027-02-05, to: 2027-02-12 }
          FOLDER/plan.yaml:23
            -     quota: 12 kỳ
            +     quota: 24 kỳ
            +     from: 2027-02-15
            +     to: 2027-11-30
            +     weights: { 11: 3 }
          FOLDER/plan.yaml:26
            -   - { id: tin, title: "Tin, bài", form: "tin, bài", outlet: bao, quota: 40, weights: { 6: 2 } }
            +     support: [so]
            +   - { id: tin, title: "Tin, bài", form: "tin, bài", outlet: bao, quota: 40, level: commune }
            +   - { id: toa-dam, title: Tọa đàm, form: tọa đàm, outlet: tv, quota: 4 }

          4 places will differ; nothing was written. To write: lichsong plan FOLDER --from FOLDER/da-sua.xlsx --write

          """)
      let written = try station.run("plan", "--from", changed, "--write")
      #expect(written.status == 0)
      #expect(written.output.hasSuffix("Wrote \(station.folder)/plan.yaml: 4 places.\n"))
      #expect(try station.run("check").status == 0)
      #expect(
        try station.run("plan", "--from", changed).output == "The workbook changes nothing in the plan.\n")
      for comment in [
        "# Kế hoạch bịa ra để thử.", "# kênh chính", "# Chuyên mục hằng tháng", "# tên cũ: Diễn đàn",
      ] {
        #expect(try station.text("plan.yaml").contains(comment))
      }
    }
  }

  @Test("rows that are added one after the other stay in that order, grid lines with their outlet")
  func additionsInOrder() throws {
    try withStation { station in
      try station.replace("id: so-bao", "id: toi", in: "plan.yaml")
      let path = try workbook(station)
      let changed = station.folder + "/da-sua.xlsx"
      _ = try ClientPrograms.editSheets(
        URL(filePath: path), to: URL(filePath: changed),
        [
          "Khung giờ|+1|Kênh=tv", "Khung giờ|+1|Mã=mot", "Khung giờ|+1|Lặp lại=thứ Hai",
          "Khung giờ|+2|Kênh=tv", "Khung giờ|+2|Mã=hai", "Khung giờ|+2|Lặp lại=thứ Ba",
          "Khung giờ|+3|Kênh=tv", "Khung giờ|+3|Mã=ba", "Khung giờ|+3|Lặp lại=thứ Tư",
          "Ngày nghỉ|+1|Tên=Lễ A", "Ngày nghỉ|+1|Từ ngày=2027-04-30", "Ngày nghỉ|+1|Đến ngày=2027-05-01",
          "Ngày nghỉ|+2|Tên=Lễ B", "Ngày nghỉ|+2|Từ ngày=2027-09-02", "Ngày nghỉ|+2|Đến ngày=2027-09-02",
        ])
      let written = try station.run("plan", "--from", changed, "--write")
      #expect(written.status == 0, "\(written.errors)")
      let text = try station.text("plan.yaml")
      let names = text.split(separator: "\n").compactMap { line in
        ["mot", "hai", "ba", "Lễ A", "Lễ B"].first {
          line.contains("id: \($0),") || line.contains("name: \($0),")
        }
      }
      #expect(names == ["mot", "hai", "ba", "Lễ A", "Lễ B"], "\(text)")
    }
  }

  @Test("what somebody else changed in the file meanwhile stays; the same cell in both is told")
  func meanwhile() throws {
    try withStation { station in
      let path = try workbook(station)
      let changed = station.folder + "/da-sua.xlsx"
      _ = try ClientPrograms.editSheets(
        URL(filePath: path), to: URL(filePath: changed), ["Chỉ tiêu|chuyen-muc|Số lượng=24 kỳ"])
      try station.replace("quota: 40", "quota: 44", in: "plan.yaml")
      #expect(try station.run("plan", "--from", changed, "--write").status == 0)
      #expect(
        try station.text("plan.yaml")
          == Self.plan.replacing("quota: 40", with: "quota: 44").replacing("12 kỳ", with: "24 kỳ"))
      try station.replace("quota: 24 kỳ", "quota: 20 kỳ", in: "plan.yaml")
      let refused = try station.run("plan", "--from", changed, "--write")
      #expect(
        refused.errors.replacing(station.folder, with: "FOLDER") == """
          FOLDER/da-sua.xlsx!Chỉ tiêu:2:7: error[PLAN_SHEET_CELL]: “Quota”: the sheet says “24 kỳ”, and plan.yaml was changed \
          to “20 kỳ” after the workbook was written. Nothing was written.
            remedy: Decide which of them holds, and write it in both places.

          1 error

          """)
    }
  }

  @Test(
    "what cannot be taken is told with sheet and row, and nothing is written",
    arguments: [
      (
        ["Chỉ tiêu|tin|delete"],
        "Chỉ tiêu:1:1: error[PLAN_SHEET_ROW]: The sheet lacks the row “tin” (Tin, bài) of the plan."
      ),
      (
        ["Chỉ tiêu|tin|Mã=tin-bai"],
        "Chỉ tiêu:3:1: error[PLAN_SHEET_ROW]: The id of the row “Tin, bài” was changed: the plan has “tin”."
      ),
      (["Chỉ tiêu|+1|Mã=tin"], "Chỉ tiêu:4:1: error[PLAN_SHEET_ROW]: The id “tin” is in row 3 already."),
      (
        ["Chỉ tiêu|+1|Ghi chú=gì đó"],
        "Chỉ tiêu:4:1: error[PLAN_SHEET_ROW]: This new row lacks its id or its name."
      ),
      (["Chỉ tiêu|Q2:Q3|merge"], "Chỉ tiêu:3:1: error[PLAN_SHEET_ROW]: This row has merged cells"),
      (
        ["Chỉ tiêu|tin|Số lượng=theo thực tế"],
        "Chỉ tiêu:3:7: error[BAD_QUANTITY]: “theo thực tế” does not begin with a number"
      ),
      (
        ["Chỉ tiêu|tin|Kênh=dai-tinh"],
        "Chỉ tiêu:3:4: error[UNKNOWN_REFERENCE]: There is no outlet with the id “dai-tinh”."
      ),
      (
        ["Khung giờ|+1|Kênh=xa", "Khung giờ|+1|Mã=a", "Khung giờ|+1|Lặp lại=FREQ=DAILY"],
        "Khung giờ:4:1: error[PLAN_SHEET_ROW]: The new grid line is of the outlet “xa”"
      ),
      (["Trọng số tháng|+1|Mã=la"], "Trọng số tháng:4:1: error[PLAN_SHEET_ROW]: There is no line “la”."),
      (
        ["Trọng số tháng|tin|Tên chỉ tiêu=la"],
        "Trọng số tháng:3:2: error[PLAN_SHEET_CELL]: The column “Title” of this sheet only shows."
      ),
      (
        ["Trọng số tháng|tin|T3=nhiều"],
        "Trọng số tháng:3:5: error[BAD_NUMBER]: “nhiều” is not a whole number"
      ),
      (
        ["Kênh|Mã|Mã=Ký hiệu"],
        "Kênh:1:1: error[PLAN_SHEET_UNREADABLE]: The first row of the sheet lacks the column “Id”."
      ),
    ])
  func refusals(edits: [String], told: String) throws {
    try withStation { station in
      let path = try workbook(station)
      let changed = station.folder + "/da-sua.xlsx"
      let run = try ClientPrograms.editSheets(URL(filePath: path), to: URL(filePath: changed), edits)
      #expect(run.status == 0, "\(run.output)")
      let refused = try station.run("plan", "--from", changed, "--write")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("da-sua.xlsx!\(told)"), "\(refused.errors)")
      #expect(refused.errors.contains("\n1 error\n"), "\(refused.errors)")
      #expect(try station.text("plan.yaml") == Self.plan)
    }
  }

  /// The heading by which a table says of which version of the plan it was made.
  private func version(_ station: Station) throws -> String {
    try station.write("tin.csv", "Id;Quota\ntin;44\n")
    let refused = try station.run("plan", "--from", station.folder + "/tin.csv")
    let mark = try #require(refused.errors.firstMatch(of: /heading “(Version [0-9a-f]{8})”/))
    return String(mark.output.1)
  }

  @Test("one sheet that was saved as CSV is read, with headings in English, too")
  func csv() throws {
    try withStation { station in
      let version = try version(station)
      try station.write(
        "lines.csv",
        "Id;Title;Quota;\(version)\ntin;Tin, bài;44;\nchuyen-muc;Chuyên mục “Cải cách”;12 kỳ;\n")
      let read = try station.run("plan", "--from", station.folder + "/lines.csv", "--write")
      #expect(read.status == 0, "\(read.errors)")
      #expect(try station.text("plan.yaml") == Self.plan.replacing("quota: 40", with: "quota: 44"))
    }
  }

  @Test(
    "a CSV does not undo what a colleague changed since it was made, unless it is known what the plan said then"
  )
  func colleague() throws {
    try withStation { station in
      let version = try version(station)
      let table =
        "Id;Title;Quota;\(version)\ntin;Tin, bài;44;\nchuyen-muc;Chuyên mục “Cải cách”;12 kỳ;\n"
      try station.write("lines.csv", table)
      // Somebody else has raised the other line meanwhile.
      try station.replace("quota: 12 kỳ", "quota: 24 kỳ", in: "plan.yaml")
      let refused = try station.run(
        "plan", "--from", station.folder + "/lines.csv", "--write", language: "vi")
      #expect(refused.status == 1)
      let told = refused.errors.replacing(station.folder + "/", with: "").replacing(
        #/[0-9a-f]{8}/#, with: "xxxxxxxx")
      #expect(
        told == """
          lines.csv:1:1: lỗi[PLAN_SHEET_UNREADABLE]: Bảng lập từ phiên bản xxxxxxxx của kế hoạch, mà plan.yaml từ đó đã sửa; không rõ ô nào do ai sửa. Chưa ghi gì.
            Cách sửa: Đọc lại chính tệp .xlsx (tệp đó giữ bản gốc), hoặc lập tệp mới rồi sửa trong đó. Chắc chắn bảng này lập từ plan.yaml hiện nay thì thêm một cột có tiêu đề “Phiên bản xxxxxxxx”.

          1 lỗi

          """)
      // Published meanwhile is the version of which the table was made: both changes hold.
      try station.replace("quota: 24 kỳ", "quota: 12 kỳ", in: "plan.yaml")
      let published = try station.run("publish", "--by", "An", "--at", "2027-01-02T08:00")
      #expect(published.status == 0, "\(published.errors)")
      try station.replace("quota: 12 kỳ", "quota: 24 kỳ", in: "plan.yaml")
      let read = try station.run("plan", "--from", station.folder + "/lines.csv", "--write")
      #expect(read.status == 0, "\(read.errors)")
      #expect(
        try station.text("plan.yaml")
          == Self.plan.replacing("quota: 40", with: "quota: 44").replacing(
            "quota: 12 kỳ", with: "quota: 24 kỳ"))
    }
  }

  @Test(
    "a new grid line may name its outlet by its name, needs no id, and may have its length as a time of the day"
  )
  func gridLines() throws {
    try withStation { station in
      let version = try version(station).replacing("Version", with: "Phiên bản")
      try station.write(
        "khung.csv",
        "Kênh\tMã\tLặp lại\tMỗi\tGiờ\tThời lượng\tKhi ngày nghỉ\t\(version)\n"
          + "tv\ttoi\tFREQ=WEEKLY;BYDAY=TH\t\t20:15\t15m\t\t\n"
          + "Truyền hình tỉnh Mẫu\t\tFREQ=WEEKLY;BYDAY=SA\t\t09:00:00\t00:30:00\tgiữ\t\n"
          + "bao\tso-bao\tFREQ=DAILY\t\t\t\t\t\n" + "Báo Mẫu\t\t\ttháng\t\t\t\t\n")
      let read = try station.run("plan", "--from", station.folder + "/khung.csv", "--write", language: "vi")
      #expect(read.errors == "")
      #expect(
        try station.text("plan.yaml")
          == Self.plan.replacing(
            "at: \"20:15\", length: 15m }\n",
            with: "at: \"20:15\", length: 15m }\n"
              + "      - { id: khung-09-00, rule: FREQ=WEEKLY;BYDAY=SA, at: \"09:00\", length: 30m, in-blackout: keep }\n"
          ).replacing("rule: FREQ=DAILY }]", with: "rule: FREQ=DAILY }, { id: khung, every: month }]"))
    }
  }

  @Test(
    "a count of a month that is not understood is told in the column of its month; so is a length with two readings"
  )
  func columns() throws {
    try withStation { station in
      let version = try version(station).replacing("Version", with: "Phiên bản")
      try station.write(
        "thang.csv",
        "Mã;Tên chỉ tiêu;T1;T2;T3;\(version)\nchuyen-muc;Chuyên mục “Cải cách”;1;hai;1;\ntin;Tin, bài;;;;\n")
      let months = try station.run("plan", "--from", station.folder + "/thang.csv", language: "vi")
      let monthsTold = months.errors.replacing(station.folder + "/", with: "")
      #expect(
        monthsTold == """
          thang.csv:2:4: lỗi[BAD_NUMBER]: “hai” không phải số nguyên từ 0 đến 1.000.
            Cách sửa: Viết một số trong khoảng đó, chỉ dùng chữ số.

          1 lỗi

          """)
      try station.write(
        "khung.csv",
        "Kênh;Mã;Thời lượng;\(version)\ntv;toi;01:30:00;\nbao;so-bao;;\n")
      let length = try station.run("plan", "--from", station.folder + "/khung.csv", language: "vi")
      let lengthTold = length.errors.replacing(station.folder + "/", with: "")
      #expect(
        lengthTold == """
          khung.csv:2:3: lỗi[BAD_LENGTH]: “01:30:00” có hai cách hiểu: 1 giờ 30 phút, hoặc 1 phút 30 giây.
            Cách sửa: Viết 90m nếu là 1 giờ 30 phút, 2m nếu là 1 phút 30 giây (tính tròn phút).

          1 lỗi

          """)
    }
  }

  @Test("a plan with errors is neither written out nor changed; other files and endings are refused")
  func otherFiles() throws {
    try withStation { station in
      let path = try workbook(station)
      try station.replace("quota: 40", "quota: theo thực tế", in: "plan.yaml")
      for arguments in [["--out", station.folder + "/x.xlsx"], ["--from", path]] {
        let refused = try Command(
          program: Command.path, ["plan", station.folder, "--lang", "en"] + arguments)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("error[BAD_QUANTITY]"), "\(refused.errors)")
      }
      try station.write("plan.yaml", Self.plan.replacing("tinh-mau-2027", with: "tinh-khac"))
      #expect(
        try station.run("plan", "--from", path).errors.contains(
          "These sheets are of the plan “tinh-mau-2027”, not of “tinh-khac”. Nothing was written."))
      #expect(try station.run("plan", "--from", station.folder + "/plan.yaml").status == 1)
      #expect(try station.run("plan", "--out", station.folder + "/x.csv").status == 64)
      #expect(try station.run("plan").status == 64)
      #expect(try station.run("plan", "--out", "x.xlsx", "--write").status == 64)
    }
  }

  @Test("check --fix shows what is written otherwise, writes it, and then checks")
  func fix() throws {
    try withStation { station in
      try station.write(
        "plan.yaml",
        Self.plan.replacing("kind: television", with: "kind: truyền hình")
          .replacing("2027-02-05", with: "05/02/2027").replacing(
            "FREQ=WEEKLY;BYDAY=TH", with: "thứ Năm hằng tuần"))
      #expect(try station.run("check").output.hasSuffix("\n2 notes\n"))
      let fixed = try station.run("check", "--fix")
      #expect(
        fixed.output.replacing(station.folder, with: "FOLDER").hasPrefix(
          """
          FOLDER/plan.yaml:11
            -     kind: truyền hình
            +     kind: television
          FOLDER/plan.yaml:13
            -       - { id: toi, rule: thứ Năm hằng tuần, at: "20:15", length: 15m }
            +       - { id: toi, rule: FREQ=WEEKLY;BYDAY=TH, at: "20:15", length: 15m }
          FOLDER/plan.yaml:16
            -   - { name: Tết Nguyên đán, from: 05/02/2027, to: 2027-02-11 }
            +   - { name: Tết Nguyên đán, from: 2027-02-05, to: 2027-02-11 }

          Wrote FOLDER/plan.yaml: 3 places.


          """))
      #expect(try station.text("plan.yaml") == Self.plan)
      #expect(
        try station.run("check", "--fix").output.hasPrefix(
          "\(station.folder)/plan.yaml: nothing is to be written otherwise.\n\n"))
      #expect(try station.run("check", "--fix", "--json").status == 64)
    }
  }
}
