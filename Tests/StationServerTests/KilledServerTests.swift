import Foundation
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StationWork
import StoreSupport
import Testing

/// Server and worker are killed at moments drawn by lot, while people record and workers work: what was acknowledged is kept, the
/// store opens and passes its checks, and every job comes to its end.
///
/// `KILLS=200` in the environment makes it the long one.
struct KilledServerTests {
  private static let rounds = ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 4

  /// `lichsong-server` as a process that can be killed, with what it says in a file.
  private static func start(_ arguments: [String], in folder: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(filePath: BuiltProgram.path("lichsong-server"))
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(["LC_ALL": "en_US.UTF-8"]) { $1 }
    let place = "\(folder)/out"
    try Data().write(to: URL(filePath: place))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: place))
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func place(_ location: StoreLocation) -> String {
    switch location {
    case .folder(let folder): folder
    case .postgres(let address): address
    }
  }

  @Test(
    "a server or worker that is killed loses no job and no calendar, and leaves the store whole",
    arguments: TestedDatabase.allCases)
  func killedServer_losesNothing(database: TestedDatabase) async throws {
    let (location, key) = (database.newLocation(), TestedDatabase.newFolder() + "/key")
    let data = Self.place(location)
    let imported = try BuiltProgram("lichsong-server", "import", "--data", data, "schedules/lai-chau-2018")
    #expect(imported.status == 0)
    // Numbers that look drawn by lot and are the same in each run.
    var state: UInt64 = 88
    func draw(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
    var asked: [Int] = []
    // The programs go by the clock of this machine, and remove what was finished more than a week ago.
    let begin = Int(Date().timeIntervalSince1970)
    for round in 1...Self.rounds {
      // Work for the worker, acknowledged before it begins.
      try await TestedDatabase.withStore(location) { store in
        let number = try await store.write(.plan(1)) { transaction in
          try FeedWork.ask(
            for: [("year", .vietnamese), ("line-tin", .english)], of: 1,
            on: LocalTime(seconds: begin + round), transaction
          ).number
        }
        asked.append(number)
        // Something to be made again each time.
        try await store.write { try $0.forgetDerived() }
      }
      let folder = TestedDatabase.newFolder()
      let process =
        switch (database, round % 2) {
        case (.postgresql, 1): try Self.start(["work", "--data", data], in: folder)
        default:
          try Self.start(["serve", "--data", data, "--port", "0", "--key", key], in: folder)
        }
      try await Task.sleep(for: .milliseconds(draw(2_500)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      try await TestedDatabase.withStore(location) { store in
        #expect(try await store.damages() == [])
        let jobs = try await store.read { try $0.jobs(of: 1, count: 1_000) }
        #expect(Set(asked).subtracting(jobs.map(\.number)) == [])
        // What is said to be done is there.
        if jobs.first?.state == .done {
          let served = try await store.read { try $0.feedState(of: 1, "year", .vietnamese) }
          #expect(served?.tag != nil)
        }
        // Nobody works on a claim of the dead any more.
        try await store.write { try $0.freeJobs(all: true, on: LocalTime(seconds: begin)) }
        #expect(try await store.read { try $0.jobs(of: 1, count: 1_000) }.allSatisfy { $0.state != .running })
      }
    }
    // A worker that is left alone brings what is open to its end.
    try await TestedDatabase.withStore(location) { store in
      let runner = JobRunner(
        store, child: WorkChild(program: BuiltProgram.path("lichsong-server"), arguments: ["perform"]),
        program: "0.1.0", owner: "last", now: { LocalTime(seconds: begin + 3_600) },
        log: { Issue.record("\($0)") })
      let last = try await store.write(.plan(1)) { transaction in
        try FeedWork.ask(
          for: [("year", .vietnamese)], of: 1, on: LocalTime(seconds: begin + 3_600), transaction)
      }
      while try await runner.step() {}
      let jobs = try await store.read { try $0.jobs(of: 1, count: 1_000) }
      #expect(jobs.allSatisfy { !$0.state.isOpen })
      #expect(jobs.first { $0.number == last.number }?.state == .done)
      #expect(try await store.damages() == [])
    }
  }
}
