import ScheduleModel

/// What one row of a log says, and what is to be kept with it.
struct LogRecord: Hashable {
  /// What it says went out.
  let entry: AsRunEntry
  /// The contents of columns that mean nothing to the program, by which two rows may still differ.
  var other = ""
  /// Where it stood in its file: the line of a text, or sheet and row.
  var row = ""
  /// The id of the ledger's row that it replaces; `nil` for none.
  var replaces: String?
  /// Why it does.
  var reason: String?
  /// Whether it takes back what it replaces, and puts nothing in its place.
  var isWithdrawal = false

  /// A row that replaces none.
  init(_ entry: AsRunEntry) { self.entry = entry }
}

extension AsRunEntry {
  /// The same at another place, with an id, and with an author where the row names none.
  func kept(id: String?, author: String?, at place: SourcePlace) -> AsRunEntry {
    AsRunEntry(
      place: place, day: day, time: time, outlet: outlet, line: line, edition: edition, language: language,
      title: title, minutes: minutes, status: status, uid: uid, evidence: evidence, trust: trust,
      author: self.author ?? author, id: id, broadcastDay: broadcastDay, houseNumber: houseNumber,
      makesGood: makesGood)
  }
}
