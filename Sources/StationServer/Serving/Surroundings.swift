public import ScheduleModel

/// What the server takes from the machine that it runs on: clocks, and where programs are.
public struct Surroundings: Sendable {
  /// The time in UTC.
  public let now: @Sendable () -> LocalTime
  /// Milliseconds on a clock that never goes back.
  public let milliseconds: @Sendable () -> Int
  /// The folders in which programs are looked for, such as LibreOffice for PDF.
  public let programs: [String]
  /// The program of this server, which is started again to read what others made.
  public let ownProgram: String
  /// The memory that the process uses, in octets; 0 where the machine does not say.
  public let memory: @Sendable () -> Int
  /// How many processors there are.
  public let processors: Int

  /// What the server takes from its machine.
  public init(
    now: @escaping @Sendable () -> LocalTime, milliseconds: @escaping @Sendable () -> Int,
    programs: [String], processors: Int, ownProgram: String,
    memory: @escaping @Sendable () -> Int = { 0 }
  ) {
    self.now = now
    self.milliseconds = milliseconds
    self.programs = programs
    self.processors = processors
    self.ownProgram = ownProgram
    self.memory = memory
  }
}
