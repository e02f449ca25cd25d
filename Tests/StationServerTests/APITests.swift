import Foundation
import HTTPTypes
import Hummingbird
import ScheduleModel
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// What programs ask, with a token.
struct APITests {
  private static let plan = "/api/v1/plans/lai-chau-2018"
  private static let uid = "lai-chau-2018.chuyen-muc.12.vi%40lichsong"

  @Test(
    "every operation answers with what the description says of it, and the description has every operation")
  func answers_areAsDescribed() async throws {
    try await ServedStation.visit { station in
      _ = try await station.ownPlan("mo-ta-api")
      let administrator = try await station.administrator()
      let program = try await station.program(Set(Desk.tokenScopes), of: administrator)
      let own = "/api/v1/plans/mo-ta-api"
      let made = try await program.send(.post, own + "/feeds", ["calendar": "year"])
      let feed = try made.object()["id"] as? String ?? ""
      let document = try await program.get("/api/v1/openapi.json").object()
      let paths = try #require(document["paths"] as? [String: [String: [String: Any]]])
      let described = Set(
        paths.flatMap { path, methods in methods.keys.map { "\($0.uppercased()) \(path)" } })
      let routed = Set(
        RouteTable.routes.filter { $0.path.hasPrefix("/api/") }.map { "\($0.method.rawValue) \($0.path)" })
      #expect(described == routed && described.count >= 20)
      let schema = SchemaCheck(document)
      let sent = try await program.upload(own + "/uploads", "Ngày,Giờ\n", named: "x.csv")
      let upload = (try sent.object()["upload"] as? [String: Any])?["id"] as? String ?? ""
      let asked = try await program.send(.post, own + "/replans", ["from": "2018-07-01"])
      let job = try asked.object()["number"] as? Int ?? 0
      // Those of a close, a unit's form and a re-plan that is done are held against it in `APIHandTests`.
      for route in RouteTable.routes where route.operation != nil && route.method == .get {
        guard !["{close}", "/declared/{unit}", "/changes"].contains(where: route.path.contains) else {
          continue
        }
        let address = route.path.replacing("{plan}", with: "mo-ta-api").replacing("{line}", with: "tin")
          .replacing("{unit}", with: "a-dai").replacing("{file}", with: "report.csv")
          .replacing("{version}", with: "1").replacing("{feed}", with: feed)
          .replacing("{uid}", with: Self.uid).replacing("{upload}", with: upload)
          .replacing("{job}", with: "\(job)").replacing("{period}", with: "2018-Q1")
        let answer = try await program.get(address)
        #expect(answer.status == .ok, "\(address)")
        let get = try #require(paths[route.path]?["get"])
        guard route.operation?.types.isEmpty == true else { continue }
        let faults = try schema.faults(of: answer.json(), in: get, status: "200")
        #expect(faults == [], "\(address)")
      }
      for (answer, path, status) in [
        (made, "feeds", "201"), (sent, "uploads", "201"), (asked, "replans", "202"),
      ] {
        let post = try #require(paths["/api/v1/plans/{plan}/\(path)"]?["post"])
        #expect(try schema.faults(of: answer.json(), in: post, status: status) == [], "\(path)")
      }
    }
  }

  @Test("a list comes in parts that make the whole, each saying how many there are")
  func lists_haveParts() async throws {
    try await ServedStation.visit { station in
      let program = try await station.program([.read])
      let whole = try await program.get(Self.plan + "/schedule?limit=1000").object()
      let all = try #require(whole["items"] as? [[String: Any]])
      #expect(all.count == 1_000)
      var (parts, cursor) = ([[String: Any]](), "")
      repeat {
        let part = try await program.get(Self.plan + "/schedule?limit=300\(cursor)").object()
        parts += try #require(part["items"] as? [[String: Any]])
        cursor = (part["next"] as? String).map { "&cursor=\($0)" } ?? ""
      } while cursor != ""
      #expect(whole["total"] as? Int == parts.count && parts.count > 1_000)
      let isSame = parts.prefix(1_000).map { $0["uid"] as? String } == all.map { $0["uid"] as? String }
      #expect(isSame && Set(parts.compactMap { $0["uid"] as? String }).count == parts.count)
      let june = try await program.get(
        Self.plan + "/schedule?from=2018-06-14&to=2018-06-15&outlet=truyen-hinh"
      ).object()
      let titles = (june["items"] as? [[String: Any]])?.map {
        "\($0["line"] ?? "") \($0["edition"] ?? "") \($0["start"] ?? "")"
      }
      #expect(titles == ["chuyen-muc 11 2018-06-14T20:15"])
    }
  }

