import PlanFiles
import ScheduleModel

extension StationYear {
  /// The plan with the lines and outlets that an earlier revision of the Book has and that it no longer has, and with the
  /// languages in which its lines were made then.
  ///
  /// Rows about them are read and matched by it; figures go by the plan alone. What has the title or name of one that the
  /// plan has took that one over, and is left out.
  func withFormer(_ plan: Plan) -> Plan {
    var lines = plan.lines
    var outlets = plan.outlets
    var knownLines = Set(lines.flatMap { [$0.id, $0.was].compactMap(\.self) })
    var knownOutlets = Set(outlets.flatMap { [$0.id, $0.was].compactMap(\.self) })
    // Without working files the newest revision is the plan.
    var read: Set<String> = files == nil ? Set([book.last(.plan)?.bodyDigest].compactMap(\.self)) : []
    for entry in book.entries(.plan).reversed() where read.insert(entry.bodyDigest).inserted {
      if let file = files?.plan, entry.body.elementsEqual(file.bytes) { continue }
      guard let earlier = PlanReader.read(entry.bytes, file: "book/\(entry.fileName)").plan else { continue }
      for index in plan.lines.indices {
        let line = lines[index]
        guard let before = earlier.line(line.id) ?? line.was.flatMap(earlier.line) else { continue }
        lines[index].formerLanguages += before.languages.all.filter {
          !line.languages.contains($0) && !line.formerLanguages.contains($0)
        }
      }
      lines += earlier.lines.filter { line in
        knownLines.insert(line.id).inserted && !plan.lines.contains { $0.title == line.title }
      }
      outlets += earlier.outlets.filter { outlet in
        knownOutlets.insert(outlet.id).inserted && !plan.outlets.contains { $0.name == outlet.name }
      }
    }
    guard lines != plan.lines || outlets.count > plan.outlets.count else { return plan }
    return plan.with(lines: lines, outlets: outlets)
  }
}

extension Plan {
  /// The same with other lines and outlets.
  func with(lines: [PlanLine], outlets: [Outlet]) -> Plan {
    Plan(
      id: id, title: title, year: year, days: days, revised: revised, documents: documents, units: units,
      outlets: outlets, blackouts: blackouts, topics: topics, lines: lines, totals: totals,
      matching: matching,
      remarks: remarks, successor: successor, translators: translators, counts: counts, score: score,
      reporting: reporting, office: office, calendars: calendars, months: months)
  }
}
