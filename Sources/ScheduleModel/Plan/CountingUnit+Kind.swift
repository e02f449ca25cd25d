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
