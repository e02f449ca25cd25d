import ScheduleModel

/// The words of closes and of their verification.
enum ClosingWords {
  static let certificate = Words(vi: "BIÊN BẢN CHỐT SỐ LIỆU", en: "RECORD OF CLOSED FIGURES")

  static func restated(_ number: Int) -> Words {
    Words(vi: "(Chốt lại lần thứ \(number))", en: "(Restatement no. \(number))")
  }

  static let preview = Words(
    vi: "XEM TRƯỚC BẢN CHỐT (CHƯA GHI)", en: "WHAT WOULD BE CLOSED (NOTHING IS RECORDED)")
  static let figures = Words(vi: "Số liệu sẽ chốt", en: "The figures")
  static let notKnown = Words(vi: "Chưa có kết quả", en: "Not known yet")
  static let beyondLogs = Words(
    vi: "Nhật ký chưa có ngày nào của kỳ này: số thực hiện trong kỳ chưa biết, ghi “–”.",
    en: "The logs have no day of this period: what went out in it is not known, and is “–”.")

  /// On what the figures rest.
  private static func source(_ close: PeriodClose) -> Words {
    close.isWithoutLogs
      ? Words(
        vi: "theo số liệu các đơn vị kê khai, không có nhật ký",
        en: "from what the units reported, without any log")
      : Words(
        vi: "theo các dòng nhật ký đến hết ngày \(close.asOf.forPeople)",
        en: "from rows of logs up to \(close.asOf.forPeople)")
  }

  /// On what the figures rest, and against what they are held, as a sentence.
  static func basis(_ close: PeriodClose) -> Words {
    let (source, against) = (source(close), close.scope.against.name)
    return Words(
      vi: "Số liệu \(source.vi), so với \(against.vi).",
      en: "The figures are \(source.en), held against \(against.en).")
  }

  static func statement(_ close: PeriodClose, of plan: String, in language: ReaderLanguage) -> String {
    let stamp = close.stamp
    let (day, time) = (stamp.closed.day, stamp.closed.time.description.prefix(5))
    let basis = source(close)
    return Words(
      vi:
        "Hồi \(time.prefix(2)) giờ \(time.suffix(2)) ngày \(day.forPeople), \(stamp.author) chốt số liệu thực hiện "
        + "“\(plan)”, \(basis.vi), so với "
        + "\(close.scope.against.name.vi).",
      en:
        "On \(day.forPeople) at \(time) \(stamp.author) closed the figures of “\(plan)”, \(basis.en), "
        + "held against \(close.scope.against.name.en).")[language]
  }

  static func reason(_ text: String) -> Words {
    Words(vi: "Lý do chốt lại: \(text)", en: "Why it is restated: \(text)")
  }

  /// The units that should have reported and did not, line by line, as names.
  static func notReported(_ list: String) -> Words {
    Words(
      vi: "Đơn vị chưa báo cáo (chưa có số, không phải là 0): \(list).",
      en: "Units that have not reported (not known, which is not 0): \(list).")
  }

  /// The units whose figures contradict each other, line by line.
  static func reportedTwice(_ list: String) -> Words {
    Words(
      vi: "Đơn vị có số khác nhau, chưa biết số nào đúng nên chưa chốt: \(list).",
      en: "Units with different figures, of which it is not known which holds, so none is closed: \(list).")
  }

  /// The units that reported for a part of the period, line by line.
  static func partlyReported(_ list: String) -> Words {
    Words(
      vi: "Đơn vị báo cáo một phần kỳ (phần còn lại chưa biết, không phải là 0): \(list).",
      en: "Units that reported for part of the period (the rest is not known, which is not 0): \(list).")
  }

