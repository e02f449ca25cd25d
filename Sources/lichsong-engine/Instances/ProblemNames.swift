import Allocation
import ScheduleModel

/// What a person calls the parts of a problem, and where each stands in the file that tells of it.
struct ProblemNames: Sendable {
  /// A name, and where what it names stands; `nil` for nowhere.
  struct Name: Hashable, Sendable {
    /// As it stands in a sentence: `series 3 “T3”`.
    let words: Words
    /// Where it stands.
    let place: SourcePlace?

    /// A name.
    init(_ words: Words, at place: SourcePlace? = nil) {
      self.words = words
      self.place = place
    }
  }

  /// The name of a series, by its index.
  let series: @Sendable (Int) -> Name
  /// The name of an outlet.
  let outlet: @Sendable (Int) -> Name
  /// The name of a slot, its day with it.
  let slot: @Sendable (Int) -> Name
  /// The name of a translator.
  let translator: @Sendable (Int) -> Name
  /// Where the whole stands.
  let whole: SourcePlace?

  /// Names, each made when it is needed.
  init(
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
