import ScheduleModel

/// Findings about links and rows that contradict the schedule.
extension Finding {
  static func linkUIDUnknown(_ link: EntryLink, _ uid: String) -> Finding {
    Finding(
      .linkUIDUnknown, .warning, at: link.place,
      Words(
        vi: "Lịch không có UID “\(cut(uid))”; liên kết này không dùng được.",
        en: "The schedule has no UID “\(cut(uid))”; this link is not followed."),
      remedy: Words(
        vi: "Lấy UID trong outcomes.csv hoặc placements.csv; lượt đó không còn thì xóa dòng này.",
        en: "Take the UID from outcomes.csv or placements.csv; if that placement is gone, delete this row."))
  }

  static func linkRowUnknown(_ link: EntryLink) -> Finding {
    Finding(
      .linkRowUnknown, .warning, at: link.place,
      Words(
        vi: "Nhật ký không có dòng nào như liên kết này mô tả; liên kết không dùng được.",
        en: "The logs have no row as this link describes it; it is not followed."),
      remedy: Words(
        vi:
          "Sửa ngày, giờ, kênh, tên cho đúng dòng nhật ký, hoặc nạp thêm nhật ký; dòng đó không còn thì xóa liên kết.",
        en:
          "Make the day, time, outlet and title those of the row, or add the log; if the row is gone, delete the link."
      ))
  }

  static func linkRowAmbiguous(_ link: EntryLink, _ entries: [AsRunEntry]) -> Finding {
    let rows = entries.prefix(3).map { "\($0.place.file):\($0.place.line)" }.joined(separator: ", ")
    let more = entries.count > 3 ? ", …" : ""
    return Finding(
      .linkRowAmbiguous, .warning, at: link.place,
      Words(
        vi:
          "\(entries.count) dòng nhật ký đều đúng như liên kết này mô tả (\(rows)\(more)); liên kết không dùng được.",
        en:
          "\(entries.count) rows of the logs are as this link describes (\(rows)\(more)); it is not followed."
      ),
      remedy: Words(
        vi: "Ghi thêm giờ, kỳ, ngôn ngữ, tên hoặc tệp để chỉ còn một dòng.",
        en: "Add the time, edition, language, title or file, so that one row is left."))
  }

  /// Rows of an outlet of days on which it did not exist.
  static func rowsOutsideValidity(of outlet: Outlet, first entry: AsRunEntry, count: Int) -> Finding {
    let isAfter = outlet.validity.through.map { $0 < entry.broadcastDay } ?? false
    let limit =
      isAfter
      ? outlet.validity.through.map {
        Words(vi: "kết thúc ngày \($0.forPeople)", en: "ended on \($0.forPeople)")
      }
      : outlet.validity.from.map { Words(vi: "có từ ngày \($0.forPeople)", en: "began on \($0.forPeople)") }
    let other =
      count == 1
      ? Words("")
      : Words(
        vi: " (\(grouped(count, in: .vietnamese)) dòng ngoài thời hạn của kênh)",
        en: " (\(grouped(count, in: .english)) rows lie outside the outlet's days)")
    return Finding(
      .outletNotValidOnDate, .warning, at: entry.place,
      Words(
        vi:
          "“\(outlet.name)” \(limit?.vi ?? ""), mà nhật ký có dòng ngày \(entry.broadcastDay.forPeople)\(other.vi); "
          + "dòng này vẫn được đếm.",
        en:
          "“\(outlet.name)” \(limit?.en ?? ""), and the log has a row of \(entry.broadcastDay.forPeople)\(other.en); it "
          + "counts all the same."),
      remedy: Words(
        vi:
          "Hỏi lại đài: đã phát thật thì sửa valid của kênh trong kế hoạch; ngày hay kênh ghi sai thì đính chính dòng đó.",
        en:
          "Ask the station: if it did air, correct the outlet's valid in the plan; if the day or the outlet is wrong, correct "
          + "the row."))
  }

