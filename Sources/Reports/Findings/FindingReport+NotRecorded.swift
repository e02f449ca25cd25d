public import ScheduleModel

extension FindingReport {
  /// One line that names the working files that count although the Book does not have them; `nil` when there is none.
  public static func notRecorded(_ findings: [Finding], _ language: ReaderLanguage) -> String? {
    let files = findings.filter { $0.code == .notRecorded && $0.severity == .info }.compactMap {
      $0.place?.file
    }
    guard !files.isEmpty else { return nil }
    // The folder tells logs and declared figures apart; what lies before it is the reader's own.
    let names = files.map { $0.split(separator: "/").suffix(2).joined(separator: "/").visible() }
    let list = names.joined(separator: ", ")
    return Words(
      vi: "Tính cả tệp chưa ghi vào sổ: \(list). Ghi bằng: lichsong import KẾ-HOẠCH TỆP.",
      en: "Counted although not recorded in the Book yet: \(list). To record: lichsong import PLAN FILE."
    )[language]
  }
}
