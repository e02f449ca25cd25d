import ScheduleModel

/// Links by hand once their rows and placements are found in the log and the schedule.
struct LinkTable {
  /// For an entry the placement that it shows; indices both.
  private(set) var shown: [Int: Int] = [:]
  /// For an entry the placement that it makes good; indices both.
  private(set) var makesGood: [Int: Int] = [:]
  /// Entries that belong to nothing.
  private(set) var setAside: Set<Int> = []
  /// Links that cannot be followed, in their order.
  private(set) var findings: [Finding] = []

  private var linkOfEntry: [Int: EntryLink] = [:]

  /// Whether somebody said by hand what an entry is.
  func isLinked(_ entry: Int) -> Bool { linkOfEntry[entry] != nil }

  /// Finds the rows and placements; of two links that contradict each other the first counts.
  init(_ links: [EntryLink], log: AsRunLog, placements: [Placement]) {
    guard !links.isEmpty else { return }
    let byDay = Dictionary(grouping: log.entries.indices) { log.entries[$0].day }
    let byUID = Dictionary(
      placements.indices.map { (placements[$0].uid, $0) }, uniquingKeysWith: { first, _ in first })
    var linkOfPlacement: [Int: EntryLink] = [:]
    for link in links where link.titledLine == nil && link.meaning != .withdrawn {
      let near = link.row.day.map { byDay[$0, default: []] } ?? Array(log.entries.indices)
      let fitting = near.filter { link.row.fits(log.entries[$0]) }
      guard let entry = fitting.first, fitting.count == 1 else {
        findings.append(
          fitting.isEmpty ? .linkRowUnknown(link) : .linkRowAmbiguous(link, fitting.map { log.entries[$0] }))
        continue
      }
      if let earlier = linkOfEntry[entry] {
        findings.append(.linkRepeated(link, earlier: earlier.place.line, isRow: true))
        continue
      }
      var placement: Int?
      if let uid = link.meaning.uid {
        placement = byUID[uid]
        guard let placement else {
          findings.append(.linkUIDUnknown(link, uid))
          continue
        }
        if let earlier = linkOfPlacement[placement], earlier.meaning.isShowing == link.meaning.isShowing {
          findings.append(.linkRepeated(link, earlier: earlier.place.line, isRow: false))
          continue
        }
        linkOfPlacement[placement] = link
      }
      linkOfEntry[entry] = link
      switch link.meaning {
      case .shows: shown[entry] = placement
      case .makesGood: makesGood[entry] = placement
      case .nothing: setAside.insert(entry)
      case .titles, .withdrawn: break
      }
    }
  }
}

extension EntryLink.Meaning {
  fileprivate var isShowing: Bool {
    if case .shows = self { true } else { false }
  }
}
