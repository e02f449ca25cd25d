import ScheduleModel

extension CivilDay {
  /// The day for a reader: `25/01/2020` in Vietnamese, `2020-01-25` in English.
  var words: Words { Words(vi: forPeople, en: description) }

  /// The day before, which is the last one of a half-open range that ends here.
  var before: CivilDay { advanced(by: -1) }
}

extension [CivilDay] {
  /// The first six days, and how many more there are.
  var words: Words {
    let shown = prefix(6).map(\.words)
    let more = count - shown.count
    return Words(
      vi: shown.map(\.vi).joined(separator: ", ") + (more > 0 ? " và \(more) ngày nữa" : ""),
      en: shown.map(\.en).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }
}

extension Range<CivilDay> {
  /// The first and the last day: "từ 01/01/2020 đến 31/12/2020".
  var words: Words {
    let (first, last) = (lowerBound.words, upperBound.before.words)
    return Words(vi: "từ \(first.vi) đến \(last.vi)", en: "from \(first.en) to \(last.en)")
  }
}
