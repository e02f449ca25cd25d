import ArgumentParser
import Console
import Foundation
import Planning
import ScheduleModel
import StationServer
import StationStore

/// Where the store of a command is.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      HelpWords.text(
        vi: "Thư mục dữ liệu, hoặc địa chỉ postgresql://… của cơ sở dữ liệu (LICHSONG_DATA).",
        en: "The data folder, or the postgresql://… address of a database (LICHSONG_DATA)."),
      valueName: "folder"))
  var data: String?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp(
      HelpWords.text(
        vi:
          "Tệp cấu hình, mỗi dòng TÊN=giá trị; biến môi trường và tùy chọn được ưu tiên hơn (LICHSONG_CONFIG).",
        en:
          "A file of settings, NAME=value a line; the environment and options count before it (LICHSONG_CONFIG)."
      ),
      valueName: "file"))
  var configFile: String?

  @Option(
    name: .customLong("lang"),
    help: ArgumentHelp(HelpWords.text(vi: "Ngôn ngữ: vi hoặc en.", en: "The language: vi or en.")))
  var language = HelpWords.language

  /// What the environment and the file of settings say.
  func settings() throws -> ServerConfiguration {
    try ServerConfiguration(file: configFile ?? ProcessInfo.processInfo.environment["LICHSONG_CONFIG"])
  }

  /// Where the store is.
  func location() throws -> String {
    if let place = try data ?? settings().text(.data) { return place }
    throw ValidationError(
      HelpWords.text(
        vi: "Cho biết thư mục dữ liệu bằng --data, LICHSONG_DATA hoặc trong tệp của --config.",
        en: "Name the data folder with --data, by LICHSONG_DATA, or in the file of --config."))
  }

  /// Opens the store, does some work with it and closes it.
  ///
  /// - Parameter begins: Whether a data folder is begun where there is none.
  /// - Throws: An exit with status 74 after a refusal, which is told.
  func withStore<Answer>(begins: Bool = false, _ work: (Store) async throws -> Answer) async throws -> Answer
  {
    do {
      let store = try await Store.open(StoreLocation(location()), begins: begins, now: Self.now)
      do {
        let answer = try await work(store)
        try await store.close()
        return answer
      } catch {
        try? await store.close()
        throw error
      }
    } catch let refusal as StoreRefusal {
      throw Self.told(refusal)
    } catch let refusal as ListeningRefusal {
      Terminal.complain(refusal.words[HelpWords.language])
      throw ExitCode(74)
    }
  }

  /// Does some work with the files of a store. A refusal is told, and ends the command with status 74.
  func answering<Answer>(_ work: () throws(StoreRefusal) -> Answer) throws(ExitCode) -> Answer {
    do throws(StoreRefusal) { return try work() } catch { throw Self.told(error) }
  }

  /// The data folder; a PostgreSQL database has programs of its own.
  func folder(insteadOf program: String) throws -> String {
    let location = try location()
    switch try answering({ () throws(StoreRefusal) in try StoreLocation(location) }) {
    case .folder(let folder): return folder
    case .postgres:
      throw ValidationError(
        HelpWords.text(
          vi: "Với PostgreSQL, dùng \(program) của chính nó.", en: "For PostgreSQL use its own \(program)."))
    }
  }

  private static func told(_ refusal: StoreRefusal) -> ExitCode {
    Terminal.complain(refusal.words[HelpWords.language])
    return ExitCode(74)
  }

  /// The time in UTC.
  static var now: LocalTime { LocalTime(seconds: Int(Date().timeIntervalSince1970)) }
}
