public import ScheduleModel

/// What became of logs that were recorded in the Book, for a person.
public enum ImportReport {
  /// A line for each file; in a preview after its columns and first rows.
  public static func text(
    _ files: [LogImportSummary], isPreview: Bool, language: ReaderLanguage, width: Int? = nil
  ) -> String {
    files.map { file in
      let shown = isPreview ? file.previews.map { preview($0, language, width) }.joined() : ""
      return shown + sentence(file, isPreview: isPreview)[language].visible() + "\n"
    }.joined(separator: isPreview ? "\n" : "")
  }

  /// What each column tells, with what the first row has there, then the first rows as they will be recorded.
  private static func preview(_ log: LogPreview, _ language: ReaderLanguage, _ width: Int?) -> String {
    let form = [log.form[language], log.encoding].compactMap(\.self).joined(separator: ", ")
    let more = log.rows - log.entries.count
    let rest =
      more <= 0
      ? ""
      : Words(
        vi: "… và \(grouped(more, in: .vietnamese)) dòng nữa\n",
        en: "… and \(grouped(more, in: .english)) more \(more == 1 ? "row" : "rows")\n")[language]
    let rows = log.entries.isEmpty ? "" : rows(of: log, language).text(width: width) + rest + "\n"
    return "\(log.file) – \(form)".visible() + "\n\n" + columns(of: log, language).text(width: width) + "\n"
      + rows
      + readings(of: log.doubtfulDays, language, width) + readings(of: log.doubtfulLengths, language, width)
  }

  /// What each column tells, with what the first row has there.
  package static func columns(of log: LogPreview, _ language: ReaderLanguage) -> TextTable {
    var columns = TextTable(columns: [
      .words(Words(vi: "Cột", en: "Column")[language], width: 30),
      .words(Words(vi: "Hiểu là", en: "Understood as")[language]),
      .words(Words(vi: "Dòng đầu", en: "First row")[language], width: 40),
    ])
    for column in log.columns {
      let unread = Words(vi: "(giữ lại, không đọc)", en: "(kept, not read)")
      columns.append([column.name, (column.meaning ?? unread)[language], column.sample])
    }
    return columns
  }

  /// The first rows as they will be recorded.
  package static func rows(of log: LogPreview, _ language: ReaderLanguage) -> TextTable {
    var rows = TextTable(columns: [
      .number(Words(vi: "Dòng", en: "Row")[language]), .words(Words(vi: "Ngày", en: "Day")[language]),
      .words(Words(vi: "Giờ", en: "Time")[language]), .words(Words(vi: "Kênh", en: "Outlet")[language]),
      .words(Words(vi: "Chỉ tiêu", en: "Line")[language]),
      .words(Words(vi: "Tên", en: "Title")[language], width: 40),
      .words(Words(vi: "Tiếng", en: "Language")[language]),
      .number(Words(vi: "Phút", en: "Minutes")[language]),
      .words(Words(vi: "Trạng thái", en: "Status")[language]),
      .words(Words(vi: "Độ tin cậy", en: "Trust")[language]),
    ])
    for (index, entry) in log.entries.enumerated() {
      let found = log.lines.indices.contains(index) ? log.lines[index].joined(separator: " / ") : ""
      let line = entry.line ?? (found.isEmpty ? nil : found)
      let work = [line, entry.edition.map { "\($0)" }].compactMap(\.self).joined(separator: " ")
      let day = entry.day.forPeople(language)
      let night = Words(vi: " (thuộc hôm trước)", en: " (of the day before)")[language]
      let cells = [
        "\(entry.place.line)", day + (entry.broadcastDay == entry.day ? "" : night),
        entry.time.map { "\($0)" } ?? "–", entry.outlet, work.isEmpty ? "–" : work, entry.title,
        entry.language.tag, entry.lengthText ?? "–", entry.status.name[language],
        entry.trust?.name[language] ?? "–",
      ]
      rows.append(cells)
    }
    return rows
  }

  /// Days that could be read in two ways, and what each is then.
  private static func readings(
    of days: [DayReadings], _ language: ReaderLanguage, _ width: Int?
  ) -> String {
    guard !days.isEmpty else { return "" }
    var table = TextTable(columns: [
      .words(Words(vi: "Ngày ghi", en: "Day as written")[language]), .words("--dates dd/MM"),
      .words("--dates MM/dd"),
    ])
    for day in days {
      table.append([day.text, day.dayFirst.forPeople(language), day.monthFirst.forPeople(language)])
    }
    return table.text(width: width) + "\n"
  }

  /// Lengths that could be read in two ways, and how many minutes each is then.
  private static func readings(
    of lengths: [LengthReadings], _ language: ReaderLanguage, _ width: Int?
  ) -> String {
    let options: [(LengthReadings.Kind, String, String)] = [
      (.colon, "--lengths mm:ss", "--lengths h:mm"), (.signs, "--numbers 1.234,5", "--numbers 1,234.5"),
    ]
    return options.map { kind, first, second in
      let open = lengths.filter { $0.kind == kind }
      guard !open.isEmpty else { return "" }
      var table = TextTable(columns: [
        .words(Words(vi: "Thời lượng ghi", en: "Length as written")[language]), .number(first),
        .number(second),
      ])
      for length in open {
        let minutes = Words(vi: "phút", en: "min")[language]
        table.append([
          length.text, "\(grouped(length.first, in: language)) \(minutes)",
          "\(grouped(length.second, in: language)) \(minutes)",
        ])
      }
      return table.text(width: width) + "\n"
    }.joined()
  }

  /// What became of a log, in one sentence.
  package static func sentence(_ file: LogImportSummary, isPreview: Bool) -> Words {
    var vi = ["đọc được \(grouped(file.read, in: .vietnamese)) dòng"]
    var en = ["\(grouped(file.read, in: .english)) \(file.read == 1 ? "row" : "rows") read"]
    func note(_ count: Int, _ words: (String) -> Words) {
      guard count > 0 else { return }
      vi.append(words(grouped(count, in: .vietnamese)).vi)
      en.append(words(grouped(count, in: .english)).en)
    }
    note(file.leftOut) { Words(vi: "không nhận \($0)", en: "\($0) left out") }
    vi.append("mới \(grouped(file.added, in: .vietnamese))")
    en.append("\(grouped(file.added, in: .english)) new")
    note(file.replacing) {
      Words(vi: "trong đó thay dòng cũ \($0)", en: "\($0) of them replacing earlier ones")
    }
    note(file.known) { Words(vi: "sổ đã có \($0)", en: "\($0) in the Book already") }
    note(file.outranked) {
      Words(vi: "kém tin cậy hơn dòng đã có \($0)", en: "\($0) less reliable than what is there")
    }
    let end: Words =
      switch (file.recordedIn, isPreview) {
      case (nil, _): Words(vi: "sổ giữ nguyên", en: "the Book stays as it is")
      case (_, true): Words(vi: "chưa ghi (xem trước)", en: "nothing written (preview)")
      case (let name?, false): Words(vi: "ghi vào book/\(name)", en: "recorded in book/\(name)")
      }
    return Words(
      vi: "\(file.file): " + vi.joined(separator: ", ") + "; \(end.vi).",
      en: "\(file.file): " + en.joined(separator: ", ") + "; \(end.en).")
  }
}

extension CivilDay {
  fileprivate func forPeople(_ language: ReaderLanguage) -> String {
    language == .vietnamese ? forPeople : description
  }
}
