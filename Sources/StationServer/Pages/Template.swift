import Mustache
import Reports

/// The templates of the pages, read once when the first page is made.
///
/// Each begins with the content type whose escaping looks at every scalar; ``text(_:_:)`` puts it there, so that none can
/// be without. Values stand between quotes or in text, never in a script, a style or a name of an attribute.
enum Template {
  /// What a template makes of a value.
  static func render(_ name: Name, _ value: Any) -> String {
    guard let text = library.render(value, withTemplate: name.rawValue) else {
      preconditionFailure("there is no template “\(name)”")
    }
    return text
  }

  /// The templates that there are.
  enum Name: String, CaseIterable {
    case head, foot, table, picture
    case field
    case waiting, error, signIn, password, plans, today, year, cell, schedule, languages, report, findings,
      text, papers, feeds, jobs, upload, preview, unmatched, texts, ways, archive, newPlan, start, startField
    case folderPreview, declare, declareForm, reminders, textVersions, textVersion, textDifference
    case columns, row, handStatements, broadcast, history, historyEntry
    case units, unit, unitFields, sums
    case account, code, factor, tokens, roles, people, person, audit
    case desk, deskBlock, deskNotice, deskRules, deskFindings, move, moveChoice, unplaced, deskPublish,
      planEdit, planTables, planRow, planRowField, planPaste, planCalendar, replan, replanResult, replanCurve,
      discard,
      closes, close, board

    /// The text of the template.
    var text: String {
      switch self {
      case .head: PageFrame.headTemplate
      case .foot: PageFrame.footTemplate
      case .table: TableView.template
      case .picture: PictureView.template
      case .error: ErrorPage.template
      case .field: FieldPage.template
      case .signIn: SignInPage.template
      case .password: PasswordPage.template
      case .plans: PlansPage.template
      case .today: TodayPage.template
      case .year: YearPage.template
      case .cell: CellPage.template
      case .schedule: SchedulePage.template
      case .languages: LanguagesPage.template
      case .report: ReportView.template
      case .findings: FindingsPage.template
      case .text: PlanTextPage.template
      case .papers: PapersPage.template
      case .feeds: FeedsPage.template
      case .account: AccountPage.template
      case .code: CodePage.template
      case .factor: FactorPage.template
      case .tokens: TokensPage.template
      case .roles: RoleChoices.template
      case .people: PeoplePage.template
      case .person: PersonPage.template
      case .audit: AuditPage.template
      case .units: UnitsPage.template
      case .unit: UnitPage.template
      case .unitFields: UnitFields.template
      case .sums: SumsPage.template
      case .jobs: JobsPage.template
      case .upload: UploadPage.template
      case .preview: PreviewPage.template
      case .waiting: PreviewPage.waitingTemplate
      case .unmatched: UnmatchedPage.template
      case .texts: PreviewPage.textsTemplate
      case .ways: LogsPage.waysTemplate
      case .archive: ArchivePage.template
      case .newPlan: NewPlanPage.template
      case .folderPreview: FolderPreviewPage.template
      case .declare: DeclarePage.template
      case .reminders: RemindersPage.template
      case .declareForm: DeclareFormPage.template
      case .textVersions: TextVersionsPage.template
      case .textVersion: TextVersionPage.template
      case .textDifference: PlanEditPage.differenceTemplate
      case .columns: ColumnsPage.template
      case .row: RowPage.template
      case .handStatements: HandStatementsPage.template
      case .broadcast: BroadcastPage.template
      case .history: HistoryPage.template
      case .historyEntry: HistoryEntryPage.template
      case .start: StartPage.template
      case .startField: StartField.template
      case .desk: DeskPage.template
      case .deskBlock: DeskBlock.template
      case .deskNotice: DeskNotice.template
      case .deskRules: DeskRules.template
      case .deskFindings: DeskFindingsPage.template
      case .move: MovePage.template
      case .moveChoice: MovePage.choiceTemplate
      case .unplaced: UnplacedPage.template
      case .deskPublish: DeskPublishPage.template
      case .planEdit: PlanEditPage.template
      case .planTables: PlanTablesPage.template
      case .planRow: PlanRowPage.template
      case .planRowField: PlanRowField.template
      case .planPaste: PlanPastePage.template
      case .planCalendar: PlanCalendarPage.template
      case .replan: ReplanPage.template
      case .replanResult: ReplanResultView.template
      case .replanCurve: ReplanCurve.template
      case .discard: DiscardPage.template
      case .closes: ClosesPage.template
      case .close: ClosePage.template
      case .board: LanguageBoardPage.template
      }
    }
  }

  private static let library: MustacheLibrary = {
    PageEscaping.register()
    var library = MustacheLibrary()
    for name in Name.allCases {
      do {
        try library.register("{{%CONTENT_TYPE: \(PageEscaping.name)}}\n" + name.text, named: name.rawValue)
      } catch {
        preconditionFailure("the template “\(name)” cannot be read: \(error)")
      }
    }
    return library
  }()
}
