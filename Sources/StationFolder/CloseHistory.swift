import Digests
import Foundation
import Planning
import Reconciliation
import ScheduleModel

/// The closes of a plan's folder: the records in `closes`, and in `closes/kept` the plans, schedules and links that they
/// were made with, each named after its hash, so that what does not change is kept once.
struct CloseHistory {
  /// The closes, in the order in which they were made.
  let records: [CloseRecord]
  /// What is wrong with them.
  let findings: [Finding]
  private let folder: PlanFolder
  private let kept: RecordFolder

  /// Reads the closes of a plan's folder.
  init(of folder: PlanFolder) throws(FileRefusal) {
    self.folder = folder
    kept = RecordFolder("closes/kept", ofPlanIn: folder.ledger.plan)
    (records, findings) = CloseReader.read(try folder.closes.files().map { ($0.name, $0.bytes) })
  }

  /// The close that holds for a period; `nil` when it was never closed.
  func latest(of scope: PeriodClose.Scope) -> CloseRecord? { records.last { $0.close.scope == scope } }

  /// Whether no later close restates this one.
  func isLatest(_ record: CloseRecord) -> Bool { latest(of: record.close.scope) == record }

  /// What a close was made of, without the logs.
  ///
  /// - Returns: `nil` with findings when one of the files is gone, or not as it was.
  func sources(of record: CloseRecord) throws(FileRefusal) -> (CloseSources?, [Finding]) {
    var files: [PeriodClose.Input.Role: InputFile] = [:]
    var findings: [Finding] = []
    for input in record.close.inputs where input.role != .log {
      if let file = try self.file(input), Digest.sha256(file.bytes) == input.digest {
        files[input.role] = file
      } else {
        findings.append(.closeInputDamaged(input.name, of: record))
      }
    }
    guard let plan = files[.plan], findings.isEmpty else { return (nil, findings) }
    return (CloseSources(plan: plan, placements: files[.placements], links: files[.links], logs: []), [])
  }

  /// The logs that a close was made of, as they are now, and those that are not as they were or not there.
  func logs(of record: CloseRecord) throws(FileRefusal) -> (
    files: [InputFile], changed: [PeriodClose.Input]
  ) {
    var files: [InputFile] = []
    var changed: [PeriodClose.Input] = []
    for input in record.close.inputs where input.role == .log {
      let file = try self.file(input)
      if let file { files.append(file) }
      if file.map({ Digest.sha256($0.bytes) }) != input.digest { changed.append(input) }
    }
    return (files, changed)
  }

  /// All logs that there are now: the ledger's files, or those of `as-run` where nothing was ever imported.
  func logs() throws(FileRefusal) -> [InputFile] {
    var files: [InputFile] = []
    for path in folder.logs { files.append(try InputFile.read(path)) }
    let ledger = files.filter { Ledger.isLedger($0.bytes) }
    return ledger.isEmpty ? files : ledger
  }

  /// A log as a close names it.
  func input(_ log: InputFile) -> PeriodClose.Input {
    let root = folder.ledger.plan + "/"
    let name = log.name.hasPrefix(root) ? String(log.name.dropFirst(root.count)) : log.name
    return PeriodClose.Input(role: .log, name: name, digest: Digest.sha256(log.bytes))
  }

  /// The files of a close other than the logs, as it names them when they are kept.
  func inputs(of sources: CloseSources) -> [(input: PeriodClose.Input, bytes: [UInt8])] {
    let files: [(PeriodClose.Input.Role, InputFile?, String)] = [
      (.plan, sources.plan, "yaml"), (.placements, sources.placements, "csv"), (.links, sources.links, "csv"),
    ]
    return files.compactMap { role, file, ending in
      guard let file else { return nil }
      let digest = Digest.sha256(file.bytes)
      let name = "closes/kept/\(role.rawValue)-\(digest.prefix(8)).\(ending)"
      return (PeriodClose.Input(role: role, name: name, digest: digest), file.bytes)
    }
  }

  /// Writes a close, after what it was made of. The caller holds the lock of the folder of closes.
  func add(_ close: PeriodClose, _ inputs: [(input: PeriodClose.Input, bytes: [UInt8])]) throws
    -> CloseRecord
  {
    try kept.locked {
      for (input, bytes) in inputs where try file(input) == nil {
        try kept.add(String(input.name.split(separator: "/").last ?? ""), bytes)
      }
    }
    let bytes = CloseText.bytes(of: close)
    let digest = Digest.sha256(bytes)
    let name = CloseText.name(of: close, digest: digest)
    try folder.closes.add(name, bytes)
    return CloseRecord(file: "\(folder.closes.path)/\(name)", digest: digest, close: close)
  }

  /// A file that a close names; `nil` when it is not there.
  private func file(_ input: PeriodClose.Input) throws(FileRefusal) -> InputFile? {
    let path = folder.ledger.plan + "/" + input.name
    return FileManager.default.fileExists(atPath: path) ? try InputFile.read(path) : nil
  }
}
