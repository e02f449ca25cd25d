import Reports
import ScheduleModel

/// A table of a report as the template names it, each text as it will be seen.
struct TableView {
  let caption: String?
  let name: String
  let columns: [Column]
  let rows: [Row]

  /// The head of a column.
  struct Column {
    let kind: String
    let label: String
  }

  /// One row.
  struct Row {
    let kind: String
    let cells: [Cell]
  }

  /// One cell.
  struct Cell {
    let kind: String
    let isName: Bool
    let text: String
    /// Where it leads; `nil` for nowhere.
    let leads: String?
  }

  /// - Parameters:
  ///   - name: What the table is, for who cannot see it; its caption where it has one.
  ///   - address: Where the figure of a row leads that can be opened.
  init(_ table: TextTable, name: String, address: (TextTable.Row) -> String? = { _ in nil }) {
    caption = table.caption?.visible()
    self.name = caption ?? name
    columns = table.columns.map { Column(kind: $0.kind.word, label: $0.heading.visible()) }
    rows = table.rows.map { row in
      let leads = address(row)
      return Row(
        kind: row.isGroup ? "group" : "line",
        cells: zip(row.cells, table.columns).enumerated().map { index, pair in
          Cell(
            kind: pair.1.kind.word + (pair.0.isQuiet ? " soft" : ""),
            isName: pair.1.kind == .name && !row.isGroup, text: pair.0.text.visible(),
            leads: row.opened == index ? leads : nil)
        })
    }
  }

  static let template = """
    <div class="table" tabindex="0" role="region" aria-label="{{name}}">
    <table>
    {{#caption}}<caption>{{.}}</caption>
    {{/caption}}
    <thead><tr>
    {{#columns}}
    <th scope="col" class="{{kind}}">{{label}}</th>
    {{/columns}}
    </tr></thead>
    <tbody>
    {{#rows}}
    <tr class="{{kind}}">
    {{#cells}}
    {{#isName}}<th scope="row" class="name">{{text}}</th>{{/isName}}\
    {{^isName}}<td class="{{kind}}">{{#leads}}<a href="{{.}}">{{text}}</a>{{/leads}}{{^leads}}{{text}}{{/leads}}</td>{{/isName}}
    {{/cells}}
    </tr>
    {{/rows}}
    </tbody>
    </table>
    </div>

    """
}

extension TextTable.Column.Kind {
  /// The class by which the style knows it.
  fileprivate var word: String {
    switch self {
    case .words: "words"
    case .number: "number"
    case .name: "name"
    }
  }
}

/// A picture of a report as the template names it.
struct PictureView {
  let svg: String
  let legend: [Legend]
  let key: String

  /// What one of its lines is.
  struct Legend {
    let kind: String
    let name: String
  }

  init(_ picture: ReportPicture) {
    svg = picture.svg
    legend = picture.legend.map { Legend(kind: $0.kind, name: $0.name) }
    key = picture.key
  }

  /// The only template that puts in what it does not escape: Reports draws the picture and escapes its texts.
  static let template = """
    <figure>
    {{{svg}}}
    <figcaption>{{key}}{{#legend}} <span class="stroke {{kind}}"></span>{{name}}{{/legend}}</figcaption>
    </figure>

    """
}
