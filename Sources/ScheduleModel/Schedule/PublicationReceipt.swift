/// What a publication recorded, for whoever asked for it.
public struct PublicationReceipt: Hashable, Sendable {
  /// The first digits of the entry's id; `nil` when everything was published already.
  public let entry: String?
  /// The name of its file.
  public let file: String?
  /// Placements that were not published before.
  public let added: Int
  /// Placements that lie at another time or place.
  public let moved: Int
  /// Placements that were taken out.
  public let withdrawn: Int
  /// Placements of which more is known, or whose texts are others.
  public let told: Int
  /// How many placements are published now.
  public let placements: Int
  /// What the schedule has fewer of than the plan asks for.
  public let short: [ScheduleShortage]

  /// A receipt.
  public init(
    entry: String?, file: String?, added: Int, moved: Int, withdrawn: Int, told: Int, placements: Int,
    short: [ScheduleShortage] = []
  ) {
    self.entry = entry
    self.file = file
    self.added = added
    self.moved = moved
    self.withdrawn = withdrawn
    self.told = told
    self.placements = placements
    self.short = short
  }
}
