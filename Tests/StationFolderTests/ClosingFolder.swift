import Foundation
import Planning
import Reconciliation
import ScheduleModel
import Testing

@testable import StationFolder

/// A plan's folder with a made-up plan and log.
struct ClosingFolder {
  let path: String

  /// Does some work in such a folder, which is removed afterwards.
  static func with(_ work: (ClosingFolder) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "lichsong-\(UUID().uuidString)").path
    _ = try OutputFolder(path + "/as-run")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let folder = ClosingFolder(path: path)
    try folder.write("plan.yaml", plan)
    try folder.write("as-run/dai.csv", log)
    try work(folder)
  }

  static let plan = """
    plan: vi-du
    title: Một ví dụ (số liệu minh họa)
    year: 2026
    outlets:
      truyen-hinh:
        name: Truyền hình tỉnh
        kind: television
        grid:
          - { id: toi, rule: FREQ=WEEKLY;BYDAY=MO, at: "19:00", length: 15m }
      phat-thanh: { name: Phát thanh, kind: radio }
    lines:
      - { id: cai-cach, title: Cải cách, form: chuyên mục, outlet: truyen-hinh, quota: 12 }
    """

  static let log = """
    date,time,outlet,line,edition,title,minutes,evidence
    2026-01-19,19:00,truyen-hinh,cai-cach,1,Cải cách,15,phiếu số 1
    2026-02-16,19:00,truyen-hinh,cai-cach,2,Cải cách,15,phiếu số 3
    2026-03-30,19:00,truyen-hinh,,,Một chương trình khác,30,

    """

  func write(_ name: String, _ text: String) throws { try OutputFolder.write("\(path)/\(name)", text) }

  func close(
    _ period: String, by author: String? = nil, at time: String = "2026-04-10T09:00", asOf: String? = nil,
    reason: String? = nil, planOfToday: Bool = false
  ) throws -> ClosePipeline.Outcome {
    let folder = try PlanFolder.open(path)
    let year = PlanningPipeline.plan(folder.plan)
    let plan = try #require(year.plan)
    var request = ClosePipeline.Request(
      period: try #require(ReportingPeriod(period, profile: .calendarYear)),
      closed: try #require(LocalTime(time)))
    (request.author, request.reason, request.takesPlanOfToday) = (author, reason, planOfToday)
    request.asOf = asOf.flatMap { CivilDay(iso: $0) }
    return try ClosePipeline.close(folder, plan, try #require(year.schedule), request)
  }

  /// Each close with what is to be said of it.
  func verify() throws -> [String] {
    try ClosePipeline.verify(PlanFolder.open(path)).closes.map {
      "\($0.record.close.scope.period) \($0.state.rawValue)"
    }
  }

  func findings(certified: [String] = []) throws -> [FindingCode] {
    try ClosePipeline.verify(PlanFolder.open(path), certified: certified).findings.map(\.code)
  }

  func reportFindings(_ period: String) throws -> [FindingCode] {
    let folder = try PlanFolder.open(path)
    let year = PlanningPipeline.plan(folder.plan)
    let (plan, schedule) = (try #require(year.plan), try #require(year.schedule))
    let held = PlanningPipeline.reconcile(plan, schedule, logs: try folder.logs.map(InputFile.read))
    let tally = PlanningPipeline.count(
      plan, schedule, held, published: nil,
      period: try #require(ReportingPeriod(period, profile: .calendarYear))
    ).tally
    return try ClosePipeline.findings(folder, plan, tally).map(\.code)
  }

  func importLog(_ name: String, at time: String) throws {
    let request = ImportPipeline.Request(recorded: try #require(LocalTime(time)), author: "A")
    let file = try InputFile.read("\(path)/\(name)")
    _ = try ImportPipeline.run(PlanFolder.open(path), files: [file], request)
  }
}

extension CivilDay {
  static func of(_ iso: String) -> CivilDay {
    guard let day = CivilDay(iso: iso) else { preconditionFailure("no day \(iso)") }
    return day
  }
}
