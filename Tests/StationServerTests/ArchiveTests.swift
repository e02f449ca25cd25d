import Foundation
import HTTPTypes
import Planning
import ScheduleModel
import Spreadsheets
import StationDesk
import StationFolder
import StationStore
import Testing

@testable import StationServer

/// A plan's folder goes down and up as a ZIP file.
struct ArchiveTests {
  private static func send(
    _ browser: Browser, _ plan: String, _ octets: [UInt8], reason: String = "chuyển máy"
  )
    async throws -> Answer
  {
    try await browser.send(
      "/p/\(plan)/folder", file: octets, named: "ke-hoach.zip", fields: ["reason": reason])
  }

  /// A plan of two works, made up.
  private static func smallPlan(_ slug: String, at station: ServedStation) async throws -> StoredPlan {
    let text = """
      plan: a
      title: Kế hoạch A (bịa ra)
      year: 2018
      outlets:
        tv: { name: Truyền hình, kind: television, grid: [{ id: toi, rule: FREQ=WEEKLY;BYDAY=MO, at: "20:15", length: 15m }] }
      lines:
        - { id: tin, title: Tin, form: tin, outlet: tv, quota: 2 }

      """
    return try await station.desk.store.write(.people) { transaction in
      _ = try transaction.importPlan(
        slug, of: 1, [InputFile(name: "plan.yaml", bytes: Array(text.utf8))], on: ServedStation.now)
      return try #require(try transaction.plan(slug))
    }
  }

  /// Sends a folder, looks at what it would change, and takes it in.
  private static func taken(_ zip: [UInt8], _ browser: Browser, _ plan: String) async throws -> Answer {
    let sent = try await send(browser, plan, zip)
    let address = try #require(sent.headers[.location])
    let page = try await browser.text(address)
    let seen = try #require(page.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1
    return try await browser.post(address, ["step": "take", "seen": String(seen)])
  }

  @Test(
    "a folder with another text of the plan is shown with what differs and what that does to the year; nothing is taken in before yes"
  )
  func otherPlanText_isShownAndAskedFor() async throws {
    try await ServedStation.visit { station in
      let plan = try await Self.smallPlan("zip-hoi", at: station)
      let administrator = try await station.administrator()
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let state = try await station.desk.state(of: plan)
      let stored = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      let zip = ZipArchive.packed(
        stored.map { file in
          let text = String(decoding: file.bytes, as: UTF8.self)
          return ZipArchive.Entry(
            name: file.name,
            bytes: file.name == "plan.yaml"
              ? Array(
                text.replacing("title: Tin, form: tin", with: "title: Tin thời sự, form: tin").utf8)
              : file.bytes)
        })
      let sent = try await Self.send(administrator, "zip-hoi", zip, reason: "làm ở nhà")
      #expect(sent.status == .seeOther)
      let address = try #require(sent.headers[.location])
      #expect(address.hasPrefix("/p/zip-hoi/folder/in/"))
      let shown = try await administrator.get(address + "?lang=en")
      #expect(shown.seen.contains("Files that would be added or replaced plan.yaml (replaces the one here)"))
      #expect(shown.text.contains("<ins>+ ") && shown.text.contains("title: Tin thời sự"))
      #expect(shown.seen.contains("What it does to the year"), "\(shown.seen)")
      #expect(shown.text.contains("name=\"reason\" maxlength=\"500\" value=\"làm ở nhà\""))
      #expect(try await station.desk.state(of: plan) == state, "looking changes nothing")
      #expect(try await planner.get(address).status == .notFound, "it is its sender's alone")
      let seen = String(
        try #require(shown.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
      // Without a reason nothing is taken in, and the file waits all the same.
      let reasonless = try await administrator.post(
        address + "?lang=en", ["step": "take", "seen": seen, "reason": " "])
      #expect(reasonless.status == .unprocessableContent)
      #expect(reasonless.seen.contains("Give the evidence, in 500 characters at the most."))
      // Somebody changes the plan meanwhile.
      try await station.edit(plan) { $0 + "# khác\n" }
      let late = try await administrator.post(address + "?lang=en", ["step": "take", "seen": seen])
      #expect(late.status == .preconditionFailed)
      #expect(late.seen.contains("The plan changed after you opened the page; nothing was taken in."))
      let again = String(try #require(late.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
      let taken = try await administrator.post(address, ["step": "take", "seen": again])
      #expect(taken.status == .seeOther)
      #expect(try await administrator.get(address).status == .notFound)
      let text = try await station.desk.contents(of: plan).files?.plan.bytes ?? []
      #expect(String(decoding: text, as: UTF8.self).contains("title: Tin thời sự"))
      // Who, when and why stand beside the text, and the one before can be taken again.
      let versions = try await planner.get("/p/zip-hoi/text/versions?lang=en")
      #expect(versions.seen.contains("3 14/06/2018 09:00"), "\(versions.seen)")
      #expect(versions.seen.contains("làm ở nhà in work"), "\(versions.seen)")
    }
  }

  @Test("a folder that nobody wants is dropped, and one that changes nothing is not taken in")
  func folder_isDropped() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("zip-bo")
      let administrator = try await station.administrator()
      let stored = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      let zip = ZipArchive.packed(stored.map { ZipArchive.Entry(name: $0.name, bytes: $0.bytes) })
      let sent = try await Self.send(administrator, "zip-bo", zip)
      let address = try #require(sent.headers[.location])
      let shown = try await administrator.get(address + "?lang=en")
      #expect(shown.seen.contains("This folder has nothing that differs from the store"))
      #expect(!shown.text.contains(#"value="take""#))
      #expect(try await administrator.post(address, ["step": "discard"]).status == .seeOther)
      #expect(try await administrator.get(address).status == .notFound)
    }
  }

