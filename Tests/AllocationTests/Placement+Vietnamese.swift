import ScheduleModel

extension Placement {
  /// Whether it is the first run of an original, in plans whose originals are all in Vietnamese.
  var isOriginalFirstRun: Bool { run == .first && language == .vietnamese }
}
