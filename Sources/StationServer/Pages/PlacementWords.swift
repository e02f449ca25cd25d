import Planning
import Reports
import ScheduleModel

/// Which work a placement is, and when, in the words of the pages.
struct PlacementWords {
  let plan: Plan
  let days: BroadcastDays
  let language: ReaderLanguage

  /// `Tin trong chương trình thời sự, kỳ 3, tiếng Mông`.
  func name(of placement: Placement) -> String {
    "\(title(of: placement)), \(details(of: placement))"
  }

  func title(of placement: Placement) -> String {
    plan.title(ofLine: placement.line, in: language).visible()
  }

  func details(of placement: Placement) -> String {
    var details = [PageWords.edition(placement.edition)[language]]
    if placement.run != .first { details.append(placement.run.name[language]) }
    if plan.tellsLanguage(of: placement) {
      details.append(PageWords.spoken(plan.language(of: placement, in: language))[language])
    }
    return details.joined(separator: ", ").visible()
  }

  /// By the broadcast day: `Thứ Hai, 11/06/2018, 19:45–20:00`.
  func time(of timing: SlotTiming, on outlet: String) -> String {
    let day = days.days(of: timing, on: outlet).lowerBound
    switch timing {
    case .timed, .allDay: return "\(PageWords.day(day, language)), \(PlacementView.time(timing, language))"
    case .span: return PlacementView.time(timing, language)
    case .inMonth: return "\(day.month)/\(day.year), \(PlacementView.time(timing, language))"
    }
  }

  /// When and where: `Thứ Hai, 11/06/2018, 19:45–20:00 · Truyền hình`.
  func place(of placement: Placement) -> String {
    time(of: placement.timing, on: placement.outlet) + " · "
      + plan.name(ofOutlet: placement.outlet, in: language).visible()
  }
}
