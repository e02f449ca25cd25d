import Spreadsheets

/// A workbook that a test makes cell by cell.
package struct SampleWorkbook {
  /// One cell of a sheet.
  package enum Cell {
    /// No cell at all.
    case none
    /// A text in the cell.
    case text(String)
    /// A text that is struck through.
    case struck(String)
    /// A number as it is written in the file.
    case number(String)
    /// A date by style, as its serial number.
    case date(Int)
    /// A time of day by style, in seconds after midnight.
    case time(Int)
    /// A formula, with what a program gave for it; `nil` where none has calculated it.
    case formula(String, value: String?)
    /// An error.
    case error(String)
  }

  /// The rows; row numbers count from 1.
  package var rows: [[Cell]] = []
  /// The merged ranges, `E2:E4`.
  package var merged: [String] = []
  /// The numbers of rows that are hidden.
  package var hiddenRows: Set<Int> = []
  /// Whether the sheet is hidden.
  package var isHidden = false
  /// What the sheet is called.
  package var name = "Nhật ký"

  /// An empty sheet.
  package init() {}

  /// A row of texts; an empty one is no cell.
  package mutating func row(_ texts: String...) { rows.append(texts.map { $0.isEmpty ? .none : .text($0) }) }

  /// The file.
  package var bytes: [UInt8] {
    let sheet = rows.enumerated().map { index, cells in
      let hidden = hiddenRows.contains(index + 1) ? " hidden=\"1\"" : ""
      let cells = cells.enumerated().map { Self.xml($1, at: "\(Self.letter($0))\(index + 1)") }.joined()
      return "<row r=\"\(index + 1)\"\(hidden)>\(cells)</row>"
    }.joined()
    let ranges = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
    let state = isHidden ? " state=\"hidden\"" : ""
    let parts = [
      (
        "xl/workbook.xml",
        "<workbook><sheets><sheet name=\"\(name)\"\(state) r:id=\"a\"/></sheets></workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        "<Relationships><Relationship Id=\"a\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
      ),
      (
        "xl/styles.xml",
        "<styleSheet><fonts><font/><font><strike/></font><font><strike val=\"0\"/></font></fonts><cellXfs><xf numFmtId=\"0\"/>"
          + "<xf numFmtId=\"14\"/><xf numFmtId=\"21\" fontId=\"2\"/><xf numFmtId=\"0\" fontId=\"1\"/></cellXfs></styleSheet>"
      ),
      (
        "xl/worksheets/sheet1.xml",
        "<worksheet><sheetData>\(sheet)</sheetData>"
          + (merged.isEmpty ? "" : "<mergeCells>\(ranges)</mergeCells>") + "</worksheet>"
      ),
    ]
    return ZipArchive.packed(parts.map { ZipArchive.Entry(name: $0, bytes: Array($1.utf8)) })
  }

  private static func letter(_ column: Int) -> String { String(UnicodeScalar(UInt8(65 + column))) }

  private static func xml(_ cell: Cell, at place: String) -> String {
    func escaped(_ text: String) -> String {
      text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
    return switch cell {
    case .none: ""
    case .text(let text): "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    case .struck(let text): "<c r=\"\(place)\" s=\"3\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
    case .number(let number): "<c r=\"\(place)\"><v>\(number)</v></c>"
    case .date(let serial): "<c r=\"\(place)\" s=\"1\"><v>\(serial)</v></c>"
    case .time(let seconds): "<c r=\"\(place)\" s=\"2\"><v>\(Double(seconds) / 86_400)</v></c>"
    case .formula(let formula, let value?):
      "<c r=\"\(place)\" t=\"str\"><f>\(escaped(formula))</f><v>\(escaped(value))</v></c>"
    case .formula(let formula, nil): "<c r=\"\(place)\"><f>\(escaped(formula))</f><v/></c>"
    case .error(let error): "<c r=\"\(place)\" t=\"e\"><v>\(error)</v></c>"
    }
  }
}
