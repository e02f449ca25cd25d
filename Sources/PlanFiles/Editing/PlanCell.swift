public import ScheduleModel

/// The texts of cells, and the values of a plan that they stand for.
public enum PlanCell {
  /// A list as a cell shows it.
  static func joined(_ items: [String]) -> String {
    items.joined(separator: items.contains { $0.contains(",") } ? "; " : ", ")
  }

  /// The items of a cell.
  static func items(_ text: String) -> [String] {
    let separator: Character = text.contains(";") ? ";" : ","
    return text.split(separator: separator).map { String($0).onOneLine }.filter { !$0.isEmpty }
  }

  /// The text of a cell by which the plan is written: a word for kinds and levels, an ISO day, ids for names.
  ///
  /// What is not understood stays as it is, for the reader of plans to refuse.
  /// - Parameter named: The id of what a name of a part means; `nil` when it means none, or several.
  public static func value(
    _ text: String, of content: PlanTable.Content, named: (PlanTable.Part, String) -> String?
  ) -> String {
    switch content {
    case .kind: return Outlet.Kind(named: text)?.rawValue ?? text
    case .level: return AdminLevel(named: text)?.rawValue ?? text
    case .day: return day(text)
    case .days: return joined(items(text).map(day))
    case .pins: return joined(items(text).map(pin))
    case .ranges: return joined(items(text).map(range))
    case .words(let all):
      let word = FoldedText(text)
      return all.first { [$0.name.vi, $0.name.en].contains { FoldedText($0) == word } }?.written ?? text
    case .weekdays: return joined(items(text).map { Weekday(named: $0)?.code ?? $0 })
    case .every, .blackout:
      let word = text.lowercased().composed
      return PlanTable.Content.vietnamese.first { $0.value == word }?.key ?? text
    case .one where text.lowercased().composed == "không": return "none"
    case .one(let part): return named(part, text) ?? text
    case .several(let part): return joined(items(text).map { named(part, $0) ?? $0 })
    case .time:
      // A cell that is formatted as a time has seconds.
      return text.wholeMatch(of: /(\d{1,2}:\d\d):00/).map { String($0.output.1) } ?? text
    case .length: return length(text)
    case .identity, .shown, .text, .number, .list, .languages, .month: return text
    }
  }

  /// A length as a spreadsheet has it that takes `0:15` for a time of the day. “1:30” may be an hour and a half or ninety
  /// seconds, and stays as it is, to be refused.
  private static func length(_ text: String) -> String {
    text.wholeMatch(of: /0?0:([0-5]\d)(?::00)?/).flatMap { Int($0.output.1) }.map { "\($0)m" } ?? text
  }

  /// The first and the last day of a range; a day alone is one of a single day.
  static func ends(of range: String) -> (from: String, to: String)? {
    for mark in ["..", "–", " - ", " đến "] {
      let parts = range.split(separator: mark).map { String($0).onOneLine }
      if parts.count == 2 { return (day(parts[0]), day(parts[1])) }
    }
    return CivilDay(written: range[...]).map { ("\($0)", "\($0)") }
  }

  private static func range(_ text: String) -> String {
    ends(of: text).map { "\($0.from)..\($0.to)" } ?? text
  }

  /// A day, with a grid line behind it or not.
  private static func pin(_ text: String) -> String {
    let whole = day(text)
    guard whole == text, let blank = text.lastIndex(of: " ") else { return whole }
    return day(String(text[..<blank])) + text[blank...]
  }

  private static func day(_ text: String) -> String {
    // A cell that is formatted as day and time.
    let day = text.hasSuffix(" 00:00:00") ? text.dropLast(9) : text[...]
    return CivilDay(written: day)?.description ?? text
  }

  /// Whether a cell says the same as another one.
  public static func same(_ one: String, _ other: String) -> Bool {
    one.composed.onOneLine == other.composed.onOneLine
  }
}
