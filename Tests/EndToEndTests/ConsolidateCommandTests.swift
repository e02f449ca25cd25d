import Foundation
import Testing

@Suite("Lower units' figures on the command line")
struct ConsolidateCommandTests {
  private static let folder = "Tests/EndToEndTests/Consolidated/tinh-mau"

  @Test(
    "a year in which districts ended and communes merged, as text, CSV and JSON",
    arguments: [
      ("text", "vi", "consolidated.vi.txt"), ("text", "en", "consolidated.en.txt"),
      ("csv", "en", "consolidated.csv"), ("json", "en", "consolidated.json"),
    ])
  func goldens(format: String, language: String, file: String) throws {
    let command = try Command("consolidate", Self.folder, "--format", format, "--lang", language)
    #expect(command.status == 0, "\(command.errors)")
    try Golden.expect(command.output, at: "\(Command.root)/Tests/EndToEndTests/Consolidated/\(file)")
  }

  @Test("a unit sees its own view: what it declares, and what the logs have of it")
  func ownView() throws {
    let command = try Command("consolidate", Self.folder, "--explain", "dai", "--lang", "en")
    #expect(command.status == 0)
    #expect(command.output.contains("Chuyên mục CCHC         12      2\n"))
    #expect(command.output.contains("counted by the logs"))
    #expect(!command.output.contains("Bản tin loa xã"))
    let unknown = try Command("consolidate", Self.folder, "--explain", "xa", "--lang", "en")
    #expect(unknown.status == 64 && unknown.errors.contains("The plan has no unit or line “xa”"))
  }

  @Test("shares of levels are numbers in JSON and in CSV, as the report's percentages are")
  func shares() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: "\(Command.root)/\(Self.folder)", toPath: folder)
    try FileManager.default.removeItem(atPath: folder + "/declared/2025.csv")
    let communes = ["xa-an", "xa-binh", "xa-an-binh", "xa-cao"].map {
      "\($0),\($0 == "xa-an" || $0 == "xa-binh" ? "2025-H1" : "2025"),loa,50\n"
    }
    let rows = "unit,period,line,value\nso,2025,loa,998\nhuyen-dong,2025-H1,loa,1001\n" + communes.joined()
    try Data(rows.utf8).write(to: URL(filePath: folder + "/declared/2025.csv"))
    let json = try Command("consolidate", folder, "--format", "json")
    #expect(json.status == 0, "\(json.errors)")
    for share in ["45.38", "45.52", "9.1"] {
      #expect(json.output.contains("\"share\" : \(share),"), "\(share)")
    }
    #expect(json.output.contains("\"percent\" : 2199,"))
    let csv = try Command("consolidate", folder, "--format", "csv")
    let lines = csv.output.split(whereSeparator: \.isNewline)
    #expect(lines.contains { $0.hasPrefix("level,loa,province,") && $0.hasSuffix(",45.38,,,,") })
    #expect(lines.contains { $0.hasPrefix("line,loa,") && $0.hasSuffix(",100,,2199.00,,exact,bản tin") })
  }

  @Test("a line is shown alone, also beside another of the same title")
  func oneOfTwoOfATitle() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: "\(Command.root)/\(Self.folder)", toPath: folder)
    let path = folder + "/plan.yaml"
    let plan = try String(contentsOfFile: path, encoding: .utf8)
    let other =
      "  - { id: loa-chieu, title: Bản tin loa xã, form: bản tin, outlet: loa, quota: 50, scheduled: false }\n"
    try Data((plan + other).utf8).write(to: URL(filePath: path))
    let declared = folder + "/declared/loa.csv"
    try Data("unit,period,line,value\nxa-cao,2025,loa,7\n".utf8).write(to: URL(filePath: declared))
    let command = try Command(
      "consolidate", folder, "--explain", "loa-chieu", "--format", "text", "--lang", "en")
    #expect(command.status == 1)
    #expect(
      command.errors.contains(
        "is not added: the plan has more than one line “Bản tin loa xã” (write the id: loa, loa-chieu).\n"))
    // One row of sums, and it is the one without a figure.
    let sums = command.output.components(separatedBy: "\n2. ")[0]
    let rows = sums.split(separator: "\n").filter { $0.hasPrefix("Bản tin loa xã ") }
    #expect(rows.count == 1 && rows[0].contains("no data"))
  }

  @Test("Lai Châu's “more than 600” of the districts stays that, and what nobody reports is no data")
  func laiChau() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: "\(Command.root)/schedules/lai-chau-2018", toPath: folder)
    let nothing = try Command("consolidate", folder, "--lang", "en")
    #expect(nothing.status == 64 && nothing.errors.contains("Nothing is declared"))
    try FileManager.default.createDirectory(atPath: folder + "/declared", withIntermediateDirectories: true)
    try Data(
      "unit,period,line,value,evidence\ncap-huyen,2018,don-vi,\"hơn 600 tin, bài, ảnh\",báo cáo của tỉnh 21/12/2018\n"
        .utf8
    ).write(to: URL(filePath: folder + "/declared/2018.csv"))
    let told = try Command("consolidate", folder)
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("hơn 600 tin, bài, ảnh"))
    #expect(told.output.contains("23 kỳ"))
    let out = folder + "/out"
    let run = try Command("run", folder, "--out", out)
    #expect(run.status == 0)
    #expect(
      try String(contentsOfFile: out + "/consolidated.txt", encoding: .utf8).contains("hơn 600 tin, bài, ảnh")
    )
    #expect(FileManager.default.fileExists(atPath: out + "/consolidated.csv"))
  }
}
