import Foundation
import Testing

@Suite("The annex of a plan comes back as the plan")
struct AnnexRoundTripTests {
  /// Made up; ids and titles are such that the annex makes the same of them.
  private static let plan = """
    plan: tinh-mau-2027
    title: Kế hoạch tuyên truyền tỉnh Mẫu năm 2027
    year: 2027
    documents: [{ number: 12/KH-UBND, date: 2027-01-05, issuer: UBND tỉnh Mẫu }]
    units:
      dai-tinh: { name: Đài tỉnh }
      so-noi-vu: { name: Sở Nội vụ }
      ubnd-cac-xa-phuong: { name: "UBND các xã, phường" }
    outlets:
      truyen-hinh-tinh: { name: Truyền hình tỉnh, kind: television, grid: [{ id: trong-thang, every: month, pieces: 99 }] }
      bao-mau: { name: Báo Mẫu, kind: newspaper, grid: [{ id: trong-thang, every: month, pieces: 99 }] }
      loa-xa: { name: Loa xã, kind: loudspeakers, grid: [{ id: trong-ngay, rule: FREQ=DAILY, pieces: 9 }] }
    lines:
      - { id: chuyen-muc, title: Chuyên mục, form: chuyên mục, outlet: truyen-hinh-tinh, also-on: [bao-mau], quota: 24 kỳ, months: { 1: 2.., 2: 2.., 3: 2.., 4: 2.., 5: 2.., 6: 2.., 7: 2.., 8: 2.., 9: 2.., 10: 2.., 11: 2.., 12: 2.. }, level: province, lead: dai-tinh, support: [so-noi-vu], cost: 60 triệu đồng }
      - { id: phong-su, title: Phóng sự, form: phóng sự, outlet: truyen-hinh-tinh, quota: 3 phóng sự, from: 2027-03-01, to: 2027-09-30, months: { 3: 1.., 4: 0, 5: 0, 6: 1.., 7: 0, 8: 0, 9: 1.. }, level: province, lead: dai-tinh, cost: "7,5 triệu đồng" }
      - { id: tin-bai, title: "Tin, bài", form: "tin, bài", outlets: [truyen-hinh-tinh, bao-mau], quota: "120 tin, bài", from: 2027-04-01, to: 2027-06-30, level: province, lead: so-noi-vu }
      - { id: bai-viet, title: Bài viết, form: bài, outlet: bao-mau, quota: ít nhất 6 bài, from: 2027-03-01, to: 2027-09-30, months: { 4: 0, 5: 0, 6: 0, 7: 0, 8: 0 }, level: province, lead: so-noi-vu, note: Theo chủ đề; hai kỳ }
      - { id: phat-thanh-o-xa, title: Phát thanh ở xã, form: tin, outlet: loa-xa, quota: 100 tin, from: 2027-03-05, to: 2027-11-20, level: commune, lead: ubnd-cac-xa-phuong, cost: 1.500.000 đồng }
      - { id: bai-bao-moi, title: Bài báo mới, form: bài, outlet: bao-mau, quota: 5 bài, basis: draft, lead: so-noi-vu }

    """

