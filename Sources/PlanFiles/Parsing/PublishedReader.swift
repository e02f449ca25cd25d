public import ScheduleModel

/// Reads a file of published figures.
public enum PublishedReader {
  /// What a file of published figures says.
  public struct Reading: Sendable {
    /// The figures; `nil` when too little could be read.
    public let published: PublishedFigures?
    /// Everything that is wrong or doubtful, in file order, with excerpts.
    public let findings: [Finding]
    /// The text, for excerpts under later findings; `nil` when it is not text.
    public let source: SourceText?
  }

  /// Reads published figures from the bytes of their file; never throws.
  ///
  /// - Parameter plan: The plan whose lines the figures name; with `nil`, the lines are not looked up.
  public static func read(_ bytes: [UInt8], file: String, plan: Plan?) -> Reading {
    let (source, refused) = SourceText.checked(bytes, file: file)
    guard let source else { return Reading(published: nil, findings: refused, source: nil) }
    var parser = PublishedParser(reader: YAMLReader(source: source), plan: plan)
    let published = parser.published(of: plan)
    let findings = parser.reader.findings.all(in: file).without(linesOf: refused) + refused
    return Reading(published: published, findings: source.excerpted(findings.inFileOrder), source: source)
  }
}
