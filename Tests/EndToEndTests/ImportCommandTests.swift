import Foundation
import Testing

@Suite("Logs are recorded in the Book by the command")
struct ImportCommandTests {
  private static let plan = """
    plan: vi-du
    title: Một ví dụ
    year: 2026
    outlets:
      phat-thanh: { name: Phát thanh huyện, kind: radio, day-starts: "05:00" }
    lines:
      - { id: tin, title: Bản tin, form: tin, outlet: phat-thanh, quota: 2, scheduled: false }
    """
  private static let mappings = """
    dai-huyen:
      form: fixed
      columns: { date: 1-10, time: 12-16, title: 18-37, status: 39-41 }
      skip: 2
      dates: dd.MM.yyyy
      statuses: { OK: aired, HUY: pre-empted }
      outlet: phat-thanh
    """
  private static let log = """
    ĐÀI TRUYỀN THANH HUYỆN – THÁNG 4
    NGÀY       GIỜ   CHƯƠNG TRÌNH
    02.04.2026 17:00 Bản tin              OK
    02.04.2026 25:10 Bản tin              OK
    03.04.2026 17:00 Bản tin              HUY

    """

  private func withFolder(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder + "/as-run", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.plan.write(toFile: folder + "/plan.yaml", atomically: true, encoding: .utf8)
    try Self.mappings.write(toFile: folder + "/as-run/mappings.yaml", atomically: true, encoding: .utf8)
    try Self.log.write(toFile: folder + "/as-run/dai.txt", atomically: true, encoding: .utf8)
    try work(folder)
  }

