import Digests
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Planning
import ScheduleModel
import StationDesk
import StationFolder
import StationServer
import StationStore
import StationWork
import StoreSupport
import Synchronization
import Testing

/// A server of a station with plans of this project in its store, on a port of this machine.
struct ServedStation {
  let client: StationClient
  let desk: Desk
  let log: LogLines
  /// Drops the calendars that the server holds in memory.
  let forgetBodies: @Sendable () -> Void
  /// The name and the password for one time of the first administrator.
  let first: (login: String, password: String)
  private let numbers = Numbers()
  private let administratorCookie = Kept()

  /// 14 June 2018, 02:00 in UTC: 09:00 in Lai Châu.
  static let now = LocalTime(seconds: 1_528_941_600)

  /// Serves plans as long as some work is done with the server.
  ///
  /// - Parameters:
  ///   - cases: Folders below `schedules`, by the code of the unit that has them.
  ///   - isWorkHeard: Whether a complaint of the work in the background is a failure.
  ///   - worker: What the shell does instead of the work in the background; `nil` for the work itself.
  static func serve(
    _ cases: [String: String], settings: ServerSettings = .patient, isWorkHeard: Bool = true,
    worker: String? = nil,
    _ work: @escaping @Sendable (ServedStation) async throws -> Void
  ) async throws {
    try await TestedDatabase.sqlite.withStore { store in
      for (code, name) in cases.sorted(by: { $0.key < $1.key }) {
        let files = try PlanFolder.open("schedules/\(name)").contents()
        _ = try await store.write(.people) { transaction in
          let unit = try transaction.addUnit(code: code, name: code, level: "station")
          return try transaction.importPlan(name, of: unit.number, files, on: now)
        }
      }
      let lots = Mutex(UInt64(1))
      let desk = Desk(store, cost: Scrypt.Cost(logN: 4, blockSize: 8, parallelism: 1)) { count in
        lots.withLock { state in
          (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
          }
        }
      }
      let first = try #require(try await desk.firstStart(at: now))
      let log = LogLines()
      let server = server(settings, desk, log)
      let runner = JobRunner(
        store,
        child: worker.map { WorkChild(program: "/bin/sh", arguments: ["-c", $0]) }
          ?? WorkChild(program: BuiltProgram.path("lichsong-server"), arguments: ["perform"]),
        program: LichSongVersion.tested, owner: "test", now: { now },
        log: { said in if isWorkHeard { Issue.record("the runner says: \(said)") } })
      let working = Task { await runner.run() }
      try await StationClient.serve(server.application) { client in
        try await work(
          ServedStation(
            client: client, desk: desk, log: log, forgetBodies: { server.forgetBodies() }, first: first))
      }
      working.cancel()
      await working.value
    }
  }

  private static func server(_ settings: ServerSettings, _ desk: Desk, _ log: LogLines) -> StationService {
    let key = [UInt8](repeating: 7, count: FeedDesk.keyLength)
    var settings = settings
    settings.port = 0
    return StationService(
      settings, desk: desk, feeds: FeedDesk(desk, key: key, program: LichSongVersion.tested),
      factors: SecondFactor(desk, key: key, isObligatory: settings.publicOrigin != nil),
      surroundings: Surroundings(
        now: { now }, milliseconds: { 0 }, programs: [], processors: 2,
        ownProgram: BuiltProgram.path("lichsong-server")), runners: [],
      program: LichSongVersion.tested,
      logger: Logger(label: "test") { label in
        JSONLogHandler(label: label, time: { "2018-06-14T02:00:00Z" }) { log.add($0) }
      })
  }

  /// Serves the same store by one more server, which holds nothing in memory, as a second process or one that was started anew.
  ///
  /// - Parameter work: Is given somebody's browser there.
  func beside(_ browser: Browser, _ work: @escaping @Sendable (Browser) async throws -> Void) async throws {
    let cookie = browser.cookie
    try await StationClient.serve(Self.server(ServerSettings(), desk, log).application) { client in
      try await work(Browser(client: client, cookie: cookie))
    }
  }

  /// Visits the one server of this test process, which has Lai Châu in the unit 1 and Tân Hồng in the unit 2. One test
  /// after the other does so; each has readers of its own, and plans of its own where it changes any.
  static func visit(_ work: (ServedStation) async throws -> Void) async throws {
    await turn.take()
    defer { turn.give() }
    try await work(try await shared.value)
  }

  private static let turn = Turns(1)

