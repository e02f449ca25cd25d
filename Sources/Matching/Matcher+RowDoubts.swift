public import ScheduleModel

/// Rows that contradict themselves, or the plan.
extension Matcher {
  /// Rows of which it is open whether anything aired, while nobody linked them: once for each file and kind.
  static func unclear(in reconciled: Reconciled, of plan: Plan) -> [Finding] {
    let opposed = Set(reconciled.opposed.flatMap { [$0.head.place, $0.part.place] })
    let rows = reconciled.unplanned.filter {
      $0.entry.status == .unclear && $0.sign != .link && !opposed.contains($0.entry.place)
    }
    guard !rows.isEmpty else { return [] }
    var recogniser = LineRecogniser(plan: plan)
    var found: [(first: AsRunEntry, days: ClosedRange<CivilDay>, count: Int)] = []
    for row in rows where row.line != nil || !recogniser.recognise(row.entry).lines.isEmpty {
      let entry = row.entry
      let known = found.firstIndex {
        $0.first.place.file == entry.place.file && $0.first.showsItsDay == entry.showsItsDay
      }
      guard let known else {
        found.append((entry, entry.day...entry.day, 1))
        continue
      }
      let days = found[known].days
      found[known].days = min(days.lowerBound, entry.day)...max(days.upperBound, entry.day)
      found[known].count += 1
    }
    return found.map { .rowUnclear($0.first, at: $0.first.place, rows: $0.count, days: $0.days) }
  }

  /// Placements that count as aired by rows which would be unclear if they were recorded now, while nobody linked them.
  public static func placementsInDoubt(_ log: AsRunLog, _ reconciled: Reconciled) -> [Placement] {
    guard !log.doubts.isEmpty else { return [] }
    return reconciled.outcomes.compactMap { result in
      guard let entry = result.entry, result.sign != .link, log.doubts[entry.place] != nil else { return nil }
      return result.placement
    }
  }

  /// The rows themselves, once for each file.
  static func countedInDoubt(_ log: AsRunLog, _ reconciled: Reconciled) -> [Finding] {
    guard !log.doubts.isEmpty else { return [] }
    let shown = reconciled.outcomes.filter { $0.sign != .link }.flatMap {
      [$0.entry, $0.substitute?.entry, $0.makeGood].compactMap(\.self)
    }
    let unplanned = reconciled.unplanned.filter { $0.sign != .link && $0.line != nil }.map(\.entry)
    let rows = (shown + unplanned).filter { log.doubts[$0.place] != nil }.sorted { $0.place < $1.place }
    var found: [(first: AsRunEntry, count: Int)] = []
    for entry in rows {
      if let last = found.last, last.first.place.file == entry.place.file {
        if last.first.place != entry.place { found[found.count - 1].count += 1 }
      } else {
        found.append((entry, 1))
      }
    }
    return found.map { .rowCountsInDoubt($0.first, log.doubts[$0.first.place] ?? "", rows: $0.count) }
  }

  /// The most works that a line may have by its plan: those of a range's upper end.
  private static func most(of line: PlanLine) -> Int? {
    guard let works = line.works else { return nil }
    return max(works, line.quota.flatMap { $0.unit.time == nil ? $0.ceiling : nil } ?? 0)
  }

