import Foundation
import Testing

@Suite("The Book and the draft of a small plan on the command line")
struct BookCommandTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    to: 2026-04-30
    outlets:
      tv: { name: Truyền hình tỉnh, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=FR, at: "20:15", length: 15m }] }
    lines:
      - { id: cm, title: Cải cách hành chính, form: chuyên mục, outlet: tv, quota: 4 }

    """

  /// The third work, on 13 March.
  private static let third = "vi-du.cm.3.vi@lichsong"

  /// A plan's folder of its own, removed afterwards.
  private struct Station {
    let folder: String

    init(plan: String = BookCommandTests.plan) throws {
      folder = FileManager.default.temporaryDirectory.path + "/lichsong-book-\(UUID().uuidString)"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try write("plan.yaml", plan)
    }

    /// A copy that somebody else works on.
    init(copying other: Station) throws {
      folder = other.folder + "-copy"
      try FileManager.default.copyItem(atPath: other.folder, toPath: folder)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    func write(_ name: String, _ text: String) throws {
      let file = URL(filePath: "\(folder)/\(name)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }

    func text(_ name: String) throws -> String {
      try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    func replace(_ old: String, _ new: String, in name: String) throws {
      let text = try text(name)
      #expect(text.contains(old))
      try write(name, text.replacing(old, with: new))
    }

    /// Runs a command in English on the folder, which is written FOLDER in what it prints.
    func run(_ name: String, _ arguments: String..., language: String = "en") throws -> Command {
      try Command(program: Command.path, [name, folder] + arguments + ["--lang", language])
    }

    func publish(by author: String = "An", at time: String) throws -> Command {
      try run("publish", "--by", author, "--at", time)
    }

    /// Publishes what the plan gives.
    func publishFirst() throws {
      #expect(try publish(at: "2026-01-05T09:00").status == 0)
    }

    /// What `check` says.
    func checked(_ language: String = "en") throws -> String {
      try run("check", language: language).output.replacing(folder, with: "FOLDER")
    }

    /// The names of the Book's files.
    func entries(_ kind: String = "") throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder + "/book").filter {
        $0.contains("-\(kind)")
      }.sorted()
    }

    /// The first digits of an entry's id, as its file has them.
    func id(_ entry: String) -> String { String(entry.prefix { $0 != "." }.suffix(12)) }

    /// Moves a placement and publishes that.
    func move(_ uid: String, to slot: String, by author: String, at time: String) throws {
      let moved = try run("move", uid, "--to", slot, "--by", author, "--at", time)
      #expect(moved.status == 0, "\(moved.errors)")
      let published = try publish(by: author, at: time)
      #expect(
        published.output.hasPrefix("Published: 0 added, 1 moved, 0 withdrawn, 0 updated;"),
        "\(published.errors)")
    }
  }

  // MARK: - The Book

  @Test("an entry that was edited is told by name, is not used, and counts again when it is brought back")
  func damagedEntry() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let entry = try station.entries("publication")[0]
    let recorded = try station.text("book/" + entry)
    try station.replace("2026-03-13T20:15", "2026-03-13T20:45", in: "book/" + entry)
    #expect(
      try station.checked() == """
        FOLDER/book/\(entry):1:1: error[BOOK_ENTRY_DAMAGED]: This entry of the Book is not as it was recorded (edited, or copied in part), and is not used; the others are.
          remedy: Bring the file back from a backup. What is to be corrected is recorded as a new entry: lichsong import, link, publish, or close --restate.

        1 error

        """)
    #expect(
      try station.checked("vi") == """
        FOLDER/book/\(entry):1:1: lỗi[BOOK_ENTRY_DAMAGED]: Mục này của sổ không còn như khi ghi (bị sửa hoặc chép dở) nên không được dùng; các mục khác vẫn được dùng.
          Cách sửa: Lấy lại tệp từ bản sao lưu. Điều cần sửa thì ghi bằng mục mới: lichsong import, link, publish hoặc close --restate.

        1 lỗi

        """)
    let published = try station.publish(at: "2026-01-06T09:00")
    #expect(published.status == 1 && published.errors.contains("BOOK_ENTRY_DAMAGED"))
    #expect(try station.entries().count == 2, "nothing is published on a Book with a hole")
    try station.write("book/" + entry, recorded)
    #expect(try station.checked() == "No findings.\n")
  }

  @Test("an entry that is gone is told where it is missed, with the digits by which it is found again")
  func missingEntry() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let (plan, publication) = (try station.entries("plan")[0], try station.entries("publication")[0])
    try FileManager.default.removeItem(atPath: "\(station.folder)/book/\(plan)")
    #expect(
      try station.checked() == """
        FOLDER/book/\(publication):1:1: error[BOOK_ENTRY_MISSING]: The Book lacks entry “\(station.id(plan))”, which this one follows; the other entries still count.
          remedy: Bring back the file with “\(station.id(plan))” in its name, from a backup or from the folder of whoever recorded it.

        1 error

        """)
    #expect(
      try station.checked("vi") == """
        FOLDER/book/\(publication):1:1: lỗi[BOOK_ENTRY_MISSING]: Sổ thiếu mục “\(station.id(plan))” mà mục này đứng sau; các mục còn lại vẫn được dùng.
          Cách sửa: Chép lại tệp có mã “\(station.id(plan))” trong tên, từ bản sao lưu hoặc từ thư mục của người đã ghi mục đó.

        1 lỗi

        """)
  }

  @Test("a recorded log whose table is gone is told, even with digests to match")
  func logWithoutTable() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.write("dai.csv", "date,time,outlet,line,edition\n2026-01-16,20:15,tv,cm,1\n")
    #expect(
      try station.run("import", station.folder + "/dai.csv", "--by", "An", "--at", "2026-01-17T09:00").status
        == 0)
    let name = try ForgedEntry.replacing(station.entries("log")[0], inBookOf: station.folder) { _ in "" }
    let told = try station.run("reconcile")
    #expect(told.status == 1)
    #expect(told.errors.contains("book/\(name):1:1: error[LEDGER_DAMAGED]: "), "\(told.errors)")
  }

  @Test("an entry of a newer version of the program is told, and never read by half")
  func newerEntry() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let entry = try station.entries("publication")[0]
    try station.replace("# lichsong: book/1\n", "# lichsong: book/2\n", in: "book/" + entry)
    #expect(
      try station.checked() == """
        FOLDER/book/\(entry):1:1: error[BOOK_ENTRY_NEWER]: This entry of the Book was written by a newer version of the program (format “book/2”).
          remedy: Use the newer version of lichsong.

        1 error

        """)
    #expect(
      try station.checked("vi") == """
        FOLDER/book/\(entry):1:1: lỗi[BOOK_ENTRY_NEWER]: Mục này của sổ do phiên bản mới hơn của chương trình ghi (dạng “book/2”).
          Cách sửa: Dùng phiên bản mới của lichsong.

        1 lỗi

        """)
  }

  @Test("a Book takes no other plan")
  func otherPlan() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.replace("plan: vi-du", "plan: khac", in: "plan.yaml")
    #expect(
      try station.checked() == """
        FOLDER/plan.yaml:1:1: error[BOOK_OF_OTHER_PLAN]: The Book in this folder is of the plan “vi-du”, and the plan file says “khac”.
          remedy: Write “plan: vi-du” in the plan file again, or make a folder of its own for the new plan.

        1 error

        """)
    #expect(
      try station.checked("vi") == """
        FOLDER/plan.yaml:1:1: lỗi[BOOK_OF_OTHER_PLAN]: Sổ trong thư mục này là của kế hoạch “vi-du”, còn tệp kế hoạch ghi “khac”.
          Cách sửa: Ghi lại “plan: vi-du” trong tệp kế hoạch, hoặc lập thư mục riêng cho kế hoạch mới.

        1 lỗi

        """)
    #expect(try station.publish(at: "2026-01-06T09:00").status == 1)
    #expect(try station.entries().count == 2)
  }

  @Test(
    "two folders that both moved a work are joined: it stays where both had it until somebody publishes anew")
  func forked() throws {
    let an = try Station()
    defer { an.remove() }
    try an.publishFirst()
    let binh = try Station(copying: an)
    defer { binh.remove() }
    try an.move(Self.third, to: "tv.toi.2026-03-27", by: "An", at: "2026-01-06T09:00")
    try binh.move(Self.third, to: "tv.toi.2026-03-06", by: "Bình", at: "2026-01-07T09:00")
    let (first, second) = (try an.entries("publication")[1], try binh.entries("publication")[1])
    try FileManager.default.copyItem(
      atPath: "\(an.folder)/book/\(first)", toPath: "\(binh.folder)/book/\(first)")
    #expect(
      try binh.checked() == """
        error[BOOK_FORKED]: Two publications did not see each other: An (2026-01-06T02:00:00Z, \(an.id(first))) and Bình (2026-01-07T02:00:00Z, \(an.id(second))). Both changed 1 placement (vi-du.cm.3.vi@lichsong), which counts as the publication before both has it.
          remedy: Look at these placements, then publish a schedule that replaces both: lichsong publish PLAN --by "NAME".

        1 error

        """)
    #expect(
      try binh.checked("vi") == """
        lỗi[BOOK_FORKED]: Hai lần phát hành không biết nhau: An (2026-01-06T02:00:00Z, \(an.id(first))) và Bình (2026-01-07T02:00:00Z, \(an.id(second))). Cả hai đều đổi 1 lượt (vi-du.cm.3.vi@lichsong); các lượt này được tính theo lần phát hành chung trước đó.
          Cách sửa: Xem lại các lượt này, rồi phát hành một lịch thay cho cả hai: lichsong publish KẾ-HOẠCH --by "HỌ TÊN".

        1 lỗi

        """)
    #expect(try binh.run("export", "--out", binh.folder + "/out").status == 1)
    #expect(try event(Self.third, in: binh.text("out/year.ics")).contains(":20260313T201500"))

    #expect(try binh.publish(by: "Bình", at: "2026-01-08T09:00").status == 0)
    #expect(try binh.checked() == "No findings.\n")
    let joined = try event(Self.third, in: binh.text("calendars/year.ics"))
    #expect(joined.contains(":20260313T201500") && joined.contains("SEQUENCE:2"), "higher than either had it")
  }

  @Test("an entry that was joined in later than its day is named where somebody asks what was known then")
  func joinedLater() throws {
    let an = try Station()
    defer { an.remove() }
    try an.publishFirst()
    #expect(try an.run("verify").errors == "", "nothing was joined")
    let binh = try Station(copying: an)
    defer { binh.remove() }
    func log(_ station: Station, _ name: String, _ day: String, by author: String, at time: String) throws {
      try station.write(name, "date,time,outlet,line,edition\n\(day),20:15,tv,cm,1\n")
      #expect(
        try station.run("import", "\(station.folder)/\(name)", "--by", author, "--at", time).status == 0)
    }
    // Bình records in February, An in March; in April An's folder gets what Bình recorded.
    try log(binh, "binh.csv", "2026-01-16", by: "Bình", at: "2026-02-10T09:00")
    try log(an, "an.csv", "2026-01-23", by: "An", at: "2026-03-10T09:00")
    let (early, late) = (try binh.entries("log")[0], try an.entries("log")[0])
    try FileManager.default.copyItem(
      atPath: "\(binh.folder)/book/\(early)", toPath: "\(an.folder)/book/\(early)")
    let entry = "\(early) (Bình, 10/02/2026), not seen by “\(an.id(late))” of An on 10/03/2026"
    let told = try an.run("report", "--known-on", "2026-02-28")
    #expect(
      (told.output + told.errors).replacing("\n", with: " ").contains(
        "BOOK_JOINED_LATER"), "\(told.output)\(told.errors)")
    let history = try an.run("history", "--since", "2026-02-28")
    #expect(
      history.errors == """
        warning[BOOK_JOINED_LATER]: At the end of 2026-02-28 not every folder had these entries of the Book: \(entry).
          remedy: The figures count them, by the day of recording, not of joining; the other folder did not have them then.

        1 warning

        """)
    #expect(
      try an.run("verify").errors == """
        note[BOOK_JOINED_LATER]: Entries of the Book were recorded in one folder and joined into another later: \(entry).
          remedy: Nothing needs to be done; --known-on and --since go by the day of recording, not of joining.

        1 note

        """)
    #expect(try an.run("history", "--since", "2026-01-31").errors == "", "before both, nothing is in doubt")
    #expect(
      try an.run("verify", language: "vi").errors.contains(
        "Có mục của sổ được ghi ở một thư mục và về sau mới ghép vào thư mục khác: \(early) (Bình, 10/02/2026), mà "
          + "“\(an.id(late))” của An ngày 10/03/2026 chưa thấy."))

    // An publishes on both. Of days after that nothing is in doubt; of February it still is.
    #expect(try an.publish(at: "2026-04-10T09:00").status == 0)
    #expect(try an.run("history", "--since", "2026-04-11").errors == "")
    #expect(try an.run("history", "--since", "2026-03-31").errors.contains("BOOK_JOINED_LATER"))
    #expect(try an.run("history", "--since", "2026-02-28").errors.contains(entry))
  }

  @Test("two folders that moved different works are joined without a word, and both moves hold")
  func joined() throws {
    let an = try Station()
    defer { an.remove() }
    try an.publishFirst()
    let binh = try Station(copying: an)
    defer { binh.remove() }
    try an.move(Self.third, to: "tv.toi.2026-03-27", by: "An", at: "2026-01-06T09:00")
    try binh.move("vi-du.cm.4.vi@lichsong", to: "tv.toi.2026-04-24", by: "Bình", at: "2026-01-07T09:00")
    let first = try an.entries("publication")[1]
    try FileManager.default.copyItem(
      atPath: "\(an.folder)/book/\(first)", toPath: "\(binh.folder)/book/\(first)")
    #expect(try binh.checked() == "No findings.\n")
    #expect(try binh.run("export", "--out", binh.folder + "/out").status == 0)
    let year = try binh.text("out/year.ics")
    #expect(event(Self.third, in: year).contains(":20260327T201500"))
    #expect(event("vi-du.cm.4.vi@lichsong", in: year).contains(":20260424T201500"))
  }

  @Test("a plan that asks for something else than what is published is told, and nothing moves by itself")
  func outdatedSchedule() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let before = try station.text("calendars/year.ics")
    try station.replace("quota: 4", "quota: 5", in: "plan.yaml")
    #expect(
      try station.checked() == """
        FOLDER/plan.yaml:8:11: warning[SCHEDULE_OUTDATED]: The plan asks for something else than what is published: “Cải cách hành chính” 4 → 5 (1 more than published).
          remedy: Plan the rest of the year anew: lichsong allocate PLAN --from DATE, look at the draft, then lichsong publish PLAN --by "NAME". Or leave it: what is published holds.

        1 warning

        """)
    #expect(
      try station.checked("vi") == """
        FOLDER/plan.yaml:8:11: cảnh báo[SCHEDULE_OUTDATED]: Kế hoạch nay khác lịch đã phát hành: “Cải cách hành chính” 4 → 5 (thêm 1 so với lịch đã phát hành).
          Cách sửa: Xếp lại phần còn lại của năm: lichsong allocate KẾ-HOẠCH --from NGÀY, xem dự thảo, rồi lichsong publish KẾ-HOẠCH --by "HỌ TÊN". Nếu không, lịch đã phát hành vẫn giữ nguyên.

        1 cảnh báo

        """)
    #expect(try station.run("export", "--out", station.folder + "/out").status == 0)
    #expect(try station.text("out/year.ics") == before)
    #expect(try station.run("allocate", "--from", "2026-02-01").status == 0)
    #expect(
      try station.run("check", "--at", "2026-01-20T09:00").output.replacing(station.folder, with: "FOLDER")
        == """
        FOLDER/plan.yaml:8:11: warning[SCHEDULE_OUTDATED]: The plan asks for something else than what is published: “Cải cách hành chính” 4 → 5 (1 more than published). The draft “FOLDER/draft.csv” was made of this plan and is not published yet.
          remedy: Look at the draft, then publish it: lichsong publish PLAN --by "NAME".

        1 warning

        """)
    #expect(
      try station.run("check", "--at", "2026-01-20T09:00", language: "vi").output.contains(
        "Dự thảo “\(station.folder)/draft.csv” đã lập theo kế hoạch này, chưa phát hành.\n  Cách sửa: Xem dự thảo, rồi phát hành: lichsong publish KẾ-HOẠCH --by \"HỌ TÊN\".\n"
      ))
    try station.replace("quota: 5", "quota: 6", in: "plan.yaml")
    #expect(
      try station.checked().contains("remedy: Plan the rest of the year anew"), "the draft is of another plan"
    )
    try station.replace("quota: 6", "quota: 5", in: "plan.yaml")
    #expect(
      try station.publish(at: "2026-01-20T09:00").output.hasPrefix(
        "Published: 1 added, 0 moved, 0 withdrawn,"))
    #expect(try station.checked() == "No findings.\n")
  }

  @Test("a log that is only dropped into as-run counts and is told, until it is imported")
  func notRecorded() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.write("as-run/dai.csv", "date,time,outlet,line,edition\n2026-01-16,20:15,tv,cm,1\n")
    struct Page: Decodable {
      struct Finding: Decodable { let code, severity, message, remedy: String }
      let counts: [String: Int]
      let findings: [Finding]
    }
    func reconciled(_ language: String) throws -> Page {
      let command = try station.run("reconcile", "--json", language: language)
      #expect(command.status == 0)
      return try JSONDecoder().decode(Page.self, from: Data(command.output.utf8))
    }
    let log = station.folder + "/as-run/dai.csv"
    let english = try reconciled("en")
    #expect(english.counts["aired"] == 1)
    let told = try #require(english.findings.first)
    #expect(english.findings.count == 1 && told.code == "NOT_RECORDED" && told.severity == "info")
    #expect(told.message == "“\(log)” is not recorded in the Book yet; what it says counts all the same.")
    #expect(told.remedy == "lichsong import PLAN \(log)")
    #expect(
      try reconciled("vi").findings.map(\.message) == ["“\(log)” chưa ghi vào sổ; số liệu này vẫn được tính."]
    )

    let line =
      "\nCounted although not recorded in the Book yet: as-run/dai.csv. To record: lichsong import PLAN FILE.\n"
    #expect(try station.run("reconcile").output.contains(line))
    #expect(try station.run("report").output.contains(line))
    #expect(
      try station.run("report", language: "vi").output.contains(
        "\nTính cả tệp chưa ghi vào sổ: as-run/dai.csv. Ghi bằng: lichsong import KẾ-HOẠCH TỆP.\n"))

    #expect(try station.run("import", log, "--by", "An", "--at", "2026-01-17T09:00").status == 0)
    #expect(try !station.run("report").output.contains("not recorded"))
    let recorded = try reconciled("en")
    #expect(recorded.counts["aired"] == 1 && recorded.findings.isEmpty)
  }

  // MARK: - The draft

  /// A published plan whose quota was raised to 5, with a draft of the year from February on.
  private func withDraft(_ work: (Station) throws -> Void) throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.replace("quota: 4", "quota: 5", in: "plan.yaml")
    #expect(try station.run("allocate", "--from", "2026-02-20").status == 0)
    try work(station)
  }

  /// Publishes on 21 February, which is refused; the draft is still there, and the Book as it was.
  private func refused(_ station: Station, _ language: String = "en") throws -> String {
    let draft = try station.text("draft.csv")
    let entries = try station.entries()
    let command = try station.run(
      "publish", "--by", "An", "--at", "2026-02-21T09:00", language: language)
    #expect(command.status == 1)
    #expect(try station.text("draft.csv") == draft)
    #expect(try station.entries() == entries)
    return command.errors.replacing(station.folder, with: "FOLDER")
  }

  @Test("a row of the draft that names no slot, or no placement, is told with the row")
  func draftRow() throws {
    try withDraft { station in
      try station.replace("tv,tv.toi.2026-04-17,", "tv,tv.toi.2026-04-18,", in: "draft.csv")
      let row = try #require(
        station.text("draft.csv").split(whereSeparator: \.isNewline).last { $0.contains("2026-04-18") })
      #expect(
        try refused(station) == """
          FOLDER/draft.csv:6:1: error[DRAFT_ROW]: The plan opens no slot “tv.toi.2026-04-18”.
            6 | \(row)
              | ^
            remedy: Write a slot like OUTLET.GRID.2018-04-05, or change the column start alone.

          1 error

          """)
      #expect(
        try refused(station, "vi").hasPrefix(
          "FOLDER/draft.csv:6:1: lỗi[DRAFT_ROW]: Kế hoạch không mở khung “tv.toi.2026-04-18”.\n"))
      try station.replace("tv,tv.toi.2026-04-18,", "tv,tv.toi.2026-04-17,", in: "draft.csv")
      try station.replace("vi-du.cm.4.vi@", "vi-du.cx.4.vi@", in: "draft.csv")
      #expect(
        try refused(station).contains(
          "error[DRAFT_ROW]: “vi-du.cx.4.vi@lichsong” is no placement of the plan; uid, line, edition, language and "
            + "run are not to be changed.\n"))
    }
  }

  @Test("a draft that breaks a rule of the plan is told by the rule")
  func draftRule() throws {
    try withDraft { station in
      try station.replace("tv,tv.toi.2026-04-17,", "tv,tv.toi.2026-03-13,", in: "draft.csv")
      #expect(
        try refused(station) == """
          FOLDER/draft.csv:1:1: error[DRAFT_RULE]: The slot “tv.toi.2026-03-13” holds 1, the draft has 2: no. 3 of “Cải cách hành chính”, no. 4 of “Cải cách hành chính”.
            remedy: Move 1 of them to another slot, or write pieces: 2 for “toi”.

          1 error

          """)
      #expect(
        try refused(station, "vi").hasPrefix("FOLDER/draft.csv:1:1: lỗi[DRAFT_RULE]: "))
      let checked = try station.run("check", "--at", "2026-02-21T09:00")
      #expect(checked.output.contains("error[DRAFT_RULE]") && !checked.output.contains("DRAFT_PAST"))
      let later = try station.run("check", "--at", "2026-04-30T23:00")
      #expect(later.output.contains("error[DRAFT_PAST]"), "by then it is past")
      let calendar = try Command("check", "x.ics", "--at", "2026-02-21T09:00", "--lang", "en")
      #expect(calendar.status == 64)
      #expect(calendar.errors == "Error: --at is for checking a plan, not a calendar (.ics).\n")
    }
  }

  @Test("what is past cannot be moved, by a table or by a command")
  func draftPast() throws {
    try withDraft { station in
      try station.replace("tv,tv.toi.2026-02-13,", "tv,tv.toi.2026-03-20,", in: "draft.csv")
      #expect(
        try refused(station) == """
          FOLDER/draft.csv:1:1: error[DRAFT_PAST]: The draft moves or leaves out what is past, 1 in all: “vi-du.cm.2.vi@lichsong” (tv.toi.2026-02-13, 2026-02-13T20:15).
            remedy: Give them back their slot and start. If one aired on another day, the log says so; when you record a publication of an earlier day, say when with --at.

          1 error

          """)
      #expect(
        try refused(station, "vi") == """
          FOLDER/draft.csv:1:1: lỗi[DRAFT_PAST]: Dự thảo đổi hoặc bỏ 1 lượt đã qua ngày: “vi-du.cm.2.vi@lichsong” (tv.toi.2026-02-13, 2026-02-13T20:15).
            Cách sửa: Ghi lại slot và start cũ cho các lượt này. Đã phát ngày khác thì nhật ký ghi điều đó; lập dự thảo cho ngày đã qua thì thêm --at đúng thời điểm phát hành.

          1 lỗi

          """)
      try station.replace("tv,tv.toi.2026-03-20,", "tv,tv.toi.2026-02-13,", in: "draft.csv")
      let moved = try station.run(
        "move", "vi-du.cm.2.vi@lichsong", "--to", "tv.toi.2026-03-20", "--at", "2026-02-21T09:00")
      #expect(moved.status == 1)
      #expect(
        moved.errors == """
          error[DRAFT_PAST]: “vi-du.cm.2.vi@lichsong” is past (2026-02-13T20:15) and cannot be moved.
            remedy: If it aired on another day, the log says so; if not, plan it again: lichsong allocate PLAN --from DATE.

          1 error

          """)
    }
  }

  @Test("a draft is not published when the plan, or what is published, changed after it was made")
  func draftOutdated() throws {
    try withDraft { station in
      try station.replace("Cải cách hành chính", "Cải cách", in: "plan.yaml")
      #expect(
        try refused(station) == """
          FOLDER/draft.csv:1:1: error[DRAFT_OUTDATED]: The plan file was changed after this draft was made.
            remedy: Make the draft anew: lichsong allocate PLAN (with --from DATE once a schedule is published).

          1 error

          """)
      #expect(
        try refused(station, "vi") == """
          FOLDER/draft.csv:1:1: lỗi[DRAFT_OUTDATED]: Tệp kế hoạch đã đổi sau khi lập dự thảo này.
            Cách sửa: Lập lại dự thảo: lichsong allocate KẾ-HOẠCH (thêm --from NGÀY khi lịch đã phát hành).

          1 lỗi

          """)
      try station.replace("Cải cách", "Cải cách hành chính", in: "plan.yaml")
      let other = try Station(copying: station)
      defer { other.remove() }
      #expect(try other.publish(by: "Bình", at: "2026-02-20T09:00").status == 0)
      for entry in try other.entries() where try !station.entries().contains(entry) {
        try FileManager.default.copyItem(
          atPath: "\(other.folder)/book/\(entry)", toPath: "\(station.folder)/book/\(entry)")
      }
      #expect(
        try refused(station) == """
          FOLDER/draft.csv:1:1: error[DRAFT_OUTDATED]: Since this draft was made something else was published (Bình, 2026-02-20T02:00:01Z).
            remedy: Make the draft anew on what is published now: lichsong allocate PLAN --from DATE.

          1 error

          """)
      try FileManager.default.removeItem(atPath: station.folder + "/draft.base")
      #expect(
        try refused(station).contains("Nothing says from what this draft was made: the file draft.base"))
    }
  }

  @Test(
    "a draft made anew keeps what was moved by hand in the one before, and tells of each that cannot stay")
  func handMoves() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.replace("quota: 4", "quota: 5", in: "plan.yaml")
    #expect(try station.run("allocate", "--from", "2026-02-20").status == 0)
    let moved = try station.run(
      "move", Self.third, "--to", "tv.toi.2026-03-20", "--by", "An", "--why", "Họp", "--at",
      "2026-02-21T09:00")
    #expect(moved.status == 0, "\(moved.errors)")
    // Another is moved in the table itself.
    try station.replace("tv,tv.toi.2026-04-17,", "tv,tv.toi.2026-04-24,", in: "draft.csv")
    try station.replace("quota: 5", "quota: 6", in: "plan.yaml")
    let again = try station.run("allocate", "--from", "2026-02-20")
    #expect(again.status == 0 && !again.errors.contains("DRAFT_MOVE_LOST"), "\(again.errors)")
    #expect(again.output.contains("Placements that move from where they were published: 2.\n"))
    func row(_ uid: String) throws -> [Substring] {
      try #require(
        station.text("draft.csv").split(whereSeparator: \.isNewline).first { $0.contains(uid) }
      ).split(separator: ",", omittingEmptySubsequences: false)
    }
    let third = try row(Self.third)
    #expect(third.contains("tv.toi.2026-03-20") && third.suffix(3) == ["yes", "An", "Họp"])
    #expect(try row("vi-du.cm.4.vi@lichsong").contains("tv.toi.2026-04-24"))

    // The plan loses one of the two slots, and the other's day is over by then.
    try station.replace(
      "lines:", "blackouts: [{ name: Lễ, from: 2026-04-24, to: 2026-04-24 }]\nlines:", in: "plan.yaml")
    let lost = try station.run("allocate", "--from", "2026-04-01")
    #expect(lost.status == 0, "\(lost.errors)")
    #expect(
      lost.errors.contains(
        "warning[DRAFT_MOVE_LOST]: “\(Self.third)”, put into “tv.toi.2026-03-20” by hand (by An), is not kept there: "
          + "2026-03-13 lies before 2026-04-01; it lies in “tv.toi.2026-03-13” now.\n"), "\(lost.errors)")
    #expect(
      lost.errors.contains(
        "“vi-du.cm.4.vi@lichsong”, which the earlier draft has by hand, is not kept: “tv” has no slot that begins at "
          + "2026-04-24T20:15.\n"), "\(lost.errors)")
    #expect(try row(Self.third).contains("tv.toi.2026-03-13"))
  }

  @Test("before the first publication everything is held against the draft, and a broken one is told")
  func firstDraft() throws {
    let station = try Station()
    defer { station.remove() }
    let moved = try station.run(
      "move", Self.third, "--to", "tv.toi.2026-03-27", "--by", "An", "--why", "Họp", "--at",
      "2026-01-04T09:00")
    #expect(moved.status == 0)
    #expect(
      moved.output
        == "Moved “\(Self.third)”: 2026-03-13T20:15 → 2026-03-27T20:15, in \(station.folder)/draft.csv.\n")
    #expect(try station.run("export", "--out", station.folder + "/out").status == 0)
    #expect(try event(Self.third, in: station.text("out/year.ics")).contains(":20260327T201500"))
    let afresh = try station.run("allocate", "--draft")
    #expect(afresh.status == 1)
    #expect(
      afresh.errors.replacing(station.folder, with: "FOLDER") == """
        FOLDER/draft.csv:1:1: error[DRAFT_MOVE_LOST]: This draft has 1 row fixed by hand, which --draft would lose.
          remedy: Keep them: lichsong allocate PLAN --from 2026-01-01. If they are not wanted, delete the draft first.

        1 error

        """)
    #expect(try station.run("allocate", "--from", "2026-01-01").status == 0)
    #expect(try station.text("draft.csv").contains("tv.toi.2026-03-27,yes,An,Họp"), "it is kept")
    try station.replace("vi-du.cm.4.vi@", "vi-du.cx.4.vi@", in: "draft.csv")
    for command in [
      ["report"], ["export", "--out", station.folder + "/out"], ["allocate", "--from", "2026-02-01"],
    ] {
      let told = try Command(
        program: Command.path, [command[0], station.folder] + command.dropFirst() + ["--lang", "en"])
      #expect(told.status == 1 && told.errors.contains("error[DRAFT_ROW]"), "\(command): \(told.errors)")
    }
    try station.replace("vi-du.cx.4.vi@", "vi-du.cm.4.vi@", in: "draft.csv")
    #expect(try station.publish(at: "2026-01-05T09:00").status == 0)
    #expect(try event(Self.third, in: station.text("calendars/year.ics")).contains(":20260327T201500"))
    #expect(!FileManager.default.fileExists(atPath: station.folder + "/draft.csv"))
  }

  @Test("calendars are made of the Book alone: deleted, they come back to the byte")
  func calendarsComeBack() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.move(Self.third, to: "tv.toi.2026-03-27", by: "An", at: "2026-01-06T09:00")
    let calendars = station.folder + "/calendars"
    let names = try FileManager.default.contentsOfDirectory(atPath: calendars).sorted()
    let before = try names.map { try station.text("calendars/" + $0) }
    #expect(event(Self.third, in: before.last ?? "").contains("SEQUENCE:1"))
    try FileManager.default.removeItem(atPath: calendars)
    try station.replace("Cải cách hành chính", "Tên khác", in: "plan.yaml")
    #expect(try station.run("export", "--out", calendars).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: calendars).sorted() == names)
    #expect(
      try names.map { try station.text("calendars/" + $0) } == before, "a working file never reaches them")
  }

  /// The lines of the event with a UID.
  private func event(_ uid: String, in calendar: String) -> String {
    calendar.components(separatedBy: "BEGIN:VEVENT\r\n").first { $0.contains("UID:\(uid)\r\n") } ?? ""
  }
}
