public import ScheduleModel

extension ImportReport {
  /// What is read of a table of declared figures, and what of it the Book has not yet.
  public struct Declared: Sendable {
    /// The file.
    public let file: String
    /// The figures that are new, in the file's order.
    public let figures: [DeclaredFigure]
    /// How many figures the Book has of this very file already.
    public let known: Int
    /// Whether rows with mistakes are left out.
    public let hasFaults: Bool

    /// What is read of a file.
    public init(file: String, figures: [DeclaredFigure], known: Int, hasFaults: Bool) {
      self.file = file
      self.figures = figures
      self.known = known
      self.hasFaults = hasFaults
    }
  }

  /// What became of a table of declared figures; in a preview after its figures as they will be recorded.
  public static func text(
    _ table: Declared, isPreview: Bool, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    let shown =
      isPreview && !table.figures.isEmpty ? figures(of: table, language).text(width: width) + "\n" : ""
    return shown + sentence(table, isPreview: isPreview)[language].visible() + "\n"
  }

  /// What became of a table of declared figures, in one sentence.
  package static func sentence(_ table: Declared, isPreview: Bool) -> Words {
    let count = table.figures.count
    let known = Words(
      vi: table.known == 0 ? "" : ", sổ đã có \(grouped(table.known, in: .vietnamese))",
      en: table.known == 0 ? "" : ", \(grouped(table.known, in: .english)) in the Book already")
    let faults = Words(
      vi: table.hasFaults ? "; không nhận các dòng có lỗi nêu dưới đây" : "",
      en: table.hasFaults ? "; the rows with the errors below are left out" : "")
    let (vi, en) = (grouped(count, in: .vietnamese), counted(count, "declared figure"))
    switch (count, isPreview) {
    case (0, _):
      return Words(
        vi: "\(table.file): số liệu kê khai\(known.vi)\(faults.vi); sổ giữ nguyên.",
        en: "\(table.file): declared figures\(known.en)\(faults.en); the Book stays as it is.")
    case (_, true):
      return Words(
        vi: "\(table.file): đọc được \(vi) số liệu kê khai mới\(known.vi)\(faults.vi); chưa ghi (xem trước).",
        en: "\(table.file): \(en) read\(known.en)\(faults.en); nothing written (preview).")
    case (_, false):
      return Words(
        vi: "\(table.file): ghi \(vi) số liệu kê khai\(known.vi)\(faults.vi).",
        en: "\(table.file): \(en) recorded\(known.en)\(faults.en).")
    }
  }

  /// The figures as they will be recorded.
  package static func figures(of table: Declared, _ language: ReaderLanguage) -> TextTable {
    var rows = TextTable(columns: [
      .number(Words(vi: "Dòng", en: "Row")[language]),
      .words(ConsolidationWords.unit[language]), .words(ConsolidationWords.period[language]),
      .words(Words(vi: "Chỉ tiêu", en: "Line")[language]),
      .number(ConsolidationWords.figure[language], width: 30),
      .words(ConsolidationWords.received[language]),
      .words(Words(vi: "Gồm cả", en: "Includes")[language], width: 30),
      .words(ConsolidationWords.evidence[language], width: 24),
      .words(Words(vi: "Ghi chú", en: "Note")[language], width: 30),
    ])
    for figure in table.figures {
      let sheet = figure.place.file.dropFirst(table.file.count)
      let includes = figure.includes.map {
        $0.isEmpty ? Words(vi: "không", en: "none")[language] : $0.joined(separator: "; ")
      }
      let cells = [
        "\(sheet.isEmpty ? "" : "\(sheet.dropFirst()):")\(figure.place.line)", figure.unit,
        "\(figure.period)", figure.line,
        figure.quantity?.text(in: language) ?? ConsolidationWords.noData[language],
        figure.received?.forPeople ?? "–", includes ?? "–", figure.evidence ?? "–", figure.note ?? "–",
      ]
      rows.append(cells)
    }
    return rows
  }
}
