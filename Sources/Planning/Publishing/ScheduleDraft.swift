import Digests
public import ScheduleModel

/// A schedule that is being worked on: all placements of the year, what is past among them.
///
/// It is a table that people edit in a spreadsheet too, and a small file beside it that says what it was made from.
public struct ScheduleDraft: Sendable {
  /// What it was made from.
  public var base: Base
  /// The placements, in time order.
  public var rows: [Row]

  /// A placement of a draft.
  public struct Row: Hashable, Sendable {
    /// Where it is to lie.
    public var placement: Placement
    /// The UID of the missed placement whose second attempt it is; `nil` for none.
    public var againOf: String?
    /// The slot in which it was drafted, by which a reader can tell what a person changed.
    public var drafted: String
    /// Whether somebody put it there by hand, so that a re-plan leaves it.
    public var isFixed = false
    /// Who did; `nil` when not named.
    public var by: String?
    /// Why; `nil` when not stated.
    public var why: String?

    /// Fixes the placement where it lies, or leaves it to the next re-plan.
    mutating func fix(_ isFixed: Bool, by author: String?, why: String?) {
      self.isFixed = isFixed
      if !isFixed { drafted = placement.slot }
      by = isFixed ? author : nil
      self.why = isFixed ? why : nil
    }

    /// By which two people see that they mean the same state of a row: another one whenever it was moved, fixed or
    /// released. Equal states have equal versions, whatever lay between.
    public var version: String {
      let parts = [placement.slot, placement.timing.startText, isFixed ? "fixed" : "", by ?? "", why ?? ""]
      return String(Digest.sha256(parts.joined(separator: "\n").utf8).prefix(12))
    }

    /// A placement as it was drafted.
    public init(_ placement: Placement, againOf: String? = nil) {
      self.placement = placement
      self.againOf = againOf
      drafted = placement.slot
    }
  }

  /// What a draft was made from.
  public struct Base: Hashable, Sendable {
    /// The ids of the newest publications then; empty before the first.
    public let publications: [String]
    /// The SHA-256 of the plan's text.
    public let plan: String

    /// A base.
    public init(publications: [String], plan: String) {
      self.publications = publications.sorted()
      self.plan = plan
    }

    /// As the text of the file beside the table.
    public var text: String {
      (["plan: \(plan)"] + publications.map { "publication: \($0)" }).joined(separator: "\n") + "\n"
    }

    /// Reads ``text``; `nil` for anything else.
    public init?(_ bytes: [UInt8]) {
      var plan: String?
      var publications: [String] = []
      for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
        let parts = line.split(separator: ":", maxSplits: 1).map { $0.drop(while: \.isWhitespace) }
        guard parts.count == 2 else { return nil }
        switch parts[0] {
        case "plan": plan = String(parts[1])
        case "publication": publications.append(String(parts[1]))
        default: return nil
        }
      }
      guard let plan else { return nil }
      self.init(publications: publications, plan: plan)
    }
  }

  /// A draft of placements, put into time order.
  public init(base: Base, rows: [Row]) {
    self.base = base
    self.rows = rows.sorted {
      ($0.placement.timing, $0.placement.uid) < ($1.placement.timing, $1.placement.uid)
    }
  }

  /// Puts the placement of a row elsewhere; the rows stay in time order.
  ///
  /// - Returns: The row since, and where it is among the rows.
  @discardableResult
  mutating func move(
    at index: Int, to new: Placement, isFixed: Bool, by author: String?, why: String?
  ) -> (row: Row, index: Int) {
    var row = rows[index]
    row.placement = new
    row.fix(isFixed, by: author, why: why)
    rows.remove(at: index)
    return (row, insert(row))
  }

  /// Puts in a placement that is not there.
  ///
  /// - Returns: Its row, and where it is among the rows.
  mutating func insert(
    _ new: Placement, isFixed: Bool, by author: String?, why: String?
  ) -> (row: Row, index: Int) {
    var row = Row(new)
    row.fix(isFixed, by: author, why: why)
    return (row, insert(row))
  }

  private mutating func insert(_ row: Row) -> Int {
    let new = row.placement
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      let other = rows[middle].placement
      if (other.timing, other.uid) < (new.timing, new.uid) { low = middle + 1 } else { high = middle }
    }
    rows.insert(row, at: low)
    return low
  }

  /// The table, for a spreadsheet: UTF-8 with a byte order mark.
  public func table(_ plan: Plan) -> [UInt8] { DraftOctets(rows, plan).bytes }
}

extension ScheduleDraft.Row {
  /// Its cells in the order of the columns.
  func cells(_ plan: Plan) -> [String] {
    [
      placement.uid, placement.line, "\(placement.edition)", placement.language.tag, placement.run.rawValue,
      "\(placement.number)", placement.outlet, placement.slot, placement.timing.startText,
      placement.timing.endText, Self.plain(plan.line(placement.line)?.title ?? ""), againOf ?? "", drafted,
      isFixed ? "yes" : "", Self.plain(by ?? ""), Self.plain(why ?? ""),
    ]
  }

  /// A text that no spreadsheet takes for a formula.
  private static func plain(_ text: String) -> String {
    guard let first = text.first, "=+-@'".contains(first) else { return text }
    return "'" + text
  }

  /// What a cell said before it was written for a spreadsheet.
  static func said(_ cell: String) -> String {
    guard cell.first == "'", let next = cell.dropFirst().first, "=+-@'".contains(next) else { return cell }
    return String(cell.dropFirst())
  }
}
