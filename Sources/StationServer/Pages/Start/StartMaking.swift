import HTTPTypes
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationFolder
import StationStore

/// What somebody filled in to begin a plan, and the plan that comes of it.
struct StartMaking {
  let way: StartWay
  let form: FormBody
  let visit: Visit

  /// The largest file that a plan is made of, in octets.
  static let largest = 5 << 20

  /// The plans of which next year's can be made: those whose text and figures the visitor may see.
  static func sources(_ visit: Visit) async throws -> [VisiblePlan] {
    guard let visitor = visit.visitor else { return [] }
    return try await visit.station.desk.plans(visitor).filter { $0.allows(.readDraft) }
  }

  /// The year on the clock of Việt Nam.
  static func thisYear(_ visit: Visit) -> Int { visit.caller.now.adding(minutes: 7 * 60).day.year }

  /// What the plan is made of, for the audit trail.
  var source: String {
    switch way {
    case .blank: "blank"
    case .annex, .calendar: "\(way.rawValue) \(form["source"])"
    case .after: "after \(form["plan"])"
    }
  }

  /// Makes the plan; nothing is stored.
  func made() async throws -> (plan: NewPlan, source: String) {
    let (slug, language) = (form["name"].filter { !$0.isWhitespace }, visit.language)
    guard slug.wholeMatch(of: /[a-z0-9][a-z0-9-]{0,62}/) != nil else { throw DeskRefusal.planName(slug) }
    let title = form["title"].trimmed.isEmpty ? nil : form["title"].trimmed
    let year = try year()
    func heading(_ year: Int) -> NewPlan.Heading { NewPlan.Heading(name: slug, title: title, year: year) }
    let usual = Self.thisYear(visit)
    let work = visit.station.years.work
    switch way {
    case .blank:
      return (NewPlan.blank(heading(year ?? usual), language: language), "blank")
    case .annex:
      let file = try file()
      let table = Int(form["table"].trimmed)
      let plan = try await work.run {
        NewPlan.annex(
          InputFile(name: file.name, bytes: file.octets), name: slug, title: title, year: year, choice: table,
          language: language)
      }
      return (plan, file.name)
    case .after:
      return (try await after(slug, title, year), form["plan"])
    case .calendar:
      let file = try file()
      let name = form["outlet"].trimmed
      guard !name.isEmpty, let kind = Outlet.Kind(rawValue: form["kind"]) else { throw Self.noOutlet }
      let outlet = NewPlan.FirstOutlet(name: name, kind: kind)
      let heading = heading(year ?? usual)
      let program = visit.station.surroundings.ownProgram
      let plan = try await work.run {
        let outcome = try AdoptionPipeline.run(
          AdoptionPipeline.Request(
            file: file.name, aim: .grid, outlet: outlet.id, plan: nil, year: CivilDay.year(heading.year)),
          octets: file.octets, program: program, command: AdoptionPipeline.childCommand)
        return NewPlan.calendar(
          heading, of: outlet, outcome.parts.grid, findings: outcome.findings, language: language)
      }
      return (plan, file.name)
    }
  }

  /// Next year's plan from one on this server.
  private func after(_ slug: String, _ title: String?, _ year: Int?) async throws -> NewPlan {
    guard let visitor = visit.visitor else { throw Refusal.notFound }
    let old = try await visit.station.desk.plan(form["plan"], for: visitor, .readDraft)
    let (book, files) = try await visit.station.desk.contents(of: old.plan)
    let (language, usual) = (visit.language, Self.thisYear(visit))
    return try await visit.station.years.work.run {
      let before = StationYear(book, files)
      let text = files?.plan ?? book.last(.plan).map { InputFile(name: "plan.yaml", bytes: Array($0.body)) }
      guard let text else { throw Self.noText }
      let heading = NewPlan.Heading(
        name: slug, title: title, year: year ?? before.plan?.yearAfter ?? usual)
      return NewPlan.after(before, text: text, heading, language: language)
    }
  }

  private func year() throws -> Int? {
    let text = form["year"].trimmed
    guard !text.isEmpty else { return nil }
    guard let year = Int(text), (2000...2100).contains(year) else {
      throw Refusal(
        status: .unprocessableContent,
        words: Words(vi: "Năm là số từ 2000 đến 2100.", en: "The year is a number from 2000 to 2100."))
    }
    return year
  }

  private func file() throws -> MultipartBody.File {
    guard let file = form.files["file"], !file.octets.isEmpty else { throw Refusal.noFile }
    return file
  }

  private static let noOutlet = Refusal(
    status: .unprocessableContent,
    words: Words(
      vi: "Ghi tên kênh và chọn loại kênh mà lịch này là của nó.",
      en: "Give the name and the kind of the outlet whose calendar it is."))

  private static let noText = Refusal(
    status: .unprocessableContent,
    words: Words(vi: "Kế hoạch này chưa có văn bản.", en: "This plan has no text yet."))
}
