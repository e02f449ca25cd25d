import ScheduleModel

// What can be wrong with a file before its values are looked at.
extension Finding {
  static func fileTooLarge(_ file: String, bytes: Int) -> Finding {
    let limit = SourceText.largestFile >> 20
    return Finding(
      .fileTooLarge, .error, at: SourcePlace(file: file, line: 1),
      Words(
        vi: "Tệp có \(grouped(bytes, in: .vietnamese)) byte; chỉ đọc được tệp đến \(limit) MB.",
        en: "The file has \(grouped(bytes, in: .english)) bytes; files are read up to \(limit) MB."),
      remedy: Words(
        vi: "Kiểm tra lại có đúng tệp kế hoạch không; kế hoạch lớn thì tách theo kênh, đài.",
        en: "Check that this is the plan file; split a very large plan by outlet."))
  }

  static func lineTooLong(at place: SourcePlace, bytes: Int) -> Finding {
    let limit = SourceText.longestLine
    return Finding(
      .lineTooLong, .error, at: place,
      Words(
        vi: "Dòng có \(grouped(bytes, in: .vietnamese)) byte; chỉ đọc được dòng đến "
          + "\(grouped(limit, in: .vietnamese)) byte.",
        en: "The line has \(grouped(bytes, in: .english)) bytes; lines are read up to "
          + "\(grouped(limit, in: .english)) bytes."),
      remedy: Words(vi: "Ngắt thành nhiều dòng.", en: "Break it into several lines."))
  }

  static func notUTF8(at place: SourcePlace) -> Finding {
    Finding(
      .notUTF8, .error, at: place,
      Words(
        vi: "Từ chỗ này, tệp không theo mã UTF-8 (có thể là mã cũ như TCVN3, VNI, Windows-1258).",
        en: "From here on the file is not UTF-8 (perhaps an older encoding: TCVN3, VNI, Windows-1258)."),
      remedy: saveAsUTF8)
  }

  static func utf16(_ file: String) -> Finding {
    Finding(
      .notUTF8, .error, at: SourcePlace(file: file, line: 1),
      Words(vi: "Tệp theo mã UTF-16, không phải UTF-8.", en: "The file is UTF-16, not UTF-8."),
      remedy: saveAsUTF8)
  }

  private static let saveAsUTF8 = Words(
    vi: "Mở tệp và lưu lại, chọn mã hóa UTF-8.", en: "Open the file and save it with the encoding UTF-8.")

  static func controlCharacter(_ scalar: Unicode.Scalar, at span: SourceSpan) -> Finding {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Finding(
      .controlCharacter, .error, at: span,
      Words(
        vi: "Ở đây có ký tự điều khiển không nhìn thấy được, \(name).",
        en: "There is an invisible control character here: \(name)."),
      remedy: Words(vi: "Xóa ký tự đó, hoặc gõ lại đoạn này.", en: "Delete it, or type this again."))
  }

  static func emptyFile(_ file: String) -> Finding {
    let example = KeySet.plan.required.map(KeySet.plan.example).joined(separator: "\n")
    return Finding(
      .missingKey, .error, at: SourcePlace(file: file, line: 1),
      Words(vi: "Tệp chưa có nội dung nào.", en: "The file has no content."), remedy: Words(example))
  }

  static func moreFindings(_ count: Int, in file: String) -> Finding {
    Finding(
      .moreFindings, .error,
      Words(
        vi: "Số lỗi khác trong \(file) không nêu ở đây: \(grouped(count, in: .vietnamese)).",
        en: "More errors in \(file), which are not shown: \(grouped(count, in: .english))."),
      remedy: Words(
        vi: "Sửa các lỗi đã nêu rồi kiểm tra lại.", en: "Fix those that are shown, then check again."))
  }
}
