import ScheduleModel

extension CheckedSchedule {
  /// Versions, repeats and further appearances that lie wrongly to the works that they follow.
  var followUps: [RuleViolation] {
    series.filter { !$0.isCompanion }.flatMap { one -> [RuleViolation] in
      guard let followUp = one.followUp, let source = one.source else { return [] }
      let works = Dictionary(grouping: series[source].placements, by: \.edition)
      let single = one.placements.filter(isJudged).compactMap { placement in
        violation(of: placement, followUp, after: works[placement.edition] ?? [])
      }
      return single + apart(one, followUp)
    } + translators
  }

  private func violation(
    of placement: Placement, _ followUp: FollowUp, after works: [Placement]
  ) -> RuleViolation? {
    guard let work = works.min(by: { day(of: $0) < day(of: $1) }) else { return orphan(placement) }
    // A work that was missed and is planned again is there twice; either may be the one that is followed.
    let lacks = works.map { lack(of: placement, followUp, after: $0) }
    guard lacks.allSatisfy({ $0 != nil }),
      let lack = lack(of: placement, followUp, after: work)
    else { return nil }
    return words.violation(
      lack, of: placement, after: work, followUp, limit: limit(lack, followUp),
      found: day(of: work).distance(to: day(of: placement)))
  }

  private func limit(_ rule: RuleViolation.Rule, _ followUp: FollowUp) -> Int? {
    switch rule {
    case .tooLate: followUp.mostDays
    default: followUp.statedDays
    }
  }

  /// Which rule a placement breaks by its distance from a work; `nil` for none.
  private func lack(
    of placement: Placement, _ followUp: FollowUp, after work: Placement
  ) -> RuleViolation.Rule? {
    let (first, own) = (day(of: work), day(of: placement))
    let distance = first.distance(to: own)
    if distance < 0 { return .beforeOriginal }
    // On the same day a repeat comes later than what it repeats, a part than the one before; versions go by days alone.
    if distance == 0, followUp.run == .repeat || followUp.run == .part, placement.timing <= work.timing {
      return .beforeOriginal
    }
    return if distance < followUp.statedDays {
      .tooEarly
    } else if followUp.mostDays.map({ distance > $0 }) ?? false { .tooLate } else { nil }
  }

  private func orphan(_ placement: Placement) -> RuleViolation {
    let name = words.name(of: placement)
    return RuleViolation(
      .originalMissing, line: placement.line, uids: [placement.uid], day: placement.timing.day,
      Words(
        vi: "Dự thảo xếp \(name.vi) mà không có lượt phát trước của tác phẩm này.",
        en: "The draft has \(name.en), but not the airing that it follows."),
      remedy: Words(
        vi: "Xếp lượt phát trước, hoặc bỏ lượt này.", en: "Put the airing before it in, or take this one out."
      ))
  }

  /// Languages of one programme in several slots.
  private func apart(_ one: Series, _ followUp: FollowUp) -> [RuleViolation] {
    guard followUp.languages.count > 1 else { return [] }
    return Dictionary(grouping: one.placements.filter(isJudged), by: \.edition).values.compactMap {
      languages in
      let slots = Set(languages.map(\.slot))
      guard slots.count > 1, Set(languages.map(\.language)).count == languages.count else { return nil }
      let listed = words.listed(languages)
      return RuleViolation(
        .languagesApart, line: one.line.id, uids: languages.map(\.uid), day: languages[0].timing.day,
        limit: 1,
        found: slots.count,
        Words(
          vi:
            "Các thứ tiếng của một tác phẩm phải phát trong một chương trình, dự thảo xếp \(slots.count) khung: \(listed.vi).",
          en:
            "The languages of a work go out in one programme, the draft has them in \(slots.count) slots: \(listed.en)."
        ),
        remedy: Words(vi: "Dời các thứ tiếng về cùng một khung giờ.", en: "Move the languages into one slot.")
      )
    }
  }

  // MARK: - Translators

  /// Versions that their translator cannot make between their original and themselves.
  private var translators: [RuleViolation] {
    let days = YearDays(of: plan)
    return plan.translators.compactMap { translator in
      let versions = series.flatMap { one in
        one.placements.filter { isJudged($0) && one.line.versions?.translators[$0.language] == translator.id }
          .filter { _ in one.followUp?.run == .first }.compactMap { placement in
            job(placement, one, days).map { (placement, $0) }
          }
      }
      let jobs = versions.enumerated().map { number, version in
        TranslatorQueue.Job(release: version.1.release, due: version.1.due, series: 0, unit: number)
      }
      let late = TranslatorQueue.late(jobs, perWeek: days.weeks.map(translator.capacity))
      guard let first = late.first else { return nil }
      let placements = late.map { versions[$0.unit].0 }
      let week = days.weeks[max(0, min(first.due, days.weeks.count - 1))]
      // No whole week lies between these and their originals, whoever translates and however many a week.
      let tight = late.filter { $0.due < $0.release }.map { versions[$0.unit].0 }
      return RuleViolation(
        .translatorWeeks, subject: translator.id, uids: placements.map(\.uid), day: week,
        limit: translator.perWeek, words.late(placements, tight: tight, of: translator),
        remedy: words.remedy(late: placements.count, tight: tight.count))
    }
  }

  /// The weeks in which a version can be translated: after that of its original, before its own.
  private func job(_ placement: Placement, _ one: Series, _ days: YearDays) -> (release: Int, due: Int)? {
    guard let source = one.source else { return nil }
    let works = series[source].placements.filter { $0.edition == placement.edition }
    guard let original = works.map(day).min() else { return nil }
    return (days.week(of: original) + 1, days.week(of: day(of: placement)) - 1)
  }
}

extension FollowUp {
  /// The least days after what it follows, as the plan states them.
  var statedDays: Int {
    switch kind {
    case .again(let repeats, _, _): repeats.afterDays
    // People may put a part on the day of the one before, later on it.
    case .part: 0
    case .crossPost, .version: leastDays
    }
  }
}
