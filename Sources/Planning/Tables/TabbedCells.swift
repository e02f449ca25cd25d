import ScheduleModel

/// A range of cells as a spreadsheet puts it onto the clipboard: tabs between cells, a line for each row, and quotes around a
/// cell that has either in it.
enum TabbedCells {
  /// The rows, each with its number from 1; rows without a text are left out.
  static func rows(of text: String) -> [(number: Int, cells: [String])] {
    var rows: [(number: Int, cells: [String])] = []
    var (cells, cell, number) = ([String](), "", 1)
    var (isQuoted, isAtStart) = (false, true)
    func clean(_ cell: String) -> String { cell.composed.onOneLine }
    func endRow() {
      cells.append(clean(cell))
      if cells.contains(where: { !$0.isEmpty }) { rows.append((number, cells)) }
      (cells, cell, isAtStart) = ([], "", true)
      number += 1
    }
    var letters = text.makeIterator()
    var next = letters.next()
    while let letter = next {
      next = letters.next()
      if isQuoted {
        if letter != "\"" {
          cell.append(letter)
        } else if next == "\"" {
          cell.append("\"")
          next = letters.next()
        } else {
          isQuoted = false
        }
      } else if letter == "\"", isAtStart {
        (isQuoted, isAtStart) = (true, false)
      } else if letter == "\t" {
        cells.append(clean(cell))
        (cell, isAtStart) = ("", true)
      } else if letter.isNewline {
        endRow()
      } else {
        cell.append(letter)
        isAtStart = false
      }
    }
    endRow()
    return rows
  }
}
