import Logs
public import ScheduleModel

extension ScheduleDraft {
  /// Reads a draft that people may have edited.
  ///
  /// A row whose `slot` was changed lies in that slot; one whose `start` was changed lies in the slot of its outlet that
  /// begins then. What names no placement, or lies in no slot, has a finding; then there is no draft.
  /// - Parameters:
  ///   - file: The table.
  ///   - base: The file beside it.
  ///   - slots: The dated openings of the plan.
  ///   - published: What was published, by UID; such a row may lie in a slot that the plan does not open any more.
  public static func read(
    _ file: InputFile, base: InputFile?, plan: Plan, slots: [Slot],
    published: [String: PublishedPlacement] = [:]
  ) -> (draft: ScheduleDraft?, findings: [Finding]) {
    var (rows, findings) = DraftTable.read(file.bytes, file: file.name)
    guard let rows else { return (nil, findings) }
    guard let made = base.flatMap({ Base($0.bytes) }) else {
      return (nil, findings + [.draftWithoutBase(file.name)])
    }
    let reader = DraftRowReader(plan: plan, slots: slots, published: published)
    var read: [Row] = []
    var lines: [String: Int] = [:]
    for row in rows {
      switch reader.read(row) {
      case .success(let one):
        if let earlier = lines.updateValue(row.place.line, forKey: one.placement.uid) {
          findings.append(.draftUIDTwice(one.placement.uid, earlier: earlier, row))
        }
        read.append(one)
      case .failure(let fault): findings.append(fault.finding)
      }
    }
    return (findings.hasErrors ? nil : ScheduleDraft(base: made, rows: read), findings)
  }
}

/// Turns the rows of a draft into placements.
struct DraftRowReader {
  let plan: Plan
  let published: [String: PublishedPlacement]
  private let slots: [String: Slot]
  private let starts: [Start: Slot]

  private struct Start: Hashable {
    let outlet: String
    let start: LocalTime
  }

  struct Fault: Error {
    let finding: Finding
  }

  init(plan: Plan, slots: [Slot], published: [String: PublishedPlacement]) {
    self.plan = plan
    self.published = published
    self.slots = Dictionary(slots.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    starts = Dictionary(
      slots.map { (Start(outlet: $0.outlet, start: $0.timing.start), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  func read(_ row: DraftTable.Row) -> Result<ScheduleDraft.Row, Fault> {
    let cells = row.cells
    guard let uid = cells["uid"], let slot = cells["slot"] else {
      return .failure(Fault(finding: .draftUIDUnknown(row.cells["uid"] ?? "", row)))
    }
    func made(_ placement: Placement) -> Result<ScheduleDraft.Row, Fault> {
      var made = ScheduleDraft.Row(placement, againOf: cells["again-of"])
      made.drafted = cells["drafted"] ?? placement.slot
      made.isFixed = cells["fixed"] != nil || placement.slot != made.drafted
      (made.by, made.why) = (
        cells["by"].map(ScheduleDraft.Row.said), cells["why"].map(ScheduleDraft.Row.said)
      )
      return .success(made)
    }
    let before = published[uid]?.placement
    if let before, before.slot == slot, row.start == before.timing.start { return made(before) }
    guard let start = row.start else {
      return .failure(
        Fault(
          finding: .draftStartUnknown(
            cells["start"] ?? "", like: before?.timing.day ?? slots[slot]?.timing.day, row)))
    }
    let drafted = cells["drafted"] ?? slot
    let found: Slot?
    if slot != drafted {
      found = slots[slot]
      if found == nil { return .failure(Fault(finding: .draftSlotUnknown(slot, like: start.day, row))) }
    } else if let own = slots[drafted], own.timing.start == start {
      found = own
    } else {
      let outlet = slots[drafted]?.outlet ?? cells["outlet"] ?? ""
      found = starts[Start(outlet: outlet, start: start)]
      if found == nil {
        return .failure(Fault(finding: .draftStartNotOpen(cells["start"] ?? "", outlet, row)))
      }
    }
    guard let found, let placement = placement(uid, cells, before, in: found) else {
      return .failure(Fault(finding: .draftUIDUnknown(uid, row)))
    }
    return made(placement)
  }

  /// The placement with a UID in a slot; `nil` when the row names none.
  private func placement(
    _ uid: String, _ cells: [String: String], _ before: Placement?, in slot: Slot
  ) -> Placement? {
    if let before { return plan.moved(before, to: slot) }
    guard let line = cells["line"].flatMap(plan.line), let edition = cells["edition"].flatMap({ Int($0) }),
      let language = cells["language"].flatMap({ LanguageTag($0) }),
      let run = cells["run"].flatMap(Placement.Run.init), let number = cells["number"].flatMap({ Int($0) }),
      uid.hasPrefix("\(plan.id).\(line.id).\(edition).\(line.languages.known(language))"),
      uid.hasSuffix("@lichsong")
    else { return nil }
    let placement = Placement(
      uid: uid, line: line.id, edition: edition, language: language, run: run, number: number,
      outlet: slot.outlet, slot: slot.id, timing: slot.timing)
    return plan.moved(placement, to: slot)
  }
}

extension Placement {
  /// The same placement under another UID.
  func named(_ uid: String) -> Placement {
    Placement(
      uid: uid, line: line, edition: edition, language: language, run: run, number: number, outlet: outlet,
      slot: slot, timing: timing)
  }
}

extension SlotTiming {
  /// When it begins; midnight of its first day where it has no hour.
  var start: LocalTime {
    if case .timed(let start, _) = self { start } else { LocalTime(days.lowerBound) }
  }
}
