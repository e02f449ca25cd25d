import Allocation
import ScheduleModel

/// What in a problem contradicts something else in it.
extension Finding {
  private static func contradiction(
    _ place: SourcePlace?, vi: String, en: String, remedy: Words
  ) -> Finding {
    Finding(
      .instanceContradiction, .error, at: place, Words(vi: vi.firstRaised, en: en.firstRaised), remedy: remedy
    )
  }

  static func endsBeforeItStarts(_ path: String, at place: SourcePlace) -> Finding {
    contradiction(
      place, vi: "\(path) kết thúc trước khi bắt đầu.", en: "\(path) ends before it starts.",
      remedy: Words(vi: "Đổi chỗ from và to.", en: "Exchange from and to."))
  }

  static func windowEnds(_ name: ProblemNames.Name, first: Int, last: Int) -> Finding {
    contradiction(
      name.place,
      vi: "\(name.words.vi): thời gian kết thúc (ngày \(last)) trước khi bắt đầu (ngày \(first)).",
      en: "\(name.words.en): the window ends on day \(last), before it starts on day \(first).",
      remedy: Words(vi: "Đổi chỗ from và to.", en: "Exchange from and to."))
  }

  static func leastAboveMost(_ name: ProblemNames.Name, month: Int, least: Int, most: Int) -> Finding {
    contradiction(
      name.place,
      vi: "\(name.words.vi), tháng \(month + 1): ít nhất \(least) lại lớn hơn nhiều nhất \(most).",
      en: "\(name.words.en), month \(month + 1): the least, \(least), is above the most, \(most).",
      remedy: Words(
        vi: "Hạ lo[\(month)] xuống \(most), hoặc nâng hi[\(month)] lên \(least).",
        en: "Lower lo[\(month)] to \(most), or raise hi[\(month)] to \(least)."))
  }

  static func monthsPassQuota(_ name: ProblemNames.Name, least: Int, open: Int) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi): các tháng đòi ít nhất \(least), mà chỉ còn \(open) để xếp.",
      en: "\(name.words.en): the months ask for at least \(least), but only \(open) are left to place.",
      remedy: Words(
        vi: "Hạ mức ít nhất (lo) của một số tháng, hoặc tăng chỉ tiêu thêm \(least - open).",
        en: "Lower the least (lo) of some months, or raise the quota by \(least - open)."))
  }

  static func limitOutOfBounds(_ name: ProblemNames.Name, _ number: Int) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi) có số \(number), ngoài khoảng từ 0 đến \(InstanceBounds.largest).",
      en: "\(name.words.en) has the number \(number), which is not from 0 to \(InstanceBounds.largest).",
      remedy: Words(
        vi: "Ghi một số từ 0 đến \(InstanceBounds.largest).",
        en: "Write a number from 0 to \(InstanceBounds.largest)."))
  }

  static func airedTooLate(_ name: ProblemNames.Name, day: Int, firstOpenDay: Int) -> Finding {
    contradiction(
      name.place,
      vi:
        "\(name.words.vi) ghi đã phát ngày \(day), nhưng từ ngày \(firstOpenDay) (airedUntil) là phần còn phải xếp.",
      en:
        "\(name.words.en) has aired on day \(day), but from day \(firstOpenDay) (airedUntil) on nothing has.",
      remedy: Words(
        vi: "Bỏ lượt này khỏi aired, hoặc đặt airedUntil là \(day + 1).",
        en: "Drop it from aired, or set airedUntil to \(day + 1)."))
  }

  static func airedPassQuota(_ name: ProblemNames.Name, aired: Int, quota: Int) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi) đã phát \(aired), nhiều hơn chỉ tiêu \(quota).",
      en: "\(name.words.en) has aired \(aired) times, more than its quota of \(quota).",
      remedy: Words(vi: "Đặt quota là \(aired).", en: "Set the quota to \(aired)."))
  }

  static func noDayHasWeight(_ name: ProblemNames.Name) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi) còn chỉ tiêu, nhưng không ngày nào có trọng số để chia.",
      en: "\(name.words.en) has a quota left, but no day has a weight by which to spread it.",
      remedy: Words(
        vi: "Ghi số lớn hơn 0 vào weights cho một tháng còn ngày mở, hoặc nới from, to.",
        en: "Give a month with open days a weight above 0, or widen from and to."))
  }

  static func daysAreOver(_ name: ProblemNames.Name, left: Int) -> Finding {
    Finding(
      .instanceContradiction, .warning, at: name.place,
      Words(
        vi: "\(name.words.vi) còn \(left) chưa phát, nhưng không còn ngày nào để xếp.".firstRaised,
        en: "\(name.words.en) has \(left) left, but no day to place them on.".firstRaised),
      remedy: Words(
        vi: "Nới to của nó, hoặc giảm quota đi \(left).", en: "Widen its to, or lower its quota by \(left)."))
  }

  static func leastMissed(series: Int, month: Int) -> Finding {
    Finding(
      .instanceContradiction, .warning, at: nil,
      Words(
        vi: "Loạt bài \(series): tháng \(month + 1) không xếp đủ số ít nhất (lo) cùng các ràng buộc khác.",
        en: "Series \(series): the least (lo) of month \(month + 1) is not reached beside the other rules."),
      remedy: Words(
        vi: "Giảm lo của tháng \(month + 1), hoặc thêm khung phát trong tháng.",
        en: "Lower lo of month \(month + 1), or open more slots in it."))
  }

  static func typeWithoutSlots(_ name: ProblemNames.Name, type: Int, outlet: Words) -> Finding {
    contradiction(
      name.place,
      vi: "\(name.words.vi) dùng loại khung \(type), nhưng \(outlet.vi) không có khung nào loại này.",
      en: "\(name.words.en) uses slot type \(type), of which \(outlet.en) has none.",
      remedy: Words(
        vi: "Bỏ “\(type)” khỏi types, hoặc thêm khung loại này vào slots.",
        en: "Drop “\(type)” from types, or add slots of the type."))
  }

  static func pairTwice(_ list: String, _ series: Words, _ slot: Words, at place: SourcePlace?) -> Finding {
    contradiction(
      place, vi: "\(series.vi) có \(slot.vi) hai lần trong \(list).",
      en: "\(series.en) has \(slot.en) twice in \(list).",
      remedy: Words(vi: "Bỏ một trong hai.", en: "Drop one of the two."))
  }

  static func translatorMissing(_ name: ProblemNames.Name) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi) chờ một loạt bài gốc (source) nhưng không có người dịch.",
      en: "\(name.words.en) waits for a source, but has no translator.",
      remedy: Words(
        vi: "Ghi số hiệu người dịch vào translator, hoặc đặt source là null.",
        en: "Name the translator, or set source to null."))
  }

  static func translatorWithoutSource(_ name: ProblemNames.Name) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi) có người dịch nhưng không có loạt bài gốc (source).",
      en: "\(name.words.en) has a translator, but no source to translate.",
      remedy: Words(
        vi: "Ghi số hiệu loạt bài gốc vào source, hoặc đặt translator là null.",
        en: "Name the source, or set translator to null."))
  }

  static func waitsForItself(_ name: ProblemNames.Name) -> Finding {
    contradiction(
      name.place, vi: "\(name.words.vi) chờ chính nó: các source đi thành vòng.",
      en: "\(name.words.en) waits for itself: its sources go in a circle.",
      remedy: Words(
        vi: "Đặt source của loạt bài gốc là null.", en: "Set the source of the original to null."))
  }
}

