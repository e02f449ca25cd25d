extension CivilDay {
  /// The English names of the months, January first.
  public static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
