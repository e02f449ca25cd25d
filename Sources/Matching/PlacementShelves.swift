import ScheduleModel

/// The placements of each line on each outlet in each language: what a title, a line or an edition can mean.
struct PlacementShelves {
  /// Placements of one line on one outlet in one language, by their ranks in the order of time.
  private var members: [Int32] = []
  /// The same by edition, then rank.
  private var byEdition: [Int32] = []
  private var starts: [Int] = []
  private var numberOfShelf: [Shelf: Int] = [:]
  private let lines: TextNumbers

  private struct Shelf: Hashable {
    let room: Int32
    let line: Int32
  }

  /// - Parameters:
  ///   - order: The placements' indices by rank.
  ///   - seriesOfPlacement: The number of the series of each placement.
  ///   - lines: The line of each series.
  ///   - rooms: The number of the outlet and language of each series.
  init(
    _ placements: [Placement], order: [Int], seriesOfPlacement: [Int32], lines lineOfSeries: [String],
    rooms: [Int32]
  ) {
    var lines = TextNumbers()
    var shelfOfSeries: [Int32] = []
    for (room, line) in zip(rooms, lineOfSeries) {
      let shelf = Shelf(room: room, line: lines.number(of: line))
      let number = numberOfShelf[shelf] ?? numberOfShelf.count
      numberOfShelf[shelf] = number
      shelfOfSeries.append(Int32(number))
    }
    let shelfOfRank = order.map { shelfOfSeries[Int(seriesOfPlacement[$0])] }
    self.lines = lines
    starts = Array(repeating: 0, count: numberOfShelf.count + 1)
    for shelf in shelfOfRank { starts[Int(shelf) + 1] += 1 }
    for shelf in 0..<numberOfShelf.count { starts[shelf + 1] += starts[shelf] }
    var next = starts
    members = Array(repeating: 0, count: order.count)
    for (rank, shelf) in shelfOfRank.enumerated() {
      members[next[Int(shelf)]] = Int32(rank)
      next[Int(shelf)] += 1
    }
    byEdition = members
    func edition(_ rank: Int32) -> Int { placements[order[Int(rank)]].edition }
    for shelf in 0..<numberOfShelf.count {
      let range = starts[shelf]..<starts[shelf + 1]
      // The works of a line air in the order of their editions, as nearly always.
      guard zip(members[range], members[range].dropFirst()).contains(where: { edition($1) < edition($0) })
      else { continue }
      byEdition[range].sort { (edition($0), $0) < (edition($1), $1) }
    }
  }

  /// The ranks of the placements of some lines, ascending.
  func ranks(of lines: [String], room: Int32) -> [Int] {
    let ranks = lines.flatMap { line in range(line, room).map { Int(members[$0]) } }
    return lines.count > 1 ? ranks.sorted() : ranks
  }

  /// The same for one edition of each line.
  func ranks(of lines: [String], edition: Int, room: Int32, editionAt: (Int) -> Int) -> [Int] {
    var ranks: [Int] = []
    for line in lines {
      let range = range(line, room)
      let first = range.partitioningIndex { editionAt(Int(byEdition[$0])) >= edition }
      for rank in byEdition[first..<range.upperBound] {
        guard editionAt(Int(rank)) == edition else { break }
        ranks.append(Int(rank))
      }
    }
    return lines.count > 1 ? ranks.sorted() : ranks
  }

  private func range(_ line: String, _ room: Int32) -> Range<Int> {
    guard let number = lines.known(line), let shelf = numberOfShelf[Shelf(room: room, line: number)] else {
      return 0..<0
    }
    return starts[shelf]..<starts[shelf + 1]
  }
}
