import ScheduleModel

/// What the numbers of two timetables mean to each other: a text of the log has the number that it has in the plan.
struct SharedNumbers {
  /// For each outlet of the log its number in the plan; ``Timetable/unread`` when the plan has none such.
  let outlets: [Int32]
  /// For each title of the log its number among all titles: the plan's, then those that only the log has.
  let titles: [Int32]
  /// The titles that only the log has, by their number in the log.
  let titlesOfLog: [Int32]
  /// For each language of the plan, and of the log, what it is; the same number means the same language.
  let languages: (planned: [Int32], asRun: [Int32])
  /// For each row of the log the placement whose id it names, or -1; empty when the log has no ids.
  let named: [Int32]

  init(of planned: Timetable, _ asRun: Timetable) {
    var titlesOfLog: [Int32] = []
    (outlets, titles, named) = planned.bytes.withUnsafeBytes { plan in
      asRun.bytes.withUnsafeBytes { log in
        func known(_ texts: NumberedTexts, among others: NumberedTexts) -> [Int32] {
          texts.ranges.map {
            others.known(UnsafeRawBufferPointer(rebasing: log[$0.bytes]), in: plan) ?? Timetable.absent
          }
        }
        var titles = known(asRun.titleTexts, among: planned.titleTexts)
        for (number, title) in titles.enumerated() where title < 0 {
          titles[number] = Int32(planned.titleTexts.count + titlesOfLog.count)
          titlesOfLog.append(Int32(number))
        }
        return (
          known(asRun.outletNames, among: planned.outletNames), titles,
          Self.named(by: asRun, log, in: planned, plan)
        )
      }
    }
    self.titlesOfLog = titlesOfLog
    var numbers: [String: Int32] = [:]
    func languages(of table: Timetable) -> [Int32] {
      table.languageNames.ranges.map { range in
        let text = table.text(range)
        let name = BroadcastLanguage.tag(named: text).map { "\($0)" } ?? FoldedText(text).text
        return numbers[name]
          ?? {
            let number = Int32(numbers.count)
            numbers[name] = number
            return number
          }()
      }
    }
    self.languages = (languages(of: planned), languages(of: asRun))
  }

  /// How many different titles there are in both.
  func titleCount(_ planned: Timetable) -> Int { planned.titleTexts.count + titlesOfLog.count }

  /// A title by its number.
  func title(_ number: Int, _ planned: Timetable, _ asRun: Timetable) -> String {
    let own = number - planned.titleTexts.count
    return own < 0
      ? planned.text(planned.titleTexts.ranges[number])
      : asRun.text(asRun.titleTexts.ranges[Int(titlesOfLog[own])])
  }

  private static func named(
    by asRun: Timetable, _ log: UnsafeRawBufferPointer, in planned: Timetable, _ plan: UnsafeRawBufferPointer
  ) -> [Int32] {
    guard asRun.ids.contains(where: { $0.count > 0 }) else { return [] }
    let index = planned.indexOfIDs { _, _ in }
    return asRun.ids.map { id in
      guard id.count > 0 else { return -1 }
      return index.texts.known(UnsafeRawBufferPointer(rebasing: log[id.bytes]), in: plan).map {
        index.rows[Int($0)]
      }
        ?? -1
    }
  }
}

extension Timetable {
  /// A text of the file.
  func text(_ range: TextRange) -> String { String(decoding: bytes[range.bytes], as: UTF8.self) }
}
