import StationStore
import StoreSupport
import Testing

@testable import StationDesk

/// How much waits to be recorded in a plan.
struct WaitingFilesTests {
  @Test(
    "at most fifty files and 200 MB wait in a plan; one that goes makes room",
    arguments: TestedDatabase.allCases)
  func waitingFiles_haveASum(database: TestedDatabase) async throws {
    #expect(UploadLimit.files == 50 && UploadLimit.plan == 200 << 20 && UploadLimit.file == 25 << 20)
    try await database.withDesk { desk in
      let (plan, visitor) = try await ChangesTests.visit(desk, as: .logger)
      for number in 1...49 {
        _ = try await desk.upload([0x61], named: "\(number).csv", to: plan, by: visitor)
      }
      // 49 octets wait.
      try await desk.checkUpload(of: UploadLimit.plan - 49, to: plan)
      await #expect(throws: DeskRefusal.uploadsFull) {
        try await desk.checkUpload(of: UploadLimit.plan - 48, to: plan)
      }
      let last = try await desk.upload([0x61], named: "50.csv", to: plan, by: visitor)
      await #expect(throws: DeskRefusal.uploadsFull) { try await desk.checkUpload(of: 1, to: plan) }
      await #expect(throws: DeskRefusal.uploadsFull) {
        _ = try await desk.upload([0x61], named: "51.csv", to: plan, by: visitor)
      }
      try await desk.discard(try await desk.upload(last, to: plan), of: plan, by: visitor)
      _ = try await desk.upload([0x61], named: "52.csv", to: plan, by: visitor)
      #expect(try await desk.uploads(to: plan).count == 50)
    }
  }
}
