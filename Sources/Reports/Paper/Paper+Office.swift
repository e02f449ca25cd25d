import ScheduleModel

extension Paper.Letterhead {
  /// The head of a paper that an office issues.
  ///
  /// - Parameters:
  ///   - name: Who issues it, when it is not the office itself.
  ///   - numbered: Whether it bears a number.
  init(
    of office: ReportingOffice, named name: String? = nil, terms: PaperTerms, numbered: Bool,
    in language: ReaderLanguage
  ) {
    above = office.above?.uppercased()
    self.office = (name ?? office.name)?.uppercased() ?? PaperWords.blank
    number = numbered ? PaperWords.number(terms.number)[language] : nil
    placeAndDate = PaperWords.placeAndDate(office.place ?? PaperWords.shortBlank, terms.date)[language]
  }
}

extension Paper.Signature {
  /// The signature of an office.
  init(of office: ReportingOffice, in language: ReaderLanguage) {
    self.init(
      office: office.signs.isEmpty ? [PaperWords.blank] : office.signs.map { $0.uppercased() },
      hint: PaperWords.signed[language], name: office.signer)
  }
}
