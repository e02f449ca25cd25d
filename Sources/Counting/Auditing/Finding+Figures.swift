import ScheduleModel

/// What counting and the audit have to say, in both languages.
extension Finding {
  static func planFigureMissing(_ line: PlanLine) -> Finding {
    Finding(
      .planFigureMissing, .info, at: line.place,
      Words(
        vi: "Kế hoạch không nêu số cho “\(line.title)”; cột kế hoạch ghi “–”, không tính tỷ lệ.",
        en: "The plan states no figure for “\(line.title)”; it is shown as “–”, without a percentage."),
      remedy: Words(
        vi: "Nếu kế hoạch đã ký có số, ghi số đó vào quota và basis: plan.",
        en: "If the signed plan has a figure, write it as the quota, with basis: plan."))
  }

  static func periodOfOtherYear(_ period: ReportingPeriod, _ plan: Plan) -> Finding {
    guard period.year != plan.year else { return periodNotOfPlanYear(period, plan) }
    return Finding(
      .periodOfOtherYear, .warning,
      Words(
        vi: "Kỳ báo cáo thuộc năm \(period.year), kế hoạch là của năm \(plan.year): cột kế hoạch ghi “–”, "
          + "không tính tỷ lệ.",
        en:
          "The period belongs to \(period.year), the plan is for \(plan.year): planned figures are shown as "
          + "“–”, without a percentage."),
      remedy: Words(
        vi: "Muốn có tỷ lệ thì chọn kỳ của năm \(plan.year), hoặc dùng kế hoạch của năm \(period.year).",
        en: "For percentages take a period of \(plan.year), or the plan for \(period.year)."))
  }

  /// A period whose year has the plan's number and begins in another month.
  private static func periodNotOfPlanYear(_ period: ReportingPeriod, _ plan: Plan) -> Finding {
    let (first, last) = (plan.days.lowerBound.forPeople, plan.days.upperBound.advanced(by: -1).forPeople)
    let usual = plan.ownYear?.code ?? plan.usualProfile.code
    return Finding(
      .periodOfOtherYear, .warning,
      Words(
        vi:
          "Kỳ báo cáo theo \(period.profile.code) không thuộc năm kế hoạch (\(first)–\(last)): cột kế hoạch ghi “–”, "
          + "không tính tỷ lệ.",
        en:
          "Periods of \(period.profile.code) are no parts of the plan's year (\(first)–\(last)): planned figures are "
          + "shown as “–”, without a percentage."),
      remedy: Words(
        vi: "Muốn có tỷ lệ thì chọn --profile \(usual).", en: "For percentages take --profile \(usual)."))
  }

  static func approximate(_ quantity: Quantity, of title: String, at place: SourcePlace) -> Finding {
    Finding(
      .approximate, .info, at: place,
      Words(
        vi: "“\(title)”: “\(quantity.text(in: .vietnamese))” không phải là số chính xác; "
          + "tổng có số này cũng không chính xác.",
        en: "“\(title)”: “\(quantity.text(in: .english))” is no exact figure, and no sum with it is."))
  }

  static func compoundUnit(_ quantity: Quantity, of title: String, at place: SourcePlace) -> Finding {
    Finding(
      .compoundUnit, .info, at: place,
      Words(
        vi:
          "“\(title)”: “\(quantity.text(in: .vietnamese))” là một số chung cho nhiều hình thức, không tách được.",
        en:
          "“\(title)”: “\(quantity.text(in: .english))” is one count over several forms and cannot be split.")
    )
  }

  /// Several figures with one compound unit.
  static func compoundUnits(_ unit: String, _ figures: [PublishedFigure]) -> Finding {
    let titles = figures.prefix(3).map { "“\($0.title)”" }.joined(separator: ", ")
    let more = figures.count > 3 ? ", …" : ""
    return Finding(
      .compoundUnit, .info, at: figures[0].place,
      Words(
        vi:
          "\(figures.count) số liệu có đơn vị “\(unit)” (\(titles)\(more)): mỗi số là một số chung cho nhiều hình thức, không "
          + "tách được.",
        en:
          "\(figures.count) figures are in “\(unit)” (\(titles)\(more)): each is one count over several forms and cannot be split."
      ))
  }

  static func versionsUncounted(_ line: PlanLine, into languages: [LanguageTag]) -> Finding {
    func names(_ reader: ReaderLanguage) -> String {
      languages.map { BroadcastLanguage.name(of: $0, in: reader) }.joined(separator: ", ")
    }
    return Finding(
      .versionsUncounted, .info, at: line.place,
      Words(
        vi:
          "“\(line.title)” có bản tiếng \(names(.vietnamese)), nhưng báo cáo không nêu số bản tiếng dân tộc; "
          + "số này được đếm riêng, không cộng vào tác phẩm.",
        en: "“\(line.title)” has versions in \(names(.english)), but the report counts none; "
          + "they are counted apart and never added to the works."))
  }