  /// Rows whose title names another edition than their cell, and rows with an edition that their line does not have; each
  /// kind once for each file.
  static func editions(of plan: Plan, _ log: AsRunLog, _ reconciled: Reconciled) -> [Finding] {
    guard log.entries.contains(where: { $0.edition != nil }) else { return [] }
    var most: [String: Int] = [:]
    for result in reconciled.outcomes {
      most[result.placement.line] = max(most[result.placement.line] ?? 0, result.placement.edition)
    }
    let lines = Dictionary(plan.lines.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var doubts: [EditionDoubt] = []
    func note(_ entry: AsRunEntry, _ line: String?) {
      guard let edition = entry.edition, entry.status == .aired, let line = line.flatMap({ lines[$0] }) else {
        return
      }
      var kind: EditionDoubt.Kind?
      if !entry.title.isEmpty,
        let named = EditionName(in: entry.title, of: [line.title] + line.aliases)?.number,
        named != edition, EditionName(in: line.title, of: []) == nil
      {
        kind = .otherInTitle(named)
      } else if let planned = most[line.id].map({ max($0, Self.most(of: line) ?? 0) }) ?? Self.most(of: line),
        edition > planned
      {
        kind = .beyondPlan(planned)
      }
      guard let kind else { return }
      let known = doubts.firstIndex {
        $0.entry.place.file == entry.place.file && $0.kind.isTitle == kind.isTitle
      }
      if let known {
        doubts[known].rows += 1
      } else {
        doubts.append(EditionDoubt(entry: entry, line: line, edition: edition, kind: kind, rows: 1))
      }
    }
    for result in reconciled.outcomes {
      if let entry = result.entry, result.sign != .link, result.sign != .uid {
        note(entry, result.placement.line)
      }
      if let row = result.substitute { note(row.entry, row.line) }
    }
    for row in reconciled.unplanned where row.sign != .link { note(row.entry, row.line) }
    return doubts.map(\.finding)
  }

  /// Rows whose titles name one number of their line, “số 3”, and that count as works of their own, for the station does not
  /// number as the schedule does; once for each file.
  static func sameNumbers(in reconciled: Reconciled) -> [Finding] {
    var found: [(row: NumberedAlike, rows: Int)] = []
    for row in reconciled.numberedAlike {
      if let known = found.firstIndex(where: { $0.row.entry.place.file == row.entry.place.file }) {
        found[known].rows += 1
      } else {
        found.append((row, 1))
      }
    }
    return found.map { .sameNumber($0.row.number, $0.row.entry, $0.row.earlier, rows: $0.rows) }
  }

  /// Rows whose broadcast day lies outside the plan's year although they show a work of it, or lie inside by the
  /// calendar alone; once for each file.
  static func outsideYear(of plan: Plan, _ reconciled: Reconciled) -> [Finding] {
    let days = plan.months.days
    var found: [(entry: AsRunEntry, placement: Placement?, rows: Int)] = []
    func note(_ entry: AsRunEntry, _ placement: Placement?) {
      let known = found.firstIndex {
        $0.entry.place.file == entry.place.file && ($0.placement == nil) == (placement == nil)
      }
      if let known { found[known].rows += 1 } else { found.append((entry, placement, 1)) }
    }
    for result in reconciled.outcomes {
      if let entry = result.entry, result.outcome.countsAsAired, !days.contains(entry.broadcastDay) {
        note(entry, result.placement)
      }
    }
    for row in reconciled.unplanned where row.line != nil && row.entry.status == .aired {
      if !days.contains(row.entry.broadcastDay), days.contains(row.entry.day) { note(row.entry, nil) }
    }
    return found.map { .outsideYear($0.entry, of: plan, $0.placement, rows: $0.rows) }
  }

  /// Rows of one line that begin in the same minute on one outlet with different editions, unless both are planned so;
  /// once for each file.
  static func clashes(in reconciled: Reconciled) -> [Finding] {
    guard !reconciled.clashing.isEmpty else { return [] }
    var planned: [SourcePlace: SlotTiming] = [:]
    let wanted = Set(reconciled.clashing.flatMap { [$0.head.place, $0.part.place] })
    for result in reconciled.outcomes {
      if let place = result.entry?.place, wanted.contains(place) { planned[place] = result.placement.timing }
    }
    var found: [(pair: JoinedEntries, rows: Int)] = []
    for pair in reconciled.clashing {
      if let timing = planned[pair.part.place], timing == planned[pair.head.place] { continue }
      if let known = found.firstIndex(where: { $0.pair.part.place.file == pair.part.place.file }) {
        found[known].rows += 1
      } else {
        found.append((pair, 1))
      }
    }
    return found.map { .editionsClash($0.pair.part, $0.pair.head, rows: $0.rows) }
  }
}

/// Rows of one file whose edition is doubtful in the same way.
private struct EditionDoubt {
  enum Kind {
    case otherInTitle(Int)
    /// How many works are planned.
    case beyondPlan(Int)

