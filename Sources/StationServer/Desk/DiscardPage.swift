import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// Asks whether the whole draft is to go, back to what is published, and does so.
struct DiscardPage {
  let title: String
  let back: PageFrame.Link
  let told: String?
  let head: String
  let form: Form?

  /// The form that discards.
  struct Form {
    let action: String
    let token: String
    let seen: String
    let name: String
  }

  static func title(isPublished: Bool) -> Words {
    isPublished
      ? Words(vi: "Bỏ dự thảo, về bản đã phát hành", en: "Back to what is published")
      : Words(vi: "Bỏ dự thảo", en: "Throw the draft away")
  }

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit) }

  /// Takes the draft away, when it is still the one that was seen.
  static func discard(_ visit: Visit) async throws -> Response {
    guard let form = visit.form, let plan = visit.plan, !form["seen"].isEmpty else {
      throw Refusal.unreadable
    }
    do {
      try await visit.discardDraft(seen: form["seen"])
    } catch is PlanOvertaken {
      return try await page(
        visit,
        told: Words(
          vi: "Kế hoạch hoặc dự thảo đã đổi từ khi bạn mở trang; chưa bỏ gì. Hãy xem lại rồi quyết định.",
          en:
            "Plan or draft changed since you opened the page; nothing was thrown away. Look again, then decide."
        ),
        status: .preconditionFailed)
    }
    return .seeOther("/p/\(plan.plan.slug)/desk")
  }

  private static func page(_ visit: Visit, told: Words? = nil, status: HTTPResponse.Status = .ok)
    async throws -> Response
  {
    let reading = try await visit.deskReading()
    let page = DiscardPage(visit, reading, told: told)
    return visit.deskPage(
      title(isPublished: reading.year.book.isPublished), reading.address, Template.render(.discard, page),
      status: status)
  }

  private init(_ visit: Visit, _ reading: DeskReading, told: Words?) {
    let language = visit.language
    let isPublished = reading.year.book.isPublished
    title = Self.title(isPublished: isPublished)[language]
    let base = "/p/\(reading.address)/desk"
    back = PageFrame.Link(address: base, name: Words(vi: "Về bàn xếp lịch", en: "Back to the desk")[language])
    self.told = told?[language]
    guard reading.year.files?.draft != nil else {
      head = Words(vi: "Không có dự thảo nào.", en: "There is no draft.")[language]
      form = nil
      return
    }
    let changed = reading.work?.changeWords
    let fixed = reading.work?.worked.draft.rows.count(where: \.isFixed)
    let counts =
      changed.flatMap { changed in
        fixed.map { fixed in
          isPublished
            ? Words(
              vi:
                "Dự thảo có \(changed.vi) so với bản đã phát hành và \(fixed) lượt cố định; bỏ thì mất tất cả.",
              en:
                "The draft has \(changed.en) against what is published, and \(counted(fixed, "fixed broadcast")); all of that goes."
            )
            : Words(
              vi: "Dự thảo có \(fixed) lượt cố định; bỏ thì mất tất cả, lịch lại như kế hoạch cho.",
              en:
                "The draft has \(counted(fixed, "fixed broadcast")); all of that goes, and the schedule is what the plan gives."
            )
        }
      }
      ?? Words(
        vi: "Dự thảo không đọc được; bỏ thì mất những gì đã đặt tay trong đó.",
        en: "The draft cannot be read; what was put by hand in it goes.")
    head = counts[language]
    form = Form(
      action: "\(base)/discard", token: visit.visitor?.formToken ?? "", seen: reading.state,
      name: Words(vi: "Bỏ cả dự thảo", en: "Throw the whole draft away")[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="alert">{{.}}</p>{{/told}}
    <p>{{head}}</p>
    {{#form}}<form method="post" action="{{action}}" class="noprint"><input type="hidden" name="token" value="{{token}}">\
    <input type="hidden" name="seen" value="{{seen}}"><button>{{name}}</button></form>{{/form}}

    """
}

extension Visit {
  /// Takes the whole draft away.
  ///
  /// - Parameter seen: The state of the plan that was seen.
  /// - Throws: `PlanOvertaken` when plan or draft changed since.
  func discardDraft(seen: String) async throws {
    guard let plan, let visitor else { throw Refusal.notFound }
    let reading = try await deskReading()
    _ = try await station.desk.change(
      ["draft.csv": nil, "draft.xlsx": nil, "draft.base": nil], seen: reading.year.book, in: plan,
      restingOn: seen, by: visitor, note: ("discard draft", "plan \(plan.plan.slug)", nil, nil))
  }
}