  @Test("the folder comes down as it is in the store, and the same octets each time")
  func folder_comesDown() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("tai-xuong")
      try await station.desk.store.write(.plan(plan.number)) {
        _ = try $0.put(
          Array("a,b\n".utf8), at: "as-run/nhật ký.csv", in: plan.number, seen: 0, on: ServedStation.now)
      }
      let administrator = try await station.administrator()
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let answer = try await planner.get("/p/tai-xuong/folder/tai-xuong.zip")
      #expect(answer.status == .ok && answer.headers[.contentType] == "application/zip")
      let files = try ArchivePage.unpacked(answer.octets).sorted { $0.name < $1.name }
      let stored = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      let isSame = files == stored
      #expect(isSame && files.contains { $0.name == "as-run/nhật ký.csv" })
      let again = try await planner.get("/p/tai-xuong/folder/tai-xuong.zip")
      let isEqual = again.octets == answer.octets
      #expect(isEqual)
    }
  }

  @Test("a folder that is sent in adds entries and replaces working files, and the trail says why")
  func folder_goesUp() async throws {
    try await ServedStation.visit { station in
      let plan = try await DeskTests.plan("dua-len", at: station)
      let administrator = try await station.administrator()
      let before = try await station.desk.contents(of: plan).book
      // Somebody worked offline: one more entry, and one more file.
      let head = BookEntry.Head(kind: .link, time: ServedStation.now, author: "Người thử")
      let entry = try #require(
        before.following([Book.Statement(head, body: Array("row\n".utf8))]).first)
      var files = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      files.append(InputFile(name: "as-run/moi.csv", bytes: Array("a,b\n".utf8)))
      files.append(InputFile(name: "book/\(entry.fileName)", bytes: entry.bytes))
      files.append(InputFile(name: "calendars/year.ics", bytes: [1]))
      let zip = ZipArchive.packed(
        files.map { ZipArchive.Entry(name: "lai-chau/\($0.name)", bytes: $0.bytes) })
      // A reason that is missing is asked for beside what the folder would change.
      #expect(
        try await Self.send(administrator, "dua-len", zip, reason: " ").headers[.location]?.hasPrefix(
          "/p/dua-len/folder/in/") == true)
      let taken = try await Self.taken(zip, administrator, "dua-len")
      #expect(taken.status == .seeOther)
      let told = try await administrator.get(try #require(taken.headers[.location]) + "&lang=en").seen
      #expect(told.contains("Taken in: 1 entry added, 1 file new or changed."), "\(told)")
      let (book, working) = try await station.desk.contents(of: plan)
      #expect(book.entries.count == before.entries.count + 1 && book.entry(entry.id) != nil)
      #expect(working?.logs.contains { $0.name == "as-run/moi.csv" } == true)
      let trail = try await station.desk.store.read { try $0.trail(count: 1) }
      #expect(trail.first?.note.reason == "chuyển máy" && trail.first?.note.after == "1 entries, 1 files")
    }
  }

  @Test("an archive is understood whole or refused, and changes nothing then")
  func brokenArchive_isRefused() async throws {
    try await ServedStation.visit { station in
      let plan = try await station.ownPlan("zip-hong")
      let administrator = try await station.administrator()
      let state = try await station.desk.state(of: plan)
      let good = ZipArchive.Entry(name: "plan.yaml", bytes: Array("id: x\n".utf8))
      let archives: [[UInt8]] = [
        [], Array("no zip".utf8), Array(ZipArchive.packed([good]).dropLast(9)),
        ZipArchive.packed([ZipArchive.Entry(name: "a.csv", bytes: [1])]),
        ZipArchive.packed([good, ZipArchive.Entry(name: "../x", bytes: [1])]),
        ZipArchive.packed([good, ZipArchive.Entry(name: "as-run/../../x", bytes: [1])]),
        ZipArchive.packed([good, ZipArchive.Entry(name: ".ssh", bytes: [1])]),
        ZipArchive.packed([
          good, ZipArchive.Entry(name: "as-run/a.csv", bytes: [UInt8](repeating: 0x61, count: 60 << 20)),
        ]),
      ]
      for (number, archive) in archives.enumerated() {
        #expect(
          try await Self.send(administrator, "zip-hong", archive).status == .unprocessableContent, "\(number)"
        )
      }
      #expect(try await station.desk.state(of: plan) == state)
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      #expect(try await Self.send(planner, "zip-hong", ZipArchive.packed([good])).status == .forbidden)
    }
  }

  @Test(
    "an altered entry, another plan and a plan with errors are refused with what is wrong; the folder comes down as before"
  )
  func harmfulFolder_isRefused() async throws {
    try await ServedStation.visit { station in
      let slug = "zip-la"
      let plan = try await station.ownPlan(slug)
      let administrator = try await station.administrator()
      let state = try await station.desk.state(of: plan)
      let files = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      func packed(_ change: (InputFile) -> [UInt8]) -> [UInt8] {
        ZipArchive.packed(files.map { ZipArchive.Entry(name: $0.name, bytes: change($0)) })
      }
      let altered = packed { $0.name.contains("-publication-") ? $0.bytes + [0x61] : $0.bytes }
      let renamed = packed {
        $0.name == "plan.yaml"
          ? Array(
            String(decoding: $0.bytes, as: UTF8.self).replacing(
              "plan: lai-chau-2018", with: "plan: khac-2018"
            )
            .utf8) : $0.bytes
      }
      let broken = packed { $0.name == "plan.yaml" ? Array("plan: x\n".utf8) : $0.bytes }
      for (archive, words) in [
        (altered, "This entry of the Book is not as it was recorded"), (renamed, "khac-2018"),
        (broken, "plan.yaml:1"),
      ] {
        let answer = try await administrator.send(
          "/p/\(slug)/folder?lang=en", file: archive, named: "x.zip", fields: ["reason": "thử"])
        #expect(answer.status == .unprocessableContent)
        #expect(answer.seen.contains("This folder cannot be taken in; nothing was changed."))
        #expect(answer.seen.contains(words))
      }
      #expect(try await station.desk.state(of: plan) == state)
      let down = try await administrator.get("/p/\(slug)/folder/\(slug).zip")
      let isSame = try ArchivePage.unpacked(down.octets).sorted { $0.name < $1.name } == files
      #expect(isSame)
    }
  }
}
