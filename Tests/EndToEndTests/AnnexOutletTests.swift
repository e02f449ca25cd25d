import Foundation
import Testing

/// Made-up annexes: who sends, when, and how often, as offices write it.
@Suite("An annex's outlets, times and rhythms become the plan's, or are told with a remedy that works")
struct AnnexOutletTests {
  private struct Made {
    let text: String
    let told: String
    let output: String

    /// What stands below `lines:`.
    var lines: String { text.firstRange(of: "\nlines:\n").map { String(text[$0.upperBound...]) } ?? "" }
  }

  /// Makes a plan of an annex in CSV, hands it to a test, and removes it.
  private func with(_ annex: String, language: String = "vi", _ test: (Made, Station) throws -> Void) throws {
    let station = try Station()
    defer { station.remove() }
    try station.write("pl.csv", annex)
    let folder = station.folder + "/kh"
    let made = try Command(
      program: Command.path,
      ["new", folder, "--annex", station.folder + "/pl.csv", "--year", "2027", "--lang", language])
    try test(
      Made(
        text: (try? station.text("kh/plan.yaml")) ?? "",
        told: made.errors.replacing(station.folder + "/", with: ""), output: made.output), station)
  }

  @Test("a name of an outlet is read by one rule in every row; its kind is never that of the row's form")
  func names() throws {
    try with(
      """
      STT,Nội dung,Hình thức,Kênh,Số lượng
      1,Tin nông thôn,bản tin,Đài huyện,12 bản tin
      2,Chuyên đề nông thôn,chuyên đề,Đài huyện,4 chuyên đề
      3,Bản tin sớm,bản tin,Sóng FM,12 bản tin
      4,Tin cải cách,tin,Báo tỉnh và Đài tỉnh,24 tin

      """
    ) { made, _ in
      #expect(
        made.lines == """
            - id: tin-nong-thon
              title: "Tin nông thôn"
              form: "bản tin"
              quota: "12 bản tin"
              scheduled: false
              row: "1"
              note: "kênh: Đài huyện"
            - id: chuyen-de-nong-thon
              title: "Chuyên đề nông thôn"
              form: "chuyên đề"
              quota: "4 chuyên đề"
              scheduled: false
              row: "2"
              note: "kênh: Đài huyện"
            - id: ban-tin-som
              title: "Bản tin sớm"
              form: "bản tin"
              outlet: song-fm
              quota: "12 bản tin"
              row: "3"
            - id: tin-cai-cach
              title: "Tin cải cách"
              form: "tin"
              quota: "24 tin"
              scheduled: false
              row: "4"
              note: "kênh: Báo tỉnh và Đài tỉnh"

          """)
      #expect(made.text.contains("  song-fm:\n    name: \"Sóng FM\"\n    kind: radio\n"))
      #expect(
        made.told == """
          pl.csv:2:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Tin nông thôn”: tên “Đài huyện” không cho biết là loại kênh nào (truyền hình, phát thanh, truyền thanh, báo …); chỉ tiêu được đếm nhưng chưa xếp lịch.
            Cách sửa: Thêm kênh với loại của nó (kind) vào outlets, rồi ở chỉ tiêu ghi outlet: MÃ-KÊNH và xóa scheduled: false.

          pl.csv:3:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Chuyên đề nông thôn”: tên “Đài huyện” không cho biết là loại kênh nào (truyền hình, phát thanh, truyền thanh, báo …); chỉ tiêu được đếm nhưng chưa xếp lịch.
            Cách sửa: Thêm kênh với loại của nó (kind) vào outlets, rồi ở chỉ tiêu ghi outlet: MÃ-KÊNH và xóa scheduled: false.

          pl.csv:5:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Tin cải cách”: “Báo tỉnh và Đài tỉnh” nêu nhiều kênh (Báo tỉnh; Đài tỉnh), không rõ mỗi tác phẩm phát trên một hay mọi kênh; chỉ tiêu được đếm nhưng chưa xếp lịch.
            Cách sửa: Thêm các kênh vào outlets của kế hoạch, rồi ghi vào chỉ tiêu: outlets: [A, B] nếu chỉ tiêu tính chung; outlet: A và also-on: [B] nếu mỗi tác phẩm phát trên cả hai; sau đó xóa scheduled: false.

          3 cảnh báo

          """)
    }
  }

  @Test("a station's “bản tin” without a column of outlets is no print either")
  func spokenNews() throws {
    try with(
      """
      STT,Nội dung,Hình thức,Số lượng,Đơn vị chủ trì
      1,Tin nông thôn,bản tin,12 bản tin,Đài huyện
      2,Tin nội bộ,bản tin,4 bản tin,Sở Nội vụ

      """
    ) { made, _ in
      #expect(!made.lines.prefix(200).contains("outlet:"))
      #expect(made.lines.contains("title: \"Tin nội bộ\"\n    form: \"bản tin\"\n    outlet: an-pham\n"))
      #expect(made.told.contains("“Tin nông thôn”: tên “Đài huyện” không cho biết là loại kênh nào"))
    }
  }

  @Test("an understood time is written wherever the outlet is not known; the remedy then keeps to it")
  func window() throws {
    try with(
      """
      STT,Nội dung,Hình thức,Kênh,Số lượng,Thời gian
      1,Tin nông thôn,tin,Đài huyện,24 tin,"Quý II, III"
      2,Bài nông thôn,bài,Đài huyện,2 bài,"Tháng 3, 9"

      """
    ) { made, station in
      #expect(
        made.lines == """
            - id: tin-nong-thon
              title: "Tin nông thôn"
              form: "tin"
              quota: "24 tin"
              scheduled: false
              from: 2027-04-01
              to: 2027-09-30
              row: "1"
              note: "kênh: Đài huyện"
            - id: bai-nong-thon
              title: "Bài nông thôn"
              form: "bài"
              quota: "2 bài"
              scheduled: false
              from: 2027-03-01
              to: 2027-09-30
              months: { 4: 0, 5: 0, 6: 0, 7: 0, 8: 0 }
              row: "2"
              note: "kênh: Đài huyện"

          """)
      let folder = station.folder + "/kh"
      #expect(try !Command("check", folder).output.contains("UNUSED_KEY"))
      // As the remedy says.
      let mended = made.text.replacing(
        "outlets: {}",
        with:
          "outlets:\n  dai: { name: Đài huyện, kind: loudspeakers, grid: [{ id: m, every: month, pieces: 30 }] }"
      ).replacing("    scheduled: false\n", with: "    outlet: dai\n")
      try station.write("kh/plan.yaml", mended)
      let placements = station.folder + "/lich.csv"
      let allocated = try Command("allocate", folder, "--out", placements)
      #expect(allocated.status == 0, "\(allocated.errors)\(allocated.output)")
      let table = try station.text("lich.csv")
      let rows = table.split(whereSeparator: \.isNewline).dropFirst()
      func months(_ line: String) -> Set<String> {
        Set(
          rows.filter { $0.contains(line) }.compactMap { $0.firstMatch(of: /2027-(\d\d)/)?.output.1 }.map(
            String.init))
      }
      #expect(months("tin-nong-thon") == ["04", "05", "06", "07", "08", "09"])
      #expect(months("bai-nong-thon") == ["03", "09"])
    }
  }

  @Test("“Hằng tháng” is one in each month where there are as many; a rate by quarter is kept by quarter")
  func rhythms() throws {
    try with(
      """
      STT,Nội dung,Hình thức,Số lượng,Thời gian
      1,Bài trên báo in,bài,10 bài,Hằng tháng
      2,Tin trên báo in,tin,24 tin,Hằng tháng
      3,Phóng sự truyền hình,phóng sự,01 phóng sự/quý,
      4,Phim truyền hình,phim,8 phim,Hằng quý
      5,Ký sự truyền hình,ký sự,4 ký sự,01 ký sự/quý

      """
    ) { made, station in
      #expect(
        made.lines == """
            - id: bai-tren-bao-in
              title: "Bài trên báo in"
              form: "bài"
              outlet: bao
              quota: "10 bài"
              row: "1"
              note: "thời gian: Hằng tháng"
            - id: tin-tren-bao-in
              title: "Tin trên báo in"
              form: "tin"
              outlet: bao
              quota: "24 tin"
              months: { 1: 1.., 2: 1.., 3: 1.., 4: 1.., 5: 1.., 6: 1.., 7: 1.., 8: 1.., 9: 1.., 10: 1.., 11: 1.., 12: 1.. }
              row: "2"
            - id: phong-su-truyen-hinh
              title: "Phóng sự truyền hình"
              form: "phóng sự"
              outlet: truyen-hinh
              quota: "4 phóng sự"
              counts: [{ count: works, floor: 1, every: quarter }]
              row: "3"
              note: "01 phóng sự/quý"
            - id: phim-truyen-hinh
              title: "Phim truyền hình"
              form: "phim"
              outlet: truyen-hinh
              quota: "8 phim"
              counts: [{ count: works, floor: 1, every: quarter }]
              row: "4"
            - id: ky-su-truyen-hinh
              title: "Ký sự truyền hình"
              form: "ký sự"
              outlet: truyen-hinh
              quota: "4 ký sự"
              counts: [{ count: works, floor: 1, every: quarter }]
              row: "5"
              note: "01 ký sự/quý"

          """)
      #expect(
        made.told == """
          pl.csv:2:1: cảnh báo[ANNEX_NOT_UNDERSTOOD]: “Bài trên báo in”: thời gian ghi “Hằng tháng” nhưng cả năm chỉ có 10 bài, không đủ mỗi tháng một; giữ nguyên trong ghi chú, lịch trải đều cả năm.
            Cách sửa: Hỏi nơi ban hành: số lượng hay thời gian là đúng. Nếu chỉ làm trong một số tháng, ghi vào months, ví dụ: months: { 1: 0, 7: 0 }.

          1 cảnh báo

          """)
      let placements = station.folder + "/lich.csv"
      let allocated = try Command("allocate", station.folder + "/kh", "--out", placements)
      #expect(allocated.status == 0, "\(allocated.errors)")
      let rows = try station.text("lich.csv").split(whereSeparator: \.isNewline).filter {
        $0.contains("phong-su-truyen-hinh")
      }
      let quarters = Set(
        rows.compactMap { $0.firstMatch(of: /2027-(\d\d)/).flatMap { Int($0.output.1) } }.map { ($0 - 1) / 3 }
      )
      #expect(quarters == [0, 1, 2, 3])
    }
  }

  @Test("the document above an annex is the plan's, and its paper names it")
  func document() throws {
    try with(
      """
      PHỤ LỤC NHIỆM VỤ TUYÊN TRUYỀN NĂM 2027,,
      (Kèm theo Kế hoạch số 15/KH-UBND ngày 20/01/2027 của UBND tỉnh Mẫu),,
      STT,Nội dung,Số lượng,Thời gian
      1,Tin trên báo in,12 tin,06 tháng đầu năm

      """
    ) { made, station in
      #expect(made.told == "")
      #expect(
        made.text.contains(
          "documents:\n  - { number: \"15/KH-UBND\", date: 2027-01-20, issuer: \"UBND tỉnh Mẫu\" }\n"))
      #expect(made.lines.contains("    to: 2027-06-30\n"))
      #expect(made.output.contains("Văn bản ban hành: số 15/KH-UBND ngày 20/01/2027, như phụ lục ghi."))
      let paper = try Command("report", station.folder + "/kh", "--layout", "annex", "--lang", "vi").output
      #expect(paper.contains("(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/01/2027 của UBND tỉnh Mẫu)"))
    }
  }
}
