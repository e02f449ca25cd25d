import CXlsxWriter
import Foundation
import Planning
public import Reports
import ScheduleModel
import Spreadsheets

/// A workbook as a file (Office Open XML, ECMA-376), made by libxlsxwriter; nothing else imports that.
public enum WorkbookFile {
  /// The bytes of the file; the same workbook gives the same bytes.
  ///
  /// The library knows only files, so it writes into a temporary folder.
  /// - Throws: When the system refuses that folder or has no room in it.
  public static func bytes(of workbook: Workbook) throws(FileRefusal) -> [UInt8] {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/workbook.xlsx"
    let code = folder.path.withCString { temporary in
      var options = lxw_workbook_options()
      options.tmpdir = UnsafeMutablePointer(mutating: temporary)
      // Rows go to the disk as they come; charts then have no copy of their numbers, which programs make anew.
      options.constant_memory = workbook.sheets.contains { $0.rows.count > 100_000 } ? 1 : 0
      return Writing(workbook, at: path, &options).finish()
    }
    guard code == LXW_NO_ERROR else { throw FileRefusal(.write, path, code: errno == 0 ? EIO : errno) }
    return try InputFile.read(path).bytes
  }
}

/// One workbook being written; what the library has made lives until ``finish()``.
private struct Writing {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let plain: Formats
  /// The same with borders; `nil` where no sheet has them.
  private let bordered: Formats?

  init(_ workbook: Workbook, at path: String, _ options: inout lxw_workbook_options) {
    guard let book = workbook_new_opt(path, &options) else { preconditionFailure("no memory for a workbook") }
    self.book = book
    plain = Formats(book)
    bordered = workbook.sheets.contains(where: \.hasBorders) ? Formats(book, hasBorders: true) : nil
    describe(workbook)
    for sheet in workbook.sheets { write(sheet) }
  }

  func finish() -> lxw_error {
    errno = 0
    return workbook_close(book)
  }

  private func describe(_ workbook: Workbook) {
    workbook.title.withCString { title in
      var properties = lxw_doc_properties()
      properties.title = UnsafeMutablePointer(mutating: title)
      properties.created = workbook.created.daysSince1970 * 86_400
      expect(workbook_set_properties(book, &properties))
    }
  }

  private func write(_ sheet: Workbook.Sheet) {
    guard let page = workbook_add_worksheet(book, sheet.name) else {
      preconditionFailure("“\(sheet.name)” is no name of a sheet")
    }
    let top = sheet.above.count
    let formats = formats(of: sheet)
    for (index, line) in sheet.above.enumerated() { write(line, above: sheet, page, row: index) }
    setHeight(of: top, lines: sheet.headingLines, page)
    for (index, column) in sheet.columns.enumerated() {
      let at = lxw_col_t(index)
      expect(worksheet_set_column(page, at, at, Double(column.width), formats.format(of: column)))
      expect(
        worksheet_write_string(
          page, lxw_row_t(top), at, ExcelEscape.encoded(column.heading), formats.heading))
    }
    for (index, row) in sheet.rows.enumerated() {
      setHeight(of: top + index + 1, lines: sheet.lines(row), page)
      for (column, cell) in row.enumerated() {
        let isEntered = sheet.columns[column].entry == .text
        write(
          cell, page, lxw_row_t(top + index + 1), lxw_col_t(column),
          isEntered ? formats.entry : formats.text, formats, hasBorders: sheet.hasBorders)
      }
    }
    let last = (row: lxw_row_t(top + sheet.rows.count), column: lxw_col_t(sheet.columns.count - 1))
    worksheet_freeze_panes(page, lxw_row_t(top + 1), lxw_col_t(sheet.fixedColumns))
    if sheet.above.isEmpty {
      expect(worksheet_autofilter(page, lxw_row_t(top), 0, last.row, last.column))
    }
    // Without a password: the lock keeps from slips of the hand, not from people.
    if sheet.isLocked { worksheet_protect(page, nil, nil) }
    for (column, choice) in sheet.choices.sorted(by: { $0.key < $1.key }) {
      offer(choice, in: column, rows: top + 1..<top + sheet.rows.count + Self.furtherRows, page)
    }
    if sheet.isHidden { worksheet_hide(page) }
    if let chart = sheet.chart { draw(chart, of: sheet, page) }
    setOnPaper(sheet, page, headings: lxw_row_t(top))
  }

  private func formats(of sheet: Workbook.Sheet) -> Formats {
    sheet.hasBorders ? bordered ?? plain : plain
  }

