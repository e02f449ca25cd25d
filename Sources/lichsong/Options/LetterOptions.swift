import ArgumentParser
import Console
import Reports
import ScheduleModel

/// What stands in the head of an official paper and no data tells.
struct LetterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Số của văn bản, ví dụ 12/BC-SNV.", en: "The paper's number, such as 12/BC-SNV.")))
  var number: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ngày của văn bản.", en: "The paper's date."), valueName: "date"),
    transform: LogOptions.day)
  var dated: CivilDay?

  /// The terms of a paper.
  var terms: PaperTerms { PaperTerms(number: number, date: dated) }
}
