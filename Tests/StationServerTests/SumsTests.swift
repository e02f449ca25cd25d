import HTTPTypes
import ScheduleModel
import StationDesk
import StationStore
import StationWork
import StoreSupport
import Testing

/// Units and the sums over their plans, as people see them: the cases of two stations, one put below the other for the test.
struct SumsTests {
  /// Serves Lai Châu with Tân Hồng below it, and waits until both plans are counted.
  private static func serve(_ work: @escaping @Sendable (ServedStation, Browser) async throws -> Void)
    async throws
  {
    try await ServedStation.serve(["lai-chau": "lai-chau-2018", "tan-hong": "tan-hong-2020"]) { station in
      try await station.desk.store.write(.people) { transaction in
        let units = try transaction.units()
        let below = units[1]
        try transaction.set(
          Unit(
            number: below.number, parent: units[0].number, code: below.code, name: "Xã Tân Hồng (thử)",
            level: "commune"))
        _ = try transaction.addUnit(
          code: "xa-moi", name: "Xã chưa có gì", level: "commune", parent: units[0].number)
      }
      try await counted(station)
      try await work(
        station, try await station.reader(.viewer, inUnit: 1, by: try await station.administrator()))
    }
  }

  private static func counted(_ station: ServedStation) async throws {
    for _ in 1...600 {
      let isDone = try await station.desk.store.read {
        try $0.plansToCount(by: LichSongVersion.tested).isEmpty && !$0.hasOpenJobs()
      }
      if isDone { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("the plans were not counted within a minute")
  }

  @Test("a unit's sums are the counts of its plans, each leads to the plan, and who has none is named")
  func sums_areShown() async throws {
    try await Self.serve { station, viewer in
      #expect(try await viewer.get("/sums").headers[.location] == "/sums/lai-chau")
      let page = try await viewer.get("/sums/lai-chau?lang=en&year=2018")
      #expect(
        page.seen.hasPrefix(
          "lai-chau · 2018 2020 2018 2 units below, 2 of them without a plan. 1 plan, 0 of them without any log. "
            + "By kind of outlet Kind of outlet Planned Scheduled Aired Missed No log yet television – 191 191 1 0 "
            + "newspaper – 100 100 0 0 website – 79 79 0 0 All works – 370 at least 370 at least 1 0 "
            + "By unit Unit or plan State Planned Scheduled Aired Missed No log yet "
            + "Tuyên truyền cải cách hành chính tỉnh Lai Châu năm 2018 published, logs up to 29/12/2018 "
            + "– 370 at least 370 at least 1 0 "
            + "Xã Tân Hồng (thử) no plan – – – – – Xã chưa có gì no plan – – – – – "
            + "Sum – 370 at least 370 at least 1 0 By language "))
      #expect(page.text.contains(#"<a href="/p/lai-chau-2018/counts">370</a>"#))
      #expect(page.text.contains(#"<a href="/sums/lai-chau?year=2018&amp;kind=television#units">191</a>"#))
      let television = try await viewer.get("/sums/lai-chau?lang=vi&year=2018&kind=television").seen
      #expect(television.contains("Theo đơn vị truyền hình ← Tất cả tác phẩm"))
      #expect(television.contains("đã phát hành, nhật ký đến 29/12/2018 – 191 191 1 0"))
      let hmong = try await viewer.get("/sums/lai-chau?lang=vi&year=2018&language=hmn").seen
      #expect(hmong.contains("đã phát hành, nhật ký đến 29/12/2018 168 168 0 0"))
      let commune = try await viewer.get("/sums/lai-chau?lang=vi").text
      #expect(commune.contains(#"<a href="/p/tan-hong-2020/counts">Xã Tân Hồng (thử)</a>"#))
      #expect(try await viewer.get("/sums/lai-chau?year=x").status == .badRequest)

      let plans = try await viewer.get("/?lang=en").seen
      #expect(
        plans.contains("Tuyên truyền cải cách hành chính tỉnh Lai Châu năm 2018")
          && plans.contains("Totals by unit"))
    }
  }

