import ScheduleModel

extension PlanCheck {
  /// What goes out inside another programme names a grid line of its own outlet, and not itself, however long the
  /// chain.
  func insertsHaveAProgramme() -> [Finding] {
    let known = Set(plan.outlets.flatMap { $0.grid.map(\.id) })
    return plan.outlets.flatMap { outlet in
      let hosts = Dictionary(outlet.grid.map { ($0.id, $0.inside) }, uniquingKeysWith: { first, _ in first })
      return outlet.grid.compactMap { line -> Finding? in
        guard let host = line.inside, known.contains(host) else { return nil }
        guard hosts[host] != nil else { return .insertElsewhere(line, in: host, outlet) }
        var seen: Set<String> = []
        var next: String? = host
        while let current = next, current != line.id, seen.insert(current).inserted {
          next = hosts[current] ?? nil
        }
        return next == line.id ? .insertInItself(line, outlet) : nil
      }
    }
  }
}

extension Finding {
  /// A grid line said to go out inside one of another outlet.
  fileprivate static func insertElsewhere(_ line: GridLine, in host: String, _ outlet: Outlet) -> Finding {
    let own = outlet.grid.map(\.id).filter { $0 != line.id }.joined(separator: ", ")
    return Finding(
      .insertOutside, .error, at: line.place,
      Words(
        vi:
          "Khung giờ “\(line.id)” ghi phát bên trong “\(host)” (inside), nhưng “\(outlet.name)” không có khung đó.",
        en:
          "Grid line “\(line.id)” goes out inside “\(host)” (inside), but “\(outlet.name)” has no such grid line."
      ),
      remedy: own.isEmpty
        ? Words(vi: "Xóa inside.", en: "Delete inside.")
        : Words(
          vi: "Ghi một khung giờ của cùng kênh: \(own).", en: "Name a grid line of the same outlet: \(own)."))
  }

  /// A grid line said to go out inside itself, or inside one that goes out inside it.
  fileprivate static func insertInItself(_ line: GridLine, _ outlet: Outlet) -> Finding {
    Finding(
      .insertOutside, .error, at: line.place,
      Words(
        vi: "Khung giờ “\(line.id)” (\(outlet.name)) được ghi là phát bên trong chính nó (inside).",
        en: "Grid line “\(line.id)” (\(outlet.name)) is said to go out inside itself (inside)."),
      remedy: Words(
        vi: "Chỉ giữ inside ở khung giờ ngắn hơn.", en: "Keep inside only at the shorter of the grid lines."))
  }
}
