import Allocation
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The desk: a week of the draft of one outlet, what it breaks, and the ways to change and publish it.
struct DeskPage {
  let title: String
  let address: String
  let token: String
  let here: String
  let state: String
  let monday: String
  let before: PageFrame.Link
  let after: PageFrame.Link
  /// The nearest week in which the outlet has a slot; `nil` where it has none.
  let nearest: PageFrame.Link?
  let now: PageFrame.Link
  let outlets: [PageFrame.Link]
  let doors: [PageFrame.Link]
  let told: DeskNotice?
  let rules: DeskRules
  let week: DeskWeek
  /// The weeks of a month, in place of the week's grid; `nil` for a week.
  let month: DeskMonth?
  let views: [PageFrame.Link]
  let mayMove: Bool
  /// The outlets whose broadcasts the visitor may move; `nil` for all or none.
  let scope: String?
  let isPublished: Bool
  let words: DeskWords
  let script = DeskScript.path

  /// The words of the page.
  struct DeskWords {
    let outlets, help, week, status, slot, floating, none, key, fresh, published, moved, fixed, broken,
      past: String
    let doors, views, month, offline, lifted, kept, closed, sending, putBack, lost: String
  }

  /// What the address asks for.
  struct Choice {
    let monday: CivilDay
    let outlet: String
    /// The days that are shown: a week, or the weeks of a month.
    let shown: Range<CivilDay>
    /// The month whose days are shown; `nil` for a week.
    let month: Range<CivilDay>?

    /// The day and the outlet that the address names, else this week, or the nearest of the plan, and the first outlet
    /// that has slots.
    init(_ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work) throws(Refusal) {
      let days = work.plan.days
      var day = min(max(reading.today, days.lowerBound), days.upperBound.advanced(by: -1))
      if let text = visit.asked("day") {
        guard let asked = CivilDay(iso: text) else {
          throw .unknown(text, Words(vi: "ngày viết như 2018-04-05", en: "a day is written like 2018-04-05"))
        }
        day = asked
      }
      monday = day.advanced(by: 1 - day.weekday)
      switch visit.asked("view") {
      case nil, "week":
        month = nil
        shown = monday..<monday.advanced(by: 7)
      case "month":
        let days = CivilDay.month(day.month, of: day.year)
        month = days
        let last = days.upperBound.advanced(by: -1)
        shown =
          days.lowerBound.advanced(by: 1 - days.lowerBound.weekday)..<last.advanced(by: 8 - last.weekday)
      case let other?:
        throw .unknown(other, Words(vi: "view là week hoặc month", en: "view is week or month"))
      }
      let used = work.usedOutlets
      if let asked = visit.asked("outlet") {
        guard used.contains(where: { $0.id == asked }) else {
          let ids = used.map(\.id).joined(separator: ", ")
          throw .unknown(asked, Words(vi: "các kênh: \(ids)", en: "the outlets are \(ids)"))
        }
        outlet = asked
      } else {
        // The first that the reader may change; a reader of all alone sees the first of all.
        let own = used.first { visit.plan?.allows(.draft, outlet: $0.id) ?? false }
        outlet = (own ?? used.first)?.id ?? ""
      }
    }
  }

  static let title = Words(vi: "Bàn xếp lịch", en: "Desk")

  static func answer(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    guard let work = reading.work else { return DeskFindingsPage.answer(visit, reading) }
    let choice = try Choice(visit, reading, work)
    let notice = try DeskNotice(visit, reading, work)
    let page = try await visit.station.drafts.work.run {
      Template.render(.desk, DeskPage(choice, visit, reading, work, notice))
    }
    return visit.deskPage(title, reading.address, page)
  }