  static func levelMissing(_ level: Words, at place: SourcePlace?) -> Finding {
    Finding(
      .levelMissing, .info, at: place,
      Words(
        vi: "\(level.vi): không có số liệu; đây không phải là 0.", en: "\(level.en): no data, which is not 0."
      ))
  }

  static func levelOutsideSum(_ level: Words, _ sum: PublishedSum) -> Finding {
    Finding(
      .levelMissing, .info, at: sum.place,
      Words(
        vi: "Tổng “\(sum.title)” không có phần của \(level.vi.lowercased()); "
          + "không rõ phần này nằm trong cấp trên hay bị bỏ sót.",
        en: "The sum “\(sum.title)” has no part for the level \(level.en.lowercased()): "
          + "whether it lies in the level above or was left out is not said."))
  }

  /// - Parameter sums: The total without the line, and with it; `nil` when one of the lines has no figure.
  static func possibleDoubleCount(
    _ line: PlanLine, inside hosts: [PlanLine], of total: String, sums: (without: Quantity, with: Quantity)?
  ) -> Finding {
    func either(_ language: ReaderLanguage) -> String {
      guard let sums else { return "" }
      let without = sums.without.text(in: language, unit: false)
      let with = sums.with.text(in: language, unit: false)
      if without == with { return "" }
      return ": \(without) \(language == .vietnamese ? "hoặc" : "or") \(with)"
    }
    let names =
      hosts.prefix(3).map { "“\($0.title)”" }.joined(separator: ", ") + (hosts.count > 3 ? ", …" : "")
    let answers =
      hosts.prefix(3).map { "“part-of: \($0.id)”" }.joined(separator: ", ") + (hosts.count > 3 ? ", …" : "")
    return Finding(
      .possibleDoubleCount, .warning, at: line.place,
      Words(
        vi:
          "Tổng “\(total)” cộng \(names) với “\(line.title)” cùng kênh; không rõ “\(line.title)” có nằm trong "
          + (hosts.count == 1 ? "đó" : "một trong các chỉ tiêu đó") + " không\(either(.vietnamese)).",
        en: "The total “\(total)” adds \(names) and “\(line.title)” of the same outlet; "
          + "whether “\(line.title)” lies inside " + (hosts.count == 1 ? "" : "one of them ")
          + "is not said\(either(.english))."),
      remedy: Words(
        vi: "Ghi \(answers) hoặc “part-of: none” vào \(line.id).",
        en: "Write \(answers) or “part-of: none” in \(line.id)."))
  }

  /// Two lines of one form on one outlet, of which nobody said whether one lies inside the other.
  static func possiblePart(_ line: PlanLine, of host: PlanLine) -> Finding {
    Finding(
      .possibleDoubleCount, .info, at: line.place,
      Words(
        vi:
          "“\(line.title)” và “\(host.title)” cùng kênh, cùng hình thức; không rõ “\(line.title)” có nằm trong đó không. "
          + "Bảng theo kênh và theo hình thức đếm cả hai.",
        en:
          "“\(line.title)” and “\(host.title)” have one form on one outlet; whether “\(line.title)” lies inside is not "
          + "said. Tables by outlet and by form count both."),
      remedy: Words(
        vi: "Ghi “part-of: \(host.id)” hoặc “part-of: none” vào \(line.id).",
        en: "Write “part-of: \(host.id)” or “part-of: none” in \(line.id)."))
  }

  static func mayInclude(_ figure: PublishedFigure, _ inside: [PublishedFigure]) -> Finding {
    let titles = inside.map { "“\($0.title)”" }.joined(separator: ", ")
    return Finding(
      .possibleDoubleCount, .warning, at: figure.place,
      Words(
        vi: "“\(figure.title)” có thể đã gồm \(titles); các số này không được cộng với nhau.",
        en: "“\(figure.title)” may include \(titles); they are not added to each other."))
  }

  static func sumMayCountTwice(
    _ sum: PublishedSum, _ figure: PublishedFigure, _ inside: [PublishedFigure]
  ) -> Finding {
    let titles = inside.map { "“\($0.title)”" }.joined(separator: ", ")
    return Finding(
      .possibleDoubleCount, .warning, at: sum.place,
      Words(
        vi: "Tổng “\(sum.title)” cộng “\(figure.title)” với \(titles), mà số trước có thể đã gồm số sau.",
        en: "The sum “\(sum.title)” adds \(titles) to “\(figure.title)”, which may include them."))
  }

