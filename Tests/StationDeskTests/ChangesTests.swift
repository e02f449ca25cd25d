import Planning
import ScheduleModel
import StationDesk
import StoreSupport
import Testing

@testable import StationStore

struct ChangesTests {
  /// Signs an administrator in, adds a plan, and invites somebody with a role; gives the plan as they see it.
  static func visit(_ desk: Desk, as role: Role) async throws -> (plan: VisiblePlan, visitor: Visitor) {
    let administrator = try await desk.administrator()
    let unit = administrator.grants[0].unit
    _ = try await desk.store.write { try $0.addPlan(slug: "thu", unit: unit, at: TestedDatabase.now) }
    let visitor = try await desk.newcomer("an", [Grant(unit: unit, role: role.rawValue)], by: administrator)
      .visitor
    return (try await desk.plan("thu", for: visitor, .read), visitor)
  }

  static func statement(_ kind: BookEntry.Kind) -> Book.Statement {
    Book.Statement(
      BookEntry.Head(kind: kind, time: TestedDatabase.now, author: "An", notes: ["period": "2018-H1"]),
      body: Array("made up\n".utf8))
  }

  @Test(
    "who changes a file leaves a version and a row in the trail; who is late changes nothing",
    arguments: TestedDatabase.allCases)
  func files_areChanged(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let (plan, planner) = try await Self.visit(desk, as: .planner)
      let first = try await desk.change(
        "plan.yaml", to: Array("plan: thu\n".utf8), in: plan, seen: 0, by: planner, reason: "bắt đầu")
      let second = try await desk.change(
        "plan.yaml", to: Array("plan: thu # mới\n".utf8), in: plan, seen: 1, by: planner)
      await #expect(throws: WorkingFile.Overtaken(newest: second)) {
        try await desk.change("plan.yaml", to: [], in: plan, seen: 1, by: planner)
      }
      let (versions, trail) = try await desk.store.read { transaction in
        (try transaction.versions(of: "plan.yaml", in: plan.plan.number), try transaction.trail(count: 2))
      }
      #expect(versions == [second, first])
      #expect(trail.map(\.note.action) == ["change file", "change file"])
      #expect(trail[0].note.before == first.digest && trail[0].note.after == second.digest)
      #expect(trail[1].note.reason == "bắt đầu" && trail[1].note.person == planner.person.number)
      let files = try #require(try await desk.contents(of: plan.plan).files)
      #expect(String(decoding: files.plan.bytes, as: UTF8.self) == "plan: thu # mới\n")
    }
  }

  @Test("each file and each kind of entry asks for its own right", arguments: TestedDatabase.allCases)
  func rights_areAsked(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let (plan, logger) = try await Self.visit(desk, as: .logger)
      let state = try await desk.state(of: plan.plan)
      for (path, right) in [("plan.yaml", Right.changePlan), ("draft.csv", .draft)] {
        await #expect(throws: DeskRefusal.forbidden(right)) {
          try await desk.change(path, to: [], in: plan, seen: 0, by: logger)
        }
      }
      for path in ["book/x.csv", "README.md", "../x"] {
        await #expect(throws: DeskRefusal.notFound) {
          try await desk.change(path, to: [], in: plan, seen: 0, by: logger)
        }
      }
      await #expect(throws: StoreRefusal.unsuitablePath("as-run/../../x")) {
        try await desk.change("as-run/../../x", to: [], in: plan, seen: 0, by: logger)
      }
      for (kind, right) in [
        (BookEntry.Kind.plan, Right.changePlan), (.publication, .publish), (.close, .close),
      ] {
        await #expect(throws: DeskRefusal.forbidden(right)) {
          try await desk.record([Self.statement(kind)], in: plan, seen: .empty, by: logger)
        }
      }
      #expect(try await desk.state(of: plan.plan) == state)
      let entries = try await desk.record(
        [Self.statement(.log)], in: plan, seen: .empty, by: logger, reason: "quý I")
      let last = try #require(try await desk.store.read { try $0.trail(count: 1) }.first)
      #expect(
        last.note.action == "record log" && last.note.after == entries[0].id && last.note.reason == "quý I")
      #expect(try await desk.state(of: plan.plan) != state)
    }
  }

  @Test(
    "who may publish records the plan's text as it is stored, and no other text",
    arguments: TestedDatabase.allCases)
  func storedPlan_isRecordedByPublishers(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let (plan, publisher) = try await Self.visit(desk, as: .publisher)
      let text = Array("plan: thu\n".utf8)
      _ = try await desk.store.write(.plan(plan.plan.number)) {
        try $0.put(text, at: "plan.yaml", in: plan.plan.number, seen: 0, on: TestedDatabase.now)
      }
      let state = try await desk.state(of: plan.plan)
      await #expect(throws: DeskRefusal.forbidden(.changePlan)) {
        try await desk.change(
          [:], recording: [Self.statement(.plan)], seen: .empty, in: plan, restingOn: state, by: publisher)
      }
      #expect(try await desk.state(of: plan.plan) == state)
      let stored = Book.Statement(
        BookEntry.Head(kind: .plan, time: TestedDatabase.now, author: "An", notes: ["id": "thu"]), body: text)
      let entries = try await desk.change(
        [:], recording: [stored], seen: .empty, in: plan, restingOn: state, by: publisher
      ).entries
      #expect(entries.map(\.head.kind) == [.plan])
    }
  }

  @Test("a period is closed only by one who gave the password just now", arguments: TestedDatabase.allCases)
  func close_needsConfirmation(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let (plan, _) = try await Self.visit(desk, as: .closer)
      let cookie = try await desk.signIn(login: "an", password: "một câu dài của tôi", .after(10)).cookie
      let late = try #require(try await desk.visitor(cookie: cookie, .after(10 + 601)))
      await #expect(throws: DeskRefusal.confirmationNeeded) {
        try await desk.record([Self.statement(.close)], in: plan, seen: .empty, by: late)
      }
      let confirmed = try await desk.confirm(late, password: "một câu dài của tôi").visitor
      let entries = try await desk.record([Self.statement(.close)], in: plan, seen: .empty, by: confirmed)
      #expect(try await desk.contents(of: plan.plan).book.entries == entries)
    }
  }
}
