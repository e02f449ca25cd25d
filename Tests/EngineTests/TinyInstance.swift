import Allocation
import ScheduleModel

@testable import lichsong_engine

/// A small instance as text, whose parts a test replaces.
///
/// Two outlets, a slot of type 0 on each Monday of the first and of type 1 on each Thursday of the second; an
/// original and its version.
struct TinyInstance {
  var format = "\"alloc-instance/1\""
  var days = "365"
  var monthStart = "[0,31,59,90,120,151,181,212,243,273,304,334,365]"
  var scale = "1000"
  var blackouts = "[{\"from\":45,\"to\":51,\"outlets\":null,\"reason\":\"Tet\"}]"
  var outlets =
    "[{\"id\":0,\"kind\":\"tv\",\"name\":\"TV\",\"dayCap\":2,\"monthCap\":[9,9,9,9,9,9,9,9,9,9,9,9]},"
    + "{\"id\":1,\"kind\":\"radio\",\"name\":\"Đài\",\"dayCap\":null,\"monthCap\":null}]"
  var slots: String
  var original = Row(id: 0, name: "Gốc")
  var version: Row
  var translators =
    "[{\"id\":0,\"name\":\"Dịch\",\"weekCap\":[\(Array(repeating: "2", count: 53).joined(separator: ","))]}]"
  var airedUntil = "0"
  var aired = "[]"
  var published = "[]"

  /// Slots 0 to 51 are on days 4, 11, …; slots 52 to 103 on days 0, 7, ….
  init() {
    let first = (0..<52).map { "[0,0,\(7 * $0 + 4),2]" }
    let second = (0..<52).map { "[1,1,\(7 * $0),1]" }
    slots = "[\((first + second).joined(separator: ","))]"
    version = Row(id: 1, name: "Bản")
    version["outlet"] = "1"
    version["types"] = "{\"1\":0}"
    version["quota"] = "5"
    version["source"] = "0"
    version["lead"] = "7"
    version["translator"] = "0"
  }

  /// A series: keys and the JSON of their values.
  struct Row {
    private var values: [(key: String, value: String)]

    init(id: Int, name: String) {
      let months = { (value: String) in "[\(Array(repeating: value, count: 12).joined(separator: ","))]" }
      values = [
        ("id", "\(id)"), ("outlet", "0"), ("name", "\"\(name)\""), ("quota", "10"), ("maxPerDay", "1"),
        ("from", "0"), ("to", "364"), ("weights", months("10")), ("lo", months("0")), ("hi", months("3")),
        ("types", "{\"0\":1}"), ("pins", "[]"), ("source", "null"), ("lead", "0"), ("translator", "null"),
      ]
    }

    /// The JSON of a key's value; `nil` to leave the key out.
    subscript(key: String) -> String? {
      get { values.first { $0.key == key }?.value }
      set {
        values.removeAll { $0.key == key }
        if let newValue { values.append((key, newValue)) }
      }
    }

    var text: String { "{" + values.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",") + "}" }
  }

  var text: String {
    """
    {"format":\(format),"name":"nhỏ-1","size":"tiny","seed":1,"year":2026,"days":\(days),
    "monthStart":\(monthStart),"scale":\(scale),"blackouts":\(blackouts),"outlets":\(outlets),
    "slots":\(slots),
    "series":[\(original.text),
    \(version.text)],
    "translators":\(translators),"airedUntil":\(airedUntil),"aired":\(aired),"published":\(published)}
    """
  }

  /// What is read of the text.
  var read: (instance: InstanceFile?, findings: [Finding]) {
    InstanceFile.read(Array(text.utf8), file: "tiny.json")
  }

  /// What is said of an instance after a change, in English.
  static func messages(_ change: (inout TinyInstance) -> Void) -> [String] {
    var instance = TinyInstance()
    change(&instance)
    return instance.read.findings.map(\.message.en)
  }
}
