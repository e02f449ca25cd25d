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

  static func columnMissing(_ columns: [LogColumn], _ at: LogPlace) -> Finding {
    let names = columns.map { "“\($0.vietnameseName)”" }.joined(separator: ", ")
    let english = columns.map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      .logColumnMissing, .error, at,
      Words(
        vi: "Dòng tiêu đề thiếu cột \(names); " + leftOut(true).vi,
        en: "The header lacks the \(columns.count == 1 ? "column" : "columns") \(english); "
          + leftOut(true).en),
      remedy: columnNames)
  }

  static func columnUnknown(_ name: String, nearest: String?, _ at: LogPlace) -> Finding {
    Finding(
      .logColumnUnknown, .info, at,
      Words(
        vi: "Không rõ cột “\(cut(name))” ghi gì; cột này không được đọc.",
        en: "The meaning of the column “\(cut(name))” is not known; it is not read."),
      remedy: nearest.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") } ?? columnNames)
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
        vi: "Nếu là hai tác phẩm, ghi số kỳ hoặc tiêu đề riêng cho từng dòng.",
        en: "If they are two works, give each row its edition or its own title."))
  }

  static func otherYear(_ day: CivilDay, of plan: Plan, _ at: LogPlace) -> Finding {
    Finding(
      .logOtherYear, .warning, at,
      Words(
        vi: "Ngày \(day) nằm ngoài năm \(plan.year) của kế hoạch; dòng này không được tính.",
        en: "\(day) lies outside \(plan.year), the plan's year; the row is left out."),
      remedy: Words(
        vi: "Sửa ngày, hoặc đối chiếu nhật ký này với kế hoạch của năm \(day.year).",
        en: "Correct the date, or hold this log against the plan of \(day.year)."))
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

  static func outletWithoutLog(_ outlet: Outlet, missed: Int) -> Finding {
    Finding(
      .outletWithoutLog, .warning, at: outlet.place,
      Words(
        vi: "Nhật ký không có dòng nào của “\(outlet.name)”; số lượt đã đến ngày bị tính là chưa thực hiện: "
          + "\(grouped(missed, in: .vietnamese)).",
        en: "The logs have no row of “\(outlet.name)”; placements that were due there and count as missed: "
          + "\(grouped(missed, in: .english))."),
      remedy: Words(
        vi: "Bổ sung nhật ký của kênh này; nếu đúng là chưa phát, đăng lượt nào thì không cần sửa.",
        en: "Add this outlet's log; if nothing went out there indeed, nothing needs to be done."))
  }

  /// No log tells of what was due on an outlet on days of which other logs tell.
  ///
  /// - Parameters:
  ///   - last: The day of the outlet's last row; `nil` when it has none.
  ///   - asOf: The last day of which any log tells.
  static func outletNotLogged(_ outlet: Outlet, after last: CivilDay?, upTo asOf: CivilDay, unknown: Int)
    -> Finding
  {
    let (vi, en) = (grouped(unknown, in: .vietnamese), grouped(unknown, in: .english))
    let rows =
      last.map {
        Words(
          vi: "Nhật ký của “\(outlet.name)” chỉ đến ngày \($0.forPeople), nhật ký khác đến \(asOf.forPeople)",
          en: "The logs of “\(outlet.name)” end on \($0), others on \(asOf)")
      }
      ?? Words(
        vi: "Nhật ký không có dòng nào của “\(outlet.name)”", en: "The logs have no row of “\(outlet.name)”")
    return Finding(
      .outletWithoutLog, .warning, at: outlet.place,
      Words(
        vi:
          "\(rows.vi): \(vi) lượt đến hạn chậm nhất ngày \(asOf.forPeople) chưa có nhật ký, không tính là đã phát hay chưa thực hiện.",
        en:
          "\(rows.en): for \(en) \(unknown == 1 ? "placement" : "placements") due by \(asOf) there is no log yet; "
          + "\(unknown == 1 ? "it counts" : "they count") neither as aired nor as missed."),
      remedy: Words(
        vi:
          "Bổ sung nhật ký của kênh này. Nếu nhật ký đã đủ và các lượt đó không phát: thêm --as-of \(asOf).",
        en:
          "Add this outlet's log. If the logs are complete and nothing of it went out, say so with --as-of \(asOf)."
      ))
  }

  static func uidUnknown(_ uid: String, in entry: AsRunEntry, rows: Int) -> Finding {
    let file = entry.place.file
    return Finding(
      .logUIDUnknown, .warning, at: entry.place,
      Words(
        vi: "Lịch không có UID “\(cut(uid))”; số dòng của “\(file)” ghi UID không có trong lịch: "
          + "\(grouped(rows, in: .vietnamese)); các dòng này được đối chiếu theo các cột khác.",
        en: "The schedule has no UID “\(cut(uid))”; rows of “\(file)” with a UID that it does not have: "
          + "\(grouped(rows, in: .english)); their other columns count."),
      remedy: Words(
        vi: "Kiểm tra xem nhật ký có đúng của kế hoạch này không; mã riêng của đài thì đổi tên cột.",
        en: "See whether the log belongs to this plan; if these are the station's own ids, rename the column."
      ))
  }

  static func uidContradicted(_ entry: AsRunEntry, _ placement: Placement) -> Finding {
    func said(
      _ reader: ReaderLanguage, _ line: String?, _ edition: Int?, _ outlet: String, _ tag: LanguageTag
    )
      -> String
    {
      let parts: [(Words, String?)] = [
        (Words(vi: "chỉ tiêu", en: "line"), line),
        (Words(vi: "kỳ", en: "edition"), edition.map { "\($0)" }),
        (Words(vi: "kênh", en: "outlet"), outlet),
        (Words(vi: "tiếng", en: "language"), BroadcastLanguage.name(of: tag, in: reader)),
      ]
      return parts.compactMap { name, value in value.map { "\(name[reader]) \($0)" } }.joined(separator: ", ")
    }
    func row(_ reader: ReaderLanguage) -> String {
      said(reader, entry.line, entry.edition, entry.outlet, entry.language)
    }
    func planned(_ reader: ReaderLanguage) -> String {
      said(reader, placement.line, placement.edition, placement.outlet, placement.language)
    }
    let uid = cut(placement.uid)
    return Finding(
      .logUIDContradicted, .warning, at: entry.place,
      Words(
        vi:
          "UID “\(uid)” là của \(planned(.vietnamese)); dòng này lại ghi \(row(.vietnamese)). Tính theo UID.",
        en: "The UID “\(uid)” is that of \(planned(.english)); the row says \(row(.english)). The UID counts."
      ),
      remedy: Words(
        vi: "Sửa UID, hoặc để trống UID nếu các cột kia mới đúng.",
        en: "Correct the UID, or leave it empty if the other columns are right."))
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

/// What a user wrote, short enough for a sentence.
func cut(_ text: String) -> String {
  let shown = text.prefix(60)
  return shown.endIndex == text.endIndex ? text : shown + "…"
}
