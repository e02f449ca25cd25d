import Allocation
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The rules that a draft breaks, each with its ways out: what helps, and the broadcasts that can be moved.
struct DeskRules {
  /// `nil` where the draft is doubtful as a whole, so that nothing can be said of its rules.
  let heading: String?
  let isBroken: Bool
  let rules: [Rule]
  let more: String?
  let doubts: [String]
  /// Where a draft is planned anew that is older than the plan or a publication; `nil` for any other.
  let replan: PageFrame.Link?

  /// A broken rule.
  struct Rule {
    let kind: String
    let message: String
    let remedy: String
    let ways: [PageFrame.Link]
  }

  /// So many are shown; a draft that breaks more has a fault in the plan.
  private static let most = 40

  /// - Parameter first: The broadcast whose rules come first.
  init(
    _ broken: [RuleViolation], first: String?, _ plan: VisiblePlan?, _ reading: DeskReading,
    _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    let own = broken.filter { violation in first.map(violation.uids.contains) ?? false }
    let sorted = own + broken.filter { violation in !(first.map(violation.uids.contains) ?? false) }
    isBroken = !broken.isEmpty
    let told = reading.findings.filter { $0.code == .draftPast || $0.code == .draftOutdated }
    let praise =
      (broken.isEmpty
      ? Words(
        vi: "Dự thảo giữ đúng mọi quy định của kế hoạch.", en: "The draft keeps every rule of the plan.")
      : Words(
        vi: "Dự thảo trái \(broken.count) quy định của kế hoạch",
        en: "The draft breaks \(counted(broken.count, "rule")) of the plan"))[language]
    heading = broken.isEmpty && !told.isEmpty ? nil : praise
    replan =
      reading.isOutdated && plan?.allows(.draft) ?? false
      ? PageFrame.Link(
        address: "/p/\(reading.address)/desk/replan",
        name: Words(vi: "Xếp lại phần còn lại", en: "Plan the rest anew")[language]) : nil
    rules = sorted.prefix(Self.most).map { Rule($0, plan, reading, work, language) }
    let left = broken.count - rules.count
    more = left > 0 ? Words(vi: "và \(left) nữa", en: "and \(left) more")[language] : nil
    doubts = told.map {
      [$0.message[language], $0.deskRemedy?[language]].compactMap(\.self).joined(separator: " ")
        .visibleLines()
    }
  }

  static let template = """
    {{#doubts}}<p class="note lines">{{.}}</p>
    {{/doubts}}
    {{#replan}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/replan}}
    {{#isBroken}}<details class="rules" open><summary>{{heading}}</summary><ul class="findings">
    {{#rules}}<li class="{{kind}}"><p>{{message}}</p><p class="remedy">{{remedy}}{{#ways}} <a class="file" href="{{address}}">{{name}}</a>{{/ways}}</p></li>
    {{/rules}}
    {{#more}}<li>{{.}}</li>{{/more}}</ul></details>{{/isBroken}}
    {{^isBroken}}{{#heading}}<p class="soft">{{.}}</p>{{/heading}}{{/isBroken}}

    """
}

extension DeskRules.Rule {
  init(
    _ violation: RuleViolation, _ plan: VisiblePlan?, _ reading: DeskReading, _ work: DeskReading.Work,
    _ language: ReaderLanguage
  ) {
    kind = violation.rule == .worksMissing ? "warning" : "error"
    message = violation.message[language].visible()
    remedy = violation.remedy[language].visibleLines()
    ways = RuleWays(violation, except: nil, plan, reading, work, language).links
  }
}
