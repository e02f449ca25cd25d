public import ScheduleModel

/// What somebody else's calendar became in a plan, for scripts.
public struct AdoptionReport: Sendable {
  /// Grid lines, each with the title of its event.
  public var grid: [(line: GridLine, title: String)] = []
  /// Days without output.
  public var blackouts: [Blackout] = []
  /// Lines with all pins that they then have.
  public var pins: [(line: PlanLine, pins: [Placing.Pin])] = []

  /// Nothing yet.
  public init() {}

  /// `{"grid": […], "blackouts": […], "pins": […], "findings": […]}`; keys as in a plan, `null` where there is
  /// none, and with `line` the line of the calendar.
  public func json(_ findings: [Finding], language: ReaderLanguage) -> String {
    let page = Page(
      grid: grid.map(GridRow.init), blackouts: blackouts.map(BlackoutRow.init),
      pins: pins.map { line, pins in
        PinsRow(id: line.id, pins: pins.map { PinRow(on: "\($0.day)", grid: $0.grid) })
      }, findings: FindingRow.rows(findings, language))
    return JSONText.of(page)
  }

  private struct Page: Encodable {
    let grid: [GridRow]
    let blackouts: [BlackoutRow]
    let pins: [PinsRow]
    let findings: [FindingRow]
  }

  private struct GridRow: Encodable {
    let id: String
    let title: String
    let line: Int
    @OrNull var rule: String?
    let except: [String]
    @OrNull var dates: [String]?
    @OrNull var at: String?
    @OrNull var minutes: Int?
    let days: Int
    @OrNull var from: String?
    @OrNull var to: String?

    init(_ grid: GridLine, title: String) {
      id = grid.id
      self.title = title
      line = grid.place.line
      var rule: String?
      var dates: [String]?
      switch grid.recurrence {
      case .rule(let text): rule = text.text
      case .dates(let days): dates = days.map(\.description)
      case .monthly: break
      }
      _rule = OrNull(wrappedValue: rule)
      _dates = OrNull(wrappedValue: dates)
      except = grid.except.map(\.description)
      _at = OrNull(wrappedValue: grid.at?.description)
      days = grid.spanDays
      _minutes = OrNull(wrappedValue: grid.minutes == 0 ? nil : grid.minutes)
      _from = OrNull(wrappedValue: grid.validity.from?.description)
      _to = OrNull(wrappedValue: grid.validity.through?.description)
    }
  }

  private struct BlackoutRow: Encodable {
    let name: String
    let from: String
    let to: String
    let outlets: [String]
    let line: Int

    init(_ blackout: Blackout) {
      name = blackout.name
      from = "\(blackout.days.lowerBound)"
      to = "\(blackout.days.upperBound.advanced(by: -1))"
      outlets = blackout.outlets
      line = blackout.place.line
    }
  }

  private struct PinsRow: Encodable {
    let id: String
    let pins: [PinRow]
  }

  private struct PinRow: Encodable {
    let on: String
    @OrNull var grid: String?
  }
}
