import ScheduleModel

// What is written of the rows, and said about them.
extension AnnexPlanBuilder {
  /// The text of the plan file.
  func text(_ heading: NewPlan.Heading) -> String {
    let title = heading.title ?? ownTitle
    var text = PlanText.comment(
      Words(
        vi: "Lập từ \(table.name.vi) của “\(table.file)”. Xem lại từng chỗ, \(PlanText.check.vi)",
        en: "Made of \(table.name.en) of “\(table.file)”. Look through it, \(PlanText.check.en)")[
          language])
    text += decisions.map { PlanText.comment("- " + $0[language]) }.joined()
    text += "plan: \(heading.id)\ntitle: \(PlanText.quoted(title))\nyear: \(year)\n"
    if let document = table.document { text += document.text }
    let onDays = Set(lines.filter(\.needsDays).compactMap(\.outlet))
    if !units.isEmpty {
      text += "units:\n"
      for unit in units { text += "  \(unit.id): { name: \(PlanText.quoted(unit.name)) }\n" }
    }
    text += outlets.isEmpty ? "outlets: {}\n" : "outlets:\n"
    for outlet in outlets {
      text +=
        "  \(outlet.id):\n    name: \(PlanText.quoted(outlet.name))\n    kind: \(outlet.kind.rawValue)\n"
      text += "    grid:\n"
      let pieces = min(10_000, max(1, outlet.works))
      text += "      - { id: trong-thang, every: month, pieces: \(pieces) }\n"
      if onDays.contains(outlet.id) {
        text += "      - { id: trong-ngay, rule: FREQ=DAILY, pieces: \(pieces) }\n"
      }
    }
    text += "lines:\n"
    var group: String?
    for line in lines {
      if let heading = line.group, heading != group { text += PlanText.comment(heading, indent: 2) }
      group = line.group
      let isMixed = line.isPlaced && line.outlet.map(onDays.contains) ?? false
      text += line.text(grid: isMixed ? (line.needsDays ? "trong-ngay" : "trong-thang") : nil)
    }
    return text
  }

  /// The title over the table; a general one when there is none.
  private var ownTitle: String {
    table.above.filter { $0.count > 15 && $0.count < 200 && !$0.hasPrefix("(") && !Self.isLetterhead($0) }
      .max { $0.count < $1.count } ?? "Kế hoạch tuyên truyền năm \(year)"
  }

  /// Whether a line above the table belongs to the head of any official letter: the country's name and motto, who issues it, number and
  /// day.
  private static func isLetterhead(_ line: String) -> Bool {
    let text = FoldedText(line).text
    if text.contains("cong hoa xa hoi chu nghia") || text.contains("doc lap") && text.contains("hanh phuc") {
      return true
    }
    if text.contains("ke hoach") || text.contains("tuyen truyen") || text.contains("phu luc") { return false }
    let issuers = [
      "uy ban nhan dan", "ubnd", "hoi dong nhan dan", "hdnd", "so noi vu", "so thong tin", "so van hoa",
      "dai phat thanh",
      "dai truyen hinh", "ban chi dao", "bo noi vu",
    ]
    return issuers.contains { text == $0 || text.hasPrefix($0 + " ") }
      || text.contains(#/ngay \d{1,2} thang \d{1,2} nam \d{4}|^so \d+ /#)
  }

  /// How the table was understood.
  ///
  /// - Parameter isYearGiven: Whether somebody said the year; otherwise it is the annex's, and told.
  func remarks(isYearGiven: Bool) -> [Words] {
    func list(_ language: ReaderLanguage) -> String {
      table.headings.compactMap { heading in
        heading.meaning.map { meaning in
          let isPlain = FoldedText(heading.text) == FoldedText(meaning.name.vi)
          return "“\(heading.text)”" + (isPlain ? "" : " (\(meaning.name[language]))")
        }
      }.joined(separator: ", ")
    }
    let unknown = table.headings.filter { $0.meaning == nil }.map { "“\($0.text)”" }
    var remarks = [
      Words(
        vi: "Đã đọc \(table.name.vi), các cột: \(list(.vietnamese)).",
        en: "Read \(table.name.en) with the columns \(list(.english)).")
    ]
    if !isYearGiven {
      remarks.append(
        Words(vi: "Năm \(year), như phụ lục ghi.", en: "The year is \(year), as the annex says."))
    }
    if let document = table.document {
      remarks.append(
        Words(
          vi: "Văn bản ban hành: số \(document.number) ngày \(document.date.forPeople), như phụ lục ghi.",
          en:
            "The signed document is no. \(document.number) of \(document.date.forPeople), as the annex says.")
      )
    }
    if !unknown.isEmpty {
      let list = unknown.joined(separator: ", ")
      remarks.append(
        Words(
          vi: "Cột không hiểu được giữ trong ghi chú: \(list).",
          en: "Columns that are not understood are kept in the notes: \(list)."))
    }
    return remarks
  }

  /// What no annex says.
  var decisions: [Words] {
    var decisions: [Words] = []
    if !outlets.isEmpty {
      decisions.append(
        Words(
          vi:
            "Phụ lục không có ngày giờ phát: mỗi kênh tạm mở theo tháng (every: month). Thay bằng khung giờ thật "
            + "của từng kênh, ví dụ: { id: toi-thu-nam, rule: FREQ=WEEKLY;BYDAY=TH, at: \"20:15\", length: 15m }",
          en:
            "An annex has no days and hours: each outlet opens by the month for now (every: month). Put its real "
            + "openings there, such as { id: toi-thu-nam, rule: FREQ=WEEKLY;BYDAY=TH, at: \"20:15\", length: 15m }"
        ))
    }
    let copies = lines.filter { $0.countsCopies && $0.outlet != nil && !$0.isUnscheduled && !$0.isEmbedded }
    if !copies.isEmpty {
      func list(_ language: ReaderLanguage) -> String {
        copies.map { "“\($0.title)” (\($0.quota?.text(in: language) ?? ""))" }.joined(separator: ", ")
      }
      decisions.append(
        Words(
          vi:
            "Số bản in, số người không phải số lượt phát nên không xếp lịch (scheduled: false): \(list(.vietnamese)). Cần ghi ngày "
            + "phát hành thì thêm một chỉ tiêu tính theo đợt.",
          en:
            "A number of copies or people is none of broadcasts, and is not scheduled (scheduled: false): \(list(.english)). Where "
            + "the days on which they are given out matter, add a line that counts these."))
    }
    decisions.append(
      table.document == nil
        ? Words(
          vi: "Thêm số, ngày của văn bản ban hành (documents) và những ngày nghỉ (blackouts).",
          en:
            "Add the number and date of the signed document (documents), and the days without output (blackouts)."
        )
        : Words(
          vi: "Thêm những ngày nghỉ (blackouts).", en: "Add the days without output (blackouts)."))
    return decisions
  }
}
