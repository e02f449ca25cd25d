import Planning
import Reports
import ScheduleModel

/// A placement as the templates name it.
struct PlacementView {
  /// `20:15–20:30`, or what stands for an hour where there is none.
  let time: String
  let title: String
  /// Which work, which run, in which language: "kỳ 3, phát lại, tiếng Mông".
  let details: String
  let outlet: String
  /// What became of it; `nil` while nothing is known.
  let state: String?
  /// The class of what became of it: `done`, `shifted`, `missed` or `open`.
  let kind: String
  /// Where the month of its line is.
  let leads: String

  init(_ placement: Placement, in year: YearReading, _ known: YearReading.Known, _ language: ReaderLanguage) {
    let plan = known.plan
    time = Self.time(placement.timing, language)
    title = plan.title(ofLine: placement.line, in: language).visible()
    var details = [PageWords.edition(placement.edition)[language]]
    if placement.run != .first { details.append(placement.run.name[language]) }
    if plan.tellsLanguage(of: placement) {
      details.append(PageWords.spoken(plan.language(of: placement, in: language))[language])
    }
    self.details = details.joined(separator: ", ").visible()
    outlet = plan.name(ofOutlet: placement.outlet, in: language).visible()
    let result = known.outcomes[placement.uid]
    let outcome = result?.outcome == .pending ? nil : result?.outcome
    state = outcome.map { outcome in
      outcome.name[language] + (result?.isMadeGood == true ? ", \(PageWords.madeGood[language])" : "")
    }
    kind = Self.kind(outcome, isMadeGood: result?.isMadeGood ?? false)
    let month = plan.months.index(of: known.days.days(of: placement).lowerBound).map(plan.months.name)
    leads =
      "/p/\(year.address)" + (month.map { "/cells/\(placement.line)/\($0)" } ?? "/counts/\(placement.line)")
  }

  /// The class of an outcome.
  static func kind(_ outcome: Outcome?, isMadeGood: Bool) -> String {
    switch outcome {
    case nil, .unclear, .pending: "open"
    case .aired, .unplanned: "done"
    case .late, .moved, .partial: "shifted"
    case .substituted, .preempted, .missed: isMadeGood ? "shifted" : "missed"
    }
  }

  /// The hours of a broadcast; what it is instead where it has none.
  static func time(_ timing: SlotTiming, _ language: ReaderLanguage) -> String {
    switch timing {
    case .timed(let start, let minutes):
      minutes > 0 ? "\(start.time)–\(start.adding(minutes: minutes).time)" : "\(start.time)"
    case .allDay: PageWords.allDay[language]
    case .span(let days): "\(days.lowerBound.forPeople)–\(days.upperBound.advanced(by: -1).forPeople)"
    case .inMonth: PageWords.inMonth[language]
    }
  }
}

/// Words that several pages have.
enum PageWords {
  static let allDay = Words(vi: "cả ngày", en: "all day")
  static let inMonth = Words(vi: "trong tháng", en: "in the month")
  static let madeGood = Words(vi: "đã phát bù", en: "made good")
  static let nothing = Words(vi: "Không có gì.", en: "Nothing.")

  static func edition(_ number: Int) -> Words { Words(vi: "kỳ \(number)", en: "no. \(number)") }

  /// That something is in a language, by the language's name.
  static func spoken(_ name: String) -> Words { Words(vi: "tiếng \(name)", en: name) }

  /// A day with its weekday.
  static func day(_ day: CivilDay, _ language: ReaderLanguage) -> String {
    "\(weekdayName(day.weekday, language)), \(day.forPeople)"
  }
}
