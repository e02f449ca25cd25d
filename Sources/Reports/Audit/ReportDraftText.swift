public import ScheduleModel

/// What was understood of a draft report and what is proposed, for people.
public enum ReportDraftText {
  /// The tables, each figure with its cell, then the proposed sums and percentages, each as printed beside as worked out.
  ///
  /// - Parameter figures: The draft's figures, worked out again.
  public static func text(
    _ draft: ReportDraft, _ figures: AuditedFigures, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    var head = "\(title[language])\n\(AuditWords.source[language]): \(figures.published.source.visible())\n"
    head += proposal[language] + "\n"
    for table in draft.tables { head += "  " + line(of: table)[language] + "\n" }
    var blocks = [head]
    func add(_ heading: Words, _ table: TextTable) {
      guard !table.rows.isEmpty else { return }
      blocks.append(heading[language].uppercased() + "\n\n" + table.text(width: width))
    }
    add(AuditWords.figures, listing(draft, language))
    add(sums, sums(draft, figures, language))
    add(ratios, ratios(draft, figures, language))
    add(AuditWords.shares, shares(draft, figures, language))
    let doubts = draft.doubts.keys.sorted().compactMap { id -> String? in
      guard let place = draft.places[id], let doubt = draft.doubts[id] else { return nil }
      return "  (?) \(place[language]): \(doubt[language])\n"
    }
    if !doubts.isEmpty { blocks.append(doubtful[language] + "\n" + doubts.joined()) }
    if figures.sums.isEmpty, figures.ratios.isEmpty { blocks.append(nothing[language] + "\n") }
    return blocks.joined(separator: "\n")
  }

  private static let title = Words(vi: "KIỂM TRA DỰ THẢO", en: "AUDIT OF A DRAFT")
  private static let proposal = Words(
    vi: "Tổng và tỷ lệ dưới đây do chương trình đề xuất, chưa có người xác nhận: chưa phải là kết luận.",
    en: "The program proposes the sums and percentages below; nobody has confirmed them: they are no verdict."
  )
  private static let sums = Words(vi: "Tổng đề xuất", en: "Proposed sums")
  private static let ratios = Words(vi: "Tỷ lệ đề xuất", en: "Proposed percentages")
  private static let working = Words(vi: "Phép tính", en: "Worked out from")
  private static let printed = Words(vi: "Dự thảo ghi", en: "Printed")
  private static let comparison = Words(vi: "So sánh", en: "Comparison")
  private static let doubtful = Words(vi: "Cần người xem quyết định:", en: "A person must decide:")
  private static let nothing = Words(
    vi: "Không thấy tổng hay tỷ lệ nào để đề xuất.", en: "No sum and no percentage is found to propose.")

  private static func line(of table: ReportDraft.Table) -> Words {
    let columns = table.columns.map { "“\($0)”" }.joined(separator: ", ").visible()
    return Words(
      vi: "\(table.name.vi): \(table.rows) dòng có số liệu" + (columns.isEmpty ? "" : "; cột \(columns)"),
      en: "\(table.name.en): \(table.rows) \(table.rows == 1 ? "row" : "rows") with figures"
        + (columns.isEmpty ? "" : "; columns \(columns)"))
  }

  private static func place(_ id: String, _ draft: ReportDraft, _ language: ReaderLanguage) -> String {
    draft.places[id]?[language] ?? "–"
  }

  private static func listing(_ draft: ReportDraft, _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .words(AuditWords.place[language]), .name(AuditWords.content[language], width: 48),
      .number(AuditWords.figure[language], width: 32), .words(AuditWords.asStated[language], width: 40),
    ])
    for figure in draft.published.figures {
      table.append([
        place(figure.id, draft, language), figure.title,
        figure.quantity.map { ReportDraft.text($0, language) } ?? AuditWords.noData[language],
        figure.says.map(cut) ?? "–",
      ])
    }
    return table
  }

  /// The words of a cell, or how the sentence begins in which a figure stands.
  private static func cut(_ words: String) -> String {
    words.count <= 80 ? words : words.prefix(79) + "…"
  }

  /// "370 tin (C5)": a figure, with its cell where it has one.
  static func term(_ id: String, _ draft: ReportDraft, _ language: ReaderLanguage) -> String {
    let figure = draft.published.figure(id)?.quantity?.text(in: language, unit: false) ?? "–"
    guard id.hasPrefix("b"), let cell = id.split(separator: "-").dropFirst().first else { return figure }
    return "\(figure) (\(cell.uppercased()))"
  }

  private static func verdict(
    _ verdict: AuditVerdict?, _ id: String, _ draft: ReportDraft, _ language: ReaderLanguage,
    else words: Words
  ) -> String {
    (verdict.map(AuditWords.verdict) ?? words)[language] + (draft.doubts[id] == nil ? "" : " (?)")
  }

  private static func columns(_ language: ReaderLanguage) -> [TextTable.Column] {
    [
      .words(AuditWords.place[language]), .name(AuditWords.content[language], width: 40),
      .words(working[language], width: 40), .number(printed[language], width: 28),
      .number(AuditWords.computed[language], width: 28), .words(comparison[language], width: 28),
    ]
  }

  private static func sums(
    _ draft: ReportDraft, _ figures: AuditedFigures, _ language: ReaderLanguage
  ) -> TextTable {
    var table = TextTable(columns: columns(language))
    for audited in figures.sums {
      let sum = audited.sum
      table.append([
        place(sum.id, draft, language), sum.title,
        sum.of.map { term($0, draft, language) }.joined(separator: " + "),
        sum.stated.map { ReportDraft.text($0, language) } ?? "–",
        audited.computed.map { ReportDraft.text($0, language) } ?? "–",
        verdict(
          audited.verdict, sum.id, draft, language,
          else: audited.unlike.map { AuditWords.unlike($0.reason) } ?? AuditWords.inWords),
      ])
    }
    return table
  }

  private static func ratios(
    _ draft: ReportDraft, _ figures: AuditedFigures, _ language: ReaderLanguage
  ) -> TextTable {
    var table = TextTable(columns: columns(language))
    for audited in figures.ratios {
      let ratio = audited.ratio
      let terms = draft.terms[ratio.id] ?? []
      table.append([
        place(ratio.id, draft, language), ratio.title,
        terms.isEmpty ? "–" : terms.map { term($0, draft, language) }.joined(separator: " / "),
        ratio.stated.text(in: language), audited.computed?.text(in: language) ?? "–",
        verdict(
          audited.verdict, ratio.id, draft, language,
          else: terms.isEmpty ? AuditWords.noTerms : AuditWords.inexact),
      ])
    }
    return table
  }

  private static func shares(
    _ draft: ReportDraft, _ figures: AuditedFigures, _ language: ReaderLanguage
  ) -> TextTable {
    var table = TextTable(columns: [
      .words(AuditWords.place[language]), .name(AuditWords.content[language], width: 40),
      .words(AuditWords.ratios[language], width: 40), .number(AuditWords.computed[language]),
      .words(comparison[language], width: 28),
    ])
    for audited in figures.shares {
      let shares = audited.shares
      table.append([
        place(shares.id, draft, language), shares.title,
        shares.of.map { $0.text(in: language) }.joined(separator: " + "), audited.total.text(in: language),
        AuditWords.verdict(audited.verdict)[language],
      ])
    }
    return table
  }
}
