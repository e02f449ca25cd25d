public import ScheduleModel

/// The proposal of a draft as a file `published.yaml`, for a person to confirm.
public enum PublishedText {
  /// The text of the file. What is doubtful stands in comments, so that nothing is judged by it until somebody takes the
  /// marks away.
  public static func text(_ draft: ReportDraft, language: ReaderLanguage) -> String {
    let published = draft.published
    var text = PlanText.comment(head(published.source)[language])
    text += "source: \(PlanText.quoted(published.source))\nproposed: true\n"
    func section(_ key: String, _ items: [(id: String, fields: [(String, String)])]) {
      guard !items.isEmpty else { return }
      let isOpen = items.contains { draft.doubts[$0.id] == nil }
      text += (isOpen ? "" : "# ") + "\(key):\n"
      for (id, fields) in items {
        let doubt = draft.doubts[id]
        if let doubt {
          let ask = Words(vi: "Bỏ dấu # nếu đúng", en: "Take the # away if it is one")
          text += PlanText.comment("\(ask[language]): \(doubt[language]).", indent: 2)
        }
        let all = [("id", id)] + fields
        let line = "- { \(all.map { "\($0): \($1)" }.joined(separator: ", ")) }"
        let place = draft.places[id].map { "  # " + PlanText.plainComment($0[language]) } ?? ""
        text += "  \(doubt == nil ? "" : "# ")\(line)\(place)\n"
      }
    }
    section("figures", published.figures.map { ($0.id, fields($0)) })
    if published.figures.isEmpty, published.ratios.isEmpty { text += "figures: []\n" }
    section(
      "sums",
      published.sums.map { sum in
        (
          sum.id,
          [("title", PlanText.quoted(sum.title)), ("of", "[\(sum.of.joined(separator: ", "))]")]
            + (draft.terms[sum.id]?.first.map { [("stated", $0)] } ?? []) + says(sum.says)
        )
      })
    section(
      "ratios",
      published.ratios.map { ratio in
        let terms = draft.terms[ratio.id] ?? []
        return (
          ratio.id,
          [
            ("title", PlanText.quoted(ratio.title)),
            ("stated", PlanText.quoted(ratio.stated.text(in: .vietnamese))),
          ] + (terms.count == 2 ? [("part", terms[0]), ("whole", terms[1])] : []) + says(ratio.says)
        )
      })
    section(
      "shares",
      published.shares.map { shares in
        let of = shares.of.map { PlanText.quoted($0.text(in: .vietnamese)) }.joined(separator: ", ")
        return (shares.id, [("title", PlanText.quoted(shares.title)), ("of", "[\(of)]")])
      })
    return text
  }

  private static func head(_ source: String) -> Words {
    Words(
      vi: """
        Đề xuất của lichsong audit từ dự thảo “\(source)”, chưa có người xác nhận.
        Đối chiếu từng số liệu với dự thảo, xóa tổng và tỷ lệ không đúng, bỏ dấu # trước những dòng đúng,
        rồi xóa dòng proposed: true. Từ lúc đó lichsong audit kết luận đúng sai.
        """,
      en: """
        Proposed by lichsong audit from the draft “\(source)”; nobody has confirmed it.
        Hold each figure against the draft, delete sums and percentages that are none, take the # away before lines that
        are right, then delete the line proposed: true. From then on lichsong audit judges it.
        """)
  }

  private static func fields(_ figure: PublishedFigure) -> [(String, String)] {
    let value = figure.quantity.map { PlanText.quoted($0.text(in: .vietnamese)) } ?? "không có số liệu"
    return [("title", PlanText.quoted(figure.title)), ("value", value)] + says(figure.says)
  }

  private static func says(_ words: String?) -> [(String, String)] {
    words.map { [("says", PlanText.quoted($0))] } ?? []
  }
}

extension PlanText {
  /// A text at the end of a line of YAML, on that line.
  fileprivate static func plainComment(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