/// What is wrong with pins.
extension Finding {
  /// Why a series may not use a slot.
  enum PinFault {
    case otherOutlet
    case otherType(Int)
    case past(Int)
    case outsideWindow(ClosedRange<Int>)
    case blackout
  }

  static func pinCannotBeKept(_ name: ProblemNames.Name, _ slot: Words, _ fault: PinFault) -> Finding {
    let why =
      switch fault {
      case .otherOutlet: Words(vi: "khung thuộc kênh khác", en: "it is on another outlet")
      case .otherType(let type):
        Words(vi: "loại khung \(type) không có trong types", en: "its type \(type) is not among types")
      case .past(let day):
        Words(
          vi: "phần trước ngày \(day) (airedUntil) đã phát xong",
          en: "what lies before day \(day) (airedUntil) has aired")
      case .outsideWindow(let days):
        Words(
          vi: "ngoài thời gian từ ngày \(days.lowerBound) đến ngày \(days.upperBound)",
          en: "it is outside the window, days \(days.lowerBound) to \(days.upperBound)")
      case .blackout: Words(vi: "ngày này không phát", en: "it lies in a blackout")
      }
    return contradiction(
      name.place, vi: "\(name.words.vi) không thể giữ \(slot.vi) trong pins: \(why.vi).",
      en: "\(name.words.en) cannot keep its pin on \(slot.en): \(why.en).",
      remedy: Words(
        vi: "Bỏ khung này khỏi pins, hoặc chọn khung khác.", en: "Drop the pin, or pin another slot."))
  }

  /// What pins are too many for.
  enum PinLimit {
    case slot
    case day(Int)
    case month(Int)
    case quota(Int)
  }

  static func pinsPass(_ limit: PinLimit, _ name: ProblemNames.Name, pins: Int, most: Int) -> Finding {
    let there =
      switch limit {
      case .slot: Words(vi: "", en: "")
      case .day(let day): Words(vi: ", ngày \(day)", en: ", day \(day)")
      case .month(let month): Words(vi: ", tháng \(month + 1)", en: ", month \(month + 1)")
      case .quota(let quota): Words(vi: ", chỉ tiêu \(quota)", en: ", quota \(quota)")
      }
    return contradiction(
      name.place,
      vi: "\(name.words.vi)\(there.vi): có \(pins) lượt cố định (pins), nhưng chỉ có chỗ cho \(most).",
      en: "\(name.words.en)\(there.en): \(pins) pinned, but there is room for \(most).",
      remedy: Words(
        vi: "Bỏ \(pins - most) lượt khỏi pins, hoặc nâng giới hạn lên.",
        en: "Drop \(pins - most) of the pins, or raise the limit."))
  }
}

extension String {
  /// With a capital letter at its beginning, unless it begins with the path of a value.
  fileprivate var firstRaised: String {
    guard let first, !prefix(while: { $0 != " " }).contains(where: { "[.".contains($0) }) else { return self }
    return first.uppercased() + dropFirst()
  }
}
