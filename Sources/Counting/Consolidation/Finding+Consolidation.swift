import ScheduleModel

/// What is to be said about the figures that lower units declare, in both languages.
extension Finding {
  static func declaredAgain(_ later: DeclaredFigure, _ earlier: DeclaredFigure) -> Finding {
    Finding(
      .declaredAgain, .info, at: later.place,
      Words(
        vi:
          "“\(later.unit)” báo cáo lại \(later.line) kỳ \(later.period): \(text(later, .vietnamese)) thay cho "
          + "\(text(earlier, .vietnamese)) ở \(earlier.place).",
        en:
          "“\(later.unit)” reports \(later.line) for \(later.period) again: \(text(later, .english)) takes the place of "
          + "\(text(earlier, .english)) at \(earlier.place)."))
  }

  static func declaredTwice(_ one: DeclaredFigure, _ other: DeclaredFigure) -> Finding {
    Finding(
      .declaredTwice, .error, at: one.place,
      Words(
        vi:
          "“\(one.unit)” có hai số khác nhau về \(one.line) kỳ \(one.period): \(text(one, .vietnamese)), và "
          + "\(text(other, .vietnamese)) ở \(other.place); không biết số nào đến sau nên không cộng số nào.",
        en: "“\(one.unit)” has two figures of \(one.line) for \(one.period): \(text(one, .english)), and "
          + "\(text(other, .english)) at \(other.place); which came later is not known, so neither is added."),
      remedy: Words(
        vi: "Ghi ngày nhận (received) của từng dòng; không biết thì hỏi lại đơn vị số nào là số cuối cùng.",
        en:
          "Write when each was received (received); if that is not known, ask the unit which figure is its last."
      ))
  }

  static func declaredNotValid(_ figure: DeclaredFigure, _ unit: AdminUnit) -> Finding {
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
          "“\(unit.name)” \(when?.vi ?? "không tồn tại"), kỳ \(figure.period) thì đơn vị này không tồn tại; số này không được cộng.",
        en:
          "“\(unit.name)” \(when?.en ?? "is not there"), so it did not exist in \(figure.period); its figure is not added."
      ),
      remedy: successor.map {
        Words(
          vi: "Hỏi ai đã báo cáo: nếu là đơn vị kế thừa thì ghi \($0); kỳ chép sai thì chép lại như báo cáo.",
          en:
            "Ask who reported it: if the unit that followed, write \($0); if the period was copied wrongly, copy it again from the report."
        )
      }
        ?? Words(
          vi:
            "Chép lại đơn vị và kỳ như báo cáo ghi; nếu khi đó đơn vị còn hoạt động thì sửa valid trong kế hoạch.",
          en:
            "Copy unit and period again as the report has them; if the unit existed then, correct valid in the plan."
        ))
  }

  static func declaredCircle(_ figure: DeclaredFigure) -> Finding {
    let names = (figure.includes ?? []).joined(separator: ", ")
    return Finding(
      .circularOverlap, .error, at: figure.place,
      Words(
        vi:
          "Số của “\(figure.unit)” về \(figure.line) ghi là gồm cả \(names), mà số ở đó lại gồm số này; cả hai được cộng riêng.",
        en:
          "The figure of “\(figure.unit)” on \(figure.line) says that it includes \(names), whose figure includes it; both are added."
      ),
      remedy: Words(vi: "Chỉ ghi includes ở số lớn hơn.", en: "Write includes only with the larger figure."))
  }

  static func declaredSum(_ figure: DeclaredFigure, _ whole: Quantity, parts: Int) -> Finding {
    let names = (figure.includes ?? []).joined(separator: ", ")
    return Finding(
      .sumMismatch, .warning, at: figure.place,
      Words(
        vi:
          "“\(figure.unit)” báo cáo \(whole.text(in: .vietnamese)) gồm cả \(names), "
          + "nhưng riêng các đơn vị đó đã có \(grouped(parts, in: .vietnamese)).",
        en:
          "“\(figure.unit)” reports \(whole.text(in: .english)) with \(names) in it, "
          + "but these alone have \(grouped(parts, in: .english))."),
      remedy: Words(
        vi: "Hỏi lại đơn vị; nếu số này không gồm các đơn vị đó thì bỏ includes.",
        en: "Ask the unit; if its figure does not have them in it, leave out includes."))
  }

  static func declaredApart(_ figure: DeclaredFigure, _ line: PlanLine) -> Finding {
    Finding(
      .unlikeFigures, .warning, at: figure.place,
      Words(
        vi:
          "“\(figure.unit)” báo cáo \(text(figure, .vietnamese)), còn chỉ tiêu “\(line.title)” đếm \(line.countedUnit); "
          + "số này ghi riêng, không cộng với số \(line.countedUnit).",
        en:
          "“\(figure.unit)” reports \(text(figure, .english)), and the line “\(line.title)” counts \(line.countedUnit); "
          + "the figure is shown apart, and not added to those."),
      remedy: Words(
        vi:
          "Hỏi lại đơn vị; nếu chỉ tiêu đếm cả loại này thì ghi thêm vào đơn vị tính của chỉ tiêu trong kế hoạch.",
        en: "Ask the unit; if the line counts these too, add them to the line's unit in the plan."))
  }

  static func declaredBySuccessor(_ successor: DeclaredFigure, _ before: DeclaredFigure, _ unit: AdminUnit)
    -> Finding
  {
    Finding(
      .possibleDoubleCount, .warning, at: successor.place,
      Words(
        vi:
          "“\(successor.unit)” kế thừa “\(unit.id)” trong kỳ \(successor.period), cả hai đều báo cáo \(successor.line); "
          + "không rõ số của “\(successor.unit)” có gồm \(text(before, .vietnamese)) của “\(unit.id)” không.",
        en:
          "“\(successor.unit)” took the place of “\(unit.id)” within \(successor.period), and both report \(successor.line); "
          + "whether the figure of “\(successor.unit)” has the \(text(before, .english)) of “\(unit.id)” in it is not said."
      ),
      remedy: Words(
        vi: "Nếu có, ghi includes: \(unit.id); nếu không, ghi includes: none.",
        en: "If it has, write includes: \(unit.id); if not, write includes: none."))
  }

  private static func text(_ figure: DeclaredFigure, _ language: ReaderLanguage) -> String {
    figure.quantity?.text(in: language) ?? Words(vi: "không có số liệu", en: "no data")[language]
  }
}
