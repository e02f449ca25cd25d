import ScheduleModel
import Spreadsheets

/// What the readers of the many forms of logs have to say, in both languages.
extension Finding {
  private static func whole(
    _ code: FindingCode, _ severity: Severity, file: String, _ message: Words, remedy: Words? = nil
  ) -> Finding {
    Finding(code, severity, at: SourcePlace(file: file, line: 1), message, remedy: remedy)
  }

  /// What is surely no log, by its first bytes; `nil` for what may be one.
  static func noLog(_ bytes: [UInt8], file: String) -> Finding? {
    let isOldExcel = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    let isPDF = bytes.starts(with: "%PDF".utf8)
    if let document = otherDocument(bytes, file: file) ?? webPage(bytes, file: file) { return document }
    guard isOldExcel || isPDF || bytes.starts(with: "# lichsong: book/".utf8) else { return nil }
    if isOldExcel {
      return whole(
        .logUnreadable, .error, file: file,
        Words(
          vi: "“\(file)” là tệp Excel cũ (.xls); cả tệp không được tính.",
          en: "“\(file)” is an old Excel file (.xls); the whole file is left out."),
        remedy: Words(
          vi: "Mở bằng Excel hoặc LibreOffice và lưu thành .xlsx.",
          en: "Open it in Excel or LibreOffice and save it as .xlsx."))
    }
    if isPDF {
      return whole(
        .logUnreadable, .error, file: file,
        Words(
          vi: "“\(file)” là tệp PDF; cả tệp không được tính.",
          en: "“\(file)” is a PDF file; the whole file is left out."),
        remedy: Words(
          vi: "Xin bảng tính hoặc CSV; tệp PDF ghi làm minh chứng.",
          en: "Ask for the spreadsheet or CSV; name the PDF as evidence."))
    }
    return whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "“\(file)” là một mục của sổ, không phải nhật ký.",
        en: "“\(file)” is an entry of a Book, not a log."),
      remedy: Words(vi: "Chép tệp vào thư mục book.", en: "Copy it into the folder book."))
  }

  /// A table that a program wrote as a web page or as XML, often with the ending .xls; `nil` for any other file.
  private static func webPage(_ bytes: [UInt8], file: String) -> Finding? {
    let isWide = TextEncoding.isUTF16(bytes)
    let head = isWide ? TextEncoding.utf16.converted(Array(bytes.prefix(2_000))) : Array(bytes.prefix(1_000))
    let text = String(decoding: head, as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    let beginnings = [
      "<!doctype html", "<html", "<head", "<meta", "<body", "<table", "<style", "<div", "<?xml",
    ]
    guard beginnings.contains(where: text.hasPrefix) else { return nil }
    return whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "“\(file)” là trang web hay XML, dù tên tệp có thể ghi .xls; cả tệp không được tính.",
        en: "“\(file)” is a web page or XML, whatever its name ends in; the whole file is left out."),
      remedy: Words(
        vi: "Mở bằng Excel hoặc LibreOffice và lưu thành .xlsx.",
        en: "Open it in Excel or LibreOffice and save it as .xlsx."))
  }

  /// A document of Word or LibreOffice; `nil` for any other file.
  private static func otherDocument(_ bytes: [UInt8], file: String) -> Finding? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    // The names of an archive's files stand at its end; an OpenDocument says what it is at its head.
    let (head, tail) = (bytes.prefix(200), bytes.suffix(20_000))
    if head.firstRange(of: Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8)) != nil {
      return whole(
        .logUnreadable, .error, file: file,
        Words(
          vi: "“\(file)” là bảng tính LibreOffice (.ods); cả tệp không được tính.",
          en: "“\(file)” is a LibreOffice spreadsheet (.ods); the whole file is left out."),
        remedy: Words(
          vi: "Mở bằng LibreOffice hoặc Excel và lưu thành .xlsx.",
          en: "Open it in LibreOffice or Excel and save it as .xlsx."))
    }
    guard
      tail.firstRange(of: Array("word/document.xml".utf8)) != nil
        || head.firstRange(of: Array("mimetypeapplication/vnd.oasis.opendocument.text".utf8)) != nil
    else { return nil }
    return whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "“\(file)” là văn bản (Word, LibreOffice), không phải bảng tính; cả tệp không được tính.",
        en: "“\(file)” is a text document (Word, LibreOffice), not a spreadsheet; the whole file is left out."
      ),
      remedy: Words(
        vi: "Chép bảng trong đó sang một bảng tính rồi lưu thành .xlsx, hoặc xin nơi gửi bảng tính.",
        en: "Copy its table into a spreadsheet and save that as .xlsx, or ask the sender for the spreadsheet."
      ))
  }

  static func spreadsheet(_ fault: SpreadsheetFile.Fault, file: String) -> Finding {
    let (reason, remedy): (Words, Words)
    switch fault {
    case .archive(.tooLarge), .archive(.tooManyEntries):
      reason = Words(
        vi: "mở ra lớn gấp quá nhiều lần, như một tệp được làm để gây hại",
        en: "it unpacks to many times its size, like a file made to do harm")
      remedy = Words(
        vi: "Đừng mở tệp này; xin bản khác từ nơi gửi, hoặc CSV.",
        en: "Do not open it; ask its sender for another copy, or for CSV.")
    case .archive(.encrypted):
      reason = Words(vi: "có mật khẩu", en: "it has a password")
      remedy = Words(vi: "Lưu lại không mật khẩu.", en: "Save it without one.")
    case .archive, .broken, .missing:
      reason = Words(vi: "bị hỏng hoặc không phải bảng tính", en: "it is damaged, or no spreadsheet")
      remedy = Words(
        vi: "Mở bằng Excel hoặc LibreOffice và lưu lại thành .xlsx hoặc CSV UTF-8.",
        en: "Open it in Excel or LibreOffice and save it again as .xlsx or CSV UTF-8.")
    }
    return whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "Không đọc được bảng tính “\(file)”: \(reason.vi); cả tệp không được tính.",
        en: "The spreadsheet “\(file)” cannot be read: \(reason.en); the whole file is left out."),
      remedy: remedy)
  }

  static func sheetMissing(_ sheet: String?, _ sheets: [String], file: String) -> Finding {
    let names = sheets.prefix(10).map { "“\(cut($0))”" }.joined(separator: ", ")
    return whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "“\(file)” không có trang tính “\(sheet ?? "")”; cả tệp không được tính.",
        en: "“\(file)” has no sheet “\(sheet ?? "")”; the whole file is left out."),
      remedy: Words(vi: "Các trang tính: \(names).", en: "Its sheets: \(names)."))
  }

  static func sheetsWithoutHeader(_ sheets: [String], file: String) -> Finding {
    whole(
      .logColumnMissing, .error, file: file,
      Words(
        vi:
          "Không trang tính nào của “\(file)” có dòng tiêu đề hiểu được trong 30 dòng đầu; cả tệp không được tính.",
        en:
          "No sheet of “\(file)” has a header that is understood in its first 30 rows; the whole file is left out."
      ),
      remedy: Words(
        vi:
          "Đặt tên cột, ít nhất là “ngày” và “kênh” (hoặc thêm --outlet), hoặc lưu một cách đọc trong as-run/mappings.yaml. "
          + "Bảng ghi thứ theo cột và giờ theo dòng không đọc được: xin bảng kê mỗi lượt phát một dòng.",
        en:
          "Name the columns, at least “date” and “outlet” (or add --outlet), or save a mapping in as-run/mappings.yaml. "
          + "A table of weekdays by hours is not read: ask for a list with a row for each broadcast."
      ))
  }

  static func sheetsPassedOver(_ sheets: [String], file: String) -> Finding {
    let names = sheets.prefix(10).map { "“\(cut($0))”" }.joined(separator: ", ")
    return whole(
      .logSheetPassedOver, .warning, file: file,
      Words(
        vi: "Trang tính không có dòng tiêu đề hiểu được, nên không được đọc: \(names).",
        en: "Sheets without a header that is understood, which are not read: \(names)."))
  }

  static func brokenJSON(file: String) -> Finding {
    whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "“\(file)” không chứa một danh sách JSON trọn vẹn; cả tệp không được tính.",
        en: "“\(file)” does not hold a complete JSON list; the whole file is left out."),
      remedy: Words(vi: "Tải lại từ LibreTime.", en: "Download it from LibreTime again."))
  }

  static func brokenObject(_ number: Int, file: String) -> Finding {
    Finding(
      .logRowBroken, .error, at: SourcePlace(file: file, line: number),
      Words(
        vi: "Mục thứ \(number) của danh sách không phải JSON đọc được; mục này không được tính.",
        en: "Item \(number) of the list is no JSON that can be read; it is left out."))
  }

  static func mappingNeeded(file: String) -> Finding {
    whole(
      .logUnreadable, .error, file: file,
      Words(
        vi: "Không rõ các cột của “\(file)” nằm ở đâu; cả tệp không được tính.",
        en: "It is not known what the columns of “\(file)” are; the whole file is left out."),
      remedy: Words(
        vi: "Lưu cách đọc trong as-run/mappings.yaml và thêm --map TÊN.",
        en: "Save a mapping in as-run/mappings.yaml and add --map NAME."))
  }

  static func mappedColumnsMissing(_ names: [String], _ mapping: LogMapping, file: String) -> Finding {
    let list = names.map { "“\(cut($0))”" }.joined(separator: ", ")
    return whole(
      .logColumnMissing, .error, file: file,
      Words(
        vi: "“\(file)” thiếu cột \(list) mà cách đọc “\(mapping.name)” cần; cả tệp không được tính.",
        en:
          "“\(file)” lacks the columns \(list) of the mapping “\(mapping.name)”; the whole file is left out."),
      remedy: Words(
        vi: "Xem lại cách đọc tại \(mapping.place), hoặc xuất lại tệp.",
        en: "See the mapping at \(mapping.place), or export the file again."))
  }

  static func unsaid(_ column: LogColumn, file: String) -> Finding {
    column == .outlet
      ? whole(
        .logUnsaid, .error, file: file,
        Words(
          vi: "“\(file)” không nói là của kênh nào; cả tệp không được tính.",
          en: "“\(file)” does not say of which outlet it is; the whole file is left out."),
        remedy: Words(vi: "Thêm --outlet và mã kênh.", en: "Add --outlet and the outlet's id."))
      : whole(
        .logUnsaid, .error, file: file,
        Words(
          vi: "“\(file)” không nói là của ngày nào; cả tệp không được tính.",
          en: "“\(file)” does not say of which day it is; the whole file is left out."),
        remedy: Words(
          vi: "Thêm --day 2018-04-05, hoặc ghi ngày vào tên tệp.",
          en: "Add --day 2018-04-05, or put the day into the file's name."))
  }

  static func dayDoubtful(_ text: String, _ day: CivilDay, file: String) -> Finding {
    whole(
      .logDayDoubtful, .warning, file: file,
      Words(
        vi: "Ngày “\(cut(text))” của “\(file)” được hiểu là \(day.forPeople), vì Rivendell ghi tháng trước.",
        en: "The day “\(cut(text))” of “\(file)” is taken for \(day), for Rivendell puts the month first."),
      remedy: Words(
        vi: "Nếu sai, thêm --day, hoặc một cách đọc có dates: dd/MM/yyyy.",
        en: "If that is wrong, add --day, or a mapping with dates: dd/MM/yyyy."))
  }

  static func outletUnknown(_ name: String, nearest: String?, file: String) -> Finding {
    whole(
      .unknownReference, .error, file: file,
      Words(
        vi: "Kế hoạch không có kênh, báo, đài nào là “\(cut(name))”; “\(file)” không được đọc.",
        en: "The plan has no outlet “\(cut(name))”; “\(file)” is not read."),
      remedy: nearest.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") })
  }

  static func encoding(_ guess: TextEncoding.Guess, file: String) -> Finding {
    let name = guess.encoding.name
    let judged = Words(
      vi:
        "\(grouped(guess.fitting, in: .vietnamese)) trên \(grouped(guess.words, in: .vietnamese)) từ có dấu "
        + "là âm tiết tiếng Việt",
      en:
        "\(grouped(guess.fitting, in: .english)) of \(grouped(guess.words, in: .english)) accented words are "
        + "Vietnamese then")
    guard !guess.isSure else {
      return whole(
        .logEncoding, .warning, file: file,
        Words(
          vi: "“\(file)” viết bằng mã \(name) (đọc theo mã này, \(judged.vi)) và đã được chuyển sang UTF-8.",
          en: "“\(file)” is written in \(name) (\(judged.en)) and was converted."),
        remedy: Words(
          vi: "Xem trước bằng --preview; nếu sai, thêm --encoding.",
          en: "Look at it with --preview; if that is wrong, add --encoding."))
    }
    let isFew = guess.words < TextEncoding.Guess.fewestWords
    return whole(
      .logEncoding, .warning, file: file,
      Words(
        vi: "“\(file)” không phải UTF-8; có lẽ là \(name) (đọc theo mã này, \(judged.vi)), nhưng "
          + (isFew ? "quá ít từ để kết luận." : "chưa chắc."),
        en: "“\(file)” is not UTF-8; perhaps it is \(name) (\(judged.en)), but "
          + (isFew ? "so few words do not settle it." : "that does not settle it.")),
      remedy: Words(
        vi: "Nếu đúng, thêm --encoding \(guess.encoding.rawValue).",
        en: "If so, add --encoding \(guess.encoding.rawValue)."))
  }

  /// An encoding was asked for that a spreadsheet does not have.
  static func encodingNotUsed(_ encoding: TextEncoding, file: String) -> Finding {
    whole(
      .logEncoding, .warning, file: file,
      Words(
        vi:
          "“\(file)” là bảng tính, chữ trong đó luôn là Unicode; --encoding \(encoding.rawValue) không có tác dụng.",
        en:
          "“\(file)” is a spreadsheet, whose letters are Unicode; --encoding \(encoding.rawValue) has no effect."
      ),
      remedy: Words(
        vi: "Bỏ --encoding. Chữ vẫn sai (phông .VnTime) thì mở tệp, chuyển sang phông Unicode rồi lưu lại.",
        en:
          "Leave --encoding out. If letters are wrong (fonts such as .VnTime), turn them into Unicode and save it again."
      ))
  }

  static func otherStation(_ name: String, rows: Int, file: String) -> Finding {
    whole(
      .logOtherStation, .error, file: file,
      Words(
        vi:
          "Cả “\(file)” (số dòng: \(grouped(rows, in: .vietnamese))) là của “\(cut(name))”, kế hoạch không có kênh này; không dòng nào được tính.",
        en:
          "All of “\(file)” (rows: \(grouped(rows, in: .english))) is of “\(cut(name))”, which the plan does not have; nothing is counted."
      ),
      remedy: Words(
        vi:
          "Kiểm tra xem nhật ký có đúng của đài này không; đúng thì ghi tên kênh như trong kế hoạch.",
        en: "See whether the log is this station's; if so, name the outlet as the plan does."))
  }

  static func wholeOtherYear(_ year: Int, rows: Int, of plan: Plan, file: String) -> Finding {
    let own = years(of: plan)
    return whole(
      .logOtherYear, .warning, file: file,
      Words(
        vi:
          "Cả “\(file)” (số dòng: \(grouped(rows, in: .vietnamese))) nằm ngoài \(own.vi); không dòng nào được tính.",
        en:
          "All of “\(file)” (rows: \(grouped(rows, in: .english))) lies outside \(own.en); nothing is counted."
      ),
      remedy: Words(
        vi: "Đối chiếu nhật ký này với kế hoạch năm \(year).",
        en: "Hold this log against the plan of \(year)."))
  }
}
