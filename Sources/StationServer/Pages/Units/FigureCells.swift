import Reports
import ScheduleModel
import StationStore

/// The figures of a row of sums as the template names them.
///
/// “–” is not stated or not known, which is not 0; “at least” stands before a figure to which lines add that state none, or of which
/// no log tells.
struct FigureCells {
  let cells: [Cell]

  /// One figure.
  struct Cell {
    let text: String
    /// Where it leads; `nil` for nowhere, where the row may lead to something all the same.
    let opens: String?
  }

  /// The heads of the columns.
  static func heads(_ language: ReaderLanguage) -> [String] {
    [
      Words(vi: "Kế hoạch", en: "Planned"), Words(vi: "Xếp lịch", en: "Scheduled"),
      Words(vi: "Đã thực hiện", en: "Aired"), Words(vi: "Bỏ lỡ", en: "Missed"),
      Words(vi: "Chờ nhật ký", en: "No log yet"),
    ].map { $0[language] }
  }

  /// - Parameters:
  ///   - counts: `nil` where nothing was counted.
  ///   - leads: Where each figure leads; `nil` for nowhere.
  init(_ counts: FigureCounts?, leads: String?, _ language: ReaderLanguage) {
    func cell(_ number: Int?, isLeast: Bool = false) -> Cell {
      guard let number else { return Cell(text: "–", opens: nil) }
      let least = isLeast ? "\(Quantity.Qualifier.atLeast.word(in: language)) " : ""
      return Cell(text: least + grouped(number, in: language), opens: leads)
    }
    let isLeast = (counts?.unlogged ?? 0) > 0
    cells = [
      cell(counts?.planned, isLeast: counts?.isLeast ?? false), cell(counts?.scheduled),
      cell(counts?.aired, isLeast: isLeast), cell(counts?.missed, isLeast: isLeast), cell(counts?.pending),
    ]
  }
}

/// What of the figures is shown for each unit.
struct FigureChoice: Hashable {
  let section: PlanFigure.Section
  /// A kind of outlet or a language; `nil` for all kinds.
  let name: String?
  /// What is counted; empty for works.
  let measure: String

  /// Works of any form, in all kinds of outlets.
  static let works = FigureChoice(section: .kind, name: nil, measure: "")

  private init(section: PlanFigure.Section, name: String?, measure: String) {
    (self.section, self.name, self.measure) = (section, name, measure)
  }

  /// What an address asks for.
  init(_ visit: Visit) {
    if let language = visit.asked("language") {
      (section, name, measure) = (.language, language, "")
    } else {
      (section, name, measure) = (.kind, visit.asked("kind"), visit.asked("measure") ?? "")
    }
  }

  /// What a figure is of.
  init(_ figure: PlanFigure) { (section, name, measure) = (figure.section, figure.name, figure.measure) }

  /// Whether a figure is meant.
  func takes(_ figure: PlanFigure) -> Bool {
    figure.section == section && figure.measure == measure && (name == nil || figure.name == name)
  }

  /// The sum of the figures that are meant; `nil` where there are none.
  func sum(of figures: some Sequence<PlanFigure>) -> FigureCounts? {
    figures.filter(takes).map(\.counts).reduce(nil) { sum, counts in sum.map { $0 + counts } ?? counts }
  }
}

extension PlanFigure {
  /// The group, for a reader.
  func title(_ language: ReaderLanguage) -> String {
    switch section {
    case .language: LanguageTag(name).map { BroadcastLanguage.name(of: $0, in: language) } ?? name
    case .kind:
      (Outlet.Kind(rawValue: name)?.name
        ?? Words(vi: "nhiều loại, không tách được", en: "several kinds in one figure"))[language]
        + (measure.isEmpty ? "" : " · \(measure)")
    }
  }
}
