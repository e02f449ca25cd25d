import ScheduleModel

/// What one row of a log says, and what is to be kept with it.
struct LogRecord: Hashable {
  /// What it says went out.
  var entry: AsRunEntry
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

  /// Why it has no length although its cells state one; `nil` when nothing is doubtful.
  var lengthDoubt: LengthDoubt?

  /// The edition that its cell states, where that is not understood: the row has none then; `nil` when nothing is doubtful.
  var editionDoubt: String?
  /// Whether a cell of it says what happened; an empty one means that it aired, and contradicts nothing.
  var statesStatus = false

  /// A row that replaces none.
  init(_ entry: AsRunEntry) { self.entry = entry }
}
