import ScheduleModel

/// A conflict of a plan in words.
struct ShortageWords {
  private let conflict: Conflict
  private let variant: PlanVariant

  init(_ conflict: Conflict, in variant: PlanVariant) {
    self.conflict = conflict
    self.variant = variant
  }

  // MARK: - What is too many

  /// `6 too many: “A” needs 30 places, the grid line “g” (tv) has 24.`
  var message: Words {
    Words(vi: "Thừa \(conflict.excess): ", en: "\(conflict.excess) too many: ") + lack + Words(".")
  }

  /// `“A” needs 30 places, the grid line “g” (tv) has 24`
  var lack: Words {
    let names = self.names
    return Words(
      vi:
        "\(names.count == 1 ? "chỉ tiêu" : "các chỉ tiêu") \(listed(names).vi) cần \(conflict.needed) chỗ, ",
      en:
        "\(listed(names).en) \(names.count == 1 ? "needs" : "need") \(conflict.needed) \(conflict.needed == 1 ? "place" : "places"), "
    ) + room
  }

  /// What the first of several conflicts has too many on its own.
  func core(of group: Conflict.Group) -> Words? {
    guard let core = group.cores.first, core.series != group.whole.series else { return nil }
    let words = ShortageWords(core, in: variant)
    let names = words.listed(words.names)
    return Words(
      vi: " Riêng \(names.vi) đã cần \(core.needed), chỉ có \(core.places).",
      en:
        " \(names.en) alone \(words.names.count == 1 ? "needs" : "need") \(core.needed), with room for \(core.places)."
    )
  }

  private var names: [Words] { conflict.series.map { variant.planned.series[$0].name }.unique }

  private func listed(_ words: [Words]) -> Words {
    Words(vi: words.map(\.vi).joined(separator: ", "), en: words.map(\.en).joined(separator: ", "))
  }

  // MARK: - Where

  private var room: Words {
    let limits = LimitWords(conflict, in: variant).all
    let held =
      conflict.held == 0
      ? nil
      : Words(
        vi: " (đã trừ \(conflict.held) chỗ cố định của chỉ tiêu khác)",
        en: " (less \(conflict.held) that pins of others hold)")
    let words: Words
    switch limits.count {
    case 0:
      let isClosed = conflict.series.contains { number in
        variant.planned.series[number].line.placing?.weights.contains(0) ?? false
      }
      words =
        isClosed
        ? Words(
          vi: "không có khung giờ nào mở trong các tháng có trọng số",
          en: "no grid line opens in the months that have a weight")
        : obstacle
          ?? Words(vi: "không có khung giờ nào mở trong thời gian đó", en: "no grid line opens in that time")
    case 1:
      words = Words(
        vi: "\(limits[0].words.vi) chỉ \(limits[0].verb.vi) \(conflict.places)",
        en: "\(limits[0].words.en) \(limits[0].verb.en) \(conflict.places)")
    default:
      let parts = limits.map { Words(vi: "\($0.words.vi) \($0.places)", en: "\($0.words.en) \($0.places)") }
      words = Words(
        vi: "chỉ có \(conflict.places): \(listed(parts).vi)",
        en: "\(conflict.places) are there: \(listed(parts).en)")
    }
    return words + held
  }

  /// What keeps all openings of its outlets from taking it; `nil` where that is their time, or none opens.
  private var obstacle: Words? {
    let use = SlotUse(plan: variant.plan, slots: variant.slots)
    for number in conflict.series {
      let origin = variant.planned.series[number]
      guard
        let place = origin.followUp?.place
          ?? origin.line.placing.map({ SlotUse.Place(originalsOf: origin.line, $0) })
      else { continue }
      let there = variant.slots.filter { place.outlets.contains($0.outlet) }
      for slot in there {
        // Of all openings the first that has the right time says it.
        switch use.obstacle(to: place, in: slot) {
        case .language(let language):
          return Words(
            vi: "khung giờ ở đó không mang tiếng \(BroadcastLanguage.name(of: language, in: .vietnamese))",
            en: "its grid lines carry no \(BroadcastLanguage.name(of: language, in: .english))")
        case .grid:
          return Words(
            vi: "khung giờ mở ở đó không có trong grid của chỉ tiêu",
            en: "the grid lines that open there are not in the line's grid")
        case .length(let own, let room):
          return Words(
            vi: "khung giờ ở đó chỉ dài \(room) phút, tác phẩm dài \(own) phút",
            en: "its grid lines are \(counted(room, "minute")) long, a work \(own)")
        case .weekday:
          return Words(
            vi: "khung giờ ở đó mở vào những thứ khác (days)",
            en: "its grid lines open on other weekdays (days)")
        case .blackout(let name):
          return Words(
            vi: "khung giờ ở đó đều rơi vào “\(name)”", en: "its grid lines open in “\(name)” alone")
        case .window, .year, .outlet, nil: continue
        }
      }
    }
    return nil
  }

  // MARK: - When and why

