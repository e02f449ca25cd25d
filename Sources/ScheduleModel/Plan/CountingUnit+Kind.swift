/// What kinds of things units count, and which of them may be added.
extension CountingUnit {
  /// What a unit counts.
  public enum Kind: String, CaseIterable, Sendable {
    /// What a newsroom makes: tin, bài, phóng sự, chuyên mục, kỳ, số.
    case works
    /// Language versions of works, which are counted apart from them.
    case versions
    /// How often something happened: lượt phát, lượt tuyên truyền, lần.
    case occurrences
    /// Conferences, contests, classes.
    case events
    /// Leaflets, banners, slogans.
    case prints
    /// Hours and minutes.
    case time
    /// People and attendances.
    case people
    /// Entries to a contest.
    case entries
    /// Communes, offices, stations.
    case places
    /// Written commitments, plans and decisions.
    case papers
    /// Money.
    case money
    /// Units of the calendar, of which intervals are made.
    case calendar
    /// A name that the field does not have, in quotation marks or as the plan's own form.
    case other
  }

  /// What the unit counts; `other` too for forms of several kinds in one figure.
  public var kind: Kind {
    if time != nil { return .time }
    let kinds = Set(forms.map { UnitLexicon.kind(of: $0) ?? .other })
    return kinds.count == 1 ? kinds.first ?? .other : .other
  }

  /// Whether figures of the two may be added: works of any form, time of one thing, and else only the same unit.
  public func canBeAdded(to other: CountingUnit) -> Bool {
    switch (kind, other.kind) {
    case (.works, .works): true
    case (.time, .time): timed == other.timed
    default: Set(forms) == Set(other.forms)
    }
  }

  /// Whether figures of the two cannot be shares of each other: news and hours, conferences and people. Units whose kind is
  /// open, and places and papers, which are counted of anything, may be.
  public func isOfOtherSort(than other: CountingUnit) -> Bool {
    guard let one = sort, let two = other.sort else { return false }
    return one != two
  }

  /// Whether a figure of one unit cannot be one of the other: they are of other sorts, or name other things that a newsroom
  /// makes, “tin” and “bài”. Words for any of them, “kỳ”, “chuyên mục”, may be either.
  public func cannotBe(_ other: CountingUnit) -> Bool {
    if isOfOtherSort(than: other) { return true }
    let (own, others) = (made, other.made)
    return !own.isEmpty && !others.isEmpty && own.isDisjoint(with: others)
  }

  private var sort: Int? {
    switch kind {
    case .works, .versions, .occurrences: 1
    case .events: 2
    case .prints: 3
    case .time: 4
    case .people: 5
    case .money: 6
    case .entries, .places, .papers, .calendar, .other: nil
    }
  }

  /// What is made by its forms; empty when one of them does not tell.
  private var made: Set<String> {
    var made: Set<String> = []
    for form in forms {
      let words = form.lowercased().split(separator: " ").map(String.init)
      let text = " \(words.joined(separator: " ")) "
      let found = Self.makes.filter { text.contains(" \($0) ") }
      guard UnitLexicon.kind(of: form) == .works, !found.isEmpty else { return [] }
      made.formUnion(found)
    }
    return made
  }

  private static let makes = ["tin", "bài", "ảnh", "phóng sự", "phim", "tọa đàm", "phỏng vấn", "ký sự"]

  /// Whether the figure is of what an office puts out, and not of who came, who took part, or where.
  public var isOutput: Bool {
    switch kind {
    case .works, .versions, .occurrences, .events, .prints, .time, .other: true
    case .people, .entries, .places, .papers, .money, .calendar: false
    }
  }
}

extension CountingUnit.Kind {
  /// What it is, for a reader.
  public var name: Words {
    switch self {
    case .works: Words(vi: "tác phẩm báo chí", en: "works")
    case .versions: Words(vi: "bản dịch", en: "language versions")
    case .occurrences: Words(vi: "lượt", en: "occurrences")
    case .events: Words(vi: "sự kiện", en: "events")
    case .prints: Words(vi: "ấn phẩm, pa nô, khẩu hiệu", en: "printed matter and slogans")
    case .time: Words(vi: "thời lượng", en: "time")
    case .people: Words(vi: "người, lượt người", en: "people or attendances")
    case .entries: Words(vi: "bài dự thi, lượt thi", en: "contest entries")
    case .places: Words(vi: "đơn vị, địa phương", en: "offices or places")
    case .papers: Words(vi: "văn bản, bản cam kết", en: "papers")
    case .money: Words(vi: "tiền", en: "money")
    case .calendar: Words(vi: "ngày, tuần, tháng", en: "days, weeks or months")
    case .other: Words(vi: "đơn vị riêng", en: "a unit of its own")
    }
  }
}
