import Allocation
import Planning
import Reports
import ScheduleModel
import StationFolder

/// The door to the allocation engine: from an `alloc-instance/1` file to an `alloc-result/1` file.
///
///     instance.json ──InstanceFile──▶ Problem ──AllocationEngine──▶ Solution ──ResultFile──▶ result.json
///
/// No plan takes this way; it is there so that anybody can check the engine from outside.
enum EnginePipeline {
  /// How an instance is to be solved.
  struct Request: Sendable {
    /// Leaves out the least and most of a month and what language versions wait for.
    var isRelaxed = false
    /// Whether moves count before squares.
    var isReplan = false
    /// How much worse than the best the largest deviation may be, in thousandths of a piece.
    var slack = 0
    /// How many parts are solved at once.
    var threads = 1
    /// Name and version of the program, for the result file.
    var solver: String

    /// A first plan with all rules on one thread.
    init(solver: String) { self.solver = solver }
  }

  /// What came of an instance.
  struct Outcome: Sendable {
    /// The result file; `nil` when the instance has errors.
    let result: String?
    /// The result for a person; `nil` when there is none.
    let report: SolveReport?
    /// What is wrong or doubtful in the instance.
    let findings: [Finding]
  }

  /// Reads an instance and solves it.
  ///
  /// - Parameters:
  ///   - microseconds: The time on a clock that only goes forward; it is read before and after the search.
  ///   - goesOn: Is told how many of how many parts are done, on any thread; its answer `false` ends the
  ///     search with the best schedule so far.
  static func solve(
    _ file: InputFile, _ request: Request, microseconds: () -> Int,
    goesOn: @escaping @Sendable (_ done: Int, _ parts: Int) -> Bool
  ) -> Outcome {
    let (instance, findings) = InstanceFile.read(file.bytes, file: file.name)
    guard let instance else { return Outcome(result: nil, report: nil, findings: findings) }
    let options = SearchOptions(
      order: request.isReplan ? .replan : .first, slack: request.slack, isRelaxed: request.isRelaxed,
      threads: request.threads, goesOn: { goesOn($0.done, $0.parts) })
    let began = microseconds()
    let found = AllocationEngine.search(instance.problem, options: options)
    let took = max(0, microseconds() - began)
    let solution = found.proven(for: instance.problem)
    let judgement = Judgement(of: solution.units, in: instance)
    let result = ResultFile.text(
      of: solution.units, levels: solution.levels, judgement, for: instance, solver: request.solver,
      threads: request.threads,
      microseconds: took)
    return Outcome(
      result: result,
      report: report(solution, judgement, instance, milliseconds: took / 1000, isReplan: request.isReplan),
      findings: findings + solution.findings)
  }

  private static func report(
    _ solution: Solution, _ judgement: Judgement, _ instance: InstanceFile, milliseconds: Int, isReplan: Bool
  ) -> SolveReport {
    func row(_ measure: SolveReport.Measure, _ objective: Objective, _ value: Int128) -> SolveReport.Row {
      let bound = ResultFile.bound(of: objective, below: value, solution.levels)
      return SolveReport.Row(measure, value: value, bound: bound)
    }
    let moves = row(.moves, .moves, Int128(judgement.moves))
    let last = [
      row(.squares, .squares, judgement.squares), row(.preference, .preference, Int128(judgement.preference)),
    ]
    return SolveReport(
      rows: [
        row(.shortage, .shortage, Int128(judgement.shortage)),
        row(.deviation, .deviation, Int128(judgement.deviation)),
      ] + (isReplan ? [moves] + last : last + [moves]),
      placed: solution.units.count,
      wanted: instance.problem.series.reduce(0) { $0 + max(0, $1.quota - $1.aired.count) },
      milliseconds: milliseconds, isCutShort: solution.isCutShort)
  }
}
