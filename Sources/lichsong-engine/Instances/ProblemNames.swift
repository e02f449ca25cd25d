import Allocation
import ScheduleModel

/// What a person calls the parts of a problem, and the place of each in the file.
struct ProblemNames: Sendable {
  /// A name, and the place of what it names; `nil` for none.
  struct Name: Hashable, Sendable {
    /// As part of a sentence: `series 3 “T3”`.
    let words: Words
    /// Its place.
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
  /// The place of the whole.
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
