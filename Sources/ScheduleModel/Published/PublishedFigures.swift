/// The figures of a published report, as its text states them, right or wrong.
public struct PublishedFigures: Hashable, Sendable {
  /// Where and when it was published.
  public let source: String
  /// The id of the plan it reports on; `nil` when the file does not say.
  public let plan: String?
  /// The period for which its figures stand, where they name none of their own; `nil` for the year.
  public let period: StatedPeriod?
  /// The year on which it reports; `nil` when the file does not say, which means the plan's.
  public let year: Int?
  /// The counts it states.
  public let figures: [PublishedFigure]
  /// The sums it states or implies.
  public let sums: [PublishedSum]
  /// The percentages it states.
  public let ratios: [PublishedRatio]
  /// The stretches of days it states with their length.
  public let intervals: [PublishedInterval]
  /// The hours of a day that it states with their length.
  public let hours: [PublishedHours]
  /// The products that it states.
  public let products: [PublishedProduct]
  /// The percentages that should add up to 100.
  public let shares: [PublishedShares]
  /// The numbers of its page that are no figures.
  public let noise: [NoiseNumber]
  /// Whether the program proposed them and nobody has confirmed them yet: nothing is concluded from them then.
  public var isProposed = false
  /// Counts of which the value was not understood, so that they are in no sum.
  public var unread: [UnreadFigure] = []

  /// The figures of a report.
  public init(
    source: String, plan: String?, figures: [PublishedFigure], sums: [PublishedSum], ratios: [PublishedRatio],
    intervals: [PublishedInterval] = [], noise: [NoiseNumber] = [], period: StatedPeriod? = nil,
    year: Int? = nil,
    hours: [PublishedHours] = [], products: [PublishedProduct] = [], shares: [PublishedShares] = []
  ) {
    self.source = source
    self.plan = plan
    self.period = period
    self.year = year
    self.hours = hours
    self.products = products
    self.shares = shares
    self.figures = figures
    self.sums = sums
    self.ratios = ratios
    self.intervals = intervals
    self.noise = noise
  }

  /// The title by which a figure is told, whether its value was understood or not.
  public func title(ofFigure id: String) -> String {
    figure(id)?.title ?? unread.first { $0.id == id }?.title ?? id
  }

  /// The figure with that id.
  public func figure(_ id: String) -> PublishedFigure? { figures.first { $0.id == id } }

  /// The same with only the figures that stand in the report of a period.
  ///
  /// - Parameter year: The plan's year, which is meant where neither the figure nor the file names a period.
  public func standing(in period: ReportingPeriod, planYear year: Int) -> PublishedFigures {
    let whole = ReportingPeriod(.year, of: year, profile: period.profile)?.description
    let usual = StatedPeriod.named(self.year.map(String.init) ?? whole ?? "\(year)")
    var standing = PublishedFigures(
      source: source, plan: plan,
      figures: figures.filter { ($0.period ?? self.period ?? usual).isMeant(by: period) }, sums: sums,
      ratios: ratios,
      intervals: intervals, noise: noise, period: self.period, year: self.year, hours: hours,
      products: products,
      shares: shares)
    standing.isProposed = isProposed
    standing.unread = unread
    return standing
  }
}

/// The period of a published figure; it stands in the report of that period and of no other.
public enum StatedPeriod: Hashable, Sendable {
  /// As reports name it: `2026`, `2026-H1`, `2026-Q3`, `2026-04`, or a stretch of the plan's profile.
  case named(String)
  /// From the first to the last day, half-open.
  case days(Range<CivilDay>)

  /// Whether a reporting period is this one; by name under the limits that its profile draws.
  func isMeant(by period: ReportingPeriod) -> Bool {
    switch self {
    case .named(let name): ReportingPeriod(name, profile: period.profile) == period
    case .days(let days): days == period.days
    }
  }

  /// The days, as the calendar has them; `nil` for a stretch that only a profile knows.
  public var days: Range<CivilDay>? {
    switch self {
    case .named(let name): ReportingPeriod(name, profile: .calendarYear)?.days
    case .days(let days): days
    }
  }