  @Test("what has no sense is refused with problem details, whatever is asked")
  func nonsense_isRefused() async throws {
    let refused: [(String, HTTPResponse.Status, String)] = [
      ("/schedule?limit=0", .badRequest, "“0” is not understood; limit is a number from 1 to 1000."),
      ("/schedule?limit=x", .badRequest, "“x” is not understood; limit is a number from 1 to 1000."),
      ("/schedule?cursor=9", .badRequest, "“9” is not understood; cursor is the next of the part before."),
      (
        "/schedule?cursor=0123456789abcdef-3", .conflict,
        "The data have changed since the first part was given; begin again without a cursor."
      ),
      (
        "/schedule?from=14.6.2018", .badRequest, "“14.6.2018” is not understood; a day is written 2026-11-30."
      ),
      (
        "/schedule?form=2018-06-14", .badRequest,
        "“form” is not understood; the parameters are from, to, outlet, line, cursor, limit, lang."
      ),
      (
        "/schedule?outlet=", .badRequest,
        "“” is not understood; the outlets are truyen-hinh, tieng-dan-toc, vtv5, bao, cong-tinh, trang-cchc, trang-don-vi, dai-huyen, hoi-thi."
      ),
      ("/counts/khong-co", .notFound, "There is no such page."),
      ("/khong-co", .notFound, "There is no such page."),
    ]
    try await ServedStation.visit { station in
      let program = try await station.program([.read])
      for (path, status, detail) in refused {
        let answer = try await program.get(Self.plan + path)
        #expect(answer.status == status, "\(path)")
        #expect(answer.headers[.contentType] == "application/problem+json")
        let problem = try answer.object()
        #expect(problem["detail"] as? String == detail)
        #expect(
          problem["status"] as? Int == status.code && problem["title"] as? String == status.reasonPhrase)
      }
      let wrong = try await program.send(.delete, Self.plan + "/schedule", nil)
      #expect(wrong.status == .methodNotAllowed && wrong.headers[.allow] == "GET, HEAD")
    }
  }

  @Test("a token does what its scopes and its owner's rights allow, and opens no page")
  func tokens_areLimited() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      for role in Role.allCases {
        let browser = try await station.reader(role, inUnit: 1, by: administrator)
        for scopes in [[Right.read], Desk.tokenScopes] {
          let program = try await station.program(Set(scopes), of: browser)
          for route in RouteTable.routes where route.operation != nil {
            let address = route.path.replacing("{plan}", with: "lai-chau-2018").replacing(
              "{line}", with: "tin"
            )
            .replacing("{unit}", with: "a-dai").replacing("{file}", with: "report.csv")
            .replacing("{version}", with: "1").replacing("{uid}", with: Self.uid)
            .replacing("{job}", with: "0").replacing("{upload}", with: "0").replacing("{feed}", with: "0")
            .replacing("{period}", with: "2018-Q9").replacing("{close}", with: "000000000000")
            .replacing("{digest}", with: "0")
            let status = try await program.send(route.method, address, nil).status
            let name = "\(role) \(scopes.map(\.rawValue)) \(route.method) \(route.path): \(status)"
            // There is no such job, file or subscription; what is sent says nothing.
            let isNone = ["{job}", "{upload}", "{feed}", "{period}", "{close}"].contains {
              route.path.contains($0)
            }
            let isDone =
              isNone
              ? [.notFound, .unsupportedMediaType].contains(status)
              : route.method == .get
                ? status == .ok
                : [.unsupportedMediaType, .preconditionRequired].contains(status)
            switch route.access {
            case .everybody, .signedIn: #expect(status == .ok, "\(name)")
            case .anywhere(let right):
              let may = role.rights.contains(right) && scopes.contains(right)
              #expect(may ? isDone : status == .forbidden, "\(name)")
            case .right(let right), .unit(let right), .broadcast(let right):
              let reads = role.rights.contains(.read)
              let may = role.rights.contains(right) && scopes.contains(right)
              #expect(!reads ? status == .notFound : may ? isDone : status == .forbidden, "\(name)")
              for foreign in ["tan-hong-2020", "khong-co"] {
                let other = address.replacing("/lai-chau-2018", with: "/\(foreign)").replacing(
                  "a-dai", with: "b-dai")
                #expect(
                  try await program.send(route.method, other, nil).status == .notFound,
                  "\(name), another's plan")
              }
            }
          }
        }
      }
      let program = try await station.program([.read])
      #expect(try await program.get("/p/lai-chau-2018").status == .seeOther)
    }
  }

  @Test(
    "without a token, with a revoked one and with an expired one there is nothing; a cookie counts for nothing"
  )
  func tokens_areNeeded() async throws {
    try await ServedStation.visit { station in
      let browser = try await station.viewer()
      #expect(try await browser.get(Self.plan).status == .unauthorized)
      let stranger = try await station.stranger().get(Self.plan)
      #expect(stranger.status == .unauthorized && stranger.headers[.wwwAuthenticate] == "Bearer")
      for header in ["Bearer ls_0", "Basic YTpi", "Bearer", "Bearer ls_\(String(repeating: "0", count: 40))"]
      {
        #expect(try await station.stranger().get(Self.plan, [.authorization: header]).status == .unauthorized)
      }
      let program = try await station.program([.read], of: browser)
      #expect(try await program.get(Self.plan).status == .ok)
      let page = try await browser.text("/tokens")
      #expect(!page.contains(program.token))
      let revoke = try #require(page.firstMatch(of: /action="(\/tokens\/[0-9a-f]+\/revoke)"/)).output.1
      #expect(try await station.viewer().post(String(revoke)).status == .notFound)
      #expect(try await browser.post(String(revoke)).status == .seeOther)
      #expect(try await program.get(Self.plan).status == .unauthorized)
      let later = Caller(
        address: "192.0.2.7", agent: "", now: LocalTime(seconds: ServedStation.now.seconds + 91 * 86_400))
      let another = try await station.program([.read], of: browser)
      #expect(try await station.desk.visitor(token: another.token, .test()) != nil)
      #expect(try await station.desk.visitor(token: another.token, later) == nil)
    }
  }

  @Test("a plan's text is changed against the version that was seen, whole or not at all")
  func text_isChanged() async throws {
    try await ServedStation.visit { station in
      _ = try await station.ownPlan("sua-api")
      let browser = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.read, .changePlan], of: browser)
      let address = "/api/v1/plans/sua-api/text"
      let seen = try await program.get(address)
      let tag = try #require(seen.headers[.eTag])
      let text = try #require(try seen.object()["text"] as? String)
      let body = ["text": text + "\n# Thêm một dòng.\n", "reason": "thử"]
      #expect(try await program.send(.put, address, body).status == .preconditionRequired)
      let done = try await program.send(.put, address, body, [.ifMatch: tag])
      #expect(done.status == .ok && done.headers[.eTag] != tag)
      let stale = try await program.send(.put, address, body, [.ifMatch: tag])
      #expect(stale.status == .preconditionFailed)
      #expect(
        try stale.object()["detail"] as? String
          == "\(try await program.name()) changed it at 2018-06-14T02:00 (UTC); look at the newest version and make the change again."
      )
      let newest = try #require(done.headers[.eTag])
      let broken = try await program.send(
        .put, address, ["text": "plan: {\n", "reason": ""], [.ifMatch: newest])
      #expect(broken.status == .unprocessableContent)
      let findings = try broken.object()["findings"] as? [[String: Any]]
      #expect(findings?.first?["code"] as? String == "YAML_SYNTAX")
      #expect(try await program.get(address, [.ifNoneMatch: newest]).status == .notModified)
      let slip = try await program.send(.put, address, ["txt": "", "reason": ""], [.ifMatch: newest])
      #expect(
        try slip.object()["detail"] as? String == "The field “txt” is not right; the fields are reason, text."
      )
    }
  }

  @Test("a former text of the plan is found, and taken again as a new version with who, when and why")
  func formerText_isTakenAgain() async throws {
    try await ServedStation.visit { station in
      _ = try await station.ownPlan("lay-lai-api")
      let browser = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.read, .changePlan], of: browser)
      let address = "/api/v1/plans/lay-lai-api/text"
      let first = try await program.get(address)
      let text = try #require(try first.object()["text"] as? String)
      let changed = try await program.send(
        .put, address, ["text": text + "# Thêm.\n", "reason": "thử thêm"],
        [.ifMatch: try #require(first.headers[.eTag])])
      #expect(changed.status == .ok)
      let list = try #require(
        try await program.get(address + "/versions").object()["items"] as? [[String: Any]])
      #expect(list.map { $0["version"] as? String } == ["1", "2"])
      #expect(list.last?["comment"] as? String == "thử thêm")
      #expect((list.last?["author"] as? String)?.hasPrefix("Người thử") == true)
      let former = try await program.get(address + "/versions/1").object()
      #expect(former["text"] as? String == text)
      #expect(try await program.get(address + "/versions/9").status == .notFound)
      let again = address + "/versions/1"
      #expect(try await program.send(.post, again, ["reason": "lấy lại"]).status == .preconditionRequired)
      let taken = try await program.send(
        .post, again, ["reason": "lấy lại"], [.ifMatch: try #require(changed.headers[.eTag])])
      #expect(taken.status == .ok)
      #expect(try taken.object()["version"] as? Int == 3)
      let now = try await program.get(address).object()
      #expect(now["text"] as? String == text && now["version"] as? Int == 3)
    }
  }

  @Test("the trail is told in parts, newest first, with what the token did in it")
  func audit_isTold() async throws {
    try await ServedStation.visit { station in
      let program = try await station.program([.read, .audit])
      _ = try await station.program([.read, .ownFeeds]).send(
        .post, Self.plan + "/feeds", ["calendar": "year"])
      let first = try await program.get("/api/v1/audit?limit=1").object()
      let row = try #require((first["items"] as? [[String: Any]])?.first)
      #expect(row["action"] as? String == "subscribe")
      #expect((row["session"] as? String)?.hasPrefix("token ") == true)
      #expect(row["token"] as? String == "Chương trình thử")
      let next = try #require(first["next"] as? String)
      let second = try await program.get("/api/v1/audit?limit=1&cursor=\(next)").object()
      let before = try #require((second["items"] as? [[String: Any]])?.first)
      #expect((before["number"] as? Int ?? .max) < (row["number"] as? Int ?? 0))
      // The administrator of one unit does not see all of the trail, of which the number would be known.
      #expect(first["total"] is NSNull)
      let check = try await program.get("/api/v1/audit/check").object()
      #expect(check["firstBroken"] is NSNull)
    }
  }
}

