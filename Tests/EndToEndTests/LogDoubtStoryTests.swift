import Foundation
import Testing

/// Rows that contradict themselves, their neighbours, the plan or the calendar; all data are made up.
@Suite("Rows of logs that cannot be right are told")
struct LogDoubtStoryTests {
  private func told(
    _ rows: [String], columns: String = "ngày,giờ,kênh,tên,kỳ,thời lượng", plan: String? = nil
  ) throws
    -> (aired: Int, told: String)
  {
    try LogWordsStoryTests.report(rows, columns: columns, plan: plan ?? LogWordsStoryTests.plan)
  }

  private func station() throws -> Station {
    let station = try Station(plan: LogWordsStoryTests.plan)
    try station.publishFirst()
    return station
  }

  private func imported(
    _ text: String, into station: Station, name: String = "a.csv", at: String, _ more: String...
  )
    throws -> Command
  {
    try station.write("gui/\(name)", text)
    return try Command(
      program: Command.path,
      ["import", station.folder, station.folder + "/gui/\(name)", "--by", "An", "--at", at, "--lang", "en"]
        + more)
  }

  @Test(
    "a title that names another edition than its cell is told",
    arguments: ["Hỏi đáp pháp luật kỳ 3", "Hỏi đáp pháp luật (số 3)", "Hỏi đáp pháp luật – kỳ thứ 3"])
  func editionInTitle(title: String) throws {
    let found = try told(["2026-03-12,20:15,tv,\(title),2,15"])
    #expect(found.aired == 1)
    #expect(
      found.told.contains("The title “\(title)” says no. 3, the column “edition” 2; the column counts."),
      "\(found.told)")
    #expect(try told(["2026-03-12,20:15,tv,\(title),3,15"]).told.isEmpty)
  }

  @Test(
    "numbers of a title that are no edition are not",
    arguments: ["kỳ 3/2026", "Nghị định số 15", "số 5 Lê Lợi"])
  func otherNumbers(words: String) throws {
    #expect(try told(["2026-03-12,20:15,tv,Hỏi đáp pháp luật: \(words),2,15"]).told.isEmpty)
  }

  @Test("an edition beyond the plan is told", arguments: [99, 2024])
  func beyondPlan(edition: Int) throws {
    let found = try told(["2026-03-12,20:15,tv,Hỏi đáp pháp luật,\(edition),15"])
    #expect(
      found.told.contains("This row says no. \(edition), but “Hỏi đáp pháp luật” has 4 works in the plan"),
      "\(found.told)")
  }

  @Test(
    "whether a work went out in part is judged by the seconds",
    arguments: [("11:20", false), ("11:15", false), ("11:14", true), ("0:11:20", false)])
  func partial(length: String, isPartial: Bool) throws {
    let station = try station()
    defer { station.remove() }
    try station.write(
      "as-run/a.csv",
      "ngày,giờ,kênh,tên,thời lượng\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,\(length)\n2026-03-07,10:00,tv,Phim,90:00\n"
    )
    let output = try station.run("reconcile", "--out", station.folder + "/o.csv")
    #expect(output.status == 0, "\(output.errors)")
    let first = try station.text("o.csv").split(separator: "\n").first { $0.contains("dai.hd.1.") }
    #expect(first?.contains("partial") == isPartial, "\(first ?? "")")
  }

  @Test("a row dated after its recording does not count, and the logs do not reach its day")
  func future() throws {
    let station = try station()
    defer { station.remove() }
    let run = try imported(
      "ngày,giờ,kênh,tên,kỳ\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,1\n2026-03-26,20:15,tv,Hỏi đáp pháp luật,4\n",
      into: station, at: "2026-03-07T08:00")
    #expect(run.status == 0)
    #expect(
      run.errors.contains(
        "This row is dated 2026-03-26, after the day on which it was recorded (2026-03-07)"),
      "\(run.errors)")
    let status = try station.run("status", "--at", "2026-03-08T09:00").output
    #expect(status.contains("the logs reach to 05/03/2026"), "\(status)")
    #expect(!status.contains("MISSED"), "\(status)")
    let correction = try imported(
      "replaces,ngày,reason\na.csv:3,2026-03-06,ngày chép sai\n", into: station, name: "b.csv",
      at: "2026-03-09T08:00")
    #expect(correction.status == 0, "\(correction.errors)")
    #expect(try station.run("reconcile", "--width", "1000").errors.contains("LOG_DAY_DOUBTFUL") == false)
  }

  @Test("what belongs to the last night of the year before is told, and shows nothing of this year")
  func nightBefore() throws {
    let plan = LogWordsStoryTests.plan.replacing(
      "kind: television,", with: "kind: television, day-starts: \"05:00\","
    )
    .replacing(
      "from: 2026-03-01, to: 2026-03-31 }\n  - { id: sk",
      with: "from: 2026-01-01, to: 2026-01-31 }\n  - { id: sk")
    let found = try told(
      ["2026-01-01,02:00,tv,Hỏi đáp pháp luật,,15", "2026-01-08,20:15,tv,Hỏi đáp pháp luật,,15"], plan: plan)
    #expect(found.aired == 1)
    #expect(
      found.told.contains(
        "The row of 2026-01-01 02:00 belongs to the broadcast day 2025-12-31 (day-starts), outside 2026"),
      "\(found.told)")
  }

  @Test("two editions of a line in one minute are told, and so are two lengths of one broadcast")
  func oneMinute() throws {
    let editions = try told([
      "2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,15", "2026-03-12,20:15,tv,Hỏi đáp pháp luật,3,15",
    ])
    #expect(
      editions.told.contains("on one outlet in the same minute; they count as two works."), "\(editions.told)"
    )
    let lengths = try told([
      "2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,15", "2026-03-12,20:15,tv,Hỏi đáp pháp luật,2,14",
    ])
    #expect(lengths.aired == 1)
    #expect(
      lengths.told.contains("LOG_ROWS_CONTRADICT") && lengths.told.contains("count."), "\(lengths.told)")
  }

  @Test("a length with a point is minutes and seconds or decimals, and one in seconds is far too long")
  func lengths() throws {
    let columns = "ngày;giờ;kênh;tên;thời lượng"
    for length in ["15.30", "15,30"] {
      let found = try told(["2026-03-12;20:15;tv;Hỏi đáp pháp luật;\(length)"], columns: columns)
      #expect(found.aired == 1)
      #expect(
        found.told.contains("This length may be 15 minutes 30 s, or 15 minutes 18 s (with decimals)"),
        "\(found.told)")
    }
    #expect(
      try told(
        ["2026-03-05;20:15;tv;Hỏi đáp pháp luật;4,5", "2026-03-12;20:15;tv;Hỏi đáp pháp luật;15,30"],
        columns: columns
      ).told.contains("with decimals") == false, "another row of the column shows decimals")
    let station = try station()
    defer { station.remove() }
    let run = try imported(
      "ngày,giờ,kênh,tên,thời lượng\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,900\n", into: station,
      at: "2026-03-07T08:00")
    #expect(
      run.errors.contains("This row says 900 minutes, and the longest opening of its outlet has 15"),
      "\(run.errors)")
  }

  @Test("status says of which works it is open whether they aired, because their rows were refused")
  func refused() throws {
    let station = try station()
    defer { station.remove() }
    let run = try imported(
      "ngày,giờ,kênh,tên,thời lượng\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,1.500\n"
        + "2026-03-12,20:15,tv,Hỏi đáp pháp luật,1.500\n2026-03-19,20:15,tv,Hỏi đáp pháp luật,15\n",
      into: station, at: "2026-03-20T08:00")
    #expect(run.errors.contains("LOG_LENGTH_DOUBTFUL"), "\(run.errors)")
    let status = try station.run("status", "--at", "2026-03-20T09:00").output
    #expect(
      status.contains(
        "NOT CLEAR WHETHER IT AIRED (2): the logs have a row of that day which could not be read or is unclear;"
      ),
      "\(status)")
    #expect(!status.contains("MISSED"), "\(status)")
    let again = try imported(
      "ngày,giờ,kênh,tên,thời lượng\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,1.500\n"
        + "2026-03-12,20:15,tv,Hỏi đáp pháp luật,1.500\n2026-03-19,20:15,tv,Hỏi đáp pháp luật,15\n",
      into: station, at: "2026-03-21T08:00", "--numbers", "1,234.5")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try station.run("status", "--at", "2026-03-21T09:00").output.contains("NOT CLEAR") == false)
  }

  @Test(
    "a title that is linked to a second line is told, and a row that is linked to another line's placement")
  func links() throws {
    let station = try station()
    defer { station.remove() }
    func link(_ line: String, _ at: String) throws -> Command {
      try station.run(
        "link", "--title", "Hỏi \"nhanh\"", "--line", line, "--by", "An", "--reason", "đài nói", "--at", at)
    }
    #expect(try link("hd", "2026-03-01T08:00").errors.isEmpty)
    let second = try link("sk", "2026-03-02T08:00")
    #expect(second.status == 0)
    #expect(
      second.errors.contains("was linked to the line hd (An: đài nói); from now on all"), "\(second.errors)")
    #expect(second.errors.contains("--title 'Hỏi \"nhanh\"' --line hd"), "\(second.errors)")
    #expect(try station.checked().contains("LINK_REPEATED"))
    try station.write("as-run/a.csv", "ngày,giờ,kênh,tên\n2026-03-05,20:15,tv,Hỏi đáp pháp luật\n")
    let row = try station.run(
      "link", "a.csv:2", "--shows", "dai.sk.1.vi@lichsong", "--by", "An", "--reason", "thử", "--at",
      "2026-03-06T08:00")
    #expect(row.errors.contains("LINK_UNLIKE_ROW"), "\(row.errors)")
  }

  @Test(
    "hours are read as people and spreadsheets write them",
    arguments: ["8:15 PM", "08:15:00 pm", "8:15 CH", "0.84375", "20h15"])
  func hours(hour: String) throws {
    let found = try told(["2026-03-12,\(hour),tv,Hỏi đáp pháp luật,2,15"])
    #expect(found.aired == 1)
    #expect(found.told.isEmpty, "\(found.told)")
  }

  @Test("an hour that cannot be read has a true remedy")
  func refusedHours() throws {
    let night = try told(["2026-03-12,24:30,tv,Hỏi đáp pháp luật,2,15"]).told
    #expect(
      night.contains("“24:30” lies in the next day, and the outlet's day ends at midnight."), "\(night)")
    let range = try told(["2026-03-12,20:15-20:30,tv,Hỏi đáp pháp luật,2,15"]).told
    #expect(range.contains("the time has a start and an end, “20:15-20:30”."), "\(range)")
  }

  @Test("names under a table are no data, and a title on another outlet is told with what helps")
  func remedies() throws {
    let station = try station()
    defer { station.remove() }
    let run = try imported(
      "ngày,giờ,kênh,tên,kỳ\n2026-03-05,20:15,tv,Hỏi đáp pháp luật,1\n2026-03-06,06:30,pt,Hỏi đáp pháp luật,\n"
        + "Nguyễn Văn A,,,,Trần Thị B\n", into: station, at: "2026-03-07T08:00")
    #expect(
      run.errors.contains("LOG_ROWS_WITHOUT_DATA") && !run.errors.contains("LOG_ROW_BROKEN"), "\(run.errors)")
    let words = run.errors.replacing(/\s+/, with: " ")
    #expect(
      words.contains("“Hỏi đáp pháp luật” is the title of the line hd, which does not go out on the outlet"),
      "\(words)")
    #expect(!words.contains("--title"))
  }

  @Test(
    "a correction whose row has several imports names them, and one of another year says what goes on counting"
  )
  func corrections() throws {
    let station = try station()
    defer { station.remove() }
    let head = "ngày,giờ,kênh,tên,kỳ\n"
    for (day, at) in [("05", "2026-03-07T08:00"), ("12", "2026-03-14T08:00")] {
      let row = "2026-03-\(day),20:15,tv,Hỏi đáp pháp luật,\(day == "05" ? 1 : 2)\n"
      #expect(try imported(head + row, into: station, name: "k1.csv", at: at).status == 0)
    }
    let doubtful = try imported(
      "replaces,trạng thái,reason\nk1.csv:2,không phát,mất điện\n", into: station, name: "c.csv",
      at: "2026-03-15T08:00")
    let words = doubtful.errors.replacing(/\s+/, with: " ")
    #expect(words.contains("the Book has 2 rows “k1.csv:2”, of different imports"), "\(words)")
    #expect(words.contains("(12/03/2026 20:15 Hỏi đáp pháp luật)."), "\(words)")
    let id = try #require(words.firstMatch(of: /([0-9a-f]{12}:[0-9]+) \(05\/03\/2026/)?.output.1)
    let other = try imported(
      "replaces,ngày,reason\n\(id),2027-05-01,chép sai\n", into: station, name: "d.csv",
      at: "2026-03-15T09:00")
    #expect(other.status != 0)
    #expect(
      other.errors.replacing(/\s+/, with: " ").contains(
        "the row \(id) that it replaces goes on counting as it was."),
      "\(other.errors)")
  }

  @Test("letters in sixteen bits are read without a mark")
  func wide() throws {
    let station = try station()
    defer { station.remove() }
    let text = "ngày,giờ,kênh,tên\n2026-03-05,20:15,tv,Hỏi đáp pháp luật\n"
    for (name, isBig) in [("be.csv", true), ("le.csv", false)] {
      var bytes: [UInt8] = []
      for unit in text.utf16 {
        bytes += isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      let file = "\(station.folder)/\(name)"
      try Data(bytes).write(to: URL(filePath: file))
      for more in [[], ["--encoding", "utf-16"]] {
        let run = try Command(
          program: Command.path,
          ["import", station.folder, file, "--preview", "--at", "2026-03-07T08:00", "--lang", "en"] + more)
        #expect(run.output.contains("Hỏi đáp pháp luật"), "\(name): \(run.output) \(run.errors)")
      }
    }
  }
}
