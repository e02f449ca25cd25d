import ScheduleModel

/// The names that a log may use: the plan's outlets, lines and languages, and the words for what happened.
struct LogVocabulary {
  private let outlets: [String: String]
  private let outletNames: [String]
  private let clocks: [String: OutletClock]
  private let lines: Set<String>
  private let lineNames: [String]
  private var languages: [String: LanguageTag]
  private var statuses: [String: AsRunEntry.Status] = [:]

  /// The names of one plan.
  init(plan: Plan) {
    var outlets = Dictionary(grouping: plan.outlets, by: { $0.name.composed }).compactMapValues { named in
      named.count == 1 ? named.first?.id : nil
    }
    for outlet in plan.outlets { outlets[outlet.id] = outlet.id }
    self.outlets = outlets
    clocks = Dictionary(
      plan.outlets.map { ($0.id, OutletClock(zone: $0.zone, dayStarts: $0.dayStarts.seconds)) },
      uniquingKeysWith: { first, _ in first })
    outletNames = plan.outlets.flatMap { [$0.id, $0.name] }
    lineNames = plan.lines.map(\.id)
    lines = Set(lineNames)
    let tags =
      plan.lines.flatMap { $0.versions?.into ?? [] } + plan.outlets.flatMap { $0.grid.flatMap(\.languages) }
    languages = Dictionary(tags.map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The id of the outlet with that id or exact name; a name that two outlets share is none.
  func outlet(_ text: String) -> String? { outlets[text] }

  /// The clock of an outlet, by its id.
  func clock(of outlet: String) -> OutletClock? { clocks[outlet] }

  /// The id or name of an outlet that was probably meant.
  func outlet(near text: String) -> String? { Suggestion.nearest(to: text, among: outletNames) }

  /// The line's id, if the plan has it.
  func line(_ text: String) -> String? { lines.contains(text) ? text : nil }

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

  /// What a row says happened.
  mutating func status(_ text: String) -> AsRunEntry.Status? {
    if let known = statuses[text] { return known }
    let status = Self.statusByName[FoldedText(String(text.prefix(60)))]
    statuses[text] = status
    return status
  }

  /// Whether a correction takes back what it replaces.
  func isWithdrawal(_ text: String) -> Bool { Self.withdrawals.contains(FoldedText(String(text.prefix(60)))) }

  /// The word for a withdrawal in data.
  static let withdrawn = "withdrawn"
  private static let withdrawals = Set([withdrawn, "rút lại", "hủy bỏ"].map { FoldedText($0) })

  /// How far a row can be relied on, by the code or the name.
  func trust(_ text: String) -> AsRunEntry.Trust? { Self.trustByName[FoldedText(String(text.prefix(60)))] }

  private static let trustByName = Dictionary(
    uniqueKeysWithValues: AsRunEntry.Trust.allCases.flatMap { trust in
      Set([trust.rawValue, trust.name.vi, trust.name.en].map { FoldedText($0) }).map { ($0, trust) }
    })

  private static let statusByName: [FoldedText: AsRunEntry.Status] = [
    FoldedText("đã phát"): .aired, FoldedText("đã đăng"): .aired, FoldedText("aired"): .aired,
    FoldedText("đã gửi"): .sent, FoldedText("sent"): .sent,
    FoldedText("nhường sóng"): .preempted, FoldedText("pre-empted"): .preempted,
    FoldedText("preempted"): .preempted,
    FoldedText("không lên sóng"): .offAir, FoldedText("off-air"): .offAir,
  ]
}
