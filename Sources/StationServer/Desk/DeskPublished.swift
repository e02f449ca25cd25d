import Planning
import ScheduleModel
import StationDesk
import StationStore

/// What came of a publication.
enum DeskPublished: Sendable {
  /// It is in the Book.
  case published([BookEntry], StationYear.PreparedPublication)
  /// Plan or draft changed since they were seen; nothing was published.
  case overtaken
  /// There is nothing new, or there are errors.
  case refused([Finding])
}

extension Visit {
  /// Publishes what was seen, whoever asks: the draft goes, and the Book has an entry.
  ///
  /// - Parameters:
  ///   - seen: The state of the plan that was seen.
  ///   - comment: Why, for the Book; empty for none.
  func publish(seen: String, comment: String) async throws -> DeskPublished {
    guard let plan, let visitor else { throw Refusal.notFound }
    let reading = try await deskReading()
    guard reading.state == seen else { return .overtaken }
    let comment = comment.trimmed
    let (now, author) = (caller.now, visitor.person.name)
    let prepared = try await station.drafts.work.run {
      var year = reading.year
      return year.publication(by: author, at: now, comment: comment.isEmpty ? nil : comment)
    }
    guard !prepared.statements.isEmpty, !prepared.isHeldBack else {
      return .refused(prepared.findings)
    }
    var files: [String: [UInt8]?] = [:]
    if prepared.isDraft { files = ["draft.csv": nil, "draft.xlsx": nil, "draft.base": nil] }
    do {
      let entries = try await station.desk.change(
        files, recording: prepared.statements, seen: reading.year.book, in: plan, restingOn: reading.state,
        by: visitor, reason: comment.isEmpty ? nil : comment
      ).entries
      return .published(entries, prepared)
    } catch is PlanOvertaken {
      return .overtaken
    }
  }
}
