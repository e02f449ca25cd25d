public import ScheduleModel

extension ConsolidationReport {
  /// The report as a paper that the office signs: what is counted where, what each unit reported, and who has not
  /// reported yet. A sum that lacks a unit stays “at least”, and what nobody knows stays “no data”.
  public static func paper(_ input: Input, terms: PaperTerms = PaperTerms(), language: ReaderLanguage)
    -> Paper
  {
    let document = ConsolidationDocument(input: input, language: language, isPaper: true)
    return Paper(
      document.sections, kind: ConsolidationWords.kind[language], plan: input.plan,
      subtitle: [PaperWords.period(input.consolidation.period)[language]], remarks: document.remarks,
      notes: document.notes, terms: terms, language: language)
  }
}
