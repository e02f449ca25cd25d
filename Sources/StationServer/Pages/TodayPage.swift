import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// What is on the air on a day, what is due in the days after it, and what is late.
struct TodayPage {
  let title: String
  let note: String?
  let before: PageFrame.Link
  let after: PageFrame.Link
  let air: [PlacementView]
  let late: [TableView]
  let steps: [Step]
  let due: [TableView]
  /// Where it is said how far each language version is; `nil` without versions, and for whoever may not see that.
  let board: PageFrame.Link?
  let words: PlainWords

  /// What to do next, and where.
  struct Step {
    let text: String
    let way: PageFrame.Link?
  }

  /// Its headings.
  struct PlainWords {
    let air, late, steps, due, nothing, nothingLate, nothingDue: String
  }

  /// How many days ahead deadlines are listed.
  private static let daysAhead = 7

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let day = try DayChoice(visit, of: year).day
    let language = visit.language
    let ways = FindingWays(visit.plan, language)
    let key = "\(language.rawValue) \(visit.request.uri.string) \(ways.rights.map(\.rawValue))"
    let body = try await visit.station.years.body(of: year, key) {
      Template.render(.today, TodayPage(year, known, on: day, ways, language))
    }
    return visit.page(Words(vi: "Hôm nay", en: "Today"), of: year, here: "/today", body: body)
  }

  init(
    _ year: YearReading, _ known: YearReading.Known, on day: CivilDay, _ ways: FindingWays,
    _ language: ReaderLanguage
  ) {
    let plan = known.plan
    title = PageWords.day(day, language)
    note =
      day == year.today
      ? nil
      : Words(
        vi: "Trang này đang xem ngày \(day.forPeople); hôm nay là \(year.today.forPeople).",
        en: "This page shows \(day.forPeople); today is \(year.today.forPeople).")[language]
    func link(_ step: Int, _ name: Words) -> PageFrame.Link {
      PageFrame.Link(address: "/p/\(year.address)/today?day=\(day.advanced(by: step))", name: name[language])
    }
    before = link(-1, Words(vi: "Ngày trước", en: "Day before"))
    after = link(1, Words(vi: "Ngày sau", en: "Day after"))
    let placements = known.planned.schedule.placements
    air = placements.filter { placement in
      if case .inMonth = placement.timing { return false }
      return known.days.days(of: placement).contains(day)
    }.map { PlacementView($0, in: year, known, language) }
    let status = year.status()
    let report = StatusReport(status, plan: plan, folder: "", language: language)
    func view(_ table: TextTable?, _ name: Words) -> TableView? {
      table.map { table in
        var named = table
        named.caption = name[language]
        return TableView(named, name: name[language])
      }
    }
    late = [
      view(report.lateLines(), Words(vi: "Chỉ tiêu chậm so với lịch", en: "Lines behind their schedule")),
      view(report.missedPlacements(), Words(vi: "Chưa phát, cần phát bù", en: "Missed, to be made good")),
      view(
        report.overdueWork(),
        Words(
          vi: "Đã quá hạn, chưa phát; sổ không ghi việc đã xong hay chưa",
          en: "Past its deadline, not on the air yet; the Book does not tell what is done")),
    ].compactMap(\.self)
    let writes = ways.rights.contains(.recordLogs)
    // Whoever may record has the letters to each unit instead.
    let open = status.steps.filter { if case .askUnits = $0 { !writes } else { true } }
    steps =
      open.map { Self.step($0, ways, language) }
      + (writes ? RemindersPage.steps(year, known, language) : [])
    let work = StatusReport.work(
      Self.due(placements, known, from: day).map { ($0.deadline.work, $0.day, $0.placement, $0.who) },
      of: plan,
      in: language)
    due =
      work.rows.isEmpty
      ? [] : [TableView(work, name: Words(vi: "Việc đến hạn", en: "Work that is due")[language])]
    board =
      !due.isEmpty && ways.rights.contains(.readDraft) && plan.lines.contains { $0.versions != nil }
      ? PageFrame.Link(
        address: "/p/\(year.address)/desk/languages?day=\(day)", name: LanguageBoardPage.title[language])
      : nil
    words = PlainWords(
      air: Words(vi: "Lên sóng, lên trang", en: "On the air and in print")[language],
      late: Words(vi: "Chậm, thiếu đến nay", en: "Late or missing so far")[language],
      steps: Words(vi: "Việc tiếp theo", en: "Next")[language],
      due: Words(
        vi: "Đến hạn trong \(Self.daysAhead) ngày tới", en: "Due within \(Self.daysAhead) days")[language],
      nothing: Words(vi: "Không có lượt phát nào trong ngày.", en: "Nothing is on the air on this day.")[
        language],
      nothingLate: Words(vi: "Không có gì chậm.", en: "Nothing is late.")[language],
      nothingDue: Words(vi: "Không có việc nào đến hạn.", en: "No work is due.")[language])
  }

  /// A step in words of the pages, with the page where it is done.
  private static func step(
    _ step: YearStatus.Step, _ ways: FindingWays, _ language: ReaderLanguage
  ) -> Step {
    let (words, command): (Words, String)
    switch step {
    case .correctPlan:
      (words, command) = (
        Words(vi: "Xem và sửa lỗi trong kế hoạch.", en: "See the plan's errors and put them right."), "check"
      )
    case .lookAtSchedule:
      (words, command) = (
        Words(vi: "Xem lịch mà kế hoạch cho ra.", en: "Look at the schedule that the plan gives."), "schedule"
      )
    case .publish(let isDraft):
      (words, command) = (
        isDraft
          ? Words(vi: "Xem dự thảo, rồi phát hành.", en: "Look at the draft, then publish it.")
          : Words(vi: "Phát hành lịch.", en: "Publish the schedule."), "publish"
      )
    case .importLogs(let files):
      (words, command) = (
        Words(
          vi: "\(files.count) nhật ký đã tính mà chưa ghi vào sổ; hãy gửi lên để ghi.",
          en:
            "\(counted(files.count, "log")) counted and not recorded in the Book; send \(files.count == 1 ? "it" : "them") in to record \(files.count == 1 ? "it" : "them")."
        ), "import"
      )
    case .askForLogs(let since?):
      (words, command) = (
        Words(
          vi: "Xin nhật ký sau ngày \(since.forPeople), rồi gửi lên.",
          en: "Ask for the logs after \(since.forPeople), then send them in."), "import"
      )
    case .askForLogs(nil):
      (words, command) = (
        Words(vi: "Xin nhật ký phát sóng, rồi gửi lên.", en: "Ask for the logs, then send them in."), "import"
      )
    case .askForMissingLogs(let missing):
      (words, command) = (
        Words(
          vi: "Xin nhật ký còn thiếu (\(missing.vi)), rồi gửi lên.",
          en: "Ask for the logs that are missing (\(missing.en)), then send them in."), "import"
      )
    case .askUnits(let period, let silent, let partial):
      (words, command) = (StatusReport.unreported(period, silent: silent, partial: partial), "report")
    case .settlePublications(let count):
      (words, command) = (StatusReport.settlePublications(count), "publish")
    case .matchRows(let count):
      (words, command) = (
        Words(
          vi: "\(count) dòng nhật ký không thuộc chỉ tiêu nào; nói từng dòng là gì.",
          en:
            "\(counted(count, "row")) of the logs \(count == 1 ? "belongs" : "belong") to no line; say what \(count == 1 ? "it is" : "each is")."
        ), "link"
      )
    case .replan(let from, let missed):
      (words, command) = (
        missed > 0
          ? Words(
            vi: "Xếp lại từ ngày \(from.forPeople), có phát bù \(missed) lượt, rồi xem dự thảo.",
            en:
              "Plan anew from \(from.forPeople) on, with \(counted(missed, "make-good")), then look at the draft."
          )
          : Words(
            vi: "Xếp lại phần còn lại của năm từ ngày \(from.forPeople), rồi xem dự thảo.",
            en: "Plan the rest of the year anew from \(from.forPeople) on, then look at the draft."),
        "allocate"
      )
    case .openRoom(let count, let from): (words, command) = (StatusReport.openRoom(count, from: from), "plan")
    case .readForecast(let count): (words, command) = (StatusReport.readForecast(count), "report")
    }
    return Step(text: words[language], way: ways.links(Words("lichsong \(command)")).first)
  }

  /// Work that is due from a day on, for what is not on the air yet, in the order of the deadlines.
  private static func due(_ placements: [Placement], _ known: YearReading.Known, from day: CivilDay)
    -> [(deadline: Deadline, day: CivilDay, placement: Placement, who: String?)]
  {
    let plan = known.plan
    let days = day..<day.advanced(by: daysAhead + 1)
    var rows: [(deadline: Deadline, day: CivilDay, placement: Placement, who: String?)] = []
    for placement in placements where placement.timing.days.upperBound > day {
      for deadline in plan.deadlines(of: placement) where days.contains(deadline.day(before: placement)) {
        let translator = plan.line(placement.line)?.versions?.translators[placement.language]
        let who =
          deadline.work == .translation
          ? translator.map { plan.translator($0)?.name ?? $0 }
          : plan.line(placement.line)?.responsibility.person
        rows.append((deadline, deadline.day(before: placement), placement, who))
      }
    }
    return rows.sorted { ($0.day, $0.placement.uid) < ($1.day, $1.placement.uid) }
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#note}}<p class="note">{{.}}</p>
    {{/note}}
    <p class="steps">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}}
    {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    <div class="columns">
    <section>
    <h2>{{words.air}}</h2>
    {{^air}}<p>{{words.nothing}}</p>{{/air}}
    <ol class="blocks">
    {{#air}}
    <li><a class="block {{kind}}" href="{{leads}}"><span class="time">{{time}}</span> <strong>{{title}}</strong> \
    <span class="soft">{{details}} · {{outlet}}</span>{{#state}} <span class="state">{{.}}</span>{{/state}}</a></li>
    {{/air}}
    </ol>
    </section>
    <section>
    <h2>{{words.steps}}</h2>
    <ul>
    {{#steps}}
    <li>{{text}}{{#way}} <a class="file" href="{{address}}">{{name}}</a>{{/way}}</li>
    {{/steps}}
    </ul>
    {{^steps}}<p>{{words.nothingLate}}</p>{{/steps}}
    </section>
    </div>
    <section>
    <h2>{{words.late}}</h2>
    {{^late}}<p>{{words.nothingLate}}</p>{{/late}}
    {{#late}}
    {{> table}}
    {{/late}}
    </section>
    <section>
    <h2>{{words.due}}</h2>
    {{^due}}<p>{{words.nothingDue}}</p>{{/due}}
    {{#board}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/board}}
    {{#due}}
    {{> table}}
    {{/due}}
    </section>

    """
}
