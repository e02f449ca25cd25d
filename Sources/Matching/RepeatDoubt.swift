import ScheduleModel

/// Rows of one file that say, or may say, that they are repeats, and of which that leaves a question.
struct RepeatDoubt {
  /// What is asked.
  enum Kind {
    /// Nothing of the work was due or aired before.
    case unfounded
    /// The words may mean something else.
    case unclear
    /// It went out when a first run was due that nothing shows.
    case insteadOfFirstRun
  }

  /// The first of the rows.
  var entry: AsRunEntry
  /// Its line.
  var line: PlanLine?
  /// The placement in whose slot it went out.
  var placement: Placement?
  /// How many rows of the file there are.
  var rows: Int

  func finding(_ kind: Kind) -> Finding {
    let title = cut(line?.title ?? entry.title)
    let more = Words(
      vi: rows == 1 ? "" : " Số dòng như vậy của “\(entry.place.file)”: \(grouped(rows, in: .vietnamese)).",
      en: rows == 1 ? "" : " Such rows of “\(entry.place.file)”: \(grouped(rows, in: .english)).")
    let link = "lichsong link PLAN \("\(entry.place.file):\(entry.place.line)".shellWord) --shows UID"
    switch kind {
    case .unfounded:
      return Finding(
        .logRepeatUnclear, .warning, at: entry.place,
        Words(
          vi:
            "Dòng này ghi là phát lại, nhưng trước đó nhật ký không có lần phát nào của tác phẩm thuộc “\(title)”; "
            + "không tính thành tác phẩm mới." + more.vi,
          en:
            "This row says that it is a repeat, but the logs show nothing of “\(title)” that it could repeat; it "
            + "counts as no new work." + more.en),
        remedy: Words(
          vi: "Nạp nhật ký có lần phát đầu. Nếu chính dòng này là lần phát đầu, gắn dòng với lượt của nó: "
            + "\(link).",
          en:
            "Import the log with the first airing. If this row is the first airing, link it to its placement: "
            + "\(link)."))
    case .unclear:
      let counts =
        placement == nil
        ? Words(vi: "chưa được tính là tác phẩm nào", en: "counts as no work")
        : Words(vi: "đang tính là một tác phẩm", en: "counts as a work")
      return Finding(
        .logRepeatUnclear, .warning, at: entry.place,
        Words(
          vi:
            "Tên “\(cut(entry.title))” có thể nói là phát lại; dòng này \(counts.vi) của “\(title)”."
            + more.vi,
          en:
            "The title “\(cut(entry.title))” may say that it is a repeat; the row \(counts.en) of “\(title)”."
            + more.en),
        remedy: Words(
          vi:
            "Hỏi đài: nếu là phát lại, ghi “phát lại” vào cột trạng thái; nếu là tác phẩm mới, ghi số kỳ mà đài cho biết. Đài "
            + "luôn gọi chương trình như vậy thì gắn tên một lần: lichsong link KẾ-HOẠCH --title \(entry.title.shellWord) "
            + "--line \((line?.id ?? "MÃ").shellWord) --by TÊN --reason LÝ-DO.",
          en:
            "Ask the station: if it is a repeat, write “repeat” as its status; if a work of its own, the edition that they name. "
            + "If they always call the programme so, link the title once: lichsong link PLAN --title \(entry.title.shellWord) "
            + "--line \((line?.id ?? "ID").shellWord) --by NAME --reason WHY."
        ))
    case .insteadOfFirstRun:
      let edition = placement?.edition ?? 0
      return Finding(
        .logRepeatUnclear, .warning, at: entry.place,
        Words(
          vi:
            "Dòng này ghi là phát lại và phát vào giờ dành cho kỳ \(edition) (phát mới) của “\(title)”; kỳ \(edition) "
            + "được coi là chưa phát." + more.vi,
          en:
            "This row says that it is a repeat, and went out when no. \(edition) of “\(title)” was due for the first "
            + "time; no. \(edition) counts as not aired." + more.en),
        remedy: Words(
          vi:
            "Đúng là phát lại thì không cần sửa. Nếu đó là kỳ \(edition), gắn dòng với lượt của nó: \(link).",
          en:
            "If it was a repeat, nothing needs to be done. If it was no. \(edition), link the row to its placement: "
            + "\(link)."))
    }
  }
}
