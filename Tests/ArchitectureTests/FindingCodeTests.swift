import ScheduleModel
import Testing

/// A code that nothing reports, or that no example brings about, is a promise without a deed.
struct FindingCodeTests {
  @Test("every finding code is reported by a module")
  func everyCode_isReported() {
    let used = Set(
      PackageFiles.sources.filter { $0.module != "ScheduleModel" }.flatMap(\.code.names)
        .filter(\.isMember).map(\.name))
    #expect(FindingCode.allCases.filter { !used.contains("\($0)") }.map(\.rawValue) == [])
  }

  @Test("every finding code has a reproducer, which the end-to-end tests run")
  func everyCode_hasAReproducer() {
    let folder = "Tests/EndToEndTests/Findings"
    let written = PackageFiles.paths(under: folder).flatMap { path in
      (PackageFiles.text(of: path) ?? "").split(separator: "\n").filter { $0.hasPrefix("= ") }
        .map { String($0.dropFirst(2)) }
    }
    #expect(written.sorted() == FindingCode.allCases.map(\.rawValue).sorted())
  }
}
