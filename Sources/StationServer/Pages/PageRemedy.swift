import ScheduleModel
import StationDesk
import StationFolder

/// A remedy as it is told in the browser: where it names a command of the terminal, it names the page that does the same, or who can
/// do it where no page does.
struct PageRemedy {
  let words: Words

  /// A command in a sentence: its verb, and the arguments behind it. An option takes the word behind it, but for those that take none.
  private static var command: Regex<(Substring, verb: Substring)> {
    /(?:lệnh )?lichsong (?<verb>[a-z]+)(?:(?: …)?(?: --(?:nothing|restate|withdraw|verify)| --[a-z-]+ (?:"[^"]*"|'[^']*'|[^\s,;.()]+(?:\.[^\s,;.()]+)*)| [A-ZĐÊ][A-ZĐÀ-Ỹ:-]+(?![a-zà-ỹ])| "[^"]*"| '[^']*'| [\w\/.-]*[\/.@:=][\w\/.@:=-]*[\w\/]))*/
  }

  init(_ remedy: Words) {
    words = Words(
      vi: Self.text(remedy.vi, .vietnamese), en: Self.text(remedy.en, .english))
  }

  private static func text(_ remedy: String, _ language: ReaderLanguage) -> String {
    let remedy = withCompleteness(withChoices(remedy, language), language)
    guard remedy.contains("lichsong ") else { return remedy }
    var text = remedy.replacing(command) { match in
      guard let page = Page(command: match.output.verb) else { return asked[language] }
      return Words(vi: "trang “\(page.name.vi)”", en: "the page “\(page.name.en)”")[language]
    }
    text = text.replacing("lệnh này nêu", with: "trang ấy nêu").replacing(
      "the command says", with: "that page says")
    // Options of a command mean nothing on a page.
    text = text.replacing(/\s?\([^()]*--[a-z][^()]*\)/, with: "")
    // A list of arguments that stood on a line of its own leaves the page alone there.
    text = text.split(separator: "\n").map { line in
      line.hasPrefix("trang “") || line.hasPrefix("the page “")
        ? line.prefix(1).uppercased() + line.dropFirst() + (line.hasSuffix(".") ? "" : ".") : String(line)
    }.joined(separator: "\n")
    return text
  }

  /// Options of `lichsong adopt` as the choices of the page that takes in a calendar.
  private static func withChoices(_ remedy: String, _ language: ReaderLanguage) -> String {
    guard remedy.contains("--") else { return remedy }
    var text = remedy
    for aim in AdoptionPipeline.Aim.allCases {
      text = text.replacing("--as \(aim.rawValue)", with: "“\(aim.choice[language])”")
    }
    return text.replacing("--close-free-days", with: "“\(PlanCalendarPage.closingFree[language])”")
  }

  /// `--as-of` of commands that read logs as the field of the page that closes a period.
  private static func withCompleteness(_ remedy: String, _ language: ReaderLanguage) -> String {
    guard remedy.contains("--as-of") else { return remedy }
    func put(_ day: Words) -> String {
      Words(
        vi: "điền \(day.vi) vào ô “\(ClosePage.asOfField.vi)” ở trang “\(ClosePage.title.vi)”",
        en: "put \(day.en) into “\(ClosePage.asOfField.en)” on the page “\(ClosePage.title.en)”")[language]
    }
    let last = Words(
      vi: "ngày cuối mà nhật ký đã đủ", en: "the last day up to which they are complete")
    return remedy.replacing("thêm --as-of và ngày cuối mà nhật ký đã đủ", with: put(last))
      .replacing("add --as-of and the last day up to which they are complete", with: put(last))
      .replacing(/(?:thêm|add|say so with) --as-of (?<day>\d{4}-\d{2}-\d{2})/) { match in
        let day = CivilDay(iso: String(match.output.day))?.forPeople ?? String(match.output.day)
        return put(Words(day))
      }
  }

  private static let asked = Words(
    vi: "công cụ trên máy chủ (nhờ người quản trị)", en: "the tool on the server (ask its administrator)")

  /// A page that does what a command does.
  struct Page {
    /// Behind the address of the plan.
    let path: String
    let name: Words
    /// What the reader must be allowed to do.
    let right: Right

    /// - Returns: `nil` for a command that no page stands for.
    init?(command: Substring) {
      switch command {
      case "allocate": self.init("/desk/replan", ReplanPage.title, .draft)
      case "move": self.init("/desk", DeskPage.title, .readDraft)
      case "check": self.init("/findings", FindingsPage.title, .read)
      case "publish": self.init("/desk/publish", DeskPublishPage.title, .readDraft)
      case "import": self.init("/logs/upload", UploadPage.title, .recordLogs)
      case "link": self.init("/logs/unmatched", UnmatchedPage.title, .read)
      case "schedule": self.init("/schedule", Words(vi: "Lịch phát", en: "Schedule"), .read)
      case "close", "verify": self.init("/desk/closes", ClosesPage.title, .read)
      case "report", "reconcile": self.init("/counts", CountsPage.title, .read)
      case "consolidate": self.init("/papers", PapersPage.title, .read)
      case "plan": self.init("/desk/plan", PlanTablesPage.title, .changePlan)
      case "status": self.init("/today", Words(vi: "Hôm nay", en: "Today"), .read)
      default: return nil
      }
    }

    private init(_ path: String, _ name: Words, _ right: Right) {
      (self.path, self.name, self.right) = (path, name, right)
    }
  }
}

extension Finding {
  /// What to do about it in the browser.
  var deskRemedy: Words? {
    switch code {
    case .draftOutdated:
      Words(
        vi: "Hãy xếp lại phần còn lại của năm; những gì đặt tay được giữ.",
        en: "Plan the rest of the year anew; what was put by hand stays.")
    case .draftPast where remedy?.en.contains("slot and start") ?? false:
      Words(
        vi:
          "Mở từng lượt rồi bấm “Về như đã phát hành”; lượt bị bỏ thì xếp lại phần còn lại của năm. Đã phát ngày khác thì nhật ký ghi điều đó.",
        en:
          "Open each and choose “Back to what is published”; where one is left out, plan the rest of the year anew. If one aired on another day, the log says so."
      )
    default: remedy.map { PageRemedy($0).words }
    }
  }
}