    var isTitle: Bool { if case .otherInTitle = self { true } else { false } }
  }

  /// The first of the rows.
  let entry: AsRunEntry
  let line: PlanLine
  let edition: Int
  let kind: Kind
  var rows: Int

  var finding: Finding {
    let more = Finding.moreRows(rows, of: entry.place.file)
    let row = "\(entry.place.file):\(entry.place.line)".shellWord
    switch kind {
    case .otherInTitle(let named):
      return Finding(
        .logEditionDoubtful, .warning, at: entry.place,
        Words(
          vi:
            "Tên “\(cut(entry.title))” nói là kỳ \(grouped(named, in: .vietnamese)), cột kỳ ghi "
            + "\(grouped(edition, in: .vietnamese)); đang tính theo cột kỳ." + more.vi,
          en:
            "The title “\(cut(entry.title))” says no. \(named), the column “edition” \(edition); the column counts."
            + more.en),
        remedy: Words(
          vi:
            "Hỏi đài kỳ nào đúng. Cột kỳ sai thì gắn dòng với lượt đúng: lichsong link KẾ-HOẠCH \(row) --shows UID --by TÊN "
            + "--reason LÝ-DO.",
          en:
            "Ask the station which of the two holds. If the column is wrong, link the row to its placement: lichsong link "
            + "PLAN \(row) --shows UID --by NAME --reason WHY."))
    case .beyondPlan(let planned):
      return Finding(
        .logEditionDoubtful, .warning, at: entry.place,
        Words(
          vi:
            "Dòng này ghi kỳ \(grouped(edition, in: .vietnamese)), mà “\(cut(line.title))” chỉ có "
            + "\(grouped(planned, in: .vietnamese)) kỳ trong kế hoạch; đang tính là một tác phẩm ngoài lịch."
            + more.vi,
          en:
            "This row says no. \(edition), but “\(cut(line.title))” has \(counted(planned, "work")) in the plan; it counts as a "
            + "work besides the schedule." + more.en),
        remedy: Words(
          vi:
            "Xem nhật ký gốc của đài. Nếu là số thứ tự riêng của đài (số 512, năm 2024), đổi tên cột thành “mã chương trình”; nếu "
            + "kỳ bị chép sai, gắn dòng với lượt đúng: lichsong link KẾ-HOẠCH \(row) --shows UID --by TÊN --reason LÝ-DO.",
          en:
            "See the station's own log. If it is a number of their own (no. 512, the year), call the column “house-number”; if it "
            + "was copied wrongly, link the row to its placement: lichsong link PLAN \(row) --shows UID --by NAME --reason WHY."
        ))
    }
  }
}

extension Finding {
  /// How many rows of a file a finding is about, where it names the first alone.
  static func moreRows(_ rows: Int, of file: String) -> Words {
    rows == 1
      ? Words("")
      : Words(
        vi: " Số dòng như vậy của “\(file)”: \(grouped(rows, in: .vietnamese)).",
        en: " Such rows of “\(file)”: \(grouped(rows, in: .english)).")
  }

