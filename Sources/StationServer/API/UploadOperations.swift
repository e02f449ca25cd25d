import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// How programs send in logs and declared figures: first the file is read and nothing recorded, then the reading that was seen is
/// recorded by its name.
enum UploadOperations {
  static let routes: [Route] = [
    .api(.get, "/plans/{plan}/uploads", .right(.recordLogs), uploads, answerUploads),
    .api(.post, "/plans/{plan}/uploads", .right(.recordLogs), send, answerSend),
    .api(.get, "/plans/{plan}/uploads/{upload}", .right(.recordLogs), read, answerRead),
    .api(.delete, "/plans/{plan}/uploads/{upload}", .right(.recordLogs), discard, answerDiscard),
    .api(.post, "/plans/{plan}/uploads/{upload}/record", .right(.recordLogs), record, answerRecord),
  ]

  /// A file that waits.
  static let shape = JSONShape.object([
    "id": .text, "name": .text, "size": .integer, "sha256": .text, "sent": .formatted("date-time"),
  ])

  private static func value(_ upload: StoredUpload) -> JSONValue {
    [
      "id": .text(upload.id), "name": .text(upload.name), "size": .integer(upload.size),
      "sha256": .text(upload.digest), "sent": .text(upload.createdAt.utcText),
    ]
  }

  /// How a file is understood, and what would be recorded.
  static let reading = JSONShape.object([
    "id": .text, "sentences": .array(.text),
    "entries": .array(.object(["kind": .word(["log", "declared"]), "notes": .open([:])])),
    "tables": .array(.object(["caption": .text, "headings": .array(.text), "rows": .array(.array(.text))])),
    "questions": .array(
      .object(["name": .text, "choices": .array(.text), "rows": .array(.array(.text))])),
    "lines": .array(.object(["title": .orNull(.text), "rows": .integer, "placed": .integer])),
    "unknown": .array(.object(["title": .text, "rows": .integer, "nearest": .array(.text)])),
    "mappings": .array(.text),
    "findings": .array(
      .object([
        "code": .text, "severity": .word(Finding.Severity.allCases.map(\.rawValue)), "place": .orNull(.text),
        "message": .text, "excerpt": .orNull(.text), "remedy": .orNull(.text),
      ])),
  ])

  private static func value(_ reading: UploadWork.Reading) -> JSONValue {
    let preview = reading.preview
    func rows(_ rows: [[String]]) -> JSONValue { .array(rows.map { .array($0.map { .text($0) }) }) }
    return [
      "id": .text(reading.id), "sentences": .array(preview.sentences.map { .text($0) }),
      "entries": .array(
        reading.statements.map { statement in
          [
            "kind": .text(statement.head.kind.rawValue),
            "notes": .object(statement.head.notes.mapValues { .text($0) }),
          ]
        }),
      "tables": .array(
        preview.tables.map { table in
          [
            "caption": .text(table.caption), "headings": .array(table.headings.map { .text($0) }),
            "rows": rows(table.rows),
          ]
        }),
      "questions": .array(
        preview.questions.map { question in
          [
            "name": .text(question.name), "choices": .array(question.choices.map { .text($0) }),
            "rows": rows(question.rows),
          ]
        }),
      "lines": .array(
        preview.lines.map {
          ["title": JSONValue($0.title), "rows": .integer($0.rows), "placed": .integer($0.placed)]
        }),
      "unknown": .array(
        preview.unknown.map {
          [
            "title": .text($0.title), "rows": .integer($0.rows),
            "nearest": .array($0.nearest.map { .text($0) }),
          ]
        }), "mappings": .array(preview.mappings.map { .text($0) }),
      "findings": .array(
        preview.findings.map {
          [
            "code": .text($0.code), "severity": .text($0.severity), "place": JSONValue($0.place),
            "message": .text($0.message), "excerpt": JSONValue($0.excerpt), "remedy": JSONValue($0.remedy),
          ]
        }),
    ]
  }

  // MARK: - Files that wait

