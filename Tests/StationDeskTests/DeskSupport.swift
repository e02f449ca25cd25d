import Digests
import ScheduleModel
import StationDesk
import StationStore
import StoreSupport
import Synchronization
import Testing

/// Secrets of a seed, so that a test that fails fails again.
final class SeededSecrets: Sendable {
  private let state: Mutex<UInt64>

  init(_ seed: UInt64 = 1) { state = Mutex(seed) }

  func draw(_ count: Int) -> [UInt8] {
    state.withLock { state in
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 33)
      }
    }
  }
}

extension TestedDatabase {
  /// Cheap to compute, for tests only.
  static let cheap = Scrypt.Cost(logN: 4, blockSize: 8, parallelism: 1)

  /// Opens an empty store with a desk, does some work with it and closes it.
  func withDesk(_ work: (Desk) async throws -> Void) async throws {
    try await withStore { store in
      let secrets = SeededSecrets()
      try await work(Desk(store, cost: Self.cheap) { secrets.draw($0) })
    }
  }
}

extension Caller {
  /// A caller at an invented address, some seconds after the time of the tests.
  static func after(_ seconds: Int, address: String = "192.0.2.7") -> Caller {
    Caller(
      address: address, agent: "Trình duyệt thử",
      now: LocalTime(seconds: TestedDatabase.now.seconds + seconds))
  }
}

extension Desk {
  /// Signs the first administrator in, who chose a lasting password.
  func administrator() async throws -> Visitor {
    let first = try #require(try await firstStart(at: TestedDatabase.now))
    let signIn = try await signIn(login: first.login, password: first.password, .after(1))
    return try await changePassword(signIn.visitor, from: first.password, to: "mật khẩu quản trị bịa").visitor
  }

  /// Invites a person, who chooses a password and signs in.
  func newcomer(_ login: String, _ grants: [Grant], by administrator: Visitor) async throws -> SignIn {
    let invited = try await invite(
      login: login, name: "Người thử \(login)", grants: grants, by: administrator)
    return try await usePasswordLink(invited.link, password: "một câu dài của tôi", .after(2))
  }
}
