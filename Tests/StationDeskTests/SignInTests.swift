import Digests
import ScheduleModel
import StationStore
import StoreSupport
import Testing

@testable import StationDesk

struct SignInTests {
  @Test(
    "the first start makes one administrator, whose password is for one time",
    arguments: TestedDatabase.allCases)
  func firstStart_isOnce(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let first = try #require(try await desk.firstStart(at: TestedDatabase.now))
      #expect(try await desk.firstStart(at: TestedDatabase.now) == nil)
      let signIn = try await desk.signIn(login: " Admin ", password: first.password, .after(60))
      #expect(signIn.visitor.mustChangePassword)
      let changed = try await desk.changePassword(
        signIn.visitor, from: first.password, to: "mật khẩu quản trị bịa")
      #expect(!changed.visitor.mustChangePassword)
      #expect(try await desk.visitor(cookie: signIn.cookie, .after(61)) == nil)
      #expect(try await desk.visitor(cookie: changed.cookie, .after(61))?.person.login == "admin")
    }
  }

  @Test(
    "a password for one time that nobody changed within a day is none any more",
    arguments: TestedDatabase.allCases)
  func oneTimePassword_ends(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let first = try #require(try await desk.firstStart(at: TestedDatabase.now))
      await #expect(throws: DeskRefusal.wrongPassword) {
        try await desk.signIn(login: "admin", password: first.password, .after(86_400))
      }
    }
  }

  @Test("an unknown login and a wrong password get the same answer", arguments: TestedDatabase.allCases)
  func refusals_areAlike(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      _ = try await desk.administrator()
      for login in ["admin", "không có ai", ""] {
        await #expect(throws: DeskRefusal.wrongPassword) {
          try await desk.signIn(login: login, password: "một câu không đúng", .after(10))
        }
      }
      let refused = try await desk.store.read { try $0.trail(count: 3) }
      #expect(refused.map(\.note.action) == Array(repeating: "sign-in refused", count: 3))
      #expect(refused.map(\.note.person) == [nil, nil, 1])
      // What was typed there may be a password.
      #expect(refused.map(\.note.object) == ["unknown login", "unknown login", "person 1"])
    }
  }

  @Test(
    "an attempt is counted before its key is computed: of thirty at once ten are, and the others are told to wait",
    arguments: TestedDatabase.allCases)
  func attempts_areCountedFirst(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      _ = try await desk.administrator()
      let refused = await withTaskGroup(of: Bool.self, returning: [Bool].self) { group in
        for _ in 0..<30 {
          group.addTask {
            do {
              _ = try await desk.signIn(login: "admin", password: "một câu không đúng", .after(4_000))
              return false
            } catch {
              return (error as? DeskRefusal) == .wrongPassword
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(refused.count { $0 } == 10)
      // Each key that was computed stands in the trail.
      let trail = try await desk.store.read { try $0.trail(count: 40) }
      #expect(trail.count { $0.note.action == "sign-in refused" } == 10)
    }
  }

  @Test(
    "ten wrong attempts use up an account's, one comes back each minute, and nobody is locked out",
    arguments: TestedDatabase.allCases)
  func attempts_areCounted(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let first = try #require(try await desk.firstStart(at: TestedDatabase.now))
      for number in 1...10 {
        await #expect(throws: DeskRefusal.wrongPassword) {
          try await desk.signIn(login: "admin", password: "sai", .after(0, address: "192.0.2.\(number)"))
        }
      }
      await #expect(throws: DeskRefusal.tooManyAttempts(retryAfter: 60)) {
        try await desk.signIn(login: "admin", password: first.password, .after(0, address: "192.0.2.99"))
      }
      await #expect(throws: DeskRefusal.tooManyAttempts(retryAfter: 20)) {
        try await desk.signIn(login: "admin", password: first.password, .after(40, address: "192.0.2.98"))
      }
      _ = try await desk.signIn(login: "admin", password: first.password, .after(60, address: "192.0.2.99"))
      // Many accounts from one address are one address.
      for number in 1...10 {
        await #expect(throws: DeskRefusal.wrongPassword) {
          try await desk.signIn(
            login: "ai \(number)", password: "sai", .after(0, address: "2001:db8::\(number)"))
        }
      }
      await #expect(throws: DeskRefusal.tooManyAttempts(retryAfter: 60)) {
        try await desk.signIn(login: "ai 11", password: "sai", .after(0, address: "2001:db8:0:0:1::7"))
      }
    }
  }

  @Test(
    "a session ends after twelve hours without a request, and after a week in any case",
    arguments: TestedDatabase.allCases)
  func sessions_end(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let first = try #require(try await desk.firstStart(at: TestedDatabase.now))
      let cookie = try await desk.signIn(login: "admin", password: first.password, .after(0)).cookie
      #expect(try await desk.visitor(cookie: cookie, .after(12 * 3_600 - 1)) != nil)
      #expect(try await desk.visitor(cookie: cookie, .after(24 * 3_600 - 2)) != nil)
      #expect(try await desk.visitor(cookie: cookie, .after(36 * 3_600)) == nil)
      for hour in stride(from: 30, to: 168, by: 6) {
        #expect(try await desk.visitor(cookie: cookie, .after(hour * 3_600)) != nil)
      }
      #expect(try await desk.visitor(cookie: cookie, .after(168 * 3_600)) == nil)
    }
  }

  @Test(
    "a key that cost less to make than new ones do is made anew at the next sign-in",
    arguments: TestedDatabase.allCases)
  func keys_areRenewed(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      _ = try await desk.administrator()
      let dearer = Desk(desk.store, cost: Scrypt.Cost(logN: 5, blockSize: 8, parallelism: 1)) {
        desk.secrets($0)
      }
      _ = try await dearer.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(5))
      #expect(
        try await desk.store.read { try $0.person(login: "admin")?.password?.hasPrefix("$scrypt$ln=5,") }
          == true)
      _ = try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(6))
    }
  }

  @Test("two keys are made at a time, twenty wait, and whoever comes then is told when to come again")
  func keys_areMadeTwoAtATime() async throws {
    // Each takes a tenth of a second and more; the first have not ended when the last are asked for.
    let keeper = PasswordKeeper(Scrypt.Cost(logN: 15, blockSize: 8, parallelism: 1))
    let outcomes = await withTaskGroup(of: DeskRefusal?.self) { group in
      for _ in 0..<60 {
        group.addTask {
          do {
            _ = try await keeper.key("một câu dài", salt: Array(1...16))
            return nil
          } catch {
            return error as? DeskRefusal
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    let refused = outcomes.compactMap(\.self)
    #expect(refused.allSatisfy { $0 == .busy(retryAfter: 10) })
    #expect((1...40).contains(refused.count))
  }

  @Test(
    "a session has another secret after signing in and after giving the password again",
    arguments: TestedDatabase.allCases)
  func secrets_areDrawnAnew(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      _ = try await desk.administrator()
      let first = try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(5))
      let second = try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(6))
      let again = try await desk.confirm(second.visitor, password: "mật khẩu quản trị bịa")
      #expect(Set([first.cookie, second.cookie, again.cookie]).count == 3)
      #expect(try await desk.visitor(cookie: first.cookie, .after(7)) != nil)
      #expect(try await desk.visitor(cookie: second.cookie, .after(7)) == nil)
      #expect(try await desk.visitor(cookie: again.cookie, .after(7)) != nil)
    }
  }

  @Test("a request is a reading: when somebody was seen last is written every five minutes at most")
  func seeing_isWrittenSeldom() async throws {
    try await TestedDatabase.sqlite.withDesk { desk in
      _ = try await desk.administrator()
      let cookie = try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(5)).cookie
      let before = desk.store.changes.count
      for second in 6..<305 { _ = try await desk.visitor(cookie: cookie, .after(second)) }
      #expect(desk.store.changes.count == before)
      for second in 305..<320 { _ = try await desk.visitor(cookie: cookie, .after(second)) }
      #expect(desk.store.changes.count == before.map { $0 + 1 })
    }
  }

  @Test(
    "a cookie with another secret, a broken one and one of somebody who was disabled are nobody's",
    arguments: TestedDatabase.allCases)
  func cookies_areChecked(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let administrator = try await desk.administrator()
      let station = try #require(administrator.grants.first?.unit)
      let an = try await desk.newcomer("an", [Grant(unit: station, role: "viewer")], by: administrator)
      let (id, secret) = (an.cookie.prefix(33), an.cookie.dropFirst(33))
      for cookie in ["", "\(id)", id + String(secret.reversed()), "\(id)\(secret)0", "' OR 1=1 --"] {
        #expect(try await desk.visitor(cookie: String(cookie), .after(3)) == nil)
      }
      #expect(try await desk.visitor(cookie: an.cookie, .after(3))?.formToken == an.visitor.formToken)
      try await desk.setDisabled(true, an.visitor.person.number, by: administrator, reason: "nghỉ việc")
      #expect(try await desk.visitor(cookie: an.cookie, .after(4)) == nil)
      await #expect(throws: DeskRefusal.wrongPassword) {
        try await desk.signIn(login: "an", password: "một câu dài của tôi", .after(4))
      }
    }
  }

  @Test(
    "the store holds neither a password nor a session's secret nor a link's",
    arguments: TestedDatabase.allCases)
  func secrets_areNotKept(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let administrator = try await desk.administrator()
      let invited = try await desk.invite(login: "bình", name: "Bình", grants: [], by: administrator)
      let signIn = try await desk.usePasswordLink(invited.link, password: "một câu dài của tôi", .after(2))
      let person = try await desk.store.read { try $0.person(login: "bình") }
      #expect(person?.password?.hasPrefix("$scrypt$ln=4,r=8,p=1$") == true)
      #expect(person?.password?.contains("câu") == false)
      let secret = String(signIn.cookie.dropFirst(33))
      #expect(signIn.visitor.session.secretDigest == Digest.sha256(secret.utf8))
      await #expect(throws: DeskRefusal.linkUsed) {
        try await desk.usePasswordLink(invited.link, password: "một câu dài khác", .after(3))
      }
    }
  }

  @Test(
    "an administrator who forgot the password gets one for one time at the terminal",
    arguments: TestedDatabase.allCases)
  func forgottenPassword_isReplaced(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let administrator = try await desk.administrator()
      #expect(try await desk.oneTimePassword(for: "không có ai", at: TestedDatabase.now) == nil)
      let password = try #require(try await desk.oneTimePassword(for: "admin", at: TestedDatabase.now))
      await #expect(throws: DeskRefusal.wrongPassword) {
        try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(3))
      }
      #expect(try await desk.sessions(of: administrator).isEmpty)
      #expect(try await desk.signIn(login: "admin", password: password, .after(4)).visitor.mustChangePassword)
    }
  }

  @Test("a password is long and not uniform, and any characters may stand in it")
  func passwords_followRules() {
    #expect(PasswordRule.broken(by: "ngắn quá", login: "an") == .tooShort)
    #expect(PasswordRule.broken(by: String(repeating: "ă", count: 129), login: "an") == .tooLong)
    #expect(PasswordRule.broken(by: "abababababab", login: "an") == .tooUniform)
    #expect(PasswordRule.broken(by: "Đài truyền hình", login: "đài") == .containsLogin)
    #expect(PasswordRule.broken(by: "mười hai chữ 🌊", login: "an") == nil)
  }

  @Test("scrypt gives the keys of RFC 7914, and a password composed in another way the same key")
  func scrypt_isScrypt() async throws {
    let cost = Scrypt.Cost(logN: 10, blockSize: 8, parallelism: 16)
    let key = try #require(Scrypt.key(Array("password".utf8), salt: Array("NaCl".utf8), cost, count: 64))
    #expect(
      Hexadecimal.text(key).hasPrefix("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"))
    #expect(Scrypt.key([], salt: [], Scrypt.Cost(logN: 40, blockSize: 8, parallelism: 1), count: 32) == nil)
    let keeper = PasswordKeeper(TestedDatabase.cheap)
    let kept = try await keeper.key("Lịch Sóng 2018", salt: Array(1...16))
    let composed = try await keeper.holds("Li\u{323}ch So\u{301}ng 2018", kept)
    let wrong = try await keeper.holds("Lich Song 2018", kept)
    let nobody = try await keeper.holds("Lịch Sóng 2018", nil)
    #expect([composed, wrong, nobody] == [true, false, false])
    #expect(PasswordKeeper(.standard).isOutdated(kept) && !keeper.isOutdated(kept))
  }

  @Test("addresses of one network are counted together")
  func networks_areCounted() {
    #expect(Desk.network(of: "192.0.2.7") == "192.0.2.7")
    #expect(Desk.network(of: "2001:db8::1") == Desk.network(of: "2001:db8:0:0:9:9:9:9"))
    #expect(Desk.network(of: "::1") == "0:0:0:0::/64")
    #expect(Desk.network(of: "fe80::1%eth0") == "fe80:0:0:0::/64")
  }
}
