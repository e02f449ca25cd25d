import ScheduleModel

/// Knows which rows were there before, so that none is counted twice.
struct RepeatGuard {
  private var first: [RowDigest: Place] = [:]
  private var files: [String] = []

  private struct Place {
    let file: Int32
    let line: Int32
  }

  /// Makes room for more rows.
  mutating func expect(_ rows: Int) { first.reserveCapacity(first.count + rows) }

  /// Where a row stood that says the same in all fields, or `nil`; a row without one is remembered.
  mutating func earlier(than digest: RowDigest, at place: SourcePlace) -> SourcePlace? {
    if files.last != place.file { files.append(place.file) }
    let own = Place(file: Int32(files.count - 1), line: Int32(clamping: place.line))
    if let known = first[digest] { return SourcePlace(file: files[Int(known.file)], line: Int(known.line)) }
    first[digest] = own
    return nil
  }
}
