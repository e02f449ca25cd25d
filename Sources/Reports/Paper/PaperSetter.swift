public import ScheduleModel

extension TallyReport {
  /// The report as a paper in one of the official layouts.
  ///
  /// On paper Vietnamese quantities below ten have a zero before them; a figure that is not stated or not known is
  /// "–". A broadcast schedule and a list of work need the input's schedule, and are empty
  /// without.
  public static func paper(
    _ input: Input, layout: Paper.Layout, terms: PaperTerms = PaperTerms(), language: ReaderLanguage
  ) -> Paper {
    let setter = PaperSetter(input, terms, language)
    return switch layout {
    case .result: setter.result()
    case .annex: setter.annex()
    case .months: setter.months()
    case .schedule: setter.broadcasts()
    case .grid: setter.grid()
    case .tasks: setter.tasks()
    }
  }
}

/// Sets a report as a paper: what the layouts share.
struct PaperSetter {
  let input: TallyReport.Input
  let terms: PaperTerms
  let language: ReaderLanguage
  let layout: TallyLayout
  /// The openings, by id.
  let slots: [String: Slot]

  init(_ input: TallyReport.Input, _ terms: PaperTerms, _ language: ReaderLanguage) {
    self.input = input
    self.terms = terms
    self.language = language
    layout = TallyLayout(input.plan, input.tally)
    slots = Dictionary(
      (input.schedule?.slots ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var plan: Plan { input.plan }

  func letterhead(office: String? = nil, numbered: Bool) -> Paper.Letterhead {
    Paper.Letterhead(of: plan.office, named: office, terms: terms, numbered: numbered, in: language)
  }

  var signature: Paper.Signature { Paper.Signature(of: plan.office, in: language) }

  /// The plan's own document; `nil` when none is named.
  var planDocument: PlanDocument? { plan.ownDocument }

  // MARK: - Figures

  /// How figures are set on paper.
  var figures: FigureSetter { FigureSetter(language: language, isPaper: true) }

  /// The name of a unit of the plan.
  func unitName(_ id: String?) -> String? { id.map { plan.unit($0)?.name ?? $0 } }
}

/// A number on paper: Vietnamese offices write quantities below ten with a zero before them.
func paperNumber(_ number: Int, in language: ReaderLanguage) -> String {
  language == .vietnamese && (1...9).contains(number) ? "0\(number)" : grouped(number, in: language)
}

/// A Roman numeral, 1 to 39.
func roman(_ number: Int) -> String {
  precondition((1...39).contains(number), "a paper has few parts")
  let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
  return String(repeating: "X", count: number / 10) + ones[number % 10]
}
