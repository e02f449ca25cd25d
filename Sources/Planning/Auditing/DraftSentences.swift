import ScheduleModel

/// The sums and percentages that a clause of running text states.
struct DraftSentences {
  /// A figure of the clause that belongs to a sum or percentage.
  struct Figure {
    let quantity: Quantity
    /// The words before it.
    let title: String
  }

  /// A sum, by the indices of its figures.
  struct Sum {
    let whole: Int
    let parts: [Int]
    let doubt: Words?
  }

  /// A percentage, by the indices of its figures; `nil` where the clause does not tell of what it is one.
  struct Ratio {
    let stated: Percentage
    let title: String
    let terms: (part: Int, whole: Int)?
  }

  /// The figures, in their order.
  private(set) var figures: [Figure] = []
  private(set) var sums: [Sum] = []
  private(set) var ratios: [Ratio] = []
  /// Figures behind “trong đó” that are larger than the whole, by their indices.
  private(set) var above: [(part: Int, whole: Int)] = []

  private let parts: [PrintedPart]
  /// The clause, and which characters of it are the words of each part.
  private let characters: [Character]
  private let ranges: [[Range<Int>]]
  /// The index in ``figures`` of each figure among the parts.
  private var positions: [Int: Int] = [:]
  /// The same of fractions: their part and their whole.
  private var fractions: [Int: (part: Int, whole: Int)] = [:]

  /// Reads a clause.
  init(_ clause: String) {
    let pieces = PrintedPart.pieces(of: clause)
    parts = pieces.map(\.part)
    ranges = pieces.map(\.words)
    characters = Array(clause)
    for (position, part) in parts.enumerated() {
      switch part {
      case .figure(let quantity, let unit):
        positions[position] = figures.count
        let known = Quantity(
          quantity.amount, quantity.qualifier, unit.map(Self.forms) ?? ReportDraft.unstated)
        figures.append(Figure(quantity: known, title: title(before: position, unit: unit)))
      case .fraction(let part, let whole, let unit):
        let unit = unit.map(Self.forms) ?? ReportDraft.unstated
        fractions[position] = (figures.count, figures.count + 1)
        let title = title(before: position, unit: unit)
        figures.append(Figure(quantity: Quantity(part, unit), title: title))
        figures.append(Figure(quantity: Quantity(whole, unit), title: "\(title) – \(Self.allOfThem)"))
      case .words, .percentage: break
      }
    }
    for position in parts.indices { readRatio(at: position) }
    for position in parts.indices { readSum(at: position) }
  }

  private static let allOfThem = "tổng số"

  /// "tin bài" counts what "tin, bài" does.
  private static func forms(_ unit: CountingUnit) -> CountingUnit {
    CountingUnit(
      unit.forms.flatMap { form in
        let words = form.split(separator: " ").map(String.init)
        let areForms =
          words.starts(with: ["tin", "bài"]) && words.allSatisfy { CountingUnit([$0]).kind == .works }
        return areForms ? words : [form]
      })
  }

  /// Clauses end with a point or a semicolon before a blank; an abbreviation such as "TP." or "H." ends none, nor does a
  /// semicolon before what belongs to the figures before it: "200 tin, bài; trong đó…".
  ///
  /// - Returns: Each with how many line breaks are before it.
  static func clauses(of text: String) -> [(line: Int, text: String)] {
    var clauses: [(line: Int, text: String)] = []
    for (line, text) in pieces(of: text) {
      let words = FoldedText(text).text + " "
      let isTotal = words.hasPrefix("tong cong ")
      let isAmong = ["trong do ", "gom ", "bao gom ", "of which "].contains(where: words.hasPrefix)
      var whole = text
      var first = line
      // A total takes all that semicolons part before it, “trong đó” only what is just before it.
      while isTotal || isAmong, let last = clauses.last,
        last.text.hasSuffix(";") || isAmong && line > last.line && last.text.hasSuffix("."),
        isTotal || whole == text
      {
        (first, whole) = (last.line, last.text + " " + whole)
        clauses.removeLast()
      }
      clauses.append((first, whole))
    }
    return clauses
  }

