import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk

/// The texts that the plan had: who stored each, when and why; each can be looked at, held against the one before and the one
/// in work, and taken again.
struct TextVersionsPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let rows: [Row]
  let words: TableWords

  /// A version.
  struct Row {
    let leads: String
    let name: String
    let time: String
    let author: String
    let comment: String
    let state: String?
  }

  /// The heads of the table.
  struct TableWords {
    let table, version, time, author, comment, state: String
  }

  static let title = Words(vi: "Các bản của văn bản kế hoạch", en: "Versions of the plan's text")

  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan else { throw Refusal.notFound }
    let (year, language) = (try await visit.year(), visit.language)
    let versions = try await visit.station.desk.texts(of: plan.plan)
    let page = TextVersionsPage(
      title: title[language],
      back: PageFrame.Link(
        address: "/p/\(year.address)/text",
        name: Words(vi: "Văn bản kế hoạch", en: "The plan's text")[language]),
      head: Words(
        vi: "Không bản nào bị sửa hay xóa; lấy lại một bản cũ là ghi một bản mới có văn bản đó.",
        en: "No version is changed or removed; taking an old one again stores a new version with its text.")[
          language],
      rows: versions.enumerated().reversed().map { index, version in
        Row(
          leads: "/p/\(year.address)/text/versions/\(version.name)", name: version.name,
          time: PageTime.text(version.at, of: year.known?.plan),
          author: version.author?.visible()
            ?? Words(vi: "nhập ở máy chủ", en: "imported at the server")[language],
          comment: version.comment?.visible() ?? "",
          state: index == versions.count - 1 ? Words(vi: "đang dùng", en: "in work")[language] : nil)
      },
      words: TableWords(
        table: title[language], version: Words(vi: "Bản", en: "Version")[language],
        time: Words(vi: "Lúc", en: "Since")[language], author: Words(vi: "Người ghi", en: "By")[language],
        comment: Words(vi: "Lý do", en: "Why")[language],
        state: Words(vi: "Tình trạng", en: "State")[language]))
    return visit.page(title, of: year, here: "/text", body: Template.render(.textVersions, page))
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    <p class="soft">{{head}}</p>
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col">{{words.version}}</th>\
    <th scope="col">{{words.time}}</th><th scope="col">{{words.author}}</th><th scope="col">{{words.comment}}</th><th scope="col">{{words.state}}</th></tr></thead><tbody>{{/first()}}
    <tr><th scope="row"><a href="{{leads}}">{{name}}</a></th><td>{{time}}</td><td>{{author}}</td><td>{{comment}}</td><td>{{#state}}<b>{{.}}</b>{{/state}}</td></tr>
    {{#last()}}</tbody></table></div>{{/last()}}{{/rows}}

    """
}

/// One version of the plan's text: how it differs from the one before and from the one in work, and the whole text.
struct TextVersionPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let comparisons: [Comparison]
  let again: PageFrame.Link?
  let text: String
  let textName: String

  /// How the version differs from another.
  struct Comparison {
    let differences: [PlanEditPage.Difference]
    /// Of this comparison nothing is worked out.
    let effects: [String] = []
    let words: Heading
    let nothing: String?
  }

  /// The headings that the template of differences names.
  struct Heading {
    let difference: String
    let effect = ""
  }

  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan else { throw Refusal.notFound }
    let (year, language) = (try await visit.year(), visit.language)
    let versions = try await visit.station.desk.texts(of: plan.plan)
    let name = try visit.part("version")
    guard let index = versions.firstIndex(where: { $0.name == name }), let last = versions.last else {
      throw Refusal.notFound
    }
    let version = versions[index]
    let before = index > 0 ? versions[index - 1] : nil
    let body = try await visit.station.years.work.run {
      func comparison(_ old: PlanTextVersion, _ new: PlanTextVersion, _ heading: Words) -> Comparison {
        let differences = PlanEditPage.Difference.all(
          from: String(decoding: old.octets, as: UTF8.self), to: String(decoding: new.octets, as: UTF8.self))
        return Comparison(
          differences: differences, words: Heading(difference: heading[language]),
          nothing: differences.isEmpty
            ? Words(vi: "\(heading.vi): không khác gì.", en: "\(heading.en): no difference.")[language] : nil)
      }
      var comparisons: [Comparison] = []
      if let before {
        comparisons.append(
          comparison(
            before, version,
            Words(
              vi: "So với bản \(before.name), ngay trước",
              en: "Against version \(before.name), the one before")))
      }
      if index < versions.count - 1 {
        comparisons.append(
          comparison(
            version, last,
            Words(vi: "Từ bản này đến bản đang dùng", en: "From this version to the one in work")))
      }
      let isOther = version.digest != last.digest
      let heading = Words(vi: "Bản \(name) của văn bản kế hoạch", en: "Version \(name) of the plan's text")
      return Template.render(
        .textVersion,
        TextVersionPage(
          title: heading[language],
          back: PageFrame.Link(
            address: "/p/\(year.address)/text/versions", name: TextVersionsPage.title[language]),
          head: [PageTime.text(version.at, of: year.known?.plan), version.author, version.comment]
            .compactMap(\.self).map { $0.visible() }.joined(separator: " · "),
          comparisons: comparisons,
          again: isOther && plan.allows(.changePlan)
            ? PageFrame.Link(
              address: "/p/\(year.address)/desk/plan/text?version=\(name)",
              name: Words(
                vi: "Xem ảnh hưởng và lấy lại bản này", en: "See what it would do, and take it again")[
                  language]) : nil,
          text: String(decoding: version.octets, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
          ).map { String($0).visible(keepingTabs: true) }.joined(separator: "\n"),
          textName: Words(vi: "Toàn văn", en: "The whole text")[language]))
    }
    return visit.page(TextVersionsPage.title, of: year, here: "/text", body: body)
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    <p class="soft">{{head}}</p>
    {{#again}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/again}}
    {{#comparisons}}{{#nothing}}<p>{{.}}</p>{{/nothing}}
    {{> textDifference}}
    {{/comparisons}}
    <h2>{{textName}}</h2>
    <pre tabindex="0">{{text}}</pre>

    """
}
