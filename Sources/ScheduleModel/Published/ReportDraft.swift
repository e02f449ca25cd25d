/// What was understood of a draft report: its figures, and the sums and percentages that are proposed between them.
///
/// A proposal is not a verdict: a person confirms which figures make which sum.
public struct ReportDraft: Hashable, Sendable {
  /// The figures and what is proposed between them; ``PublishedFigures/isProposed`` is set.
  public let published: PublishedFigures
  /// Where each figure and each proposal is in the draft, by its id: "bảng 1, ô C5".
  public let places: [String: Words]
  /// By the id of a sum the figure that states it, by that of a percentage the figures of its part and its whole.
  public let terms: [String: [String]]
  /// Why a person must decide whether a proposal is one at all, by its id.
  public let doubts: [String: Words]
  /// The tables that have figures, and how many of each.
  public let tables: [Table]

  /// Figures that are doubtful by themselves: not understood whole, or larger than what they are said to be among.
  public let questions: [Question]

  /// What is doubtful about a cell or a sentence.
  public struct Question: Hashable, Sendable {
    /// The id of the cell or paragraph, as its figures have it.
    public let id: String
    /// What is doubtful.
    public let why: Words

    /// A question.
    public init(id: String, why: Words) {
      self.id = id
      self.why = why
    }
  }

  /// A table as it was understood.
  public struct Table: Hashable, Sendable {
    /// What it is called in the draft.
    public let name: Words
    /// How many rows have a figure.
    public let rows: Int
    /// The headings of the columns that have figures.
    public let columns: [String]

    /// A table with figures.
    public init(name: Words, rows: Int, columns: [String]) {
      self.name = name
      self.rows = rows
      self.columns = columns
    }
  }

  /// A draft as it was understood.
  public init(
    published: PublishedFigures, places: [String: Words], terms: [String: [String]], doubts: [String: Words],
    tables: [Table], questions: [Question] = []
  ) {
    self.questions = questions
    self.published = published
    self.places = places
    self.terms = terms
    self.doubts = doubts
    self.tables = tables
  }

  /// The unit of a figure to which the draft gives none.
  public static let unstated = CountingUnit(["“đơn vị tính chưa nêu”"])

  /// A figure as a reader sees it, without a unit that the draft does not state.
  public static func text(_ quantity: Quantity, _ language: ReaderLanguage) -> String {
    quantity.text(in: language, unit: quantity.unit != unstated)
  }
}
