public import ScheduleModel

/// Published figures beside what follows from them, for people and for scripts.
public enum AuditReport {
  /// Each sum with its parts, their shares and a verdict, then each percentage, frequency and interval as stated
  /// and as worked out.
  ///
  /// Both figures are always shown; nothing published is corrected.
  public static func text(_ figures: AuditedFigures, language: ReaderLanguage, width: Int? = nil) -> String {
    let source = "\(AuditWords.source[language]): \(figures.published.source.visible())"
    let warning = figures.published.isProposed ? AuditWords.proposed[language] + "\n" : ""
    var blocks = ["\(AuditWords.title[language])\n\(source)\n\(warning)"]
    if figures.isEmpty { blocks.append(AuditWords.nothing[language] + "\n") }
    func add(_ heading: Words, _ table: TextTable?) {
      guard let table else { return }
      blocks.append(heading[language].uppercased() + "\n\n" + table.text(width: width))
    }
    add(AuditWords.figures, listing(figures.published, language))
    if !figures.sums.isEmpty { blocks.append(AuditWords.sums[language].uppercased() + "\n") }
    blocks += figures.sums.map { sum($0, figures.published, language, width) }
    add(AuditWords.ratios, figures.ratios.isEmpty ? nil : ratios(figures.ratios, language))
    add(AuditWords.shares, figures.shares.isEmpty ? nil : shares(figures.shares, language))
    add(AuditWords.products, figures.products.isEmpty ? nil : products(figures.products, language))
    add(
      AuditWords.frequencies, figures.frequencies.isEmpty ? nil : frequencies(figures.frequencies, language))
    add(AuditWords.intervals, figures.intervals.isEmpty ? nil : intervals(figures.intervals, language))
    add(AuditWords.hours, figures.hours.isEmpty ? nil : hours(figures.hours, language))
    return blocks.joined(separator: "\n")
  }

  private static func sum(
    _ audited: AuditedSum, _ published: PublishedFigures, _ language: ReaderLanguage, _ width: Int?
  ) -> String {
    let sum = audited.sum
    var table = TextTable(columns: [
      .name(AuditWords.part[language], width: 60), .number(AuditWords.figure[language]),
      .number(AuditWords.share[language]),
    ])
    for (index, id) in sum.of.enumerated() {
      let figure = published.figure(id)
      let share = audited.shares.flatMap { index < $0.count ? $0[index].text(in: language) : nil }
      let isUnread = published.unread.contains { $0.id == id }
      table.append([
        published.title(ofFigure: id),
        figure?.quantity?.text(in: language)
          ?? (isUnread ? AuditWords.unread : figure == nil ? AuditWords.unknown : AuditWords.noData)[language],
        share ?? "–",
      ])
    }
    table.append([AuditWords.computed[language], audited.computed?.text(in: language) ?? "–", ""])
    table.append([AuditWords.stated[language], sum.stated?.text(in: language) ?? "–", ""])
    let verdict = verdict(audited, published, language)
    let head = "\(sum.title.visible()) (\(sum.place.row)): \(verdict)\n"
    return head + (sum.says.map { "“\($0.visible())”\n" } ?? "") + "\n" + table.text(width: width)
  }

  private static func verdict(
    _ audited: AuditedSum, _ published: PublishedFigures, _ language: ReaderLanguage
  ) -> String {
    if let verdict = audited.verdict { return AuditWords.verdict(verdict)[language] }
    if let unlike = audited.unlike {
      return (audited.computed == nil ? AuditWords.unlike(unlike.reason) : AuditWords.otherUnit)[language]
    }
    if audited.sum.of.contains(where: { published.figure($0) == nil }) {
      return AuditWords.partUnread[language]
    }
    if audited.sum.stated == nil { return AuditWords.notStated[language] }
    return (audited.computed == nil ? AuditWords.partMissing : AuditWords.incomparable(audited.sum.stated))[
      language]
  }

  private static func ratios(_ ratios: [AuditedRatio], _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .name(AuditWords.content[language], width: 48), .number(AuditWords.numerator[language]),
      .number(AuditWords.whole[language]), .number(AuditWords.stated[language]),
      .number(AuditWords.computed[language]), .words(AuditWords.verdict[language], width: 28),
      .words(AuditWords.place[language]),
    ])
    for audited in ratios {
      let ratio = audited.ratio
      let verdict =
        audited.verdict.map(AuditWords.verdict)
        ?? (ratio.isOfUnlikeUnits
          ? AuditWords.otherUnit
          : ratio.namesParts ? AuditWords.inexact : AuditWords.onlyPercent)
      table.append([
        ratio.title, ratio.part.map { grouped($0, in: language) } ?? "–",
        ratio.whole.map { grouped($0, in: language) } ?? "–", ratio.stated.text(in: language),
        audited.computed?.text(in: language) ?? "–", verdict[language], ratio.place.row,
      ])
    }
    return table
  }

  private static func frequencies(_ frequencies: [AuditedFrequency], _ language: ReaderLanguage) -> TextTable
  {
    var table = TextTable(columns: [
      .name(AuditWords.content[language], width: 48), .words(AuditWords.frequency[language], width: 24),
      .words(AuditWords.from[language]), .words(AuditWords.through[language]),
      .number(AuditWords.stated[language]), .number(AuditWords.expected[language]),
      .words(AuditWords.verdict[language], width: 28), .words(AuditWords.place[language]),
    ])
    for audited in frequencies {
      let verdict =
        switch audited.agrees {
        case true?: AuditWords.agrees
        case false?: AuditWords.differs
        case nil:
          audited.figure.quantity == nil
            ? AuditWords.countNotStated
            : audited.figure.isOfUnlikeUnits
              ? AuditWords.otherUnit : AuditWords.incomparable(audited.figure.quantity)
        }
      table.append([
        audited.figure.title, audited.frequency.says, audited.days.lowerBound.forPeople,
        audited.days.upperBound.advanced(by: -1).forPeople,
        audited.figure.quantity?.text(in: language) ?? AuditWords.noData[language],
        audited.expected.text(in: language, unit: false),
        verdict[language], audited.figure.place.row,
      ])
    }
    return table
  }

  private static func intervals(_ intervals: [AuditedInterval], _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .name(AuditWords.content[language], width: 48), .words(AuditWords.from[language]),
      .words(AuditWords.through[language]), .number(AuditWords.stated[language]),
      .number(AuditWords.computed[language]), .words(AuditWords.verdict[language], width: 28),
      .words(AuditWords.place[language]),
    ])
    for audited in intervals {
      let interval = audited.interval
      table.append([
        interval.title, interval.days.lowerBound.forPeople,
        interval.days.upperBound.advanced(by: -1).forPeople, interval.statedText(in: language),
        audited.text(in: language), (audited.agrees ? AuditWords.agrees : AuditWords.differs)[language],
        interval.place.row,
      ])
    }
    return table
  }
}

extension AuditedFigures {
  /// Whether there is nothing that could be worked out again.
  fileprivate var isEmpty: Bool {
    sums.isEmpty && ratios.isEmpty && frequencies.isEmpty && intervals.isEmpty && hours.isEmpty
      && products.isEmpty
      && shares.isEmpty
  }
}
