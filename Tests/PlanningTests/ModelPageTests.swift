import Foundation
import Planning
import ScheduleModel
import Testing

@Suite("docs/model.md: the types at the seams, in one year")
struct ModelPageTests {
  @Test("its samples are this program")
  func samples() throws {
    let planText = String(decoding: SamplePlan.text().bytes, as: UTF8.self)

    let files = StationFiles(plan: InputFile(name: "plan.yaml", bytes: Array(planText.utf8)))
    var year = StationYear(.empty, files)
    let plan = try #require(year.plan)

    let line = plan.lines[0]
    #expect(line.quota?.text(in: .english) == "12 kỳ")

    let slots = year.slots().slots
    let planned = year.schedule()
    let schedule = try #require(planned).schedule
    let first = schedule.placements[0]

    #expect(plan.isOriginalFirstRun(first))
    #expect(first.uid == "vi-du.chuyen-muc.1.vi@lichsong")
    #expect(slots.contains { $0.id == first.slot })

    let noon = LocalTime(seconds: 0)
    let prepared = year.publication(by: "Lan", at: noon, comment: nil)
    let book = Book(Book.empty.following(prepared.statements))

    let logText = "date,outlet,line,edition,title\n\(first.timing.day),tv,chuyen-muc,1,Cải cách hành chính\n"
    let log = InputFile(name: "as-run/tv.csv", bytes: Array(logText.utf8))
    year = StationYear(book, StationFiles(plan: files.plan, logs: [log]))
    let held = year.held()
    let reconciled = try #require(held).reconciled

    let outcome = try #require(reconciled.outcomes.first { $0.placement.uid == first.uid })
    #expect(outcome.outcome == .aired)
    #expect(outcome.entry?.place.line == 2)

    let period = try #require(ReportingPeriod("2026-Q1", profile: .calendarYear))
    let counted = year.tally(period)
    let tally = try #require(counted).tally
    #expect(tally.lines.map(\.counts.aired) == [1, 0])
  }

  @Test("each sample of the page is in this file")
  func page() throws {
    let own = URL(filePath: #filePath)
    let code = try String(contentsOf: own, encoding: .utf8).split(separator: "\n").map { $0.trimmed }
    let root = own.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "docs/model.md"), encoding: .utf8)
    let samples = page.split(separator: "```swift\n").dropFirst().map { $0.split(separator: "```")[0] }
    #expect(samples.count == 8)
    for sample in samples {
      for line in sample.split(separator: "\n") { #expect(code.contains(line.trimmed), "\(line)") }
    }
  }
}

extension Substring {
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
