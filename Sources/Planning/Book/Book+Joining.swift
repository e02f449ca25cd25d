import PlanFiles
public import ScheduleModel

extension Book {
  /// Why a plan's folder cannot be joined with what is kept of the plan; empty where it can.
  ///
  /// - Parameters:
  ///   - incoming: The folder's Book.
  ///   - planFile: The folder's plan file; `nil` when it has none, and the one that is kept stays.
  ///   - former: The plan file that is kept; `nil` for a new plan.
  public func findings(joining incoming: Book, planFile: InputFile?, former: InputFile?) -> [Finding] {
    guard let planFile else {
      return Self.difference(incoming.planID, planID, at: SourcePlace(file: "book", line: 1))
    }
    let place = SourcePlace(file: planFile.name, line: 1)
    let reading = PlanReader.read(planFile.bytes, file: planFile.name)
    if reading.findings.hasErrors, planFile.bytes != former?.bytes {
      return reading.findings.filter { $0.severity == .error }
    }
    let own = reading.plan?.id
    if let recorded = incoming.planID, let own, recorded != own {
      return [.bookOfOtherPlan(recorded, working: own, at: place)]
    }
    let kept = planID ?? former.flatMap { PlanReader.read($0.bytes, file: $0.name).plan?.id }
    return Self.difference(incoming.planID ?? own, kept, at: place)
  }

  private static func difference(_ id: String?, _ kept: String?, at place: SourcePlace) -> [Finding] {
    guard let id, let kept, id != kept else { return [] }
    return [.folderOfOtherPlan(id, kept: kept, at: place)]
  }
}
