import Planning
import Reports
public import ScheduleModel

extension PlanResults {
  /// What was done, on a screen: the plan, the schedule, the calendars, the logs, the findings and the files.
  ///
  /// - Parameter folder: The folder into which the files were written, as the user named it.
  public func summary(in folder: String, language: ReaderLanguage) -> String {
    var rows: [(Words, Words)] = []
    if let plan, let schedule {
      rows.append((Words(vi: "Kế hoạch", en: "Plan"), planned(plan)))
      rows.append((Words(vi: "Lịch phát sóng", en: "Schedule"), scheduled(schedule, plan)))
      rows.append(
        (Words(vi: "Tệp lịch", en: "Calendars"), Words("\(calendars?.count ?? 0) → \(folder)/calendars/")))
    }
    if let held, let tally { rows.append((Words(vi: "Đã phát", en: "As-run"), aired(held, tally))) }
    let told = FindingReport.summary(findings, language)
    rows.append((Words(vi: "Kiểm tra", en: "Findings"), Words("\(told) → \(folder)/findings.txt")))
    let others = files.count - 2
    if others > 0 {
      rows.append(
        (
          Words(vi: "Báo cáo", en: "Report"),
          Words(
            vi: "\(folder)/report.html, và \(others) tệp khác trong cùng thư mục",
            en: "\(folder)/report.html, and \(counted(others, "more file")) beside it")
        ))
    }
    let width = rows.map { $0.0[language].count }.max() ?? 0
    let title = plan.map { $0.title + "\n" } ?? ""
    return title
      + rows.map { label, text in
        let label = label[language]
        return "  " + label + String(repeating: " ", count: width - label.count + 2) + text[language]
      }.joined(separator: "\n")
  }

  private func planned(_ plan: Plan) -> Words {
    let lines = plan.lines.count
    let scheduled = plan.lines.filter { $0.placing != nil }.count
    let outlets = plan.outlets.count
    return Words(
      vi: "\(lines) chỉ tiêu (\(scheduled) được xếp lịch), \(outlets) kênh, báo, đài",
      en: "\(counted(lines, "line")) (\(scheduled) scheduled), \(counted(outlets, "outlet"))")
  }

  private func scheduled(_ schedule: Schedule, _ plan: Plan) -> Words {
    guard schedule.proof.demanded > 0 else {
      return Words(vi: "không có chỉ tiêu nào để xếp", en: "no line to schedule")
    }
    // A second attempt at a work is no second work.
    let attempts = Dictionary(grouping: schedule.placements) { PlacementAttempt(uid: $0.uid).first }
    let firsts = attempts.values.compactMap(\.first)
    let again = schedule.placements.count - firsts.count
    let works = firsts.filter(plan.isOriginalFirstRun).count
    let versions = firsts.filter(plan.isVersionFirstRun).count
    let parts = firsts.count { $0.run == .part }
    let further = firsts.count - works - versions - parts
    let left = schedule.unplaced.reduce(0) { $0 + $1.count } + short.reduce(0) { $0 + $1.missing }
    let open = missedForGood
    let more = Words(
      vi: (parts > 0 ? ", \(grouped(parts, in: .vietnamese)) phần tiếp theo" : "")
        + (versions > 0
          ? ", \(grouped(versions, in: .vietnamese)) \(LanguageVersions.name(in: plan).vi)" : "")
        + (further > 0 ? ", \(grouped(further, in: .vietnamese)) lượt phát, đăng thêm" : "")
        + (again > 0 ? ", \(grouped(again, in: .vietnamese)) lượt phát bù" : ""),
      en: (parts > 0 ? ", \(counted(parts, "later part"))" : "")
        + (versions > 0 ? ", \(counted(versions, "language version"))" : "")
        + (further > 0 ? ", \(counted(further, "further placement"))" : "")
        + (again > 0 ? ", \(counted(again, "make-good"))" : ""))
    let state = [
      left > 0
        ? Words(
          vi: "\(grouped(left, in: .vietnamese)) chưa xếp được",
          en: "no slot for \(grouped(left, in: .english))")
        : open > 0 ? nil : Words(vi: "đã xếp đủ", en: "all of them placed"),
      open > 0
        ? Words(
          vi: "\(grouped(open, in: .vietnamese)) lượt chưa thực hiện, chưa xếp phát bù",
          en: "\(counted(open, "placement")) missed and not planned again") : nil,
    ].compactMap(\.self)
    return Words(
      vi: "\(grouped(works, in: .vietnamese)) tác phẩm\(more.vi); " + state.map(\.vi).joined(separator: ", "),
      en: "\(counted(works, "work"))\(more.en); " + state.map(\.en).joined(separator: ", "))
  }

  private func aired(_ held: ReconciledYear, _ tally: Tally) -> Words {
    let counts = tally.lines.map(\.counts).reduce(Counts(), +)
    return Words(
      vi:
        "\(grouped(counts.aired, in: .vietnamese)) tác phẩm (\(counts.late) lệch giờ, \(counts.moved) khác ngày, \(counts.unplanned) ngoài lịch); "
        + "\(counts.missed) chưa thực hiện; "
        + "đọc \(grouped(held.log.entries.count, in: .vietnamese)) dòng, bỏ \(held.log.rowsLeftOut)",
      en:
        "\(counted(counts.aired, "work")) (\(counts.late) late, \(counts.moved) moved, \(counts.unplanned) unplanned); "
        + "\(counts.missed) missed; "
        + "\(counted(held.log.entries.count, "row")) read, \(held.log.rowsLeftOut) left out")
  }

  /// "1 work", "1,064 works".
  private func counted(_ number: Int, _ noun: String) -> String {
    "\(grouped(number, in: .english)) \(noun)\(number == 1 ? "" : "s")"
  }
}
