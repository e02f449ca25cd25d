/// What a counting rule gives: a figure for each window, and every row, counted or not.
public struct RuleTally: Hashable, Sendable {
  /// The rule.
  public let rule: CountingRule
  /// Its windows that have begun by the end of the report's period, in time order.
  public let windows: [Window]
  /// The rows that count, in time order.
  public let counted: [CountedRow]
  /// The other rows of the same lines, in time order, each with the one reason.
  public let uncounted: [UncountedRow]

  /// What a rule gives.
  public init(rule: CountingRule, windows: [Window], counted: [CountedRow], uncounted: [UncountedRow]) {
    self.rule = rule
    self.windows = windows
    self.counted = counted
    self.uncounted = uncounted
  }

  /// The sum of what the rows count, each once, though rolling windows have it more than once.
  public var amount: Int { counted.reduce(0) { $0 + $1.amount } }

  /// Whether the figure of some days is only the least there was: rows that would count do not state their length.
  public func isLeast(in days: Range<CivilDay>) -> Bool {
    uncounted.contains { $0.reason == .length && days.contains($0.entry.broadcastDay) }
  }

  /// The same of the whole figure.
  public var isLeast: Bool { uncounted.contains { $0.reason == .length } }

  /// Whether no window that is over is short, and none is above its ceiling.
  public var isKept: Bool { windows.allSatisfy { !$0.isShort && !$0.isExceeded } }

  /// One window of a rule.
  public struct Window: Hashable, Sendable {
    /// Its days, half-open.
    public let days: Range<CivilDay>
    /// What counted in it.
    public let amount: Int
    /// What the window before had above its floor, where the rule carries that over.
    public let carried: Int
    /// Whether it has ended and the logs tell of all of it.
    public let isOver: Bool
    /// The least by which it is judged; `nil` for none. Of a window that is not owed as a whole the share of its days,
    /// rounded down.
    public let floor: Int?
    /// The most by which it is judged, the share rounded up; `nil` for none.
    public let ceiling: Int?
    /// How many of its days lie where plan, line, outlet and units exist; `nil` for all of them, and for a whole year,
    /// whose figure is never shared out.
    public let daysInside: Int?

    /// One window of a rule.
    public init(
      days: Range<CivilDay>, amount: Int, carried: Int, isOver: Bool, floor: Int?, ceiling: Int?,
      daysInside: Int? = nil
    ) {
      self.days = days
      self.amount = amount
      self.carried = carried
      self.isOver = isOver
      self.floor = floor
      self.ceiling = ceiling
      self.daysInside = daysInside
    }

    /// Whether it has a floor or a ceiling: none where nothing is owed, as after a line has ended.
    public var isJudged: Bool { floor != nil || ceiling != nil }

    /// What it lacks to its floor so far; 0 when it lacks nothing.
    public var lacking: Int { max(0, (floor ?? 0) - amount - carried) }

    /// What lies above its floor; 0 without one.
    public var surplus: Int { floor.map { max(0, amount + carried - $0) } ?? 0 }

    /// Whether it is over and below its floor.
    public var isShort: Bool { isOver && lacking > 0 }

    /// Whether more counted than its ceiling allows.
    public var isExceeded: Bool { ceiling.map { amount > $0 } ?? false }
  }
}

/// A row that counts.
public struct CountedRow: Hashable, Sendable {
  /// The row.
  public let entry: AsRunEntry
  /// How much it counts, in what the rule measures.
  public let amount: Int

  /// A row that counts so much.
  public init(entry: AsRunEntry, amount: Int) {
    self.entry = entry
    self.amount = amount
  }
}

/// A row that does not count.
public struct UncountedRow: Hashable, Sendable {
  /// The row.
  public let entry: AsRunEntry
  /// Why.
  public let reason: Reason

  /// A row that does not count.
  public init(entry: AsRunEntry, reason: Reason) {
    self.entry = entry
    self.reason = reason
  }

