import ScheduleModel

extension [Finding] {
  /// One finding for rows with the same mistake, in place of the first of them, with the numbers of the rows.
  ///
  /// - Parameter start: Where the findings about the rows of one table begin.
  mutating func gatherRows(from start: Int) {
    guard count - start >= Self.fewestGathered else { return }
    var groups: [Mistake: [Int]] = [:]
    for index in start..<count where self[index].place != nil {
      groups[Mistake(self[index]), default: []].append(index)
    }
    groups = groups.filter { $0.value.count >= Self.fewestGathered }
    guard !groups.isEmpty else { return }
    let gathered = groups.values.reduce(into: Set<Int>()) { $0.formUnion($1.dropFirst()) }
    for indices in groups.values {
      let lines = indices.compactMap { self[$0].place?.line }
      self[indices[0]] = self[indices[0]].inRows(lines)
    }
    self =
      Array(self[..<start])
      + self[start...].indices.filter { !gathered.contains($0) }.map { self[$0] }
  }

  /// Fewer are told one by one.
  private static var fewestGathered: Int { 3 }
}

/// What makes two findings the same mistake.
private struct Mistake: Hashable {
  let code: FindingCode
  let severity: Finding.Severity
  let file: String
  /// `nil` where the message names what is another one in every row: the row that is repeated, the day.
  let message: Words?

  init(_ finding: Finding) {
    (code, severity, file) = (finding.code, finding.severity, finding.place?.file ?? "")
    message = [.logRowRepeated, .logOtherYear].contains(finding.code) ? nil : finding.message
  }
}

extension Finding {
  /// The same of several rows.
  fileprivate func inRows(_ lines: [Int]) -> Finding {
    let (vi, en) = (grouped(lines.count, in: .vietnamese), grouped(lines.count, in: .english))
    let list = LineRanges(lines).text
    return Finding(
      code, severity, at: place, width: width, excerpt: excerpt,
      Words(
        vi: message.vi + " Số dòng có cùng lỗi: \(vi) (\(list)).",
        en: message.en + " Rows with the same mistake: \(en) (\(list))."),
      remedy: remedy)
  }
}

/// The numbers of some rows for a reader, `3, 5–12`.
struct LineRanges {
  /// The numbers; an ellipsis stands for what is more than ten stretches.
  let text: String

  /// The ranges of numbers in ascending order.
  init(_ lines: [Int]) {
    var ranges: [ClosedRange<Int>] = []
    for line in lines {
      if let last = ranges.last, line == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...line
      } else if ranges.last.map({ !$0.contains(line) }) ?? true {
        ranges.append(line...line)
      }
    }
    let shown = ranges.prefix(10).map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
    }
    text = shown.joined(separator: ", ") + (ranges.count > 10 ? ", …" : "")
  }
}
