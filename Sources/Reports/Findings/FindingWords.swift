import ScheduleModel

/// The words around findings.
enum FindingWords {
  static let none = Words(vi: "Không có vấn đề nào.", en: "No findings.")
  static let remedy = Words(vi: "Cách sửa", en: "remedy")

  static func name(of severity: Finding.Severity) -> Words {
    switch severity {
    case .error: Words(vi: "lỗi", en: "error")
    case .warning: Words(vi: "cảnh báo", en: "warning")
    case .info: Words(vi: "lưu ý", en: "note")
    }
  }

  /// "3 lỗi", "3 errors", "1 error".
  static func count(_ count: Int, _ severity: Finding.Severity) -> Words {
    let name = name(of: severity)
    return Words(
      vi: "\(grouped(count, in: .vietnamese)) \(name.vi)",
      en: "\(grouped(count, in: .english)) \(name.en)\(count == 1 ? "" : "s")")
  }
}
