import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// What people send to the pages of a re-plan: asking for one, and what becomes of it.
enum ReplanRequest {
  /// Asks for a re-plan.
  static func begin(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let form = visit.form, let plan = visit.plan, let visitor = visit.visitor, form.sent("from") != nil
    else { throw Refusal.unreadable }
    guard let days = reading.year.plan?.days else { return DeskFindingsPage.answer(visit, reading) }
    guard let from = CivilDay(iso: form["from"]), days.contains(from) else {
      let (first, last) = (days.lowerBound.forPeople, days.upperBound.advanced(by: -1).forPeople)
      let given = form["from"].isEmpty ? "–" : "“\(form["from"].visible())”"
      return try await ReplanPage.page(
        visit,
        told: Words(
          vi: "Chưa xếp lại: chọn một ngày của kế hoạch, từ \(first) đến \(last) (đã nhập: \(given)).",
          en: "Not planned anew: choose a day of the plan, from \(first) to \(last) (you entered \(given))."),
        given: ReplanPage.Given(from: form["from"], keeps: form["how"] != "even"),
        status: .unprocessableContent)
    }
    let job = try await visit.station.desk.askForReplan(
      ReplanWork.Request(from: from, slack: try slack(form)), in: plan, by: visitor)
    return .seeOther("/p/\(reading.address)/desk/replan/\(job.number)")
  }

  /// The slack in thousandths of a work; `nil` to move only what has to move.
  private static func slack(_ form: FormBody) throws(Refusal) -> Int? {
    let text = form["slack"]
    guard form["how"] != "keep", !text.isEmpty else { return nil }
    guard let slack = Double(text.replacing(",", with: ".")), (0...1_000).contains(slack) else {
      throw .unknown(
        text, Words(vi: "số tác phẩm từ 0 đến 1000", en: "a number of works from 0 to 1000"))
    }
    return Int((slack * 1_000).rounded())
  }

  /// Ends a re-plan that is worked out, or takes all or some of one, or nothing.
  static func settle(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.unreadable
    }
    guard ["accept", "some", "drop", "cancel"].contains(form["step"]) else { throw Refusal.unreadable }
    let number = try number(of: visit)
    let address = plan.plan.slug
    // It has to be a re-plan of this plan, whatever becomes of it.
    _ = try await visit.station.desk.replan(number, of: plan.plan, by: visit.station.program)
    var chosen: Set<String>?
    switch form["step"] {
    case "cancel":
      try await visit.station.desk.cancel(number, in: plan, by: visitor)
      return .seeOther("/p/\(address)/desk/replan/\(number)")
    case "drop": return .seeOther("/p/\(address)/desk/replan")
    case "some":
      let ticked = form.names(after: ReplanResultView.box)
      guard !ticked.isEmpty else {
        return try await ReplanPage.page(
          visit,
          told: Words(
            vi: "Chưa đánh dấu lượt nào; chưa ghi gì.", en: "Nothing was ticked; nothing was stored."),
          status: .unprocessableContent)
      }
      chosen = ticked
    default: break
    }
    switch try await take(number, only: chosen, visit) {
    case .taken(let from): return .seeOther("/p/\(address)/desk?day=\(from)")
    case .overtaken: return try await ReplanPage.page(visit, told: overtaken, status: .preconditionFailed)
    case .none: throw Refusal.notFound
    }
  }

  /// What is told when a re-plan cannot be taken any more.
  static let overtaken = Words(
    vi: "Kế hoạch hoặc dự thảo đã đổi từ khi xếp lại; chưa ghi gì. Hãy xếp lại lần nữa.",
    en: "Plan or draft changed since this was worked out; nothing was stored. Plan anew once more.")

  /// What came of taking a re-plan.
  enum Taken {
    /// It is the draft; from which day on it is planned anew.
    case taken(from: String)
    /// Plan or draft changed since it was worked out.
    case overtaken
    /// It is not done, or gave no schedule that can be a draft.
    case none
  }

  /// Takes a re-plan as the draft.
  ///
  /// - Parameter chosen: The UIDs of which the change is taken; `nil` for all of it.
  static func take(_ number: Int, only chosen: Set<String>? = nil, _ visit: Visit) async throws -> Taken {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let (job, _, result) = try await visit.station.desk.replan(
      number, of: plan.plan, by: visit.station.program)
    guard job.state == .done, let result, let made = result.draft, let base = result.base,
      !result.account.findings.compactMap(\.finding).contains(where: {
        $0.severity == .error && $0.code != .quotaNotMet
      })
    else { return .none }
    let reading = try await visit.deskReading()
    var files = ["draft.csv": made.bytes, "draft.base": base.bytes]
    if let chosen {
      guard reading.state == result.account.state, let work = reading.work, !reading.isOutdated else {
        return .overtaken
      }
      let now = visit.caller.now
      let draft = try await visit.station.drafts.work.run {
        var year = reading.year
        return year.reading(made, base: base, at: now).map { work.worked.draft.taking(chosen, from: $0) }
      }
      guard let draft else { return .none }
      files = ["draft.csv": draft.table(work.plan), "draft.base": Array(draft.base.text.utf8)]
    }
    do {
      _ = try await visit.station.desk.change(
        ["draft.csv": files["draft.csv"], "draft.base": files["draft.base"], "draft.xlsx": nil],
        seen: reading.year.book, in: plan, restingOn: result.account.state, by: visitor,
        note: (
          "accept re-plan", "plan \(plan.plan.slug) job \(number)", nil,
          result.account.from + (chosen.map { ", \($0.count) of it" } ?? "")
        ))
    } catch is PlanOvertaken {
      return .overtaken
    }
    return .taken(from: result.account.from)
  }

  /// The number of the job that the address names.
  static func number(of visit: Visit) throws -> Int {
    guard let number = Int(try visit.part("job")) else { throw Refusal.notFound }
    return number
  }
}
