import Digests
import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The form by which a broadcast of which no log tells is entered by hand, with its evidence: words, or a file that the
/// server keeps by its digest.
struct BroadcastPage {
  let title: String
  let back: PageFrame.Link
  let head: String
  let message: String?
  let fields: [Field]
  let choices: [Choices]
  let evidence: Field
  let reason: Field
  let file: String
  let fileHelp: String
  let action: String
  let token: String
  let record: String

  /// A field of the form.
  struct Field {
    let name: String
    let label: String
    let kind: String
    let value: String
    let isNeeded: Bool
  }

  /// A list of the form.
  struct Choices {
    let name: String
    let label: String
    let isNeeded: Bool
    let all: [Choice]
  }

  struct Choice {
    let value: String
    let name: String
    let isChosen: Bool
  }

  static let title = Words(vi: "Nhập tay một lượt phát", en: "Enter a broadcast by hand")

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit, refusal: nil) }

  /// Records what was entered.
  static func record(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let form = visit.form, !form["day"].isEmpty else {
      throw Refusal.unreadable
    }
    do {
      var broadcast = try Self.broadcast(form)
      var files: [String: [UInt8]?] = [:]
      if let file = form.files["file"], !file.octets.isEmpty {
        let digest = Digest.sha256(file.octets)
        files[EvidenceFile.path(digest, file.name)] = file.octets
        let note = "\(file.name) (sha256:\(digest))"
        broadcast.evidence = broadcast.evidence.isEmpty ? note : "\(broadcast.evidence); \(note)"
      }
      let entry = try await visit.record(broadcast, files, reason: form["reason"])
      return .seeOther("/p/\(plan.plan.slug)/history/\(entry?.shortID ?? "")")
    } catch let refusal as Refusal where refusal.status == .unprocessableContent {
      return try await page(visit, refusal: refusal)
    }
  }

  private static func broadcast(_ form: FormBody) throws(Refusal) -> HandBroadcast {
    guard let day = CivilDay(written: form["day"]) else {
      throw .field(Words(vi: "Ngày viết như 05/04/2018.", en: "Write the day like 05/04/2018."))
    }
    guard let trust = AsRunEntry.Trust(rawValue: form["trust"]), trust != .automation else {
      throw .field(
        Words(vi: "Hãy chọn căn cứ thuộc loại nào.", en: "Choose of what kind the evidence is."))
    }
    guard form["reason"].contains(where: { !$0.isWhitespace }), form["reason"].count <= 500 else {
      throw .noReason
    }
    var broadcast = HandBroadcast(
      day: day, outlet: form["outlet"], title: form["title"].trimmed,
      evidence: String(form["evidence"].trimmed.prefix(500)), trust: trust)
    if !form["time"].isEmpty {
      guard let time = TimeOfDay(form["time"]) else {
        throw .field(Words(vi: "Giờ viết như 20:15.", en: "Write the time like 20:15."))
      }
      broadcast.time = time
    }
    for (name, path) in [("edition", \HandBroadcast.edition), ("minutes", \HandBroadcast.minutes)]
    where !form[name].isEmpty {
      guard let number = Int(form[name].trimmed), (1...100_000).contains(number) else {
        throw .field(
          Words(vi: "Số kỳ và số phút là số nguyên từ 1.", en: "Number and minutes are whole, from 1."))
      }
      broadcast[keyPath: path] = number
    }
    broadcast.line = form["line"].isEmpty ? nil : form["line"]
    broadcast.language = form["language"].isEmpty ? nil : form["language"]
    return broadcast
  }

  private static func page(_ visit: Visit, refusal: Refusal?) async throws -> Response {
    let year = try await visit.year()
    guard let known = year.known else { return try await FindingsPage.brokenPlan(visit, year) }
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let page = BroadcastPage(known, plan.plan.slug, visitor.formToken, visit, refusal)
    var response = visit.page(title, of: year, here: "/logs", body: Template.render(.broadcast, page))
    if let refusal { response.status = refusal.status }
    return response
  }

  private init(
    _ known: YearReading.Known, _ slug: String, _ token: String, _ visit: Visit, _ refusal: Refusal?
  ) {
    let language = visit.language
    let plan = known.plan
    func typed(_ name: String) -> String { visit.form?[name] ?? visit.asked(name) ?? "" }
    func field(_ name: String, _ label: Words, kind: String = "text", isNeeded: Bool = false) -> Field {
      Field(name: name, label: label[language], kind: kind, value: typed(name), isNeeded: isNeeded)
    }
    func list(_ name: String, _ label: Words, isNeeded: Bool, _ all: [(String, String)], none: Words)
      -> Choices
    {
      Choices(
        name: name, label: label[language], isNeeded: isNeeded,
        all: [Choice(value: "", name: none[language], isChosen: typed(name).isEmpty)]
          + all.map { Choice(value: $0.0, name: $0.1.visible(), isChosen: $0.0 == typed(name)) })
    }
    title = Self.title[language]
    back = PageFrame.Link(address: "/p/\(slug)/logs", name: LogsPage.title[language])
    head =
      Words(
        vi:
          "Cho lượt đã phát mà không nhật ký nào ghi. Lượt này vào sổ như một dòng nhật ký, kèm tên bạn và minh chứng; khớp với lịch, được tính và rút lại được như mọi dòng khác.",
        en:
          "For what went out and no log tells of. It goes into the Book as a row of a log, with your name and the evidence; it is matched, counted and can be taken back as any other row."
      )[language]
    message = refusal?.words[language]
    fields = [
      field("day", Words(vi: "Ngày phát sóng", en: "Broadcast day"), kind: "date", isNeeded: true),
      field("time", Words(vi: "Giờ (nếu biết)", en: "Time, if known"), kind: "time"),
      field("title", Words(vi: "Tên", en: "Title"), isNeeded: true),
      field("edition", Words(vi: "Kỳ số (nếu biết)", en: "Number of the work, if known"), kind: "number"),
      field("minutes", Words(vi: "Số phút (nếu biết)", en: "Minutes, if known"), kind: "number"),
    ]
    let languages = Set(plan.lines.flatMap { $0.languages.all + ($0.versions?.into ?? []) }).sorted()
    choices = [
      list(
        "outlet", Words(vi: "Kênh", en: "Outlet"), isNeeded: true, plan.outlets.map { ($0.id, $0.name) },
        none: Words(vi: "– chọn –", en: "– choose –")),
      list(
        "line", Words(vi: "Chỉ tiêu", en: "Line"), isNeeded: false,
        plan.lines.filter { !$0.isEmbedded }.map { ($0.id, $0.title) },
        none: Words(vi: "– theo tên –", en: "– by the title –")),
      list(
        "language", Words(vi: "Ngôn ngữ", en: "Language"), isNeeded: false,
        languages.map { ($0.tag, BroadcastLanguage.name(of: $0, in: language)) },
        none: Words(vi: "– của bản gốc –", en: "– that of the original –")),
      list(
        "trust", Words(vi: "Căn cứ thuộc loại", en: "Kind of evidence"), isNeeded: true,
        AsRunEntry.Trust.allCases.filter { $0 != .automation }.map { ($0.rawValue, $0.name[language]) },
        none: Words(vi: "– chọn –", en: "– choose –")),
    ]
    evidence = field(
      "evidence",
      Words(
        vi: "Minh chứng (số phiếu, số báo, địa chỉ…)", en: "Evidence (number of a sheet, issue, address …)"))
    reason = field(
      "reason", Words(vi: "Vì sao nhập tay", en: "Why it is entered by hand"), isNeeded: true)
    file = Words(vi: "Tệp minh chứng (nếu có)", en: "A file as evidence, if there is one")[language]
    fileHelp =
      Words(
        vi: "Ảnh chụp, bản quét, ghi âm… lớn nhất 25 MB; sổ ghi mã SHA-256 của tệp, máy chủ giữ tệp.",
        en:
          "A photograph, a scan, a recording, of 25 MB at the most; the Book has its SHA-256, the server keeps the file."
      )[language]
    action = "/p/\(slug)/logs/broadcast"
    self.token = token
    record = Words(vi: "Ghi vào sổ", en: "Record in the Book")[language]
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#message}}<p class="note" role="alert">{{.}}</p>{{/message}}
    <p class="soft">{{head}}</p>
    <form method="post" action="{{action}}" enctype="multipart/form-data" class="fields"><input type="hidden" name="token" value="{{token}}">
    {{#fields}}<p><label for="{{name}}">{{label}}</label><input id="{{name}}" name="{{name}}" type="{{kind}}" value="{{value}}" maxlength="500"{{#isNeeded}} required{{/isNeeded}}></p>
    {{/fields}}
    {{#choices}}<p><label for="{{name}}">{{label}}</label><select id="{{name}}" name="{{name}}"{{#isNeeded}} required{{/isNeeded}}>
    {{#all}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{name}}</option>
    {{/all}}</select></p>
    {{/choices}}
    {{#evidence}}<p><label for="{{name}}">{{label}}</label><input id="{{name}}" name="{{name}}" value="{{value}}" maxlength="500"></p>{{/evidence}}
    <p><label for="file">{{file}}</label><input id="file" name="file" type="file" aria-describedby="filehelp"></p>
    <p class="soft" id="filehelp">{{fileHelp}}</p>
    {{#reason}}<p><label for="{{name}}">{{label}}</label><input id="{{name}}" name="{{name}}" value="{{value}}" required maxlength="500"></p>{{/reason}}
    <p><button>{{record}}</button></p></form>

    """
}

extension Visit {
  /// Records a broadcast that no log has.
  ///
  /// - Parameter files: The files that show it, by their place among the working files.
  func record(_ broadcast: HandBroadcast, _ files: [String: [UInt8]?], reason: String) async throws
    -> BookEntry?
  {
    guard let plan, let visitor else { throw Refusal.notFound }
    guard broadcast.evidence.contains(where: { !$0.isWhitespace }) else { throw Refusal.noEvidence }
    let desk = station.desk
    let state = try await desk.state(of: plan.plan)
    let (book, working) = try await desk.contents(of: plan.plan)
    let (author, now) = (visitor.person.name, caller.now)
    let result = try await station.years.work.run {
      StationYear(book, working).recording(broadcast, author: author, reason: reason, time: now)
    }
    switch result {
    case .success(let statement):
      do {
        return try await desk.change(
          files, recording: [statement], seen: book, in: plan, restingOn: state, by: visitor, reason: reason
        ).entries.last
      } catch is PlanOvertaken {
        throw Refusal.seenAnew
      }
    case .failure(.known): throw Refusal.broadcastKnown
    case .failure(.findings(let findings)):
      throw Refusal(
        status: .unprocessableContent,
        words: findings.first?.message ?? Words(vi: "Không ghi được.", en: "It cannot be recorded."))
    }
  }
}

/// A file that shows that something went out, among the working files of a plan.
enum EvidenceFile {
  /// Where it is kept: `evidence/3f2a9c1b04de….pdf`, the whole digest and the ending of its name.
  static func path(_ digest: String, _ name: String) -> String {
    let ending = name.split(separator: ".").dropFirst().last.map { $0.lowercased() } ?? ""
    let isPlain =
      (1...5).contains(ending.utf8.count) && ending.utf8.allSatisfy { ($0 | 0x20).isLetterOrDigit }
    return "evidence/\(digest)" + (isPlain ? ".\(ending)" : "")
  }

  /// The file of that digest.
  static func answer(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan else { throw Refusal.notFound }
    let digest = try visit.part("digest")
    guard digest.count == 64 else { throw Refusal.notFound }
    let found = try await visit.station.desk.workingFile(in: plan.plan) { $0.hasPrefix("evidence/\(digest)") }
    guard let (path, octets) = found else { throw Refusal.notFound }
    var headers = HTTPFields()
    headers[.contentType] = "application/octet-stream"
    headers[.contentDisposition] = "attachment; filename=\"\(path.dropFirst("evidence/".count))\""
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets)))
  }
}

extension UInt8 {
  /// Whether it is a small letter or a digit of ASCII.
  fileprivate var isLetterOrDigit: Bool { (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) }
}

extension Refusal {
  /// A field says what cannot be.
  fileprivate static func field(_ words: Words) -> Refusal {
    Refusal(status: .unprocessableContent, words: words)
  }

  /// Nothing shows that the broadcast went out.
  fileprivate static let noEvidence = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Hãy ghi minh chứng, hoặc kèm một tệp.", en: "Give the evidence in words, or send a file with it."))

  /// The logs tell of it already.
  fileprivate static let broadcastKnown = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi:
        "Nhật ký đã có một dòng của lượt này (cùng kênh, ngày, và giờ, tên hoặc kỳ); chưa ghi gì. Nếu dòng đó sai, hãy gửi một dòng đính chính có cột replaces và reason.",
      en:
        "The logs have a row of it already (the same outlet and day, and the same time, title or number); nothing was recorded. If that row is wrong, send in a correction with the columns replaces and reason."
    ))
}
