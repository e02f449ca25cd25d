import ScheduleModel

extension WorkRegister {
  /// A stretch of a broadcast that went on after a break.
  struct Piece {
    let time: TimeOfDay
    let minutes: Int
  }

  /// The stretches of a broadcast of which several rows tell, one after another, each rounded so that they add up to its
  /// minutes; `nil` where one row tells of it, or the rows tell of the same minutes.
  func pieces(of entry: AsRunEntry) -> [Piece]? {
    guard let rows = joinedRows[entry.place], let total = entry.length else { return nil }
    let times = [entry.time] + rows.map(\.part.time)
    let lengths = [rows[0].stated] + rows.map(\.part.length)
    var (sum, pieces): (Int, [Piece]) = (0, [])
    for (time, length) in zip(times, lengths) {
      guard let time, let length else { return nil }
      pieces.append(Piece(time: time, minutes: (sum + length + 30) / 60 - (sum + 30) / 60))
      sum += length
    }
    return sum == total ? pieces : nil
  }
}
