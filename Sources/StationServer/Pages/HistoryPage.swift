import Hummingbird
import Reports
import ScheduleModel
import StationDesk

/// What was recorded, in order, by whom and why.
enum HistoryPage {
  static let title = Words(vi: "Sổ ghi", en: "History")

  static func answer(_ visit: Visit) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known, let history = year.history else {
      return try await FindingsPage.brokenPlan(visit, year)
    }
    let language = visit.language
    let body = try await visit.body(of: year) {
      let table = HistoryReport.table(history, plan: known.plan, language: language)
      let nothing = Words(vi: "Chưa ghi gì vào sổ.", en: "Nothing has been recorded yet.")
      let how = Words(
        vi: "Mọi điều đã ghi đều còn nguyên: một bản sửa là một mục mới, không thay mục cũ.",
        en: "Whatever was recorded stays: a correction is a new entry and replaces none.")
      return Template.render(
        .report,
        SinglePage(
          title: title[language], head: [(history.entries.isEmpty ? nothing : how)[language]],
          tables: table.rows.isEmpty ? [] : [TableView(table, name: title[language])]))
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
}
