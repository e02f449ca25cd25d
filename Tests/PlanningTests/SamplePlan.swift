import Planning
import ScheduleModel

/// A made-up station's plan, small enough to be read.
enum SamplePlan {
  /// A weekly column on television, with a version in Mông on the radio, and news on Fridays.
  static func text(column: Int = 12, news: Int = 6, blackout: String = "") -> InputFile {
    InputFile(
      name: "plan.yaml",
      bytes: Array(
        """
        plan: vi-du
        title: Kế hoạch ví dụ (dựng để thử)
        year: 2026
        revised: 2026-01-05
        documents:
          - { number: 1/KH-UBND, date: 2026-01-05, issuer: UBND tỉnh }
        units:
          dai: { name: Đài tỉnh, level: province }
        outlets:
          tv:
            name: Truyền hình tỉnh
            kind: television
            grid:
              - { id: toi, rule: "FREQ=WEEKLY;BYDAY=TU,FR", at: "20:15", length: 15m, pieces: 1 }
          phat-thanh:
            name: Phát thanh tỉnh
            kind: radio
            grid:
              - { id: mong, rule: "FREQ=WEEKLY;BYDAY=WE", at: "06:00", length: 30m, pieces: 2, languages: [Mông] }
        \(blackout)
        lines:
          - id: chuyen-muc
            title: Cải cách hành chính
            form: chuyên mục
            outlet: tv
            producer: dai
            quota: \(column) kỳ
            versions: { into: [Mông], after: 1d, outlet: phat-thanh }
          - id: tin
            title: Tin cải cách
            form: tin
            outlet: tv
            producer: dai
            quota: \(news) tin

        """.utf8))
  }

  /// A day of 2026 and an hour, in UTC.
  static func utc(_ text: String) -> LocalTime {
    guard let time = LocalTime(text) else { preconditionFailure("“\(text)” is no time") }
    return time
  }
}

extension StationYear {
  /// A year of the sample's folder.
  static func sample(
    _ book: Book, plan: InputFile = SamplePlan.text(), logs: [InputFile] = [], draft: ScheduleDraft? = nil
  ) -> StationYear {
    var files = StationFiles(plan: plan, logs: logs)
    if let draft, let read = StationYear(book, files).plan {
      files.draft = InputFile(name: "draft.csv", bytes: draft.table(read))
      files.draftBase = InputFile(name: "draft.base", bytes: Array(draft.base.text.utf8))
    }
    return StationYear(book, files)
  }
}

extension Book {
  /// The Book after a publication of what a year holds.
  func published(_ year: StationYear, at time: String) -> (
    book: Book, prepared: StationYear.PreparedPublication
  ) {
    var year = year
    let prepared = year.publication(by: "An", at: SamplePlan.utc(time), comment: nil)
    return (adding(following(prepared.statements)), prepared)
  }
}
