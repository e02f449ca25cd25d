import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

/// Logs whose outcomes calendars show; without them calendars show what is planned alone.
struct OutcomeOptions: ParsableArguments {
  @Option(
    name: .customLong("as-run"), parsing: .upToNextOption,
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Nhật ký phát sóng (CSV): ghi vào mỗi sự kiện kết quả của lượt phát.",
        en: "As-run logs (CSV): each event then says what became of it."), valueName: "file"))
  var files: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Kết quả tính đến hết ngày này, coi nhật ký đã đủ đến đó; mặc định mỗi kênh tính đến dòng cuối của kênh.",
        en:
          "What became of them up to this day, up to which the logs count as complete; by default each outlet up to its "
          + "last row."), valueName: "date"),
    transform: LogOptions.day)
  var asOf: CivilDay?

  func validate() throws {
    if asOf != nil, files.isEmpty {
      throw ValidationError(
        HelpWords.text(vi: "--as-of dùng với --as-run TỆP.", en: "--as-of is for --as-run FILE."))
    }
  }

  /// From where the year is looked at.
  func terms() throws -> StationYear.Terms {
    var terms = StationYear.Terms()
    terms.logs = files.isEmpty ? nil : try files.map(InputFile.readNamed)
    (terms.asOf, terms.now) = (asOf, .nowUTC)
    return terms
  }
}