  @Test("figures that are deleted are made again and are the same; changed plans are told, and counted anew")
  func figures_areMadeAgain() async throws {
    try await Self.serve { station, viewer in
      let address = "/sums/lai-chau?lang=en&year=2018"
      let page = try await viewer.text(address)
      try await station.desk.store.write { try $0.forgetFigures() }
      #expect(try await viewer.get("/sums/lai-chau?lang=en").seen.contains("There are no figures yet."))
      #expect(
        try await viewer.get(address).seen.contains(
          "2 plans were not counted yet and are not in these figures."))
      let runner = JobRunner(
        station.desk.store,
        child: WorkChild(program: BuiltProgram.path("lichsong-server"), arguments: ["perform"]),
        program: LichSongVersion.tested, owner: "thử", now: { ServedStation.now },
        log: { Issue.record("\($0)") })
      try await runner.tidy()
      try await Self.counted(station)
      #expect(try await viewer.text(address) == page)

      let plan = try #require(try await station.desk.store.read { try $0.plan("lai-chau-2018") })
      try await station.edit(plan) { $0.replacing("kind: newspaper", with: "kind: website") }
      #expect(
        try await viewer.get(address).seen.contains(
          "1 plan is being counted anew; its figures here are those before the change."))
      try await runner.tidy()
      try await Self.counted(station)
      let changed = try await viewer.get(address).seen
      #expect(changed.contains("television – 191 191 1 0 website – 179 179 0 0 All works – 370"))

      // A text with errors has no figures, and says so.
      try await station.edit(plan) { "\($0)\nkhông có khóa này: 1\n" }
      try await runner.tidy()
      try await Self.counted(station)
      #expect(
        try await viewer.get("/sums/lai-chau?lang=en").seen.contains(
          "1 plan cannot be counted, because its text has errors; look at its page of findings."))
    }
  }

  @Test("programs get the units as a tree and the same sums")
  func programs_getSums() async throws {
    try await Self.serve { station, _ in
      let program = try await station.program([.read])
      let units = try await program.get("/api/v1/units").object()
      let codes = (units["items"] as? [[String: Any]])?.map {
        "\($0["unit"] ?? "") below \($0["below"] ?? "")"
      }
      #expect(codes == ["lai-chau below <null>", "tan-hong below lai-chau", "xa-moi below lai-chau"])
      let sums = try await program.get("/api/v1/units/lai-chau/sums?year=2018").object()
      let kinds = try #require(sums["kinds"] as? [[String: Any]])
      let television = try #require(
        kinds.first { $0["name"] as? String == "television" }?["figures"] as? [String: Any])
      #expect(television["scheduled"] as? Int == 191 && television["aired"] as? Int == 191)
      #expect(television["missed"] as? Int == 1 && television["planned"] is Int == false)
      let plans = try #require(sums["plans"] as? [[String: Any]])
      #expect(plans.map { $0["plan"] as? String } == ["lai-chau-2018"])
      let below = try #require(sums["units"] as? [[String: Any]])
      #expect(below.map { $0["plans"] as? Int } == [0, 0] && sums["years"] as? [Int] == [2020, 2018])
      #expect(try await program.get("/api/v1/units/khong-co/sums").status == .notFound)
      #expect(try await program.get("/api/v1/units/lai-chau/sums?year=x").status == .badRequest)
    }
  }

  @Test("whoever manages units adds, changes and removes one with forms, and a mistake stays in its form")
  func units_areManaged() async throws {
    try await Self.serve { station, viewer in
      let administrator = try await station.administrator()
      #expect(try await viewer.get("/units").status == .forbidden)
      let wrong = try await administrator.post(
        "/units?lang=en", ["code": "a b", "name": "Xã <Bịa>", "level": "commune", "parent": "lai-chau"])
      // Blanks are dropped, so the code is “ab”; a code that is there is refused.
      #expect(wrong.status == .seeOther)
      let taken = try await administrator.post(
        "/units?lang=en", ["code": "ab", "name": "Xã <khác>", "level": "commune", "parent": "lai-chau"])
      #expect(taken.status == .unprocessableContent)
      #expect(taken.seen.contains("A unit has the code “ab” already; choose another."))
      #expect(taken.text.contains(#"value="Xã &lt;khác&gt;""#))
      let list = try await administrator.get("/units?lang=vi")
      #expect(
        list.text.contains("– <a href=\"/units/ab\">Xã &lt;Bịa&gt;</a>") && list.seen.contains("ab cấp xã"))
      let changed = try await administrator.post(
        "/units/ab",
        [
          "do": "change", "code": "ab", "name": "Xã Mới", "level": "office", "parent": "xa-moi",
          "reason": "thử",
        ])
      #expect(changed.status == .seeOther)
      #expect(try await administrator.get("/units?lang=en").seen.contains("– – Xã Mới ab office"))
      let used = try await administrator.post("/units/xa-moi?lang=en", ["do": "remove"])
      #expect(used.status == .unprocessableContent && used.seen.contains("cannot be removed"))
      #expect(try await administrator.post("/units/ab", ["do": "remove"]).status == .seeOther)
      #expect(try await administrator.get("/units/ab").status == .notFound)
      let trail = try await administrator.get("/audit?lang=vi").seen
      #expect(trail.contains("bỏ đơn vị đơn vị ab") && trail.contains("thêm đơn vị đơn vị ab"))
    }
  }
}
