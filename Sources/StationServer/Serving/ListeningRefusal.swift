import Foundation
public import ScheduleModel

/// The system does not let the server listen where it was told to.
public struct ListeningRefusal: Error, Hashable, Sendable {
  /// The address and the port, or both ports where there are two.
  public let place: String
  /// The system's error number.
  public let code: Int32

  /// What is wrong, and what to do.
  public var words: Words {
    switch code {
    case EADDRINUSE:
      Words(
        vi:
          "Cổng đã có chương trình khác dùng (\(place)); chọn cổng khác bằng --port hoặc dừng chương trình kia.",
        en: "Another program listens there (\(place)); choose another port with --port, or stop that program."
      )
    case EACCES, EPERM:
      Words(
        vi:
          "Không được phép mở cổng này (\(place)); cổng dưới 1024 dành cho hệ thống, hãy đặt nginx phía trước.",
        en:
          "This port may not be opened (\(place)); those below 1024 are the system's: put nginx before the server."
      )
    default:
      Words(
        vi: "Không nghe được ở \(place): \(String(cString: strerror(code))). Kiểm tra --host và --port.",
        en: "Cannot listen at \(place): \(String(cString: strerror(code))). Look at --host and --port.")
    }
  }
}
