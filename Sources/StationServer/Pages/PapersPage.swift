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
    /// What lower units reported, for a paper over all units.
    var declared: ConsolidationReport.Input?
  }

  /// The papers of a year: those of every plan, and one over all units for each period on which units reported.
  private static func papers(of known: YearReading.Known) -> [Paper] {
    usual
      + known.declared.map { input in
        let period = input.consolidation.period
        return Paper(
          id: "consolidated-\(period)",
          name: Words(
            vi: "Tổng hợp số liệu các đơn vị, \(period.name.vi)",
            en: "Figures of all units, \(period.name.en)"), layout: nil,
          formats: documents + ["xlsx", "csv", "json"], declared: input)
      }
  }

  private static let usual: [Paper] = [
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
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    let language = visit.language
    let page = PapersPage(
      title: title[language],
      head: Words(
        vi: "Mỗi tệp giống hệt tệp mà lệnh lichsong report hoặc lichsong consolidate ghi từ cùng sổ này.",
        en:
          "Each file is the very one that lichsong report or lichsong consolidate writes from the same Book.")[
          language],
      rows: papers(of: known).map { paper in
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

  /// All files of a year, with what each is.
  static func files(of known: YearReading.Known) -> [(name: String, title: Words)] {
    papers(of: known).flatMap { paper in paper.formats.map { ("\(paper.id).\($0)", paper.name) } }
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
    guard parts.count == 2, let paper = papers(of: known).first(where: { $0.id == parts[0] }),
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
    if let declared = paper.declared { return try consolidated(declared, as: format, programs, language) }
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
    return try octets(
      of: TallyReport.paper(known.report, layout: layout, terms: PaperTerms(), language: language),
      as: format,
      programs)
  }

  /// A paper over all units; none is made of what is signed while a figure could not be read.
  private static func consolidated(
    _ input: ConsolidationReport.Input, as format: String, _ programs: [String], _ language: ReaderLanguage
  ) throws -> [UInt8] {
    switch format {
    case "csv": return Array(ConsolidationReport.csv(input).utf8)
    case "json": return Array(ConsolidationReport.json(input, language: language).utf8)
    default:
      guard !input.findings.hasErrors else {
        throw Refusal(
          status: .conflict,
          words: Words(
            vi: "Chưa lập văn bản tổng hợp: còn lỗi phải sửa trước. Bản CSV và JSON có những số đã đọc được.",
            en:
              "No consolidated paper was made: there are errors to put right first. The CSV and JSON have what was read."
          ), findings: input.findings.filter { $0.severity == .error })
      }
      if format == "xlsx" {
        return try OutputFile.Content.workbook(ConsolidationReport.workbook(input, language: language))
          .bytes()
      }
      return try octets(of: ConsolidationReport.paper(input, language: language), as: format, programs)
    }
  }

  private static func octets(of set: Reports.Paper, as format: String, _ programs: [String]) throws -> [UInt8]
  {
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
