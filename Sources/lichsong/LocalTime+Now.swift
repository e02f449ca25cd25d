import ArgumentParser
import Console
import Foundation
import Planning
import ScheduleModel

extension LocalTime {
  /// The second that it is, in UTC.
  static var nowUTC: LocalTime { LocalTime(seconds: Int(Date().timeIntervalSince1970)) }

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

extension StationYear {
  /// A time that the user named on the station's clock, or now, in UTC.
  func utc(_ named: LocalTime?) -> LocalTime { named.map(utc(ofLocal:)) ?? .nowUTC }
}
