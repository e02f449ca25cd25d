import HTTPTypes
import StationDesk
import StationStore
import Testing

@testable import StationServer

/// The one table of addresses is the only gate: every role, and none, at every address, with the plan of the own unit
/// and that of another.
struct RouteRightsTests {
  private static let own = "lai-chau-2018"
  private static let foreign = "tan-hong-2020"
  /// Pages of the logs that need no file and no row.
  private static let openLogs = [
    "unmatched", "by-hand", "broadcast", "upload", "declare", "reminders/{period}",
  ].map {
    "/p/{plan}/logs/\($0)"
  }

  /// A broadcast on television, one on the channel of the languages, and one that is not there.
  private static let onTelevision = "lai-chau-2018.tin.1.vi%40lichsong"
  private static let inMong = "lai-chau-2018.tin.1.hmn%40lichsong"
  private static let nowhere = "lai-chau-2018.tin.999.vi%40lichsong"

  /// An address of a route for a plan.
  static func address(_ route: Route, plan: String, uid: String) -> String {
    var address = route.path
    let parts = [
      "{plan}": plan, "{unit}": plan == own ? "a-dai" : "b-dai", "{line}": plan == own ? "tin" : "x",
      "{month}": "2018-04",
      "{file}": route.path.contains("closes") ? "9.html" : "report.csv",
      "{feed}": String(repeating: "0", count: 32), "{secret}": String(repeating: "0", count: 40),
      "{name}": "year.ics", "{way}": "blank",
      "{job}": "0", "{upload}": "0", "{folder}": "0", "{period}": "2018-Q1", "{version}": "1",
      "{person}": "1", "{id}": "0", "{digest}": StationStyle.digest,
      "{entry}": "000000000000", "{close}": "000000000000", "{part}": "lines", "{row}": "tin", "{uid}": uid,
    ]
    for (name, value) in parts { address = address.replacing(name, with: value) }
    return address
  }

  private static func send(
    _ route: Route, _ browser: Browser, plan: String, uid: String = onTelevision
  ) async throws -> HTTPResponse.Status {
    let address = address(route, plan: plan, uid: uid)
    return route.method == .get
      ? try await browser.get(address).status : try await browser.post(address, ["calendar": "year"]).status
  }

  @Test("whoever has not signed in gets nothing but the sign-in page")
  func stranger_getsNothing() async throws {
    try await ServedStation.visit { station in
      for route in RouteTable.routes where route.access != .everybody && route.operation == nil {
        let status = try await Self.send(route, station.stranger(), plan: Self.own)
        #expect(status == (route.method == .get ? .seeOther : .forbidden), "\(route.path)")
      }
    }
  }

