import Foundation
import ScheduleModel

// What can be wrong with one value of a file.
extension Finding {
  static func textTooLong(at span: SourceSpan, characters: Int) -> Finding {
    Finding(
      .wrongType, .error, at: span,
      Words(
        vi: "Giá trị dài \(grouped(characters, in: .vietnamese)) chữ; chỉ đọc được đến "
          + "\(grouped(YAMLReader.longestValue, in: .vietnamese)).",
        en: "The value has \(grouped(characters, in: .english)) characters; "
          + "\(grouped(YAMLReader.longestValue, in: .english)) are the most that is read."),
      remedy: Words(vi: "Rút gọn.", en: "Shorten it."))
  }

  static func badNumber(_ text: String, in range: ClosedRange<Int>, at span: SourceSpan) -> Finding {
    let vi = (grouped(range.lowerBound, in: .vietnamese), grouped(range.upperBound, in: .vietnamese))
    let en = (grouped(range.lowerBound, in: .english), grouped(range.upperBound, in: .english))
    let isYear = range == 2000...2100
    return Finding(
      .badNumber, .error, at: span,
      isYear
        ? Words(
          vi: "\(text.quoted) không phải một năm từ 2000 đến 2100.",
          en: "\(text.quoted) is not a year from 2000 to 2100.")
        : Words(
          vi: "\(text.quoted) không phải số nguyên từ \(vi.0) đến \(vi.1).",
          en: "\(text.quoted) is not a whole number from \(en.0) to \(en.1)."),
      remedy: isYear
        ? Words(KeySet.plan.example(of: "year"))
        : Words(
          vi: "Viết một số trong khoảng đó, chỉ dùng chữ số.",
          en: "Write a number within these limits, in digits only."))
  }

  /// - Parameter names: What people call what the words mean, in the same order; empty where they have no names.
  static func unknownWord(
    _ text: String, _ words: [String], names: [String] = [], at span: SourceSpan
  ) -> Finding {
    let meant = names.firstIndex { $0.lowercased().hasSuffix(text.lowercased()) }.map { words[$0] }
    let near = EditDistance.closest(to: text, among: words) ?? meant
    let list = words.joined(separator: ", ")
    return Finding(
      .unknownWord, .error, at: span,
      words.count == 1
        ? Words(vi: "\(text.quoted) không dùng được ở đây.", en: "\(text.quoted) cannot be used here.")
        : Words(
          vi: "\(text.quoted) không phải một trong các từ: \(list).",
          en: "\(text.quoted) is none of: \(list)."),
      remedy: words.count == 1
        ? Words(vi: "Viết: \(list)", en: "Write: \(list)")
        : near.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
          ?? Words(vi: "Chọn một trong các từ đó.", en: "Choose one of these."))
  }

  static func dateOutsideYear(_ day: CivilDay, year: Int, at span: SourceSpan) -> Finding {
    Finding(
      .dateOutsideYear, .error, at: span,
      Words(
        vi: "Ngày \(day) không thuộc năm kế hoạch, từ 01/01/\(year) đến 31/12/\(year).",
        en: "\(day) lies outside the year of the plan, 1 January to 31 December \(year)."),
      remedy: Words(
        vi:
          "Kiểm tra lại ngày này và `year`; kế hoạch kéo sang năm khác thì ghi `from` và `to` của kế hoạch.",
        en: "Check this day, and `year`; a plan that reaches into another year states its `from` and `to`."))
  }

