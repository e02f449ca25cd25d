import ScheduleModel

/// What the reader of logs has to say, in both languages.
extension Finding {
  static func logEmpty(file: String) -> Finding {
    Finding(
      .logEmpty, .warning, at: SourcePlace(file: file, line: 1),
      Words(vi: "Nhật ký “\(file)” không có dòng nào.", en: "The log “\(file)” has no rows."),
      remedy: Words(
        vi: "Kiểm tra xem đã xuất đúng tệp chưa; chưa phát gì thì không cần nộp tệp này.",
        en: "See whether the right file was exported; when nothing went out, leave the file out."))
  }

  static func lineTooLong(_ at: LogPlace, bytes: Int, isHeader: Bool) -> Finding {
    let (length, most) = (bytes, RecordScanner.longestLine)
    return Finding(
      .lineTooLong, .error, at,
      Words(
        vi:
          "Dòng này dài \(grouped(length, in: .vietnamese)) byte, quá mức \(grouped(most, in: .vietnamese)); "
          + leftOut(isHeader).vi,
        en: "This line has \(grouped(length, in: .english)) bytes, more than \(grouped(most, in: .english)); "
          + leftOut(isHeader).en),
      remedy: Words(
        vi: "Tệp có thể không phải CSV. Xuất lại từ bảng tính, chọn “CSV UTF-8”.",
        en: "The file may not be CSV. Export it from the spreadsheet again, as “CSV UTF-8”."))
  }

  static func tooManyColumns(_ count: Int, _ at: LogPlace) -> Finding {
    Finding(
      .lineTooLong, .error, at,
      Words(
        vi: "Dòng tiêu đề có \(count) cột, quá mức \(LogHeader.mostColumns); " + leftOut(true).vi,
        en: "The header has \(count) columns, more than \(LogHeader.mostColumns); " + leftOut(true).en),
      remedy: columnNames)
  }

  static func notUTF8(_ at: LogPlace, isHeader: Bool) -> Finding {
    Finding(
      .notUTF8, .error, at,
      Words(
        vi: "Chữ ở đây không ghi bằng mã UTF-8; " + leftOut(isHeader).vi,
        en: "The letters here are not encoded in UTF-8; " + leftOut(isHeader).en),
      remedy: Words(
        vi: "Trong Excel chọn “Lưu thành” (Save As), kiểu “CSV UTF-8”.",
        en: "In Excel choose “Save As”, type “CSV UTF-8”."))
  }

