import ScheduleModel

/// What bounds the works of a conflict, in words: limits of one kind together.
struct LimitWords {
  /// What bounds them and how many it takes.
  struct Limit {
    let words: Words
    /// The limits between it and the number of places.
    let verb: Words
    let places: Int
  }

  private let conflict: Conflict
  private let variant: PlanVariant

  init(_ conflict: Conflict, in variant: PlanVariant) {
    self.conflict = conflict
    self.variant = variant
  }

  /// All of them: grid lines first, then the others in a fixed order.
  var all: [Limit] {
    var grids: [String] = []
    var places = 0
    var others: [(words: Words, places: Int)] = []
    // What takes none is told only where nothing takes any.
    for limit in conflict.limits where limit.places > 0 || conflict.limits.allSatisfy({ $0.places == 0 }) {
      guard let words = words(limit.what) else {
        if case .slot(let slot) = limit.what { grids.append(name(variant.slots[slot])) }
        if case .seriesSlot(_, let slot) = limit.what { grids.append(name(variant.slots[slot])) }
        places += limit.places
        continue
      }
      if let known = others.firstIndex(where: { $0.words == words }) {
        others[known].places += limit.places
      } else {
        others.append((words, limit.places))
      }
    }
    let names = grids.unique
    let list = names.joined(separator: ", ")
    let first = Limit(
      words: Words(vi: "khung giờ \(list)", en: "the grid line\(names.count == 1 ? "" : "s") \(list)"),
      verb: Words(vi: "có", en: names.count == 1 ? "has" : "have"), places: places)
    return (names.isEmpty ? [] : [first])
      + others.map { Limit(words: $0.words, verb: Words(vi: "cho", en: "allows"), places: $0.places) }
  }

  /// `“toi-thu-nam” (Truyền hình)`
  private func name(_ slot: Slot) -> String {
    "“\(slot.grid)” (\(variant.plan.outlet(slot.outlet)?.name ?? slot.outlet))"
  }

  /// What a limit is called; `nil` for slots.
  private func words(_ what: Conflict.Bottleneck) -> Words? {
    func of(_ series: Int, _ vi: String, _ en: String) -> Words {
      let name = variant.planned.series[series].name
      return Words(vi: "\(vi) của \(name.vi)", en: "\(en) of \(name.en)")
    }
    switch what {
    case .slot: return nil
    case .seriesSlot(let series, _) where variant.planned.series[series].line.placing?.perDay == nil:
      return nil
    case .seriesSlot(let series, _), .seriesDay(let series, _):
      return of(series, "số nhiều nhất một ngày (per-day)", "the most of a day (per-day)")
    case .months(let series, _):
      return of(series, "số nhiều nhất các tháng (months)", "the most of the months (months)")
    case .gap(let series, _):
      return of(series, "khoảng cách giữa hai lần (gap)", "the gap (gap)")
    case .wait(let series, _):
      if case .part = variant.planned.series[series].followUp?.kind {
        return of(series, "thứ tự các phần (parts)", "the order of parts (parts)")
      }
      return of(series, "số ngày chờ (after)", "the wait (after)")
    case .outletDay(let outlet, _):
      let name = outletName(outlet)
      return Words(
        vi: "số nhiều nhất một ngày của \(name) (per-day)", en: "the most of a day on \(name) (per-day)")
    case .outletMonth(let outlet, _):
      let name = outletName(outlet)
      return Words(
        vi: "số nhiều nhất một tháng của \(name) (per-month)",
        en: "the most of a month on \(name) (per-month)")
    case .translatorWeek(let translator, _):
      let names = translatorNames(translator)
      return Words(
        vi: "số bản dịch mỗi tuần của \(names) (per-week)", en: "the versions a week of \(names) (per-week)")
    }
  }

  private func outletName(_ number: Int) -> String {
    let slot = variant.problem.slots.firstIndex { $0.outlet == number }.map { variant.slots[$0] }
    return slot.map { variant.plan.outlet($0.outlet)?.name ?? $0.outlet } ?? ""
  }

  private func translatorNames(_ number: Int) -> String {
    let ids = zip(variant.problem.series, variant.planned.series).flatMap { series, origin -> [String] in
      guard series.follows?.translator == number, case .version(let languages) = origin.followUp?.kind else {
        return []
      }
      return languages.compactMap { origin.line.versions?.translators[$0] }
    }
    return ids.unique.map { variant.plan.translator($0)?.name ?? $0 }.joined(separator: ", ")
  }
}