/// A program with a token.
struct Program {
  let client: StationClient
  let token: String

  /// Asks, in English.
  func get(_ path: String, _ headers: HTTPFields = [:]) async throws -> Answer {
    try await send(.get, path, nil, headers)
  }

  /// Sends a JSON object.
  func send(
    _ method: HTTPRequest.Method, _ path: String, _ body: [String: Any]?, _ headers: HTTPFields = [:]
  ) async throws -> Answer {
    var headers = headers
    headers[.authorization] = "Bearer \(token)"
    headers[.acceptLanguage] = "en"
    if body != nil { headers[.contentType] = "application/json" }
    let octets = try body.map { try JSONSerialization.data(withJSONObject: $0) }
    return try await client.execute(
      uri: path, method: method, headers: headers, body: octets.map { ByteBuffer(bytes: $0) })
  }

  /// Sends a file as the field of a form.
  func upload(_ path: String, _ text: String, named name: String, field: String = "file") async throws
    -> Answer
  {
    let head =
      "--ranh-gioi\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\n\r\n"
    return try await client.execute(
      uri: path, method: .post,
      headers: [
        .authorization: "Bearer \(token)", .acceptLanguage: "en",
        .contentType: "multipart/form-data; boundary=ranh-gioi",
      ], body: ByteBuffer(string: head + text + "\r\n--ranh-gioi--\r\n"))
  }