  /// Why a row does not count.
  public enum Reason: Hashable, Sendable {
    /// It was sent to another broadcaster; whether it aired there is not known.
    case sent
    /// Something with precedence took its place.
    case preempted
    /// It was played, but not on the air.
    case offAir
    /// The rule leaves it out, for the reason that it states.
    case excluded(String)
    /// The rule takes other languages.
    case language
    /// The rule takes other outlets.
    case outlet
    /// Its evidence is weaker than the rule asks, or there is none.
    case evidence
    /// It shows a work again that another row shows: a repeat.
    case `repeat`
    /// It says that it is a repeat, and no row shows what it repeats.
    case repeatUnfounded
    /// What it says can be read in two ways, and somebody has to ask the station.
    case unclear
    /// It shows a work again that another row shows, on another outlet, in another language or twice.
    case duplicate
    /// It tells of the same broadcast as another row, which stands for both.
    case joined
    /// It shows a part of a work that another part's row counts.
    case partCounted
    /// It shows a part of a work, and not all parts of it aired.
    case workIncomplete
    /// Its line's works go out in parts, and it does not say which part it shows.
    case partUnnamed
    /// It names a part that works of its line do not have.
    case partUnknown
    /// It lies outside the days that are counted.
    case period
    /// It lies outside the hours that count, or has no time.
    case hours
    /// Minutes are counted, or its line has a least length, and it states none.
    case length
    /// It is shorter than its line's least length, in minutes.
    case short(least: Int)
    /// Points are counted, and its line makes none.
    case weight

    /// The key in data.
    public var key: String {
      switch self {
      case .sent: "sent"
      case .preempted: "pre-empted"
      case .offAir: "off-air"
      case .excluded: "excluded"
      case .language: "language"
      case .outlet: "outlet"
      case .evidence: "evidence"
      case .repeat: "repeat"
      case .repeatUnfounded: "repeat-unfounded"
      case .unclear: "unclear"
      case .duplicate: "duplicate"
      case .joined: "joined"
      case .partCounted: "part"
      case .workIncomplete: "work-incomplete"
      case .partUnnamed: "part-unnamed"
      case .partUnknown: "part-unknown"
      case .period: "period"
      case .hours: "hours"
      case .length: "length"
      case .short: "short"
      case .weight: "weight"
      }
    }

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .sent: Words(vi: "đã gửi nơi khác, chưa rõ có phát", en: "sent elsewhere, airing unknown")
      case .preempted: Words(vi: "nhường sóng", en: "pre-empted")
      case .offAir: Words(vi: "không lên sóng", en: "not on the air")
      case .excluded(let why): Words(vi: "loại trừ: \(why)", en: "excluded: \(why)")
      case .language: Words(vi: "ngôn ngữ khác", en: "other language")
      case .outlet: Words(vi: "kênh khác", en: "other outlet")
      case .evidence: Words(vi: "minh chứng không đủ tin cậy", en: "evidence too weak")
      case .repeat: Words(vi: "phát lại", en: "repeat")
      case .repeatUnfounded:
        Words(
          vi: "ghi là phát lại, không rõ của tác phẩm nào", en: "called a repeat, of no work that is known")
      case .unclear: Words(vi: "chưa rõ, cần hỏi đài", en: "unclear, the station has to be asked")
      case .duplicate: Words(vi: "tác phẩm đã đếm ở dòng khác", en: "work counted by another row")
      case .joined: Words(vi: "cùng một lần phát với dòng khác", en: "one broadcast with another row")
      case .partCounted: Words(vi: "một phần của tác phẩm đã đếm", en: "part of a work that is counted")
      case .workIncomplete: Words(vi: "tác phẩm chưa phát đủ các phần", en: "not all parts of the work aired")
      case .partUnnamed: Words(vi: "không ghi là phần nào", en: "does not say which part")
      case .partUnknown:
        Words(vi: "ghi một phần mà tác phẩm không có", en: "names a part that its work does not have")
      case .period: Words(vi: "ngoài kỳ đếm", en: "outside the days counted")
      case .hours:
        Words(vi: "ngoài khung giờ, hoặc không ghi giờ", en: "outside the hours, or without a time")
      case .length: Words(vi: "không ghi thời lượng", en: "no length stated")
      case .short(let least):
        Words(vi: "ngắn hơn \(least) phút", en: "shorter than \(least) \(least == 1 ? "minute" : "minutes")")
      case .weight: Words(vi: "chỉ tiêu không tính điểm", en: "a line that makes no points")
      }
    }
  }
}
