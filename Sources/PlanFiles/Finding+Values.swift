import Foundation
import ScheduleModel

// What can be wrong with one value of a plan file.
extension Finding {
  /// The shapes that a value may have.
  enum Shape {
    case mapping, idMapping, monthMapping, text, textKey

    var words: Words {
      switch self {
      case .mapping: Words(vi: "các cặp “khóa: giá trị”", en: "pairs of “key: value”")
      case .idMapping: Words(vi: "các cặp “mã: nội dung”", en: "pairs of “id: content”")
      case .monthMapping: Words(vi: "các cặp “tháng: số”", en: "pairs of “month: number”")
      case .text: Words(vi: "một giá trị đơn", en: "a single value")
      case .textKey: Words(vi: "khóa là chữ", en: "a text as key")
      }
    }
  }

  static func wrongType(at place: SourcePlace, _ width: Int, what: Words, expected: Shape) -> Finding {
    Finding(
      .wrongType, .error, at: place, width: width,
      Words(
        vi: "Ở đây cần \(expected.words.vi) (\(what.vi)).",
        en: "Here \(expected.words.en) is needed (\(what.en))."))
  }

  static func unknownKey(_ key: String, _ keys: KeySet, at place: SourcePlace) -> Finding {
    let near = EditDistance.closest(to: key, among: keys.all)
    let known = keys.all.joined(separator: ", ")
    return Finding(
      .unknownKey, .error, at: place, width: key.unicodeScalars.count,
      Words(
        vi: "Trong \(keys.what.vi) không có khóa “\(key)”.",
        en: "There is no key “\(key)” in \(keys.what.en)."),
      remedy: near.map {
        Words(vi: "Có phải là “\($0)”? Viết: \($0):", en: "Did you mean “\($0)”? Write: \($0):")
      }
        ?? Words(vi: "Các khóa có thể dùng: \(known).", en: "The keys are: \(known)."))
  }

  static func keyWithoutValue(_ key: String, at place: SourcePlace) -> Finding {
    Finding(
      .missingKey, .error, at: place, width: key.unicodeScalars.count,
      Words(vi: "Khóa “\(key)” không có giá trị.", en: "The key “\(key)” has no value."),
      remedy: Words(
        vi: "Viết giá trị sau dấu hai chấm, hoặc xóa dòng này.",
        en: "Write a value after the colon, or delete the line."))
  }

  static func missingKey(_ key: String, _ keys: KeySet, at place: SourcePlace) -> Finding {
    Finding(
      .missingKey, .error, at: place,
      Words(vi: "Thiếu “\(key)” trong \(keys.what.vi).", en: "“\(key)” is missing in \(keys.what.en)."),
      remedy: Words(vi: "Thêm dòng: \(key): …", en: "Add a line: \(key): …"))
  }

  static func keysExclude(_ one: String, _ other: String, at place: SourcePlace) -> Finding {
    Finding(
      .wrongType, .error, at: place,
      Words(
        vi: "“\(one)” và “\(other)” không dùng cùng nhau.", en: "“\(one)” and “\(other)” do not go together."),
      remedy: Words(vi: "Giữ một trong hai.", en: "Keep one of the two."))
  }

  static func textTooLong(at place: SourcePlace, characters: Int) -> Finding {
    Finding(
      .wrongType, .error, at: place,
      Words(
        vi: "Giá trị dài \(characters) chữ; tối đa \(YAMLReader.longestValue).",
        en: "The value has \(characters) characters; at most \(YAMLReader.longestValue) are read."),
      remedy: Words(vi: "Rút gọn.", en: "Shorten it."))
  }

  static func badNumber(_ text: String, in range: ClosedRange<Int>, at place: SourcePlace) -> Finding {
    Finding(
      .badNumber, .error, at: place, width: text.unicodeScalars.count,
      Words(
        vi: "“\(text)” không phải số nguyên từ \(range.lowerBound) đến \(range.upperBound).",
        en: "“\(text)” is not a whole number from \(range.lowerBound) to \(range.upperBound)."),
      remedy: Words(
        vi: "Viết một số trong khoảng đó.", en: "Write a number within these limits."))
  }

