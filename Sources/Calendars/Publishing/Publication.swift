public import ScheduleModel

/// A folder of calendars as it is to be, made of a schedule and of what stands in the folder now.
///
///     drafts of the schedule ─┐
///     earlier calendars ──────┼──▶ Publication: calendars · names to remove · findings
///     time of the revision ───┘
///
/// Editors subscribe once and must from then on see what is planned, what moved and what was cancelled. So
/// each placement keeps its UID, and of each UID the publication says which revision it is:
///
/// - **Unchanged**: the very octets of before, `DTSTAMP`, `LAST-MODIFIED` and `SEQUENCE` included.
/// - **Changed**: `DTSTAMP` and `LAST-MODIFIED` are the time of the revision. `SEQUENCE` rises by one when its
///   time, its place or its status changed (RFC 5545 §3.8.7.4), and also when that time is not later than the
///   stamp before, since then nothing else would tell the two apart.
/// - **Removed**: a tombstone, the event of before with `STATUS:CANCELLED` and `SEQUENCE` one higher, in each
///   calendar that had it. It stays so many days after its date and then goes.
/// - **Left a calendar** (moved to another outlet): a tombstone there. It is one revision seen from two
///   sides, so the tombstone and the event in its new calendar have the same, raised `SEQUENCE`.
/// - **Not selected any more** by a feed of the plan, whose days roll on or which asks for something else: it goes from
///   that feed without a sign, for the event itself did not change. A feed has tombstones of what is no longer
///   planned alone, and these only while its days show them.
/// - **Its outcome known**: a change like others, significant when the status is another.
/// - **Restored**: goes on from the tombstone's `SEQUENCE`. After the tombstone is gone as well:
///   `X-LICHSONG-FLOOR` of a calendar is above the `SEQUENCE` of all that ever went, and what is new begins there.
///   The floor stands in the calendars alone: once all of them are gone, `SEQUENCE` begins at 0 again.
///
/// Publishing twice gives the same octets. One moved placement changes one VEVENT in each calendar that
/// carries it. A calendar that the schedule no longer has becomes one of tombstones, and is removed once the
/// last is gone. Events of another plan in the same folder are no removed ones: they are carried on untouched.
///
/// **The state is the calendars themselves**, not a file beside them. They hold all there is to know (UID,
/// revision, and the octets to compare with), subscribers have the same, and a second file could get lost or
/// disagree. Every placement stands in several calendars, and the highest readable `SEQUENCE` of all counts: a
/// calendar that is lost or damaged is rebuilt from the others, and one restored from a backup is brought up.
/// Files may be copied and deleted by hand. A file that is not ours is left alone and told.
///
/// **A publication is a plan of what to write**: each calendar is so many stretches, whose places in the file are
/// known and whose octets are composed when they are asked for, on any thread. Earlier calendars are read piece by
/// piece. Cost: linear in the octets read and written; in memory some forty octets for each component of the
/// schedule and some hundred for each tombstone, however many calendars carry it.
public struct Publication: Sendable {
  /// Every calendar that the folder is to hold, by name.
  public let calendars: [CalendarFile]
  /// The files of earlier publications that hold nothing any more.
  public let removed: [String]
  /// What is doubtful in the folder, and which feeds are too large for some clients.
  public let findings: [Finding]
  /// Those of the findings that tell of the new calendars, whatever the folder held: feeds that are too large.
  public let largeFeeds: [Finding]

  /// How a schedule is published.
  public struct Terms: Sendable {
    /// The time of the revision, in UTC. What changed is stamped with it, and tombstones go by it.
    public var revised: LocalTime
    /// The day of the revision on the reader's own clock, from which the days of feeds are counted.
    public var day: CivilDay
    /// So many days after its date a cancelled event stays in its calendars.
    public var daysKept = 90
    /// So many octets a feed has at most. Google Calendar leaves out what is past 1 MB.
    public var largestFeed = 1_000_000
    /// What there are calendars of besides outlets, languages, producers, the year and the plan's own feeds.
    /// What an earlier publication had is always among them.
    public var further: Set<CalendarPolicy.Series> = []
    /// Whether a cancelled event is written without `STATUS:CANCELLED`, since Google Calendar, among others, hides
    /// such events: its title then says that it is cancelled.
    public var showsCancelled = false
    /// Before the UID, the address of a placement's page: `https://lich.example.vn/`; `nil` for none.
    public var link: String?

    /// The usual terms, at a time in UTC.
    public init(revised: LocalTime) {
      self.revised = revised
      day = revised.day
    }
  }

  /// A file of the folder before publishing.
  public struct EarlierFile: Sendable {
    /// The file's name, without a path.
    public let name: String
    /// The file as the user would name it, for findings.
    public let path: String
    /// How many octets it has.
    public let size: Int
    /// Fills memory with the octets from a place on; returns how many these are.
    let read: @Sendable (_ place: Int, _ room: UnsafeMutableRawBufferPointer) -> Int

    /// A file that is read piece by piece.
    ///
    /// - Parameter read: Fills memory with the octets from a place in the file on, and returns how many there
    ///   were: as many as fit but at the end. Where the file cannot be read it returns fewer, and whoever gave
    ///   the file knows that the publication must not be written.
    public init(
      name: String, path: String, size: Int,
      read: @escaping @Sendable (_ place: Int, _ room: UnsafeMutableRawBufferPointer) -> Int
    ) {
      self.name = name
      self.path = path
      self.size = size
      self.read = read
    }

    /// A file that was read whole.
    public init(name: String, path: String, octets: [UInt8]) {
      self.init(name: name, path: path, size: octets.count) { place, room in
        let count = min(room.count, octets.count - place)
        octets.withUnsafeBytes {
          room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count]))
        }
        return count
      }
    }

    /// Some octets of the file.
    func octets(_ range: Range<Int>) -> [UInt8] {
      [UInt8](unsafeUninitializedCapacity: range.count) { room, count in
        count = read(range.lowerBound, UnsafeMutableRawBufferPointer(room))
      }
    }
  }
}

extension Publication.Terms {
  /// The usual terms, at a time on the clock of a zone that the plan's reader has accepted.
  public init(revised local: LocalTime, zone: String) {
    let clock = ZoneClock(zone)
    // The offset at the instant itself: the first guess may lie on the other side of a change of the clock.
    let guess = local.seconds - clock.offset(at: local.seconds)
    self.init(revised: LocalTime(seconds: local.seconds - clock.offset(at: guess)))
    day = local.day
  }
}
