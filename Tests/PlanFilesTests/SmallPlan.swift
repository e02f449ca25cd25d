/// A plan without a finding, of ten lines, into which a test puts what it is about.
enum SmallPlan {
  /// - Parameters:
  ///   - top: Lines of the plan itself, before its outlets (line 4 on).
  ///   - grid: What its only grid line says besides its id (`{ id: ngay, … }`).
  ///   - line: What its only line says besides id, title, form and outlet.
  static func text(
    top: String? = nil, grid: String = "rule: FREQ=DAILY", line: String = "quota: 12", end: String? = nil
  ) -> String {
    let lines = [
      "plan: nho", "title: Kế hoạch nhỏ", "year: 2026", top, "outlets:", "  bao:", "    name: Báo tỉnh",
      "    kind: newspaper", "    grid:", "      - { id: ngay, \(grid) }", "lines:",
      "  - { id: tin, title: Tin trên báo, form: tin, outlet: bao, \(line) }", end,
    ]
    return lines.compactMap(\.self).joined(separator: "\n") + "\n"
  }
}
