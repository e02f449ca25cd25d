import ScheduleModel

extension TextTable {
  /// One cell: what it holds, and how that reads.
  ///
  /// Whoever sets a table goes by what a cell holds, never by its words: a title may be “–” or “0”.
  struct Cell: Hashable, ExpressibleByStringInterpolation {
    /// What it holds.
    let value: Value
    /// How it reads, in the language of its table.
    let text: String

    /// What a cell can hold.
    enum Value: Hashable {
      /// Words; none for a cell in which nothing belongs.
      case words
      /// A number of works, pieces, placements and the like.
      case number(Int)
      /// At least this number: some of what would count is not known.
      case least(Int)
      /// A figure with its qualifier and unit.
      case quantity(Quantity)
      /// A share.
      case percentage(Percentage)
      /// What went out, and of how many; `nil` is not known.
      case share(Int?, of: Int?)
      /// A figure that is not stated, or that no log can tell; it reads “–” and is not 0.
      case notStated
    }

    init(_ value: Value, _ text: String) {
      self.value = value
      self.text = text
    }

    init(stringLiteral text: String) { self.init(.words, text) }

    /// Words.
    static func words(_ text: String) -> Cell { Cell(.words, text) }
    /// Words that a source states; “–” where it does not.
    static func stated(_ text: String?) -> Cell { text.map(words) ?? .notStated }
    /// What is not stated, or no log can tell.
    static let notStated = Cell(.notStated, "–")
    /// Nothing: no figure belongs here.
    static let nothing = Cell(.words, "")

    /// Whether it is empty.
    var isEmpty: Bool { text.isEmpty }

    /// Whether a reader's eye may pass over it: a nought, or what is not known.
    var isQuiet: Bool {
      switch value {
      case .number(let number): number == 0
      case .share(let part, let whole): (part ?? 0) == 0 && (whole ?? 0) == 0
      case .quantity(let quantity): quantity.countValue == 0
      case .notStated: true
      case .words, .least, .percentage: false
      }
    }
  }
}
