import ArgumentParser
import Console
import Planning
import Reports
import ScheduleModel
import StationFolder

struct ImportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: HelpWords.text(
        vi: "Ghi nhật ký và số liệu kê khai vào sổ; chỉ thêm, không sửa, không xóa.",
        en: "Record logs and declared figures in the Book, which only grows: nothing is changed or removed."))
  }

  @OptionGroup var plan: PlanArgument
  @Argument(help: ArgumentHelp(HelpWords.text(vi: "Các tệp nhật ký.", en: "The logs."), valueName: "file"))
  var files: [String]
  @Flag(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Chỉ cho xem sẽ hiểu thế nào; không ghi gì.", en: "Show how it is understood; write nothing.")))
  var preview = false
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Người nhập; bắt buộc khi đính chính.", en: "Who imports; needed for corrections."),
      valueName: "name"))
  var by: String?
  @Option(help: .hidden)
  var author: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời điểm ghi vào sổ; mặc định là bây giờ.", en: "When it is recorded; now by default."),
      valueName: "date-time"), transform: LocalTime.argument)
  var at: LocalTime?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Độ tin cậy của dòng không tự ghi: memory, statement, signed-sheet, automation.",
        en: "How far rows that do not say it can be relied on: memory, statement, signed-sheet, automation."))
  )
  var trust: AsRunEntry.Trust?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cách đọc đã lưu trong as-run/mappings.yaml.", en: "A mapping saved in as-run/mappings.yaml."),
      valueName: "name"))
  var map: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Dạng nhật ký, nếu nhận nhầm: \(StationYear.ImportRequest.forms.joined(separator: ", ")).",
        en:
          "The form, if it is taken for another: \(StationYear.ImportRequest.forms.joined(separator: ", "))."),
      valueName: "form"),
    transform: { try Self.one(of: StationYear.ImportRequest.forms, $0) })
  var format: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Bảng mã: \(StationYear.ImportRequest.encodings.joined(separator: ", ")).",
        en: "The encoding: \(StationYear.ImportRequest.encodings.joined(separator: ", "))."),
      valueName: "name"),
    transform: { try Self.one(of: StationYear.ImportRequest.encodings, $0) })
  var encoding: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Kênh của dòng không ghi kênh.", en: "The outlet of rows that name none."),
      valueName: "id"))
  var outlet: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Ngày của dòng không ghi ngày.", en: "The day of rows that name none."),
      valueName: "date"), transform: LogOptions.day)
  var day: CivilDay?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ngày hay tháng đứng trước trong 05/04/2018: dd/MM, MM/dd.",
        en: "Whether day or month comes first in 05/04/2018: dd/MM, MM/dd."), valueName: "order"),
    transform: { try Self.one(of: StationYear.ImportRequest.dayOrders, $0) })
  var dates: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Ô kiểu ngày của bảng tính: đúng như đang hiện (kept), bị đảo ngày và tháng (turned).",
        en: "Date cells of a spreadsheet: right as they show (kept), or day and month turned (turned)."),
      valueName: "state"),
    transform: { try Self.one(of: StationYear.ImportRequest.dateCells, $0) })
  var dateCells: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thời lượng như 1:30 là gì: mm:ss, h:mm.", en: "What lengths such as 1:30 are: mm:ss, h:mm."),
      valueName: "order"),
    transform: { try Self.one(of: StationYear.ImportRequest.lengthOrders, $0) })
  var lengths: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Cách viết số trong cột: 1.234,5 hoặc 1,234.5.",
        en: "How numbers are written: 1.234,5 or 1,234.5."),
      valueName: "form"),
    transform: { try Self.one(of: StationYear.ImportRequest.numberForms, $0) })
  var numbers: String?
  @Flag(help: ArgumentHelp(HelpWords.text(vi: "In JSON.", en: "Print JSON.")))
  var json = false
  @OptionGroup var common: CommonOptions

  func run() throws {
    let folder = try PlanFolder.open(plan.path)
    let logs = try files.map(InputFile.readNamed)
    let working = try folder.files(withLogs: false)
    let time = at
    let ask: (Book) -> StationYear.PreparedImport = { book in
      let year = StationYear(book, working)
      var request = StationYear.ImportRequest(time: year.utc(time), author: self.by ?? self.author)
      request.trust = self.trust
      (request.map, request.form, request.encoding) = (self.map, self.format, self.encoding)
      (request.outlet, request.day) = (self.outlet, self.day)
      request.monthFirst = self.dates.map { $0 == "MM/dd" }
      request.dateCellsTurned = self.dateCells.map { $0 == "turned" }
      request.lengthsInHours = self.lengths.map { $0 == "h:mm" }
      request.decimalPoint = self.numbers.map { $0 == "1,234.5" }
      return year.importing(logs, request)
    }
    let (entries, prepared) = try Terminal.working(
      Words(vi: "Đang đọc nhật ký…", en: "Reading the logs…"), in: common.language
    ) { () throws -> ([BookEntry], StationYear.PreparedImport) in
      if preview { return ([], ask(try folder.recorded())) }
      return try folder.book.record { book in
        let prepared = ask(book)
        return (prepared.statements, prepared)
      }
    }
    RaisedTime.tell(of: entries, asked: prepared.statements, in: common.language)
    if json {
      try Terminal.show(
        ImportReport.json(
          summaries(prepared, entries), prepared.declared, findings: prepared.findings, isPreview: preview,
          language: common.language), for: .program)
      return try common.end(prepared.findings)
    }
    try Terminal.show(
      ImportReport.text(
        summaries(prepared, entries), isPreview: preview, language: common.language, width: common.width))
    for table in prepared.declared {
      try Terminal.show(
        ImportReport.text(table, isPreview: preview, language: common.language, width: common.width))
    }
    common.tell(prepared.findings, from: .info)
    try common.end(prepared.findings)
  }

  /// What became of each log, with the entry that records it.
  private func summaries(_ prepared: StationYear.PreparedImport, _ entries: [BookEntry]) -> [LogImportSummary]
  {
    var names = prepared.statements.map { _ in "" }
    for (index, entry) in entries.enumerated() { names[index] = entry.fileName }
    var next = prepared.statements.indices.filter { prepared.statements[$0].head.kind == .log }[...]
    return prepared.logs.map { log in
      guard let first = next.first, prepared.statements[first].head.notes["source"] == log.file.lastPathPart,
        log.added > 0 || log.known > 0
      else { return log }
      next.removeFirst()
      return log.recorded(in: names[first])
    }
  }

  private static func one(of names: [String], _ text: String) throws -> String {
    guard names.contains(text) else {
      let list = names.joined(separator: ", ")
      throw ValidationError(
        HelpWords.text(
          vi: "không có “\(text)”; viết một trong: \(list).",
          en: "There is no “\(text)”; write one of \(list)."))
    }
    return text
  }
}

extension String {
  /// What follows the last slash.
  var lastPathPart: String { split(separator: "/").last.map(String.init) ?? self }
}
