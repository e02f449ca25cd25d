import Console
import Planning
import ScheduleModel

/// What is said when an entry had to be dated later than was asked.
enum RaisedTime {
  /// Says with which time the entries are recorded, where the Book already has one as late as the time that was asked.
  ///
  /// - Parameter asked: What was to be recorded, with the time asked for. A raise by less than a minute is not
  ///   told: people who record at once get times a second apart.
  static func tell(of entries: [BookEntry], asked: [Book.Statement], in language: ReaderLanguage) {
    guard let wanted = asked.first?.head.time, let first = entries.first?.head.time,
      first.seconds - wanted.seconds >= 60
    else { return }
    Terminal.complain(
      Words(
        vi:
          "Sổ đã có mục muộn hơn thời điểm \(wanted.utcText), nên mục này ghi với thời điểm \(first.utcText).",
        en:
          "The Book has an entry later than \(wanted.utcText), so this one is recorded with \(first.utcText)."
      )[
        language])
  }
}