  static let namesOfToday = Words(
    vi:
      "Sổ thiếu kế hoạch khi chốt, hoặc không đọc được: tên chỉ tiêu, đơn vị, cơ quan và người ký trên biên bản này là tên "
      + "hiện nay; đơn vị nào khi đó chưa báo cáo thì không nêu được.",
    en:
      "The plan of the close is missing from the Book, or cannot be read: the names of lines, units, office and signer on this "
      + "record are those of today, and which units had not reported cannot be told.")
  static let renamed = Words(vi: "Tên đã đổi sau khi chốt", en: "Names that changed after the close")
  static let named = Words(vi: "Tên của", en: "Name of")
  static func of(_ kind: NameChange.Kind) -> Words {
    switch kind {
    case .plan: Words(vi: "kế hoạch", en: "plan")
    case .line: Words(vi: "chỉ tiêu", en: "line")
    case .total: Words(vi: "tổng", en: "total")
    case .unit: Words(vi: "đơn vị", en: "unit")
    case .office: Words(vi: "cơ quan", en: "office")
    case .above: Words(vi: "cơ quan chủ quản", en: "body above the office")
    case .place: Words(vi: "địa danh", en: "place")
    case .signs: Words(vi: "chức vụ người ký", en: "post of the signer")
    case .signer: Words(vi: "người ký", en: "signer")
    }
  }
  static let nameThen = Words(vi: "Khi chốt", en: "At the close")
  static let nameNow = Words(vi: "Nay", en: "Today")

  static func rows(_ close: PeriodClose, of plan: Plan) -> Words {
    if close.isWithoutLogs {
      return Words(
        vi: "Không có nhật ký: cột thực hiện ghi “–”; số liệu là của các đơn vị kê khai ở bảng trên.",
        en: "There is no log: what was aired is “–”; the figures are those that the units reported, above.")
    }
    let all = close.rows.count
    let counted = close.rows.count { !$0.countsFor.isEmpty }
    let left = close.rowsLeftOut
    return Words(
      vi:
        "Số liệu dựa trên \(grouped(all, in: .vietnamese)) dòng nhật ký từ đầu \(plan.isOfSeveralYears ? "kế hoạch" : "năm báo cáo"), trong đó "
        + "\(grouped(counted, in: .vietnamese)) dòng được đếm trong kỳ; số dòng để ngoài (không đọc được, lặp lại, hoặc "
        + "sau ngày nói trên): \(grouped(left, in: .vietnamese)).",
      en:
        "The figures rest on \(ScheduleModel.counted(all, "row")) of the logs since the "
        + "\(plan.isOfSeveralYears ? "plan" : "reporting year") began, "
        + "\(grouped(counted, in: .english)) of them counted in the period; rows left out (unreadable, repeated, or "
        + "after the last day read): \(grouped(left, in: .english)).")
  }

  static func digest(_ record: CloseRecord) -> Words {
    let number = record.close.stamp.sequence
    return Words(
      vi: "Mã kiểm chứng (SHA-256) của bản chốt số \(number): \(record.digest)",
      en: "Hash (SHA-256) of close no. \(number): \(record.digest)")
  }

  static func previous(_ digest: String) -> Words {
    Words(vi: "Nối tiếp bản chốt có mã: \(digest)", en: "It follows on the close with the hash: \(digest)")
  }

  static let closer = Words(vi: "NGƯỜI CHỐT SỐ LIỆU", en: "CLOSED BY")
  static let tasks = Words(vi: "Nhiệm vụ", en: "Tasks")
  static let declared = Words(vi: "Số liệu kê khai", en: "Reported by units")
  static let notAdded = Words(vi: "Số liệu kê khai không cộng", en: "Reported by units, not added")
  static let whyNotAdded = Words(vi: "Lý do", en: "Why")
  /// - Parameters:
  ///   - judged: The tasks of which it can be said whether they are done.
  ///   - unknown: Those of which it cannot.
  static func tasksDone(_ done: Int, of judged: Int, unknown: Int) -> Words {
    let all = judged + unknown
    let rest =
      unknown == 0
      ? Words(vi: ".", en: ".")
      : Words(vi: "; chưa đánh giá được: \(unknown).", en: "; cannot be judged: \(unknown).")
    return Words(
      vi: "Nhiệm vụ hoàn thành: \(done)/\(all)\(rest.vi)", en: "Tasks done: \(done) of \(all)\(rest.en)")
  }