  /// What points and semicolons part.
  private static func pieces(of text: String) -> [(line: Int, text: String)] {
    var pieces: [(line: Int, text: String)] = []
    var (piece, word) = ("", "")
    var (line, first) = (0, 0)
    let characters = Array(text)
    func end() {
      let words = piece.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      if !words.isEmpty { pieces.append((first, words)) }
      piece = ""
    }
    for (index, character) in characters.enumerated() {
      if character.isNewline { line += 1 } else if piece.allSatisfy(\.isWhitespace) { first = line }
      piece.append(character)
      let isBeforeBlank = index + 1 == characters.count || characters[index + 1].isWhitespace
      let isAbbreviation = word.count <= 2 && !word.isEmpty && word.allSatisfy(\.isUppercase)
      // "1." and "2.1." at the head number the paragraph.
      let isMark = pieces.isEmpty && piece.allSatisfy { $0.isNumber || $0 == "." || $0.isWhitespace }
      if ";?!.".contains(character), isBeforeBlank, character != "." || !isAbbreviation {
        if isMark { piece = "" } else { end() }
      }
      word = character.isLetter ? word + String(character) : ""
    }
    end()
    return pieces
  }

  // MARK: - Percentages

  private mutating func readRatio(at position: Int) {
    guard case .percentage(let stated) = parts[position] else { return }
    let before = words(at: position - 1)
    if ["tăng", "giảm", "vượt", "increase", "more than"].contains(where: before.contains) { return }
    let earlier = parts.indices.prefix(position).last { isPercentage($0) }.map { $0 + 1 } ?? 0
    let range = earlier..<position
    let title = title(before: position, unit: nil)
    // What stands in brackets that are closed before the percentage, "(15/15 điểm) (41,34%)", is not what it is of.
    let fraction = range.last { fractions[$0] != nil }.flatMap { position in
      words(in: position + 1..<range.upperBound).contains(")") ? nil : fractions[position]
    }
    let counts = range.filter { positions[$0] != nil }
    let ahead = fraction == nil ? termsBehind(position, counts) : nil
    if let terms = fraction ?? ahead ?? counts.last.flatMap({ terms(counts, $0) }) {
      ratios.append(Ratio(stated: stated, title: figures[terms.part].title, terms: terms))
    } else if ["chiếm", "đạt", "tỷ lệ", "tỉ lệ", "bằng"].contains(where: before.contains) {
      ratios.append(Ratio(stated: stated, title: title, terms: nil))
    }
  }

  /// The part and the whole in brackets behind a percentage: "85,5% kế hoạch (171/200 tin)"; or the whole alone, of which
  /// the figure before is a part: "180 tin, bài, đạt 95% kế hoạch năm (200 tin, bài)".
  private func termsBehind(_ position: Int, _ counts: [Int]) -> (part: Int, whole: Int)? {
    let between = words(at: position + 1)
    guard let bracket = between.lastIndex(of: "("), !between[bracket...].contains(")") else { return nil }
    if let terms = fractions[position + 2] { return terms }
    guard DraftWords.isWhole(between), let whole = positions[position + 2], let last = counts.last,
      isAddable(last, to: whole), let part = positions[last]
    else { return nil }
    return (part, whole)
  }

  /// The part and the whole among the figures before a percentage.
  private func terms(_ counts: [Int], _ last: Int) -> (part: Int, whole: Int)? {
    guard let part = positions[last] else { return nil }
    if let within = parts.indices.prefix(last).last(where: { words(at: $0).contains("trong đó") }),
      let whole = parts.indices.prefix(within).last(where: { positions[$0] != nil }).flatMap({ positions[$0] }
      )
    {
      return (part, whole)
    }
    guard counts.count > 1, let first = positions[counts[counts.count - 2]] else { return nil }
    let between = words(in: counts[counts.count - 2] + 1..<last)
    let ahead = words(at: counts[counts.count - 2] - 1)
    if ["trên tổng số", "trong tổng số", "/ tổng số", "trên số", "out of"].contains(where: between.contains) {
      return (first, part)
    }
    let (isPlanAhead, isPlanBetween) = (DraftWords.isWhole(ahead), DraftWords.isWhole(between))
    if isPlanAhead, !isPlanBetween, DraftWords.isDone(between) { return (part, first) }
    if isPlanBetween, DraftWords.isDone(ahead), !isPlanAhead { return (first, part) }
    return nil
  }

