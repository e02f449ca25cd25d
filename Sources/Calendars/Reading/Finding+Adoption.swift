import ScheduleModel

/// The words of what is found when a calendar is turned into parts of a plan.
extension Finding {
  // MARK: Grid lines

  static func notAGridLine(_ title: String, _ fault: GridFault, days: [CivilDay], at place: SourcePlace)
    -> Finding
  {
    let (why, remedy) = fault.words
    let list = days.words
    return Finding(
      .calendarNotExpressible, .error, at: place,
      Words(
        vi: "“\(title)” \(why.vi), nên không thành khung giờ được; bị bỏ qua: \(list.vi).",
        en: "“\(title)” \(why.en), so it cannot be a grid line; left out: \(list.en)."), remedy: remedy)
  }

  static func ruleBecameDates(_ title: String, days: Int, at place: SourcePlace) -> Finding {
    Finding(
      .calendarNotExpressible, .info, at: place,
      Words(
        vi:
          "Các buổi của “\(title)” không viết gọn được bằng một quy tắc theo giờ của kênh; ghi thành \(days) ngày.",
        en: "No rule on the outlet's clock gives the days of “\(title)”; they are \(days) dates."))
  }

  static func busyIsNoGrid(_ count: Int, at place: SourcePlace) -> Finding {
    leftOut(
      place, vi: "VFREEBUSY chỉ nói giờ bận, không nói phát gì; bỏ qua \(count).",
      en: "A VFREEBUSY says when somebody is busy, not what goes out; \(count) left out.",
      remedy: "--as blackouts")
  }

  static func overlap(
    _ one: String, _ other: String, first: CivilDay, count: Int, at place: SourcePlace
  ) -> Finding {
    Finding(
      .calendarOverlap, .warning, at: place,
      Words(
        vi: one == other
          ? "“\(one)” mở chồng lên chính nó \(count) lần, lần đầu ngày \(first.forPeople)."
          : "“\(one)” và “\(other)” mở cùng một lúc \(count) lần, lần đầu ngày \(first.forPeople).",
        en: one == other
          ? "“\(one)” overlaps itself \(count) times, first on \(first)."
          : "“\(one)” and “\(other)” are open at the same time on \(count) occasions, first on \(first)."),
      remedy: Words(
        vi: "Hỏi đài lịch nào đúng rồi giữ khung giờ đó; lịch gốc sai thì để đài sửa rồi xuất lại.",
        en:
          "Ask the station which of them holds, and keep that grid line; where the calendar is wrong, have the station export it again."
      ))
  }

  static func moreOverlaps(_ count: Int, in file: String) -> Finding {
    Finding(
      .calendarOverlap, .warning,
      Words(
        vi: "\(file) còn \(count) cặp khung giờ khác mở chồng lên nhau.",
        en: "\(file) has \(count) more pairs of grid lines that overlap."))
  }

  // MARK: What may not go out

  /// Times of an event that by its words or its state may not go out, and are left out for that.
  static func notCertain(_ doubt: EventDoubt, days: [CivilDay], at place: SourcePlace) -> Finding {
    let list = days.words
    let title: String
    let why: Words
    var remedy = Words(
      vi: "Hỏi đài; nếu vẫn phát, để họ sửa tiêu đề trong lịch rồi xuất lại, hoặc tự ghi vào kế hoạch.",
      en:
        "Ask the station; where it goes out all the same, have the title corrected and exported again, or write it into the "
        + "plan yourself.")
    switch doubt {
    case .off(let text):
      title = text
      why = Words(vi: "tiêu đề nói là nghỉ, không phát", en: "its title says that nothing goes out")
    case .cancelled(let text):
      title = text
      why = Words(vi: "tiêu đề nói là đã hủy hoặc hoãn", en: "its title says that it is cancelled or put off")
    case .tentative(let text):
      title = text
      why = Words(vi: "lịch ghi là mới dự kiến (STATUS:TENTATIVE)", en: "it is tentative (STATUS:TENTATIVE)")
      remedy = Words(
        vi:
          "Hỏi đài đã chắc chưa; nếu chắc, để họ xác nhận trong lịch rồi xuất lại, hoặc tự ghi vào kế hoạch.",
        en:
          "Ask the station whether it is certain; where it is, have it confirmed in the calendar and exported again, or write "
          + "it into the plan yourself.")
    }
    return Finding(
      .calendarLeftOut, .warning, at: place,
      Words(
        vi: "“\(title)”: \(why.vi), nên bị bỏ qua: \(list.vi).",
        en: "“\(title)”: \(why.en), so it is left out: \(list.en)."), remedy: remedy)
  }

