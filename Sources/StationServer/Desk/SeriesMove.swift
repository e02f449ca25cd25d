import Planning
import ScheduleModel

/// Which broadcasts of a line move alike, where the line goes out at the same hour every week.
enum SeriesReach: String, Sendable {
  /// The one alone.
  case this
  /// It and those after it.
  case following
  /// It and all others that are not past.
  case all
}

/// What became of the other broadcasts of the line.
struct SeriesMove: Sendable {
  /// How many moved alike.
  let moved: Int
  /// How many stayed: somebody fixed them, or there is no such slot in their week.
  let left: Int

  static let none = SeriesMove(moved: 0, left: 0)

  /// As a part of an address.
  ///
  /// - Parameter undo: The number by which all of it is taken back.
  func inAddress(undo: Int?) -> String {
    (moved + left == 0 ? "" : "&also=\(moved)&left=\(left)") + (undo.map { "&undo=\($0)" } ?? "")
  }

  /// What is told of it; empty where nothing else was to move.
  var words: Words {
    guard moved + left > 0 else { return Words("") }
    let stayed =
      left == 0
      ? Words("")
      : Words(
        vi: " \(left) kỳ ở lại: đã cố định, hoặc tuần đó không có khung như vậy.",
        en: " \(left) stayed: fixed, or there is no such slot in their week.")
    return Words(
      vi: " Dời theo \(moved) kỳ khác.\(stayed.vi)",
      en: " \(counted(moved, "other")) moved alike.\(stayed.en)")
  }
}

extension DeskReading.Work {
  /// The other broadcasts of a line in the same grid line and on the same weekday as a slot, in order, that are not past.
  ///
  /// - Parameter slot: Where the broadcast is, or was before it moved.
  func siblings(of placement: Placement, from slot: Slot, _ reach: SeriesReach) -> [ScheduleDraft.Row] {
    guard reach != .this, case .timed = slot.timing else { return [] }
    let weekday = slot.timing.day.weekday
    return worked.draft.rows.filter { row in
      let other = row.placement
      return other.line == placement.line && other.uid != placement.uid && other.outlet == slot.outlet
        && other.language == placement.language && other.run == placement.run
        && other.number == placement.number
        && other.timing.day.weekday == weekday && slots[other.slot]?.grid == slot.grid
        && (reach == .all || other.timing > slot.timing) && !isPast(other)
    }
  }

  /// The broadcasts that a move takes along, each with the slot that lies as far from its own; `nil` where there is none.
  func series(of row: ScheduleDraft.Row, _ move: DeskMove) -> [(row: ScheduleDraft.Row, slot: String?)] {
    guard let from = slots[move.was ?? row.placement.slot], let to = slots[move.slot] else { return [] }
    let distance = from.timing.day.distance(to: to.timing.day)
    return siblings(of: row.placement, from: from, move.reach).map { sibling in
      let day = sibling.placement.timing.day.advanced(by: distance)
      let slot = slots["\(to.outlet).\(to.grid).\(day)"]
      return (sibling, slot.flatMap { isPast($0) ? nil : $0.id })
    }
  }
}
