import ContentLines
public import ScheduleModel

extension Publication {
  /// A file of a folder before its calendars are written.
  public struct ExistingFile: Sendable {
    /// The file's name, without a path.
    public let name: String
    /// The file as the user would name it, for findings.
    public let path: String
    /// Whether this program wrote it.
    public let isOurs: Bool

    /// How many octets of a file tell whose it is.
    public static let headSize = 512

    /// - Parameter head: Its first ``headSize`` octets, or all when there are fewer.
    public init(name: String, path: String, head: [UInt8]) {
      self.name = name
      self.path = path
      let product = Array("PRODID:\(CalendarHead.product)".utf8)
      isOurs = ContentLineReader.lines(of: head[...]).contains { $0.starts(with: product) }
    }
  }

  /// Which files of a folder are to be removed, and what is to be told of the others.
  ///
  /// What this program wrote under a name of ours goes when there is no such calendar any more. What somebody else wrote
  /// is left alone.
  ///
  /// - Parameter wanted: The names of all calendars, parts included.
  public static func tidying(_ files: [ExistingFile], wanted: Set<String>) -> (
    removed: [String], findings: [Finding]
  ) {
    let files = files.sorted { $0.name < $1.name }
    let removed = files.filter { $0.isOurs && CalendarName.isOurs($0.name) && !wanted.contains($0.name) }
    let findings = files.filter { !$0.isOurs }.map { file in
      wanted.contains(file.name) ? Finding.notOurs(file) : .leftAlone(file)
    }
    return (removed.map(\.name), findings)
  }
}
