import ScheduleModel
import Spreadsheets

extension AnnexPlanBuilder {
  /// Takes the figures of single months: the months of the line, and the year's figure where the row states none.
  mutating func readMonths(of row: OfficeTable.Row, into line: inout AnnexLine, _ place: SourcePlace) {
    guard let (numbers, unread) = table.months.figures(in: row.cells) else { return }
    let sum = numbers.reduce(0) { $0 + $1.works }
    func keep(_ finding: Finding) {
      let filled = numbers.filter { $0.works > 0 }.map { "T\($0.month): \($0.works)" }
      line.notes.append((filled + unread).joined(separator: "; "))
      findings.append(finding)
    }
    guard unread.isEmpty else {
      keep(.annexNotUnderstood(.quantity, unread.joined(separator: "; "), line.title, place))
      return
    }
    if line.quota == nil, !line.hasUnclearFigure, sum > 0 {
      line.quota = Quantity(sum, line.form ?? CountingUnit(["hoạt động"]))
    }
    guard let quota = line.quota, quota.isExact, quota.value == sum else {
      keep(.annexMonthsDiffer(sum, line.quota, line.title, place))
      return
    }
    guard line.months.isEmpty else { return }
    line.months = numbers.map { month, works in
      (month, AnnexLimits(floor: works, ceiling: works == 0 ? 0 : nil))
    }
  }
}

extension Finding {
  /// The figures of the months do not make that of the year.
  fileprivate static func annexMonthsDiffer(
    _ sum: Int, _ quota: Quantity?, _ title: String, _ place: SourcePlace
  ) -> Finding {
    func year(_ language: ReaderLanguage) -> String { quota?.text(in: language) ?? "–" }
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: các tháng cộng lại là \(grouped(sum, in: .vietnamese)), cả năm ghi \(year(.vietnamese)); số của từng tháng chỉ giữ "
          + "trong ghi chú.",
        en:
          "“\(title)”: the months make \(grouped(sum, in: .english)), and the year's figure is \(year(.english)); the figures of the months "
          + "are only kept in the note."),
      remedy: Words(
        vi: "Hỏi nơi lập kế hoạch số nào đúng, rồi viết months như văn bản đã ký.",
        en: "Ask who drew up the plan which of them holds, and write months as the signed document has them.")
    )
  }
}