  /// A row whose length goes past the end of its opening, in minutes, and how many of its file do.
  static func overrun(_ entry: AsRunEntry, by minutes: Int, count: Int) -> Finding {
    let file = entry.place.file
    return Finding(
      .logLengthDoubtful, .warning, at: entry.place,
      Words(
        vi:
          "Theo thời lượng đã ghi, dòng này kéo dài \(minutes) phút quá khung giờ của nó; thời lượng vẫn được tính."
          + (count == 1 ? "" : " Số dòng như vậy của “\(file)”: \(grouped(count, in: .vietnamese))."),
        en:
          "By the length that it states, this row went on \(counted(minutes, "minute")) past the end of its opening; the length "
          + "counts." + (count == 1 ? "" : " Such rows of “\(file)”: \(grouped(count, in: .english)).")),
      remedy: Words(
        vi: "Kiểm tra đơn vị của cột thời lượng (phút) và giờ kết thúc.",
        en: "See whether the column has minutes, and whether the end is right."))
  }

  /// Rows of a file that tell of one broadcast with another row, or may do so.
  static func rowsJoined(_ pair: JoinedEntries, count: Int) -> Finding {
    let (place, head) = (pair.part.place, pair.head.place)
    let more = Words(
      vi: count == 1 ? "" : " Số dòng như vậy của “\(place.file)”: \(grouped(count, in: .vietnamese)).",
      en: count == 1 ? "" : " Such rows of “\(place.file)”: \(grouped(count, in: .english)).")
    if pair.isSure {
      // Rows of an event lie days apart.
      let isEvent = abs(pair.part.seconds - pair.head.seconds) > 43_200
      let what =
        isEvent
        ? Words(vi: "một sự kiện nhiều ngày", en: "one event of several days")
        : Words(
          vi: "một lần phát (bị ngắt quãng hoặc ghi hai lần)",
          en: "one broadcast (interrupted, or noted twice)")
      return Finding(
        .logRowsJoined, .info, at: place,
        Words(
          vi: "Dòng này và dòng \(head.line) của “\(head.file)” là \(what.vi); tính một lần." + more.vi,
          en: "This row and line \(head.line) of “\(head.file)” are \(what.en); it counts once." + more.en),
        remedy: Words(
          vi: "Nếu nhật ký của đài ghi là hai tác phẩm, chép số kỳ hoặc tiêu đề của từng dòng từ đó sang.",
          en:
            "If they are two works by the station's own log, copy the edition or the title of each from there."
        ))
    }
    if let edition = pair.part.edition, edition == pair.head.edition {
      return Finding(
        .logRowsJoined, .warning, at: place,
        Words(
          vi:
            "Dòng này và dòng \(head.line) của “\(head.file)” cùng ghi kỳ \(edition) nên tính là một tác phẩm; chưa rõ là một "
            + "lần phát hay hai." + more.vi,
          en:
            "This row and line \(head.line) of “\(head.file)” both say no. \(edition), so they count as one work; whether it "
            + "aired once or twice is not clear." + more.en),
        remedy: Words(
          vi:
            "Hỏi đài. Chỉ phát một lần thì gắn dòng thừa bằng lichsong link --nothing; phát hai lần thì ghi “phát lại” vào cột "
            + "“trạng thái” của dòng sau.",
          en:
            "Ask the station. If it aired once, link the superfluous row with lichsong link --nothing; if twice, write “repeat” as "
            + "the status of the later row."))
    }
    return Finding(
      .logRowsJoined, .warning, at: place,
      Words(
        vi: "Dòng này có thể cùng một lần phát với dòng \(head.line) của “\(head.file)”; đang tính là hai."
          + more.vi,
        en: "This row may be of the same broadcast as line \(head.line) of “\(head.file)”; they count as two."
          + more.en),
      remedy: Words(
        vi: "Nếu là một, gắn dòng thừa bằng lichsong link --nothing; nếu là hai, ghi số kỳ của từng dòng.",
        en:
          "If they are one, link the superfluous row with lichsong link --nothing; if they are two, give each its "
          + "edition."))
  }

