import ArgumentParser
import Console
import StationServer
import StationStore

/// `lichsong-server work`: does the jobs of a PostgreSQL database until it is told to stop.
struct WorkCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "work",
      abstract: HelpWords.text(
        vi: "Làm việc ở nền cho các máy chủ dùng chung một cơ sở dữ liệu PostgreSQL.",
        en: "Do the work in the background for servers that share a PostgreSQL database."))
  }

  @OptionGroup var place: StoreOptions

  @Option(
    help: ArgumentHelp(
      HelpWords.text(vi: "Số việc làm cùng lúc.", en: "How many jobs are done at a time."),
      valueName: "number"))
  var workers = 1

  func validate() throws {
    guard (1...64).contains(workers) else {
      throw ValidationError(
        HelpWords.text(vi: "--workers là số từ 1 đến 64.", en: "--workers is a number from 1 to 64."))
    }
  }

  mutating func run() async throws {
    if case .folder? = try? StoreLocation(place.location()) {
      throw ValidationError(
        HelpWords.text(
          vi: "Với thư mục dữ liệu, lichsong-server serve tự làm việc ở nền; lệnh này dành cho PostgreSQL.",
          en: "On a data folder lichsong-server serve does the work itself; this command is for PostgreSQL."))
    }
    let workers = workers
    try await place.withStore { store in
      store.listen()
      let runners = Workers.runners(workers, of: store, logger: ServeCommand.logger)
      try await StationWorkers(runners, logger: ServeCommand.logger).run()
    }
  }
}
