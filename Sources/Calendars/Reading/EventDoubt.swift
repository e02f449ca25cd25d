import ScheduleModel

/// Why something that stands in a calendar may not go out.
public enum EventDoubt: Codable, Hashable, Sendable {
  /// Its title says that nothing goes out then: “Bản tin – nghỉ, không phát”.
  case off(title: String)
  /// Its title says that it was cancelled, as some programs write it: “Cancelled: Bản tin”.
  case cancelled(title: String)
  /// It is not certain yet (`STATUS:TENTATIVE`).
  case tentative(title: String)

  /// What the title and the state of an event say.
  init?(title: String, status: String?) {
    // What signs part; “Nghỉ hè vui khỏe” is the name of a programme.
    let pieces = title.composed.lowercased().split { "-–—:;,.()[]|/".contains($0) }
      .map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    if pieces.contains(where: Self.cancelledWords.contains) {
      self = .cancelled(title: title)
    } else if pieces.contains(where: Self.offWords.contains) {
      self = .off(title: title)
    } else if status?.uppercased() == "TENTATIVE" {
      self = .tentative(title: title)
    } else {
      return nil
    }
  }

  /// Whether it closes no day either: what is off may be just that.
  var keepsOpen: Bool {
    if case .off = self { false } else { true }
  }

  private static let cancelledWords: Set<String> = [
    "hủy", "huỷ", "đã hủy", "đã huỷ", "bị hủy", "bị huỷ", "hủy phát", "huỷ phát", "hủy bỏ", "huỷ bỏ",
    "cancelled", "canceled", "hoãn", "đã hoãn", "hoãn phát", "postponed",
  ]
  private static let offWords: Set<String> = [
    "nghỉ", "nghỉ phát", "nghỉ phát sóng", "nghỉ lễ", "nghỉ tết", "không phát", "không phát sóng",
    "không phát chương trình", "không lên sóng", "tạm nghỉ", "tạm dừng", "tạm dừng phát",
    "tạm dừng phát sóng",
    "tạm ngừng", "tạm ngừng phát sóng", "ngừng phát", "ngừng phát sóng", "dừng phát", "dừng phát sóng",
    "off air", "no broadcast", "not on air",
  ]
}

extension ReadEvent {
  /// The days of its doubtful times, by the doubt, in their order.
  var doubts: [(doubt: EventDoubt, days: [CivilDay])] {
    var found: [(doubt: EventDoubt, days: [CivilDay])] = []
    for span in spans {
      guard let doubt = span.doubt else { continue }
      if let index = found.firstIndex(where: { $0.doubt == doubt }) {
        found[index].days.append(span.from.day)
      } else {
        found.append((doubt, [span.from.day]))
      }
    }
    return found
  }

  /// The same without its doubtful times.
  var withoutDoubts: ReadEvent {
    ReadEvent(
      line: line, title: title, uid: uid, kind: kind, rule: rule, recurs: recurs,
      spans: spans.filter { $0.doubt == nil })
  }
}
