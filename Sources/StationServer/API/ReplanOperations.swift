import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// How programs ask for a re-plan, look at what it gives, and take it as the draft.
enum ReplanOperations {
  static let routes: [Route] = [
    .api(.post, "/plans/{plan}/replans", .right(.draft), ask, answerAsk),
    .api(.get, "/plans/{plan}/replans/{job}", .right(.draft), replan, answerReplan),
    .api(.get, "/plans/{plan}/replans/{job}/changes", .right(.draft), changes, answerChanges),
    .api(.post, "/plans/{plan}/replans/{job}/accept", .right(.draft), accept, answerAccept),
    .api(.post, "/plans/{plan}/replans/{job}/accept/part", .right(.draft), acceptPart, answerAcceptPart),
  ]

  private static let ask = Operation(
    id: "askForReplan",
    summary: Words(
      vi:
        "Yêu cầu xếp lại phần còn lại của năm từ ngày from; không ghi gì cho đến khi nhận kết quả. slack: nới bao nhiêu tác phẩm; không có thì chỉ dời những gì phải dời.",
      en:
        "Asks for the rest of the year to be planned anew from the day from on; nothing is stored before the result is accepted. slack is in works; without it only what has to move moves."
    ),
    body: .fields(["from": .formatted("date")], optional: ["slack": .orNull(.number(0...1_000))]),
    status: .accepted, answer: .named("Job"))

  private static func answerAsk(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let body = try await JSONBody(visit, known: ["from", "slack"])
    let text = try body.text("from")
    let slack = try body.optionalNumber("slack", in: 0...1_000)
    let reading = try await visit.deskReading()
    guard let days = reading.year.plan?.days else {
      throw Refusal.brokenPlan(reading.findings, visit.language)
    }
    guard let from = CivilDay(iso: text), days.contains(from) else {
      let last = days.upperBound.advanced(by: -1)
      throw Refusal.field(
        "from", text,
        Words(
          vi: "cần một ngày từ \(days.lowerBound) đến \(last)",
          en: "it has to be a day from \(days.lowerBound) to \(last)"))
    }
    let job = try await visit.station.desk.askForReplan(
      ReplanWork.Request(from: from, slack: slack.map { Int(($0 * 1_000).rounded()) }), in: plan, by: visitor)
    let shown = try await visit.station.desk.job(job.number, of: plan.plan)
    return visit.answer(
      JobOperations.value(shown, visit.language), status: .accepted,
      location: "/api/v1/plans/\(plan.plan.slug)/replans/\(job.number)")
  }

  private static let replan = Operation(
    id: "replan",
    summary: Words(
      vi: "Một lần xếp lại: làm đến đâu, rồi sẽ đổi những gì. Kết quả giữ một tuần.",
      en: "A re-plan: how far it is, then what it would change. The result is kept for a week."),
    answer: .object([
      "job": .named("Job"), "from": .formatted("date"), "slack": .orNull(.number(0...1_000)),
      "result": .orNull(
        .object([
          "isCurrent": .truth, "added": .integer, "moved": .integer, "madeGood": .integer,
          "dropped": .integer, "short": .integer, "proof": .array(.text),
          "findings": .array(.named("Finding")),
        ])),
    ]))

  private static func answerReplan(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let (job, request, result) = try await visit.station.desk.replan(
      try JobOperations.number(of: visit), of: plan, by: visit.station.program)
    let shown = try await visit.station.desk.job(job.number, of: plan)
    let language = visit.language
    var value: JSONValue = nil
    if let result {
      let reading = try await visit.deskReading()
      let comparison = try await comparison(with: result, reading, visit)
      let account = result.account
      value = [
        "isCurrent": JSONValue(account.state == reading.state),
        "added": .integer(comparison?.added.count ?? 0), "moved": .integer(comparison?.moved.count ?? 0),
        "madeGood": .integer(comparison?.madeGood.count ?? 0),
        "dropped": .integer(comparison?.dropped.count ?? 0), "short": .integer(account.short),
        "proof": .array(account.proof.map { .text($0.words[language]) }),
        "findings": Refusal.list(account.findings.compactMap(\.finding), language),
      ]
    }
    return visit.answer([
      "job": JobOperations.value(shown, language), "from": .text(request.from),
      "slack": request.slack.map { .works($0) } ?? nil, "result": value,
    ])
  }

  /// What a re-plan would change; `nil` where it gave no schedule.
  private static func comparison(
    with result: ReplanResult, _ reading: DeskReading, _ visit: Visit
  ) async throws -> ScheduleComparison? {
    guard let draft = result.draft else { return nil }
    let now = visit.caller.now
    return try await visit.station.drafts.work.run {
      var year = reading.year
      return year.reading(draft, base: result.base, at: now).flatMap { year.comparison(to: $0.rows, at: now) }
    }
  }

