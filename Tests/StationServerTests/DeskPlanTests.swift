import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// The plan's text is changed at one place, shown with its effect, and stored only when somebody agrees.
struct DeskPlanTests {
  private static func seen(_ page: Answer) throws -> String {
    String(try #require(page.text.firstMatch(of: /name="seen" value="([0-9a-f]+)"/)).output.1)
  }

  private static func text(_ station: ServedStation, _ plan: StoredPlan) async throws -> String {
    String(decoding: try #require(try await station.desk.contents(of: plan).files).plan.bytes, as: UTF8.self)
  }

  @Test(
    "the form of a line changes one line of the text; comments stay, and nothing is stored before the yes")
  func quota_isChanged() async throws {
    try await ServedStation.visit { station in
      let slug = "ke-hoach-1"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let old = try await Self.text(station, plan)
      let address = "/p/\(slug)/desk/plan/lines/chuyen-muc"
      let form = try await planner.get(address + "?lang=en")
      var fields = Self.fields(of: form)
      let quota = try #require(fields.first { $0.value == "23 kỳ" }?.key)
      fields[quota] = "24 kỳ"
      fields["seen"] = try Self.seen(form)
      let preview = try await planner.post(address + "?lang=en", fields)
      #expect(preview.status == .ok)
      #expect(preview.seen.contains("- quota: 23 kỳ + quota: 24 kỳ"))
      #expect(preview.seen.contains("Chuyên mục “Cải cách hành chính Nhà nước”: 23 → 24"))
      #expect(
        preview.seen.contains(
          "If the year is then planned anew from 15/06/2018 on, moving only what has to move, the schedule changes as follows. Compared with the published schedule: "
            + "1 added, 0 moved, 0 missed before and planned again, 0 dropped. Broadcasts: 1,042 → 1,043. Storing the text does not change the schedule yet"
        ))
      #expect(try await Self.text(station, plan) == old)

      let new = old.replacing("quota: 23 kỳ", with: "quota: 24 kỳ")
      // A browser sends both characters of an end of line.
      let stored = try await planner.post(
        "/p/\(slug)/desk/plan/text",
        [
          "text": new.replacing("\n", with: "\r\n"), "seen": try Self.seen(preview), "step": "accept",
          "reason": "tỉnh giao thêm",
        ])
      #expect(stored.status == .seeOther)
      let tables = try await planner.get(try #require(stored.headers[.location]) + "&lang=en")
      #expect(
        tables.seen.contains(
          "The plan has it now; the schedule has not changed. Where quotas, slots or rules changed, plan anew"
        ))
      #expect(try await Self.text(station, plan) == new)
      let note = try #require(try await station.desk.store.read { try $0.trail(count: 1) }.first).note
      #expect(note.action == "change file" && note.object == "plan \(slug) plan.yaml")
      #expect(note.reason == "tỉnh giao thêm")

      // Who has the text of before is told who was faster.
      let late = try await planner.post(
        "/p/\(slug)/desk/plan/text?lang=en",
        ["text": old + "# mới\n", "seen": try Self.seen(form), "step": "accept"])
      #expect(late.status == .preconditionFailed)
      #expect(
        late.seen.contains(
          "changed the plan on 14/06/2018, 09:00, after you opened the page; nothing was stored."))
      #expect(try await Self.text(station, plan) == new)
    }
  }

