import ScheduleModel

// What can be wrong with how a plan wants its calendars.
extension Finding {
  static func badLink(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badLink, .error, at: span,
      Words(
        vi:
          "\(text.quoted) không phải địa chỉ trang web; UID của lượt phát được viết tiếp vào sau địa chỉ này.",
        en: "\(text.quoted) is no web address; the UID of a placement is put behind it."),
      remedy: Words("link: https://lich.example.vn/luot/"))
  }

  static func feedEmpty(_ feed: CalendarFeed) -> Finding {
    Finding(
      .feedEmpty, .warning, at: SourceSpan(feed.place, under: feed.id),
      Words(
        vi:
          "Không có chỉ tiêu nào được xếp lịch hợp với mọi điều kiện của lịch \(feed.id.quoted), nên lịch này "
          + "trống.",
        en: "No scheduled line fits all that the feed \(feed.id.quoted) asks for, so it will be empty."),
      remedy: Words(
        vi: "Bớt điều kiện: mỗi khóa thu hẹp thêm; trong một khóa, chỉ cần hợp với một mục.",
        en: "Ask for less: each key narrows it further; within one key, one of its items is enough."))
  }

  static func feedNamedLikePart(_ feed: CalendarFeed, of other: String) -> Finding {
    Finding(
      .duplicateID, .error, at: SourceSpan(feed.place, under: feed.id),
      Words(
        vi: "Tệp feed-\(feed.id).ics cũng là tên của một phần của lịch \(other.quoted).",
        en: "feed-\(feed.id).ics is also the name of a part of the feed \(other.quoted)."),
      remedy: Words(
        vi: "Đặt mã khác, không kết thúc bằng năm và kỳ, ví dụ: \(other)-rieng",
        en: "Choose another that does not end in a year and a part, for example: \(other)-own"))
  }

  static func personUnknown(_ person: String, of feed: CalendarFeed, among names: [String]) -> Finding {
    let near = EditDistance.closest(to: person, among: names)
    let list = names.joined(separator: ", ")
    return Finding(
      .unknownReference, .error, at: SourceSpan(feed.place, under: feed.id),
      Words(
        vi:
          "Lịch \(feed.id.quoted) chọn theo người phụ trách \(person.quoted), nhưng không có chỉ tiêu nào ghi "
          + "tên này (person).",
        en: "The feed \(feed.id.quoted) asks for \(person.quoted), but no line names that person (person)."),
      remedy: near.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
        ?? (names.isEmpty
          ? Words(
            vi: "Ghi person: ở chỉ tiêu của người này.", en: "Write person: in the lines of that person.")
          : Words(vi: "Các tên trong kế hoạch: \(list).", en: "The plan names: \(list).")))
  }

  /// - Parameter reason: Why the line has no such work.
  static func deadlineUnused(_ deadline: Deadline, because reason: Words) -> Finding {
    let key = deadline.work.rawValue
    return Finding(
      .unusedKey, .warning, at: SourceSpan(deadline.place, under: key),
      Words(
        vi: "Thời hạn \(key) không có tác dụng: \(reason.vi).",
        en: "The deadline \(key) has no effect: \(reason.en)."),
      remedy: Words(vi: "Xóa \(key).", en: "Delete \(key)."))
  }

  /// - Parameter translation: The deadline of the translation, which the plan may leave to the day before.
  static func deadlinesReversed(
    _ deadline: Deadline, _ translation: Deadline, _ line: PlanLine, in plan: Plan
  )
    -> Finding
  {
    let key = deadline.work.rawValue
    let isSaid =
      line.deadlines.contains(translation) || plan.outlets.contains { $0.deadlines.contains(translation) }
    // On that day as a whole, or on the day before where the other has an hour.
    let days = deadline.daysBefore + (deadline.at == nil ? 0 : 1)
    let versions = LanguageVersions.name(in: plan)
    return Finding(
      .deadlinesReversed, .warning, at: SourceSpan(deadline.place, under: key),
      Words(
        vi:
          "\(versions.vi.prefix(1).uppercased() + versions.vi.dropFirst()) của \(line.title.quoted): hạn \(key) "
          + "(\(deadline.before.vi)) đến trước hạn translation (\(translation.before.vi)"
          + (isSaid ? ")." : ", vì kế hoạch không ghi)."),
        en:
          "The \(versions.en) of \(line.title.quoted): \(key) is due \(deadline.before.en), before the translation "
          + "is, \(translation.before.en)" + (isSaid ? "." : ", for the plan does not say.")),
      remedy: Words(
        vi: "Để dịch xong trước, ví dụ: translation: \(days)d; hoặc để \(key) muộn hơn.",
        en: "Let it be translated first, such as: translation: \(days)d; or let \(key) be due later."))
  }
}

extension Deadline {
  /// How long before the airing it is due.
  fileprivate var before: Words {
    let hour = at.map { Words(vi: " lúc \($0)", en: " at \($0)") } ?? Words("")
    guard daysBefore > 0 else {
      return Words(vi: "trong ngày phát\(hour.vi)", en: "on the day of the airing\(hour.en)")
    }
    return Words(
      vi: "\(daysBefore) ngày trước khi phát\(hour.vi)",
      en: "\(counted(daysBefore, "day")) before the airing\(hour.en)")
  }
}