  // MARK: - Sums

  private mutating func readSum(at position: Int) {
    let words = words(at: position)
    guard !words.isEmpty else { return }
    let isList = words.contains("gồm") || words.contains("of which")
    let isAmong = words.contains("trong đó")
    let isBracket = words.hasSuffix("(")
    if isList || isAmong || isBracket {
      guard let whole = parts.indices.prefix(position).last(where: { positions[$0] != nil }),
        isBracket ? whole + 1 == position : true, let index = positions[whole]
      else { return }
      let rest = parts.indices.suffix(from: position + 1)
      let end =
        rest.first { later in
          let text = self.words(at: later)
          return isBracket
            ? text.contains(")") : text.contains("trong đó") || text.contains("gồm") || text.contains("tổng")
        } ?? parts.count
      let found = parts[..<end].indices.filter { $0 > position && isAddable($0, to: index) }
        .compactMap { positions[$0] }
      if let only = found.first, found.count == 1, isAmong,
        Quantity(
          figures[only].quantity.amount, figures[only].quantity.qualifier, figures[index].quantity.unit
        )
        .isAbove(figures[index].quantity)
      {
        above.append((only, index))
      }
      guard found.count > 1 else { return }
      add(index, found, doubt: isList ? nil : DraftSums.ofWhich)
    } else if words.contains("tổng cộng") || words.contains("tổng số"), let whole = positions[position + 1] {
      let earlier = parts.indices.prefix(position).filter { isAddable($0, to: whole) }
        .compactMap { positions[$0] }
      guard earlier.count > 1, sums.isEmpty else { return }
      // “tổng cộng” behind nothing but its parts says that they are all.
      let areAll =
        words.contains("tổng cộng")
        && earlier.count == parts.indices.prefix(position).count { positions[$0] != nil }
      add(whole, earlier, doubt: areAll ? nil : DraftSums.notSaid)
    }
  }

  private mutating func add(_ whole: Int, _ found: [Int], doubt: Words?) {
    let unit = figures[whole].quantity.unit
    for part in found where figures[part].quantity.unit != unit {
      guard
        figures[part].quantity.unit == ReportDraft.unstated || isShorter(figures[part].quantity.unit, unit)
          || isShorter(unit, figures[part].quantity.unit)
      else { continue }
      let quantity = figures[part].quantity
      figures[part] = Figure(
        quantity: Quantity(quantity.amount, quantity.qualifier, unit), title: figures[part].title)
    }
    let parts = found.map { figures[$0].quantity }
    let isSure =
      DraftSums.isSum(figures[whole].quantity, of: parts)
      || doubt == DraftSums.ofWhich && DraftSums.passes(figures[whole].quantity, parts)
    sums.append(Sum(whole: whole, parts: found, doubt: isSure ? nil : doubt))
  }

  private func isAddable(_ position: Int, to whole: Int) -> Bool {
    guard let index = positions[position] else { return false }
    let (unit, other) = (figures[index].quantity.unit, figures[whole].quantity.unit)
    return unit == ReportDraft.unstated || unit.canBeAdded(to: other) || isShorter(unit, other)
      || isShorter(other, unit)
  }

  /// "1.201 lượt" among "2.199 lượt tuyên truyền".
  private func isShorter(_ unit: CountingUnit, _ other: CountingUnit) -> Bool {
    unit.forms.count == 1 && other.forms.count == 1 && other.forms[0].hasPrefix(unit.forms[0] + " ")
  }

  // MARK: - What is left

