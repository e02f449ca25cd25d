extension ReportingPeriod {
  /// The name of a part of the period for a reader who knows the year: “quý II”, “6 tháng đầu năm”; the full name in a
  /// reporting year that is not the calendar's, and of a stretch.
  public func shortName(of part: ReportingPeriod) -> Words {
    let full = part.name
    guard profile.shape == .calendar, part.year == year else { return full }
    return switch part.part {
    case .quarter, .month:
      Words(vi: full.vi.replacing(" năm \(year)", with: ""), en: full.en.replacing(" of \(year)", with: ""))
    case .half:
      Words(vi: full.vi.replacing(" \(year)", with: ""), en: full.en.replacing(" of \(year)", with: ""))
    case .year, .twelve, .stretch: full
    }
  }

  /// Some days of the period, as the halves, quarters and months that they are, whether or not there is a report on
  /// these, and day by day what is none of them.
  public func names(of days: Range<CivilDay>) -> [Words] {
    let shape = profile.shape
    let whole = ReportingProfile(code: profile.code, cutOff: profile.cutOff, shape: shape)
    let parts =
      (1...shape.parts(of: 6)).map(Part.half) + (1...shape.parts(of: 3)).map(Part.quarter)
      + (1...shape.length).map(Part.month)
    let periods = parts.compactMap { ReportingPeriod($0, of: year, profile: whole) }
    var names: [Words] = []
    var rest = days
    while !rest.isEmpty {
      let next = periods.first {
        $0.days.lowerBound == rest.lowerBound && $0.days.upperBound <= rest.upperBound
      }
      guard let next else {
        let last = rest.upperBound.advanced(by: -1)
        names.append(
          rest.lowerBound == last
            ? Words(vi: "ngày \(last.forPeople)", en: "\(last.forPeople)")
            : Words(
              vi: "từ \(rest.lowerBound.forPeople) đến hết \(last.forPeople)",
              en: "\(rest.lowerBound.forPeople) to \(last.forPeople)"))
        break
      }
      names.append(shortName(of: next))
      rest = next.days.upperBound..<rest.upperBound
    }
    return names
  }
}
