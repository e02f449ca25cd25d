import Planning
import ScheduleModel
import StationDesk
import StationStore
import StoreSupport
import Testing

struct RightsTests {
  /// A province with two communes, each with an invented plan.
  struct Province {
    let desk: Desk
    let administrator: Visitor
    let province: Int
    let communes: [Int]

    init(_ desk: Desk) async throws {
      self.desk = desk
      administrator = try await desk.administrator()
      let top = administrator.grants[0].unit
      province = top
      communes = try await desk.store.write(.people) { transaction in
        let communes = try ["xã một", "xã hai"].map {
          try transaction.addUnit(code: $0, name: $0, level: "commune", parent: top).number
        }
        _ = try transaction.addPlan(slug: "tinh", unit: top, at: TestedDatabase.now)
        _ = try transaction.addPlan(slug: "xa-mot", unit: communes[0], at: TestedDatabase.now)
        _ = try transaction.addPlan(slug: "xa-hai", unit: communes[1], at: TestedDatabase.now)
        return communes
      }
    }

    func visitor(_ login: String, _ grants: Grant...) async throws -> Visitor {
      try await desk.newcomer(login, grants, by: administrator).visitor
    }
  }

  @Test(
    "a role holds in its unit and below: what lies outside is not even there",
    arguments: TestedDatabase.allCases)
  func roles_holdBelow(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      let above = try await place.visitor("tinh", Grant(unit: place.province, role: "viewer"))
      let one = try await place.visitor("xa", Grant(unit: place.communes[0], role: "planner"))
      #expect(try await desk.plans(above).map(\.plan.slug) == ["tinh", "xa-hai", "xa-mot"])
      #expect(try await desk.plans(one).map(\.plan.slug) == ["xa-mot"])
      _ = try await desk.plan("xa-mot", for: one, .changePlan)
      for slug in ["tinh", "xa-hai", "không có", "' OR 1=1 --"] {
        await #expect(throws: DeskRefusal.notFound) { try await desk.plan(slug, for: one, .read) }
      }
      await #expect(throws: DeskRefusal.forbidden(.publish)) {
        try await desk.plan("xa-mot", for: one, .publish)
      }
      await #expect(throws: DeskRefusal.forbidden(.draft)) {
        try await desk.plan("xa-mot", for: above, .draft)
      }
    }
  }

  @Test(
    "a planner of one outlet plans for that outlet alone, and reads all", arguments: TestedDatabase.allCases)
  func roles_holdForOutlets(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      let tv = try await place.visitor(
        "truyen-hinh", Grant(unit: place.province, role: "planner", outlet: "tv"))
      #expect(try await desk.plan("tinh", for: tv, .draft, outlet: "tv").allows(.read))
      for outlet in ["bao", nil] {
        await #expect(throws: DeskRefusal.forbidden(.draft)) {
          try await desk.plan("tinh", for: tv, .draft, outlet: outlet)
        }
      }
    }
  }

  @Test(
    "every role may do with a plan what the table says, and nothing else", arguments: TestedDatabase.allCases)
  func roles_followTheTable(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      for role in Role.allCases {
        let visitor = try await place.visitor(
          role.rawValue, Grant(unit: place.communes[0], role: role.rawValue))
        for right in Right.allCases {
          let answer: DeskRefusal?
          do throws {
            _ = try await desk.plan("xa-mot", for: visitor, right)
            answer = nil
          } catch {
            answer = error as? DeskRefusal
          }
          let expected: DeskRefusal? =
            !role.rights.contains(.read) ? .notFound : role.rights.contains(right) ? nil : .forbidden(right)
          #expect(answer == expected, "\(role) \(right)")
        }
      }
    }
  }

  @Test(
    "only who manages people does so, after giving the password, and not beyond their unit",
    arguments: TestedDatabase.allCases)
  func people_areManaged(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      let planner = try await place.visitor("ke-hoach", Grant(unit: place.province, role: "planner"))
      let commune = try await place.visitor("xa", Grant(unit: place.communes[0], role: "administrator"))
      await #expect(throws: DeskRefusal.forbidden(.administer)) {
        try await desk.invite(login: "bạn", name: "Bạn", grants: [], by: planner)
      }
      await #expect(throws: DeskRefusal.forbidden(.administer)) {
        try await desk.setGrants(
          [Grant(unit: place.province, role: "administrator")], of: commune.person.number, by: commune,
          reason: nil)
      }
      await #expect(throws: DeskRefusal.loginTaken("ke-hoach")) {
        try await desk.invite(login: "KE-HOACH", name: "Trùng", grants: [], by: place.administrator)
      }
      let later = try #require(
        try await desk.visitor(
          cookie: try await desk.signIn(login: "xa", password: "một câu dài của tôi", .after(10)).cookie,
          .after(10 + 601)))
      await #expect(throws: DeskRefusal.confirmationNeeded) {
        try await desk.invite(login: "bạn", name: "Bạn", grants: [], by: later)
      }
      let confirmed = try await desk.confirm(later, password: "một câu dài của tôi").visitor
      _ = try await desk.invite(
        login: "bạn", name: "Bạn", grants: [Grant(unit: place.communes[0], role: "logger")], by: confirmed)
    }
  }

  @Test(
    "who asks for it is erased: name, password, roles, sessions and feeds go, and the trail keeps a number",
    arguments: TestedDatabase.allCases)
  func person_isErased(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      let leaver = try await place.visitor("người-đi", Grant(unit: place.communes[0], role: "viewer"))
      let number = leaver.person.number
      try await desk.erase(number, by: place.administrator, reason: "theo yêu cầu")
      let (person, grants, sessions, former) = try await desk.store.read {
        (
          try $0.person(number), try $0.grants(of: number), try $0.sessions(of: number),
          try $0.person(login: "người-đi")
        )
      }
      #expect(person?.name == "erased-\(number)" && person?.password == nil && person?.disabledAt != nil)
      #expect(grants.isEmpty && sessions.isEmpty && former == nil)
      let last = try await desk.store.read { try $0.trail(count: 1) }.first?.note
      #expect(last?.action == "erase" && last?.object == "person \(number)" && last?.reason == "theo yêu cầu")
    }
  }

  @Test(
    "who manages a commune gets no hold of those who manage the province, and is told nothing of other communes",
    arguments: TestedDatabase.allCases)
  func communes_areApart(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      let commune = try await place.visitor("xa-1", Grant(unit: place.communes[0], role: "administrator"))
      let neighbour = try await place.visitor("xa-2", Grant(unit: place.communes[1], role: "viewer"))
      let own = try await place.visitor("xem-1", Grant(unit: place.communes[0], role: "viewer"))
      for number in [place.administrator.person.number, neighbour.person.number] {
        let attempts: [() async throws -> Void] = [
          { _ = try await desk.resetLink(for: number, by: commune) },
          { try await desk.setDisabled(true, number, by: commune, reason: nil) },
          { try await desk.erase(number, by: commune, reason: nil) },
          { try await desk.removeFactor(of: number, by: commune, reason: nil) },
          { try await desk.setGrants([], of: number, by: commune, reason: nil) },
        ]
        for attempt in attempts {
          await #expect(throws: DeskRefusal.forbidden(.administer)) { try await attempt() }
        }
      }
      _ = try await desk.resetLink(for: own.person.number, by: commune)
      #expect(try await desk.people(commune).map(\.person.login) == ["xa-1", "xem-1"])
      #expect(try await desk.units(commune, .administer).map(\.name) == ["xã một"])
      let all = try await desk.people(place.administrator).map(\.person.login)
      #expect(all == ["admin", "xa-1", "xa-2", "xem-1"])

      let seen = try await desk.trail(commune).rows.map { "\($0.note.action) \($0.note.object)" }
      #expect(
        seen == [
          "make reset link person 4", "change password person 4", "invite person 4",
          "change password person 2",
          "invite person 2",
        ])
      let whole = try await desk.trail(place.administrator)
      #expect(whole.total == whole.rows.count && whole.rows.count > seen.count)
      var filter = TrailFilter()
      (filter.person, filter.text) = (neighbour.person.number, "invite")
      #expect(try await desk.trail(place.administrator, filter).rows.map(\.note.object) == ["person 3"])
      #expect(try await desk.firstBrokenTrailRow(commune) == nil)
    }
  }

  @Test("the last one who manages people cannot be removed", arguments: TestedDatabase.allCases)
  func lastAdministrator_stays(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let administrator = try await desk.administrator()
      await #expect(throws: DeskRefusal.lastAdministrator) {
        try await desk.setDisabled(true, administrator.person.number, by: administrator, reason: nil)
      }
      await #expect(throws: DeskRefusal.lastAdministrator) {
        try await desk.setGrants([], of: administrator.person.number, by: administrator, reason: nil)
      }
      #expect(try await desk.people(administrator).map(\.person.disabledAt) == [nil])
    }
  }

  @Test(
    "what was done stands in the trail with before, after and why, and each row vouches for those before",
    arguments: TestedDatabase.allCases)
  func changes_areNoted(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await Province(desk)
      let an = try await place.visitor("an", Grant(unit: place.province, role: "viewer"))
      try await desk.setGrants(
        [Grant(unit: place.communes[1], role: "closer")], of: an.person.number, by: place.administrator,
        reason: "chuyển việc")
      let rows = try await desk.trail(place.administrator).rows
      #expect(rows.map(\.number) == Array((1...rows.count).reversed()))
      #expect(
        rows.reversed().map(\.note.action) == [
          "first start", "sign in", "change password", "invite", "change password", "set roles",
        ])
      #expect(rows[0].note.before == "unit 1 viewer" && rows[0].note.after == "unit 3 closer")
      #expect(rows[0].note.reason == "chuyển việc" && rows[0].note.address == "192.0.2.7")
      #expect(try await desk.store.read { try $0.firstBrokenTrailRow() } == nil)
    }
  }
}
