import Foundation
import Testing

@Suite("A log that does not fit, and what somebody makes of it by hand")
struct LinkCommandTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    outlets:
      truyen-hinh:
        name: Truyền hình tỉnh
        kind: television
        grid: [{ id: toi-thu-sau, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }]
      dai-huyen: { name: Đài huyện, kind: radio, relays: [truyen-hinh] }
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: truyen-hinh, quota: 6, length: 15m, house-number: "CM-##" }
    """

  private static let log = """
    ngày,giờ,kênh,kỳ,tên chương trình,mã băng,phút
    2026-01-09,20:15,truyen-hinh,,Cải cách hành chính,,15
    2026-01-09,20:16,dai-huyen,,Cải cách hành chính,,
    2026-01-30,20:15,truyen-hinh,,Cai cach hanh chin,,5
    2026-02-20,20:17,truyen-hinh,1,Cải cách hành chính,,15
    2026-03-13,22:00,truyen-hinh,,,CM-04,15
    2026-03-18,20:15,truyen-hinh,,Chuyện một cửa,,14

    """

  /// A plan's folder of its own, removed afterwards.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-link-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Self.plan.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
    try Data(Self.log.utf8).write(to: URL(filePath: folder + "/as-run/dai.csv"))
    try body(folder)
  }

  @Test("a title is settled once, for the logs that are there and for later ones")
  func title() throws {
    try inFolder { folder in
      func log(_ name: String, _ rows: String) throws -> String {
        let path = folder + "/\(name).csv"
        try Data(("ngày,giờ,kênh,tên\n" + rows).utf8).write(to: URL(filePath: path))
        return path
      }
      func shown() throws -> Int {
        let table = folder + "/outcomes.csv"
        _ = try Command("reconcile", folder, "--out", table, "--as-of", "2026-02-28")
        return try String(contentsOfFile: table, encoding: .utf8).split(whereSeparator: \.isNewline).count {
          $0.hasPrefix("aired,vi-du.cm.") && $0.contains(",title,")
        }
      }
      try FileManager.default.removeItem(atPath: folder + "/as-run/dai.csv")
      let january = try log(
        "1", "2026-01-09,20:15,truyen-hinh,CM CCHC\n2026-01-30,20:15,truyen-hinh,CM CCHC\n")
      let told = try Command("import", folder, january, "--at", "2026-02-01T08:00", "--lang", "en")
      #expect(
        (told.output + told.errors).contains(
          "Titles of no line: 1, in 2 rows: “CM CCHC” (2; aired in the openings of: cm)."))
      #expect(try shown() == 0)
      let settle = [
        "link", folder, "--title", "CM CCHC", "--line", "cm", "--by", "An", "--reason", "tên tắt của đài",
        "--at", "2026-02-02T08:00", "--lang", "en",
      ]
      let linked = try Command(program: Command.path, settle)
      #expect(linked.status == 0 && linked.output.hasPrefix("Linked “CM CCHC” in book/"))
      #expect(try Command(program: Command.path, settle).output == "“CM CCHC” is linked so already.\n")
      let february = try log("2", "2026-02-20,20:15,truyen-hinh,cm cchc\n")
      let later = try Command("import", folder, february, "--at", "2026-03-01T08:00", "--lang", "en")
      #expect(!(later.output + later.errors).contains("Titles of no line"))
      #expect(try shown() == 3)
      let unknown = try Command(
        "link", folder, "--title", "X", "--line", "cn", "--by", "An", "--reason", "r", "--lang", "en")
      #expect(unknown.status == 1)
    }
  }

  private struct Page: Decodable {
    struct Row: Decodable, Equatable {
      let row: Int
    }
    struct Outcome: Decodable {
      let outcome: String
      let edition: Int
      let row: Int?
      let sign: String?
      let makeGood: Row?
    }
    struct MakeGoods: Decodable {
      struct Slot: Decodable, Equatable {
        let uid: String
        let newStart: String?
      }
      let missed, displaced: [Slot]
    }
    let outcomes: [Outcome]
    let unplanned: [Row]
    let makeGoods: MakeGoods?

    /// Each placement that a log tells of: edition, outcome, row, by what, and what made it good.
    var story: [String] {
      outcomes.filter { $0.outcome != "pending" }.map { outcome in
        let good = outcome.makeGood.map { ", made good \($0.row)" } ?? ""
        return "\(outcome.edition) \(outcome.outcome) \(outcome.row ?? 0) \(outcome.sign ?? "–")\(good)"
      }
    }
  }

  private func reconciled(_ folder: String, _ further: String...) throws -> Page {
    let command = try Command(program: Command.path, ["reconcile", folder, "--json"] + further)
    return try JSONDecoder().decode(Page.self, from: Data(command.output.utf8))
  }

  @Test("what the log shows, where it can be made good, and a link that holds when the log grows")
  func story() throws {
    try inFolder { folder in
      let before = try reconciled(folder, "--make-goods")
      #expect(
        before.story == [
          "1 aired 2 title", "2 partial 4 title-alike", "3 substituted 5 –", "4 late 6 house-number",
        ])
      #expect(before.unplanned == [Page.Row(row: 7)])
      #expect(before.makeGoods?.missed.map(\.uid) == ["vi-du.cm.3.vi@lichsong"])
      let slots = (before.makeGoods?.missed ?? []) + (before.makeGoods?.displaced ?? [])
      #expect(slots.allSatisfy { ($0.newStart ?? "") > "2026-03-18" })

      let link = try Command(
        "link", folder, "dai.csv:7", "--makes-good", "vi-du.cm.3.vi@lichsong", "--by", "Lò Văn A", "--reason",
        "Phát bù, theo “sổ”", "--lang", "en")
      #expect(link.status == 0)
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder + "/book").first)
      #expect(link.output == "Linked “dai.csv:7” in book/\(name).\n")
      let written = try String(contentsOfFile: folder + "/book/" + name, encoding: .utf8)
      #expect(written.contains("# kind: link\n") && written.contains("# author: Lò Văn A\n"))
      #expect(
        written.components(separatedBy: "\n\n").last
          == "link,uid,date,time,outlet,line,edition,language,title,file,id,by,reason\r\n"
          + "makes-good,vi-du.cm.3.vi@lichsong,2026-03-18,20:15,truyen-hinh,,,vi,Chuyện một cửa,,,"
          + "Lò Văn A,\"Phát bù, theo “sổ”\"\r\n")

      let longer = Self.log.replacing(
        "2026-01-09,20:15", with: "2026-01-08,20:15,truyen-hinh,,Phim,,9\n2026-01-09,20:15")
      try Data(longer.utf8).write(to: URL(filePath: folder + "/as-run/dai.csv"))
      let after = try reconciled(folder)
      #expect(after.story[2] == "3 substituted 6 –, made good 8")
      #expect(after.unplanned == [Page.Row(row: 2)])
      let report = try Command("report", folder, "--format", "csv")
      let line = report.output.split(separator: "\r\n").first { $0.contains("cm,") && $0.contains("6") }
      #expect(line != nil)
    }
  }

  @Test("a link that would not be followed is refused, and nothing is written")
  func refused() throws {
    try inFolder { folder in
      for (arguments, status, told) in [
        (["dai.csv:7", "--shows", "x"], 1, "LINK_UID_UNKNOWN"),
        (["dai.csv:70", "--nothing"], 64, "dai.csv:70"),
        (["dai.csv:7"], 64, "--makes-good"), (["dai.csv:7", "--nothing", "--shows", "x"], 64, "--nothing"),
      ] {
        let command = try Command(
          program: Command.path, ["link", folder] + arguments + ["--by", "A", "--reason", "B"])
        #expect(command.status == Int32(status), "\(arguments)")
        #expect(command.errors.contains(told), "\(command.errors)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/book") == [])
    }
  }

  @Test("links that twenty people make at once are all there, one after the other")
  func atOnce() throws {
    try inFolder { folder in
      let rows = (1...20).map { "2026-03-\($0 < 10 ? "0" : "")\($0),09:00,truyen-hinh,,Phim số \($0),,30\n" }
      try Data((Self.log + rows.joined()).utf8).write(to: URL(filePath: folder + "/as-run/dai.csv"))
      let told = try Command.shell(
        """
        for row in $(seq 8 27); do
          "$lichsong" link $1 dai.csv:$row --nothing --by "Người $row" --reason Phim > /dev/null 2>> $1/errors &
          programs="$programs $!"
        done
        for program in $programs; do wait $program || echo $program; done
        cat $1/errors; ls -A $1/book | grep -c -- -link-
        """, folder)
      #expect(told.output == "20\n")
      let outcomes = try Command("reconcile", folder, "--lang", "en").output.split(separator: "\n")
      #expect(outcomes.count { $0.hasPrefix("unplanned, set aside by hand  Phim số ") } == 20)
      let history = try Command("history", folder, "--lang", "en")
      #expect(
        history.status == 0 && history.output.contains("Người 8") && history.output.contains("Người 27"))
    }
  }

  @Test("links.csv counts as a working file, and a later link in the Book takes its place")
  func workingFile() throws {
    try inFolder { folder in
      let table =
        "link,uid,date,time,outlet,title,by,reason\r\n"
        + "makes-good,vi-du.cm.3.vi@lichsong,2026-03-18,20:15,truyen-hinh,Chuyện một cửa,A,Phát bù\r\n"
      try Data(table.utf8).write(to: URL(filePath: folder + "/links.csv"))
      #expect(try reconciled(folder).story[2] == "3 substituted 5 –, made good 7")
      let link = try Command(
        "link", folder, "dai.csv:7", "--nothing", "--by", "Lò Văn A", "--reason", "Không phải phát bù")
      #expect(link.status == 0, "\(link.errors)")
      #expect(try reconciled(folder).story[2] == "3 substituted 5 –")
      #expect(try String(contentsOfFile: folder + "/links.csv", encoding: .utf8) == table)
    }
  }

  @Test("what was said of a row is taken back, whether it stands in the Book or in links.csv")
  func takenBack() throws {
    try inFolder { folder in
      let before = try reconciled(folder).story[2]
      func link(_ arguments: String...) throws -> Command {
        try Command(
          program: Command.path,
          ["link", folder] + arguments + ["--by", "Lò Văn A", "--reason", "xem lại băng", "--lang", "en"])
      }
      #expect(try link("dai.csv:7", "--makes-good", "vi-du.cm.3.vi@lichsong").status == 0)
      #expect(try reconciled(folder).story[2] == "3 substituted 5 –, made good 7")
      let taken = try link("dai.csv:7", "--withdraw")
      #expect(
        taken.status == 0 && taken.output.hasPrefix("Took back what was said of “dai.csv:7” in book/"),
        "\(taken.errors)")
      #expect(try reconciled(folder).story[2] == before)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder + "/book").count { $0.contains("-link-") }
          == 2)
      #expect(try link("dai.csv:7", "--withdraw").output.contains("was taken back or replaced already"))
      #expect(try link("dai.csv:2", "--withdraw").status == 64)
    }
  }
}
