public import ScheduleModel

/// What a person calls the parts of a problem, and where each stands in the file that tells of it.
public struct ProblemNames: Sendable {
  /// A name, and where what it names stands; `nil` for nowhere.
  public struct Name: Hashable, Sendable {
    /// As it stands in a sentence: `series 3 “T3”`.
    public let words: Words
    /// Where it stands.
    public let place: SourcePlace?

    /// A name.
    public init(_ words: Words, at place: SourcePlace? = nil) {
      self.words = words
      self.place = place
    }
  }

  /// The name of a series, by its index.
  public let series: @Sendable (Int) -> Name
  /// The name of an outlet.
  public let outlet: @Sendable (Int) -> Name
  /// The name of a slot, its day with it.
  public let slot: @Sendable (Int) -> Name
  /// The name of a translator.
  public let translator: @Sendable (Int) -> Name
  /// Where the whole stands.
  public let whole: SourcePlace?

  /// Names, each made when it is needed.
  public init(
    series: @escaping @Sendable (Int) -> Name, outlet: @escaping @Sendable (Int) -> Name,
    slot: @escaping @Sendable (Int) -> Name, translator: @escaping @Sendable (Int) -> Name,
    whole: SourcePlace? = nil
  ) {
    self.series = series
    self.outlet = outlet
    self.slot = slot
    self.translator = translator
    self.whole = whole
  }
}
