import ScheduleModel

/// What is to be said about the figures that lower units declare, in both languages.
extension Finding {
  static func declaredAgain(
    _ later: DeclaredFigure, _ earlier: DeclaredFigure, _ names: DeclaredNames
  ) -> Finding {
    Finding(
      .declaredAgain, .info, at: later.place,
      Words(
        vi:
          "“\(names.unit(later.unit))” báo cáo lại “\(names.line(later.line))” \(later.period.name.vi): \(text(later, .vietnamese)) thay cho "
          + "\(text(earlier, .vietnamese)) ở \(place(earlier, from: later).vi).",
        en:
          "“\(names.unit(later.unit))” reports “\(names.line(later.line))” for \(later.period.name.en) again: \(text(later, .english)) takes the place of "
          + "\(text(earlier, .english)) at \(place(earlier, from: later).en)."))
  }

  static func declaredTwice(
    _ one: DeclaredFigure, _ other: DeclaredFigure, _ names: DeclaredNames
  ) -> Finding {
    let elsewhere = place(other, from: one)
    let day = one.received == other.received ? one.received?.forPeople : nil
    let why =
      day.map {
        Words(
          vi: "cùng nhận ngày \($0), không rõ số nào đúng",
          en: "both were received on \($0), and which holds is not known")
      } ?? Words(vi: "không biết số nào đến sau", en: "which came later is not known")
    return Finding(
      .declaredTwice, .error, at: one.place,
      Words(
        vi:
          "“\(names.unit(one.unit))” có hai số khác nhau về “\(names.line(one.line))” \(one.period.name.vi): \(text(one, .vietnamese)), và "
          + "\(text(other, .vietnamese)) ở \(elsewhere.vi); \(why.vi) nên không cộng số nào.",
        en:
          "“\(names.unit(one.unit))” has two figures of “\(names.line(one.line))” for \(one.period.name.en): \(text(one, .english)), and "
          + "\(text(other, .english)) at \(elsewhere.en); \(why.en), so neither is added."),
      remedy: day == nil
        ? Words(
          vi: "Ghi ngày nhận (received) của từng dòng; không biết thì hỏi lại đơn vị số nào là số cuối cùng.",
          en:
            "Write when each was received (received); if that is not known, ask the unit which figure is its last."
        )
        : Words(
          vi:
            "Hỏi lại đơn vị số nào đúng, rồi nhập thêm một dòng có số đó với ngày nhận câu trả lời (received).",
          en:
            "Ask the unit which figure holds, and import one more row with it and the day of the answer (received)."
        ))
  }

  /// Where a row is, for a finding at another row: two files that came in may have the same name.
  private static func place(_ figure: DeclaredFigure, from other: DeclaredFigure) -> Words {
    guard figure.place == other.place else { return Words("\(figure.place)") }
    return Words(
      vi: "dòng \(figure.place.line) của một tệp khác cùng tên",
      en: "line \(figure.place.line) of another file of that name")
  }

  /// A figure for a stretch of days contradicts those for parts of it.
  static func declaredPeriods(
    _ figure: DeclaredFigure, _ total: Quantity, _ parts: [DeclaredFigure], sum: Int,
    _ names: DeclaredNames
  ) -> Finding {
    func list(_ language: ReaderLanguage) -> String {
      parts.map {
        "\($0.period.name[language]): \($0.quantity.map { grouped($0.value, in: language) } ?? "–")"
      }.joined(
        separator: ", ")
    }
    let rest = parts.count > 1
    return Finding(
      .declaredPeriods, .warning, at: figure.place,
      Words(
        vi:
          "“\(names.unit(figure.unit))” báo cáo “\(names.line(figure.line))” \(figure.period.name.vi) là \(total.text(in: .vietnamese)), nhưng "
          + (rest ? "các kỳ trong đó cộng lại là" : "riêng một kỳ trong đó đã là")
          + " \(grouped(sum, in: .vietnamese)) (\(list(.vietnamese))).",
        en:
          "“\(names.unit(figure.unit))” reports \(total.text(in: .english)) of “\(names.line(figure.line))” for \(figure.period.name.en), but "
          + (rest ? "the periods within it make" : "one period within it has")
          + " \(grouped(sum, in: .english)) (\(list(.english)))."),
      remedy: Words(
        vi: "Hỏi lại đơn vị số nào đúng, rồi nhập lại số sai với ngày nhận mới (received).",
        en:
          "Ask the unit which of them holds, and import the wrong one again with a new day of receipt (received)."
      ))
  }

