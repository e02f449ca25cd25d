import ScheduleModel

// The figures as they were read, and what hours, products and shares make.
extension AuditReport {
  /// Every figure as it was read, beside the words of the source; `nil` for none.
  static func listing(_ published: PublishedFigures, _ language: ReaderLanguage) -> TextTable? {
    guard !published.figures.isEmpty || !published.unread.isEmpty else { return nil }
    let hasPeriods = published.figures.contains { $0.period != nil } || published.period != nil
    var table = TextTable(
      columns: [
        .name(AuditWords.content[language], width: 48), .number(AuditWords.figure[language]),
      ] + (hasPeriods ? [.words(AuditWords.period[language], width: 23)] : []) + [
        .words(AuditWords.asStated[language], width: 48), .words(AuditWords.place[language]),
      ])
    let read = published.figures.map { figure in
      let period = (figure.period ?? published.period)?.text ?? published.year.map(String.init) ?? "–"
      return (
        figure.place,
        [figure.title, figure.quantity?.text(in: language) ?? AuditWords.noData[language]]
          + (hasPeriods ? [period] : []) + [figure.says ?? "–", figure.place.row]
      )
    }
    let unread = published.unread.map { figure in
      (
        figure.place,
        [figure.title, "\(AuditWords.unread[language]): “\(figure.text)”"] + (hasPeriods ? ["–"] : [])
          + [figure.says ?? "–", figure.place.row]
      )
    }
    for row in (read + unread).sorted(by: { $0.0 < $1.0 }) { table.append(row.1) }
    return table
  }

  static func hours(_ hours: [AuditedHours], _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .name(AuditWords.content[language], width: 48), .words(AuditWords.fromHour[language]),
      .words(AuditWords.toHour[language]), .number(AuditWords.stated[language]),
      .number(AuditWords.computed[language]), .words(AuditWords.verdict[language], width: 28),
      .words(AuditWords.place[language]),
    ])
    for audited in hours {
      let hours = audited.hours
      table.append([
        hours.title, "\(hours.from)", "\(hours.to)", hours.stated.text(in: language),
        audited.computed.text(in: language), AuditWords.verdict(audited.verdict)[language], hours.place.row,
      ])
    }
    return table
  }

  static func products(_ products: [AuditedProduct], _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .name(AuditWords.content[language], width: 48), .words(AuditWords.factors[language], width: 28),
      .number(AuditWords.stated[language]), .number(AuditWords.computed[language]),
      .words(AuditWords.verdict[language], width: 28), .words(AuditWords.place[language]),
    ])
    for audited in products {
      let product = audited.product
      table.append([
        product.title, product.factors.map { grouped($0, in: language) }.joined(separator: " × "),
        product.stated.text(in: language), audited.computed?.text(in: language) ?? "–",
        (audited.verdict.map(AuditWords.verdict)
          ?? (product.isOfUnlikeUnits ? AuditWords.otherUnit : AuditWords.incomparable(product.stated)))[
            language],
        product.place.row,
      ])
    }
    return table
  }

  static func shares(_ shares: [AuditedShares], _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .name(AuditWords.content[language], width: 48), .words(AuditWords.ratios[language], width: 48),
      .number(AuditWords.computed[language]), .words(AuditWords.verdict[language], width: 28),
      .words(AuditWords.place[language]),
    ])
    for audited in shares {
      let shares = audited.shares
      table.append([
        shares.title, shares.of.map { $0.text(in: language) }.joined(separator: " + "),
        audited.total.text(in: language), AuditWords.verdict(audited.verdict)[language], shares.place.row,
      ])
    }
    return table
  }
}
