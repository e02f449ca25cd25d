import ScheduleModel

/// The sentences of broken rules.
struct ViolationWords {
  let plan: Plan

  // MARK: - Names

  /// `kỳ 5 “Dòng a” (tiếng Mông, phát lại)`
  func name(of placement: Placement) -> Words {
    let title = plan.line(placement.line)?.title ?? placement.line
    var notes: [Words] = []
    if plan.tellsLanguage(of: placement) { notes.append(spoken(placement.language)) }
    if let part = plan.part(of: placement) {
      notes.append(part.name)
    } else if placement.run != .first {
      let number = placement.number > 1 ? " \(placement.number)" : ""
      notes.append(placement.run.name + Words(number))
    }
    let note =
      notes.isEmpty
      ? Words("")
      : Words(
        vi: " (\(notes.map(\.vi).joined(separator: ", ")))",
        en: " (\(notes.map(\.en).joined(separator: ", ")))")
    return Words(
      vi: "kỳ \(placement.edition) “\(title)”\(note.vi)",
      en: "no. \(placement.edition) of “\(title)”\(note.en)")
  }

  private func spoken(_ language: LanguageTag) -> Words {
    Words(
      vi: "tiếng \(BroadcastLanguage.name(of: language, in: .vietnamese))",
      en: BroadcastLanguage.name(of: language, in: .english))
  }

  /// Up to five placements by name.
  func listed(_ placements: [Placement]) -> Words {
    let names = placements.prefix(5).map(name)
    let more = placements.count > 5 ? ", …" : ""
    return Words(
      vi: names.map(\.vi).joined(separator: ", ") + more, en: names.map(\.en).joined(separator: ", ") + more)
  }

  /// What a series of the plan counts: `tác phẩm của “Dòng a”`.
  func name(of series: CheckedSchedule.Series) -> Words {
    let title = series.line.title
    guard let followUp = series.followUp else {
      return Words(vi: "tác phẩm của “\(title)”", en: "works of “\(title)”")
    }
    switch followUp.kind {
    case .part(let number):
      let part = WorkPart(number: number, of: series.line.parts).name
      return Words(vi: "\(part.vi) của “\(title)”", en: "works of “\(title)” with \(part.en)")
    case .crossPost(let outlet):
      let name = plan.outlet(outlet)?.name ?? outlet
      return Words(vi: "lượt của “\(title)” trên “\(name)”", en: "placements of “\(title)” on “\(name)”")
    case .version(let languages):
      let names = languages.map(spoken)
      return Words(
        vi: "bản \(names.map(\.vi).joined(separator: ", ")) của “\(title)”",
        en: "versions of “\(title)” in \(names.map(\.en).joined(separator: ", "))")
    case .again(_, let number, _):
      return Words(
        vi: "lượt phát lại lần \(number) của “\(title)”", en: "repeats (no. \(number)) of “\(title)”")
    }
  }

  /// `“toi” (Truyền hình) 20:15 ngày 05/04/2018`
  func name(of slot: Slot) -> Words {
    let (outlet, time) = (plan.outlet(slot.outlet)?.name ?? slot.outlet, slot.timing.forPeople)
    return Words(
      vi: "“\(slot.grid)” (\(outlet)) \(time.vi)", en: "“\(slot.grid)” (\(outlet)) \(time.en)")
  }

  /// The titles of grid lines and outlets, in a list.
  func outlets(_ ids: [String]) -> String {
    ids.map { plan.outlet($0)?.name ?? $0 }.joined(separator: ", ")
  }

  // MARK: - A slot that does not take a placement

