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

  /// `Short by 6: “A” needs 30 places, the grid line “g” (tv) has 24.`
  var message: Words {
    Words(
      vi: "Thiếu \(grouped(conflict.excess, in: .vietnamese)) chỗ: ",
      en: "Short by \(grouped(conflict.excess, in: .english)): ") + lack + Words(".")
  }

  /// `“A” needs 30 places, the grid line “g” (tv) has 24`
  var lack: Words {
    let names = self.names
    return Words(
      vi:
        "\(names.count == 1 ? "chỉ tiêu" : "các chỉ tiêu") \(listed(names).vi) cần \(grouped(conflict.needed, in: .vietnamese)) chỗ, ",
      en:
        "\(listed(names).en) \(names.count == 1 ? "needs" : "need") \(counted(conflict.needed, "place")), "
    ) + room
  }

  /// What the first of several conflicts has too many on its own.
  func core(of group: Conflict.Group) -> Words? {
    guard let core = group.cores.first, core.series != group.whole.series else { return nil }
    let words = ShortageWords(core, in: variant)
    let names = words.listed(words.names)
    return Words(
      vi:
        " Riêng \(names.vi) đã cần \(grouped(core.needed, in: .vietnamese)), chỉ có \(grouped(core.places, in: .vietnamese)).",
      en:
        " \(names.en) alone \(words.names.count == 1 ? "needs" : "need") \(grouped(core.needed, in: .english)), with room for \(grouped(core.places, in: .english))."
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
        vi: "\(limits[0].words.vi) chỉ \(limits[0].verb.vi) \(grouped(conflict.places, in: .vietnamese))",
        en: "\(limits[0].words.en) \(limits[0].verb.en) \(grouped(conflict.places, in: .english))")
    default:
      let parts = limits.map {
        Words(
          vi: "\($0.words.vi) \(grouped($0.places, in: .vietnamese))",
          en: "\($0.words.en) \(grouped($0.places, in: .english))")
      }
      words = Words(
        vi: "chỉ có \(grouped(conflict.places, in: .vietnamese)): \(listed(parts).vi)",
        en: "\(grouped(conflict.places, in: .english)) are there: \(listed(parts).en)")
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
      if let followUp = origin.followUp, there.contains(where: { use.obstacle(to: place, in: $0) == nil }) {
        guard followUp.mostDays == 0 else { continue }
        return Words(
          vi: "ngày phát mới không còn buổi nào sau lượt phát trước (within: 0d)",
          en: "no opening of the first run's day comes after the airing before (within: 0d)")
      }
      for slot in there {
        // Of all openings the first that has the right time says it.
        switch use.obstacle(to: place, in: slot) {
        case .language(let language):
          return Words(
            vi: "khung giờ ở đó không mang tiếng \(BroadcastLanguage.name(of: language, in: .vietnamese))",
            en: "its grid lines carry no \(BroadcastLanguage.name(of: language, in: .english))")
        case .grid:
          if let closed = ownGridsClosed(place) { return closed }
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

  /// That the grid lines which a line names do not open in its time; `nil` where it names none, or they open.
  private func ownGridsClosed(_ place: SlotUse.Place) -> Words? {
    let plan = variant.plan
    let window = place.days?.window ?? plan.days
    let own = Set(place.grid)
    let isKnown = place.outlets.contains { id in
      plan.outlet(id)?.grid.contains { own.contains($0.id) } ?? false
    }
    let isOpen = variant.slots.contains { slot in
      place.outlets.contains(slot.outlet) && own.contains(slot.grid)
        && slot.possibleDays.contains(where: window.contains)
    }
    guard isKnown, !isOpen else { return nil }
    let names = place.grid.map { "“\($0)”" }.joined(separator: ", ")
    let blackouts = plan.blackouts.filter { blackout in
      blackout.lines.isEmpty && blackout.days.overlaps(window)
        && (blackout.outlets.isEmpty || place.outlets.contains(where: blackout.outlets.contains))
    }.map { "“\($0.name)”" }.unique.joined(separator: ", ")
    let why =
      blackouts.isEmpty
      ? Words("")
      : Words(vi: " (có khoảng nghỉ \(blackouts))", en: " (with the blackout \(blackouts) in it)")
    return Words(
      vi: "khung giờ \(names) của chỉ tiêu không mở lần nào trong thời gian đó\(why.vi)",
      en: "\(place.grid.count == 1 ? "the line's grid line" : "the line's grid lines") \(names) "
        + "\(place.grid.count == 1 ? "does" : "do") not open in that time\(why.en)")
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
        " Tháng đầu tiên không xếp kịp: tháng \(month) (đến hết tháng phải xếp \(grouped(needed, in: .vietnamese)), chỉ có \(grouped(places, in: .vietnamese)) chỗ).",
      en:
        " The first month that fails: month \(month) (by its end \(grouped(needed, in: .english)) must be placed, with room for \(grouped(places, in: .english)))."
    )
  }

  /// What takes places away.
  func causes(_ causes: [(words: Words, places: Int)]) -> Words? {
    guard !causes.isEmpty else { return nil }
    let parts = causes.prefix(5).map { cause in
      Words(
        vi: "\(cause.words.vi) \(grouped(cause.places, in: .vietnamese))",
        en: "\(cause.words.en) \(grouped(cause.places, in: .english))")
    }
    return Words(
      vi: " Bỏ riêng từng điều sau thì xếp thêm được: \(parts.map(\.vi).joined(separator: "; ")).",
      en: " Lifting one of these alone would place more: \(parts.map(\.en).joined(separator: "; ")).")
  }

  /// Single changes each of which is enough, or what else helps.
  ///
  /// - Parameters:
  ///   - missing: How many places are missing in all.
  ///   - isCertain: Whether nothing was left out when it was counted that a change is enough.
  func remedy(_ changes: [Words], missing: Int, isCertain: Bool) -> Words {
    guard changes.isEmpty else { return Self.anyOf(changes, isCertain: isCertain) }
    let places = Words(vi: grouped(missing, in: .vietnamese), en: grouped(missing, in: .english))
    let excess = Words(
      vi: grouped(conflict.excess, in: .vietnamese), en: grouped(conflict.excess, in: .english))
    let isReported = conflict.series.contains { variant.planned.series[$0].line.basis == .result }
    guard !isReported else {
      return Words(
        vi: "Mở thêm \(places.vi) chỗ.",
        en: "Open \(places.en) more \(missing == 1 ? "place" : "places").")
    }
    return Words(
      vi: "Mở thêm \(places.vi) chỗ, hoặc giảm tổng các chỉ tiêu này \(excess.vi)\(Self.amending.vi).",
      en: "Open \(places.en) more \(missing == 1 ? "place" : "places"), or lower these quotas by "
        + "\(excess.en) in all\(Self.amending.en).")
  }

  /// What a signed quota takes to be lowered.
  static let amending = Words(
    vi: " (phải có quyết định điều chỉnh, ghi vào amended)",
    en: " (takes an amending decision, written as amended)")

  /// - Parameter isCertain: Whether each of them is known to be enough, and not only by counting.
  static func anyOf(_ changes: [Words], isCertain: Bool = true) -> Words {
    let lead =
      switch (isCertain, changes.count) {
      case (true, 1): Words(vi: "Ghi ", en: "Write ")
      case (true, _): Words(vi: "Chỉ cần một trong các thay đổi: ", en: "Any one of these is enough: ")
      case (false, 1):
        Words(
          vi: "Thử ghi như sau rồi kiểm tra lại, vì có thể phải đổi thêm: ",
          en: "Try this and check again, for more may be needed: ")
      case (false, _):
        Words(
          vi: "Thử một trong các thay đổi sau rồi kiểm tra lại, vì có thể phải đổi thêm: ",
          en: "Try one of these and check again, for more may be needed: ")
      }
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
