public import ScheduleModel
public import Spreadsheets

/// Where a draft is marked in a copy of it, and what a reader is told there.
public enum ReportDraftMarks {
  /// A mark for each figure that differs from what it follows from, is not understood whole, or is larger than what it is said
  /// to be among.
  ///
  /// - Parameter figures: The draft's figures, worked out again.
  public static func marks(
    _ draft: ReportDraft, _ figures: AuditedFigures, language: ReaderLanguage
  ) -> [OfficeMark] {
    var marks: [OfficeMark] = []
    func add(_ id: String, _ note: Words) {
      guard let place = place(of: id) else { return }
      let doubt = draft.doubts[id].map { " (?) \($0[language])" } ?? ""
      let mark = OfficeMark(place, note: note[language] + doubt)
      if !marks.contains(mark) { marks.append(mark) }
    }
    for audited in figures.sums where audited.verdict == .differs {
      let sum = audited.sum
      let parts = sum.of.map { ReportDraftText.term($0, draft, language) }.joined(separator: " + ")
      add(
        sum.id,
        differs(
          parts, audited.computed.map { ReportDraft.text($0, language) },
          sum.stated.map { ReportDraft.text($0, language) }))
    }
    for audited in figures.ratios where audited.verdict == .differs {
      let ratio = audited.ratio
      let terms = (draft.terms[ratio.id] ?? []).map { ReportDraftText.term($0, draft, language) }
      add(
        ratio.id,
        differs(
          terms.joined(separator: " / "), audited.computed?.text(in: language),
          ratio.stated.text(in: language)))
    }
    for audited in figures.shares where audited.verdict == .differs {
      let parts = audited.shares.of.map { $0.text(in: language) }.joined(separator: " + ")
      add(audited.shares.id, differs(parts, audited.total.text(in: language), nil))
    }
    for question in draft.questions { add(question.id, question.why) }
    return marks
  }

  private static func differs(_ terms: String, _ computed: String?, _ stated: String?) -> Words {
    let (result, printed) = (
      computed ?? "–", stated.map { Words(vi: "; dự thảo ghi \($0)", en: "; printed is \($0)") }
    )
    return Words(
      vi: "Tính lại: \(terms) = \(result)\(printed?.vi ?? "").",
      en: "Worked out again: \(terms) = \(result)\(printed?.en ?? "").")
  }

  /// The place that an id names: `tong-b1-c5` is of the cell C5 of the first table, `d3-2` of the third paragraph.
  private static func place(of id: String) -> OfficeMark.Place? {
    if let cell = id.firstMatch(of: /(?:^|-)b(\d+)-([a-z]+)(\d+)(?:-|$)/), let table = Int(cell.1),
      let row = Int(cell.3)
    {
      let column = cell.2.unicodeScalars.reduce(0) { $0 * 26 + Int($1.value) - 96 }
      return .cell(table: table, row: row, column: column)
    }
    if let paragraph = id.firstMatch(of: /(?:^|-)d(\d+)(?:-|$)/), let number = Int(paragraph.1) {
      return .paragraph(number)
    }
    return nil
  }
}
