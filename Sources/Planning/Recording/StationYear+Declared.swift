import Counting
import Digests
import Logs
import Reports
import ScheduleModel

extension StationYear {
  /// Which rows of a table of declared figures the Book has not yet.
  ///
  /// - Parameters:
  ///   - decimalPoint: Whether numbers have points before decimals; `nil` for what the column shows.
  ///   - today: The day on which it is recorded.
  func declarations(in file: InputFile, of plan: Plan, decimalPoint: Bool?, today: CivilDay) -> (
    table: ImportReport.Declared, findings: [Finding]
  ) {
    let read = DeclaredReader.read(
      file.bytes, file: file.name, plan: plan, profile: plan.usualProfile, decimalPoint: decimalPoint,
      today: today)
    let recorded = recordedRows(of: Digest.sha256(file.bytes))
    let new = read.figures.filter { !recorded.contains(DeclaredText.Row($0.place, of: file.name)) }
    return (
      ImportReport.Declared(
        file: file.name, figures: new, known: read.figures.count - new.count,
        hasFaults: read.findings.hasErrors), read.findings
    )
  }

  /// The rows that the Book has of the file with a digest; empty for a file that it does not know.
  func recordedRows(of digest: String) -> Set<DeclaredText.Row> {
    book.entries(.declared).filter { $0.head.notes["source-sha256"] == digest }
      .reduce(into: []) { $0.formUnion(DeclaredText.rows(in: Array($1.body))) }
  }

  /// What figures that come in contradict of each other and of those that the Book has.
  func contradictions(of figures: [DeclaredFigure], in plan: Plan) -> [Finding] {
    guard !figures.isEmpty else { return [] }
    let profile = plan.usualProfile
    let recorded = recordedFigures(plan, profile: profile).figures
    let known = Set(DeclaredPeriods.contradictions(in: recorded, plan: plan, profile: profile))
    return DeclaredPeriods.contradictions(in: recorded + figures, plan: plan, profile: profile).filter {
      !known.contains($0)
    }
  }
}
