public import Planning
import Reconciliation
public import ScheduleModel

/// Links a row of the logs by hand: the row is named as reports name it, and noted by what it says.
public enum LinkPipeline {
  /// What a row is.
  public enum Meaning: Hashable, Sendable {
    /// It shows the placement with this UID.
    case shows(uid: String)
    /// It makes the placement with this UID good.
    case makesGood(uid: String)
    /// It belongs to nothing that the plan has.
    case nothing
  }

  /// What is to be linked.
  public struct Wish: Sendable {
    /// The row: `truyen-hinh.csv:68`, the end of a path and a line, or an id of the ledger.
    public let row: String
    /// What it is.
    public let meaning: Meaning
    /// Who says so.
    public let author: String
    /// Why.
    public let reason: String

    /// A row and what it is.
    public init(row: String, meaning: Meaning, author: String, reason: String) {
      self.row = row
      self.meaning = meaning
      self.author = author
      self.reason = reason
    }
  }

  /// Why a row is not linked.
  public enum Refusal: Error, Hashable, Sendable {
    /// The logs have no such row, or several.
    case rows(count: Int)
    /// Following the links, the new one among them, says this.
    case findings([Finding])
  }

  /// The file of links with the new one at its end.
  ///
  /// - Parameters:
  ///   - schedule: The schedule whose placements the links name.
  ///   - log: The logs, read.
  ///   - links: The file as it is; `nil` when there is none yet.
  ///   - name: Its name, for findings.
  public static func adding(
    _ wish: Wish, plan: Plan, schedule: Schedule, log: AsRunLog, to links: InputFile?, name: String
  ) -> Result<[UInt8], Refusal> {
    let named = log.entries.filter { $0.isNamed(by: wish.row) }
    guard let entry = named.first, named.count == 1 else { return .failure(.rows(count: named.count)) }
    let before = links.map { LinkReader.read($0.bytes, file: $0.name, plan: plan).links } ?? []
    // The id and the file only where the row's own words are not enough, so that the link holds without a ledger too.
    var row = EntryLink.RowDescription(entry)
    row.id = nil
    if log.entries.count(where: { row.fits($0) }) > 1 { row.file = entry.place.lastPart }
    if log.entries.count(where: { row.fits($0) }) > 1 { row.id = entry.id }
    let meaning: EntryLink.Meaning =
      switch wish.meaning {
      case .shows(let uid): .shows(uid: uid)
      case .makesGood(let uid): .makesGood(uid: uid)
      case .nothing: .nothing
      }
    let link = EntryLink(
      meaning: meaning, row: row, author: wish.author, reason: wish.reason,
      place: SourcePlace(file: name, line: 1))
    let bytes = LinkFile.adding(link, to: links?.bytes)
    let (all, faults) = LinkReader.read(bytes, file: name, plan: plan)
    guard let last = all.last, all.count == before.count + 1 else { return .failure(.findings(faults)) }
    let told = Matcher.linkFindings(all, log: log, schedule: schedule).filter { $0.place == last.place }
    return told.isEmpty ? .success(bytes) : .failure(.findings(told))
  }
}

extension AsRunEntry {
  /// Whether a user means this row: by its id, or by the end of its path and its line.
  fileprivate func isNamed(by text: String) -> Bool {
    let row = "\(place.file):\(place.line)"
    return id == text || row == text || row.hasSuffix("/" + text)
  }
}

extension SourcePlace {
  /// The name of the file, without its folders.
  fileprivate var lastPart: String { file.split(separator: "/").last.map(String.init) ?? file }
}
