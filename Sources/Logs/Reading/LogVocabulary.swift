import ScheduleModel

/// The names that a log may use: the plan's outlets, lines and languages, and the words for what happened.
struct LogVocabulary {
  private let outlets: [String: String]
  private let outletNames: [String]
  private let foldedOutlets: NameIndex
  private let clocks: [String: OutletClock]
  private let lines: [String: String]
  private let lineNames: [String]
  private let foldedLines: NameIndex
  /// The ids of the lines whose works go out in parts, and their names, folded.
  private let inParts: [String: [String]]
  private var languages: [String: LanguageTag]
  private var rowLanguages: RowLanguages?
  private var statuses: [String: AsRunEntry.Status] = [:]
  // What each different text of a column means.
  private var outletTexts = TextPool<String?>()
  private var lineTexts = TextPool<String?>()
  private var languageTexts = TextPool<LanguageTag?>()
  private var statusTexts = TextPool<AsRunEntry.Status?>()
  private var repeatTexts = TextPool<Bool>()
  private var trustTexts = TextPool<AsRunEntry.Trust?>()
  private var headings = TextPool<AsRunEntry.Heading>()
  /// The letters of the heading that is looked up.
  private var headingLetters: [UInt8] = []

  /// The names of one plan.
  init(plan: Plan) {
    var outlets = Dictionary(grouping: plan.outlets, by: { $0.name.composed }).compactMapValues { named in
      named.count == 1 ? named.first?.id : nil
    }
    for outlet in plan.outlets { if let was = outlet.was { outlets[was] = outlet.id } }
    for outlet in plan.outlets { outlets[outlet.id] = outlet.id }
    self.outlets = outlets
    clocks = Dictionary(
      plan.outlets.map { ($0.id, OutletClock(of: $0)) },
      uniquingKeysWith: { first, _ in first })
    foldedOutlets = NameIndex(plan.outlets.flatMap { [($0.id, $0.name), ($0.id, $0.id)] })
    outletNames = plan.outlets.flatMap { [$0.id, $0.name] }
    lineNames = plan.lines.flatMap { [$0.id, $0.title] + $0.aliases }
    foldedLines = NameIndex(
      plan.lines.flatMap { line in ([line.id, line.title] + line.aliases).map { (line.id, $0) } })
    var lines: [String: String] = [:]
    for line in plan.lines { if let was = line.was { lines[was] = line.id } }
    for line in plan.lines { lines[line.id] = line.id }
    self.lines = lines
    inParts = Dictionary(
      plan.lines.filter { $0.parts > 1 }.map { line in
        (line.id, ([line.title] + line.aliases).map { FoldedText($0).text })
      }, uniquingKeysWith: { first, _ in first })
    let tags =
      plan.lines.flatMap { $0.languages.all + ($0.versions?.into ?? []) }
      + plan.outlets.flatMap { $0.grid.flatMap(\.languages) }
    languages = Dictionary(tags.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
    rowLanguages = RowLanguages(plan: plan)
  }

  /// The id of the outlet with that id or name, folded (``NameIndex``); a name that two outlets share is none.
  func outlet(_ text: String) -> String? { outlets[text] ?? foldedOutlets.id(named: text) }

  /// The clock of an outlet, by its id.
  func clock(of outlet: String) -> OutletClock? { clocks[outlet] }

  /// The id or name of an outlet that was probably meant.
  func outlet(near text: String) -> String? { Suggestion.nearest(to: text, among: outletNames) }

  /// The id of the line that has this id, or had it when something was published, or of the only line that the plan
  /// calls so; `nil` for none of the plan's.
  func line(_ text: String) -> String? { lines[text] ?? foldedLines.id(named: text) }

  /// Whether the works of a row's line may go out in parts.
  ///
  /// - Parameters:
  ///   - line: The line's id, where the row names it.
  ///   - title: The row's title, where it does not.
  func goesOutInParts(_ line: String?, titled title: String) -> Bool {
    guard !inParts.isEmpty else { return false }
    if let line { return inParts[line] != nil }
    let folded = FoldedText(title).text
    return folded.isEmpty || inParts.values.joined().contains { folded == $0 || folded.hasPrefix($0 + " ") }
  }

  /// The id of a line that was probably meant.
  func line(near text: String) -> String? { Suggestion.nearest(to: text, among: lineNames) }

  /// The language with that tag, name or other spelling: one of the register's or of the plan's.
  ///
  /// A tag that is merely well formed is not enough, for then every short word would be a language.
  mutating func language(_ text: String) -> LanguageTag? {
    if let known = languages[text] { return known }
    guard text.utf8.count <= 60 else { return nil }
    let tag = BroadcastLanguage.tag(named: text) ?? languages[text.lowercased()]
    languages[text] = tag
    return tag
  }

  /// The language of a row that names that one, or none; `nil` when it must name one.
  mutating func language(_ said: LanguageTag?, of row: RowLanguages.Row) -> LanguageTag? {
    if let said { return rowLanguages?.counted(said, row) }
    return rowLanguages?.unsaid(row)
  }

  /// What a row says happened.
  mutating func status(_ text: String) -> AsRunEntry.Status? {
    if let known = statuses[text] { return known }
    let status = isRepeat(text) ? .aired : Self.statusByName[FoldedText(String(text.prefix(60)))]
    statuses[text] = status
    return status
  }

  // MARK: Fields of a row

  /// The outlet that a field names; `nil` for none of the plan's.
  mutating func outlet(_ field: RecordScanner.Field, in bytes: [UInt8]) -> String? {
    if let known = outletTexts.known(field, in: bytes) { return known }
    let new = outlet(bytes.text(of: field))
    return outletTexts.remember(new, field, in: bytes)
  }

  /// The line that a field names; `nil` for none of the plan's.
  mutating func line(_ field: RecordScanner.Field, in bytes: [UInt8]) -> String? {
    if let known = lineTexts.known(field, in: bytes) { return known }
    let new = line(bytes.text(of: field))
    return lineTexts.remember(new, field, in: bytes)
  }

  /// The language that a field names.
  mutating func language(_ field: RecordScanner.Field, in bytes: [UInt8]) -> LanguageTag? {
    if let known = languageTexts.known(field, in: bytes) { return known }
    let new = language(bytes.text(of: field))
    return languageTexts.remember(new, field, in: bytes)
  }

  /// What a field says happened.
  mutating func status(_ field: RecordScanner.Field, in bytes: [UInt8]) -> AsRunEntry.Status? {
    if let known = statusTexts.known(field, in: bytes) { return known }
    let new = status(bytes.text(of: field))
    return statusTexts.remember(new, field, in: bytes)
  }

  /// Whether a field says that a work aired again.
  mutating func isRepeat(_ field: RecordScanner.Field, in bytes: [UInt8]) -> Bool {
    if let known = repeatTexts.known(field, in: bytes) { return known }
    let new = isRepeat(bytes.text(of: field))
    return repeatTexts.remember(new, field, in: bytes)
  }

  /// How far a row can be relied on, as a field says it.
  mutating func trust(_ field: RecordScanner.Field, in bytes: [UInt8]) -> AsRunEntry.Trust? {
    if let known = trustTexts.known(field, in: bytes) { return known }
    let new = trust(bytes.text(of: field))
    return trustTexts.remember(new, field, in: bytes)
  }

  /// The heading of a row, made once for all rows that have the same.
  ///
  /// - Parameter title: The field with the title, which is not empty.
  mutating func heading(
    _ outlet: String, _ language: LanguageTag, _ title: RecordScanner.Field, in bytes: [UInt8]
  ) -> AsRunEntry.Heading {
    headingLetters.removeAll(keepingCapacity: true)
    headingLetters.append(contentsOf: outlet.utf8)
    headingLetters.append(.comma)
    headingLetters.append(contentsOf: language.tag.utf8)
    headingLetters.append(.comma)
    headingLetters.append(contentsOf: bytes[bytes.trimmed(title)])
    let whole = RecordScanner.Field(
      range: headingLetters.indices, hasDoubledQuotes: title.hasDoubledQuotes)
    if let known = headings.known(whole, in: headingLetters) { return known }
    let new = AsRunEntry.Heading(outlet: outlet, language: language, title: bytes.text(of: title))
    return headings.remember(new, whole, in: headingLetters)
  }

  /// Whether the language of a row can follow from what else it says.
  var findsLanguages: Bool { rowLanguages != nil }

  /// Whether a correction takes back what it replaces.
  func isWithdrawal(_ text: String) -> Bool { Self.withdrawals.contains(FoldedText(String(text.prefix(60)))) }

  /// The word for a withdrawal in data.
  static let withdrawn = "withdrawn"
  private static let withdrawals = Set([withdrawn, "rút lại", "hủy bỏ"].map { FoldedText($0) })

  /// Whether the word for what happened says that a work aired again.
  func isRepeat(_ text: String) -> Bool { Self.repeats.contains(FoldedText(String(text.prefix(60)))) }

  private static let repeats = Set(
    [
      AsRunEntry.repeatStatus, "phát lại", "đã phát lại", "phát sóng lại", "đăng lại", "chiếu lại",
      "tái phát",
      "tái phát sóng", "rerun",
    ].map { FoldedText($0) })

  /// How far a row can be relied on, by the code or the name.
  func trust(_ text: String) -> AsRunEntry.Trust? { Self.trustByName[FoldedText(String(text.prefix(60)))] }

  private static let trustByName = Dictionary(
    uniqueKeysWithValues: AsRunEntry.Trust.allCases.flatMap { trust in
      Set([trust.rawValue, trust.name.vi, trust.name.en].map { FoldedText($0) }).map { ($0, trust) }
    })

  private static let statusByName: [FoldedText: AsRunEntry.Status] = [
    FoldedText("đã phát"): .aired, FoldedText("đã đăng"): .aired, FoldedText("aired"): .aired,
    FoldedText("phát"): .aired, FoldedText("đăng"): .aired, FoldedText("đã phát sóng"): .aired,
    FoldedText("phát mới"): .aired, FoldedText("phát lần đầu"): .aired, FoldedText("phát sóng"): .aired,
    FoldedText("first run"): .aired,
    FoldedText("không phát"): .offAir, FoldedText("không đăng"): .offAir, FoldedText("chưa phát"): .offAir,
    FoldedText("hoãn phát"): .offAir, FoldedText("hủy phát"): .offAir, FoldedText("not aired"): .offAir,
    FoldedText("hủy"): .offAir, FoldedText("đã hủy"): .offAir, FoldedText("bị hủy"): .offAir,
    FoldedText("hoãn"): .offAir, FoldedText("đã hoãn"): .offAir, FoldedText("cancelled"): .offAir,
    FoldedText("không phát sóng"): .offAir, FoldedText("ko phát"): .offAir, FoldedText("k phát"): .offAir,
    FoldedText("đã gửi"): .sent, FoldedText("sent"): .sent,
    FoldedText("nhường sóng"): .preempted, FoldedText("pre-empted"): .preempted,
    FoldedText("preempted"): .preempted,
    FoldedText("không lên sóng"): .offAir, FoldedText("off-air"): .offAir,
    FoldedText("chưa rõ"): .unclear, FoldedText("unclear"): .unclear,
  ]
}
