import ScheduleModel

/// What is wrong with the languages in which works are made, in both languages.
extension Finding {
  static func bilingualInOneLanguage(_ language: LanguageTag?, at span: SourceSpan) -> Finding {
    let example = "language: [\(language == .vietnamese ? "hmn" : "vi"), \(language?.tag ?? "hmn")]"
    return Finding(
      .badLanguage, .error, at: span,
      Words(
        vi: "Chương trình song ngữ (bilingual) cần ít nhất hai ngôn ngữ ở language.",
        en: "A bilingual programme needs two languages or more in language."),
      remedy: Words(
        vi: "Viết các ngôn ngữ, ví dụ: \(example), hoặc xóa bilingual.",
        en: "Name the languages, for example: \(example), or delete bilingual."))
  }

  /// A line whose works are each in one of several languages has something that follows from a work in its language.
  static func followsFromSeveralLanguages(_ key: String, at span: SourceSpan) -> Finding {
    Finding(
      .wrongType, .error, at: span,
      Words(
        vi:
          "Mỗi tác phẩm của chỉ tiêu này bằng một trong nhiều ngôn ngữ (language), nên không dùng được “\(key)”: lượt sau "
          + "phải cùng ngôn ngữ với tác phẩm.",
        en:
          "Each work of this line is in one of several languages (language), so “\(key)” cannot be used: what follows must be "
          + "in the language of the work."),
      remedy: Words(
        vi:
          "Tách thành mỗi ngôn ngữ một chỉ tiêu, hoặc viết quota theo từng ngôn ngữ, ví dụ: quota: { km: 52 kỳ, cjm: 26 kỳ }",
        en:
          "Write a line for each language, or a quota for each, for example: quota: { km: 52 kỳ, cjm: 26 kỳ }"
      ))
  }

  static func versionInOriginalLanguage(_ language: LanguageTag, at span: SourceSpan) -> Finding {
    let vi = BroadcastLanguage.name(of: language, in: .vietnamese)
    let en = BroadcastLanguage.name(of: language, in: .english)
    return Finding(
      .badLanguage, .error, at: span,
      Words(
        vi: "Bản gốc của chỉ tiêu này đã bằng tiếng \(vi), không có bản dịch sang tiếng đó.",
        en: "The originals of this line are in \(en) already; there are no versions in it."),
      remedy: Words(
        vi: "Xóa \(language) ở into, hoặc ghi ngôn ngữ của bản gốc ở language.",
        en: "Delete \(language) from into, or name the language of the originals in language."))
  }

  static func quotaTwice(_ language: LanguageTag, at span: SourceSpan) -> Finding {
    let vi = BroadcastLanguage.name(of: language, in: .vietnamese)
    let en = BroadcastLanguage.name(of: language, in: .english)
    return Finding(
      .duplicateID, .error, at: span,
      Words(vi: "Tiếng \(vi) đã có chỉ tiêu ở trên.", en: "\(en) has a quota above already."),
      remedy: Words(vi: "Giữ một số cho mỗi tiếng.", en: "Keep one figure for each language."))
  }

  static func quotaLanguagesDiffer(_ languages: [LanguageTag], at span: SourceSpan) -> Finding {
    let tags = languages.map(\.tag).joined(separator: ", ")
    return Finding(
      .badLanguage, .error, at: span,
      Words(
        vi: "language nêu các ngôn ngữ khác với quota (\(tags)).",
        en: "language names other languages than quota (\(tags))."),
      remedy: Words(
        vi: "Xóa language, vì quota đã nêu; hoặc viết: language: [\(tags)]",
        en: "Delete language, since quota names them; or write: language: [\(tags)]"))
  }

  /// Works in one of several languages lie in openings that carry more than one of these.
  static func languageLeftOpen(_ line: PlanLine, in grid: [String]) -> Finding {
    let list = grid.map { "“\($0)”" }.joined(separator: ", ")
    let all = line.languages.all
    let (first, tags) = (line.languages.main, all.map(\.tag))
    let quota = tags.map { "\($0): …" }.joined(separator: ", ")
    return Finding(
      .badLanguage, .warning, at: line.span,
      Words(
        vi:
          "Mỗi tác phẩm của \(line.title.quoted) bằng một trong các tiếng \(line.languages.names(in: .vietnamese)), mà khung giờ "
          + "\(list) mang nhiều tiếng trong đó: không rõ buổi nào tiếng nào, nên mọi buổi được xếp là tiếng "
          + "\(BroadcastLanguage.name(of: first, in: .vietnamese)).",
        en:
          "Each work of \(line.title.quoted) is in one of \(line.languages.names(in: .english)), and the grid line \(list) carries "
          + "several of these: which opening has which language is not said, so all are scheduled in "
          + "\(BroadcastLanguage.name(of: first, in: .english))."),
      remedy: Words(
        vi:
          "Tách khung giờ, mỗi khung một tiếng (languages: [\(tags[0])]); hoặc giao riêng từng tiếng theo văn bản: quota: { "
          + "\(quota) }",
        en:
          "Write a grid line for each language (languages: [\(tags[0])]), or the figure of each as the document states it: "
          + "quota: { \(quota) }"))
  }

  /// Grid lines of the line's outlets there are, but none in the language of its works.
  static func worksWithoutGrid(_ languages: WorkLanguages, _ line: PlanLine) -> Finding {
    let tags = languages.all.map(\.tag).joined(separator: ", ")
    return Finding(
      .languageWithoutGrid, .warning, at: line.span,
      Words(
        vi:
          "\(line.title.quoted) làm bằng tiếng \(languages.names(in: .vietnamese)) nhưng các kênh của nó không có khung giờ "
          + "nào mang tiếng đó, nên không xếp lịch được.",
        en:
          "\(line.title.quoted) is made in \(languages.names(in: .english)), but no grid line of its outlets carries that, so "
          + "it cannot be scheduled."),
      remedy: Words(
        vi: "Ghi ở khung giờ: languages: [\(tags)]", en: "Write at a grid line: languages: [\(tags)]"))
  }
}
