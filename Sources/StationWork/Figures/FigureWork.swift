import Foundation
import Planning
public import ScheduleModel
public import StationStore

/// The figures of a plan for sums over units: counted by a worker whenever something is published, recorded or changed, never at a
/// request.
public enum FigureWork {
  /// Asks for the figures of a plan where they do not follow from what it has. A job that waits already counts what the plan has
  /// when it begins.
  public static func ask(of plan: Int, on now: LocalTime, _ transaction: StoreTransaction)
    throws(StoreRefusal)
  {
    guard try !transaction.hasFigures(of: plan), try !transaction.isCountingAsked(of: plan) else { return }
    try transaction.ask(
      JobRequest(plan: plan, kind: .figures, input: try transaction.figureInput(of: plan)), on: now)
  }

  /// Asks for all figures that are not there: of plans that were taken in at the terminal, or counted by another version of
  /// the program.
  static func askForMissing(in store: Store, by program: String, on now: LocalTime) async throws {
    var plans = try await store.read { try $0.plansToCount(by: program) }[...]
    // In parts, so that nobody waits long for the number of a job.
    while !plans.isEmpty {
      let part = Array(plans.prefix(100))
      plans = plans.dropFirst(100)
      try await store.write { transaction in
        for plan in part {
          try transaction.ask(
            JobRequest(plan: plan, kind: .figures, input: try transaction.figureInput(of: plan)), on: now)
        }
      }
    }
  }

  // MARK: - In the worker process

  /// What the part with the figures is called.
  private static let part = "figures"

  static func perform(_ order: WorkOrder, _ say: (InputFile) throws -> Void) throws {
    let (book, files) = order.contents()
    let counted = PlanCounting.counted(StationYear(book, files), slug: order.argument)
    try say(InputFile(name: part, bytes: Array(try JSONEncoder().encode(counted))))
  }

  // MARK: - In the transaction that ends the job

  static func keep(
    _ made: [InputFile], of plan: Int, input: String, by program: String, on now: LocalTime,
    _ transaction: StoreTransaction
  ) throws(StoreRefusal) {
    guard let octets = made.first(where: { $0.name == part })?.bytes,
      let counted = try? JSONDecoder().decode(CountedPlan.self, from: Data(octets))
    else { return }
    try transaction.keep(counted, of: plan, input: input, by: program, on: now)
  }
}
