/// Rows of which it is open whether anything aired: told when they are recorded, and as long as nobody says which holds.
extension Finding {
  /// - Parameters:
  ///   - place: Where the first of them is.
  ///   - rows: How many such rows the file has.
  ///   - days: The first and the last day of these rows, where they are several; the row's own otherwise.
  ///   - list: The numbers of these rows for a reader, `3–27`.
  public static func rowUnclear(
    _ entry: AsRunEntry, at place: SourcePlace, rows: Int = 1, days: ClosedRange<CivilDay>? = nil,
    list: String? = nil, width: Int = 1, excerpt: String? = nil
  ) -> Finding {
    let more = Words(
      vi: rows == 1 ? "" : " Số dòng như vậy của “\(place.file)”: \(grouped(rows, in: .vietnamese)).",
      en: rows == 1 ? "" : " Such rows of “\(place.file)”: \(grouped(rows, in: .english)).")
    let row = "\(place.file):\(place.line)".shellWord
    switch entry.doubt {
    case .datedAfter(let recorded) where rows > 1:
      let days = days ?? entry.day...entry.day
      let numbers = list.map { " (\($0))" } ?? ""
      return Finding(
        .logDayDoubtful, .warning, at: place, width: width, excerpt: excerpt,
        Words(
          vi:
            "\(grouped(rows, in: .vietnamese)) dòng của “\(place.file)”\(numbers) ghi ngày từ \(days.lowerBound.forPeople) đến "
            + "\(days.upperBound.forPeople), sau ngày ghi vào sổ (\(recorded.forPeople)); các dòng này không được tính, và nhật "
            + "ký không vì thế mà được coi là có đến những ngày đó.",
          en:
            "\(grouped(rows, in: .english)) rows of “\(place.file)”\(numbers) are dated from \(days.lowerBound) to "
            + "\(days.upperBound), after the day on which they were recorded (\(recorded)); they do not count, and the logs are "
            + "not taken to reach those days."),
        remedy: Words(
          vi:
            "Nếu đài gửi tệp trước những ngày đó thì chờ qua ngày, xin nhật ký phát sóng thật rồi nhập lại. Nếu đài ghi sai ngày thì "
            + "hỏi ngày đúng, rồi nhập cho mỗi dòng một dòng đính chính: “thay cho dòng” ghi \(row), cột “ngày” ghi ngày họ xác "
            + "nhận, và “lý do”.",
          en:
            "If the station sent the file before those days, wait until they are over, ask for the log of what went out and import "
            + "it. If the days are wrong, ask the station and import a correction for each row: “replaces” is \(row), “date” the "
            + "day that they confirm, and a “reason”."))
    case .datedAfter(let recorded):
      return Finding(
        .logDayDoubtful, .warning, at: place, width: width, excerpt: excerpt,
        Words(
          vi:
            "Dòng này ghi ngày \(entry.day.forPeople), sau ngày ghi vào sổ (\(recorded.forPeople)); dòng không được tính, "
            + "và nhật ký không vì thế mà được coi là có đến ngày đó." + more.vi,
          en:
            "This row is dated \(entry.day), after the day on which it was recorded (\(recorded)); it does not count, and "
            + "the logs are not taken to reach that day." + more.en),
        remedy: Words(
          vi:
            "Hỏi đài ngày đúng, rồi nhập một dòng đính chính: “thay cho dòng” ghi \(row), cột “ngày” ghi ngày họ xác nhận, "
            + "và “lý do”.",
          en:
            "Ask the station for the day, then import a correction: “replaces” is \(row), “date” the day that they confirm, "
            + "and a “reason”."))
    case .words, nil:
      let said = entry.doubt?.text ?? entry.status.name.vi
      let words = Words(vi: cut(said), en: cut(entry.doubt?.text ?? entry.status.name.en))
      return Finding(
        .logRowUnclear, .warning, at: place, width: width, excerpt: excerpt,
        Words(
          vi:
            "Dòng này viết “\(words.vi)”: có thể tác phẩm không phát, chỉ là phát lại hay quảng bá, cũng có thể đã phát; "
            + "dòng chưa được tính." + more.vi,
          en:
            "This row says “\(words.en)”: perhaps the work did not air, or this was a repeat or a trailer, or it did air; the "
            + "row does not count yet." + more.en),
        remedy: Words(
          vi:
            "Hỏi đài. Không phát thì ghi “không phát” vào cột “trạng thái”, phát lại thì ghi “phát lại”; đã phát thì gắn "
            + "dòng với lượt của nó: lichsong link KẾ-HOẠCH \(row) --shows UID --by TÊN --reason LÝ-DO.",
          en:
            "Ask the station. If nothing aired, write “off-air” in a column “status”, if it was a repeat, “repeat”; if the "
            + "work aired, link the row to its placement: lichsong link PLAN \(row) --shows UID --by NAME --reason WHY."
        ))
    }
  }

  /// A row that was recorded earlier and counts although its words leave open whether anything aired.
  ///
  /// - Parameter words: These words.
  public static func rowCountsInDoubt(_ entry: AsRunEntry, _ words: String, rows: Int) -> Finding {
    let place = entry.place
    let row = "\(place.file):\(place.line)".shellWord
    let more = Words(
      vi: rows == 1 ? "" : " Số dòng như vậy của “\(place.file)”: \(grouped(rows, in: .vietnamese)).",
      en: rows == 1 ? "" : " Such rows of “\(place.file)”: \(grouped(rows, in: .english)).")
    return Finding(
      .logRowUnclear, .warning, at: place,
      Words(
        vi:
          "Dòng này viết “\(cut(words))” nên chưa rõ tác phẩm có phát hay không, mà dòng đã ghi vào sổ từ trước và vẫn đang được "
          + "tính." + more.vi,
        en:
          "This row says “\(cut(words))”, so it is not clear whether the work aired; it was recorded earlier and still counts."
          + more.en),
      remedy: Words(
        vi:
          "Hỏi đài. Đã phát thì gắn dòng với lượt của nó: lichsong link KẾ-HOẠCH \(row) --shows UID --by TÊN --reason LÝ-DO; "
          + "không phát hoặc chỉ phát lại thì --nothing thay cho --shows UID.",
        en:
          "Ask the station. If the work aired, link the row to its placement: lichsong link PLAN \(row) --shows UID --by NAME "
          + "--reason WHY; if nothing aired or it was a repeat, --nothing in place of --shows UID."))
  }
}
