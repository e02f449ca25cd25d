import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Who makes language versions as a plan names them, and the accounts of these people: the same name is the same person,
/// whatever its case and marks.
enum PlanTranslators {
  /// The names of those who make versions of a plan, each once, in its order.
  static func names(of plan: Plan) -> [String] {
    var names: [String] = []
    for line in plan.lines {
      for (_, translator) in (line.versions?.translators ?? [:]).sorted(by: { $0.key < $1.key }) {
        let name = plan.translator(translator)?.name ?? translator
        if !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// Whether a name of the plan is that of an account.
  static func isName(_ name: String, of person: Person) -> Bool {
    FoldedText(name) == FoldedText(person.name) || name == person.login
  }

  /// Whether the plan gives a version to somebody.
  static func isOf(_ placement: Placement, _ person: Person, _ plan: Plan) -> Bool {
    guard let translator = plan.line(placement.line)?.versions?.translators[placement.language] else {
      return false
    }
    return isName(plan.translator(translator)?.name ?? translator, of: person)
  }

  /// That no version of a plan is of somebody's account, to that person.
  static func untied(_ person: Person, _ plan: Plan, _ assigners: [String]) -> Words {
    let known = list(names(of: plan))
    let names = assigners.prefix(8).joined(separator: ", ")
    let whom =
      names.isEmpty
      ? Words(vi: "người quản trị", en: "an administrator") : Words(vi: names, en: names)
    return Words(
      vi:
        "Chưa bản nào được giao cho tài khoản của bạn (\(person.name)). \(known.vi) Hãy nhờ \(whom.vi) giao từng bản cho bạn trên trang này, hoặc ghi đúng tên bạn trong kế hoạch.",
      en:
        "No version is assigned to your account (\(person.name)) yet. \(known.en) Ask \(whom.en) to assign versions to you on this page, or to have the plan name you as your account does."
    )
  }

  /// Whom the plans name, to whoever gives somebody the role of a translator; `nil` where one of the names is theirs.
  static func note(_ person: Person, among names: [String]) -> Words? {
    guard !names.contains(where: { isName($0, of: person) }) else { return nil }
    let known = list(names)
    return Words(
      vi:
        "Chưa bản dịch nào là của \(person.name). \(known.vi) Tên tài khoản phải đúng như kế hoạch ghi, hoặc người biên tập giao từng bản ở trang “Bản dịch” của kế hoạch.",
      en:
        "No version is of \(person.name) yet. \(known.en) The account's name has to be as the plan has it, or an editor assigns versions on the plan's page “Versions”."
    )
  }

  private static func list(_ names: [String]) -> Words {
    guard !names.isEmpty else {
      return Words(vi: "Kế hoạch không ghi tên người dịch nào.", en: "The plan names no translators.")
    }
    let some = names.prefix(12).joined(separator: ", ") + (names.count > 12 ? ", …" : "")
    return Words(vi: "Kế hoạch ghi người dịch: \(some).", en: "The plan names these translators: \(some).")
  }
}