  fileprivate static func outsideYear(
    _ entry: AsRunEntry, of plan: Plan, _ placement: Placement?, rows: Int
  ) -> Finding {
    let more = moreRows(rows, of: entry.place.file)
    let year = Words(
      vi: plan.months.isCalendarYear ? "năm \(plan.year)" : "các tháng của kế hoạch",
      en: plan.months.isCalendarYear ? "\(plan.year)" : "the plan's months")
    let clock = entry.time.map { " \($0)" } ?? ""
    let isNight = entry.day != entry.broadcastDay
    let day = Words(
      vi: isNight
        ? "Dòng ngày \(entry.day.forPeople)\(clock) thuộc ngày phát sóng \(entry.broadcastDay.forPeople) (day-starts), ngoài \(year.vi)"
        : "Dòng này có ngày \(entry.day.forPeople), ngoài \(year.vi)",
      en: isNight
        ? "The row of \(entry.day)\(clock) belongs to the broadcast day \(entry.broadcastDay) (day-starts), outside \(year.en)"
        : "This row is dated \(entry.day), outside \(year.en)")
    guard let placement else {
      return Finding(
        .logOtherYear, .warning, at: entry.place,
        Words(
          vi: day.vi + "; không được tính cho \(year.vi)." + more.vi,
          en: day.en + "; it does not count for \(year.en)." + more.en),
        remedy: Words(
          vi: "Đối chiếu dòng này với kế hoạch của năm đó; nếu ngày, giờ bị chép sai thì xem nhật ký gốc.",
          en:
            "Hold the row against the plan of that year; if day or time was copied wrongly, see the station's own log."
        ))
    }
    let uid = cut(placement.uid)
    return Finding(
      .logOtherYear, .warning, at: entry.place,
      Words(
        vi: day.vi
          + "; tác phẩm của “\(uid)” mà dòng này cho thấy được tính cho ngày đó, không cho \(year.vi)."
          + more.vi,
        en: day.en + "; the work of “\(uid)” that it shows counts on that day, and not for \(year.en)."
          + more.en),
      remedy: Words(
        vi:
          "Đúng là phát ngoài năm thì nêu rõ trong báo cáo. Dòng thuộc kế hoạch năm khác thì gắn: lichsong link KẾ-HOẠCH "
          + "\("\(entry.place.file):\(entry.place.line)".shellWord) --nothing --by TÊN --reason LÝ-DO.",
        en:
          "If it did air then, say so in the report. If the row is of another year's plan, link it: lichsong link PLAN "
          + "\("\(entry.place.file):\(entry.place.line)".shellWord) --nothing --by NAME --reason WHY."))
  }

  fileprivate static func sameNumber(
    _ number: Int, _ entry: AsRunEntry, _ earlier: AsRunEntry, rows: Int
  ) -> Finding {
    let more = moreRows(rows, of: entry.place.file)
    let row = "\(entry.place.file):\(entry.place.line)".shellWord
    return Finding(
      .logEditionDoubtful, .warning, at: entry.place,
      Words(
        vi:
          "Tên của dòng này và của dòng \(earlier.place.line) của “\(earlier.place.file)” cùng ghi số "
          + "\(grouped(number, in: .vietnamese)); đang tính là hai tác phẩm." + more.vi,
        en:
          "The titles of this row and of line \(earlier.place.line) of “\(earlier.place.file)” both say no. \(number); they "
          + "count as two works." + more.en),
      remedy: Words(
        vi:
          "Hỏi đài. Là một tác phẩm phát lại thì gắn dòng này với lượt của tác phẩm đó: lichsong link KẾ-HOẠCH \(row) --shows UID "
          + "--by TÊN --reason LÝ-DO, hoặc ghi “phát lại” vào cột “trạng thái”.",
        en:
          "Ask the station. If one work was aired again, write “repeat” in a column “status”, or link this row to the "
          + "placement of that work: lichsong link PLAN \(row) --shows UID --by NAME --reason WHY."))
  }

  fileprivate static func editionsClash(_ part: AsRunEntry, _ head: AsRunEntry, rows: Int) -> Finding {
    let more = moreRows(rows, of: part.place.file)
    func edition(_ entry: AsRunEntry) -> String { entry.edition.map(String.init) ?? "?" }
    return Finding(
      .logRowsContradict, .warning, at: part.place,
      Words(
        vi:
          "Dòng này ghi kỳ \(edition(part)), dòng \(head.place.line) của “\(head.place.file)” ghi kỳ \(edition(head)), cùng kênh, cùng "
          + "giờ; đang tính là hai tác phẩm." + more.vi,
        en:
          "This row says no. \(edition(part)), line \(head.place.line) of “\(head.place.file)” no. \(edition(head)), on one outlet in "
          + "the same minute; they count as two works." + more.en),
      remedy: Words(
        vi:
          "Hỏi đài kỳ nào đã phát; dòng kia đính chính bằng một dòng có cột “thay cho dòng”, hoặc gắn bằng lichsong link --nothing.",
        en:
          "Ask the station which of them aired, and correct the other with a row that replaces it, or link it with lichsong link "
          + "--nothing."))
  }
}