  init(
    _ choice: Choice, _ visit: Visit, _ reading: DeskReading, _ work: DeskReading.Work, _ notice: DeskNotice?
  ) {
    let language = visit.language
    title = Self.title[language]
    address = "/p/\(reading.address)/desk"
    token = visit.visitor?.formToken ?? ""
    let base = address
    let isMonth = choice.month != nil
    func link(
      _ day: CivilDay, _ outlet: String, _ name: Words, isHere: Bool = false, asMonth: Bool = isMonth
    ) -> PageFrame.Link {
      PageFrame.Link(
        address: "\(base)?day=\(day)&outlet=\(outlet)\(asMonth ? "&view=month" : "")", name: name[language],
        isHere: isHere)
    }
    state = reading.state
    monday = "\(choice.monday)"
    let first = choice.month?.lowerBound ?? choice.monday
    here = link(first, choice.outlet, Words("")).address
    let (earlier, later) =
      choice.month.map { month in
        let day = month.lowerBound.advanced(by: -1)
        return (CivilDay.month(day.month, of: day.year).lowerBound, month.upperBound)
      } ?? (choice.monday.advanced(by: -7), choice.monday.advanced(by: 7))
    before = link(
      earlier, choice.outlet,
      isMonth
        ? Words(vi: "Tháng trước", en: "Month before") : Words(vi: "Tuần trước", en: "Week before"))
    after = link(
      later, choice.outlet,
      isMonth ? Words(vi: "Tháng sau", en: "Month after") : Words(vi: "Tuần sau", en: "Week after"))
    now = link(
      reading.today, choice.outlet,
      isMonth ? Words(vi: "Tháng này", en: "This month") : Words(vi: "Tuần này", en: "This week"))
    views = [
      link(first, choice.outlet, Words(vi: "Tuần", en: "Week"), isHere: !isMonth, asMonth: false),
      link(first, choice.outlet, Words(vi: "Tháng", en: "Month"), isHere: isMonth, asMonth: true),
    ]
    outlets = work.usedOutlets.map {
      link(first, $0.id, Words($0.name.visible()), isHere: $0.id == choice.outlet)
    }
    let may = visit.plan
    let mayDraft = may?.allows(.draft) ?? false
    let isOwnOutlet = may?.allows(.draft, outlet: choice.outlet) ?? false
    mayMove = isOwnOutlet && !reading.isOutdated
    let own = mayDraft ? [] : work.usedOutlets.filter { may?.allows(.draft, outlet: $0.id) ?? false }
    scope =
      own.isEmpty
      ? nil
      : Words(
        vi: "Bạn dời được lượt phát của: \(own.map { $0.name.visible() }.joined(separator: ", ")).",
        en: "You may move the broadcasts of: \(own.map { $0.name.visible() }.joined(separator: ", ")).")[
          language]
    isPublished = work.isPublished
    let changes = work.changeWords
    var doors = [
      PageFrame.Link(
        address: "\(address)/publish",
        name: Words(vi: "Phát hành (\(changes.vi))", en: "Publish (\(changes.en))")[language])
    ]
    let missing = work.worked.missingCount
    doors.append(
      PageFrame.Link(
        address: "\(address)/unplaced",
        name: Words(
          vi: "Chưa xếp (\(grouped(missing, in: .vietnamese)))",
          en: "Not placed (\(grouped(missing, in: .english)))")[
            language]))
    if mayDraft {
      doors.append(
        PageFrame.Link(
          address: "\(address)/replan",
          name: Words(vi: "Xếp lại phần còn lại", en: "Plan the rest anew")[language]))
    }
    if mayDraft, reading.year.files?.draft != nil {
      doors.append(
        PageFrame.Link(
          address: "\(address)/discard", name: DiscardPage.title(isPublished: work.isPublished)[language]))
    }
    if may?.allows(.changePlan) ?? false {
      doors.append(
        PageFrame.Link(
          address: "\(address)/plan", name: Words(vi: "Sửa kế hoạch", en: "Change the plan")[language]))
    }
    doors += [
      PageFrame.Link(
        address: "\(address)/languages", name: Words(vi: "Bản dịch", en: "Versions")[language]),
      PageFrame.Link(address: "\(address)/closes", name: ClosesPage.title[language]),
    ]
    self.doors = doors
    told = notice
    rules = DeskRules(work.worked.broken, first: notice?.uid, may, reading, work, language)
    let days = (work.slotsOfOutlet[choice.outlet] ?? []).filter {
      if case .inMonth = $0.timing { false } else { true }
    }.map(\.timing.day)
    nearest = (days.first { $0 >= choice.monday } ?? days.last).map {
      link(
        $0, choice.outlet,
        Words(
          vi: "Đến tuần gần nhất có khung (\($0.forPeople))", en: "To the nearest week with a slot (\($0))"))
    }
    let week = DeskWeek(choice, mayMove: isOwnOutlet, reading, work, language)
    self.week = week
    month = choice.month.map { DeskMonth($0, week, choice, language) }
    words = DeskWords(
      outlets: Words(vi: "Kênh", en: "Outlets")[language],
      help: (isMonth ? Self.monthHelp : Self.weekHelp)[language],
      week: Words(vi: "Lưới tuần", en: "Grid of the week")[language],
      status: Words(vi: "Tình trạng", en: "Status")[language],
      slot: Words(vi: "Khung", en: "Slot")[language],
      floating: Words(vi: "Trong tháng, chưa định ngày", en: "In the month, on no fixed day")[language],
      none: Words(vi: "Tuần này kênh không có khung nào.", en: "The outlet has no slot in this week.")[
        language],
      key: Words(vi: "Chú giải", en: "Key")[language],
      fresh: Words(vi: "chưa phát hành", en: "not published yet")[language],
      published: Words(vi: "như đã phát hành", en: "as published")[language],
      moved: Words(vi: "khác bản đã phát hành", en: "unlike what is published")[language],
      fixed: Words(vi: "cố định", en: "fixed")[language],
      broken: Words(vi: "trái quy định", en: "breaks a rule")[language],
      past: Words(vi: "đã qua", en: "past")[language],
      doors: Words(vi: "Việc khác", en: "Other work")[language],
      views: Words(vi: "Dạng xem", en: "Views")[language],
      month: Words(vi: "Lưới tháng", en: "Grid of the month")[language],
      offline: Words(
        vi: "Mất kết nối với máy chủ; thay đổi chưa gửi được. Trang sẽ tự nối lại.",
        en: "No connection to the server; changes cannot be sent. The page connects again by itself.")[
          language],
      lifted: Words(vi: "Đã nhấc lên", en: "Lifted")[language],
      kept: Words(vi: "Để nguyên, không đổi gì.", en: "Left where it was; nothing changed.")[language],
      closed: Words(vi: "không mở cho lượt này", en: "closed")[language],
      sending: Words(vi: "Đang lưu:", en: "Saving:")[language],
      putBack: Words(vi: "Đã trả về chỗ cũ.", en: "Put back where it was.")[language],
      lost: Words(vi: "Không tới được máy chủ.", en: "The server cannot be reached.")[language])
  }

