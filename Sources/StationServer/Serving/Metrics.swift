import Synchronization

/// What the server counts about itself, in the text that Prometheus reads (format 0.0.4).
///
/// Routes are those of the table and never addresses, so nothing of a reader or a plan is in it.
public final class Metrics: Sendable {
  private let state = Mutex(State())

  private struct State {
    var requests: [Key: Int] = [:]
    var buckets = [Int](repeating: 0, count: Metrics.bounds.count + 1)
    var milliseconds = 0
    var open = 0
  }

  private struct Key: Hashable {
    let method: String
    let route: String
    let status: Int
  }

  /// Upper bounds of the buckets of durations, in milliseconds.
  private static let bounds = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000]

  /// Nothing counted yet.
  public init() {}

  /// A request has come.
  func begin() { state.withLock { $0.open += 1 } }

  /// A request was answered.
  func end(method: String, route: String, status: Int, milliseconds: Int) {
    state.withLock { state in
      state.open -= 1
      state.requests[Key(method: method, route: route, status: status), default: 0] += 1
      let bucket = Self.bounds.firstIndex { milliseconds <= $0 } ?? Self.bounds.count
      state.buckets[bucket] += 1
      state.milliseconds += milliseconds
    }
  }

  /// All that was counted.
  ///
  /// - Parameter gauges: What is measured just now: name, meaning, value.
  func text(_ gauges: [(name: String, help: String, value: Int)]) -> String {
    let state = state.withLock { $0 }
    var text = Self.head("lichsong_requests_total", "counter", "Requests that were answered.")
    let requests = state.requests.sorted {
      ($0.key.route, $0.key.method, $0.key.status) < ($1.key.route, $1.key.method, $1.key.status)
    }
    for (key, count) in requests {
      text +=
        "lichsong_requests_total{method=\"\(key.method)\",route=\"\(Self.escaped(key.route))\",status=\"\(key.status)\"} \(count)\n"
    }
    text += Self.head("lichsong_request_duration_seconds", "histogram", "How long answers took.")
    var sum = 0
    for (index, count) in state.buckets.enumerated() {
      sum += count
      let bound = index < Self.bounds.count ? Self.seconds(Self.bounds[index]) : "+Inf"
      text += "lichsong_request_duration_seconds_bucket{le=\"\(bound)\"} \(sum)\n"
    }
    text += "lichsong_request_duration_seconds_sum \(Self.seconds(state.milliseconds))\n"
    text += "lichsong_request_duration_seconds_count \(sum)\n"
    let all = [("lichsong_requests_open", "Requests that are being answered.", state.open)] + gauges
    for (name, help, value) in all { text += Self.head(name, "gauge", help) + "\(name) \(value)\n" }
    return text
  }

  private static func head(_ name: String, _ type: String, _ help: String) -> String {
    "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func seconds(_ milliseconds: Int) -> String {
    let rest = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }
}
