import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import Spreadsheets
import StationDesk
import StationStore

/// A plan's folder as one file: down for whoever may read, up for whoever may do what its files say.
struct ArchivePage {
  let title: String
  /// What was just taken in; `nil` where nothing was.
  let told: String?
  let head: String
  let download: PageFrame.Link
  let form: Form?

  /// The form that sends a folder.
  struct Form {
    let heading: String
    let head: String
    let action: String
    let token: String
    let label: String
    let why: String
    let send: String
  }

  static let title = Words(vi: "Thư mục kế hoạch", en: "The plan's folder")

  /// The most octets of an archive, packed and unpacked.
  static let largest = 25 << 20
  private static let largestUnpacked = 200 << 20

  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let language = visit.language
    let address = "/p/\(plan.plan.slug)/folder"
    let page = ArchivePage(
      title: title[language], told: taken(visit)?[language],
      head: Words(
        vi:
          "Tệp ZIP có đủ kế hoạch, bản nháp, nhật ký và sổ, dùng được ngay với lệnh lichsong; từng tệp giống hệt tệp trong kho.",
        en:
          "The ZIP file has the plan, the draft, the logs and the Book, for the command lichsong; each file is the very one of the store."
      )[
        language],
      download: PageFrame.Link(
        address: "\(address)/\(plan.plan.slug).zip",
        name: Words(vi: "Tải \(plan.plan.slug).zip", en: "Download \(plan.plan.slug).zip")[language]),
      form: plan.allows(.changePlan) && plan.allows(.administer)
        ? Form(
          heading: Words(vi: "Đưa thư mục lên", en: "Send a folder in")[language],
          head: Words(
            vi:
              "Mục của sổ chưa có ở đây được thêm vào, tệp đang làm khác đi thì được thay; không gì trong sổ bị sửa hay xóa. Bạn xem trước những gì sẽ đổi rồi mới đưa vào kho. Tệp lớn nhất 25 MB.",
            en:
              "Entries that the Book here lacks are added, working files that differ are replaced; nothing in the Book is changed or removed. You see what would change before anything is taken in. 25 MB at the most."
          )[language], action: address, token: visitor.formToken,
          label: Words(vi: "Tệp ZIP", en: "ZIP file")[language],
          why: Words(vi: "Vì sao", en: "Why")[language],
          send: Words(vi: "Gửi và xem trước", en: "Send and look")[language]) : nil)
    return visit.page(title, of: try await visit.year(), here: nil, body: Template.render(.archive, page))
  }

  /// The folder as a ZIP file: the same folder gives the same octets.
  static func download(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, try visit.part("file") == "\(plan.plan.slug).zip" else {
      throw Refusal.notFound
    }
    let files = try await visit.station.desk.folder(of: plan)
    let octets = try await visit.station.years.work.run {
      ZipArchive.packed(files.map { ZipArchive.Entry(name: $0.name, bytes: $0.bytes) })
    }
    var headers = HTTPFields()
    headers[.contentType] = "application/zip"
    headers[.contentDisposition] = "attachment; filename=\"\(plan.plan.slug).zip\""
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets)))
  }

  static func send(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.notFound
    }
    guard plan.allows(.administer) else { throw DeskRefusal.forbidden(.administer) }
    guard let archive = form.files["file"], !archive.octets.isEmpty else { throw Refusal.noFile }
    // The file is kept; a reason that is missing is asked for where it is looked at.
    let reason = String(form["reason"].trimmed.prefix(500))
    let files = try await visit.station.years.work.run { try unpacked(archive.octets) }
    let id = try await orRefusal {
      try await visit.station.desk.sendIn(archive.octets, files, to: plan, by: visitor, reason: reason)
    }
    return .seeOther("/p/\(plan.plan.slug)/folder/in/\(id)")
  }

  /// Does something with a folder, and says what is wrong with one that cannot be taken in.
  static func orRefusal<Value>(_ work: () async throws -> Value) async throws -> Value {
    do {
      return try await work()
    } catch let refused as FolderRefused {
      throw Refusal(
        status: .unprocessableContent,
        words: Words(
          vi: "Không đưa thư mục này vào kho được; chưa có gì thay đổi.",
          en: "This folder cannot be taken in; nothing was changed."), findings: refused.findings)
    } catch let refusal as StoreRefusal {
      throw Refusal(status: .unprocessableContent, words: refusal.words)
    }
  }

  /// What was taken in, as the address says behind a folder that was sent; `nil` for any other.
  private static func taken(_ visit: Visit) -> Words? {
    guard let entries = visit.asked("entries").flatMap(Int.init), entries >= 0,
      let files = visit.asked("files").flatMap(Int.init), files >= 0
    else { return nil }
    return Words(
      vi: "Đã đưa vào kho: thêm \(entries) mục sổ, \(files) tệp mới hoặc đã đổi.",
      en:
        "Taken in: \(entries) \(entries == 1 ? "entry" : "entries") added, \(files) \(files == 1 ? "file" : "files") new or changed."
    )
  }

  /// The files of an archive, understood whole or refused: one folder around all of them is left away.
  static func unpacked(_ octets: [UInt8]) throws -> [InputFile] {
    var limits = ZipArchive.Limits()
    limits.entryBytes = largestUnpacked
    do throws(ZipArchive.Fault) {
      let archive = try ZipArchive(octets, limits: limits)
      let names = archive.names.filter { !$0.hasSuffix("/") }
      guard Set(names).count == names.count else { throw ZipArchive.Fault.damaged("two files of one name") }
      let outer = names.first { $0 == "plan.yaml" || $0.hasSuffix("/plan.yaml") }.map { $0.dropLast(9) }
      guard let outer, names.allSatisfy({ $0.hasPrefix(outer) }) else { throw .noEntry("plan.yaml") }
      var files: [InputFile] = []
      var size = 0
      for name in names {
        let path = String(name.dropFirst(outer.count))
        // Calendars are made again.
        guard !path.hasPrefix("calendars/") else { continue }
        let bytes = try archive.bytes(of: name)
        size += bytes.count
        guard size <= largestUnpacked else { throw .tooLarge(name) }
        files.append(InputFile(name: path, bytes: bytes))
      }
      return files
    } catch {
      throw Refusal(status: .unprocessableContent, words: words(of: error))
    }
  }

  private static func words(of fault: ZipArchive.Fault) -> Words {
    switch fault {
    case .notAnArchive, .damaged:
      Words(
        vi: "Tệp này không phải tệp ZIP nguyên vẹn; hãy nén lại rồi gửi.",
        en: "This is no whole ZIP file; pack the folder again and send it.")
    case .noEntry:
      Words(
        vi: "Trong tệp ZIP phải có plan.yaml, và mọi tệp khác nằm cùng thư mục với nó.",
        en: "The ZIP file must have plan.yaml, with all other files in its folder.")
    case .encrypted:
      Words(
        vi: "Tệp ZIP có mật khẩu; hãy nén lại không đặt mật khẩu.",
        en: "The ZIP file has a password; pack it again without one.")
    case .tooLarge, .tooManyEntries:
      Words(
        vi: "Tệp ZIP giải nén ra quá lớn (trên 200 MB hoặc 10.000 tệp).",
        en: "The ZIP file is too large when unpacked (over 200 MB or 10,000 files).")
    }
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p class="soft">{{head}}</p>
    {{#download}}<p><a class="file" href="{{address}}">{{name}}</a></p>{{/download}}
    {{#form}}
    <h2>{{heading}}</h2>
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" enctype="multipart/form-data" class="fields">\
    <input type="hidden" name="token" value="{{token}}">
    <p><label for="file">{{label}}</label><input id="file" name="file" type="file" accept=".zip" required></p>
    <p><label for="reason">{{why}}</label><input id="reason" name="reason" required maxlength="500"></p>
    <p><button>{{send}}</button></p></form>
    {{/form}}

    """
}
