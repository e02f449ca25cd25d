import Foundation
import Testing

@Suite("The door to the matching engine")
struct MatchTests {
  private static let planned = """
    id,outlet,start,title,length
    a,tv,2026-01-01T05:00:00,Hòa giải số 1,900
    b,tv,2026-01-01T05:30:00,Đời sống,900
    c,tv,2026-01-01T09:00:00,Phim,900

    """
  private static let asRun = """
    outlet,start,title,length
    tv,2026-01-01T05:03:00,HOÀ GIẢI SỐ 1,900
    tv,2026-01-01T05:20:00,Bản tin đột xuất,300
    tv,2026-01-01T05:50:00,doi song,400

    """

  @Test("match writes a line for each row of the log, and a table for a person in either language")
  func matches() throws {
    try inFolder([("p.csv", Self.planned), ("a.csv", Self.asRun)]) { folder in
      let command = try Command(
        engine: "match", folder + "/p.csv", folder + "/a.csv", "--out", folder + "/o.csv", "--lang", "en")
      #expect(command.status == 0)
      #expect(command.errors == "")
      #expect(
        command.output == """
          Outcome    Rows
          ─────────  ────
          aired         1
          partial       1
          missed        1
          unplanned     1
          Matched 3 of 3 log rows against 3 placements.

          """)
      #expect(
        try String(contentsOfFile: folder + "/o.csv", encoding: .utf8)
          == "row,id,outcome\n1,a,aired\n2,,unplanned\n3,b,partial\n")
      let vietnamese = try Command(
        engine: "match", folder + "/p.csv", folder + "/a.csv", "--out", folder + "/o.csv", "--reach", "10",
        "--on-time", "2")
      #expect(
        vietnamese.output == """
          Kết quả         Số dòng
          ──────────────  ───────
          phát lệch giờ         1
          chưa thực hiện        2
          ngoài lịch            2
          Đã đối chiếu 3 trên 3 dòng nhật ký với 3 lượt trong lịch.

          """)
    }
  }

  @Test("a broken row ends with 1 and its line, and the others are matched")
  func brokenRow() throws {
    let asRun = Self.asRun.replacing("05:20:00", with: "5 rưỡi")
    try inFolder([("p.csv", Self.planned), ("a.csv", asRun)]) { folder in
      let command = try Command(
        engine: "match", folder + "/p.csv", folder + "/a.csv", "--out", folder + "/o.csv", "--lang", "en")
      #expect(command.status == 1)
      #expect(
        command.errors.hasPrefix(
          "\(folder)/a.csv:3:4: error[LOG_ROW_BROKEN]: This row is left out: "
            + "“2026-01-01T5 rưỡi” is not a day with a time."
        ))
      #expect(
        try String(contentsOfFile: folder + "/o.csv", encoding: .utf8)
          == "row,id,outcome\n1,a,aired\n2,,\n3,b,partial\n")
    }
  }

  @Test("a file without its columns ends with 1 and no pairs, a missing one with 74, a wrong option with 64")
  func refusals() throws {
    try inFolder([("p.csv", "x\n"), ("a.csv", Self.asRun)]) { folder in
      let (planned, asRun, out) = (folder + "/p.csv", folder + "/a.csv", folder + "/o.csv")
      #expect(try Command(engine: "match", planned, asRun, "--out", out).status == 1)
      #expect(!FileManager.default.fileExists(atPath: out))
      let missing = try Command(engine: "match", folder + "/none.csv", asRun, "--out", out, "--lang", "en")
      #expect(missing.status == 74)
      #expect(missing.errors.hasPrefix("Cannot read \(folder)/none.csv: there is no such file"))
      #expect(try Command(engine: "match", asRun, folder, "--out", out).status == 74)
      #expect(try Command(engine: "match", planned, asRun, "--out", out, "--reach", "-1").status == 64)
      #expect(try Command(engine: "match", planned, asRun).status == 64)
    }
  }

  private func inFolder(_ files: [(name: String, text: String)], _ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-match-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    try work(folder.path)
  }
}
