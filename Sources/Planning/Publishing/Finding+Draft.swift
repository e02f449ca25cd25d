import Allocation
import Logs
import ScheduleModel

extension Finding {
  private static func row(
    _ row: DraftTable.Row, _ message: Words, remedy: Words
  ) -> Finding {
    Finding(.draftRow, .error, at: row.place, excerpt: row.excerpt, message, remedy: remedy)
  }

  static func draftUIDUnknown(_ uid: String, _ at: DraftTable.Row) -> Finding {
    row(
      at,
      Words(
        vi:
          "“\(uid)” không phải là lượt phát nào của kế hoạch; cột uid, line, edition, language, run không được sửa.",
        en:
          "“\(uid)” is no placement of the plan; uid, line, edition, language and run are not to be changed."),
      remedy: Words(
        vi:
          "Lấy lại các ô này như cũ, hoặc xóa dòng; muốn thêm tác phẩm thì tăng chỉ tiêu rồi lập lại dự thảo.",
        en:
          "Bring these cells back, or delete the row; to add works, raise the quota and make the draft anew.")
    )
  }

  static func draftUIDTwice(_ uid: String, earlier: Int, _ at: DraftTable.Row) -> Finding {
    row(
      at,
      Words(
        vi: "“\(uid)” đã có ở dòng \(earlier).", en: "Line \(earlier) has “\(uid)” already."),
      remedy: Words(vi: "Xóa một trong hai dòng.", en: "Delete one of the two rows."))
  }

  /// - Parameter day: A day of the plan, for the example.
  static func draftSlotUnknown(_ slot: String, like day: CivilDay, _ at: DraftTable.Row) -> Finding {
    row(
      at,
      Words(
        vi: "Kế hoạch không mở khung “\(slot)”.", en: "The plan opens no slot “\(slot)”."),
      remedy: Words(
        vi: "Ghi mã khung như KÊNH.KHUNG.\(day), hoặc chỉ đổi cột start.",
        en: "Write a slot like OUTLET.GRID.\(day), or change the column start alone."))
  }

  /// - Parameter day: The day that the row may mean, for the example; `nil` when nobody knows.
  static func draftStartUnknown(_ text: String, like day: CivilDay?, _ at: DraftTable.Row) -> Finding {
    let day = day ?? CivilDay(year: 2018, month: 4, day: 5) ?? CivilDay.year(2018).lowerBound
    return row(
      at,
      Words(vi: "“\(text)” không phải ngày giờ.", en: "“\(text)” is no day and time."),
      remedy: Words(
        vi: "Ghi như \(day)T20:15 hoặc \(day.forPeople) 20:15.",
        en: "Write \(day)T20:15 or \(day.forPeople) 20:15."))
  }

  static func draftStartNotOpen(_ text: String, _ outlet: String, _ at: DraftTable.Row) -> Finding {
    row(
      at,
      Words(
        vi: "“\(outlet)” không có khung nào bắt đầu lúc \(text).",
        en: "“\(outlet)” has no slot that begins at \(text)."),
      remedy: Words(
        vi: "Chọn một khung có thật: lichsong move KẾ-HOẠCH UID liệt kê các khung còn trống.",
        en: "Choose a slot that is open: lichsong move PLAN UID lists those with room."))
  }

  static func draftWithoutBase(_ file: String) -> Finding {
    Finding(
      .draftOutdated, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Không biết dự thảo này lập từ lịch nào: thiếu tệp draft.base bên cạnh.",
        en: "Nothing says from what this draft was made: the file draft.base beside it is missing."),
      remedy: Words(
        vi: "Lập lại dự thảo: lichsong allocate KẾ-HOẠCH.", en: "Make the draft anew: lichsong allocate PLAN."
      ))
  }

  /// The draft was made before somebody published.
  ///
  /// - Parameter others: Who, and when on the station's clock.
  static func draftOvertaken(_ file: String, by others: [(name: String, time: LocalTime)]) -> Finding {
    let who = others.map { other in
      let minute = LocalTime(seconds: other.time.seconds - other.time.seconds % 60)
      let time = SlotTiming.timed(start: minute, minutes: 0).forPeople
      return Words(vi: "\(other.name), \(time.vi)", en: "\(other.name), \(time.en)")
    }
    return Finding(
      .draftOutdated, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Sau khi lập dự thảo này đã có phát hành khác (\(who.map(\.vi).joined(separator: "; "))).",
        en:
          "Since this draft was made something else was published (\(who.map(\.en).joined(separator: "; ")))."
      ),
      remedy: Words(
        vi: "Lập lại dự thảo trên lịch mới: lichsong allocate KẾ-HOẠCH --from NGÀY.",
        en: "Make the draft anew on what is published now: lichsong allocate PLAN --from DATE."))
  }

  /// The plan asks for something else than when the draft was made.
  static func draftOfOtherPlan(_ file: String) -> Finding {
    Finding(
      .draftOutdated, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp kế hoạch đã đổi sau khi lập dự thảo này.",
        en: "The plan file was changed after this draft was made."),
      remedy: Words(
        vi: "Lập lại dự thảo: lichsong allocate KẾ-HOẠCH (thêm --from NGÀY khi lịch đã phát hành).",
        en: "Make the draft anew: lichsong allocate PLAN (with --from DATE once a schedule is published)."))
  }

  /// A draft moves what is past, or leaves it out.
  static func draftPast(_ old: [Placement], of plan: Plan, _ file: String) -> Finding {
    let shown = old.prefix(3)
    let names = shown.map { placement in
      let (name, time) = (plan.name(of: placement), placement.timing.forPeople)
      return Words(vi: "\(name.vi) (\(time.vi))", en: "\(name.en) (\(time.en))")
    }
    // What a row of the file is to say again.
    let cells = shown.map { "\($0.uid): \($0.slot), \($0.timing.startText)" }.joined(separator: "; ")
    let more = old.count > 3 ? "; …" : ""
    return Finding(
      .draftPast, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi:
          "Dự thảo đổi hoặc bỏ \(old.count) lượt đã qua: \(names.map(\.vi).joined(separator: "; "))\(more).",
        en:
          "The draft moves or leaves out what is past, \(old.count) in all: \(names.map(\.en).joined(separator: "; "))\(more)."
      ),
      remedy: Words(
        vi:
          "Ghi lại slot và start cũ cho các lượt này (\(cells)\(more)). Đã phát ngày khác thì nhật ký ghi điều đó; lập dự thảo cho ngày "
          + "đã qua thì thêm --at đúng thời điểm phát hành.",
        en:
          "Give them back their slot and start (\(cells)\(more)). If one aired on another day, the log says so; when you record a "
          + "publication of an earlier day, say when with --at."))
  }

  /// A draft breaks a rule of the plan. That works are missing may be the plan's own doing, so it is doubtful only.
  static func draftRule(_ broken: RuleViolation, _ place: SourcePlace) -> Finding {
    Finding(
      .draftRule, broken.rule == .worksMissing ? .warning : .error, at: place,
      broken.message, remedy: broken.remedy)
  }
}
