import Foundation
import Testing

@Suite("Tables fit the terminal, and files keep their full width")
struct TerminalTableTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m, in-blackout: drop }] }
    blackouts: [{ name: Tết, from: 2026-02-17, to: 2026-02-19 }]
    lines:
      - { id: chuyen-muc-cai-cach, title: Chuyên mục Cải cách hành chính Nhà nước, form: chuyên mục, outlet: tv, quota: 24 kỳ }
      - { id: tin, title: "Tin, bài", form: "tin, bài, ảnh", outlet: tv, quota: "120 tin, bài, ảnh", from: 2026-03-01 }

    """

  private static let narrow = """
    Nội dung        T1  T2  T3  T4  T5  T6  T7  T8  T9  T10  T11  T12   Cả   Số giao
                                                                       năm
    ──────────────  ──  ──  ──  ──  ──  ──  ──  ──  ──  ───  ───  ───  ───  ────────
    Chuyên mục Cải   2   2   2   2   2   2   2   2   2    2    2    2   24     24 kỳ
    cách hành
    chính Nhà nước
    Tin, bài         0   0  12  12  12  12  12  12  12   12   12   12  120  120 tin,
                                                                            bài, ảnh

    Nội dung                            Ràng buộc
    ──────────────────────────────────  ───────────────────────
    Chuyên mục Cải cách hành chính Nhà
    nước
    Tin, bài                            [01/03/2026–31/12/2026]

    """

  private func terminal(_ command: String, columns: String?) throws -> String {
    let run = try Command(
      program: "/usr/bin/env",
      [
        "script", "-qec", (columns.map { "COLUMNS=\($0) " } ?? "") + "\(Command.path) \(command)",
        "/dev/null",
      ],
      environment: ["TERM": "dumb"])
    #expect(run.status == 0)
    return run.output.replacing("\r\n", with: "\n")
  }

  @Test("a terminal of unknown width has 80 columns: fewer columns, wrapped cells, what is left below")
  func eighty() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    #expect(try terminal("allocate \(station.folder)", columns: nil).contains(Self.narrow))
    #expect(try Command("allocate", station.folder, "--width", "80").output.contains(Self.narrow))
  }

  @Test("COLUMNS says how wide the terminal is", arguments: [50, 80, 120])
  func columns(width: Int) throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let text = try terminal("allocate \(station.folder)", columns: String(width))
    let table = text.split(separator: "\n").filter { $0.contains("──") || $0.contains("  2   2") }
    #expect(!table.isEmpty)
    #expect(table.allSatisfy { $0.count <= width })
  }

  @Test("a pipe and a file keep the full width, whatever COLUMNS says")
  func pipe() throws {
    let piped = try Command("report", "schedules/tan-hong-2020")
    let told = try Command("report", "schedules/tan-hong-2020", environment: ["COLUMNS": "60"])
    #expect(piped.output == told.output)
    #expect(piped.output.split(separator: "\n").contains { $0.count > 130 })
  }

  @Test("a width in which nothing can be read is wrong usage")
  func refused() throws {
    let command = try Command("report", "schedules/tan-hong-2020", "--width", "20", "--lang", "en")
    #expect(command.status == 64)
    #expect(command.errors == "Error: --width is a number from 40 to 1000.\n")
  }
}

@Suite("The language is said before or after the command, or by the environment")
struct LanguageChoiceTests {
  @Test(
    "the environment chooses when nothing is said",
    arguments: [
      (["LANG": ""], "Không có vấn đề nào.\n"), (["LANG": "C"], "Không có vấn đề nào.\n"),
      (["LANG": "fr_FR.UTF-8"], "Không có vấn đề nào.\n"), (["LANG": "en_GB.UTF-8"], "No findings.\n"),
      (["LANG": "vi_VN.UTF-8", "LC_ALL": "en_US.UTF-8"], "No findings.\n"),
      (["LANG": "en_US.UTF-8", "LC_ALL": "C"], "Không có vấn đề nào.\n"),
      (["LANG": "en_US.UTF-8", "LC_ALL": ""], "No findings.\n"),
    ])
  func environment(environment: [String: String], says: String) throws {
    let station = try Station()
    defer { station.remove() }
    #expect(try Command("check", station.folder, environment: environment).output == says)
  }

  @Test("--lang before the command is --lang after it")
  func before() throws {
    let station = try Station()
    defer { station.remove() }
    for arguments in [["--lang", "en"], ["--lang=en"]] {
      let command = try Command(program: Command.path, arguments + ["check", station.folder])
      #expect(command.output == "No findings.\n")
    }
    let spoken = try Command("--lang", "vi", "check", station.folder, environment: ["LANG": "en_US"])
    #expect(spoken.output == "Không có vấn đề nào.\n")
    let unknown = try Command("--lang", "en", "chek", station.folder)
    #expect(unknown.status == 64)
    #expect(unknown.errors.hasPrefix("Error: There is no command “chek”; the commands are new, check, "))
  }

  @Test("the help shows first what a newcomer needs, in this order")
  func help() throws {
    let english = try Command("--lang", "en", "--help").output
    let first = try #require(english.split(separator: "\n\n").first { $0.hasPrefix("TO BEGIN") })
    let named = first.split(separator: "\n").dropFirst().compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first : nil
    }
    #expect(named == ["new", "check", "publish", "import", "status", "report"])
    #expect(try Command("--help").output.contains("\nĐỂ BẮT ĐẦU, THEO THỨ TỰ:\n  new "))
  }
}
