import Allocation
import Calendars
import PlanFiles
import ScheduleModel

// What becomes of openings and of what rests on them.
extension YearAfterEditor {
  /// Openings that repeats of last year take in the first days of the new one are excepted.
  ///
  /// - Parameter taken: The placements of last year's schedule after its last day.
  mutating func except(_ taken: [Placement]) {
    let bytes = Array(text.utf8)
    guard !taken.isEmpty, let made = PlanReader.read(bytes, file: "plan.yaml").plan,
      var parts = PlanTextParts(bytes, file: "plan.yaml")
    else { return }
    let used = Dictionary(grouping: taken) { OutletGrid(slot: $0) }
    var left: [CivilDay] = []
    for outlet in made.outlets {
      for grid in outlet.grid {
        let days = Set((used[OutletGrid(outlet: outlet.id, grid: grid.id)] ?? []).map(\.timing.day)).sorted()
        guard !days.isEmpty, case .rule = grid.recurrence else { continue }
        // Where some room is left in an opening, a person decides.
        let full = days.filter { day in
          (used[OutletGrid(outlet: outlet.id, grid: grid.id)] ?? []).count { $0.timing.day == day }
            >= grid.pieces
        }
        left += days.filter { !full.contains($0) }
        guard !full.isEmpty else { continue }
        guard let path = parts.path(at: grid.place) else {
          left += full
          continue
        }
        parts.add(full.map(\.description), to: "except", of: path)
      }
    }
    text = parts.edited
    let all = taken.map(\.timing.day)
    let list = Set(all).sorted().map(\.forPeople).joined(separator: ", ")
    let open = Set(left).sorted().map(\.forPeople).joined(separator: ", ")
    decide(
      open.isEmpty
        ? Words(
          vi:
            "Lịch năm \(plan.year) còn phát lại vào đầu năm \(heading.year): các buổi đó đã trừ ra (except): \(list).",
          en:
            "Repeats of \(plan.year) go out in the first days of \(heading.year); these openings are excepted: \(list)."
        )
        : Words(
          vi:
            "Lịch năm \(plan.year) còn phát lại vào đầu năm \(heading.year) (\(list)): tự trừ chỗ của các ngày \(open) ở khung giờ.",
          en:
            "Repeats of \(plan.year) go out in the first days of \(heading.year) (\(list)): take their room of \(open) out of the grid lines yourself."
        ))
  }

  /// Quotas of every opening for which nothing opens any more are put aside as comments.
  mutating func putAsideQuotasWithoutOpenings() {
    let bytes = Array(text.utf8)
    guard let made = PlanReader.read(bytes, file: "plan.yaml").plan,
      var parts = PlanTextParts(bytes, file: "plan.yaml")
    else { return }
    let (counted, _) = made.countingOpenings(in: GridExpansion.slots(of: made).slots)
    let closed = made.lines.enumerated().filter { $1.asksForEveryOpening && counted[$0] == nil }.map(
      \.element)
    guard !closed.isEmpty else { return }
    for line in closed {
      guard let path = parts.path(at: line.place), let quota = parts.written(path + ["quota"]) else {
        continue
      }
      if parts.isInBrackets(path) { parts.comment("quota: \(quota)", behind: path + ["quota"]) }
      parts.remove(["quota"], of: path, asComment: true)
    }
    text = parts.edited
    let list = closed.map { "“\($0.title)”" }.joined(separator: ", ")
    decide(
      Words(
        vi: "Không còn buổi nào mở cho chỉ tiêu theo từng buổi, quota đã để thành ghi chú: \(list).",
        en:
          "Nothing opens any more for lines that ask for every opening; their quota is put aside as a comment: \(list)."
      ))
  }

  private struct OutletGrid: Hashable {
    let outlet: String
    let grid: String

    init(outlet: String, grid: String) {
      (self.outlet, self.grid) = (outlet, grid)
    }

    /// A slot is named after its outlet, its grid line and the day: `tv.toi.2018-04-05`.
    init(slot placement: Placement) {
      outlet = placement.outlet
      grid = String(placement.slot.dropFirst(placement.outlet.count + 1).dropLast(11))
    }
  }
}