  /// The name for a reader: `2026-H1`, `01/01/2026–30/06/2026`.
  public var text: String {
    switch self {
    case .named(let name): name
    case .days(let days): "\(days.lowerBound.forPeople)–\(days.upperBound.advanced(by: -1).forPeople)"
    }
  }
}

/// A count that a report states in words that are not understood.
public struct UnreadFigure: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// The value as the file has it.
  public let text: String
  /// The words of the source.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A value that is not understood.
  public init(id: String, title: String, text: String, says: String?, place: SourcePlace) {
    self.id = id
    self.title = title
    self.text = text
    self.says = says
    self.place = place
  }
}

/// A count that a report states.
public struct PublishedFigure: Hashable, Sendable {
  /// The id by which sums refer to it.
  public let id: String
  /// What it is about.
  public let title: String
  /// The line of the plan that it reports on; `nil` when it is none.
  public let line: String?
  /// The level whose output it is.
  public let level: AdminLevel?
  /// The figure; `nil` when the report says that there are no data, which is not 0.
  public let quantity: Quantity?
  /// Ids of figures that may lie inside this one, so that they must not be added to it.
  public let mayInclude: [String]
  /// How often the report says that it appears; `nil` when it does not.
  public let frequency: StatedFrequency?
  /// The days over which it is counted, half-open; `nil` when not stated.
  public let days: Range<CivilDay>?
  /// The period for which it stands, where it names one of its own; `nil` for the file's.
  public let period: StatedPeriod?
  /// The words of the source.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A count that a report states.
  public init(
    id: String, title: String, line: String?, level: AdminLevel?, quantity: Quantity?, mayInclude: [String],
    frequency: StatedFrequency? = nil, days: Range<CivilDay>? = nil, says: String?, place: SourcePlace,
    period: StatedPeriod? = nil
  ) {
    self.id = id
    self.title = title
    self.line = line
    self.level = level
    self.quantity = quantity
    self.mayInclude = mayInclude
    self.frequency = frequency
    self.days = days
    self.says = says
    self.place = place
    self.period = period
  }
}

/// A sum of figures.
public struct PublishedSum: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// The ids of the figures it adds.
  public let of: [String]
  /// The sum as stated; `nil` when the report states none and it is only worked out.
  public let stated: Quantity?
  /// The words of the source.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A sum of figures.
  public init(id: String, title: String, of: [String], stated: Quantity?, says: String?, place: SourcePlace) {
    self.id = id
    self.title = title
    self.of = of
    self.stated = stated
    self.says = says
    self.place = place
  }
}

/// A percentage that a report states.
public struct PublishedRatio: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What it is about.
  public let title: String
  /// The part; `nil` when the report gives only the percentage.
  public let part: Int?
  /// The whole; `nil` when the report gives only the percentage.
  public let whole: Int?
  /// Its numbers that its own words should have: not those of figures that have words of their own.
  public let copied: [Int]
  /// Whether the file names a part or a whole, exact or not.
  public let namesParts: Bool
  /// What the part counts; `nil` for a plain number.
  public let partUnit: CountingUnit?
  /// What the whole counts; `nil` for a plain number.
  public let wholeUnit: CountingUnit?
  /// The percentage as printed.
  public let stated: Percentage
  /// The words of the source.
  public let says: String?
  /// Where the file has it.
  public let place: SourcePlace

  /// A percentage that a report states.
  public init(
    id: String, title: String, part: Int?, whole: Int?, stated: Percentage, says: String?, place: SourcePlace,
    partUnit: CountingUnit? = nil, wholeUnit: CountingUnit? = nil, copied: [Int]? = nil,
    namesParts: Bool? = nil
  ) {
    self.copied = copied ?? [part, whole].compactMap(\.self)
    self.namesParts = namesParts ?? (part != nil || whole != nil)
    self.partUnit = partUnit
    self.wholeUnit = wholeUnit
    self.id = id
    self.title = title
    self.part = part
    self.whole = whole
    self.stated = stated
    self.says = says
    self.place = place
  }
}

extension PublishedRatio {
  /// Whether part and whole count things of which none is a share of the other: news and hours.
  public var isOfUnlikeUnits: Bool {
    guard let partUnit, let wholeUnit else { return false }
    return partUnit.isOfOtherSort(than: wholeUnit)
  }
}

