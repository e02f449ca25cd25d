public import ScheduleModel

/// The closes of a plan, worked out again: what is confirmed, what is outdated, what was altered.
public enum VerifyReport {
  /// A table of the closes in the order in which they were made, then what differs, close by close.
  ///
  /// - Parameter plan: The plan, whose titles replace ids; `nil` when its file has errors.
  public static func text(
    _ closes: [VerifiedClose], plan: Plan?, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    let title = ClosingWords.verification[language] + "\n" + (plan.map { $0.title.visible() + "\n" } ?? "")
    guard !closes.isEmpty else { return title + "\n" + ClosingWords.none[language] + "\n" }
    var table = TextTable(columns: [
      .number(ClosingWords.sequence[language]), .name(ClosingWords.period[language]),
      .number(ClosingWords.number[language]), .words(ClosingWords.closed[language]),
      .words(ClosingWords.author[language], width: 30), .words(ClosingWords.hash[language]),
      .words(ClosingWords.state[language], width: 40),
    ])
    for verified in closes {
      let (close, stamp) = (verified.record.close, verified.record.close.stamp)
      let day = language == .vietnamese ? stamp.closed.day.forPeople : "\(stamp.closed.day)"
      table.append([
        "\(stamp.sequence)", "\(close.scope.period) (\(close.scope.profile))",
        .stated(stamp.number > 0 ? "\(stamp.number)" : nil), "\(day) \(stamp.closed.time)",
        .words(stamp.author), .words(String(verified.record.digest.prefix(16))),
        .words(ClosingWords.of(verified.state)[language]),
      ])
    }
    let details = closes.compactMap { verified -> String? in
      guard let difference = verified.told else { return nil }
      return "\(verified.record.close.scope.period): \(ClosingWords.of(verified.state)[language])\n\n"
        + CloseCertificate.difference(difference, plan: plan, language: language, width: width)
    }
    let renamed = closes.filter { !$0.renamed.isEmpty }.map { verified in
      "\(verified.record.close.scope.period): \(ClosingWords.renamed[language].lowercased())\n\n"
        + names(verified.renamed, language).text(width: width)
    }
    return ([title, table.text(width: width)] + details + renamed).joined(separator: "\n")
  }

  /// The names that changed after a close, with the name on its certificate and that of today.
  private static func names(_ changes: [NameChange], _ language: ReaderLanguage) -> TextTable {
    var table = TextTable(columns: [
      .words(ClosingWords.named[language]), .name(ClosingWords.nameThen[language], width: 40),
      .name(ClosingWords.nameNow[language], width: 40),
    ])
    for change in changes {
      table.append([
        .words(ClosingWords.of(change.kind)[language]), .stated(change.before), .stated(change.after),
      ])
    }
    return table
  }

  /// What is said of a close that was worked out again.
  public static func name(of state: VerifiedClose.State) -> Words { ClosingWords.of(state) }

  /// The same for scripts: keys are stable and English; `state` is one of ``VerifiedClose/State``.
  public static func json(_ closes: [VerifiedClose], findings: [Finding], language: ReaderLanguage) -> String
  {
    JSONText.of(
      Page(
        closes: closes.map {
          CloseRow($0.record, state: $0.state, difference: $0.told, renamed: $0.renamed)
        },
        findings: FindingRow.rows(findings, language)))
  }

