/// What people are working on in a plan's folder: read, and not yet recorded.
///
/// It counts as if it were recorded now. A Book that is cut off at a day or an entry is looked at without it.
public struct StationFiles: Sendable {
  /// The plan as it is being written.
  public var plan: InputFile
  /// The next schedule, as a table; `nil` when none is being worked on.
  public var draft: InputFile?
  /// What the draft was made from (``ScheduleDraft/Base``).
  public var draftBase: InputFile?
  /// Logs that were dropped into `as-run`, by name.
  public var logs: [InputFile]
  /// How single stations write their logs.
  public var mappings: InputFile?
  /// Tables of lower units that were dropped into `declared`, by name.
  public var declared: [InputFile]
  /// What people said by hand about rows, in a table of their own.
  public var links: InputFile?
  /// Figures that a report printed.
  public var published: InputFile?

  /// The files of a folder that has a plan, and whatever else is given.
  public init(
    plan: InputFile, draft: InputFile? = nil, draftBase: InputFile? = nil, logs: [InputFile] = [],
    mappings: InputFile? = nil, declared: [InputFile] = [], links: InputFile? = nil,
    published: InputFile? = nil
  ) {
    self.plan = plan
    self.draft = draft
    self.draftBase = draftBase
    self.logs = logs
    self.mappings = mappings
    self.declared = declared
    self.links = links
    self.published = published
  }
}

extension StationFiles {
  /// The working files among the files of a plan, wherever they are kept.
  ///
  /// - Parameters:
  ///   - names: The paths of the plan's files, relative to its folder, in order.
  ///   - withLogs: Whether logs are read.
  ///   - read: Reads a file of these.
  public static func gathered<Refusal: Error>(
    plan: InputFile, among names: [String], withLogs: Bool,
    read: (_ name: String) throws(Refusal) -> InputFile
  ) throws(Refusal) -> StationFiles {
    var files = StationFiles(plan: plan)
    func file(_ name: String) throws(Refusal) -> InputFile? { names.contains(name) ? try read(name) : nil }
    func tables(in folder: String) throws(Refusal) -> [InputFile] {
      let tables = names.filter { name in
        let rest = name.dropFirst(folder.count + 1)
        return name.hasPrefix("\(folder)/") && !rest.contains("/") && !rest.hasPrefix("~$")
          && [".csv", ".xlsx"].contains(where: name.lowercased().hasSuffix)
      }
      var files: [InputFile] = []
      for name in tables { files.append(try read(name)) }
      return files
    }
    files.draft = try file("draft.csv")
    if files.draft == nil { files.draft = try file("draft.xlsx") }
    files.draftBase = try file("draft.base")
    files.links = try file("links.csv")
    files.published = try file("published.yaml")
    files.mappings = try file("as-run/mappings.yaml")
    if withLogs { files.logs = try tables(in: "as-run") }
    files.declared = try tables(in: "declared")
    return files
  }
}
