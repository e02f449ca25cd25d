public import ScheduleModel

/// What became of logs that were taken into the ledger, for a person.
public enum ImportReport {
  /// A line for each file.
  public static func text(_ files: [LogImportSummary], isPreview: Bool, language: ReaderLanguage) -> String {
    files.map { sentence($0, isPreview: isPreview)[language].visible() + "\n" }.joined()
  }

  private static func sentence(_ file: LogImportSummary, isPreview: Bool) -> Words {
    var vi = ["đọc được \(grouped(file.read, in: .vietnamese)) dòng"]
    var en = ["\(grouped(file.read, in: .english)) \(file.read == 1 ? "row" : "rows") read"]
    func note(_ count: Int, _ words: (String) -> Words) {
      guard count > 0 else { return }
      vi.append(words(grouped(count, in: .vietnamese)).vi)
      en.append(words(grouped(count, in: .english)).en)
    }
    note(file.leftOut) { Words(vi: "không nhận \($0)", en: "\($0) left out") }
    vi.append("mới \(grouped(file.added, in: .vietnamese))")
    en.append("\(grouped(file.added, in: .english)) new")
    note(file.replacing) {
      Words(vi: "trong đó thay dòng cũ \($0)", en: "\($0) of them replacing earlier ones")
    }
    note(file.known) { Words(vi: "sổ đã có \($0)", en: "\($0) in the ledger already") }
    note(file.outranked) {
      Words(vi: "kém tin cậy hơn dòng đã có \($0)", en: "\($0) less reliable than what is there")
    }
    let end: Words =
      switch (file.recordedIn, isPreview) {
      case (nil, _): Words(vi: "sổ giữ nguyên", en: "the ledger stays as it is")
      case (_, true): Words(vi: "chưa ghi (xem trước)", en: "nothing written (preview)")
      case (let name?, false): Words(vi: "ghi vào ledger/\(name)", en: "recorded in ledger/\(name)")
      }
    return Words(
      vi: "\(file.file): " + vi.joined(separator: ", ") + "; \(end.vi).",
      en: "\(file.file): " + en.joined(separator: ", ") + "; \(end.en).")
  }
}
