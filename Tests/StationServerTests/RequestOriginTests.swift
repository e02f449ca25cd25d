import HTTPTypes
import Testing

@testable import StationServer

struct RequestOriginTests {
  private static func origin(
    _ headers: HTTPFields, authority: String? = "127.0.0.1:8080",
    _ settings: ServerSettings = ServerSettings()
  ) -> RequestOrigin { RequestOrigin(headers: headers, authority: authority, settings) }

  private static func settings(_ address: String? = nil, proxies: Set<String> = []) -> ServerSettings {
    var settings = ServerSettings()
    settings.publicOrigin = address
    settings.proxies = proxies
    return settings
  }

  @Test(
    "without a public address only names of this machine are answered",
    arguments: [
      ("127.0.0.1:8080", true), ("localhost", true), ("[::1]:8080", true), ("lich.example.vn", false),
      ("127.0.0.1.example.vn", false), ("localhost.example.vn:80", false), ("", false),
    ])
  func names_areOfThisMachine(authority: String, isOurs: Bool) {
    #expect(Self.origin([:], authority: authority).isCalledByName == isOurs)
    #expect(Self.origin([:], authority: authority, Self.settings("https://lich.example.vn")).isCalledByName)
  }

  @Test(
    "a public address has one origin, and no other is taken for it",
    arguments: [
      ("https://lich.example.vn", true), ("http://lich.example.vn", false),
      ("https://lich.example.vn:444", false),
      ("https://lich.example.vn.example.com", false), ("null", false),
    ])
  func origin_isThePublicOne(origin: String, isOurs: Bool) {
    let settings = Self.settings("https://lich.example.vn")
    #expect(Self.origin([.origin: origin], settings).isOurs(hasSession: true) == isOurs)
  }

  @Test("a program that says nothing of itself may not bring a session")
  func programs_bringNoSession() {
    #expect(!Self.origin([:]).isOurs(hasSession: true))
    #expect(Self.origin([:]).isOurs(hasSession: false))
  }

  @Test("only a proxy of ours is believed about who calls, and only its last word")
  func proxies_areBelieved() {
    let forwarded: HTTPFields = [.forwardedFor: "203.0.113.9, 198.51.100.4, 10.0.0.2"]
    #expect(Self.origin(forwarded).client(of: "192.0.2.1") == "192.0.2.1")
    let settings = Self.settings(proxies: ["192.0.2.1", "10.0.0.2"])
    #expect(Self.origin(forwarded, settings).client(of: "192.0.2.1") == "198.51.100.4")
    #expect(Self.origin([:], settings).client(of: "192.0.2.1") == "192.0.2.1")
    #expect(Self.origin(forwarded).client(of: "unix") == "10.0.0.2")
  }
}
