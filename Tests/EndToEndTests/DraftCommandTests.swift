import Foundation
import Testing

@Suite("The draft of a small plan on the command line")
struct DraftCommandTests {
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

  @Test("a re-plan that cannot make good everything is a draft all the same, with what fits")
  func fallsShort() throws {
    let station = try Station(
      plan: """
        plan: hai-dai
        title: Hai đài (số liệu minh họa)
        year: 2026
        outlets:
          dai: { name: Đài Một, kind: radio, grid: [{ id: a, rule: FREQ=WEEKLY;BYDAY=WE, at: "17:00", to: 2026-02-11 }] }
          hai: { name: Đài Hai, kind: radio, grid: [{ id: a, rule: FREQ=WEEKLY;BYDAY=WE, at: "17:00", to: 2026-03-31 }] }
        lines:
          - { id: a, title: Tin Một, form: tin, outlet: dai, quota: 6 }
          - { id: b, title: Tin Hai, form: tin, outlet: hai, quota: 3 }

        """)
    defer { station.remove() }
    try station.publishFirst()
    try station.write(
      "as-run/a.csv",
      "date,time,outlet,line,edition\n2026-01-14,17:00,dai,a,2\n2026-01-28,17:00,dai,a,4\n2026-01-31,17:00,hai,,\n"
    )
    let replan = try station.run("allocate", "--from", "2026-02-01")
    #expect(
      replan.status == 1 && replan.errors.contains("error[QUOTA_NOT_MET]: “Tin Một”"), "\(replan.errors)")
    #expect(
      replan.errors.hasSuffix(
        "Draft: \(station.folder)/draft.csv. Look at it, edit it if need be, then publish: lichsong publish PLAN --by \"NAME\".\n"
      ))
    #expect(try station.text("draft.csv").contains("hai-dai.b.1.vi.again.2@lichsong"))
    let published = try station.publish(at: "2026-02-01T08:00")
    #expect(published.status == 0 && published.output.hasPrefix("Published: 1 added,"), "\(published.output)")
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
            remedy: Write a slot like OUTLET.GRID.2026-04-17, or change the column start alone.

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
          FOLDER/draft.csv:4:1: error[DRAFT_RULE]: The slot “toi” (Truyền hình tỉnh) 20:15 on 13/03/2026 holds 1, the draft has 2: no. 3 of “Cải cách hành chính”, no. 4 of “Cải cách hành chính”.
            remedy: Move 1 of them to another slot, or write pieces: 2 for “toi”.

          1 error

          """)
      #expect(
        try refused(station, "vi").hasPrefix("FOLDER/draft.csv:4:1: lỗi[DRAFT_RULE]: "))
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
          FOLDER/draft.csv:1:1: error[DRAFT_PAST]: The draft moves or leaves out what is past, 1 in all: no. 2 of “Cải cách hành chính” (20:15 on 13/02/2026).
            remedy: Give them back their slot and start (vi-du.cm.2.vi@lichsong: tv.toi.2026-02-13, 2026-02-13T20:15). If one aired on another day, the log says so; when you record a publication of an earlier day, say when with --at.

          1 error

          """)
      #expect(
        try refused(station, "vi") == """
          FOLDER/draft.csv:1:1: lỗi[DRAFT_PAST]: Dự thảo đổi hoặc bỏ 1 lượt đã qua: kỳ 2 “Cải cách hành chính” (20:15 ngày 13/02/2026).
            Cách sửa: Ghi lại slot và start cũ cho các lượt này (vi-du.cm.2.vi@lichsong: tv.toi.2026-02-13, 2026-02-13T20:15). Đã phát ngày khác thì nhật ký ghi điều đó; lập dự thảo cho ngày đã qua thì thêm --at đúng thời điểm phát hành.

          1 lỗi

          """)
      try station.replace("tv,tv.toi.2026-03-20,", "tv,tv.toi.2026-02-13,", in: "draft.csv")
      let moved = try station.run(
        "move", "vi-du.cm.2.vi@lichsong", "--to", "tv.toi.2026-03-20", "--at", "2026-02-21T09:00")
      #expect(moved.status == 1)
      #expect(
        moved.errors == """
          error[DRAFT_PAST]: The broadcast no. 2 of “Cải cách hành chính” (20:15 on 13/02/2026) is past and cannot be moved.
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
          FOLDER/draft.csv:1:1: error[DRAFT_OUTDATED]: Since this draft was made something else was published (Bình, 09:00 on 20/02/2026).
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
      "move", Station.third, "--to", "tv.toi.2026-03-20", "--by", "An", "--why", "Họp", "--at",
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
    let third = try row(Station.third)
    #expect(third.contains("tv.toi.2026-03-20") && third.suffix(3) == ["yes", "An", "Họp"])
    #expect(try row("vi-du.cm.4.vi@lichsong").contains("tv.toi.2026-04-24"))

    // The plan loses one of the two slots, and the other's day is over by then.
    try station.replace(
      "lines:", "blackouts: [{ name: Lễ, from: 2026-04-24, to: 2026-04-24 }]\nlines:", in: "plan.yaml")
    let lost = try station.run("allocate", "--from", "2026-04-01")
    #expect(lost.status == 0, "\(lost.errors)")
    #expect(
      lost.errors.contains(
        "warning[DRAFT_MOVE_LOST]: “\(Station.third)”, put into “tv.toi.2026-03-20” by hand (by An), is not kept there: "
          + "2026-03-13 lies before 2026-04-01; it lies in “tv.toi.2026-03-13” now.\n"), "\(lost.errors)")
    #expect(
      lost.errors.contains(
        "“vi-du.cm.4.vi@lichsong”, which the earlier draft has by hand, is not kept: “tv” has no slot that begins at "
          + "2026-04-24T20:15.\n"), "\(lost.errors)")
    #expect(try row(Station.third).contains("tv.toi.2026-03-13"))
  }

  @Test("a broadcast is taken out of its slot and placed again; published without it, it is withdrawn")
  func takesOut() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    let now = ["--at", "2026-02-21T09:00"]
    func move(_ arguments: String...) throws -> Command {
      try Command(
        program: Command.path, ["move", station.folder, Station.third] + arguments + now + ["--lang", "en"])
    }
    let out = try move("--off")
    #expect(out.status == 0, "\(out.errors)")
    #expect(out.output == "Took “\(Station.third)” out of its slot, in \(station.folder)/draft.csv.\n")
    #expect(
      out.errors.contains(
        "warning[DRAFT_RULE]: The plan asks for 4 works of “Cải cách hành chính”, the draft has 3."),
      "\(out.errors)")
    #expect(try !station.text("draft.csv").contains(Station.third))
    let again = try move("--off")
    #expect(again.status == 1 && again.errors.contains("error[DRAFT_ROW]: The schedule has no placement"))
    let open = try move()
    #expect(
      open.status == 0 && open.output.contains("tv.toi.2026-03-20  2026-03-20T20:15\n"), "\(open.output)")
    let other = try Station(copying: station)
    defer { other.remove() }
    #expect(
      try other.publish(at: "2026-02-21T10:00").output.hasPrefix(
        "Published: 0 added, 0 moved, 1 withdrawn, 0 updated;"))
    let placed = try move("--to", "tv.toi.2026-03-20", "--by", "An")
    #expect(placed.status == 0, "\(placed.errors)")
    #expect(
      placed.output == "Placed “\(Station.third)”: 2026-03-20T20:15, in \(station.folder)/draft.csv.\n")
    #expect(
      try station.publish(at: "2026-02-21T10:00").output.hasPrefix(
        "Published: 0 added, 1 moved, 0 withdrawn, 0 updated;"))
    let past = try station.run("move", "vi-du.cm.1.vi@lichsong", "--off", "--at", "2026-02-21T09:00")
    #expect(past.status == 1 && past.errors.contains("error[DRAFT_PAST]"), "\(past.errors)")
    let both = try move("--off", "--to", "tv.toi.2026-03-20")
    #expect(both.status == 64 && both.errors.contains("Error: --off does not go with --to."))
    let why = try move("--off", "--why", "Họp")
    #expect(why.status == 64 && why.errors.contains("--off does not go with --by and --why"))
  }

  @Test("before the first publication everything is held against the draft, and a broken one is told")
  func firstDraft() throws {
    let station = try Station()
    defer { station.remove() }
    let moved = try station.run(
      "move", Station.third, "--to", "tv.toi.2026-03-27", "--by", "An", "--why", "Họp", "--at",
      "2026-01-04T09:00")
    #expect(moved.status == 0)
    #expect(
      moved.output
        == "Moved “\(Station.third)”: 2026-03-13T20:15 → 2026-03-27T20:15, in \(station.folder)/draft.csv.\n")
    #expect(try station.run("export", "--out", station.folder + "/out").status == 0)
    #expect(try Station.event(Station.third, in: station.text("out/year.ics")).contains(":20260327T201500"))
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
    #expect(
      try Station.event(Station.third, in: station.text("calendars/year.ics")).contains(":20260327T201500"))
    #expect(!FileManager.default.fileExists(atPath: station.folder + "/draft.csv"))
  }

  @Test("calendars are made of the Book alone: deleted, they come back to the byte")
  func calendarsComeBack() throws {
    let station = try Station()
    defer { station.remove() }
    try station.publishFirst()
    try station.move(Station.third, to: "tv.toi.2026-03-27", by: "An", at: "2026-01-06T09:00")
    let calendars = station.folder + "/calendars"
    let names = try FileManager.default.contentsOfDirectory(atPath: calendars).sorted()
    let before = try names.map { try station.text("calendars/" + $0) }
    #expect(Station.event(Station.third, in: before.last ?? "").contains("SEQUENCE:1"))
    try FileManager.default.removeItem(atPath: calendars)
    try station.replace("Cải cách hành chính", "Tên khác", in: "plan.yaml")
    #expect(try station.run("export", "--out", calendars).status == 0)
    #expect(try FileManager.default.contentsOfDirectory(atPath: calendars).sorted() == names)
    #expect(
      try names.map { try station.text("calendars/" + $0) } == before, "a working file never reaches them")
  }
}
