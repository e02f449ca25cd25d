import ScheduleModel

// What can be wrong with the keys of a file and the shapes of their values.
extension Finding {
  /// The shapes that a value may have.
  enum Shape {
    case mapping(KeySet), idMapping, monthMapping, list, text, textKey

    var words: Words {
      switch self {
      case .mapping: Words(vi: "các cặp “khóa: giá trị”", en: "pairs of “key: value”")
      case .idMapping: Words(vi: "các cặp “mã: nội dung”", en: "pairs of “id: content”")
      case .monthMapping: Words(vi: "các cặp “tháng: số”", en: "pairs of “month: number”")
      case .list: Words(vi: "danh sách có gạch đầu dòng", en: "a list with a hyphen before each item")
      case .text: Words(vi: "một giá trị đơn", en: "a single value")
      case .textKey: Words(vi: "khóa là chữ", en: "a text as key")
      }
    }

    var example: Words {
      switch self {
      case .mapping(let keys):
        Words("{ \(keys.shortest.map { "\($0): …" }.joined(separator: ", ")) }")
      case .idMapping: Words("dai-tinh: …")
      case .monthMapping: Words("{ 2: 1, 11: 3 }")
      case .list: Words("- { id: …, … }")
      case .text:
        Words(
          vi: "Viết một giá trị, không có ngoặc, gạch đầu dòng hay dòng con.",
          en: "Write one value, without brackets, hyphens or lines below it.")
      case .textKey: Words("title: …")
      }
    }
  }

  static func wrongType(at span: SourceSpan, what: Words, expected: Shape) -> Finding {
    Finding(
      .wrongType, .error, at: span,
      Words(
        vi: "Ở đây cần \(expected.words.vi) (\(what.vi)).",
        en: "Expected here: \(expected.words.en) (\(what.en))."),
      remedy: expected.example)
  }

  static func strange(_ keys: KeySet, at span: SourceSpan) -> Finding {
    let required = keys.required.joined(separator: ", ")
    return Finding(
      .wrongType, .error, at: span,
      Words(
        vi: "Đây không phải \(keys.what.vi): không có khóa nào của nó (\(required)).",
        en: "This is not \(keys.what.en): it has none of its keys (\(required))."),
      remedy: Words(keys.required.map(keys.example).joined(separator: "\n")))
  }

  static func unknownKey(_ key: String, meant near: String?, _ keys: KeySet, at span: SourceSpan) -> Finding {
    let known = keys.all.joined(separator: ", ")
    return Finding(
      .unknownKey, .error, at: span,
      Words(
        vi: "Trong \(keys.what.vi) không có khóa \(key.quoted).",
        en: "There is no key \(key.quoted) in \(keys.what.en)."),
      remedy: near.map {
        Words(vi: "Có phải là “\($0)”? Viết: \($0):", en: "Did you mean “\($0)”? Write: \($0):")
      }
        ?? Words(vi: "Các khóa có thể dùng: \(known).", en: "The keys are: \(known)."))
  }

  /// - Parameter whole: The value as the file has it, with what its commas cut off.
  static func cutOff(_ whole: String, of key: String, at span: SourceSpan) -> Finding {
    let inQuotes = whole.contains("\"") || whole.contains("\\") ? "'\(whole)'" : "\"\(whole)\""
    return Finding(
      .unknownKey, .error, at: span,
      Words(
        vi: "Trong ngoặc { }, dấu phẩy cắt giá trị của “\(key)” ra từ đây.",
        en: "Within { } the comma cuts this off from the value of “\(key)”."),
      remedy: whole.count > 200 || whole.contains("'")
        ? Words(vi: "Đặt cả giá trị trong ngoặc kép.", en: "Put the whole value into quotes.")
        : Words("\(key): \(inQuotes)"))
  }

  static func keyWithoutValue(_ key: String, at span: SourceSpan) -> Finding {
    Finding(
      .missingKey, .error, at: span,
      Words(vi: "Khóa \(key.quoted) không có giá trị.", en: "The key \(key.quoted) has no value."),
      remedy: Words(
        vi: "Viết giá trị sau dấu hai chấm, hoặc xóa khóa này.",
        en: "Write a value after the colon, or delete the key."))
  }

  static func emptyItem(at span: SourceSpan) -> Finding {
    Finding(
      .missingKey, .error, at: span,
      Words(vi: "Ở đây không có giá trị.", en: "There is no value here."),
      remedy: Words(vi: "Viết giá trị, hoặc xóa chỗ này.", en: "Write a value, or delete this."))
  }

  static func missingKey(_ key: String, _ keys: KeySet, at span: SourceSpan) -> Finding {
    Finding(
      .missingKey, .error, at: span,
      Words(vi: "Thiếu “\(key)” trong \(keys.what.vi).", en: "“\(key)” is missing in \(keys.what.en)."),
      remedy: Words(keys.example(of: key)))
  }

  static func keysExclude(_ one: String, _ other: String, at span: SourceSpan) -> Finding {
    Finding(
      .wrongType, .error, at: span,
      Words(
        vi: "“\(one)” và “\(other)” không dùng cùng nhau.", en: "“\(one)” and “\(other)” do not go together."),
      remedy: Words(vi: "Giữ một trong hai.", en: "Keep one of the two."))
  }

