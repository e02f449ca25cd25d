import HTTPTypes
import Hummingbird
import Planning
import Reports
import ScheduleModel
import StationDesk
import StationStore

/// What a folder that was sent in would change: entries that the Book here lacks, files, and what another text of the plan
/// does to the year. Nothing is taken in before its sender has looked and said so.
struct FolderPreviewPage {
  let title: String
  let back: PageFrame.Link
  let told: String?
  let reason: String
  /// Whether the reason is missing though the folder was to be taken in.
  let isReasonMissing: Bool
  let nothing: String?
  let entries: [String]
  let files: [String]
  let findings: [PlanEditPage.Row]
  let differences: [PlanEditPage.Difference]
  let effects: [String]
  let action: String
  let token: String
  let seen: String
  let take: String?
  let words: PageWordsOfFolder

  /// The words of the page.
  struct PageWordsOfFolder {
    let entries, files, difference, effect, findings, discard, reason, noReason: String
  }

  static let title = Words(vi: "Xem trước thư mục gửi lên", en: "What the folder would change")

  /// So many entries and files are named.
  private static let most = 100

  static func answer(_ visit: Visit) async throws -> Response { try await page(visit, told: nil, .ok) }

  /// Takes the folder in as it was looked at, or drops it.
  static func settle(_ visit: Visit) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor, let form = visit.form else {
      throw Refusal.notFound
    }
    let desk = visit.station.desk
    let folder = try await desk.waitingFolder(visit.part("folder"), of: plan, by: visitor)
    if form["step"] == "discard" {
      try await desk.discard(folder, of: plan, by: visitor)
      return .seeOther("/p/\(plan.plan.slug)/folder")
    }
    guard form["step"] == "take", !form["seen"].isEmpty else { throw Refusal.unreadable }
    let reason = (form.sent("reason") ?? folder.reason).trimmed
    guard !reason.isEmpty, reason.count <= 500 else {
      return try await page(visit, told: nil, reason: form["reason"], .unprocessableContent)
    }
    let files = try await visit.station.years.work.run { try ArchivePage.unpacked(folder.octets) }
    do {
      let done = try await ArchivePage.orRefusal {
        try await desk.takeIn(
          folder.with(reason: reason), files, to: plan, restingOn: form["seen"], by: visitor)
      }
      return .seeOther("/p/\(plan.plan.slug)/folder?entries=\(done.newEntries)&files=\(done.changedFiles)")
    } catch is PlanOvertaken {
      return try await page(
        visit,
        told: Words(
          vi: "Kế hoạch đã đổi sau khi bạn mở trang; chưa đưa gì vào kho. Hãy xem lại dưới đây.",
          en: "The plan changed after you opened the page; nothing was taken in. Look at it again, below."),
        reason: reason, .preconditionFailed)
    }
  }

  /// - Parameter reason: What stands in its field; `nil` for what was given with the file.
  private static func page(
    _ visit: Visit, told: Words?, reason: String? = nil, _ status: HTTPResponse.Status
  ) async throws -> Response {
    guard let plan = visit.plan, let visitor = visit.visitor else { throw Refusal.notFound }
    let desk = visit.station.desk
    let folder = try await desk.waitingFolder(visit.part("folder"), of: plan, by: visitor)
    let state = try await desk.state(of: plan.plan)
    let stored = try await desk.folder(of: plan)
    let (book, files) = try await desk.contents(of: plan.plan)
    let (change, year, text) = try await visit.station.years.work.run {
      let change = FolderChange(from: stored, to: try ArchivePage.unpacked(folder.octets))
      let year = StationYear(book, files)
      return (change, year, change.planText.map { year.effect(ofPlan: $0.new) })
    }
    var effect: PlanEditPage.Effect?
    if let text, let new = change.planText?.new {
      let schedule =
        text.findings.hasErrors
        ? .known(nil)
        : try await visit.station.effects.effect(ofText: new, in: plan.plan, now: visit.caller.now)
      effect = (text, schedule)
    }
    let body = try await visit.station.years.work.run { [effect] in
      Template.render(
        .folderPreview,
        FolderPreviewPage(
          visit, plan, folder, change, year, effect, state: state, told: told, reason: reason,
          isReasonMissing: status == .unprocessableContent))
    }
    var response = visit.page(title, of: try await visit.year(), here: nil, body: body)
    response.status = status
    return response
  }

  private init(
    _ visit: Visit, _ plan: VisiblePlan, _ folder: WaitingFolder, _ change: FolderChange, _ year: StationYear,
    _ effect: PlanEditPage.Effect?, state: String, told: Words?, reason given: String?, isReasonMissing: Bool
  ) {
    let language = visit.language
    title = Self.title[language]
    back = PageFrame.Link(
      address: "/p/\(plan.plan.slug)/folder", name: ArchivePage.title[language])
    self.told = told?[language]
    reason = given ?? folder.reason
    self.isReasonMissing = isReasonMissing
    nothing =
      change.isEmpty
      ? Words(
        vi: "Thư mục này không có gì khác với kho; không cần đưa vào.",
        en: "This folder has nothing that differs from the store; there is nothing to take in.")[language]
      : nil
    func shortened(_ lines: [String]) -> [String] {
      let rest = lines.count - Self.most
      return Array(lines.prefix(Self.most))
        + (rest > 0 ? [Words(vi: "và \(rest) nữa", en: "and \(rest) more")[language]] : [])
    }
    entries = shortened(
      change.entries.map { entry in
        let kind = HistoryReport.name(ofKind: entry.head.kind.rawValue)[language]
        let comment = entry.head.comment.map { ": \($0)" } ?? ""
        return "\(kind), \(PageTime.text(entry.head.time, of: year.plan)), \(entry.head.author)\(comment)"
          .visible()
      })
    files = shortened(
      change.files.map { file, isNew in
        let what =
          isNew ? Words(vi: "tệp mới", en: "new") : Words(vi: "thay tệp cũ", en: "replaces the one here")
        return "\(file) (\(what[language]))".visible()
      })
    differences =
      change.planText.map {
        PlanEditPage.Difference.all(
          from: String(decoding: $0.old, as: UTF8.self), to: String(decoding: $0.new, as: UTF8.self))
      } ?? []
    effects = effect.map { PlanEditPage.sentences($0, language) } ?? []
    findings = (effect?.text.fresh ?? []).filter { $0.severity != .info }.map {
      PlanEditPage.Row(
        kind: $0.severity.rawValue, place: $0.place.map { "\($0.file):\($0.line)".visible() },
        message: $0.message[language].visible(), excerpt: $0.excerpt?.visible(keepingTabs: true),
        remedy: $0.deskRemedy?[language].visibleLines())
    }
    action = "/p/\(plan.plan.slug)/folder/in/\(folder.id)"
    token = visit.visitor?.formToken ?? ""
    seen = state
    take = change.isEmpty ? nil : Words(vi: "Đưa vào kho", en: "Take it in")[language]
    words = PageWordsOfFolder(
      entries: Words(vi: "Mục sổ sẽ được thêm", en: "Entries that would be added to the Book")[language],
      files: Words(vi: "Tệp sẽ được thêm hoặc thay", en: "Files that would be added or replaced")[language],
      difference: Words(vi: "Văn bản kế hoạch khác ở đâu", en: "How the plan's text differs")[language],
      effect: Words(vi: "Ảnh hưởng đến cả năm", en: "What it does to the year")[language],
      findings: Words(vi: "Cần xem lại", en: "What needs a look")[language],
      discard: Words(vi: "Bỏ, không đưa vào", en: "Drop it")[language],
      reason: Words(vi: "Vì sao", en: "Why")[language], noReason: Refusal.noReason.words[language])
  }

  static let template = """
    <p class="back">{{#back}}<a href="{{address}}">← {{name}}</a>{{/back}}</p>
    <h1>{{title}}</h1>
    {{#told}}<p class="note" role="alert">{{.}}</p>{{/told}}
    {{#nothing}}<p>{{.}}</p>{{/nothing}}
    {{#findings}}{{#first()}}<h2>{{words.findings}}</h2><ul class="findings">{{/first()}}<li class="{{kind}}"><p>{{#place}}<b>{{.}}</b>: {{/place}}{{message}}</p>\
    {{#excerpt}}<pre>{{.}}</pre>{{/excerpt}}{{#remedy}}<p class="remedy">{{.}}</p>{{/remedy}}</li>{{#last()}}</ul>{{/last()}}{{/findings}}
    {{#entries}}{{#first()}}<h2>{{words.entries}}</h2><ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/entries}}
    {{#files}}{{#first()}}<h2>{{words.files}}</h2><ul>{{/first()}}<li>{{.}}</li>{{#last()}}</ul>{{/last()}}{{/files}}
    {{> textDifference}}
    <form method="post" action="{{action}}" class="fields"><input type="hidden" name="token" value="{{token}}"><input type="hidden" name="seen" value="{{seen}}">
    {{#take}}<p><label for="reason">{{words.reason}}</label><input id="reason" name="reason" maxlength="500" value="{{reason}}"{{#isReasonMissing}} aria-invalid="true" aria-describedby="reason-error" autofocus{{/isReasonMissing}}>\
    {{#isReasonMissing}}<span class="wrong" id="reason-error" role="alert">{{words.noReason}}</span>{{/isReasonMissing}}</p>
    <p><button name="step" value="take">{{.}}</button></p>{{/take}}
    <p><button name="step" value="discard" class="plain">{{words.discard}}</button></p></form>

    """
}

/// What a folder would change in a store.
private struct FolderChange {
  /// The entries that the store lacks.
  let entries: [BookEntry]
  /// The working files that are new or differ, with whether they are new.
  let files: [(name: String, isNew: Bool)]
  /// The plan's text before and after; `nil` where it stays.
  let planText: (old: [UInt8], new: [UInt8])?

  var isEmpty: Bool { entries.isEmpty && files.isEmpty }

  init(from stored: [InputFile], to sent: [InputFile]) {
    let there = Dictionary(stored.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(stored.filter { $0.name.hasPrefix("book/") }.map(\.digest))
    entries = sent.filter { $0.name.hasPrefix("book/") && !known.contains($0.digest) }.compactMap {
      try? BookEntry.reading($0).get()
    }
    files = sent.filter { !$0.name.hasPrefix("book/") && there[$0.name]?.digest != $0.digest }
      .map { ($0.name, there[$0.name] == nil) }.sorted { $0.name < $1.name }
    let (old, new) = (there["plan.yaml"], sent.first { $0.name == "plan.yaml" })
    planText = new.flatMap { new in old?.digest == new.digest ? nil : (old?.bytes ?? [], new.bytes) }
  }
}
