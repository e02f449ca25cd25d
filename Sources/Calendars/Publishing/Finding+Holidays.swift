import ScheduleModel

/// What there is to tell of openings on Tết and in state mourning, in both languages.
extension Finding {
  /// - Parameter collisions: The grid lines that open on Tết; at least one.
  static func onNewYear(_ collisions: [HolidayCheck.Collision], newYear: Range<CivilDay>) -> Finding {
    let list = openings(collisions)
    return Finding(
      .holidayCollision, .warning, at: collisions[0].line.place,
      Words(
        vi: "\(list.vi) mở vào Tết Nguyên đán.",
        en: "On Tết, the lunar new year, there are openings: \(list.en)."),
      remedy: remedy(collisions, blackout: "Tết Nguyên đán", newYear))
  }

  /// - Parameters:
  ///   - collisions: The grid lines that open in the mourning; at least one.
  ///   - who: Of whom it is.
  static func inMourning(
    _ collisions: [HolidayCheck.Collision], name who: String, mourning: Range<CivilDay>
  ) -> Finding {
    let list = openings(collisions)
    let steps = remedy(collisions, blackout: "Quốc tang \(who)", mourning)
    return Finding(
      .mourningCollision, .info, at: collisions[0].line.place,
      Words(
        vi: "\(list.vi) mở trong những ngày Quốc tang (\(who)).",
        en: "In the state mourning for \(who) there are openings: \(list.en)."),
      remedy: Words(
        vi: "Thời sự vẫn phát; giải trí, tiểu phẩm, cuộc thi thì dời hoặc nghỉ.\n\(steps.vi)",
        en: "News goes on; entertainment, sketches and contests move or are left out.\n\(steps.en)"))
  }

  /// How to move the openings, then the blackout that makes them move, once for all of them, with its outlets.
  private static func remedy(
    _ collisions: [HolidayCheck.Collision], blackout name: String, _ days: Range<CivilDay>
  ) -> Words {
    var outlets: [String] = []
    for collision in collisions where !outlets.contains(collision.outlet.id) {
      outlets.append(collision.outlet.id)
    }
    let entry =
      "- { name: \(name), from: \(days.lowerBound), to: \(days.upperBound.before), "
      + "outlets: [\(outlets.joined(separator: ", "))] }"
    let moves = self.moves(collisions)
    guard !moves.isEmpty else {
      return Words(vi: "Thêm vào `blackouts:`\n\(entry)", en: "Add to `blackouts:`\n\(entry)")
    }
    return Words(
      vi: moves.map(\.vi).joined(separator: "\n")
        + "\nRồi thêm vào `blackouts:`\n\(entry)\nBuổi nào không dời thì nghỉ.",
      en: moves.map(\.en).joined(separator: "\n")
        + "\nThen add to `blackouts:`\n\(entry)\nAn opening that does not move is lost.")
  }

  /// What the grid lines are to say so that their openings move, those that say the same together. A grid line has one
  /// `in-blackout`, so another replaces what it says.
  private static func moves(_ collisions: [HolidayCheck.Collision]) -> [Words] {
    var groups: [(now: GridLine.InBlackout, shift: Int, members: [HolidayCheck.Collision])] = []
    for collision in collisions {
      guard let shift = collision.shift else { continue }
      let now = collision.line.inBlackout
      if let index = groups.firstIndex(where: { $0.now == now && $0.shift == shift }) {
        groups[index].members.append(collision)
      } else {
        groups.append((now, shift, [collision]))
      }
    }
    return groups.map { group in
      let names = named(group.members, \.name)
      let isOne = group.members.count == 1
      let lines = isOne ? "grid line" : "grid lines"
      let key = key(group.shift)
      switch group.now {
      case .drop:
        return Words(
          vi: "Muốn dời thay vì bỏ, ghi ở khung giờ \(names.vi):\n\(key)",
          en: "To move instead of losing them, write at the \(lines) \(names.en):\n\(key)")
      case .keep:
        return Words(
          vi:
            "Khung giờ \(names.vi) vẫn phát trong ngày nghỉ (in-blackout: keep). Muốn dời thì đổi thành:\n\(key)",
          en:
            "The \(lines) \(names.en) \(isOne ? "keeps its" : "keep their") openings there (in-blackout: keep). To move "
            + "them, change that to:\n\(key)")
      case .shift(group.shift):
        return Words(
          vi: "Khung giờ \(names.vi) sẽ dời, như đã ghi: \(key)",
          en: "The \(lines) \(names.en) then \(isOne ? "moves, as it says" : "move, as they say"): \(key)")
      case .shift(let days):
        return Words(
          vi: "Khung giờ \(names.vi) không dời được như đã ghi (\(Self.key(days))). Đổi thành:\n\(key)",
          en:
            "The \(lines) \(names.en) cannot move as \(isOne ? "it says" : "they say") (\(Self.key(days))). Change that "
            + "to:\n\(key)")
      }
    }
  }

  private static func key(_ shift: Int) -> String { "in-blackout: \(shift > 0 ? "+" : "")\(shift)d" }

  /// The grid lines with the days on which they open.
  private static func openings(_ collisions: [HolidayCheck.Collision]) -> Words {
    let list = named(collisions) { collision in
      let days = collision.days.words
      return Words(vi: "\(collision.name.vi) \(days.vi)", en: "\(collision.name.en) \(days.en)")
    }
    return Words(vi: "Khung giờ \(list.vi)", en: list.en)
  }

  /// Up to a dozen of some grid lines, and how many more there are.
  private static func named(
    _ collisions: [HolidayCheck.Collision], _ words: (HolidayCheck.Collision) -> Words
  ) -> Words {
    let shown = collisions.prefix(12).map(words)
    let more = collisions.count - shown.count
    return Words(
      vi: shown.map(\.vi).joined(separator: "; ") + (more > 0 ? " và \(more) khung giờ nữa" : ""),
      en: shown.map(\.en).joined(separator: "; ") + (more > 0 ? " and \(more) more" : ""))
  }
}

extension HolidayCheck.Collision {
  /// The grid line and its outlet.
  fileprivate var name: Words { Words("“\(line.id)” (\(outlet.name))") }
}