  private static let uploads = Operation.list(
    "uploads",
    Words(
      vi: "Các tệp đã gửi và chưa ghi, mới nhất trước; sau 7 ngày thì bị xóa.",
      en: "Files that were sent in and are not recorded, newest first; after 7 days they are removed."),
    of: .named("Upload"))

  private static func answerUploads(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan else { throw Refusal.notFound }
    let uploads = try await visit.station.desk.uploads(to: plan)
    let part = try PagePart(visit, state: uploads.map(\.id).joined(separator: " "))
    return visit.json(part.value(of: uploads, value).written)
  }

  private static let discard = Operation(
    id: "discardUpload",
    summary: Words(
      vi: "Bỏ một tệp đã gửi, không ghi gì.", en: "Removes a file that was sent in; records nothing."),
    status: .noContent)

  private static func answerDiscard(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let upload = try await visit.station.desk.upload(try visit.part("upload"), to: plan)
    try await visit.station.desk.discard(upload, of: plan, by: visitor)
    return Response(status: .noContent)
  }

  // MARK: - Reading

  private typealias Request = StationYear.ImportRequest

  /// How the file is to be read, behind the question mark.
  private static let terms = [
    Operation.Parameter(
      name: "map", shape: .text,
      summary: Words(vi: "Tên cách đọc đã lưu.", en: "The name of a saved mapping.")),
    Operation.Parameter(
      name: "outlet", shape: .text,
      summary: Words(vi: "Kênh của dòng không ghi kênh.", en: "The outlet of rows that name none.")),
    Operation.Parameter(
      name: "day", shape: .formatted("date"),
      summary: Words(vi: "Ngày của dòng không ghi ngày.", en: "The day of rows that name none.")),
    Operation.Parameter(
      name: "trust", shape: .word(AsRunEntry.Trust.allCases.map(\.rawValue)),
      summary: Words(vi: "Độ tin cậy của dòng không tự ghi.", en: "The trust of rows that do not say it.")),
    Operation.Parameter(
      name: "encoding", shape: .word(Request.encodings), summary: Words(vi: "Bảng mã.", en: "The encoding.")),
    Operation.Parameter(
      name: "dates", shape: .word(Request.dayOrders),
      summary: Words(vi: "Ngày hay tháng đứng trước.", en: "Whether day or month comes first.")),
    Operation.Parameter(
      name: "date-cells", shape: .word(Request.dateCells),
      summary: Words(
        vi: "Ô kiểu ngày của bảng tính: đúng như đang hiện (kept), hay bị đảo ngày và tháng (turned).",
        en: "Date cells of a spreadsheet: right as they show (kept), or day and month turned (turned).")),
    Operation.Parameter(
      name: "lengths", shape: .word(Request.lengthOrders),
      summary: Words(vi: "Thời lượng có một dấu hai chấm là gì.", en: "What lengths with one colon are.")),
    Operation.Parameter(
      name: "numbers", shape: .word(Request.numberForms),
      summary: Words(vi: "Số ghi theo cách nào.", en: "How numbers are written.")),
    Operation.Parameter(
      name: "columns", shape: .text,
      summary: Words(
        vi: "Mỗi cột là gì, nếu tệp không cho biết: skip=1,date=1,title=3.",
        en: "What each column is, where the file does not show it: skip=1,date=1,title=3.")),
  ]

