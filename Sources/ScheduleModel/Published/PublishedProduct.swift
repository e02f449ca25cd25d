/// Hours of a day that a report states by their ends and by their length: "05:00 đến 22:20 (17 giờ 20 phút)".
public struct PublishedHours: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// When they begin.
  public let from: TimeOfDay
  /// When they end; not after the beginning when they pass midnight.
  public let to: TimeOfDay
  /// The length as stated, in minutes.
  public let stated: Quantity
  /// The words of the source; `nil` when they are not copied.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// Hours of a day with a stated length.
  public init(
    id: String, title: String, from: TimeOfDay, to: TimeOfDay, stated: Quantity, says: String?,
    place: SourcePlace
  ) {
    self.id = id
    self.title = title
    self.from = from
    self.to = to
    self.stated = stated
    self.says = says
    self.place = place
  }

  /// The minutes from the beginning to the end; a whole day when both are the same.
  public var minutes: Int {
    let seconds = to.seconds - from.seconds
    return (seconds > 0 ? seconds : seconds + 86_400) / 60
  }
}

/// A product that a report states: 320 trạm × 4 tin = 1.280 tin.
public struct PublishedProduct: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// What is multiplied; two or more.
  public let factors: [Int]
  /// What each factor counts; `nil` for a plain number.
  public let units: [CountingUnit?]
  /// The product as stated.
  public let stated: Quantity
  /// The words of the source; `nil` when they are not copied.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A product and its factors.
  public init(
    id: String, title: String, factors: [Int], stated: Quantity, says: String?, place: SourcePlace,
    units: [CountingUnit?] = []
  ) {
    self.units = units
    self.id = id
    self.title = title
    self.factors = factors
    self.stated = stated
    self.says = says
    self.place = place
  }
}

/// Percentages of one whole, which should add up to 100.
public struct PublishedShares: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// The percentages as printed; two or more.
  public let of: [Percentage]
  /// The words of the source; `nil` when they are not copied.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// Percentages of one whole.
  public init(id: String, title: String, of: [Percentage], says: String?, place: SourcePlace) {
    self.id = id
    self.title = title
    self.of = of
    self.says = says
    self.place = place
  }
}
