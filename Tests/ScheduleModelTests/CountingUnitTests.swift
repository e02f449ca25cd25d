import ScheduleModel
import Testing

struct CountingUnitTests {
  @Test("a unit is split at commas, and printed as it came")
  func text_isSplitAtCommas() {
    #expect(CountingUnit("kỳ")?.forms == ["kỳ"])
    #expect(CountingUnit("tin, bài, ảnh")?.forms == ["tin", "bài", "ảnh"])
    #expect(CountingUnit(" tin ,bài,  ảnh ")?.description == "tin, bài, ảnh")
    #expect(CountingUnit("chuyên mục truyền hình")?.forms == ["chuyên mục truyền hình"])
    #expect(CountingUnit("tin,,ảnh,")?.forms == ["tin", "ảnh"])
  }

  @Test("a text without a form is no unit", arguments: ["", " ", ",", " , ,"])
  func empty_isRefused(text: String) {
    #expect(CountingUnit(text) == nil)
  }

  @Test("only several forms in one figure make it compound")
  func compound_hasSeveralForms() {
    #expect(!CountingUnit(["tin"]).isCompound)
    #expect(CountingUnit(["tin", "bài"]).isCompound)
  }

  @Test("joining keeps each form once, in the order of first appearance, however it is bracketed")
  func joined_isUnion() {
    let units = [["tin"], ["bài"], ["tin", "bài", "ảnh"], ["ảnh", "phóng sự"], ["bài", "tin"]].map(
      CountingUnit.init)
    #expect(units[3].joined(with: units[2]).forms == ["ảnh", "phóng sự", "tin", "bài"])
    var firstFailure: String?
    for a in units {
      if a.joined(with: a) != a, firstFailure == nil { firstFailure = "\(a) with itself" }
      for b in units {
        if Set(a.joined(with: b).forms) != Set(b.joined(with: a).forms), firstFailure == nil {
          firstFailure = "\(a) with \(b)"
        }
        for c in units {
          let left = a.joined(with: b).joined(with: c)
          if left != a.joined(with: b.joined(with: c)), firstFailure == nil {
            firstFailure = "\(a) with \(b) with \(c)"
          }
        }
      }
    }
    #expect(firstFailure == nil)
  }
}
