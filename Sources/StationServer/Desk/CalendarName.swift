import Planning
import Reports
import ScheduleModel

/// What a calendar that people subscribe to is called, by its id.
enum CalendarName {
  /// The title of what the calendar shows; the id itself where the plan does not have it any more.
  static func text(_ calendar: String, of plan: Plan, _ language: ReaderLanguage) -> String {
    if calendar == "year" { return Words(vi: "Cả năm", en: "The whole year")[language] }
    let parts = calendar.split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return calendar }
    let id = parts[1]
    let named: (kind: Words, name: String?)
    switch parts[0] {
    case "outlet":
      named = (
        Words(vi: "Kênh", en: "Outlet"), plan.outlet(id).map { _ in plan.name(ofOutlet: id, in: language) }
      )
    case "line":
      named = (
        Words(vi: "Chỉ tiêu", en: "Line"), plan.line(id).map { _ in plan.title(ofLine: id, in: language) }
      )
    case "language":
      named = (
        Words(vi: "Tiếng", en: "Language"),
        LanguageTag(id).map { BroadcastLanguage.name(of: $0, in: language) }
      )
    case "producer":
      named = (Words(vi: "Đơn vị thực hiện", en: "Producer"), plan.units.first { $0.id == id }?.name)
    case "lead": named = (Words(vi: "Đơn vị chủ trì", en: "Lead"), plan.units.first { $0.id == id }?.name)
    case "translator": named = (Words(vi: "Người dịch", en: "Translator"), plan.translator(id)?.name)
    case "topic":
      named = (Words(vi: "Chủ đề", en: "Topic"), plan.topics.first { $0.id == id }?.title)
    default: return calendar
    }
    return named.name.map { "\(named.kind[language]): \($0)" } ?? calendar
  }
}
