import Calendars
import Foundation
import ScheduleModel

/// What a reading child is asked for, as its arguments.
struct ChildTerms {
  let terms: CalendarReading.Terms
  let memory: Int
  let processorSeconds: Int

  init(_ terms: CalendarReading.Terms, _ limits: ReadingChild.Limits) {
    self.terms = terms
    memory = limits.memory
    processorSeconds = limits.processorSeconds
  }

  init?(_ arguments: [String]) {
    guard arguments.count == 6, let memory = Int(arguments[0]), let seconds = Int(arguments[1]),
      let first = CivilDay(iso: arguments[2]), let end = CivilDay(iso: arguments[3]), first <= end,
      TimeZone(identifier: arguments[4]) != nil
    else { return nil }
    terms = CalendarReading.Terms(file: arguments[5], days: first..<end, zone: arguments[4])
    self.memory = memory
    processorSeconds = seconds
  }

  var arguments: [String] {
    [
      "\(memory)", "\(processorSeconds)", "\(terms.days.lowerBound)", "\(terms.days.upperBound)", terms.zone,
      terms.file,
    ]
  }

  /// Limits this process for good: its memory, its computing time; it may open no further file and write none.
  func limitProcess() {
    // The address space holds the libraries and their data too, the data segment what the program takes.
    limit(RLIMIT_AS, (memory + Self.libraries) << 20)
    limit(RLIMIT_DATA, memory << 20)
    limit(RLIMIT_CPU, processorSeconds)
    limit(RLIMIT_FSIZE, 0)
    limit(RLIMIT_CORE, 0)
    // A trap is a trap: the parent tells what it means.
    for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT] { signal(number, SIG_DFL) }
  }

  /// What the program's own code and libraries take of the address space, in MiB, with much to spare.
  private static let libraries = 1_024

  private func limit(_ resource: __rlimit_resource, _ most: Int) {
    var limit = rlimit(rlim_cur: rlim_t(most), rlim_max: rlim_t(most))
    _ = setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
  }
}
