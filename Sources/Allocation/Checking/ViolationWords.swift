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

  /// `“tv.g.2018-04-05”`
  func name(of slot: Slot) -> String { "“\(slot.id)”" }

  /// `2018-04-05T20:15`, or the day alone.
  func time(of timing: SlotTiming) -> String { timing.startText }

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
          vi: "Dời về một kênh của chỉ tiêu: \(place.outlets.joined(separator: ", ")).",
          en: "Move it to an outlet of the line: \(place.outlets.joined(separator: ", "))."))
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
          vi: "Khung giờ “\(slot.id)” không phát \(spoken.vi)",
          en: "The slot “\(slot.id)” does not carry \(spoken.en)"),
        Words(
          vi: "Dời sang khung có \(spoken.vi), hoặc ghi thêm “\(language)” vào languages của “\(slot.grid)”.",
          en: "Move it to a slot in \(spoken.en), or add “\(language)” to the languages of “\(slot.grid)”."))
    case .length(let minutes, let room):
      return broken(
        .workTooLong, limit: room, found: minutes,
        Words(
          vi: "Tác phẩm dài \(minutes) phút, khung giờ “\(slot.id)” chỉ dài \(room) phút",
          en: "The work has \(counted(minutes, "minute")), the slot “\(slot.id)” has \(room)"),
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
    let (own, first) = (placement.timing.startText, work.timing.startText)
    let days = limit ?? 0
    let message =
      switch rule {
      case .tooEarly:
        Words(
          vi:
            "\(name.vi) phải sau \(source.vi) ít nhất \(days) ngày, dự thảo chỉ để \(found) ngày (\(first), \(own)).",
          en:
            "\(name.en) must come at least \(counted(days, "day")) after \(source.en); in the draft it is \(found) (\(first), \(own))."
        )
      case .tooLate:
        Words(
          vi:
            "\(name.vi) phải trong vòng \(days) ngày sau \(source.vi), dự thảo để \(found) ngày (\(first), \(own)).",
          en:
            "\(name.en) must come within \(counted(days, "day")) after \(source.en); in the draft it is \(found) (\(first), \(own))."
        )
      default:
        Words(
          vi: "\(name.vi) (\(own)) không được trước \(source.vi) (\(first)).",
          en: "\(name.en) (\(own)) must not come before \(source.en) (\(first)).")
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
