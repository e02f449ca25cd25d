import Foundation
import ScheduleModel

/// Reads what a unit writes as its figure on a line: one figure, or parts that the line counts together.
struct DeclaredFigureReader {
  /// What the line counts.
  let unit: CountingUnit

  /// One figure, or several that are one on the line; a rate is no figure of a period.
  ///
  /// `12 tin, 3 bài`, `12 tin 3 bài` and `15 (12 tin, 3 bài)` are 15 tin, bài. Forms stand in the line's order, so that
  /// the order in which a unit writes them makes no other unit.
  func figure(_ text: String) -> (quantity: Quantity, isInParts: Bool)? {
    if let sum = sum(of: text) { return (sum, true) }
    if let (total, parts) = Self.bracketed(text) {
      guard let whole = single(total), let sum = sum(of: parts, fewest: 1), whole.isExact, sum.isExact,
        whole.value == sum.value
      else { return nil }
      return (sum, true)
    }
    if let figure = single(text) { return (figure, false) }
    return sum(of: parted(text)).map { ($0, true) }
  }

  /// The same with what stands beside it as counted, “10” and “phút”; `nil` where the two do not agree.
  ///
  /// - Parameter counted: In what the figure is counted, as the row says; `nil` when it does not.
  func figure(_ text: String, counted: String?) -> (quantity: Quantity, isInParts: Bool)? {
    guard let figure = figure(text) else { return nil }
    guard let counted, unit != Self.unsaid else { return figure }
    guard let said = Self.unit(of: counted) else { return nil }
    if Self.isSame(said, figure.quantity.unit) || Self.isSame(said, unit) && figure.isInParts {
      return figure
    }
    // A number alone is in what the line counts, unless the row says otherwise.
    guard Quantity(text, unit: Self.unsaid, limit: Quantity.largestUnscheduled)?.unit == Self.unsaid else {
      return nil
    }
    return self.figure("\(text) \(counted)")
  }

  private static let unsaid = CountingUnit(["?"])

  private static func isSame(_ one: CountingUnit, _ other: CountingUnit) -> Bool {
    one == other || Set(one.forms.map { FoldedText($0) }) == Set(other.forms.map { FoldedText($0) })
  }

  /// What a text such as “tin, bài” or “phút” counts; `nil` when it is none.
  private static func unit(of text: String) -> CountingUnit? { Quantity("1 \(text)", unit: nil)?.unit }

  private func single(_ text: String) -> Quantity? {
    Quantity(text, unit: unit, limit: Quantity.largestUnscheduled).flatMap {
      $0.rate == nil ? inOrder($0) : nil
    }
  }

  /// `12 tin, 3 bài` on a line that counts both: each part with its form, and all forms among the line's.
  private func sum(of text: String, fewest: Int = 2) -> Quantity? {
    var parts: [String] = []
    for piece in text.replacing(" và ", with: ",").split(whereSeparator: { ",;+".contains($0) }) {
      let piece = piece.trimmingCharacters(in: .whitespaces)
      // “600 tin, bài, ảnh” is one figure; a number begins the next.
      if piece.contains(where: \.isNumber) || parts.isEmpty {
        parts.append(piece)
      } else {
        parts[parts.count - 1] += ", " + piece
      }
    }
    let figures = parts.map { Quantity($0, unit: nil, limit: Quantity.largestUnscheduled) }
    guard figures.count >= fewest, !figures.contains(nil) else { return nil }
    let all = figures.compactMap(\.self)
    let named = all.flatMap(\.unit.forms).map { FoldedText($0) }
    guard named.allSatisfy(forms.contains), Set(named).count == named.count else { return nil }
    return ((try? Quantity.sum(all)) ?? nil).map(inOrder)
  }

  /// `15 (12 tin, 3 bài)`: what comes before the brackets, and what within; `nil` for any other text.
  private static func bracketed(_ text: String) -> (total: String, parts: String)? {
    guard text.hasSuffix(")"), let open = text.firstIndex(of: "("),
      text.lastIndex(of: "(") == open, open > text.startIndex
    else { return nil }
    return (
      text[..<open].trimmingCharacters(in: .whitespaces), String(text[text.index(after: open)...].dropLast())
    )
  }

