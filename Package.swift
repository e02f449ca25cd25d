// swift-tools-version: 6.2
import PackageDescription

// Each setting says early what a later Swift will demand: `any` before a protocol (SE-0335), members only
// from modules a file imports (SE-0444), and imports that stay inside unless a file says `public` (SE-0409).
// `make test` makes warnings errors; a newcomer's build on another toolchain only shows them.
let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
  ] + (Context.environment["LICHSONG_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)])

/// A room of `Sources`; its README.md says what it takes and gives.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: settings)
}

/// A command of `Sources`.
func command(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: settings)
}

/// The tests of a room.
func tests(of room: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: room + "Tests", dependencies: dependencies, swiftSettings: settings)
}

let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "lichsong",
  products: [
    .executable(name: "lichsong", targets: ["lichsong"]),
    .executable(name: "lichsong-engine", targets: ["lichsong-engine"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // C libraries
    .systemLibrary(name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

    // The values that cross a room, and what several rooms need
    room("ScheduleModel", []),
    room("Digests", ["CCrypto"]),
    room("Spreadsheets", ["ScheduleModel", "CZip"]),
    room("ContentLines", []),

    // The stages, in the order in which the data passes them
    room("PlanFiles", ["ScheduleModel", .product(name: "Yams", package: "Yams")]),
    room("Allocation", ["ScheduleModel"]),
    room("Calendars", ["ScheduleModel", "ContentLines", "Digests", "CLibical"]),
    room("Logs", ["ScheduleModel", "Digests", "Spreadsheets"]),
    room("Matching", ["ScheduleModel", .product(name: "HeapModule", package: "swift-collections")]),
    room("Counting", ["ScheduleModel", "Digests"]),
    room(
      "Reports",
      ["ScheduleModel", "Spreadsheets", .product(name: "Mustache", package: "swift-mustache")]),

    // The whole program on one page: the Book, and the year that follows from it
    room(
      "Planning",
      [
        "ScheduleModel", "Digests", "PlanFiles", "Allocation", "Calendars", "Spreadsheets", "Logs",
        "Matching",
        "Counting", "Reports",
      ]),

    // The edge: other people's servers, the files of a plan's folder, the terminal
    room("CalDAV", ["ScheduleModel", "ContentLines"]),
    room(
      "StationFolder",
      [
        "ScheduleModel", "Digests", "PlanFiles", "Allocation", "Calendars", "Spreadsheets", "Logs",
        "Matching",
        "Counting", "Reports", "CalDAV", "Planning", "CXlsxWriter",
      ]),
    room("Console", ["ScheduleModel", "Reports", "StationFolder", arguments]),

    // The command, and the engines alone for tests and benchmarks
    command(
      "lichsong",
      ["ScheduleModel", "Reports", "CalDAV", "Planning", "StationFolder", "Console", arguments]),
    command(
      "lichsong-engine",
      [
        "ScheduleModel", "Allocation", "Logs", "Matching", "Reports", "Planning", "StationFolder", "Console",
        arguments,
      ]),

    // Tests, a folder a room, then the whole; other people's programs are run by some of them
    .target(
      name: "TestSupport",
      dependencies: ["ScheduleModel", "Spreadsheets", "Logs", "Matching", "Counting"],
      path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "CalendarClients", path: "Tests/CalendarClients",
      exclude: [
        "accept.py", "agenda.py", "collection.py", "corpus.py", "form.py", "marked.py", "occurrences.py",
        "office.py", "sheets.py",
        "requirements.txt",
      ],
      swiftSettings: settings),
    tests(of: "ScheduleModel", ["ScheduleModel"]),
    tests(of: "Spreadsheets", ["Spreadsheets"]),
    tests(of: "ContentLines", ["ContentLines"]),
    tests(of: "PlanFiles", ["PlanFiles", .product(name: "Yams", package: "Yams")]),
    tests(of: "Allocation", ["Allocation", "TestSupport"]),
    tests(of: "Calendars", ["Calendars", "CalendarClients"]),
    tests(of: "Logs", ["Logs", "TestSupport"]),
    tests(of: "Matching", ["Matching", "TestSupport"]),
    tests(of: "Counting", ["Counting", "TestSupport"]),
    tests(of: "Reports", ["Reports"]),
    tests(of: "Planning", ["Planning", "PlanFiles", "Logs", "ScheduleModel", "TestSupport"]),
    tests(of: "CalDAV", ["ScheduleModel", "CalDAV"]),
    tests(
      of: "StationFolder", ["Calendars", "Planning", "StationFolder", "Digests", "Logs", "ScheduleModel"]),
    tests(of: "Engine", ["lichsong-engine", "Allocation", "ScheduleModel", "TestSupport"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "ScheduleModel", "StationFolder", "lichsong", "lichsong-engine", "CalendarClients", "TestSupport",
      ],
      exclude: ["Closes", "Consolidated", "Findings", "forcing.c", "recount.py"], swiftSettings: settings),
    tests(of: "Architecture", ["ScheduleModel"]),
  ],
  swiftLanguageModes: [.v6]
)

// The station's server is built only where somebody asks for it: whoever plans at the terminal neither downloads nor
// compiles a database or an HTTP server, and `lichsong` cannot link them. The tests of the other build stay there.
if Context.environment["LICHSONG_SERVER"] != nil {
  package.products.append(.executable(name: "lichsong-server", targets: ["lichsong-server"]))
  package.dependencies += [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.90.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ]
  package.targets.removeAll { $0.type == .test }
  package.targets += [
    .systemLibrary(name: "CPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),

    // What is kept, who may do what with it, and how the world asks for it
    room(
      "StationStore",
      ["ScheduleModel", "Digests", "Planning", "CPQ", .product(name: "GRDB", package: "GRDB.swift")]),
    room(
      "StationWork",
      ["ScheduleModel", "Digests", "Calendars", "Planning", "Reports", "StationStore", "CZlib"]),
    room("StationDesk", ["ScheduleModel", "Digests", "Planning", "StationStore", "StationWork"]),
    room(
      "StationServer",
      [
        "ScheduleModel", "Digests", "Spreadsheets", "Allocation", "Calendars", "Counting", "Reports",
        "Planning", "StationFolder", "StationStore", "StationWork",
        "StationDesk", "CQRCode",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),
    command(
      "lichsong-server",
      [
        "ScheduleModel", "Logs", "Planning", "StationFolder", "StationStore", "StationWork", "StationDesk",
        "StationServer", "Console",
        .product(name: "Configuration", package: "swift-configuration"),
        .product(name: "Logging", package: "swift-log"), arguments,
      ]),

    .target(
      name: "StoreSupport", dependencies: ["ScheduleModel", "StationStore"], path: "Tests/StoreSupport",
      swiftSettings: settings),
    .executableTarget(
      name: "store-writer", dependencies: ["ScheduleModel", "Planning", "StationStore"],
      path: "Tests/StoreWriter",
      swiftSettings: settings),
    .executableTarget(
      name: "bare-handler",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      path: "Tests/BareHandler", swiftSettings: settings),
    tests(
      of: "StationStore",
      [
        "ScheduleModel", "Digests", "Planning", "StationFolder", "StationStore", "StoreSupport",
        "store-writer", "lichsong-server",
      ]),
    tests(of: "StationDesk", ["ScheduleModel", "Planning", "StationStore", "StationDesk", "StoreSupport"]),
    .testTarget(
      name: "StationServerTests",
      dependencies: [
        "ScheduleModel", "Digests", "Spreadsheets", "Calendars", "Planning", "Reports", "StationFolder",
        "StationStore",
        "StationWork", "StationDesk",
        "StationServer", "StoreSupport", "TestSupport", "lichsong-server",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      exclude: ["browse.py", "desk.py", "probe.py", "requirements.txt"], swiftSettings: settings),
  ]
}