  private static func terms(_ visit: Visit, _ visitor: Visitor) async throws -> UploadTerms {
    var given: [String: String] = [:]
    for parameter in terms {
      guard let text = visit.given(parameter.name) else { continue }
      if case .word(let choices) = parameter.shape, !choices.contains(text) {
        let list = choices.joined(separator: ", ")
        throw Refusal.unknown(
          text, Words(vi: "\(parameter.name): \(list)", en: "\(parameter.name) is one of \(list)"))
      }
      given[parameter.name] = text
    }
    var terms = UploadTerms(author: visitor.person.name)
    (terms.map, terms.outlet, terms.day) = (given["map"], given["outlet"], given["day"])
    (terms.trust, terms.encoding) = (given["trust"], given["encoding"])
    (terms.dates, terms.lengths, terms.numbers) = (given["dates"], given["lengths"], given["numbers"])
    (terms.dateCells, terms.columns) = (given["date-cells"], given["columns"])
    if let word = terms.unknown {
      throw Refusal.unknown(
        word,
        word == terms.day
          ? Words(vi: "ngày viết như 2026-11-30", en: "a day is written 2026-11-30")
          : Words(
            vi: "columns viết như skip=1,date=1,title=3; các cột: \(columnNames)",
            en: "columns are written skip=1,date=1,title=3; there are \(columnNames)"))
    }
    if let outlet = terms.outlet, let plan = try await visit.year().known?.plan, plan.outlet(outlet) == nil {
      let ids = plan.outlets.map(\.id).joined(separator: ", ")
      throw Refusal.unknown(outlet, Words(vi: "các kênh: \(ids)", en: "the outlets are \(ids)"))
    }
    return terms
  }

  private static var columnNames: String { Request.columnNames.map(\.name).joined(separator: ", ") }

  private static let answer = JSONShape.object([
    "upload": .named("Upload"), "reading": .orNull(.named("Reading")), "job": .orNull(.integer),
    "fault": .orNull(.text),
  ])

  private static let send = Operation(
    id: "upload",
    summary: Words(
      vi:
        "Gửi nhật ký hoặc số liệu kê khai và đọc thử; không ghi gì. Trả lời nêu sẽ ghi gì, còn gì phải xem lại, và reading.id để ghi. Tệp lớn thì reading là null cho đến khi đọc xong: lấy lại ở Location.",
      en:
        "Sends in a log or declared figures, which are read and not recorded. The answer has what would be recorded, what is doubtful, and reading.id, by which it is recorded. Of a large file reading is null until it was read: ask again at Location."
    ), query: terms, form: .object(["file": .file]),
    refusals: [
      (.contentTooLarge, Words(vi: "Tệp lớn hơn 25 MB.", en: "The file is larger than 25 MB.")),
      (
        .unsupportedMediaType,
        Words(vi: "Không phải bảng hay văn bản.", en: "It is neither a table nor text.")
      ),
      (
        .unprocessableContent,
        Words(vi: "Không có tệp, hoặc tệp rỗng.", en: "There is no file, or it is empty.")
      ),
      (.serviceUnavailable, Words(vi: "Đang nhận nhiều tệp.", en: "Several files are being sent in.")),
      (
        Refusal.diskFull.status,
        Words(vi: "Nhiều tệp đang chờ ghi, hoặc đĩa đầy.", en: "Too many files wait, or the disk is full.")
      ),
    ], status: .created, answer: answer)

  private static func answerSend(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let terms = try await terms(visit, visitor)
    let size = visit.request.headers[.contentLength].flatMap { Int($0) } ?? 0
    if size <= UploadLimit.file { try await visit.station.desk.checkUpload(of: size, to: plan) }
    let file = try await Self.file(visit)
    let id = try await visit.station.desk.upload(file.octets, named: file.name, to: plan, by: visitor)
    let upload = try await visit.station.desk.upload(id, to: plan)
    let value = try await read(upload, terms, visit, plan, visitor)
    let query = PreviewPage.address("", PreviewPage.pairs(terms))
    return visit.answer(
      value, status: .created, location: "/api/v1/plans/\(plan.plan.slug)/uploads/\(id)\(query)")
  }

  /// The file that a form brings, and nothing else.
  static func file(
    _ visit: Visit, limit: Int = UploadLimit.file, isTaken: ([UInt8]) -> Bool = UploadPage.isReadable,
    else refusal: Refusal = .unreadableFile
  ) async throws(Refusal) -> MultipartBody.File {
    guard MultipartBody.boundary(in: visit.request.headers[.contentType] ?? "") != nil else {
      throw .noFileForm
    }
    try visit.station.largeBodies.enter()
    defer { visit.station.largeBodies.leave() }
    let form = try await FormBody(
      multipart: visit.request, limit: limit,
      milliseconds: visit.station.surroundings.milliseconds)
    if let unknown = form.names(after: "").union(form.files.keys).subtracting(["file"]).sorted().first {
      throw .field(unknown, "", Words(vi: "các trường: file", en: "the fields are file"))
    }
    guard let file = form.files["file"], !file.octets.isEmpty else { throw .noFile }
    guard isTaken(file.octets) else { throw refusal }
    return file
  }

