import HTTPTypes
import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore

/// The scans of signed certificates: put beside their close, and given out.
enum SignedPaperPage {
  /// Puts the scan that the form brings beside the close that the address names.
  static func send(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.notFound
    }
    let close = try await close(visit, "file")
    guard let file = form.files["file"], !file.octets.isEmpty else { throw Refusal.noFile }
    guard SignedPaper.isWholePDF(file.octets) else { throw Refusal.noPDF }
    let isNew = try await visit.station.desk.putSignedPaper(file.octets, beside: close, in: plan, by: visitor)
    return .seeOther("/p/\(plan.plan.slug)/desk/closes?signed=\(isNew ? "yes" : "known")")
  }

  /// One scan, by the SHA-256 that the address names.
  static func answer(_ visit: Visit) async throws -> Response { try await answer(visit, "file") }

  /// - Parameter name: The part of the address that names the close.
  static func answer(_ visit: Visit, _ name: String) async throws -> Response {
    guard let plan = visit.plan else { throw Refusal.notFound }
    let (digest, path) = (try visit.part("digest"), SignedPaper.path(of: try await close(visit, name)))
    guard let octets = try await visit.station.desk.octets(of: path, digest: digest, in: plan.plan) else {
      throw Refusal.notFound
    }
    var headers = HTTPFields()
    headers[.contentType] = "application/pdf"
    headers[.contentDisposition] = "attachment; filename=\"\(path.dropFirst("signed/".count))\""
    return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: octets)))
  }

  /// The close whose hash begins with the digits that the address names.
  static func close(_ visit: Visit, _ name: String) async throws -> CloseRecord {
    let (digits, reading) = (try visit.part(name), try await visit.deskReading())
    guard digits.utf8.count == 12,
      let close = reading.year.closes().first(where: { $0.digest.hasPrefix(digits) })
    else { throw Refusal.notFound }
    return close
  }
}

extension Refusal {
  /// What was sent is no PDF, or not all of one.
  static let noPDF = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi:
        "Tệp này không phải tệp PDF nguyên vẹn; chưa lưu gì. Hãy quét biên bản đã ký thành PDF rồi gửi lại.",
      en: "This is no whole PDF file; nothing was stored. Scan the signed certificate as PDF and send that."))
}
