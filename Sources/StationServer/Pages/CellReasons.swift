import Planning
import Reports
import ScheduleModel

/// Why a line has so many broadcasts in a month: what the plan says of the month, then what was missed there and why.
struct CellReasons {
  /// A sentence for each reason; never empty.
  let words: [Words]

  init(line: PlanLine, month: Int, counts: Counts, known: YearReading.Known) {
    let plan = known.plan
    let days = plan.months.days(of: month)
    var words: [Words] = []
    guard let placing = line.placing else {
      self.words = [
        Words(
          vi: "Chỉ tiêu này không xếp lịch; chỉ đếm những gì nhật ký ghi.",
          en: "This line is not scheduled; what the logs have of it is counted.")
      ]
      return
    }
    for pin in placing.pins where days.contains(pin.day) {
      words.append(
        Words(
          vi: "Kế hoạch ấn định ngày \(pin.day.forPeople).", en: "The plan fixes \(pin.day.forPeople)."))
    }
    let bounds = placing.months[month]
    if bounds.lowerBound == bounds.upperBound {
      words.append(
        Words(
          vi: "Kế hoạch định đúng \(bounds.lowerBound) trong tháng này.",
          en: "The plan wants exactly \(bounds.lowerBound) in this month."))
    } else {
      if bounds.lowerBound > 0 {
        words.append(
          Words(
            vi: "Kế hoạch cần ít nhất \(bounds.lowerBound) trong tháng này.",
            en: "The plan wants at least \(bounds.lowerBound) in this month."))
      }
      if bounds.upperBound < Placing.anyCount.upperBound {
        words.append(
          Words(
            vi: "Kế hoạch cho nhiều nhất \(bounds.upperBound) trong tháng này.",
            en: "The plan allows at most \(bounds.upperBound) in this month."))
      }
    }
    if Set(placing.weights).count > 1 {
      words.append(
        Words(
          vi: "Trọng số của tháng là \(placing.weights[month]) trên tổng \(placing.weights.reduce(0, +)).",
          en:
            "The weight of the month is \(placing.weights[month]) of \(placing.weights.reduce(0, +)) in all.")
      )
    }
    if !placing.window.isEmpty, placing.window.clamped(to: days) != days {
      let last = placing.window.upperBound.advanced(by: -1)
      words.append(
        Words(
          vi: "Chỉ tiêu chỉ được xếp từ \(placing.window.lowerBound.forPeople) đến \(last.forPeople).",
          en: "The line may be placed from \(placing.window.lowerBound.forPeople) to \(last.forPeople) only.")
      )
    }
    for blackout in plan.blackouts where blackout.days.overlaps(days) {
      let touches = blackout.lines.isEmpty || blackout.lines.contains(line.id)
      let outlets = blackout.outlets.isEmpty || line.outlets.ids.contains(where: blackout.outlets.contains)
      guard touches, outlets else { continue }
      let last = blackout.days.upperBound.advanced(by: -1)
      words.append(
        Words(
          vi: "Không xếp từ \(blackout.days.lowerBound.forPeople) đến \(last.forPeople): \(blackout.name).",
          en:
            "Nothing is placed from \(blackout.days.lowerBound.forPeople) to \(last.forPeople): \(blackout.name)."
        ))
    }
    if words.isEmpty, counts.scheduled > 0 {
      words.append(
        Words(
          vi: "Kế hoạch không ràng buộc riêng tháng này; số lượng theo cách chia đều trong năm.",
          en: "The plan binds nothing in this month; the number follows from spreading the year evenly."))
    }
    for unplaced in known.planned.schedule.unplaced where unplaced.line == line.id {
      words.append(
        Words(
          vi: "\(unplaced.count) chưa xếp được trong năm: \(unplaced.reason.vi)",
          en: "\(unplaced.count) found no slot in the year: \(unplaced.reason.en)"))
    }
    if counts.missed > 0 {
      words.append(
        Words(
          vi:
            "\(counts.missed) có trong lịch mà nhật ký của kênh không ghi, hoặc phát ngắn quá mức được đếm.",
          en:
            "\(counts.missed) scheduled, and the logs of the outlet do not have it, or it was too short to count."
        ))
    }
    if counts.preempted > 0 {
      words.append(
        Words(
          vi: "\(counts.preempted) phải nhường sóng cho nội dung ưu tiên.",
          en: "\(counts.preempted) gave way to something with precedence."))
    }
    if words.isEmpty {
      words.append(
        Words(vi: "Lịch không có lượt nào trong tháng này.", en: "The schedule has nothing in this month."))
    }
    self.words = words
  }
}
