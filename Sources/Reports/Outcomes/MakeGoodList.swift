import ScheduleModel

/// Where what was missed can be made good: the dated slots that the engine finds, and what moves for them.
enum MakeGoodList {
  static func text(plan: Plan, replan: Replan, language: ReaderLanguage) -> String {
    let open = replan.missed
    var text = MakeGoodWords.heading(replan.start.from, open.count)[language] + "\n"
    for missed in open.inSlotOrder {
      let title = plan.title(ofLine: missed.old.line, in: language)
      let edition = AllocationWords.number(of: missed.old, in: plan)[language]
      let tongue =
        plan.tellsLanguage(of: missed.old)
        ? ", " + AllocationWords.spoken(missed.old.language, in: language) : ""
      let slot = missed.new.map { new in
        let outlet =
          new.outlet == missed.old.outlet
          ? "" : " (\((plan.outlet(new.outlet)?.name ?? new.outlet).visible()))"
        return new.timing.text(in: language) + outlet
      }
      text +=
        "  \(title.visible()), \(edition)\(tongue): \(missed.old.timing.text(in: language)) → "
        + (slot ?? MakeGoodWords.noSlot[language]) + "\n"
    }
    guard !open.isEmpty else { return text }
    let displaced = replan.moves.map { ($0.old, Optional($0.new)) } + replan.dropped.map { ($0, nil) }
    let lines = Set(open.filter { $0.new == nil }.map(\.old.line))
    for unplaced in replan.schedule.unplaced where lines.contains(unplaced.line) {
      let title = plan.line(unplaced.line)?.title ?? unplaced.line
      let spoken = AllocationWords.spoken(unplaced.language, in: language)
      text += "  \(title.visible()) (\(spoken)): \(unplaced.reason[language].visible())\n"
    }
    if displaced.isEmpty {
      return open.contains { $0.new != nil } ? text + MakeGoodWords.nothingDisplaced[language] + "\n" : text
    }
    text += MakeGoodWords.displaced(displaced.count)[language] + "\n"
    for (old, new) in displaced {
      let to = new.map { $0.timing.text(in: language) } ?? MakeGoodWords.noSlot[language]
      text += "  \(old.uid): \(old.timing.text(in: language)) → \(to)\n"
    }
    return text
  }
}

extension [Replan.Missed] {
  /// By the slot into which each goes; those without one at the end, in the order of their old times.
  var inSlotOrder: [Replan.Missed] {
    enumerated().sorted { left, right in
      switch (left.element.new, right.element.new) {
      case (let a?, let b?): (a.timing, a.uid) < (b.timing, b.uid)
      case (nil, _?): false
      case (_?, nil): true
      default: left.offset < right.offset
      }
    }.map(\.element)
  }
}

/// The words of the list.
enum MakeGoodWords {
  static let noSlot = Words(vi: "không còn khung trống", en: "no slot is free")
  static let nothingDisplaced = Words(
    vi: "Các khung này đang trống: không lượt nào phải dời.", en: "These slots are free: nothing has to move."
  )

  static func heading(_ from: CivilDay, _ count: Int) -> Words {
    guard count > 0 else {
      return Words(vi: "Không có lượt nào cần phát bù.", en: "Nothing has to be made good.")
    }
    return Words(
      vi: "Đề nghị phát bù từ ngày \(from.forPeople), theo thứ tự ngày (\(count) lượt):",
      en: "Make-goods proposed from \(from.forPeople) on, in the order of days (\(count)):")
  }

  static func displaced(_ count: Int) -> Words {
    Words(vi: "Vì thế phải dời (\(count) lượt):", en: "To make room for them these move (\(count)):")
  }
}
