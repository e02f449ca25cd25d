import Allocation
import ScheduleModel
import Testing

@testable import lichsong_engine

@Suite("What is wrong in an instance file")
struct InstanceFindingsTests {
  private static let year = "[0,31,59,90,120,151,181,212,243,273,304,334,365]"

  @Test(
    "what is no JSON is told with line and column",
    arguments: [
      ("", "the file ends in the middle of a value", 1, 1),
      ("[1,", "the file ends in the middle of a value", 1, 4),
      ("{\n \"a\" 1}", "a comma, colon or closing bracket is missing", 2, 6),
      ("{a:1}", "a key in quotation marks is expected here", 1, 2),
      ("[01]", "the number is not written as JSON has it", 1, 4),
      ("[1] x", "there is more after the last value", 1, 5), ("[nul]", "this begins no value", 1, 5),
      ("[\"a\n\"]", "a control character, or a missing closing quotation mark", 1, 4),
      ("[\"đ\", -]", "the number is not written as JSON has it", 1, 8),
      (String(repeating: "[", count: 100_000), "brackets lie too deep in one another", 1, 33),
      (String(repeating: "{\"\":", count: 100_000), "brackets lie too deep in one another", 1, 129),
    ])
  func noJSON(text: String, reason: String, line: Int, column: Int) {
    let (instance, findings) = InstanceFile.read(Array(text.utf8), file: "a.json")
    #expect(instance == nil)
    #expect(findings.map(\.message.en) == ["The file is no JSON: \(reason)."])
    #expect(findings.map(\.code) == [.instanceFormat])
    #expect(findings.first?.place == SourcePlace(file: "a.json", line: line, column: column))
  }

