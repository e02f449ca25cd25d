import ScheduleModel
import Testing

struct FindingTests {
  private func finding(_ place: SourcePlace?, _ name: String = "", _ severity: Finding.Severity = .warning)
    -> Finding
  {
    Finding(.badDate, severity, at: place, Words(name))
  }

  @Test("findings stand in the order of file, line and column, those without a place last and as found")
  func inFileOrder_sorts() {
    let found = [
      finding(nil, "1"), finding(SourcePlace(file: "b", line: 1), "2"),
      finding(SourcePlace(file: "a", line: 10), "3"),
      finding(SourcePlace(file: "a", line: 9, column: 5), "4"),
      finding(nil, "5"), finding(SourcePlace(file: "a", line: 9, column: 2), "6"),
      finding(SourcePlace(file: "a", line: 9, column: 5), "7"),
    ]
    #expect(found.inFileOrder.map(\.message.en) == ["6", "4", "7", "3", "2", "1", "5"])
    #expect([Finding]().inFileOrder.isEmpty)
  }

  @Test("every order of the same four findings sorts alike, when no two share a place")
  func inFileOrder_doesNotDependOnOrder() {
    let found = [
      finding(SourcePlace(file: "a", line: 1, column: 1)),
      finding(SourcePlace(file: "a", line: 1, column: 2)),
      finding(SourcePlace(file: "a", line: 2, column: 1)), finding(nil),
    ]
    var firstFailure: [Int]?
    for code in 0..<256 {
      let order = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 & 3]
      guard Set(order).count == 4 else { continue }
      if order.map({ found[$0] }).inFileOrder != found, firstFailure == nil { firstFailure = order }
    }
    #expect(firstFailure == nil)
  }

  @Test("a finding that two stages give is told once, where it comes first")
  func withoutRepeats_keepsTheFirst() {
    let place = SourcePlace(file: "a", line: 1)
    let found = [
      finding(nil, "1"), finding(place, "2"), finding(nil, "1"), finding(nil, "2"), finding(place, "2"),
    ]
    #expect(found.withoutRepeats == [finding(nil, "1"), finding(place, "2"), finding(nil, "2")])
  }

  @Test("only an error counts as an error")
  func hasErrors_asksForErrors() {
    #expect(![Finding]().hasErrors)
    #expect(![finding(nil, "", .info), finding(nil, "", .warning)].hasErrors)
    #expect([finding(nil, "", .info), finding(nil, "", .error)].hasErrors)
    #expect(Finding.Severity.allCases.reversed().sorted() == [.info, .warning, .error])
  }

  @Test("at least one column is meant")
  func width_isAtLeastOne() {
    let widths = [-3, 0, 1, 7].map { Finding(.badDate, .error, width: $0, Words("")).width }
    #expect(widths == [1, 1, 1, 7])
  }

  @Test("a code is upper case letters and underscores, and no two are the same")
  func codes_areStableWords() {
    let codes = FindingCode.allCases.map(\.rawValue)
    let odd = codes.filter { code in
      !code.split(separator: "_", omittingEmptySubsequences: false).allSatisfy { word in
        !word.isEmpty && word.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
      }
    }
    #expect(odd == [])
    #expect(Set(codes).count == codes.count)
  }

  @Test("a place is printed so that an editor jumps to it")
  func place_isPrinted() {
    #expect(SourcePlace(file: "plan.yaml", line: 12, column: 5).description == "plan.yaml:12:5")
    #expect(SourcePlace(file: "log.csv", line: 3).description == "log.csv:3:1")
  }
}
