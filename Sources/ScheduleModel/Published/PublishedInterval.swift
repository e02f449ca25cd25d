/// A stretch of days that a report states by its ends and by its length: "từ 15/12/2018 đến 14/3/2019 (3 tháng)".
public struct PublishedInterval: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// The days, half-open; both printed days lie inside.
  public let days: Range<CivilDay>
  /// The number of units that are stated, with its qualifier.
  public let stated: Quantity
  /// Their unit.
  public let unit: StatedFrequency.TimeUnit
  /// The words of the source.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A stretch of days with a stated length.
  public init(
    id: String, title: String, days: Range<CivilDay>, stated: Quantity, unit: StatedFrequency.TimeUnit,
    says: String?, place: SourcePlace
  ) {
    self.id = id
    self.title = title
    self.days = days
    self.stated = stated
    self.unit = unit
    self.says = says
    self.place = place
  }

  /// The stated length for a reader: "hơn 3 tháng", "more than 3 months".
  public func statedText(in language: ReaderLanguage) -> String {
    guard case .number(let count) = stated.amount else { return stated.text(in: language) }
    let word = stated.qualifier.word(in: language)
    return (word.isEmpty ? "" : word + " ") + unit.text(count, in: language)
  }
}

/// A number on the page of a report that is no figure of it: a visitors' counter, a telephone number.
public struct NoiseNumber: Hashable, Sendable {
  /// The words of the page that have it.
  public let says: String
  /// What it is; `nil` when the file does not say.
  public let note: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A number that is no figure.
  public init(says: String, note: String?, place: SourcePlace) {
    self.says = says
    self.note = note
    self.place = place
  }
}
