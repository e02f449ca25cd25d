public import ScheduleModel

/// Reads `links.csv`, in which people say by hand which row of the logs is which placement.
///
/// CSV as ``AsRunReader`` takes it. `link` says `shows`, `makes-good`, `nothing`, `titles` or `withdrawn`; `uid` names the placement; `by` and
/// `reason` say who says so and why; the other columns say what the row of the log says (``EntryLink``).
public enum LinkReader {
  /// Reads the links of one plan.
  ///
  /// - Returns: The links in the file's order, and a finding for each row that cannot be read and is left out.
  /// - Complexity: Linear in the bytes.
  public static func read(_ bytes: [UInt8], file: String, plan: Plan) -> (
    links: [EntryLink], findings: [Finding]
  ) {
    var reader = LinkRowReader(vocabulary: LogVocabulary(plan: plan))
    let (links, findings) = HandTable<LinkColumn>.rows(
      of: bytes, file: file, missing: Finding.linkColumnsMissing, broken: { .linkBroken($0.all, $1) }
    ) { table, row, place in reader.read(table, row, at: place) }
    return (links, findings)
  }
}

/// What a column of `links.csv` tells.
enum LinkColumn: String, HandColumn {
  case link, uid, date, time, outlet, line, edition, language, title, file, id, by, reason

  /// The columns without which links say nothing; a table of titles needs no column for placements.
  static let required: [LinkColumn] = [.link, .by, .reason]

  /// The names under which the column is known; case and diacritics do not matter.
  var names: [String] {
    switch self {
    case .link: ["link", "liên kết"]
    case .uid: ["uid"]
    case .date: LogColumn.date.names
    case .time: LogColumn.time.names
    case .outlet: LogColumn.outlet.names
    case .line: LogColumn.line.names
    case .edition: LogColumn.edition.names
    case .language: LogColumn.language.names
    case .title: LogColumn.title.names
    case .file: ["file", "tệp"]
    case .id: ["id", "mã dòng"]
    case .by: ["by", "người gắn"]
    case .reason: ["reason", "lý do"]
    }
  }
}

/// Turns the rows of `links.csv` into links.
private struct LinkRowReader {
  var vocabulary: LogVocabulary

  mutating func read(_ table: HandTable<LinkColumn>, _ row: LogRow, at place: LogPlace)
    -> Result<EntryLink, RowFaults>
  {
    var faults = RowFaults()
    func text(_ column: LinkColumn) -> String? { table.text(column, in: row) }
    func value<Value>(_ column: LinkColumn, _ read: (String) -> Value?, _ fault: (String) -> RowFault)
      -> Value?
    {
      guard let text = text(column) else { return nil }
      let value = read(text)
      if value == nil { faults.all.append(fault(text).words) }
      return value
    }
    var described = EntryLink.RowDescription()
    described.id = text(.id)
    described.day = value(.date, Self.day) { .notADay($0) }
    described.time = value(.time, { LogValue.time(Array($0.utf8)[...]) }, { .notATime($0) })
    described.outlet = value(.outlet, { vocabulary.outlet($0) }) {
      .unknownOutlet($0, nearest: vocabulary.outlet(near: $0))
    }
    described.line = value(.line, { vocabulary.line($0) }) {
      .unknownLine($0, nearest: vocabulary.line(near: $0))
    }
    described.edition = value(.edition, { LogValue.number(Array($0.utf8)[...]) }) {
      .notANumber(.edition, $0, from: 1)
    }
    if let text = text(.language) {
      described.language = vocabulary.language(text)
      if described.language == nil { faults.all.append(RowFault.unknownLanguage(text).words) }
    }
    described.title = text(.title)
    described.file = text(.file)
    let word = LinkWord.named(text(.link) ?? "")
    let isAboutTitles =
      word == .titles
      || (word == .withdrawn && described.title != nil && described.day == nil && described.id == nil)
    if word == .titles, described.title == nil || described.line == nil, faults.all.isEmpty {
      faults.all.append(
        Words(vi: "thiếu tên chương trình hoặc chỉ tiêu", en: "the title or its line is missing"))
    }
    if !isAboutTitles, described.id == nil, described.day == nil || described.outlet == nil,
      faults.all.isEmpty
    {
      faults.all.append(
        Words(vi: "thiếu ngày và kênh của dòng nhật ký", en: "the row's day and outlet are missing"))
    }
    let meaning = Self.meaning(text(.link) ?? "", uid: text(.uid), line: described.line, &faults)
    for column in [LinkColumn.by, .reason] where text(column) == nil {
      faults.all.append(
        Words(
          vi: "chưa ghi \(column == .by ? "người gắn" : "lý do")",
          en: column == .by ? "it does not say by whom" : "it does not say for what reason"))
    }
    guard faults.all.isEmpty, let meaning else { return .failure(faults) }
    return .success(
      EntryLink(
        meaning: meaning, row: described, author: text(.by) ?? "", reason: text(.reason) ?? "",
        place: place.place))
  }

  private static func meaning(
    _ word: String, uid: String?, line: String?, _ faults: inout RowFaults
  ) -> EntryLink.Meaning? {
    guard let kind = LinkWord.named(word) else {
      faults.all.append(
        Words(
          vi: "“\(cut(word))” không phải là shows, makes-good, nothing, titles hay withdrawn",
          en: "“\(cut(word))” is none of shows, makes-good, nothing, titles and withdrawn"))
      return nil
    }
    switch (kind, uid) {
    case (.nothing, nil): return .nothing
    case (.withdrawn, nil): return .withdrawn
    case (.withdrawn, _):
      faults.all.append(
        Words(
          vi: "“withdrawn” là rút lại điều đã gắn, nhưng cột uid lại ghi một lượt phát",
          en: "“withdrawn” takes back what was said, and yet the column uid names a placement"))
    case (.titles, nil): return line.map { .titles(line: $0) }
    case (.titles, _):
      faults.all.append(
        Words(
          vi: "“titles” là mọi dòng mang tên này, nhưng cột uid lại ghi một lượt phát",
          en: "“titles” is about all rows with the title, and yet the column uid names a placement"))
    case (.nothing, _):
      faults.all.append(
        Words(
          vi: "“nothing” là không thuộc lượt nào, nhưng cột uid lại có ghi",
          en: "“nothing” belongs to no placement, and yet the column uid names one"))
    case (_, nil):
      faults.all.append(Words(vi: "thiếu UID của lượt phát", en: "the placement's UID is missing"))
    case (.shows, let uid?): return .shows(uid: uid)
    case (.makesGood, let uid?): return .makesGood(uid: uid)
    }
    return nil
  }

  private static func day(_ text: String) -> CivilDay? {
    if case .day(let day) = LogValue.day(Array(text.utf8)[...]) { day } else { nil }
  }
}

/// What a link may say.
enum LinkWord: String, CaseIterable {
  case shows
  case makesGood = "makes-good"
  case nothing
  case titles
  case withdrawn

  private var names: [String] {
    switch self {
    case .shows: ["shows", "là"]
    case .makesGood: ["makes-good", "phát bù"]
    case .nothing: ["nothing", "không thuộc"]
    case .titles: ["titles", "tên chương trình"]
    case .withdrawn: ["withdrawn", "rút lại"]
    }
  }

  static func named(_ word: String) -> LinkWord? {
    let word = FoldedText(word)
    return allCases.first { $0.names.contains { FoldedText($0) == word } }
  }
}
