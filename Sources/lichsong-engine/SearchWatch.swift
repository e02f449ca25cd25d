import Foundation
import Synchronization

/// Watches a search: counts its parts, and ends it at its time limit or when the user asks with Ctrl-C.
final class SearchWatch: Sendable {
  private let isEnded = Atomic<Bool>(false)
  private let done = Atomic<Int>(0)
  private let parts = Atomic<Int>(0)
  /// The time at which the search must end, in nanoseconds of the machine's clock; the largest for never.
  private let deadline: UInt64

  /// A watch that begins now.
  ///
  /// - Parameter seconds: How long the search may take; `nil` for as long as it needs.
  init(limit seconds: Double?) {
    let now = DispatchTime.now().uptimeNanoseconds
    deadline = seconds.map { now + UInt64(min($0, 1e9) * 1e9) } ?? .max
  }

  /// Does some work, during which the first Ctrl-C ends the search; a second one ends the program at once.
  func listening<Value>(_ work: () throws -> Value) rethrows -> Value {
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { [self] in
      isEnded.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // The source only sees what the default action does not take.
    signal(SIGINT, SIG_IGN)
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    return try work()
  }

  /// Takes note of the progress; whether the search is to go on.
  func goesOn(done: Int, parts: Int) -> Bool {
    self.done.store(done, ordering: .relaxed)
    self.parts.store(parts, ordering: .relaxed)
    return !isEnded.load(ordering: .relaxed) && DispatchTime.now().uptimeNanoseconds < deadline
  }

  /// `12/340`; empty before the search has parts.
  var progress: String {
    let parts = parts.load(ordering: .relaxed)
    return parts == 0 ? "" : " \(done.load(ordering: .relaxed))/\(parts)"
  }
}
