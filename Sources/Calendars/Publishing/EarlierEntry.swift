import Foundation
import ScheduleModel

/// An event or task of an earlier publication: which revision it is, and where its octets stand.
struct EarlierEntry {
  let kind: CalendarComponent.Kind
  /// The number of its first line.
  let number: Int
  let uid: String
  let revision: ComponentRevision
  /// Whether it is a tombstone. What is planned, and was pre-empted, is none.
  let isCancelled: Bool
  /// Whether it is cancelled and yet without the status, for clients that would hide it.
  let isShownCancelled: Bool
  /// The first and the last day that it names.
  let days: ClosedRange<CivilDay>
  /// The zone of its hours; `nil` for whole days.
  let zone: String?
  /// Its octets in the file.
  let range: Range<Int>
  /// The lines of its revision, counted from its beginning; empty when they are not just as they were written.
  let identity: Range<Int>

  /// The numbers that RFC 5545 §3.3.8 allows, less one so that they can be raised.
  static let sequences = 0...Int(Int32.max) - 1

  /// The UID of the event that it is or belongs to.
  var event: Substring { kind == .task ? PlacementTask.event(of: uid) : uid[...] }

  /// Whether it lies within some days.
  func lies(in window: Range<CivilDay>) -> Bool {
    days.lowerBound < window.upperBound && window.lowerBound <= days.upperBound
  }

  /// The id of the plan that it belongs to; `nil` when its UID is none of ours.
  var plan: Substring? { uid.hasSuffix("@lichsong") ? event.prefix { $0 != "." } : nil }

  /// Whether two components are at the same time and place, with the same status.
  static func isAtSamePlace(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    significant(one) == significant(other)
  }

  private static func significant(_ component: [UInt8]) -> [ArraySlice<UInt8>] {
    let names = ["DTSTART", "DTEND", "DUE", "LOCATION", "STATUS"].map { Array($0.utf8) }
    return ContentLines(component).map { component[$0.range] }.filter { line in
      names.contains { line.first == $0.first && line.starts(with: $0) }
    }
  }
}

extension EarlierEntry {
  /// A component of which some lines have been read.
  struct Reading {
    let kind: CalendarComponent.Kind
    /// The number of its first line.
    let number: Int
    private let start: Int
    private var uid: String?
    private var sequence: Int?
    private var stamp: LocalTime?
    private var isCancelled = false
    private var isShownCancelled = false
    private var isPreempted = false
    private var days: [CivilDay] = []
    private var zone: String?
    private var identity: Range<Int>?
    private var marks = 0
    private var isIdentityWhole = true
    private var isInAlarm = false

    /// `nil` for a line that begins neither an event nor a task.
    init?(_ text: UnsafeBufferPointer<UInt8>, _ line: ContentLine) {
      if text.isLine("BEGIN:VEVENT") {
        kind = .event
      } else if text.isLine("BEGIN:VTODO") {
        kind = .task
      } else {
        return nil
      }
      number = line.number
      start = line.range.lowerBound
    }

    /// Takes the next line, folds and end included; returns whether it ends the component.
    mutating func take(_ text: UnsafeBufferPointer<UInt8>, _ line: ContentLine, in file: [UInt8]) -> Bool {
      if isInAlarm || text.isLine("BEGIN:VALARM") {
        isInAlarm = !text.isLine("END:VALARM")
        return false
      }
      switch text.first {
      case 0x55 where text.begins("UID:"):
        uid = String(decoding: line.content(in: file).dropFirst(4), as: UTF8.self)
      case 0x44 where text.begins("DTSTAMP:"):
        let value = line.content(in: file).dropFirst(8)
        stamp = LocalTime(basic: value)
        mark(line, isNext: marks == 0 && value.count == 16)
      case 0x4C where text.begins("LAST-MODIFIED:"):
        let value = line.content(in: file).dropFirst(14)
        mark(line, isNext: marks == 1 && value.count == 16 && LocalTime(basic: value) == stamp)
      case 0x53 where text.begins("SEQUENCE:"):
        let digits = String(decoding: line.content(in: file).dropFirst(9), as: UTF8.self)
        sequence = Int(digits)
        mark(line, isNext: marks == 2 && sequence.map { String($0) == digits } ?? false)
      case 0x53 where text.isLine("STATUS:CANCELLED"): isCancelled = true
      case 0x58 where text.isLine("X-LICHSONG-OUTCOME:cancelled"): isShownCancelled = true
      case 0x58 where text.isLine("X-LICHSONG-OUTCOME:pre-empted"): isPreempted = true
      case 0x44 where text.begins("DTSTART") || text.begins("DTEND") || text.begins("DUE"):
        takeTime(line.content(in: file))
      case 0x45 where text.begins("END:V"): return true
      default: break
      }
      return false
    }