  // Differences
  static let changedFigures = Words(vi: "Số liệu thay đổi", en: "Figures that changed")
  static let changedRows = Words(vi: "Dòng nhật ký thay đổi", en: "Rows that changed")
  static let content = Words(vi: "Nội dung", en: "Content")
  static let figure = Words(vi: "Số", en: "Figure")
  static let before = Words(vi: "Đã chốt", en: "Closed")
  static let after = Words(vi: "Nay là", en: "Now")
  static let change = Words(vi: "Thay đổi", en: "Change")
  static let row = Words(vi: "Dòng nhật ký", en: "Row of the log")
  static let says = Words(vi: "Nội dung dòng", en: "What it says")
  static let added = Words(vi: "thêm", en: "new")
  static let gone = Words(vi: "mất", en: "gone")
  static let altered = Words(vi: "sửa", en: "altered")

  // Verification
  static let verification = Words(vi: "KIỂM TRA SỐ LIỆU ĐÃ CHỐT", en: "CLOSED FIGURES, WORKED OUT AGAIN")
  static let none = Words(
    vi: "Chưa chốt kỳ nào. Để chốt: lichsong close KẾ-HOẠCH --period KỲ --by \"HỌ TÊN\".",
    en: "No period is closed yet. To close one: lichsong close PLAN --period PERIOD --by \"NAME\".")
  static let sequence = Words(vi: "Số", en: "No.")
  static let period = Words(vi: "Kỳ", en: "Period")
  static let number = Words(vi: "Lần chốt lại", en: "Restatement")
  static let closed = Words(vi: "Chốt lúc", en: "Closed")
  static let author = Words(vi: "Người chốt", en: "By")
  static let hash = Words(vi: "Mã kiểm chứng", en: "Hash")
  static let state = Words(vi: "Kết quả", en: "Result")

  static func of(_ state: VerifiedClose.State) -> Words {
    switch state {
    case .confirmed: Words(vi: "đúng", en: "confirmed")
    case .outdated:
      Words(vi: "đúng khi chốt, nay có thêm dữ liệu", en: "right when closed, more is known now")
    case .restated: Words(vi: "đúng, đã chốt lại", en: "confirmed, restated since")
    case .contradicted: Words(vi: "tính lại khác số đã chốt", en: "gives other figures")
    case .unknown: Words(vi: "không tính lại được", en: "cannot be worked out again")
    }
  }

  static func of(_ measure: ClosedFigure.Measure) -> Words {
    switch measure {
    case .scheduled: Words(vi: "xếp lịch", en: "scheduled")
    case .aired: Words(vi: "thực hiện", en: "aired")
    case .late: Words(vi: "lệch giờ", en: "late")
    case .moved: Words(vi: "khác ngày", en: "moved")
    case .unplanned: Words(vi: "ngoài lịch", en: "unplanned")
    case .missed: Words(vi: "chưa thực hiện", en: "missed")
    case .preempted: Words(vi: "nhường sóng", en: "pre-empted")
    case .pending: Words(vi: "chưa có kết quả", en: "pending")
    case .sent: Words(vi: "đã gửi", en: "sent")
    case .airedInYear: Words(vi: "lũy kế từ đầu năm", en: "aired since the year began")
    case .placements: Words(vi: "lượt phát", en: "placements aired")
    case .amount: Words(vi: "đếm được", en: "counted")
    case .carried: Words(vi: "chuyển từ kỳ trước", en: "carried over")
    case .tasks: Words(vi: "nhiệm vụ", en: "tasks")
    case .done: Words(vi: "hoàn thành", en: "done")
    }
  }

  static func of(_ column: ClosedRow.Column) -> Words {
    switch column {
    case .date: Words(vi: "ngày", en: "day")
    case .time: Words(vi: "giờ", en: "time")
    case .outlet: Words(vi: "kênh", en: "outlet")
    case .line: Words(vi: "chỉ tiêu", en: "line")
    case .edition: Words(vi: "kỳ", en: "edition")
    case .language: Words(vi: "ngôn ngữ", en: "language")
    case .title: Words(vi: "tên", en: "title")
    case .minutes: Words(vi: "thời lượng", en: "minutes")
    case .status: Words(vi: "trạng thái", en: "status")
    case .uid: Words(vi: "UID", en: "UID")
    case .evidence: Words(vi: "minh chứng", en: "evidence")
    case .trust: Words(vi: "độ tin cậy", en: "trust")
    case .author: Words(vi: "người ghi", en: "author")
    case .houseNumber: Words(vi: "mã băng", en: "house number")
    case .makesGood: Words(vi: "phát bù cho", en: "makes good")
    }
  }
}
