import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationFolder
import StationStore

/// The closes of the plan: what was closed, the certificates, and whether it still comes out so.
struct ClosesPage {
  let title: String
  let told: String?
  let head: String
  let rows: [Row]
  let none: String
  let verify: PageFrame.Link
  /// Where a period is closed; `nil` where the reader may not, or nothing can be closed.
  let close: PageFrame.Link?
  let noClose: String?
  /// Where the number of the certificates is put in; empty for none.
  let action: String
  let paperNumber: String
  let words: TableWords

  /// A close.
  struct Row {
    let period: String
    let number: String
    let closed: String
    let author: String
    let reason: String
    let hash: String
    let state: String?
    let files: [PageFrame.Link]
    let signed: [Signed]
    /// Where a signed paper is sent to; `nil` where the reader may not.
    let sends: String?
    /// Names the field of a row to those who do not see the table.
    let label: String
    let token: String
  }

  /// A signed paper.
  struct Signed {
    let address: String
    let name: String
    let from: String
  }

  /// The heads of the table.
  struct TableWords {
    let table, period, number, closed, author, hash, certificate, signed, send, state: String
    let paperNumber, put: String
  }

  static let title = Words(vi: "Chốt số liệu", en: "Closes")

  static func answer(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    let verifies = visit.asked("verify") != nil
    var signed: [String: [SignedPaper]] = [:]
    if let plan = visit.plan {
      for close in reading.year.closes() {
        signed[close.digest] = try await visit.station.desk.signedPapers(of: close, in: plan.plan)
      }
    }
    let body = try await visit.station.drafts.work.run { [signed] in
      Template.render(.closes, ClosesPage(visit, reading, signed, verifies: verifies))
    }
    return visit.deskPage(title, reading.address, body)
  }

  /// What was just done, as the address says behind a close or a signed paper; `nil` for any other.
  private static func told(_ visit: Visit) -> Words? {
    if visit.asked("done") != nil {
      return Words(
        vi: "Đã chốt. Biên bản ở dòng cuối của bảng: in ra, ký, quét rồi gửi bản ký lên đây.",
        en:
          "Closed. The certificate is in the last row of the table: print it, sign it, scan it, and send the scan in here."
      )
    }
    return switch visit.asked("signed") {
    case "yes": Words(vi: "Đã lưu bản ký.", en: "The signed paper is kept.")
    case "known":
      Words(
        vi: "Bản ký này đã có; không có gì thay đổi.",
        en: "This signed paper was here already; nothing changed.")
    default: nil
    }
  }

  /// The certificate of a close, as a file.
  static func answerFile(_ visit: Visit) async throws -> Response {
    let reading = try await visit.deskReading()
    let parts = try visit.part("file").split(separator: ".", omittingEmptySubsequences: false).map(
      String.init)
    let records = reading.year.closes()
    guard parts.count == 2, let number = Int(parts[0]), records.indices.contains(number - 1),
      ["html", "docx", "pdf"].contains(parts[1]), let plan = reading.year.plan
    else { throw Refusal.notFound }
    return try await certificate(
      number, of: records, as: parts[1], paperNumber: visit.asked("number") ?? "", plan, reading, visit)
  }

