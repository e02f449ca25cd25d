import Allocation
import ScheduleModel

/// Reads the rows of an `alloc-instance/1` file, and says of everything in it that is not of the format.
struct InstanceReader {
  private(set) var rows = InstanceRows()
  var findings: BoundedFindings
  private let tape: JSONTape
  let places: TextPlaces

  /// Reads as much as can be read.
  static func read(_ tape: JSONTape, places: TextPlaces, into findings: inout BoundedFindings) -> InstanceRows
  {
    var reader = InstanceReader(findings: findings, tape: tape, places: places)
    reader.readRoot()
    findings = reader.findings
    return reader.rows
  }

  private init(findings: BoundedFindings, tape: JSONTape, places: TextPlaces) {
    self.findings = findings
    self.tape = tape
    self.places = places
  }

  // MARK: The parts of the file

  private static let keys = [
    "format", "name", "days", "monthStart", "scale", "blackouts", "outlets", "slots", "series", "translators",
    "airedUntil", "aired", "published",
  ]

  private mutating func readRoot() {
    guard let root = object(tape.root, "$", keys: Self.keys, optional: ["size", "seed", "year"]) else {
      return
    }
    if let format = root["format"], format.string != "alloc-instance/1" {
      findings.append(.unknownFormat(at: place(format)))
    }
    if let name = root["name"] { rows.name = string(name, "name") ?? "" }
    if let scale = root["scale"], scale.integer != Problem.scale {
      findings.append(.otherScale(at: place(scale)))
    }
    if let days = root["days"] { rows.days = integer(days, 12...InstanceBounds.days, "days") ?? 0 }
    if let months = root["monthStart"] { readMonths(months) }
    if let day = root["airedUntil"] { rows.airedUntil = integer(day, 0...rows.days, "airedUntil") ?? 0 }
    each(root["outlets"], "outlets") { $0.readOutlet($1, index: $2) }
    each(root["translators"], "translators") { $0.readTranslator($1, index: $2) }
    each(root["blackouts"], "blackouts") { $0.readBlackout($1, index: $2) }
    each(root["slots"], "slots") { $0.readSlot($1, index: $2) }
    each(root["series"], "series") { $0.readSeries($1, index: $2) }
    each(root["aired"], "aired") { reader, value, index in
      if let pair = reader.pair(value, "aired[\(index)]") { reader.rows.aired.append(pair) }
    }
    each(root["published"], "published") { reader, value, index in
      if let pair = reader.pair(value, "published[\(index)]") { reader.rows.published.append(pair) }
    }
  }

  private mutating func readMonths(_ value: JSONValue) {
    let bound = 0...InstanceBounds.days
    guard let months = integers(value, count: 13, bound, "monthStart") else { return }
    guard zip(months, months.dropFirst()).allSatisfy({ $0 < $1 }), months.first == 0, months.last == rows.days
    else {
      return findings.append(.monthsDoNotAscend(days: rows.days, at: place(value)))
    }
    rows.monthStart = months
  }

  private mutating func readOutlet(_ value: JSONValue, index: Int) {
    let path = "outlets[\(index)]"
    let keys = ["id", "name", "dayCap", "monthCap"]
    guard let outlet = object(value, path, keys: keys, optional: ["kind"]) else {
      return rows.outlets.append(
        InstanceRows.Outlet(name: "", perDay: nil, perMonth: nil, offset: value.offset))
    }
    checkID(outlet["id"], index, path)
    rows.outlets.append(
      InstanceRows.Outlet(
        name: outlet["name"].flatMap { string($0, path + ".name") } ?? "",
        perDay: outlet["dayCap"].flatMap {
          $0.isNull ? nil : integer($0, 0...InstanceBounds.largest, path + ".dayCap")
        },
        perMonth: outlet["monthCap"].flatMap {
          $0.isNull ? nil : integers($0, count: 12, 0...InstanceBounds.largest, path + ".monthCap")
        }, offset: value.offset))
  }

  private mutating func readTranslator(_ value: JSONValue, index: Int) {
    let path = "translators[\(index)]"
    var name = ""
    var perWeek: [Int]?
    if let translator = object(value, path, keys: ["id", "name", "weekCap"]) {
      checkID(translator["id"], index, path)
      name = translator["name"].flatMap { string($0, path + ".name") } ?? ""
      perWeek = translator["weekCap"].flatMap {
        integers($0, count: InstanceBounds.weeks, 0...InstanceBounds.largest, path + ".weekCap")
      }
    }
    rows.translators.append(
      InstanceRows.Translator(
        name: name, perWeek: perWeek ?? Array(repeating: 0, count: InstanceBounds.weeks), offset: value.offset
      ))
  }

