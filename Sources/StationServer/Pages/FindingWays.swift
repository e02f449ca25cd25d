import Reports
import ScheduleModel
import StationDesk
import StationStore

/// The pages that do what remedies name a command for.
struct FindingWays {
  /// The rights of the reader that open such pages, for the key of a kept page.
  let rights: [Right]
  private let address: String
  private let language: ReaderLanguage

  /// The ways of a reader of a plan.
  init(_ plan: VisiblePlan?, _ language: ReaderLanguage) {
    rights = [Right.read, .readDraft, .draft, .recordLogs, .changePlan].filter { plan?.allows($0) ?? false }
    address = "/p/\(plan?.plan.slug ?? "")"
    self.language = language
  }

  /// What to do about a finding in the browser, and where; `nil` where nothing helps.
  func remedy(of finding: Finding) -> (text: String?, links: [PageFrame.Link]) {
    guard let remedy = finding.remedy, let told = finding.deskRemedy else { return (nil, []) }
    let found = links(remedy)
    let isForOthers =
      found.isEmpty && (remedy != told || finding.code == .draftOutdated)
      && remedy.en.contains("lichsong ")
    let note = Words(
      vi: " Tài khoản của bạn không mở được trang ấy; hãy nhờ người xếp lịch hoặc người quản trị.",
      en: " Your account does not open that page; ask whoever plans, or the administrator.")
    return (told[language].visibleLines() + (isForOthers ? note[language] : ""), found)
  }

  /// The form of the plan's line that a finding is about; empty for a finding of something else, and for a reader who may not change the
  /// plan.
  func form(of finding: Finding, _ plan: Plan?) -> [PageFrame.Link] {
    guard rights.contains(.changePlan), finding.remedy != nil, let place = finding.place,
      let line = plan?.lines.first(where: { $0.place.file == place.file && $0.place.line == place.line })
    else { return [] }
    let title = plan?.title(ofLine: line.id, in: language) ?? line.id
    return [
      PageFrame.Link(
        address: "\(address)/desk/plan/lines/\(line.id.inAddress)",
        name: Words(vi: "Sửa chỉ tiêu “\(title)”", en: "Change the line “\(title)”")[language].visible())
    ]
  }

  /// The pages for the commands that a remedy names, each once, in their order there; none for a command that has no page,
  /// and for a page that the reader may not open.
  func links(_ remedy: Words) -> [PageFrame.Link] {
    var links: [PageFrame.Link] = []
    for match in remedy.en.matches(of: /lichsong ([a-z]+)/) {
      guard let page = PageRemedy.Page(command: match.output.1), rights.contains(page.right) else { continue }
      let link = PageFrame.Link(address: address + page.path, name: page.name[language])
      if !links.contains(where: { $0.address == link.address }) { links.append(link) }
    }
    return links
  }
}