  /// The first month that fails; `nil` where no slot is open in any.
  func month(_ first: Conflict.FirstMonth) -> Words? {
    guard !conflict.slots.isEmpty else { return nil }
    let month = variant.plan.months.label(of: first.month)
    let needed = first.conflicts.reduce(0) { $0 + $1.needed }
    let places = first.conflicts.reduce(0) { $0 + $1.places }
    guard needed != conflict.needed || places != conflict.places else {
      return Words(
        vi: " Tháng đầu tiên không xếp kịp: tháng \(month).",
        en: " The first month that fails: month \(month).")
    }
    return Words(
      vi:
        " Tháng đầu tiên không xếp kịp: tháng \(month) (đến hết tháng phải xếp \(needed), chỉ có \(places) chỗ).",
      en:
        " The first month that fails: month \(month) (by its end \(needed) must be placed, with room for \(places))."
    )
  }

  /// What takes places away.
  func causes(_ causes: [(words: Words, places: Int)]) -> Words? {
    guard !causes.isEmpty else { return nil }
    let parts = causes.prefix(5).map { cause in
      Words(vi: "\(cause.words.vi) \(cause.places)", en: "\(cause.words.en) \(cause.places)")
    }
    return Words(
      vi: " Bỏ riêng từng điều sau thì xếp thêm được: \(parts.map(\.vi).joined(separator: "; ")).",
      en: " Lifting one of these alone would place more: \(parts.map(\.en).joined(separator: "; ")).")
  }

  /// Single changes each of which is enough, or what else helps.
  func remedy(_ changes: [Words]) -> Words {
    guard changes.isEmpty else { return Self.anyOf(changes) }
    let isReported = conflict.series.contains { variant.planned.series[$0].line.basis == .result }
    guard !isReported else {
      return Words(
        vi: "Mở thêm \(conflict.excess) chỗ.",
        en: "Open \(conflict.excess) more \(conflict.excess == 1 ? "place" : "places").")
    }
    return Words(
      vi:
        "Mở thêm \(conflict.excess) chỗ, hoặc giảm tổng các chỉ tiêu này \(conflict.excess)\(Self.byDecision.vi).",
      en:
        "Open \(conflict.excess) more \(conflict.excess == 1 ? "place" : "places"), or lower these quotas by "
        + "\(conflict.excess) in all\(Self.byDecision.en).")
  }

  /// What a signed figure takes to be lowered.
  static let byDecision = Words(
    vi: " (số đã ký: chỉ khi có quyết định điều chỉnh, ghi vào amended)",
    en: " (a signed figure: only by a decision that changes it, written in amended)")

  static func anyOf(_ changes: [Words]) -> Words {
    let lead =
      changes.count == 1
      ? Words(vi: "Ghi ", en: "Write ")
      : Words(vi: "Chỉ cần một trong các thay đổi: ", en: "Any one of these is enough: ")
    return lead
      + Words(
        vi: changes.map(\.vi).joined(separator: "; ") + ".",
        en: changes.map(\.en).joined(separator: "; ") + ".")
  }

  // MARK: - The least of a month

  /// `Month 3 lacks 2: the least of “A”, “B” is 7, …`
  var leastMessage: Words {
    let month = variant.plan.months.label(of: conflict.month ?? 0)
    let names = listed(names)
    return Words(
      vi: "Tháng \(month) thiếu \(conflict.excess): \(names.vi) cần ít nhất \(conflict.needed), \(room.vi).",
      en:
        "Month \(month) lacks \(conflict.excess): \(names.en) \(self.names.count == 1 ? "asks" : "ask") for at least \(conflict.needed), \(room.en)."
    )
  }

  var leastRemedy: Words {
    let month = variant.plan.months.label(of: conflict.month ?? 0)
    return Words(
      vi:
        "Mở thêm khung giờ trong tháng \(month), hoặc hạ số ít nhất của tháng (months) tổng cộng \(conflict.excess).",
      en:
        "Open more slots in month \(month), or lower the least of the month (months) by \(conflict.excess) in all."
    )
  }
}

extension PlanProblem.Origin {
  /// What it is called in a sentence.
  var name: Words {
    let title = "“\(line.title)”"
    switch followUp?.kind {
    case nil: return Words(title)
    case .part(let number):
      let part = WorkPart(number: number, of: line.parts).name
      return Words(vi: "\(title) (\(part.vi))", en: "\(title) (\(part.en))")
    case .crossPost(let outlet):
      return Words(vi: "\(title) (đăng, phát thêm trên “\(outlet)”)", en: "\(title) (again on “\(outlet)”)")
    case .version(let languages):
      func names(_ language: ReaderLanguage) -> String {
        languages.map { BroadcastLanguage.name(of: $0, in: language) }.joined(separator: ", ")
      }
      return Words(vi: "\(title) (bản tiếng \(names(.vietnamese)))", en: "\(title) (in \(names(.english)))")
    case .again:
      return Words(vi: "\(title) (phát lại)", en: "\(title) (repeats)")
    }
  }
}
