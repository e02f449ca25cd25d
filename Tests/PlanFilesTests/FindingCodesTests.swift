import Foundation
import ScheduleModel
import Testing

@testable import PlanFiles

/// Every kind of finding has the smallest file that brings it about, and its whole words.
struct FindingCodesTests {
  /// Codes that only published figures bring about; their words stand in `PublishedReaderTests`.
  private static let published: Set<FindingCode> = [
    .badPercent, .badFrequency, .badDuration, .publishedProposed,
  ]

  @Test("a file with one mistake has that finding", arguments: FindingReproducer.all)
  func reproducer_bringsItAbout(_ reproducer: FindingReproducer) {
    let findings = Reading.of(reproducer.bytes).findings
    // A thousand unknown keys come before the one that counts the rest.
    let told = reproducer.code == .moreFindings ? Array(findings.suffix(1)) : findings
    #expect(Reading.listing(told, in: .english) == reproducer.finding)
    #expect(told.map(\.code) == [reproducer.code])
  }

  @Test("every finding speaks both languages, and has a remedy", arguments: FindingReproducer.all)
  func reproducer_speaksBothLanguages(_ reproducer: FindingReproducer) throws {
    let finding = try #require(Reading.of(reproducer.bytes).findings.last)
    #expect(finding.message.vi != finding.message.en)
    #expect(finding.remedy != nil)
    for sentence in [finding.message.vi, finding.message.en] {
      #expect(sentence.last == "." && !sentence.contains("  ") && !sentence.contains("Optional("))
    }
  }

  @Test("every code that the module can report has a reproducer")
  func everyCode_hasAReproducer() throws {
    let reproduced = Set(FindingReproducer.all.map(\.code)).union(Self.published).union(Self.sheets)
    let used = try Self.codesInSources()
    #expect(used.subtracting(reproduced).map(\.rawValue).sorted() == [])
    #expect(reproduced.subtracting(used).map(\.rawValue).sorted() == [])
  }

  /// Those of changes that come from a sheet; PlanTextEditorTests and the catalogue of findings bring them about.
  private static let sheets: Set<FindingCode> = [.planSheetCell, .planSheetRow]

  /// The codes that the sources of the module name, `.badDate` for instance.
  private static func codesInSources() throws -> Set<FindingCode> {
    let folder = URL(filePath: #filePath, directoryHint: .notDirectory)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/PlanFiles")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    let files = paths.map { folder.appending(path: $0) }
    try #require(files.count > 10)
    var members: Set<String> = []
    for file in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      members.formUnion(text.matches(of: /\.([a-z][A-Za-z0-9]*)/).map { String($0.output.1) })
    }
    return Set(FindingCode.allCases.filter { members.contains("\($0)") })
  }
}
