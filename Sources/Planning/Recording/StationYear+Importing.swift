import Counting
import Logs
import PlanFiles
public import Reports
public import ScheduleModel
import Spreadsheets

extension StationYear {
  /// How logs are to be read and recorded.
  public struct ImportRequest: Sendable {
    /// When they are recorded, in UTC.
    public var time: LocalTime
    /// Who records them; `nil` when not named.
    public var author: String?
    /// How far rows that do not say it themselves can be relied on.
    public var trust: AsRunEntry.Trust?
    /// The name of a saved mapping.
    public var map: String?
    /// The columns that somebody named by pointing at them: the number of each, from 1, by its name in a mapping; empty for
    /// what the header shows.
    public var columns: [String: Int] = [:]
    /// How many rows come before the first broadcast, where columns are named.
    public var skip = 0
    /// The form of the logs; `nil` for the one that their content shows.
    public var form: String?
    /// Their encoding; `nil` for the one that their content shows.
    public var encoding: String?
    /// The outlet of rows that name none.
    public var outlet: String?
    /// The day of rows that name none.
    public var day: CivilDay?
    /// Whether the month comes first in days such as `05/04/2018`; `nil` for what each column shows.
    public var monthFirst: Bool?
    /// Whether day and month of a spreadsheet's date cells are turned round; `nil` for what each column shows.
    public var dateCellsTurned: Bool?
    /// Whether lengths such as `1:30` are hours and minutes; `nil` for what each column shows.
    public var lengthsInHours: Bool?
    /// Whether a point comes before decimals, as in `1,234.5`; `nil` for what each column shows.
    public var decimalPoint: Bool?

    /// A request of somebody at a time.
    public init(time: LocalTime, author: String?) {
      self.time = time
      self.author = author
    }

    /// The forms that a request may name.
    public static let forms = LogForm.allCases.map(\.rawValue)
    /// The encodings that a request may name.
    public static let encodings = TextEncoding.allCases.map(\.rawValue)
    /// The orders of day and month that a request may name.
    public static let dayOrders = ["dd/MM", "MM/dd"]
    /// What the date cells of a spreadsheet may be said to be.
    public static let dateCells = ["kept", "turned"]
    /// What a column may be said to be, by its name in a mapping, with its name for people.
    public static var columnNames: [(name: String, words: Words)] { LogHead.columns }
    /// What a heading says of its column, by its name in a mapping; `nil` where it says nothing that is known.
    public static func columnName(of heading: String) -> String? { LogHead.column(named: heading) }
    /// How numbers may be written.
    public static let numberForms = ["1.234,5", "1,234.5"]
    /// What lengths with one colon may be.
    public static let lengthOrders = ["mm:ss", "h:mm"]
  }

  /// What is to be recorded of some files.
  public struct PreparedImport: Sendable {
    /// The statements, one for each file that brings something new.
    public let statements: [Book.Statement]
    /// What became of each log, in the order given.
    public let logs: [LogImportSummary]
    /// The tables of declared figures among the files, in the order given.
    public let declared: [ImportReport.Declared]
    /// What is wrong or doubtful.
    public let findings: [Finding]
    /// The lines whose count changes because recorded rows are replaced or taken back; the findings tell it, too.
    public var changes: [FigureChange] = []
  }

