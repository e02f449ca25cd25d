import Allocation
import ScheduleModel

/// An `alloc-instance/1` file: the problem that it states, and what its result must repeat of it.
///
/// Days count from 0, 1 January. Blackouts, windows, slot types and the days before `airedUntil` become the
/// choices and day weights of ``problem``.
struct InstanceFile: Sendable {
  /// The instance's name.
  let name: String
  /// The problem.
  let problem: Problem
  /// What has aired: the pairs that a result repeats.
  let aired: [Solution.Unit]
  /// What was last published; of it the pairs on open days count as moved when they are absent.
  let published: [Solution.Unit]
  /// The outlet of each series.
  let outlets: [Int]

  /// Reads a file. Takes time and memory in proportion to it and to the choices.
  ///
  /// - Parameter file: The file as the user named it, for the places of findings.
  /// - Returns: The instance is `nil` when one of the findings, of which there are 201 at most, is an error.
  static func read(_ bytes: [UInt8], file: String) -> (instance: InstanceFile?, findings: [Finding]) {
    var findings = BoundedFindings(file: file)
    guard bytes.count <= InstanceBounds.bytes else {
      findings.append(.instanceTooLarge(at: SourcePlace(file: file, line: 1)))
      return (nil, findings.all)
    }
    let places = TextPlaces(bytes, file: file)
    let rows: InstanceRows
    do throws(JSONStumble) {
      rows = InstanceReader.read(try JSONScanner.tape(bytes), places: places, into: &findings)
    } catch {
      findings.append(.notJSON(error, at: places.place(of: error.offset)))
      return (nil, findings.all)
    }
    // Without months no day can be told, and nothing more can be held against the year.
    guard !rows.monthStart.isEmpty,
      let built = InstanceProblem.build(rows, places: places, into: &findings)
    else { return (nil, findings.all) }
    ProblemCheck.check(built, rows.names(places), &findings)
    guard !findings.hasErrors else { return (nil, findings.all) }
    let instance = InstanceFile(
      name: rows.name, problem: built,
      aired: rows.aired.map { Solution.Unit(series: $0.series, slot: $0.slot) },
      published: rows.published.map { Solution.Unit(series: $0.series, slot: $0.slot) },
      outlets: rows.series.map(\.outlet))
    return (instance, findings.all)
  }
}

extension InstanceRows {
  /// What the rows are called in messages.
  func names(_ places: TextPlaces) -> ProblemNames {
    ProblemNames(
      series: { ProblemNames.Name(seriesName($0), at: places.place(of: series[$0].offset)) },
      outlet: { ProblemNames.Name(outletName($0), at: places.place(of: outlets[$0].offset)) },
      slot: { ProblemNames.Name(slotName($0), at: places.place(of: 0)) },
      translator: { index in
        let name = translators[index].name
        return ProblemNames.Name(
          Words(vi: "người dịch \(index) “\(name)”", en: "translator \(index) “\(name)”"),
          at: places.place(of: translators[index].offset))
      }, whole: places.place(of: 0))
  }

  /// `series 3 “T3”`.
  func seriesName(_ index: Int) -> Words {
    Words(vi: "loạt bài \(index) “\(series[index].name)”", en: "series \(index) “\(series[index].name)”")
  }

  func outletName(_ index: Int) -> Words {
    Words(vi: "kênh \(index) “\(outlets[index].name)”", en: "outlet \(index) “\(outlets[index].name)”")
  }

  /// `slot 51 (day 357)`.
  func slotName(_ index: Int) -> Words {
    Words(vi: "khung \(index) (ngày \(slots[index].day))", en: "slot \(index) (day \(slots[index].day))")
  }
}

extension Solution {
  /// What the schedule of an instance does not keep: a warning for each least of a month.
  var findings: [Finding] {
    missed.compactMap { rule in
      guard case .monthLeast(let series, let month) = rule else { return nil }
      return .leastMissed(series: series, month: month)
    }
  }
}
