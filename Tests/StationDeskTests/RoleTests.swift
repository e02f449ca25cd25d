import StationDesk
import Testing

struct RoleTests {
  @Test("each right belongs to some role, and only those who administer manage people")
  func rights_haveRoles() {
    #expect(Role.allCases.reduce(into: Set<Right>()) { $0.formUnion($1.rights) } == Set(Right.allCases))
    #expect(Role.allCases.filter { $0.rights.contains(.administer) } == [.administrator])
    #expect(Role.allCases.filter { !$0.rights.contains(.read) } == [.administrator])
  }
}
