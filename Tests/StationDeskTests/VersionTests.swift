import Planning
import ScheduleModel
import StationDesk
import StationStore
import StoreSupport
import Testing

struct VersionTests {
  @Test(
    "an editor assigns, a translator sets the state of their own versions alone, and who is late is told who was faster",
    arguments: TestedDatabase.allCases)
  func translators_setTheirOwn(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let (plan, editor) = try await ChangesTests.visit(desk, as: .editor)
      let administrator = try await desk.signIn(login: "admin", password: "mật khẩu quản trị bịa", .after(3))
        .visitor
      let translator = try await desk.newcomer(
        "binh", [Grant(unit: plan.plan.unit, role: Role.translator.rawValue)], by: administrator
      ).visitor
      let own = try await desk.plan("thu", for: translator, .read)
      let number = translator.person.number
      let (mine, other) = ("thu.tin.1.mong@lichsong", "thu.tin.2.mong@lichsong")
      try await desk.setVersion(mine, .toTranslate, person: number, seen: 0, in: plan, by: editor)
      try await desk.setVersion(other, .toTranslate, person: nil, seen: 0, in: plan, by: editor)
      try await desk.setVersion(mine, .translating, person: number, seen: 1, in: own, by: translator)
      for (uid, person, seen) in [(other, Optional(number), 1), (mine, nil, 2)] {
        await #expect(throws: DeskRefusal.forbidden(.assign)) {
          try await desk.setVersion(uid, .approved, person: person, seen: seen, in: own, by: translator)
        }
      }
      let error = await #expect(throws: VersionOvertaken.self) {
        try await desk.setVersion(mine, .approved, person: number, seen: 1, in: plan, by: editor)
      }
      #expect(error?.newest.state == "translating" && error?.name == "Người thử binh")
      let (states, people) = try await desk.versions(of: plan.plan)
      #expect(states.map(\.state) == ["translating", "to-translate"])
      #expect(states.map(\.person) == [number, nil])
      #expect(people.map(\.number).contains(number))
      let note = try #require(try await desk.store.read { try $0.trail(count: 1) }.first).note
      #expect(note.action == "set version" && note.object == "plan thu \(mine)")
      #expect(note.before == "to-translate person \(number)" && note.after == "translating person \(number)")
    }
  }
}
