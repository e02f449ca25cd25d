import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore
import StationWork

extension PreviewPage {
  init(
    _ reading: UploadWork.Reading, _ upload: StoredUpload, _ terms: UploadTerms, _ visit: Visit,
    _ plan: VisiblePlan, _ year: YearReading, _ visitor: Visitor
  ) {
    let language = visit.language
    let preview = reading.preview
    self.preview = preview
    title = Words(vi: "Đọc thử \(upload.name.visible())", en: "Reading \(upload.name.visible())")[language]
    let all = "/p/\(plan.plan.slug)/logs/upload"
    back = PageFrame.Link(address: all, name: UploadPage.title[language])
    let here = "\(all)/\(upload.id)"
    address = here
    discard = "\(here)/discard"
    token = visitor.formToken
    tables = preview.tables.map(PreviewTable.init)
    let chosen = Self.pairs(terms)
    questions = preview.questions.map { Self.question($0, here, chosen, language) }
    lines = preview.lines.map { line in
      LineRow(
        title: line.title?.visible() ?? Words(vi: "không thuộc chỉ tiêu nào", en: "of no line")[language],
        rows: grouped(line.rows, in: language), placed: grouped(line.placed, in: language))
    }
    let mayLink = plan.allows(.link)
    let known = year.known?.plan.lines.map { ($0.id, $0.title) } ?? []
    unknown =
      mayLink
      ? preview.unknown.enumerated().map { number, title in
        let order = title.nearest + known.map(\.0).filter { !title.nearest.contains($0) }
        return UnknownRow(
          number: number, title: title.title.visible(), rows: grouped(title.rows, in: language),
          lines: order.compactMap { id in
            known.first { $0.0 == id }.map { Choice(value: id, name: $0.1.visible()) }
          })
      } : []
    columns =
      preview.head == nil
      ? nil
      : PageFrame.Link(
        address: "\(here)/columns",
        name: Words(vi: "Chỉ từng cột của tệp là gì", en: "Say what each column of the file is")[language])
    asked = Self.pairs(terms).map { Choice(value: $0.1, name: $0.0) }
    kept = terms.columns.map { [Choice(value: $0, name: "columns")] } ?? []
    let remedies = PreviewRemedies(
      here, plan, language, hasTitles: !unknown.isEmpty, hasColumns: columns != nil)
    findings = preview.findings.map { told in
      let (remedy, ways) = remedies.remedy(of: told)
      return FindingRow(
        kind: told.severity, place: told.place, code: told.code, message: told.message,
        excerpt: told.excerpt, remedy: remedy, ways: ways)
    }
    options = Self.options(preview, terms, year, language)
    record =
      preview.entries == 0
      ? nil
      : RecordForm(
        action: "\(here)/record", hidden: chosen.map { Choice(value: $0.1, name: $0.0) },
        label: Words(vi: "Ghi vào sổ", en: "Record in the Book")[language])
    // A day, a mapping and what a spreadsheet did to its cells are of this file alone.
    let kept = chosen.filter { !["map", "day", "date-cells"].contains($0.0) }
    remember =
      kept.isEmpty
      ? nil
      : RecordForm(
        action: "\(here)/remember", hidden: kept.map { Choice(value: $0.1, name: $0.0) },
        label: Words(
          vi:
            "Lần sau tự đọc như vậy các tệp tên “\(NewMapping(name: "", like: upload.name).files.visible())”",
          en: "From now on read files named “\(NewMapping(name: "", like: upload.name).files.visible())” so")[
            language])
    nothing =
      preview.entries == 0
      ? Words(
        vi: "Tệp này chưa có gì để ghi: xem các điểm cần xem lại và các câu hỏi dưới đây.",
        en: "There is nothing to record of this file: see the questions and the findings below.")[language]
      : nil
    day = terms.day ?? ""
    words = PageWords(language)
  }

