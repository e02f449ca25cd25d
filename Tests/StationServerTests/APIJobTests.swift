import Foundation
import HTTPTypes
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StoreSupport
import Testing

@testable import StationServer

/// Work in the background as programs see it: re-plans that are asked for, looked at, taken, and ended while they run.
struct APIJobTests {
  /// Asks for something again and again until it is so.
  private static func until(_ isSo: () async throws -> Bool) async throws {
    for _ in 1...600 {
      if try await isSo() { return }
      try await Task.sleep(for: .milliseconds(100))
    }
    Issue.record("it never became so")
  }

  @Test("a re-plan is asked for, looked at and taken as the draft, once")
  func replan_isTaken() async throws {
    try await ServedStation.visit { station in
      let plan = try await DeskTests.plan("viec-api-1", at: station)
      let planner = try await station.reader(.planner, inUnit: 1, by: try await station.administrator())
      let program = try await station.program([.readDraft, .draft], of: planner)
      try await station.edit(plan) { $0.replacing("quota: 23 kỳ", with: "quota: 24 kỳ") }
      let address = "/api/v1/plans/viec-api-1"
      let bodies: [[String: Any]] = [
        ["from": "2019-07-01"], ["from": "1.7.2018"], [:], ["from": 5], ["from": "2018-07-01", "slack": -1],
        ["from": "2018-07-01", "slack": "0.5"], ["from": "2018-07-01", "slack": true],
        ["from": "2018-07-01", "to": "2018-08-01"],
      ]
      for body in bodies {
        #expect(
          try await program.send(.post, "\(address)/replans", body).status == .unprocessableContent, "\(body)"
        )
      }
      let asked = try await program.send(.post, "\(address)/replans", ["from": "2018-07-01", "slack": 0.25])
      #expect(asked.status == .accepted)
      let replan = try #require(asked.headers[.location])
      let early = try await program.send(.post, "\(replan)/accept", nil)
      #expect(early.status == .conflict || early.status == .ok)
      let number = try #require(try asked.object()["number"] as? Int)
      try await Self.until {
        try await program.get("\(address)/jobs/\(number)").object()["state"] as? String == "done"
      }
      let made = try await program.get(replan).object()
      #expect(made["slack"] as? Double == 0.25)
      let result = try #require(made["result"] as? [String: Any])
      #expect(result["added"] as? Int == 1 && result["isCurrent"] as? Bool == true)
      #expect((result["proof"] as? [String])?.isEmpty == false)
      #expect(try await station.desk.draft(of: plan).draft == nil)
      #expect(try await program.send(.post, "\(replan)/accept", nil).status == .ok)
      #expect(try await station.desk.draft(of: plan).draft != nil)
      let trail = try await station.desk.store.read { try $0.trail(count: 8) }.map(\.note)
      for action in ["ask for re-plan", "accept re-plan"] {
        #expect(
          trail.contains { $0.action == action && $0.session?.hasPrefix("token ") == true },
          "\(action)")
      }
      #expect(try await program.send(.post, "\(replan)/accept", nil).status == .conflict)
      #expect(try await program.get(replan).object()["result"] is [String: Any])
      for none in ["jobs/0", "jobs/x", "replans/0", "replans/99999999999999999999"] {
        #expect(try await program.get("\(address)/\(none)").status == .notFound, "\(none)")
      }
      // A job of another plan is none of this one.
      let other = try await DeskTests.plan("viec-api-2", at: station)
      #expect(try await program.get("/api/v1/plans/\(other.slug)/jobs/\(number)").status == .notFound)
      #expect(
        try await program.send(.delete, "/api/v1/plans/\(other.slug)/jobs/\(number)", nil).status == .notFound
      )
    }
  }

  @Test(
    "a re-plan that runs is ended through the API and on its page, its process dies, and nothing is stored")
  func runningReplan_isEnded() async throws {
    let mark = TestedDatabase.newFolder() + "/pid"
    // The re-plan says how far it is and goes on for ever; other work is done as usual.
    let worker = """
      order=$(mktemp); cat > "$order"
      if head -c 100 "$order" | grep -aq replan; then
        rm "$order"; printf '2 progress\\n40'; echo $$ > \(mark); exec sleep 600
      fi
      \(BuiltProgram.path("lichsong-server")) perform < "$order"; status=$?; rm "$order"; exit $status
      """
    try await ServedStation.serve(["a-dai": "lai-chau-2018"], worker: worker) { station in
      let administrator = try await station.administrator()
      let planner = try await station.reader(.planner, inUnit: 1, by: administrator)
      let program = try await station.program([.draft], of: planner)
      let plan = try #require(try await station.desk.store.read { try $0.plan("lai-chau-2018") })
      let address = "/api/v1/plans/lai-chau-2018"
      let viewer = try await station.program([.read], of: try await station.viewer())
      let reading = try await station.program([.read], of: planner)

      /// Asks for a re-plan and waits until it runs.
      func run() async throws -> (job: Int, pid: pid_t) {
        try? FileManager.default.removeItem(atPath: mark)
        let asked = try await program.send(.post, "\(address)/replans", ["from": "2018-07-01"])
        let number = try #require(try asked.object()["number"] as? Int)
        try await Self.until {
          let job = try await program.get("\(address)/jobs/\(number)").object()
          return job["state"] as? String == "running" && job["progress"] as? Int == 40
        }
        let text = try String(contentsOfFile: mark, encoding: .utf8)
        return (number, try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))))
      }
      func ends(_ run: (job: Int, pid: pid_t)) async throws {
        try await Self.until {
          try await program.get("\(address)/jobs/\(run.job)").object()["state"] as? String == "cancelled"
        }
        #expect(kill(run.pid, 0) != 0)
        #expect(try await station.desk.draft(of: plan).draft == nil)
        let note = try await station.desk.store.read { try $0.trail(count: 1) }.first?.note
        #expect(note?.action == "cancel job" && note?.object == "plan lai-chau-2018 job \(run.job)")
      }

      let first = try await run()
      // Whoever may only read ends nothing, though it be their own.
      for other in [viewer, reading] {
        #expect(try await other.send(.delete, "\(address)/jobs/\(first.job)", nil).status == .forbidden)
      }
      let ended = try await program.send(.delete, "\(address)/jobs/\(first.job)", nil)
      let isAsked = try ended.object()["endAsked"] as? Bool
      #expect(ended.status == .ok && isAsked == true, "\(ended.text)")
      try await ends(first)
      #expect(try await program.get("\(address)/replans/\(first.job)").object()["result"] is NSNull)
      #expect(
        try await program.send(.post, "\(address)/replans/\(first.job)/accept", nil).status == .conflict)
      // What has ended is left as it is.
      #expect(try await program.send(.delete, "\(address)/jobs/\(first.job)", nil).status == .ok)

      let second = try await run()
      let page = "/p/lai-chau-2018/desk/replan/\(second.job)"
      #expect(try await planner.get(page + "?lang=en").seen.contains("Planning anew: 40 % done."))
      #expect(try await planner.post(page, ["step": "cancel"]).status == .seeOther)
      try await ends(second)
      let told = try await planner.get(page + "?lang=en")
      #expect(told.seen.contains("The re-plan was ended; nothing was stored."))
      #expect(!told.text.contains("<progress"))

      let third = try await run()
      #expect(
        try await planner.post("/p/lai-chau-2018/jobs/\(third.job)/cancel").status == .seeOther)
      try await ends(third)
    }
  }
}
