import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The plan's text as it is changed: what differs, what is wrong at which line, and what it does to the year, before
/// anything is stored.
struct PlanEditPage {
  let title: String
  let back: PageFrame.Link
  let action: String
  let token: String
  let seen: String
  let text: String
  let told: String?
  let findings: [Row]
  let conflicts: [Difference]
  let differences: [Difference]
  let effects: [String]
  let accept: String?
  /// What stands in the field for the reason.
  let reason: String
  let words: FormWords

  /// A finding with its place.
  struct Row {
    let kind: String
    let place: String?
    let message: String
    let excerpt: String?
    let remedy: String?
  }

  /// A stretch of lines that differs.
  struct Difference {
    let line: Int
    let old: [String]
    let new: [String]

    /// All that differs between two texts.
    static func all(from old: String, to new: String) -> [Difference] {
      guard old != new else { return [] }
      return TextDifference(from: old, to: new).changes.map {
        Difference(
          line: $0.line, old: $0.old.map { $0.visible(keepingTabs: true) },
          new: $0.new.map { $0.visible(keepingTabs: true) })
      }
    }
  }

  /// The words of the form.
  struct FormWords {
    let conflict, difference, effect, findings, text, check, reason, head: String
  }

  static let title = Words(vi: "Sửa văn bản kế hoạch", en: "Change the plan's text")

  /// A text that somebody wants to store.
  struct Wanted: Sendable {
    let text: [UInt8]
    /// The digest of the text that was on the screen.
    let seen: String
    /// The name of the former version that it is; `nil` for a new text.
    var again: String?
  }

  /// The text as it is, or as it once was: then with what differs, to be taken again.
  static func answer(_ visit: Visit) async throws -> Response {
    guard let name = visit.asked("version") else { return try await page(visit, nil) }
    guard let plan = visit.plan, let file = try await visit.deskReading().year.files?.plan,
      let version = try await visit.station.desk.texts(of: plan.plan).first(where: { $0.name == name })
    else { throw Refusal.notFound }
    return try await page(visit, Wanted(text: version.octets, seen: file.digest, again: version.name))
  }

  /// Checks a text, or stores it.
  static func change(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, !form["text"].isEmpty, !form["seen"].isEmpty else {
      throw Refusal.unreadable
    }
    let wanted = Wanted(text: Array(unixLines(form["text"]).utf8), seen: form["seen"])
    return form["step"] == "accept"
      ? try await store(visit, wanted, reason: form["reason"].trimmed) : try await page(visit, wanted)
  }

  /// Browsers send the lines of a form with both characters of an end of line.
  private static func unixLines(_ text: String) -> String {
    text.replacing("\r\n", with: "\n")
  }

