import Planning
import Reports
import ScheduleModel

/// How a file that was sent in is understood, and what would be recorded: all that its sender is shown before anything is.
public struct UploadPreview: Hashable, Codable, Sendable {
  /// What would become of the file, a sentence each.
  public var sentences: [String] = []
  /// Its form and encoding, the columns, and the first rows.
  public var tables: [Table] = []
  /// What can be read in two ways; nothing of it is recorded until its sender has chosen.
  public var questions: [Question] = []
  /// How many of its rows are of each line.
  public var lines: [Line] = []
  /// Titles that no line has.
  public var unknown: [UnknownTitle] = []
  /// What is wrong or doubtful, errors first.
  public var findings: [Told] = []
  /// How many entries it would make in the Book.
  public var entries = 0
  /// The names of the mappings that are saved.
  public var mappings: [String] = []

  /// The first rows as they stand, from which its sender says what the columns are; `nil` where no table can be made of it.
  public var head: Head?

  /// The first rows of a file.
  public struct Head: Hashable, Codable, Sendable {
    /// The number of each row, from 1.
    public let numbers: [Int]
    /// The cells of each.
    public let rows: [[String]]
    /// What parts the cells of a text; `nil` for a workbook.
    public let separator: UInt8?

    init(_ first: StationYear.ImportRequest.FirstRows) {
      numbers = first.rows.map(\.number)
      rows = first.rows.map { $0.cells.map { String($0.prefix(80)).visible() } }
      separator = first.separator
    }
  }

  /// A table of texts.
  public struct Table: Hashable, Codable, Sendable {
    /// What it is.
    public let caption: String
    /// What stands above its columns.
    public let headings: [String]
    /// Whether each column holds numbers.
    public let isNumber: [Bool]
    /// Its rows.
    public let rows: [[String]]

    /// A table of texts.
    public init(caption: String, headings: [String], isNumber: [Bool], rows: [[String]]) {
      self.caption = caption
      self.headings = headings
      self.isNumber = isNumber
      self.rows = rows
    }
  }

  /// What can be read in two ways.
  public struct Question: Hashable, Codable, Sendable {
    /// The name of the choice: `dates`, `lengths`, `numbers`.
    public let name: String
    /// The two choices.
    public let choices: [String]
    /// How the first texts read by each.
    public let rows: [[String]]
  }

  /// How many rows are of a line.
  public struct Line: Hashable, Codable, Sendable {
    /// The line's title; `nil` for rows that are of none.
    public let title: String?
    /// How many rows.
    public let rows: Int
    /// How many of them show a placement of the schedule.
    public let placed: Int
  }

  /// A title that no line has.
  public struct UnknownTitle: Hashable, Codable, Sendable {
    /// The title as the first row has it.
    public let title: String
    /// How many rows have it.
    public let rows: Int
    /// The lines that come nearest, the nearest first, by id.
    public let nearest: [String]
  }

  /// A finding in its reader's language.
  public struct Told: Hashable, Codable, Sendable {
    /// How much it matters.
    public let severity: String
    /// Where it is.
    public let place: String?
    /// Its stable code.
    public let code: String
    /// What is wrong.
    public let message: String
    /// The line of the file.
    public let excerpt: String?
    /// What to do.
    public let remedy: String?
  }

  /// Nothing was read yet.
  public init() {}
}

extension UploadPreview {
  /// The most findings that are shown; a file of a hundred thousand wrong rows would make a page that nobody opens.
  private static let mostFindings = 200
  /// The most titles that are shown.
  private static let mostTitles = 100

  /// What would be recorded, for a reader.
  init(
    _ prepared: StationYear.PreparedImport, before: inout StationYear, mappings: [String],
    _ language: ReaderLanguage
  ) {
    self.mappings = mappings
    entries = prepared.statements.count
    for log in prepared.logs {
      let isRecorded = prepared.statements.contains { $0.head.kind == .log }
      let log = isRecorded ? log.recorded(in: "") : log
      sentences.append(ImportReport.sentence(log, isPreview: true)[language].visible())
      for preview in log.previews { add(preview, language) }
    }
    for table in prepared.declared {
      sentences.append(ImportReport.sentence(table, isPreview: true)[language].visible())
      tables.append(
        Table(
          ImportReport.figures(of: table, language),
          Words(vi: "Số liệu sẽ ghi", en: "Figures as they will be recorded")[language]))
    }
    let told = prepared.findings.sorted { $0.severity > $1.severity }
    findings = told.prefix(Self.mostFindings).map { Told($0, language) }
    if told.count > Self.mostFindings {
      let more = grouped(told.count - Self.mostFindings, in: language)
      sentences.append(
        Words(
          vi: "Còn \(more) điều nữa chưa nêu ở dưới.", en: "\(more) more findings are not shown below.")[
            language])
    }
    addLines(prepared, &before, language)
  }

