public import ScheduleModel

/// What a publication recorded.
public enum PublicationReport {
  /// One sentence.
  public static func text(_ receipt: PublicationReceipt, language: ReaderLanguage) -> String {
    guard let file = receipt.file else {
      return Words(
        vi: "Không có gì mới để phát hành; sổ giữ nguyên.\n",
        en: "Everything is published already; the Book stays as it is.\n")[language]
    }
    func count(_ number: Int) -> String { grouped(number, in: language) }
    return Words(
      vi:
        "Đã phát hành: thêm \(count(receipt.added)), dời \(count(receipt.moved)), bỏ \(count(receipt.withdrawn)), "
        + "cập nhật \(count(receipt.told)); lịch có \(count(receipt.placements)) lượt. Ghi vào book/\(file).\n",
      en:
        "Published: \(count(receipt.added)) added, \(count(receipt.moved)) moved, \(count(receipt.withdrawn)) "
        + "withdrawn, \(count(receipt.told)) updated; \(counted(receipt.placements, "placement")) in all. Recorded in "
        + "book/\(file).\n")[language]
  }

  /// What is to be published and has less than the plan promises, before it is recorded; `nil` where nothing is short.
  public static func shortages(_ short: [ScheduleShortage], language: ReaderLanguage) -> String? {
    guard !short.isEmpty else { return nil }
    let head = Words(
      vi: "Lịch này ít hơn kế hoạch giao; phát hành được, số giao vẫn như cũ:",
      en:
        "This schedule has less than the plan promises; it can be published, and the quotas stay as they are:"
    )
    return head[language] + short.map { "\n  " + sentence($0)[language] }.joined() + "\n"
  }

  /// What is short: how much of it is planned, scheduled and missing.
  package static func sentence(_ short: ScheduleShortage) -> Words {
    func count(_ number: Int, _ language: ReaderLanguage) -> String { grouped(number, in: language) }
    return Words(
      vi:
        "\(short.what.vi): kế hoạch \(count(short.asked, .vietnamese)), xếp lịch \(count(short.found, .vietnamese)), "
        + "thiếu \(count(short.missing, .vietnamese))",
      en:
        "\(short.what.en): \(count(short.asked, .english)) planned, \(count(short.found, .english)) scheduled, "
        + "\(count(short.missing, .english)) short")
  }

  /// The same for scripts.
  public static func json(_ receipt: PublicationReceipt, findings: [Finding], language: ReaderLanguage)
    -> String
  {
    JSONText.of(
      Page(
        entry: receipt.entry, file: receipt.file, added: receipt.added, moved: receipt.moved,
        withdrawn: receipt.withdrawn, told: receipt.told, placements: receipt.placements,
        short: receipt.short.map(ShortageRow.init), findings: FindingRow.rows(findings, language)))
  }

  private struct Page: Encodable {
    @OrNull var entry: String?
    @OrNull var file: String?
    let added: Int
    let moved: Int
    let withdrawn: Int
    let told: Int
    let placements: Int
    let short: [ShortageRow]
    let findings: [FindingRow]
  }
}
