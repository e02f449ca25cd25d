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
