import PlanFiles
import ScheduleModel

extension Finding {
  /// A working file that counts although the Book does not have it.
  static func notRecorded(_ file: String) -> Finding {
    Finding(
      .notRecorded, .info, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "“\(file)” chưa ghi vào sổ; số liệu này vẫn được tính.",
        en: "“\(file)” is not recorded in the Book yet; what it says counts all the same."),
      remedy: Words(vi: "lichsong import KẾ-HOẠCH \(file)", en: "lichsong import PLAN \(file)"))
  }

  /// Somebody says that the logs are complete up to a day that is still to come.
  static func asOfFuture(_ day: CivilDay, today: CivilDay) -> Finding {
    Finding(
      .asOfFuture, .error,
      Words(
        vi:
          "Nhật ký không thể đã đủ đến hết ngày \(day.forPeople): nay mới là \(today.forPeople). Không dùng ngày này.",
        en:
          "The logs cannot be complete up to \(day): today is \(today). The day is not used."),
      remedy: Words(
        vi: "Ghi ngày cuối mà nhật ký mọi kênh thật sự đã đủ, hoặc để trống để tính theo các dòng nhật ký.",
        en:
          "Give the last day up to which the logs of all outlets are complete, or leave it out to go by their rows."
      ))
  }

  /// The plan asks for something else than what was published.
  ///
  /// - Parameter draft: The draft that was made of this very plan and waits to be published; `nil` without one.
  static func scheduleOutdated(_ difference: PlanDifference, plan: Plan, file: String, draft: String?)
    -> Finding
  {
    let all = difference.changes.map { $0.words(in: plan) }
    let shown = all.prefix(6)
    let more = all.count - shown.count
    let place = difference.changes.lazy.compactMap { $0.place(in: plan) }.first
    let message = Words(
      vi: "Kế hoạch nay khác lịch đã phát hành: " + shown.map(\.vi).joined(separator: "; ")
        + (more > 0 ? "; và \(more) điểm nữa." : "."),
      en: "The plan asks for something else than what is published: "
        + shown.map(\.en).joined(separator: "; ")
        + (more > 0 ? "; and \(more) more." : "."))
    if let draft {
      return Finding(
        .scheduleOutdated, .warning, at: place ?? SourcePlace(file: file, line: 1),
        Words(
          vi: message.vi + " Dự thảo “\(draft)” đã lập theo kế hoạch này, chưa phát hành.",
          en: message.en + " The draft “\(draft)” was made of this plan and is not published yet."),
        remedy: Words(
          vi: "Xem dự thảo, rồi phát hành: lichsong publish KẾ-HOẠCH --by \"HỌ TÊN\".",
          en: "Look at the draft, then publish it: lichsong publish PLAN --by \"NAME\"."))
    }
    return Finding(
      .scheduleOutdated, .warning, at: place ?? SourcePlace(file: file, line: 1), message,
      remedy: Words(
        vi: "Xếp lại phần còn lại của năm: lichsong allocate KẾ-HOẠCH --from NGÀY, xem dự thảo, rồi "
          + "lichsong publish KẾ-HOẠCH --by \"HỌ TÊN\". Nếu không, lịch đã phát hành vẫn giữ nguyên.",
        en: "Plan the rest of the year anew: lichsong allocate PLAN --from DATE, look at the draft, then "
          + "lichsong publish PLAN --by \"NAME\". Or leave it: what is published holds."))
  }

  /// What is published has fewer than the plan asks for.
  ///
  /// - Parameter day: The first day from which on the year can be planned anew.
  static func publishedShort(_ short: ScheduleShortage, from day: CivilDay) -> Finding {
    func figure(_ number: Int, _ language: ReaderLanguage) -> String { grouped(number, in: language) }
    let amending =
      short.isOriginal && !short.isReported
      ? Words(
        vi: ", hoặc ghi quyết định điều chỉnh chỉ tiêu (amended)",
        en: ", or enter the decision that changes the quota (amended)")
      : Words("")
    return Finding(
      .quotaNotMet, .warning, at: short.place,
      Words(
        vi:
          "Lịch đã phát hành có \(figure(short.found, .vietnamese)) trên \(figure(short.asked, .vietnamese)) "
          + "\(short.what.vi); \(figure(short.missing, .vietnamese)) chưa có chỗ.",
        en: "The published schedule has \(figure(short.found, .english)) of \(figure(short.asked, .english)) "
          + "\(short.what.en); \(figure(short.missing, .english)) \(short.missing == 1 ? "has" : "have") no place."
      ),
      remedy: Words(
        vi:
          "Xếp lại từ \(day.forPeople): lichsong allocate KẾ-HOẠCH --from \(day). Nếu vẫn không có chỗ (lệnh này nêu vì "
          + "sao), mở thêm khung giờ (grid) hoặc tăng số tác phẩm một khung (pieces)\(amending.vi), rồi xếp lại.",
        en:
          "Plan anew from \(day) on: lichsong allocate PLAN --from \(day). If there is still no place (the command says "
          + "why), open more slots (grid) or raise the works of a slot (pieces)\(amending.en), then plan anew."
      ))
  }

  /// Two people published without seeing each other.
  static func bookForked(_ entries: [BookEntry], uids: [String], clock: StationClock) -> Finding {
    func who(_ entry: BookEntry) -> Words {
      let time = clock.local(entry.head.time)
      let hour = String(time.time.description.prefix(5))
      return Words(
        vi: "\(entry.head.author) (\(hour) ngày \(time.day.forPeople), \(entry.shortID))",
        en: "\(entry.head.author) (\(time.day) \(hour), \(entry.shortID))")
    }
    let both = entries.map(who)
    let list = uids.prefix(5).joined(separator: ", ") + (uids.count > 5 ? ", …" : "")
    return Finding(
      .bookForked, .error,
      Words(
        vi: "Hai lần phát hành không biết nhau: \(both.map(\.vi).joined(separator: " và ")). Cả hai đều đổi "
          + "\(uids.count) lượt (\(list)); các lượt này được tính theo lần phát hành chung trước đó.",
        en:
          "Two publications did not see each other: \(both.map(\.en).joined(separator: " and ")). Both changed "
          + (uids.count == 1
            ? "1 placement (\(list)), which counts as the publication before both has it."
            : "\(uids.count) placements (\(list)), which count as the publication before both has them.")),
      remedy: Words(
        vi:
          "Xem lại các lượt này, dời lượt nào phải sang chỗ khác (lichsong move KẾ-HOẠCH UID --to KHUNG-GIỜ), rồi phát hành một lịch "
          + "thay cho cả hai: lichsong publish KẾ-HOẠCH --by \"HỌ TÊN\".",
        en:
          "Look at these placements, move those that belong elsewhere (lichsong move PLAN UID --to SLOT), then publish a schedule "
          + "that replaces both: lichsong publish PLAN --by \"NAME\"."
      ))
  }
}

