import Calendars
import Foundation
import ScheduleModel
import Synchronization

/// Reads a calendar of somebody else in a process of its own, with limits: whatever the file does to it, the
/// program goes on, and says so.
///
/// The child limits itself before it reads. It gets the file as its standard input and opens no other; it says what it read on its standard
/// output, as JSON.
struct ReadingChild: Sendable {
  /// What the child may use.
  struct Limits: Sendable {
    /// Its memory, in MiB.
    var memory = 256
    /// Its computing time, in seconds.
    var processorSeconds = 60
    /// The time that may pass, in seconds.
    var seconds = 120

    /// The limits for a file: a minute, and a second for each MiB of it, which is many times what an honest file
    /// takes. What waits for the processor may take twice as long.
    static func reading(_ path: String) -> Limits {
      var limits = Limits()
      var status = stat()
      if stat(path, &status) == 0 { limits.processorSeconds += max(0, status.st_size) >> 20 }
      limits.seconds = 2 * limits.processorSeconds
      return limits
    }
  }

  /// So much is taken from the child; it has no reason to say more.
  static let mostOutput = 1 << 26

  /// The program that reads; it hands what follows its command to ``AdoptionPipeline/answer(_:)``.
  let program: String
  let arguments: [String]
  var limits = Limits()

  /// Reads a file. When the child does not come to an end, the reading is empty but for a finding.
  ///
  /// - Parameter given: What findings call the file; `nil` for its path.
  func read(_ path: String, named given: String? = nil) throws(FileRefusal) -> CalendarReading {
    let name = given ?? path
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileRefusal.explained(.read, path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileRefusal(.read, path, code: EISDIR) }
    guard let file = FileHandle(forReadingAtPath: path) else { throw FileRefusal(.read, path, code: errno) }
    let child = Process()
    let answer = Pipe()
    child.executableURL = URL(filePath: program)
    child.arguments = arguments
    child.standardInput = file
    child.standardOutput = answer
    child.standardError = FileHandle.nullDevice
    do {
      try child.run()
    } catch {
      throw FileRefusal(.read, program, code: FileRefusal.systemCode(of: error))
    }
    let isLate = Flag()
    let identifier = child.processIdentifier
    let watch = DispatchWorkItem {
      isLate.raise()
      kill(identifier, SIGKILL)
    }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(limits.seconds), execute: watch)
    let (said, isTooMuch) = Self.all(of: answer.fileHandleForReading)
    if isTooMuch { kill(identifier, SIGKILL) }
    child.waitUntilExit()
    watch.cancel()
    if child.terminationReason == .exit, child.terminationStatus == 0, !isTooMuch,
      let crossed = try? JSONDecoder().decode(ReadingMessage.self, from: said),
      let reading = crossed.reading(of: name)
    {
      return reading
    }
    // The kernel kills what has used up its time.
    let isKilled = child.terminationReason == .uncaughtSignal && child.terminationStatus == SIGKILL
    let isOutOfTime = isLate.isRaised || isKilled && !isTooMuch
    return CalendarReading(
      events: [], findings: [isOutOfTime ? .readingTooSlow(name, limits) : .readingDied(name, limits)])
  }

  /// Everything that the child says, up to a bound.
  private static func all(of handle: FileHandle) -> (said: Data, isTooMuch: Bool) {
    var said = Data()
    while let piece = try? handle.read(upToCount: 1 << 16), !piece.isEmpty {
      said.append(piece)
      if said.count > mostOutput { return (said, true) }
    }
    return (said, false)
  }
}

/// Something that another thread may find out.
private final class Flag: Sendable {
  private let raised = Mutex(false)

  var isRaised: Bool { raised.withLock { $0 } }
  func raise() { raised.withLock { $0 = true } }
}

extension Finding {
  fileprivate static func readingTooSlow(_ file: String, _ limits: ReadingChild.Limits) -> Finding {
    unread(
      file,
      Words(
        vi:
          "Đọc \(file) quá lâu (hơn \(limits.processorSeconds) giây tính toán) nên đã dừng; không dùng gì từ tệp này.",
        en:
          "Reading \(file) took too long (more than \(limits.processorSeconds) s of computing) and was stopped; "
          + "nothing of it is used."))
  }

  fileprivate static func readingDied(_ file: String, _ limits: ReadingChild.Limits) -> Finding {
    unread(
      file,
      Words(
        vi:
          "Không đọc hết được \(file): tiến trình đọc dừng giữa chừng hoặc cần quá \(limits.memory) MiB bộ nhớ; "
          + "không dùng gì từ tệp này.",
        en:
          "\(file) cannot be read to its end: the reading process broke off or needs more than \(limits.memory) MiB "
          + "of memory; nothing of it is used."))
  }

  private static func unread(_ file: String, _ message: Words) -> Finding {
    Finding(
      .calendarUnread, .error, at: SourcePlace(file: file, line: 1), message,
      remedy: Words(
        vi:
          "Xuất lại từ lịch gốc với ít sự kiện hơn, hoặc chia tệp. Nếu vẫn vậy, gửi tệp cho nhóm phát triển.",
        en:
          "Export it again with fewer events, or split it. If that does not help, send the file to the developers."
      ))
  }
}