  @Test("each role sees and does what the table of rights gives it, and knows nothing of another unit's plan")
  func roles_haveTheirRights() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      for role in Role.allCases.map(Optional.some) + [nil] {
        let browser = try await station.reader(role, inUnit: 1, by: administrator)
        for route in RouteTable.routes where route.operation == nil {
          if case .anywhere(let right) = route.access {
            // Whether the person may at all; what then comes of an empty form is another matter.
            let status = try await Self.send(route, browser, plan: Self.own)
            let isRefused = status == .forbidden
            #expect(
              isRefused == !(role?.rights.contains(right) ?? false), "\(role?.rawValue ?? "-") \(route.path)")
          }
          if case .unit(let right) = route.access {
            let (has, knows) = (
              role?.rights.contains(right) ?? false, role?.rights.contains(.read) ?? false
            )
            let status = try await Self.send(route, browser, plan: Self.own)
            #expect(
              status == (has ? .ok : knows ? .forbidden : .notFound), "\(role?.rawValue ?? "-") \(route.path)"
            )
            #expect(try await Self.send(route, browser, plan: Self.foreign) == .notFound, "\(route.path)")
          }
          guard let right = Self.right(of: route) else { continue }
          // A stream of events does not end by itself.
          if route.path.hasSuffix("/live") { continue }
          let has = role?.rights.contains(right) ?? false
          let knows = role?.rights.contains(.read) ?? false
          let status = try await Self.send(route, browser, plan: Self.own)
          let name = "\(role?.rawValue ?? "nobody") \(route.method) \(route.path): \(status)"
          if !knows {
            #expect(status == .notFound, "\(name)")
          } else if !has {
            #expect(status == .forbidden, "\(name)")
          } else if route.path.hasSuffix("/revoke") || route.path.hasSuffix("/cancel")
            || (route.path.hasSuffix("/{job}") && route.method == .get)
            || route.path.hasSuffix("/closes/{file}") || route.path.hasSuffix("/signed/{digest}")
            || route.path.hasSuffix("/history/{entry}")
          {
            // There is no such subscription, no such job, no such close and no such entry.
            #expect(status == .notFound, "\(name)")
          } else if route.path.hasSuffix("/folder/{file}") || route.path.hasSuffix("/folder/in/{folder}")
            || route.path.hasSuffix("/folder") && route.method == .post
          {
            // No file of that name, and a form that brings none.
            #expect(status == .notFound || status == .badRequest, "\(name)")
          } else if route.path.contains("/logs/"),
            route.method == .post || !Self.openLogs.contains(route.path)
          {
            // There is no such file, or the form says nothing.
            #expect(status == .notFound || status == .badRequest, "\(name)")
          } else if route.path.contains("/desk"), route.method == .post || route.path.hasSuffix("/targets") {
            // Nothing is said that could be done.
            #expect(status == .badRequest, "\(name)")
          } else {
            #expect(status == (route.method == .get ? .ok : .seeOther), "\(name)")
          }
          #expect(
            try await Self.send(route, browser, plan: Self.foreign) == .notFound, "\(name), another's plan")
          #expect(try await Self.send(route, browser, plan: "khong-co") == .notFound, "\(name), no plan")
        }
      }
    }
  }

  /// The right that a route of a plan asks for.
  private static func right(of route: Route) -> Right? {
    switch route.access {
    case .right(let right), .broadcast(let right): right
    case .everybody, .signedIn, .unit, .anywhere: nil
    }
  }

  @Test(
    "a role for one outlet reads the plan, moves the broadcasts of that outlet alone, and changes nothing else"
  )
  func outletRoles_stayInTheirOutlet() async throws {
    try await ServedStation.visit { station in
      let administrator = try await station.administrator()
      for role in Role.allCases {
        let browser = try await station.reader(role, inUnit: 1, outlet: "truyen-hinh", by: administrator)
        for route in RouteTable.routes where route.operation == nil && !route.path.hasSuffix("/live") {
          guard let right = Self.right(of: route) else { continue }
          let name = "\(role) for television, \(route.method) \(route.path)"
          let (knows, has) = (role.rights.contains(.read), role.rights.contains(right))
          let isEverywhere = [.read, .readDraft, .ownFeeds].contains(right)
          let status = try await Self.send(route, browser, plan: Self.own)
          if case .broadcast = route.access {
            let isMoved = route.method == .post || route.path.hasSuffix("/targets")
            // Of a form that says nothing nothing can be done.
            let may: HTTPResponse.Status = isMoved ? .badRequest : .ok
            #expect(status == (!knows ? .notFound : has ? may : .forbidden), "\(name): \(status)")
            let other = try await Self.send(route, browser, plan: Self.own, uid: Self.inMong)
            #expect(other == (!knows ? .notFound : .forbidden), "\(name), another outlet: \(other)")
            let none = try await Self.send(route, browser, plan: Self.own, uid: Self.nowhere)
            #expect(none == (knows && !has ? .forbidden : .notFound), "\(name), no broadcast: \(none)")
          } else if !knows {
            #expect(status == .notFound, "\(name): \(status)")
          } else {
            #expect((status == .forbidden) == !(has && isEverywhere), "\(name): \(status)")
          }
          #expect(
            try await Self.send(route, browser, plan: Self.foreign) == .notFound, "\(name), another's plan")
          #expect(try await Self.send(route, browser, plan: "khong-co") == .notFound, "\(name), no plan")
        }
      }
    }
  }

  @Test("nobody revokes a subscription of somebody else")
  func feeds_areTheirOwners() async throws {
    try await ServedStation.visit { station in
      let (owner, other) = (try await station.viewer(), try await station.viewer())
      _ = try await owner.post("/p/\(Self.own)/feeds", ["calendar": "year"])
      let page = try await owner.text("/p/\(Self.own)/feeds")
      let revoke = try #require(page.firstMatch(of: /action="(\/p\/[^"]+\/revoke)"/)).output.1
      #expect(try await other.post(String(revoke)).status == .notFound)
      #expect(try await owner.post(String(revoke)).status == .seeOther)
    }
  }
}
