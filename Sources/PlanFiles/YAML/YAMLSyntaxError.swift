import ScheduleModel

/// A place where the YAML parser could not go on, and what it said.
///
/// The parser (libyaml) names what it expected, often far behind the mistake. The few mistakes that people
/// really make are recognised by that and told in plain words, where they begin.
struct YAMLSyntaxError {
  let problem: String
  let at: SourcePlace
  /// Where what was being read began: a key, a quote, a bracket.
  let beganAt: SourcePlace?
  let source: SourceText

  var finding: Finding {
    let here = source.word(at: at)
    let there = source.word(at: beganAt ?? at)
    let first = source.rest(from: at).first
    switch problem {
    case _ where problem.hasPrefix("Maximum nesting level"): return .yamlTooDeep(at: here)
    case "did not find expected alphabetic or numeric character": return .yamlAlias(at: there)
    case "found undefined tag handle", "did not find expected tag URI", "did not find expected '!'":
      return .yamlTag(at: there)
    case "mapping values are not allowed in this context": return Self.syntax(Self.secondColon, at: here)
    case "found unexpected ':'": return Self.syntax(Self.bareColon, at: here)
    case "could not find expected ':'": return Self.syntax(Self.noColon, at: source.line(at: beganAt ?? at))
    case "found unexpected end of stream", "found unexpected document indicator":
      return Self.syntax(Self.openQuote, at: SourceSpan(beganAt ?? at, width: 1))
    case "did not find expected ',' or ']'": return brackets("]")
    case "did not find expected ',' or '}'": return brackets("}")
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context",
      "mapping keys are not allowed in this context", "did not find expected <document start>":
      return first == "\t" ? Self.syntax(Self.tab, at: here) : Self.syntax(Self.indentation, at: here)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return Self.syntax(Self.escape, at: here)
    case _ where first == "\t" || problem.contains("tab character"): return Self.syntax(Self.tab, at: here)
    case "found character that cannot start any token", "did not find expected node content":
      return Self.syntax(Self.start, at: here)
    case "did not find expected comment or line break"
    where source.rest(from: beganAt ?? at).first.map { "|>".unicodeScalars.contains($0) } ?? false:
      return Self.syntax(Self.block, at: here)
    default: return Self.syntax(Self.other(problem), at: here)
    }
  }

  /// A comma or the closing bracket is missing: where the next thing is when that is the same line,
  /// otherwise at the opening one.
  private func brackets(_ closing: String) -> Finding {
    let place = beganAt.map { $0.line < at.line ? $0 : at } ?? at
    let words = (
      Words(
        vi: "Trong ngoặc thiếu dấu phẩy, hoặc chưa có dấu \(closing) đóng lại.",
        en: "In the brackets a comma is missing, or the closing \(closing)."),
      Words(
        vi: "Thêm dấu phẩy hoặc \(closing); chữ có dấu phẩy, ngoặc hoặc “: ” thì đặt trong ngoặc kép.",
        en: "Add a comma or \(closing); put a text with commas, brackets or “: ” into quotes.")
    )
    return Self.syntax(words, at: SourceSpan(place, width: 1))
  }

  private static func syntax(_ words: (message: Words, remedy: Words), at span: SourceSpan) -> Finding {
    Finding(.yamlSyntax, .error, at: span, words.message, remedy: words.remedy)
  }

  private static let secondColon = (
    Words(
      vi: "Trong dòng này có dấu hai chấm thứ hai, hoặc dòng trên chưa kết thúc.",
      en: "This line has a second colon, or the line above has not ended."),
    Words(
      vi: "Chữ có dấu “: ” thì đặt trong ngoặc kép, ví dụ title: \"Chuyên mục: Cải cách hành chính\"",
      en: "Put a text that has “: ” into quotes, such as title: \"Chuyên mục: Cải cách hành chính\"")
  )
  private static let bareColon = (
    Words(
      vi: "Sau dấu hai chấm ở đây không có giá trị, hoặc thiếu dấu cách.",
      en: "After this colon there is no value, or no blank."),
    Words(vi: "Viết ví dụ { length: 15m }", en: "Write for example { length: 15m }")
  )
  private static let noColon = (
    Words(
      vi: "Dòng này không có “khóa: giá trị”: thiếu dấu hai chấm, hoặc sau dấu hai chấm thiếu dấu cách.",
      en: "This line is not “key: value”: the colon is missing, or the blank after it."),
    Words(
      vi: "Viết ví dụ title: Tin tức; nếu là phần tiếp của dòng trên thì thụt vào thêm hai dấu cách.",
      en: "Write for example title: News; if it continues the line above, indent it by two more blanks.")
  )
  private static let openQuote = (
    Words(
      vi: "Dấu ngoặc kép mở ở đây không được đóng lại.", en: "The quote that opens here is never closed."),
    Words(vi: "Thêm dấu ngoặc đóng ở cuối chữ.", en: "Add the closing quote at the end of the text.")
  )
  private static let indentation = (
    Words(
      vi: "Chỗ này không khớp với các dòng trên: thụt dòng lệch, hoặc có chữ thừa sau dấu ngoặc.",
      en: "This does not fit the lines above: the indentation is off, or something follows a closing quote."),
    Words(
      vi: "Các khóa cùng một mục thì thụt vào bằng nhau, bằng dấu cách.",
      en: "Indent the keys of one thing by the same number of blanks.")
  )
  private static let tab = (
    Words(
      vi: "Ở đây có phím Tab; YAML chỉ thụt dòng bằng dấu cách.",
      en: "This line is indented with a tab; indent YAML with spaces only."),
    Words(vi: "Thay mỗi Tab bằng hai dấu cách.", en: "Replace each tab by two blanks.")
  )
  private static let start = (
    Words(
      vi: "Giá trị không bắt đầu bằng ký tự này được.", en: "A value cannot begin with this character."),
    Words(vi: "Đặt giá trị trong ngoặc kép.", en: "Put the value into quotes.")
  )
  private static let escape = (
    Words(
      vi: "Trong ngoặc kép \"…\", dấu \\ có nghĩa riêng và không đi với chữ này.",
      en: "Within \"…\" the sign \\ has a meaning of its own, and none with this letter."),
    Words(vi: "Viết \\\\ hoặc dùng ngoặc đơn '…'.", en: "Write \\\\ or use single quotes '…'.")
  )
  private static let block = (
    Words(
      vi: "Sau dấu | hoặc > phải xuống dòng.", en: "After | or > the text begins in the next line."),
    Words(vi: "Xuống dòng, hoặc đặt chữ trong ngoặc kép.", en: "Break the line, or put the text into quotes.")
  )

  private static func other(_ problem: String) -> (Words, Words) {
    (
      Words(
        vi: "Từ chỗ này không đọc được YAML (thư viện báo: \(problem)).",
        en: "From here on this is not YAML (the library says: \(problem))."),
      Words(
        vi: "Kiểm tra dấu cách sau “:”, ngoặc chưa đóng và thụt dòng.",
        en: "Check for a blank after “:”, an open bracket or quote, and the indentation.")
    )
  }
}

extension SourceText {
  /// The rest of a line, without the blanks at its end.
  func line(at place: SourcePlace) -> SourceSpan {
    let rest = rest(from: place)
    return SourceSpan(
      place, width: max(1, rest.count - rest.reversed().prefix { $0.properties.isWhitespace }.count))
  }
}
