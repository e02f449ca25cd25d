/// How the server listens and what it calls itself.
public struct ServerSettings: Sendable {
  /// The address on which it listens; by default this machine alone.
  public var host = "127.0.0.1"
  /// The port; 0 for any that is free.
  public var port = 8080
  /// What browsers call it: `https://lich.example.vn`, without a path; `nil` for this machine alone.
  public var publicOrigin: String?
  /// Addresses of proxies whose `X-Forwarded-For` is believed.
  public var proxies: Set<String> = []
  /// The port of this machine at which `/metrics` is told; `nil` for none.
  public var metricsPort: Int?
  /// After how many seconds a stop no longer waits for open requests.
  public var stopSeconds = 20
  /// After how many seconds a connection on which nothing is said is closed.
  public var idleSeconds = 60
  /// For how many seconds a page waits for what another text of a plan does to the year.
  public var effectSeconds = 15
  /// The most connections at once.
  public var mostConnections = 1_024

  /// A server for this machine alone.
  public init() {}

  /// Whether browsers reach it over an encrypted connection.
  var isEncrypted: Bool { publicOrigin?.hasPrefix("https://") ?? false }

  /// The name of the cookie that carries a session. Browsers take the prefix as a promise that the cookie is of this
  /// host and was set over an encrypted connection.
  var cookieName: String { isEncrypted ? "__Host-lichsong" : "lichsong" }
}
