import ArgumentParser
import Console
import Foundation
import Planning
import Reports
import ScheduleModel
import StationFolder

struct SolveCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "solve",
      abstract: HelpWords.text(
        vi: "Giải một bài toán xếp lịch alloc-instance/1 bằng bộ xếp lịch.",
        en: "Solve an alloc-instance/1 problem with the allocation engine."))
  }

  @Argument(
    help: ArgumentHelp(
      HelpWords.text(vi: "Tệp JSON alloc-instance/1.", en: "An alloc-instance/1 JSON file."),
      valueName: "instance"))
  var path: String
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi kết quả alloc-result/1 vào tệp này.", en: "Write the alloc-result/1 to this file."),
      valueName: "file"))
  var out: String
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Bỏ mức ít nhất, nhiều nhất của tháng và ràng buộc bản dịch (C5, C7).",
        en: "Leave out the least and most of a month and the rules of versions (C5, C7).")))
  var relax = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Số luồng chạy cùng lúc (1–64).", en: "How many threads to use (1–64).")))
  var threads = 1
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Xếp lại giữa năm: ít thay đổi quan trọng hơn tổng bình phương.",
        en: "Re-plan: few moves count before the squares.")))
  var replan = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cho phép độ lệch lớn nhất kém mức tốt nhất bấy nhiêu phần nghìn lượt.",
        en: "By how many thousandths of a piece the largest deviation may be worse than the best.")))
  var slack = 0
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dừng sau chừng này giây với lịch tốt nhất đã có; mặc định là không dừng.",
        en: "End after this many seconds with the best schedule so far; by default never."),
      valueName: "seconds"))
  var limit: Double?
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...64).contains(threads) else {
      throw ValidationError(
        HelpWords.text(vi: "--threads là số từ 1 đến 64.", en: "--threads is a number from 1 to 64."))
    }
    guard (0...1_000_000).contains(slack) else {
      throw ValidationError(
        HelpWords.text(vi: "--slack là số từ 0 đến 1000000.", en: "--slack is a number from 0 to 1000000."))
    }
    if let limit, !(limit >= 0 && limit.isFinite) {
      throw ValidationError(
        HelpWords.text(vi: "--limit là số giây, không âm.", en: "--limit is a number of seconds, 0 or more."))
    }
  }

  func run() throws {
    var request = EnginePipeline.Request(solver: "lichsong \(LichSongEngine.version)")
    request.isRelaxed = relax
    request.isReplan = replan
    request.slack = slack
    request.threads = threads
    let file = try InputFile.readNamed(path)
    let watch = SearchWatch(limit: limit)
    let searching = Words(vi: "Đang tìm lịch tốt nhất…", en: "Searching for the best schedule…")[
      common.language]
    let outcome = watch.listening {
      Terminal.working({ searching + watch.progress }) {
        EnginePipeline.solve(
          file, request,
          microseconds: { Int(DispatchTime.now().uptimeNanoseconds / 1_000) },
          goesOn: watch.goesOn)
      }
    }
    common.tell(outcome.findings)
    if let result = outcome.result, let report = outcome.report {
      try OutputFolder.write(out, result)
      try Terminal.show(report.text(common.language, width: common.width))
    }
    try common.end(outcome.findings)
  }
}
