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
  /// UIDs that two sides changed, with the highest `SEQUENCE` of either; empty when nothing is open.
  private(set) var conflicts: [String: Int] = [:]
  /// The publications that no other has seen; more than one when two sides are open.
  let newest: [BookEntry]
  /// The placements that are published under other ids than those of now, by UID.
  private(set) var formerly: [String: Placement] = [:]
  /// Entries that are no publication that can be read.
  private(set) var broken: [BookEntry] = []

  /// The rows that a newer one replaced, oldest first, each with the index of the newest.
  private var replaced: [(row: Int, before: PublishedPlacement)] = []
  /// The index of each UID; empty while nobody had to look one up.
  private var numbers: [String: Int] = [:]
  /// The index after that of the row found last: publications mostly name placements in one order.
  private var following = 0

  init(_ book: Book) {
    entries = book.entries(.publication)
    let heads = Self.heads(of: entries, in: book)
    newest = heads
    var reader = PublicationReader()
    for (index, entry) in entries.enumerated() { take(entry, index, &reader) }
    if heads.count > 1 { settle(heads, in: book) }
  }

  private mutating func take(_ entry: BookEntry, _ index: Int, _ reader: inout PublicationReader) {
    let isFirst = rows.isEmpty
    var open: (row: PublishedPlacement, known: Int?)?
    var tasks: [PublishedTask] = []
    var known: Int?
    following = 0
    // So that a million rows are not moved again and again while they come.
    let expected = (entry.bytes.count - entry.bodyStart) / Self.bytesOfRow
    if isFirst { rows.reserveCapacity(expected) } else { replaced.reserveCapacity(replaced.count + expected) }
    reader.begin(entry.bytes, from: entry.bodyStart, publication: index)
    while let next = reader.next({ uid in
      known = isFirst ? nil : row(of: uid)
      return known.map { rows[$0].placement }
    }) {
      switch next {
      case .placement(let placement):
        if let open { put(open.row, tasks, replacing: open.known) }
        (open, tasks) = ((placement, known), [])
      case .task(let uid, let task):
        if let placement = open?.row.placement, uid.names(placement) {
          tasks.append(task)
        } else {
          if let open { put(open.row, tasks, replacing: open.known) }
          (open, tasks) = (nil, [])
          restate(task, before: uid)
        }
      }
    }
    if let open { put(open.row, tasks, replacing: open.known) }
    if !reader.isWhole { broken.append(entry) }
  }

  /// About how many octets the row of a placement has.
  private static let bytesOfRow = 140

  private mutating func put(_ row: PublishedPlacement, _ tasks: [PublishedTask], replacing known: Int?) {
    guard let known else {
      if !numbers.isEmpty { numbers[row.placement.uid] = rows.count }
      rows.append(tasks.isEmpty ? row : row.with(tasks: tasks))
      return
    }
    let before = rows[known]
    replaced.append((known, before))
    let all = Self.merged(before.tasks, tasks)
    rows[known] = all.isEmpty ? row : row.with(tasks: all)
  }

  private mutating func restate(_ task: PublishedTask, before uid: PublicationReader.UID) {
    guard let known = row(of: uid) else { return }
    rows[known] = rows[known].with(tasks: Self.merged(rows[known].tasks, [task]))
  }

  /// The index of the row with a UID; `nil` when nothing was published under it.
  private mutating func row(of uid: PublicationReader.UID) -> Int? {
    if following < rows.count, uid.names(rows[following].placement) {
      following += 1
      return following - 1
    }
    if numbers.isEmpty {
      numbers.reserveCapacity(rows.count)
      for index in rows.indices { numbers[rows[index].placement.uid] = index }
    }
    guard let known = numbers[uid.text] else { return nil }
    following = known + 1
    return known
  }

  /// The rows before the newest, oldest first, by UID; only of those that have any.
  private var earlier: [String: [PublishedPlacement]] {
    var earlier: [String: [PublishedPlacement]] = [:]
    for (row, before) in replaced { earlier[rows[row].placement.uid, default: []].append(before) }
    return earlier
  }

  private static func merged(_ before: [PublishedTask], _ new: [PublishedTask]) -> [PublishedTask] {
    guard !new.isEmpty else { return before }
    if before.count == 1, new.count == 1, before[0].work == new[0].work { return new }
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
    var settled: [Int: [PublishedPlacement]] = [:]
    for (row, before) in Dictionary(grouping: replaced, by: \.row) {
      let all = before.map(\.before) + [rows[row]]
      let changed = all.filter { !common.contains($0.revision.publication) }
      let changers = sides.count { side in
        changed.contains { row in side.entries.contains { number[$0.id] == row.revision.publication } }
      }
      guard changers > 1, Set(changed.map(\.promise)).count > 1 else { continue }
      conflicts[rows[row].placement.uid] = changed.map(\.revision.sequence).max() ?? 0
      guard let base = all.last(where: { common.contains($0.revision.publication) }) else { continue }
      rows[row] = base
      settled[row] = all.filter { common.contains($0.revision.publication) && $0 != base }
    }
    guard !settled.isEmpty else { return }
    replaced.removeAll { settled[$0.row] != nil }
    for (row, before) in settled { replaced += before.map { (row, $0) } }
  }

  /// The placements under the ids that lines and outlets have now; ``formerly`` keeps those of the publication.
  mutating func nameAsToday(_ renames: PlanRenames) {
    guard !renames.isEmpty else { return }
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
