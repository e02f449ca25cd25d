import Foundation
import ScheduleModel

/// A calendar of the folder before publishing, as far as it can be read.
///
/// What cannot be read is passed over: it says nothing about revisions, and the rest of the file and the
/// other files do. Cost: each octet is looked at once; nothing but the UIDs is copied.
struct EarlierCalendar {
  let file: Publication.EarlierFile
  /// Whether this program wrote it.
  private(set) var isOurs = false
  /// The lines of the calendar itself, `BEGIN` included.
  private(set) var head: [ContentLine] = []
  /// The VTIMEZONE of each zone.
  private(set) var zones: [String: Range<Int>] = [:]
  /// Its events and tasks, as they stand.
  private(set) var entries: [EarlierEntry] = []
  /// Above every `SEQUENCE` of what went without a trace.
  private(set) var floor = 0
  /// The numbers of the lines where something is damaged.
  private(set) var damage: [Int] = []

  var octets: [UInt8] { file.octets }

  init(_ file: Publication.EarlierFile) {
    self.file = file
    read()
    let isTorn = file.octets.allSatisfy { $0 == 0 } || Self.start.starts(with: file.octets) || hasStartAlone
    isOurs = isOurs || isTorn || entries.contains { $0.uid.hasSuffix("@lichsong") }
  }

  private mutating func read() {
    let file = octets
    var entry: EarlierEntry.Reading?
    var zone: (name: String?, start: Int)?
    var isEnded = false
    file.withUnsafeBufferPointer { buffer in
      var lines = ContentLines.Positions(buffer)
      while let line = lines.next() {
        let text = UnsafeBufferPointer(rebasing: buffer[line.range])
        if entry != nil {
          if text.begins("BEGIN:V") {
            // The one before has no END; this may be whole.
            damage.append(entry?.number ?? line.number)
            entry = EarlierEntry.Reading(text, line)
          } else if entry?.take(text, line, in: file) ?? false {
            if let whole = entry?.entry(end: line.range.upperBound) {
              entries.append(whole)
            } else {
              damage.append(entry?.number ?? line.number)
            }
            entry = nil
          }
        } else if let begun = zone {
          if text.begins("TZID:") {
            zone?.name = String(decoding: line.content(in: file).dropFirst(5), as: UTF8.self)
          }
          guard text.isLine("END:VTIMEZONE") else { continue }
          if let name = begun.name { zones[name] = begun.start..<line.range.upperBound }
          zone = nil
        } else if text.isLine("BEGIN:VTIMEZONE") {
          zone = (nil, line.range.lowerBound)
        } else if let begun = EarlierEntry.Reading(text, line) {
          entry = begun
        } else if text.isLine("END:VCALENDAR") {
          isEnded = true
        } else if entries.isEmpty, zones.isEmpty, !isEnded {
          takeHead(line.content(in: file), line)
        } else {
          damage.append(line.number)
        }
      }
    }
    if let entry { damage.append(entry.number) }
    if !isEnded, damage.isEmpty { damage.append(1) }
  }

  private mutating func takeHead(_ text: ArraySlice<UInt8>, _ line: ContentLine) {
    if text.starts(with: "PRODID:-//Lich Song//".utf8) { isOurs = true }
    if text.starts(with: "X-LICHSONG-FLOOR:".utf8) {
      let number = String(decoding: text.dropFirst(17), as: UTF8.self)
      floor = Int(number).flatMap { EarlierEntry.sequences.contains($0) ? $0 : nil } ?? 0
    }
    head.append(line)
  }

  /// Whether it begins as ours do, and names no other program.
  private var hasStartAlone: Bool {
    octets.starts(with: Self.start.prefix(28))
      && !head.contains { $0.content(in: octets).starts(with: "PRODID".utf8) }
  }

  /// How every calendar of ours begins.
  private static let start = Array("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Lich Song//lichsong//".utf8)
}
