import ScheduleModel

/// How an event or task that is no longer planned is written (RFC 5545 §3.8.1.11).
struct Tombstone: Sendable {
  /// The revision in which it is cancelled.
  let revision: ComponentRevision
  /// Whether an event is written for clients that hide `STATUS:CANCELLED`: tentative, with a title that tells.
  let isShown: Bool

  /// An entry cancelled: every line stays but the status, those of the revision and of an outcome, and where it is
  /// to be shown, or was, its title. A reminder of what is not to be done any more goes.
  func octets(of entry: [UInt8]) -> [UInt8] {
    let isShown = isShown && entry.starts(with: "BEGIN:VEVENT".utf8)
    let status = Array("STATUS:\(isShown ? "TENTATIVE" : "CANCELLED")\r\n".utf8)
    var octets: [UInt8] = []
    var (hasStatus, hasRevision, isInAlarm) = (false, false, false)
    for line in ContentLines(entry) {
      let text = entry[line.range]
      func begins(_ name: StaticString) -> Bool {
        name.withUTF8Buffer { text.starts(with: $0) }
      }
      if isInAlarm || begins("BEGIN:VALARM") {
        isInAlarm = !begins("END:VALARM")
      } else if begins("DTSTAMP") || begins("LAST-MODIFIED") || begins("SEQUENCE") {
        if !hasRevision { octets += revision.octets }
        hasRevision = true
      } else if begins("STATUS") {
        if !hasStatus { octets += status }
        hasStatus = true
      } else if begins("X-LICHSONG-OUTCOME") {
        continue
      } else if begins("SUMMARY") {
        octets += Self.title(line.content(in: entry), isShown: isShown) ?? Array(text)
      } else if begins("END:") {
        octets += (hasStatus ? [] : status) + (isShown ? Self.mark : []) + text
      } else {
        octets += text
      }
    }
    return octets
  }

  private static let mark = Array("X-LICHSONG-OUTCOME:cancelled\r\n".utf8)

  /// The line of a title that says that the event is cancelled, or does not say it any more; `nil` when it is right
  /// as it is.
  private static func title(_ line: ArraySlice<UInt8>, isShown: Bool) -> [UInt8]? {
    guard let colon = line.firstIndex(of: 0x3A) else { return nil }
    let isEnglish = line[..<colon].elementsEqual("SUMMARY;LANGUAGE=en".utf8)
    let words = Words(vi: "Đã hủy: ", en: "Cancelled: ")[isEnglish ? .english : .vietnamese].utf8
    let title = line[(colon + 1)...]
    guard title.starts(with: words) != isShown else { return nil }
    return ComponentText.folded(
      line[...colon] + (isShown ? Array(words) + title : Array(title.dropFirst(words.count))))
  }
}
