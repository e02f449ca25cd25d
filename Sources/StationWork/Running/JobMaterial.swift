import Planning
import ScheduleModel
import StationStore

/// What a job works on as it is when a worker begins it, and how its result is kept.
struct JobMaterial: Sendable {
  /// What the process is told.
  let order: WorkOrder
  /// The digest of what the result follows from.
  private let input: String
  private let job: StoredJob
  private let program: String

  /// Reads what a job works on; `nil` when it is not there any more.
  init?(_ job: StoredJob, program: String, now: LocalTime, _ transaction: StoreTransaction) throws {
    self.job = job
    self.program = program
    let files = try transaction.exportPlan(job.plan)
    switch job.kind {
    case .feeds:
      input = try transaction.feedInput(of: job.plan)
      // Rows of logs are no part of a calendar.
      order = WorkOrder(
        kind: .feeds, argument: job.argument, now: now, files: files.filter { !$0.name.hasPrefix("as-run/") })
    case .figures:
      input = try transaction.figureInput(of: job.plan)
      let slug = try transaction.plan(numbered: job.plan)?.slug ?? ""
      order = WorkOrder(kind: .figures, argument: slug, now: now, files: files)
    case .replan:
      input = try transaction.state(of: job.plan)
      order = WorkOrder(kind: .replan, argument: job.argument, now: now, files: files)
    case .preview, .largePreview:
      guard let upload = try UploadWork.upload(of: job, transaction) else { return nil }
      input = upload.input
      order = WorkOrder(
        kind: .preview, argument: job.argument, now: now, files: files, upload: upload.file)
    }
  }

  /// Keeps what the process made.
  func keep(_ made: [InputFile], on now: LocalTime, _ transaction: StoreTransaction) throws {
    switch job.kind {
    case .feeds:
      try FeedWork.keep(made, of: job.plan, input: input, by: program, on: now, transaction)
    case .figures:
      try FigureWork.keep(made, of: job.plan, input: input, by: program, on: now, transaction)
    case .replan:
      try ReplanWork.keep(made, of: job, restingOn: input, by: program, on: now, transaction)
    case .preview, .largePreview:
      try UploadWork.keep(made, input: input, by: program, on: now, transaction)
    }
  }
}
