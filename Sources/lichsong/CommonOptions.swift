public import ArgumentParser
import Planning
import Reports
public import ScheduleModel
import StationFolder

extension ReaderLanguage: ExpressibleByArgument {}
extension PlanVersion: ExpressibleByArgument {}
extension AsRunEntry.Trust: ExpressibleByArgument {}

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(HelpWords.text(vi: "Ngôn ngữ: vi hoặc en.", en: "The language: vi or en.")))
  var language = ReaderLanguage.vietnamese

  /// Prints findings for a person: those of a result on standard error, so that results can be piped.
  func tell(_ findings: [Finding], from least: Finding.Severity = .warning) {
    let shown = findings.filter { $0.severity >= least }
    guard !shown.isEmpty else { return }
    Terminal.complain(shown, in: language)
  }

  /// Prints findings as the result of a command.
  func show(_ findings: [Finding], json: Bool) throws {
    if json {
      try Terminal.show(FindingReport.json(findings, language: language), for: .program)
    } else {
      try Terminal.show(findings, in: language)
    }
  }

  /// Ends with status 1 when one of the findings is an error.
  func end(_ findings: [Finding]) throws {
    if findings.hasErrors { throw ExitCode(1) }
  }
}

/// A plan on the command line.
struct PlanArgument: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Tệp plan.yaml hoặc thư mục chứa nó.", en: "A plan.yaml file or its folder."),
      valueName: "plan"))
  var path: String

  /// Opens the plan's folder and plans its year, or reads the schedule that was published for it.
  func planned(
    _ common: CommonOptions, published: String? = nil
  ) throws -> (folder: PlanFolder, year: PlannedYear) {
    let folder = try PlanFolder.open(path)
    let published = try published.map(InputFile.readNamed)
    let year = Terminal.working(
      Words(vi: "Đang xếp lịch…", en: "Scheduling…"), in: common.language
    ) { PlanningPipeline.plan(folder.plan, published: published) }
    return (folder, year)
  }
}

/// The schedule that was published, on the command line.
struct ScheduleOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Lịch đã công bố (placements.csv) để đối chiếu; nếu bỏ qua thì lấy lịch mà kế hoạch tự cho hôm nay.",
        en:
          "The published schedule (placements.csv) to hold the logs against; when left out, what the plan gives "
          + "today."), valueName: "file"))
  var published: String?
}

/// The logs on the command line.
struct LogOptions: ParsableArguments {
  @Sendable static func day(_ text: String) throws -> CivilDay {
    guard let day = CivilDay(iso: text) else {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(text)” không phải ngày; viết 2018-12-31.", en: "“\(text)” is not a day; write 2018-12-31."))
    }
    return day
  }

  @Option(
    name: .customLong("as-run"), parsing: .upToNextOption,
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Nhật ký phát sóng (CSV); nếu bỏ qua thì lấy thư mục as-run của kế hoạch.",
        en: "As-run logs (CSV); the plan folder's as-run when left out."), valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tính đến hết ngày này; mặc định là ngày cuối của nhật ký.",
        en: "Count up to this day; the last day of the logs by default."), valueName: "date"),
    transform: LogOptions.day)
  var asOf: CivilDay?

  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chỉ dùng những gì sổ nhật ký đã ghi đến hết ngày này.",
        en: "Use only what the ledger had recorded up to the end of this day."), valueName: "date"),
    transform: LogOptions.day)
  var knownOn: CivilDay?

  @OptionGroup var schedule: ScheduleOption

  /// Whether nothing is left out: all logs of the plan's folder, up to their end, as they are known now.
  var isWhole: Bool { files.isEmpty && asOf == nil && knownOn == nil }

  /// The reconciled logs; `nil` when there are none.
  func reconciled(
    _ folder: PlanFolder, _ plan: Plan, _ schedule: Schedule, _ common: CommonOptions
  ) throws -> ReconciledYear? {
    let logs = try files.isEmpty ? folder.logs.map(InputFile.read) : files.map(InputFile.readNamed)
    guard !logs.isEmpty else { return nil }
    return Terminal.working(
      Words(vi: "Đang đối chiếu nhật ký…", en: "Reading the logs…"), in: common.language
    ) {
      PlanningPipeline.reconcile(
        plan, schedule, logs: logs, links: folder.links, asOf: asOf, knownOn: knownOn)
    }
  }
}

/// The time of a revision on the command line.
struct RevisionOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Thời điểm sửa kế hoạch, ghi vào các sự kiện đã thay đổi; mặc định là ngày `revised` của kế hoạch.",
        en: "When the plan was revised, the stamp of events that changed; the plan's `revised` by default."),
      valueName: "date-time"),
    transform: { text in
      guard let revision = CalendarWishes.Revision(text) else {
        throw ValidationError(
          HelpWords.text(
            vi: "“\(text)” không phải ngày giờ; viết 2026-11-21T09:00 hoặc 2026-11-21.",
            en: "“\(text)” is not a time; write 2026-11-21T09:00 or 2026-11-21."))
      }
      return revision
    })
  var revised: CalendarWishes.Revision?
}
