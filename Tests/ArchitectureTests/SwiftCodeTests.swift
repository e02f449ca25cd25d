import Testing

struct SwiftCodeTests {
  @Test(
    "comments and strings are blanked, interpolated code stays",
    arguments: [
      ("let a = 1 // Date()", "let a = 1          "), ("/* try! */ x", "           x"),
      ("/* a /* b */ c */ x", "                  x"), ("/* a\n b */ x", "    \n      x"),
      (#"f("Date()")"#, "f(        )"), (#"f("a\"b", x)"#, "f(      , x)"),
      (#"f("\(g(1)) h")"#, "f(  (g(1))   )"),
      (#"f("\(g("a)"))b")"#, "f(  (g(    ))  )"), ("f(#\"a\"b\"#)", "f(       )"),
      ("f(#\"\\(x)\"#)", "f(        )"),
      ("f(#\"\\#(x)\"#)", "f(    (x)  )"), ("f(\"\"\"\n a \"b\" \n\"\"\", x)", "f(   \n       \n   , x)"),
      (#"f("//", x)"#, "f(    , x)"), ("let r = /\"/\nlet y = 1", "let r = /  \nlet y = 1"),
      ("#if x", "#if x"),
    ])
  func source_isBlanked(source: String, code: String) {
    #expect(SwiftCode(source).text == code)
  }

  @Test("every way of writing an import is seen, and only imports are")
  func imports_areSeen() {
    let code = SwiftCode(
      """
      import A
      public import B
      @testable import C
      @preconcurrency public import struct D.Value
        import E; import F
      // import G
      let text = "import H"
      let imported = 1
      """)
    #expect(code.imports.map(\.module) == ["A", "B", "C", "D", "E", "F"])
    #expect(code.imports.map(\.line) == [1, 2, 3, 4, 5, 5])
  }

  @Test("declared and extended types are told apart, nested ones included")
  func types_areSeen() {
    let code = SwiftCode(
      """
      public struct Plan: Hashable { enum Mode { case a } }
      extension [Finding] { class func make() {} }
      extension Quantity.Qualifier {}
      final class Store {}
      let kind = Kind.enum
      """)
    #expect(code.declaredTypes == ["Plan", "Mode", "func", "Store"])
    #expect(code.extendedTypes == ["Finding", "Quantity"])
  }

  @Test("a name knows its line and whether a point stands before it")
  func names_areSeen() {
    let names = SwiftCode("a.badDate\nbadTime(.x)").names
    #expect(names.map(\.name) == ["a", "badDate", "badTime", "x"])
    #expect(names.map(\.line) == [1, 1, 2, 2])
    #expect(names.map(\.isMember) == [false, true, false, true])
  }
}