  /// A unit above reports on a line of the units below, which report too.
  static func declaredAbove(
    _ figure: DeclaredFigure, _ below: [DeclaredFigure], _ names: DeclaredNames
  ) -> Finding {
    let units = below.map(\.unit).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let shown = names.units(Array(units.prefix(4))) + (units.count > 4 ? ", …" : "")
    let written = units.map(names.written).joined(separator: "; ")
    return Finding(
      .possibleDoubleCount, .warning, at: figure.place,
      Words(
        vi:
          "“\(names.unit(figure.unit))” báo cáo \(text(figure, .vietnamese)) về “\(names.line(figure.line))” \(figure.period.name.vi), các đơn vị thuộc "
          + "“\(names.unit(figure.unit))” cũng báo cáo (\(shown)); không rõ số trên đã gồm các số đó chưa nên cộng cả hai.",
        en:
          "“\(names.unit(figure.unit))” reports \(text(figure, .english)) of “\(names.line(figure.line))” for \(figure.period.name.en), and units below "
          + "“\(names.unit(figure.unit))” report too (\(shown)); whether the figure has theirs in it is not said, so both are added."
      ),
      remedy: Words(
        vi:
          "Hỏi lại “\(names.unit(figure.unit))”: nếu đã gồm thì ghi includes: \(written); nếu không thì ghi includes: none.",
        en:
          "Ask “\(names.unit(figure.unit))”: if it has, write includes: \(written); if not, write includes: none."
      ))
  }

  static func declaredNotValid(
    _ figure: DeclaredFigure, _ unit: AdminUnit, _ names: DeclaredNames
  ) -> Finding {
    let end = unit.validity.through.map {
      Words(vi: "kết thúc ngày \($0.forPeople)", en: "ended on \($0)")
    }
    let begin = unit.validity.from.map {
      Words(vi: "có từ ngày \($0.forPeople)", en: "began on \($0)")
    }
    let when = unit.validity.through.map { $0 < figure.period.days.lowerBound } ?? false ? end : begin
    let successor = unit.validity.successor
    return Finding(
      .unitNotValidOnDate, .error, at: figure.place,
      Words(
        vi:
          "“\(unit.name)” \(when?.vi ?? "không tồn tại"), \(figure.period.name.vi) thì đơn vị này không tồn tại; số này không được cộng.",
        en:
          "“\(unit.name)” \(when?.en ?? "is not there"), so it did not exist in \(figure.period.name.en); its figure is not added."
      ),
      remedy: successor.map {
        Words(
          vi:
            "Hỏi ai đã báo cáo: nếu là đơn vị kế thừa thì ghi \(names.written($0)); kỳ chép sai thì chép lại như báo cáo.",
          en:
            "Ask who reported it: if the unit that followed, write \(names.written($0)); if the period was copied wrongly, copy it again from the report."
        )
      }
        ?? Words(
          vi:
            "Chép lại đơn vị và kỳ như báo cáo ghi; nếu khi đó đơn vị còn hoạt động thì sửa valid trong kế hoạch.",
          en:
            "Copy unit and period again as the report has them; if the unit existed then, correct valid in the plan."
        ))
  }

  static func declaredCircle(_ figure: DeclaredFigure, _ names: DeclaredNames) -> Finding {
    let parts = names.units(figure.includes ?? [])
    return Finding(
      .circularOverlap, .error, at: figure.place,
      Words(
        vi:
          "Số của “\(names.unit(figure.unit))” về “\(names.line(figure.line))” ghi là gồm cả \(parts), mà số ở đó lại gồm số này; cả hai được cộng riêng.",
        en:
          "The figure of “\(names.unit(figure.unit))” on “\(names.line(figure.line))” says that it includes \(parts), whose figure includes it; both are added."
      ),
      remedy: Words(vi: "Chỉ ghi includes ở số lớn hơn.", en: "Write includes only with the larger figure."))
  }

  /// A figure that another has in it only for a part of its days.
  static func declaredPartlyIncluded(
    _ figure: DeclaredFigure, in includer: DeclaredFigure, _ names: DeclaredNames
  ) -> Finding {
    Finding(
      .possibleDoubleCount, .warning, at: figure.place,
      Words(
        vi:
          "Số của “\(names.unit(includer.unit))” cho \(includer.period.name.vi) đã gồm “\(names.unit(figure.unit))”, còn "
          + "“\(names.unit(figure.unit))” báo cáo \(text(figure, .vietnamese)) cho cả \(figure.period.name.vi); không tách "
          + "được nên không cộng số này, tổng ghi “ít nhất”.",
        en:
          "The figure of “\(names.unit(includer.unit))” for \(includer.period.name.en) has that of “\(names.unit(figure.unit))” "
          + "in it, and “\(names.unit(figure.unit))” reports \(text(figure, .english)) for all of \(figure.period.name.en); "
          + "the rest cannot be told apart, so this figure is not added and the sum is “at least”."),
      remedy: Words(
        vi: "Hỏi lại “\(names.unit(figure.unit))” số của từng kỳ, mỗi kỳ một dòng.",
        en: "Ask “\(names.unit(figure.unit))” for the figure of each period, a row for each."))
  }

  static func declaredSum(
    _ figure: DeclaredFigure, _ whole: Quantity, parts: Int, _ names: DeclaredNames
  ) -> Finding {
    let inside = names.units(figure.includes ?? [])
    return Finding(
      .sumMismatch, .warning, at: figure.place,
      Words(
        vi:
          "“\(names.unit(figure.unit))” báo cáo \(whole.text(in: .vietnamese)) gồm cả \(inside), "
          + "nhưng riêng các đơn vị đó đã có \(grouped(parts, in: .vietnamese)).",
        en:
          "“\(names.unit(figure.unit))” reports \(whole.text(in: .english)) with \(inside) in it, "
          + "but these alone have \(grouped(parts, in: .english))."),
      remedy: Words(
        vi: "Hỏi lại đơn vị; nếu số này không gồm các đơn vị đó thì bỏ includes.",
        en: "Ask the unit; if its figure does not have them in it, leave out includes."))
  }

