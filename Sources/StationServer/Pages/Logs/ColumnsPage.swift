import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// The first rows of a file that was sent in, above each column a list of what it may be: for files whose header is not
/// understood, or that have none.
struct ColumnsPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let message: String?
  let here: String
  let columns: [Column]
  let rows: [Row]
  let kept: [Choice]
  let words: PageWords

  /// A column of the file.
  struct Column {
    let number: Int
    let name: String
    let choices: [Choice]
  }

  /// A row of the file.
  struct Row {
    let number: Int
    let cells: [String]
    let isFirst: Bool
    let label: String
  }

  struct Choice {
    let value: String
    let name: String
    var isChosen = false
  }

  struct PageWords {
    let table, first, firstHelp, send: String
  }

  static let title = Words(vi: "Chỉ từng cột của tệp là gì", en: "Say what each column of the file is")

  /// So many columns can be named.
  private static let most = 30

  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let desk = visit.station.desk
    let upload = try await desk.upload(try visit.part("upload"), to: plan)
    let terms = try PreviewPage.terms(visitor) { visit.asked($0) }
    let preview = "/p/\(plan.plan.slug)/logs/upload/\(upload.id)"
    // It is read by a worker, as for the page that shows the reading.
    guard case .made(let reading) = try await PreviewPage.read(upload, terms, visit, plan, visitor),
      let head = reading.preview.head
    else { return .seeOther(PreviewPage.address(preview, PreviewPage.pairs(terms))) }
    let kept = PreviewPage.pairs(terms).filter { $0.0 != "columns" && $0.0 != "map" }
    guard let first = visit.asked("first").flatMap(Int.init), head.numbers.contains(first) else {
      return try await page(visit, plan, upload, head, terms, kept, nil)
    }
    var named: [(String, Int)] = []
    for number in 1...most {
      guard let name = visit.asked("c\(number)") else { continue }
      guard !named.contains(where: { $0.0 == name }) else {
        return try await page(
          visit, plan, upload, head, terms, kept,
          Words(
            vi: "Hai cột cùng được chỉ là một thứ; mỗi thứ chỉ ở một cột.",
            en: "Two columns were said to be the same; each thing stands in one column."))
      }
      named.append((name, number))
    }
    guard !named.isEmpty else {
      return try await page(
        visit, plan, upload, head, terms, kept,
        Words(vi: "Chưa chỉ cột nào.", en: "No column was named yet."))
    }
    let columns = (["skip=\(first - 1)"] + named.map { "\($0.0)=\($0.1)" }).joined(separator: ",")
    return .seeOther(PreviewPage.address(preview, kept + [("columns", columns)]))
  }

  private static func page(
    _ visit: Visit, _ plan: VisiblePlan, _ upload: StoredUpload, _ head: UploadPreview.Head,
    _ terms: UploadTerms, _ kept: [(String, String)], _ message: Words?
  ) async throws -> Response {
    let page = ColumnsPage(visit, plan, upload, head, terms, kept, message)
    var response = visit.page(
      title, of: try await visit.year(), here: "/logs", body: Template.render(.columns, page))
    if message != nil { response.status = .unprocessableContent }
    return response
  }

  private init(
    _ visit: Visit, _ plan: VisiblePlan, _ upload: StoredUpload, _ head: UploadPreview.Head,
    _ terms: UploadTerms, _ kept: [(String, String)], _ message: Words?
  ) {
    let language = visit.language
    let preview = "/p/\(plan.plan.slug)/logs/upload/\(upload.id)"
    title = Self.title[language]
    back = PageFrame.Link(
      address: preview,
      name: Words(vi: "Đọc thử \(upload.name.visible())", en: "Reading \(upload.name.visible())")[language])
    self.head =
      Words(
        vi:
          "Những dòng đầu của tệp, nguyên như vậy. Trên mỗi cột, chọn cột đó là gì; bên trái, chọn dòng đầu tiên là một lượt phát. Cột không cần thì để trống.",
        en:
          "The first rows of the file, as they stand. Above each column choose what it is; on the left, choose the first row that is a broadcast. Leave a column that is not needed."
      )[language]
    self.message = message?[language]
    here = "\(preview)/columns"
    let named = terms.named
    let width = min(Self.most, head.rows.map(\.count).max() ?? 0)
    let isAsked = visit.asked("first") != nil || !(named?.columns.isEmpty ?? true)
    // Where nobody pointed yet, what the headings say is offered.
    let heading = isAsked ? nil : Self.heading(of: head)
    columns = (0..<width).map { index in
      let chosen =
        visit.asked("c\(index + 1)") ?? named?.columns.first { $0.value == index + 1 }?.key
        ?? heading?.columns[index] ?? ""
      return Column(
        number: index + 1, name: Words(vi: "Cột \(index + 1)", en: "Column \(index + 1)")[language],
        choices: [Choice(value: "", name: "–", isChosen: chosen.isEmpty)]
          + StationYear.ImportRequest.columnNames.map {
            Choice(value: $0.name, name: $0.words[language], isChosen: $0.name == chosen)
          })
    }
    let isNamed = !(named?.columns.isEmpty ?? true)
    let usual =
      heading?.next ?? (head.numbers.count > 1 ? head.numbers[1] : head.numbers.first ?? 1)
    let first = visit.asked("first").flatMap(Int.init) ?? (isNamed ? (named?.skip ?? 0) + 1 : usual)
    rows = zip(head.numbers, head.rows).map { number, cells in
      Row(
        number: number,
        cells: (0..<width).map { cells.indices.contains($0) ? cells[$0] : "" },
        isFirst: number == first,
        label: Words(
          vi: "Dòng \(number) là lượt phát đầu tiên", en: "Row \(number) is the first broadcast")[language])
    }
    self.kept = kept.map { Choice(value: $0.1, name: $0.0) }
    words = PageWords(
      table: Words(vi: "Những dòng đầu của tệp", en: "The first rows of the file")[language],
      first: Words(vi: "Từ dòng", en: "From row")[language],
      firstHelp: Words(
        vi: "Cần ít nhất cột ngày và cột kênh; nếu tệp không ghi kênh, chọn kênh ở trang đọc thử.",
        en:
          "A column of days and one of outlets are needed; where the file names no outlet, choose it on the page that shows the reading."
      )[language], send: Words(vi: "Đọc theo các cột này", en: "Read it by these columns")[language])
  }

  /// What the row that knows the most columns says of each, and the number of the row below it; `nil` where no row names two.
  private static func heading(of head: UploadPreview.Head) -> (columns: [Int: String], next: Int?)? {
    let rows = head.rows.enumerated().map { index, cells -> (columns: [Int: String], next: Int?) in
      var found: [Int: String] = [:]
      for (place, cell) in cells.enumerated() {
        guard let name = StationYear.ImportRequest.columnName(of: cell), !found.values.contains(name) else {
          continue
        }
        found[place] = name
      }
      return (found, head.numbers.indices.contains(index + 1) ? head.numbers[index + 1] : nil)
    }
    return rows.max { $0.columns.count < $1.columns.count }.flatMap { $0.columns.count >= 2 ? $0 : nil }
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>{{/message}}
    <p class="soft">{{head}}</p>
    <form method="get" action="{{here}}">{{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">{{/kept}}
    <div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col">{{words.first}}</th>
    {{#columns}}<th scope="col"><label for="c{{number}}">{{name}}</label><select id="c{{number}}" name="c{{number}}">{{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>{{/choices}}</select></th>
    {{/columns}}
    </tr></thead><tbody>
    {{#rows}}<tr><td><label class="check"><input type="radio" name="first" value="{{number}}" aria-label="{{label}}"{{#isFirst}} checked{{/isFirst}}> {{number}}</label></td>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>
    <p class="soft">{{words.firstHelp}}</p>
    <p><button>{{words.send}}</button></p></form>

    """
}
