public import ScheduleModel

extension TallyBuilder {
  /// What was published and aired of lines, outlets and languages that the plan no longer has: one finding each.
  ///
  /// - Parameters:
  ///   - former: The plan with the lines and outlets that it had before.
  ///   - reconciled: The logs held against what was published.
  ///   - tally: The period that was counted by `plan`.
  public static func noLongerPlanned(
    plan: Plan, former: Plan, reconciled: Reconciled, tally: Tally
  ) -> [Finding] {
    var findings: [Finding] = []
    let lines = former.lines.dropFirst(plan.lines.count)
    let outlets = former.outlets.dropFirst(plan.outlets.count)
    if !lines.isEmpty || !outlets.isEmpty {
      let days = tally.period.days
      let broadcast = BroadcastDays(plan: former)
      var byLine: [String: FormerCount] = [:]
      var byOutlet: [String: FormerCount] = [:]
      for outcome in reconciled.outcomes {
        let placement = outcome.placement
        let isDue = days.overlaps(broadcast.days(of: placement))
        let isAired = outcome.airing.map { days.contains($0.broadcastDay) } ?? false
        byLine[placement.line, default: FormerCount()].add(isDue: isDue, isAired: isAired)
        byOutlet[placement.outlet, default: FormerCount()].add(isDue: isDue, isAired: isAired)
      }
      for entry in reconciled.unplanned
      where entry.entry.status == .aired && days.contains(entry.entry.broadcastDay) {
        if let line = entry.line { byLine[line, default: FormerCount()].unplanned += 1 }
        byOutlet[entry.entry.outlet, default: FormerCount()].unplanned += 1
      }
      findings += lines.compactMap { line in
        byLine[line.id].flatMap { $0.isEmpty ? nil : .lineNoLongerPlanned(line, $0) }
      }
      findings += outlets.compactMap { outlet in
        byOutlet[outlet.id].flatMap { $0.isEmpty ? nil : .outletNoLongerPlanned(outlet, $0) }
      }
    }
    return findings
      + tally.versions.compactMap { version in
        guard let line = plan.line(version.line), version.counts.scheduled > 0, version.isFormer(in: plan)
        else {
          return nil
        }
        return .languageNoLongerPlanned(version.language, of: line, version.counts)
      }
  }
}

/// How much was published for a period, and how much aired in it.
struct FormerCount {
  var scheduled = 0
  var aired = 0
  var unplanned = 0

  var isEmpty: Bool { scheduled == 0 && aired == 0 && unplanned == 0 }

  mutating func add(isDue: Bool, isAired: Bool) {
    if isDue { scheduled += 1 }
    if isAired { aired += 1 }
  }
}

extension Finding {
  fileprivate static func lineNoLongerPlanned(_ line: PlanLine, _ count: FormerCount) -> Finding {
    let extent = extent(of: count)
    return Finding(
      .noLongerPlanned, .warning, at: line.place,
      Words(
        vi:
          "Chỉ tiêu “\(line.title)” (\(line.id)) không còn trong kế hoạch. Trong kỳ: \(extent.vi); không cộng vào chỉ "
          + "tiêu hay tổng nào.",
        en:
          "The line “\(line.title)” (\(line.id)) is no longer in the plan. In the period: \(extent.en); they count in no "
          + "line and no total."),
      remedy: Words(
        vi: "Nếu chỉ tiêu chỉ đổi mã, ghi “was: \(line.id)” ở chỉ tiêu mới.",
        en: "If the line only has another id now, write “was: \(line.id)” at the new one."))
  }

  fileprivate static func outletNoLongerPlanned(_ outlet: Outlet, _ count: FormerCount) -> Finding {
    let extent = extent(of: count)
    return Finding(
      .noLongerPlanned, .warning, at: outlet.place,
      Words(
        vi:
          "Kênh “\(outlet.name)” (\(outlet.id)) không còn trong kế hoạch. Trong kỳ: \(extent.vi); vẫn tính cho các chỉ "
          + "tiêu.",
        en:
          "The outlet “\(outlet.name)” (\(outlet.id)) is no longer in the plan. In the period: \(extent.en); they count "
          + "for their lines."),
      remedy: Words(
        vi: "Nếu kênh chỉ đổi mã, ghi “was: \(outlet.id)” ở kênh mới.",
        en: "If the outlet only has another id now, write “was: \(outlet.id)” at the new one."))
  }

  fileprivate static func languageNoLongerPlanned(
    _ tag: LanguageTag, of line: PlanLine, _ counts: Counts
  ) -> Finding {
    func name(_ language: ReaderLanguage) -> String { BroadcastLanguage.name(of: tag, in: language) }
    return Finding(
      .noLongerPlanned, .warning, at: line.place,
      Words(
        vi: "Kế hoạch không còn bản tiếng \(name(.vietnamese)) của “\(line.title)”. Trong kỳ: "
          + "\(grouped(counts.scheduled, in: .vietnamese)) bản theo lịch đã phát hành, "
          + "\(grouped(counts.aired, in: .vietnamese)) đã phát.",
        en: "The plan has no \(name(.english)) versions of “\(line.title)” any more. In the period: "
          + "\(grouped(counts.scheduled, in: .english)) published, \(grouped(counts.aired, in: .english)) aired."
      ),
      remedy: Words(
        vi:
          "Nếu không chủ ý bỏ, ghi lại “\(tag.tag)” vào versions.into; mã ngôn ngữ không đổi tên bằng was được.",
        en:
          "If that was not meant, write “\(tag.tag)” into versions.into again; a language cannot be renamed with was."
      ))
  }

  private static func extent(of count: FormerCount) -> Words {
    let more = count.unplanned
    return Words(
      vi: "\(grouped(count.scheduled, in: .vietnamese)) lượt theo lịch đã phát hành, "
        + "\(grouped(count.aired, in: .vietnamese)) lượt đã phát"
        + (more > 0 ? ", \(grouped(more, in: .vietnamese)) lượt ngoài lịch" : ""),
      en:
        "\(counted(count.scheduled, "published placement")), \(grouped(count.aired, in: .english)) aired"
        + (more > 0 ? ", \(grouped(more, in: .english)) unplanned" : ""))
  }
}
