import ScheduleModel
import Testing

/// The day of an ISO text that the test knows to be one.
func day(_ iso: String) throws -> CivilDay { try #require(CivilDay(iso: iso), "\(iso) is a day") }

/// The days from one to the other, the last not included.
func days(_ first: String, _ end: String) throws -> Range<CivilDay> { try day(first)..<day(end) }