  static func partsExclude(_ other: String, at span: SourceSpan) -> Finding {
    Finding(
      .wrongType, .error, at: span,
      Words(
        vi: "Chỉ tiêu có tác phẩm phát thành nhiều phần (parts) không dùng cùng “\(other)”.",
        en: "A line whose works go out in parts (parts) does not go together with “\(other)”."),
      remedy: Words(
        vi: "Bỏ “\(other)” ở chỉ tiêu này và ghi thành một chỉ tiêu riêng, hoặc bỏ parts.",
        en: "Take “\(other)” out of this line and write a line of its own for it, or leave out parts."))
  }

  static func placingUnused(_ keys: [String], because reason: String, at span: SourceSpan) -> Finding {
    let names = keys.joined(separator: ", ")
    return Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi: "Chỉ tiêu này không được xếp lịch (\(reason)), nên không dùng đến: \(names).",
        en: "This line is not scheduled (\(reason)), so these have no effect: \(names)."),
      remedy: Words(vi: "Xóa \(names), hoặc xóa \(reason).", en: "Delete \(names), or delete \(reason)."))
  }

  static func exceptWithoutRule(at span: SourceSpan) -> Finding {
    Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi: "Khung giờ không có quy tắc (rule), nên không dùng đến những ngày trừ ra (except).",
        en: "The grid line has no rule, so its exceptions (except) have no effect."),
      remedy: Words(
        vi: "Xóa except, hoặc xóa các ngày ấy ở dates.", en: "Delete except, or delete the days in dates."))
  }

  static func lengthOfReading(_ kind: Outlet.Kind, at span: SourceSpan) -> Finding {
    Finding(
      .unusedKey, .warning, at: span,
      Words(
        vi: "Khung giờ của \(kind.name.vi) không có giờ (at), nên không dùng đến thời lượng (length).",
        en:
          "The grid line of an outlet of kind \(kind.rawValue) has no hour (at), so its length has no effect."
      ),
      remedy: Words(vi: "Xóa length.", en: "Delete length."))
  }

  static func duplicateID(_ id: String, at span: SourceSpan, firstLine: Int) -> Finding {
    Finding(
      .duplicateID, .error, at: span,
      Words(
        vi: "Mã “\(id)” đã dùng ở dòng \(firstLine).",
        en: "The id “\(id)” is already used in line \(firstLine)."),
      remedy: Words(vi: "Đặt mã khác, ví dụ: \(id)-2", en: "Choose another, for example: \(id)-2"))
  }

  static func dayTwice(_ day: CivilDay, at span: SourceSpan) -> Finding {
    Finding(
      .duplicateID, .error, at: span,
      Words(
        vi: "Ngày \(day) có hai lần trong danh sách.", en: "The day \(day) is in the list twice."),
      remedy: Words(
        vi: "Xóa một lần; một ngày nhận nhiều tin, bài thì viết pieces: 2",
        en: "Delete one; where a day holds several works, write pieces: 2"))
  }

  static func weekdayTwice(_ day: Weekday, at span: SourceSpan) -> Finding {
    Finding(
      .duplicateID, .error, at: span,
      Words(
        vi: "\(day.code) (\(day.name.vi)) có hai lần trong danh sách.",
        en: "\(day.code) (\(day.name.en)) is in the list twice."),
      remedy: Words(vi: "Xóa một lần.", en: "Delete one."))
  }

  static func languageTwice(_ language: LanguageTag, at span: SourceSpan) -> Finding {
    let vi = BroadcastLanguage.name(of: language, in: .vietnamese)
    let en = BroadcastLanguage.name(of: language, in: .english)
    return Finding(
      .duplicateID, .error, at: span,
      Words(vi: "Tiếng \(vi) đã có người dịch ở trên.", en: "\(en) has a translator above already."),
      remedy: Words(vi: "Giữ một người dịch cho mỗi tiếng.", en: "Keep one translator for each language."))
  }

  static func namedTwice(_ id: String, _ kind: Words, at span: SourceSpan) -> Finding {
    Finding(
      .duplicateID, .error, at: span,
      Words(
        vi: "Danh sách nêu \(kind.vi) “\(id)” hai lần.", en: "The list names the \(kind.en) “\(id)” twice."),
      remedy: Words(vi: "Xóa một lần.", en: "Delete one."))
  }

  /// - Parameter references: All that name the id, in file order.
  static func unknownReference(
    _ references: [YAMLReader.Reference], meant near: String?, among ids: [String]
  ) -> Finding {
    let first = references[0]
    let kind = first.kind
    var seen = [first.span.place.line]
    for line in references.map(\.span.place.line) where line != seen.last { seen.append(line) }
    let lines = seen.dropFirst().prefix(10).map(String.init).joined(separator: ", ")
    let also = seen.count == 2 ? "line" : "lines"
    let list = ids.prefix(12).joined(separator: ", ") + (ids.count > 12 ? ", …" : "")
    return Finding(
      .unknownReference, .error, at: first.span,
      Words(
        vi: "Không có \(kind.vi) nào có mã \(first.id.quoted)"
          + (lines.isEmpty ? "." : " (cũng viết ở dòng \(lines))."),
        en: "There is no \(kind.en) with the id \(first.id.quoted)"
          + (lines.isEmpty ? "." : " (named in \(also) \(lines) too).")),
      remedy: near.map { Words(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?") }
        ?? (ids.isEmpty
          ? Words(
            vi: "Tệp chưa khai báo \(kind.vi) nào.", en: "The file declares no \(kind.en) yet.")
          : Words(vi: "Các mã đã có: \(list).", en: "The ids are: \(list).")))
  }
}
