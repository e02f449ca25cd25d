import ArgumentParser
import Console
import Planning
import ScheduleModel
import StationFolder

/// What plans the rest of a year anew.
struct ReplanOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Xếp lại phần còn lại của năm từ ngày này; những gì trước đó đã phát thì giữ nguyên.",
        en: "Plan the rest of the year anew from this day on; what aired before it stays."),
      valueName: "date"),
    transform: { text in
      guard let day = CivilDay(iso: text) else {
        throw ValidationError(
          HelpWords.text(
            vi: "“\(text)” không phải ngày; viết 2018-07-01.", en: "“\(text)” is not a day; write 2018-07-01."
          ))
      }
      return day
    })
  var from: CivilDay?
  @Option(
    name: .customLong("as-run"), parsing: .upToNextOption,
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Nhật ký phát sóng thay cho nhật ký trong sổ và thư mục as-run, dùng với --from.",
        en: "As-run logs in place of those of the Book and of as-run, with --from."),
      valueName: "file"))
  var logs: [String] = []
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Bảng lịch (placements.csv) thay cho lịch đã phát hành trong sổ, dùng với --from.",
        en: "A table of placements (placements.csv) in place of what is published, with --from."),
      valueName: "file"))
  var published: String?
  @Option(
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Cho phép dời lượt đã công bố để phân bổ đều; lệch xa nhất được kém mức tốt nhất bấy nhiêu tác phẩm, ví dụ "
          + "0.5, để ít phải dời. Nếu bỏ qua thì giữ nguyên lịch đã công bố; dùng với --from.",
        en:
          "Let published placements move to make the year even; by how many works the largest distance may be worse "
          + "than the best, such as 0.5, so that fewer move. When left out, what is published stays; with --from."
      ),
      valueName: "pieces"))
  var slack: Double?

  /// The most slack, in works.
  private static let largestSlack = 1000.0

  func validate() throws {
    if let slack, !(slack >= 0 && slack <= Self.largestSlack) {
      throw ValidationError(
        HelpWords.text(
          vi: "--slack là số tác phẩm từ 0 đến 1000, ví dụ 0.5.",
          en: "--slack is a number of works from 0 to 1000, such as 0.5."))
    }
    guard from == nil else { return }
    let alone = [("--as-run", !logs.isEmpty), ("--published", published != nil), ("--slack", slack != nil)]
    if let name = alone.first(where: \.1)?.0 {
      throw ValidationError(
        HelpWords.text(
          vi: "\(name) chỉ dùng khi xếp lại giữa năm; thêm --from và ngày đầu tiên cần xếp lại, ví dụ "
            + "--from 2018-07-01.",
          en: "\(name) belongs to a re-plan; add --from and the first day to plan anew, such as "
            + "--from 2018-07-01."))
    }
  }

  /// From where the year is looked at.
  func terms() throws -> StationYear.Terms {
    var terms = StationYear.Terms()
    terms.logs = logs.isEmpty ? nil : try logs.map(InputFile.readNamed)
    terms.published = try published.map(InputFile.readNamed)
    return terms
  }

  /// Whether something else than the Book is planned from: that is looked at, and makes no draft.
  var isTrial: Bool { published != nil || !logs.isEmpty }

  /// The slack in thousandths of a work; `nil` to move nothing that does not have to move.
  var thousandths: Int? { slack.map { Int(($0 * 1000).rounded()) } }

  /// The day lies outside the plan's days.
  static func dayOutside(_ day: CivilDay, _ plan: Plan) -> ValidationError {
    let last = plan.days.upperBound.advanced(by: -1)
    return ValidationError(
      HelpWords.text(
        vi: "--from \(day) nằm ngoài kế hoạch; chọn một ngày từ \(plan.days.lowerBound) đến \(last).",
        en: "--from \(day) lies outside the plan; take a day from \(plan.days.lowerBound) to \(last)."))
  }
}