  private static let weekHelp = Words(
    vi:
      "Bấm vào một lượt để dời bằng mẫu. Phím cách: nhấc lên; mũi tên: chọn khung, qua mép tuần thì sang tuần bên; phím cách: đặt xuống; Esc: thôi. "
      + "Bằng chuột thì kéo; trên màn hình cảm ứng thì giữ ngón tay rồi kéo. ○ và ●: cố định hay không.",
    en:
      "Open a broadcast to move it with a form. Space lifts it, the arrows choose a slot, beyond the edge in the next week, Space drops it, Esc leaves it. "
      + "Drag it with the mouse; on a touch screen hold it, then drag. ○ and ● fix it or release it.")
  private static let monthHelp = Words(
    vi: "Bấm vào một lượt để dời bằng mẫu, vào một ngày để mở tuần của ngày ấy. ○ và ●: cố định hay không.",
    en:
      "Open a broadcast to move it with a form, a day to open its week. ○ and ● fix a broadcast or release it."
  )

  static let template = """
    <h1>{{title}} <span class="soft">{{week.span}}</span></h1>
    <nav aria-label="{{words.doors}}" class="noprint" id="doors"><ul class="tabs">{{#doors}}<li><a href="{{address}}">{{name}}</a></li>{{/doors}}</ul></nav>
    <div id="desk" data-here="{{here}}" data-live="{{address}}/live" data-state="{{state}}" data-day="{{monday}}"{{#words}} data-lifted="{{lifted}}" data-kept="{{kept}}" data-closed="{{closed}}" data-sending="{{sending}}" data-back="{{putBack}}" data-lost="{{lost}}"{{/words}}>
    <p class="note" id="offline" hidden>{{words.offline}}</p>
    <div id="told" role="status" aria-label="{{words.status}}">{{#told}}{{> deskNotice}}{{/told}}</div>
    <div id="week">
    <div class="choices noprint">
    <nav aria-label="{{words.outlets}}"><ul class="tabs">{{#outlets}}<li><a href="{{address}}"{{#isHere}} aria-current="true"{{/isHere}}>{{name}}</a></li>{{/outlets}}</ul></nav>
    <nav aria-label="{{words.views}}"><ul class="tabs">{{#views}}<li><a href="{{address}}"{{#isHere}} aria-current="true"{{/isHere}}>{{name}}</a></li>{{/views}}</ul></nav>
    <p class="steps">{{#before}}<a href="{{address}}" rel="prev">← {{name}}</a>{{/before}} {{#now}}<a href="{{address}}">{{name}}</a>{{/now}} {{#after}}<a href="{{address}}" rel="next">{{name}} →</a>{{/after}}</p>
    </div>
    {{#scope}}<p class="soft noprint">{{.}}</p>{{/scope}}
    {{#mayMove}}<p class="soft noprint" id="help">{{words.help}}</p>{{/mayMove}}
    {{#month}}<div class="table deskgrid" tabindex="0" role="region" aria-label="{{words.month}}">
    <table class="grid monthgrid"><thead><tr>{{#weekdays}}<th scope="col">{{.}}</th>{{/weekdays}}</tr></thead><tbody>
    {{#weeks}}<tr>{{#days}}<td class="{{kind}}"><p><a href="{{leads}}" aria-label="{{name}}">{{number}}</a></p><ul class="blocks">{{#blocks}}{{> deskBlock}}{{/blocks}}</ul></td>{{/days}}</tr>
    {{/weeks}}</tbody></table></div>{{/month}}
    {{#week}}
    {{^month}}
    {{^rows}}<p>{{words.none}}{{#nearest}} <a class="file" href="{{address}}">{{name}}</a>{{/nearest}}</p>{{/rows}}
    {{#rows}}{{#first()}}<div class="table deskgrid" tabindex="0" role="region" aria-label="{{words.week}}">
    <table class="grid" data-token="{{token}}"{{#mayMove}} data-move="yes"{{/mayMove}}><thead><tr><th scope="col" class="slot">{{words.slot}}</th>{{#days}}<th scope="col" class="{{kind}}">{{name}}</th>{{/days}}</tr></thead>
    <tbody>{{/first()}}
    <tr><th scope="row" class="slot">{{hours}} <span class="soft">{{grid}}</span></th>
    {{#cells}}
    <td class="{{kind}}" data-name="{{name}}"{{#slot}} data-slot="{{.}}"{{/slot}}>{{#room}}<span class="room">{{.}}</span>{{/room}}<ul class="blocks">{{#blocks}}{{> deskBlock}}{{/blocks}}</ul></td>
    {{/cells}}
    </tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}
    {{/month}}
    <div class="desklist">
    {{#days}}
    <section class="{{kind}}"><h2>{{name}}</h2>
    <ol class="blocks">{{#blocks}}{{> deskBlock}}{{/blocks}}{{^blocks}}<li class="soft">–</li>{{/blocks}}</ol></section>
    {{/days}}
    </div>
    {{#floating}}{{#first()}}<section class="floating"><h2>{{words.floating}}</h2><ul class="blocks">{{/first()}}{{> deskBlock}}{{#last()}}</ul></section>{{/last()}}{{/floating}}
    {{/week}}
    <p class="key soft">{{words.key}}: {{#isPublished}}<span class="swatch same">{{words.published}}</span> <span class="swatch moved">{{words.moved}}</span> \
    <span class="swatch past">{{words.past}}</span>{{/isPublished}}{{^isPublished}}<span class="swatch fresh">{{words.fresh}}</span>{{/isPublished}} \
    <span class="swatch broken">{{words.broken}}</span> ● {{words.fixed}}</p>
    {{#rules}}{{> deskRules}}{{/rules}}
    </div>
    </div>
    <script type="module" src="{{script}}"></script>

    """
}

extension Visit {
  /// A page of the desk, which may run the desk's script.
  func deskPage(_ title: Words, _ address: String, _ body: String, status: HTTPResponse.Status = .ok)
    -> Response
  {
    let frame = PageFrame(
      title: title[language], plan: address, readsDraft: plan?.allows(.readDraft) ?? false, here: "/desk",
      visitor: visitor, language: language,
      address: request.uri.string)
    return Response.html(frame.head() + body + frame.foot(), status: status).withScript()
  }
}

extension DeskReading.Work {
  /// How many placements a publication would add, move or take out, and how many of them are language versions, in words: who
  /// moves one work moves its versions too.
  var changeWords: Words {
    let (all, versions) = (worked.changes.all, worked.changes.versions)
    let words = Words(vi: "\(grouped(all, in: .vietnamese)) thay đổi", en: counted(all, "change"))
    guard versions > 0 else { return words }
    return Words(
      vi: "\(words.vi), trong đó \(grouped(versions, in: .vietnamese)) bản dịch",
      en: "\(words.en), \(grouped(versions, in: .english)) of them versions")
  }
}
