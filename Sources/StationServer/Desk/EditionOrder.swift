import Planning
import ScheduleModel

/// Whether the works of a line go out in the order of their numbers: for people to know, no rule of the plan.
struct EditionOrder {
  /// The others of the line, of the same run, language and outlet.
  private let others: [Placement]

  init(of placement: Placement, _ work: DeskReading.Work) {
    others = work.worked.draft.rows.lazy.map(\.placement).filter {
      $0.line == placement.line && $0.uid != placement.uid && $0.outlet == placement.outlet
        && $0.language == placement.language && $0.run == placement.run && $0.number == placement.number
    }
  }

  /// That a placement goes out after a later number, or before an earlier one; `nil` where it is in its place.
  func doubt(_ placement: Placement) -> Words? {
    let early = others.filter { $0.edition > placement.edition && $0.timing < placement.timing }
    let late = others.filter { $0.edition < placement.edition && $0.timing > placement.timing }
    func told(_ other: Placement, _ word: Words) -> Words {
      Words(
        vi:
          "Số kỳ không theo thứ tự ngày: kỳ \(placement.edition) (\(placement.timing.forPeople.vi)) \(word.vi) kỳ \(other.edition) (\(other.timing.forPeople.vi)).",
        en:
          "The numbers are not in the order of the days: no. \(placement.edition) (\(placement.timing.forPeople.en)) goes out \(word.en) no. \(other.edition) (\(other.timing.forPeople.en))."
      )
    }
    if let other = early.min(by: { $0.timing < $1.timing }) {
      return told(other, Words(vi: "phát sau", en: "after"))
    }
    return late.max { $0.timing < $1.timing }.map { told($0, Words(vi: "phát trước", en: "before")) }
  }
}
