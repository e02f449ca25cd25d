public import ScheduleModel
import Yams

/// Reads a plan file.
public enum PlanReader {
  /// What a plan file says.
  public struct Reading: Sendable {
    /// The plan; `nil` when too little could be read to have one. With errors among the findings, the values
    /// that they name are left out of it.
    public let plan: Plan?
    /// Everything that is wrong or doubtful, in file order, with excerpts.
    public let findings: [Finding]
    /// The text, for excerpts under the findings of later stages; `nil` when it is not text.
    public let source: SourceText?
  }

  /// Reads a plan from the bytes of its file.
  ///
  /// Never throws: what is wrong is told in the findings, all at once and each once. After 1,000 errors one
  /// finding says how many more there are. Cost: linear in the size.
  /// - Parameter file: The name that findings give the file.
  public static func read(_ bytes: [UInt8], file: String) -> Reading {
    let (source, refused) = SourceText.checked(bytes, file: file)
    guard let source else { return Reading(plan: nil, findings: refused, source: nil) }
    var parser = PlanParser(source: source)
    let plan = parser.plan()
    var findings = parser.reader.findings.all(in: file).without(linesOf: refused) + refused
    if let plan { findings += PlanCheck(plan, unread: parser.unread(findings)).findings }
    if parser.readsLinesOften { findings = findings.eachOnce }
    return Reading(plan: plan, findings: source.excerpted(findings.inFileOrder), source: source)
  }
}

extension PlanReader {
  /// The text of a plan with each value that is understood written as the reference writes it: `television` for “truyền
  /// hình”, `2027-01-08` for 08/01/2027, a rule for its words. Everything else stays octet for octet.
  ///
  /// What cannot be read stays as it is. The new text says the same as the old one.
  /// - Parameter isMeant: Which of these values are written so, as the reference writes them; all when left out.
  public static func respelled(
    _ bytes: [UInt8], file: String, only isMeant: (String) -> Bool = { _ in true }
  ) -> [UInt8] {
    let (source, _) = SourceText.checked(bytes, file: file)
    guard let source else { return bytes }
    var parser = PlanParser(source: source)
    let plan = parser.plan()
    guard !parser.reader.spellings.isEmpty else { return bytes }
    let extents = NodeExtents(source)
    var edits = TextEdits()
    var seen: Set<Int> = []
    // A line that is written once may be read for each of its languages.
    for (node, text) in parser.reader.spellings
    where isMeant(text) && seen.insert(extents.start(node)).inserted {
      let isTruth = ["true", "false"].contains(text)
      edits.replace(
        extents.extent(node),
        with: isTruth ? text : YAMLText.scalar(text, isInBrackets: true, isPlainNumber: true))
    }
    let body = bytes.count - source.text.utf8.count
    guard let edited = edits.applied(to: Array(bytes.dropFirst(body))) else { return bytes }
    let new = Array(bytes.prefix(body)) + edited
    precondition(
      read(new, file: file).plan.map(PlanWriter.text) == plan.map(PlanWriter.text),
      "another spelling says the same")
    return new
  }
}

extension [Finding] {
  /// Without those in lines that have one already: what a stray character breaks besides is no second
  /// mistake.
  func without(linesOf others: [Finding]) -> [Finding] {
    let lines = Set(others.compactMap(\.place?.line))
    return lines.isEmpty ? self : filter { $0.place.map { !lines.contains($0.line) } ?? true }
  }
}

/// The kinds of things that ids name.
enum Reference {
  static let unit = Words(vi: "đơn vị", en: "unit")
  static let outlet = Words(vi: "kênh", en: "outlet")
  static let grid = Words(vi: "khung giờ", en: "grid line")
  static let line = Words(vi: "chỉ tiêu", en: "line")
  static let translator = Words(vi: "người dịch", en: "translator")
  static let topic = Words(vi: "chủ đề", en: "topic")
  static let figure = Words(vi: "số liệu", en: "figure")
  static let ratio = Words(vi: "tỷ lệ", en: "percentage")
  static let successor = Words(vi: "đơn vị, kênh kế thừa", en: "successor")
}
