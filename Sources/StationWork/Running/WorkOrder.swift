import Planning
import ScheduleModel

/// What a worker process is told to do: all that the work depends on, so that the same order gives the same octets.
struct WorkOrder: Sendable {
  /// What is done.
  let kind: Kind
  /// What is asked besides, in the words of the kind.
  let argument: String
  /// When it was asked for, in UTC.
  let now: LocalTime
  /// The files of the plan's folder, its Book in `book`.
  let files: [InputFile]
  /// A file that somebody sent in; `nil` unless the work is about one.
  var upload: InputFile?

  /// What a process does: the work of a job, or what a request waits for.
  enum Kind: String {
    case feeds, figures, replan, preview, effect
  }

  /// The Book and the working files of the plan.
  func contents() -> (book: Book, files: StationFiles?) { StationFiles.contents(of: files) }
}

extension WorkOrder {
  /// The order as it goes to the process.
  var octets: [UInt8] {
    let terms = [("kind", kind.rawValue), ("argument", argument), ("now", now.utcText)]
    var parts = terms.map { InputFile(name: $0.0, bytes: Array($0.1.utf8)) }
    parts += files.map { InputFile(name: "file \($0.name)", bytes: $0.bytes) }
    if let upload { parts.append(InputFile(name: "upload \(upload.name)", bytes: upload.bytes)) }
    return parts.flatMap(WorkParts.octets) + WorkParts.end
  }

  /// The order that came; `nil` for octets that are none.
  init?(_ octets: [UInt8]) {
    guard let parts = WorkParts.read(octets) else { return nil }
    func term(_ name: String) -> String? {
      parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    func named(_ prefix: String) -> [InputFile] {
      parts.filter { $0.name.hasPrefix(prefix) }.map {
        InputFile(name: String($0.name.dropFirst(prefix.count)), bytes: $0.bytes)
      }
    }
    guard let kind = term("kind").flatMap(Kind.init), let argument = term("argument"),
      let now = term("now").flatMap({ LocalTime(utc: $0) })
    else { return nil }
    self.init(
      kind: kind, argument: argument, now: now, files: named("file "), upload: named("upload ").first)
  }
}
