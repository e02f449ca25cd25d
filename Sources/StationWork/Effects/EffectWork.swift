import Foundation
public import Planning
public import ScheduleModel

/// What another text of a plan does to the schedule, worked out in a process of its own while somebody waits for it.
///
/// It is no job: nothing is kept in the store, and the process is ended when nobody waits any more.
public enum EffectWork {
  /// What came of it.
  public enum Outcome: Sendable {
    /// What happens to the schedule; `nil` where the text cannot be planned by.
    case effect(PlanEffect.ScheduleEffect?)
    /// It was ended because it took longer than it may.
    case tooLong
    /// The process broke off.
    case brokeOff
  }

  /// Works the effect out. A cancelled task ends the process.
  ///
  /// - Parameters:
  ///   - text: The other text of the plan.
  ///   - files: The files of the plan's folder, its Book in `book`.
  ///   - now: In UTC.
  ///   - patience: After so long the process is ended.
  /// - Throws: `CancellationError`.
  public static func effect(
    ofPlan text: [UInt8], files: [InputFile], on now: LocalTime, by child: WorkChild,
    within patience: Duration
  ) async throws -> Outcome {
    let order = WorkOrder(
      kind: .effect, argument: "", now: now, files: files, upload: InputFile(name: "plan.yaml", bytes: text))
    return try await withThrowingTaskGroup(of: Outcome.self) { group in
      group.addTask {
        do {
          guard let part = try await child.run(order, progress: { _ in }).first,
            let said = try? JSONDecoder().decode(Said.self, from: Data(part.bytes))
          else { return .brokeOff }
          return .effect(said.effect)
        } catch is WorkFault {
          return .brokeOff
        }
      }
      group.addTask {
        try await Task.sleep(for: patience)
        return .tooLong
      }
      defer { group.cancelAll() }
      return try await group.next() ?? .brokeOff
    }
  }

  /// What the process says.
  private struct Said: Codable {
    var comparison: ScheduleComparison.Counts?
    var short = 0
    var lacks: [ReplanResult.Sentence] = []
    var from: String?

    init(_ effect: PlanEffect.ScheduleEffect?) {
      guard let effect else { return }
      (comparison, short) = (effect.comparison, effect.short)
      lacks = effect.lacks.map(ReplanResult.Sentence.init)
      from = effect.replannedFrom?.description
    }

    var effect: PlanEffect.ScheduleEffect? {
      comparison.map {
        PlanEffect.ScheduleEffect(
          comparison: $0, short: short, lacks: lacks.map(\.words),
          replannedFrom: from.flatMap { CivilDay(iso: $0) })
      }
    }
  }

  // MARK: - In the worker process

  static func perform(_ order: WorkOrder, _ say: (InputFile) throws -> Void) throws {
    guard let text = order.upload else { throw WorkProcess.NoOrder() }
    let (book, files) = order.contents()
    let effect = StationYear(book, files).scheduleEffect(ofPlan: text.bytes, at: order.now)
    try say(InputFile(name: "effect", bytes: Array(try JSONEncoder().encode(Said(effect)))))
  }
}
