import ScheduleModel

extension PlanLine {
  /// A quota that so many works fill, in the unit of the line's own where that is a time.
  func quotaText(for works: Int) -> String {
    guard let unit = quota?.unit, unit.time != nil, let lengths = placing?.lengths?.times(parts) else {
      return "\(works)"
    }
    return Quantity(works * lengths.lowerBound, unit).text(in: .vietnamese)
  }
}
