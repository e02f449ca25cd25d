extension Plan {
  /// The ways to cut the year into reports: its own first, then the shipped ones.
  public var profiles: [ReportingProfile] { [reporting].compactMap(\.self) + ReportingProfile.shipped }
}
