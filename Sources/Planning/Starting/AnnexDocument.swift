import ScheduleModel

/// The signed document that an annex is attached to, as a line above it names it.
struct AnnexDocument: Equatable {
  /// Its number: `15/KH-UBND`.
  let number: String
  /// The day on which it was signed.
  let date: CivilDay
  /// Who issued it; `nil` when the line does not say it.
  let issuer: String?

  /// Reads “(Kèm theo Kế hoạch số 15/KH-UBND ngày 20/01/2027 của UBND tỉnh)”; `nil` when no line says number and day.
  init?(in lines: [String]) {
    for line in lines {
      let words = line.composed.onOneLine
      guard
        let (_, number, day, issuer) = words.firstMatch(
          of:
            #/kèm theo .*?số:? ?(\d+[^ ,;()]*/[^ ,;()]+),? ngày (\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})(?: của ([^();]+))?/#
            .ignoresCase())?.output,
        let date = CivilDay(written: day.contains("tháng") ? "ngày \(day)" : day.replacing(" ", with: ""))
      else { continue }
      self.number = String(number)
      self.date = date
      // “của UBND tỉnh về tuyên truyền …” goes on with what it is about.
      self.issuer = issuer.map { String($0).replacing(#/ (?:về|ban hành) .*/#, with: "").onOneLine }
      return
    }
    return nil
  }

  /// Its entry of the plan file.
  var text: String {
    "documents:\n  - { number: \(PlanText.quoted(number)), date: \(date)"
      + (issuer.map { ", issuer: \(PlanText.quoted($0))" } ?? "") + " }\n"
  }
}
