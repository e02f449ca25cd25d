import ScheduleModel

extension Finding {
  /// How many rows a sentence names.
  private static let mostRows = 3

  /// Rows are replaced or taken back, and the line's count changes.
  static func figureChanged(_ change: FigureChange, at place: SourcePlace?) -> Finding {
    func name(_ entry: AsRunEntry) -> String { "\(entry.place.file):\(entry.place.line)" }
    func list(_ language: ReaderLanguage) -> String {
      let shown = change.rows.prefix(mostRows).map { row in
        guard let new = row.new else {
          return Words(
            vi: "\(name(row.old)) “\(cut(row.old.title))” bị rút",
            en: "\(name(row.old)) “\(cut(row.old.title))” is taken back")[
              language]
        }
        let status =
          new.status == .aired
          ? Words("") : Words(vi: " (\(new.status.name.vi))", en: " (\(new.status.name.en))")
        return Words(
          vi: "\(name(row.old)) “\(cut(row.old.title))” nay là \(name(new)) “\(cut(new.title))”\(status.vi)",
          en: "\(name(row.old)) “\(cut(row.old.title))” is now \(name(new)) “\(cut(new.title))”\(status.en)")[
            language]
      }.joined(separator: "; ")
      let more = change.rows.count - mostRows
      return more <= 0
        ? shown : shown + Words(vi: "; và \(more) dòng nữa", en: "; and \(more) more")[language]
    }
    let (before, after) = (change.before, change.after)
    let figures =
      before == after
      ? Words(
        vi: "cả năm vẫn \(grouped(after, in: .vietnamese)), nhưng không cùng tháng như trước",
        en: "the year's count stays \(grouped(after, in: .english)), but not in the same months")
      : Words(
        vi:
          "số thực hiện cả năm từ \(grouped(before, in: .vietnamese)) thành \(grouped(after, in: .vietnamese))",
        en: "the year's count goes from \(grouped(before, in: .english)) to \(grouped(after, in: .english))")
    let example = change.rows.lazy.compactMap(\.new).first.map(name)
    return Finding(
      .ledgerFigureChanged, .warning, at: place,
      Words(
        vi: "“\(cut(change.title))”: \(figures.vi), vì dòng đã ghi bị thay hoặc rút: \(list(.vietnamese)).",
        en:
          "“\(cut(change.title))”: \(figures.en), because recorded rows are replaced or taken back: \(list(.english))."
      ),
      remedy: example.map { example in
        Words(
          vi:
            "Đối chiếu các dòng này với nhật ký gốc của đài. Dòng mới ghi sai thì nhập một dòng đính chính: “thay cho dòng” "
            + "ghi \(example.shellWord), các cột khác chép từ nhật ký gốc, và “lý do”.",
          en:
            "Compare these rows with the station's own log. If a new one is wrong, import a correction: “replaces” is "
            + "\(example.shellWord), the other columns are copied from the station's log, and a “reason”.")
      }
        ?? Words(
          vi: "Đối chiếu với nhật ký gốc của đài; dòng bị rút nhầm thì nhập lại từ nhật ký gốc.",
          en:
            "Compare it with the station's own log; a row that was taken back by mistake is imported again from there."
        ))
  }
}
