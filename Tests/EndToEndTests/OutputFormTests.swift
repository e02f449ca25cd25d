import CalendarClients
import Foundation
import Testing

@Suite("A file is written as its ending says, or refused")
struct OutputFormTests {
  private static let folder = "Tests/EndToEndTests/Consolidated/tinh-mau"

  @Test("each ending gives what it promises")
  func endings() throws {
    try withOutputs { folder in
      for (ending, start) in [
        ("docx", "PK"), ("xlsx", "PK"), ("html", "<!DOCTYPE html>"), ("csv", "\u{FEFF}table,line"),
        ("json", "{"),
        ("txt", "TỔNG HỢP SỐ LIỆU"), ("DOCX", "PK"),
      ] {
        let file = "\(folder)/bao-cao.\(ending)"
        let command = try Command("consolidate", Self.folder, "--out", file)
        #expect(command.status == 0 && command.output == "", "\(ending): \(command.errors)")
        let bytes = try Data(contentsOf: URL(filePath: file))
        #expect(bytes.starts(with: Data(start.utf8)), "\(ending)")
      }
    }
  }

  @Test(
    "an ending that a command does not write, a format that it does not have, and two that differ are refused"
  )
  func refused() throws {
    try withOutputs { folder in
      for (arguments, told) in [
        (
          ["consolidate", Self.folder, "--out", "\(folder)/a.doc"],
          "Error: This command writes no .doc files (“FOLDER/a.doc”); it writes .txt, .csv, .json, .html, .xlsx, .docx, .pdf.\n"
        ),
        (
          ["consolidate", Self.folder, "--out", "\(folder)/a.docx", "--format", "csv"],
          "Error: --format csv does not go with the name “FOLDER/a.docx”; leave out --format, or change the file's ending.\n"
        ),
        (
          ["history", "schedules/lai-chau-2018", "--format", "odt"],
          "Error: This command has no format “odt”; it has text, json, csv, html, xlsx, docx, pdf.\n"
        ),
        (
          ["report", "schedules/lai-chau-2018", "--format", "docx"],
          "Error: The format docx cannot be printed on a screen; add --out NAME.docx.\n"
        ),
        (
          ["allocate", "schedules/lai-chau-2018", "--out", "\(folder)/a.xlsx"],
          "Error: This command writes no .xlsx files (“FOLDER/a.xlsx”); it writes .csv.\n"
        ),
        (
          ["reconcile", "schedules/lai-chau-2018", "--out", "\(folder)/a.pdf"],
          "Error: This command writes no .pdf files (“FOLDER/a.pdf”); it writes .csv.\n"
        ),
        (
          [
            "close", "schedules/lai-chau-2018", "--period", "2018-Q1", "--by", "A", "--out",
            "\(folder)/a.xlsx",
          ],
          "Error: This command writes no .xlsx files (“FOLDER/a.xlsx”); it writes .txt, .json, .html, .docx, .pdf.\n"
        ),
      ] {
        let command = try Command(program: Command.path, arguments + ["--lang", "en"])
        #expect(command.status == 64)
        #expect(command.errors.replacing(folder, with: "FOLDER") == told)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [], "nothing was written")
    }
    let vietnamese = try Command("consolidate", Self.folder, "--out", "a.rtf", "--lang", "vi")
    #expect(
      vietnamese.errors
        == "Lỗi: Lệnh này không ghi được tệp .rtf (“a.rtf”); ghi được: .txt, .csv, .json, .html, .xlsx, .docx, .pdf.\n"
    )
  }

  @Test("a name without an ending, and one of another kind beside --format, are taken as they are")
  func freeNames() throws {
    try withOutputs { folder in
      #expect(try Command("consolidate", Self.folder, "--out", "\(folder)/bao-cao.2025").status == 0)
      let report = try String(contentsOfFile: "\(folder)/bao-cao.2025", encoding: .utf8)
      #expect(report.hasPrefix("TỔNG HỢP SỐ LIỆU"))
      let other = try Command("consolidate", Self.folder, "--format", "json", "--out", "\(folder)/a.dat")
      #expect(other.status == 0, "\(other.errors)")
    }
  }

  @Test("periods as people say them, and one sentence for a period that the profile does not have")
  func periods() throws {
    let plan = "schedules/lai-chau-2018"
    for (said, code) in [
      ("Quý III năm 2018", "2018-Q3"), ("6 tháng đầu năm", "2018-H1"), ("cả năm 2018", "2018"),
    ] {
      let spoken = try Command("report", plan, "--period", said, "--format", "csv", "--lang", "en")
      let coded = try Command("report", plan, "--period", code, "--format", "csv", "--lang", "en")
      #expect(spoken.status == 0 && spoken.output == coded.output)
    }
    for period in ["2018-Q2", "quý II"] {
      let missing = try Command("report", plan, "--period", period, "--profile", "BNV_581", "--lang", "en")
      #expect(missing.status == 64)
      #expect(
        missing.errors
          == "Error: BNV_581 has no report for quarter 2 of 2018; its periods are 2018-Q1, 2018-H1, 2018-Q3, 2018.\n"
      )
    }
    let unknown = try Command("report", plan, "--period", "mùa xuân", "--lang", "vi")
    #expect(
      unknown.errors
        == "Lỗi: Không có kỳ báo cáo “mùa xuân” theo CALENDAR_YEAR; viết theo mẫu: 2018, 2018-H1, 2018-Q3, 2018-04.\n"
    )
  }

  private func withOutputs(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-out-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }
}