  func violation(
    of obstacle: SlotUse.Obstacle, _ placement: Placement, _ slot: Slot, _ place: SlotUse.Place
  ) -> RuleViolation {
    let (name, title) = (name(of: placement), place.line.title)
    let day = slot.timing.day.forPeople
    func broken(
      _ rule: RuleViolation.Rule, limit: Int? = nil, found: Int? = nil, _ message: Words, _ remedy: Words
    ) -> RuleViolation {
      RuleViolation(
        rule, line: placement.line, uids: [placement.uid], slot: slot.id, day: slot.timing.day, limit: limit,
        found: found, Words(vi: message.vi + ": \(name.vi).", en: message.en + ": \(name.en)."),
        remedy: remedy)
    }
    let elsewhere = Words(vi: "Dời sang ngày khác", en: "Move it to another day")
    switch obstacle {
    case .outlet:
      let outlet = plan.outlet(slot.outlet)?.name ?? slot.outlet
      return broken(
        .outletNotOfLine,
        Words(
          vi: "“\(title)” không dùng kênh “\(outlet)” cho lượt này",
          en: "“\(title)” does not use the outlet “\(outlet)” for this"),
        Words(
          vi: "Dời về một kênh của chỉ tiêu: \(outlets(place.outlets)).",
          en: "Move it to an outlet of the line: \(outlets(place.outlets))."))
    case .grid:
      return broken(
        .gridNotOfLine,
        Words(
          vi: "“\(title)” không dùng khung “\(slot.grid)” cho lượt này",
          en: "“\(title)” does not use the grid line “\(slot.grid)” for this"),
        Words(
          vi: "Dời về một khung của chỉ tiêu: \(place.grid.joined(separator: ", ")).",
          en: "Move it to a grid line of the line: \(place.grid.joined(separator: ", "))."))
    case .language(let language):
      let spoken = spoken(language)
      return broken(
        .languageNotCarried,
        Words(
          vi: "Khung giờ \(self.name(of: slot).vi) không phát \(spoken.vi)",
          en: "The slot \(self.name(of: slot).en) does not carry \(spoken.en)"),
        Words(
          vi: "Dời sang khung có \(spoken.vi), hoặc ghi thêm “\(language)” vào languages của “\(slot.grid)”.",
          en: "Move it to a slot in \(spoken.en), or add “\(language)” to the languages of “\(slot.grid)”."))
    case .length(let minutes, let room):
      return broken(
        .workTooLong, limit: room, found: minutes,
        Words(
          vi: "Tác phẩm dài \(minutes) phút, khung giờ \(self.name(of: slot).vi) chỉ dài \(room) phút",
          en: "The work has \(counted(minutes, "minute")), the slot \(self.name(of: slot).en) has \(room)"),
        Words(vi: "Dời sang khung dài hơn.", en: "Move it to a longer slot."))
    case .year:
      return broken(
        .outsidePlan,
        Words(vi: "Ngày \(day) nằm ngoài kế hoạch", en: "\(day) lies outside the days of the plan"),
        elsewhere + Words("."))
    case .window(let window):
      let (first, last) = (window.lowerBound.forPeople, window.upperBound.advanced(by: -1).forPeople)
      return broken(
        .outsideWindow,
        Words(
          vi: "“\(title)” chỉ phát từ \(first) đến \(last), dự thảo xếp ngày \(day)",
          en: "“\(title)” runs from \(first) to \(last), the draft has it on \(day)"),
        elsewhere + Words(vi: ", hoặc nới thời gian (from, to).", en: ", or widen the window (from, to)."))
    case .weekday(let weekdays):
      let own = Weekday(of: slot.timing.day).name
      return broken(
        .weekday,
        Words(
          vi:
            "“\(title)” chỉ phát \(weekdays.map(\.name.vi).joined(separator: ", ")), ngày \(day) là \(own.vi)",
          en: "“\(title)” runs on \(weekdays.map(\.name.en).joined(separator: ", ")); \(day) is a \(own.en)"),
        elsewhere + Words(vi: ", hoặc thêm thứ này vào weekdays.", en: ", or add the weekday to weekdays."))
    case .blackout(let blackout):
      return broken(
        .blackout,
        Words(
          vi: "Ngày \(day) “\(title)” không phát (\(blackout))",
          en: "“\(title)” is not aired on \(day) (\(blackout))"),
        elsewhere + Words("."))
    }
  }

  // MARK: - A follower that lies wrongly to its work

