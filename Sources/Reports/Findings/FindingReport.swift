public import ScheduleModel

/// Findings for people and for scripts.
public enum FindingReport {
  /// Each finding with its place, its line and what to do about it, then how many there are.
  ///
  ///     plan.yaml:12:5: error[UNKNOWN_KEY]: there is no key "qouta"
  ///       12 |     qouta: 23 kỳ
  ///          |     ^^^^^
  ///       remedy: quota: 23 kỳ
  ///
  /// In the order given. Characters that cannot be seen are written as `\u{1B}`; tabs stay, so that the
  /// marks are below what they mean.
  /// - Parameter colour: Whether to set ANSI colours (ECMA-48 SGR), for a terminal that shows them.
  public static func text(_ findings: [Finding], language: ReaderLanguage, colour: Bool) -> String {
    let ink = Ink(isOn: colour)
    let blocks = findings.map { block($0, language, ink) + "\n" }
    return blocks.joined() + summary(findings, language) + "\n"
  }

  /// One line on how many there are: "3 errors, 2 warnings, 1 note".
  public static func summary(_ findings: [Finding], _ language: ReaderLanguage) -> String {
    let parts = Finding.Severity.allCases.reversed().compactMap { severity in
      let count = findings.count { $0.severity == severity }
      return count == 0 ? nil : FindingWords.count(count, severity)[language]
    }
    return parts.isEmpty ? FindingWords.none[language] : parts.joined(separator: ", ")
  }

  /// The first line of a finding, without colours.
  static func headline(_ finding: Finding, _ language: ReaderLanguage) -> String {
    headline(finding, language, Ink(isOn: false))
  }

  private static func headline(_ finding: Finding, _ language: ReaderLanguage, _ ink: Ink) -> String {
    let place = finding.place.map { ink.bold("\($0)".visible()) + ": " } ?? ""
    let severity = FindingWords.name(of: finding.severity)[language]
    let mark = ink.severity("\(severity)[\(finding.code.rawValue)]", finding.severity)
    return "\(place)\(mark): \(finding.message[language].visible())"
  }

  private static func block(_ finding: Finding, _ language: ReaderLanguage, _ ink: Ink) -> String {
    var lines = [headline(finding, language, ink)]
    if let place = finding.place, let line = finding.excerpt {
      let excerpt = Excerpt(line, column: place.column, width: finding.width)
      let number = String(place.line)
      let gutter = String(repeating: " ", count: number.count)
      lines.append("  \(number) |" + (excerpt.line.isEmpty ? "" : " \(excerpt.line)"))
      lines.append("  \(gutter) | \(excerpt.blanks)\(ink.severity(excerpt.marks, finding.severity))")
    }
    if let remedy = finding.remedy?[language] {
      let name = FindingWords.remedy[language]
      let steps = remedy.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      if steps.count == 1 {
        lines.append("  \(name): \(remedy.visible())")
      } else {
        lines.append("  \(name):")
        lines += steps.map { $0.isEmpty ? "" : "    " + $0.visible() }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

/// ANSI colours, when they are wanted.
private struct Ink {
  let isOn: Bool

  func bold(_ text: String) -> String { paint(text, "1") }

  func severity(_ text: String, _ severity: Finding.Severity) -> String {
    switch severity {
    case .error: paint(text, "1;31")
    case .warning: paint(text, "1;33")
    case .info: paint(text, "1;36")
    }
  }

  private func paint(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
