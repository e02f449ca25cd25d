import ScheduleModel

/// The words of the pictures of a page.
enum PictureWords {
  static let pictures = Words(vi: "Trong năm", en: "Over the year")
  static let burnUp = Words(vi: "Cộng dồn: xếp lịch và thực hiện", en: "Running total: scheduled and aired")
  static let heatMap = Words(
    vi: "Từng ngày: nửa trái xếp lịch, nửa phải thực hiện",
    en: "Day by day: left half scheduled, right half aired")
  static let heatKey = Words(
    vi: "càng đậm càng nhiều (1, 2, 3, từ 4); khung viền: có lịch mà không phát trong ngày",
    en: "the darker the more (1, 2, 3, from 4); an outline: scheduled, and nothing aired that day")

  static func dayless(_ count: Int, _ language: ReaderLanguage) -> String {
    let number = grouped(count, in: language)
    return Words(
      vi: "\(number) tác phẩm chỉ xếp theo tháng nên không có trong hình.",
      en:
        "\(number) \(count == 1 ? "work is" : "works are") scheduled in a month without a day, and not in the pictures."
    )[language]
  }

  static func day(
    _ day: CivilDay, scheduled: Int, aired: Int?, _ language: ReaderLanguage
  ) -> String {
    TallyWords.month(day.forPeople, scheduled: scheduled, aired: aired, language)
  }

  static func burnUp(scheduled: Int, aired: Int?, asOf: CivilDay?, _ language: ReaderLanguage) -> String {
    let planned = grouped(scheduled, in: language)
    let known = Words(vi: "Xếp lịch \(planned)", en: "\(planned) scheduled")[language]
    guard let aired, let asOf else { return known }
    let out = grouped(aired, in: language)
    return known
      + Words(
        vi: "; thực hiện \(out) đến hết ngày \(asOf.forPeople)", en: "; \(out) aired up to \(asOf.forPeople)")[
        language]
  }
}