  func violation(
    _ rule: RuleViolation.Rule, of placement: Placement, after work: Placement, _ followUp: FollowUp,
    limit: Int?, found: Int
  ) -> RuleViolation {
    let (name, source) = (name(of: placement), name(of: work))
    let (own, first) = (placement.timing.forPeople, work.timing.forPeople)
    let days = limit ?? 0
    let message =
      switch rule {
      case .tooEarly:
        Words(
          vi:
            "\(name.vi) phải sau \(source.vi) ít nhất \(days) ngày, dự thảo chỉ để \(found) ngày (\(first.vi); \(own.vi)).",
          en:
            "\(name.en) must come at least \(counted(days, "day")) after \(source.en); in the draft it is \(found) (\(first.en); \(own.en))."
        )
      case .tooLate:
        Words(
          vi:
            "\(name.vi) phải trong vòng \(days) ngày sau \(source.vi), dự thảo để \(found) ngày (\(first.vi); \(own.vi)).",
          en:
            "\(name.en) must come within \(counted(days, "day")) after \(source.en); in the draft it is \(found) (\(first.en); \(own.en))."
        )
      default:
        Words(
          vi: "\(name.vi) (\(own.vi)) không được trước \(source.vi) (\(first.vi)).",
          en: "\(name.en) (\(own.en)) must not come before \(source.en) (\(first.en)).")
      }
    let remedy =
      rule == .tooLate
      ? Words(vi: "Dời lượt này sớm hơn.", en: "Move it to an earlier day.")
      : Words(
        vi: "Dời lượt này muộn hơn, hoặc dời lượt trước của nó sớm hơn.",
        en: "Move it to a later day, or what it follows to an earlier one.")
    return RuleViolation(
      rule, line: placement.line, uids: [placement.uid, work.uid], slot: placement.slot,
      day: placement.timing.day, limit: limit, found: found, message.capitalised, remedy: remedy)
  }
}

extension ViolationWords {
  // MARK: - Versions that are not translated in time

  /// - Parameter tight: Those of them between which and their originals no whole week lies.
  func late(_ placements: [Placement], tight: [Placement], of translator: Translator) -> Words {
    guard tight.count == placements.count else {
      let listed = listed(placements)
      return Words(
        vi:
          "“\(translator.name)” dịch nhiều nhất \(translator.perWeek) bản một tuần, không kịp \(placements.count) bản: "
          + "\(listed.vi).",
        en:
          "“\(translator.name)” makes at most \(counted(translator.perWeek, "version")) a week, and has no time for "
          + "\(placements.count): \(listed.en).")
    }
    let listed = listed(tight)
    return Words(
      vi:
        "“\(translator.name)” cần trọn một tuần (thứ Hai đến Chủ nhật) giữa bản gốc và bản dịch; \(tight.count) bản không có tuần nào: "
        + "\(listed.vi).",
      en:
        "“\(translator.name)” needs a whole week (Monday to Sunday) between the original and its version; \(tight.count) "
        + "\(tight.count == 1 ? "has" : "have") none: \(listed.en).")
  }

  /// What helps versions that are late; a number a week helps only those that have a week.
  func remedy(late: Int, tight: Int) -> Words {
    if tight == late {
      return Words(
        vi:
          "Dời các bản này sang tuần sau nữa, hoặc dời bản gốc sớm hơn; nâng số bản một tuần (per-week) không giúp được.",
        en:
          "Move these versions to a later week, or their originals to an earlier one; raising per-week does not help."
      )
    }
    if tight > 0 {
      return Words(
        vi:
          "Dời các bản này muộn hơn. Chỉ nâng số bản một tuần (per-week) thì chưa đủ: \(tight) bản không có trọn một tuần sau bản gốc.",
        en:
          "Move these versions to a later week. Raising per-week alone is not enough: \(tight) of them \(tight == 1 ? "has" : "have") no whole week after the original."
      )
    }
    return Words(
      vi: "Dời các bản này muộn hơn, hoặc nâng số bản một tuần (per-week).",
      en: "Move these versions to a later week, or raise per-week.")
  }
}

extension CheckedSchedule {
  /// The sentences of its broken rules.
  var words: ViolationWords { ViolationWords(plan: plan) }
}

extension Words {
  /// With a capital at the beginning.
  var capitalised: Words {
    func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
    return Words(vi: capital(vi), en: capital(en))
  }
}
