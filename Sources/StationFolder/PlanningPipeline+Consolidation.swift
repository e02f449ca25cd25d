public import Planning
import Reconciliation
public import ScheduleModel

extension PlanningPipeline {
  /// Adds what lower units declare to what the logs count.
  ///
  /// - Parameters:
  ///   - declared: The files of declared figures.
  ///   - tally: The plan's own count of the period.
  public static func consolidate(_ plan: Plan, declared: [InputFile], tally: Tally) -> (
    consolidation: Consolidation, findings: [Finding]
  ) {
    var figures: [DeclaredFigure] = []
    var findings: [Finding] = []
    for file in declared {
      let read = DeclaredReader.read(file.bytes, file: file.name, plan: plan, profile: tally.period.profile)
      figures += read.figures
      findings += read.findings
    }
    let (consolidation, doubts) = Consolidator.consolidate(plan: plan, declared: figures, tally: tally)
    return (consolidation, findings + doubts.inFileOrder)
  }
}
