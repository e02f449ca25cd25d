import Dispatch
import Synchronization

/// The search for the best schedule.
public enum AllocationEngine {
  /// The best schedule of a problem, with the bounds that its certificate proves.
  public static func solve(_ problem: Problem, options: SearchOptions = SearchOptions()) -> Solution {
    search(problem, options: options).proven(for: problem)
  }

  /// The best schedule of a problem, with a certificate whose bounds are not worked out yet.
  ///
  /// Parts that share nothing are solved apart, the largest first, on as many threads as asked for; the result
  /// does not depend on their number.
  public static func search(_ problem: Problem, options: SearchOptions = SearchOptions()) -> Solution {
    let parts = ProblemParts(of: problem)
    let order = parts.series.indices.sorted {
      (-parts.slotCounts[$0], $0) < (-parts.slotCounts[$1], $1)
    }
    let found = Mutex<[PartSearch.Result?]>(Array(repeating: nil, count: order.count))
    let next = Atomic<Int>(0)
    let done = Atomic<Int>(0)
    let isCutShort = Atomic<Bool>(false)
    let goesOn: @Sendable () -> Bool = {
      if isCutShort.load(ordering: .relaxed) { return false }
      let progress = SearchProgress(parts: order.count, done: done.load(ordering: .relaxed))
      if options.goesOn(progress) { return true }
      isCutShort.store(true, ordering: .relaxed)
      return false
    }
    DispatchQueue.concurrentPerform(iterations: max(1, min(options.threads, order.count))) { _ in
      while true {
        let turn = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard turn < order.count else { return }
        let result = PartSearch.run(problem, part: order[turn], of: parts, options: options, while: goesOn)
        found.withLock { $0[order[turn]] = result }
        done.wrappingAdd(1, ordering: .relaxed)
      }
    }
    let results = found.withLock { $0.compactMap(\.self) }
    return Solution(
      units: results.flatMap(\.units).sorted(), levels: [], missed: results.flatMap(\.missed),
      certificate: Certificate(parts: results.map(\.certificate)),
      isCutShort: isCutShort.load(ordering: .relaxed))
  }
}

extension Solution {
  /// The same with the bounds of all objectives, worked out from the problem and the certificate alone.
  public func proven(for problem: Problem) -> Solution {
    Solution(
      units: units, levels: ProofCheck.levels(of: problem, by: certificate), missed: missed,
      certificate: certificate, isCutShort: isCutShort)
  }
}