  // MARK: Blackouts

  static func freeIsNotClosed(_ count: Int, at place: SourcePlace) -> Finding {
    leftOut(
      place, vi: "\(count) sự kiện ghi là rảnh (TRANSP:TRANSPARENT) không đóng ngày nào.",
      en:
        "\(count) \(count == 1 ? "event is" : "events are") marked as free (TRANSP:TRANSPARENT) and close no day.",
      remedy: nil)
  }

  static func freeDaysAreNotClosed(_ count: Int, _ name: String, at place: SourcePlace) -> Finding {
    Finding(
      .calendarLeftOut, .warning, at: place,
      Words(
        vi:
          "“\(name)” và các sự kiện cả ngày khác ghi là rảnh (TRANSP:TRANSPARENT, \(count)) không đóng ngày nào.",
        en: count == 1
          ? "“\(name)” takes whole days but is marked as free (TRANSP:TRANSPARENT), and closes no day."
          : "“\(name)” and other events of whole days (\(count)) are marked as free (TRANSP:TRANSPARENT), and close no day."
      ),
      remedy: Words(
        vi: "Nếu đó là ngày nghỉ của đài, thêm --close-free-days.",
        en: "If they are days off, add --close-free-days."))
  }

  static func hoursCloseNothing(_ count: Int, _ name: String, at place: SourcePlace) -> Finding {
    Finding(
      .calendarNotExpressible, .warning, at: place,
      Words(
        vi:
          "“\(name)” và các lần bận khác trong ngày (\(count)) không đóng cả ngày; kế hoạch chỉ nghỉ theo ngày.",
        en:
          "“\(name)” and other busy hours (\(count)) do not close a whole day, and a plan closes whole days only."
      ),
      remedy: Words(
        vi: "Thêm --plan và --outlet để biết khung giờ nào bị trùng.",
        en: "Add --plan and --outlet to learn which grid lines they meet."))
  }

  static func hoursTakeOpenings(_ line: GridLine, days: [CivilDay], at place: SourcePlace) -> Finding {
    let list = days.words
    let dates = days.map(\.description).joined(separator: ", ")
    var remedy = Words(
      vi: "Trong khung giờ “\(line.id)”, xóa khỏi dates: \(dates)",
      en: "In the grid line “\(line.id)”, take out of dates: \(dates)")
    if case .rule = line.recurrence {
      let all = Set(line.except + days).sorted().map(\.description).joined(separator: ", ")
      remedy = Words("except: [\(all)]")
    }
    return Finding(
      .calendarNotExpressible, .warning, at: place,
      Words(
        vi: "Giờ bận trùng khung giờ “\(line.id)”, không trùng mọi khung giờ của ngày ấy: \(list.vi).",
        en: "Busy hours meet the grid line “\(line.id)” but not all of the day: \(list.en)."), remedy: remedy)
  }

  // MARK: Pins

  static func recurringIsNoPin(_ count: Int, at place: SourcePlace) -> Finding {
    leftOut(
      place, vi: "\(count) sự kiện lặp lại hoặc không tên không thành ngày cố định.",
      en: "\(count) recurring or unnamed \(count == 1 ? "event is" : "events are") no pins.",
      remedy: "--as grid")
  }

  static func publishedIsNoPin(_ count: Int, at place: SourcePlace) -> Finding {
    leftOut(
      place,
      vi:
        "\(count) sự kiện do chương trình này công bố là bản tiếng khác, lượt phát lại, đăng thêm kênh, hoặc của chỉ tiêu không xếp lịch ở đây; không thành ngày cố định.",
      en:
        "\(counted(count, "event")) that this program published \(count == 1 ? "is a language version, rerun or cross-post, or of a line that is" : "are language versions, reruns or cross-posts, or of lines that are") not scheduled here; \(count == 1 ? "it becomes no pin" : "they become no pins").",
      remedy: nil)
  }

  static func noSuchLine(
    _ title: String, nearest: PlanLine?, of lines: [PlanLine], at place: SourcePlace
  ) -> Finding {
    Finding(
      .calendarUnmatched, .warning, at: place,
      Words(
        vi: "“\(title)” không phải tên hay mã của chỉ tiêu nào được xếp lịch.",
        en: "“\(title)” is neither title nor id of a line that is scheduled."),
      remedy: nearest.map {
        Words(vi: "Có phải là “\($0.title)” (\($0.id))?", en: "Did you mean “\($0.title)” (\($0.id))?")
      }
        ?? Words(
          vi: "Đặt tiêu đề sự kiện là mã của chỉ tiêu: \(lines.prefix(8).map(\.id).joined(separator: ", "))",
          en:
            "Give the event the id of a line as its title: \(lines.prefix(8).map(\.id).joined(separator: ", "))"
        ))
  }

