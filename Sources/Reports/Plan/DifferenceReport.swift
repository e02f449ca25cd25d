public import ScheduleModel

/// What differs between the text of a plan and the one that is to take its place.
public enum DifferenceReport {
  /// Each stretch with the number of its first line in the old text, then the lines that go and those that come.
  ///
  ///     plan.yaml:31
  ///       -     quota: 23 kỳ
  ///       +     quota: 24 kỳ
  public static func text(_ difference: TextDifference, file: String) -> String {
    difference.changes.map { change in
      let lines = change.old.map { "  - \($0)" } + change.new.map { "  + \($0)" }
      return (["\(file):\(change.line)"] + lines).map { $0.visible() + "\n" }.joined()
    }.joined()
  }
}
