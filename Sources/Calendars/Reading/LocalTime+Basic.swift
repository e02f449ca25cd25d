import ScheduleModel

extension LocalTime {
  /// Reads `20200402T201500`, with or without `Z`, or the day alone, letters in any case. `nil` for anything else.
  ///
  /// - Parameter anyYear: Whether the year may be one that no plan has, such as 1601 or 9999.
  init?(basic text: ArraySlice<UInt8>, anyYear: Bool = false) {
    func number(_ from: Int, _ count: Int) -> Int? {
      var value = 0
      for octet in text.dropFirst(from).prefix(count) {
        guard (0x30...0x39).contains(octet) else { return nil }
        value = value * 10 + Int(octet - 0x30)
      }
      return value
    }
    guard text.count >= 8, let year = number(0, 4), let month = number(4, 2), let day = number(6, 2),
      let date = anyYear
        ? CivilDay(anyYear: year, month: month, day: day) : CivilDay(year: year, month: month, day: day)
    else { return nil }
    if text.count == 8 {
      self.init(date)
      return
    }
    let isUTC = text.count == 16 && text.last.map { $0 & 0xDF } == 0x5A
    guard text.count == 15 || isUTC, text[text.startIndex + 8] & 0xDF == 0x54, let hour = number(9, 2),
      let minute = number(11, 2), let second = number(13, 2), hour < 24, minute < 60, second < 60,
      let time = TimeOfDay(seconds: hour * 3600 + minute * 60 + second)
    else { return nil }
    self.init(date, time)
  }
}
