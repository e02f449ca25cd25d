import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What programs are told of work in the background, and how they end it.
enum JobOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/jobs", .right(.read), jobs, answerJobs),
    .api(.get, "/plans/{plan}/jobs/{job}", .right(.read), job, answerJob),
    .api(.delete, "/plans/{plan}/jobs/{job}", .right(.read), cancel, answerCancel),
  ]

  /// A job.
  static let shape = JSONShape.object([
    "number": .integer, "kind": .word(StoredJob.Kind.allCases.map(\.rawValue)),
    "state": .word(StoredJob.State.allCases.map(\.rawValue)), "progress": .integer, "endAsked": .truth,
    "by": .orNull(.text), "asked": .formatted("date-time"), "started": .orNull(.formatted("date-time")),
    "ended": .orNull(.formatted("date-time")), "fault": .orNull(.text),
  ])

  static func value(_ shown: ShownJob, _ language: ReaderLanguage) -> JSONValue {
    let job = shown.job
    return [
      "number": .integer(job.number), "kind": .text(job.kind.rawValue), "state": .text(job.state.rawValue),
      "progress": .integer(job.progress), "endAsked": JSONValue(job.isCancelAsked),
      "by": JSONValue(shown.person), "asked": .text(job.askedAt.utcText),
      "started": JSONValue(job.startedAt?.utcText), "ended": JSONValue(job.endedAt?.utcText),
      "fault": JSONValue(job.fault?[language]),
    ]
  }

  /// The number of the job that the address names.
  static func number(of visit: Visit) throws(Refusal) -> Int {
    guard let number = Int(try visit.part("job")) else { throw .notFound }
    return number
  }

  private static let jobs = Operation.list(
    "jobs",
    Words(
      vi: "Việc làm ở nền cho kế hoạch, mới nhất trước, nhiều nhất 1000.",
      en: "What is done in the background for the plan, newest first, 1,000 at most."), of: .named("Job"))

  private static func answerJobs(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let jobs = try await visit.station.desk.jobs(of: plan, count: 1_000)
    let part = try PagePart(visit, state: "\(jobs.first?.job.number ?? 0)")
    let language = visit.language
    return visit.json(part.value(of: jobs) { value($0, language) }.written)
  }

  private static let job = Operation(
    id: "job",
    summary: Words(
      vi: "Một việc ở nền: tình trạng, tiến độ 0–100, vì sao hỏng.",
      en: "A job: its state, its progress from 0 to 100, and why it failed."), answer: .named("Job"))

  private static func answerJob(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan?.plan else { throw Refusal.notFound }
    let job = try await visit.station.desk.job(try number(of: visit), of: plan)
    return visit.json(value(job, visit.language).written)
  }

  private static let cancel = Operation(
    id: "endJob",
    summary: Words(
      vi:
        "Dừng một việc: việc đang chờ dừng ngay, việc đang làm dừng trong vài giây. Người yêu cầu việc đó dừng được, và người được sửa kế hoạch.",
      en:
        "Ends a job: at once one that waits, within seconds one that runs. Who asked for it may, and who may change the plan."
    ), answer: .named("Job"))

  private static func answerCancel(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let number = try number(of: visit)
    try await visit.station.desk.cancel(number, in: plan, by: visitor)
    return visit.answer(
      value(try await visit.station.desk.job(number, of: plan.plan), visit.language))
  }
}
