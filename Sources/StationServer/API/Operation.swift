import HTTPTypes
import ScheduleModel

/// What the description of the API says of a route. A route with one is for programs: it asks for a token, takes and gives
/// JSON, and refuses with problem details (RFC 9457).
struct Operation: Sendable {
  /// By which programs name it.
  let id: String
  /// What it does.
  let summary: Words
  /// What may stand behind the question mark.
  var query: [Parameter] = []
  /// What the body has; `nil` for none.
  var body: JSONShape?
  /// The fields of the form that it takes, which brings a file (`multipart/form-data`); `nil` for none.
  var form: JSONShape?
  /// What else may come of it, besides what every operation of its kind may give.
  var refusals: [(status: HTTPResponse.Status, words: Words)] = []
  /// Whether the version that was seen has to be named (`If-Match`).
  var needsVersion = false
  /// The status where all goes well.
  var status = HTTPResponse.Status.ok
  /// What the answer has; `nil` for no body.
  var answer: JSONShape?
  /// The types of an answer that is no JSON; empty for JSON.
  var types: [String] = []

  /// A value behind the question mark.
  struct Parameter: Sendable {
    let name: String
    let shape: JSONShape
    let summary: Words
  }

  /// An operation that gives a list in pages.
  static func list(_ id: String, _ summary: Words, query: [Parameter] = [], of element: JSONShape)
    -> Operation
  {
    Operation(
      id: id, summary: summary, query: query + PagePart.parameters,
      answer: .object(["items": .array(element), "next": .orNull(.text), "total": .integer]))
  }
}
