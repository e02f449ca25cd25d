public import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

extension PlanVersion: ExpressibleByArgument {}
extension AsRunEntry.Trust: ExpressibleByArgument {}

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
    (terms.asOf, terms.now) = (asOf, .nowUTC)
    terms.knownOn = knownOn
    terms.published = try schedule.published.map(InputFile.readNamed)
    terms.logs = files.isEmpty ? nil : try files.map(InputFile.readNamed)
    return terms
  }
}
