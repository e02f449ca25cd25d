import ScheduleModel

/// What cannot go well with the plan's calendars, whatever the dates.
extension PlanCheck {
  /// A feed shows something. Where something could not be read, it may be that.
  func feedsShowSomething() -> [Finding] {
    guard unread.isEmpty else { return [] }
    return plan.calendars.feeds.filter { feed in
      personsUnknown(to: feed).isEmpty
        && !plan.lines.contains { feed.wants($0) && canShow($0, in: feed) }
    }.map(Finding.feedEmpty)
  }

  private func canShow(_ line: PlanLine, in feed: CalendarFeed) -> Bool {
    guard line.placing != nil else { return false }
    let originals = line.outlets.ids + line.repeats.flatMap { outlets(of: $0, of: line) }
    if originals.contains(where: { feed.wants(outlet: $0, languages: line.languages.all, of: line) }) {
      return true
    }
    guard let versions = line.versions else { return false }
    return outlets(of: versions, of: line).contains { outlet in
      versions.into.contains { feed.wants(outlet: outlet, languages: [$0], of: line) }
    }
  }

  /// A feed's file has a name that no part of another feed may have: `feed-mong-2018-q1.ics`.
  func feedsHaveFilesOfTheirOwn() -> [Finding] {
    let ids = Set(plan.calendars.feeds.map(\.id))
    return plan.calendars.feeds.compactMap { feed in
      guard let end = feed.id.firstMatch(of: /-[0-9]{4}-(?:h[12]|q[1-4]|0[1-9]|1[0-2])$/) else { return nil }
      let other = String(feed.id[..<end.range.lowerBound])
      return ids.contains(other) ? .feedNamedLikePart(feed, of: other) : nil
    }
  }

  /// A person whom a feed asks for answers for a line.
  func feedsNamePersons() -> [Finding] {
    guard unread.isEmpty else { return [] }
    return plan.calendars.feeds.flatMap { feed in
      personsUnknown(to: feed).map { .personUnknown($0, of: feed, among: persons) }
    }
  }

  private var persons: [String] {
    var seen: Set<String> = []
    return plan.lines.compactMap(\.responsibility.person).filter { seen.insert($0).inserted }
  }

  private func personsUnknown(to feed: CalendarFeed) -> [String] {
    let known = Set(persons)
    return feed.persons.filter { !known.contains($0) }
  }

  /// A version is recorded and approved once it is translated.
  func translationsComeFirst() -> [Finding] {
    plan.lines.flatMap { line -> [Finding] in
      guard line.placing != nil, let versions = line.versions,
        isRead(["outlet", "also-on", "outlets", "versions", "deadlines"], of: line)
      else { return [] }
      var found: [Finding] = []
      for outlet in outlets(of: versions, of: line).compactMap(plan.outlet) {
        guard let translation = line.deadline(for: .translation, on: outlet) else { continue }
        for work in [Deadline.Work.recording, .approval] {
          guard let deadline = line.deadline(for: work, on: outlet), deadline.isDue(before: translation)
          else {
            continue
          }
          found.append(.deadlinesReversed(deadline, translation, line, in: plan))
        }
      }
      return found.withoutRepeats
    }
  }

  /// Work before air that there is: only pages close, and only versions are translated.
  func deadlinesAreForSomething() -> [Finding] {
    let pages = Words(vi: "kênh này không phải báo in", en: "this outlet is no newspaper")
    let scheduled = Words(vi: "chỉ tiêu này không được xếp lịch", en: "this line is not scheduled")
    let versions = Words(
      vi: "chỉ tiêu này không có \(LanguageVersions.name(in: plan).vi)",
      en: "this line has no language versions")
    let paper = Words(vi: "chỉ tiêu này không ở báo in nào", en: "this line is in no newspaper")
    let newspapers = Set(plan.outlets.filter { $0.kind == .newspaper }.map(\.id))
    let ofOutlets = plan.outlets.flatMap { outlet in
      outlet.deadlines.filter { $0.work == .pageClosing && outlet.kind != .newspaper }.map {
        Finding.deadlineUnused($0, because: pages)
      }
    }
    let ofLines = plan.lines.flatMap { line -> [Finding] in
      guard isRead(["outlet", "also-on", "outlets", "versions", "quota", "repeats", "language"], of: line)
      else {
        return []
      }
      let carrying =
        line.outlets.ids + line.repeats.flatMap { outlets(of: $0, of: line) }
        + (line.versions.map { outlets(of: $0, of: line) } ?? [])
      return line.deadlines.compactMap { deadline in
        if line.placing == nil { return .deadlineUnused(deadline, because: scheduled) }
        switch deadline.work {
        case .translation where line.versions == nil: return .deadlineUnused(deadline, because: versions)
        case .pageClosing where newspapers.isDisjoint(with: carrying):
          return .deadlineUnused(deadline, because: paper)
        case .translation, .recording, .approval, .pageClosing: return nil
        }
      }
    }
    return ofOutlets + ofLines
  }
}
