import ScheduleModel

/// What found no partner, each with what comes nearest to it on the other side, for people.
struct CandidateList {
  let plan: Plan
  let reconciled: Reconciled
  let candidates: MatchCandidates
  let language: ReaderLanguage

  /// The list with its heading and how a link is made; empty when nothing has a candidate.
  var blocks: [String] {
    let placements = reconciled.outcomes.compactMap { result -> String? in
      guard let found = candidates.ofPlacements[result.placement.uid] else { return nil }
      return name(of: result.placement) + "\n"
        + found.map { "    ← \(entry($0.entry)): \(why($0))\n" }.joined()
    }
    let entries = reconciled.unplanned.compactMap { unplanned -> String? in
      guard let found = candidates.ofEntries[unplanned.entry.place] else { return nil }
      return "  \(entry(unplanned.entry))\n" + found.map { "    → \(uid($0)): \(why($0))\n" }.joined()
    }
    guard !placements.isEmpty || !entries.isEmpty else { return [] }
    return [
      CandidateWords.heading[language] + "\n\n" + (placements + entries).joined() + "\n"
        + CandidateWords.howToLink[language] + "\n"
    ]
  }

  /// Rows without a placement, each with the placements that come nearest and what stands between them.
  func table(most: Int) -> TextTable {
    var table = TextTable(
      caption: Words(vi: "Dòng nhật ký chưa khớp với lượt nào", en: "Rows of the log without a placement")[
        language],
      columns: [
        .words(OutcomeWords.row[language]), .name(OutcomeWords.aired[language]),
        .words(Words(vi: "Gần nhất với", en: "Comes nearest to")[language]),
      ])
    for unplanned in reconciled.unsettled.prefix(most) {
      let found = candidates.ofEntries[unplanned.entry.place] ?? []
      let row = unplanned.entry
      table.append([
        row.place.row, row.whenText + (row.title.isEmpty ? "" : " “\(row.title)”"),
        found.isEmpty ? "–" : found.map { "\(uid($0)): \(why($0))" }.joined(separator: "; "),
      ])
    }
    return table
  }

  private func name(of placement: Placement) -> String {
    let title = plan.title(ofLine: placement.line, in: language)
    let edition = AllocationWords.number(of: placement, in: plan)[language]
    return "  \(title.visible()), \(edition), \(placement.timing.text(in: language)) (\(placement.uid))"
  }

  private func entry(_ entry: AsRunEntry) -> String {
    let title = entry.title.isEmpty ? "" : " “\(entry.title.visible())”"
    return "\(entry.place.row.visible()), \(entry.whenText)\(title)"
  }

  private func uid(_ candidate: MatchCandidate) -> String {
    "\(candidate.placement.uid), \(candidate.placement.timing.text(in: language))"
  }

  private func why(_ candidate: MatchCandidate) -> String {
    candidate.differences.map { CandidateWords.difference($0, candidate, plan)[language] }.joined(
      separator: "; ")
  }
}

/// The words of the list.
enum CandidateWords {
  static let heading = Words(
    vi: "Chưa khớp với nhau, và những gì gần nhất:", en: "Without a partner, and what comes nearest:")
  static let howToLink = Words(
    vi: "Nếu biết rõ thì gắn tay: lichsong link PLAN TỆP:DÒNG --shows UID (hoặc --makes-good UID, --nothing) "
      + "--by \"HỌ TÊN\" --reason \"LÝ DO\"",
    en:
      "If you know better, link by hand: lichsong link PLAN FILE:LINE --shows UID (or --makes-good UID, --nothing) "
      + "--by NAME --reason \"WHY\"")

  static func difference(
    _ difference: MatchCandidate.Difference, _ candidate: MatchCandidate, _ plan: Plan
  ) -> Words {
    let entry = candidate.entry
    switch difference {
    case .days(let days):
      let count = abs(days)
      let en = "\(count) \(count == 1 ? "day" : "days")"
      return days < 0
        ? Words(vi: "sớm \(count) ngày", en: "\(en) earlier")
        : Words(vi: "muộn \(count) ngày", en: "\(en) later")
    case .minutes(let minutes):
      let count = abs(minutes)
      let en = "\(count) \(count == 1 ? "minute" : "minutes")"
      return minutes < 0
        ? Words(vi: "sớm \(count) phút", en: "\(en) earlier")
        : Words(vi: "muộn \(count) phút", en: "\(en) later")
    case .outlet:
      let name = plan.outlet(entry.outlet)?.name ?? entry.outlet
      return Words(vi: "kênh khác (\(name))", en: "another outlet (\(name))")
    case .language:
      return Words(
        vi: "ngôn ngữ khác (\(BroadcastLanguage.name(of: entry.language, in: .vietnamese)))",
        en: "another language (\(BroadcastLanguage.name(of: entry.language, in: .english)))")
    case .line:
      return Words(vi: "thuộc chỉ tiêu khác", en: "of another line")
    case .edition:
      return Words(vi: "kỳ khác", en: "another edition")
    case .editionUnsaid: return Words(vi: "không ghi kỳ", en: "no edition said")
    case .title where entry.title.isEmpty:
      return Words(vi: "không ghi tên", en: "no title said")
    case .title(let percent):
      return Words(vi: "tên giống \(percent)%", en: "title \(percent)% alike")
    case .taken: return Words(vi: "lượt này đã có dòng khác", en: "another row shows it already")
    case .setAside: return Words(vi: "đã gắn tay là không thuộc", en: "said by hand to belong to nothing")
    case .unclear:
      return entry.doubt.map {
        Words(
          vi: "chưa rõ đã phát hay chưa (\($0.text))", en: "it is not clear whether it aired (\($0.text))")
      } ?? Words(vi: "chưa rõ đã phát hay chưa", en: "it is not clear whether it aired")
    }
  }
}
