import ArgumentParser
import Foundation
import ScheduleModel
import StationFolder

/// Publishes made-up events and measures that, for `make bench`.
struct RehearseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rehearse",
      abstract: HelpWords.text(
        vi: "Xuất lịch của chừng ấy lượt phát giả định để đo tốc độ và bộ nhớ.",
        en: "Publish so many made-up events, to measure speed and memory."),
      shouldDisplay: false)
  }

  @Argument(help: ArgumentHelp(HelpWords.text(vi: "Số lượt phát.", en: "How many events.")))
  var events: Int
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Thư mục đích.", en: "The folder to write into."), valueName: "folder"))
  var out: String
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(vi: "Một phần trăm số lượt đã thay đổi.", en: "One event of a hundred has changed.")))
  var revised = false
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ghi mọi lịch, mỗi lượt nằm trong năm lịch.", en: "All calendars, five for each event.")))
  var whole = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Số luồng chạy cùng lúc (1–64).", en: "How many threads to use (1–64).")))
  var threads = 1

  func validate() throws {
    guard (1...64).contains(threads), (1...10_000_000).contains(events) else {
      throw ValidationError(
        HelpWords.text(
          vi: "--threads là số từ 1 đến 64, số lượt từ 1 đến 10000000.",
          en: "--threads is a number from 1 to 64, and there are from 1 to 10000000 events."))
    }
  }

  func run() throws {
    let rehearsal = CalendarRehearsal(events: events, isRevised: revised)
    let before = Usage(atPeak: false)
    let written = try rehearsal.publish(in: out, isWhole: whole, threads: threads)
    let after = Usage(atPeak: true)
    try Terminal.show(
      """
      {"events": \(written), "seconds": \(after.seconds - before.seconds), \
      "cpu": \(after.processor - before.processor), "megabytes": \(after.megabytes - before.megabytes), \
      "schedule": \(before.megabytes)}

      """, for: .program)
  }
}

/// What this process has used so far.
private struct Usage {
  /// On a clock that only goes forward.
  let seconds: Double
  /// Of all threads, in this program and for it in the system.
  let processor: Double
  /// What is in memory, or was at the most since the last measurement; of 10^6 bytes.
  let megabytes: Double

  /// - Parameter atPeak: Whether the largest memory is told; otherwise that of now, and a new peak begins.
  init(atPeak: Bool) {
    if !atPeak {
      // The system forgets the peak.
      try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
    }
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(atPeak ? "VmHWM:" : "VmRSS:") } ?? ""
    megabytes = (Double(line.filter(\.isNumber)) ?? .nan) * 1024 / 1e6
    var usage = rusage()
    getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    processor = seconds(usage.ru_utime) + seconds(usage.ru_stime)
    self.seconds = Double(DispatchTime.now().uptimeNanoseconds) / 1e9
  }
}
