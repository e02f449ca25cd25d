import Allocation
import ScheduleModel

/// The values of the file: each function says of a value that is not what it should be, and then gives `nil`.
extension InstanceReader {
  /// The place of a value; the file's beginning once nothing more is told, for counting takes time.
  func place(_ value: JSONValue) -> SourcePlace {
    places.place(of: findings.isFull ? 0 : value.offset)
  }

  /// The members of an object that has all of some keys and no others.
  mutating func object(
    _ value: JSONValue, _ path: String, keys: [String], optional: [String] = []
  ) -> [String: JSONValue]? {
    guard value.kind == .object else {
      findings.append(.wrongType(path, Words(vi: "một đối tượng {…}", en: "an object {…}"), at: place(value)))
      return nil
    }
    var found: [String: JSONValue] = [:]
    for (key, member) in value.members {
      guard let key else {
        findings.append(.notText(path, at: place(member)))
        continue
      }
      if found.updateValue(member, forKey: key) != nil {
        findings.append(.keyTwice("\(path).\(key)", at: place(member)))
      } else if !keys.contains(key), !optional.contains(key) {
        findings.append(.keyUnknown("\(path).\(key)", at: place(member)))
      }
    }
    for key in keys where found[key] == nil {
      findings.append(.keyMissing("\(path).\(key)", at: place(value)))
    }
    return found
  }

  /// Reads each value of an array; says so when it is none, and nothing when it is missing, which was said.
  mutating func each(
    _ value: JSONValue?, _ path: String, _ read: (inout InstanceReader, JSONValue, Int) -> Void
  ) {
    guard let value else { return }
    guard isArray(value, path) else { return }
    for (index, element) in value.elements.enumerated() { read(&self, element, index) }
  }

  mutating func string(_ value: JSONValue, _ path: String) -> String? {
    if let text = value.string { return text }
    if value.kind == .string {
      findings.append(.notText(path, at: place(value)))
    } else {
      findings.append(.wrongType(path, Words(vi: "một chuỗi “…”", en: "a string \"…\""), at: place(value)))
    }
    return nil
  }

  mutating func integer(
    _ value: JSONValue, _ bounds: ClosedRange<Int>, _ path: @autoclosure () -> String
  ) -> Int? {
    if let number = value.integer, bounds.contains(number) { return number }
    if value.kind == .integer {
      findings.append(.outOfBounds(path(), bounds, at: place(value)))
    } else {
      findings.append(.wrongType(path(), Words(vi: "một số nguyên", en: "a whole number"), at: place(value)))
    }
    return nil
  }

  /// A day of the year; any day while the year's length is unknown.
  mutating func day(_ value: JSONValue, _ path: @autoclosure () -> String) -> Int? {
    integer(value, 0...((rows.days > 0 ? rows.days : InstanceBounds.days) - 1), path())
  }

  /// The whole numbers of an array of a known length.
  mutating func integers(
    _ value: JSONValue, count: Int, _ bounds: ClosedRange<Int>, _ path: String
  ) -> [Int]? {
    guard isArray(value, path) else { return nil }
    var numbers: [Int] = []
    var isRead = true
    for (index, element) in value.elements.enumerated() {
      if index < count, let number = integer(element, bounds, "\(path)[\(index)]") {
        numbers.append(number)
      } else {
        isRead = false
      }
    }
    let length = value.elements.reduce(0) { count, _ in count + 1 }
    if length != count { findings.append(.otherCount(path, count, has: length, at: place(value))) }
    return isRead && length == count ? numbers : nil
  }

  /// The index of something in another part of the file.
  mutating func reference(
    _ value: JSONValue, count: Int, _ list: String, _ path: @autoclosure () -> String
  ) -> Int? {
    guard let index = value.integer else {
      findings.append(.wrongType(path(), Words(vi: "một số nguyên", en: "a whole number"), at: place(value)))
      return nil
    }
    guard index >= 0, index < count else {
      findings.append(.noSuch(list, index, path(), count, at: place(value)))
      return nil
    }
    return index
  }

  /// Several of them; those that lead nowhere are told and left out.
  mutating func references(_ value: JSONValue, count: Int, _ list: String, _ path: String) -> [Int]? {
    guard isArray(value, path) else { return nil }
    return value.elements.enumerated().compactMap {
      reference($0.element, count: count, list, "\(path)[\($0.offset)]")
    }
  }

  /// Slot types and what each costs.
  mutating func types(_ value: JSONValue, _ path: String) -> [(type: Int, cost: Int)]? {
    guard value.kind == .object else {
      findings.append(.wrongType(path, Words(vi: "một đối tượng {…}", en: "an object {…}"), at: place(value)))
      return nil
    }
    var types: [(type: Int, cost: Int)] = []
    var seen: Set<Int> = []
    var isRead = true
    for (key, member) in value.members {
      guard let key, let type = Int(key), String(type) == key, (0...InstanceBounds.largestType).contains(type)
      else {
        findings.append(.noSlotType(path, key ?? "?", at: place(member)))
        isRead = false
        continue
      }
      guard seen.insert(type).inserted else {
        findings.append(.keyTwice("\(path).\(key)", at: place(member)))
        isRead = false
        continue
      }
      if let cost = integer(member, 0...InstanceBounds.largest, "\(path).\(key)") {
        types.append((type, cost))
      } else {
        isRead = false
      }
    }
    return isRead ? types : nil
  }

  /// `[series, slot]`; the series must be held against the file once all are read.
  mutating func pair(_ value: JSONValue, _ path: @autoclosure () -> String) -> InstanceRows.Pair? {
    var parts = value.elements
    guard let series = parts.next()?.integer, let slot = parts.next()?.integer, parts.next() == nil else {
      findings.append(
        .wrongType(path(), Words(vi: "một cặp [series, slot]", en: "a pair [series, slot]"), at: place(value))
      )
      return nil
    }
    guard series >= 0, series < rows.series.count else {
      findings.append(.noSuch("series", series, path() + "[0]", rows.series.count, at: place(value)))
      return nil
    }
    guard slot >= 0, slot < rows.slots.count else {
      findings.append(.noSuch("slots", slot, path() + "[1]", rows.slots.count, at: place(value)))
      return nil
    }
    return InstanceRows.Pair(series: series, slot: slot, offset: value.offset)
  }

  mutating func checkID(_ value: JSONValue?, _ index: Int, _ path: String) {
    guard let value, value.integer != index else { return }
    findings.append(.otherID(path, index, at: place(value)))
  }

  private mutating func isArray(_ value: JSONValue, _ path: String) -> Bool {
    if value.kind == .array { return true }
    findings.append(.wrongType(path, Words(vi: "một dãy […]", en: "an array […]"), at: place(value)))
    return false
  }
}
