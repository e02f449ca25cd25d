public import ScheduleModel

/// A close as the body of its entry.
///
///     plan,lai-chau-2018
///     period,2018-Q1
///     profile,CALENDAR_YEAR
///     …
///
///     figure,id,language,from,to,planned,scheduled,aired,…
///     line,chuyen-muc,,,,23 kỳ,6,6,…
///
///     counts-for,row,date,time,outlet,line,…
///     chuyen-muc,truyen-hinh.csv:7,2018-01-04,20:15,truyen-hinh,chuyen-muc,…
///
/// Values, the figures and the rows, parted by blank lines. There is one way only to write a close, so that a body that
/// says the same in other octets is not one.
public enum CloseText {
  /// The names of the values, in order; those without a value are left out.
  enum Key: String, CaseIterable {
    case plan, period, profile, from, to, against
    case asOf = "as-of"
    case number, reason
    case leftOut = "left-out"
  }

  /// The columns of the figures that tell what they are about; the measures follow.
  static let figureColumns = ["figure", "id", "language", "from", "to", "planned"]
  /// The columns of the rows that the row itself does not say; its cells follow.
  static let rowColumns = ["counts-for", "row"]

  /// The whole body.
  public static func bytes(of close: PeriodClose) -> [UInt8] {
    var text = TextBytes()
    for key in Key.allCases {
      if let value = value(of: key, in: close) { line([key.rawValue, value], in: &text) }
    }
    text.end()
    line(figureColumns + ClosedFigure.Measure.allCases.map(\.rawValue), in: &text)
    for figure in close.figures {
      let subject = figure.subject
      let head = [
        subject.kind.rawValue, subject.id, subject.language?.tag ?? "",
        subject.days?.lowerBound.description ?? "", subject.days?.upperBound.description ?? "",
        figure.planned ?? "",
      ]
      line(
        head + ClosedFigure.Measure.allCases.map { figure.values[$0].map(String.init) ?? "" }, in: &text)
    }
    text.end()
    return text.bytes + rows(of: close)
  }

  private static func value(of key: Key, in close: PeriodClose) -> String? {
    switch key {
    case .plan: close.scope.plan
    case .period: close.scope.period
    case .profile: close.scope.profile
    case .from: close.days.lowerBound.description
    case .to: close.days.upperBound.description
    case .against: close.scope.against.rawValue
    case .asOf: close.asOf.description
    case .number: String(close.stamp.number)
    case .reason: close.stamp.reason
    case .leftOut: String(close.rowsLeftOut)
    }
  }

  private static func rows(of close: PeriodClose) -> [UInt8] {
    var text = TextBytes()
    line(rowColumns + ClosedRow.Column.allCases.map(\.rawValue), in: &text)
    for row in close.rows {
      line([row.countsFor.joined(separator: " "), row.name] + row.cells, in: &text)
    }
    return text.bytes
  }

  private static func line(_ cells: [String], in text: inout TextBytes) {
    for (index, cell) in cells.enumerated() {
      if index == 0 { text.cell(cell) } else { text.field(cell) }
    }
    text.end()
  }
}
