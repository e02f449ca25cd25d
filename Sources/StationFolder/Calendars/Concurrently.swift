import Foundation
import Synchronization

/// Work on several values at once, as many threads as there are values.
enum Concurrently {
  /// What `work` makes of each value, in the order of the values.
  static func map<Value: Sendable, Result: Sendable>(
    _ values: [Value], _ work: @Sendable (Value) -> Result
  ) -> [Result] {
    let results = Mutex<[Result?]>(Array(repeating: nil, count: values.count))
    DispatchQueue.concurrentPerform(iterations: values.count) { index in
      let result = work(values[index])
      results.withLock { $0[index] = result }
    }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// Does `work` for each number below `count`, on several threads. Each has room for octets, empty at first.
  static func each(
    _ count: Int, _ threads: Int, _ work: @Sendable (_ index: Int, _ room: inout [UInt8]) -> Void
  ) {
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
      var room: [UInt8] = []
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        room.removeAll(keepingCapacity: true)
        work(index, &room)
      }
    }
  }
}
