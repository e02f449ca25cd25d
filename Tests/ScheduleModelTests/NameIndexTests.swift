import ScheduleModel
import Testing

/// Communes are made up.
@Suite("Names of outlets and units are found as people write them, and never those of another")
struct NameIndexTests {
  private let units = NameIndex([
    (id: "a", name: "Xã Thạnh Hòa"), (id: "b", name: "Huyện Mường Tè"), (id: "ubnd", name: "UBND tỉnh"),
  ])

  @Test(
    "case, abbreviations, dashes and the place of a tone do not matter, nor do marks where there are none",
    arguments: [
      ("xã thạnh hoà", "a"), ("X. Thạnh Hòa", "a"), ("XA THANH HOA", "a"), ("H. Mường Tè", "b"),
      ("huyen muong-te", "b"), ("Ủy ban nhân dân tỉnh", "ubnd"), ("Uỷ ban nhân dân tỉnh", "ubnd"),
    ])
  func same(text: String, id: String) { #expect(units.id(named: text) == id) }

  @Test(
    "letters that look like Đ are Đ, and D is none where the name has marks",
    arguments: [("Ðồng Đăng", "d"), ("Ɖồng Ðăng", "d"), ("ðồng ɖăng", "d"), ("Dồng Đăng", nil)])
  func alike(text: String, id: String?) {
    #expect(NameIndex([(id: "d", name: "Đồng Đăng")]).id(named: text) == id)
    #expect(NameIndex([(id: "d", name: "Ðồng Ðăng")]).id(named: "đồng đăng") == "d")
  }

  @Test(
    "a name with other marks is another name", arguments: ["Xã Thanh Hóa", "Xã Thạnh Hoá", "Huyện Mương Tè"])
  func other(text: String) { #expect(units.id(named: text) == nil) }

  @Test("of two names that differ in their marks alone each is found by its own, and neither without marks")
  func two() {
    let both = NameIndex([(id: "a", name: "Xã Thạnh Hòa"), (id: "b", name: "Xã Thanh Hóa")])
    #expect(both.id(named: "Xã Thanh Hoá") == "b" && both.id(named: "X. Thạnh Hoà") == "a")
    #expect(both.ids(named: "xa thanh hoa") == ["a", "b"])
  }

  @Test("a name that is written without marks is found with them, an id is not")
  func plain() {
    let plain = NameIndex([(id: "a", name: "Dai Muong Te"), (id: "thanh-hoa", name: "thanh-hoa")])
    #expect(plain.id(named: "Đài Mường Tè") == "a")
    #expect(plain.id(named: "Thanh Hóa") == nil && plain.id(named: "thanh hoa") == "thanh-hoa")
  }
}
