/// A recurring opening of an outlet: Thursdays at 20:15, each issue of the paper, once in every month.
public struct GridLine: Hashable, Sendable {
  /// The id, unique within the outlet.
  public let id: String
  /// On which days it opens.
  public let recurrence: Recurrence
  /// When it opens on such a day; `nil` where the source states no hour, and for what has none (a newspaper issue).
  public let at: TimeOfDay?
  /// How long it lasts, in minutes, which the works in it share; 0 where the source does not say, which is no
  /// bound.
  public let minutes: Int
  /// How many works one opening holds, at least 1.
  public let pieces: Int
  /// The languages of what it carries; empty for Vietnamese.
  public let languages: [LanguageTag]
  /// The days on which it exists; a grid of spring and another of autumn are two lines.
  public let validity: Validity
  /// What happens to an opening that falls into a blackout.
  public let inBlackout: InBlackout
  /// The days of the rule on which it does not open, in order, each once.
  public let except: [CivilDay]
  /// The id of the grid line of the same outlet inside which it goes out, as a bulletin does inside a news hour;
  /// `nil` for one that goes out by itself.
  public let inside: String?
  /// How many days each opening lasts as one event, at least 1: an exhibition, a contest. More than 1 has no hour.
  public let spanDays: Int
  /// Where the plan names it.
  public let place: SourcePlace

  /// On which days a grid line opens.
  public enum Recurrence: Hashable, Sendable {
    /// By a recurrence rule of RFC 5545 §3.3.10.
    case rule(RecurrenceRule)
    /// On these days.
    case dates([CivilDay])
    /// Once in every month, on a day that is not fixed.
    case monthly
  }

  /// What happens to an opening that falls into a blackout.
  public enum InBlackout: Hashable, Sendable {
    /// It is lost.
    case drop
    /// It stays.
    case keep
    /// It moves by a number of days, earlier when negative; lost when that day is black too.
    case shift(days: Int)
  }

  /// A grid line of an outlet.
  public init(
    id: String, recurrence: Recurrence, at: TimeOfDay?, minutes: Int, pieces: Int, languages: [LanguageTag],
    validity: Validity, inBlackout: InBlackout, place: SourcePlace, except: [CivilDay] = [],
    inside: String? = nil, spanDays: Int = 1
  ) {
    self.id = id
    self.recurrence = recurrence
    self.at = at
    self.minutes = minutes
    self.pieces = pieces
    self.languages = languages
    self.validity = validity
    self.inBlackout = inBlackout
    self.except = except
    self.inside = inside
    self.spanDays = spanDays
    self.place = place
  }

  /// Whether works in that language go into it.
  public func carries(_ language: LanguageTag) -> Bool {
    languages.isEmpty ? language == .vietnamese : languages.contains(language)
  }
}
