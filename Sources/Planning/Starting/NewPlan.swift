import PlanFiles
public import ScheduleModel

/// The text of a plan that somebody begins with, and what there is to say about it.
public struct NewPlan: Sendable {
  /// The text of plan.yaml; `nil` when an error keeps it from being written.
  public let text: String?
  /// The plan in it.
  public let plan: Plan?
  /// What it was made of and how that was understood, one sentence each.
  public let remarks: [Words]
  /// What a person has to decide before the plan is used.
  public let decisions: [Words]
  /// What was not understood, left out or refused.
  public let findings: [Finding]

  /// A plan from its text, which is read as `check` reads it: with an error in it, it is not given out.
  init(_ text: String, remarks: [Words] = [], decisions: [Words] = [], findings: [Finding] = []) {
    let reading = PlanReader.read(Array(text.utf8), file: "plan.yaml")
    let isSound = !reading.findings.hasErrors && reading.plan != nil
    self.text = isSound ? text : nil
    plan = isSound ? reading.plan : nil
    self.remarks = remarks
    self.decisions = decisions
    self.findings = findings + reading.findings.filter { $0.severity == .error }
  }

  /// The same plan for somebody who works in the browser: its comments name the page and not the command.
  public var onPage: NewPlan {
    guard let text else { return self }
    var other = text
    for (command, page) in [
      (PlanText.check.vi, PlanText.checkOnPage.vi), (PlanText.check.en, PlanText.checkOnPage.en),
    ] {
      other = other.replacing(command, with: page)
    }
    return NewPlan(
      other, remarks: remarks, decisions: decisions, findings: findings)
  }

  /// Nothing to write, and why.
  init(refused findings: [Finding]) {
    text = nil
    plan = nil
    remarks = []
    decisions = []
    self.findings = findings
  }

  /// What a new plan is called.
  public struct Heading: Sendable {
    /// The id of the plan.
    public let id: String
    /// Its title; `nil` to be taken from what the plan is made of.
    public let title: String?
    /// The year.
    public let year: Int

    /// - Parameter name: The name of the folder, of which the id is made.
    public init(name: String, title: String?, year: Int) {
      let plain = PlanText.plain(name)
      let base = plain.isEmpty ? "ke-hoach" : String(plain.prefix(50))
      id = base.contains(String(year)) ? base : "\(base)-\(year)"
      self.title = title
      self.year = year
    }
  }
}
