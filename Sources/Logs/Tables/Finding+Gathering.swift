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
      let rows = indices.map { self[$0] }
      self[indices[0]] = rows[0].inRows(of: rows)
    }
    self =
      Array(self[..<start])
      + self[start...].indices.filter { !gathered.contains($0) }.map { self[$0] }
  }

  /// Fewer are told one by one.
  private static var fewestGathered: Int { 3 }
}

/// What makes two findings the same mistake: the same words but for what they quote from the row, and the same remedy.
private struct Mistake: Hashable {
  let code: FindingCode
  let severity: Finding.Severity
  let file: String
  /// `nil` where the message names what is another one in every row: the row that is repeated, the day.
  let message: Words?
  /// `nil` where the remedy names the row.
  let remedy: Words?

  init(_ finding: Finding) {
    (code, severity, file) = (finding.code, finding.severity, finding.place?.file ?? "")
    message =
      Self.namingEachRow.contains(code)
      ? nil
      : Words(vi: QuotedParts(finding.message.vi).rest, en: QuotedParts(finding.message.en).rest)
    remedy =
      Self.namingEachRow.contains(code) || [.logRowUnclear, .logEditionDoubtful].contains(code)
      ? nil : finding.remedy
  }

  /// Codes whose message and remedy name each row, so that they differ in all of them.
  static let namingEachRow: Set<FindingCode> = [.logRowRepeated, .logOtherYear]
}

/// What a message quotes, “12.30”, and what is left of it without.
private struct QuotedParts {
  private(set) var quoted: [String] = []
  private(set) var rest = ""

  init(_ message: String) {
    // A quotation within a quotation belongs to the outer one.
    var depth = 0
    for character in message {
      if character == "“" {
        depth += 1
        if depth == 1 {
          quoted.append("")
          rest.append("“”")
          continue
        }
      } else if character == "”", depth > 0 {
        depth -= 1
        if depth == 0 { continue }
      }
      if depth == 0 { rest.append(character) } else { quoted[quoted.count - 1].append(character) }
    }
  }
}

extension Finding {
  /// The same of several rows, with what each of them has there where that differs.
  fileprivate func inRows(of all: [Finding]) -> Finding {
    let (vi, en) = (grouped(all.count, in: .vietnamese), grouped(all.count, in: .english))
    let list = LineRanges(all.compactMap { $0.place?.line }).text
    let tellsValues = !Mistake.namingEachRow.contains(code)
    func values(_ language: ReaderLanguage) -> String {
      tellsValues ? Self.values(of: all.map { QuotedParts($0.message[language]).quoted }) : ""
    }
    return Finding(
      code, severity, at: place, width: width, excerpt: excerpt,
      Words(
        vi: message.vi + " Số dòng có cùng lỗi: \(vi) (\(list))\(values(.vietnamese)).",
        en: message.en + " Rows with the same mistake: \(en) (\(list))\(values(.english))."),
      remedy: remedy)
  }

  /// The texts that are not the same in all rows, each once; nothing where all are.
  private static func values(of rows: [[String]]) -> String {
    let count = rows.map(\.count).min() ?? 0
    let differing = (0..<count).filter { index in rows.contains { $0[index] != rows[0][index] } }
    guard !differing.isEmpty else { return "" }
    var shown: [String] = []
    for row in rows {
      let text = differing.map { "“\(row[$0])”" }.joined(separator: " ")
      if !shown.contains(text) { shown.append(text) }
    }
    return ": " + shown.prefix(mostValues).joined(separator: ", ") + (shown.count > mostValues ? ", …" : "")
  }

  private static var mostValues: Int { 20 }
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