  static func unknownWord(_ text: String, _ words: [String], at place: SourcePlace) -> Finding {
    let near = EditDistance.closest(to: text, among: words)
    let list = words.joined(separator: ", ")
    return Finding(
      .unknownWord, .error, at: place, width: text.unicodeScalars.count,
      Words(vi: "“\(text)” không phải một trong các từ: \(list).", en: "“\(text)” is none of: \(list)."),
      remedy: near.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
        ?? Words(vi: "Chọn một trong các từ đó.", en: "Choose one of these."))
  }

  static func badDate(_ text: String, at place: SourcePlace) -> Finding {
    Finding(
      .badDate, .error, at: place, width: text.unicodeScalars.count,
      Words(
        vi: "“\(text)” không phải một ngày có trong lịch (năm 1900–2199).",
        en: "“\(text)” is not a day of the calendar (years 1900–2199)."),
      remedy: Words(
        vi: "Viết năm-tháng-ngày, ví dụ 2018-04-04.", en: "Write year-month-day, such as 2018-04-04."))
  }

  static func dateOutsideYear(_ day: CivilDay, year: Int, at place: SourcePlace) -> Finding {
    Finding(
      .dateOutsideYear, .error, at: place, width: 10,
      Words(
        vi: "Ngày \(day) không thuộc năm kế hoạch \(year).",
        en: "\(day) is not in \(year), the year of the plan."),
      remedy: Words(vi: "Viết một ngày trong năm \(year).", en: "Write a day of \(year)."))
  }

  static func badTime(_ text: String, at place: SourcePlace) -> Finding {
    Finding(
      .badTime, .error, at: place, width: text.unicodeScalars.count,
      Words(vi: "“\(text)” không phải giờ trong ngày.", en: "“\(text)” is not a time of day."),
      remedy: Words(
        vi: "Viết ví dụ \"20:15\", 18h45, 18 giờ 45 hoặc 24 giờ.",
        en: "Write for example \"20:15\", 18h45, 18 giờ 45 or 24 giờ."))
  }

  static func badLength(_ text: String, at place: SourcePlace) -> Finding {
    Finding(
      .badLength, .error, at: place, width: text.unicodeScalars.count,
      Words(
        vi: "“\(text)” không phải một khoảng thời gian được dùng ở đây.",
        en: "“\(text)” is not a length of time that can stand here."),
      remedy: Words(
        vi:
          "Viết phút (15m, 15 phút, 1h30; từ 1 phút đến 24 giờ) hoặc ngày (7d, 7 ngày; tối đa 366), tùy khóa.",
        en: "Write minutes (15m, 1h30; from 1 minute to 24 hours) or days (7d; at most 366), as the key asks."
      ))
  }

  static func badQuantity(_ text: String, at place: SourcePlace) -> Finding {
    Finding(
      .badQuantity, .error, at: place, width: text.unicodeScalars.count,
      Words(
        vi: "“\(text)” không đọc được thành số lượng và đơn vị tính.",
        en: "“\(text)” is not a figure with its unit."),
      remedy: Words(
        vi: "Viết ví dụ: 23 kỳ; hơn 600 tin, bài, ảnh; ít nhất 12 số.",
        en: "Write for example: 23 kỳ; hơn 600 tin, bài, ảnh; at least 12 số."))
  }

  static func badPercent(_ text: String, at place: SourcePlace) -> Finding {
    Finding(
      .badPercent, .error, at: place, width: text.unicodeScalars.count,
      Words(vi: "“\(text)” không phải tỷ lệ phần trăm.", en: "“\(text)” is not a percentage."),
      remedy: Words(vi: "Viết ví dụ: \"81,98%\".", en: "Write for example: \"81,98%\"."))
  }

