import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationFolder

/// The year's reports as files, the same bytes as `lichsong report` gives.
struct PapersPage {
  let title: String
  let head: String
  let rows: [Row]
  let paper: String
  let formats: String

  /// A paper.
  struct Row {
    let name: String
    let files: [PageFrame.Link]
  }

  /// A paper, and in which formats it is.
  private struct Paper {
    let id: String
    let name: Words
    /// `nil` for the report itself.
    let layout: Reports.Paper.Layout?
    let formats: [String]
  }

  private static let papers: [Paper] = [
    Paper(
      id: "report", name: Words(vi: "Kế hoạch và kết quả thực hiện", en: "Planned against aired"),
      layout: nil,
      formats: ["html", "xlsx", "csv", "json"]),
    Paper(
      id: "result",
      name: Words(vi: "Báo cáo kết quả (mẫu văn bản)", en: "Report of results (official paper)"),
      layout: .result, formats: documents),
    Paper(
      id: "annex", name: Words(vi: "Phụ lục kế hoạch", en: "Annex of the plan"), layout: .annex,
      formats: documents),
    Paper(
      id: "months", name: Words(vi: "Chỉ tiêu theo tháng", en: "Lines by month"), layout: .months,
      formats: documents),
    Paper(
      id: "schedule", name: Words(vi: "Lịch phát sóng", en: "Broadcast schedule"), layout: .schedule,
      formats: documents),
  ]

  private static let documents = ["docx", "pdf", "html"]

  static let title = Words(vi: "Văn bản và bảng tính", en: "Papers and workbooks")

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard year.known != nil else { return try await FindingsPage.brokenPlan(visit, year) }
    let language = visit.language
    let page = PapersPage(
      title: title[language],
      head: Words(
        vi: "Mỗi tệp giống hệt tệp mà lệnh lichsong report ghi từ cùng sổ này.",
        en: "Each file is the very one that lichsong report writes from the same Book.")[language],
      rows: papers.map { paper in
        Row(
          name: paper.name[language],
          files: paper.formats.map {
            PageFrame.Link(
              address: "/p/\(year.address)/papers/\(paper.id).\($0)?lang=\(language.rawValue)",
              name: $0.uppercased())
          })
      }, paper: Words(vi: "Văn bản", en: "Paper")[language], formats: Words(vi: "Tệp", en: "Files")[language])
    return visit.page(title, of: year, here: "/papers", body: Template.render(.papers, page))
  }

  /// All files, with what each is.
  static var files: [(name: String, title: Words)] {
    papers.flatMap { paper in paper.formats.map { ("\(paper.id).\($0)", paper.name) } }
  }

  /// One of the files.
  static func answerFile(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else {
      if visit.request.isOfProgram { throw Refusal.brokenPlan }
      // A program that asks for a file must not take the page for one.
      var page = try await FindingsPage.brokenPlan(visit, year)
      page.status = Refusal.brokenPlan.status
      return page
    }
    let parts = try visit.part("file").split(separator: ".", omittingEmptySubsequences: false).map(
      String.init)
    guard parts.count == 2, let paper = papers.first(where: { $0.id == parts[0] }),
      paper.formats.contains(parts[1])
    else { throw Refusal.notFound }
    let (format, language, programs) = (parts[1], visit.language, visit.station.surroundings.programs)
    let bytes = try await visit.station.years.work.run {
      try file(paper, as: format, known, programs: programs, language)
    }
    var headers = HTTPFields()
    headers[.contentType] = types[format] ?? "application/octet-stream"
    // The id of a plan is letters, digits and hyphens.
    headers[.contentDisposition] = "attachment; filename=\"\(known.plan.id)-\(paper.id).\(format)\""
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  private static func file(
    _ paper: Paper, as format: String, _ known: YearReading.Known, programs: [String],
    _ language: ReaderLanguage
  ) throws -> [UInt8] {
    guard let layout = paper.layout else {
      let content: OutputFile.Content =
        switch format {
        case "html": .text(TallyReport.html(known.report, language: language))
        case "csv": .text(TallyReport.csv(known.report, language: language))
        case "json": .text(TallyReport.json(known.report, language: language))
        default: .workbook(TallyReport.workbook(known.report, language: language))
        }
      return try content.bytes()
    }
    let set = TallyReport.paper(known.report, layout: layout, terms: PaperTerms(), language: language)
    switch format {
    case "html": return Array(set.html().utf8)
    case "docx": return set.docx()
    default:
      do {
        return try PDFConversion.pdf(of: set.docx(), programs: programs)
      } catch let refusal as PDFConversion.Refusal {
        throw Refusal(status: .serviceUnavailable, words: refusal.words)
      }
    }
  }

  /// The types of all files.
  static var allTypes: [String] { types.values.sorted() }

  static let types = [
    "html": "text/html; charset=utf-8", "csv": "text/csv; charset=utf-8", "json": "application/json",
    "pdf": "application/pdf", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  ]

  static let template = """
    <h1>{{title}}</h1>
    <p class="soft">{{head}}</p>
    <table class="plainly"><thead><tr><th scope="col">{{paper}}</th><th scope="col">{{formats}}</th></tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row" class="name">{{name}}</th><td>{{#files}}<a class="file" href="{{address}}">{{name}}</a> {{/files}}</td></tr>
    {{/rows}}
    </tbody></table>

    """
}
