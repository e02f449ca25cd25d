import Calendars
import Synchronization

/// A calendar on its way into a folder, octets after octets.
///
/// While the octets are those of the file that is there, nothing is written; a file that stays as it is is not touched,
/// so that its date tells when it changed. With the first octet that differs a new file begins beside it, which takes
/// its place when it is whole. Memory: ``blockSize`` octets, and a mark for each month.
final class CalendarStream: Sendable {
  /// Where the calendar is to be.
  let path: String
  /// The file that is there; `nil` when there is none, or when somebody else wrote it.
  private let existing: FileReader?
  /// Whether a file of somebody else is in its place, so that it is composed in vain.
  private let isBlocked: Bool
  private let state = Mutex(State())

  /// How far a calendar is.
  private struct State {
    /// Octets that are neither compared nor written yet.
    var pending: [UInt8] = []
    /// How many octets came before these.
    var place = 0
    /// The new file; `nil` as long as nothing differs.
    var unfinished: AtomicFile?
    var marks: [Publication.MonthMark] = []
  }

  /// How many octets are compared or written at once.
  static let blockSize = 1 << 18

  init(_ path: String, over existing: FileReader?, isBlocked: Bool) {
    self.path = path
    self.existing = isBlocked ? nil : existing
    self.isBlocked = isBlocked
  }

  /// Where its months begin.
  var marks: [Publication.MonthMark] { state.withLock { $0.marks } }

  /// How many octets it has so far.
  var size: Int { state.withLock { $0.place + $0.pending.count } }

  /// How many octets are neither compared nor written yet.
  var pendingCount: Int { state.withLock { $0.pending.count } }

  /// Adds octets; returns how many are pending.
  @discardableResult
  func append(_ octets: ArraySlice<UInt8>, month: Int? = nil) -> Int {
    state.withLock { state in
      if let month, state.marks.last?.month != month {
        state.marks.append(
          Publication.MonthMark(month: month, place: state.place + state.pending.count))
      }
      state.pending.append(contentsOf: octets)
      return state.pending.count
    }
  }

  /// Compares or writes what is pending.
  func flush() throws(FileRefusal) {
    try state.withLock { (state: inout State) throws(FileRefusal) in
      if state.unfinished == nil {
        if let existing, existing.has(state.pending, at: state.place) {
          state.place += state.pending.count
          state.pending.removeAll(keepingCapacity: true)
          return
        }
        try existing?.check()
        try begin(&state)
      }
      if let unfinished = state.unfinished {
        try unfinished.write(state.pending, at: state.place)
        state.place += state.pending.count
        state.pending.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Ends the calendar: all octets have come. Returns its size.
  func end() throws(FileRefusal) -> Int {
    try flush()
    return try state.withLock { (state: inout State) throws(FileRefusal) in
      state.pending = []
      if state.unfinished == nil, existing?.size != state.place { try begin(&state) }
      return state.place
    }
  }

  /// Passes some octets of a calendar that has ended to another one.
  func copy(_ octets: Range<Int>, to other: CalendarStream) throws(FileRefusal) {
    let unfinished = state.withLock { $0.unfinished }
    for start in stride(from: octets.lowerBound, to: octets.upperBound, by: Self.blockSize) {
      let range = start..<min(start + Self.blockSize, octets.upperBound)
      if let unfinished {
        other.append(try unfinished.octets(range)[...])
      } else if let existing {
        other.append(existing.octets(range)[...])
        try existing.check()
      }
      try other.flush()
    }
  }

  /// Puts the whole file into its place, if it differs from what is there.
  func commit() throws(FileRefusal) {
    guard let unfinished = state.withLock({ $0.unfinished }) else { return }
    guard !isBlocked else { return discard() }
    try unfinished.finish()
    state.withLock { $0.unfinished = nil }
  }

  /// Removes what was written, if it is not in its place yet.
  func discard() {
    state.withLock { state in
      state.unfinished?.discard()
      state.unfinished = nil
    }
  }

  // MARK: The new file

  /// Begins the new file with the octets that are equal.
  private func begin(_ state: inout State) throws(FileRefusal) {
    let unfinished = try AtomicFile(path)
    state.unfinished = unfinished
    guard let existing else { return }
    for start in stride(from: 0, to: state.place, by: Self.blockSize) {
      let octets = existing.octets(start..<min(start + Self.blockSize, state.place))
      try existing.check()
      try unfinished.write(octets, at: start)
    }
  }
}