extension PublishedFigure {
  /// Whether the count cannot be held against the frequency: “24 tin” and “2 bài/tháng”.
  public var isOfUnlikeUnits: Bool {
    guard let frequency, let unit = quantity?.unit else { return false }
    return unit.cannotBe(frequency.times.unit)
  }
}

extension PublishedProduct {
  /// Whether the product cannot be what it is stated as: of a time only a time is made, and once.
  public var isOfUnlikeUnits: Bool {
    let times = units.count { $0?.time != nil }
    if times > 1 || times == 1 && stated.unit.time == nil { return true }
    let known = units.compactMap(\.self)
    return known.count == factors.count && known.allSatisfy { $0.isOfOtherSort(than: stated.unit) }
  }
}

/// A percentage with the decimals it is printed with, in whole numbers: no binary fraction comes near it.
public struct Percentage: Hashable, Sendable {
  /// The digits without the comma: 8198 for 81,98%.
  public let units: Int
  /// How many of the digits are decimals, 0 to 4.
  public let decimals: Int

  /// A percentage, by its units of the last decimal.
  public init(units: Int, decimals: Int) {
    precondition((0...4).contains(decimals), "0 to 4 decimals")
    self.units = units
    self.decimals = decimals
  }

  /// Reads `81,98%`, `81.98 %`, `100%`; the sign may be left out. `nil` for anything else.
  public init?(_ text: String) {
    var digits = text.trimmingSpaces
    if digits.last == "%" { digits = digits.dropLast().trimmingSpaces }
    let pieces = digits.split(whereSeparator: { $0 == "," || $0 == "." })
    guard (1...2).contains(pieces.count), digits.filter({ !$0.isNumber }).count == pieces.count - 1,
      digits.allSatisfy({ $0.isASCII }), pieces[0].count <= 7
    else { return nil }
    let decimals = pieces.count == 2 ? pieces[1].count : 0
    guard decimals <= 4, let units = Int(pieces.joined()) else { return nil }
    self.units = units
    self.decimals = decimals
  }

  /// The percentage that `part` is of `whole`, cut off after its decimals; `whole` must be above 0.
  public init(cutting part: Int, of whole: Int, decimals: Int) {
    precondition(whole > 0 && part >= 0, "a share of something")
    precondition((0...4).contains(decimals), "0 to 4 decimals")
    var scale = 100
    for _ in 0..<decimals { scale *= 10 }
    self.init(units: part * scale / whole, decimals: decimals)
  }

  /// The percentage that `part` is of `whole`, rounded half up; `whole` must be above 0.
  ///
  /// Exact for every part and whole below 10^12, the longest number that is read.
  public init(part: Int, whole: Int, decimals: Int) {
    precondition(whole > 0 && part >= 0, "a share of something")
    precondition((0...4).contains(decimals), "0 to 4 decimals")
    var scale = 100
    for _ in 0..<decimals { scale *= 10 }
    self.init(units: (2 * part * scale + whole) / (2 * whole), decimals: decimals)
  }

  /// What part of a planned figure is reached, with two decimals; `nil` when nothing exact is planned, for no figure
  /// may be invented then.
  public init?(_ reached: Int, of planned: Quantity?) {
    guard planned?.unit.time == nil else { return nil }
    self.init(amount: reached, of: planned)
  }

  /// The same for what is counted in the planned figure's own unit: minutes, where that is a time.
  public init?(amount reached: Int, of planned: Quantity?) {
    guard let planned, case .number = planned.amount, planned.rate == nil,
      planned.qualifier == .exact || planned.qualifier == .atLeast, planned.value > 0
    else {
      return nil
    }
    self.init(part: reached, whole: planned.value, decimals: 2)
  }

  /// `81,98%` for a Vietnamese reader, `81.98%` for an English one.
  public func text(in language: ReaderLanguage) -> String {
    guard decimals > 0 else { return "\(units)%" }
    let digits = padded(units, to: decimals + 1)
    return "\(digits.dropLast(decimals))\(language == .vietnamese ? "," : ".")\(digits.suffix(decimals))%"
  }
}
