import ScheduleModel

/// What a publication changed: against what its author had seen, or against another publication.
public struct PublicationComparison: Sendable {
  /// Where the broadcasts lie before and after.
  public let schedule: ScheduleComparison
  /// How many broadcasts stay where they were and are told otherwise: with another outcome, text or deadline.
  public let told: Int
  /// Whether nothing was published before.
  public let isFirst: Bool
}

extension StationYear {
  /// What the schedule is after a publication, against what it was before or after another one.
  ///
  /// - Parameters:
  ///   - entry: The publication that counts as the later one.
  ///   - other: The one with which it is compared; `nil` for what its author had seen.
  public func comparison(of entry: BookEntry, against other: BookEntry?) -> PublicationComparison {
    let before = Self.planned(in: book.upTo(other.map { [$0.id] } ?? entry.head.after))
    let after = Self.planned(in: book.upTo([entry.id]))
    let old = Dictionary(before.map { ($0.placement.uid, $0) }, uniquingKeysWith: { first, _ in first })
    let told = after.count { row in
      guard let known = old[row.placement.uid] else { return false }
      return known.placement.slot == row.placement.slot && known.placement.timing == row.placement.timing
        && row.isToldOtherwise(than: known)
    }
    return PublicationComparison(
      schedule: ScheduleComparison(
        .published, from: before.map(Self.draftRow), to: after.map(Self.draftRow), nil),
      told: told, isFirst: before.isEmpty)
  }

  private static func planned(in book: Book) -> [PublishedPlacement] {
    PublicationFold(book).rows.filter(\.isPlanned)
  }

  private static func draftRow(_ row: PublishedPlacement) -> ScheduleDraft.Row {
    ScheduleDraft.Row(row.placement, againOf: row.againOf)
  }
}

extension PublishedPlacement {
  /// Whether it is told in other words than before, or what must be done before it is due on another day.
  fileprivate func isToldOtherwise(than before: PublishedPlacement) -> Bool {
    func due(_ row: PublishedPlacement) -> [String] {
      row.tasks.map { "\($0.work) \($0.day) \($0.time.map(\.description) ?? "") \($0.status)" }
    }
    return content != before.content || outcome != before.outcome || aired != before.aired
      || status != before.status || due(self) != due(before)
  }
}
