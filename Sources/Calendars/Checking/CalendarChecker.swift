import ContentLines
public import ScheduleModel

/// Reads a calendar octet by octet and tells what RFC 5545 forbids and what some client stumbles over.
///
/// Parsers forgive nearly everything: lines that end with LF alone, characters split by a fold, missing
/// stamps, repeated UIDs. Nobody is told, until one client of many shows nothing. So this reader forgives
/// nothing. libical is asked how often which property may stand; the form of values is checked here, since libical
/// takes `P1` for a duration, `+07` for an offset and 25:00 for an hour.
///
///     octets ──OctetCheck──▶ findings
///            ──ComponentReader──▶ components ──rules──▶ findings
public enum CalendarChecker {
  /// What is wrong with a calendar, in the order of its lines; empty when nothing is.
  ///
  /// - Parameters:
  ///   - octets: The whole file, whatever it holds.
  ///   - file: The file as the user named it.
  /// - Complexity: O(octets) in time; memory for one component and the UIDs of all.
  public static func findings(in octets: [UInt8], file: String) -> [Finding] {
    var list = CalendarFindings(file: file)
    // Of UTF-16 nothing is read, and that is all there is to tell of its octets.
    if !ComponentReader.isUTF16(octets) { OctetCheck.check(octets, into: &list) }
    var check = CalendarObjectCheck(list)
    var reader = ComponentReader()
    octets.withUnsafeBytes { block in
      var position = 0
      while let element = reader.next(in: block, &position) { check.take(element, of: reader.calendar) }
    }
    for element in reader.end() { check.take(element, of: reader.calendar) }
    return check.end()
  }
}

/// The findings of one file, limited by kind, so that no kind hides another.
struct CalendarFindings {
  /// The most findings of one kind, and the most kinds.
  static let mostOfAKind = 20
  private static let mostKinds = 300

  let file: String
  private var kinds: [String: (told: Int, untold: Int, first: Finding)] = [:]
  private var told: [Finding] = []

  init(file: String) { self.file = file }

  /// Something at a line, from 1.
  mutating func add(_ line: Int, _ finding: (SourcePlace) -> Finding) {
    let finding = finding(SourcePlace(file: file, line: line))
    var kind = Self.kind(of: finding)
    if kinds[kind] == nil, kinds.count >= Self.mostKinds { kind = "" }
    guard let seen = kinds[kind], !kind.isEmpty else {
      kinds[kind] = (kind.isEmpty ? 0 : 1, (kinds[kind]?.untold ?? 0) + (kind.isEmpty ? 1 : 0), finding)
      if !kind.isEmpty { told.append(finding) }
      return
    }
    if seen.told < Self.mostOfAKind {
      kinds[kind]?.told += 1
      told.append(finding)
    } else {
      kinds[kind]?.untold += 1
      if seen.untold == 0 { kinds[kind]?.first = finding }
    }
  }

  /// All that are told, by line.
  var all: [Finding] {
    let more = kinds.values.filter { $0.untold > 0 }.map { Finding.moreInCalendar($0.untold, like: $0.first) }
    return (told + more.sorted { $0.message.en < $1.message.en }).inFileOrder
  }

  /// The finding without what differs from place to place: what is quoted, and numbers.
  private static func kind(of finding: Finding) -> String {
    var kind = finding.code.rawValue
    var isQuoted = false
    for scalar in finding.message.en.unicodeScalars {
      switch scalar {
      case "“": isQuoted = true
      case "”": isQuoted = false
      case "0"..."9": continue
      default: if !isQuoted { kind.unicodeScalars.append(scalar) }
      }
    }
    return kind
  }
}
