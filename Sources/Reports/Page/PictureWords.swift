import ScheduleModel

/// The words of the pictures of a page.
enum PictureWords {
  static let pictures = Words(vi: "Trong năm", en: "Over the year")
  static func burnUp(forecast: Bool) -> Words {
    forecast
      ? Words(
        vi: "Cộng dồn: xếp lịch, thực hiện và dự báo", en: "Running total: scheduled, aired and forecast")
      : Words(vi: "Cộng dồn: xếp lịch và thực hiện", en: "Running total: scheduled and aired")
  }
  static let heatMap = Words(
    vi: "Từng ngày: nửa trái xếp lịch, nửa phải thực hiện",
    en: "Day by day: left half scheduled, right half aired")
  static let heatKey = Words(
    vi: "càng đậm càng nhiều (1, 2, 3, từ 4); khung viền: có lịch mà không phát trong ngày; "
      + "gạch chéo: chưa có nhật ký",
    en: "the darker the more (1, 2, 3, from 4); an outline: scheduled, and nothing aired that day; "
      + "hatched: no log yet")

  static func dayless(_ count: Int, _ language: ReaderLanguage) -> String {
    let number = grouped(count, in: language)
    return Words(
      vi: "\(number) tác phẩm chỉ xếp theo tháng: cộng dồn vào cuối tháng, không có ở hình từng ngày.",
      en: "\(number) \(count == 1 ? "work is" : "works are") scheduled in a month without a day: "
        + "due at its end here, and not scheduled on any day below."
    )[language]
  }

  static func day(
    _ day: CivilDay, scheduled: Int, aired: Int?, _ language: ReaderLanguage
  ) -> String {
    TallyWords.month(day.forPeople, scheduled: scheduled, aired: aired, language)
  }

  static let bySchedule = Words(
    vi: "Dự báo nếu phát đủ lịch còn lại", en: "Forecast if all still scheduled airs")
  static let byPace = Words(vi: "Dự báo theo tiến độ hiện nay", en: "Forecast at the pace so far")

  static func upTo(_ day: CivilDay) -> Words {
    Words(vi: "hết \(day.forPeople)", en: "up to \(day.forPeople)")
  }

  static func burnUp(
    scheduled: Int, aired: Int?, asOf: CivilDay?, bySchedule: Int?, byPace: Int?, until last: CivilDay,
    _ language: ReaderLanguage
  ) -> String {
    func number(_ count: Int) -> String { grouped(count, in: language) }
    var parts = [
      Words(vi: "Xếp lịch \(number(scheduled))", en: "\(number(scheduled)) scheduled")[language]
    ]
    if let aired, let asOf {
      parts.append(
        Words(
          vi: "thực hiện \(number(aired)) đến hết ngày \(asOf.forPeople)",
          en: "\(number(aired)) aired up to \(asOf.forPeople)")[language])
    }
    if let bySchedule {
      parts.append(
        Words(
          vi: "dự báo đến hết ngày \(last.forPeople): \(number(bySchedule)) nếu phát đủ lịch còn lại",
          en: "forecast for \(last.forPeople): \(number(bySchedule)) if all still scheduled airs")[language])
    }
    if let byPace {
      parts.append(
        Words(vi: "\(number(byPace)) theo tiến độ hiện nay", en: "\(number(byPace)) at the pace so far")[
          language])
    }
    return parts.joined(separator: "; ")
  }
}
