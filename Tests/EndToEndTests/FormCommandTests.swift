import CalendarClients
import Foundation
import Testing

@Suite("Forms for declared figures are sent out and read back")
struct FormCommandTests {
  private static let sample = "\(Command.root)/Tests/EndToEndTests/Consolidated/tinh-mau"

  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder + "/tinh", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.sample + "/plan.yaml", toPath: folder + "/tinh/plan.yaml")
    try work(folder)
  }

  @Test(
    "a form is written, filled in by openpyxl, and read back without a word typed twice",
    arguments: ["vi", "en"])
  func story(language: String) throws {
    try withFolder { folder in
      let (plan, form) = (folder + "/tinh", folder + "/bieu-mau.xlsx")
      let made = try Command("new", "--form", plan, "--out", form, "--lang", language)
      #expect(made.status == 0, "\(made.errors)")
      #expect(
        made.output
          == (language == "vi"
            ? """
            Đã ghi \(form): 6 đơn vị, 16 số liệu cần điền.
            Khi nhận lại, ghi vào sổ: lichsong import \(plan) \(form)

            """
            : """
            Wrote \(form): 6 units, 16 figures to fill in.
            When it comes back, record it: lichsong import \(plan) \(form)

            """))
      let filled = folder + "/da-dien.xlsx"
      let seen = try ClientPrograms.fillForm(
        URL(filePath: form), to: URL(filePath: filled),
        ["1", "2", "-", "-", "12", "hơn 20", "7", "không có số liệu"])
      #expect(seen.status == 0, "\(seen.output)")
      #expect(
        seen.output.contains(
          language == "vi"
            ? """
            Huyện Đông: protected True, open Số liệu, Minh chứng, Người báo cáo, Gồm cả, Ngày nhận, Ghi chú, head open False
              Huyện Đông | Quý I năm 2025 | Tin của đài huyện | tin
              Huyện Đông | Quý II năm 2025 | Tin của đài huyện | tin
            Xã An: protected True, open Số liệu, Minh chứng, Người báo cáo, Gồm cả, Ngày nhận, Ghi chú, head open False
              Xã An | Quý I năm 2025 | Bản tin loa xã | bản tin

            """
            : """
            Huyện Đông: protected True, open Value, Evidence, Author, Includes, Received, Note, head open False
              Huyện Đông | 2025-Q1 | Tin của đài huyện | tin

            """), "\(seen.output)")
      let imported = try Command("import", plan, filled, "--lang", language, "--by", "A")
      #expect(imported.status == 0, "\(imported.errors)\(imported.output)")
      let sums = try Command("consolidate", plan, "--period", "2025-H1", "--format", "csv", "--lang", "en")
      #expect(sums.status == 0, "\(sums.errors)")
      // Two quarters make the half.
      let rows = sums.output.split(whereSeparator: \.isNewline).map(String.init)
      #expect(
        rows.contains { $0.hasPrefix("line,chuyen-muc,,,2025-H1,3,exact,chuyên mục,") }, "\(sums.output)")
      #expect(rows.contains { $0.hasPrefix("line,dai-huyen,,,2025-H1,32,more-than,tin,") }, "\(sums.output)")
      #expect(
        rows.contains { $0.hasPrefix("row,loa,commune,xa-an,2025-Q2,,,,") },
        "no data is told as that: \(sums.output)")
    }
  }

  @Test("a folder gets a file for each unit; nothing that is there is overwritten")
  func folderOfForms() throws {
    try withFolder { folder in
      let out = folder + "/gui-di"
      #expect(try Command("new", "--form", folder + "/tinh", "--out", out, "--period", "2025-H1").status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
      #expect(names == ["dai.xlsx", "huyen-dong.xlsx", "xa-an.xlsx", "xa-binh.xlsx", "xa-cao.xlsx"])
      let again = try Command("new", "--form", folder + "/tinh", "--out", out, "--period", "2025-H1")
      #expect(again.status == 74)
      let one = try Command(
        "new", "--form", folder + "/tinh", "--out", folder + "/xa.xlsx", "--unit", "xa-cao", "--lang", "en")
      #expect(one.output.hasPrefix("Wrote \(folder)/xa.xlsx: 1 unit, 4 figures to fill in.\n"))
    }
  }

  @Test(
    "the period of a form may be named in words, as in other commands",
    arguments: [
      ("2025-H1", "2025-H1"), ("6 tháng đầu năm", "2025-H1"), ("6 tháng đầu năm 2025", "2025-H1"),
      ("Quý II", "2025-Q2"), ("quý 2/2025", "2025-Q2"),
    ])
  func periodInWords(words: String, period: String) throws {
    try withFolder { folder in
      let (form, plain) = (folder + "/a.xlsx", folder + "/b.xlsx")
      let made = try Command("new", "--form", folder + "/tinh", "--out", form, "--period", words)
      #expect(made.status == 0, "\(made.errors)")
      #expect(
        try Command("new", "--form", folder + "/tinh", "--out", plain, "--period", period).status == 0)
      #expect(try Data(contentsOf: URL(filePath: form)) == Data(contentsOf: URL(filePath: plain)))
      let other = try Command(
        "new", "--form", folder + "/tinh", "--out", folder + "/c.xlsx", "--period", "6 tháng đầu năm 2024",
        "--lang", "en")
      #expect(other.status == 64)
      #expect(other.errors.contains("The period “2024-H1” has no day in 2025, the plan's year."))
    }
  }

  @Test("what makes no form is told with what to do")
  func refused() throws {
    try withFolder { folder in
      let (plan, out) = (folder + "/tinh", folder + "/f.xlsx")
      let unit = try Command("new", "--form", plan, "--out", out, "--unit", "xa", "--lang", "en")
      #expect(unit.status == 64 && unit.errors.contains("The plan has no unit “xa”; there are so, dai,"))
      let period = try Command("new", "--form", plan, "--out", out, "--period", "2026-Q1", "--lang", "en")
      #expect(period.status == 64 && period.errors.contains("The period “2026-Q1” has no day in 2025"))
      let paper = try Command("new", "--form", plan, "--out", folder + "/f.docx", "--lang", "en")
      #expect(paper.status == 64 && paper.errors.contains("A form is an .xlsx file"))
      #expect(try Command("new", "--form", plan).status == 64)
      #expect(try Command("new").status == 64)
      #expect(try Command("new", folder + "/moi", "--form", plan, "--out", out).status == 64)
      let nobody = try Command(
        "new", "--form", "schedules/lai-chau-2018", "--out", out, "--unit", "sngoai", "--lang", "en")
      #expect(nobody.status == 64)
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }
}
