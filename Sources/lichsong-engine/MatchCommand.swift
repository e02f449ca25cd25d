import ArgumentParser
import Console
import Foundation
import Reports
import ScheduleModel
import StationFolder

struct MatchCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "match",
      abstract: HelpWords.text(
        vi: "Đối chiếu tệp lịch với nhật ký phát sóng bằng bộ đối chiếu.",
        en: "Match a file of placements with an as-run log by the matching engine."))
  }

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp CSV các lượt trong lịch: id, outlet, start, title, length, language.",
        en: "A CSV file of placements: id, outlet, start, title, length, language."),
      valueName: "planned"))
  var planned: String
  @Argument(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Tệp CSV nhật ký phát sóng với cùng các cột; không cần id.",
        en: "A CSV file of what aired, with the same columns; the id is not needed."), valueName: "as-run"))
  var asRun: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi các cặp row,id,outcome vào tệp này.", en: "Write the pairs row,id,outcome to this file."),
      valueName: "file"))
  var out: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chỉ ghép khi lệch giờ không quá chừng này phút (0–10080).",
        en: "Pair only what starts at most this many minutes apart (0–10080)."), valueName: "minutes"))
  var reach = MatchPipeline.Tolerance().reachMinutes
  @Option(
    name: .customLong("on-time"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Lệch không quá chừng này phút là đúng giờ (0–10080).",
        en: "What starts at most this many minutes apart counts as on time (0–10080)."), valueName: "minutes")
  )
  var onTime = MatchPipeline.Tolerance().onTimeMinutes
  @OptionGroup var common: CommonOptions

  func validate() throws {
    for (name, minutes) in [("--reach", reach), ("--on-time", onTime)] where !(0...10_080).contains(minutes) {
      throw ValidationError(
        HelpWords.text(
          vi: "\(name) là số phút từ 0 đến 10080.", en: "\(name) is a number of minutes from 0 to 10080."))
    }
  }

  func run() throws {
    var tolerance = MatchPipeline.Tolerance()
    tolerance.reachMinutes = reach
    tolerance.onTimeMinutes = onTime
    let outcome = try Terminal.working(
      Words(vi: "Đang đối chiếu…", en: "Matching…"), in: common.language
    ) { try MatchPipeline.match(planned: planned, asRun: asRun, tolerance) }
    common.tell(outcome.findings)
    if let pairs = outcome.pairs, let report = outcome.report {
      try OutputFolder.write(out, pairs)
      try Terminal.show(report.text(common.language, width: common.width))
    }
    try common.end(outcome.findings)
  }
}
