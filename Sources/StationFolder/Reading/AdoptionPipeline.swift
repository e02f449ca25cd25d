import Calendars
import Foundation
import PlanFiles
public import Planning
public import Reports
public import ScheduleModel

/// From somebody else's calendar to parts of a plan.
///
///     file.ics ──child process: CalendarReader──▶ CalendarReading ──▶ grid lines, blackouts or pins ──▶ YAML
public enum AdoptionPipeline {
  /// What a calendar is to become.
  public enum Aim: String, CaseIterable, Sendable {
    /// Openings of an outlet.
    case grid
    /// Days without output.
    case blackouts
    /// Days on which a work of a line must be.
    case pins
  }

  /// For whom a calendar is read, and what it becomes.
  public struct Request: Sendable {
    /// What it becomes.
    public let aim: Aim
    /// The id of the outlet whose calendar it is; `nil` for none.
    public let outlet: String?
    /// The plan; `nil` when there is none yet.
    public let plan: Plan?
    /// Whether whole days that are marked as free close too, when they become days without output.
    public let closesFreeDays: Bool
    /// The file as the user named it, the days, and the clock.
    let terms: CalendarReading.Terms

    /// - Parameters:
    ///   - outlet: An id of the plan, when there is a plan.
    ///   - year: The days that matter without a plan.
    public init(
      file: String, aim: Aim, outlet: String?, plan: Plan?, year: Range<CivilDay>,
      closesFreeDays: Bool = false
    ) {
      self.aim = aim
      self.closesFreeDays = closesFreeDays
      self.outlet = outlet
      self.plan = plan
      let zone = outlet.flatMap { plan?.outlet($0)?.zone } ?? plan?.outlets.first?.zone ?? "Asia/Ho_Chi_Minh"
      terms = CalendarReading.Terms(file: file, days: plan?.days ?? year, zone: zone)
    }
  }

  /// What came of a calendar.
  public struct Outcome: Sendable {
    /// The parts of a plan, as YAML; `nil` when there are none.
    public let text: String?
    /// The same for scripts.
    public let parts: AdoptionReport
    /// What was not understood, assumed or left out.
    public let findings: [Finding]
  }

  /// The command of ours that hands over to ``answer(_:)``.
  public static let childCommand = "read-calendar"

  /// Reads a calendar and makes parts of a plan of it.
  ///
  /// - Parameters:
  ///   - program: This program, which is started again to read the file.
  ///   - command: The argument with which it hands the others to ``answer(_:)``.
  public static func run(
    _ request: Request, program: String, command: String
  ) throws(FileRefusal) -> Outcome {
    try run(request, at: request.terms.file, program: program, command: command)
  }

  /// Reads a calendar that somebody sent in, in the same way.
  ///
  /// - Parameter octets: What the file holds that the request names.
  public static func run(
    _ request: Request, octets: [UInt8], program: String, command: String
  ) throws(FileRefusal) -> Outcome {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.path + "/calendar.ics"
    try AtomicFile.write(path, octets)
    return try run(request, at: path, program: program, command: command)
  }

  private static func run(
    _ request: Request, at path: String, program: String, command: String
  ) throws(FileRefusal) -> Outcome {
    let limits = ReadingChild.Limits.reading(path)
    let child = ReadingChild(
      program: program, arguments: [command] + ChildTerms(request.terms, limits).arguments, limits: limits)
    return adopt(try child.read(path, named: request.terms.file), request)
  }

  /// Makes parts of a plan of a calendar that was read.
  static func adopt(_ reading: CalendarReading, _ request: Request) -> Outcome {
    let outlet = request.outlet.flatMap { request.plan?.outlet($0) }
    var parts = AdoptionReport()
    var text: String?
    var found: [Finding]
    switch request.aim {
    case .grid:
      let adopted = GridAdoption(reading, request.terms, outlet: outlet, plan: request.plan)
      found = adopted.findings
      parts.grid = adopted.lines.map { ($0.line, $0.title) }
      if !parts.grid.isEmpty {
        text = PlanFragment.grid(
          parts.grid.map { (line: $0.line, comment: $0.title) }, of: request.outlet ?? "outlet")
      }
    case .blackouts:
      let adopted = BlackoutAdoption(
        reading, request.terms, outlet: outlet, outletID: request.outlet, plan: request.plan,
        closesFreeDays: request.closesFreeDays)
      found = adopted.findings
      parts.blackouts = adopted.blackouts
      if !parts.blackouts.isEmpty { text = PlanFragment.blackouts(parts.blackouts) }
    case .pins:
      guard let plan = request.plan else { preconditionFailure("pins are of the lines of a plan") }
      let adopted = PinAdoption(reading, request.terms, outlet: request.outlet, plan: plan)
      found = adopted.findings
      parts.pins = adopted.lines.map { ($0.line, $0.pins) }
      if !parts.pins.isEmpty { text = PlanFragment.pins(parts.pins.map { (line: $0.line, pins: $0.pins) }) }
    }
    return Outcome(text: text, parts: parts, findings: (reading.findings + found).inFileOrder)
  }

  /// Reads a plan, for what a calendar becomes in it.
  public static func plan(_ file: InputFile) -> (plan: Plan?, findings: [Finding]) {
    let reading = PlanReader.read(file.bytes, file: file.name)
    return (reading.findings.hasErrors ? nil : reading.plan, reading.findings)
  }

  /// What the child does: limits itself, reads a calendar from its standard input, block by block, and says on its
  /// standard output what it read.
  ///
  /// - Returns: Whether it was asked as ``run(_:program:command:)`` asks.
  public static func answer(_ arguments: [String]) throws -> Bool {
    guard let asked = ChildTerms(arguments) else { return false }
    asked.limitProcess()
    var reader = CalendarReader(asked.terms)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = read(STDIN_FILENO, block.baseAddress, block.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      reader.take(UnsafeRawBufferPointer(rebasing: block[..<count]))
    }
    let said = try JSONEncoder().encode(ReadingMessage(reader.end()))
    let code = DescriptorOutput.write(Array(said), to: STDOUT_FILENO)
    guard code == 0 else { throw FileRefusal(.send, FileRefusal.standardOutput, code: code) }
    return true
  }
}
