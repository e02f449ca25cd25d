public import ScheduleModel

extension Schedule {
  /// The lines and versions that do not find enough slots, each with how many are missing: `“Tin” (tiếng Mông): thiếu 3`.
  public func lacks(_ plan: Plan) -> [Words] {
    unplaced.map { short in
      let line = plan.line(short.line)
      let title = line?.title ?? short.line
      let isOriginal = line.map { $0.languages.contains(short.language) } ?? true
      func spoken(_ language: ReaderLanguage) -> String {
        let name = BroadcastLanguage.name(of: short.language, in: language)
        return isOriginal ? "" : language == .vietnamese ? " (tiếng \(name))" : " (\(name))"
      }
      return Words(
        vi: "“\(title)”\(spoken(.vietnamese)) thiếu \(grouped(short.count, in: .vietnamese))",
        en: "“\(title)”\(spoken(.english)) lacks \(grouped(short.count, in: .english))")
    }
  }
}
