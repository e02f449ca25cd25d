import ScheduleModel

/// Where what was missed can be made good, in JSON.
struct MakeGoodRows: Encodable {
  let from: String
  let missed: [Row]
  let displaced: [Row]

  struct Row: Encodable {
    let uid: String
    let start: String
    @OrNull var newStart: String?
    @OrNull var newEnd: String?
    @OrNull var outlet: String?
    @OrNull var slot: String?

    init(_ old: Placement, _ new: Placement?) {
      uid = old.uid
      start = old.timing.startText
      _newStart = OrNull(wrappedValue: new?.timing.startText)
      _newEnd = OrNull(wrappedValue: new?.timing.endText)
      _outlet = OrNull(wrappedValue: new?.outlet)
      _slot = OrNull(wrappedValue: new?.slot)
    }
  }

  init(_ replan: Replan) {
    from = replan.start.from.description
    missed = replan.missed.inSlotOrder.map { Row($0.old, $0.new) }
    displaced = replan.moves.map { Row($0.old, $0.new) } + replan.dropped.map { Row($0, nil) }
  }
}
