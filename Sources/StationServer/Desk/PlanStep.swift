import Reports
import ScheduleModel

/// What somebody who begins a plan does next: what the plan lacks so that it can be scheduled, then the ways to the schedule.
struct PlanStep {
  let text: String
  let way: PageFrame.Link

  /// - Parameter base: The address of the plan.
  static func all(of plan: Plan, _ base: String, _ language: ReaderLanguage) -> [PlanStep] {
    func step(_ words: Words, _ path: String, _ name: Words) -> PlanStep {
      PlanStep(
        text: words[language].visible(),
        way: PageFrame.Link(address: base + path, name: name[language].visible()))
    }
    func list(_ names: [String]) -> String {
      names.prefix(5).map { "“\($0)”" }.joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    }
    var steps: [PlanStep] = []
    let used = Set(plan.lines.filter { $0.placing != nil }.flatMap(\.outlets.ids))
    let monthly = plan.outlets.filter { outlet in
      used.contains(outlet.id) && !outlet.grid.isEmpty && outlet.grid.allSatisfy { $0.recurrence == .monthly }
    }
    if !monthly.isEmpty {
      steps.append(
        step(
          Words(
            vi: "Thêm khung giờ thật; nay mới mở theo tháng, chưa có ngày giờ: \(list(monthly.map(\.name))).",
            en:
              "Add the real openings; these open by the month, without day and hour: \(list(monthly.map(\.name)))."
          ),
          "/desk/plan/grid/+", Words(vi: "Thêm khung giờ", en: "Add an opening")))
    }
    for line in plan.lines.filter({ $0.placing == nil && $0.quota != nil && !$0.isEmbedded }).prefix(5) {
      let title = plan.title(ofLine: line.id, in: language)
      steps.append(
        step(
          Words(
            vi: "“\(title)” chỉ được đếm, chưa xếp lịch; nếu phải xếp thì chọn kênh, và “Xếp lịch”: có.",
            en:
              "“\(title)” is only counted; if it is to be scheduled, choose its outlet, and “Scheduled”: yes."
          ),
          "/desk/plan/lines/\(line.id.inAddress)", Words(vi: "Mở chỉ tiêu", en: "Open the line")))
    }
    if plan.blackouts.isEmpty {
      steps.append(
        step(
          Words(vi: "Ghi những ngày nghỉ (Tết, lễ).", en: "Enter the days without output (Tết, holidays)."),
          "/desk/plan/blackouts/+", Words(vi: "Thêm ngày nghỉ", en: "Add days off")))
    }
    steps += [
      step(
        Words(vi: "Xem những điểm cần xem lại.", en: "Look at what needs a look."), "/findings",
        FindingsPage.title),
      step(
        Words(
          vi: "Xem lịch mà kế hoạch cho ra, rồi phát hành.",
          en: "Look at the schedule that follows, then publish it."),
        "/desk", DeskPage.title),
    ]
    return steps
  }
}
