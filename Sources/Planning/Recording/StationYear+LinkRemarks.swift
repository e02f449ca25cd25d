import Logs
public import ScheduleModel

/// What is doubtful about a link that is followed all the same.
extension StationYear {
  /// What is to be said of a link from a title to a line: that it takes the place of an earlier one.
  public mutating func remarks(onLinking title: String, to line: String) -> [Finding] {
    guard let plan = readingPlan() else { return [] }
    let names = NameIndex(
      plan.lines.flatMap { line in ([line.id, line.title] + line.aliases).map { (line.id, $0) } })
    let id = plan.lines.first { $0.id == line }?.id ?? names.id(named: line)
    guard let id,
      let before = titleLinks(of: plan).last(where: { FoldedText($0.title) == FoldedText(title) }),
      before.link.titledLine != nil, before.link.titledLine != id
    else { return [] }
    return [.titleLinkedElsewhere(title, before.link, now: id)]
  }

  /// What is to be said of a link from a row to a placement: that the row is of another line by its title, or of another
  /// outlet.
  public mutating func remarks(on request: LinkRequest) -> [Finding] {
    guard let uid = request.meaning.link.uid, let plan = readingPlan(), let schedule = schedule()?.schedule,
      let (log, _, _) = asRun(), let entry = log.entries.first(where: { $0.isNamed(by: request.row) }),
      let placement = schedule.placements.first(where: { $0.uid == uid })
    else { return [] }
    var recogniser = LineRecogniser(plan: plan)
    let lines = recogniser.recognise(entry).lines
    let isOtherLine = !lines.isEmpty && !lines.contains(placement.line)
    guard isOtherLine || entry.outlet != placement.outlet else { return [] }
    return [.linkUnlikeRow(entry, isOtherLine ? lines : [], placement)]
  }

  /// The links from titles to lines and what took them back, the last word of each title last.
  func titleLinks(of plan: Plan) -> [(title: String, link: EntryLink)] {
    var files: [(bytes: [UInt8], name: String)] = []
    if countsWorkingFiles, let file = self.files?.links { files.append((file.bytes, file.name)) }
    files += book.entries(.link).map { (Array($0.body), "book/\($0.fileName)") }
    return files.flatMap { LinkReader.read($0.bytes, file: $0.name, plan: plan).links }.compactMap { link in
      guard link.titleMeant != nil, let title = link.row.title else { return nil }
      return (title, link)
    }
  }

  /// Titles that were linked to one line and later to another: told as long as both stand in the Book.
  func titleContradictions(of plan: Plan) -> [Finding] {
    guard !book.entries(.link).isEmpty || files?.links != nil else { return [] }
    var last: [FoldedText: EntryLink] = [:]
    var changed: [FoldedText: (title: String, before: EntryLink, now: EntryLink)] = [:]
    var order: [FoldedText] = []
    for (title, link) in titleLinks(of: plan) {
      let key = FoldedText(title)
      // Who takes a link back before making another contradicts nothing.
      guard link.titledLine != nil else {
        (last[key], changed[key]) = (nil, nil)
        continue
      }
      if let before = last[key], before.titledLine != link.titledLine {
        if !order.contains(key) { order.append(key) }
        changed[key] = (title, before, link)
      }
      last[key] = link
    }
    return order.compactMap { changed[$0] }.map { .titleLinkedTwice($0.title, $0.before, now: $0.now) }
  }
}

extension [String] {
  fileprivate func appending(_ text: String, where isMeant: Bool) -> [String] {
    isMeant ? self + [text] : self
  }
}

extension Finding {
  fileprivate static func titleLinkedElsewhere(_ title: String, _ before: EntryLink, now line: String)
    -> Finding
  {
    let old = before.titledLine ?? ""
    return Finding(
      .linkRepeated, .warning, at: before.place,
      Words(
        vi:
          "Tên “\(cut(title))” đã được gắn với chỉ tiêu \(old) (\(cut(before.author)): \(cut(before.reason))); từ nay mọi dòng mang "
          + "tên đó thuộc \(line).",
        en:
          "The title “\(cut(title))” was linked to the line \(old) (\(cut(before.author)): \(cut(before.reason))); from now on all "
          + "rows with it are of \(line)."),
      remedy: Words(
        vi:
          "Nếu \(old) mới đúng, gắn lại: lichsong link KẾ-HOẠCH --title \(title.shellWord) --line \(old.shellWord) --by TÊN "
          + "--reason LÝ-DO.",
        en:
          "If \(old) is right after all, link it again: lichsong link PLAN --title \(title.shellWord) --line \(old.shellWord) --by "
          + "NAME --reason WHY."))
  }

  fileprivate static func titleLinkedTwice(_ title: String, _ before: EntryLink, now: EntryLink) -> Finding {
    let (old, line) = (before.titledLine ?? "", now.titledLine ?? "")
    return Finding(
      .linkRepeated, .info, at: now.place,
      Words(
        vi:
          "Tên “\(cut(title))” trước được gắn với chỉ tiêu \(old) (\(cut(before.author))), sau được gắn với \(line) "
          + "(\(cut(now.author))); đang tính theo lần sau.",
        en:
          "The title “\(cut(title))” was linked to the line \(old) (\(cut(before.author))) and later to \(line) "
          + "(\(cut(now.author))); the later link counts."),
      remedy: Words(
        vi:
          "Đúng là \(line) thì không cần làm gì; nếu không, gắn lại: lichsong link KẾ-HOẠCH --title \(title.shellWord) --line "
          + "\(old.shellWord) --by TÊN --reason LÝ-DO.",
        en:
          "If \(line) is right, nothing needs to be done; if not, link it again: lichsong link PLAN --title \(title.shellWord) "
          + "--line \(old.shellWord) --by NAME --reason WHY."))
  }

  fileprivate static func linkUnlikeRow(_ entry: AsRunEntry, _ lines: [String], _ placement: Placement)
    -> Finding
  {
    let row = Words(
      vi: (lines.isEmpty ? [] : ["theo tên là của chỉ tiêu \(lines.joined(separator: ", "))"])
        .appending("kênh \(entry.outlet)", where: entry.outlet != placement.outlet).joined(separator: ", "),
      en: (lines.isEmpty ? [] : ["of the line \(lines.joined(separator: ", ")) by its title"])
        .appending("on the outlet \(entry.outlet)", where: entry.outlet != placement.outlet).joined(
          separator: ", "))
    return Finding(
      .linkUnlikeRow, .warning, at: entry.place,
      Words(
        vi:
          "Dòng “\(cut(entry.title))” (\(row.vi)) được gắn với lượt “\(cut(placement.uid))” của chỉ tiêu \(placement.line) trên "
          + "\(placement.outlet); liên kết vẫn được ghi và được tính.",
        en:
          "The row “\(cut(entry.title))” (\(row.en)) is linked to “\(cut(placement.uid))” of the line \(placement.line) on "
          + "\(placement.outlet); the link is recorded and counts."),
      remedy: Words(
        vi: "Nếu nhầm, gắn lại dòng này với đúng lượt, hoặc --nothing; lần gắn sau thay cho lần trước.",
        en:
          "If that is a mistake, link the row to the right placement, or with --nothing; a later link takes the place of this one."
      ))
  }
}