  /// The name of the person in whose name it asks.
  func name() async throws -> String { try await get("/api/v1/me").object()["name"] as? String ?? "" }
}

extension ServedStation {
  /// A program that asks in somebody's name, the administrator's unless given.
  func program(_ scopes: Set<Right>, of browser: Browser? = nil) async throws -> Program {
    let cookie = if let browser { browser.cookie } else { try await administrator().cookie }
    let visitor = try #require(try await desk.visitor(cookie: cookie ?? "", .test()))
    let made = try await desk.makeToken(visitor, name: "Chương trình thử", scopes: scopes, days: 90)
    return Program(client: client, token: made.token)
  }
}

extension Answer {
  /// The value that was answered.
  func json() throws -> Any {
    try JSONSerialization.jsonObject(with: Data(octets), options: .fragmentsAllowed)
  }

  /// The object that was answered.
  func object() throws -> [String: Any] { try #require(try json() as? [String: Any]) }
}

/// Holds values against the schemas of a description: as much of JSON Schema as it uses, and a fault for anything else.
struct SchemaCheck {
  private let parts: [String: Any]

  init(_ document: [String: Any]) {
    parts = (document["components"] as? [String: Any])?["schemas"] as? [String: Any] ?? [:]
  }

  /// What is wrong with an answer of an operation.
  func faults(of value: Any, in operation: [String: Any], status: String) throws -> [String] {
    let answer = (operation["responses"] as? [String: [String: Any]])?[status]
    let content = answer?["content"] as? [String: [String: Any]]
    let schema = try #require(content?["application/json"]?["schema"] as? [String: Any])
    return faults(value, schema, "")
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ at: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      guard let part = parts[String(name)] as? [String: Any] else { return ["\(at): no part \(name)"] }
      return faults(value, part, at)
    }
    if let choices = schema["anyOf"] as? [[String: Any]] {
      return choices.contains { faults(value, $0, at).isEmpty }
        ? [] : ["\(at): none of the choices: \(value)"]
    }
    switch schema["type"] as? String {
    case nil: return schema.isEmpty ? [] : ["\(at): unknown schema"]
    case "null": return value is NSNull ? [] : ["\(at): not null"]
    case "integer", "boolean", "number": return value is NSNumber ? [] : ["\(at): no number: \(value)"]
    case "string":
      guard let text = value as? String else { return ["\(at): no text: \(value)"] }
      if let words = schema["enum"] as? [String], !words.contains(text) {
        return ["\(at): unknown word \(text)"]
      }
      return []
    case "array":
      guard let values = value as? [Any], let element = schema["items"] as? [String: Any] else {
        return ["\(at): no list"]
      }
      return Array(values.enumerated().flatMap { faults($1, element, "\(at)[\($0)]") }.prefix(3))
    case "object":
      guard let fields = value as? [String: Any],
        let known = schema["properties"] as? [String: [String: Any]],
        let required = schema["required"] as? [String]
      else { return ["\(at): no object"] }
      var found = required.filter { fields[$0] == nil }.map { "\(at): no \($0)" }
      if schema["additionalProperties"] as? Bool == false {
        found += fields.keys.filter { known[$0] == nil }.map { "\(at): \($0) is not described" }
      }
      for (name, field) in fields { found += known[name].map { faults(field, $0, "\(at)/\(name)") } ?? [] }
      return found
    default: return ["\(at): unknown type"]
    }
  }
}
