public import ScheduleModel

/// What a plan file can ask of a schedule. Each has a test of its name.
public enum Rule: String, CaseIterable, Sendable {
  /// No slot holds more works than its pieces: ``Problem/Slot/pieces``.
  case room
  /// The lengths of the works in an opening add up to no more than its own: ``PartRules/Programme``.
  case minutes
  /// Days outside a line's window take none of it: ``Placing/allows(_:)``.
  case window
  /// Other weekdays than a line's take none of it: ``Placing/allows(_:)``.
  case weekdays
  /// Blackouts of a line keep it off: ``Blackout/keeps(line:off:on:)``.
  case blackouts
  /// The most of a line in one day: ``Problem/Series/perDay``.
  case perDay
  /// The least and the most of a line in a month: ``Problem/Series/perMonth``.
  case months
  /// The least days from one work to the next: ``Problem/Series/gapDays``.
  case gap
  /// Days on which a work must be: ``PinChoice``.
  case pins
  /// What an outlet takes on one day, whatever the line: ``Problem/Outlet/perDay``.
  case outletPerDay
  /// What an outlet takes in a month, whatever the line: ``Problem/Outlet/perMonth``.
  case outletPerMonth
  /// A version waits for its days of translation: ``Problem/Follows/leastDays``.
  case versionsAfterLead
  /// All languages of a work in one programme: ``FollowUp/versions(of:_:)``.
  case versionsTogether
  /// What a translator makes in a week: ``TranslatorTable``.
  case translatorWeeks
  /// The parts of a work in their order, each after the one before: ``FollowUp/parts(of:_:)``.
  case parts
  /// A work on a further outlet, not before the first: ``FollowUp/crossPosts(of:_:_:)``.
  case crossPosts
  /// A repeat within its days after the first run: ``FollowUp/repeats(of:_:)``.
  case repeats
  /// Counts follow the weights of months: ``DayWeights``.
  case monthWeights
  /// Days of a campaign get more: ``DayWeights``.
  case peaks
  /// Of equally good slots the one that is liked: ``Placing/preferenceCost(of:)``.
  case preference

  /// The name for a reader.
  public var name: Words {
    switch self {
    case .room: Words(vi: "sức chứa của khung giờ", en: "room of a slot")
    case .minutes: Words(vi: "thời lượng của khung giờ", en: "minutes of a slot")
    case .window: Words(vi: "thời gian của chỉ tiêu", en: "window of a line")
    case .weekdays: Words(vi: "các thứ trong tuần", en: "weekdays of a line")
    case .blackouts: Words(vi: "ngày không phát", en: "blackouts")
    case .perDay: Words(vi: "nhiều nhất một ngày", en: "most of a day")
    case .months: Words(vi: "ít nhất, nhiều nhất một tháng", en: "least and most of a month")
    case .gap: Words(vi: "khoảng cách giữa hai tác phẩm", en: "gap between works")
    case .pins: Words(vi: "ngày cố định", en: "pinned days")
    case .outletPerDay: Words(vi: "kênh nhận nhiều nhất một ngày", en: "most of an outlet in a day")
    case .outletPerMonth: Words(vi: "kênh nhận nhiều nhất một tháng", en: "most of an outlet in a month")
    case .versionsAfterLead: Words(vi: "thời hạn dịch", en: "days for translation")
    case .versionsTogether:
      Words(vi: "các thứ tiếng trong một chương trình", en: "languages in one programme")
    case .translatorWeeks: Words(vi: "sức dịch mỗi tuần", en: "translators' weeks")
    case .parts: Words(vi: "thứ tự các phần", en: "parts in order")
    case .crossPosts: Words(vi: "phát, đăng thêm kênh", en: "further outlets")
    case .repeats: Words(vi: "phát lại", en: "repeats")
    case .monthWeights: Words(vi: "trọng số tháng", en: "month weights")
    case .peaks: Words(vi: "đợt cao điểm", en: "campaign peaks")
    case .preference: Words(vi: "khung giờ ưu tiên", en: "preferred grid lines")
    }
  }
}
