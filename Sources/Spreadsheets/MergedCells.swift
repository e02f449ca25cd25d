/// The merged ranges of a sheet: the value of the first cell of one holds for all of its cells.
struct MergedCells {
  /// A range, columns from 0.
  private struct Merged {
    let rows: ClosedRange<Int>
    let columns: ClosedRange<Int>
    var text: [UInt8] = []
    var unknown: SheetRow.UnknownCell?
    var isClock = false
  }

  /// Those that begin below the last row, from the last to the first.
  private var coming: [Merged] = []
  private var open: [Merged] = []

  /// More ranges than this are no table, and are not looked at.
  private static let most = 100_000

  /// No merged ranges.
  init() {}

  /// Those of a sheet, which names them behind its rows.
  init(of stream: EntryStream) throws(ZipArchive.Fault) {
    var finder = MarkFinder()
    while let piece = try stream.next() {
      finder.feed(piece)
      guard finder.references.count <= Self.most else { return }
    }
    coming = finder.references.compactMap(Self.range).sorted { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  private static func range(_ reference: String) -> Merged? {
    let corners = reference.split(separator: ":")
    guard corners.count == 2 else { return nil }
    let rows = corners.compactMap { Int($0.drop(while: \.isLetter)) }
    let columns = corners.map { SheetRowBuilder.column(of: $0) - 1 }
    guard rows.count == 2, rows[0] <= rows[1], columns[0] >= 0, columns[0] <= columns[1] else { return nil }
    return Merged(rows: rows[0]...rows[1], columns: columns[0]...columns[1])
  }

  /// Fills the cells of a row that lie in merged ranges. Rows come in their order.
  mutating func fill(_ row: inout SheetRow, mostColumns: Int) {
    guard !coming.isEmpty || !open.isEmpty else { return }
    while let next = coming.last, next.rows.lowerBound <= row.number {
      open.append(next)
      coming.removeLast()
    }
    open.removeAll { $0.rows.upperBound < row.number }
    for index in open.indices {
      let first = open[index].columns.lowerBound
      if open[index].rows.lowerBound == row.number {
        open[index].text = first < row.cells.count ? Array(row.bytes[row.cells[first]]) : []
        open[index].unknown = row.unknown.first { $0.column == first }
        open[index].isClock = row.clockCells.contains(first)
      }
      guard !open[index].text.isEmpty else { continue }
      for column in open[index].columns.clamped(to: 0...mostColumns) {
        while row.cells.count <= column { row.cells.append(row.bytes.count..<row.bytes.count) }
        guard row.cells[column].isEmpty else { continue }
        let start = row.bytes.count
        row.bytes += open[index].text
        row.cells[column] = start..<row.bytes.count
        row.continued.append(column)
        if open[index].isClock { row.clockCells.append(column) }
        if let unknown = open[index].unknown {
          row.unknown.append(SheetRow.UnknownCell(column: column, error: unknown.error))
        }
      }
    }
  }
}

/// Finds `<mergeCell ref="E2:E4"/>` in the bytes of a sheet, without taking the rest apart.
private struct MarkFinder {
  private(set) var references: [String] = []
  private var matched = 0
  private var attributes: [UInt8]?

  private static let name = Array("mergeCell ".utf8)

  mutating func feed(_ piece: UnsafeRawBufferPointer) {
    for byte in piece {
      if attributes != nil {
        guard byte == UInt8(ascii: ">") else {
          attributes?.append(byte)
          if attributes?.count ?? 0 > 200 { attributes = nil }
          continue
        }
        if let reference = XMLScanner.attribute("ref", in: (attributes ?? [])[...]) {
          references.append(reference)
        }
        attributes = nil
      } else if byte == UInt8(ascii: "<") || byte == UInt8(ascii: ":") {
        // A name begins behind the bracket or its prefix; in texts a bracket is an entity.
        matched = 1
      } else if matched > 0 {
        matched = byte == Self.name[matched - 1] ? matched + 1 : 0
        if matched > Self.name.count {
          matched = 0
          attributes = []
        }
      }
    }
  }
}
