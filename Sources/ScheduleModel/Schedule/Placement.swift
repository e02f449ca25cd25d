/// A work's version put into a slot.
///
/// A value that is one pointer wide: a year has a million of them, and they are copied into outcomes and reports.
public struct Placement: Sendable {
  @usableFromInline let fields: Fields

  @usableFromInline final class Fields: Sendable {
    @usableFromInline let uid: String
    @usableFromInline let slot: String
    @usableFromInline let series: Series
    @usableFromInline let timing: SlotTiming
    @usableFromInline let edition: Int32

    init(uid: String, series: Series, edition: Int, slot: String, timing: SlotTiming) {
      self.uid = uid
      self.series = series
      self.edition = Int32(edition)
      self.slot = slot
      self.timing = timing
    }
  }

  /// The id of this placement, the same through every move: it is the UID of its calendar event.
  @inlinable public var uid: String { fields.uid }
  /// What it has in common with other works of its line.
  @inlinable public var series: Series { fields.series }
  /// The line whose work it is.
  @inlinable public var line: String { fields.series.line }
  /// The number of the work within its line, from 1.
  @inlinable public var edition: Int { Int(fields.edition) }
  /// The language of the version.
  @inlinable public var language: LanguageTag { fields.series.language }
  /// First run, or what else.
  @inlinable public var run: Run { fields.series.run }
  /// The outlet.
  @inlinable public var outlet: String { fields.series.outlet }
  /// The slot's id.
  @inlinable public var slot: String { fields.slot }
  /// When it is.
  @inlinable public var timing: SlotTiming { fields.timing }
  /// Which of several such runs of the work it is, from 1; which part of it, from 2, for a later part.
  @inlinable public var number: Int { fields.series.number }

  /// What the works of a line on an outlet have in common, in one language and as one sort of run.
  ///
  /// A year has few of them: whoever makes many placements makes each series once, and what follows from it is worked
  /// out once (``SharedNumbers``).
  public final class Series: Hashable, Sendable {
    /// The line.
    public let line: String
    /// The language of the version.
    public let language: LanguageTag
    /// The outlet.
    public let outlet: String
    /// First run, or what else.
    public let run: Run
    /// Which of several such runs of each work it is, from 1.
    public let number: Int

    /// The works of a line on an outlet.
    public init(line: String, language: LanguageTag, outlet: String, run: Run, number: Int) {
      self.line = line
      self.language = language
      self.outlet = outlet
      self.run = run
      self.number = number
    }

    /// By what they say.
    public static func == (left: Series, right: Series) -> Bool {
      left === right
        || (left.line == right.line && left.language == right.language && left.run == right.run
          && left.number == right.number && left.outlet == right.outlet)
    }

    /// Hashes what tells most series apart.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(line)
      hasher.combine(outlet)
      hasher.combine(language)
    }
  }

  /// What sort of airing a placement is.
  public enum Run: String, CaseIterable, Sendable {
    /// Phát mới: the work's first appearance in its language; of a work in parts the first part.
    case first
    /// Phần 2, phần 3 …: a later part of a work that goes out in parts; ``Placement/number`` says which.
    case part
    /// Phát lại: again on the same outlet.
    case `repeat`
    /// Tiếp âm, tiếp sóng: carried over from another station at the same time.
    case relay
    /// Also on another outlet of the line.
    case crossPost = "cross-post"

    /// Whether it airs something for the first time: a work, or a part of one.
    public var isNew: Bool { self == .first || self == .part }

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .first: Words(vi: "phát mới", en: "first run")
      case .part: Words(vi: "phần", en: "part")
      case .repeat: Words(vi: "phát lại", en: "repeat")
      case .relay: Words(vi: "tiếp sóng", en: "relay")
      case .crossPost: Words(vi: "đăng, phát thêm kênh", en: "also on")
      }
    }
  }

  /// A placement; its UID follows from the plan, the work, the language and the run, never from the date.
  /// - Parameter number: Which of several such runs of the work it is, from 1.
  public init(
    plan: String, line: String, edition: Int, language: LanguageTag, run: Run, slot: Slot, number: Int = 1
  ) {
    self.init(
      plan: plan, line: line, edition: edition, language: language, run: run, number: number,
      outlet: slot.outlet, slot: slot.id, timing: slot.timing)
  }

  /// The same in a slot that is known by its outlet, its id and its time alone.
  public init(
    plan: String, line: String, edition: Int, language: LanguageTag, run: Run, number: Int, outlet: String,
    slot: String, timing: SlotTiming
  ) {
    let series = Series(line: line, language: language, outlet: outlet, run: run, number: number)
    self.init(plan: plan, series: series, edition: edition, slot: slot, timing: timing)
  }

  /// The same of a series that is known.
  public init(plan: String, series: Series, edition: Int, slot: String, timing: SlotTiming) {
    var uid = "\(plan).\(series.line).\(edition).\(series.language.tag)"
    switch series.run {
    case .first: break
    case .part: uid += ".part.\(series.number)"
    case .repeat, .relay, .crossPost:
      uid += ".\(series.run.rawValue).\(series.outlet)"
      if series.number > 1 { uid += ".\(series.number)" }
    }
    uid += "@lichsong"
    self.init(uid: uid, series: series, edition: edition, slot: slot, timing: timing)
  }

  /// A placement under a UID that it was published with, wherever it lies now.
  public init(
    uid: String, line: String, edition: Int, language: LanguageTag, run: Run, number: Int, outlet: String,
    slot: String, timing: SlotTiming
  ) {
    let series = Series(line: line, language: language, outlet: outlet, run: run, number: number)
    self.init(uid: uid, series: series, edition: edition, slot: slot, timing: timing)
  }

  /// The same of a series that is known.
  public init(uid: String, series: Series, edition: Int, slot: String, timing: SlotTiming) {
    fields = Fields(uid: uid, series: series, edition: edition, slot: slot, timing: timing)
  }

  /// The same placement in another slot.
  public func moved(to slot: Slot) -> Placement {
    let series =
      slot.outlet == outlet
      ? series : Series(line: line, language: language, outlet: slot.outlet, run: run, number: number)
    return Placement(uid: uid, series: series, edition: edition, slot: slot.id, timing: slot.timing)
  }

  /// The same placement, under its UID, in another language.
  public func spoken(in other: LanguageTag) -> Placement {
    other == language
      ? self
      : Placement(
        uid: uid, line: line, edition: edition, language: other, run: run, number: number, outlet: outlet,
        slot: slot, timing: timing)
  }
}

extension Placement: Hashable {
  /// Whether two placements are the same in everything.
  public static func == (left: Placement, right: Placement) -> Bool {
    let (one, other) = (left.fields, right.fields)
    if one === other { return true }
    return one.uid == other.uid && one.timing == other.timing && one.slot == other.slot
      && one.edition == other.edition && one.series == other.series
  }

  /// Hashes the UID and the time.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(uid)
    hasher.combine(timing)
  }
}