  static func badLanguage(_ text: String, at place: SourcePlace) -> Finding {
    let isThai = ["th", "tha"].contains(text.lowercased())
    return Finding(
      .badLanguage, .error, at: place, width: text.unicodeScalars.count,
      isThai
        ? Words(
          vi: "“\(text)” là tiếng Thái Lan, không phải tiếng Thái của Việt Nam.",
          en: "“\(text)” is the Thai of Thailand, not a Tai language of Vietnam.")
        : Words(
          vi: "“\(text)” không phải tên hay mã ngôn ngữ.", en: "“\(text)” is not a language or its tag."),
      remedy: isThai
        ? Words(
          vi: "Viết tai (hoặc blt: Thái đen, twh: Thái trắng).",
          en: "Write tai (or blt, Tai Dam; twh, Tai Dón).")
        : Words(
          vi: "Viết tên (Mông) hoặc mã BCP 47 (hmn).", en: "Write the name (Mông) or the BCP 47 tag (hmn)."))
  }

  static func badZone(_ text: String, at place: SourcePlace) -> Finding {
    Finding(
      .badZone, .error, at: place, width: text.unicodeScalars.count,
      Words(
        vi: "Không có múi giờ “\(text)” trong cơ sở dữ liệu IANA.",
        en: "The IANA database has no time zone “\(text)”."),
      remedy: Words("zone: Asia/Ho_Chi_Minh"))
  }

  static func badID(_ text: String, at place: SourcePlace) -> Finding {
    let proposal = idProposal(text)
    return Finding(
      .badID, .error, at: place, width: text.unicodeScalars.count,
      Words(
        vi: "Mã “\(text)” chỉ được có chữ a–z, số 0–9 và dấu gạch nối, tối đa 60 ký tự.",
        en: "The id “\(text)” may only have letters a–z, digits and hyphens, at most 60."),
      remedy: proposal.isEmpty
        ? Words(vi: "Ví dụ: chuyen-muc-tv", en: "For example: chuyen-muc-tv")
        : Words(vi: "Viết: \(proposal)", en: "Write: \(proposal)"))
  }

  static func duplicateID(_ id: String, at place: SourcePlace, first: SourcePlace) -> Finding {
    Finding(
      .duplicateID, .error, at: place,
      Words(
        vi: "Mã “\(id)” đã dùng ở dòng \(first.line).",
        en: "The id “\(id)” is already used in line \(first.line)."),
      remedy: Words(vi: "Đặt mã khác, ví dụ: \(id)-2", en: "Choose another, for example: \(id)-2"))
  }

  static func unknownReference(_ reference: YAMLReader.Reference, among ids: [String]) -> Finding {
    let near = EditDistance.closest(to: reference.id, among: ids)
    let list = ids.prefix(12).joined(separator: ", ") + (ids.count > 12 ? ", …" : "")
    return Finding(
      .unknownReference, .error, at: reference.place, width: reference.width,
      Words(
        vi: "Không có \(reference.kind.vi) nào có mã “\(reference.id)”.",
        en: "There is no \(reference.kind.en) with the id “\(reference.id)”."),
      remedy: near.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
        ?? (ids.isEmpty
          ? Words(
            vi: "Kế hoạch chưa khai báo \(reference.kind.vi) nào.",
            en: "The plan declares no \(reference.kind.en) yet.")
          : Words(vi: "Các mã đã có: \(list).", en: "The ids are: \(list).")))
  }

  /// The nearest id to a text: without diacritics, blanks as hyphens.
  private static func idProposal(_ text: String) -> String {
    let folded = text.lowercased().map { $0 == "đ" ? "d" : $0 }.flatMap { character -> [Character] in
      let base = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.first { $0.isASCII }
      guard let base, base.properties.isAlphabetic || base.properties.numericType != nil else { return ["-"] }
      return [Character(base)]
    }
    return String(String(folded).split(separator: "-").joined(separator: "-").prefix(60))
  }
}