  /// One close for scripts, as `lichsong close` tells it.
  ///
  /// - Parameters:
  ///   - record: The close; `nil` when there is none.
  ///   - isNew: Whether it was made just now.
  ///   - difference: What differs from the close before.
  ///   - renamed: The names that changed after it.
  public static func json(
    _ record: CloseRecord?, isNew: Bool, difference: CloseDifference?, renamed: [NameChange] = [],
    findings: [Finding], language: ReaderLanguage
  ) -> String {
    JSONText.of(
      MadePage(
        close: record.map { CloseRow($0, state: nil, difference: difference, renamed: renamed) },
        isNew: isNew,
        findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    let closes: [CloseRow]
    let findings: [FindingRow]
  }

  private struct MadePage: Encodable {
    @OrNull var close: CloseRow?
    let isNew: Bool
    let findings: [FindingRow]
  }
}

extension VerifiedClose {
  /// The difference that is worth telling; `nil` when all is as it was closed.
  fileprivate var told: CloseDifference? {
    switch state {
    case .confirmed, .restated, .unknown: nil
    case .outdated: today
    case .contradicted: recount
    }
  }
}

/// A close in JSON.
private struct CloseRow: Encodable {
  let file: String
  let sequence: Int
  let period: String
  let profile: String
  let against: String
  let from: String
  let to: String
  let asOf: String
  let number: Int
  let closed: String
  let author: String
  @OrNull var reason: String?
  let sha256: String
  @OrNull var previous: String?
  @OrNull var state: String?
  let rows: Int
  let rowsLeftOut: Int
  @OrNull var changedFigures: [FigureRow]?
  @OrNull var changedRows: [RowRow]?
  let renamed: [NameRow]

  init(
    _ record: CloseRecord, state: VerifiedClose.State?, difference: CloseDifference?, renamed: [NameChange]
  ) {
    self.renamed = renamed.map(NameRow.init)
    let (close, stamp) = (record.close, record.close.stamp)
    file = record.file
    sequence = stamp.sequence
    period = close.scope.period
    profile = close.scope.profile
    against = close.scope.against.rawValue
    from = close.days.lowerBound.description
    to = close.days.upperBound.description
    asOf = close.asOf.description
    number = stamp.number
    closed = stamp.closed.description
    author = stamp.author
    _reason = OrNull(wrappedValue: stamp.reason)
    sha256 = record.digest
    _previous = OrNull(wrappedValue: stamp.previous)
    _state = OrNull(wrappedValue: state?.rawValue)
    rows = close.rows.count
    rowsLeftOut = close.rowsLeftOut
    _changedFigures = OrNull(wrappedValue: difference?.figures.map(FigureRow.init))
    _changedRows = OrNull(wrappedValue: difference?.rows.map(RowRow.init))
  }

  struct NameRow: Encodable {
    let kind: String
    let id: String
    @OrNull var before: String?
    @OrNull var after: String?

    init(_ change: NameChange) {
      (kind, id) = (change.kind.rawValue, change.id)
      _before = OrNull(wrappedValue: change.before)
      _after = OrNull(wrappedValue: change.after)
    }
  }

  struct FigureRow: Encodable {
    let kind: String
    let id: String
    @OrNull var language: String?
    let figure: String
    @OrNull var before: String?
    @OrNull var after: String?

    init(_ change: CloseDifference.FigureChange) {
      kind = change.subject.kind.rawValue
      id = change.subject.id
      _language = OrNull(wrappedValue: change.subject.language?.tag)
      figure = change.measure?.rawValue ?? "planned"
      _before = OrNull(wrappedValue: change.before)
      _after = OrNull(wrappedValue: change.after)
    }
  }

  struct RowRow: Encodable {
    let change: String
    let row: String
    @OrNull var before: [String: String]?
    @OrNull var after: [String: String]?

    init(_ change: CloseDifference.RowChange) {
      let (word, old, new): (String, ClosedRow?, ClosedRow?) =
        switch change {
        case .added(let row): ("added", nil, row)
        case .gone(let row): ("gone", row, nil)
        case .changed(let old, let new): ("changed", old, new)
        }
      self.change = word
      row = new?.name ?? old?.name ?? ""
      _before = OrNull(wrappedValue: old.map(Self.cells))
      _after = OrNull(wrappedValue: new.map(Self.cells))
    }

    private static func cells(_ row: ClosedRow) -> [String: String] {
      Dictionary(
        zip(ClosedRow.Column.allCases.map(\.rawValue), row.cells).filter { !$0.1.isEmpty },
        uniquingKeysWith: { first, _ in first })
    }
  }
}
