import Foundation
import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk
import StationStore

/// A request that has passed the gate, and all that answers it.
struct Visit: Sendable {
  let request: Request
  let context: StationContext
  let station: Station
  /// From where it comes, and when.
  let caller: Caller
  /// Who has signed in; `nil` for a stranger.
  let visitor: Visitor?
  /// The form that was sent; `nil` unless one was.
  var form: FormBody?
  /// The language of the page.
  let language: ReaderLanguage
  /// The plan that the address names, and what the visitor may do with it; `nil` where the route asks for no right.
  var plan: VisiblePlan?
  /// The unit that the address names; `nil` where the route asks for no right in one.
  var unit: StationStore.Unit?

  /// A part of the address by its name in the route.
  func part(_ name: String) throws(Refusal) -> String {
    guard let text = context.parameters.get(name) else { throw .notFound }
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    guard let plain = text.removingPercentEncoding else { throw .notFound }
    return plain
  }

  /// What the address asks for behind its question mark; `nil` when it does not, or asks for nothing.
  func asked(_ name: String) -> String? {
    let text = request.uri.queryParameters[name[...]].map { String($0.replacing("+", with: " ")) }
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What a program asks for behind the question mark; an empty text is one, too.
  func given(_ name: String) -> String? {
    request.uri.queryParameters[name[...]].map { String($0.replacing("+", with: " ")) }
  }

  /// The year of the plan that the address names.
  func year() async throws -> YearReading {
    guard let plan else { throw Refusal.notFound }
    return try await station.years.year(of: plan.plan, now: caller.now)
  }

  /// A page in its frame.
  ///
  /// - Parameters:
  ///   - year: The year whose other pages are offered; `nil` for none.
  ///   - here: Which of them it is, by what stands behind the plan's address; `nil` for none of them.
  func page(_ title: Words, of year: YearReading?, here: String?, body: String) -> Response {
    let frame = PageFrame(
      title: title[language], plan: year?.address,
      readsDraft: plan?.allows(.readDraft) ?? false, here: here, visitor: visitor, language: language,
      address: request.uri.string)
    return Response.html(frame.head() + body + frame.foot())
  }
}

extension Response {
  /// A page.
  static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Another address to go to, by `GET`.
  static func seeOther(_ address: String) -> Response {
    Response(status: .seeOther, headers: [.location: address])
  }

  /// A text.
  static func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension Request {
  /// The language of an answer: what the address asks for, what was asked for before, what the browser
  /// prefers; Vietnamese when none of them says.
  func readerLanguage() -> ReaderLanguage {
    if let asked = uri.queryParameters["lang"].flatMap({ ReaderLanguage(rawValue: String($0)) }) {
      return asked
    }
    if let kept = cookies["lichsong-lang"].flatMap({ ReaderLanguage(rawValue: $0.value) }) { return kept }
    let preferred = headers[.acceptLanguage] ?? ""
    for part in preferred.split(separator: ",") {
      let tag = part.split(separator: ";").first.map { $0.filter { $0 != " " }.lowercased().prefix(2) } ?? ""
      if let language = ReaderLanguage(rawValue: String(tag)) { return language }
    }
    return .vietnamese
  }
}

extension Visit {
  /// The body of a page of a year: kept, or made away from the threads that answer.
  ///
  /// - Parameter readers: For whom it is, where not all see the same.
  func body(of year: YearReading, _ readers: String = "", _ make: @escaping @Sendable () throws -> String)
    async throws -> String
  {
    try await station.years.body(of: year, "\(language.rawValue) \(readers) \(request.uri.string)", make)
  }
}
