import ScheduleModel

/// What is told of recorded rows, in both languages.
extension Finding {
  static func ledgerDamaged(file: String) -> Finding {
    Finding(
      .ledgerDamaged, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Mục “\(file)” của sổ có dòng không đọc được; các dòng khác vẫn được tính.",
        en: "The entry “\(file)” of the Book has rows that cannot be read; the others count."),
      remedy: Words(
        vi: "Lấy lại tệp này từ bản sao lưu; muốn sửa số liệu thì nhập dòng đính chính bằng lichsong import.",
        en: "Bring the file back from a backup; to correct a row, import a correction with lichsong import."))
  }

  static func ledgerRowMissing(_ id: String, at place: SourcePlace) -> Finding {
    Finding(
      .ledgerRowMissing, .warning, at: place,
      Words(
        vi: "Dòng này thay cho dòng \(id), nhưng sổ không có dòng đó.",
        en: "This row replaces the row \(id), which the Book does not have."),
      remedy: Words(
        vi: "Chép tệp có mã \(id.prefix(LedgerKey.length)) vào thư mục book.",
        en: "Copy the file with \(id.prefix(LedgerKey.length)) in its name into the folder book."))
  }

  static func ledgerReplacedTwice(
    _ id: String, earlier: SourcePlace, later: SourcePlace, _ laterID: String
  ) -> Finding {
    Finding(
      .ledgerReplacedTwice, .warning, at: later,
      Words(
        vi: "Dòng \(id) đã được thay tại \(earlier); dòng ghi sau này có hiệu lực.",
        en: "The row \(id) was replaced at \(earlier) already; this one, recorded later, counts."),
      remedy: Words(
        vi: "Nếu dòng trước mới đúng, nhập một dòng đính chính thay cho \(laterID).",
        en: "If the earlier one is right, import a correction that replaces \(laterID)."))
  }

  static func ledgerReplacedAlready(_ id: String, at place: SourcePlace) -> Finding {
    Finding(
      .ledgerReplacedTwice, .error, at: place,
      Words(
        vi: "Dòng \(id) đã được thay bằng dòng khác; đính chính này không được ghi.",
        en: "The row \(id) has been replaced already; this correction is not recorded."),
      remedy: Words(
        vi: "Ghi mã của dòng đã thay nó: tìm “\(id)” trong cột replaces của thư mục book.",
        en: "Name the row that replaced it: look for “\(id)” in the column replaces of the folder book."))
  }

  static func ledgerRowTwice(at place: SourcePlace, _ earlier: SourcePlace) -> Finding {
    Finding(
      .logRowRepeated, .info, at: place,
      Words(
        vi: "Dòng này giống hệt dòng \(earlier.line) của “\(earlier.file)”; sổ chỉ tính một lần.",
        en: "This row is the same as line \(earlier.line) of “\(earlier.file)”; the Book counts it once."))
  }

  static func ledgerRowsChanged(_ count: Int, firstReplaces id: String, at place: SourcePlace) -> Finding {
    Finding(
      .ledgerRowsChanged, .warning, at: place,
      Words(
        vi: "Sổ đã ghi khác về những lượt này; số dòng thay cho dòng cũ: \(grouped(count, in: .vietnamese)) "
          + "(dòng đầu tiên thay cho \(id)).",
        en: "The Book says something else of these airings; rows that replace earlier ones: "
          + "\(grouped(count, in: .english)) (the first replaces \(id))."),
      remedy: Words(
        vi: "Xem lại; dòng cũ vẫn còn trong sổ, và cột “replaces” ghi dòng nào thay dòng nào.",
        en:
          "Look at them; the earlier rows stay in the Book, and its column “replaces” tells which is which."
      ))
  }

  /// - Parameter severity: A note where the file may have passed the days of these rows.
  static func ledgerRowsGone(
    _ count: Int, first: String, _ day: CivilDay, file: String, _ severity: Severity
  ) -> Finding {
    Finding(
      .ledgerRowsGone, severity, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "“\(file)” ghi lại những ngày đã có trong sổ nhưng thiếu dòng sổ đang có; số dòng: "
          + "\(grouped(count, in: .vietnamese)) (trước hết là \(first), ngày \(day)). Các dòng này vẫn được tính.",
        en: "“\(file)” tells of days again that the Book knows, without rows that it has: "
          + "\(grouped(count, in: .english)) (first \(first), of \(day)). They still count."),
      remedy: Words(
        vi:
          "Nếu các lượt đó không phát, nhập dòng đính chính: replaces \(first), status rút lại, kèm lý do.",
        en:
          "If they did not go out, import a correction: replaces \(first), status withdrawn, and a reason."
      ))
  }

  /// Rows of two files of which one says that a work aired, and the other that it did not.
  static func rowsOppose(_ new: AsRunEntry, at place: SourcePlace, _ old: AsRunEntry) -> Finding {
    func said(_ entry: AsRunEntry) -> Words {
      guard let doubt = entry.doubt?.text else { return entry.status.name }
      return Words(cut(doubt))
    }
    let other = "\(old.place.file):\(old.place.line)"
    let own = "\(place.file.split(separator: "/").last ?? ""):\(place.line)"
    return Finding(
      .logRowsContradict, .warning, at: place,
      Words(
        vi:
          "Dòng này ghi “\(said(new).vi)”, dòng \(other) trong sổ ghi “\(said(old).vi)” về cùng một lượt; chưa tính là đã phát.",
        en:
          "This row says “\(said(new).en)”, the Book's row \(other) “\(said(old).en)” of the same airing; it does not count as "
          + "aired yet."),
      remedy: Words(
        vi:
          "Hỏi đài dòng nào đúng, rồi nhập một dòng đính chính cho dòng kia: “thay cho dòng” ghi \(other.shellWord) hoặc "
          + "\(own.shellWord), “trạng thái” ghi “rút lại”, và “lý do”.",
        en:
          "Ask the station which of the two holds, then import a correction for the other: “replaces” is \(other.shellWord) or "
          + "\(own.shellWord), “status” is “withdrawn”, and a “reason”."))
  }

  static func ledgerRowsOutranked(
    _ count: Int, at place: SourcePlace, _ trust: AsRunEntry.Trust, by old: AsRunEntry
  ) -> Finding {
    let (mine, theirs) = (trust.name, old.trust?.name)
    return Finding(
      .ledgerRowsOutranked, .warning, at: place,
      Words(
        vi:
          "Sổ đã có những lượt này từ nguồn đáng tin hơn (\(theirs?.vi ?? ""), dòng \(old.id ?? "")), nên dòng "
          + "“\(mine.vi)” không được ghi; số dòng: \(grouped(count, in: .vietnamese)).",
        en:
          "The Book has these airings from a more reliable source (\(theirs?.en ?? ""), row \(old.id ?? "")); "
          + "rows “\(mine.en)” that are not recorded: \(grouped(count, in: .english))."),
      remedy: Words(
        vi: "Nếu dòng mới đúng hơn, nhập dòng đính chính có cột replaces và lý do.",
        en: "If the new row is right, import a correction with the column replaces and a reason."))
  }
}