  /// The numbers of the clause that belong to no sum and no percentage, each with the words before it; those that cannot be
  /// read too. A percentage of which the two figures are not found is told beside the others.
  var leftOver: [String] {
    let used = Set(
      sums.flatMap { [$0.whole] + $0.parts } + ratios.flatMap { $0.terms.map { [$0.part, $0.whole] } ?? [] }
        + above.flatMap { [$0.part, $0.whole] })
    var ratios = ratios.map(\.stated)
    var left: [String] = []
    for (position, part) in parts.enumerated() {
      switch part {
      case .words: left += unreadNumbers(position)
      case .percentage(let percentage):
        if let index = ratios.firstIndex(of: percentage) {
          ratios.remove(at: index)
        } else {
          left.append(quote(position))
        }
      case .figure:
        guard let index = positions[position], !used.contains(index) else { continue }
        left.append(quote(position))
      case .fraction:
        guard let terms = fractions[position], !used.contains(terms.part) else { continue }
        left.append(quote(position))
      }
    }
    return left
  }

  /// A figure with the last words before it, as the draft has them.
  private func quote(_ position: Int) -> String {
    var lead: ArraySlice<Range<Int>> = []
    if position > 0, case .words = parts[position - 1] { lead = ranges[position - 1].suffix(6) }
    lead = lead.drop { !characters[$0].contains(where: \.isLetter) }
    let own = ranges[position]
    guard let start = lead.first ?? own.first, let end = own.last else { return "" }
    return String(characters[start.lowerBound..<end.upperBound])
  }

  /// Numbers with points, commas or blanks that are none as Vietnamese writes them, “1,201” and “2 199”, each with the words
  /// before it; no dates and no numbers of papers.
  private func unreadNumbers(_ position: Int) -> [String] {
    let ranges = ranges[position]
    func word(_ index: Int) -> String { String(characters[ranges[index]]).lowercased() }
    func isGroup(_ index: Int) -> Bool {
      ranges.indices.contains(index) && word(index).wholeMatch(of: /[0-9]{3}/) != nil
    }
    return ranges.indices.compactMap { index in
      if word(index).wholeMatch(of: /[0-9]{1,3}/) != nil, isGroup(index + 1) {
        guard index == 0 || word(index - 1).wholeMatch(of: /[0-9]{1,3}/) == nil else { return nil }
        let last = ranges.indices[(index + 1)...].prefix { isGroup($0) }.last ?? index
        return String(characters[ranges[max(0, index - 5)].lowerBound..<ranges[last].upperBound])
      }
      guard word(index).wholeMatch(of: /[0-9]+([.,][0-9]+)+/) != nil, index > 0,
        word(index).wholeMatch(of: /[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}/) == nil,
        !["số", "ngày", "điều", "khoản", "mục", "điểm", "/"].contains(word(index - 1))
      else { return nil }
      return String(characters[ranges[max(0, index - 5)].lowerBound..<ranges[index].upperBound])
    }
  }

  // MARK: - Words

  private func isPercentage(_ position: Int) -> Bool {
    if case .percentage = parts[position] { true } else { false }
  }

  private func words(at position: Int) -> String {
    guard parts.indices.contains(position), case .words(let words) = parts[position] else { return "" }
    return words
  }

  private func words(in range: Range<Int>) -> String { range.map { words(at: $0) }.joined(separator: " ") }

  /// The last words before a figure, without the signs and the words that only join.
  private func title(before position: Int, unit: CountingUnit?) -> String {
    let all = words(at: position - 1).split(separator: " ")
    let words = zip(all, all.dropFirst() + [""]).filter { word, next in
      // “6 tháng đầu năm” keeps its number.
      (word.contains { $0.isLetter } || next == "tháng" && word.count < 3)
        && !["chiếm", "đạt", "có", "là", "được", "và", "trong", "đó"].contains(word)
    }.map(\.0)
    let named = words.suffix(8).joined(separator: " ")
    return named.isEmpty ? unit?.description ?? Words(vi: "số liệu", en: "figure").vi : named
  }
}
