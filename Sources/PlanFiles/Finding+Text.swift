import ScheduleModel
import Yams

// What can be wrong with a file before its values are looked at.
extension Finding {
  static func fileTooLarge(_ file: String, bytes: Int) -> Finding {
    let limit = SourceText.largestFile >> 20
    return Finding(
      .fileTooLarge, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp có \(bytes) byte; tệp kế hoạch được đọc tối đa \(limit) MB.",
        en: "The file has \(bytes) bytes; a plan file is read up to \(limit) MB."),
      remedy: Words(
        vi: "Kiểm tra lại có đúng tệp kế hoạch không; kế hoạch lớn thì tách theo kênh, đài.",
        en: "Check that this is the plan file; split a very large plan by outlet."))
  }

  static func lineTooLong(at place: SourcePlace, bytes: Int) -> Finding {
    Finding(
      .lineTooLong, .error, at: place,
      Words(
        vi: "Dòng có \(bytes) byte; một dòng được đọc tối đa \(SourceText.longestLine) byte.",
        en: "The line has \(bytes) bytes; a line is read up to \(SourceText.longestLine) bytes."),
      remedy: Words(vi: "Ngắt thành nhiều dòng.", en: "Break it into several lines."))
  }

  static func notUTF8(at place: SourcePlace) -> Finding {
    Finding(
      .notUTF8, .error, at: place,
      Words(vi: "Từ dòng này, tệp không phải mã UTF-8.", en: "From this line on the file is not UTF-8."),
      remedy: Words(vi: "Lưu lại tệp với mã hóa UTF-8.", en: "Save the file again with the encoding UTF-8."))
  }

  static func controlCharacter(_ byte: UInt8, at place: SourcePlace) -> Finding {
    let name = "U+00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    return Finding(
      .controlCharacter, .error, at: place,
      Words(vi: "Có ký tự điều khiển \(name).", en: "There is a control character, \(name)."),
      remedy: Words(vi: "Xóa ký tự đó.", en: "Delete it."))
  }

  static func yamlTooDeep(at place: SourcePlace) -> Finding {
    Finding(
      .yamlTooDeep, .error, at: place,
      Words(
        vi: "Các mục lồng nhau quá \(YAMLGuard.deepest) tầng.",
        en: "Values are nested more than \(YAMLGuard.deepest) deep."),
      remedy: Words(
        vi: "Kế hoạch chỉ cần sáu tầng; kiểm tra ngoặc và thụt dòng.",
        en: "A plan needs six levels; check the brackets and the indentation."))
  }

  static func yamlAlias(at place: SourcePlace) -> Finding {
    Finding(
      .yamlAlias, .error, at: place,
      Words(
        vi: "Ký hiệu tham chiếu của YAML (& hoặc *) không dùng trong tệp kế hoạch.",
        en: "Anchors and aliases of YAML (& and *) are not used in plan files."),
      remedy: Words(
        vi: "Viết lại giá trị; chữ bắt đầu bằng & hoặc * thì đặt trong ngoặc kép.",
        en: "Write the value out; put a text that begins with & or * into quotes."))
  }

  static func missingRoot(file: String) -> Finding {
    Finding(
      .missingKey, .error, at: SourcePlace(file: file, line: 1),
      Words(vi: "Tệp trống.", en: "The file is empty."),
      remedy: Words("plan: \ntitle: \nyear: \noutlets: {}\nlines: []"))
  }

  static func yamlSyntax(_ error: YamlError?, source: SourceText) -> Finding {
    let problem: String
    var mark: Mark?
    switch error {
    case .scanner(_, let text, let at, _)?, .parser(_, let text, let at, _)?,
      .composer(_, let text, let at, _)?:
      (problem, mark) = (text, at)
    case .reader(let text, _, _, _)?: problem = text
    case .duplicatedKeysInMapping(let keys, let context)?:
      return duplicateKey(
        keys, at: SourcePlace(file: source.file, line: context.mark.line, column: context.mark.column))
    default: problem = "unreadable"
    }
    return Finding(
      .yamlSyntax, .error,
      at: SourcePlace(file: source.file, line: mark?.line ?? 1, column: mark?.column ?? 1),
      Words(
        vi: "Từ chỗ này không đọc được YAML (thư viện báo: \(problem)).",
        en: "From here on this is not YAML (the library says: \(problem))."),
      remedy: Words(
        vi: "Kiểm tra dấu cách sau “:”, ngoặc chưa đóng, thụt dòng (không dùng phím Tab), "
          + "và đặt trong ngoặc kép những chữ có dấu “: ”.",
        en: "Check for a blank after “:”, an open bracket or quote, and the indentation (no tabs); "
          + "put texts that contain “: ” into quotes."))
  }

  private static func duplicateKey(_ keys: [String], at place: SourcePlace) -> Finding {
    let names = keys.map { "“\($0)”" }.joined(separator: ", ")
    return Finding(
      .duplicateKey, .error, at: place, width: keys.first?.unicodeScalars.count ?? 1,
      Words(
        vi: "Khóa \(names) được viết hơn một lần ở cùng một chỗ.",
        en: "The key \(names) is written more than once in one place."),
      remedy: Words(vi: "Giữ lại một.", en: "Keep one of them."))
  }
}
