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
    rights = [Right.draft, .recordLogs, .readDraft].filter { plan?.allows($0) ?? false }
    address = "/p/\(plan?.plan.slug ?? "")"
    self.language = language
  }

  /// The pages for the commands that a remedy names, each once, in their order there; none for a command that has no page,
  /// and for a page that the reader may not open.
  func links(_ remedy: Words) -> [PageFrame.Link] {
    var links: [PageFrame.Link] = []
    for match in remedy.en.matches(of: /lichsong ([a-z]+)/) {
      guard let (page, name) = page(of: match.output.1) else { continue }
      let link = PageFrame.Link(address: address + page, name: name[language])
      if !links.contains(where: { $0.address == link.address }) { links.append(link) }
    }
    return links
  }

  private func page(of command: Substring) -> (String, Words)? {
    switch command {
    case "allocate" where rights.contains(.draft): ("/desk/replan", ReplanPage.title)
    case "move" where rights.contains(.readDraft): ("/desk", DeskPage.title)
    case "publish" where rights.contains(.readDraft): ("/desk/publish", DeskPublishPage.title)
    case "import" where rights.contains(.recordLogs): ("/logs/upload", UploadPage.title)
    case "link": ("/logs/unmatched", UnmatchedPage.title)
    case "schedule": ("/schedule", Words(vi: "Lịch phát", en: "Schedule"))
    case "close", "verify": ("/desk/closes", ClosesPage.title)
    case "report": ("/counts", CountsPage.title)
    default: nil
    }
  }
}
