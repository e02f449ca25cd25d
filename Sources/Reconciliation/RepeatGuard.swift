import ScheduleModel

/// Knows which rows were there before, so that none is counted twice.
struct RepeatGuard {
  private var firstByDigest: [Int: Int] = [:]

  /// The earlier entry that says the same in all fields, or `nil`; a row without one is remembered.
  ///
  /// - Parameters:
  ///   - entry: What the row says; it will be appended to `entries` when it is new.
  ///   - unread: The contents of its columns that mean nothing to the program.
  ///   - entries: The entries so far.
  mutating func earlier(than entry: AsRunEntry, unread: [String], in entries: [AsRunEntry]) -> AsRunEntry? {
    let digest = Self.digest(entry, unread)
    if let first = firstByDigest[digest] {
      return entries[first].saysTheSame(as: entry) ? entries[first] : nil
    }
    firstByDigest[digest] = entries.count
    return nil
  }

  /// A digest over the bytes: the texts are all composed, and hashing text as text normalises it again.
  static func digest(_ entry: AsRunEntry, _ unread: [String]) -> Int {
    var hasher = Hasher()
    hasher.combine(entry.day)
    hasher.combine(entry.time)
    hasher.combine(entry.edition)
    hasher.combine(entry.minutes)
    hasher.combine(entry.status)
    let texts = [
      entry.outlet, entry.line ?? "", entry.language.tag, entry.title, entry.uid ?? "", entry.evidence ?? "",
      entry.houseNumber ?? "", entry.makesGood ?? "",
    ]
    for text in texts + unread {
      var text = text
      text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
      hasher.combine(0xFF as UInt8)
    }
    return hasher.finalize()
  }
}

extension AsRunEntry {
  /// Whether all but the place is equal.
  func saysTheSame(as other: AsRunEntry) -> Bool {
    day == other.day && time == other.time && outlet == other.outlet && line == other.line
      && edition == other.edition && language == other.language && title == other.title
      && minutes == other.minutes && status == other.status && uid == other.uid && evidence == other.evidence
      && houseNumber == other.houseNumber && makesGood == other.makesGood
  }
}
