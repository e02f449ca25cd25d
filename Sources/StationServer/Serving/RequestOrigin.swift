import HTTPTypes
import Hummingbird

/// Where a request comes from, as its browser says.
struct RequestOrigin {
  let settings: ServerSettings
  let headers: HTTPFields
  /// The name in the request by which the server was called.
  let authority: String?

  init(_ request: Request, _ settings: ServerSettings) {
    self.init(headers: request.headers, authority: request.head.authority, settings)
  }

  init(headers: HTTPFields, authority: String?, _ settings: ServerSettings) {
    self.settings = settings
    self.headers = headers
    self.authority = authority
  }

  /// Whether the server is called by one of its names. Without a public address only names of this machine are, so that
  /// a page elsewhere cannot reach it by a name that it made point here.
  var isCalledByName: Bool {
    guard settings.publicOrigin == nil, let authority else { return true }
    let name =
      authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
    return ["127.0.0.1", "localhost", "[::1]"].contains(name)
  }

  /// Whether a page of this server may have sent the request: what the browser says of the site counts, else the origin;
  /// a program that says neither may not bring the cookie of a session.
  ///
  /// - Parameter hasSession: Whether the request brings that cookie.
  func isOurs(hasSession: Bool) -> Bool {
    if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
    if let origin = headers[.origin] {
      return origin == settings.publicOrigin ?? "http://\(authority ?? "")"
    }
    return !hasSession
  }

  /// The address of the one who asks: the last hop that is no proxy of ours.
  ///
  /// - Parameter peer: The other end of the connection.
  func client(of peer: String) -> String {
    guard peer == "unix" || settings.proxies.contains(peer), let forwarded = headers[.forwardedFor] else {
      return peer
    }
    let hops = forwarded.split(separator: ",").map { $0.filter { $0 != " " } }
    return hops.last { !settings.proxies.contains($0) } ?? peer
  }
}

extension HTTPField.Name {
  static let secFetchSite = named("Sec-Fetch-Site")
  static let forwardedFor = named("X-Forwarded-For")
  static let contentTypeOptions = named("X-Content-Type-Options")
  static let referrerPolicy = named("Referrer-Policy")
  static let robotsTag = named("X-Robots-Tag")

  private static func named(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header") }
    return field
  }
}
