import ScheduleModel

/// What a schedule has too few of, for scripts.
struct ShortageRow: Encodable {
  let asked, found: Int
  let line, what: String

  init(_ row: ScheduleShortage) {
    (asked, found) = (row.asked, row.found)
    (line, what) = (row.line, row.what.en)
  }
}
