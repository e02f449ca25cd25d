import Allocation

/// An `alloc-result/1` file: a schedule, what it is claimed to be worth, and what no schedule can be below.
enum ResultFile {
  /// The text of the file; the same for the same schedule but for threads and seconds.
  ///
  /// - Parameters:
  ///   - solver: Name and version of the program.
  ///   - microseconds: How long the search took.
  static func text(
    of units: [Solution.Unit], levels: [Solution.Level], _ judgement: Judgement, for instance: InstanceFile,
    solver: String, threads: Int,
    microseconds: Int
  ) -> String {
    let isOptimal = !levels.isEmpty && levels.allSatisfy(\.isOptimal)
    let claims = claims(of: judgement)
    let bounds = claims.map { ($0.key, bound(of: $0.objective, below: $0.value, levels)) }
    var text = "{\"format\":\"alloc-result/1\",\"instance\":\(quoted(instance.name)),\"level\":\"slot\""
    text += ",\"solver\":\(quoted(solver)),\"threads\":\(threads)"
    text += ",\"seconds\":\(seconds(microseconds)),\"status\":\"\(isOptimal ? "optimal" : "feasible")\",\n"
    text += "\"claim\":\(object(claims.map { ($0.key, $0.value) })),\n\"bound\":\(object(bounds)),\n"
    text += "\"placements\":["
    for (index, unit) in (instance.aired + units).enumerated() {
      text += "\(index == 0 ? "" : ",")[\(unit.series),\(unit.slot)]"
    }
    return text + "]}\n"
  }

  /// What no schedule can be below, by the gap that the engine has proven; 0 where it has proven none.
  ///
  /// The engine sums the largest deviations of parts that may be smaller than components, and counts no moves
  /// of units whose slot is no longer open. Its gap holds for the claim too: if all parts together can gain no
  /// more than the gap, the worst one cannot either.
  static func bound(of objective: Objective, below claim: Int128, _ levels: [Solution.Level]) -> Int128 {
    guard let level = levels.first(where: { $0.objective == objective }) else { return 0 }
    return max(0, claim - max(0, level.value - level.bound))
  }

  private static func claims(of judgement: Judgement) -> [(key: String, objective: Objective, value: Int128)]
  {
    [
      ("L1", .shortage, Int128(judgement.shortage)), ("L3a", .deviation, Int128(judgement.deviation)),
      ("L3a_sum", .deviation, Int128(judgement.deviationSum)), ("L3b", .squares, judgement.squares),
      ("L4", .preference, Int128(judgement.preference)), ("L5", .moves, Int128(judgement.moves)),
    ]
  }

  private static func object(_ members: [(String, Int128)]) -> String {
    "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
  }

  private static func seconds(_ microseconds: Int) -> String {
    let rest = String(microseconds % 1_000_000)
    return "\(microseconds / 1_000_000)." + String(repeating: "0", count: 6 - rest.count) + rest
  }

  /// A JSON string (RFC 8259 §7).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
