import Foundation
import Planning
import ScheduleModel
import StationStore

/// A program for tests: appends entries to the Book of a plan for ever, and writes the id of each to its output once the
/// store has said that it is kept. It is killed.
@main
struct StoreWriter {
  static func main() async throws {
    let arguments = CommandLine.arguments
    let store = try await Store.open(StoreLocation(arguments[1]), now: LocalTime(seconds: 0))
    let plan = try await store.write(.people) { transaction in
      try transaction.plan("thu")
        ?? transaction.addPlan(
          slug: "thu", unit: transaction.addUnit(code: "thu", name: "Đài thử", level: "station").number,
          at: LocalTime(seconds: 0))
    }
    let book = StoredBook(of: plan.number, in: store)
    for number in 1... {
      let done = try await book.record { book in
        let body = Array("made up \(arguments[2]) \(number), after \(book.entries.count)\n".utf8)
        let head = BookEntry.Head(kind: .link, time: LocalTime(seconds: number), author: arguments[2])
        return ([Book.Statement(head, body: body)], ())
      }
      try await store.write { transaction in
        transaction.note(
          TrailNote(at: LocalTime(seconds: number), action: "record", object: done.entries[0].id))
      }
      try FileHandle.standardOutput.write(contentsOf: Data("\(done.entries[0].id)\n".utf8))
    }
  }
}
