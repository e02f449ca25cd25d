import ArgumentParser
import Console
import Foundation
import Planning
import ScheduleModel
import StationFolder

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