  @Test("each wrong value is told with its path and what it must be")
  func values() {
    func messages(_ change: (inout TinyInstance) -> Void) -> [String] { TinyInstance.messages(change) }
    #expect(messages { $0.format = "\"alloc/2\"" } == ["“format” is not alloc-instance/1."])
    #expect(messages { $0.scale = "100" } == ["“scale” must be 1000: deviations are thousandths of a piece."])
    let months = ["“monthStart” must be 13 ascending days from 0 to “days” (365)."]
    #expect(messages { $0.monthStart = Self.year.replacing("59,90", with: "90,59") } == months)
    #expect(messages { $0.days = "1e308" }.first == "days must be a whole number.")
    #expect(messages { $0.original["quota"] = "1000001" } == ["series[0].quota must be from 0 to 1000000."])
    #expect(messages { $0.original["quota"] = "-1" } == ["series[0].quota must be from 0 to 1000000."])
    #expect(
      messages { $0.original["quota"] = "99999999999999999999" } == [
        "series[0].quota must be from 0 to 1000000."
      ])
    #expect(messages { $0.original["quota"] = "5.0" } == ["series[0].quota must be a whole number."])
    #expect(messages { $0.original["quota"] = nil } == ["The key series[0].quota is missing."])
    #expect(messages { $0.original["lo"] = "[0]" } == ["series[0].lo has 1 numbers, it must have 12."])
    #expect(messages { $0.original["hi"] = "{}" } == ["series[0].hi must be an array […]."])
    #expect(messages { $0.original["name"] = "1" } == ["series[0].name must be a string \"…\"."])
    #expect(messages { $0.original["lead"] = "-7" } == ["series[0].lead must be from 0 to 1000000."])
    #expect(
      messages { $0.original["types"] = "{\"x\":0}" } == [
        "In series[0].types, “x” is no number of a slot type."
      ])
    #expect(
      messages { $0.original["types"] = "{\"0\":0,\"0\":1}" } == [
        "The key series[0].types.0 is there twice."
      ])
    #expect(
      messages { $0.original["weights"] = "[1,1,1,1,1,1,1,1,1,1,1,-1]" }
        == ["series[0].weights[11] must be from 0 to 1000000."])
    #expect(
      messages { $0.outlets = $0.outlets.replacing("\"dayCap\":2", with: "\"dayCap\":-2") }
        == ["outlets[0].dayCap must be from 0 to 1000000."])
    #expect(
      messages { $0.translators = $0.translators.replacing("[2,", with: "[-2,") }
        == ["translators[0].weekCap[0] must be from 0 to 1000000."])
    #expect(
      messages { $0.slots = $0.slots.replacing("[0,0,4,2]", with: "[0,0,4]") }
        == ["slots[0] must be four whole numbers [outlet, type, day, cap], none below 0."])
    #expect(
      messages { $0.slots = $0.slots.replacing("[0,0,4,2]", with: "[0,0,365,2]") }
        == ["slots[0][2] must be from 0 to 364."])
    #expect(messages { $0.aired = "[[0]]" } == ["aired[0] must be a pair [series, slot]."])
    #expect(
      messages { $0.blackouts = "[{\"from\":9,\"to\":8,\"outlets\":null}]" }
        == ["blackouts[0] ends before it starts."])
    #expect(
      InstanceFile.read(Array("[]".utf8), file: "a").findings.map(\.message.en) == [
        "$ must be an object {…}."
      ])
  }

  @Test("a key that the format does not have is told, and the rest is read")
  func unknownKey() {
    var instance = TinyInstance()
    instance.original["qouta"] = "1"
    let (read, findings) = instance.read
    #expect(read != nil)
    #expect(findings.map(\.severity) == [.warning])
    #expect(findings.map(\.message.en) == ["alloc-instance/1 has no key series[0].qouta; it is not used."])
  }

  @Test("an id that is not its place, and every index that leads nowhere, is told")
  func references() {
    let cases: [((inout TinyInstance) -> Void, String)] = [
      ({ $0.original["id"] = "7" }, "series[0].id must be 0: an id is the place in the list."),
      ({ $0.original["outlet"] = "2" }, "series[0].outlet is 2, but outlets has 2, counted from 0."),
      ({ $0.original["pins"] = "[104]" }, "series[0].pins[0] is 104, but slots has 104, counted from 0."),
      ({ $0.version["source"] = "2" }, "series[1].source is 2, but series has 2, counted from 0."),
      (
        { $0.version["translator"] = "-1" },
        "series[1].translator is -1, but translators has 1, counted from 0."
      ),
      (
        { $0.slots = $0.slots.replacing("[0,0,4,2]", with: "[2,0,4,2]") },
        "slots[0][0] is 2, but outlets has 2, counted from 0."
      ),
      ({ $0.published = "[[2,0]]" }, "published[0][0] is 2, but series has 2, counted from 0."),
      ({ $0.published = "[[0,200]]" }, "published[0][1] is 200, but slots has 104, counted from 0."),
      (
        { $0.blackouts = "[{\"from\":1,\"to\":2,\"outlets\":[9]}]" },
        "blackouts[0].outlets[0] is 9, but outlets has 2, counted from 0."
      ),
    ]
    for (change, message) in cases {
      var instance = TinyInstance()
      change(&instance)
      let (read, findings) = instance.read
      #expect(read == nil)
      #expect(findings.map(\.message.en) == [message])
      #expect(findings.map(\.code) == [.instanceReference])
    }
  }

  @Test("two hundred findings are told, then how many more there are")
  func manyFindings() {
    var instance = TinyInstance()
    instance.aired = "[\(Array(repeating: "0", count: 1_000).joined(separator: ","))]"
    let findings = instance.read.findings
    #expect(findings.count == 201)
    #expect(findings.last?.code == .moreFindings)
    #expect(findings.last?.message.en == "There are 800 more findings.")
  }

  @Test("an instance that is too large is refused before it is read")
  func tooLarge() {
    let findings = InstanceFile.read(Array(repeating: 0x20, count: 1 << 27 + 1), file: "a.json").findings
    #expect(findings.map(\.code) == [.fileTooLarge])
  }
}
