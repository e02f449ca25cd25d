import Foundation
import Testing

@Suite("The Book of a small plan on the command line")
struct BookCommandTests {
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
    try an.move(Station.third, to: "tv.toi.2026-03-27", by: "An", at: "2026-01-06T09:00")
    try binh.move(Station.third, to: "tv.toi.2026-03-06", by: "Bình", at: "2026-01-07T09:00")
    let (first, second) = (try an.entries("publication")[1], try binh.entries("publication")[1])
    try FileManager.default.copyItem(
      atPath: "\(an.folder)/book/\(first)", toPath: "\(binh.folder)/book/\(first)")
    #expect(
      try binh.checked() == """
        error[BOOK_FORKED]: Two publications did not see each other: An (2026-01-06 09:00, \(an.id(first))) and Bình (2026-01-07 09:00, \(an.id(second))). Both changed 1 placement (vi-du.cm.3.vi@lichsong), which counts as the publication before both has it.
          remedy: Look at these placements, move those that belong elsewhere (lichsong move PLAN UID --to SLOT), then publish a schedule that replaces both: lichsong publish PLAN --by "NAME".

        1 error

        """)
    #expect(
      try binh.checked("vi") == """
        lỗi[BOOK_FORKED]: Hai lần phát hành không biết nhau: An (09:00 ngày 06/01/2026, \(an.id(first))) và Bình (09:00 ngày 07/01/2026, \(an.id(second))). Cả hai đều đổi 1 lượt (vi-du.cm.3.vi@lichsong); các lượt này được tính theo lần phát hành chung trước đó.
          Cách sửa: Xem lại các lượt này, dời lượt nào phải sang chỗ khác (lichsong move KẾ-HOẠCH UID --to KHUNG-GIỜ), rồi phát hành một lịch thay cho cả hai: lichsong publish KẾ-HOẠCH --by "HỌ TÊN".

        1 lỗi

        """)
    #expect(
      try binh.run("status", "--at", "2026-01-08T08:00").output.replacing(binh.folder, with: "FOLDER")
        .hasSuffix(
          """
          NEXT
            Two publications that did not see each other both changed 1 placement: see which, move what needs it, then
              publish a schedule that replaces both:
              lichsong check FOLDER
              lichsong publish FOLDER --by "NAME"

          """))
    #expect(try binh.run("export", "--out", binh.folder + "/out").status == 1)
    #expect(try Station.event(Station.third, in: binh.text("out/year.ics")).contains(":20260313T201500"))

    #expect(try binh.publish(by: "Bình", at: "2026-01-08T09:00").status == 0)
    #expect(try binh.checked() == "No findings.\n")
    let joined = try Station.event(Station.third, in: binh.text("calendars/year.ics"))
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
    try an.move(Station.third, to: "tv.toi.2026-03-27", by: "An", at: "2026-01-06T09:00")
    try binh.move("vi-du.cm.4.vi@lichsong", to: "tv.toi.2026-04-24", by: "Bình", at: "2026-01-07T09:00")
    let first = try an.entries("publication")[1]
    try FileManager.default.copyItem(
      atPath: "\(an.folder)/book/\(first)", toPath: "\(binh.folder)/book/\(first)")
    #expect(try binh.checked() == "No findings.\n")
    #expect(try binh.run("export", "--out", binh.folder + "/out").status == 0)
    let year = try binh.text("out/year.ics")
    #expect(Station.event(Station.third, in: year).contains(":20260327T201500"))
    #expect(Station.event("vi-du.cm.4.vi@lichsong", in: year).contains(":20260424T201500"))
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
}