    /// The component; `nil` when it lacks what every component of ours has.
    ///
    /// - Parameter offset: Where in the file that begins from which positions were counted.
    func entry(end: Int, offset: Int) -> EarlierEntry? {
      guard let uid, let sequence, EarlierEntry.sequences.contains(sequence), let stamp, let identity,
        let first = days.min(), let last = days.max()
      else { return nil }
      return EarlierEntry(
        kind: kind, number: number, uid: uid, revision: ComponentRevision(sequence: sequence, stamp: stamp),
        isCancelled: isCancelled && !isPreempted || isShownCancelled, isShownCancelled: isShownCancelled,
        days: first...last,
        zone: zone,
        range: offset + start..<offset + end,
        identity: isIdentityWhole && marks == 3
          ? identity.lowerBound - start..<identity.upperBound - start : 0..<0)
    }

    /// - Parameter isNext: Whether it is the line that comes next, as it is written here.
    private mutating func mark(_ line: ContentLine, isNext: Bool) {
      let isBeside = identity.map { $0.upperBound == line.range.lowerBound } ?? true
      isIdentityWhole = isIdentityWhole && isNext && isBeside && !line.isFolded
      identity = (identity?.lowerBound ?? line.range.lowerBound)..<line.range.upperBound
      marks += 1
    }

    private static let zoneParameter = Array(";TZID=".utf8)

    private mutating func takeTime(_ text: ArraySlice<UInt8>) {
      guard let colon = text.lastIndex(of: 0x3A) else { return }
      if let day = LocalTime(basic: text[(colon + 1)...])?.day { days.append(day) }
      let parameters = text[..<colon]
      if zone == nil,
        let start = parameters.indices.first(where: { parameters[$0...].starts(with: Self.zoneParameter) })
      {
        zone = String(decoding: parameters[(start + Self.zoneParameter.count)...], as: UTF8.self)
      }
    }
  }
}

extension LocalTime {
  /// Reads `20200402T201500`, with or without `Z`, or the day alone. `nil` for anything else.
  init?(basic text: ArraySlice<UInt8>) {
    func number(_ from: Int, _ count: Int) -> Int? {
      var value = 0
      for octet in text.dropFirst(from).prefix(count) {
        guard (0x30...0x39).contains(octet) else { return nil }
        value = value * 10 + Int(octet - 0x30)
      }
      return value
    }
    guard text.count >= 8, let year = number(0, 4), let month = number(4, 2), let day = number(6, 2),
      let date = CivilDay(year: year, month: month, day: day)
    else { return nil }
    if text.count == 8 {
      self.init(date)
      return
    }
    let isUTC = text.count == 16 && text.last == 0x5A
    guard text.count == 15 || isUTC, text[text.startIndex + 8] == 0x54, let hour = number(9, 2),
      let minute = number(11, 2), let second = number(13, 2), hour < 24, minute < 60, second < 60,
      let time = TimeOfDay(seconds: hour * 3600 + minute * 60 + second)
    else { return nil }
    self.init(date, time)
  }
}
