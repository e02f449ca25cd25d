import Testing

struct ModuleTests {
  /// What each module may import: ours first, then libraries.
  ///
  /// One way, left to right: the model imports nothing, a stage only the model and its own library, the
  /// planner the stages, the command the planner and the reports it prints. A module that is not here has no place in the house yet.
  private static let mayImport: [String: Set<String>] = [
    "ScheduleModel": [],
    "ZipArchives": ["CZip", "Foundation"],
    "Digests": ["CCrypto"],
    "ContentLines": ["Foundation"],
    "PlanFiles": ["ScheduleModel", "Yams", "Foundation"],
    "Allocation": ["ScheduleModel", "Dispatch", "Synchronization"],
    "Calendars": ["ScheduleModel", "ContentLines", "Digests", "CLibical", "Foundation"],
    "Reconciliation": ["ScheduleModel", "Digests", "ZipArchives", "HeapModule", "Foundation"],
    "Reports": ["ScheduleModel", "ZipArchives", "Mustache", "Foundation"],
    "CalDAV": [
      "ScheduleModel", "ContentLines", "Foundation", "FoundationNetworking", "FoundationXML", "Dispatch",
      "Synchronization",
    ],
    "Planning": [
      "ScheduleModel", "Digests", "PlanFiles", "Allocation", "Calendars", "Reconciliation", "Reports",
      "Foundation",
    ],
    "StationFolder": [
      "ScheduleModel", "Digests", "PlanFiles", "Allocation", "Calendars", "Reconciliation", "Reports",
      "CalDAV",
      "Planning", "CXlsxWriter", "Foundation", "Synchronization",
    ],
    "lichsong": [
      "ScheduleModel", "Reports", "CalDAV", "Planning", "StationFolder", "ArgumentParser", "Foundation",
      "Synchronization",
    ],
  ]

  /// C libraries: a module map and a shim each, no Swift.
  private static let cLibraries: Set<String> = ["CCrypto", "CLibical", "CXlsxWriter", "CZip"]

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

  @Test("the package has no folders but Sources, Tests, schedules and docs")
  func topLevel_hasFourFolders() {
    let folders = PackageFiles.folders(in: "")
    #expect(folders.filter { !["Sources", "Tests", "schedules", "docs"].contains($0) } == [])
    #expect(folders.contains("Sources") && folders.contains("Tests"))
  }
}
