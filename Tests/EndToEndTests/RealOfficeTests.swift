import Foundation
import Testing

/// LibreOffice itself, and what reads a PDF's text and fonts; where they are not installed, these tests are left out.
@Suite("PDF by the real LibreOffice", .enabled(if: RealOffice.isInstalled))
struct RealOfficeTests {
  @Test("the report's PDF has its Vietnamese words, on A4, in one family of fonts that it carries with it")
  func reads() throws {
    try RealOffice.inFolder { folder in
      let path = try RealOffice.report("lai-chau-2018", in: folder + "/Báo cáo 1.pdf")
      let text = try RealOffice.ask("pdftotext", ["-raw", path, "-"])
      for words in [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 12/BC-SNV",
        "ngày 31 tháng 12 năm 2018", "Tin, bài, ảnh trên",
        "(*) Số đã công bố; không có nhật ký để đếm.",
      ] {
        #expect(text.contains(words), "\(words) is not in\n\(text)")
      }
      #expect(try RealOffice.ask("pdfinfo", [path]).contains("(A4)"))
      let fonts = try RealOffice.ask("pdffonts", [path]).split(separator: "\n").dropFirst(2)
      let families = Set(
        fonts.compactMap { line in
          line.split(separator: " ").first?.split(separator: "+").last?.split(separator: "-").first
        })
      #expect(families.count == 1, "\(families)")
      #expect(fonts.allSatisfy { $0.contains(" yes yes ") })
    }
  }

  @Test("two at once are both made, for each has a profile of its own")
  func atOnce() async throws {
    let cases = ["lai-chau-2018", "tan-hong-2020"]
    let folder = try RealOffice.folder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let made = try await withThrowingTaskGroup(of: String.self) { group in
      for name in cases {
        group.addTask { try RealOffice.report(name, in: "\(folder)/\(name).pdf") }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(made.count == 2)
    for (name, words) in zip(cases, ["Lai Châu", "Tân Hồng"]) {
      #expect(try RealOffice.ask("pdftotext", ["-raw", "\(folder)/\(name).pdf", "-"]).contains(words))
    }
  }
}
