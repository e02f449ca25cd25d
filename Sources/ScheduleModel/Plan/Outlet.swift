/// What carries output: a television channel, a newspaper, a website, an event.
public struct Outlet: Hashable, Sendable {
  /// The id by which the plan, the log and the calendars refer to it.
  public let id: String
  /// Its name, as printed.
  public let name: String
  /// What sort of outlet it is.
  public let kind: Kind
  /// The level it belongs to; `nil` when the plan does not say.
  public let level: AdminLevel?
  /// The id of the unit that owns it, which need not be the one that produces a line; `nil` when unsaid.
  public let owner: String?
  /// The IANA zone of its clock.
  public let zone: String
  /// When its broadcast day starts; what goes out earlier belongs to the day before. Midnight unless it is said.
  public let dayStarts: TimeOfDay
  /// The days on which it exists.
  public let validity: Validity
  /// Its recurring openings. An outlet without any takes part in the count, not in the schedule.
  public let grid: [GridLine]
  /// Where the plan names it.
  public let place: SourcePlace
  /// The most placements on one day over all lines: first runs, versions and repeats; `nil` for no limit.
  public let perDay: Int?
  /// The most minutes on one day over all lines, by which the logs are judged; `nil` for no limit.
  public let minutesPerDay: Int?
  /// The most placements in each of the plan's months, where ``Quantity/largest`` is no limit; `nil` for none at all.
  public let perMonth: [Int]?
  /// The ids of the outlets whose programmes it carries at the same time (tiếp sóng).
  public let relays: [String]
  /// What must be done before something goes out here, unless the line says otherwise.
  public let deadlines: [Deadline]
  /// The id that it had when something was published under it; `nil` for the same.
  public let was: String?

  /// What sort of outlet it is.
  public enum Kind: String, CaseIterable, Sendable {
    case television, radio, newspaper, website, outdoor, print, event
    case loudspeaker = "loudspeakers"
    case socialPage = "social-page"

    /// Reads `television`, “truyền hình” or another name in use, whatever the case; `nil` otherwise.
    public init?(named text: String) {
      let folded = FoldedText(text)
      guard
        let kind = Self.allCases.first(where: { kind in
          ([kind.rawValue, kind.name.vi, kind.name.en] + kind.otherNames).contains {
            FoldedText($0) == folded
          }
        })
      else { return nil }
      self = kind
    }

    private var otherNames: [String] {
      switch self {
      case .loudspeaker: ["truyền thanh", "loa truyền thanh"]
      case .newspaper: ["báo in"]
      case .website: ["trang web", "cổng thông tin điện tử"]
      case .socialPage: ["mạng xã hội"]
      case .outdoor: ["pa nô", "áp phích"]
      case .television, .radio, .print, .event: []
      }
    }

    /// The name for a reader.
    public var name: Words {
      switch self {
      case .television: Words(vi: "truyền hình", en: "television")
      case .radio: Words(vi: "phát thanh", en: "radio")
      case .loudspeaker: Words(vi: "truyền thanh cơ sở", en: "loudspeakers")
      case .newspaper: Words(vi: "báo", en: "newspaper")
      case .website: Words(vi: "trang thông tin điện tử", en: "website")
      case .socialPage: Words(vi: "trang mạng xã hội", en: "social page")
      case .outdoor: Words(vi: "pa nô, áp phích", en: "outdoor")
      case .print: Words(vi: "ấn phẩm", en: "print")
      case .event: Words(vi: "sự kiện", en: "event")
      }
    }
  }

  /// An outlet of the plan; months have an entry for each of the plan's.
  public init(
    id: String, name: String, kind: Kind, level: AdminLevel?, owner: String?, zone: String,
    validity: Validity,
    grid: [GridLine], place: SourcePlace, perDay: Int? = nil, perMonth: [Int]? = nil,
    dayStarts: TimeOfDay = .midnight, relays: [String] = [], deadlines: [Deadline] = [], was: String? = nil,
    minutesPerDay: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.level = level
    self.owner = owner
    self.zone = zone
    self.dayStarts = dayStarts
    self.validity = validity
    self.grid = grid
    self.place = place
    self.perDay = perDay
    self.perMonth = perMonth
    self.minutesPerDay = minutesPerDay
    self.deadlines = deadlines
    self.was = was
    self.relays = relays
  }
}