  @Test(
    "as a document and as a workbook: the same lines, quotas, outlets, times and costs",
    arguments: ["docx", "xlsx"])
  func roundTrip(form: String) throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let annex = "\(station.folder)/phu-luc.\(form)"
    let made = try station.run("report", "--layout", "annex", "--out", annex, language: "vi")
    #expect(made.status == 0, "\(made.errors)")
    let back = station.folder + "/lai"
    let read = try Command("new", back, "--annex", annex, "--year", "2027", "--lang", "vi")
    #expect(read.status == 0)
    #expect(!read.errors.contains("ANNEX_NOT_UNDERSTOOD"), "\(read.errors)")
    let text = try station.text("lai/plan.yaml")
    let own = try #require(text.firstRange(of: "lines:\n"))
    #expect(
      text[own.lowerBound...] == """
        lines:
          # I. CẤP TỈNH
          - id: chuyen-muc
            title: "Chuyên mục"
            form: "chuyên mục"
            outlet: truyen-hinh-tinh
            also-on: [bao-mau]
            quota: "24 kỳ"
            months: { 1: 2.., 2: 2.., 3: 2.., 4: 2.., 5: 2.., 6: 2.., 7: 2.., 8: 2.., 9: 2.., 10: 2.., 11: 2.., 12: 2.. }
            level: province
            lead: dai-tinh
            support: [so-noi-vu]
            row: "1"
            cost: 60.000.000 đồng
          - id: phong-su
            title: "Phóng sự"
            form: "phóng sự"
            outlet: truyen-hinh-tinh
            quota: "3 phóng sự"
            from: 2027-03-01
            to: 2027-09-30
            months: { 3: 1.., 4: 0, 5: 0, 6: 1.., 7: 0, 8: 0, 9: 1.. }
            level: province
            lead: dai-tinh
            row: "2"
            cost: 7.500.000 đồng
          - id: tin-bai
            title: "Tin, bài"
            form: "tin, bài"
            outlets: [truyen-hinh-tinh, bao-mau]
            quota: "120 tin, bài"
            from: 2027-04-01
            to: 2027-06-30
            level: province
            lead: so-noi-vu
            row: "3"
          - id: bai-viet
            title: "Bài viết"
            form: "bài"
            outlet: bao-mau
            quota: "ít nhất 6 bài"
            from: 2027-03-01
            to: 2027-09-30
            months: { 4: 0, 5: 0, 6: 0, 7: 0, 8: 0 }
            level: province
            lead: so-noi-vu
            row: "4"
            note: "Theo chủ đề; hai kỳ"
          # II. CẤP XÃ
          - id: phat-thanh-o-xa
            title: "Phát thanh ở xã"
            form: "tin"
            outlet: loa-xa
            quota: "100 tin"
            from: 2027-03-05
            to: 2027-11-20
            level: commune
            lead: ubnd-cac-xa-phuong
            row: "5"
            cost: 1.500.000 đồng
          # III. KHÔNG NÊU CẤP
          - id: bai-bao-moi
            title: "Bài báo mới"
            form: "bài"
            outlet: bao-mau
            quota: "5 bài"
            basis: draft
            lead: so-noi-vu
            row: "6"

        """)
    #expect(text.contains("title: \"Kế hoạch tuyên truyền tỉnh Mẫu năm 2027\"\n"))
    #expect(
      text.contains(
        "documents:\n  - { number: \"12/KH-UBND\", date: 2027-01-05, issuer: \"UBND tỉnh Mẫu\" }\n"))
    // The annex of what came back is the same paper.
    let paper = try station.run("report", "--layout", "annex", language: "vi").output
    #expect(try Command("report", back, "--layout", "annex", "--lang", "vi").output == paper)
    #expect(paper.contains("TỔNG CỘNG") && paper.contains("69.000.000") && paper.contains("67.500.000"))
    #expect(paper.contains("02 kỳ/tháng") && paper.contains("Quý II/2027"))
  }

  @Test("what is a part of another line, happens inside one or is not scheduled comes back as that")
  func parts() throws {
    let station = try Station(
      plan: """
        plan: tinh-mau-2027
        title: Kế hoạch tuyên truyền tỉnh Mẫu năm 2027
        year: 2027
        units:
          dai-tinh: { name: Đài tỉnh }
        outlets:
          bao-mau: { name: Báo Mẫu, kind: newspaper, grid: [{ id: trong-thang, every: month, pieces: 99 }] }
          hoi-nghi-tinh: { name: Hội nghị tỉnh, kind: event, grid: [{ id: trong-thang, every: month, pieces: 99 }] }
        lines:
          - { id: tin-bai, title: "Tin, bài", form: "tin, bài", outlet: bao-mau, quota: "1.120 tin, bài", lead: dai-tinh, cost: 1.560.000 đồng }
          - { id: bai-dai-ky, title: Bài dài kỳ, form: bài, outlet: bao-mau, quota: 12 bài, part-of: tin-bai, lead: dai-tinh, cost: 560.000 đồng }
          - { id: hoi-nghi, title: Hội nghị, form: hội nghị, outlet: hoi-nghi-tinh, quota: 2 hội nghị, lead: dai-tinh }
          - { id: doi-thoai, title: Đối thoại, form: cuộc đối thoại, outlet: hoi-nghi-tinh, quota: 2 cuộc đối thoại, embedded-in: hoi-nghi }
          - { id: xa, title: Tin của các xã, form: tin, outlet: bao-mau, quota: 600 tin, scheduled: false }

        """)
    defer { station.remove() }
    let annex = "\(station.folder)/phu-luc.docx"
    #expect(
      try station.run("report", "--layout", "annex", "--out", annex, language: "vi").status == 0)
    let read = try Command("new", station.folder + "/lai", "--annex", annex, "--lang", "vi")
    #expect(read.status == 0, "\(read.errors)")
    let text = try station.text("lai/plan.yaml")
    let own = try #require(text.firstRange(of: "lines:\n"))
    #expect(
      text[own.lowerBound...] == """
        lines:
          - id: tin-bai
            title: "Tin, bài"
            form: "tin, bài"
            outlet: bao-mau
            quota: "1.120 tin, bài"
            lead: dai-tinh
            row: "1"
            cost: 1.560.000 đồng
          - id: bai-dai-ky
            title: "Bài dài kỳ"
            form: "bài"
            outlet: bao-mau
            quota: "12 bài"
            part-of: tin-bai
            lead: dai-tinh
            row: "a)"
            cost: 560.000 đồng
          - id: hoi-nghi
            title: "Hội nghị"
            form: "hội nghị"
            outlet: hoi-nghi-tinh
            quota: "2 hội nghị"
            lead: dai-tinh
            row: "2"
          - id: doi-thoai
            title: "Đối thoại"
            form: "cuộc đối thoại"
            outlet: hoi-nghi-tinh
            quota: "2 cuộc đối thoại"
            embedded-in: hoi-nghi
            row: "a)"
          - id: tin-cua-cac-xa
            title: "Tin của các xã"
            form: "tin"
            outlet: bao-mau
            quota: "600 tin"
            scheduled: false
            row: "3"

        """)
    let paper = try station.run("report", "--layout", "annex", language: "vi").output
    #expect(
      try Command("report", station.folder + "/lai", "--layout", "annex", "--lang", "vi").output == paper)
  }

  @Test("what stands under a label in the note is taken like a column of its own")
  func labels() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    try station.write(
      "phu-luc.csv",
      "STT,Nội dung,Chỉ tiêu,Ghi chú\n1,Bài viết,12 bài,Kênh: Báo Mẫu; Thời gian: Quý II; theo chủ đề\n")
    let read = try Command(
      "new", station.folder + "/lai", "--annex", station.folder + "/phu-luc.csv", "--year", "2027", "--lang",
      "vi")
    #expect(read.status == 0, "\(read.errors)")
    #expect(
      try station.text("lai/plan.yaml").hasSuffix(
        """
        lines:
          - id: bai-viet
            title: "Bài viết"
            form: "bài"
            outlet: bao-mau
            quota: "12 bài"
            from: 2027-04-01
            to: 2027-06-30
            row: "1"
            note: "theo chủ đề"

        """))
  }
}
