import ScheduleModel
import Spreadsheets

extension Finding {
  /// The file of an annex cannot be opened as one.
  static func annexUnreadable(_ fault: SpreadsheetFile.Fault?, file: String) -> Finding {
    let why =
      switch fault {
      case .archive(.encrypted): Words(vi: "có mật khẩu", en: "it has a password")
      case .archive(.tooLarge), .archive(.tooManyEntries): Words(vi: "quá lớn", en: "it is too large")
      case .archive(.notAnArchive), nil:
        Words(vi: "không phải tệp .xlsx, .docx hay .csv", en: "it is no .xlsx, .docx or .csv file")
      case .archive, .missing, .broken: Words(vi: "tệp bị hỏng hoặc thiếu", en: "it is damaged or not whole")
      }
    return Finding(
      .annexUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Không đọc được phụ lục: \(why.vi). Chưa ghi gì.",
        en: "The annex cannot be read: \(why.en). Nothing was written."),
      remedy: Words(
        vi: "Mở bằng Excel hoặc Word rồi lưu lại thành .xlsx hoặc .docx, không đặt mật khẩu.",
        en: "Open it in Excel or Word and save it as .xlsx or .docx, without a password."))
  }

  /// No table of the file has a header that is understood.
  static func annexWithoutHeader(_ tables: [OfficeTable], file: String) -> Finding {
    let seen = tables.prefix(4).map { table in
      let first = table.rows.prefix(3).map { row in
        row.cells.filter { !$0.isEmpty }.prefix(4).map { String($0.prefix(30)) }.joined(separator: " | ")
      }.filter { !$0.isEmpty }
      let start =
        first.isEmpty ? Words(vi: "trống", en: "empty") : Words("“\(first.joined(separator: " ⏎ "))”")
      return Words(vi: "\(table.name.vi): \(start.vi)", en: "\(table.name.en): \(start.en)")
    }
    let vi = seen.isEmpty ? "tệp không có bảng nào" : seen.map(\.vi).joined(separator: "; ")
    let en = seen.isEmpty ? "the file has no table" : seen.map(\.en).joined(separator: "; ")
    return Finding(
      .annexUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Không tìm thấy dòng tiêu đề của phụ lục trong 30 dòng đầu (\(vi)). Chưa ghi gì.",
        en: "There is no header row of an annex among the first 30 rows (\(en)). Nothing was written."),
      remedy: Words(
        vi:
          "Thêm trên bảng một dòng tiêu đề, ví dụ: STT | Nội dung | Hình thức | Số lượng | Đơn vị chủ trì | Đơn vị phối "
          + "hợp | Thời gian | Kinh phí | Ghi chú.",
        en:
          "Put a header row above the table, such as: STT | Nội dung | Hình thức | Số lượng | Đơn vị chủ trì | Đơn vị "
          + "phối hợp | Thời gian | Kinh phí | Ghi chú."))
  }

  /// Several tables could be the annex, or the one that was asked for is not among them.
  static func annexChoice(_ annexes: [AnnexTable], file: String) -> Finding {
    func list(_ language: ReaderLanguage) -> String {
      annexes.enumerated().map { number, table in
        let titles = table.headings.prefix(4).map(\.text).joined(separator: ", ")
        return "\(number + 1) = \(table.name[language]) (\(table.rows.count) × “\(titles)…”)"
      }.joined(separator: "; ")
    }
    return Finding(
      .annexUnreadable, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp có \(annexes.count) bảng có thể là phụ lục: \(list(.vietnamese)). Chưa ghi gì.",
        en:
          "The file has \(annexes.count) tables that may be the annex: \(list(.english)). Nothing was written."
      ),
      remedy: Words(vi: "Chọn một bảng: thêm --table 1.", en: "Choose one of them: add --table 1."))
  }

  /// A header without a row below it.
  static func annexWithoutRows(_ table: AnnexTable) -> Finding {
    Finding(
      .annexUnreadable, .error, at: SourcePlace(file: table.file, line: 1),
      Words(
        vi: "Dưới tiêu đề của \(table.name.vi) không có dòng nội dung nào. Chưa ghi gì.",
        en: "Below the header of \(table.name.en) there is no row with contents. Nothing was written."),
      remedy: Words(
        vi: "Kiểm tra cột “Nội dung” của bảng.", en: "Look at the table's column of contents."))
  }

  /// A cell that is kept as a remark.
  static func annexNotUnderstood(
    _ column: AnnexColumn, _ words: String, _ title: String, _ place: SourcePlace
  ) -> Finding {
    let key =
      switch column {
      case .quantity: "quota"
      case .cost: "cost"
      case .length: "length"
      default: "from, to"
      }
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: chưa hiểu \(column.name.vi) “\(words)”; giữ nguyên trong ghi chú, chỉ tiêu chưa có \(key).",
        en:
          "“\(title)”: the \(column.name.en) “\(words)” is not understood; it is kept in the note, and the line has no "
          + "\(key)."),
      remedy: remedy(column))
  }

  /// A figure that stands in one merged cell for this row and the one above.
  static func annexShared(
    _ column: AnnexColumn, _ words: String, _ title: String, _ place: SourcePlace
  ) -> Finding {
    Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: ô \(column.name.vi) “\(words)” gộp chung với dòng trên, không rõ là số chung hay số của mỗi dòng; chỉ dòng "
          + "trên có số này, ở đây chỉ ghi chú.",
        en:
          "“\(title)”: the \(column.name.en) “\(words)” is in one cell with the row above; whether it is for both together or for each is "
          + "not said. The row above has it, and here it is only noted."),
      remedy: Words(
        vi: "Hỏi nơi lập kế hoạch; nếu mỗi dòng có số này thì viết vào cả chỉ tiêu này như văn bản.",
        en:
          "Ask who drew up the plan; if each row has it, write it at this line, too, as the document has it.")
    )
  }

  private static func remedy(_ column: AnnexColumn) -> Words {
    switch column {
    case .quantity:
      Words(
        vi:
          "Nếu văn bản đã ký nêu con số, viết vào quota như trong văn bản, ví dụ: quota: 24 kỳ. Nếu không, để trống.",
        en:
          "Where the signed document states a figure, write it as it is stated there, such as quota: 24 kỳ. Where it "
          + "states none, leave it out.")
    case .cost:
      Words(
        vi: "Viết số tiền như trong văn bản, kèm đơn vị, ví dụ: cost: 60 triệu đồng; hoặc để trống.",
        en:
          "Write the amount as the document has it, with its unit, such as cost: 60 triệu đồng; or leave it out."
      )
    case .length:
      Words(
        vi:
          "Viết thời lượng của một tác phẩm như trong văn bản, ví dụ: length: 15 phút hoặc length: 5 - 7 phút; nếu không rõ, để "
          + "trống.",
        en:
          "Write the length of one work as the document has it, such as length: 15 phút or length: 5 - 7 phút; where it is not "
          + "clear, leave it out.")
    default:
      Words(
        vi: "Viết khoảng ngày vào from và to của chỉ tiêu, hoặc để trống nếu là cả năm.",
        en: "Write the days into from and to of the line, or leave them out for the whole year.")
    }
  }

  /// A rate whose figure for the year depends on how its time is read.
  ///
  /// - Parameter figures: The figure without the months of which only some days count, and with them; `nil` when the time
  ///   is not understood at all.
  static func annexRateUnclear(
    _ rate: String, _ time: String, _ figures: (least: Quantity, most: Quantity)?, _ title: String,
    _ place: SourcePlace
  ) -> Finding {
    let why =
      figures.map { least, most in
        Words(
          vi:
            "với thời gian “\(time)” có hai cách tính: \(least.text(in: .vietnamese)) (chỉ kể tháng, quý trọn) "
            + "hoặc \(most.text(in: .vietnamese)) (kể cả tháng, quý lẻ)",
          en:
            "in the time “\(time)” has two readings: \(least.text(in: .english)) (whole months or quarters "
            + "alone) or \(most.text(in: .english)) (those in part, too)")
      }
      ?? Words(
        vi: "với thời gian “\(time)” chưa tính được số của năm, vì chưa hiểu thời gian",
        en: "in the time “\(time)” makes no figure for the year, because that time is not understood")
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi: "“\(title)”: “\(rate)” \(why.vi); giữ nguyên trong ghi chú, chỉ tiêu chưa có quota.",
        en: "“\(title)”: “\(rate)” \(why.en); it is kept in the note, and the line has no quota."),
      remedy: remedy(.quantity))
  }

  /// A rate that is understood, of which no figure for the year is made here.
  static func annexRate(_ rate: Quantity, _ said: String, _ title: String, _ place: SourcePlace) -> Finding {
    let written = PlanText.quoted(rate.text(in: .vietnamese))
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: “\(said)” là tần suất, không phải số của năm; giữ nguyên trong ghi chú, chỉ tiêu chưa có quota.",
        en:
          "“\(title)”: “\(said)” is a rate, not a figure for the year; it is kept in the note, and the line has no quota."
      ),
      remedy: Words(
        vi:
          "Ghi quota: \(written) vào chỉ tiêu rồi chạy lichsong check: phần kiểm tra nêu tổng số của những ngày chỉ tiêu chạy và "
          + "cách xét từng kỳ.",
        en:
          "Write quota: \(written) in the line and run lichsong check: it tells the total over the line's days and how to hold "
          + "each stretch against it."))
  }

  /// A row below another whose figure counts something else.
  static func annexPartUnclear(_ title: String, of host: String, at place: SourcePlace) -> Finding {
    Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)” nằm dưới “\(host)” nhưng khác đơn vị tính, nên không rõ đã tính trong đó chưa; tạm đếm riêng.",
        en:
          "“\(title)” stands below “\(host)” and counts something else, so it is not clear whether that has it already; it "
          + "is counted apart for now."),
      remedy: Words(
        vi: "Ghi part-of: MÃ-CHỈ-TIÊU-TRÊN nếu đã tính trong đó, part-of: none nếu tính riêng.",
        en: "Write part-of: ID-OF-THAT-LINE where it has it already, part-of: none where it is counted apart."
      ))
  }

  /// Rows below another that make more than its figure.
  static func annexPartsPass(_ host: String, _ figure: Quantity, parts: Int, at place: SourcePlace) -> Finding
  {
    Finding(
      .annexSum, .warning, at: place,
      Words(
        vi:
          "Các mục con của “\(host)” cộng lại \(grouped(parts, in: .vietnamese)), nhiều hơn "
          + "\(figure.text(in: .vietnamese)) của mục này; tạm đếm riêng từng mục.",
        en:
          "The rows below “\(host)” make \(grouped(parts, in: .english)), more than its "
          + "\(figure.text(in: .english)); each is counted apart for now."),
      remedy: compareWithDocument)
  }

  /// A sum that is not the sum of its rows.
  static func annexSumDiffers(
    _ sum: AnnexSums.Stated, _ kind: AnnexSums.Kind, stated: Int, computed: Int
  ) -> Finding {
    let what =
      kind == .cost ? Words(vi: "kinh phí", en: "cost") : Words(vi: "số lượng", en: "quantity")
    let unit = kind == .cost ? " đồng" : ""
    let more = abs(stated - computed)
    let word = stated > computed ? Words(vi: "hơn", en: "more") : Words(vi: "kém", en: "less")
    func text(_ number: Int, _ language: ReaderLanguage) -> String { grouped(number, in: language) + unit }
    return Finding(
      .annexSum, .warning, at: sum.place,
      Words(
        vi:
          "“\(sum.title.prefix(60))” ghi \(what.vi) \(text(stated, .vietnamese)), nhưng các dòng cộng lại "
          + "\(text(computed, .vietnamese)): \(word.vi) \(text(more, .vietnamese)).",
        en:
          "“\(sum.title.prefix(60))” states a \(what.en) of \(text(stated, .english)), but its rows make "
          + "\(text(computed, .english)): \(text(more, .english)) \(word.en)."),
      remedy: compareWithDocument)
  }

  private static var compareWithDocument: Words {
    Words(
      vi:
        "Đối chiếu từng dòng với văn bản đã ký: có thể thiếu một dòng, hoặc văn bản cộng sai. Kế hoạch giữ số của từng "
        + "dòng.",
      en:
        "Compare each row with the signed document: one may be missing, or the document's sum may be wrong. The plan keeps "
        + "the rows' figures.")
  }

  /// The annex names no year, or several.
  static func annexYearUnclear(_ table: AnnexTable, named: [Int]) -> Finding {
    let list = named.map(String.init).joined(separator: ", ")
    return Finding(
      .annexYear, .error, at: SourcePlace(file: table.file, line: 1),
      named.isEmpty
        ? Words(
          vi: "Phụ lục không ghi là của năm nào. Chưa ghi gì.",
          en: "The annex does not say for which year it is. Nothing was written.")
        : Words(
          vi: "Phụ lục ghi nhiều năm: \(list). Chưa ghi gì.",
          en: "The annex names several years: \(list). Nothing was written."),
      remedy: Words(
        vi: "Cho biết năm: thêm --year \(named.last.map(String.init) ?? "NĂM").",
        en: "Say which: add --year \(named.last.map(String.init) ?? "YEAR")."))
  }

  /// The year that somebody asked for is not the annex's.
  static func annexOtherYear(_ table: AnnexTable, _ year: Int, _ named: [Int]) -> Finding {
    let list = named.map(String.init).joined(separator: ", ")
    return Finding(
      .annexYear, .warning, at: SourcePlace(file: table.file, line: 1),
      Words(
        vi: "Phụ lục ghi năm \(list), kế hoạch được lập cho năm \(year).",
        en: "The annex names \(list), and the plan is made for \(year)."),
      remedy: Words(
        vi: "Nếu không định như vậy, xóa thư mục vừa lập và chạy lại, không ghi --year.",
        en: "If that is not meant, delete the new folder and run it again without --year."))
  }

  /// A line with a figure and nowhere to go.
  static func annexWithoutOutlet(_ place: SourcePlace, _ title: String) -> Finding {
    Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi: "“\(title)”: phụ lục không nêu kênh, báo, đài; chỉ tiêu được đếm nhưng chưa xếp lịch.",
        en: "“\(title)”: the annex names no outlet; the line is counted, but not scheduled yet."),
      remedy: Words(
        vi: "Thêm kênh vào outlets, rồi ở chỉ tiêu ghi outlet: MÃ-KÊNH và xóa scheduled: false.",
        en: "Add the outlet to outlets, then in the line write outlet: ITS-ID and delete scheduled: false."))
  }

  /// A row that names several outlets, or several kinds of them.
  ///
  /// - Parameters:
  ///   - words: The words that name them.
  ///   - what: What they are.
  ///   - isFlagged: Whether the plan says `scheduled: false` of its line.
  static func annexSeveralOutlets(
    _ place: SourcePlace, _ title: String, _ words: String, _ what: Words, isFlagged: Bool
  ) -> Finding {
    let naming = words == title ? "" : " “\(words)”"
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”:\(naming) nêu \(what.vi), không rõ mỗi tác phẩm phát trên một hay mọi kênh; chỉ tiêu "
          + "được đếm nhưng chưa xếp lịch.",
        en:
          "“\(title)”:\(naming) names \(what.en) and does not say whether each work is on one or "
          + "on all of them; the line is counted, but not scheduled yet."),
      remedy: Words(
        vi:
          "Thêm các kênh vào outlets của kế hoạch, rồi ghi vào chỉ tiêu: outlets: [A, B] nếu chỉ tiêu tính chung; outlet: A "
          + "và also-on: [B] nếu mỗi tác phẩm phát trên cả hai"
          + (isFlagged ? "; sau đó xóa scheduled: false." : "."),
        en:
          "Add them to outlets of the plan, then write in the line: outlets: [A, B] for one figure over them; outlet: A "
          + "and also-on: [B] where each work is on both"
          + (isFlagged ? "; then delete scheduled: false." : ".")))
  }

  /// A row that names an outlet whose kind is not known: “Đài huyện” may be television, radio or loudspeakers.
  static func annexOutletKind(
    _ place: SourcePlace, _ title: String, _ name: String, isFlagged: Bool
  ) -> Finding {
    Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: tên “\(name)” không cho biết là loại kênh nào (truyền hình, phát thanh, truyền thanh, báo …); chỉ tiêu "
          + "được đếm nhưng chưa xếp lịch.",
        en:
          "“\(title)”: the name “\(name)” does not tell which kind of outlet it is (television, radio, loudspeakers, a "
          + "newspaper …); the line is counted, but not scheduled yet."),
      remedy: Words(
        vi:
          "Thêm kênh với loại của nó (kind) vào outlets, rồi ở chỉ tiêu ghi outlet: MÃ-KÊNH"
          + (isFlagged ? " và xóa scheduled: false." : "."),
        en:
          "Add the outlet with its kind to outlets, then in the line write outlet: ITS-ID"
          + (isFlagged ? " and delete scheduled: false." : ".")))
  }

  /// “Hằng tháng” beside fewer works than there are months.
  static func annexRhythm(
    _ words: String, _ quota: Quantity, periods: Int, _ title: String, _ place: SourcePlace
  ) -> Finding {
    let period = periods == 12 ? Words(vi: "tháng", en: "month") : Words(vi: "quý", en: "quarter")
    return Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: thời gian ghi “\(words)” nhưng cả năm chỉ có \(quota.text(in: .vietnamese)), không đủ mỗi "
          + "\(period.vi) một; giữ nguyên trong ghi chú, lịch trải đều cả năm.",
        en:
          "“\(title)”: the time says “\(words)”, and the year has only \(quota.text(in: .english)), less than one in each "
          + "\(period.en); it is kept in the note, and the works are spread over the year."),
      remedy: Words(
        vi:
          "Hỏi nơi ban hành: số lượng hay thời gian là đúng. Nếu chỉ làm trong một số tháng, ghi vào months, ví dụ: months: "
          + "{ 1: 0, 7: 0 }.",
        en:
          "Ask who issued it which is right, the figure or the time. Where the works are in some months alone, say it in "
          + "months, such as months: { 1: 0, 7: 0 }."))
  }

  /// A line with a figure in time, which is scheduled only where the length of a work is known.
  static func annexWithoutLength(_ place: SourcePlace, _ title: String) -> Finding {
    Finding(
      .annexNotUnderstood, .warning, at: place,
      Words(
        vi:
          "“\(title)”: chỉ tiêu tính bằng thời gian mà phụ lục không nêu thời lượng mỗi tác phẩm; được đếm nhưng chưa xếp lịch.",
        en:
          "“\(title)”: the figure is a time, and the annex does not say how long a work is; the line is counted, but not "
          + "scheduled yet."),
      remedy: Words(
        vi: "Bỏ scheduled: false và ghi thời lượng một tác phẩm, ví dụ: length: 30m.",
        en: "Remove scheduled: false and write how long one work is, such as length: 30m."))
  }

  /// A row below the table.
  static func annexLeftOut(_ place: SourcePlace, _ words: String) -> Finding {
    let shown = String(words.prefix(60))
    return Finding(
      .annexLeftOut, .info, at: place,
      Words(
        vi: "“\(shown)” nằm dưới bảng, không phải chỉ tiêu; đã bỏ qua.",
        en: "“\(shown)” is below the table and no line of the plan; it is left out."))
  }

  /// A sum, which is no line, and whether it agrees with the rows.
  ///
  /// - Parameter open: A row whose amount is no number, so that the sum cannot be checked.
  static func annexTotal(_ sum: AnnexSums.Stated, agrees: Bool, open: String?) -> Finding {
    let shown = String(sum.title.prefix(60))
    let more =
      open.map {
        Words(
          vi: " Chưa so được với các dòng: “\($0)” không có số chính xác.",
          en: " It cannot be compared with the rows: “\($0)” has no exact number.")
      }
      ?? (agrees
        ? Words(vi: " Số cộng khớp với các dòng.", en: " It agrees with the rows.")
        : Words(vi: "", en: ""))
    return Finding(
      .annexLeftOut, .info, at: sum.place,
      Words(
        vi: "“\(shown)” là dòng cộng, không phải chỉ tiêu; đã bỏ qua.\(more.vi)",
        en: "“\(shown)” is a sum, not a line of the plan; it is left out.\(more.en)"))
  }
}
