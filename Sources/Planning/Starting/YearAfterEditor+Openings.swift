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
    guard !taken.isEmpty, let made = PlanReader.read(Array(text.utf8), file: "plan.yaml").plan else { return }
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
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
        let number = grid.place.line - 1
        guard !full.isEmpty, rows.indices.contains(number) else { continue }
        if let row = Self.excepting(full, in: rows[number]) { rows[number] = row } else { left += full }
      }
    }
    text = rows.joined(separator: "\n")
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
    guard let made = PlanReader.read(Array(text.utf8), file: "plan.yaml").plan else { return }
    let (counted, _) = made.countingOpenings(in: GridExpansion.slots(of: made).slots)
    let closed = made.lines.enumerated().filter { $1.asksForEveryOpening && counted[$0] == nil }.map(
      \.element)
    guard !closed.isEmpty else { return }
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for line in closed {
      var number = line.place.line - 1
      guard rows.indices.contains(number) else { continue }
      if let quota = rows[number].firstRange(of: /,[ ]*quota:[ ]*(?:"[^"]*"|[^,}]*[^,} ])/) {
        let words = rows[number][quota].drop { $0 == "," || $0 == " " }
        rows[number].replaceSubrange(quota, with: "")
        rows[number] += " # \(words)"
        continue
      }
      let indent = rows[number].prefix { $0 == " " || $0 == "-" }.count
      number += 1
      while number < rows.count, rows[number].prefix(while: { $0 == " " }).count >= indent {
        if rows[number].dropFirst(indent).hasPrefix("quota:") {
          rows[number] = rows[number].prefix(indent) + "# " + rows[number].dropFirst(indent)
          break
        }
        number += 1
      }
    }
    text = rows.joined(separator: "\n")
    let list = closed.map { "“\($0.title)”" }.joined(separator: ", ")
    decide(
      Words(
        vi: "Không còn buổi nào mở cho chỉ tiêu theo từng buổi, quota đã để thành ghi chú: \(list).",
        en:
          "Nothing opens any more for lines that ask for every opening; their quota is put aside as a comment: \(list)."
      ))
  }

  /// The row of a grid line with these days among those on which it does not open; `nil` where the row is no whole line.
  private static func excepting(_ days: [CivilDay], in row: String) -> String? {
    let list = days.map(\.description).joined(separator: ", ")
    if let known = row.firstRange(of: /except:[ ]*\[/) {
      let rest = row[known.upperBound...].drop { $0 == " " }
      return row[..<known.upperBound] + list + (rest.first == "]" ? "" : ", ") + rest
    }
    let content = row.drop { $0 == " " || $0 == "-" }
    if content.hasPrefix("{"), let end = row.lastIndex(of: "}") {
      let head = row[..<end]
      let blanks = head.reversed().prefix { $0 == " " }.count
      return head.dropLast(blanks) + ", except: [\(list)]" + String(repeating: " ", count: blanks)
        + row[end...]
    }
    guard content.hasPrefix("id:") else { return nil }
    let indent = row.prefix { $0 == " " || $0 == "-" }.count
    return row + "\n" + String(repeating: " ", count: indent) + "except: [\(list)]"
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
