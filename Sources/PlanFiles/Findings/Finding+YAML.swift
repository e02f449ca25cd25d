import ScheduleModel
import Yams

// What can be wrong with a file as YAML.
extension Finding {
  static func yamlTooDeep(at span: SourceSpan) -> Finding {
    Finding(
      .yamlTooDeep, .error, at: span,
      Words(
        vi: "Các giá trị lồng nhau quá \(YAMLComposer.deepest) tầng.",
        en: "Values are nested more than \(YAMLComposer.deepest) deep."),
      remedy: Words(
        vi: "Kế hoạch chỉ cần sáu tầng: kiểm tra dấu ngoặc, gạch đầu dòng và thụt dòng.",
        en: "A plan needs six levels: check the brackets, the hyphens and the indentation."))
  }

  static func yamlAlias(at span: SourceSpan) -> Finding {
    Finding(
      .yamlAlias, .error, at: span,
      Words(
        vi: "Giá trị bắt đầu bằng & hoặc * là tham chiếu của YAML; tệp kế hoạch không dùng tham chiếu.",
        en: "A value that begins with & or * is a reference in YAML; plan files have none."),
      remedy: Words(
        vi: "Nếu đó là chữ thì đặt trong ngoặc kép; nếu là tham chiếu thì viết lại giá trị ở đây.",
        en: "Put it into quotes if it is text; if it is a reference, write the value out here."))
  }

  static func yamlTag(at span: SourceSpan) -> Finding {
    Finding(
      .yamlTag, .error, at: span,
      Words(
        vi: "Giá trị bắt đầu bằng ! là nhãn kiểu của YAML; tệp kế hoạch không dùng nhãn.",
        en: "A value that begins with ! has a type tag of YAML; plan files have none."),
      remedy: Words(
        vi: "Nếu đó là chữ thì đặt trong ngoặc kép; nếu không thì xóa nhãn.",
        en: "Put it into quotes if it is text; if not, delete the tag."))
  }

  static func secondDocument(at span: SourceSpan) -> Finding {
    Finding(
      .yamlSyntax, .error, at: span,
      Words(
        vi: "Dòng --- mở đầu một kế hoạch thứ hai trong cùng tệp; chỉ kế hoạch thứ nhất được đọc.",
        en: "The line --- begins a second plan in the same file; only the first is read."),
      remedy: Words(
        vi: "Chuyển kế hoạch thứ hai sang tệp khác, hoặc xóa dòng này.",
        en: "Move the second plan to a file of its own, or delete this line."))
  }

  /// - Parameter firstLine: The line in which the key stood first; `nil` when it is this one, and the key
  ///   stands again below.
  static func duplicateKey(_ key: String, at span: SourceSpan, firstLine: Int?) -> Finding {
    Finding(
      .duplicateKey, .error, at: span,
      firstLine.map {
        Words(
          vi: "Khóa \(key.quoted) đã có ở dòng \($0).",
          en: "The key \(key.quoted) is already in line \($0).")
      }
        ?? Words(
          vi: "Khóa \(key.quoted) còn được viết lại ở dưới.",
          en: "The key \(key.quoted) is written again further down."),
      remedy: Words(
        vi: "Giữ lại một, gộp nội dung nếu cần.",
        en: "Keep one of them, with the contents of both if need be."))
  }

  /// Why the parser could not go on, in words for a reader who does not know the parser.
  static func yamlSyntax(_ error: YamlError, source: SourceText) -> Finding {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let mistake = YAMLSyntaxError(
        problem: problem, at: place(mark, source), beganAt: context.map { place($0.mark, source) },
        source: source)
      return mistake.finding
    default:
      return YAMLSyntaxError(
        problem: "\(error)", at: SourcePlace(file: source.file, line: 1), beganAt: nil, source: source
      ).finding
    }
  }

  private static func place(_ mark: Mark, _ source: SourceText) -> SourcePlace {
    SourcePlace(file: source.file, line: mark.line, column: mark.column)
  }
}