  /// Prepares logs and tables of declared figures for the Book, one after the other.
  ///
  /// A row that the Book has already is not recorded again, a row with a mistake is told and left out, and a file that
  /// brings nothing new makes no statement.
  public func importing(_ files: [InputFile], _ request: ImportRequest) -> PreparedImport {
    guard let plan = plan.map({ withTitles(withFormer($0)) }), !planFindings.hasErrors else {
      return PreparedImport(statements: [], logs: [], declared: [], findings: planFindings)
    }
    var options = LogReadingOptions()
    options.form = request.form.flatMap(LogForm.init)
    options.encoding = request.encoding.flatMap(TextEncoding.init)
    options.outlet = request.outlet
    options.day = request.day
    options.monthFirst = request.monthFirst
    options.dateCellsTurned = request.dateCellsTurned
    options.lengthsInHours = request.lengthsInHours
    options.decimalPoint = request.decimalPoint
    options.recordedOn = clock.local(request.time).day
    if let name = request.map {
      switch mapping(named: name) {
      case .success(let mapping): options.mapping = mapping
      case .failure(let refusal):
        return PreparedImport(statements: [], logs: [], declared: [], findings: refusal.findings)
      }
    }
    var (ledger, findings) = Ledger.read(recordedLogs(), plan: plan)
    let saved = savedMappings()
    let isSaved = request.map == nil && request.columns.isEmpty
    findings += isSaved ? saved.findings : []
    // Each file is held against those before it too; the last one's rows are not read again.
    var before: RecordedLog?
    var succession = Book.Succession(after: book)
    var statements: [Book.Statement] = []
    var logs: [LogImportSummary] = []
    var declared: [ImportReport.Declared] = []
    for (number, file) in files.enumerated() {
      var head = BookEntry.Head(kind: .log, time: request.time, author: request.author ?? "")
      head.notes["source"] = file.name.split(separator: "/").last.map(String.init) ?? file.name
      let digest = file.digest
      head.notes["source-sha256"] = digest
      if isSaved, DeclaredText.isDeclared(file.bytes) {
        let read = declarations(
          in: file, of: plan, decimalPoint: request.decimalPoint, today: clock.local(request.time).day)
        findings += read.findings
        declared.append(read.table)
        guard !read.table.figures.isEmpty else { continue }
        head.kind = .declared
        let statement = Book.Statement(
          head, body: DeclaredText.bytes(of: read.table.figures, file: file.name))
        statements.append(statement)
        if number < files.count - 1 { _ = succession.entry(of: statement) }
        continue
      }
      if let log = before { ledger.add(log) }
      before = nil
      if !request.columns.isEmpty {
        options.mapping = LogHead(file.bytes, encoding: request.encoding)?.mapping(
          request.columns, skip: request.skip, file: file.name)
      } else if isSaved {
        switch saved.mapping(for: file.name) {
        case .success(let mapping): options.mapping = mapping
        case .failure(let several):
          findings.append(.mappingAmbiguous(several.names, file: file.name))
          continue
        }
      }
      let stamp = LogImport.Stamp(author: request.author, trust: request.trust)
      var addition = LogImport.addition(
        to: ledger, of: file.bytes, digest: digest, file: file.name, plan: plan, stamp, options)
      if options.untimed == nil, let untimed = untimedAirings(askedBy: addition.findings) {
        options.untimed = untimed
        if !untimed.isEmpty {
          addition = LogImport.addition(
            to: ledger, of: file.bytes, digest: digest, file: file.name, plan: plan, stamp, options)
        }
      }
      findings += addition.findings
      logs.append(addition.summary)
      guard let rows = addition.rows else { continue }
      head.notes["form"] = rows.source.form
      head.notes["left-out"] = String(rows.source.rowsLeftOut)
      head.notes["left-out-lines"] = Self.lines(
        of: rows.source.rowsLeftOut, in: file.name, addition.findings)
      head.notes[BookEntry.doubtfulDaysNote] = addition.doubtfulDays.text
      let statement = Book.Statement(head, body: rows.bytes)
      statements.append(statement)
      // A row of the next file names the one that it replaces by the id of this entry.
      guard number < files.count - 1 else { continue }
      before = succession.entry(of: statement).recordedLog(clock: clock, in: "book")
    }
    findings += contradictions(of: declared.flatMap(\.figures), in: plan)
    let changes = logs.contains { $0.replacing > 0 } ? figureChanges(by: statements) : []
    findings += changes.map { change in
      .figureChanged(change, at: change.rows.lazy.compactMap { $0.new?.place }.first)
    }
    return PreparedImport(
      statements: statements, logs: logs, declared: declared, findings: findings, changes: changes)
  }

  /// The lines of rows that are left out, as the Book keeps them; `nil` unless the errors name exactly these rows, and
  /// there are at most 100.
  private static func lines(of count: Int, in file: String, _ findings: [Finding]) -> String? {
    let errors = findings.filter { $0.severity == .error }.map(\.place)
    let lines = Set(errors.compactMap { $0?.file == file ? $0?.line : nil })
    guard (1...100).contains(count), lines.count == count else { return nil }
    return lines.sorted().map(String.init).joined(separator: " ")
  }

  private struct NoMapping: Error {
    let findings: [Finding]
  }

