import Testing

struct ModuleTests {
  /// What each room may import: the line “May import” of its README.md.
  ///
  /// One way: the model imports none of ours, a stage only the model, hashes and spreadsheets, the planner the stages,
  /// the edge the planner. A room without a README has no place in the house yet.
  private static let mayImport: [String: Set<String>] = Dictionary(
    uniqueKeysWithValues: PackageFiles.folders(in: "Sources").compactMap { room in
      PackageFiles.text(of: "Sources/\(room)/README.md").map { (room, imports(allowedBy: $0)) }
    })

  private static func imports(allowedBy readme: String) -> Set<String> {
    let line = readme.split(separator: "\n").first { $0.hasPrefix("- **May import:**") } ?? ""
    return Set(line.matches(of: /`([^`]+)`/).map { String($0.1) })
  }

  /// The stages, none of which knows another.
  private static let stages: Set<String> = [
    "PlanFiles", "Allocation", "Calendars", "Logs", "Matching", "Counting", "Reports",
  ]

  /// C libraries: a module map and a shim each, no Swift.
  private static let cLibraries: Set<String> = [
    "CCrypto", "CLibical", "CPQ", "CQRCode", "CXlsxWriter", "CZip", "CZlib",
  ]

  @Test("each module imports only what stands before it on the way of the data")
  func imports_followTheTable() {
    var violations: [String] = []
    for file in PackageFiles.sources {
      let allowed = Self.mayImport[file.module, default: []]
      for (module, line) in file.code.imports where !allowed.contains(module) {
        violations.append("\(file.path):\(line) imports \(module)")
      }
    }
    #expect(violations == [])
  }

  @Test("the READMEs of the rooms allow no arrow between two stages and none back")
  func stages_standAlone() {
    for stage in Self.stages {
      let ours = Self.mayImport[stage, default: []].intersection(Self.mayImport.keys)
      #expect(
        ours.subtracting(["ScheduleModel", "Digests", "Spreadsheets", "ContentLines"]) == [], "\(stage)")
    }
    #expect(Self.mayImport["Planning"]?.isSuperset(of: Self.stages) == true)
    for edge in ["CalDAV", "StationFolder", "Console", "lichsong", "StationStore"] {
      #expect(Self.mayImport["Planning"]?.contains(edge) == false, "\(edge)")
    }
  }

  @Test("the offline commands reach neither a database nor an HTTP server")
  func offlineCommands_standAlone() {
    var reached: Set<String> = ["lichsong", "lichsong-engine"]
    while true {
      let more = reached.reduce(into: reached) { $0.formUnion(Self.mayImport[$1, default: []]) }
      if more == reached { break }
      reached = more
    }
    let server: Set<String> = [
      "StationStore", "StationWork", "StationDesk", "StationServer", "lichsong-server", "GRDB", "CPQ",
      "Hummingbird",
    ]
    #expect(reached.count > 20 && reached.intersection(server) == [])
    #expect(Self.mayImport["StationStore"]?.isSuperset(of: ["GRDB", "CPQ"]) == true)
    let others = Self.mayImport.filter {
      $0.key != "StationStore" && !$0.value.isDisjoint(with: ["GRDB", "CPQ"])
    }
    #expect(others.keys.sorted() == [])
    let speakers = Self.mayImport.filter { $0.value.contains("Hummingbird") }
    #expect(speakers.keys.sorted() == ["StationServer"])
  }

  @Test("every room says what it takes, what it gives and where to start reading, in files that there are")
  func rooms_haveReadmes() {
    for room in Self.mayImport.keys {
      let readme = PackageFiles.text(of: "Sources/\(room)/README.md") ?? ""
      for part in ["- **Takes:** ", "- **Gives:** ", "- **May import:** `", "- **Start reading at:** ["] {
        #expect(readme.contains("\n" + part), "\(room): \(part)")
      }
      for link in readme.matches(of: /\]\(([^)]+)\)/) {
        #expect(PackageFiles.text(of: "Sources/\(room)/\(link.1)") != nil, "\(room): \(link.1)")
      }
    }
  }

  @Test("every folder of Sources is a module that the table knows, and every module has its folder")
  func folders_areModules() {
    #expect(Set(PackageFiles.folders(in: "Sources")) == Self.cLibraries.union(Self.mayImport.keys))
    #expect(Set(PackageFiles.sources.map(\.module)) == Set(Self.mayImport.keys))
  }

  @Test("no type is named like a module, for then nothing could name the module's types")
  func types_areNotNamedLikeModules() {
    let modules = Self.cLibraries.union(Self.mayImport.keys)
    let clashes = PackageFiles.sources.flatMap { file in
      file.code.declaredTypes.intersection(modules).sorted().map { "\(file.path) declares \($0)" }
    }
    #expect(clashes == [])
  }

  @Test("at the top of the package there is nothing but what belongs there")
  func topLevel_isKnown() {
    let folders: Set<String> = ["Sources", "Tests", "schedules", "docs", "packaging"]
    let files: Set<String> = [
      "Package.swift", "Makefile", "README.md", "README.vi.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md",
      "SECURITY.md",
    ]
    #expect(Set(PackageFiles.folders(in: "")) == folders)
    // What the package manager writes is kept out of the repository.
    #expect(Set(PackageFiles.files(in: "")).subtracting(["Package.resolved"]) == files)
  }
}
