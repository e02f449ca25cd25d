import HTTPTypes
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The outlets of the plans of a unit and of those below it, for which a role can be given.
struct UnitOutlets {
  /// An outlet of a plan.
  struct Outlet: Hashable {
    let id: String
    let name: String
  }

  /// In the order of the plans, each id once.
  let outlets: [Outlet]
  /// Who makes language versions, as the plans name them, each once.
  let translators: [String]

  /// Reads the plans of some units that the visitor manages.
  ///
  /// - Parameters:
  ///   - unit: The unit; `nil` for all that the visitor manages.
  ///   - most: So many plans are read at the most.
  init(of unit: Int?, most: Int = .max, _ visitor: Visitor, _ visit: Visit) async throws {
    let desk = visit.station.desk
    let parents = Dictionary(
      uniqueKeysWithValues: try await desk.units(visitor, .administer).map { ($0.number, $0.parent) })
    func isBelow(_ number: Int) -> Bool {
      guard let unit else { return true }
      var above: Int? = number
      while let number = above {
        if number == unit { return true }
        above = parents[number] ?? nil
      }
      return false
    }
    var outlets: [Outlet] = []
    var translators: [String] = []
    var seen: Set<String> = []
    for plan in try await desk.managedPlans(visitor).filter({ isBelow($0.unit) }).prefix(most) {
      let (book, files) = try await desk.contents(of: plan, withLogs: false)
      let (read, names) = try await visit.station.years.work.run {
        let plan = StationYear(book, files).plan
        return (plan?.outlets ?? [], plan.map(PlanTranslators.names) ?? [])
      }
      translators += names.filter { !translators.contains($0) }
      outlets += read.filter { seen.insert($0.id).inserted }.map { Outlet(id: $0.id, name: $0.name) }
    }
    self.outlets = outlets
    self.translators = translators
  }

  /// What is to be said to whoever makes somebody a translator whom no plan of the unit names; `nil` for anybody else.
  static func translatorNote(_ person: Person, _ grants: [Grant], _ visitor: Visitor, _ visit: Visit)
    async throws -> Words?
  {
    guard let grant = grants.first(where: { $0.role == Role.translator.rawValue }) else { return nil }
    let names = try await UnitOutlets(of: grant.unit, visitor, visit).translators
    return PlanTranslators.note(person, among: names)
  }

  /// Refuses a role for an outlet that no plan of its unit has.
  static func check(_ grant: Grant, _ visitor: Visitor, _ visit: Visit) async throws {
    guard let outlet = grant.outlet else { return }
    let known = try await UnitOutlets(of: grant.unit, visitor, visit).outlets
    guard !known.contains(where: { $0.id == outlet }) else { return }
    let list = known.prefix(30).map { "\($0.id) (\($0.name))" }.joined(separator: ", ").visible()
    let more = known.count > 30 ? ", …" : ""
    let name = cut(outlet).visible()
    throw Refusal(
      status: .unprocessableContent,
      words: known.isEmpty
        ? Words(
          vi:
            "Đơn vị này chưa có kế hoạch nào có kênh “\(name)”; hãy để trống kênh, hoặc đưa kế hoạch vào trước.",
          en:
            "No plan of this unit has outlets yet, so none is “\(name)”; leave it empty, or bring the plan in first."
        )
        : Words(
          vi: "Không kế hoạch nào của đơn vị này có kênh “\(name)”. Các kênh: \(list)\(more).",
          en: "No plan of this unit has an outlet “\(name)”. There are: \(list)\(more)."))
  }
}
