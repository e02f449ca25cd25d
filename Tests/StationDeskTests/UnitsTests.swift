import ScheduleModel
import StationDesk
import StationStore
import StoreSupport
import Testing

/// Units below units, made and changed by those who manage people there; all names are invented.
struct UnitsTests {
  private static func terms(_ code: String, below parent: String?) -> UnitTerms {
    UnitTerms(code: code, name: "Xã \(code)", level: "commune", parent: parent)
  }

  @Test(
    "who manages a unit makes, changes and removes units below it, and each stands in the trail",
    arguments: TestedDatabase.allCases)
  func units_areManaged(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let administrator = try await desk.administrator()
      for (code, parent) in [("bac", "station"), ("nam", "station"), ("xa", "bac")] {
        _ = try await desk.makeUnit(Self.terms(code, below: parent), by: administrator)
      }
      var moved = Self.terms("xa", below: "nam")
      moved.code = "xa-mới"
      try await desk.changeUnit("xa", to: moved, by: administrator, reason: "sắp xếp lại")
      try await desk.changeUnit("xa-mới", to: moved, by: administrator, reason: nil)
      let tree = UnitTree(try await desk.units(administrator, .administer))
      #expect(
        tree.places.map { "\($0.depth) \($0.unit.code)" } == ["0 station", "1 bac", "1 nam", "2 xa-mới"])
      let north = try #require(tree.places.first { $0.unit.code == "nam" }?.unit)
      #expect(tree.branch(of: north).count == 2)
      try await desk.removeUnit("xa-mới", by: administrator, reason: "nhập xã")
      let notes = try await desk.trail(administrator).rows.map(\.note).filter { $0.object.hasPrefix("unit ") }
      #expect(
        notes.map {
          "\($0.action) \($0.object): \($0.before ?? "–") → \($0.after ?? "–") (\($0.reason ?? ""))"
        } == [
          "remove unit unit xa-mới: Xã xa, commune, below nam → – (nhập xã)",
          "change unit unit xa-mới: xa: Xã xa, commune, below bac → Xã xa, commune, below nam (sắp xếp lại)",
          "add unit unit xa: – → Xã xa, commune, below bac ()",
          "add unit unit nam: – → Xã nam, commune, below station ()",
          "add unit unit bac: – → Xã bac, commune, below station ()",
        ])
    }
  }

  @Test(
    "a unit is refused that has no code or name, or would lie below itself, and a used one is not removed")
  func nonsense_isRefused() async throws {
    try await TestedDatabase.sqlite.withDesk { desk in
      let administrator = try await desk.administrator()
      for (code, parent) in [("bac", "station"), ("xa", "bac")] {
        _ = try await desk.makeUnit(Self.terms(code, below: parent), by: administrator)
      }
      func refusal(_ work: () async throws -> Void) async -> UnitRefusal? {
        do throws {
          try await work()
          return nil
        } catch { return error as? UnitRefusal }
      }
      func make(_ terms: UnitTerms) async -> UnitRefusal? {
        await refusal { _ = try await desk.makeUnit(terms, by: administrator) }
      }
      func put(_ terms: UnitTerms, instead code: String) async -> UnitRefusal? {
        await refusal { try await desk.changeUnit(code, to: terms, by: administrator, reason: nil) }
      }
      for code in ["", "a b", "../x", "a\"", "-a", String(repeating: "a", count: 41)] {
        #expect(await make(Self.terms(code, below: "bac")) == .code(code))
      }
      var terms = Self.terms("moi", below: "bac")
      terms.name = "hai\ndòng"
      #expect(await make(terms) == .name("hai\ndòng"))
      terms.name = " "
      #expect(await make(terms) == .name(" "))
      terms = Self.terms("moi", below: "bac")
      terms.level = "làng"
      #expect(await make(terms) == .level("làng"))
      #expect(await make(Self.terms("xa", below: "bac")) == .codeTaken("xa"))
      #expect(await make(Self.terms("moi", below: nil)) == .unknown(""))
      #expect(await make(Self.terms("moi", below: "khong-co")) == .unknown("khong-co"))
      #expect(await put(Self.terms("bac", below: "xa"), instead: "bac") == .belowItself("bac"))
      #expect(await put(Self.terms("bac", below: "bac"), instead: "bac") == .belowItself("bac"))
      #expect(await put(Self.terms("xa", below: "bac"), instead: "bac") == .codeTaken("xa"))
      for code in ["station", "bac"] {
        #expect(
          await refusal { try await desk.removeUnit(code, by: administrator, reason: nil) } == .inUse(code))
      }
      // The station, bac, xa and three more are six levels.
      for (code, parent) in [("c", "xa"), ("d", "c"), ("e", "d")] {
        _ = try await desk.makeUnit(Self.terms(code, below: parent), by: administrator)
      }
      #expect(await make(Self.terms("f", below: "e")) == .tooDeep("f"))
      _ = try await desk.makeUnit(Self.terms("nam", below: "station"), by: administrator)
      #expect(await put(Self.terms("bac", below: "nam"), instead: "bac") == .tooDeep("bac"))
      for code in ["nam", "e", "d", "c"] {
        try await desk.removeUnit(code, by: administrator, reason: nil)
      }
      let names = try await desk.units(administrator, .administer).map(\.name)
      #expect(names == ["Đài", "Xã bac", "Xã xa"])
      for refusal in [
        UnitRefusal.code("x"), .inUse("x"), .belowItself("x"), .unknown("x"), .name("x"), .level("x"),
      ] {
        #expect(!refusal.words.vi.isEmpty && !refusal.words.en.isEmpty)
      }
    }
  }

  @Test("who manages a commune neither sees nor moves others, and whoever moved must have given the password")
  func communes_areApart() async throws {
    try await TestedDatabase.sqlite.withDesk { desk in
      let place = try await RightsTests.Province(desk)
      let commune = try await place.visitor("xa", Grant(unit: place.communes[0], role: "administrator"))
      #expect(try await desk.units(commune, .administer).map(\.code) == ["xã một"])
      var terms = UnitTerms(code: "xã một", name: "Xã Một mới", level: "commune", parent: nil)
      try await desk.changeUnit("xã một", to: terms, by: commune, reason: nil)
      let units = try await desk.store.read { try $0.units() }
      #expect(units[1].name == "Xã Một mới" && units[1].parent == place.province)
      await #expect(throws: UnitRefusal.unknown("xã hai")) {
        try await desk.changeUnit("xã hai", to: terms, by: commune, reason: nil)
      }
      terms.parent = "xã hai"
      await #expect(throws: UnitRefusal.unknown("xã hai")) {
        try await desk.changeUnit("xã một", to: terms, by: commune, reason: nil)
      }
      _ = try await desk.makeUnit(Self.terms("thon", below: "xã một"), by: commune)
      #expect(try await desk.trail(commune).rows[0].note.object == "unit thon")
      let planner = try await place.visitor("ke-hoach", Grant(unit: place.province, role: "planner"))
      await #expect(throws: DeskRefusal.forbidden(.administer)) {
        _ = try await desk.makeUnit(Self.terms("moi", below: "station"), by: planner)
      }
      let later = try #require(
        try await desk.visitor(
          cookie: try await desk.signIn(login: "xa", password: "một câu dài của tôi", .after(10)).cookie,
          .after(10 + 601)))
      await #expect(throws: DeskRefusal.confirmationNeeded) {
        try await desk.removeUnit("thon", by: later, reason: nil)
      }
    }
  }

  @Test(
    "sums are shown to who may read the plans of a unit, and to nobody else",
    arguments: TestedDatabase.allCases)
  func sums_followRights(database: TestedDatabase) async throws {
    try await database.withDesk { desk in
      let place = try await RightsTests.Province(desk)
      let province = try await place.visitor("tinh", Grant(unit: place.province, role: "viewer"))
      let commune = try await place.visitor("xa", Grant(unit: place.communes[0], role: "viewer"))
      let manager = try await place.visitor("quan-ly", Grant(unit: place.province, role: "administrator"))
      #expect(
        try await desk.readableUnits(province).places.map(\.unit.code) == ["station", "xã hai", "xã một"])
      #expect(try await desk.readableUnits(commune).places.map(\.unit.code) == ["xã một"])
      #expect(try await desk.readableUnits(manager).places.isEmpty)
      let own = try await desk.unit("xã một", for: commune, .read)
      let sums = try await desk.sums(of: own, in: nil, for: commune, by: "thử")
      #expect(sums.above.isEmpty && sums.year == nil && sums.plans.map(\.plan.slug) == ["xa-mot"])
      let whole = try await desk.sums(
        of: try await desk.unit("station", for: province, .read), in: 2026, for: province, by: "thử")
      #expect(whole.below.map(\.code) == ["xã hai", "xã một"] && whole.coverage.count == 2)
      for (code, visitor) in [
        ("station", commune), ("xã hai", commune), ("khong-co", province), ("station", manager),
      ] {
        await #expect(throws: DeskRefusal.notFound) { try await desk.unit(code, for: visitor, .read) }
      }
      await #expect(throws: DeskRefusal.forbidden(.publish)) {
        try await desk.unit("xã một", for: commune, .publish)
      }
    }
  }
}
