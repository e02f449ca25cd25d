import Hummingbird
import Planning
import ScheduleModel
import StationDesk
import StationStore
import StationWork

/// What was chosen for a file is kept for all files that are named like it.
extension PreviewPage {
  static func remember(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.notFound
    }
    let desk = visit.station.desk
    let upload = try await desk.upload(try visit.part("upload"), to: plan)
    let terms = try terms(visitor) { form[$0].isEmpty ? nil : form[$0] }
    let name = form["name"]
    guard name.wholeMatch(of: /[a-z][a-z0-9-]{0,59}/) != nil else { throw Refusal.noMappingName }
    var mapping = NewMapping(name: name, like: upload.name)
    mapping.values["outlet"] = terms.outlet
    mapping.values["trust"] = terms.trust
    mapping.values["encoding"] = terms.encoding
    mapping.values["lengths"] = terms.lengths
    mapping.values["numbers"] = terms.numbers
    if let named = terms.named, !named.columns.isEmpty {
      var found: UploadPreview.Head?
      // In whichever language it was looked at.
      for language in [visit.language] + ReaderLanguage.allCases where found == nil {
        found = try await desk.reading(of: upload, terms, language, in: plan, by: visit.station.program)?
          .preview.head
      }
      guard let head = found else { throw Refusal.seenAnew }
      (mapping.columns, mapping.skip, mapping.separator) = (named.columns, named.skip, head.separator)
    }
    if let order = terms.dates {
      // The days themselves stand in the question that was asked before.
      var before = terms
      before.dates = nil
      let asked = try await desk.reading(
        of: upload, before, visit.language, in: plan, by: visit.station.program)
      let text = asked?.preview.questions.first { $0.name == "dates" }?.rows.first?.first
      mapping.values["dates"] = text.flatMap { NewMapping.dayPattern(like: $0, order: order) }
    }
    let (file, octets) = try await desk.store.read { transaction in
      let file = try transaction.versions(of: path, in: plan.plan.number).first
      return (file, try file.map { file throws(StoreRefusal) in try transaction.octets(of: file) })
    }
    switch mapping.added(to: file?.digest == nil ? nil : octets) {
    case .success(let text):
      do {
        _ = try await desk.change(path, to: text, in: plan, seen: file?.version ?? 0, by: visitor)
      } catch is WorkingFile.Overtaken {
        throw Refusal.seenAnew
      }
    case .failure(let refusal):
      throw Refusal(
        status: .unprocessableContent,
        words: refusal.findings.first { $0.severity == .error }?.message ?? Refusal.noMappingName.words)
    }
    return .seeOther("/p/\(plan.plan.slug)/logs/upload/\(upload.id)")
  }

  private static let path = "as-run/mappings.yaml"
}

extension Refusal {
  /// A mapping needs a name by which people know it again.
  static let noMappingName = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Hãy đặt tên cho cách đọc này bằng chữ thường không dấu, số và gạch ngang, ví dụ dai-tinh.",
      en: "Give this mapping a name of small letters, digits and hyphens, such as dai-tinh."))
}
