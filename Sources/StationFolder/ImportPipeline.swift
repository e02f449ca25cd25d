import PlanFiles
public import Planning
import Reconciliation
public import ScheduleModel

/// Takes logs into a plan's ledger.
///
///     log ──LogImport──▶ rows ──held against the ledger──▶ a new file of the ledger
public enum ImportPipeline {
  /// What is asked for.
  public struct Request: Sendable {
    /// When it is recorded, on the clock of the plan's first outlet; `nil` when only a preview is wanted.
    public var recorded: LocalTime
    /// Who records it.
    public var author: String?
    /// How far rows that do not say it themselves can be relied on.
    public var trust: AsRunEntry.Trust?
    /// The name of a saved mapping.
    public var map: String?
    /// The form of the logs; `nil` for the one that their content shows.
    public var form: String?
    /// Their encoding; `nil` for the one that their content shows.
    public var encoding: String?
    /// The outlet of rows that name none.
    public var outlet: String?
    /// The day of rows that name none.
    public var day: CivilDay?
    /// Whether nothing is to be written.
    public var isPreview = false

    /// A request of somebody at a time.
    public init(recorded: LocalTime, author: String?) {
      self.recorded = recorded
      self.author = author
    }
  }

  /// The forms that a request may name.
  public static let forms = LogForm.allCases.map(\.rawValue)
  /// The encodings that a request may name.
  public static let encodings = LogEncoding.allCases.map(\.rawValue)

  /// What came of the logs.
  public struct Outcome: Sendable {
    /// What became of each file, in the order given; fewer when the plan has errors.
    public let files: [LogImportSummary]
    /// What is wrong or doubtful in the plan, the ledger and the logs.
    public let findings: [Finding]
  }

  /// Imports logs one after the other, each as a whole or not at all.
  ///
  /// A file that brings nothing new leaves the ledger as it is. What the system refuses is thrown; the files before
  /// are in the ledger then, and importing all of them again adds only the others.
  public static func run(_ folder: PlanFolder, files: [InputFile], _ request: Request) throws -> Outcome {
    let reading = PlanReader.read(folder.plan.bytes, file: folder.plan.name)
    guard let plan = reading.plan, !reading.findings.hasErrors else {
      return Outcome(files: [], findings: reading.findings)
    }
    var wishes = LogWishes()
    wishes.form = request.form.flatMap(LogForm.init)
    wishes.encoding = request.encoding.flatMap(LogEncoding.init)
    wishes.outlet = request.outlet
    wishes.day = request.day
    if let name = request.map {
      let (mappings, doubts) =
        try folder.mappings().map { LogMappingReader.read($0.bytes, file: $0.name) } ?? ([], [])
      guard !doubts.hasErrors, let mapping = mappings.first(where: { $0.name == name }) else {
        let all = mappings.map(\.name)
        return Outcome(files: [], findings: doubts.hasErrors ? doubts : [.mappingUnknown(name, among: all)])
      }
      wishes.mapping = mapping
    }
    let work = { [wishes] () throws -> Outcome in
      var recorded = try folder.ledger.files()
      var summaries: [LogImportSummary] = []
      var findings: [Finding] = []
      for file in files {
        let (ledger, doubts) = Ledger.read(recorded.map { ($0.name, $0.bytes) }, plan: plan)
        let addition = LogImport.addition(
          to: ledger, of: file.bytes, file: file.name, plan: plan,
          LogImport.Stamp(recorded: request.recorded, author: request.author, trust: request.trust),
          wishes)
        findings += (summaries.isEmpty ? doubts : []) + addition.findings
        summaries.append(addition.summary)
        guard let new = addition.file else { continue }
        if !request.isPreview { try folder.ledger.add(new.name, new.bytes) }
        recorded.append(InputFile(name: "\(folder.ledger.path)/\(new.name)", bytes: new.bytes))
      }
      return Outcome(files: summaries, findings: findings)
    }
    return request.isPreview ? try work() : try folder.ledger.locked(work)
  }
}

extension Finding {
  fileprivate static func mappingUnknown(_ name: String, among names: [String]) -> Finding {
    let list = names.joined(separator: ", ")
    return Finding(
      .unknownReference, .error,
      Words(
        vi: "as-run/mappings.yaml không có cách đọc nào tên “\(name)”.",
        en: "as-run/mappings.yaml has no mapping “\(name)”."),
      remedy: names.isEmpty
        ? Words(
          vi: "Thêm cách đọc:\n\(name):\n  columns: { date: 1, time: 2, outlet: 3, title: 4 }",
          en: "Add the mapping:\n\(name):\n  columns: { date: 1, time: 2, outlet: 3, title: 4 }")
        : Words(vi: "Các cách đọc đã lưu: \(list).", en: "The mappings that are saved: \(list)."))
  }
}