  static func badTime(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badTime, .error, at: span,
      Words(vi: "\(text.quoted) không phải giờ trong ngày.", en: "\(text.quoted) is not a time of day."),
      remedy: Words(
        vi: "Viết ví dụ \"20:15\", 18h45, 18 giờ 45 hoặc 24 giờ.",
        en: "Write for example \"20:15\", 18h45, 18 giờ 45 or 24 giờ."))
  }

  /// “1:30”, which a spreadsheet takes for a time of the day: hours and minutes, or minutes and seconds.
  private static func lengthOfTwoReadings(_ text: String, at span: SourceSpan) -> Finding? {
    guard let match = text.wholeMatch(of: /\s*(\d{1,2}):([0-5]\d)(?::00)?\s*/),
      let first = Int(match.output.1),
      let second = Int(match.output.2), first + second > 0
    else { return nil }
    let hours = first * 60 + second
    let shown = text.onOneLine.quoted
    let minutes = second == 0 ? "\(first)m" : "\(first + 1)m"
    return Finding(
      .badLength, .error, at: span,
      Words(
        vi: "\(shown) có hai cách hiểu: \(first) giờ \(second) phút, hoặc \(first) phút \(second) giây.",
        en:
          "\(shown) can be meant in two ways: \(first) hours and \(second) minutes, or \(first) minutes and \(second) seconds."
      ),
      remedy: Words(
        vi:
          "Viết \(hours)m nếu là \(first) giờ \(second) phút, \(minutes) nếu là \(first) phút \(second) giây"
          + (second == 0 ? "." : " (tính tròn phút)."),
        en:
          "Write \(hours)m for \(first) hours and \(second) minutes, \(minutes) for \(first) minutes and \(second) seconds"
          + (second == 0 ? "." : " (in whole minutes).")))
  }

  static func badMinutes(_ text: String, at span: SourceSpan) -> Finding {
    lengthOfTwoReadings(text, at: span)
      ?? Finding(
        .badLength, .error, at: span,
        Words(
          vi: "\(text.quoted) không phải thời lượng từ 1 phút đến 24 giờ.",
          en: "\(text.quoted) is not a length from 1 minute to 24 hours."),
        remedy: Words(
          vi: "Viết ví dụ 15m, 15 phút, 1h30.", en: "Write for example 15m, 15 phút, 1h30."))
  }

  static func badLengths(_ text: String, at span: SourceSpan) -> Finding {
    lengthOfTwoReadings(text, at: span) ?? lengthBackwards(text, at: span)
      ?? Finding(
        .badLength, .error, at: span,
        Words(
          vi:
            "\(text.quoted) không phải thời lượng từ 1 phút đến 24 giờ, cũng không phải khoảng giữa hai thời lượng.",
          en: "\(text.quoted) is not a length from 1 minute to 24 hours, nor a range of two."),
        remedy: Words(
          vi: "Viết ví dụ 15m, 15 phút, 1h30, 10 - 15 phút.",
          en: "Write for example 15m, 15 phút, 1h30, 10 - 15 phút."))
  }

  /// A range of lengths of which the second is the shorter; `nil` for anything else.
  private static func lengthBackwards(_ text: String, at span: SourceSpan) -> Finding? {
    do throws(QuantityRefusal) {
      _ = try Quantity.reading(text, unit: .time(.minutes), limit: 1_440)
      return nil
    } catch {
      guard case .contradictory(_, .backwards) = error else { return nil }
      return Finding(
        .badLength, .error, at: span, error.message,
        remedy: Words(
          vi: "Đối chiếu với văn bản; viết thời lượng ngắn nhất trước: 10 - 15 phút.",
          en: "Compare with the document; write the shortest length first: 10 - 15 phút."))
    }
  }

  static func badCost(_ text: String, at span: SourceSpan) -> Finding {
    if PlanValue.isBareNumber(text) {
      let number = text.onOneLine
      return Finding(
        .badQuantity, .error, at: span,
        Words(
          vi: "Số tiền \(number.quoted) không ghi đơn vị; \(number) đồng thì quá nhỏ.",
          en: "The amount \(number.quoted) has no unit; \(number) đồng would be too small."),
        remedy: Words(
          vi:
            "Ghi đơn vị như trong văn bản: \(number) triệu đồng, \(number) nghìn đồng, hoặc \(number) đồng.",
          en: "Write the unit of the document: \(number) triệu đồng, \(number) nghìn đồng, or \(number) đồng."
        ))
    }
    return Finding(
      .badQuantity, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải một số tiền bằng đồng.",
        en: "\(text.quoted) is not an amount of money in đồng."),
      remedy: Words(
        vi: "Viết ví dụ 60 triệu đồng, 60.000.000 đồng.",
        en: "Write for example 60 triệu đồng, 60.000.000 đồng."))
  }

  static func badDays(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badLength, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải số ngày từ 0 đến 366.",
        en: "\(text.quoted) is not a number of days from 0 to 366."),
      remedy: Words(vi: "Viết ví dụ 7d, 7 ngày.", en: "Write for example 7d, 7 ngày."))
  }

  static func badForm(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badQuantity, .error, at: span,
      Words(vi: "\(text.quoted) không nêu hình thức nào.", en: "\(text.quoted) names no form."),
      remedy: Words("form: tin, bài, ảnh"))
  }

  static func badPercent(_ text: String, at span: SourceSpan) -> Finding {
    let isQualified = text.split(separator: " ").contains { $0.last == "%" && Percentage(String($0)) != nil }
    guard !isQualified else {
      return Finding(
        .badPercent, .error, at: span,
        Words(
          vi: "\(text.quoted) không phải là một tỷ lệ chính xác nên không tính lại được.",
          en: "\(text.quoted) is not an exact percentage, and cannot be worked out again."),
        remedy: Words(
          vi: "Giữ nguyên lời của nguồn, kể cả từ đứng cạnh số: chuyển vào noise, ghi ở says.",
          en:
            "Keep the source's words as they are, with the one beside the number: move them to noise, under says."
        ))
    }
    return Finding(
      .badPercent, .error, at: span,
      Words(vi: "\(text.quoted) không phải tỷ lệ phần trăm.", en: "\(text.quoted) is not a percentage."),
      remedy: Words(
        vi: "Viết số phần trăm đúng như nguồn ghi: stated: \"SỐ%\"",
        en: "Write the percentage as the source has it: stated: \"NUMBER%\""))
  }

  static func badWholePercent(_ text: String, in range: ClosedRange<Int>, at span: SourceSpan) -> Finding {
    let (least, most) = (range.lowerBound, range.upperBound)
    return Finding(
      .badPercent, .error, at: span,
      Words(
        vi: "\(text.quoted) không phải số phần trăm nguyên từ \(least)% đến \(most)%.",
        en: "\(text.quoted) is not a whole percentage from \(least)% to \(most)%."),
      remedy: Words(vi: "Viết ví dụ: 75%.", en: "Write for example: 75%."))
  }

  static func badHouseNumber(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .unknownWord, .error, at: span,
      Words(
        vi:
          "\(text.quoted) không dùng được làm mã băng: cần phần cố định, và nhiều nhất một nhóm # cho số kỳ, "
          + "không liền với chữ số khác.",
        en:
          "\(text.quoted) cannot be a house number: it needs a fixed part, and at most one run of # for the "
          + "edition, which no other digit touches."),
      remedy: Words(
        vi: "Viết ví dụ: house-number: \"CCHC-###\"", en: "Write for example: house-number: \"CCHC-###\""))
  }

  static func badLanguage(_ text: String, at span: SourceSpan) -> Finding {
    let names = BroadcastLanguage.all.flatMap { [$0.vi, $0.en] + $0.aliases }
    let name = text.lowercased().hasPrefix("tiếng ") ? String(text.dropFirst(6)) : text
    let parts = name.split(separator: ",").map { $0.drop { $0 == " " } }
    let isList = parts.count > 1 && parts.allSatisfy { BroadcastLanguage.tag(named: String($0)) != nil }
    // “Khmer Krom” is likely a kind of Khmer.
    let first = name.split(separator: " ").first.flatMap { word in
      names.first { $0.lowercased() == word.lowercased() }
    }
    let near =
      isList
      ? Words(
        vi: "Mỗi tiếng là một mục của danh sách: [\(parts.joined(separator: ", "))]",
        en: "Each language is an item of a list: [\(parts.joined(separator: ", "))]")
      : (Suggestion.nearest(to: name, among: names) ?? first).map {
        Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?")
      }
    return Finding(
      .badLanguage, .error, at: span,
      isThai(text)
        ? Words(
          vi: "\(text.quoted) là tiếng Thái Lan, không phải tiếng Thái của Việt Nam.",
          en: "\(text.quoted) is the Thai of Thailand, not a Tai language of Vietnam.")
        : Words(
          vi: "\(text.quoted) không phải tên hay mã ngôn ngữ.",
          en: "\(text.quoted) is not a language or its tag."),
      remedy: isThai(text)
        ? Words(
          vi: "Viết tai (hoặc blt: Thái đen, twh: Thái trắng).",
          en: "Write tai (or blt, Tai Dam; twh, Tai Dón).")
        : near
          ?? Words(
            vi:
              "Viết tên (Mông) hoặc mã BCP 47 (hmn); mã có thật mà chương trình chưa biết thì viết tag: trước mã.",
            en:
              "Write the name (Mông) or the BCP 47 tag (hmn); before a real tag that is not known here write tag:."
          )
    )
  }

  /// Whether a tag is that of Thailand's language, whatever country it adds.
  static func isThai(_ text: String) -> Bool {
    ["th", "tha", "thái lan", "tiếng thái lan"].contains(text.lowercased().prefix { $0 != "-" })
  }

  static func badZone(_ text: String, at span: SourceSpan) -> Finding {
    Finding(
      .badZone, .error, at: span,
      Words(
        vi: "Không có múi giờ \(text.quoted) trong cơ sở dữ liệu IANA.",
        en: "The IANA database has no time zone \(text.quoted)."),
      remedy: Words("zone: Asia/Ho_Chi_Minh"))
  }

  static func badID(_ text: String, at span: SourceSpan) -> Finding {
    let proposal = idProposal(text)
    return Finding(
      .badID, .error, at: span,
      Words(
        vi:
          "Mã \(text.quoted) chỉ được có chữ a–z, số 0–9 và dấu gạch nối (không đứng đầu), tối đa 60 ký tự.",
        en: "The id \(text.quoted) may only have letters a–z, digits and, not first, hyphens; at most 60."),
      remedy: proposal.isEmpty
        ? Words(vi: "Ví dụ: chuyen-muc-tv", en: "For example: chuyen-muc-tv")
        : Words(vi: "Viết: \(proposal)", en: "Write: \(proposal)"))
  }

  /// The nearest id to a text: without diacritics, blanks as hyphens.
  static func idProposal(_ text: String) -> String {
    let folded = text.lowercased().map { "đðɖ".contains($0) ? "d" : $0 }.flatMap { character -> [Character] in
      let base = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first { $0.isASCII }
      guard let base, base.properties.isAlphabetic || base.properties.numericType != nil else { return ["-"] }
      return [Character(base)]
    }
    let joined = String(folded).split(separator: "-").joined(separator: "-")
    return String(String(joined.prefix(60)).split(separator: "-").joined(separator: "-"))
  }
}
