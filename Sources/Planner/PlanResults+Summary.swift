import Reports
public import ScheduleModel

extension PlanResults {
  /// What was done, on a screen: the plan, the schedule, the calendars, the logs, the findings and the files.
  ///
  /// - Parameter folder: The folder into which the files were written, as the user named it.
  public func summary(in folder: String, language: ReaderLanguage) -> String {
    var rows: [(Words, Words)] = []
    if let plan = year.plan, let schedule = year.schedule {
      rows.append((Words(vi: "Kế hoạch", en: "Plan"), planned(plan)))
      rows.append((Words(vi: "Lịch phát sóng", en: "Schedule"), scheduled(schedule)))
      rows.append(
        (Words(vi: "Tệp lịch", en: "Calendars"), Words("\(calendars.count) → \(folder)/calendars/")))
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
            vi: "\(folder)/report.html, cùng \(others) tệp khác bên cạnh",
            en: "\(folder)/report.html, and \(others) more files beside it")
        ))
    }
    let width = rows.map { $0.0[language].count }.max() ?? 0
    let title = year.plan.map { $0.title + "\n" } ?? ""
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
      en: "\(lines) lines (\(scheduled) scheduled), \(outlets) outlets")
  }

  private func scheduled(_ schedule: Schedule) -> Words {
    guard schedule.proof.demanded > 0 else {
      return Words(vi: "không có chỉ tiêu nào để xếp", en: "no line to schedule")
    }
    let works = schedule.placements.filter(\.isOriginalFirstRun).count
    let versions = schedule.placements.filter { $0.run == .first && $0.language != .vietnamese }.count
    let further = schedule.placements.count - works - versions
    let left = schedule.unplaced.reduce(0) { $0 + $1.count }
    let more = Words(
      vi: (versions > 0 ? ", \(versions) bản tiếng dân tộc" : "")
        + (further > 0 ? ", \(further) lượt phát thêm" : ""),
      en: (versions > 0 ? ", \(versions) language versions" : "")
        + (further > 0 ? ", \(further) further airings" : ""))
    return Words(
      vi: "\(works) tác phẩm\(more.vi); " + (left == 0 ? "không thiếu chỗ" : "\(left) chưa có chỗ"),
      en: "\(works) works\(more.en); " + (left == 0 ? "all of them placed" : "\(left) find no slot"))
  }

  private func aired(_ held: ReconciledYear, _ tally: Tally) -> Words {
    let counts = tally.lines.map(\.counts).reduce(Counts(), +)
    return Words(
      vi:
        "\(counts.aired) tác phẩm (\(counts.late) lệch giờ, \(counts.moved) ngày khác, \(counts.unplanned) ngoài lịch); "
        + "\(counts.missed) chưa thực hiện; "
        + "đọc \(grouped(held.log.entries.count, in: .vietnamese)) dòng, bỏ \(held.log.rowsLeftOut)",
      en:
        "\(counts.aired) works (\(counts.late) late, \(counts.moved) moved, \(counts.unplanned) unplanned); "
        + "\(counts.missed) missed; "
        + "\(grouped(held.log.entries.count, in: .english)) rows read, \(held.log.rowsLeftOut) left out")
  }
}