  /// Two rows about one broadcast that state different lengths.
  static func rowsContradict(_ pair: JoinedEntries, count: Int) -> Finding {
    let place = pair.part.place
    let more = moreRows(count, of: place.file)
    let head = pair.head.place
    func minutes(_ seconds: Int?) -> Int { ((seconds ?? 0) + 30) / 60 }
    let (own, other, counts) = (
      minutes(pair.part.length), minutes(pair.stated), minutes(pair.head.length)
    )
    return Finding(
      .logRowsContradict, .warning, at: place,
      Words(
        vi:
          "Hai dòng về một lần phát ghi khác nhau: dòng này ghi \(own) phút, dòng \(head.line) của “\(head.file)” ghi "
          + "\(other) phút; tính \(counts) phút." + more.vi,
        en:
          "Two rows about one broadcast differ: this row says \(counted(own, "minute")), line \(head.line) of “\(head.file)” "
          + "says \(other); \(counts) count." + more.en),
      remedy: Words(
        vi: "Hỏi lại nơi ghi nhật ký dòng nào đúng; dòng sai thì đính chính bằng một dòng có cột “thay cho”.",
        en: "Ask whoever kept the log which row holds, and correct the other with a row that replaces it."))
  }

  /// Two rows of which one says that a work aired, and the other that it did not, or leaves it open.
  static func rowsOpposed(_ pair: JoinedEntries) -> Finding {
    let (aired, silent) = (pair.head.place, pair.part)
    func said() -> Words { silent.doubt.map { Words(cut($0.text)) } ?? silent.status.name }
    let name = "\(aired.file):\(aired.line)".shellWord
    let other = "\(silent.place.file):\(silent.place.line)".shellWord
    return Finding(
      .logRowsContradict, .warning, at: aired,
      Words(
        vi:
          "Dòng này ghi là đã phát, dòng \(silent.place.line) của “\(silent.place.file)” ghi “\(said().vi)”; chưa tính là đã "
          + "phát.",
        en:
          "This row says that it aired, line \(silent.place.line) of “\(silent.place.file)” says “\(said().en)”; it does not "
          + "count as aired yet."),
      remedy: Words(
        vi:
          "Hỏi đài. Đã phát thì gắn dòng này với lượt của nó: lichsong link KẾ-HOẠCH \(name) --shows UID --by TÊN --reason "
          + "LÝ-DO. Không phát thì nhập một dòng đính chính: “thay cho dòng” ghi \(name), “trạng thái” ghi “không phát”, và “lý "
          + "do”. Dòng \(other) ghi sai thì cũng đính chính được như vậy.",
        en:
          "Ask the station. If it aired, link this row to its placement: lichsong link PLAN \(name) --shows UID --by NAME "
          + "--reason WHY. If not, import a correction: “replaces” is \(name), “status” is “off-air”, and a “reason”. If "
          + "\(other) is wrong, correct that one in the same way."))
  }

  static func makeGoodNotNeeded(_ entry: AsRunEntry, _ outcome: PlacementOutcome) -> Finding {
    let uid = cut(outcome.placement.uid)
    return Finding(
      .makeGoodNotNeeded, .warning, at: entry.place,
      Words(
        vi: "Dòng này ghi là phát bù cho “\(uid)”, nhưng lượt đó \(outcome.outcome.name.vi); "
          + "dòng này được tính là phát thêm của cùng tác phẩm.",
        en: "This row makes “\(uid)” good, and that placement is \(outcome.outcome.name.en); "
          + "the row counts as one more airing of the same work."),
      remedy: Words(
        vi: "Nếu là tác phẩm khác, bỏ trống cột phát bù, hoặc ghi UID của lượt chưa phát.",
        en: "If it is another work, leave the column empty, or name the placement that did not go out."))
  }