  /// A title of a line to which no pin of this calendar can belong.
  static func lineElsewhere(
    _ title: String, _ line: PlanLine, homes: [String], on outlet: String?, at place: SourcePlace
  ) -> Finding {
    let home = homes.joined(separator: ", ")
    guard line.placing != nil, let outlet else {
      return Finding(
        .calendarUnmatched, .warning, at: place,
        Words(
          vi: "“\(title)” là chỉ tiêu “\(line.id)”, nhưng chỉ tiêu này không được xếp lịch.",
          en: "“\(title)” is the line “\(line.id)”, which is not scheduled."),
        remedy: Words(
          vi: "Nếu cần xếp lịch, cho chỉ tiêu một kênh có khung giờ, số lượng, và xóa scheduled: false.",
          en:
            "Where it is to be scheduled, give the line a quota and an outlet with openings, and delete scheduled: false."
        ))
    }
    return Finding(
      .calendarUnmatched, .warning, at: place,
      Words(
        vi:
          "“\(title)” là chỉ tiêu “\(line.id)”, nhưng lượt đầu của chỉ tiêu này phát trên \(home), không phải \(outlet).",
        en: "“\(title)” is the line “\(line.id)”, whose first runs are on \(home), not on \(outlet)."),
      remedy: Words(
        vi: "Nếu lịch là của kênh kia, chạy lại với --outlet \(homes.first ?? ""), hoặc bỏ --outlet.",
        en:
          "Where the calendar is of that outlet, run it again with --outlet \(homes.first ?? ""), or without "
          + "--outlet."))
  }

  static func severalLines(_ title: String, _ lines: [PlanLine], at place: SourcePlace) -> Finding {
    let ids = lines.map(\.id).joined(separator: ", ")
    return Finding(
      .calendarUnmatched, .warning, at: place,
      Words(
        vi: "“\(title)” là tên của \(lines.count) chỉ tiêu: \(ids).",
        en: "“\(title)” is the title of \(lines.count) lines: \(ids)."),
      remedy: Words(
        vi: "Ghi mã chỉ tiêu làm tiêu đề sự kiện, hoặc thêm --outlet.",
        en: "Give the event the id as its title, or add --outlet."))
  }

  static func nothingOpen(
    _ line: PlanLine, _ span: ReadEvent.Span, _ open: [Slot], at place: SourcePlace
  ) -> Finding {
    let hours = open.map { slot in
      if case .timed(let start, _) = slot.timing { "\(slot.grid) \(start.time)" } else { slot.grid }
    }
    let when = "\(span.from.day.forPeople) \(span.from.time)"
    return Finding(
      .pinNotOpen, .warning, at: place,
      Words(
        vi: "Chỉ tiêu “\(line.id)” không có khung giờ nào mở lúc \(when); bỏ qua.",
        en: "The line “\(line.id)” has no opening on \(span.from.day) at \(span.from.time); left out."),
      remedy: hours.isEmpty
        ? Words(
          vi: "Thêm một khung giờ có ngày này: dates: [\(span.from.day)]",
          en: "Add a grid line with that day: dates: [\(span.from.day)]")
        : Words(
          vi: "Ngày ấy mở: \(hours.joined(separator: ", ")).",
          en: "Open on that day: \(hours.joined(separator: ", "))."))
  }

  private static func leftOut(_ place: SourcePlace, vi: String, en: String, remedy: String?) -> Finding {
    Finding(.calendarLeftOut, .info, at: place, Words(vi: vi, en: en), remedy: remedy.map { Words($0) })
  }
}

extension GridFault {
  /// What the event is like, and what can be done.
  fileprivate var words: (why: Words, remedy: Words) {
    let shorten = Words(
      vi: "Hỏi người giữ lịch giờ kết thúc đúng, để họ sửa lịch gốc rồi xuất lại.",
      en: "Ask whoever keeps the calendar when it ends, and for the calendar with that end.")
    return switch self {
    case .severalDays(let days):
      (
        Words(vi: "kéo dài \(days) ngày liền", en: "lasts \(days) days"),
        Words(vi: "Ngày nghỉ thì dùng --as blackouts.", en: "For days off use --as blackouts.")
      )
    case .oddLength(let seconds):
      (Words(vi: "dài \(seconds) giây, không tròn phút", en: "lasts \(seconds) s, no whole minutes"), shorten)
    case .tooLong(let hours):
      (Words(vi: "dài \(hours) giờ, hơn một ngày", en: "lasts \(hours) h, more than a day"), shorten)
    }
  }
}
