import ScheduleModel

/// What the audit of frequencies, durations and copied numbers has to say, in both languages.
extension Finding {
  static func frequencyMismatch(_ audited: AuditedFrequency) -> Finding {
    let figure = audited.figure
    func text(_ language: ReaderLanguage) -> (stated: String, expected: String, days: String) {
      let last = audited.days.upperBound.advanced(by: -1).forPeople
      return (
        figure.quantity?.text(in: language) ?? "–",
        audited.expected.text(in: language, unit: false),
        "\(audited.days.lowerBound.forPeople)–\(last)"
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    return Finding(
      .frequencyMismatch, .warning, at: figure.place,
      Words(
        vi: "“\(figure.title)”: báo cáo ghi \(vi.stated), còn tần suất “\(audited.frequency.says)” "
          + "trong \(vi.days) thì phải là \(vi.expected).",
        en: "“\(figure.title)”: \(en.stated) stated, but “\(audited.frequency.says)” in \(en.days) "
          + "makes \(en.expected)."),
      remedy: bothKept)
  }

  static func intervalMismatch(_ audited: AuditedInterval) -> Finding {
    let interval = audited.interval
    let (first, last) = (interval.days.lowerBound, interval.days.upperBound.advanced(by: -1))
    let days = first.distance(to: interval.days.upperBound)
    // Where whole days are found, they are told already.
    let isInDays = audited.whole == 0 || interval.unit == .day
    func more(_ text: String) -> String { isInDays ? "" : " (\(text))" }
    return Finding(
      .intervalMismatch, .error, at: interval.place,
      Words(
        vi: "“\(interval.title)”: báo cáo ghi \(interval.statedText(in: .vietnamese)), "
          + "nhưng từ \(first.forPeople) đến hết \(last.forPeople) là "
          + "\(audited.text(in: .vietnamese))\(more("\(grouped(days, in: .vietnamese)) ngày")).",
        en: "“\(interval.title)”: \(interval.statedText(in: .english)) stated, "
          + "but \(first.forPeople) to \(last.forPeople), both included, is "
          + "\(audited.text(in: .english))\(more(counted(days, "day")))."),
      remedy: bothKept)
  }

  static func notInWords(_ quantity: Quantity, _ title: String, at place: SourcePlace) -> Finding {
    Finding(
      .notInWords, .warning, at: place,
      Words(
        vi:
          "“\(title)”: số \(quantity.text(in: .vietnamese, unit: false)) không có trong lời của nguồn (says).",
        en:
          "“\(title)”: \(quantity.text(in: .english, unit: false)) is not in the source's words (says)."
      ),
      remedy: Words(
        vi: "Đối chiếu với trang nguồn: số hay lời trích đã chép sai.",
        en: "Compare with the source: either the number or the words were copied wrongly."))
  }

  static func qualifierNotInWords(_ quantity: Quantity, _ title: String, at place: SourcePlace) -> Finding {
    Finding(
      .notInWords, .warning, at: place,
      Words(
        vi:
          "“\(title)”: nguồn (says) có số này nhưng không phải là “\(quantity.text(in: .vietnamese, unit: false))”: "
          + "từ chỉ mức độ (hơn, gần, khoảng…) không giống.",
        en:
          "“\(title)”: the source's words (says) have the number, but not as “\(quantity.text(in: .english, unit: false))”: "
          + "the qualifier is another."),
      remedy: Words(
        vi: "Chép lại cả từ đứng cạnh số như trang nguồn.",
        en: "Copy the word beside the number as the source has it."))
  }

  static func rateNotInWords(_ quantity: Quantity, _ title: String, at place: SourcePlace) -> Finding {
    let isRate = quantity.rate != nil
    return Finding(
      .notInWords, .warning, at: place,
      Words(
        vi:
          "“\(title)”: nguồn (says) có số này nhưng "
          + (isRate ? "không phải là tần suất" : "là tần suất, không phải tổng số")
          + ": “\(quantity.text(in: .vietnamese))” chép chưa hết lời.",
        en:
          "“\(title)”: the source's words (says) have the number, but "
          + (isRate ? "not as that rate" : "as a rate, not as a total")
          + ": “\(quantity.text(in: .english))” was not copied whole."),
      remedy: Words(
        vi: "Chép lại cả phần nêu bao lâu một lần (mỗi tuần, /quý…) như trang nguồn.",
        en: "Copy what says how often (mỗi tuần, /quý …) as the source has it."))
  }

  /// A percentage whose part and whole the source has the other way round.
  static func ratioTurned(_ ratio: PublishedRatio, _ part: Int, _ whole: Int) -> Finding {
    func fraction(_ one: Int, _ other: Int, _ language: ReaderLanguage) -> String {
      "\(grouped(one, in: language))/\(grouped(other, in: language))"
    }
    return Finding(
      .notInWords, .warning, at: ratio.place,
      Words(
        vi:
          "“\(ratio.title)”: nguồn (says) ghi \(fraction(whole, part, .vietnamese)), ở đây là "
          + "\(fraction(part, whole, .vietnamese)).",
        en:
          "“\(ratio.title)”: the source's words (says) have \(fraction(whole, part, .english)), and here it is "
          + "\(fraction(part, whole, .english))."),
      remedy: Words(
        vi: "Đối chiếu với trang nguồn: part và whole chép ngược, hoặc lời trích sai.",
        en:
          "Compare with the source: part and whole are the wrong way round, or the words were copied wrongly."
      ))
  }

  static func noNumberInWords(_ quantity: Quantity, _ title: String, at place: SourcePlace) -> Finding {
    Finding(
      .notInWords, .warning, at: place,
      Words(
        vi:
          "“\(title)”: số \(quantity.text(in: .vietnamese, unit: false)) đứng cạnh lời của nguồn (says) không có số nào.",
        en:
          "“\(title)”: \(quantity.text(in: .english, unit: false)) is beside words of the source (says) that have "
          + "no number."),
      remedy: Words(
        vi: "Chép đúng câu có số này, hoặc bỏ says.",
        en: "Copy the sentence that has the number, or leave out says."))
  }

  /// - Parameter missing: The parts of a ratio that the source's words do not have.
  static func partsNotInWords(_ missing: [Words], _ title: String, at place: SourcePlace) -> Finding {
    Finding(
      .notInWords, .warning, at: place,
      Words(
        vi: "“\(title)”: \(missing.map(\.vi).joined(separator: ", ")) không có trong lời của nguồn (says).",
        en:
          "“\(title)”: \(missing.map(\.en).joined(separator: ", ")) is not in the source's words (says)."
      ),
      remedy: Words(
        vi: "Đối chiếu với trang nguồn: số hay lời trích đã chép sai.",
        en: "Compare with the source: either the number or the words were copied wrongly."))
  }

  static func hoursMismatch(_ audited: AuditedHours) -> Finding {
    let hours = audited.hours
    return Finding(
      .intervalMismatch, .error, at: hours.place,
      Words(
        vi:
          "“\(hours.title)”: báo cáo ghi \(hours.stated.text(in: .vietnamese)), nhưng từ \(hours.from) đến \(hours.to) "
          + "là \(audited.computed.text(in: .vietnamese)).",
        en:
          "“\(hours.title)”: \(hours.stated.text(in: .english)) stated, but \(hours.from) to \(hours.to) is "
          + "\(audited.computed.text(in: .english))."),
      remedy: bothKept)
  }

  static func productMismatch(_ audited: AuditedProduct) -> Finding {
    let product = audited.product
    func text(_ language: ReaderLanguage) -> (stated: String, factors: String, computed: String) {
      (
        product.stated.text(in: language, unit: false),
        product.factors.map { grouped($0, in: language) }.joined(separator: " × "),
        audited.computed?.text(in: language, unit: false) ?? "–"
      )
    }
    let (vi, en) = (text(.vietnamese), text(.english))
    return Finding(
      .sumMismatch, .error, at: product.place,
      Words(
        vi: "“\(product.title)”: báo cáo ghi \(vi.stated), còn \(vi.factors) = \(vi.computed).",
        en: "“\(product.title)”: \(en.stated) stated, but \(en.factors) = \(en.computed)."), remedy: bothKept)
  }

  static func sharesMismatch(_ audited: AuditedShares) -> Finding {
    let shares = audited.shares
    return Finding(
      .percentMismatch, .error, at: shares.place,
      Words(
        vi:
          "“\(shares.title)”: các tỷ lệ cộng lại được \(audited.total.text(in: .vietnamese)), không phải 100%, "
          + "kể cả khi đã làm tròn.",
        en:
          "“\(shares.title)”: the percentages add up to \(audited.total.text(in: .english)), not to 100%, rounding "
          + "allowed for."), remedy: bothKept)
  }

  static func multiple(_ figure: PublishedFigure, of other: PublishedFigure, times: Int) -> Finding {
    Finding(
      .possibleDoubleCount, .info, at: figure.place,
      Words(
        vi:
          "“\(figure.title)” đúng bằng \(grouped(times, in: .vietnamese)) lần “\(other.title)”; có thể là tích chứ "
          + "không phải số đếm.",
        en:
          "“\(figure.title)” is exactly \(grouped(times, in: .english)) times “\(other.title)”; it may be a product "
          + "rather than a count."))
  }

  static func unlikeFigures(_ sum: PublishedSum, _ unlike: UnlikeFigures) -> Finding {
    Finding(
      .unlikeFigures, .error, at: sum.place,
      Words(
        vi: "“\(sum.title)”: không cộng được: \(unlike.reason.vi).",
        en: "“\(sum.title)” cannot be added: \(unlike.reason.en)."),
      remedy: Words(
        vi: "Chỉ đưa vào of các số cùng đơn vị tính, tính trên cùng cơ sở.",
        en: "Name in of only figures of the same unit, counted on the same basis."))
  }

  static func noiseNumber(_ noise: NoiseNumber, taken figure: PublishedFigure?) -> Finding {
    let note = noise.note.map { " (\($0))" } ?? ""
    guard let figure else {
      return Finding(
        .noiseNumber, .info, at: noise.place,
        Words(
          vi: "“\(noise.says)”\(note) có trên trang nguồn nhưng không phải số liệu báo cáo; không tính.",
          en:
            "“\(noise.says)”\(note) is printed on the source's page but is no figure of the report; it is not counted."
        ))
    }
    return Finding(
      .noiseNumber, .warning, at: figure.place,
      Words(
        vi: "“\(figure.title)” có giá trị của “\(noise.says)”\(note), là số không thuộc báo cáo.",
        en: "“\(figure.title)” has the value of “\(noise.says)”\(note), which is no figure of the report."),
      remedy: Words(
        vi: "Sửa value của “\(figure.id)”, hoặc bỏ “\(noise.says)” khỏi noise.",
        en: "Correct the value of “\(figure.id)”, or take “\(noise.says)” out of noise."))
  }

  private static let bothKept = Words(
    vi: "Đối chiếu với số liệu gốc; cả hai số được giữ lại.",
    en: "Check against the source's own data; both figures are kept.")
}
