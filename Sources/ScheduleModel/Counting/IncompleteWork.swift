/// A work in parts of which some went out and others did not, so that it does not count.
public struct IncompleteWork: Hashable, Sendable {
  /// The line's id.
  public let line: String
  /// Its number within its line; `nil` when no row says it.
  public let edition: Int?
  /// The parts that no row shows, from 1, ascending.
  public let lacking: [Int]
  /// How many rows show a part of it without saying which.
  public let unnamed: Int

  /// A work that lacks parts.
  public init(line: String, edition: Int?, lacking: [Int], unnamed: Int) {
    self.line = line
    self.edition = edition
    self.lacking = lacking
    self.unnamed = unnamed
  }
}
