extension PlanLine {
  /// What the line's figures count: its quota's unit, or its form without a quota.
  public var countedUnit: CountingUnit { quota?.unit ?? form }

  /// In what the logs count the line's works: its quota's unit, or its form without a quota or where that is a time.
  public var loggedUnit: CountingUnit { quota?.unit.time == nil ? countedUnit : form }

  /// Whether figures of a unit are among those that the line counts together: “tin” of “tin, bài”.
  public func counts(_ unit: CountingUnit) -> Bool {
    unit.time == nil && unit.forms.allSatisfy(countedUnit.forms.contains)
  }

  /// Whether a unit is neither among what the line counts nor adds up with it: “kỳ” of “tin, bài”.
  public func countsApart(_ unit: CountingUnit) -> Bool {
    !counts(unit) && !(unit.time != nil && unit.canBeAdded(to: countedUnit))
      && !unit.forms.allSatisfy(form.forms.contains)
  }
}

extension Quantity {
  /// Whether two figures count something in common; one without data is of all things.
  public static func overlap(_ one: Quantity?, _ other: Quantity?) -> Bool {
    guard let one, let other else { return true }
    return !Set(one.unit.forms).isDisjoint(with: other.unit.forms)
  }
}
