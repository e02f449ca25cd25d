import ScheduleModel

/// A row of a log in JSON.
struct AiredRow: Encodable {
  let day: String
  @OrNull var time: String?
  let outlet: String
  let title: String
  let file: String
  let row: Int

  init(_ entry: AsRunEntry) {
    day = entry.day.description
    _time = OrNull(wrappedValue: entry.time?.description)
    outlet = entry.outlet
    title = entry.title
    file = entry.place.file
    row = entry.place.line
  }
}

/// A possible partner in JSON: the row of a log, or the UID and start of a placement.
struct CandidateRow: Encodable {
  let entry: AiredRow?
  let uid: String?
  let start: String?
  /// The differences, by ``MatchCandidate/Difference``.
  let differences: [String]

  init(row candidate: MatchCandidate) {
    entry = AiredRow(candidate.entry)
    (uid, start) = (nil, nil)
    differences = candidate.differences.map(\.text)
  }

  init(uid candidate: MatchCandidate) {
    entry = nil
    uid = candidate.placement.uid
    start = candidate.placement.timing.startText
    differences = candidate.differences.map(\.text)
  }
}

/// A relay in JSON.
struct RelayRow: Encodable {
  @OrNull var uid: String?
  @OrNull var line: String?
  @OrNull var edition: Int?
  let language: String
  let entry: AiredRow

  init(_ relay: RelayedEntry) {
    _uid = OrNull(wrappedValue: relay.placement?.uid)
    _line = OrNull(wrappedValue: relay.line)
    _edition = OrNull(wrappedValue: relay.edition)
    language = relay.entry.language.tag
    entry = AiredRow(relay.entry)
  }
}

extension MatchCandidate.Difference {
  /// For scripts: `days=-2`, `title=83`, `language`.
  var text: String {
    switch self {
    case .days(let days): "days=\(days)"
    case .minutes(let minutes): "minutes=\(minutes)"
    case .outlet: "outlet"
    case .language: "language"
    case .line: "line"
    case .edition: "edition"
    case .editionUnsaid: "edition-unsaid"
    case .title(let percent): "title=\(percent)"
    case .taken: "taken"
    case .setAside: "set-aside"
    case .unclear: "unclear"
    }
  }
}

extension RelayedEntry {
  /// The placement that it carries; `nil` when that is not planned.
  var placement: Placement? {
    if case .placement(let placement) = source { placement } else { nil }
  }

  /// The number of the work; `nil` when that is not known.
  var edition: Int? {
    switch source {
    case .placement(let placement): placement.edition
    case .entry(let unplanned): unplanned.edition
    }
  }
}
