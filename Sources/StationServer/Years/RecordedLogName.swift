import Planning
import Reports
import ScheduleModel

/// A log of the Book, without its rows: what people are told of its recording.
struct RecordedLogName: Sendable {
  /// The id of its entry.
  let id: String
  /// The name of the file that was recorded, fit to be shown.
  let file: String
  /// How many rows it brought.
  let rows: Int
  /// How many rows of the file were left out.
  let leftOut: Int
  /// The lines of these rows, with commas; empty where the Book does not have them.
  let lines: String

  init(_ entry: BookEntry) {
    id = entry.id
    file = (entry.head.notes["source"] ?? entry.fileName).visible()
    // The first line has the names of the columns; a cell has no line break.
    rows = max(0, entry.body.count { $0 == UInt8(ascii: "\n") } - 1)
    leftOut = entry.head.notes["left-out"].flatMap { Int($0) } ?? 0
    lines = (entry.head.notes["left-out-lines"] ?? "").replacing(" ", with: ", ").visible()
  }

  /// That rows of it were left out, and which.
  var wordsOfRowsLeftOut: Words {
    Words(
      vi: "\(file): khi ghi đã để lại \(grouped(leftOut, in: .vietnamese)) dòng"
        + (lines.isEmpty ? "." : " (dòng số \(lines) của tệp)."),
      en:
        "\(file): \(grouped(leftOut, in: .english)) \(leftOut == 1 ? "row" : "rows") left out when it was recorded"
        + (lines.isEmpty ? "." : " (\(leftOut == 1 ? "line" : "lines") \(lines) of the file)."))
  }

  /// What became of the file, for whoever just recorded it.
  var wordsOfRecording: Words {
    Words(
      vi:
        "\(file): đã ghi \(grouped(rows, in: .vietnamese)) dòng, để lại \(grouped(leftOut, in: .vietnamese)) dòng.",
      en:
        "\(file): \(grouped(rows, in: .english)) \(rows == 1 ? "row" : "rows") recorded, \(grouped(leftOut, in: .english)) left out."
    )
  }
}