  private static func store(_ visit: Visit, _ wanted: Wanted, reason: String) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    return try await visit.station.turns.turn(of: plan.plan.number) {
      try await store(visit, wanted, reason: reason, in: plan, by: visitor)
    }
  }

  private static func store(
    _ visit: Visit, _ wanted: Wanted, reason: String, in plan: VisiblePlan, by visitor: Visitor
  ) async throws -> Response {
    for _ in 0..<5 {
      let reading = try await visit.deskReading()
      guard let file = reading.year.files?.plan, file.digest == wanted.seen else {
        return try await page(visit, wanted, isStale: true)
      }
      let checked = try await visit.station.drafts.work.run {
        StationYear(reading.year.book, StationFiles(plan: InputFile(name: file.name, bytes: wanted.text)))
          .planFindings
      }
      // A plan with errors is mended step by step.
      let known = reading.year.planFindings
      guard !checked.contains(where: { $0.severity == .error && !known.says($0) }) else {
        return try await page(visit, wanted)
      }
      do {
        _ = try await visit.station.desk.change(
          ["plan.yaml": wanted.text], seen: reading.year.book, in: plan, restingOn: reading.state,
          by: visitor,
          reason: reason.isEmpty ? nil : reason)
      } catch is PlanOvertaken {
        continue
      }
      return .seeOther(
        "/p/\(reading.address)/desk/"
          + (leadsOn(visit, reading) && !checked.hasErrors ? "replan?done=yes" : "plan?done=yes"))
    }
    throw Refusal.busyPlan
  }

  /// Whether the schedule follows from the text only once the rest of the year is planned anew, by the one who stores it.
  private static func leadsOn(_ visit: Visit, _ reading: DeskReading) -> Bool {
    (reading.year.files?.draft != nil || reading.year.book.isPublished) && visit.plan?.allows(.draft) ?? false
  }

  /// The page with the text as it is, or as somebody wants it.
  static func page(_ visit: Visit, _ wanted: Wanted?, isStale: Bool = false) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let plan = visit.plan else { throw Refusal.notFound }
    guard let file = reading.year.files?.plan else { throw Refusal.notFound }
    var told: Words?
    var status = HTTPResponse.Status.ok
    var (wanted, conflicts) = (wanted, [PlanTextJoin.Conflict]())
    if let stale = wanted, isStale || file.digest != stale.seen {
      let base = try await visit.station.desk.octets(of: file.name, digest: stale.seen, in: plan.plan)
      // No such text was ever stored, so that nothing can be said of what was changed in it.
      guard let base else { throw Refusal.unreadable }
      let join = try await visit.station.drafts.work.run {
        PlanTextJoin(
          String(decoding: base, as: UTF8.self), own: String(decoding: stale.text, as: UTF8.self),
          stored: String(decoding: file.bytes, as: UTF8.self))
      }
      conflicts = join.conflicts
      wanted = Wanted(text: Array(join.text.utf8), seen: file.digest)
      let last = try await visit.station.desk.lastChange(of: "plan.yaml", in: plan.plan)
      let who = last?.name.visible() ?? "–"
      let time =
        last.map { "\(reading.year.local($0.at).day.forPeople), \(reading.year.local($0.at).time)" } ?? "–"
      let outcome =
        conflicts.isEmpty
        ? Words(
          vi: "Hai bên sửa những dòng khác nhau; văn bản dưới đây có cả hai, phần khác là của bạn.",
          en: "You changed other lines; the text below has both changes, and what differs is yours.")
        : Words(
          vi:
            "Hai bên sửa cùng dòng: văn bản dưới đây giữ bản đã ghi ở những dòng đó; hãy sửa lại nếu cần rồi kiểm tra.",
          en:
            "You both changed the same lines: the text below has them as stored; put in what is to stand there, then check."
        )
      told = Words(
        vi: "\(who) đã sửa kế hoạch lúc \(time), sau khi bạn mở trang; chưa ghi gì. \(outcome.vi)",
        en: "\(who) changed the plan on \(time), after you opened the page; nothing was stored. \(outcome.en)"
      )
      status = .preconditionFailed
    }
    let effect = try await effect(visit, reading, file, wanted, in: plan.plan)
    let body = try await visit.station.drafts.work.run { [told, wanted, conflicts] in
      Template.render(.planEdit, PlanEditPage(visit, reading, file, wanted, conflicts, effect, told: told))
    }
    return visit.deskPage(title, reading.address, body, status: status)
  }

  /// What a text says and does.
  typealias Effect = (text: PlanEffect, schedule: PlanEffects.Effect)

  /// What the wanted text does; `nil` where it is the text that is there.
  private static func effect(
    _ visit: Visit, _ reading: DeskReading, _ file: InputFile, _ wanted: Wanted?, in plan: StoredPlan
  ) async throws -> Effect? {
    guard let wanted, wanted.text != file.bytes else { return nil }
    let effect = try await visit.station.drafts.work.run { reading.year.effect(ofPlan: wanted.text) }
    guard !effect.findings.hasErrors else { return (effect, .known(nil)) }
    return (
      effect, try await visit.station.effects.effect(ofText: wanted.text, in: plan, now: visit.caller.now)
    )
  }

  private init(
    _ visit: Visit, _ reading: DeskReading, _ file: InputFile, _ wanted: Wanted?,
    _ conflicts: [PlanTextJoin.Conflict], _ effect: Effect?, told: Words?
  ) {
    let language = visit.language
    title = Self.title[language]
    back = PageFrame.Link(
      address: "/p/\(reading.address)/desk/plan",
      name: Words(vi: "Về các bảng của kế hoạch", en: "Back to the plan's tables")[language])
    action = "/p/\(reading.address)/desk/plan/text"
    token = visit.visitor?.formToken ?? ""
    seen = file.digest
    let old = String(decoding: file.bytes, as: UTF8.self)
    let new = wanted.map { String(decoding: $0.text, as: UTF8.self) } ?? old
    text = new
    self.told = told?[language]
    differences = Difference.all(from: old, to: new)
    self.conflicts = conflicts.map {
      Difference(
        line: $0.line, old: $0.stored.map { $0.visible(keepingTabs: true) },
        new: $0.own.map { $0.visible(keepingTabs: true) })
    }
    let shown =
      (effect.map(\.text).map {
        $0.findings.filter { $0.severity == .error } + $0.fresh.filter { $0.severity != .error }
      }
        ?? reading.year.planFindings.filter { $0.severity == .error })
    findings = shown.map {
      Row(
        kind: $0.severity.rawValue, place: $0.place.map { "\($0.file):\($0.line)".visible() },
        message: $0.message[language].visible(), excerpt: $0.excerpt?.visible(keepingTabs: true),
        remedy: $0.deskRemedy?[language].visibleLines())
    }
    effects = effect.map { Self.sentences($0, language) } ?? []
    let isWorse = effect.map { $0.text.fresh.hasErrors } ?? true
    let mayStore = wanted != nil && new != old && !isWorse && conflicts.isEmpty
    accept = mayStore ? Words(vi: "Ghi vào kế hoạch", en: "Store it")[language] : nil
    reason =
      wanted?.again.map { Words(vi: "Lấy lại bản \($0)", en: "Version \($0) taken again")[language] } ?? ""
    words = FormWords(
      conflict: Words(
        vi: "Cùng dòng, sửa khác nhau (−: đã ghi, +: của bạn)",
        en: "The same lines, changed by both (−: stored, +: yours)")[language],
      difference: Words(vi: "Chỗ khác", en: "What differs")[language],
      effect: Words(vi: "Ảnh hưởng đến cả năm", en: "What it does to the year")[language],
      findings: Words(vi: "Cần xem lại", en: "What needs a look")[language],
      text: Words(vi: "Văn bản", en: "Text")[language],
      check: Words(vi: "Kiểm tra (chưa ghi)", en: "Check (stores nothing)")[language],
      reason: Words(vi: "Lý do (không bắt buộc)", en: "Reason (optional)")[language],
      head: Words(
        vi:
          "Sửa rồi bấm kiểm tra: trang cho biết lỗi ở dòng nào và cả năm thay đổi ra sao. Chỉ ghi khi bạn đồng ý.",
        en:
          "Change it, then check: the page tells errors with their lines, and what changes in the year. Nothing is stored before you agree."
      )[language])
  }

  static func sentences(_ effect: Effect, _ language: ReaderLanguage) -> [String] {
    func number(_ works: Int?) -> String { works.map { "\($0)" } ?? "–" }
    var sentences = effect.text.quotas.map {
      "\($0.title.visible()): \(number($0.before)) → \(number($0.after))"
    }
    if case .known(let schedule?) = effect.schedule {
      sentences.append(how(schedule.replannedFrom)[language])
      sentences += ComparisonWords.sentences(of: schedule.comparison).map { $0[language] }
      if let short = ComparisonWords.short(schedule.short, schedule.lacks) {
        sentences.append(short[language].visible())
      }
      if let alone = ComparisonWords.eachAlone(effect.text.findings) { sentences.append(alone[language]) }
      if schedule.replannedFrom != nil { sentences.append(unchanged[language]) }
    }
    if let lack = effect.schedule.lack { sentences.append(lack[language]) }
    return sentences
  }

  /// What is done with the year once the text is stored.
  private static func how(_ day: CivilDay?) -> Words {
    guard let day else {
      return Words(
        vi: "Chưa có dự thảo và chưa phát hành nên cả năm được xếp theo văn bản mới.",
        en: "There is no draft and nothing is published, so the whole year follows from the new text.")
    }
    return Words(
      vi:
        "Nếu sau đó xếp lại từ ngày \(day.forPeople), chỉ dời những gì phải dời, thì lịch thay đổi như sau.",
      en:
        "If the year is then planned anew from \(day.forPeople) on, moving only what has to move, the schedule changes as follows."
    )
  }

  /// What storing a text does not do.
  private static let unchanged = Words(
    vi: "Ghi văn bản chưa đổi lịch: ghi xong, trang mở mục xếp lại phần còn lại của năm.",
    en:
      "Storing the text does not change the schedule yet: after it the page on which the rest of the year is planned anew opens."
  )

  /// How a text differs from another, and what that does to the year; also on other pages.
  static let differenceTemplate = """
    {{#differences}}{{#first()}}<h2>{{words.difference}}</h2><div class="difference">{{/first()}}<pre>{{line}}
    {{#old}}<del>- {{.}}</del>
    {{/old}}{{#new}}<ins>+ {{.}}</ins>
    {{/new}}</pre>{{#last()}}</div>{{/last()}}{{/differences}}
    {{#effects}}{{#first()}}<h2>{{words.effect}}</h2><ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/effects}}

    """

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="alert">{{.}}</p>{{/told}}
    <p class="soft">{{words.head}}</p>
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{#place}}<b>{{.}}</b>: {{/place}}{{message}}</p>\
    {{#excerpt}}<pre>{{.}}</pre>{{/excerpt}}{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#conflicts}}{{#first()}}<h2>{{words.conflict}}</h2><div class="difference">{{/first()}}<pre>{{line}}
    {{#old}}<del>- {{.}}</del>
    {{/old}}{{#new}}<ins>+ {{.}}</ins>
    {{/new}}</pre>{{#last()}}</div>{{/last()}}{{/conflicts}}
    {{> textDifference}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#accept}}<p><label for="reason">{{words.reason}}</label><input id="reason" name="reason" maxlength="500" value="{{reason}}"></p>
    <p><button name="step" value="accept">{{.}}</button></p>{{/accept}}
    <p><label for="text">{{words.text}}</label><textarea id="text" name="text" spellcheck="false" required>
    {{text}}</textarea></p>
    <p><button name="step" value="check">{{words.check}}</button></p></form>

    """
}

extension [Finding] {
  /// Whether a finding says what one of these says, wherever.
  fileprivate func says(_ finding: Finding) -> Bool {
    contains { $0.code == finding.code && $0.message == finding.message }
  }
}
