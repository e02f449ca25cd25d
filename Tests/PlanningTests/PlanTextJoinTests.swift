import Planning
import Testing

/// Two people change the same text of a plan at once.
struct PlanTextJoinTests {
  private static let base = "quota: 23\nlength: 15\nnote: a\n"

  @Test("changes of different lines are both kept, also of lines beside each other and of new lines")
  func differentLines_areJoined() {
    let join = PlanTextJoin(
      Self.base, own: "quota: 23\nlength: 20\nnote: a\n# mine\n", stored: "quota: 24\nlength: 15\nnote: a\n")
    #expect(join.text == "quota: 24\nlength: 20\nnote: a\n# mine\n")
    #expect(join.conflicts.isEmpty)
    let deleted = PlanTextJoin(Self.base, own: "length: 15\nnote: a\n", stored: Self.base + "more: b\n")
    #expect(deleted.text == "length: 15\nnote: a\nmore: b\n")
    #expect(deleted.conflicts.isEmpty)
  }

  @Test("the same change made twice is one change")
  func sameChange_isOne() {
    let new = "quota: 24\nlength: 15\nnote: a\nmore: b\n"
    let join = PlanTextJoin(Self.base, own: new, stored: new)
    #expect(join.text == new)
    #expect(join.conflicts.isEmpty)
  }

  @Test("where both changed the same lines, the stored ones stay and both are told")
  func sameLines_areAConflict() {
    let join = PlanTextJoin(
      Self.base, own: "quota: 25\nlength: 15\nnote: b\n", stored: "# new\nquota: 24\nlength: 15\nnote: a\n")
    #expect(join.text == "# new\nquota: 24\nlength: 15\nnote: b\n")
    #expect(
      join.conflicts == [
        PlanTextJoin.Conflict(line: 1, stored: ["# new", "quota: 24"], own: ["quota: 25"])
      ])
    let added = PlanTextJoin(Self.base, own: Self.base + "x: 1\n", stored: Self.base + "y: 2\n")
    #expect(added.text == Self.base + "y: 2\n")
    #expect(added.conflicts == [PlanTextJoin.Conflict(line: 4, stored: ["y: 2"], own: ["x: 1"])])
  }
}
