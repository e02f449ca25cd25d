import Foundation
import ScheduleModel
import Testing

@Suite("The catalogue of findings says what is")
struct FindingCatalogueTests {
  @Test("every code has one reproducer, and every reproducer a code")
  func codes() throws {
    let written = try Reproducer.chapters().flatMap(\.reproducers).map(\.code)
    #expect(written.sorted() == FindingCode.allCases.map(\.rawValue).sorted())
  }

  @Test("every reproducer brings its code about, in both languages")
  func reproduced() throws {
    for one in try FindingCatalogue.run.get().all where one.finding == nil {
      Issue.record("\(one.reproducer.code) (\(one.language)) is not told, but\n\(one.output)")
    }
  }

  @Test("every meaning is a sentence of its own in both languages")
  func meanings() throws {
    let all = try Reproducer.chapters().flatMap(\.reproducers)
    for one in all {
      #expect(one.meaning.vi.hasSuffix(".") && one.meaning.en.hasSuffix("."), "\(one.code)")
      #expect(one.meaning.vi != one.meaning.en, "\(one.code)")
    }
    #expect(Set(all.map(\.meaning.vi)).count == all.count)
    #expect(Set(all.map(\.meaning.en)).count == all.count)
  }

  @Test("what to do is told by the finding, or else by the catalogue, and never by both")
  func remedies() throws {
    for one in try FindingCatalogue.run.get().all {
      guard let told = one.finding else { continue }
      let hasRemedy = told.contains(/\n  (remedy|Cách sửa):/) || told.contains(/"remedy" : "/)
      #expect(hasRemedy == (one.reproducer.remedy == nil), "\(one.language)\n\(told)")
    }
  }

  @Test(
    "docs/findings.md is what the command tells of the reproducers",
    arguments: [(ReaderLanguage.english, "findings.md"), (.vietnamese, "findings.vi.md")])
  func document(language: ReaderLanguage, name: String) throws {
    try Golden.expect(
      FindingCatalogue.run.get().document(in: language), at: "\(Command.root)/docs/\(name)")
  }
}
