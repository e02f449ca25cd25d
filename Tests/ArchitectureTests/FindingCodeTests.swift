import ScheduleModel
import Testing

/// A code that nothing reports, or that no test has ever seen, is a promise without a deed.
struct FindingCodeTests {
  /// The tests that do not count, for they know the codes without anything going wrong.
  private static let silentTests = ["Tests/ArchitectureTests/", "Tests/ScheduleModelTests/"]

  @Test("every finding code is reported by a module")
  func everyCode_isReported() {
    let used = Set(
      PackageFiles.sources.filter { $0.module != "ScheduleModel" }.flatMap(\.code.names)
        .filter(\.isMember).map(\.name))
    #expect(FindingCode.allCases.filter { !used.contains("\($0)") }.map(\.rawValue) == [])
  }

  @Test("every finding code has a test or a worked case that brings it about")
  func everyCode_isBroughtAbout() {
    var members: Set<String> = []
    for file in PackageFiles.tests where !Self.silentTests.contains(where: file.path.hasPrefix) {
      members.formUnion(file.code.names.filter(\.isMember).map(\.name))
    }
    var words: Set<String> = []
    for path in PackageFiles.paths(under: "Tests") + PackageFiles.paths(under: "schedules")
    where !Self.silentTests.contains(where: path.hasPrefix) {
      words.formUnion(SwiftCode.names(in: PackageFiles.text(of: path) ?? "").map(\.name))
    }
    let unseen = FindingCode.allCases.filter { !members.contains("\($0)") && !words.contains($0.rawValue) }
    #expect(unseen.map(\.rawValue) == [])
  }
}
