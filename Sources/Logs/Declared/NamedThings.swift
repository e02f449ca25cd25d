import ScheduleModel

/// Finds things of the plan by id, or by a name that only one of them has (``NameIndex``).
struct NamedThings {
  /// What one of them is called.
  private let kind: Words
  private let byID: [String: String]
  private let byName: NameIndex
  private let names: [String]
  private let things: [(id: String, name: String)]
  /// What to write, or to do with the plan, when none is named; in small letters, to follow on a condition.
  private let wanted: Words

  init(_ kind: Words, _ things: [(id: String, name: String)], wanted: Words) {
    self.kind = kind
    self.wanted = wanted
    self.things = things
    names = things.flatMap { [$0.id, $0.name] }
    byID = Dictionary(things.map { (FoldedText($0.id).text, $0.id) }, uniquingKeysWith: { first, _ in first })
    byName = NameIndex(things)
  }

  /// The id of the thing that a text names; an id has no diacritics.
  func id(_ text: String) -> String? {
    let named = byName.id(named: text)
    return text.utf8.allSatisfy { $0 < 0x80 } ? byID[FoldedText(text).text] ?? named : named
  }

  /// The things that a text names in passing, by their whole names or by what follows the first word of them: “huyện Bắc
  /// Sơn” and “Bắc Sơn”.
  func named(within text: String) -> [String] {
    let words = " \(NameIndex.folded(text)) "
    return things.filter { thing in
      let name = NameIndex.folded(thing.name)
      let place = name.split(separator: " ").dropFirst()
      return words.contains(" \(name) ")
        || place.count > 1 && words.contains(" \(place.joined(separator: " ")) ")
    }.map(\.id)
  }

  /// The first name of a thing.
  func name(_ id: String) -> String { things.first { $0.id == id }?.name ?? id }

  /// That a text names none of them, or more than one.
  func unknown(_ text: String) -> RemediedFault {
    let exact = byName.ids(named: text)
    let several = (exact.isEmpty ? endings(text).map(\.id) : exact).joined(separator: ", ")
    if !exact.isEmpty || several.contains(", ") {
      return RemediedFault(
        Words(
          vi: "kế hoạch có nhiều \(kind.vi) tên “\(cut(text))” (ghi mã: \(several))",
          en: "the plan has more than one \(kind.en) “\(cut(text))” (write the id: \(several))"),
        remedy: Words(
          vi: "Ghi mã của đúng \(kind.vi) mà báo cáo nói đến.",
          en: "Write the id of the \(kind.en) that the report means."))
    }
    let near = Suggestion.nearest(to: text, among: names) ?? within(text)
    return RemediedFault(
      Words(
        vi: "kế hoạch không có \(kind.vi) “\(cut(text))”" + (near.map { " (có phải là “\($0)”?)" } ?? ""),
        en: "the plan has no \(kind.en) “\(cut(text))”" + (near.map { " (did you mean “\($0)”?)" } ?? "")),
      remedy: Words(
        vi: near.map { "Nếu đúng là “\($0)” thì ghi như vậy; nếu không, " } ?? "",
        en: near.map { "If it is “\($0)”, write that; if not, " } ?? ""
      )
      .followed(by: wanted))
  }

  /// The only name that one has when an office is named by its place, or a place by its office: “UBND huyện A” and
  /// “Huyện A”.
  private func within(_ text: String) -> String? {
    let wanted = NameIndex.folded(text)
    let found = things.filter { thing in
      let folded = NameIndex.folded(thing.name)
      return Self.ends(wanted, with: folded) || Self.ends(folded, with: wanted)
    }
    return Set(found.map(\.id)).count == 1 ? found.first?.name : nil
  }

  /// The things whose names end with a text: “Huyện Hòa Bình” and “Thành phố Hòa Bình” for “Hòa Bình”.
  private func endings(_ text: String) -> [(id: String, name: String)] {
    let wanted = NameIndex.folded(text)
    return wanted.isEmpty ? [] : things.filter { NameIndex.folded($0.name).hasSuffix(" " + wanted) }
  }

  private static func ends(_ whole: String, with end: String) -> Bool {
    end.contains(" ") && whole.hasSuffix(" " + end)
  }
}

extension Words {
  /// The words with others behind them, which begin with a capital unless something stands before them.
  fileprivate func followed(by more: Words) -> Words {
    func joined(_ head: String, _ tail: String) -> String {
      head.isEmpty ? tail.prefix(1).uppercased() + tail.dropFirst() : head + tail
    }
    return Words(vi: joined(vi, more.vi), en: joined(en, more.en))
  }
}
