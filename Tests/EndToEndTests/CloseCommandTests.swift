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

  /// A plan's folder whose schedule is published, and whose log is recorded as that of the station.
  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    let published = try Command("publish", folder, "--by", "Lê Văn A", "--at", "2026-01-05T09:00")
    #expect(published.status == 0, "\(published.errors)")
    try record(Self.log, as: "dai.csv", at: "2026-04-08T09:00", in: folder)
    try work(folder)
  }

  private func record(_ log: String, as name: String, at time: String, in folder: String) throws {
    try log.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    let command = try Command("import", folder, "\(folder)/\(name)", "--by", "Đài", "--at", time)
    #expect(command.status == 0, "\(command.errors)")
  }

  /// The path of the only entry of a kind.
  private func entry(_ kind: String, in folder: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book").filter {
      $0.contains("-\(kind)-")
    }
    #expect(names.count == 1, "\(names)")
    return "book/" + (try #require(names.first))
  }

  private func close(_ folder: String, at time: String = "2026-04-20T09:00", _ arguments: String...) throws
    -> Command
  {
    try Command(program: Command.path, ["close", folder, "--period", "2026-Q1", "--at", time] + arguments)
  }

  @Test("the certificate is what an office signs, and the same whenever it is asked for")
  func certificate() throws {
    try withFolder { folder in
      let made = try close(folder, "--by", "Lê Văn A", "--number", "12/BB-SNV")
      #expect(made.status == 0)
      let name = try entry("close-2026-Q1", in: folder)
      #expect(made.errors.hasSuffix("Đã chốt kỳ 2026-Q1: \(name).\n"))
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
      let late = "date,time,outlet,line,edition,title\n2026-03-09,19:00,truyen-hinh,cai-cach,3,Cải cách\n"
      try record(late, as: "bo-sung.csv", at: "2026-04-22T09:00", in: folder)
      let verified = try Command("verify", folder, "--lang", "en")
      #expect(verified.status == 0)
      let name = try entry("close-2026-Q1", in: folder)
      #expect(
        verified.errors == """
          \(name):1:1: warning[CLOSE_OUTDATED]: Since 2026-Q1 was closed more has come to light: 5 figures and 1 row of the logs differ.
            remedy: lichsong close PLAN --period 2026-Q1 --profile SO_NOI_VU --restate --by "NAME" --reason "WHY"

          1 warning

          """)
      let report = try Command("report", folder, "--period", "2026-Q1", "--lang", "en")
      #expect(
        report.output.contains(
          ": warning[CLOSE_OUTDATED]: 2026-Q1 was closed on\n2026-04-20 with other figures than these (cai-cach).\n"
        ))
      let differs = try close(folder, at: "2026-04-27T14:30", "--by", "B", "--lang", "en")
      #expect(differs.status == 1)
      #expect(
        differs.errors.hasSuffix(
          "2026-Q1 was closed with other figures; nothing was written. To restate it, add --restate --by \"NAME\" --reason \"WHY\".\n"
        ))
      #expect(verified.output.hasSuffix(differs.output))
      let restated = try close(
        folder, at: "2026-04-27T14:30", "--by", "B", "--restate", "--reason", "Đài gửi thêm nhật ký")
      #expect(restated.status == 0)
      try Golden.expect(restated.output, at: "\(Command.root)/Tests/EndToEndTests/Closes/restatement.vi.txt")
      let again = try close(folder, at: "2026-04-28T08:00")
      #expect(again.output == restated.output, "the same certificate whenever it is asked for")
      let after = try Command("verify", folder)
      #expect(after.status == 0)
      try Golden.expect(after.output, at: "\(Command.root)/Tests/EndToEndTests/Closes/verified.vi.txt")
    }
  }

  @Test(
    "the paper that was signed stays as it is when more is known: what differs is printed",
    arguments: ["bien-ban.docx", "bien-ban.html", "bien-ban.txt"])
  func signedPaperStays(name: String) throws {
    try withFolder { folder in
      let paper = "\(folder)/\(name)"
      #expect(try close(folder, "--by", "Lê Văn A", "--out", paper).status == 0)
      let signed = try Data(contentsOf: URL(filePath: paper))
      let late = "date,time,outlet,line,edition,title\n2026-03-09,19:00,truyen-hinh,cai-cach,3,Cải cách\n"
      try record(late, as: "bo-sung.csv", at: "2026-04-22T09:00", in: folder)
      let differs = try close(folder, at: "2026-04-27T14:30", "--out", paper, "--lang", "en")
      #expect(differs.status == 1)
      #expect(differs.output.hasPrefix("Figures that changed\n\nContent"), "\(differs.output)")
      #expect(differs.errors.contains("was closed with other figures; nothing was written."))
      #expect(try Data(contentsOf: URL(filePath: paper)) == signed)
    }
  }

  @Test("what would be closed is printed where nobody signs, and no paper of it is written")
  func previewIsNoPaper() throws {
    try withFolder { folder in
      let paper = folder + "/bien-ban.docx"
      let preview = try close(folder, "--out", paper, "--lang", "en")
      #expect(preview.status == 64 && preview.errors.contains("Say who closes it: add --by \"NAME\"."))
      #expect(preview.output.contains("Cải cách"), "\(preview.output)")
      #expect(!FileManager.default.fileExists(atPath: paper))
    }
  }

  @Test("a plan amended since is recorded with the close that counts by it, and later ones differ from it")
  func amendedPlan() throws {
    try withFolder { folder in
      let amended = Self.plan.replacingOccurrences(of: "quota: 12", with: "quota: 24")
      try amended.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
      // The log was recorded on 8 April, so that the close cannot be dated earlier.
      let made = try close(folder, at: "2026-04-07T09:00", "--by", "Lê Văn A", "--lang", "en")
      #expect(made.status == 0, "\(made.errors)")
      #expect(
        made.errors.contains(
          "The Book has an entry later than 2026-04-07T02:00:00Z, so this one is recorded with "
            + "2026-04-08T02:00:01Z.\n"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book").sorted()
      let plans = names.filter { $0.contains("-plan-") }
      #expect(plans.count == 2)
      #expect(try String(contentsOfFile: folder + "/book/" + plans[1], encoding: .utf8).hasSuffix(amended))
      #expect(try Command("verify", folder).status == 0)

      try Self.plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
      let differs = try close(folder, "--by", "B", "--lang", "en")
      #expect(
        differs.status == 1 && differs.errors.contains("was closed with other figures; nothing was written"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/book").sorted() == names)
    }
  }

  @Test("a row corrected afterwards is told with what it said and says now, in the text and in JSON")
  func correctedRow() throws {
    try withFolder { folder in
      _ = try close(folder, "--by", "Lê Văn A")
      let correction =
        "date,time,outlet,line,edition,title,replaces,reason\n"
        + "2026-02-16,19:20,truyen-hinh,cai-cach,2,Cải cách,dai.csv:3,Ghi nhầm giờ\n"
      try record(correction, as: "dinh-chinh.csv", at: "2026-04-22T09:00", in: folder)
      let text = try Command("verify", folder, "--lang", "en")
      #expect(text.status == 0, "a correction is no damage")
      #expect(
        text.output.contains("\ngone    dai.csv:3         2026-02-16 19:00 truyen-hinh cai-cach 2 Cải cách\n")
      )
      #expect(
        text.output.contains("\nnew     dinh-chinh.csv:2  2026-02-16 19:20 truyen-hinh cai-cach 2 Cải cách\n")
      )
      let json = try Command("verify", folder, "--json")
      let page = try #require(
        try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      let closes = try #require(page["closes"] as? [[String: Any]])
      #expect(closes.first?["state"] as? String == "outdated")
      let rows = try #require(closes.first?["changedRows"] as? [[String: Any]])
      #expect(rows.map { $0["change"] as? String } == ["gone", "added"])
      #expect(rows.map { $0["row"] as? String } == ["dai.csv:3", "dinh-chinh.csv:2"])
      #expect((rows.first?["before"] as? [String: String])?["time"] == "19:00")
      #expect((rows.last?["after"] as? [String: String])?["time"] == "19:20")
    }
  }

  @Test("an entry altered in the Book is told by name, the close that rests on it too, and nothing is closed")
  func alteredEntry() throws {
    try withFolder { folder in
      _ = try close(folder, "--by", "Lê Văn A")
      let (log, closed) = (try entry("log", in: folder), try entry("close-2026-Q1", in: folder))
      let recorded = try String(contentsOfFile: "\(folder)/\(log)", encoding: .utf8)
      try recorded.replacingOccurrences(of: "2026-02-16,19:00", with: "2026-02-16,19:40")
        .write(toFile: "\(folder)/\(log)", atomically: true, encoding: .utf8)
      let verified = try Command("verify", folder, "--lang", "en")
      #expect(verified.status == 1)
      #expect(verified.output.contains("cannot be worked out again"))
      let digits = log.dropLast(4).suffix(12)
      #expect(
        verified.errors == """
          \(folder)/\(log):1:1: error[BOOK_ENTRY_DAMAGED]: This entry of the Book is not as it was recorded (edited, or copied in part), and is not used; the others are.
            remedy: Bring the file back from a backup. What is to be corrected is recorded as a new entry: lichsong import, link, publish, or close --restate.

          \(folder)/\(closed):1:1: error[BOOK_ENTRY_MISSING]: The Book lacks entry “\(digits)”, which this one follows; the other entries still count.
            remedy: Bring back the file with “\(digits)” in its name, from a backup or from the folder of whoever recorded it.

          2 errors

          """)
      let report = try Command("report", folder, "--period", "2026-Q1", "--lang", "en")
      #expect(report.status == 1 && report.output.contains("BOOK_ENTRY_DAMAGED"))
      try recorded.write(toFile: "\(folder)/\(log)", atomically: true, encoding: .utf8)
      #expect(try Command("verify", folder, "--lang", "en").output.contains("  confirmed\n"))
    }
  }

  @Test("a close that was forged with all its digests is told by working it out again")
  func forgedClose() throws {
    try withFolder { folder in
      _ = try close(folder, "--by", "Lê Văn A")
      let name = try ForgedEntry.replacing(
        String(try entry("close-2026-Q1", in: folder).dropFirst(5)), inBookOf: folder
      ) { $0.replacing("12 chuyên mục,3,2,", with: "12 chuyên mục,3,3,") }
      let verified = try Command("verify", folder, "--lang", "en")
      #expect(verified.status == 1)
      #expect(
        verified.errors == """
          book/\(name):1:1: error[CLOSE_CONTRADICTED]: 2026-Q1, worked out again from the entries of the Book that it rests on, gives other results: 1 figure and 0 rows of the logs differ.
            remedy: Compare the hash with what was signed; if they agree, send this folder to those who make the program.

          1 error

          """)
    }
  }

  @Test("a period that is not over, or of which no log tells the end, is not closed in silence")
  func tooEarly() throws {
    try withFolder { folder in
      let early = try Command(
        "close", folder, "--period", "2026-Q2", "--at", "2026-06-20T09:00", "--by", "A", "--lang", "en")
      #expect(early.status == 1)
      #expect(
        early.errors == """
          error[CLOSE_TOO_EARLY]: 2026-Q2 cannot be closed yet: it goes on to the end of 2026-06-30, and this is 2026-06-20.
            remedy: Close it from 2026-07-01 on, or close a period that is over.

          1 error
          2026-Q2 was not closed.

          """)
      let short = try Command(
        "close", folder, "--period", "2026-Q2", "--at", "2026-07-02T09:00", "--by", "A", "--lang", "en")
      #expect(short.status == 0)
      #expect(
        short.errors.contains(
          """
          warning[CLOSE_LOG_SHORT]: The logs of some outlets do not reach the end of 2026-Q2 (2026-06-30), and what was due after that is closed as not known: “Truyền hình tỉnh” until 2026-04-06, 2 placements.
            remedy: Import the logs that are missing and restate; if the logs of all outlets are complete up to the end, add --as-of 2026-06-30.
          """), "\(short.errors)")
    }
  }

  @Test("a period that no log tells of is shown and closed as not known, never as 0")
  func beyondLogs() throws {
    try withFolder { folder in
      // The last row of the log is of 6 April.
      let shown = try Command(
        "close", folder, "--period", "2026-05", "--profile", "CALENDAR_YEAR", "--at", "2026-07-02T09:00",
        "--lang", "en")
      #expect(shown.status == 64 && shown.errors.contains("Say who closes it"))
      #expect(
        shown.output.hasPrefix(
          """
          WHAT WOULD BE CLOSED (NOTHING IS RECORDED)
          Một ví dụ (số liệu minh họa)
          Period: month 5 of 2026, from 01/05/2026 to 31/05/2026, both included
          The figures are from rows of logs up to 06/04/2026, held against the figures in force.

          1. The figures

          No.  Content/form    Plan of the  Scheduled     Done in  Missed  Not known       Done
                                      year             the period                yet  since the
                                                                                           year
                                                                                          began
          ───  ────────────  ─────────────  ─────────  ──────────  ──────  ─────────  ─────────
          1    Cải cách      12 chuyên mục          1           –       –          1          3

          """), "\(shown.output)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book")
      #expect(!names.contains { $0.contains("-close-") })
      let report = try Command(
        "report", folder, "--period", "2026-05", "--profile", "CALENDAR_YEAR", "--lang", "en", "--format",
        "csv")
      #expect(report.output.contains("line"), "\(report.output)")
      let closed = try Command(
        "close", folder, "--period", "2026-05", "--profile", "CALENDAR_YEAR", "--at", "2026-07-02T09:00",
        "--by", "An", "--lang", "en")
      #expect(closed.status == 0)
      #expect(
        closed.errors.contains(
          """
          warning[CLOSE_LOG_SHORT]: No log tells of any day of 2026-05: the logs end on 2026-04-06. All that went out in the period is closed as not known (“–”), which is not 0.
            remedy: Import the logs of the period first; if nothing went out from after 2026-04-06 to its end, add --as-of 2026-05-31.

          warning[CLOSE_EARLIER_OPEN]: Earlier periods are not closed: 2026-01, 2026-02, 2026-03, 2026-04. Closing 2026-05 does not close them.
            remedy: If they are to be signed too, close them first: lichsong close PLAN --period 2026-01.
          """), "\(closed.errors)")
      #expect(
        closed.output.contains(
          "1    Cải cách      12 chuyên mục          1           –       –          1          3\n"),
        "\(closed.output)")
      #expect(try Command("verify", folder).status == 0)
    }
  }

  @Test("a close replaced by another is told by the hash that its certificate has")
  func replacedClose() throws {
    try withFolder { folder in
      let made = try close(folder, "--by", "Lê Văn A")
      let closed = try entry("close-2026-Q1", in: folder)
      let hash = String(closed.dropLast(4).suffix(12))
      #expect(made.output.contains("\n\(hash)"), "the certificate ends with it")
      #expect(try Command("verify", folder, "--expect", hash).status == 0)
      try FileManager.default.removeItem(atPath: "\(folder)/\(closed)")
      _ = try close(folder, "--by", "Lê Văn B")
      let verified = try Command("verify", folder, "--expect", hash, "--lang", "en")
      #expect(verified.status == 1)
      #expect(
        verified.errors.contains(
          "error[CLOSE_CHAIN_BROKEN]: No close has the hash “\(hash)” of the certificate: that close was replaced or "
            + "is gone."))
    }
  }

  @Test("of two closes at the same moment one is recorded, and the other says what came before it")
  func overtaken() throws {
    try withFolder { folder in
      let told = try Command.shell(
        """
        exec 9< $1/book; flock 9
        for name in A B; do
          "$lichsong" close $1 --period 2026-Q1 --at 2026-04-20T09:00 --by $name --lang en > $1/$name.txt 2> $1/$name.err 9<&- &
          programs="$programs $!"
        done
        sleep 3; exec 9<&-
        for program in $programs; do wait $program; echo $? >> $1/statuses; done
        sort $1/statuses; cat $1/?.err; ls $1/book | grep -c close
        """, folder)
      #expect(told.output.hasPrefix("0\n1\n"), "\(told.output)")
      #expect(told.output.hasSuffix("\n1\n"))
      let sentence = told.output.firstMatch(
        of:
          /Meanwhile somebody recorded something else \(close, [AB], 2026-04-20T02:00:00Z\); nothing was recorded\./
      )
      #expect(sentence != nil, "\(told.output)")
      #expect(try Command("verify", folder).status == 0)
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
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book")
      #expect(!names.contains { $0.contains("close") })
      let none = try Command("verify", folder, "--lang", "en")
      #expect(none.status == 0 && none.output.contains("No period is closed yet."))
    }
  }

  @Test("a close needs a published schedule and a recorded log, and leaves out what is not recorded")
  func restsOnTheBook() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    let log = folder + "/as-run/dai.csv"
    try Self.log.write(toFile: log, atomically: true, encoding: .utf8)
    let unrecorded = try close(folder, "--by", "A", "--lang", "en")
    #expect(unrecorded.status == 64)
    #expect(
      unrecorded.errors
        == "Error: The Book has no log and no declared figure to close on: lichsong import PLAN FILE.csv.\n")
    #expect(try Command("import", folder, log, "--by", "A", "--at", "2026-01-20T09:00").status == 0)
    let unpublished = try close(folder, "--by", "A", "--lang", "en")
    #expect(unpublished.status == 64)
    #expect(
      unpublished.errors
        == "Error: No schedule is published to close on: lichsong publish PLAN --by \"NAME\".\n")
    #expect(try Command("publish", folder, "--by", "A", "--at", "2026-01-21T09:00").status == 0)
    let late = folder + "/as-run/muon.csv"
    try "date,outlet,line,edition\n2026-03-09,truyen-hinh,cai-cach,3\n"
      .write(toFile: late, atomically: true, encoding: .utf8)
    let closed = try close(folder, "--by", "A", "--lang", "en")
    #expect(closed.status == 0)
    #expect(
      closed.errors.contains(
        """
        \(late):1:1: warning[NOT_RECORDED]: “\(late)” is not recorded in the Book, so the close leaves it out.
          remedy: If it belongs to the period: lichsong import PLAN \(late), then close.
        """), "\(closed.errors)")
    #expect(!closed.errors.contains("“\(log)” is not recorded"))
  }
}
