import Planning
import Reports
import ScheduleModel

/// What a publication changed, as people read it: against what was published before, or against a publication of their choice.
struct PublicationChanges {
  let head: String
  let counts: String
  let changes: [DeskPublishPage.Change]
  let more: String?
  let action: String
  /// The other publications; empty where there is only one.
  let others: [Choice]
  let words: PageWordsOfTable

  /// Another publication.
  struct Choice {
    let value: String
    let name: String
    let isChosen: Bool
  }

  struct PageWordsOfTable {
    let title, change, work, before, after, against, compare: String
  }

  /// So many changes are shown.
  private static let most = 500

  /// - Parameter against: The short id of the publication that somebody asked for; `nil` for the one before.
  init?(
    _ entry: BookEntry, against: String?, in year: YearReading, _ known: YearReading.Known, _ slug: String,
    _ language: ReaderLanguage
  ) {
    let all = year.publications
    guard let own = all.firstIndex(where: { $0.entry.id == entry.id }) else { return nil }
    let other = against.flatMap { id in all.firstIndex { $0.listed.id == id && $0.entry.id != entry.id } }
    // The older of two comes first, whichever of them is open.
    let (old, new) = other.map { (Optional(min($0, own)), max($0, own)) } ?? (nil, own)
    let comparison = year.comparison(of: all[new].entry, against: old.map { all[$0].entry })
    let words = PlacementWords(plan: known.plan, days: known.days, language: language)
    func name(_ index: Int) -> String {
      let listed = all[index].listed
      return Words(vi: "số \(listed.number)", en: "no. \(listed.number)")[language] + ", "
        + [HistoryPage.time(listed.time), listed.author, listed.comment ?? ""].filter { !$0.isEmpty }
        .joined(separator: ", ").visible()
    }
    let heading: Words
    if let old {
      heading = Words(
        vi: "Từ lần phát hành \(name(old)) đến lần \(name(new)).",
        en: "From publication \(name(old)) to \(name(new)).")
    } else if comparison.isFirst {
      heading = Words(vi: "Lần phát hành đầu.", en: "The first publication.")
    } else {
      heading = Words(
        vi: "So với lịch đã phát hành ngay trước.", en: "Against what was published before.")
    }
    head = heading[language]
    counts = Self.counts(comparison)[language]
    let rows = comparison.isFirst ? [] : Self.rows(comparison.schedule, words, language)
    changes = Array(rows.prefix(Self.most))
    more =
      rows.count > Self.most
      ? Words(vi: "và \(rows.count - Self.most) nữa", en: "and \(rows.count - Self.most) more")[language]
      : nil
    action = "/p/\(slug)/history/\(all[own].listed.id)"
    var others: [Choice] = []
    if all.count > 1 {
      others.append(
        Choice(
          value: "",
          name: own == 0 ? "–" : Words(vi: "lần ngay trước", en: "the one before")[language],
          isChosen: other == nil
        ))
      for index in all.indices.reversed() where index != own {
        others.append(Choice(value: all[index].listed.id, name: name(index), isChosen: index == other))
      }
    }
    self.others = others
    self.words = PageWordsOfTable(
      title: Words(vi: "Những gì thay đổi", en: "What changed")[language],
      change: Words(vi: "Thay đổi", en: "Change")[language],
      work: Words(vi: "Tác phẩm", en: "Work")[language],
      before: Words(vi: "Trước", en: "Before")[language], after: Words(vi: "Sau", en: "After")[language],
      against: Words(vi: "So với lần phát hành", en: "Against the publication")[language],
      compare: Words(vi: "So sánh", en: "Compare")[language])
  }

  private static func counts(_ comparison: PublicationComparison) -> Words {
    let (counts, told) = (comparison.schedule.counts, comparison.told)
    guard !comparison.isFirst else {
      return Words(
        vi: "\(grouped(counts.after, in: .vietnamese)) lượt phát.",
        en: "\(counted(counts.after, "broadcast")).")
    }
    func sentence(_ language: ReaderLanguage, _ words: (again: String, others: String, all: String)) -> String
    {
      func text(_ count: Int) -> String { grouped(count, in: language) }
      let isVietnamese = language == .vietnamese
      var parts =
        isVietnamese
        ? ["Thêm \(text(counts.added))", "dời \(text(counts.moved))", "bỏ \(text(counts.dropped))"]
        : ["\(text(counts.added)) added", "\(text(counts.moved)) moved", "\(text(counts.dropped)) taken out"]
      if counts.madeGood > 0 {
        parts.append(
          isVietnamese ? "\(words.again) \(text(counts.madeGood))" : "\(text(counts.madeGood)) \(words.again)"
        )
      }
      parts.append(isVietnamese ? "\(words.others) \(text(told))" : "\(text(told)) \(words.others)")
      return "\(parts.joined(separator: ", ")). \(words.all): \(text(counts.before)) → \(text(counts.after))."
    }
    return Words(
      vi: sentence(.vietnamese, ("phát bù", "cập nhật kết quả hoặc lời", "Số lượt phát")),
      en: sentence(.english, ("made good", "with other outcomes or words", "Broadcasts")))
  }

  private static func rows(
    _ schedule: ScheduleComparison, _ words: PlacementWords, _ language: ReaderLanguage
  ) -> [DeskPublishPage.Change] {
    var rows: [(order: SlotTiming, change: DeskPublishPage.Change)] = []
    func add(_ kind: Words, _ old: Placement?, _ new: Placement?) {
      guard let shown = new ?? old else { return }
      rows.append(
        (
          order: shown.timing,
          change: DeskPublishPage.Change(
            kind: kind[language], name: words.name(of: shown), before: old.map { words.place(of: $0) } ?? "–",
            after: new.map { words.place(of: $0) } ?? "–")
        ))
    }
    for placement in schedule.added { add(Words(vi: "thêm", en: "added"), nil, placement) }
    for move in schedule.moved { add(Words(vi: "dời", en: "moved"), move.old, move.new) }
    for move in schedule.madeGood { add(Words(vi: "phát bù", en: "made good"), move.old, move.new) }
    for placement in schedule.dropped { add(Words(vi: "bỏ", en: "taken out"), placement, nil) }
    return rows.sorted { ($0.order, $0.change.name) < ($1.order, $1.change.name) }.map { $0.change }
  }
}
