import ScheduleModel

/// Which values of a plan could not be read, so that what follows from their absence is not told as well.
struct UnreadValues {
  /// A key of a document, unit, outlet or line, with the place by which that is known.
  struct Entry: Hashable {
    let start: SourcePlace
    let item: SourcePlace
    let key: String
  }

  private struct Value: Hashable {
    let item: SourcePlace
    let key: String
  }

  private let values: Set<Value>
  /// Whether everything could be read.
  let isEmpty: Bool

  /// A finding concerns the value of the last key that begins before it.
  init(_ entries: [Entry], findings: [Finding]) {
    let entries = entries.sorted { $0.start < $1.start }
    var values: Set<Value> = []
    var next = 0
    for place in findings.filter({ $0.severity == .error }).compactMap(\.place).sorted() {
      while next < entries.count, entries[next].start <= place { next += 1 }
      if next > 0 { values.insert(Value(item: entries[next - 1].item, key: entries[next - 1].key)) }
    }
    self.values = values
    isEmpty = !findings.hasErrors
  }

  /// Whether a value of what stands at `item` could not be read.
  func contains(_ key: String, of item: SourcePlace) -> Bool {
    values.contains(Value(item: item, key: key))
  }
}
