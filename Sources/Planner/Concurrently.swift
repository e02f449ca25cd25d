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
}