  private mutating func add(_ log: LogPreview, _ language: ReaderLanguage) {
    let form = [log.form[language], log.encoding].compactMap(\.self).joined(separator: ", ")
    let caption = Words(
      vi: "\(log.file) – \(form): các cột", en: "\(log.file) – \(form): its columns")[language]
    tables.append(Table(ImportReport.columns(of: log, language), caption.visible()))
    if !log.entries.isEmpty {
      tables.append(
        Table(
          ImportReport.rows(of: log, language),
          Words(vi: "Những dòng đầu, như sẽ ghi vào sổ", en: "The first rows, as they will be recorded")[
            language]))
    }
    func day(_ day: CivilDay) -> String { language == .vietnamese ? day.forPeople : day.description }
    func minutes(_ count: Int) -> String {
      "\(grouped(count, in: language)) \(Words(vi: "phút", en: "min")[language])"
    }
    ask(
      "dates", StationYear.ImportRequest.dayOrders,
      log.doubtfulDays.map { [$0.text.visible(), day($0.dayFirst), day($0.monthFirst)] })
    for (name, kind, choices) in [
      ("lengths", LengthReadings.Kind.colon, StationYear.ImportRequest.lengthOrders),
      ("numbers", .signs, StationYear.ImportRequest.numberForms),
    ] {
      let open = log.doubtfulLengths.filter { $0.kind == kind }
      ask(name, choices, open.map { [$0.text.visible(), minutes($0.first), minutes($0.second)] })
    }
  }

  private mutating func ask(_ name: String, _ choices: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    let known = questions.firstIndex { $0.name == name }
    let all = (known.map { questions[$0].rows } ?? []) + rows
    if let known { questions.remove(at: known) }
    questions.append(Question(name: name, choices: choices, rows: all))
  }

  /// Holds the rows against the schedule as if they were recorded: how many are of each line, and which titles no line has.
  private mutating func addLines(
    _ prepared: StationYear.PreparedImport, _ before: inout StationYear, _ language: ReaderLanguage
  ) {
    let entries = before.book.following(prepared.statements)
    guard entries.contains(where: { $0.head.kind == .log }) else { return }
    var later = before.adding(entries)
    guard let plan = later.plan, let held = later.held() else { return }
    let known = Set((before.asRun()?.log.entries ?? []).map(\.place))
    var rows: [String?: (rows: Int, placed: Int)] = [:]
    for outcome in held.reconciled.outcomes {
      guard let entry = outcome.entry, !known.contains(entry.place) else { continue }
      rows[outcome.placement.line, default: (0, 0)].rows += 1
      rows[outcome.placement.line, default: (0, 0)].placed += 1
    }
    var titles: [FoldedText: (first: UnplannedEntry, rows: Int)] = [:]
    for row in held.reconciled.unplanned where !known.contains(row.entry.place) {
      rows[row.line, default: (0, 0)].rows += 1
      guard row.line == nil, row.sign == nil, row.entry.title.contains(where: \.isLetter) else { continue }
      titles[FoldedText(row.entry.title), default: (row, 0)].rows += 1
    }
    let shown = titles.values.sorted { ($1.rows, $0.first.entry.title) < ($0.rows, $1.first.entry.title) }
      .prefix(Self.mostTitles)
    // What comes nearest is asked for the titles that are shown: of a large log most rows are of no line.
    let candidates = later.candidates(of: shown.map(\.first))
    unknown = shown.map { first, count in
      let near = (candidates.ofEntries[first.entry.place] ?? []).map(\.placement.line)
      return UnknownTitle(
        title: first.entry.title, rows: count,
        nearest: near.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
    let order = plan.lines.map(\.id)
    lines = rows.sorted { left, right in
      let places = [left, right].map { row in row.key.flatMap(order.firstIndex) ?? order.count }
      return places[0] < places[1]
    }.map { line, count in
      Line(
        title: line.map { plan.title(ofLine: $0, in: language) }, rows: count.rows, placed: count.placed)
    }
  }
}

extension UploadPreview.Table {
  fileprivate init(_ table: TextTable, _ caption: String) {
    self.init(
      caption: caption, headings: table.columns.map { $0.heading.visible() },
      isNumber: table.columns.map { $0.kind == .number },
      rows: table.rows.map { $0.cells.map { $0.text.visible() } })
  }
}

extension UploadPreview.Told {
  fileprivate init(_ finding: Finding, _ language: ReaderLanguage) {
    self.init(
      severity: finding.severity.rawValue, place: finding.place.map { "\($0.file):\($0.line)".visible() },
      code: finding.code.rawValue, message: finding.message[language].visible(),
      excerpt: finding.excerpt?.visible(keepingTabs: true),
      remedy: finding.remedy.map { remedy in
        remedy[language].split(separator: "\n", omittingEmptySubsequences: false).map { $0.visible() }
          .joined(separator: "\n")
      })
  }
}