  private func mapping(named name: String) -> Result<LogMapping, NoMapping> {
    let saved = savedMappings()
    let (mappings, doubts) = (saved.all, saved.findings)
    guard !doubts.hasErrors, let mapping = mappings.first(where: { $0.name == name }) else {
      let all = mappings.map(\.name)
      return .failure(NoMapping(findings: doubts.hasErrors ? doubts : [.mappingUnknown(name, among: all)]))
    }
    return .success(mapping)
  }
}

/// The mappings that are saved in a plan's folder, by which files are read without being asked for.
struct SavedMappings {
  /// All of them, in the file's order.
  let all: [LogMapping]
  /// What is wrong with them.
  let findings: [Finding]

  /// More than one mapping is for a file.
  struct Several: Error {
    let names: [String]
  }

  /// The mapping whose patterns a file's name fits; `nil` when none is for it.
  func mapping(for file: String) -> Result<LogMapping?, Several> {
    let found = all.filter { $0.isFor(file: file) }
    return found.count > 1 ? .failure(Several(names: found.map(\.name))) : .success(found.first)
  }
}

extension StationYear.ImportRequest {
  /// The first rows of a file as they stand, for whoever says what its columns are.
  public struct FirstRows: Hashable, Sendable {
    /// The rows.
    public let rows: [Row]
    /// What parts the cells of a text; `nil` for a workbook.
    public let separator: UInt8?

    /// A row.
    public struct Row: Hashable, Sendable {
      /// Its number, from 1.
      public let number: Int
      /// Its cells.
      public let cells: [String]
    }
  }

  /// The first rows of a file; `nil` where no table can be made of it.
  public func firstRows(of file: InputFile) -> FirstRows? {
    LogHead(file.bytes, encoding: encoding).map { head in
      FirstRows(
        rows: head.rows.map { FirstRows.Row(number: $0.number, cells: $0.cells) }, separator: head.separator)
    }
  }
}

extension StationYear {
  /// The names of the mappings that are saved in `as-run/mappings.yaml`, in the file's order.
  public var savedMappingNames: [String] { savedMappings().all.map(\.name) }

  /// What `as-run/mappings.yaml` has.
  func savedMappings() -> SavedMappings {
    let read = files?.mappings.map { LogMappingReader.read($0.bytes, file: $0.name) }
    return SavedMappings(all: read?.mappings ?? [], findings: read?.findings ?? [])
  }
}

extension LogImportSummary {
  /// The same, recorded in an entry of the Book.
  public func recorded(in entry: String?) -> LogImportSummary {
    LogImportSummary(
      file: file, recordedIn: entry, read: read, added: added, replacing: replacing, known: known,
      outranked: outranked, leftOut: leftOut, previews: previews)
  }
}

extension Finding {
  /// Several saved mappings are for a file, which is left out.
  static func mappingAmbiguous(_ names: [String], file: String) -> Finding {
    let list = names.joined(separator: ", ")
    return Finding(
      .logMappingAmbiguous, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Nhiều cách đọc đã lưu cùng dành cho tệp này: \(list); cả tệp không được tính.",
        en: "Several saved mappings are for this file: \(list); the whole file is left out."),
      remedy: Words(
        vi:
          "Chọn một cách đọc khi import: --map \(names[0]); hoặc sửa files trong as-run/mappings.yaml để chỉ một cách khớp.",
        en:
          "Choose one for import: --map \(names[0]); or change files in as-run/mappings.yaml so that only one fits."
      ))
  }

  fileprivate static func mappingUnknown(_ name: String, among names: [String]) -> Finding {
    let list = names.joined(separator: ", ")
    return Finding(
      .unknownReference, .error,
      Words(
        vi: "as-run/mappings.yaml không có cách đọc nào tên “\(name)”.",
        en: "as-run/mappings.yaml has no mapping “\(name)”."),
      remedy: names.isEmpty
        ? Words(
          vi: "Thêm cách đọc:\n\(name):\n  columns: { date: 1, time: 2, outlet: 3, title: 4 }",
          en: "Add the mapping:\n\(name):\n  columns: { date: 1, time: 2, outlet: 3, title: 4 }")
        : Words(vi: "Các cách đọc đã lưu: \(list).", en: "The mappings that are saved: \(list)."))
  }
}