  /// The text with a comma where a number follows on one of the line's forms: `12 tin 3 bài`.
  private func parted(_ text: String) -> String {
    let ends = Set(unit.forms.compactMap { $0.split(separator: " ").last.map { FoldedText(String($0)) } })
    var words: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if word.first?.isNumber == true, let last = words.last, ends.contains(FoldedText(last)) {
        words[words.count - 1] += ","
      }
      words.append(word)
    }
    return words.joined(separator: " ")
  }

  private var forms: [FoldedText] { unit.forms.map { FoldedText($0) } }

  /// A figure of the line's forms with these in the line's order and spelling; any other as it is.
  private func inOrder(_ figure: Quantity) -> Quantity {
    let named = figure.unit.forms.map { FoldedText($0) }
    guard figure.unit.time == nil, named.allSatisfy(forms.contains) else { return figure }
    let ordered = zip(unit.forms, forms).filter { named.contains($0.1) }.map(\.0)
    return Quantity(figure.amount, figure.qualifier, CountingUnit(ordered), rate: figure.rate)
  }

  /// What of a value is not understood, with what to do about it.
  func fault(_ text: String, counted: String?) -> RemediedFault {
    if let counted, let figure = figure(text)?.quantity {
      return RemediedFault(
        Words(
          vi: "số liệu là \(figure.text(in: .vietnamese)), cột đơn vị tính ghi “\(cut(counted))”",
          en: "the figure is \(figure.text(in: .english)), and “counted” says “\(cut(counted))”"),
        remedy: Words(
          vi: "Hỏi lại đơn vị số này tính bằng gì; cột đơn vị tính ghi như báo cáo, hoặc để trống.",
          en: "Ask the unit what the figure counts; write in “counted” what its report says, or nothing."))
    }
    return fault(text)
  }

  private func fault(_ text: String) -> RemediedFault {
    if case .negation(let phrase)? = refusal(of: text) {
      let form = unit.forms.first ?? ""
      return RemediedFault(
        Words(
          vi: "“\(cut(phrase))” có thể là 0, cũng có thể là không có số liệu",
          en: "“\(cut(phrase))” may be 0, and may be that there are no data"),
        remedy: Words(
          vi: "Hỏi lại đơn vị: đã đếm và không có gì thì ghi 0 \(form); không đếm thì ghi: không có số liệu.",
          en:
            "Ask the unit: if it counted and there was none, write 0 \(form); if it did not count, write: no data."
        ))
    }
    if InclusionWords.areIn(text) {
      return RemediedFault(
        notAFigure(text),
        remedy: Words(
          vi:
            "Ô số liệu chỉ ghi số chung như báo cáo. Phần nằm trong đó ghi ở cột “ghi chú”; số của đơn vị khác nằm trong đó thì ghi "
            + "tên đơn vị ấy ở cột “gồm cả”.",
          en:
            "Write the whole figure of the report alone into the value. What is in it goes into a column “note”; where it is the "
            + "figure of another unit, name that unit in a column “includes”."))
    }
    return RemediedFault(
      notAFigure(text),
      remedy: Words(
        vi: "Ghi số như báo cáo của đơn vị; báo cáo không rõ thì hỏi lại đơn vị.",
        en: "Write the figure as the unit reported it; if the report is not clear, ask the unit."))
  }

  private func refusal(of text: String) -> QuantityRefusal? {
    do throws(QuantityRefusal) {
      _ = try Quantity.reading(text, unit: unit, limit: Quantity.largestUnscheduled)
      return nil
    } catch {
      return error
    }
  }

  /// What of a value is not understood, and what would be.
  private func notAFigure(_ text: String) -> Words {
    func sentence(_ words: String) -> Substring { words.hasSuffix(".") ? words.dropLast() : words[...] }
    let refusal = refusal(of: text) ?? QuantityRefusal.rate(cut(text))
    var parts = Words("")
    if unit.forms.count > 1 {
      let (one, other) = (unit.forms[0], unit.forms[1])
      let samples = "12 \(one), 3 \(other); 15 (12 \(one), 3 \(other))"
      parts = Words(vi: "; ghi từng phần: \(samples)", en: "; or in parts: \(samples)")
    }
    if let (total, inside) = Self.bracketed(text), let whole = single(total),
      let sum = sum(of: inside, fewest: 1), whole.isExact, sum.isExact
    {
      return Words(
        vi:
          "“\(cut(text))” không phải số liệu: các phần trong ngoặc cộng lại là \(sum.text(in: .vietnamese)), "
          + "không phải \(whole.text(in: .vietnamese))",
        en: "“\(cut(text))” is no figure: the parts in brackets make \(sum.text(in: .english)), "
          + "not \(whole.text(in: .english))")
    }
    return Words(
      vi:
        "“\(cut(text))” không phải số liệu: \(sentence(refusal.message.vi)) (\(sentence(refusal.remedy.vi))"
        + "\(parts.vi); hoặc: không có số liệu)",
      en:
        "“\(cut(text))” is no figure: \(sentence(refusal.message.en)) (\(sentence(refusal.remedy.en))"
        + "\(parts.en); or: no data)")
  }
}