  /// The certificate of a close.
  ///
  /// - Parameters:
  ///   - number: Its place among all, from 1.
  ///   - type: `html`, `docx` or `pdf`.
  ///   - paperNumber: Its document number; empty for none.
  static func certificate(
    _ number: Int, of records: [CloseRecord], as type: String, paperNumber: String, _ plan: Plan,
    _ reading: DeskReading, _ visit: Visit
  ) async throws -> Response {
    let (record, language, programs) = (
      records[number - 1], visit.language, visit.station.surroundings.programs
    )
    let given = String(paperNumber.trimmed.prefix(60))
    let paperNumber = given.isEmpty ? nil : given
    let bytes = try await visit.station.drafts.work.run { () throws -> [UInt8] in
      let certified = reading.year.certified(record)
      let paper = CloseCertificate.paper(
        record, plan: certified.plan ?? plan, isOfToday: certified.plan == nil,
        difference: certified.difference, gaps: certified.gaps, notAdded: certified.notAdded,
        terms: PaperTerms(number: paperNumber),
        language: language)
      switch type {
      case "html": return Array(paper.html().utf8)
      case "docx": return paper.docx()
      default:
        do {
          return try PDFConversion.pdf(of: paper.docx(), programs: programs)
        } catch let refusal as PDFConversion.Refusal {
          throw Refusal(status: .serviceUnavailable, words: refusal.words)
        }
      }
    }
    var headers = HTTPFields()
    headers[.contentType] = PapersPage.types[type] ?? "application/octet-stream"
    headers[.contentDisposition] = "attachment; filename=\"\(plan.id)-close-\(number).\(type)\""
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  /// - Parameter signed: The signed papers of each close, by its hash, newest first.
  private init(
    _ visit: Visit, _ reading: DeskReading, _ signed: [String: [SignedPaper]], verifies: Bool
  ) {
    let language = visit.language
    let base = "/p/\(reading.address)/desk/closes"
    title = Self.title[language]
    told = Self.told(visit)?[language]
    head =
      Words(
        vi: "Chốt là ghi vào sổ các số của một kỳ cùng mọi dòng làm căn cứ. Chốt lại không xóa lần trước.",
        en:
          "A close records the figures of a period with every row that they rest on. A restatement does not remove the close before."
      )[
        language]
    let records = reading.year.closes()
    let maySend = visit.plan?.allows(.close) ?? false
    let verified = verifies ? reading.year.verified().closes : []
    paperNumber = String((visit.asked("number") ?? "").trimmed.prefix(60))
    let given = paperNumber.isEmpty ? "" : "&number=\(paperNumber.inAddress)"
    action = base
    rows = records.enumerated().map { index, record in
      let stamp = record.close.stamp
      let closed = stamp.closed
      let state = verified.first { $0.record.digest == record.digest }?.state
      return Row(
        period: Self.period(record.close.scope, of: reading.year.plan)[language],
        number: stamp.number > 0 ? "\(stamp.number)" : "–",
        closed: "\(closed.day.forPeople), \(closed.time)", author: stamp.author.visible(),
        reason: stamp.reason?.visible() ?? "", hash: String(record.digest.prefix(12)),
        state: state.map { VerifyReport.name(of: $0)[language] },
        files: ["html", "docx", "pdf"].map {
          PageFrame.Link(
            address: "\(base)/\(index + 1).\($0)?lang=\(language.rawValue)\(given)", name: $0.uppercased())
        },
        signed: (signed[record.digest] ?? []).enumerated().map { place, paper in
          Signed(
            address: "\(base)/\(record.digest.prefix(12))/signed/\(paper.digest)",
            name: place == 0
              ? Words(vi: "bản ký", en: "signed paper")[language]
              : Words(vi: "bản ký trước đó", en: "an earlier one")[language],
            from: PageTime.text(paper.at, of: reading.year.plan)
              + (paper.author.map { ", \($0.visible())" } ?? ""))
        },
        sends: maySend ? "\(base)/\(record.digest.prefix(12))/signed" : nil,
        label: Words(
          vi: "Bản ký của \(record.close.scope.period) (PDF)",
          en: "Signed paper of \(record.close.scope.period) (PDF)")[language],
        token: visit.visitor?.formToken ?? "")
    }
    none = Words(vi: "Chưa chốt kỳ nào.", en: "No period is closed yet.")[language]
    verify = PageFrame.Link(
      address: "\(base)?verify=yes",
      name: Words(vi: "Tính lại mọi lần chốt", en: "Work all closes out again")[language])
    let obstacle = ClosePage.obstacle(visit, reading)
    noClose = obstacle?[language]
    close =
      obstacle == nil
      ? PageFrame.Link(
        address: "/p/\(reading.address)/desk/close", name: ClosePage.title[language]) : nil
    words = TableWords(
      table: Words(vi: "Các lần chốt", en: "Closes")[language],
      period: Words(vi: "Kỳ", en: "Period")[language],
      number: Words(vi: "Lần chốt lại", en: "Restatement")[language],
      closed: Words(vi: "Chốt lúc", en: "Closed")[language],
      author: Words(vi: "Người chốt", en: "By")[language],
      hash: Words(vi: "Mã kiểm chứng", en: "Hash")[language],
      certificate: Words(vi: "Biên bản", en: "Certificate")[language],
      signed: Words(vi: "Bản ký", en: "Signed paper")[language],
      send: Words(vi: "Gửi bản ký", en: "Send it in")[language],
      state: Words(vi: "Tính lại", en: "Worked out again")[language],
      paperNumber: Words(
        vi: "Số văn bản của biên bản (không bắt buộc)", en: "Document number of the certificate (optional)")[
          language],
      put: Words(vi: "Đặt vào các tệp", en: "Put it into the files")[language])
  }

  /// A period as people name it.
  private static func period(_ scope: PeriodClose.Scope, of plan: Plan?) -> Words {
    plan?.profiles.first { $0.code == scope.profile }.flatMap { ReportingPeriod(scope.period, profile: $0) }?
      .name ?? Words(scope.period)
  }

  static let template = """
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="status">{{.}}</p>{{/told}}
    <p class="soft">{{head}}</p>
    {{^rows}}<p>{{none}}</p>{{/rows}}
    {{#rows}}{{#first()}}<div class="table" tabindex="0" role="region" aria-label="{{words.table}}"><table><thead><tr><th scope="col">{{words.period}}</th><th scope="col">{{words.number}}</th>\
    <th scope="col">{{words.closed}}</th><th scope="col">{{words.author}}</th><th scope="col">{{words.hash}}</th><th scope="col">{{words.certificate}}</th><th scope="col">{{words.signed}}</th><th scope="col">{{words.state}}</th></tr></thead><tbody>{{/first()}}
    <tr><th scope="row">{{period}}</th><td>{{number}}</td><td>{{closed}}</td><td>{{author}} <span class="soft">{{reason}}</span></td><td><code>{{hash}}</code></td>\
    <td>{{#files}}<a class="file" href="{{address}}">{{name}}</a> {{/files}}</td>\
    <td>{{#signed}}<p><a class="file" href="{{address}}">{{name}}</a> <span class="soft">{{from}}</span></p>{{/signed}}\
    {{#sends}}<form method="post" action="{{.}}" enctype="multipart/form-data" class="noprint"><input type="hidden" name="token" value="{{token}}">\
    <input type="file" name="file" accept=".pdf,application/pdf" aria-label="{{label}}" required> <button class="plain">{{words.send}}</button></form>{{/sends}}</td><td>{{#state}}<b>{{.}}</b>{{/state}}</td></tr>
    {{#last()}}</tbody></table></div>
    <form method="get" action="{{action}}" class="inline noprint"><label for="number">{{words.paperNumber}}</label> <input id="number" name="number" maxlength="60" value="{{paperNumber}}" placeholder="12/BB-PTTH"> <button class="plain">{{words.put}}</button></form>{{/last()}}{{/rows}}
    {{#verify}}<p class="noprint"><a href="{{address}}">{{name}}</a></p>{{/verify}}
    {{#noClose}}<p>{{.}}</p>{{/noClose}}
    {{#close}}<p class="noprint"><a class="file" href="{{address}}">{{name}}</a></p>{{/close}}

    """
}
