import ScheduleModel

extension Plan {
  /// Whether its figures are those of more than one year.
  var isOfSeveralYears: Bool { yearAfter > year + 1 }
}
