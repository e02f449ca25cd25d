import Reports
import ScheduleModel
import StationDesk
import StationStore

/// A table of sums as the template names it.
struct SumsTable {
  let heading: String
  /// What the figures are of, and the way back to all; `nil` where nothing is chosen.
  var chosen: Chosen?
  let columns: [String]
  let figures: [String]
  var rows: [Row]

  /// A row.
  struct Row {
    let kind: String
    let name: String
    let leads: String?
    /// What stands between the name and the figures.
    let words: [String]
    let cells: [FigureCells.Cell]
  }

  /// What was chosen to be shown.
  struct Chosen {
    let name: String
    let all: PageFrame.Link
  }

  /// By kind of outlet, works first, then what is counted in other units.
  init(kindsOf sums: UnitSums, _ figures: [PlanFigure], _ choice: FigureChoice, _ language: ReaderLanguage) {
    heading = Words(vi: "Theo loại kênh", en: "By kind of outlet")[language]
    columns = [Words(vi: "Loại kênh", en: "Kind of outlet")[language]]
    self.figures = FigureCells.heads(language)
    let order = Outlet.Kind.allCases.map(\.rawValue)
    let groups = Dictionary(grouping: figures.filter { $0.section == .kind }) { [$0.measure, $0.name] }
    rows = groups.values.compactMap { group in
      group.first.map { ($0, group.map(\.counts).reduce(FigureCounts(), +)) }
    }
    // A group of which nothing is known tells nothing.
    .filter { $0.1.planned != nil || $0.1.scheduled > 0 || $0.1.aired != nil }
    .sorted { left, right in
      let place = { (figure: PlanFigure) in
        (figure.measure, order.firstIndex(of: figure.name) ?? order.count, figure.name)
      }
      return place(left.0) < place(right.0)
    }.map { figure, counts in
      let leads = Self.address(sums, figure)
      return Row(
        kind: "line", name: figure.title(language).visible(), leads: leads, words: [],
        cells: FigureCells(counts, leads: leads, language).cells)
    }
    let works = figures.filter { $0.section == .kind && $0.measure.isEmpty }
    if Set(works.map(\.name)).count > 1 {
      rows.append(
        Row(
          kind: "group", name: Words(vi: "Cộng tác phẩm", en: "All works")[language], leads: nil, words: [],
          cells: FigureCells(works.map(\.counts).reduce(FigureCounts(), +), leads: nil, language).cells))
    }
  }

  /// By language, which are not added.
  init(
    languagesOf sums: UnitSums, _ figures: [PlanFigure], _ choice: FigureChoice, _ language: ReaderLanguage
  ) {
    heading = Words(vi: "Theo ngôn ngữ", en: "By language")[language]
    columns = [Words(vi: "Ngôn ngữ", en: "Language")[language]]
    self.figures = Array(FigureCells.heads(language).dropFirst())
    let groups = Dictionary(grouping: figures.filter { $0.section == .language }, by: \.name)
    rows = groups.values.compactMap { group in
      group.first.map { ($0, group.map(\.counts).reduce(FigureCounts(), +)) }
    }.sorted { ($0.1.scheduled, $1.0.name) > ($1.1.scheduled, $0.0.name) }.map { figure, counts in
      let leads = Self.address(sums, figure)
      return Row(
        kind: "line", name: figure.title(language).visible(), leads: leads, words: [],
        cells: Array(FigureCells(counts, leads: leads, language).cells.dropFirst()))
    }
  }

  /// The plans of the unit itself, and the units right below it.
  init(unitsOf sums: UnitSums, _ choice: FigureChoice, _ language: ReaderLanguage) {
    heading = Words(vi: "Theo đơn vị", en: "By unit")[language]
    columns = [
      Words(vi: "Đơn vị hoặc kế hoạch", en: "Unit or plan"), Words(vi: "Tình hình", en: "State"),
    ].map { $0[language] }
    let hasPlanned = choice.section == .kind
    func shown(_ counts: FigureCounts?, _ leads: String?) -> [FigureCells.Cell] {
      Array(FigureCells(counts, leads: leads, language).cells.dropFirst(hasPlanned ? 0 : 1))
    }
    figures = Array(FigureCells.heads(language).dropFirst(hasPlanned ? 0 : 1))
    let ofPlans = Dictionary(grouping: sums.figures, by: \.of)
    let ofUnits = Dictionary(grouping: sums.sums, by: \.of)
    var all: [FigureCounts] = []
    let plans = sums.plans.filter {
      $0.counted == nil || $0.counted?.year == nil || $0.counted?.year == sums.year
    }
    .map { plan -> Row in
      let counts = choice.sum(of: ofPlans[plan.plan.number, default: []].map(\.figure))
      if let counts { all.append(counts) }
      let page = "/p/\(plan.plan.slug)"
      return Row(
        kind: "line", name: (plan.counted?.title ?? plan.plan.slug).visible(), leads: page,
        words: [Self.state(of: plan)[language]], cells: shown(counts, page + "/counts"))
    }
    let units = sums.below.map { unit -> Row in
      let coverage = sums.coverage[unit.number]
      let counts = choice.sum(of: ofUnits[unit.number, default: []].map(\.figure))
      if let counts { all.append(counts) }
      var page = SumsPage.address(of: unit, year: sums.year, choice)
      // A unit of one plan alone needs no page of sums between.
      if let coverage, coverage.units == 1, coverage.plans == 1, let slug = coverage.slug {
        page = "/p/\(slug)/counts"
      }
      return Row(
        kind: "line", name: unit.name.visible(), leads: page,
        words: [coverage.map { Self.state(of: $0)[language] } ?? ""], cells: shown(counts, page))
    }
    rows = plans + units
    if rows.count > 1, let first = all.first {
      let sum = all.dropFirst().reduce(first, +)
      rows.append(
        Row(
          kind: "group", name: Words(vi: "Cộng", en: "Sum")[language], leads: nil, words: [""],
          cells: shown(sum, nil)))
    }
    if let name = choice.name {
      let figure = PlanFigure(
        section: choice.section, name: name, measure: choice.measure, counts: FigureCounts())
      chosen = Chosen(
        name: figure.title(language).visible(),
        all: PageFrame.Link(
          address: SumsPage.address(of: sums.unit, year: sums.year),
          name: Words(vi: "Tất cả tác phẩm", en: "All works")[language]))
    }
  }

