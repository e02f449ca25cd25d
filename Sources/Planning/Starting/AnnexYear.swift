import ScheduleModel

/// The year that an annex is for, as far as it says it.
enum AnnexYear {
  /// The years that the annex names: in its title, or else in its headings, or else in its column of times.
  ///
  /// The dates of documents are none: “(Kèm theo Kế hoạch số 12/KH-UBND ngày 28/12/2026)”.
  static func named(in table: AnnexTable) -> [Int] {
    let titles = table.above.flatMap { years(in: $0, isTitle: true) }
    if !titles.isEmpty { return unique(titles) }
    let headings = table.headings.flatMap { years(in: $0.text, isTitle: true) }
    if !headings.isEmpty { return unique(headings) }
    return unique(table.rows.flatMap { years(in: table.text(.time, $0), isTitle: false) })
  }

  /// The year that titles name; `nil` where they name none, or several.
  static func only(in titles: [String]) -> Int? {
    let named = Set(titles.flatMap { years(in: $0, isTitle: true) })
    return named.count == 1 ? named.first : nil
  }

  /// The year of the column of figures, where its heading names one.
  static func ofFigures(in table: AnnexTable) -> Int? { only(in: [table.heading(.quantity)]) }

  private static func unique(_ years: [Int]) -> [Int] { Array(Set(years)).sorted() }

  private static func years(in text: String, isTitle: Bool) -> [Int] {
    var words = text.composed.lowercased()
    if isTitle {
      if words.hasPrefix("(") || words.contains("kèm theo") || words.contains("ban hành theo") { return [] }
      // The day on which it was signed.
      words = words.replacing(/(?:ngày )?[\d….]{1,4} tháng [\d….]{1,4} năm (?:\d{4}|[….]+)/, with: " ")
        .replacing(/\d{1,2}[\/.-]\d{1,2}[\/.-]\d{4}/, with: " ")
      let spans = words.matches(of: /((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)/)
      if !spans.isEmpty {
        return spans.flatMap { [Int($0.output.1), Int($0.output.2)] }.compactMap(\.self)
      }
    }
    return words.matches(of: /\b((?:19|20)\d\d)\b/).compactMap { Int($0.output.1) }
  }
}
