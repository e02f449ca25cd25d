extension Timetable {
  /// Whether each id comes after the one before: the shorter first, of equally long ones by their bytes.
  func idsAscend(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var last = TextRange.none
    for id in ids where id.count > 0 {
      guard last.count <= id.count else { return false }
      if last.count == id.count {
        var index = 0
        while index < id.count, bytes[Int(last.start) + index] == bytes[Int(id.start) + index] { index += 1 }
        guard index < id.count, bytes[Int(last.start) + index] < bytes[Int(id.start) + index] else {
          return false
        }
      }
      last = id
    }
    return true
  }

  /// The rows whose id stands on an earlier row, with the first row that has it.
  var repeatedIDs: [(row: Int, first: Int)] {
    var repeated: [(row: Int, first: Int)] = []
    _ = indexOfIDs { repeated.append(($0, $1)) }
    return repeated
  }

  /// The different ids, and for each the first row that has it.
  ///
  /// - Parameter again: Is told of each further row, and of the first.
  func indexOfIDs(again: (_ row: Int, _ first: Int) -> Void) -> (texts: NumberedTexts, rows: [Int32]) {
    var texts = NumberedTexts()
    var rows: [Int32] = []
    bytes.withUnsafeBytes { bytes in
      for (row, id) in ids.enumerated() where id.count > 0 {
        let number = Int(texts.number(of: id, in: bytes))
        if number == rows.count { rows.append(Int32(row)) } else { again(row, Int(rows[number])) }
      }
    }
    return (texts, rows)
  }
}