  private static let read = Operation(
    id: "readUpload",
    summary: Words(
      vi: "Đọc thử một tệp đã gửi, có thể theo cách khác; không ghi gì.",
      en: "Reads a file that was sent in, perhaps in another way; records nothing."), query: terms,
    answer: answer)

  private static func answerRead(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let upload = try await visit.station.desk.upload(try visit.part("upload"), to: plan)
    return visit.answer(
      try await read(upload, try await terms(visit, visitor), visit, plan, visitor))
  }

  private static func read(
    _ upload: StoredUpload, _ terms: UploadTerms, _ visit: Visit, _ plan: VisiblePlan, _ visitor: Visitor
  ) async throws -> JSONValue {
    var (reading, job, fault): (JSONValue, JSONValue, JSONValue) = (nil, nil, nil)
    switch try await PreviewPage.read(upload, terms, visit, plan, visitor) {
    case .made(let made): reading = value(made)
    case .failed(let words): fault = .text(words[visit.language])
    case .waiting(let number): job = .integer(number)
    }
    return ["upload": value(upload), "reading": reading, "job": job, "fault": fault]
  }

  // MARK: - Recording

  private static let record = Operation(
    id: "recordUpload",
    summary: Words(
      vi:
        "Ghi vào sổ đúng những gì bản đọc thử reading đã nêu; kế hoạch hay sổ đã đổi từ đó thì không ghi (409).",
      en:
        "Records in the Book what the reading named by reading showed; nothing when the plan or its Book changed since (409)."
    ), body: .object(["reading": .text]), status: .created,
    answer: .object(["entries": .array(.object(["id": .text, "kind": .text]))]))

  private static func answerRecord(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let desk = visit.station.desk
    let id = try await JSONBody(visit, known: ["reading"]).text("reading")
    let upload = try await desk.upload(try visit.part("upload"), to: plan)
    let (book, _) = try await desk.contents(of: plan.plan, withLogs: false)
    guard
      let reading = try await desk.reading(
        id, of: upload, in: plan, for: visitor, by: visit.station.program)
    else { throw Refusal.readAnew }
    guard !reading.statements.isEmpty else { throw Refusal.nothingRead }
    do {
      let entries = try await desk.record(reading, of: upload, in: plan, seen: book, by: visitor)
      return visit.answer(
        ["entries": .array(entries.map { ["id": .text($0.id), "kind": .text($0.head.kind.rawValue)] })],
        status: .created)
    } catch is Book.Overtaken {
      throw Refusal.readAnew
    }
  }
}

extension Refusal {
  /// The body is no form with a file.
  static let noFileForm = Refusal(
    status: .unsupportedMediaType,
    words: Words(
      vi: "Hãy gửi tệp trong trường file của một biểu mẫu (Content-Type: multipart/form-data).",
      en: "Send the file as the field file of a form (Content-Type: multipart/form-data)."))

  /// The reading is unknown, or of another state of the plan.
  static let readAnew = Refusal(
    status: .conflict,
    words: Words(
      vi:
        "Không có bản đọc thử này, hoặc kế hoạch hay sổ đã đổi từ đó; chưa ghi gì. Hãy đọc lại tệp, xem rồi ghi.",
      en:
        "There is no such reading, or the plan or its Book changed since; nothing was recorded. Read the file again, look, then record."
    ))

  /// Of what was read nothing is to be recorded.
  static let nothingRead = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Tệp này chưa có gì để ghi; xem questions và findings của bản đọc thử.",
      en: "There is nothing to record of this file; see questions and findings of the reading."))
}
