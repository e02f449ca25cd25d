import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// What was recorded, in order, by whom and why; each entry opens.
struct HistoryPage {
  let title: String
  let head: String
  let rows: [Row]
  let words: PageWords

  /// An entry.
  struct Row {
    let number: String
    let when: String
    let what: String
    let leads: String
    let id: String
    let who: String
    let comment: String
  }

  /// The heads of the table.
  struct PageWords {
    let number, when, what, who, comment: String
  }

  static let title = Words(vi: "Sổ ghi", en: "History")

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let history = year.history else { return try await FindingsPage.brokenPlan(visit, year) }
    let language = visit.language
    let body = try await visit.body(of: year) {
      Template.render(.history, HistoryPage(history, "/p/\(year.address)/history", language))
    }
    var links = [
      PageFrame.Link(address: "/p/\(year.address)/desk/closes", name: ClosesPage.title[language])
    ]
    if visit.plan?.allows(.readDraft) ?? false {
      links.append(
        PageFrame.Link(address: "/p/\(year.address)/folder", name: ArchivePage.title[language]))
    }
    let ways = Template.render(.ways, LogsPage.Ways(links: links))
    return visit.page(title, of: year, here: "/history", body: body + ways)
  }

  private init(_ history: BookHistory, _ address: String, _ language: ReaderLanguage) {
    title = Self.title[language]
    head =
      (history.entries.isEmpty
      ? Words(vi: "Chưa ghi gì vào sổ.", en: "Nothing has been recorded yet.")
      : Words(
        vi: "Mọi điều đã ghi đều còn nguyên: một bản sửa là một mục mới, không thay mục cũ.",
        en: "Whatever was recorded stays: a correction is a new entry and replaces none."))[language]
      + (history.entries.contains { $0.kind == BookEntry.Kind.publication.rawValue }
        ? " "
          + Words(
            vi: "Mở một lần phát hành để xem nó đổi gì, hoặc so nó với lần khác.",
            en: "Open a publication to see what it changed, or to compare it with another.")[language] : "")
    rows = history.entries.map { entry in
      Row(
        number: "\(entry.number)", when: Self.time(entry.time),
        what: HistoryReport.name(of: entry)[language], leads: "\(address)/\(entry.id)", id: entry.id,
        who: entry.author.isEmpty ? "–" : entry.author.visible(), comment: (entry.comment ?? "").visible())
    }
    words = PageWords(
      number: Words(vi: "Số", en: "No.")[language], when: Words(vi: "Lúc", en: "When")[language],
      what: Words(vi: "Mục", en: "Entry")[language], who: Words(vi: "Ai", en: "Who")[language],
      comment: Words(vi: "Ghi chú", en: "Note")[language])
  }

  /// A time of the station's clock, as people write it.
  static func time(_ time: LocalTime) -> String {
    "\(time.day.forPeople) \(LocalTime(seconds: time.seconds - time.seconds % 60).time)"
  }

  static let template = """
    <h1>{{title}}</h1>
    <p>{{head}}</p>
    {{#rows}}{{#first()}}
    <div class="table" tabindex="0" role="region" aria-label="{{title}}"><table><thead><tr>\
    <th scope="col" class="number">{{words.number}}</th><th scope="col">{{words.when}}</th><th scope="col" class="name">{{words.what}}</th>\
    <th scope="col">{{words.who}}</th><th scope="col">{{words.comment}}</th></tr></thead><tbody>
    {{/first()}}
    <tr><td class="number">{{number}}</td><td class="time">{{when}}</td><th scope="row" class="name"><a href="{{leads}}">{{what}}</a> <span class="soft code">{{id}}</span></th>\
    <td class="words">{{who}}</td><td class="words">{{comment}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}

    """
}
