import ScheduleModel

/// Rows of one log that state more than twice the length of any opening of their outlet: their unit is another one.
struct LongLengths {
  /// The longest opening of each outlet whose openings all have a length, in minutes.
  private let longest: [String: Int]
  private var first: AsRunEntry?
  private var rows = 0

  init(_ plan: Plan) {
    let lines = plan.lines.compactMap { line in line.placing?.minutes.map { (line.outlets.ids, $0) } }
    longest = Dictionary(
      plan.outlets.compactMap { outlet in
        let openings = outlet.grid.map(\.minutes)
        guard !openings.isEmpty, !openings.contains(0) else { return nil }
        let works = lines.filter { $0.0.contains(outlet.id) }.map(\.1)
        return (outlet.id, (openings + works).max() ?? 0)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether the length of a row goes far beyond every opening of its outlet.
  func mayHave(_ entry: AsRunEntry) -> Bool {
    guard let length = entry.length, length > 1800, let most = longest[entry.outlet] else { return false }
    return length > 120 * most
  }

  /// Takes a row that does, and is of a line.
  mutating func note(_ entry: AsRunEntry) {
    first = first ?? entry
    rows += 1
  }

  /// One finding for all of them; `nil` without any.
  var finding: Finding? {
    guard let first, let minutes = first.minutes, let most = longest[first.outlet] else { return nil }
    let (file, hours) = (
      first.place.file, Words(vi: grouped(minutes, in: .vietnamese), en: grouped(minutes, in: .english))
    )
    return Finding(
      .logLengthDoubtful, .warning, at: first.place,
      Words(
        vi:
          "Dòng này ghi \(hours.vi) phút, mà khung dài nhất của kênh là \(most) phút; có thể cột ghi giây. Thời lượng vẫn được ghi "
          + "như vậy."
          + (rows == 1 ? "" : " Số dòng như vậy của “\(file)”: \(grouped(rows, in: .vietnamese))."),
        en:
          "This row says \(hours.en) minutes, and the longest opening of its outlet has \(most); perhaps the column has seconds. "
          + "The length is recorded as it is."
          + (rows == 1 ? "" : " Such rows of “\(file)”: \(grouped(rows, in: .english)).")),
      remedy: Words(
        vi:
          "Hỏi đài. Nếu là giây, chép thành \(minutes / 60):\(twoDigits(minutes % 60)) rồi nhập lại; dòng mới thay cho dòng này.",
        en:
          "Ask the station. If it is seconds, copy it as \(minutes / 60):\(twoDigits(minutes % 60)) and import it again; the new "
          + "row replaces this one."))
  }

  private func twoDigits(_ number: Int) -> String { String("\(number + 100)".dropFirst()) }
}