  private static let shared = Task {
    try await withCheckedThrowingContinuation { continuation in
      Task {
        do {
          try await serve(["a-dai": "lai-chau-2018", "b-dai": "tan-hong-2020"]) { station in
            continuation.resume(returning: station)
            // It ends with the process.
            while true { try await Task.sleep(for: .seconds(3_600)) }
          }
        } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }

  /// A browser in which nobody has signed in.
  func stranger() -> Browser { Browser(client: client, cookie: nil) }

  /// A browser in which the administrator has signed in, with all roles in the first unit.
  func administrator() async throws -> Browser {
    if let cookie = administratorCookie.value { return Browser(client: client, cookie: cookie) }
    let signIn = try await desk.signIn(login: first.login, password: first.password, .test())
    let chosen = try await desk.changePassword(signIn.visitor, from: first.password, to: Self.password)
    administratorCookie.value = chosen.cookie
    return Browser(client: client, cookie: chosen.cookie)
  }

  /// A browser in which somebody has signed in who may read the plans of the first unit, and was never here before.
  func viewer() async throws -> Browser {
    try await reader(.viewer, inUnit: 1, by: try await administrator())
  }

  /// Takes the case of Lai Châu in once more, for a test that changes it.
  func ownPlan(_ slug: String) async throws -> StoredPlan {
    let files = try PlanFolder.open("schedules/lai-chau-2018").contents()
    return try await desk.store.write(.people) { transaction in
      _ = try transaction.importPlan(slug, of: 1, files, on: Self.now)
      return try #require(try transaction.plan(slug))
    }
  }

  /// Changes the text of a plan.
  func edit(_ plan: StoredPlan, _ change: @escaping @Sendable (String) -> String) async throws {
    try await desk.store.write(.plan(plan.number)) { transaction in
      let file = try #require(try transaction.workingFiles(of: plan.number).first { $0.path == "plan.yaml" })
      let text = change(String(decoding: try transaction.octets(of: file), as: UTF8.self))
      try transaction.put(Array(text.utf8), at: file.path, in: plan.number, seen: file.version, on: Self.now)
    }
  }

  /// Attempts of an account and of an address are counted, so each sign-in comes from another one.
  private func nextAddress() -> String { "2001:db8:\(String(numbers.next(), radix: 16))::1" }

  /// A browser in which somebody has signed in who has a role in a unit, for all outlets or one; nobody's without one.
  func reader(
    _ role: Role?, inUnit unit: Int, outlet: String? = nil, by administrator: Browser
  ) async throws -> Browser {
    let visitor = try #require(try await desk.visitor(cookie: administrator.cookie ?? "", .test("192.0.2.7")))
    let login = "\(role?.rawValue ?? "none").\(numbers.next())"
    let invited = try await desk.invite(
      login: login, name: "Người thử \(login)",
      grants: role.map { [Grant(unit: unit, role: $0.rawValue, outlet: outlet)] } ?? [],
      by: visitor)
    let signIn = try await desk.usePasswordLink(invited.link, password: Self.password, .test(nextAddress()))
    return Browser(client: client, cookie: signIn.cookie)
  }

  /// A password of everybody in these tests.
  static let password = "một câu dài bịa ra"
}

extension Caller {
  /// Somebody at an invented address.
  static func test(_ address: String = "192.0.2.7") -> Caller {
    Caller(address: address, agent: "Trình duyệt thử", now: ServedStation.now)
  }
}

extension ServerSettings {
  /// An unoptimised program on a busy machine takes its time.
  static var patient: ServerSettings {
    var settings = ServerSettings()
    settings.effectSeconds = 120
    return settings
  }
}

/// The version of the program that tests say they are.
enum LichSongVersion {
  static let tested = "test"
}

/// Numbers that come once.
final class Numbers: Sendable {
  private let last = Mutex(0)

  func next() -> Int {
    last.withLock { last in
      last += 1
      return last
    }
  }
}

/// A text that may change.
final class Kept: Sendable {
  private let text = Mutex<String?>(nil)

  var value: String? {
    get { text.withLock { $0 } }
    set { text.withLock { $0 = newValue } }
  }
}

/// What was written to the log.
final class LogLines: Sendable {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) { lines.withLock { $0.append(line) } }

  var all: [String] { lines.withLock { $0 } }
}

/// A browser that keeps a session.
struct Browser {
  let client: StationClient
  let cookie: String?

  /// Asks for a page.
  func get(_ path: String, _ headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws
    -> Answer
  {
    var headers = headers
    if let cookie { headers[.cookie] = "lichsong=\(cookie)" }
    return try await client.execute(uri: path, method: method, headers: headers)
  }

  /// The text of a page that must be there.
  func text(_ path: String) async throws -> String {
    let answer = try await get(path)
    #expect(answer.status == .ok, "\(path)")
    return String(buffer: answer.body)
  }

  /// Sends a form as a page of the server does, with the token of its session.
  func post(
    _ path: String, _ fields: [String: String] = [:], _ headers: HTTPFields = [.origin: "http://localhost"]
  )
    async throws -> Answer
  {
    var fields = fields
    if cookie != nil, fields["token"] == nil { fields["token"] = try await token() }
    return try await post(path, form: fields, headers)
  }

  /// Sends a form as it is given.
  func post(_ path: String, form: [String: String], _ headers: HTTPFields) async throws -> Answer {
    var headers = headers
    headers[.contentType] = "application/x-www-form-urlencoded"
    if let cookie { headers[.cookie] = "lichsong=\(cookie)" }
    let unreserved = CharacterSet(charactersIn: "0"..."9").union(CharacterSet(charactersIn: "a"..."z"))
    let body = form.sorted { $0.key < $1.key }.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "")"
    }.joined(separator: "&")
    return try await client.execute(
      uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
  }

  /// What stands hidden in the forms of the session.
  func token() async throws -> String {
    let page = String(buffer: try await get("/password").body)
    return try #require(page.firstMatch(of: /name="token" value="([0-9a-f]+)"/)).output.1.description
  }
}

extension Answer {
  /// The text of the answer.
  var text: String { String(buffer: body) }

  /// The octets of the answer.
  var octets: [UInt8] { Array(buffer: body) }

  /// What the reader sees of a page: no tags, no more than one blank.
  var seen: String {
    let main = text.firstMatch(of: /<main[^>]*>/).map { text[$0.range.upperBound...] } ?? text[...]
    return main.replacing(/<[^>]*>/, with: " ").split { $0 == " " || $0.isNewline }.joined(separator: " ")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}

/// So many may do something at once; others wait for their turn.
private final class Turns: Sendable {
  private let state: Mutex<(free: Int, waiting: [CheckedContinuation<Void, Never>])>

  init(_ count: Int) { state = Mutex((count, [])) }

  func take() async {
    await withCheckedContinuation { continuation in
      let isFree = state.withLock { state in
        if state.free > 0 {
          state.free -= 1
          return true
        }
        state.waiting.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  func give() {
    let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
      if state.waiting.isEmpty {
        state.free += 1
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.resume()
  }
}
