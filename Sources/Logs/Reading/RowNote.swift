import ScheduleModel

/// The remark of a row that was recorded: it stands among the contents of columns that mean nothing to the program,
/// `ghi chú=không phát; tập tin=a.mp4`.
enum RowNote {
  /// The remark; `nil` where there is none.
  static func note(in other: String) -> String? {
    guard !other.isEmpty else { return nil }
    let parts = other.split(separator: "; ")
    guard
      let first = parts.firstIndex(where: { part in
        part.firstIndex(of: "=").map { LogColumn.named(String(part[..<$0])) == .note } ?? false
      })
    else { return nil }
    // A remark may have semicolons itself; what follows up to the next column belongs to it.
    let rest = parts[(first + 1)...].prefix { !$0.contains("=") }
    let text = ([parts[first]] + rest).joined(separator: "; ")
    return text.firstIndex(of: "=").map { String(text[text.index(after: $0)...]) }
  }
}
