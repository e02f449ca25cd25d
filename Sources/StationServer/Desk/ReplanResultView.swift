import Planning
import Reports
import ScheduleModel
import StationDesk
import StationWork

/// What a re-plan gives: what changes, how even it is, and the yes to all of it or to some.
struct ReplanResultView {
  let summary: [String]
  let proof: [String]
  let findings: [DeskPublishPage.Row]
  let changes: [Change]
  let more: String?
  let accept: Accept?
  /// Where the plan is mended, with errors that keep the result from being taken.
  let mend: PageFrame.Link?
  let drop: String
  let action: String
  let token: String
  let words: DeskPublishPage.PageWordsOfTable
  let curve: ReplanCurve?

  /// A placement that changes.
  struct Change {
    let kind: String
    let name: String
    let before: String
    let after: String
    /// The name of its box; `nil` where only all can be accepted.
    let box: String?
    let label: String
  }

  /// The buttons that accept.
  struct Accept {
    let all: String
    /// Accepts what is ticked; `nil` where only all can be accepted.
    let some: String?
    let help: String?
    let choice: String?
  }

  /// So many changes are shown.
  static let most = 200

  /// What a box is called: this and the UID of the placement.
  static let box = "take."

  /// - Parameter comparison: What changes; `nil` for a re-plan that gave no schedule.
  init(
    _ result: ReplanResult, _ comparison: ScheduleComparison?, action: String, begin: String, _ visit: Visit,
    _ reading: DeskReading
  ) {
    let language = visit.language
    let account = result.account
    (self.action, token) = (action, visit.visitor?.formToken ?? "")
    words = DeskPublishPage.PageWordsOfTable(language)
    let told = account.findings.compactMap(\.finding)
    let isCurrent = account.state == reading.state
    let mayAccept =
      comparison != nil && isCurrent
      && !told.contains { $0.severity == .error && $0.code != .quotaNotMet }
    // Parts of a draft that is older than the plan would hide that the rest is older.
    let maySome = mayAccept && !reading.isOutdated
    summary =
      (comparison.map { ComparisonWords.sentences(of: $0.counts) } ?? []).map { $0[language] }
      + (ComparisonWords.short(account.short, (account.lacks ?? []).map(\.words)).map {
        [$0[language].visible()]
      }
        ?? [])
      + (ComparisonWords.eachAlone(told).map { [$0[language]] } ?? [])
    let mayChange = visit.plan?.allows(.changePlan) ?? false
    mend =
      mayAccept || !mayChange || !told.hasErrors
      ? nil
      : PageFrame.Link(
        address: "/p/\(reading.address)/desk/plan",
        name: Words(vi: "Sửa kế hoạch, rồi xếp lại", en: "Change the plan, then plan anew")[language])
    proof = account.proof.map { $0.words[language] }
    findings = told.map {
      DeskPublishPage.Row(
        kind: $0.severity.rawValue, message: $0.message[language].visible(),
        remedy: $0.deskRemedy?[language].visibleLines())
    }
    let all = comparison.map { Self.changes($0, reading, language, canBeChosen: maySome) } ?? []
    changes = Array(all.prefix(Self.most))
    more =
      all.count > Self.most
      ? Words(vi: "và \(all.count - Self.most) nữa", en: "and \(all.count - Self.most) more")[language] : nil
    accept =
      mayAccept
      ? Accept(
        all: Words(vi: "Lấy tất cả làm dự thảo", en: "Take all of it as the draft")[language],
        some: maySome && !all.isEmpty
          ? Words(vi: "Chỉ lấy những gì đã đánh dấu", en: "Take only what is ticked")[language] : nil,
        help: maySome && !all.isEmpty
          ? Words(
            vi: "Chỉ lấy một phần thì dự thảo có thể trái quy định; bàn xếp lịch sẽ cho biết.",
            en: "With a part of it the draft may break rules; the desk says which.")[language] : nil,
        choice: Words(vi: "Lấy", en: "Take")[language])
      : nil
    drop = Words(vi: "Không lấy", en: "Take none of it")[language]
    curve =
      account.curve.isEmpty
      ? nil : ReplanCurve(account, action: begin, token: visit.visitor?.formToken ?? "", language)
  }

  private static func changes(
    _ comparison: ScheduleComparison, _ reading: DeskReading, _ language: ReaderLanguage, canBeChosen: Bool
  ) -> [Change] {
    guard let work = reading.work else { return [] }
    func change(_ kind: Words, _ old: Placement?, _ new: Placement?) -> Change? {
      guard let shown = new ?? old else { return nil }
      func time(_ placement: Placement?) -> String {
        placement.map { work.time(of: $0.timing, on: $0.outlet, language) } ?? "–"
      }
      let name = work.name(of: shown, language)
      return Change(
        kind: kind[language], name: name, before: time(old), after: time(new),
        box: canBeChosen ? box + shown.uid : nil,
        label: Words(vi: "Lấy: \(kind.vi) \(name)", en: "Take: \(kind.en) \(name)")[language])
    }
    return
      (comparison.moved.map { change(Words(vi: "dời", en: "moved"), $0.old, $0.new) }
      + comparison.madeGood.map { change(Words(vi: "xếp bù", en: "made good"), $0.old, $0.new) }
      + comparison.dropped.map { change(Words(vi: "bỏ", en: "dropped"), $0, nil) }
      + comparison.added.map { change(Words(vi: "thêm", en: "added"), nil, $0) }).compactMap(\.self)
  }

  static let template = """
    {{#summary}}<p><b>{{.}}</b></p>{{/summary}}
    {{#proof}}{{#first()}}<ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/proof}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#mend}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/mend}}
    <form method="post" action="{{action}}"><input type="hidden" name="token" value="{{token}}">
    {{#changes}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr>{{#accept}}{{#some}}<th scope="col" class="noprint">{{choice}}</th>{{/some}}{{/accept}}<th scope="col">{{words.change}}</th><th scope="col" class="name">{{words.work}}</th><th scope="col">{{words.before}}</th><th scope="col">{{words.after}}</th></tr></thead><tbody>{{/first()}}
    <tr>{{#box}}<td class="noprint"><input type="checkbox" name="{{.}}" value="yes" aria-label="{{label}}" checked></td>{{/box}}<td>{{kind}}</td><th scope="row" class="name">{{name}}</th><td>{{before}}</td><td>{{after}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/changes}}
    {{#more}}<p>{{.}}</p>{{/more}}
    <p class="noprint">{{#accept}}<button name="step" value="accept">{{all}}</button> {{#some}}<button class="plain" name="step" value="some">{{.}}</button> {{/some}}{{/accept}}\
    <button class="plain" name="step" value="drop">{{drop}}</button></p>
    {{#accept}}{{#help}}<p class="soft noprint">{{.}}</p>{{/help}}{{/accept}}</form>
    {{#curve}}{{> replanCurve}}{{/curve}}

    """
}