  /// So many rows below the last one have pick lists, too.
  private static let furtherRows = 200

  /// A pick list: the cells of another sheet, in their order.
  private func offer(
    _ choice: Workbook.Choice, in column: Int, rows: Range<Int>, _ page: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let letters = ExcelColumn.letters(choice.column)
    let (first, last) = (choice.rows.lowerBound + 2, choice.rows.upperBound + 1)
    "='\(choice.sheet)'!$\(letters)$\(first):$\(letters)$\(last)".withCString { formula in
      var validation = lxw_data_validation()
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      validation.value_formula = UnsafeMutablePointer(mutating: formula)
      validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
      validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
      let isOnly = choice.isOnly ? LXW_VALIDATION_ON : LXW_VALIDATION_OFF
      validation.show_error = UInt8(isOnly.rawValue)
      expect(
        worksheet_data_validation_range(
          page, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound - 1),
          lxw_col_t(column),
          &validation))
    }
  }

  /// A line over the whole width of the table, as high as its words need.
  private func write(
    _ line: String, above sheet: Workbook.Sheet, _ page: UnsafeMutablePointer<lxw_worksheet>, row: Int
  ) {
    let width = sheet.columns.reduce(0) { $0 + $1.width }
    setHeight(of: row, lines: 1 + line.utf16.count / max(1, width), page)
    expect(
      worksheet_merge_range(
        page, lxw_row_t(row), 0, lxw_row_t(row), lxw_col_t(sheet.columns.count - 1),
        ExcelEscape.encoded(line), plain.text))
  }

  /// Rows of several lines are told so: left to themselves, some programs lay their words over the next row.
  private func setHeight(of row: Int, lines: Int, _ page: UnsafeMutablePointer<lxw_worksheet>) {
    guard lines > 1 else { return }
    // No row can be higher than 409 points.
    expect(worksheet_set_row(page, lxw_row_t(row), min(409, Double(lines) * 15), nil))
  }

  private func write(
    _ cell: Workbook.Cell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t, _ column: lxw_col_t,
    _ words: UnsafeMutablePointer<lxw_format>, _ formats: Formats, hasBorders: Bool
  ) {
    switch cell {
    case .empty: if hasBorders { expect(worksheet_write_blank(page, row, column, words)) }
    case .open: expect(worksheet_write_blank(page, row, column, formats.open))
    case .text(let text):
      expect(worksheet_write_string(page, row, column, ExcelEscape.encoded(text), words))
    case .number(let number):
      expect(worksheet_write_number(page, row, column, Double(number), formats.number))
    case .percent(let hundredths):
      expect(worksheet_write_number(page, row, column, Double(hundredths) / 10_000, formats.percent))
    case .day(let day):
      let (year, month, day) = day.components
      var date = lxw_datetime(
        year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      expect(worksheet_write_datetime(page, row, column, &date, formats.day))
    case .time(let time):
      // A share of a day, so that 24:00 stays what it is.
      expect(worksheet_write_number(page, row, column, Double(time.seconds) / 86_400, formats.time))
    case .counted(let number, let sheet, let rows):
      // The link first: the number written over it keeps it. No more links than a sheet can have.
      let link = "internal:'\(sheet)'!A\(rows.lowerBound + 2):A\(rows.upperBound + 1)"
      expect(worksheet_write_url(page, row, column, link, formats.link))
      expect(worksheet_write_number(page, row, column, Double(number), formats.link))
    }
  }

  private func draw(
    _ chart: Workbook.Chart, of sheet: Workbook.Sheet, _ page: UnsafeMutablePointer<lxw_worksheet>
  ) {
    let last = lxw_row_t(max(1, sheet.rows.count))
    guard let picture = workbook_add_chart(book, UInt8(LXW_CHART_COLUMN.rawValue)) else {
      preconditionFailure("no memory for a chart")
    }
    for (column, colour) in zip(chart.series, [0xB9C6D8, 0x17497B] as [lxw_color_t]) {
      guard let series = chart_add_series(picture, nil, nil) else {
        preconditionFailure("no memory for a series")
      }
      let at = lxw_col_t(column)
      chart_series_set_categories(series, sheet.name, 1, 0, last, 0)
      chart_series_set_values(series, sheet.name, 1, at, last, at)
      chart_series_set_name_range(series, sheet.name, 0, at)
      var fill = lxw_chart_fill(color: colour, none: 0, transparency: 0)
      chart_series_set_fill(series, &fill)
    }
    Formats.fontName.withCString { name in
      var font = lxw_chart_font()
      font.name = UnsafeMutablePointer(mutating: name)
      font.size = 12
      font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
      chart_title_set_name(picture, chart.title)
      chart_title_set_name_font(picture, &font)
      font.size = 10
      chart_axis_set_num_font(picture.pointee.x_axis, &font)
      chart_axis_set_num_font(picture.pointee.y_axis, &font)
      chart_axis_set_name(picture.pointee.y_axis, chart.axis)
      chart_axis_set_name_font(picture.pointee.y_axis, &font)
      chart_legend_set_font(picture, &font)
    }
    // Bars tell by their length, so they begin at nothing.
    chart_axis_set_min(picture.pointee.y_axis, 0)
    chart_legend_set_position(picture, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    var place = lxw_chart_options()
    place.x_scale = 1.5
    place.y_scale = 1.1
    expect(worksheet_insert_chart_opt(page, lxw_row_t(sheet.rows.count + 2), 0, picture, &place))
  }

  /// A4 across, the headings on every page, and its number below. A sheet that would be too small to read as wide as the paper
  /// goes over several pages side by side, each with the columns that name the rows.
  private func setOnPaper(
    _ sheet: Workbook.Sheet, _ page: UnsafeMutablePointer<lxw_worksheet>, headings row: lxw_row_t
  ) {
    worksheet_set_landscape(page)
    worksheet_set_paper(page, 9)
    worksheet_set_margins(page, 0.6, 0.6, 0.8, 0.7)
    var breaks = sheet.pageBreaks.map { lxw_col_t($0) }
    if breaks.isEmpty {
      worksheet_fit_to_pages(page, 1, 0)
    } else {
      breaks.append(0)
      worksheet_set_print_scale(page, UInt16(Workbook.Sheet.smallestScale))
      worksheet_set_v_pagebreaks(page, &breaks)
      expect(worksheet_repeat_columns(page, 0, lxw_col_t(max(1, sheet.fixedColumns) - 1)))
      worksheet_print_across(page)
    }
    expect(worksheet_repeat_rows(page, row, row))
    expect(worksheet_set_footer(page, "&C&\"\(Formats.fontName)\"&10&A – &P/&N"))
  }

  /// What the library refuses here is a mistake of ours: rows, names and lengths are looked after before.
  private func expect(_ code: lxw_error) {
    precondition(code == LXW_NO_ERROR, "libxlsxwriter refuses a cell: \(code.rawValue)")
  }
}

/// How cells look.
private struct Formats {
  let heading, text, number, percent, day, time, link, open, entry: UnsafeMutablePointer<lxw_format>

  static let fontName = "Times New Roman"

  init(_ book: UnsafeMutablePointer<lxw_workbook>, hasBorders: Bool = false) {
    func format(_ numbers: String? = nil) -> UnsafeMutablePointer<lxw_format> {
      guard let format = workbook_add_format(book) else { preconditionFailure("no memory for a format") }
      format_set_font_name(format, Self.fontName)
      format_set_font_size(format, 11)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if hasBorders { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
      if let numbers { format_set_num_format(format, numbers) } else { format_set_text_wrap(format) }
      return format
    }
    heading = format()
    text = format()
    number = format("#,##0")
    percent = format("0.00%")
    day = format("dd/mm/yyyy")
    time = format("[hh]:mm")
    link = format("#,##0")
    // As text: “1.200” typed on a machine that has points before decimals is not made 1,2.
    open = format("@")
    entry = format("@")
    format_set_text_wrap(entry)
    format_set_indent(text, 1)
    format_set_bold(heading)
    format_set_align(heading, UInt8(LXW_ALIGN_CENTER.rawValue))
    format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_bg_color(heading, 0xE4EAF2)
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_text_wrap(open)
    format_set_unlocked(open)
    format_set_bg_color(open, 0xFFF8D6)
    format_set_border(open, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_font_color(link, 0x17497B)
    format_set_underline(link, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
  }

  /// How the cells of a column look that nothing was written into.
  func format(of column: Workbook.Column) -> UnsafeMutablePointer<lxw_format> {
    switch column.entry {
    case .text: entry
    case .day: day
    case nil: text
    }
  }
}

/// Columns as references name them.
private enum ExcelColumn {
  /// `A` for 0, `AA` for 26.
  static func letters(_ column: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + column % 26)))
    return column < 26 ? last : letters(column / 26 - 1) + last
  }
}
