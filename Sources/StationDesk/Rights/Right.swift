/// What a person may do. The server asks for one right on each request, and for nothing else.
public enum Right: String, CaseIterable, Sendable {
  /// See plan, schedule, logs and figures.
  case read
  /// See what is not published: the draft, and the plan's folder with it.
  case readDraft = "read-draft"
  /// Have calendar addresses of one's own.
  case ownFeeds = "own-feeds"
  /// Say how far one's own translations are.
  case ownTranslations = "own-translations"
  /// Bring in logs and declared figures, and enter rows by hand.
  case recordLogs = "record-logs"
  /// Say by hand what a row of the logs is.
  case link
  /// Give titles and assign translations.
  case assign
  /// Move, pin and allocate in the draft.
  case draft
  /// Change the plan's text.
  case changePlan = "change-plan"
  /// Make the draft the promise, and change what is past or published, with a reason.
  case publish
  /// Close a period, or state it anew, after a fresh sign-in.
  case close
  /// See the audit trail.
  case audit
  /// Manage people, their rights and backups.
  case administer
}

/// What a person is in a unit. A person may be several things, in several units.
public enum Role: String, CaseIterable, Sendable {
  case viewer, translator, logger, editor, planner, publisher, closer, auditor, administrator

  /// What the role may do: the one table of roles and rights.
  public var rights: Set<Right> {
    switch self {
    case .viewer: [.read, .ownFeeds]
    case .translator: [.read, .readDraft, .ownFeeds, .ownTranslations]
    case .logger: [.read, .readDraft, .ownFeeds, .recordLogs, .link]
    case .editor: [.read, .readDraft, .ownFeeds, .ownTranslations, .recordLogs, .link, .assign]
    case .planner: [.read, .readDraft, .ownFeeds, .ownTranslations, .link, .assign, .draft, .changePlan]
    case .publisher: [.read, .readDraft, .ownFeeds, .publish]
    case .closer: [.read, .readDraft, .ownFeeds, .close]
    case .auditor: [.read, .readDraft, .ownFeeds, .audit]
    case .administrator: [.ownFeeds, .audit, .administer]
    }
  }
}
