import ScheduleModel

extension Paper {
  /// A report on paper: the sections that are read on a screen, between the head of the plan's office and its signature.
  ///
  /// - Parameters:
  ///   - kind: What kind of paper it is, in capitals.
  ///   - subtitle: The days that it is about, in brackets.
  ///   - remarks: What is said before the first section.
  ///   - notes: How the figures are to be understood.
  ///   - isLandscape: Whether the sheet lies across, for tables of many columns.
  init(
    _ sections: [ReportDocument.Section], kind: String, plan: Plan, subtitle: [String], remarks: [String],
    notes: [String], isLandscape: Bool = true, terms: PaperTerms, language: ReaderLanguage
  ) {
    var blocks = remarks.map(Block.paragraph)
    for (index, section) in sections.enumerated() {
      if sections.count > 1 {
        blocks.append(.heading("\(roman(index + 1)). \(section.heading.uppercased())"))
      }
      blocks += section.paragraphs.map(Block.paragraph)
      for table in section.tables {
        if let caption = table.caption { blocks.append(.heading(caption)) }
        blocks.append(.table(table))
      }
    }
    if !notes.isEmpty { blocks.append(.notes(notes)) }
    self.init(
      language: language, subject: plan.title, created: plan.revised, isLandscape: isLandscape,
      letterhead: Letterhead(of: plan.office, terms: terms, numbered: true, in: language),
      title: [kind, plan.title], subtitle: subtitle, blocks: blocks, recipients: plan.office.recipients,
      signatures: [Signature(of: plan.office, in: language)])
  }
}
