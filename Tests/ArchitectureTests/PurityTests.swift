import Testing

/// The core is functions over values: what they say depends on what they are given, and on nothing else.
struct PurityTests {
  /// The modules that stand at the edge, where the clock and the terminal are read.
  private static let edges: Set<String> = ["lichsong", "lichsong-engine", "lichsong-server", "Console"]

  /// The modules that may touch files.
  private static let fileModules: Set<String> = [
    "lichsong", "lichsong-engine", "lichsong-server", "Console", "StationFolder",
    // It starts processes and speaks with them.
    "StationWork",
  ]

  /// The places where files of some modules use one of some words as a name of its own.
  private func uses(of words: [String], outside modules: Set<String>) -> [String] {
    var places: [String] = []
    for file in PackageFiles.sources where !modules.contains(file.module) {
      for (index, line) in file.code.text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        for word in words where Self.uses(word, in: line) {
          places.append("\(file.path):\(index + 1) uses \(word)")
        }
      }
    }
    return places
  }

  /// Whether a line has the word, no letter, digit or underscore before or after it.
  static func uses(_ word: String, in line: Substring) -> Bool {
    func isNamePart(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }
    return line.ranges(of: word).contains { range in
      let before = line[..<range.lowerBound].last
      let after = line[range.upperBound...].first
      return !(isNamePart(word.first) && isNamePart(before)) && !(isNamePart(word.last) && isNamePart(after))
    }
  }

  @Test("a word is found where it is a name of its own, not inside another")
  func word_isFoundWhole() {
    #expect(Self.uses("Date()", in: "let a = Date()"))
    #expect(!Self.uses("Date()", in: "let a = endDate()"))
    #expect(Self.uses(".random", in: "Int.random(in: a)"))
    #expect(!Self.uses(".random", in: "a.randomly()"))
    #expect(Self.uses("try!", in: "let a = try! b()"))
    #expect(!Self.uses("try!", in: "let a = try b()"))
  }

  @Test("nothing traps on what a user may give: no try! and no fatalError")
  func sources_doNotTrap() {
    #expect(uses(of: ["try!", "fatalError"], outside: []) == [])
  }

  @Test("the core reads no clock, locale, zone, host or environment, and draws no lots")
  func core_readsNoSurroundings() {
    let clocks = [
      "Date()", "Date.now", "Date(timeIntervalSinceNow", "ContinuousClock", "SuspendingClock", "DispatchTime",
      "CFAbsoluteTimeGetCurrent", "gettimeofday", "clock_gettime", "time(nil)", "localtime", "localtime_r",
    ]
    let places = [
      "ProcessInfo", "CommandLine", "getenv", "gethostname", "Host.current", "NSHomeDirectory", "NSUserName",
      "Locale.current", "Locale.autoupdatingCurrent", "Calendar.current", "Calendar.autoupdatingCurrent",
      "TimeZone.current", "TimeZone.autoupdatingCurrent", "TimeZone.default", "localizedCompare",
      "localizedStandardCompare", "localizedCaseInsensitiveCompare", "localizedUppercase",
      "localizedLowercase",
    ]
    let lots = [
      "UUID()", ".random", ".randomElement", ".shuffled", ".shuffle", "SystemRandomNumberGenerator",
      "hashValue",
      "arc4random", "drand48",
    ]
    #expect(uses(of: clocks + places + lots, outside: Self.edges) == [])
  }

  @Test("the model and the stages open no file and print nothing")
  func stages_touchNoFile() {
    let words = [
      "print(", "debugPrint(", "dump(", "FileManager", "FileHandle", "InputStream", "OutputStream", "fopen",
      "fputs",
      "Data(contentsOf", "String(contentsOf", "contentsOfFile", "Process()",
    ]
    #expect(uses(of: words, outside: Self.fileModules) == [])
  }

  // The copy of a database is written by SQLite itself, and put into its place by DatabaseCopy.
  @Test("files are written by one type alone, which writes them whole or not at all")
  func oneType_writesFiles() {
    let words = [
      "O_CREAT", ".atomic", "fopen", "createFile(", "mkstemp", "forWritingTo", "forUpdating", "OutputStream",
      "write(to: URL", "Data.WritingOptions", "copyItem", "moveItem", "rename(",
    ]
    let places = uses(of: words, outside: []).filter {
      !$0.hasPrefix("Sources/StationFolder/Files/AtomicFile.swift:")
        && !$0.hasPrefix("Sources/StationStore/Connections/DatabaseCopy.swift:")
    }
    #expect(places == [])
  }

  @Test("what is printed is checked: no print, and no handle that ends the program when it cannot write")
  func printing_isChecked() {
    let words = [
      "print(", "debugPrint(", "dump(", "fputs", "puts(", "putchar", "printf", "standardOutput.write",
      "standardError.write", "STDOUT_FILENO", "STDERR_FILENO",
    ]
    let edges = ["Console/Terminal", "Console/Defect", "StationFolder/Reading/AdoptionPipeline"]
    let places = uses(of: words, outside: []).filter { place in
      !edges.contains { place.hasPrefix("Sources/\($0).swift:") }
    }
    #expect(places == [])
  }

  @Test(
    "one module alone speaks to other machines; the server's command speaks with systemd and its own port")
  func oneModule_opensConnections() {
    #expect(uses(of: ["URLSession"], outside: ["CalDAV"]) == [])
    #expect(uses(of: ["socket(", "connect("], outside: ["CalDAV", "lichsong-server"]) == [])
  }
}
