import ScheduleModel

/// The words of the status, and the commands that it tells.
enum StatusWords {
  static let nothingToDo = Words(
    vi: "Hiện không có việc gì cần làm.", en: "There is nothing to do at the moment.")

  static let nothingHelps = Words(
    vi: "Kế hoạch không còn chỗ để phát bù; nêu rõ trong báo cáo.",
    en: "The plan has no room left to make this good; the report should say so.")
  static let noMakeGood = Words(vi: "không phát bù được", en: "cannot be made good")

  /// What a step is for.
  static func why(_ step: YearStatus.Step) -> Words {
    switch step {
    case .correctPlan:
      Words(vi: "Xem và sửa lỗi trong kế hoạch:", en: "See the plan's errors and put them right:")
    case .lookAtSchedule:
      Words(vi: "Xem lịch mà kế hoạch cho ra:", en: "Look at the schedule that the plan gives:")
    case .publish(let isDraft):
      isDraft
        ? Words(
          vi: "Xem dự thảo (draft.csv), rồi phát hành:", en: "Look at the draft (draft.csv), then publish it:"
        )
        : Words(vi: "Phát hành lịch:", en: "Publish the schedule:")
    case .settlePublications(let count): settlePublications(count, end: ":")
    case .importLogs(let files):
      Words(
        vi: "Ghi \(files.count) nhật ký đã có trong thư mục vào sổ:",
        en: files.count == 1
          ? "Record the log that is in the folder:" : "Record the \(files.count) logs that are in the folder:"
      )
    case .askForLogs(let since?):
      Words(
        vi: "Xin nhật ký sau ngày \(since.forPeople), đặt vào thư mục as-run, rồi ghi vào sổ:",
        en: "Ask for the logs after \(since.forPeople), put them into as-run, then record them:")
    case .askForLogs(nil):
      Words(
        vi: "Xin nhật ký phát sóng, đặt vào thư mục as-run, rồi ghi vào sổ:",
        en: "Ask for the logs, put them into as-run, then record them:")
    case .askForMissingLogs(let missing):
      Words(
        vi: "Xin nhật ký còn thiếu (\(missing.vi)), đặt vào thư mục as-run, rồi ghi vào sổ:",
        en: "Ask for the logs that are missing (\(missing.en)), put them into as-run, then record them:")
    case .askUnits(let period, let silent, let partial): askUnits(period, silent, partial, end: ":")
    case .matchRows(let count):
      Words(
        vi: "\(count) dòng nhật ký không thuộc chỉ tiêu nào; xem từng dòng gần với lượt nào nhất:",
        en:
          "\(count == 1 ? "1 row of the logs belongs" : "\(count) rows of the logs belong") to no line; see what each comes nearest to:"
      )
    case .replan(let from, let missed):
      missed > 0
        ? Words(
          vi: "Xếp lại từ ngày \(from.forPeople), có phát bù \(missed) lượt, rồi xem dự thảo:",
          en:
            "Plan anew from \(from.forPeople) on, with \(counted(missed, "make-good")), then look at the draft:"
        )
        : Words(
          vi: "Xếp lại phần còn lại của năm từ ngày \(from.forPeople), rồi xem dự thảo:",
          en: "Plan the rest of the year anew from \(from.forPeople) on, then look at the draft:")
    case .openRoom(let count, let from): openRoom(count, from, end: ":")
    case .readForecast(let count): readForecast(count, end: ":")
    }
  }

  /// What two publications that did not see each other left open.
  static func settlePublications(_ count: Int, end: String) -> Words {
    Words(
      vi:
        "Hai lần phát hành không biết nhau và cùng đổi \(grouped(count, in: .vietnamese)) lượt: xem các lượt đó, dời lượt nào cần, "
        + "rồi phát hành lịch thay cho cả hai\(end)",
      en:
        "Two publications that did not see each other both changed \(counted(count, "placement")): see which, move what needs "
        + "it, then publish a schedule that replaces both\(end)")
  }

  /// That quotas in time need more than a re-plan.
  static func readForecast(_ count: Int, end: String) -> Words {
    Words(
      vi:
        "\(count) chỉ tiêu tính bằng thời gian sẽ thiếu dù phát hết lịch, xếp lại theo length hiện nay cũng không thêm được; "
        + "xem cách bù trong báo cáo (FORECAST_SHORT)\(end)",
      en:
        "\(counted(count, "quota")) in time will be short even if all that is scheduled airs, and planning anew with the length as "
        + "it is adds nothing; see in the report what would (FORECAST_SHORT)\(end)")
  }

  /// What is to be done where the plan itself has no room.
  static func openRoom(_ count: Int, _ from: CivilDay, end: String) -> Words {
    Words(
      vi:
        "Kế hoạch không còn chỗ cho \(grouped(count, in: .vietnamese)) lượt: mở thêm khung giờ (grid) hoặc tăng số tác phẩm một "
        + "khung (pieces) trong kế hoạch, hoặc nêu rõ trong báo cáo. Sửa kế hoạch xong mới xếp lại từ \(from.forPeople)\(end)",
      en:
        "The plan has no room for \(counted(count, "placement")): open more slots (grid) or raise the works of a slot (pieces) "
        + "in the plan, or say so in the report. Once the plan is changed, plan anew from \(from.forPeople) on\(end)"
    )
  }

  /// How many units did not report for a period that is over.
  static func askUnits(_ period: ReportingPeriod, _ silent: Int, _ partial: Int, end: String) -> Words {
    let parts = [
      silent > 0
        ? Words(
          vi: "\(silent) đơn vị còn chỉ tiêu chưa báo cáo",
          en: "\(counted(silent, "unit")) did not report on every line") : nil,
      partial > 0
        ? Words(
          vi: "\(partial) đơn vị mới báo cáo một phần kỳ",
          en: "\(counted(partial, "unit")) reported for part of the period") : nil,
    ].compactMap(\.self)
    let (vi, en) = (parts.map(\.vi).joined(separator: ", "), parts.map(\.en).joined(separator: ", "))
    return Words(
      vi: "Số liệu kê khai \(period.name.vi): \(vi); xem đơn vị nào rồi đôn đốc\(end)",
      en: "Figures of \(period.name.en): \(en); see which, and ask them\(end)")
  }

  /// The commands of a step, to be copied whole.
  static func commands(_ step: YearStatus.Step, folder: String, _ language: ReaderLanguage) -> [String] {
    let plan = folder.shellWord
    let name = Words(vi: "HỌ TÊN", en: "NAME")[language]
    switch step {
    case .correctPlan: return ["lichsong check \(plan)"]
    case .lookAtSchedule: return ["lichsong allocate \(plan)"]
    case .publish: return ["lichsong publish \(plan) --by \"\(name)\""]
    case .settlePublications: return ["lichsong check \(plan)", "lichsong publish \(plan) --by \"\(name)\""]
    case .importLogs(let files):
      return ["lichsong import \(plan) " + files.map(\.shellWord).joined(separator: " ")]
    case .askForLogs, .askForMissingLogs: return ["lichsong import \(plan) \(plan)/as-run/*"]
    case .askUnits(let period, _, _): return ["lichsong consolidate \(plan) --period \(period)"]
    case .matchRows: return ["lichsong reconcile \(plan)"]
    // The text of a report has no remedies.
    case .readForecast: return ["lichsong report \(plan) --format json"]
    case .replan(let from, _), .openRoom(_, let from): return ["lichsong allocate \(plan) --from \(from)"]
    }
  }
}
