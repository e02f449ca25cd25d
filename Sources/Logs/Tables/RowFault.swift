import ScheduleModel

/// What keeps a row of a log from being read.
enum RowFault: Hashable {
  /// A quotation mark is opened and not closed.
  case quoteNotClosed
  /// Text stands between a closing quotation mark and the next separator.
  case textAfterQuote
  /// A word goes over the border of a fixed column, so that it would be cut in two.
  case overBorder(String)
  /// A day in a column in which a spreadsheet seems to have turned day and month.
  case dayTurned(String)
  /// It has more or fewer fields than the header.
  case fieldCount(found: Int, expected: Int)
  /// It holds a control character, such as NUL.
  case controlCharacter(UInt8)
  /// A field that has to be there is empty.
  case missing(LogColumn)
  /// The text is not written as a day is.
  case notADay(String)
  /// No calendar has such a day, or its year is outside ``CivilDay/years``.
  case noSuchDay(String)
  /// The weekday beside the day is not the one on which it falls.
  case otherWeekday(String)
  /// The text is not a time.
  case notATime(String)
  /// The time passes midnight farther than the outlet's day does.
  case timeAfterMidnight(String, seconds: Int)
  /// The text is a start and an end.
  case timeRange(String)
  /// The date has a time, and the time beside it is another one.
  case timesContradict(String, String)
  /// The day could be read in two ways, and nothing in its column shows which is meant.
  case dayOrderUnknown(String)
  /// The length could be hours and minutes or minutes and seconds, and nothing in its column shows which is meant.
  case lengthOrderUnknown(String)
  /// The length could be thousands or have decimals, and nothing in its column shows which is meant.
  case numberSignsUnknown(String)
  /// A cell of a spreadsheet has a formula that no program has calculated.
  case notCalculated(String)
  /// A cell of a spreadsheet has an error in place of a value, such as `#N/A`.
  case errorValue(String, String)
  /// The text is not a whole number from the least one that makes sense to ``Quantity/largest``.
  case notANumber(LogColumn, String, from: Int)
  /// The text is not a part of a work.
  case notAPart(String)
  /// The plan has no such outlet.
  case unknownOutlet(String, nearest: String?)
  /// The plan has no such line.
  case unknownLine(String, nearest: String?)
  /// Neither the register nor the plan knows the language.
  case unknownLanguage(String)
  /// The word is none of those for what happened.
  case unknownStatus(String)
  /// The word is none of those for how far a row can be relied on.
  case unknownTrust(String)
  /// The ledger has no row of that name.
  case unknownRow(String)
  /// The ledger has several rows of that name, with these ids and what they say.
  case ambiguousRow(String, candidates: [String])
}