  private static let changes = Operation.list(
    "replanChanges",
    Words(
      vi: "Từng lượt mà lần xếp lại sẽ đổi: thêm, dời, xếp bù, bỏ; uid để nhận riêng từng lượt.",
      en:
        "Each broadcast that a re-plan would change: added, moved, planned again after a miss, dropped; by its uid it can be taken alone."
    ),
    of: .object([
      "uid": .text, "change": .word(["added", "moved", "made-good", "dropped"]),
      "before": .orNull(.named("Broadcast")), "after": .orNull(.named("Broadcast")),
    ]))

  private static func answerChanges(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let (job, _, result) = try await visit.station.desk.replan(
      try JobOperations.number(of: visit), of: plan, by: visit.station.program)
    let (reading, work) = try await visit.draftWork()
    guard let result, let comparison = try await comparison(with: result, reading, visit) else {
      throw Refusal.noReplan
    }
    let all: [(change: String, before: Placement?, after: Placement?)] =
      comparison.added.map { ("added", nil, $0) } + comparison.moved.map { ("moved", $0.old, $0.new) }
      + comparison.madeGood.map { ("made-good", $0.old, $0.new) }
      + comparison.dropped.map { ("dropped", $0, nil) }
    return try await visit.list(of: all, state: "\(reading.key) \(job.number)") { part in
      part.map { change, before, after in
        [
          "uid": .text((after ?? before)?.uid ?? ""), "change": .text(change),
          "before": before.map { BroadcastOperations.value($0, work.days) } ?? nil,
          "after": after.map { BroadcastOperations.value($0, work.days) } ?? nil,
        ]
      }
    }
  }

  private static let acceptPart = Operation(
    id: "acceptReplanPart",
    summary: Words(
      vi:
        "Chỉ nhận những thay đổi của các lượt uids vào dự thảo; kế hoạch hay dự thảo đã đổi từ đó thì không (409).",
      en:
        "Takes what a re-plan changes of the broadcasts uids alone into the draft; not when plan or draft changed since (409)."
    ), body: .object(["uids": .array(.text)]), answer: .object(["from": .formatted("date")]))

  private static func answerAcceptPart(_ visit: Visit) async throws -> Response {
    let number = try JobOperations.number(of: visit)
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    // It has to be a re-plan of this plan, whatever is asked for.
    let (_, _, result) = try await visit.station.desk.replan(number, of: plan, by: visit.station.program)
    let uids = Set(try await JSONBody(visit, known: ["uids"]).texts("uids"))
    guard let result else { throw Refusal.noReplan }
    let reading = try await visit.deskReading()
    if let comparison = try await comparison(with: result, reading, visit) {
      let known = Set(
        (comparison.added + comparison.dropped + comparison.moved.map(\.new) + comparison.madeGood.map(\.new))
          .map(\.uid))
      if let unknown = uids.subtracting(known).sorted().first {
        throw Refusal.field(
          "uids", "",
          Words(
            vi: "lần xếp lại không đổi lượt “\(unknown)”; xem …/changes",
            en: "the re-plan does not change “\(unknown)”; see …/changes"))
      }
    }
    return try await taken(try await ReplanRequest.take(number, only: uids, visit), visit)
  }

  private static func taken(_ taken: ReplanRequest.Taken, _ visit: Visit) async throws -> Response {
    switch taken {
    case .taken(let from): return visit.answer(["from": .text(from)])
    case .overtaken: throw Refusal(status: .conflict, words: ReplanRequest.overtaken)
    case .none: throw Refusal.noReplan
    }
  }

  private static let accept = Operation(
    id: "acceptReplan",
    summary: Words(
      vi: "Lấy kết quả xếp lại làm dự thảo; kế hoạch hay dự thảo đã đổi từ đó thì không (409).",
      en: "Takes a re-plan as the draft; not when plan or draft changed since (409)."),
    answer: .object(["from": .formatted("date")]))

  private static func answerAccept(_ visit: Visit) async throws -> Response {
    let number = try JobOperations.number(of: visit)
    return try await taken(try await ReplanRequest.take(number, visit), visit)
  }
}

extension Refusal {
  /// Of this re-plan nothing can be taken.
  fileprivate static let noReplan = Refusal(
    status: .conflict,
    words: Words(
      vi: "Việc xếp lại này chưa xong, đã dừng, hoặc không cho kết quả; chưa ghi gì.",
      en: "This re-plan is not done, was ended, or gave no schedule; nothing was stored."))
}
