import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// Where a log or a table of declared figures is sent in, and the files that wait to be recorded.
struct UploadPage {
  let title: String
  let head: String
  let action: String
  let token: String
  let rows: [Row]
  let words: FormWords

  /// A file that waits.
  struct Row {
    let address: String
    let name: String
    let size: String
    let sent: String
  }

  /// The words of the form.
  struct FormWords {
    let file, send, waiting, none, size, sent: String
    let paste, pasteHelp, cells: String
  }

  static let title = Words(vi: "Gửi nhật ký và số liệu", en: "Send in logs and figures")

  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let uploads = try await visit.station.desk.uploads(to: plan)
    let language = visit.language
    let page = UploadPage(
      title: title[language],
      head: Words(
        vi:
          "Chọn tệp nhật ký phát sóng (CSV, Excel, JSON, văn bản) hoặc bảng số liệu cấp dưới kê khai, lớn nhất 25 MB. Tệp được đọc thử trước; "
          + "chỉ khi bạn xem rồi bấm ghi thì mới vào sổ. Tệp không ghi được xóa sau 7 ngày.",
        en:
          "Choose an as-run log (CSV, Excel, JSON, text) or a table of figures that lower units declare, of 25 MB at the most. It is read first, and "
          + "recorded in the Book only after you have looked and said so. A file that nobody records is removed after 7 days."
      )[language],
      action: "/p/\(plan.plan.slug)/logs/upload", token: visitor.formToken,
      rows: uploads.map { upload in
        Row(
          address: "/p/\(plan.plan.slug)/logs/upload/\(upload.id)", name: upload.name.visible(),
          size: "\(grouped(max(1, upload.size >> 10), in: language)) KiB",
          sent: PageTime.clock.local(upload.createdAt).day.forPeople)
      },
      words: FormWords(
        file: Words(vi: "Tệp", en: "File")[language],
        send: Words(vi: "Gửi và đọc thử", en: "Send and read")[language],
        waiting: Words(vi: "Tệp đang chờ ghi", en: "Files that wait to be recorded")[language],
        none: Words(vi: "Không có tệp nào đang chờ.", en: "No file waits.")[language],
        size: Words(vi: "Cỡ", en: "Size")[language], sent: Words(vi: "Gửi ngày", en: "Sent on")[language],
        paste: Words(vi: "Hoặc dán từ Excel", en: "Or paste from Excel")[language],
        pasteHelp: Words(
          vi:
            "Chép một vùng ô kèm dòng tiêu đề rồi dán vào đây; nó được đọc thử như một tệp. Số liệu các đơn vị báo cáo cần các cột “đơn vị”, “kỳ”, “chỉ tiêu”, “số liệu”.",
          en:
            "Copy a range of cells with its headings and paste it here; it is read like a file. Figures that units report need the columns “unit”, “period”, “line” and “value”."
        )[language],
        cells: Words(vi: "Vùng ô", en: "Range of cells")[language]))
    let ways = Template.render(
      .ways,
      LogsPage.Ways(links: [
        PageFrame.Link(
          address: "/p/\(plan.plan.slug)/logs/declare", name: DeclarePage.title[language])
      ]))
    return visit.page(
      title, of: try await visit.year(), here: "/logs", body: Template.render(.upload, page) + ways)
  }

  static func send(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    guard let file = visit.form.flatMap({ sentFile($0, at: visit.caller.now) }) else { throw Refusal.noFile }
    guard isReadable(file.octets) else { throw Refusal.unreadableFile }
    let id = try await visit.station.desk.upload(file.octets, named: file.name, to: plan, by: visitor)
    return .seeOther("/p/\(plan.plan.slug)/logs/upload/\(id)")
  }

  /// The file that was chosen, or the range that was pasted, as a file of its own name.
  private static func sentFile(_ form: FormBody, at now: LocalTime) -> MultipartBody.File? {
    if let file = form.files["file"], !file.octets.isEmpty { return file }
    guard form["cells"].contains(where: { !$0.isWhitespace }) else { return nil }
    let time = PageTime.clock.local(now)
    let name = "dan-\(time.day)-\(time.time)".filter { $0 != ":" }
    return MultipartBody.File(name: "\(name).csv", octets: Array(form["cells"].utf8))
  }

  /// Whether a file may be a table at all, by what it holds: a workbook, or text of some encoding.
  static func isReadable(_ octets: [UInt8]) -> Bool {
    if octets.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return true }
    if octets.starts(with: Array("%PDF".utf8)) { return false }
    if octets.starts(with: [0xFF, 0xFE]) || octets.starts(with: [0xFE, 0xFF]) { return true }
    return !octets.prefix(4_096).contains { $0 == 0 || $0 < 0x09 }
  }

  static let template = """
    <h1>{{title}}</h1>
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" enctype="multipart/form-data" class="fields">\
    <input type="hidden" name="token" value="{{token}}">
    <p><label for="file">{{words.file}}</label><input id="file" name="file" type="file" required></p>
    <p><button>{{words.send}}</button></p></form>
    <details id="paste"><summary>{{words.paste}}</summary>
    <form method="post" action="{{action}}" enctype="multipart/form-data" class="fields">\
    <input type="hidden" name="token" value="{{token}}">
    <p class="soft">{{words.pasteHelp}}</p>
    <p><label for="cells">{{words.cells}}</label><textarea id="cells" name="cells" spellcheck="false" required></textarea></p>
    <p><button>{{words.send}}</button></p></form></details>
    <h2>{{words.waiting}}</h2>
    {{^rows}}<p>{{words.none}}</p>{{/rows}}
    {{#rows}}{{#first()}}
    <table class="plainly"><thead><tr><th scope="col">{{words.file}}</th><th scope="col" class="number">{{words.size}}</th>\
    <th scope="col">{{words.sent}}</th></tr></thead>
    <tbody>
    {{/first()}}
    <tr><th scope="row" class="name"><a href="{{address}}">{{name}}</a></th><td class="number">{{size}}</td><td>{{sent}}</td></tr>
    {{#last()}}
    </tbody></table>
    {{/last()}}{{/rows}}

    """
}

extension Refusal {
  /// The form brings no file.
  static let noFile = Refusal(
    status: .unprocessableContent,
    words: Words(vi: "Chưa chọn tệp, hoặc tệp rỗng.", en: "No file was chosen, or it is empty."))

  /// The file is of a sort that holds no tables.
  static let unreadableFile = Refusal(
    status: .unsupportedMediaType,
    words: Words(
      vi:
        "Tệp này không phải bảng Excel (.xlsx), CSV, JSON hay văn bản. Từ PDF hay .xls, hãy lưu lại thành .xlsx hoặc .csv.",
      en: "This file is no Excel workbook (.xlsx), CSV, JSON or text. Save a PDF or .xls as .xlsx or .csv."))
}
