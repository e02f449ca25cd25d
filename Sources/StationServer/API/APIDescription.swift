import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk

/// The description of the API (OpenAPI 3.1), made from the table of routes: no operation can be missing, and none more be there.
enum APIDescription {
  static let operation = Operation(
    id: "description", summary: Words(vi: "Mô tả này (OpenAPI 3.1).", en: "This description (OpenAPI 3.1)."),
    answer: .open(["openapi": .text, "paths": .anything]))

  static func answer(_ visit: Visit) -> Response {
    visit.json(document(RouteTable.routes, visit.language).written)
  }

  /// The description of all routes with an operation.
  static func document(_ routes: [Route], _ language: ReaderLanguage) -> JSONValue {
    var paths: [String: [String: JSONValue]] = [:]
    for route in routes {
      guard let operation = route.operation else { continue }
      paths[route.path, default: [:]][route.method.rawValue.lowercased()] = described(
        route, operation, language)
    }
    let title = Words(vi: "Lịch Sóng cho chương trình", en: "Lịch Sóng for programs")
    let about = Words(
      vi:
        "Mọi yêu cầu cần mã truy cập (Authorization: Bearer ls_…), lấy ở trang /tokens. Danh sách đi theo phần: next là cursor của "
        + "phần sau. Lỗi theo RFC 9457. Ngày theo ISO 8601; giờ theo đồng hồ của đài, trừ khi có Z (UTC).",
      en:
        "Each request brings a token (Authorization: Bearer ls_…), made on the page /tokens. Lists come in parts: next is the cursor "
        + "of the one after. Refusals are problem details (RFC 9457). Days are ISO 8601; hours are of the station's clock, or of UTC "
        + "where a Z follows.")
    return [
      "openapi": "3.1.0",
      "info": [
        "title": .text(title[language]), "version": "1", "description": .text(about[language]),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/"]],
      "paths": .object(paths.mapValues { .object($0) }),
      "components": [
        "schemas": .object(APITable.parts.mapValues(\.schema)),
        "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
      ],
    ]
  }

  private static func described(_ route: Route, _ operation: Operation, _ language: ReaderLanguage)
    -> JSONValue
  {
    var value: [String: JSONValue] = [
      "operationId": .text(operation.id), "summary": .text(operation.summary[language]),
      "parameters": .array(parameters(route, operation, language)),
      "responses": .object(responses(route, operation, language)),
    ]
    if route.access != .everybody { value["security"] = [["token": []]] }
    switch route.access {
    case .right(let right), .unit(let right), .broadcast(let right), .anywhere(let right):
      value["x-right"] = .text(right.rawValue)
    case .everybody, .signedIn: break
    }
    if let body = operation.body {
      value["requestBody"] = [
        "required": true, "content": ["application/json": ["schema": body.schema]],
      ]
    }
    if let form = operation.form {
      value["requestBody"] = [
        "required": true, "content": ["multipart/form-data": ["schema": form.schema]],
      ]
    }
    return .object(value)
  }

  private static func parameters(
    _ route: Route, _ operation: Operation, _ language: ReaderLanguage
  ) -> [JSONValue] {
    var list: [JSONValue] = route.path.matches(of: /\{([a-z]+)\}/).map { part in
      ["name": .text(String(part.1)), "in": "path", "required": true, "schema": ["type": "string"]]
    }
    list += operation.query.map { parameter in
      [
        "name": .text(parameter.name), "in": "query", "schema": parameter.shape.schema,
        "description": .text(parameter.summary[language]),
      ]
    }
    if operation.needsVersion {
      list.append([
        "name": "If-Match", "in": "header", "required": true, "schema": ["type": "string"],
        "description": .text(
          Words(vi: "ETag của bản đã xem.", en: "The ETag of what was seen.")[language]),
      ])
    }
    return list
  }

  private static func responses(
    _ route: Route, _ operation: Operation, _ language: ReaderLanguage
  ) -> [String: JSONValue] {
    func answer(_ words: Words, _ type: String, _ schema: JSONValue?) -> JSONValue {
      var value: [String: JSONValue] = ["description": .text(words[language])]
      if let schema { value["content"] = [type: ["schema": schema]] }
      return .object(value)
    }
    let words = Words(vi: "Như đã yêu cầu.", en: "What was asked for.")
    let done =
      operation.types.isEmpty
      ? answer(words, "application/json", operation.answer?.schema)
      : [
        "description": .text(words[language]),
        "content": .object(
          Dictionary(operation.types.map { ($0, ["schema": [:]]) }, uniquingKeysWith: { first, _ in first })),
      ]
    var responses: [String: JSONValue] = ["\(operation.status.code)": done]
    func refused(_ status: HTTPResponse.Status, _ words: Words) {
      responses["\(status.code)"] = answer(
        words, "application/problem+json", JSONShape.named("Problem").schema)
    }
    if route.access != .everybody {
      refused(.unauthorized, Words(vi: "Không có mã truy cập còn hiệu lực.", en: "No token that is good."))
    }
    switch route.access {
    case .everybody, .signedIn: break
    case .right, .broadcast:
      refused(.forbidden, Words(vi: "Không có quyền này.", en: "The right is missing."))
      refused(
        .notFound, Words(vi: "Không có, hoặc không được biết.", en: "It is not there, or may not be known."))
      refused(
        .conflict,
        Words(vi: "Kế hoạch có lỗi, hoặc danh sách đã đổi.", en: "The plan has errors, or the list changed."))
    case .unit:
      refused(.forbidden, Words(vi: "Không có quyền này.", en: "The right is missing."))
      refused(
        .notFound, Words(vi: "Không có, hoặc không được biết.", en: "It is not there, or may not be known."))
    case .anywhere: refused(.forbidden, Words(vi: "Không có quyền này.", en: "The right is missing."))
    }
    refused(.badRequest, Words(vi: "Tham số không đúng.", en: "A parameter is not understood."))
    if !operation.query.isEmpty {
      refused(.conflict, Words(vi: "Danh sách đã đổi; lấy lại từ đầu.", en: "The list changed; begin again."))
    }
    if operation.body != nil {
      refused(.unprocessableContent, Words(vi: "Nội dung không đúng.", en: "The contents are not right."))
      refused(.unsupportedMediaType, Words(vi: "Không phải JSON.", en: "It is no JSON."))
      refused(.contentTooLarge, Words(vi: "Quá lớn.", en: "It is too large."))
    }
    for refusal in operation.refusals { refused(refusal.status, refusal.words) }
    if operation.needsVersion {
      refused(.preconditionFailed, Words(vi: "Đã có người sửa.", en: "Somebody changed it since."))
      refused(.preconditionRequired, Words(vi: "Thiếu If-Match.", en: "If-Match is missing."))
    }
    if !operation.types.isEmpty {
      refused(
        .serviceUnavailable, Words(vi: "Máy chủ không tạo được PDF.", en: "The server cannot make PDF."))
    }
    return responses
  }
}