  static func percentMismatch(_ ratio: PublishedRatio, computed: Percentage) -> Finding {
    let difference = Percentage(
      units: abs(computed.units - ratio.stated.units), decimals: ratio.stated.decimals)
    func text(_ language: ReaderLanguage) -> (stated: String, computed: String, difference: String) {
      (
        ratio.stated.text(in: language), computed.text(in: language),
        String(difference.text(in: language).dropLast())
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    func share(_ language: ReaderLanguage) -> String {
      "\(grouped(ratio.part ?? 0, in: language))/\(grouped(ratio.whole ?? 0, in: language))"
    }
    return Finding(
      .percentMismatch, .error, at: ratio.place,
      Words(
        vi: "“\(ratio.title)”: báo cáo ghi \(vi.stated), tính lại \(share(.vietnamese)) = \(vi.computed), "
          + "chênh \(vi.difference) điểm phần trăm.",
        en: "“\(ratio.title)”: \(en.stated) stated, \(share(.english)) = \(en.computed) recomputed, "
          + "difference \(en.difference) points."),
      remedy: Words(
        vi: "Đối chiếu với số liệu gốc; cả hai số được giữ lại.",
        en: "Check against the source's own data; both figures are kept."))
  }

  static func percentNotRecomputable(_ ratio: PublishedRatio) -> Finding {
    let isNamed = ratio.namesParts
    return Finding(
      .percentNotRecomputable, .info, at: ratio.place,
      Words(
        vi:
          "“\(ratio.title)”: \(ratio.stated.text(in: .vietnamese)) theo báo cáo; "
          + (isNamed ? "không đủ số chính xác để tính lại." : "không có số để tính lại."),
        en:
          "“\(ratio.title)”: \(ratio.stated.text(in: .english)) by the report; "
          + (isNamed
            ? "its part and its whole are not both exact, and cannot be compared."
            : "there is nothing to recompute.")))
  }

  static func sumMismatch(_ sum: PublishedSum, stated: Quantity, computed: Quantity) -> Finding {
    let isNumber = !stated.isRange && !computed.isRange && stated.value != computed.value
    let difference = Quantity(abs(stated.value - computed.value), computed.unit)
    func text(_ language: ReaderLanguage) -> (stated: String, computed: String, difference: String) {
      (
        stated.text(in: language, unit: false), computed.text(in: language, unit: false),
        difference.text(in: language, unit: false)
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    return Finding(
      .sumMismatch, .error, at: sum.place,
      Words(
        vi: "“\(sum.title)”: báo cáo ghi \(vi.stated), cộng các phần được \(vi.computed)"
          + (isNumber ? ", chênh \(vi.difference)" : "") + "; không đưa ra tổng khi các phần không khớp.",
        en: "“\(sum.title)”: \(en.stated) stated, the parts make \(en.computed)"
          + (isNumber ? ", difference \(en.difference)" : "") + "; no total is given while they differ."),
      remedy: Words(
        vi: "Đối chiếu từng phần với số liệu gốc; cả hai số được giữ lại.",
        en: "Check each part against the source's own data; both figures are kept."))
  }

  static func totalUnlike(_ total: PlanTotal, _ unlike: UnlikeFigures) -> Finding {
    Finding(
      .unlikeFigures, .warning, at: total.place,
      Words(
        vi: "Tổng “\(total.title)” không cộng được: \(unlike.reason.vi).",
        en: "The total “\(total.title)” cannot be added: \(unlike.reason.en)."),
      remedy: Words(
        vi: "Chỉ đưa vào lines các chỉ tiêu cùng đơn vị tính, tính trên cùng cơ sở.",
        en: "Name in lines only lines of the same unit, counted on the same basis."))
  }

  /// - Parameter figures: Published figures of a level that are no part of its output.
  static func figuresApart(_ level: AdminLevel, _ figures: [PublishedFigure], at place: SourcePlace)
    -> Finding
  {
    func list(_ language: ReaderLanguage) -> String {
      figures.compactMap { figure in figure.quantity.map { "“\(figure.title)” \($0.text(in: language))" } }
        .joined(separator: "; ")
    }
    return Finding(
      .unlikeFigures, .info, at: place,
      Words(
        vi: "\(level.name.vi): không cộng vào số tác phẩm đã công bố: \(list(.vietnamese)).",
        en: "\(level.name.en): not added to the published output: \(list(.english))."))
  }

  static func topicUncovered(_ topic: Topic) -> Finding {
    Finding(
      .topicUncovered, .warning, at: topic.place,
      Words(
        vi: "Chưa có chỉ tiêu nào tuyên truyền về “\(topic.title)”.",
        en: "No line serves the topic “\(topic.title)”."),
      remedy: Words(
        vi: "Thêm “topics: [\(topic.id)]” vào một chỉ tiêu.", en: "Add “topics: [\(topic.id)]” to a line."))
  }

  static func ellipsisList(_ figure: PublishedFigure) -> Finding {
    Finding(
      .ellipsisList, .info, at: figure.place,
      Words(
        vi: "“\(figure.title)”: nguồn liệt kê rồi bỏ lửng bằng dấu ba chấm, nên danh sách chưa đủ.",
        en: "“\(figure.title)”: the source breaks its list off with an ellipsis, so the list is not complete."
      ))
  }
}