  /// - Parameter isOfFigures: Whether the header looks like one of figures that units report.
  static func columnMissing(_ columns: [LogColumn], _ at: LogPlace, isOfFigures: Bool) -> Finding {
    let names = columns.map { "“\($0.vietnameseName)”" }.joined(separator: ", ")
    let english = columns.map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      .logColumnMissing, .error, at,
      Words(
        vi: "Dòng tiêu đề thiếu cột \(names); " + leftOut(true).vi,
        en: "The header lacks the \(columns.count == 1 ? "column" : "columns") \(english); "
          + leftOut(true).en),
      remedy: isOfFigures
        ? Words(
          vi:
            "Nếu đây là bảng số liệu của đơn vị, đặt tên cột: “đơn vị”, “kỳ báo cáo”, “chỉ tiêu”, “số liệu”, mỗi số một dòng. Nếu là nhật ký: "
            + columnNames.vi,
          en:
            "If these are figures that units report, name the columns “unit”, “period”, “line” and “value”, a row for each figure. If it is a log: "
            + columnNames.en)
        : columnNames)
  }

  /// A second row of names, below which the columns cannot be told.
  static func columnsOtherwise(_ missing: [LogColumn], rows: Int, _ at: LogPlace) -> Finding {
    let (vi, en) = (
      missing.map { "“\($0.vietnameseName)”" }.joined(separator: ", "),
      missing.map { "“\($0)”" }.joined(separator: ", ")
    )
    return Finding(
      .logColumnMissing, .error, at,
      Words(
        vi:
          "Từ dòng này tên các cột khác trước\(vi.isEmpty ? "" : ", thiếu \(vi)"); số dòng bên dưới không được tính: "
          + "\(grouped(rows, in: .vietnamese)).",
        en:
          "From this row on the columns are named otherwise\(en.isEmpty ? "" : ", without \(en)"); rows below that are left "
          + "out: \(grouped(rows, in: .english))."),
      remedy: Words(
        vi: "Tách phần bên dưới thành một trang hoặc một tệp riêng, có đủ tên cột, rồi import cả hai.",
        en:
          "Put what lies below into a sheet or file of its own, with all names of its columns, and import both."
      ))
  }

  static func columnUnknown(_ name: String, nearest: String?, _ at: LogPlace) -> Finding {
    Finding(
      .logColumnUnknown, .info, at,
      Words(
        vi: "Không rõ cột “\(cut(name))” ghi gì; cột này không được đọc.",
        en: "The meaning of the column “\(cut(name))” is not known; it is not read."),
      remedy: unitUnknown(name) ?? nearest.map {
        Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?")
      } ?? columnNames)
  }

  /// What to do about a heading for lengths in a unit that is not known; `nil` for any other heading.
  private static func unitUnknown(_ name: String) -> Words? {
    guard let bracket = name.firstIndex(of: "("),
      LogColumn.named(String(name[..<bracket])) == .minutes
    else { return nil }
    return Words(
      vi: "Chỉ đọc thời lượng bằng phút, giây hoặc giờ: xin tệp có cột “thời lượng (phút)”.",
      en: "Lengths are read in minutes, seconds or hours: ask for the file with a column “length (min)”.")
  }

  static func columnRepeated(_ name: String, _ at: LogPlace) -> Finding {
    Finding(
      .duplicateKey, .warning, at,
      Words(
        vi: "Cột “\(cut(name))” trùng ý nghĩa với một cột trước; chỉ cột trước được đọc.",
        en: "The column “\(cut(name))” means the same as an earlier one; only the earlier is read."),
      remedy: Words(vi: "Đổi tên hoặc bỏ một trong hai cột.", en: "Rename or remove one of the two."))
  }

  static func rowBroken(_ faults: [RowFault], _ at: LogPlace, isHeader: Bool) -> Finding {
    func once(_ texts: [String]) -> String {
      var seen: Set<String> = []
      return texts.filter { seen.insert($0).inserted }.joined(separator: " ")
    }
    return Finding(
      .logRowBroken, .error, at,
      Words(
        vi: (isHeader ? "Cả tệp" : "Dòng này") + " không được tính: "
          + faults.map(\.words.vi).joined(separator: "; ") + ".",
        en: (isHeader ? "The whole file" : "This row") + " is left out: "
          + faults.map(\.words.en).joined(separator: "; ") + "."),
      remedy: Words(vi: once(faults.map(\.remedy.vi)), en: once(faults.map(\.remedy.en))))
  }

  static func rowRepeated(_ earlier: SourcePlace, _ at: LogPlace) -> Finding {
    Finding(
      .logRowRepeated, .warning, at,
      Words(
        vi: "Dòng này giống hệt dòng \(earlier.line) của “\(earlier.file)” và không được đếm lần nữa.",
        en: "This row is the same as line \(earlier.line) of “\(earlier.file)” and is not counted again."),
      remedy: Words(
        vi: "Nếu nhật ký của đài ghi là hai tác phẩm, chép số kỳ hoặc tiêu đề của từng dòng từ đó sang.",
        en:
          "If they are two works by the station's own log, copy the edition or the title of each from there.")
    )
  }

  static func otherYear(_ day: CivilDay, of plan: Plan, _ at: LogPlace) -> Finding {
    let own = years(of: plan)
    let other =
      plan.months.isCalendarYear
      ? Words(vi: "của năm \(day.year)", en: "of \(day.year)")
      : Words(vi: "có ngày đó", en: "that has the day")
    return Finding(
      .logOtherYear, .warning, at,
      Words(
        vi: "Ngày \(day) nằm ngoài \(own.vi); dòng này không được tính.",
        en: "\(day) lies outside \(own.en); the row is left out."),
      remedy: Words(
        vi:
          "Đối chiếu nhật ký này với kế hoạch \(other.vi); nếu ngày bị chép hay đọc sai thì xem nhật ký gốc.",
        en:
          "Hold this log against the plan \(other.en); if the date was copied or read wrongly, see the station's own "
          + "log."))
  }

  /// A correction is left out for its day, and what it was to replace goes on counting.
  static func correctionOtherYear(_ day: CivilDay, of row: String, _ plan: Plan, _ at: LogPlace) -> Finding {
    let own = years(of: plan)
    return Finding(
      .logOtherYear, .error, at,
      Words(
        vi:
          "Dòng đính chính này bị bỏ vì ngày \(day.forPeople) nằm ngoài \(own.vi); dòng \(cut(row)) mà nó thay cho vẫn đang "
          + "được tính như cũ.",
        en:
          "This correction is left out, for \(day) lies outside \(own.en); the row \(cut(row)) that it replaces goes on "
          + "counting as it was."),
      remedy: Words(
        vi:
          "Ngày đúng là của năm khác: nhập dòng đính chính có trạng thái “rút lại” cho dòng \(cut(row)). Ngày bị chép sai: xem "
          + "nhật ký gốc của đài rồi nhập lại.",
        en:
          "If the day is right, import a correction with the status “withdrawn” for the row \(cut(row)). If it was copied "
          + "wrongly, see the station's own log and import it again."))
  }

  /// The year of a plan, or its months.
  static func years(of plan: Plan) -> Words {
    let months = plan.months
    guard !months.isCalendarYear else {
      return Words(vi: "năm \(plan.year) của kế hoạch", en: "\(plan.year), the plan's year")
    }
    let span = "\(months.name(of: 0)) – \(months.name(of: months.count - 1))"
    return Words(vi: "các tháng của kế hoạch (\(span))", en: "the plan's months (\(span))")
  }

  static func rowsAfter(_ day: CivilDay, _ count: Int, file: String, _ severity: Severity) -> Finding {
    Finding(
      .logAfterAsOf, severity, at: SourcePlace(file: file, line: 1),
      Words(
        vi:
          "Có \(grouped(count, in: .vietnamese)) dòng của “\(file)” sau ngày chốt số liệu \(day); không được đếm.",
        en: "Rows of “\(file)” after \(day), the day asked for: \(grouped(count, in: .english)); not counted."
      ))
  }

  static func ambiguousLine(_ title: String, lines: [String], _ at: LogPlace) -> Finding {
    Finding(
      .ambiguousLine, .warning, at,
      Words(
        vi: "Tiêu đề “\(cut(title))” hợp với nhiều chỉ tiêu (\(lines.joined(separator: ", "))); "
          + "mỗi dòng mang tiêu đề này được tính cho lượt phát gần nhất.",
        en: "The title “\(cut(title))” fits several lines (\(lines.joined(separator: ", "))); "
          + "each row with it is held against the nearest placement."),
      remedy: Words(
        vi: "Thêm cột “chỉ tiêu” và ghi mã, ví dụ \(lines[0]).",
        en: "Add a column “line” with the line's id, such as \(lines[0])."))
  }

  /// Titles of a log that no line of the plan bears; `nil` without any.
  static func titlesUnknown(_ titles: [LineRecogniser.UnknownTitle], file: String) -> Finding? {
    guard !titles.isEmpty else { return nil }
    let near = titles.filter { !$0.nearest.isEmpty }
    let rows = titles.reduce(0) { $0 + $1.rows }
    func list(_ opening: String, _ nearest: String, _ language: ReaderLanguage) -> String {
      titles.prefix(8).map { title in
        let alike = title.nearest.filter { !title.inOpenings.contains($0) }
        let hints = [(opening, title.inOpenings), (nearest, alike)].filter { !$0.1.isEmpty }
        return "“\(cut(title.title))” (\(grouped(title.rows, in: language))"
          + hints.map { "; \($0.0) \($0.1.joined(separator: ", "))" }.joined() + ")"
      }.joined(separator: ", ") + (titles.count > 8 ? ", …" : "")
    }
    return Finding(
      .logTitlesUnknown, near.isEmpty ? .info : .warning, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tên không thuộc chỉ tiêu nào: \(grouped(titles.count, in: .vietnamese)), trên "
          + "\(grouped(rows, in: .vietnamese)) dòng: \(list("phát vào khung giờ của:", "tên gần nhất:", .vietnamese)).",
        en: "Titles of no line: \(grouped(titles.count, in: .english)), in \(grouped(rows, in: .english)) "
          + "\(rows == 1 ? "row" : "rows"): \(list("aired in the openings of:", "nearest:", .english))."),
      remedy: titlesRemedy(near))
  }

  /// What to do about titles that come near those of lines.
  private static func titlesRemedy(_ near: [LineRecogniser.UnknownTitle]) -> Words {
    var parts: [Words] = []
    if let first = near.first(where: { !$0.isOwnTitle }) {
      let (title, line) = (first.title.shellWord, (first.nearest.first ?? "").shellWord)
      parts.append(
        Words(
          vi: "Nếu đúng, gắn một lần cho mọi nhật ký: lichsong link KẾ-HOẠCH --title \(title) "
            + "--line \(line) --by TÊN --reason LÝ-DO; hoặc thêm vào aliases của chỉ tiêu.",
          en:
            "If that is meant, say so once for all logs: lichsong link PLAN --title \(title) "
            + "--line \(line) --by NAME --reason WHY; or add it to the line's aliases."))
    }
    if let own = near.first(where: \.isOwnTitle) {
      let line = own.nearest.first ?? ""
      parts.append(
        Words(
          vi:
            "“\(cut(own.title))” là tên của chỉ tiêu \(line), nhưng chỉ tiêu đó không phát trên kênh, hoặc bằng thứ tiếng, mà "
            + "dòng ghi: hỏi nơi ghi nhật ký; đúng là phát ở đó thì ghi \(line) vào cột “chỉ tiêu”.",
          en:
            "“\(cut(own.title))” is the title of the line \(line), which does not go out on the outlet, or in the language, of the "
            + "row: ask whoever kept the log; if it did go out there, write \(line) in a column “line”."))
    }
    guard !parts.isEmpty else {
      return Words(
        vi: "Chương trình ngoài kế hoạch thì không cần làm gì.",
        en: "Nothing needs to be done about programmes outside the plan.")
    }
    return Words(vi: parts.map(\.vi).joined(separator: " "), en: parts.map(\.en).joined(separator: " "))
  }

  /// A row counts without the edition that its cell states.
  static func editionNotRead(_ text: String, _ at: LogPlace) -> Finding {
    Finding(
      .logEditionDoubtful, .warning, at,
      Words(
        vi: "Không rõ “\(cut(text))” là kỳ nào; dòng này được tính nhưng không có số kỳ.",
        en: "Which edition “\(cut(text))” is is not clear; the row counts, but without an edition."),
      remedy: Words(
        vi:
          "Hỏi đài đây là kỳ nào. Nếu cần, gắn dòng với lượt của nó: lichsong link KẾ-HOẠCH "
          + "\("\(at.place.file):\(at.place.line)".shellWord) --shows UID --by TÊN --reason LÝ-DO.",
        en:
          "Ask the station which edition it is. Where it matters, link the row to its placement: lichsong link PLAN "
          + "\("\(at.place.file):\(at.place.line)".shellWord) --shows UID --by NAME --reason WHY."))
  }

  private static var columnNames: Words {
    let vi = LogColumn.allCases.map(\.vietnameseName).joined(separator: ", ")
    let every = LogColumn.required.map { $0.names.joined(separator: " | ") }.joined(separator: "; ")
    return Words(
      vi: "Cột bắt buộc: \(every). Tên cột được hiểu: \(vi).",
      en: "Required columns: \(every). Names that are understood: "
        + LogColumn.allCases.map { $0.names[0] }.joined(separator: ", ") + ".")
  }

  private static func leftOut(_ isHeader: Bool) -> Words {
    isHeader
      ? Words(vi: "cả tệp không được tính.", en: "the whole file is left out.")
      : Words(vi: "dòng này không được tính.", en: "the row is left out.")
  }

  private init(
    _ code: FindingCode, _ severity: Severity, _ at: LogPlace, _ message: Words, remedy: Words
  ) {
    self.init(
      code, severity, at: at.place, width: at.width, excerpt: at.excerpt, message, remedy: remedy)
  }
}
