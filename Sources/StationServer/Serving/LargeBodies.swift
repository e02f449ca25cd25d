import HTTPTypes
import ScheduleModel
import Synchronization

/// How many files are taken from the network at a time: each stands in memory until it is whole.
final class LargeBodies: Sendable {
  private let free: Mutex<Int>

  /// - Parameter most: So many at the most.
  init(_ most: Int) { free = Mutex(most) }

  /// Takes a place. Whoever has it gives it back by ``leave()``.
  ///
  /// - Throws: ``Refusal/manyFiles`` when there is none.
  func enter() throws(Refusal) {
    let isTaken = free.withLock { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
    guard isTaken else { throw .manyFiles }
  }

  /// Gives a place back.
  func leave() { free.withLock { $0 += 1 } }
}

extension Refusal {
  /// Several files are being sent in.
  static let manyFiles = Refusal(
    status: .serviceUnavailable,
    words: Words(
      vi: "Nhiều người đang gửi tệp cùng lúc; hãy gửi lại sau ít giây.",
      en: "Several people are sending files in just now; send yours again in some seconds."), retryAfter: 10)
}