  /// Where the figure of a group leads: to the same figure by unit.
  private static func address(_ sums: UnitSums, _ figure: PlanFigure) -> String {
    SumsPage.address(of: sums.unit, year: sums.year, FigureChoice(figure)) + "#units"
  }

  /// What a plan has, and what it lacks.
  private static func state(of plan: UnitPlan) -> Words {
    guard let counted = plan.counted else { return Words(vi: "chưa tính", en: "not counted yet") }
    guard counted.year != nil else { return Words(vi: "kế hoạch còn lỗi", en: "the plan has errors") }
    let logs = counted.logsUpTo.flatMap { CivilDay(iso: $0) }
    let stage =
      switch counted.stage {
      case "published": Words(vi: "đã phát hành", en: "published")
      case "draft": Words(vi: "dự thảo", en: "draft")
      default: Words(vi: "chưa phát hành", en: "not published")
      }
    return Words(
      vi: stage.vi + ", " + (logs.map { "nhật ký đến \($0.forPeople)" } ?? "chưa có nhật ký"),
      en: stage.en + ", " + (logs.map { "logs up to \($0.forPeople)" } ?? "no log"))
  }

  /// How far a unit has plans and logs, with all below it.
  private static func state(of coverage: UnitCoverage) -> Words {
    func vi(_ number: Int) -> String { grouped(number, in: .vietnamese) }
    func en(_ number: Int) -> String { grouped(number, in: .english) }
    guard coverage.plans > 0 else {
      return coverage.plansUncounted > 0
        ? Words(vi: "chưa tính", en: "not counted yet")
        : coverage.plansBroken > 0
          ? Words(vi: "kế hoạch còn lỗi", en: "the plan has errors")
          : Words(vi: "chưa có kế hoạch", en: "no plan")
    }
    if coverage.units == 1, coverage.plans == 1 {
      return coverage.plansWithoutLog == 1
        ? Words(vi: "chưa có nhật ký", en: "no log") : Words(vi: "có nhật ký", en: "with logs")
    }
    let without = coverage.units - coverage.unitsWithPlan
    return Words(
      vi: "\(vi(coverage.plans)) kế hoạch"
        + (without > 0 ? ", \(vi(without)) đơn vị chưa có kế hoạch" : "")
        + (coverage.plansWithoutLog > 0 ? ", \(vi(coverage.plansWithoutLog)) chưa có nhật ký" : ""),
      en: "\(en(coverage.plans)) \(coverage.plans == 1 ? "plan" : "plans")"
        + (without > 0 ? ", \(en(without)) \(without == 1 ? "unit" : "units") without one" : "")
        + (coverage.plansWithoutLog > 0 ? ", \(en(coverage.plansWithoutLog)) without a log" : ""))
  }

  static let template = """
    <h2{{#chosen}} id="units"{{/chosen}}>{{heading}}{{#chosen}} <span class="soft">{{name}}</span>{{/chosen}}</h2>
    {{#chosen}}{{#all}}<p class="noprint"><a href="{{address}}">← {{name}}</a></p>{{/all}}{{/chosen}}
    <div class="table" tabindex="0" role="region" aria-label="{{heading}}">
    <table><thead><tr>{{#columns}}<th scope="col">{{.}}</th>{{/columns}}{{#figures}}<th scope="col" class="number">{{.}}</th>{{/figures}}</tr></thead><tbody>
    {{#rows}}
    <tr class="{{kind}}"><th scope="row" class="name">{{#leads}}<a href="{{.}}">{{name}}</a>{{/leads}}{{^leads}}{{name}}{{/leads}}</th>\
    {{#words}}<td>{{.}}</td>{{/words}}\
    {{#cells}}<td class="number">{{#opens}}<a href="{{.}}">{{text}}</a>{{/opens}}{{^opens}}{{text}}{{/opens}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody></table></div>

    """
}