  /// The choices that were made, as an address has them.
  static func pairs(_ terms: UploadTerms) -> [(String, String)] {
    let all = [
      ("map", terms.map), ("outlet", terms.outlet), ("day", terms.day), ("trust", terms.trust),
      ("encoding", terms.encoding), ("dates", terms.dates), ("date-cells", terms.dateCells),
      ("lengths", terms.lengths), ("numbers", terms.numbers), ("columns", terms.columns),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  private static func question(
    _ question: UploadPreview.Question, _ here: String, _ chosen: [(String, String)],
    _ language: ReaderLanguage
  ) -> Question {
    let headings = [
      "dates": Words(
        vi: "Ngày hay tháng đứng trước? Tệp không cho biết; các dòng này chưa được nhận.",
        en: "Does the day or the month come first? The file does not show it; these rows are not taken."),
      "lengths": Words(
        vi: "Thời lượng này là phút:giây hay giờ:phút? Tệp không cho biết.",
        en: "Are these lengths minutes:seconds or hours:minutes? The file does not show it."),
      "numbers": Words(
        vi: "Dấu chấm ngăn hàng nghìn hay phần thập phân? Tệp không cho biết.",
        en: "Does the point part thousands or decimals? The file does not show it."),
    ]
    let written = Words(vi: "Ghi trong tệp", en: "As written")[language]
    let others = chosen.filter { $0.0 != question.name }
    return Question(
      heading: (headings[question.name] ?? Words(question.name))[language],
      choices: question.choices.map { choice in
        PageFrame.Link(
          address: Self.address(here, others + [(question.name, choice)]),
          name: Words(vi: "Đọc theo \(choice)", en: "Read as \(choice)")[language])
      },
      table: PreviewTable(
        UploadPreview.Table(
          caption: (headings[question.name] ?? Words(question.name))[language],
          headings: [written] + question.choices, isNumber: [false, false, false], rows: question.rows)))
  }

  static func address(_ here: String, _ pairs: [(String, String)]) -> String {
    let query = pairs.map { name, value in "\(name)=\(value.inQuery)" }
    return here + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  private static func options(
    _ preview: UploadPreview, _ terms: UploadTerms, _ year: YearReading, _ language: ReaderLanguage
  ) -> [Option] {
    func option(
      _ name: String, _ label: Words, _ chosen: String?, _ choices: [(String, String)]
    ) -> Option? {
      guard !choices.isEmpty else { return nil }
      let shown = Words(vi: "theo tệp", en: "as the file shows")[language]
      return Option(
        name: name, label: label[language],
        choices: [Choice(value: "", name: shown, isChosen: chosen == nil)]
          + choices.map { Choice(value: $0.0, name: $0.1, isChosen: $0.0 == chosen) })
    }
    typealias Request = StationYear.ImportRequest
    func same(_ names: [String]) -> [(String, String)] { names.map { ($0, $0) } }
    return [
      option("map", Words(vi: "Cách đọc đã lưu", en: "Saved mapping"), terms.map, same(preview.mappings)),
      option(
        "outlet", PreviewRemedies.outlet,
        terms.outlet,
        (year.known?.plan.outlets ?? []).map { ($0.id, $0.name.visible()) }),
      option(
        "dates", Words(vi: "Ngày ghi theo", en: "Days are written"), terms.dates, same(Request.dayOrders)),
      option(
        "date-cells", PreviewRemedies.dateCells, terms.dateCells,
        Request.dateCells.map { ($0, PreviewRemedies.name(ofDateCells: $0)[language]) }),
      option(
        "lengths", Words(vi: "Thời lượng ghi theo", en: "Lengths are written"), terms.lengths,
        same(Request.lengthOrders)),
      option(
        "numbers", Words(vi: "Số ghi theo", en: "Numbers are written"), terms.numbers,
        same(Request.numberForms)),
      option(
        "trust", Words(vi: "Độ tin cậy của dòng không tự ghi", en: "Trust of rows that do not say it"),
        terms.trust,
        AsRunEntry.Trust.allCases.map { ($0.rawValue, $0.name[language]) }),
      option("encoding", Words(vi: "Bảng mã", en: "Encoding"), terms.encoding, same(Request.encodings)),
    ].compactMap(\.self)
  }
}

extension PreviewPage.PreviewTable {
  init(_ table: UploadPreview.Table) {
    func kind(_ column: Int) -> String {
      table.isNumber.indices.contains(column) && table.isNumber[column] ? "number" : "words"
    }
    self.init(
      caption: table.caption,
      columns: table.headings.enumerated().map { Column(heading: $1, kind: kind($0)) },
      rows: table.rows.map { row in row.enumerated().map { Cell(text: $1, kind: kind($0)) } })
  }
}

extension PreviewPage.PageWords {
  init(_ language: ReaderLanguage) {
    self.init(
      mappingName: Words(
        vi: "Tên cách đọc này (chữ thường không dấu, số, gạch ngang)",
        en: "Name of this mapping (small letters, digits, hyphens)")[language],
      choose: Words(vi: "– chọn –", en: "– choose –")[language],
      day: Words(vi: "Ngày của dòng không ghi ngày", en: "Day of rows that name none")[language],
      lines: Words(vi: "Mỗi chỉ tiêu có mấy dòng", en: "Rows of each line")[language],
      line: Words(vi: "Chỉ tiêu", en: "Line")[language], rows: Words(vi: "Số dòng", en: "Rows")[language],
      placed: Words(vi: "Khớp với lịch", en: "Found in the schedule")[language],
      unknown: Words(vi: "Tên không thuộc chỉ tiêu nào", en: "Titles that no line has")[language],
      unknownHelp: Words(
        vi:
          "Trả lời một lần cho mọi dòng mang tên đó, cả trong nhật ký sau này. Câu trả lời được ghi vào sổ.",
        en: "Answer once for all rows with that title, in later logs too. The answer is recorded in the Book."
      )[language],
      ofLine: Words(vi: "Là của chỉ tiêu", en: "Is of the line")[language],
      same: Words(vi: "Ghi là một", en: "Record that they are the same")[language],
      why: Words(vi: "Vì sao", en: "Why")[language],
      findings: Words(vi: "Những điểm cần xem lại", en: "What needs a look")[language],
      remedy: Words(vi: "Cách sửa", en: "Remedy")[language],
      options: Words(vi: "Đọc lại theo cách khác", en: "Read it in another way")[language],
      again: Words(vi: "Đọc lại", en: "Read again")[language],
      discard: Words(vi: "Bỏ tệp này, không ghi", en: "Remove this file, record nothing")[language])
  }
}
