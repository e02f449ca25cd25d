import ScheduleModel
import Testing

@testable import PlanFiles

@Suite("What a remedy offers is understood where it is offered")
struct OfferedFormsTests {
  /// The examples of a remedy for a figure.
  private func offered(_ remedy: String) -> [String] {
    guard
      let list = remedy.firstMatch(
        of: /Understood are: (.+?); a unit of your own goes in quotation marks: (.+)\./)
    else { return [] }
    return list.1.split(separator: "; ").map(String.init) + [String(list.2)]
  }

  @Test(
    "a quota, an amended quota",
    arguments: [
      "quota: 'FORM', length: 30m", "quota: 5, amended: [{ from: 2026-07-01, quota: 'FORM' }], length: 30m",
    ])
  func quotas(line: String) throws {
    let wrong = Reading.of(SmallPlan.text(line: line.replacing("FORM", with: "xyz"))).findings
    let remedy = try #require(wrong.first { $0.code == .badQuantity }?.remedy?.en)
    let forms = offered(remedy)
    #expect(forms.count >= 9)
    for form in forms {
      let findings = Reading.of(SmallPlan.text(line: line.replacing("FORM", with: form))).findings
      #expect(findings.filter { $0.severity == .error }.map(\.message.en) == [], "\(form)")
    }
  }

  @Test("a published figure")
  func published() throws {
    func findings(_ form: String) -> [Finding] {
      let text = """
        source: Báo cáo
        plan: nho
        year: 2026
        figures:
          - { id: tin, title: Tin, value: '\(form)' }

        """
      return PublishedReader.read([UInt8](text.utf8), file: "published.yaml", plan: nil).findings
    }
    let remedy = try #require(findings("xyz").first { $0.code == .badQuantity }?.remedy?.en)
    for form in offered(remedy) {
      #expect(findings(form).filter { $0.code == .badQuantity }.map(\.message.en) == [], "\(form)")
    }
    #expect(offered(remedy).count >= 9)
  }
}
