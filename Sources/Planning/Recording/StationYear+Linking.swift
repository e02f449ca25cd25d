import Logs
import Matching
public import ScheduleModel

extension StationYear {
  /// What is to be linked.
  public struct LinkRequest: Sendable {
    /// The row: `truyen-hinh.csv:68`, the end of a path and a line, or its id in the Book.
    public let row: String
    /// What it is.
    public let meaning: Meaning
    /// Who says so.
    public let author: String
    /// Why.
    public let reason: String
    /// When, in UTC.
    public let time: LocalTime

    /// What a row is.
    public enum Meaning: Hashable, Sendable {
      /// It shows the placement with this UID.
      case shows(uid: String)
      /// It makes the placement with this UID good.
      case makesGood(uid: String)
      /// It belongs to nothing that the plan has.
      case nothing

      var link: EntryLink.Meaning {
        switch self {
        case .shows(let uid): .shows(uid: uid)
        case .makesGood(let uid): .makesGood(uid: uid)
        case .nothing: .nothing
        }
      }
    }

    /// A row and what it is.
    public init(row: String, meaning: Meaning, author: String, reason: String, time: LocalTime) {
      self.row = row
      self.meaning = meaning
      self.author = author
      self.reason = reason
      self.time = time
    }
  }

  /// Why a row is not linked.
  public enum LinkRefusal: Error, Hashable, Sendable {
    /// The logs have no such row, or several.
    case rows(count: Int)
    /// The Book says that of the row already.
    case known
    /// The year cannot be worked out, or the link would not be followed.
    case findings([Finding])
  }

  /// The statement that all rows with a title, of this log and of later ones, are of a line.
  ///
  /// - Parameter line: The line's id, its title, or another name of it.
  public mutating func linking(
    title: String, line: String, author: String, reason: String, time: LocalTime
  ) -> Result<Book.Statement, LinkRefusal> {
    guard let plan = readingPlan() else { return .failure(.findings(planFindings)) }
    let names = NameIndex(
      plan.lines.flatMap { line in ([line.id, line.title] + line.aliases).map { (line.id, $0) } })
    let exact = plan.lines.first { $0.id == line }?.id
    guard let id = exact ?? names.id(named: line) else {
      return .failure(.findings([.lineUnknown(line, among: plan.lines.map(\.id))]))
    }
    let isKnown = plan.lines.contains { plan in
      plan.id == id && ([plan.title] + plan.aliases).contains { FoldedText($0) == FoldedText(title) }
    }
    guard !isKnown else { return .failure(.known) }
    var row = EntryLink.RowDescription()
    row.title = title
    let link = EntryLink(
      meaning: .titles(line: id), row: row, author: author, reason: reason,
      place: SourcePlace(file: "link", line: 2))
    return .success(
      Book.Statement(
        BookEntry.Head(kind: .link, time: time, author: author, comment: reason),
        body: LinkFile.table(of: link)))
  }

  /// The statement that a row of the logs is something; the row is described by what it says, so that the link holds when
  /// the log is exported anew.
  public mutating func linking(_ request: LinkRequest) -> Result<Book.Statement, LinkRefusal> {
    guard let plan = readingPlan(), let schedule = schedule()?.schedule, let (log, _, _) = asRun() else {
      return .failure(planFindings.hasErrors ? .findings(planFindings) : .rows(count: 0))
    }
    let named = log.entries.filter { $0.isNamed(by: request.row) }
    guard let entry = named.first, named.count == 1 else { return .failure(.rows(count: named.count)) }
    // The id and the file only where the row's own words are not enough, so that the link holds for a working file too.
    var row = EntryLink.RowDescription(entry)
    row.id = nil
    if log.entries.count(where: { row.fits($0) }) > 1 { row.file = entry.place.lastPart }
    if log.entries.count(where: { row.fits($0) }) > 1 { row.id = entry.id }
    let link = EntryLink(
      meaning: request.meaning.link, row: row, author: request.author, reason: request.reason,
      place: SourcePlace(file: "link", line: 2))
    let before = links(of: plan).links
    if before.contains(where: { $0.row == link.row && $0.meaning == link.meaning }) {
      return .failure(.known)
    }
    let others = before.filter { $0.row != link.row }
    let told = Matcher.linkFindings([link] + others, log: log, schedule: schedule).filter {
      $0.place == link.place
    }
    guard told.isEmpty else { return .failure(.findings(told)) }
    return .success(
      Book.Statement(
        BookEntry.Head(kind: .link, time: request.time, author: request.author, comment: request.reason),
        body: LinkFile.table(of: link)))
  }

  /// The statement that what was said by hand about a row does not hold any more.
  ///
  /// - Parameter row: As a link names it: `truyen-hinh.csv:68`, or its id in the Book.
  public mutating func withdrawing(
    linkOf row: String, author: String, reason: String, time: LocalTime
  ) -> Result<Book.Statement, WithdrawalRefusal> {
    let named = (asRun()?.log.entries ?? []).filter { $0.isNamed(by: row) }
    guard named.count == 1 else { return .failure(.unknown) }
    let said = handStatements().first { statement in
      switch statement.subject {
      case .row(let described, _): described.fits(named[0])
      case .broadcast, .correction: statement.id == named[0].id
      case .title, .takenBack: false
      }
    }
    guard let said else { return .failure(.unknown) }
    return withdrawing(said.id, author: author, reason: reason, time: time)
  }

  /// The statement that rows with a title are not taken as those of a line any more.
  public mutating func withdrawing(
    title: String, author: String, reason: String, time: LocalTime
  ) -> Result<Book.Statement, WithdrawalRefusal> {
    let said = handStatements().first { statement in
      if case .title(let said, _) = statement.subject { FoldedText(said) == FoldedText(title) } else { false }
    }
    guard let said else { return .failure(.unknown) }
    return withdrawing(said.id, author: author, reason: reason, time: time)
  }
}

extension AsRunEntry {
  /// Whether a user means this row: by its id, or by the end of its path and its line.
  func isNamed(by text: String) -> Bool {
    let row = "\(place.file):\(place.line)"
    return id == text || row == text || row.hasSuffix("/" + text)
  }
}

extension SourcePlace {
  /// The name of the file, without its folders.
  fileprivate var lastPart: String { file.split(separator: "/").last.map(String.init) ?? file }
}

extension Finding {
  fileprivate static func lineUnknown(_ name: String, among ids: [String]) -> Finding {
    let near = Suggestion.nearest(to: name, among: ids)
    return Finding(
      .unknownReference, .error,
      Words(
        vi: "Kế hoạch không có chỉ tiêu “\(cut(name))”.", en: "The plan has no line “\(cut(name))”."),
      remedy: near.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") })
  }
}
