import ScheduleModel

/// What can be doubtful in a plan as a whole. One rule is one function; ``rules`` is the list of them.
enum PlanCheck {
  static func findings(for plan: Plan) -> [Finding] { rules.flatMap { $0(plan) } }

  static let rules: [@Sendable (Plan) -> [Finding]] = [
    documentsAreIdentified, basisIsInForce, linesHaveFigures, scheduledLinesHaveOpenings,
    versionsHaveOpenings, gridLinesBelongToTheOutlet, overlapsEnd, partsFitIntoTheirHost, unitsExist,
  ]

  /// A document is cited by number and date; a source that prints neither is worth knowing.
  static func documentsAreIdentified(_ plan: Plan) -> [Finding] {
    plan.documents.flatMap { document in
      (document.number == nil ? [Finding.documentNumberMissing(document)] : [])
        + (document.date == nil ? [Finding.documentDateMissing(document)] : [])
    }
  }

  /// Resolution 30c/NQ-CP ran from 2011 to 2020; 76/NQ-CP follows it for 2021 to 2030.
  static func basisIsInForce(_ plan: Plan) -> [Finding] {
    plan.documents.filter { $0.number == "30c/NQ-CP" && plan.year >= 2021 }.map(Finding.supersededBasis)
  }

  /// A line without a figure is legitimate, but nobody can say how much of it is done.
  static func linesHaveFigures(_ plan: Plan) -> [Finding] {
    plan.lines.filter { $0.quota == nil && !$0.isEmbedded }.map(Finding.unquantified)
  }

  /// A quota needs openings on the line's outlets.
  static func scheduledLinesHaveOpenings(_ plan: Plan) -> [Finding] {
    plan.lines.filter { $0.placing != nil && openings(of: $0, in: plan, for: .vietnamese).isEmpty }
      .map(Finding.quotaWithoutGrid)
  }

  /// Each language that a line is translated into needs openings in that language.
  static func versionsHaveOpenings(_ plan: Plan) -> [Finding] {
    plan.lines.flatMap { line -> [Finding] in
      guard let versions = line.versions, line.placing != nil else { return [] }
      let outlets = versions.outlet.map { [$0] } ?? line.outlets.ids
      return versions.into.filter { language in
        !outlets.compactMap(plan.outlet).contains { outlet in
          outlet.grid.contains {
            $0.carries(language) && (versions.grid.isEmpty || versions.grid.contains($0.id))
          }
        }
      }.map { Finding.languageWithoutGrid($0, line) }
    }
  }

  /// A line names grid lines of its own outlets.
  static func gridLinesBelongToTheOutlet(_ plan: Plan) -> [Finding] {
    plan.lines.flatMap { line in
      let own = line.outlets.ids.compactMap(plan.outlet).flatMap { $0.grid.map(\.id) }
      let known = plan.outlets.flatMap { $0.grid.map(\.id) }
      let named = (line.placing?.grid ?? []) + (line.placing?.pins.compactMap(\.grid) ?? [])
      return named.filter { known.contains($0) && !own.contains($0) }.map {
        Finding.gridLineElsewhere($0, line)
      }
    }
  }

  /// No line lies inside itself, however long the chain.
  static func overlapsEnd(_ plan: Plan) -> [Finding] {
    plan.lines.filter { line in
      var seen: Set<String> = []
      var next: PlanLine? = line
      while let current = next {
        guard seen.insert(current.id).inserted else { return true }
        switch current.overlap {
        case .partOf(let host), .embedded(in: let host): next = plan.line(host)
        case .unsaid, .disjoint: next = nil
        }
      }
      return false
    }.map(Finding.circularOverlap)
  }

  /// The parts of a line are not more than the line.
  static func partsFitIntoTheirHost(_ plan: Plan) -> [Finding] {
    plan.lines.compactMap { host in
      guard let quota = host.quota else { return nil }
      let parts = plan.parts(of: host).compactMap(\.quota?.value).reduce(0, +)
      return parts > quota.value ? .partsPassQuota(host, parts: parts, quota: quota) : nil
    }
  }

  /// A unit that takes part exists all through the plan; district authorities ended on 1 July 2025.
  static func unitsExist(_ plan: Plan) -> [Finding] {
    plan.units.compactMap { unit in
      let last = plan.days.upperBound.advanced(by: -1)
      if unit.validity.contains(plan.days.lowerBound), unit.validity.contains(last) {
        let crosses =
          unit.level == .district && unit.validity.through == nil && last >= AdminLevel.districtsEnd
        return crosses ? .districtEnded(unit) : nil
      }
      return .unitNotValid(unit, plan.days)
    }
  }

  private static func openings(of line: PlanLine, in plan: Plan, for language: LanguageTag) -> [GridLine] {
    line.outlets.ids.compactMap(plan.outlet).flatMap(\.grid).filter { grid in
      grid.carries(language) && (line.placing.map { $0.grid.isEmpty || $0.grid.contains(grid.id) } ?? true)
    }
  }
}
