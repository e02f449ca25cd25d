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
    let (job, _, result) = try await visit.station.desk.replan(
      number, of: plan.plan, by: visit.station.program)
    switch form["step"] {
    case "cancel":
      try await visit.station.desk.cancel(number, in: plan, by: visitor)
      return .seeOther("/p/\(address)/desk/replan/\(number)")
    case "drop": return .seeOther("/p/\(address)/desk/replan")
    default: break
    }
    guard job.state == .done, let result, let made = result.draft, let base = result.base else {
      throw Refusal.notFound
    }
    let reading = try await visit.deskReading()
    let overtaken = Words(
      vi: "Kế hoạch hoặc dự thảo đã đổi từ khi xếp lại; chưa ghi gì. Hãy xếp lại lần nữa.",
      en: "Plan or draft changed since this was worked out; nothing was stored. Plan anew once more.")
    var files = ["draft.csv": made.bytes, "draft.base": base.bytes]
    var taken: Int?
    if form["step"] == "some" {
      let chosen = form.names(after: ReplanResultView.box)
      guard !chosen.isEmpty else {
        return try await ReplanPage.page(
          visit,
          told: Words(
            vi: "Chưa đánh dấu lượt nào; chưa ghi gì.", en: "Nothing was ticked; nothing was stored."),
          status: .unprocessableContent)
      }
      guard reading.state == result.account.state, let work = reading.work, !reading.isOutdated else {
        return try await ReplanPage.page(visit, told: overtaken, status: .preconditionFailed)
      }
      let now = visit.caller.now
      let draft = try await visit.station.drafts.work.run {
        var year = reading.year
        return year.reading(made, base: base, at: now).map { work.worked.draft.taking(chosen, from: $0) }
      }
      guard let draft else { throw Refusal.notFound }
      files = ["draft.csv": draft.table(work.plan), "draft.base": Array(draft.base.text.utf8)]
      taken = chosen.count
    }
    do {
      _ = try await visit.station.desk.change(
        ["draft.csv": files["draft.csv"], "draft.base": files["draft.base"], "draft.xlsx": nil],
        seen: reading.year.book, in: plan, restingOn: result.account.state, by: visitor,
        note: (
          "accept re-plan", "plan \(address) job \(number)", nil,
          result.account.from + (taken.map { ", \($0) of it" } ?? "")
        ))
    } catch is PlanOvertaken {
      return try await ReplanPage.page(visit, told: overtaken, status: .preconditionFailed)
    }
    return .seeOther("/p/\(address)/desk?day=\(result.account.from)")
  }

  /// The number of the job that the address names.
  static func number(of visit: Visit) throws -> Int {
    guard let number = Int(try visit.part("job")) else { throw Refusal.notFound }
    return number
  }
}