  static func linkRepeated(_ link: EntryLink, earlier: Int, isRow: Bool) -> Finding {
    Finding(
      .linkRepeated, .warning, at: link.place,
      isRow
        ? Words(
          vi: "Dòng \(earlier) đã nói về cùng dòng nhật ký này; chỉ dòng \(earlier) được dùng.",
          en: "Line \(earlier) tells of the same row of the log; only line \(earlier) counts.")
        : Words(
          vi:
            "Dòng \(earlier) đã gắn cùng lượt phát này với dòng nhật ký khác; chỉ dòng \(earlier) được dùng.",
          en: "Line \(earlier) links the same placement to another row; only line \(earlier) counts."),
      remedy: Words(vi: "Xóa một trong hai dòng.", en: "Delete one of the two."))
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

  /// Something was due on days of which no log of an outlet tells, although later rows do.
  ///
  /// - Parameter unknown: How many placements nothing shows.
  static func logGap(_ outlet: Outlet, _ days: Range<CivilDay>, unknown: Int) -> Finding {
    let (first, last) = (days.lowerBound, days.upperBound.advanced(by: -1))
    let (vi, en) = (grouped(unknown, in: .vietnamese), grouped(unknown, in: .english))
    let span =
      days.count == 1
      ? Words(vi: "ngày \(first.forPeople)", en: "of \(first)")
      : Words(vi: "từ \(first.forPeople) đến hết \(last.forPeople)", en: "from \(first) to \(last)")
    return Finding(
      .logGap, .warning, at: outlet.place,
      Words(
        vi:
          "Nhật ký của “\(outlet.name)” không có dòng nào đọc được \(span.vi), trong khi \(vi) lượt đến hạn những ngày đó: chưa tính là "
          + "đã phát hay chưa thực hiện.",
        en:
          "The logs of “\(outlet.name)” have no row that can be read \(span.en), when \(en) \(unknown == 1 ? "placement was" : "placements were") "
          + "due: \(unknown == 1 ? "it counts" : "they count") neither as aired nor as missed."),
      remedy: Words(
        vi:
          "Nhập nhật ký còn thiếu của kênh này. Nếu nhật ký mọi kênh đã đủ và những ngày đó đúng là không phát: thêm "
          + "--as-of và ngày cuối mà nhật ký đã đủ.",
        en:
          "Import the log of this outlet that is missing. If the logs of all outlets are complete and nothing went out on those "
          + "days: add --as-of and the last day up to which they are complete."))
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

  /// A row names a part that works of its line do not have.
  static func partUnknown(
    _ part: WorkPart, of line: PlanLine, in entry: AsRunEntry, rows: Int
  ) -> Finding {
    let others = rows - 1
    return Finding(
      .partUnknown, .warning, at: entry.place,
      Words(
        vi:
          "Dòng này ghi \(part.name.vi), còn mỗi tác phẩm của “\(line.title)” có \(line.parts) phần (parts); dòng không "
          + "được tính cho tác phẩm nào\(others > 0 ? "; cùng tệp còn \(others) dòng như thế" : "").",
        en:
          "This row says \(part.name.en), but works of “\(line.title)” have \(line.parts) parts; it shows no work"
          + (others > 0 ? "; \(others) more \(others == 1 ? "row" : "rows") of the file do the same." : ".")),
      remedy: Words(
        vi:
          "Đối chiếu với nhật ký gốc của đài xem số phần chép có đúng không, và với kế hoạch xem chỉ tiêu có mấy phần (parts).",
        en:
          "See in the station's own log whether the part was copied right, and in the plan how many the line has (parts)."
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
        vi:
          "Đối chiếu với nhật ký gốc của đài. Nếu các cột kia mới đúng, gắn dòng này vào lượt phát đúng: lichsong link.",
        en:
          "Compare it with the station's own log. If the other columns are right, link the row to its placement: lichsong link."
      ))
  }
}
