import Reports
import ScheduleModel

/// A report of several sections as the template names it.
struct ReportView {
  let kind: String?
  let title: String
  let head: [String]
  /// The way back to where the report is opened from; `nil` for none.
  let back: PageFrame.Link?
  let pictures: [PictureView]
  let sections: [Section]
  let notes: [String]
  let notesHeading: String

  /// One section.
  struct Section {
    let heading: String
    let paragraphs: [String]
    let tables: [TableView]
  }

  /// - Parameters:
  ///   - address: Where the figure of a row leads that can be opened.
  init(
    _ document: ReportDocument, pictures: [ReportPicture] = [], back: PageFrame.Link? = nil,
    _ language: ReaderLanguage, address: (TextTable.Row) -> String? = { _ in nil }
  ) {
    kind = document.kind
    title = document.title.visible()
    head = document.head.map(Self.flowing)
    self.back = back
    self.pictures = pictures.map(PictureView.init)
    sections = document.sections.enumerated().map { number, section in
      Section(
        heading: "\(number + 1). \(section.heading.visible())",
        paragraphs: section.paragraphs.map(Self.flowing),
        tables: section.tables.enumerated().map { index, table in
          let name = section.tables.count > 1 ? "\(section.heading) \(index + 1)" : section.heading
          return TableView(table, name: name.visible(), address: address)
        })
    }
    notes = document.notes.map(Self.flowing)
    notesHeading = Words(vi: "Cách đếm", en: "How it was counted")[language]
  }

  /// A paragraph without the line ends that its writer put in.
  static func flowing(_ text: String) -> String {
    text.split { $0 == " " || $0.isNewline }.joined(separator: " ").visible()
  }

  func html() -> String { Template.render(.report, self) }

  static let template = """
    {{#back}}<p class="back"><a href="{{address}}">← {{name}}</a></p>
    {{/back}}
    {{#kind}}<p class="kind">{{.}}</p>
    {{/kind}}
    <h1>{{title}}</h1>
    {{#head}}
    <p class="soft">{{.}}</p>
    {{/head}}
    {{#pictures}}
    {{> picture}}
    {{/pictures}}
    {{#sections}}
    <section>
    {{#heading}}<h2>{{.}}</h2>
    {{/heading}}
    {{#paragraphs}}
    <p>{{.}}</p>
    {{/paragraphs}}
    {{#tables}}
    {{> table}}
    {{/tables}}
    </section>
    {{/sections}}
    {{#notes}}{{#first()}}<h2>{{notesHeading}}</h2><ul class="notes">{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/notes}}

    """
}
