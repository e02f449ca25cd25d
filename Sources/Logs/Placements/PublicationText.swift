public import ScheduleModel

/// What a publication says, as a table: a row for each placement and each task that is new or changed.
///
///     uid,kind,line,edition,language,run,number,outlet,slot,zone,when,start,end,status,outcome,aired,again-of,sequence,content
///     lc.chuyen-muc.1.vi@lichsong,placement,chuyen-muc,1,vi,first,1,truyen-hinh,truyen-hinh.toi.2018-01-04,Asia/Ho_Chi_Minh,hour,2018-01-04T20:15,2018-01-04T20:30,confirmed,,,,0,1-5c1f0a9e
///     todo-lc.chuyen-muc.1.hmn@lichsong,translation,,,,,,,,,day,2018-01-08,,open,,,,0,
///
/// `when` says how `start` and `end` are meant: `hour`, at that hour of the zone's wall clock; `day`, on that day as a
/// whole; `within`, on some day of these, the end not included. Of a task `start` is when it is due, and its row follows
/// that of its placement. A ``PublicationReader`` knows the columns by their names, so that later ones can be added.
public enum PublicationText {
  /// The columns, in order.
  enum Column: Int, CaseIterable, Comparable {
    case uid, kind, line, edition, language, run, number, outlet, slot, zone, when, start, end, status,
      outcome
    case aired, againOf, sequence, content

    /// The order in the table.
    static func < (left: Column, right: Column) -> Bool { left.rawValue < right.rawValue }

    /// The name in the header.
    var name: String { self == .againOf ? "again-of" : "\(self)" }
  }

  /// A row of a publication.
  public enum Row: Hashable, Sendable {
    /// A placement, without its tasks.
    case placement(PublishedPlacement)
    /// A task before the placement with this UID.
    case task(String, PublishedTask)
  }

  /// The word in `kind` of a placement; a task has the word of its work there.
  static let placement = "placement"

  /// The table with these rows.
  public static func bytes(of rows: some Sequence<Row>) -> [UInt8] {
    var text = TextBytes()
    text.append(Column.allCases.map(\.name).joined(separator: ","))
    text.end()
    for row in rows {
      switch row {
      case .placement(let row): append(row, to: &text)
      case .task(let uid, let task): append(task, before: uid, to: &text)
      }
    }
    return text.bytes
  }

  private static func append(_ row: PublishedPlacement, to text: inout TextBytes) {
    let placement = row.placement
    text.cell(placement.uid)
    text.field(Self.placement)
    text.field(placement.line)
    text.field(placement.edition)
    text.field(placement.language.tag)
    text.field(placement.run.rawValue)
    text.field(placement.number)
    text.field(placement.outlet)
    text.field(placement.slot)
    text.field(row.zone)
    append(placement.timing, to: &text)
    text.field(row.status.rawValue)
    text.field(row.outcome?.rawValue ?? "")
    text.field(row.aired.map { aired in aired.time.map { "\(aired.day)T\($0)" } ?? "\(aired.day)" } ?? "")
    text.field(row.againOf ?? "")
    text.field(row.revision.sequence)
    text.field(row.content)
    text.end()
  }

  private static func append(_ timing: SlotTiming, to text: inout TextBytes) {
    switch timing {
    case .timed(let start, let minutes):
      text.field("hour")
      append(start, to: &text)
      append(start.adding(minutes: minutes), to: &text)
    case .allDay(let day):
      text.field("day")
      text.field(day)
      text.field(day.advanced(by: 1))
    case .span(let days):
      text.field("span")
      text.field(days.lowerBound)
      text.field(days.upperBound)
    case .inMonth(let days):
      text.field("within")
      text.field(days.lowerBound)
      text.field(days.upperBound)
    }
  }

  private static func append(_ time: LocalTime, to text: inout TextBytes) {
    text.field(time.day)
    text.append("T")
    text.append(time.time.description)
  }

  private static func append(_ task: PublishedTask, before uid: String, to text: inout TextBytes) {
    text.cell(PublishedTask.uid(of: task.work, before: uid))
    text.field(task.work.rawValue)
    for _ in 0..<8 { text.field("") }
    if let time = task.time {
      text.field("hour")
      append(LocalTime(task.day, time), to: &text)
    } else {
      text.field("day")
      text.field(task.day)
    }
    text.field("")
    text.field(task.status.rawValue)
    for _ in 0..<3 { text.field("") }
    text.field(task.revision.sequence)
    text.field("")
    text.end()
  }
}
