import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("The languages in which works are made")
struct OriginalLanguageTests {
  private func languages(_ line: String) -> WorkLanguages? {
    Reading.of(SmallPlan.text(line: line)).plan?.lines.first?.languages
  }

  private func tag(_ text: String) throws -> LanguageTag { try #require(LanguageTag(text)) }

  @Test("a line is in Vietnamese when it says nothing, in one language, in one of several, or in all at once")
  func forms() throws {
    #expect(languages("quota: 5") == .vietnamese)
    #expect(languages("quota: 5, language: Việt") == .vietnamese)
    #expect(languages("quota: 5, language: tiếng Khmer") == WorkLanguages(try tag("km")))
    let several = try #require(languages("quota: 5, language: [Khmer, Chăm]"))
    #expect(
      several.all == [try tag("km"), try tag("cjm")] && several.areAlternatives && !several.areTogether)
    let both = try #require(languages("quota: 5, language: [vi, Khmer], bilingual: true"))
    #expect(both.all == [.vietnamese, try tag("km")] && both.areTogether && !both.areAlternatives)
  }

  @Test("a quota for each language is a line for each, alike in all else, and a total of them")
  func quotas() throws {
    let reading = Reading.of(SmallPlan.text(line: "quota: { Khmer: 5 kỳ, Chăm: 2 kỳ }, note: Hai thứ tiếng"))
    let plan = try #require(reading.plan)
    let lines = plan.lines.filter { $0.note == "Hai thứ tiếng" }
    let id = try #require(plan.totals.first?.id)
    #expect(lines.map(\.id) == ["\(id)-km", "\(id)-cjm"])
    #expect(lines.map(\.languages) == [WorkLanguages(try tag("km")), WorkLanguages(try tag("cjm"))])
    #expect(lines.map { $0.quota?.value } == [5, 2])
    #expect(plan.totals.map(\.lines) == [["\(id)-km", "\(id)-cjm"]])
    #expect(Set(lines.map(\.title)).count == 1 && plan.totals.first?.title == lines.first?.title)
  }

  @Test(
    "a tag that is not known must be meant",
    arguments: [
      ("tag:lus", "lus"), ("TAG:lus", "lus"), ("km-KH", "km-kh"), ("x-nam-song", "x-nam-song"),
      ("mww", "mww"),
      ("Anh", "en"), ("tag:th", "th"),
    ])
  func statedTag(text: String, meant: String) throws {
    #expect(languages("quota: 5, language: \(text)") == WorkLanguages(try tag(meant)))
  }

  @Test(
    "a name that is not known is told with the nearest that is",
    arguments: [
      ("Ede", "Did you mean “Ê Đê”?"), ("Khome", "Did you mean “Khơ-me”?"),
      ("Gia Lai", "Did you mean “Gia Rai”?"),
      (
        "xyz",
        "Write the name (Mông) or the BCP 47 tag (hmn); before a real tag that is not known here write tag:."
      ),
    ])
  func unknownName(text: String, remedy: String) {
    let findings = Reading.of(SmallPlan.text(line: "quota: 5, language: \(text)")).findings
    let told = findings.filter { $0.code == .badLanguage }
    #expect(told.map(\.message.en) == ["“\(text)” is not a language or its tag."])
    #expect(told.map { $0.remedy?.en } == [remedy])
  }

  @Test(
    "what contradicts the languages of a line is refused in both readers' languages",
    arguments: [
      (
        "language: Khmer, bilingual: true, quota: 5",
        "Chương trình song ngữ (bilingual) cần ít nhất hai ngôn ngữ ở language.",
        "A bilingual programme needs two languages or more in language."
      ),
      (
        "language: Khmer, versions: { into: [km] }, quota: 5",
        "Bản gốc của chỉ tiêu này đã bằng tiếng Khmer, không có bản dịch sang tiếng đó.",
        "The originals of this line are in Khmer already; there are no versions in it."
      ),
      (
        "versions: { into: [Việt] }, quota: 5",
        "Bản gốc của chỉ tiêu này đã bằng tiếng Việt, không có bản dịch sang tiếng đó.",
        "The originals of this line are in Vietnamese already; there are no versions in it."
      ),
      (
        "language: [Khmer, Chăm], repeats: { after: 3d }, quota: 5",
        "Mỗi tác phẩm của chỉ tiêu này bằng một trong nhiều ngôn ngữ (language), nên không dùng được “repeats”: lượt sau phải "
          + "cùng ngôn ngữ với tác phẩm.",
        "Each work of this line is in one of several languages (language), so “repeats” cannot be used: what follows must be in "
          + "the language of the work."
      ),
      (
        "quota: { km: 5, Khmer: 3 }", "Tiếng Khmer đã có chỉ tiêu ở trên.", "Khmer has a quota above already."
      ),
      (
        "quota: { km: 5, cjm: 3 }, language: km", "language nêu các ngôn ngữ khác với quota (km, cjm).",
        "language names other languages than quota (km, cjm)."
      ),
      (
        "quota: { km: 5, cjm: 3 }, pins: [2026-05-14]", "“pins” và “quota: { … }” không dùng cùng nhau.",
        "“pins” and “quota: { … }” do not go together."
      ),
    ])
  func refusals(line: String, vi: String, en: String) {
    let errors = Reading.of(SmallPlan.text(line: line)).findings.filter { $0.severity == .error }
    #expect(errors.map(\.message.vi) == [vi])
    #expect(errors.map(\.message.en) == [en])
  }
}
