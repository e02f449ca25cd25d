import HTTPTypes
import Hummingbird
import ScheduleModel

/// The body of a request, read up to a number of octets and in a time that goes with them.
enum BoundedBody {
  /// Reads a body. One that says that it is larger is refused before anything is read, one that turns out to be as soon as
  /// that is known, and one that trickles in for longer than half a minute and a second for each 50 kB.
  ///
  /// - Parameter milliseconds: A clock that never goes back.
  static func read(
    _ request: Request, limit: Int, milliseconds: @Sendable () -> Int
  ) async throws(Refusal) -> [UInt8] {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
      throw .tooLarge(limit)
    }
    let started = milliseconds()
    var octets: [UInt8] = []
    var isLate = false
    do {
      for try await part in request.body {
        octets += part.readableBytesView
        isLate = milliseconds() - started > 30_000 + octets.count / 50
        if octets.count > limit || isLate { break }
      }
    } catch {
      throw .unreadable
    }
    if isLate { throw .tooSlow }
    guard octets.count <= limit else { throw .tooLarge(limit) }
    return octets
  }
}

extension Refusal {
  /// The body trickles in.
  static let tooSlow = Refusal(
    status: .requestTimeout,
    words: Words(
      vi: "Dữ liệu gửi lên quá chậm; hãy thử lại.", en: "What was sent came too slowly; try again."))
}
