import Foundation
import Testing

@Suite("Periods are closed, restated and verified by the command")
struct CloseCommandTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    reporting: { profile: SO_NOI_VU }
    office: { name: Sở Nội vụ, above: UBND tỉnh, place: Lai Châu, signs: [Giám đốc] }
    outlets:
      truyen-hinh:
        name: Truyền hình tỉnh
        kind: television
        grid:
          - { id: toi, rule: FREQ=WEEKLY;BYDAY=MO, at: "19:00", length: 15m }
    lines:
      - { id: cai-cach, title: Cải cách, form: chuyên mục, outlet: truyen-hinh, quota: 12, done: aired }
    """
  private static let log = """
    date,time,outlet,line,edition,title
    2026-01-19,19:00,truyen-hinh,cai-cach,1,Cải cách
    2026-02-16,19:00,truyen-hinh,cai-cach,2,Cải cách
    2026-04-06,19:00,truyen-hinh,cai-cach,4,Cải cách

    """

  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    try Self.log.write(toFile: folder + "/as-run/dai.csv", atomically: true, encoding: .utf8)
    try work(folder)
  }

  private func close(_ folder: String, _ arguments: String...) throws -> Command {
    try Command(
      program: Command.path,
      ["close", folder, "--period", "2026-Q1", "--at", "2026-04-20T09:00"] + arguments)
  }

  @Test("the certificate is what an office signs, and the same whenever it is asked for")
  func certificate() throws {
    try withFolder { folder in
      let made = try close(folder, "--by", "Lê Văn A", "--number", "12/BB-SNV")
      #expect(made.status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/closes").filter {
        $0.hasSuffix(".csv")
      }
      let name = try #require(names.first)
      #expect(names.count == 1 && made.errors.hasSuffix("Đã chốt kỳ 2026-Q1: \(folder)/closes/\(name).\n"))
      try Golden.expect(made.output, at: "\(Command.root)/Tests/EndToEndTests/Closes/certificate.vi.txt")
      let again = try close(folder, "--number", "12/BB-SNV")
      #expect(again.status == 0 && again.output == made.output)
      #expect(again.errors.contains("đã chốt từ trước và không có gì thay đổi"))
      let english = try close(folder, "--number", "12/BB-SNV", "--lang", "en")
      try Golden.expect(english.output, at: "\(Command.root)/Tests/EndToEndTests/Closes/certificate.en.txt")
      let paper = folder + "/bien-ban.docx"
      #expect(try close(folder, "--format", "docx", "--out", paper).status == 0)
      #expect(try Data(contentsOf: URL(filePath: paper)).starts(with: Data("PK".utf8)))
    }
  }

  @Test("late rows are told, restated only when asked for, and the certificate shows the difference")
  func restatement() throws {
    try withFolder { folder in
      _ = try close(folder, "--by", "Lê Văn A")
      let late = Self.log + "2026-03-09,19:00,truyen-hinh,cai-cach,3,Cải cách\n"
      try late.write(toFile: folder + "/as-run/dai.csv", atomically: true, encoding: .utf8)
      let verified = try Command("verify", folder, "--lang", "en")
      #expect(verified.status == 0)
      let differs = try close(folder, "--by", "B", "--lang", "en")
      #expect(differs.status == 1)
      #expect(
        differs.errors.hasSuffix(
          "2026-Q1 was closed otherwise; nothing was written. To restate it, add --restate --by \"NAME\" --reason \"WHY\".\n"
        ))
      #expect(verified.output.hasSuffix(differs.output))
      let restated = try close(folder, "--by", "B", "--restate", "--reason", "Đài gửi thêm nhật ký")
      #expect(restated.status == 0)
      try Golden.expect(restated.output, at: "\(Command.root)/Tests/EndToEndTests/Closes/restatement.vi.txt")
      let after = try Command("verify", folder)
      #expect(after.status == 0)
      try Golden.expect(after.output, at: "\(Command.root)/Tests/EndToEndTests/Closes/verified.vi.txt")
    }
  }

  @Test("a row changed afterwards is named with what it said, in the text and in JSON")
  func alteredRow() throws {
    try withFolder { folder in
      _ = try close(folder, "--by", "Lê Văn A")
      let altered = Self.log.replacingOccurrences(of: "2026-02-16,19:00", with: "2026-02-16,19:40")
      try altered.write(toFile: folder + "/as-run/dai.csv", atomically: true, encoding: .utf8)
      let text = try Command("verify", folder, "--lang", "en")
      #expect(text.status == 1)
      #expect(text.output.contains("altered  dai.csv:3       time: 19:00 → 19:40\n"))
      #expect(
        text.errors.contains("error[CLOSE_ROWS_CHANGED]: “as-run/dai.csv” changed since 2026-Q1 was closed"))
      let json = try Command("verify", folder, "--json")
      let page = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let closes = try #require(page["closes"] as? [[String: Any]])
      #expect(closes.first?["state"] as? String == "rows-changed")
      let rows = try #require(closes.first?["changedRows"] as? [[String: Any]])
      #expect(rows.first?["change"] as? String == "changed" && rows.first?["row"] as? String == "dai.csv:3")
    }
  }

  @Test("wrong words are told in one sentence")
  func wrongWords() throws {
    try withFolder { folder in
      for (arguments, words) in [
        (["close", folder, "--by", "A"], "Say which period to close, such as --period 2018-Q1."),
        (
          ["close", folder, "--period", "2026-Q1", "--restate"], "--restate and --reason \"WHY\" go together."
        ),
        (["close", folder, "--period", "2026-Q9", "--by", "A"], "There is no period “2026-Q9” in SO_NOI_VU"),
        (
          ["close", folder, "--period", "2026-Q1", "--at", "2026-04-20T09:00"],
          "Say who closes it: add --by \"NAME\"."
        ),
        (["verify", folder, "--expect", "xyz"], "“xyz” is not a hash"),
      ] {
        let command = try Command(program: Command.path, arguments + ["--lang", "en"])
        #expect(command.status == 64 && command.errors.contains(words), "\(command.errors)")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/closes/kept"))
      let none = try Command("verify", folder, "--lang", "en")
      #expect(none.status == 0 && none.output.contains("No period is closed yet."))
    }
  }
}

extension CloseCommandTests {
  @Test("closes that an earlier version made come out for ever, whatever became of plan and allocation since")
  func earlierVersion() throws {
    let verified = try Command("verify", "Tests/EndToEndTests/Closes/made", "--lang", "en")
    #expect(verified.status == 0)
    #expect(
      verified.output == """
        CLOSED FIGURES, WORKED OUT AGAIN
        Một ví dụ (số liệu minh họa)

        No.  Period               Restatement  Closed            By          Hash              Result
        ───  ───────────────────  ───────────  ────────────────  ──────────  ────────────────  ─────────────────────────
          1  2026-Q1 (SO_NOI_VU)            –  2026-04-20 09:00  Lê Văn A    a63913b306a98c0b  confirmed, restated since
          2  2026-Q1 (SO_NOI_VU)            1  2026-05-04 14:30  Trần Thị B  3c35be4ba3a54335  confirmed
          3  2026-H1 (SO_NOI_VU)            –  2026-07-03 08:15  Lê Văn A    c9d4fe644e9592a4  confirmed

        """)
  }
}