  /// Units report more than the logs count, which hold.
  static func declaredAboveLogs(
    _ figure: DeclaredFigure, _ sum: Int, aired: Int, _ period: ReportingPeriod, _ names: DeclaredNames
  ) -> Finding {
    Finding(
      .sumMismatch, .warning, at: figure.place,
      Words(
        vi:
          "Về “\(names.line(figure.line))” \(period.name.vi), các đơn vị báo cáo \(grouped(sum, in: .vietnamese)), nhật ký chỉ "
          + "đếm được \(grouped(aired, in: .vietnamese)); tính theo nhật ký, không cộng số báo cáo.",
        en:
          "Of “\(names.line(figure.line))” units report \(grouped(sum, in: .english)) for \(period.name.en), and the logs count "
          + "\(grouped(aired, in: .english)); the logs hold, and what units report is not added."),
      remedy: Words(
        vi:
          "Đối chiếu với đơn vị xem tác phẩm nào chưa có trong nhật ký; thiếu nhật ký của kênh hoặc ngày nào thì nhập thêm nhật ký đó.",
        en:
          "Find out with the units which works the logs do not have; where the log of an outlet or a day is missing, import it."
      ))
  }

  /// Units report a period of which the logs have only a part.
  static func declaredBesideLogs(
    _ figure: DeclaredFigure, aired: Int, _ period: ReportingPeriod, _ names: DeclaredNames
  ) -> Finding {
    Finding(
      .sumMismatch, .warning, at: figure.place,
      Words(
        vi:
          "Về “\(names.line(figure.line))” \(period.name.vi), nhật ký có \(grouped(aired, in: .vietnamese)) nhưng không ghi đủ kỳ này; "
          + "tính theo số đơn vị báo cáo, không cộng thêm nhật ký.",
        en:
          "Of “\(names.line(figure.line))” the logs have \(grouped(aired, in: .english)) for \(period.name.en), and do not tell of all of it; "
          + "what units report holds, and the logs' figure is not added to it."),
      remedy: Words(
        vi:
          "Hỏi đơn vị xem số báo cáo đã gồm các lượt phát có trong nhật ký chưa; nhập đủ nhật ký của kỳ thì nhật ký được tính.",
        en:
          "Ask the units whether their figures have the broadcasts of the logs in them; once the logs tell of the whole period, they count."
      ))
  }

  static func declaredApart(
    _ figure: DeclaredFigure, _ line: PlanLine, _ names: DeclaredNames
  ) -> Finding {
    Finding(
      .unlikeFigures, .warning, at: figure.place,
      Words(
        vi:
          "“\(names.unit(figure.unit))” báo cáo \(text(figure, .vietnamese)), còn chỉ tiêu “\(line.title)” đếm \(line.countedUnit); "
          + "số này ghi riêng, không cộng với số \(line.countedUnit).",
        en:
          "“\(names.unit(figure.unit))” reports \(text(figure, .english)), and the line “\(line.title)” counts \(line.countedUnit); "
          + "the figure is shown apart, and not added to those."),
      remedy: Words(
        vi:
          "Hỏi lại đơn vị; nếu chỉ tiêu đếm cả loại này thì ghi thêm vào đơn vị tính của chỉ tiêu trong kế hoạch.",
        en: "Ask the unit; if the line counts these too, add them to the line's unit in the plan."))
  }

  static func declaredBySuccessor(
    _ successor: DeclaredFigure, _ before: DeclaredFigure, _ names: DeclaredNames
  ) -> Finding {
    Finding(
      .possibleDoubleCount, .warning, at: successor.place,
      Words(
        vi:
          "“\(names.unit(successor.unit))” kế thừa “\(names.unit(before.unit))” trong \(successor.period.name.vi), cả hai đều báo cáo “\(names.line(successor.line))”; "
          + "không rõ số của “\(names.unit(successor.unit))” có gồm \(text(before, .vietnamese)) của “\(names.unit(before.unit))” không.",
        en:
          "“\(names.unit(successor.unit))” took the place of “\(names.unit(before.unit))” within \(successor.period.name.en), and both report “\(names.line(successor.line))”; "
          + "whether the figure of “\(names.unit(successor.unit))” has the \(text(before, .english)) of “\(names.unit(before.unit))” in it is not said."
      ),
      remedy: Words(
        vi: "Nếu có, ghi includes: \(names.written(before.unit)); nếu không, ghi includes: none.",
        en: "If it has, write includes: \(names.written(before.unit)); if not, write includes: none."))
  }

  private static func text(_ figure: DeclaredFigure, _ language: ReaderLanguage) -> String {
    figure.quantity?.text(in: language) ?? Words(vi: "không có số liệu", en: "no data")[language]
  }
}
