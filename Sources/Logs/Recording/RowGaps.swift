import ScheduleModel

/// What a row leaves empty, taken from the row that it replaces: who says nothing of an edition takes none back.
enum RowGaps {
  /// The row with the older one's words in its empty cells.
  ///
  /// - Parameter keeps: Whether an empty cell of a column says nothing, rather than taking back what stood there.
  static func filled(
    _ new: LogRecord, from old: LogRecord, keeps: (LogColumn) -> Bool
  ) -> LogRecord {
    func value<Value>(_ own: Value?, _ other: Value?, _ column: LogColumn) -> Value? {
      own ?? (keeps(column) ? other : nil)
    }
    let (own, other) = (new.entry, old.entry)
    let hasTime = own.time != nil
    let title = own.title.isEmpty && keeps(.title) ? other.title : own.title
    let time = value(own.time, other.time, .time)
    // A title that names another edition contradicts the older row, and is no gap.
    let named = EditionName(in: own.title, of: [other.title])?.number
    let edition = named == nil || named == other.edition ? other.edition : nil
    let says = new.statesStatus || own.status != .aired || other.status != .aired
    var filled = new
    filled.entry = AsRunEntry(
      place: own.place, day: own.day, time: time,
      heading: AsRunEntry.Heading(outlet: own.outlet, language: own.language, title: title),
      line: value(own.line, other.line, .line), edition: value(own.edition, edition, .edition),
      length: new.lengthDoubt == nil ? value(own.length, other.length, .minutes) : own.length,
      status: own.status, uid: value(own.uid, other.uid, .uid),
      evidence: value(own.evidence, other.evidence, .evidence), trust: own.trust, author: own.author,
      recorded: nil, broadcastDay: hasTime || time == nil ? own.broadcastDay : other.broadcastDay,
      houseNumber: value(own.houseNumber, other.houseNumber, .houseNumber),
      makesGood: value(own.makesGood, other.makesGood, .makesGood),
      part: value(own.part, other.part, .part),
      partCount: own.part == nil && keeps(.part) ? other.partCount : own.partCount,
      isRepeat: own.isRepeat || (!says && keeps(.status) && other.isRepeat), doubt: own.doubt)
    if filled.other.isEmpty, keeps(.note) { filled.other = old.other }
    return filled
  }
}

extension AsRunEntry {
  /// Whether one of two rows says that a work aired, and the other that it did not, or leaves it open. A row that was only
  /// dated too late is answered by one of its day.
  func contradictsAiring(of other: AsRunEntry) -> Bool {
    let silent = status == .aired ? other : self
    return (status == .aired) != (other.status == .aired) && silent.status != .sent && silent.showsItsDay
  }
}
