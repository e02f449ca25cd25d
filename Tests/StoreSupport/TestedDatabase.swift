import Foundation
public import ScheduleModel
public import StationStore
import Synchronization

/// The databases on which every test of the store runs.
public enum TestedDatabase: String, CaseIterable, Sendable {
  case sqlite, postgresql

  /// A place for a store that is not there yet.
  public func newLocation() -> StoreLocation {
    switch self {
    case .sqlite: .folder(Self.newFolder())
    case .postgresql: .postgres(PostgresServer.shared.newDatabase())
    }
  }

  /// Opens an empty store, does some work with it and closes it.
  public func withStore<Answer>(_ work: (Store) async throws -> Answer) async throws -> Answer {
    try await Self.withStore(newLocation(), work)
  }

  /// Opens a store, does some work with it and closes it.
  public static func withStore<Answer>(
    _ location: StoreLocation, _ work: (Store) async throws -> Answer
  ) async throws -> Answer {
    let store = try await Store.open(location, now: now)
    do {
      let answer = try await work(store)
      try await store.close()
      return answer
    } catch {
      try? await store.close()
      throw error
    }
  }

  /// The time in tests: 5 April 2018, 02:00 in UTC.
  public static let now = LocalTime(seconds: 1_522_893_600)

  /// A new folder, removed with all others when the test process ends.
  public static func newFolder() -> String {
    let number = number.withLock { number in
      number += 1
      return number
    }
    let folder = "\(parent)/\(number)"
    mkdir(folder, 0o700)
    return folder
  }

  private static let number = Mutex(0)

  private static let parent: String = {
    var template = Array("/tmp/lichsong-store-XXXXXX".utf8CString)
    precondition(mkdtemp(&template) != nil, "a temporary folder can be made")
    atexit { try? FileManager.default.removeItem(atPath: TestedDatabase.parent) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()
}
