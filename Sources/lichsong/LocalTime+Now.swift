import ArgumentParser
import Foundation
import ScheduleModel

extension LocalTime {
  /// The minute that it is, where the plans are.
  static var now: LocalTime {
    let zone = TimeZone(identifier: "Asia/Ho_Chi_Minh") ?? .gmt
    let date = Date()
    let seconds = Int(date.timeIntervalSince1970) + zone.secondsFromGMT(for: date)
    return LocalTime(seconds: seconds - seconds % 60)
  }

  /// Reads a time on the command line.
  @Sendable static func argument(_ text: String) throws -> LocalTime {
    guard let time = LocalTime(text) else {
      throw ValidationError(
        HelpWords.text(
          vi: "“\(text)” không phải ngày giờ; viết 2018-05-02T09:00.",
          en: "“\(text)” is not a time; write 2018-05-02T09:00."))
    }
    return time
  }
}
