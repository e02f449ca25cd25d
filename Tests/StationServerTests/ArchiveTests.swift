import Foundation
import HTTPTypes
import HummingbirdTesting
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
    async throws -> TestResponse
  {
    try await browser.send(
      "/p/\(plan)/folder", file: octets, named: "ke-hoach.zip", fields: ["reason": reason])
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
      let plan = try await station.ownPlan("dua-len")
      let administrator = try await station.administrator()
      let before = try await station.desk.contents(of: plan).book
      // Somebody worked offline: one more entry, and another plan text.
      let head = BookEntry.Head(kind: .link, time: ServedStation.now, author: "Người thử")
      let entry = try #require(
        before.following([Book.Statement(head, body: Array("row\n".utf8))]).first)
      var files = try await station.desk.store.read { try $0.exportPlan(plan.number) }
      files = files.map { file in
        file.name == "plan.yaml"
          ? InputFile(name: file.name, bytes: file.bytes + Array("# sửa\n".utf8)) : file
      }
      files.append(InputFile(name: "book/\(entry.fileName)", bytes: entry.bytes))
      files.append(InputFile(name: "calendars/year.ics", bytes: [1]))
      let zip = ZipArchive.packed(
        files.map { ZipArchive.Entry(name: "lai-chau/\($0.name)", bytes: $0.bytes) })
      #expect(try await Self.send(administrator, "dua-len", zip, reason: " ").status == .unprocessableContent)
      let taken = try await Self.send(administrator, "dua-len", zip)
      #expect(taken.status == .seeOther)
      let told = try await administrator.get(try #require(taken.headers[.location]) + "&lang=en").seen
      #expect(told.contains("Taken in: 1 entry added, 1 file new or changed."), "\(told)")
      let (book, working) = try await station.desk.contents(of: plan)
      #expect(book.entries.count == before.entries.count + 1 && book.entry(entry.id) != nil)
      #expect(
        working.map { String(decoding: $0.plan.bytes.suffix(8), as: UTF8.self).hasSuffix("sửa\n") } == true)
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
