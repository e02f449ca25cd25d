import ArgumentParser
import Console
import Foundation
import Planning
import ScheduleModel
import StationStore

/// Where the store of a command is.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thư mục dữ liệu, hoặc địa chỉ postgresql://… của cơ sở dữ liệu.",
        en: "The data folder, or the postgresql://… address of a database."), valueName: "folder"))
  var location: String

  /// Opens the store, does some work with it and closes it. A refusal is told, and ends the command with status 74.
  func withStore<Answer>(_ work: (Store) async throws -> Answer) async throws -> Answer {
    do {
      let store = try await Store.open(StoreLocation(location), now: Self.now)
      do {
        let answer = try await work(store)
        try await store.close()
        return answer
      } catch {
        try? await store.close()
        throw error
      }
    } catch let refusal as StoreRefusal {
      Terminal.complain(refusal.words[HelpWords.language])
      throw ExitCode(74)
    }
  }

  /// The time in UTC.
  static var now: LocalTime { LocalTime(seconds: Int(Date().timeIntervalSince1970)) }
}