  // The quota has 900 works where there is room for some fifty; to find out what is short takes minutes.
  @Test("an effect that takes too long is told as not worked out, and other pages answer meanwhile")
  func effect_hasABound() async throws {
    var settings = ServerSettings()
    settings.effectSeconds = 5
    try await ServedStation.serve(["a": "lai-chau-2018"], settings: settings) { station in
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let plan = try #require(try await station.desk.store.read { try $0.plan("lai-chau-2018") })
      let old = try await Self.text(station, plan)
      let address = "/p/lai-chau-2018/desk/plan/text"
      let form = try await planner.get(address)
      _ = try await planner.get("/p/lai-chau-2018")
      let seen = try Self.seen(form)
      // As many at once as there are threads for heavy work.
      let checks = [900, 901].map { quota in
        Task {
          try await planner.post(
            address + "?lang=en",
            [
              "text": old.replacing("quota: 23 kỳ", with: "quota: \(quota) kỳ"), "seen": seen,
              "step": "check",
            ])
        }
      }
      let answered = Numbers()
      let others = Task {
        while !Task.isCancelled {
          // A page that was not made before.
          let day = CivilDay.year(2018).lowerBound.advanced(by: answered.next())
          let other = try await planner.get("/p/lai-chau-2018/schedule?day=\(day)")
          #expect(other.status == .ok)
        }
      }
      let page = try await checks[0].value
      others.cancel()
      // One that waited for the effect would answer after it.
      #expect(answered.next() > 2)
      _ = try await checks[1].value
      #expect(page.status == .ok)
      #expect(page.seen.contains("Chuyên mục “Cải cách hành chính Nhà nước”: 23 → 900"))
      #expect(
        page.seen.contains(
          "What it does to the schedule is not worked out: it takes more than 5 seconds, usually because more is asked for than the slots can take."
        ), "\(page.seen)")
      #expect(page.seen.contains("Store it"))
      #expect(try await Self.text(station, plan) == old)
    }
  }

  /// The cells of a row's form.
  private static func fields(of form: Answer) -> [String: String] {
    Dictionary(
      form.text.matches(of: /name="(c[0-9]+)" value="([^"]*)"/).map {
        (
          String($0.output.1),
          String($0.output.2).replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  @Test(
    "a mistake in the form of a row is told at its field, and what was typed stays; no change is told, too")
  func mistakes_stayInTheForm() async throws {
    try await ServedStation.visit { station in
      let slug = "ke-hoach-4"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let old = try await Self.text(station, plan)
      let address = "/p/\(slug)/desk/plan/lines/chuyen-muc"
      let form = try await planner.get(address + "?lang=en")
      var fields = Self.fields(of: form)
      fields["seen"] = try Self.seen(form)
      let same = try await planner.post(address + "?lang=en", fields)
      #expect(same.status == .ok)
      #expect(same.seen.contains("Nothing changed: the plan says this already."))
      #expect(Self.fields(of: same) == Self.fields(of: form))

      let quota = try #require(fields.first { $0.value == "23 kỳ" }?.key)
      let length = try #require(
        form.text.firstMatch(of: /<label for="(c[0-9]+)">Length<\/label>/)
      ).output.1
      fields[quota] = "24 kỳ"
      fields[String(length)] = "abc"
      let wrong = try await planner.post(address + "?lang=en", fields)
      #expect(wrong.status == .unprocessableContent)
      #expect(wrong.seen.contains("Nothing was stored; look at the fields with errors."))
      #expect(
        wrong.text.contains(
          "value=\"abc\" aria-invalid=\"true\" aria-describedby=\"\(length)-errors\">"))
      #expect(wrong.text.contains("<span class=\"wrong\" id=\"\(length)-errors\">"))
      #expect(wrong.text.contains("value=\"24 kỳ\""))
      #expect(!wrong.seen.contains("plan.yaml"))
      #expect(try await Self.text(station, plan) == old)
    }
  }

  @Test("what two people change in different lines is joined; where they meet, both are told")
  func changes_areJoined() async throws {
    try await ServedStation.visit { station in
      let slug = "ke-hoach-5"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let old = try await Self.text(station, plan)
      let address = "/p/\(slug)/desk/plan/text"
      let seen = try Self.seen(try await planner.get(address))
      let theirs = old.replacing("quota: 23 kỳ", with: "quota: 24 kỳ")
      try await station.edit(plan) { _ in theirs }

      let joined = try await planner.post(
        address + "?lang=en", ["text": "# của tôi\n" + old, "seen": seen, "step": "accept"])
      #expect(joined.status == .preconditionFailed)
      #expect(
        joined.seen.contains(
          "nothing was stored. You changed other lines; the text below has both changes, and what differs is yours."
        ))
      #expect(joined.seen.contains("What differs 1 + # của tôi What it does"))
      #expect(joined.text.contains("value=\"accept\""))
      #expect(try await Self.text(station, plan) == theirs)

      // The form of a row that was opened before takes back nothing either.
      let mine = old.replacing("quota: 23 kỳ", with: "quota: 25 kỳ")
      let met = try await planner.post(
        address + "?lang=en", ["text": mine, "seen": seen, "step": "accept"])
      #expect(met.status == .preconditionFailed)
      #expect(met.seen.contains("You both changed the same lines: the text below has them as stored;"))
      #expect(met.seen.contains("- quota: 24 kỳ + quota: 25 kỳ"))
      #expect(!met.text.contains("value=\"accept\""))
      #expect(try await Self.text(station, plan) == theirs)
    }
  }

  @Test("the form of a row that was opened before somebody else's change takes nothing of it back")
  func rowForm_joins() async throws {
    try await ServedStation.visit { station in
      let slug = "ke-hoach-6"
      let plan = try await DeskTests.plan(slug, at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let address = "/p/\(slug)/desk/plan/lines/chuyen-muc"
      let form = try await planner.get(address + "?lang=en")
      var fields = Self.fields(of: form)
      let title = try #require(
        fields.first { $0.value == "Chuyên mục “Cải cách hành chính Nhà nước”" }?.key)
      fields[title] = "Chuyên mục “Cải cách hành chính”"
      fields["seen"] = try Self.seen(form)
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 24 kỳ") }
      let preview = try await planner.post(address + "?lang=en", fields)
      #expect(preview.status == .preconditionFailed)
      #expect(preview.seen.contains("You changed other lines; the text below has both changes"))
      #expect(!preview.seen.contains("- quota: 24 kỳ"))
      #expect(preview.text.contains("quota: 24 kỳ"))
    }
  }

  @Test("a text with errors tells them with their lines and is not stored")
  func errors_areTold() async throws {
    try await ServedStation.visit { station in
      let slug = "ke-hoach-2"
      let plan = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      let page = try await administrator.get("/p/\(slug)/desk/plan/text?lang=en")
      let old = try await Self.text(station, plan)
      let broken = old.replacing("quota: 23 kỳ", with: "quota: hai ba kỳ")
      for step in ["check", "accept"] {
        let answer = try await administrator.post(
          "/p/\(slug)/desk/plan/text?lang=en", ["text": broken, "seen": try Self.seen(page), "step": step])
        #expect(answer.seen.contains("plan.yaml:82"))
        #expect(!answer.text.contains("value=\"accept\""))
      }
      #expect(try await Self.text(station, plan) == old)
    }
  }

  @Test("a remedy of several lines is several lines on the desk, too")
  func remedies_keepTheirLines() async throws {
    try await ServedStation.visit { station in
      let slug = "ke-hoach-4"
      _ = try await DeskTests.plan(slug, at: station)
      let administrator = try await station.administrator()
      let page = try await administrator.get("/p/\(slug)/desk/plan/text?lang=en")
      let answer = try await administrator.post(
        "/p/\(slug)/desk/plan/text?lang=en",
        ["text": "# nothing\n", "seen": try Self.seen(page), "step": "check"])
      let remedy = try #require(answer.text.firstMatch(of: /<p class="remedy">([^<]*)<\/p>/)).output.1
      #expect(remedy.contains("\n") && remedy.contains("title: "), "\(answer.text)")
      #expect(!answer.text.contains(#"\u{"#))
    }
  }
}
