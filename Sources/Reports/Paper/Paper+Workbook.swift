import ScheduleModel

extension Paper {
  /// The tables of the paper as a workbook to work on, a sheet each, below the paper's title.
  ///
  /// Figures with a unit stand in the cells as on paper: “02 kỳ” is two issues, however a program reads numbers.
  public func workbook() -> Workbook {
    let tables = blocks.compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    let name = (title.first ?? subject).visible()
    return Workbook(
      title: subject.visible(), created: created,
      sheets: tables.enumerated().map { index, table in
        Workbook.Sheet(
          name: String(name.prefix(28)) + (index == 0 ? "" : " \(index + 1)"),
          columns: table.columns.map {
            Workbook.Column(heading: $0.heading.visible(), width: max(6, ($0.width ?? 16) * 3 / 2))
          }, fixedColumns: 0,
          rows: table.rows.map { row in row.cells.map(cell) },
          language: language,
          above: (title + subtitle).map { $0.visible() }, isLocked: false, hasBorders: true)
      })
  }

  private func cell(_ cell: TextTable.Cell) -> Workbook.Cell {
    if case .number(let number) = cell.value { return .number(number) }
    return .words(cell.text, language)
  }
}
