import Hummingbird
import Reports
import ScheduleModel

/// What stands in place of the desk when plan or draft cannot be worked on: why, and what to do.
enum DeskFindingsPage {
  static func answer(_ visit: Visit, _ reading: DeskReading) -> Response {
    let language = visit.language
    let page = View(
      title: DeskPage.title[language],
      note: Words(
        vi: "Chưa xếp lịch được: kế hoạch hoặc dự thảo có lỗi sau.",
        en: "Nothing can be scheduled yet: the plan or the draft has these errors.")[language],
      findings: reading.findings.filter { $0.severity == .error }.map {
        View.Row(message: $0.message[language].visible(), remedy: $0.deskRemedy?[language].visibleLines())
      },
      plan: PageFrame.Link(
        address: "/p/\(reading.address)/desk/plan",
        name: Words(vi: "Sửa kế hoạch", en: "Change the plan")[language]),
      all: PageFrame.Link(
        address: "/p/\(reading.address)/findings",
        name: Words(vi: "Xem mọi điểm cần xem lại", en: "See all that needs a look")[language]))
    return visit.deskPage(DeskPage.title, reading.address, Template.render(.deskFindings, page))
  }

  private struct View {
    let title: String
    let note: String
    let findings: [Row]
    let plan: PageFrame.Link
    let all: PageFrame.Link

    struct Row {
      let message: String
      let remedy: String?
    }
  }

  static let template = """
    <h1>{{title}}</h1>
    <p class="note">{{note}}</p>
    <ul class="findings">{{#findings}}<li class="error"><p>{{message}}</p>{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{/findings}}</ul>
    <p>{{#plan}}<a href="{{address}}">{{name}}</a>{{/plan}} · {{#all}}<a href="{{address}}">{{name}}</a>{{/all}}</p>

    """
}
