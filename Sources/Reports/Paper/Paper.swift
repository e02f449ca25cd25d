public import ScheduleModel

/// A document of an office on paper, before it is set as DOCX, HTML or text.
///
/// The form is that of Decree 30/2020/NĐ-CP: A4, national head, title, tables, recipients and signature. What
/// is not stated is a dotted line; nothing is made up.
public struct Paper: Sendable {
  /// The language it speaks.
  public let language: ReaderLanguage
  /// What the file's properties name as its title.
  public let subject: String
  /// The day that the file's properties tell as that of its making; from the data, never from a clock.
  public let created: CivilDay
  /// Whether the sheet lies across.
  public let isLandscape: Bool
  /// The head in two columns; `nil` for an annex, which belongs to the document that it hangs on.
  let letterhead: Letterhead?
  /// The title, a line each; the first is the kind of paper.
  let title: [String]
  /// The subtitle, in italics: the days, or the document that an annex hangs on.
  let subtitle: [String]
  /// What it says.
  let blocks: [Block]
  /// To whom it goes; empty for none.
  let recipients: [String]
  /// Who signs, from left to right; empty for an annex.
  let signatures: [Signature]

  /// The layouts that offices use.
  public enum Layout: String, CaseIterable, Sendable {
    /// The result table of a period, with what the report says in words.
    case result
    /// The annex of the plan: what, how much, by whom, when.
    case annex
    /// The lines down, the months across: scheduled and aired.
    case months
    /// What goes out in a week or a month.
    case schedule
    /// The same for a week as a grid: for each outlet the hours down, the days across.
    case grid
    /// What must be done before air in two weeks, by language and person, on one sheet for the wall.
    case tasks
  }

  /// The head: who issues it on the left, the nation's name on the right.
  struct Letterhead: Hashable, Sendable {
    /// The body above the issuing one; `nil` when it is not named.
    let above: String?
    /// Who issues it.
    let office: String
    /// Its number; `nil` for a paper that bears none.
    let number: String?
    /// Where and when.
    let placeAndDate: String
  }

  /// A piece of the text.
  enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    case table(TextTable)
    /// Small notes below a table: how it was counted.
    case notes([String])
  }

  /// One signature.
  struct Signature: Hashable, Sendable {
    /// In whose name and as what, a line each.
    let office: [String]
    /// What belongs there by hand.
    let hint: String
    /// Who; `nil` when it is not stated.
    let name: String?
  }
}

/// What a paper needs besides the figures, and what the data cannot know.
public struct PaperTerms: Hashable, Sendable {
  /// Its number, such as `12/BC-SNV`; `nil` leaves a dotted line.
  public let number: String?
  /// Its date; `nil` leaves a dotted line.
  public let date: CivilDay?
  /// The days of a broadcast schedule or of a list of work, half-open; `nil` for the report's period.
  public let days: Range<CivilDay>?
  /// The outlet that a broadcast schedule or a list of work is for; `nil` for all.
  public let outlet: String?

  /// What a paper needs besides the figures.
  public init(
    number: String? = nil, date: CivilDay? = nil, days: Range<CivilDay>? = nil, outlet: String? = nil
  ) {
    self.number = number
    self.date = date
    self.days = days
    self.outlet = outlet
  }
}
