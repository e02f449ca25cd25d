public import ScheduleModel

/// A letter that asks a unit for figures that it has not reported.
public struct ReportReminder: Hashable, Sendable {
  /// The unit.
  public let unit: AdminUnit
  /// The period that the figures are of.
  public let period: ReportingPeriod
  /// The lines that the unit has not reported on, in the plan's order; never empty.
  public let lines: [PlanLine]

  /// The day on which they are due; `nil` when the plan does not say.
  public var due: CivilDay? { period.due(for: unit.level) }

  /// The letters for a period, in the order of the plan's units; a unit that reported on all of its lines gets none.
  ///
  /// - Parameter hasReported: Whether a unit said anything about a line for just this period, by their ids; that it has no data
  ///   is an answer, too.
  public static func reminders(
    of plan: Plan, in period: ReportingPeriod, hasReported: (_ unit: String, _ line: String) -> Bool
  ) -> [ReportReminder] {
    plan.units.compactMap { unit in
      let lines = plan.lines.filter { line in
        plan.reporters(of: line, in: period.days).contains { $0.id == unit.id }
          && !hasReported(unit.id, line.id)
      }
      return lines.isEmpty ? nil : ReportReminder(unit: unit, period: period, lines: lines)
    }
  }

  /// The letter, ready to be sent.
  ///
  /// - Parameter today: The day that it bears, from which the days to the due day are counted.
  public func text(of plan: Plan, on today: CivilDay, in language: ReaderLanguage) -> String {
    let words = ReminderWords(self, office: plan.office.name, today)
    var parts = [words.head[language], words.asks[language]]
    parts.append(lines.map { "- \($0.title)" }.joined(separator: "\n"))
    if let due = words.due { parts.append(due[language]) }
    parts.append(words.howTo[language])
    if let name = plan.office.name { parts.append(name) }
    return parts.joined(separator: "\n\n") + "\n"
  }
}

/// The words of the letter.
private struct ReminderWords {
  let head, asks, howTo: Words
  let due: Words?

  init(_ reminder: ReportReminder, office: String?, _ today: CivilDay) {
    let (unit, name, lines) = (reminder.unit.name, reminder.period.name, reminder.lines.count)
    head = Words(vi: "Kính gửi: \(unit)", en: "To: \(unit)")
    let receiver = office ?? "chúng tôi"
    asks = Words(
      vi:
        "Đến ngày \(today.forPeople), \(receiver) chưa nhận được số liệu \(name.vi) của đơn vị về \(lines == 1 ? "chỉ tiêu" : "\(lines) chỉ tiêu") sau:",
      en:
        "On \(today.forPeople) \(office ?? "we") had not received your figures for \(name.en) on \(lines == 1 ? "this line" : "these \(lines) lines"):"
    )
    due = reminder.due.map { due in
      let days = today.distance(to: due)
      return switch days {
      case 1...:
        Words(
          vi: "Hạn gửi: ngày \(due.forPeople) (còn \(days) ngày).",
          en: "They are due on \(due.forPeople), in \(counted(days, "day")).")
      case 0:
        Words(vi: "Hạn gửi: hôm nay, ngày \(due.forPeople).", en: "They are due today, on \(due.forPeople).")
      default:
        Words(
          vi: "Hạn gửi: ngày \(due.forPeople) (đã quá \(-days) ngày).",
          en: "They were due on \(due.forPeople), \(counted(-days, "day")) ago.")
      }
    }
    howTo = Words(
      vi:
        "Đề nghị đơn vị gửi số liệu theo biểu. Chỉ tiêu không có số liệu thì ghi “không có số liệu”; có theo dõi mà không thực hiện thì ghi 0; để trống là chưa báo cáo.",
      en:
        "Please send the figures in the form. Where you have no data, write “no data”; where you kept count and there was nothing, write 0; what is left empty is not reported."
    )
  }
}
