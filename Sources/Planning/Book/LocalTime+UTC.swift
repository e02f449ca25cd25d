public import ScheduleModel

extension LocalTime {
  /// A time in UTC as it is in a Book, to the second: `2018-04-04T02:00:01Z`.
  public var utcText: String {
    let seconds = time.seconds
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(day)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
  }

  /// Reads ``utcText``; `nil` for anything else.
  public init?(utc text: some StringProtocol) {
    guard text.hasSuffix("Z"), let time = LocalTime(String(text.dropLast())), time.utcText == text else {
      return nil
    }
    self = time
  }
}
