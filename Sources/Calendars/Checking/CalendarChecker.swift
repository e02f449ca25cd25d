public import ScheduleModel

/// Reads a calendar octet by octet and tells what RFC 5545 forbids and what some client stumbles over.
///
/// Parsers forgive nearly everything: lines that end with LF alone, characters split by a fold, missing
/// stamps, repeated UIDs. Nobody is told, until one client of many shows nothing. So this reader forgives
/// nothing, and knows no library that would.
///
///     octets ──lines──▶ content lines ──stack──▶ components ──rules──▶ findings
public enum CalendarChecker {
  /// So many findings of one file are told; how many more there are, the last one says.
  static let most = 200

  /// What is wrong with a calendar, in the order of its lines; empty when nothing is.
  ///
  /// - Parameters:
  ///   - octets: The whole file, whatever it holds.
  ///   - file: The file as the user named it.
  /// - Complexity: O(octets) in time; memory for one component and the UIDs of all.
  public static func findings(in octets: [UInt8], file: String) -> [Finding] {
    var list = CalendarFindings(file: file)
    OctetCheck.check(octets, into: &list)
    var check = ComponentCheck(list)
    for line in ContentLines(octets) {
      let text = line.content(in: octets)
      if !text.isEmpty { check.take(text, number: line.number) }
    }
    return check.end().all
  }
}

/// The findings of one file, so many of them.
struct CalendarFindings {
  let file: String
  private var told: [Finding] = []
  private var untold = 0

  init(file: String) { self.file = file }

  /// Something at a line, from 1.
  mutating func add(_ line: Int, _ finding: (SourcePlace) -> Finding) {
    guard told.count < CalendarChecker.most else { return untold += 1 }
    told.append(finding(SourcePlace(file: file, line: line)))
  }

  /// All that are told, by line.
  var all: [Finding] {
    told.inFileOrder + (untold == 0 ? [] : [.moreInCalendar(untold, in: file)])
  }
}
