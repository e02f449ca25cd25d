import ScheduleModel

extension Plan {
  /// Which work a placement is, in a sentence: `kỳ 5 “Dòng a”`.
  func name(of placement: Placement) -> Words {
    let title = line(placement.line)?.title ?? placement.line
    return Words(
      vi: "kỳ \(placement.edition) “\(title)”", en: "no. \(placement.edition) of “\(title)”")
  }
}
