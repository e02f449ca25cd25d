/// Gives each follower a work that it can follow: as many as can have one; of these, as many as can be keep
/// the edition with which they were published; the others get the first that waits and is early enough.
/// Editions that are fixed are kept before all that.
struct FollowerMatch {
  let leastDays: Int
  let mostDays: Int?

  /// A unit with its day; what it follows, once that is known.
  struct Unit {
    let slot: Int
    let day: Int
    let edition: Int
  }

  /// - Parameters:
  ///   - followers: By day, then slot.
  ///   - sources: By day, then edition.
  ///   - published: The editions that were published in each slot, the fixed ones first.
  ///   - fixed: The editions that keep their slot.
  /// - Returns: The followers that have a work, in their order.
  func match(
    _ followers: [Unit], to sources: [Unit], published: [Int: [Int]], fixed: Set<Int> = []
  ) -> [Unit] {
    var days: [Int: Int] = [:]
    for source in sources { days[source.edition] = source.day }
    var open = published
    let wanted = followers.map { follower -> Int? in
      guard let there = open[follower.slot]?.firstIndex(where: { fits(follower, on: days[$0]) }) else {
        return nil
      }
      return open[follower.slot]?.remove(at: there)
    }
    var editions = wanted.map { edition in edition.flatMap { fixed.contains($0) ? $0 : nil } }
    let most = filled(editions, followers, sources).count { $0 != nil }
    if filled(wanted, followers, sources).count(where: { $0 != nil }) == most {
      editions = wanted
    } else {
      for (index, edition) in wanted.enumerated() where edition != nil && editions[index] == nil {
        editions[index] = edition
        if filled(editions, followers, sources).count(where: { $0 != nil }) < most { editions[index] = nil }
      }
    }
    return zip(followers, filled(editions, followers, sources)).compactMap { follower, edition in
      edition.map { Unit(slot: follower.slot, day: follower.day, edition: $0) }
    }
  }

  private func fits(_ follower: Unit, on day: Int?) -> Bool {
    day.map { Self.fits(follower.day, after: $0, leastDays, mostDays) } ?? false
  }

  /// Whether what follows may air on a day, when the work that it follows airs on another.
  static func fits(_ day: Int, after source: Int, _ leastDays: Int, _ mostDays: Int?) -> Bool {
    source <= day - leastDays && mostDays.map { source >= day - $0 } ?? true
  }

  /// The editions that are set, and for the other followers the first work that waits: as many as can be, for
  /// all may wait equally long.
  private func filled(_ editions: [Int?], _ followers: [Unit], _ sources: [Unit]) -> [Int?] {
    let set = Set(editions.compactMap(\.self))
    let free = sources.filter { !set.contains($0.edition) }
    var next = 0
    return followers.indices.map { index in
      if let edition = editions[index] { return edition }
      let follower = followers[index]
      if let mostDays {
        while next < free.count, free[next].day < follower.day - mostDays { next += 1 }
      }
      guard next < free.count, free[next].day <= follower.day - leastDays else { return nil }
      next += 1
      return free[next - 1].edition
    }
  }
}
