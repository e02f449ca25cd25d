extension CivilDay {
  /// Reads a day as people write it: `2027-01-08`, `08/01/2027`, `8-1-2027`, `8.1.2027`, “ngày 8/1/2027” or “ngày 8 tháng 1
  /// năm 2027”.
  ///
  /// The day stands before the month, as everywhere in Việt Nam. `nil` for anything else, and for a day that there is
  /// not.
  public init?(written text: some StringProtocol) {
    if let day = CivilDay(iso: text) {
      self = day
      return
    }
    let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let numbers =
      words.wholeMatch(of: /(?:ngày )?(\d{1,2})([\/.-])(\d{1,2})([\/.-])(\d{4})/).flatMap {
        $0.output.2 == $0.output.4 ? ($0.output.1, $0.output.3, $0.output.5) : nil
      }
      ?? words.wholeMatch(of: /(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})/).map {
        ($0.output.1, $0.output.2, $0.output.3)
      }
    guard let numbers, let day = Int(numbers.0), let month = Int(numbers.1), let year = Int(numbers.2) else {
      return nil
    }
    self.init(year: year, month: month, day: day)
  }
}