  @Test("a preview shows each column as it is understood, and the first rows, in both languages")
  func preview() throws {
    try withFolder { folder in
      let english = try Command(
        "import", folder, folder + "/as-run/dai.txt", "--map", "dai-huyen", "--preview", "--lang", "en")
      #expect(english.status == 0)
      #expect(
        english.output == """
          \(folder)/as-run/dai.txt – fixed columns, dai-huyen, UTF-8

          Column  Understood as  First row
          ──────  ─────────────  ──────────
          1–10    date           02.04.2026
          12–16   time           17:00
          18–37   title          Bản tin
          39–41   status         OK

          Row  Day                             Time   Outlet      Line  Title    Language  Minutes  Status      Trust
          ───  ──────────────────────────────  ─────  ──────────  ────  ───────  ────────  ───────  ──────────  ─────
            3  2026-04-02                      17:00  phat-thanh  tin   Bản tin  vi              –  aired       –
            4  2026-04-03 (of the day before)  01:10  phat-thanh  tin   Bản tin  vi              –  aired       –
            5  2026-04-03                      17:00  phat-thanh  tin   Bản tin  vi              –  pre-empted  –

          \(folder)/as-run/dai.txt: 3 rows read, 3 new; nothing written (preview).

          """)
      let vietnamese = try Command(
        "import", folder, folder + "/as-run/dai.txt", "--map", "dai-huyen", "--preview")
      #expect(vietnamese.output.contains("  4  03/04/2026 (thuộc hôm trước)  01:10  phat-thanh"))
      #expect(vietnamese.output.contains("dai.txt – cột cố định, dai-huyen, UTF-8\n"))
      #expect(vietnamese.output.contains("đã phát") && vietnamese.output.contains("nhường sóng"))
      #expect(!vietnamese.output.contains("aired") && !vietnamese.output.contains("pre-empted"))
      #expect(
        vietnamese.output.hasSuffix("dai.txt: đọc được 3 dòng, mới 3; chưa ghi (xem trước).\n"))
      #expect(!FileManager.default.fileExists(atPath: folder + "/book"))
    }
  }

  @Test("files that are imported together replace each other's rows as if one were imported after the other")
  func together() throws {
    let header = "date,time,outlet,line,title,minutes\n"
    let logs = [
      "may.csv": header
        + "2026-05-04,17:00,phat-thanh,tin,Bản tin,4\n2026-05-05,17:00,phat-thanh,tin,Bản tin,4\n",
      "so.csv": "unit,period,line,value\nkhong-co,2026-Q1,tin,4\n",
      "tay.csv": header
        + "2026-05-04,17:00,phat-thanh,tin,Bản tin,6\n2026-05-05,17:03,phat-thanh,tin,Bản tin,4\n",
      "tay-sua.csv": header + "2026-05-04,17:00,phat-thanh,tin,Bản tin,7\n",
    ]
    func counted(_ groups: [[String]]) throws -> [String] {
      var told: [String] = []
      try withFolder { folder in
        for (name, text) in logs {
          try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
        }
        for group in groups {
          _ = try Command(
            program: Command.path,
            ["import", folder] + group.map { "\(folder)/\($0)" } + ["--by", "An", "--at", "2026-06-01T08:00"])
        }
        let report = try Command(
          "report", folder, "--as-of", "2026-05-31", "--explain", "tin", "--lang", "en")
        told = report.output.split(separator: "\n").map(String.init) + [report.errors]
      }
      return told
    }
    let oneByOne = try counted([["may.csv"], ["so.csv"], ["tay.csv"], ["tay-sua.csv"]])
    let together = try counted([["may.csv", "so.csv", "tay.csv", "tay-sua.csv"]])
    #expect(together == oneByOne)
    #expect(!together.contains { $0.contains("LEDGER_ROW_MISSING") })
    #expect(together.contains { $0.contains("tay-sua.csv:2") })
  }

  @Test("for scripts an import says what became of each file, with the findings, and nothing else")
  func json() throws {
    try withFolder { folder in
      let declared = folder + "/so-lieu.csv"
      try "unit,period,line,value\nkhong-co,2026-Q1,tin,4\n".write(
        toFile: declared, atomically: true, encoding: .utf8)
      let station = [folder + "/as-run/dai.txt", "--map", "dai-huyen"]
      func page(_ files: [String], status: Int32 = 0) throws -> [String: Any] {
        let run = try Command(
          program: Command.path,
          ["import", folder, "--at", "2026-05-02T09:00", "--json", "--lang", "en"] + files)
        #expect(run.status == status)
        #expect(run.errors == "")
        return try #require(
          JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      }
      func log(_ page: [String: Any]) throws -> [String: Any] {
        try #require((page["logs"] as? [[String: Any]])?.first)
      }
      let preview = try page(station + ["--preview"])
      #expect(preview["isPreview"] as? Bool == true)
      #expect(try log(preview)["recordedIn"] is NSNull)
      #expect(!FileManager.default.fileExists(atPath: folder + "/book"))
      let first = try page(station)
      let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder + "/book").first)
      #expect(try log(first)["recordedIn"] as? String == name)
      #expect(try log(first)["read"] as? Int == 3 && log(first)["added"] as? Int == 3)
      #expect(
        (first["declared"] as? [Any])?.isEmpty == true && (first["findings"] as? [Any])?.isEmpty == true)
      let figures = try page([declared], status: 1)
      let table = try #require((figures["declared"] as? [[String: Any]])?.first)
      #expect(table["file"] as? String == declared && table["added"] as? Int == 0)
      #expect(table["hasFaults"] as? Bool == true)
      let codes = try #require(figures["findings"] as? [[String: Any]]).compactMap { $0["code"] as? String }
      #expect(codes == ["DECLARED_ROW_BROKEN"])
      let second = try log(try page(station))
      #expect(second["recordedIn"] is NSNull && second["known"] as? Int == 3)
    }
  }

  @Test(
    "an import is recorded once; the report counts from the Book and names the rows of the station's own file"
  )
  func importOnce() throws {
    try withFolder { folder in
      let arguments = [
        "import", folder, folder + "/as-run/dai.txt", "--map", "dai-huyen", "--at", "2026-05-02T09:00",
        "--lang",
        "en",
      ]
      let first = try Command(program: Command.path, arguments)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book")
      #expect(names.count == 1 && names[0].hasPrefix("20260502T020000Z-log-"))
      #expect(
        first.output == "\(folder)/as-run/dai.txt: 3 rows read, 3 new; recorded in book/\(names[0]).\n")
      let second = try Command(program: Command.path, arguments)
      #expect(
        second.output
          == "\(folder)/as-run/dai.txt: 3 rows read, 0 new, 3 in the Book already; the Book stays as it is.\n"
      )
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/book") == names)
      // The Book counts, and needs the station's file no more.
      try FileManager.default.removeItem(atPath: folder + "/as-run/dai.txt")
      let report = try Command("report", folder, "--format", "json", "--lang", "en")
      #expect(report.status == 0)
      for row in ["\"dai.txt:3\"", "\"dai.txt:4\""] { #expect(report.output.contains(row)) }
    }
  }

  @Test(
    "a station's files are read by the mapping that names them, without options, in imports and in as-run")
  func mappedByName() throws {
    try withFolder { folder in
      let rows =
        "ngày,giờ,tên chương trình,thời lượng\n04/02/2026,17:00,Bản tin,0:30\n04/03/2026,17:00,Bản tin,1:00\n"
      let file = folder + "/as-run/huyen-04.csv"
      try rows.write(toFile: file, atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: folder + "/as-run/dai.txt")
      let asked = try Command("import", folder, file, "--outlet", "phat-thanh", "--preview", "--lang", "en")
      #expect(asked.status == 1 && asked.errors.contains("LOG_DAY_DOUBTFUL"))
      #expect(asked.output.contains("Day as written  --dates dd/MM  --dates MM/dd\n"))
      let mapping =
        "\ndai-tinh:\n  files: [huyen-??.csv]\n  dates: MM/dd/yyyy\n  lengths: h:mm\n  outlet: phat-thanh\n"
      try (Self.mappings + mapping).write(
        toFile: folder + "/as-run/mappings.yaml", atomically: true, encoding: .utf8)
      // Not recorded yet: the year reads it by its name too.
      let before = try Command("reconcile", folder, "--lang", "en")
      #expect(!(before.output + before.errors).contains("DOUBTFUL"), "\(before.errors)")
      let preview = try Command("import", folder, file, "--preview", "--lang", "en")
      #expect(preview.status == 0, "\(preview.errors)")
      #expect(preview.output.hasPrefix("\(file) – CSV “,”, dai-tinh, UTF-8\n"))
      #expect(
        preview.output.contains("2026-04-02  17:00  phat-thanh  tin   Bản tin  vi             30  aired"))
      #expect(
        preview.output.contains("2026-04-03  17:00  phat-thanh  tin   Bản tin  vi             60  aired"))
      // What is asked for comes before the mapping.
      let swapped = try Command("import", folder, file, "--dates", "dd/MM", "--preview", "--lang", "en")
      #expect(swapped.status == 0, "\(swapped.errors)")
      #expect(swapped.output.contains("2026-02-04  17:00  phat-thanh"), "\(swapped.output)")
      #expect(swapped.output.contains("2026-03-04  17:00  phat-thanh"))
      #expect(try Command("import", folder, file).status == 0)
    }
  }

  @Test("lengths that could be read in two ways are shown with both in the preview")
  func doubtfulLengths() throws {
    try withFolder { folder in
      let rows = "ngày;giờ;kênh;tên chương trình;thời lượng\n2026-04-02;17:00;phat-thanh;Bản tin;1.200\n"
      let file = folder + "/log.csv"
      try rows.write(toFile: file, atomically: true, encoding: .utf8)
      let preview = try Command("import", folder, file, "--preview")
      #expect(preview.status == 1)
      #expect(
        preview.output.contains(
          """
          Thời lượng ghi  --numbers 1.234,5  --numbers 1,234.5
          ──────────────  ─────────────────  ─────────────────
          1.200                  1.200 phút             1 phút

          """), "\(preview.output)")
      let said = try Command("import", folder, file, "--numbers", "1.234,5", "--preview", "--lang", "en")
      #expect(said.status == 0 && said.output.contains("  1200  aired"), "\(said.output)\(said.errors)")
      #expect(try Command("import", folder, file, "--numbers", "1 234", "--lang", "en").status == 64)
    }
  }

  @Test("a mapping, a form and an encoding that are none are told")
  func wishesThatAreNone() throws {
    try withFolder { folder in
      let map = try Command("import", folder, folder + "/as-run/dai.txt", "--map", "dai", "--lang", "en")
      #expect(map.status == 1)
      #expect(
        map.errors == """
          error[UNKNOWN_REFERENCE]: as-run/mappings.yaml has no mapping “dai”.
            remedy: The mappings that are saved: dai-huyen.

          1 error

          """)
      let form = try Command("import", folder, folder + "/as-run/dai.txt", "--format", "doc", "--lang", "en")
      #expect(form.status == 64)
      let missing = try Command("import", folder, folder + "/as-run/no.csv", "--lang", "en")
      #expect(missing.status == 74)
    }
  }

  @Test("an import that is killed at any moment leaves the Book as it was or with the whole entry")
  func killed() throws {
    try withFolder { folder in
      let rows = (0..<30_000).map {
        "2026-04-02;17:\($0 % 60 < 10 ? "0" : "")\($0 % 60);phat-thanh;Bản tin \($0)\n"
      }
      let log = "ngày;giờ;kênh;tên\n" + rows.joined()
      try log.write(toFile: folder + "/big.csv", atomically: true, encoding: .utf8)
      let script = """
        for delay in 0.05 0.2 0.5 0.9 1.4; do
          "$0" import "$1" "$1/big.csv" --at 2026-05-02T09:00 > "$1/out" 2>&1 & program=$!
          sleep $delay; kill -KILL $program 2> "$1/err"; wait $program 2>> "$1/err"
          count=0; for file in "$1"/book/*.csv; do test -e "$file" && count=$((count + $(wc -l < "$file"))); done
          echo $count
        done
        """
      let run = try Command(program: "/bin/bash", ["-c", script, Command.path, folder])
      let counts = Set(run.output.split(separator: "\n").compactMap { Int($0) })
      let after = try Command("import", folder, folder + "/big.csv", "--at", "2026-05-02T09:00")
      #expect(after.status == 0)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/book")
      #expect(names.count == 1)
      let entry = try String(contentsOfFile: folder + "/book/" + (names.first ?? ""), encoding: .utf8)
      let whole = entry.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(whole > 30_000 && counts.isSubset(of: [0, whole]), "\(counts)")
    }
  }
}
