import Testing

@Suite("What is published and has less than the plan promises is told before it is recorded")
struct PublishShortTests {
  /// 17 Fridays for 20 works.
  private static let plan = Station.plan.replacing("quota: 4", with: "quota: 20")

  private static let short = """
    This schedule has less than the plan promises; it can be published, and the quotas stay as they are:
      works of “Cải cách hành chính”: 20 planned, 17 scheduled, 3 short

    """

  @Test(
    "without a draft and of a draft: the same words, and status 0, for it is recorded",
    arguments: [false, true])
  func told(isDraft: Bool) throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    if isDraft { #expect(try station.run("allocate", "--draft").status == 1) }
    let published = try station.publish(at: "2026-01-01T09:00")
    #expect(published.status == 0)
    #expect(published.errors.hasSuffix(Self.short), "\(published.errors)")
    #expect(published.errors.contains("1 warning\n"))
    #expect(published.output.hasPrefix("Published: 17 added, 0 moved"))
    // Nothing new is recorded, so nothing is said again.
    let again = try station.publish(at: "2026-01-02T09:00")
    #expect(again.status == 0)
    #expect(!again.errors.contains("This schedule has less"))
  }

  @Test("scripts find it under short")
  func json() throws {
    let station = try Station(plan: Self.plan)
    defer { station.remove() }
    let published = try station.run("publish", "--by", "An", "--at", "2026-01-01T09:00", "--json")
    #expect(published.status == 0)
    #expect(!published.errors.contains("This schedule has less"))
    #expect(
      published.output.contains(
        """
          "short" : [
            {
              "asked" : 20,
              "found" : 17,
              "line" : "cm",
              "what" : "works of “Cải cách hành chính”"
            }
          ],
        """), "\(published.output)")
  }

  @Test("a draft that breaks a rule is refused with status 1, and nothing is recorded")
  func refused() throws {
    let station = try Station()
    defer { station.remove() }
    #expect(try station.run("allocate", "--draft").status == 0)
    try station.replace("tv.toi.2026-02-13,2026-02-13T", "tv.toi.2026-01-16,2026-01-16T", in: "draft.csv")
    let published = try station.publish(at: "2026-01-01T09:00")
    #expect(published.status == 1 && published.output == "")
    #expect(try station.run("history").output.contains("publication") == false)
  }
}
