import Allocation
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What others did to a draft, in a sentence for the status line: `An đã dời “Tin, kỳ 3”: … → …`.
enum DeskNews {
  /// What others did since a row of the audit trail, and the newest row.
  ///
  /// - Parameter number: The row that is known already; `nil` where nothing is to be told yet.
  static func told(
    of plan: StoredPlan, after number: Int?, to visitor: Visitor, _ station: Station,
    _ language: ReaderLanguage
  ) async throws -> (told: String?, newest: Int) {
    let (moves, newest) = try await station.desk.moves(of: plan, after: number)
    let others = moves.filter { $0.person.number != visitor.person.number }
    guard number != nil, let last = others.last,
      let work = try await station.drafts.reading(of: plan, now: station.now()).work
    else { return (nil, newest) }
    let more = others.count - 1
    let also =
      more > 0
      ? Words(vi: " Còn \(more) thay đổi nữa.", en: " And \(counted(more, "more change")).")[language] : ""
    guard let placement = work.rows[last.uid]?.placement else {
      guard last.to == nil, let gone = work.worked.unplaced.first(where: { $0.uid == last.uid }) else {
        return (nil, newest)
      }
      let (who, name) = (last.person.name.visible(), work.name(of: gone, language))
      let told = Words(
        vi: "\(who) đã bỏ “\(name)” ra khỏi khung.", en: "\(who) took “\(name)” out of its slot.")
      return (told[language] + also, newest)
    }
    let (who, name) = (last.person.name.visible(), work.name(of: placement, language))
    func time(_ slot: String?) -> String? {
      slot.flatMap { work.slots[$0] }.map { work.time(of: $0.timing, on: $0.outlet, language) }
    }
    let to = time(last.to) ?? work.time(of: placement.timing, on: placement.outlet, language)
    let told: Words =
      if let from = time(last.from), last.from != last.to {
        Words(vi: "\(who) đã dời “\(name)”: \(from) → \(to).", en: "\(who) moved “\(name)”: \(from) → \(to).")
      } else if last.from == last.to {
        Words(
          vi: "\(who) đã đổi việc cố định “\(name)” (\(to)).",
          en: "\(who) fixed or released “\(name)” (\(to)).")
      } else {
        Words(vi: "\(who) đã xếp “\(name)”: \(to).", en: "\(who) placed “\(name)”: \(to).")
      }
    return (told[language] + also, newest)
  }
}
