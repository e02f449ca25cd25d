import HTTPTypes
import StationDesk
import Testing

/// Whoever comes for the first time signs in with a password for one time, chooses another, and reads.
struct SigningInTests {
  @Test("a stranger is led to the sign-in page, and from there to where they wanted to go")
  func stranger_signsIn() async throws {
    try await ServedStation.serve([:]) { station in
      let stranger = station.stranger()
      let turnedAway = try await stranger.get("/p/lai-chau-2018/counts?lang=en")
      #expect(turnedAway.status == .seeOther)
      #expect(turnedAway.headers[.location] == "/sign-in?next=/p/lai-chau-2018/counts%3Flang=en")

      let page = try await stranger.get("/sign-in?next=/p/lai-chau-2018/counts%3Flang=en")
      #expect(page.text.contains(#"name="next" value="/p/lai-chau-2018/counts?lang=en""#))

      let wrong = try await stranger.post("/sign-in", ["login": "admin", "password": "đoán bừa"])
      #expect(wrong.status == .unauthorized)
      #expect(
        wrong.seen == "Đăng nhập Tên đăng nhập hoặc mật khẩu không đúng. Tên đăng nhập Mật khẩu Đăng nhập")
      #expect(wrong.headers[.setCookie] == nil)

      let right = try await stranger.post(
        "/sign-in", ["login": "admin", "password": station.first.password, "next": "/p/lai-chau-2018/counts"])
      #expect(right.status == .seeOther && right.headers[.location] == "/p/lai-chau-2018/counts")
      let set = try #require(right.headers[.setCookie])
      #expect(
        set.wholeMatch(of: /lichsong=[0-9a-f]{32}\.[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax/) != nil)

      // The password was for one time: nothing else is shown before another is chosen.
      let browser = Browser(
        client: station.client, cookie: String(set.dropFirst("lichsong=".count).prefix(97)))
      let asked = try await browser.get("/p/lai-chau-2018/counts")
      #expect(asked.status == .seeOther && asked.headers[.location] == "/password")
      let short = try await browser.post(
        "/password", ["old": station.first.password, "new": "ngắn", "again": "ngắn"])
      #expect(
        short.status == .unprocessableContent && short.seen.contains("Mật khẩu phải có ít nhất 12 ký tự."))
      let chosen = try await browser.post(
        "/password",
        ["old": station.first.password, "new": ServedStation.password, "again": ServedStation.password])
      #expect(chosen.status == .seeOther && chosen.headers[.location] == "/")
    }
  }

  @Test(
    "an address of another server is not gone to after signing in",
    arguments: [
      "https://example.com/", "//example.com/", "/\\example.com",
    ])
  func next_staysHere(next: String) async throws {
    try await ServedStation.serve([:]) { station in
      let answer = try await station.stranger().post(
        "/sign-in", ["login": "admin", "password": station.first.password, "next": next])
      #expect(answer.headers[.location] == "/")
    }
  }

  @Test("signing out ends the session, whatever the browser still sends")
  func signOut_ends() async throws {
    try await ServedStation.serve([:]) { station in
      let browser = try await station.administrator()
      #expect(try await browser.get("/password").status == .ok)
      let out = try await browser.post("/sign-out")
      #expect(out.status == .seeOther && out.headers[.location] == "/sign-in")
      #expect(out.headers[.setCookie] == "lichsong=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
      #expect(try await browser.get("/password").status == .seeOther)
    }
  }

  @Test("an invitation's link lets a person choose a password once")
  func invitation_worksOnce() async throws {
    try await ServedStation.serve([:]) { station in
      let administrator = try await station.administrator()
      let visitor = try #require(try await station.desk.visitor(cookie: administrator.cookie ?? "", .test()))
      let (_, link) = try await station.desk.invite(
        login: "lan", name: "Nguyễn Thị Lan", grants: [], by: visitor)
      let stranger = station.stranger()
      #expect(try await stranger.get("/link/\(link)").seen.contains("Chọn mật khẩu"))
      #expect(
        try await stranger.post(
          "/link/\(link)", ["new": ServedStation.password, "again": ServedStation.password]
        ).status == .seeOther)
      let again = try await stranger.get("/link/\(link)")
      #expect(again.status == .notFound && again.seen.contains("Liên kết này đã dùng rồi"))
    }
  }

  @Test("many attempts have to wait, and are told how long")
  func attempts_wait() async throws {
    try await ServedStation.serve([:]) { station in
      let stranger = station.stranger()
      for _ in 1...10 { _ = try await stranger.post("/sign-in", ["login": "lan", "password": "đoán"]) }
      let answer = try await stranger.post("/sign-in", ["login": "lan", "password": "đoán"])
      #expect(answer.status == .tooManyRequests && answer.headers[.retryAfter] == "60")
    }
  }
}
