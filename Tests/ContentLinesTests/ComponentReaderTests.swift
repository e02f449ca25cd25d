import Testing

@testable import ContentLines

@Suite("Calendars of anybody are read into components")
struct ComponentReaderTests {
  private func elements(_ text: String) -> [ComponentReader.Element] {
    ComponentReader.elements(of: Array(text.utf8))
  }

  /// Components and ends of calendars by their kind and lines, faults by their name.
  private func told(_ text: String) -> [String] {
    elements(text).map { element in
      switch element {
      case .component(let component): "\(component.kind) \(component.line)"
      case .calendar(let calendar): "\(calendar.kind) \(calendar.line)"
      case .fault(let fault, let line): "\(fault) \(line)"
      }
    }
  }

  @Test("names are understood in any case, folds are taken out, and components keep what lies in them")
  func structure() throws {
    let elements = elements(
      "begin:vcalendar\nX-Name:lịch\nBegin:VEvent\nsum\n mary;language=\"vi\":Chào\n\t bạn\nBEGIN:VALARM\nTRIGGER:-PT5M\n"
        + "END:VALARM\nX-SAU:1\nend:vevent\nend:vcalendar\n")
    guard case .component(let event)? = elements.first, case .calendar(let calendar)? = elements.last else {
      return #expect(Bool(false), "\(elements)")
    }
    #expect(elements.count == 2)
    #expect(calendar.kind == "VCALENDAR")
    #expect(calendar.first("X-NAME")?.value == "lịch")
    #expect(event.kind == "VEVENT")
    #expect(event.first("SUMMARY")?.value == "Chào bạn")
    #expect(event.first("SUMMARY")?["LANGUAGE"] == "vi")
    #expect(event.first("SUMMARY")?.number == 4)
    #expect(event.parts.map(\.kind) == ["VALARM"])
    #expect(event.parts.first?.first("TRIGGER")?.value == "-PT5M")
    #expect(event.lateProperty == 10)
  }

  @Test(
    "a parameter may be quoted, hold several values, and escape what no quote can hold",
    arguments: [
      ("A;P=x:v", ["x"], false, false), ("A;P=\"x:y;z,w\":v", ["x:y;z,w"], true, false),
      ("A;P=\"a\",\"b\":v", ["a", "b"], true, false), ("A;P=a,b:v", ["a", "b"], false, false),
      ("A;P=^'Tin^' ^n^^ ^x:v", ["\"Tin\" \n^ ^x"], false, false), ("A;P=:v", [""], false, false),
      ("A;P=a\"b\"c:v", ["a\"b\"c"], false, true),
    ])
  func parameters(line: String, values: [String], isQuoted: Bool, isMalformed: Bool) throws {
    let property = try #require(ContentProperty(Array(line.utf8)[...], number: 1))
    let parameter = try #require(property.parameters.first)
    #expect(property.value == "v")
    #expect(parameter.values == values)
    #expect(parameter.isQuoted == isQuoted)
    #expect(parameter.isMalformed == isMalformed)
  }

  @Test(
    "a line that is no property is a fault",
    arguments: ["x", ":y", "A;B:c", "A;=b:c", "A B:c", "A;B=\"c:d", "Ô:x", "A_B:c"])
  func brokenLines(line: String) {
    #expect(ContentProperty(Array(line.utf8)[...], number: 1) == nil)
    #expect(told("BEGIN:VCALENDAR\n\(line)\nEND:VCALENDAR\n") == ["brokenLine 2", "VCALENDAR 1"])
  }

  @Test(
    "what has no end is told and not handed out; what follows is read",
    arguments: [
      (
        "BEGIN:VEVENT\nA:b\nBEGIN:VEVENT\nEND:VEVENT\n",
        ["unended(kind: \"VEVENT\") 2", "VEVENT 4", "VCALENDAR 1"]
      ),
      (
        "BEGIN:VEVENT\nBEGIN:VALARM\nEND:VEVENT\n",
        ["unended(kind: \"VALARM\") 3", "VEVENT 2", "VCALENDAR 1"]
      ),
      ("END:VEVENT\n", ["endWithoutBegin(kind: \"VEVENT\") 2", "VCALENDAR 1"]),
      ("BEGIN:VEVENT\n", ["unended(kind: \"VEVENT\") 2", "VCALENDAR 1"]),
    ])
  func ends(lines: String, expected: [String]) {
    #expect(told("BEGIN:VCALENDAR\n\(lines)END:VCALENDAR\n") == expected)
  }

  @Test("several calendars are several; what stands outside of them is told once")
  func calendars() {
    let calendar = "BEGIN:VCALENDAR\nEND:VCALENDAR\n"
    #expect(told("x\ny\n\(calendar)z\n\(calendar)") == ["outside 1", "VCALENDAR 3", "VCALENDAR 6"])
    #expect(told("BEGIN:VCALENDAR\n\(calendar)") == ["unended(kind: \"VCALENDAR\") 1", "VCALENDAR 2"])
    #expect(told("") == ["noCalendar 1"])
  }

  @Test("nothing grows without a bound: depth, properties, parts, the length of a line")
  func bounds() {
    func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    #expect(told(repeated("BEGIN:VCALENDAR\nBEGIN:X\n", 1) + repeated("BEGIN:X\n", 20_000)) == ["tooDeep 9"])
    let many = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + repeated("X:y\n", 20_000) + "END:VEVENT\nEND:VCALENDAR\n"
    #expect(told(many) == ["overflow(kind: \"VEVENT\") 12002", "VEVENT 2", "VCALENDAR 1"])
    let parts = "BEGIN:VCALENDAR\nBEGIN:VEVENT\n" + repeated("BEGIN:VALARM\nEND:VALARM\n", 20_000)
    #expect(told(parts).last?.hasPrefix("tooDeep") == true)
    let long = "BEGIN:VCALENDAR\nX:" + repeated("á", 50_000) + "\nEND:VCALENDAR\n"
    #expect(told(long) == ["cutLine(name: \"X\") 2", "VCALENDAR 1"])
  }

  @Test(
    "a component's octets are those from BEGIN through its last line end, however the file is cut into blocks"
  )
  func ranges() {
    let text = Array("BEGIN:VCALENDAR\r\nBEGIN:X-A\r\nN:a\r\n b\r\nEND:X-A\r\nEND:VCALENDAR\r\n".utf8)
    for size in 1...text.count {
      var reader = ComponentReader()
      var found: [String] = []
      for start in stride(from: 0, to: text.count, by: size) {
        text[start..<min(start + size, text.count)].withUnsafeBytes { block in
          var position = 0
          while let element = reader.next(in: block, &position) {
            guard case .component(let component) = element else { continue }
            found.append(String(decoding: text[component.range], as: UTF8.self))
            found.append(String(decoding: text[component.properties[0].range], as: UTF8.self))
          }
        }
      }
      #expect(found == ["BEGIN:X-A\r\nN:a\r\n b\r\nEND:X-A\r\n", "N:a\r\n b\r\n"], "\(size)")
    }
  }
}
