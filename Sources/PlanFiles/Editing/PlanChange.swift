public import ScheduleModel

/// A cell of a plan's table that is to say something else.
public struct PlanChange: Hashable, Sendable {
  /// The part of the plan.
  public let part: PlanTable.Part
  /// The row, as ``PlanTable/Row/id`` has it.
  public let row: String
  /// The column.
  public let column: PlanTable.Column
  /// The new text; empty to take the key out.
  public let text: String
  /// Where the text comes from, for findings.
  public let place: SourcePlace

  /// A change of one cell.
  public init(
    part: PlanTable.Part, row: String, column: PlanTable.Column, text: String, place: SourcePlace
  ) {
    self.part = part
    self.row = row
    self.column = column
    self.text = text
    self.place = place
  }
}

/// A row that is to be taken out of a plan.
public struct PlanRemoval: Hashable, Sendable {
  /// The part of the plan.
  public let part: PlanTable.Part
  /// The row, as ``PlanTable/Row/id`` has it.
  public let row: String
  /// Where that is said, for findings.
  public let place: SourcePlace

  /// A row to take out.
  public init(part: PlanTable.Part, row: String, place: SourcePlace) {
    self.part = part
    self.row = row
    self.place = place
  }
}

/// A row that is to be added to a plan.
public struct PlanAddition: Hashable, Sendable {
  /// The part of the plan.
  public let part: PlanTable.Part
  /// Its id in the part; of a grid line, with its outlet before it: `truyen-hinh/toi`.
  public let row: String
  /// The row behind which it comes; `nil` for the end.
  public let after: String?
  /// What it says, in the order of the columns; none of the texts is empty.
  public let cells: [Cell]
  /// Where it comes from.
  public let place: SourcePlace

  /// A key of the row with its text.
  public struct Cell: Hashable, Sendable {
    let column: PlanTable.Column
    let text: String

    /// A column and its text.
    public init(_ column: PlanTable.Column, _ text: String) {
      self.column = column
      self.text = text
    }
  }

  /// A row to add.
  public init(part: PlanTable.Part, row: String, after: String?, cells: [Cell], place: SourcePlace) {
    self.part = part
    self.row = row
    self.after = after
    self.cells = cells
    self.place = place
  }
}
