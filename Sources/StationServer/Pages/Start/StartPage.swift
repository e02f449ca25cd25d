import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The form by which a plan is begun in the browser, and the plan that comes of it, shown before it is stored.
struct StartPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let message: String?
  let action: String
  let token: String
  let fields: [StartField]
  /// What is looked at; `nil` for the form alone.
  let made: StartReading?
  let words: FormWords

  /// The words of the form.
  struct FormWords {
    let look, understood, decisions, doubts, text, accept, again, nothing: String
  }

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit, try way(visit)) }

  /// Shows what comes of a form, or stores the plan that was shown.
  static func send(_ visit: Visit) async throws -> Response {
    let way = try way(visit)
    guard let form = visit.form else { throw Refusal.unreadable }
    do {
      switch form["step"] {
      case "look":
        let (plan, source) = try await StartMaking(way: way, form: form, visit: visit).made()
        let reading = try await reading(plan.onPage, source, visit)
        return try await page(
          visit, way, reading, status: plan.text == nil ? .unprocessableContent : .ok)
      case "check", "accept":
        return try await take(visit, way, form)
      default: throw Refusal.unreadable
      }
    } catch let refusal as Refusal where refusal.status != .badRequest {
      return try await page(visit, way, refusal: refusal)
    } catch DeskRefusal.notFound {
      return try await page(visit, way, refusal: Refusal(DeskRefusal.notFound))
    } catch let refusal as DeskRefusal {
      return try await page(visit, way, refusal: Refusal(refusal))
    }
  }

  /// Stores a text that was shown, as it is in the form now; one that is only checked, or has errors, is shown again.
  private static func take(_ visit: Visit, _ way: StartWay, _ form: FormBody) async throws -> Response {
    guard let visitor = visit.visitor, let unit = Int(form["unit"]), !form["text"].isEmpty else {
      throw Refusal.unreadable
    }
    let text = form["text"].replacing("\r\n", with: "\n")
    let reading = try await reading(text, source: form["source"], visit)
    guard form["step"] == "accept", !reading.hasErrors else {
      return try await page(
        visit, way, reading, status: reading.hasErrors ? .unprocessableContent : .ok)
    }
    let slug = form["name"].filter { !$0.isWhitespace }
    do {
      let plan = try await visit.station.desk.bringIn(
        [InputFile(name: "plan.yaml", bytes: Array(text.utf8))], as: slug, of: unit, by: visitor,
        reason: StartMaking(way: way, form: form, visit: visit).source)
      let visible = try await visit.station.desk.plans(visitor).first { $0.plan == plan }
      guard let visible else { return .seeOther("/") }
      return .seeOther("/p/\(plan.slug)/\(visible.allows(.changePlan) ? "desk/plan" : "findings")")
    } catch let refusal as DeskRefusal {
      return try await page(visit, way, reading, refusal: Refusal(refusal))
    } catch let refusal as StoreRefusal where refusal != .full && refusal != .busy {
      return try await page(
        visit, way, reading, refusal: Refusal(status: .unprocessableContent, words: refusal.words))
    }
  }

  private static func way(_ visit: Visit) throws -> StartWay {
    guard let way = StartWay(rawValue: try visit.part("way")) else { throw Refusal.notFound }
    return way
  }

  private static func reading(_ plan: NewPlan, _ source: String, _ visit: Visit) async throws -> StartReading
  {
    let language = visit.language
    return try await visit.station.years.work.run { StartReading(plan, source: source, language) }
  }

  private static func reading(_ text: String, source: String, _ visit: Visit) async throws -> StartReading {
    let language = visit.language
    return try await visit.station.years.work.run { StartReading(text: text, source: source, language) }
  }

  private static func page(
    _ visit: Visit, _ way: StartWay, _ made: StartReading? = nil, refusal: Refusal? = nil,
    status: HTTPResponse.Status = .ok
  ) async throws -> Response {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let units = try await visit.station.desk.units(visitor, .administer)
    let sources = way == .after ? try await StartMaking.sources(visit) : []
    let hasText = made?.text != nil
    let page = StartPage(
      title: way.name[language],
      back: PageFrame.Link(
        address: hasText ? way.path : NewPlanPage.path,
        name: hasText
          ? Words(vi: "Làm lại từ đầu", en: "Start over")[language] : NewPlanPage.title[language]),
      head: way.head[language], message: refusal?.words[language], action: way.path,
      token: visitor.formToken,
      fields: StartField.fields(way, visit, units, sources, isShown: hasText), made: made,
      words: FormWords(
        look: Words(vi: "Xem trước (chưa ghi)", en: "Look at it (stores nothing)")[language],
        understood: Words(vi: "Đã nhận ra", en: "What was recognised")[language],
        decisions: Words(vi: "Cần quyết định", en: "To be decided")[language],
        doubts: Words(vi: "Chưa hiểu hoặc còn ngờ", en: "Not understood, or doubtful")[language],
        text: Words(
          vi: "Văn bản kế hoạch, sửa được ngay tại đây", en: "The plan's text, which you can change here")[
            language],
        accept: Words(vi: "Ghi kế hoạch này", en: "Store this plan")[language],
        again: Words(vi: "Kiểm tra lại (chưa ghi)", en: "Check again (stores nothing)")[language],
        nothing: Words(
          vi: "Chưa lập được kế hoạch; chưa ghi gì.", en: "No plan came of it; nothing was stored.")[language]
      ))
    var response = visit.page(way.name, of: nil, here: nil, body: Template.render(.start, page))
    response.status = refusal?.status ?? status
    return response
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>{{/message}}
    <p class="soft">{{head}}</p>
    {{#made}}
    {{^text}}<p class="note" role="alert">{{words.nothing}}</p>{{/text}}
    {{#understood}}{{#first()}}<h2>{{words.understood}}</h2><ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/understood}}
    {{#decisions}}{{#first()}}<h2>{{words.decisions}}</h2><ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/decisions}}
    {{#doubts}}{{#first()}}<h2>{{words.doubts}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{#place}}<b>{{.}}</b>: {{/place}}{{message}}</p>\
    {{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/doubts}}
    {{#tables}}
    <details open><summary>{{name}}</summary>
    <div class="table" tabindex="0" role="region" aria-label="{{name}}"><table><thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}</tr></thead><tbody>
    {{#rows}}<tr>{{#cells}}<td>{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div></details>
    {{/tables}}
    {{/made}}
    <form method="post" action="{{action}}" enctype="multipart/form-data" class="fields">\
    <input type="hidden" name="token" value="{{token}}">
    {{#fields}}{{> startField}}{{/fields}}
    {{^made.text}}<p><button name="step" value="look">{{words.look}}</button></p>{{/made.text}}
    {{#made}}{{#text}}
    <input type="hidden" name="source" value="{{source}}">
    <p><button name="step" value="accept">{{words.accept}}</button></p>
    <p><label for="text">{{words.text}}</label><textarea id="text" name="text" spellcheck="false" required>
    {{text}}</textarea></p>
    <p><button name="step" value="check" class="plain">{{words.again}}</button></p>
    {{/text}}{{/made}}
    </form>

    """
}
