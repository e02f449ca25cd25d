import Counting
import Logs
import ScheduleModel

/// The publications of a Book, folded: of each UID the newest row, and those before it.
///
/// Where two people published without seeing each other and joined their folders, a UID that both changed counts by the
/// row that both had seen, until a publication stands after both.
struct PublicationFold {
  /// The publications, in the order of the Book.
  let entries: [BookEntry]
  /// The newest row of each UID.
  private(set) var rows: [PublishedPlacement] = []
  /// The rows before it, oldest first.
  private(set) var earlier: [String: [PublishedPlacement]] = [:]
  /// UIDs that two sides changed, with the highest `SEQUENCE` of either; empty when nothing is open.
  private(set) var conflicts: [String: Int] = [:]
  /// The publications that no other has seen; more than one when two sides are open.
  let newest: [BookEntry]
  /// The placements that are published under other ids than those of now, by UID.
  private(set) var formerly: [String: Placement] = [:]
  /// Entries that are no publication that can be read.
  private(set) var broken: [BookEntry] = []

  private var numbers: [String: Int] = [:]

  init(_ book: Book) {
    entries = book.entries(.publication)
    let heads = Self.heads(of: entries, in: book)
    newest = heads
    for (index, entry) in entries.enumerated() { take(entry, index) }
    if heads.count > 1 { settle(heads, in: book) }
  }

  private mutating func take(_ entry: BookEntry, _ index: Int) {
    let isFirst = rows.isEmpty
    var row: PublishedPlacement?
    var tasks: [PublishedTask] = []
    let isWhole = PublicationText.read(entry.bytes, from: entry.bodyStart, publication: index) { next in
      switch next {
      case .placement(let placement):
        if let row { put(row, tasks, isFirst) }
        (row, tasks) = (placement, [])
      case .task(let uid, let task):
        if row?.placement.uid == uid {
          tasks.append(task)
        } else {
          if let row { put(row, tasks, isFirst) }
          (row, tasks) = (nil, [])
          restate(task, before: uid)
        }
      }
    }
    if let row { put(row, tasks, isFirst) }
    if !isWhole { broken.append(entry) }
  }

  private mutating func put(_ row: PublishedPlacement, _ tasks: [PublishedTask], _ isFirst: Bool) {
    if !isFirst, numbers.isEmpty { number() }
    guard !isFirst, let known = numbers[row.placement.uid] else {
      if !isFirst { numbers[row.placement.uid] = rows.count }
      rows.append(tasks.isEmpty ? row : row.with(tasks: tasks))
      return
    }
    let before = rows[known]
    earlier[row.placement.uid, default: []].append(before)
    rows[known] = row.with(tasks: Self.merged(before.tasks, tasks))
  }

  private mutating func restate(_ task: PublishedTask, before uid: String) {
    if numbers.isEmpty { number() }
    guard let known = numbers[uid] else { return }
    rows[known] = rows[known].with(tasks: Self.merged(rows[known].tasks, [task]))
  }

  /// A Book with one publication needs no table of UIDs.
  private mutating func number() {
    numbers.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() { numbers[row.placement.uid] = index }
  }

  private static func merged(_ before: [PublishedTask], _ new: [PublishedTask]) -> [PublishedTask] {
    guard !new.isEmpty else { return before }
    let all = before.filter { old in !new.contains { $0.work == old.work } } + new
    let order = Deadline.Work.allCases
    return all.sorted { (order.firstIndex(of: $0.work) ?? 0) < (order.firstIndex(of: $1.work) ?? 0) }
  }

  /// The publications that no other stands after.
  private static func heads(of entries: [BookEntry], in book: Book) -> [BookEntry] {
    guard let last = entries.last else { return [] }
    // Where nobody joined anything, the last one has seen all others.
    let isLine = book.newest.count == 1 && book.entries.allSatisfy { $0.head.after.count <= 1 }
    if isLine { return [last] }
    let seen = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, book.upTo($0.head.after)) })
    return entries.filter { entry in !entries.contains { seen[$0.id]?.entry(entry.id) != nil } }
  }

  /// Takes what both sides changed back to what both had seen.
  private mutating func settle(_ heads: [BookEntry], in book: Book) {
    let sides = heads.map { book.upTo([$0.id]) }
    let number = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.id, $0) })
    let common = Set(
      entries.indices.filter { index in sides.allSatisfy { $0.entry(entries[index].id) != nil } })
    for (uid, before) in earlier {
      guard let known = numbers[uid] else { continue }
      let all = before + [rows[known]]
      let changed = all.filter { !common.contains($0.revision.publication) }
      let changers = sides.count { side in
        changed.contains { row in side.entries.contains { number[$0.id] == row.revision.publication } }
      }
      guard changers > 1, Set(changed.map(\.promise)).count > 1 else { continue }
      conflicts[uid] = changed.map(\.revision.sequence).max() ?? 0
      guard let base = all.last(where: { common.contains($0.revision.publication) }) else { continue }
      rows[known] = base
      earlier[uid] = all.filter { common.contains($0.revision.publication) && $0 != base }
    }
  }

  /// The placements under the ids that lines and outlets have now; ``formerly`` keeps those of the publication.
  mutating func nameAsToday(_ renames: PlanRenames) {
    for index in rows.indices {
      let placement = renames.renamed(rows[index].placement)
      guard placement != rows[index].placement else { continue }
      formerly[placement.uid] = rows[index].placement
      rows[index] = rows[index].with(placement: placement)
    }
  }

  /// What was published, with the plan of each publication.
  ///
  /// - Parameter plan: The plan with which a publication was made.
  func schedule(_ plan: (BookEntry) -> Plan?) -> PublishedSchedule? {
    var publications: [PublishedSchedule.Publication] = []
    for entry in entries {
      guard let plan = plan(entry) else { return nil }
      publications.append(PublishedSchedule.Publication(time: entry.head.time, plan: plan))
    }
    let published =
      formerly.isEmpty
      ? rows : rows.map { row in formerly[row.placement.uid].map(row.with) ?? row }
    return PublishedSchedule(publications: publications, rows: published, earlier: earlier)
  }
}

extension PublishedPlacement {
  /// What of a row two sides can contradict each other in.
  fileprivate var promise: [String] {
    [
      placement.slot, placement.timing.startText, placement.timing.endText, zone, status.rawValue,
      outcome?.rawValue ?? "",
    ]
  }
}
