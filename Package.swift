// swift-tools-version: 6.2
import PackageDescription

// Each setting says early what a later Swift will demand: `any` before a protocol (SE-0335), members only
// from modules a file imports (SE-0444), and imports that stay inside unless a file says `public` (SE-0409).
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "lichsong",
  products: [
    .executable(name: "lichsong", targets: ["lichsong"])
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

    // Archives, which spreadsheets and office documents are
    .target(name: "ZipArchives", dependencies: ["CZip"], swiftSettings: settings),

    // Hashes by which files and rows are known again
    .target(name: "Digests", dependencies: ["CCrypto"], swiftSettings: settings),

    // The values that cross a stage
    .target(name: "ScheduleModel", swiftSettings: settings),

    // Calendars of anybody, as components and their properties
    .target(name: "ContentLines", swiftSettings: settings),

    // The stages, in the order in which the data passes them
    .target(
      name: "PlanFiles",
      dependencies: ["ScheduleModel", .product(name: "Yams", package: "Yams")], swiftSettings: settings),
    .target(name: "Allocation", dependencies: ["ScheduleModel"], swiftSettings: settings),
    .target(
      name: "Calendars", dependencies: ["ScheduleModel", "ContentLines", "Digests", "CLibical"],
      swiftSettings: settings),
    .target(
      name: "Reconciliation",
      dependencies: [
        "ScheduleModel", "Digests", "ZipArchives",
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reports",
      dependencies: ["ScheduleModel", "ZipArchives", .product(name: "Mustache", package: "swift-mustache")],
      swiftSettings: settings),

    // Calendars on other people's servers
    .target(name: "CalDAV", dependencies: ["ScheduleModel", "ContentLines"], swiftSettings: settings),

    // The whole program on one page: the Book, and the year that follows from it
    .target(
      name: "Planning",
      dependencies: [
        "ScheduleModel", "Digests", "PlanFiles", "Allocation", "Calendars", "Reconciliation", "Reports",
      ],
      swiftSettings: settings),

    // The files of a plan's folder, the Book among them
    .target(
      name: "StationFolder",
      dependencies: [
        "ScheduleModel", "Digests", "PlanFiles", "Allocation", "Calendars", "Reconciliation", "Reports",
        "CalDAV", "Planning", "CXlsxWriter",
      ],
      swiftSettings: settings),

    // The command
    .executableTarget(
      name: "lichsong",
      dependencies: [
        "ScheduleModel", "Reports", "CalDAV", "Planning", "StationFolder",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests, a folder a module, then the whole; other people's programs are run by some of them
    .target(
      name: "CalendarClients", path: "Tests/CalendarClients",
      exclude: [
        "accept.py", "collection.py", "corpus.py", "occurrences.py", "office.py", "requirements.txt",
      ],
      swiftSettings: settings),
    .testTarget(name: "ScheduleModelTests", dependencies: ["ScheduleModel"], swiftSettings: settings),
    .testTarget(
      name: "ZipArchivesTests", dependencies: ["ZipArchives"], swiftSettings: settings),
    .testTarget(name: "ContentLinesTests", dependencies: ["ContentLines"], swiftSettings: settings),
    .testTarget(name: "PlanFilesTests", dependencies: ["PlanFiles"], swiftSettings: settings),
    .testTarget(name: "AllocationTests", dependencies: ["Allocation"], swiftSettings: settings),
    .testTarget(
      name: "CalendarsTests", dependencies: ["Calendars", "CalendarClients"], swiftSettings: settings),
    .testTarget(name: "CalDAVTests", dependencies: ["ScheduleModel", "CalDAV"], swiftSettings: settings),
    .testTarget(
      name: "ReconciliationTests", dependencies: ["Reconciliation", "ZipArchives"], swiftSettings: settings),
    .testTarget(name: "ReportsTests", dependencies: ["Reports"], swiftSettings: settings),
    .testTarget(
      name: "PlanningTests", dependencies: ["Planning", "Reconciliation", "ScheduleModel"],
      swiftSettings: settings),
    .testTarget(
      name: "StationFolderTests",
      dependencies: ["Calendars", "Planning", "StationFolder", "Digests", "Reconciliation", "ScheduleModel"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests", dependencies: ["StationFolder", "lichsong", "CalendarClients"],
      exclude: ["Closes", "Consolidated", "recount.py"],
      swiftSettings: settings
    ),
    .testTarget(name: "ArchitectureTests", dependencies: ["ScheduleModel"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
