public import ArgumentParser
import Foundation
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

  /// Opens the plan's folder and reads its year.
  func opened(_ terms: StationYear.Terms = StationYear.Terms()) throws -> (
    folder: PlanFolder, year: StationYear
  ) {
    let folder = try PlanFolder.open(path)
    var terms = terms
    terms.threads = ProcessInfo.processInfo.activeProcessorCount
    return (folder, try folder.year(terms))
  }

  /// The schedule of a year, which may have to be worked out; ends when the plan has errors.
  func scheduled(_ year: inout StationYear, _ common: CommonOptions) throws -> (
    plan: Plan, planned: StationYear.PlannedSchedule
  ) {
    var own = year
    let planned = Terminal.working(Words(vi: "Đang xếp lịch…", en: "Scheduling…"), in: common.language) {
      own.schedule()
    }
    year = own
    guard let plan = year.plan, let planned else {
      common.tell(year.planFindings + year.scheduleFaults)
      throw ExitCode(1)
    }
    return (plan, planned)
  }
}

/// The schedule that was published, on the command line.
struct ScheduleOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Bảng lịch (placements.csv) thay cho lịch đã phát hành trong sổ.",
        en: "A table of placements (placements.csv) in place of the schedule that is published in the Book."),
      valueName: "file"))
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
        vi: "Nhật ký phát sóng thay cho nhật ký trong sổ và thư mục as-run.",
        en: "As-run logs in place of those of the Book and of the folder as-run."), valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tính đến hết ngày này, coi nhật ký đã đủ đến đó; mặc định mỗi kênh tính đến dòng cuối của kênh.",
        en:
          "Count up to this day, up to which the logs count as complete; by default each outlet up to its last row."
      ),
      valueName: "date"),
    transform: LogOptions.day)
  var asOf: CivilDay?

  @Option(
    name: .customLong("known-on"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chỉ dùng những gì sổ đã ghi đến hết ngày này.",
        en: "Use only what the Book had recorded up to the end of this day."), valueName: "date"),
    transform: LogOptions.day)
  var knownOn: CivilDay?

  @OptionGroup var schedule: ScheduleOption

  /// Whether nothing is left out: everything that is known now.
  var isWhole: Bool { files.isEmpty && asOf == nil && knownOn == nil && schedule.published == nil }

  /// From where the year is looked at.
  func terms() throws -> StationYear.Terms {
    var terms = StationYear.Terms()
    terms.asOf = asOf
    terms.knownOn = knownOn
    terms.published = try schedule.published.map(InputFile.readNamed)
    terms.logs = files.isEmpty ? nil : try files.map(InputFile.readNamed)
    return terms
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
