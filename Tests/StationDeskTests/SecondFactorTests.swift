import Digests
import ScheduleModel
import StationDesk
import StationStore
import StoreSupport
import Testing

/// The second factor: codes of a telephone, and recovery codes.
struct SecondFactorTests {
  private static let key = [UInt8](repeating: 9, count: FeedDesk.keyLength)

  @Test("the codes are those of RFC 6238, Appendix B, cut to six digits")
  func codes_areThoseOfTheStandard() {
    let key = Array("12345678901234567890".utf8)
    let known = [
      59: "287082", 1_111_111_109: "081804", 1_111_111_111: "050471", 1_234_567_890: "005924",
      2_000_000_000: "279037", 20_000_000_000: "353130",
    ]
    for (seconds, code) in known { #expect(OneTimeCode.code(key: key, step: seconds / 30) == code) }
    #expect(OneTimeCode.base32(key) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    #expect(OneTimeCode.base32(Array("foob".utf8)) == "MZXW6YQ")
  }

  /// The code that a telephone shows some seconds after the time of the tests.
  private func code(_ offer: SecondFactor.Offer, after seconds: Int) throws -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
    var (octets, held, bits) = ([UInt8](), 0, 0)
    for letter in offer.key {
      held = (held << 5 | (try #require(alphabet.firstIndex(of: letter)))) & 0xFFFF
      bits += 5
      if bits >= 8 {
        bits -= 8
        octets.append(UInt8(held >> bits & 255))
      }
    }
    return OneTimeCode.code(key: octets, step: (TestedDatabase.now.seconds + seconds) / 30)
  }

  @Test("who has set it up signs in with a code, once with each", arguments: TestedDatabase.allCases)
  func code_isAskedFor(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let factor = SecondFactor(desk, key: Self.key, isObligatory: true)
      let administrator = try await desk.administrator()
      #expect(factor.isMissing(administrator))
      let offer = try #require(factor.offer(administrator))
      #expect(factor.offer(administrator) == offer)
      #expect(offer.address == "otpauth://totp/Lich%20Song:admin?secret=\(offer.key)&issuer=Lich%20Song")
      await #expect(throws: DeskRefusal.wrongCode) { try await factor.confirm(administrator, code: "000000") }
      // Who has only begun is asked for no code.
      #expect(try await self.signIn(desk, after: 30).visitor.awaitsCode == false)
      let codes = try await factor.confirm(administrator, code: try self.code(offer, after: 0))
      #expect(codes.count == 10 && Set(codes).count == 10)

      let halfway = try await self.signIn(desk, after: 60)
      #expect(
        halfway.visitor.awaitsCode && halfway.visitor.hasSecondFactor && !factor.isMissing(halfway.visitor))
      await #expect(throws: DeskRefusal.wrongCode) { try await factor.enter(halfway.visitor, code: "12345") }
      let next = try self.code(offer, after: 60)
      let done = try await factor.enter(halfway.visitor, code: next)
      #expect(!done.visitor.awaitsCode)
      #expect(try await desk.visitor(cookie: halfway.cookie, .after(61)) == nil)

      // The same code is good for nobody else who saw it.
      let again = try await self.signIn(desk, after: 62)
      await #expect(throws: DeskRefusal.wrongCode) { try await factor.enter(again.visitor, code: next) }
      // The password does not stand for the code.
      #expect(try await desk.confirm(again.visitor, password: "mật khẩu quản trị bịa").visitor.awaitsCode)

      let recovered = try await factor.enter(again.visitor, code: codes[3].lowercased())
      #expect(!recovered.visitor.awaitsCode)
      #expect(try await factor.codesLeft(recovered.visitor) == 9)
      let last = try await self.signIn(desk, after: 63)
      await #expect(throws: DeskRefusal.wrongCode) { try await factor.enter(last.visitor, code: codes[3]) }
    }
  }

  @Test("codes are tried ten at once, then one each minute")
  func codes_areThrottled() async throws {
    try await TestedDatabase.sqlite.withDesk { desk in
      let factor = SecondFactor(desk, key: Self.key, isObligatory: false)
      let administrator = try await desk.administrator()
      let offer = try #require(factor.offer(administrator))
      _ = try await factor.confirm(administrator, code: try self.code(offer, after: 0))
      let halfway = try await self.signIn(desk, after: 60)
      for _ in 0..<9 {
        await #expect(throws: DeskRefusal.wrongCode) { try await factor.enter(halfway.visitor, code: "1") }
      }
      await #expect(throws: DeskRefusal.tooManyAttempts(retryAfter: 1)) {
        for _ in 0..<3 {
          try? await Self.ignoringWrongCode { _ = try await factor.enter(halfway.visitor, code: "1") }
        }
        _ = try await factor.enter(halfway.visitor, code: "1")
      }
    }
  }

  private static func ignoringWrongCode(_ work: () async throws -> Void) async throws {
    do { try await work() } catch DeskRefusal.wrongCode {}
  }

  @Test("who lost the telephone gets in again by the terminal of the server, or by who manages people")
  func factor_isRemoved() async throws {
    try await TestedDatabase.sqlite.withDesk { desk in
      let factor = SecondFactor(desk, key: Self.key, isObligatory: false)
      let administrator = try await desk.administrator()
      let other = try await desk.newcomer("binh", [], by: administrator).visitor
      let offer = try #require(factor.offer(other))
      _ = try await factor.confirm(other, code: try self.code(offer, after: 0))
      try await desk.removeFactor(of: other.person.number, by: administrator, reason: "mất điện thoại")
      let signIn = try await desk.signIn(login: "binh", password: "một câu dài của tôi", .after(70))
      #expect(!signIn.visitor.awaitsCode)

      let own = try #require(factor.offer(administrator))
      _ = try await factor.confirm(administrator, code: try self.code(own, after: 0))
      let password = try #require(try await desk.oneTimePassword(for: "admin", at: TestedDatabase.now))
      let back = try await desk.signIn(login: "admin", password: password, .after(80))
      #expect(!back.visitor.awaitsCode && back.visitor.mustChangePassword)
    }
  }

  private func signIn(_ desk: Desk, after seconds: Int) async throws -> SignIn {
    try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(seconds))
  }
}