  private mutating func readBlackout(_ value: JSONValue, index: Int) {
    let path = "blackouts[\(index)]"
    guard let blackout = object(value, path, keys: ["from", "to", "outlets"], optional: ["reason"]),
      let from = blackout["from"].flatMap({ day($0, path + ".from") }),
      let to = blackout["to"].flatMap({ day($0, path + ".to") })
    else { return }
    guard from <= to else { return findings.append(.endsBeforeItStarts(path, at: place(value))) }
    var outlets: [Int]?
    if let list = blackout["outlets"], !list.isNull {
      outlets = references(list, count: rows.outlets.count, "outlets", path + ".outlets")
    }
    rows.blackouts.append(InstanceRows.Blackout(days: from...to, outlets: outlets))
  }

  private mutating func readSlot(_ value: JSONValue, index: Int) {
    var numbers = (0, 0, 0, 0)
    var count = 0
    for element in value.elements {
      guard let number = element.integer, (0...InstanceBounds.largestType).contains(number) else {
        count = -1
        break
      }
      switch count {
      case 0: numbers.0 = number
      case 1: numbers.1 = number
      case 2: numbers.2 = number
      default: numbers.3 = number
      }
      count += 1
    }
    var slot = InstanceRows.Slot.unread
    if count != 4 {
      findings.append(.noSlot("slots[\(index)]", at: place(value)))
    } else if numbers.0 >= rows.outlets.count {
      findings.append(
        .noSuch("outlets", numbers.0, "slots[\(index)][0]", rows.outlets.count, at: place(value)))
    } else if numbers.2 >= rows.days {
      if rows.days > 0 {
        findings.append(.outOfBounds("slots[\(index)][2]", 0...(rows.days - 1), at: place(value)))
      }
    } else if numbers.3 > InstanceBounds.largest {
      findings.append(.outOfBounds("slots[\(index)][3]", 0...InstanceBounds.largest, at: place(value)))
    } else {
      slot = InstanceRows.Slot(
        outlet: Int32(numbers.0), type: Int32(numbers.1), day: Int32(numbers.2), pieces: Int32(numbers.3))
    }
    rows.slots.append(slot)
  }

  private static let seriesKeys = [
    "id", "outlet", "name", "quota", "maxPerDay", "from", "to", "weights", "lo", "hi", "types", "pins",
    "source", "lead", "translator",
  ]

  private mutating func readSeries(_ value: JSONValue, index: Int) {
    guard index < InstanceBounds.series else {
      if index == InstanceBounds.series { findings.append(.tooManySeries(at: place(value))) }
      return
    }
    let path = "series[\(index)]"
    var row = InstanceRows.Series()
    row.offset = value.offset
    guard let keys = object(value, path, keys: Self.seriesKeys) else {
      row.isUnread = true
      return rows.series.append(row)
    }
    checkID(keys["id"], index, path)
    // What is missing was told with the keys; here it only makes the series unread.
    func take<Value>(
      _ key: String, _ read: (inout InstanceReader, JSONValue, String) -> Value?, _ store: (Value) -> Void
    ) {
      if let value = keys[key], let taken = read(&self, value, "\(path).\(key)") {
        store(taken)
      } else {
        row.isUnread = true
      }
    }
    let bound = 0...InstanceBounds.largest
    take("name", { $0.string($1, $2) }) { row.name = $0 }
    take("outlet", { $0.reference($1, count: $0.rows.outlets.count, "outlets", $2) }) { row.outlet = $0 }
    take("quota", { $0.integer($1, bound, $2) }) { row.quota = $0 }
    take("maxPerDay", { $0.integer($1, bound, $2) }) { row.perDay = $0 }
    take("from", { $0.day($1, $2) }) { row.first = $0 }
    take("to", { $0.day($1, $2) }) { row.last = $0 }
    take("weights", { $0.integers($1, count: 12, bound, $2) }) { row.weights = $0 }
    take("lo", { $0.integers($1, count: 12, bound, $2) }) { row.least = $0 }
    take("hi", { $0.integers($1, count: 12, bound, $2) }) { row.most = $0 }
    take("types", { $0.types($1, $2) }) { row.types = $0 }
    take("pins", { $0.references($1, count: $0.rows.slots.count, "slots", $2) }) { row.pins = $0 }
    take("lead", { $0.integer($1, bound, $2) }) { row.lead = $0 }
    if keys["source"]?.isNull != true {
      take("source", { $0.integer($1, 0...InstanceBounds.series, $2) }) { row.source = $0 }
    }
    if keys["translator"]?.isNull != true {
      take("translator", { $0.reference($1, count: $0.rows.translators.count, "translators", $2) }) {
        row.translator = $0
      }
    }
    rows.series.append(row)
  }
}
