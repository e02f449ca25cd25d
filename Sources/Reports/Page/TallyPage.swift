import Mustache
import ScheduleModel

/// The report on planned and aired as values that the template names, each text as it will be seen.
struct TallyPage {
  let lang: String
  let kind: String
  let title: String
  let head: [String]
  let tiles: [Tile]
  let sections: [Section]
  let pictures: [ReportPicture]
  let notes: [String]
  let words: PageWords
  let style = TallyPage.styleSheet

  /// A total, large.
  struct Tile {
    let label: String
    let value: String
    let detail: String
  }

  /// One section.
  struct Section {
    let position: Int
    let heading: String
    let paragraphs: [String]
    let tables: [Table]
    /// Whether it is a row of tables, which paper takes side by side.
    let isMany: Bool
  }

  /// One table, perhaps with a picture of it.
  struct Table {
    let caption: String?
    let picture: MonthChart?
    let columns: [Column]
    let rows: [Row]
    /// Whether it is wider than a screen, and is moved sideways: the months of a plan of several years.
    let isWide: Bool
  }

  /// The head of a column.
  struct Column {
    let columnClass: String
    let label: String
  }

  /// One row.
  struct Row {
    let rowClass: String
    let cells: [Cell]
  }

  /// One cell.
  struct Cell {
    let cellClass: String
    let isName: Bool
    let text: String
    let opened: Opened?
  }

  /// What a figure opens to.
  struct Opened {
    let sources: [Source]
  }

  /// The counted rows of one log.
  struct Source {
    let file: String
    let lines: String
  }

  /// The page of a report.
  init(_ input: TallyReport.Input, _ language: ReaderLanguage) {
    let builder = TallyDocument(input, language)
    let document = builder.document()
    lang = language.rawValue
    kind = document.kind
    title = document.title.visible()
    head = document.head.map(Self.flowing)
    tiles = builder.tiles
    sections = document.sections.enumerated().map { index, section in
      Section(
        position: index + 1, heading: section.heading, paragraphs: section.paragraphs.map(Self.flowing),
        tables: section.tables.enumerated().map { Self.table($1, picture: $0 == 0 ? section.chart : nil) },
        isMany: section.tables.count > 2)
    }
    pictures = Self.pictures(input, language)
    notes = document.notes
    words = PageWords(language)
  }

  static func pictures(_ input: TallyReport.Input, _ language: ReaderLanguage) -> [ReportPicture] {
    guard let days = DayCounts(input) else { return [] }
    let left = days.dayless > 0 ? " " + PictureWords.dayless(days.dayless, language) : ""
    let burnUp = BurnUp(days, language)
    return [
      ReportPicture(
        svg: burnUp.svg,
        legend: burnUp.lines.map { ReportPicture.Legend(kind: $0.rawValue, name: $0.name[language]) },
        key: burnUp.title[language] + "." + left),
      ReportPicture(
        svg: HeatMap(days, language).svg, legend: [],
        key: "\(PictureWords.heatMap[language]); \(PictureWords.heatKey[language])."),
    ]
  }

  /// The page; the same input gives the same bytes.
  func html() -> String { Self.template.render(self) }

  private static let template: MustacheTemplate = {
    PageEscaping.register()
    do {
      return try MustacheTemplate(string: templateText)
    } catch {
      preconditionFailure("the page's template cannot be read: \(error)")
    }
  }()

  /// A paragraph without the line ends that its writer put in.
  private static func flowing(_ text: String) -> String {
    text.wrapped(to: .max).joined(separator: " ").visible()
  }

  private static func table(_ table: TextTable, picture: MonthChart?) -> Table {
    Table(
      caption: table.caption, picture: picture,
      columns: table.columns.map { Column(columnClass: $0.cssClass, label: $0.heading.visible()) },
      rows: table.rows.map { row in
        let cells = zip(row.cells, table.columns).enumerated().map { index, pair in
          Cell(
            cellClass: pair.1.cssClass + (pair.0.isQuiet ? " quiet" : ""),
            isName: pair.1.kind == .name, text: pair.0.text.visible(),
            opened: row.opened == index && !row.sources.isEmpty ? Opened(sources: sources(row.sources)) : nil)
        }
        return Row(rowClass: row.isGroup ? "group" : "line", cells: cells)
      }, isWide: table.columns.count > 17)
  }

  /// The counted rows, file by file in the order in which they were counted.
  private static func sources(_ places: [SourcePlace]) -> [Source] {
    var files: [String] = []
    for place in places where !files.contains(place.file) { files.append(place.file) }
    return files.map { file in
      let lines = places.filter { $0.file == file }.map { String($0.line) }
      return Source(file: file.visible(), lines: lines.joined(separator: ", "))
    }
  }
}

extension TextTable.Column {
  fileprivate var cssClass: String {
    switch kind {
    case .words: width.map { $0 <= 14 } == true ? "words short" : "words"
    case .number: "number"
    case .name: "name"
    }
  }
}

extension TallyDocument {
  /// The totals that the plan asks for, as the first thing that a reader of the page sees.
  fileprivate var tiles: [TallyPage.Tile] {
    tally.totals.map { total in
      let details = [
        "\(TallyWords.scheduled[language]): \(figure(layout.shown(total).scheduled).text)",
        "\(TallyWords.planned(of: plan)[language]): \(figure(total.planned).text)",
        "\(TallyWords.published[language]): \(figure(total.published).text)",
      ]
      return TallyPage.Tile(
        label: total.title.visible(),
        value: figures.cell(layout.shown(total).aired, isLeast: !layout.unlogged(total).isEmpty).text,
        detail: details.joined(separator: " · ").visible())
    }
  }
}
