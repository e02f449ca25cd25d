import ScheduleModel

extension Plan {
  /// Whether a line's blackouts leave it a day in a slot.
  func lets(_ line: PlanLine, into slot: Slot, within window: Range<CivilDay>) -> Bool {
    slot.timing.possibleDays.clamped(to: window).contains { day in
      !blackouts.contains { $0.keeps(line: line.id, off: slot.outlet, on: day) && !$0.lines.isEmpty }
    }
  }
}