extension PlanDifference.Change {
  fileprivate func words(in plan: Plan) -> Words {
    func title(_ line: String) -> String { plan.line(line).map { "“\($0.title)”" } ?? "“\(line)”" }
    switch self {
    case .quota(let line, let from?, let to?):
      let (more, less) = (to - from, from - to)
      let extent =
        more > 0
        ? Words(vi: "thêm \(more) so với lịch đã phát hành", en: "\(more) more than published")
        : Words(vi: "bớt \(less) so với lịch đã phát hành", en: "\(less) fewer than published")
      return Words(
        vi: "\(title(line)) \(from) → \(to) (\(extent.vi))",
        en: "\(title(line)) \(from) → \(to) (\(extent.en))")
    case .quota(let line, _, _):
      return Words(vi: "\(title(line)) đổi chỉ tiêu", en: "\(title(line)) has another quota")
    case .spreading(let line):
      return Words(
        vi: "\(title(line)) đổi cách phân bổ, phát lại hoặc bản tiếng dân tộc",
        en: "\(title(line)) is spread, repeated or translated in another way")
    case .languagesDropped(let line, let tags):
      func names(_ language: ReaderLanguage) -> String {
        tags.map { BroadcastLanguage.name(of: $0, in: language) }.joined(separator: ", ")
      }
      return Words(
        vi: "\(title(line)) không còn bản tiếng \(names(.vietnamese))",
        en: "\(title(line)) has no versions in \(names(.english)) any more")
    case .lineAdded(let line):
      return Words(vi: "thêm chỉ tiêu \(title(line))", en: "the line \(title(line)) is new")
    case .lineDropped(let line):
      return Words(vi: "bỏ chỉ tiêu “\(line)”", en: "the line “\(line)” is gone")
    case .outlet(let id):
      guard let name = plan.outlet(id)?.name else {
        return Words(vi: "bỏ kênh “\(id)”", en: "the outlet “\(id)” is gone")
      }
      return Words(
        vi: "“\(name)” đổi khung giờ hoặc mức nhận",
        en: "“\(name)” has other openings, or takes another number of works")
    case .days:
      return Words(
        vi: "đổi ngày nghỉ, thời gian của kế hoạch hoặc người dịch",
        en: "days off, the plan's days or its translators are others")
    }
  }

  fileprivate func place(in plan: Plan) -> SourcePlace? {
    switch self {
    case .quota(let line, _, _), .spreading(let line), .lineAdded(let line), .languagesDropped(let line, _):
      plan.line(line)?.place
    case .outlet(let id): plan.outlet(id)?.place
    case .lineDropped, .days: nil
    }
  }
}
