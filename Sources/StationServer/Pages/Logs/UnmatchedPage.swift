import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Rows of the logs that show no placement, each with the placements that come nearest: what is said by hand about a row.
struct UnmatchedPage {
  let title: String
  let head: String
  let rows: [Row]
  let rest: String?
  let none: String
  let token: String
  let action: String
  let mayLink: Bool
  let ways: LogsPage.Ways
  let words: FormWords

  /// A row of the logs.
  struct Row {
    let number: Int
    /// By which the Book or the logs name it.
    let key: String
    /// Its file and its line there, as people find it.
    let name: String
    let when: String
    let outlet: String
    let title: String
    /// Where other placements are looked for.
    let search: String
    /// What it may be said to be.
    let choices: [Choice]
    /// That the other rows with its title belong to nothing, too; `nil` where no other has it.
    let alike: String?
  }

  struct Choice {
    let value: String
    let name: String
  }

  struct FormWords {
    let row, meaning, choose, why, record, search: String
  }

  static let title = Words(vi: "Dòng nhật ký chưa khớp", en: "Rows without a placement")

  /// So many are shown at once.
  static let mostShown = 100

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let open = year.unsettledRows
    let candidates = try await visit.station.years.work.run {
      year.candidates(of: open.prefix(mostShown))
    }
    let page = UnmatchedPage(open, known, candidates, plan, visitor, language)
    return visit.page(title, of: year, here: "/logs", body: Template.render(.unmatched, page))
  }

  private init(
    _ open: [UnplannedEntry], _ known: YearReading.Known, _ candidates: MatchCandidates, _ plan: VisiblePlan,
    _ visitor: Visitor, _ language: ReaderLanguage
  ) {
    title = Self.title[language]
    mayLink = plan.allows(.link)
    head =
      Words(
        vi:
          "Còn \(grouped(open.count, in: language)) dòng không khớp với lượt phát nào của lịch.",
        en:
          "\(counted(open.count, "row")) of the logs \(open.count == 1 ? "matches" : "match") no placement of the schedule."
      )[language] + " "
      + (mayLink
      ? Words(
        vi: "Nói dòng đó là gì và căn cứ vào đâu; điều bạn nói được ghi vào sổ cùng tên bạn.",
        en: "Say what a row is and on what evidence; it is recorded in the Book with your name.")
      : Words(
        vi: "Tài khoản của bạn chỉ xem được; người phụ trách nhật ký của đài sẽ nói từng dòng là gì.",
        en: "Your account may only look; whoever keeps the station's logs says what they are."))[language]
    none =
      Words(
        vi: "Không còn dòng nhật ký nào phải nói là gì.",
        en: "No row of the logs is left of which somebody has to say what it is.")[language]
    token = visitor.formToken
    let base = "/p/\(plan.plan.slug)/logs"
    action = "\(base)/link"
    ways = LogsPage.Ways(links: [
      PageFrame.Link(address: base, name: LogsPage.title[language]),
      PageFrame.Link(address: "\(base)/by-hand", name: HandStatementsPage.title[language]),
    ])
    rest =
      open.count > Self.mostShown
      ? Words(
        vi: "Chỉ hiện \(Self.mostShown) dòng đầu; nói xong những dòng này sẽ thấy dòng tiếp theo.",
        en: "The first \(Self.mostShown) are shown; the next appear once these are settled.")[language] : nil
    let plan = known.plan
    let titles = open.reduce(into: [FoldedText: Int]()) { $0[FoldedText($1.entry.title), default: 0] += 1 }
    rows = open.prefix(Self.mostShown).enumerated().map { number, row in
      let entry = row.entry
      let near = (candidates.ofEntries[entry.place] ?? []).map(\.placement)
      return Row(
        number: number, key: entry.key, name: entry.rowName,
        when: entry.day.forPeople + (entry.time.map { " \($0)" } ?? ""),
        outlet: (plan.outlet(entry.outlet)?.name ?? entry.outlet).visible(), title: entry.title.visible(),
        search: "\(base)/row?row=\(entry.key.inQuery)", choices: Self.choices(near, known, language),
        alike: Self.alike(entry.title, (titles[FoldedText(entry.title)] ?? 1) - 1)?[language])
    }
    words = FormWords(
      row: Words(vi: "Dòng", en: "Row")[language], meaning: Words(vi: "Dòng này", en: "This row")[language],
      choose: Words(vi: "– chọn –", en: "– choose –")[language],
      why: Words(vi: "Căn cứ", en: "Evidence")[language],
      record: Words(vi: "Ghi vào sổ", en: "Record")[language],
      search: Words(
        vi: "Tìm lượt phát khác theo tên, ngày, chỉ tiêu", en: "Look for others by title, day or line")[
          language])
  }

  /// The question about other rows with the title of one.
  private static func alike(_ title: String, _ others: Int) -> Words? {
    guard others > 0, title.contains(where: \.isLetter) else { return nil }
    return Words(
      vi: others == 1
        ? "dòng kia cùng tên cũng không thuộc kế hoạch"
        : "cả \(grouped(others, in: .vietnamese)) dòng khác cùng tên đều không thuộc kế hoạch",
      en: others == 1
        ? "the other row with this title belongs to nothing, too"
        : "the \(grouped(others, in: .english)) other rows with this title belong to nothing, too")
  }

  /// What a row may be said to be, where some placements come into question.
  static func choices(
    _ placements: [Placement], _ known: YearReading.Known, _ language: ReaderLanguage
  ) -> [Choice] {
    func name(_ placement: Placement) -> String {
      let plan = known.plan
      let outcome = known.outcomes[placement.uid]?.outcome
      let state = outcome.flatMap { $0 == .pending ? nil : " – \($0.name[language])" } ?? ""
      return plan.title(ofLine: placement.line, in: language).visible() + " "
        + PageWords.edition(placement.edition)[language] + ", " + placement.timing.text(in: language) + ", "
        + plan.language(of: placement, in: language).visible() + state
    }
    return placements.map { placement in
      Choice(
        value: "shows \(placement.uid)", name: Words(vi: "là: ", en: "is: ")[language] + name(placement))
    }
      + placements.map { placement in
        Choice(
          value: "makes-good \(placement.uid)",
          name: Words(vi: "phát bù cho: ", en: "makes good: ")[language] + name(placement))
      } + [
        Choice(
          value: "nothing",
          name: Words(vi: "không thuộc kế hoạch", en: "belongs to nothing that the plan has")[language])
      ]
  }

  // MARK: - What is said by hand

  /// What a row is.
  static func link(_ visit: Visit) async throws -> Response {
    guard let form = visit.form else { throw Refusal.notFound }
    let words = form["meaning"].split(separator: " ", maxSplits: 1).map(String.init)
    let meaning: StationYear.LinkRequest.Meaning
    switch (words.first, words.count) {
    case ("shows", 2): meaning = .shows(uid: words[1])
    case ("makes-good", 2): meaning = .makesGood(uid: words[1])
    case ("nothing", 1): meaning = .nothing
    default:
      throw Refusal.unknown(
        form["meaning"], Words(vi: "hãy chọn trong danh sách", en: "choose one of the list"))
    }
    var rows = [form["row"]]
    if !form["alike"].isEmpty {
      guard meaning == .nothing else { throw Refusal.onlyNothingOfSeveral }
      let open = try await visit.year().unsettledRows.map(\.entry)
      guard let own = open.first(where: { $0.key == form["row"] }) else {
        throw Refusal.rowIsGone
      }
      rows += open.filter { $0.key != own.key && FoldedText($0.title) == FoldedText(own.title) }.map(\.key)
    }
    let links: [HandLink] = rows.map { row in
      { year, author, reason, time in
        year.linking(
          StationYear.LinkRequest(row: row, meaning: meaning, author: author, reason: reason, time: time))
      }
    }
    _ = try await visit.record(links, reason: form["reason"])
    return .seeOther("/p/\(try visit.part("plan"))/logs/unmatched")
  }

  /// Of which line all rows with a title are.
  static func linkTitle(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, form["title"].contains(where: \.isLetter) else { throw Refusal.unreadable }
    try await record(visit) { year, author, reason, time in
      year.linking(title: form["title"], line: form["line"], author: author, reason: reason, time: time)
    }
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let terms = try PreviewPage.terms(visitor) { form[$0].isEmpty ? nil : form[$0] }
    return .seeOther(
      PreviewPage.address(
        "/p/\(try visit.part("plan"))/logs/upload/\(try visit.part("upload"))", PreviewPage.pairs(terms)))
  }

  private static func record(_ visit: Visit, _ link: @escaping HandLink) async throws {
    guard let form = visit.form else { throw Refusal.notFound }
    _ = try await visit.record(link, reason: form["reason"])
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#ways}}{{> ways}}{{/ways}}
    {{^rows}}<p>{{none}}</p>{{/rows}}
    {{#rows}}{{#first()}}<p class="soft">{{head}}</p>{{#rest}}<p class="soft">{{.}}</p>{{/rest}}{{/first()}}
    <section class="feed"><div>
    <h2>{{title}}</h2>
    <p>{{when}} · {{outlet}} <span class="soft code">{{words.row}} {{name}}</span></p>
    {{#mayLink}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="row" value="{{key}}">
    <p><label for="meaning{{number}}">{{words.meaning}}</label><select id="meaning{{number}}" name="meaning" required>
    <option value="">{{words.choose}}</option>
    {{#choices}}<option value="{{value}}">{{name}}</option>
    {{/choices}}</select> <a href="{{search}}">{{words.search}}</a></p>
    {{#alike}}<p><label class="check"><input type="checkbox" name="alike" value="yes"> {{.}}</label></p>{{/alike}}
    <p><label for="reason{{number}}">{{words.why}}</label><input id="reason{{number}}" name="reason" required maxlength="500"></p>
    <p><button>{{words.record}}</button></p></form>
    {{/mayLink}}
    </div></section>
    {{/rows}}

    """
}

extension AsRunEntry {
  /// By which a form names the row: its id in the Book, or its file and line where it is not recorded yet.
  var key: String { id ?? "\(place.file):\(place.line)" }

  /// Its file and its line there, as the station's own log has them.
  var rowName: String { "\(place.file):\(place.line)".visible() }
}

extension Refusal {
  /// Of several rows at once nothing else can be said.
  static let onlyNothingOfSeveral = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi:
        "Nói cho nhiều dòng cùng lúc thì chỉ nói được là không thuộc kế hoạch; dòng có lượt phát thì nói từng dòng.",
      en:
        "Of several rows at once it can only be said that they belong to nothing; say of each row what broadcast it is."
    ), field: "alike")
  /// The row that was shown is not there, or settled.
  static let rowIsGone = Refusal(
    status: .conflict,
    words: Words(
      vi: "Dòng này không còn trong danh sách; hãy mở lại trang.",
      en: "This row is not in the list any more; open the page again."))
  /// What is said by hand needs its evidence.
  static let noReason = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Hãy ghi căn cứ (không quá 500 ký tự).", en: "Give the evidence, in 500 characters at the most."),
    field: "reason")
}
