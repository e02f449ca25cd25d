import Foundation
import Testing

/// What the documents say about the files of the project is so.
struct DocumentTests {
  /// The documents that people read: those at the top, and all below.
  private static let documents: [String] =
    (PackageFiles.files(in: "")
    + ["Sources", "Tests", "docs", "schedules"].flatMap(PackageFiles.paths(under:)))
    .filter { $0.hasSuffix(".md") }

  private static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: PackageFiles.root.appending(path: path).path)
  }

  @Test("every path that a document names leads to a file of the project", arguments: documents)
  func paths_exist(document: String) throws {
    let text = try #require(PackageFiles.text(of: document))
    let paths = text.matches(of: /`((?:Sources|Tests|docs|schedules)\/[^`…*]+)`/).map { String($0.output.1) }
    #expect(paths.filter { !Self.exists($0) } == [])
  }

  @Test("every link of a document leads to a file, and to a heading in it", arguments: documents)
  func links_leadSomewhere(document: String) throws {
    let text = try #require(PackageFiles.text(of: document))
    let folder = document.split(separator: "/").dropLast().joined(separator: "/")
    var broken: [String] = []
    for link in text.matches(of: /\]\(([^)\s]+)\)/).map({ String($0.output.1) }) where !link.contains("://") {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      let file =
        parts[0].isEmpty ? document : Self.normalised(folder.isEmpty ? parts[0] : "\(folder)/\(parts[0])")
      guard Self.exists(file) else {
        broken.append(link)
        continue
      }
      if parts.count > 1, !Self.anchors(in: PackageFiles.text(of: file) ?? "").contains(parts[1]) {
        broken.append(link)
      }
    }
    #expect(broken == [])
  }

  private static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// The anchors that a page of this text has: its headings in small letters, hyphens for blanks, without signs.
  private static func anchors(in text: String) -> Set<String> {
    Set(
      text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
        String(
          line.drop { $0 == "#" }.dropFirst().lowercased().compactMap { character in
            if character == " " { return "-" }
            return character.isLetter || character.isNumber || "-_".contains(character) ? character : nil
          })
      })
  }

  @Test("each hop of docs/architecture.md is a function of the file that it names")
  func hops_areThere() throws {
    let text = try #require(PackageFiles.text(of: "docs/architecture.md"))
    let hops = text.matches(of: /\| `(Sources\/[^`]+\.swift)` \| ([^|]+) \|/)
    #expect(hops.count > 40)
    var missing: [String] = []
    for hop in hops {
      let file = String(hop.output.1)
      let code = SwiftCode(PackageFiles.text(of: file) ?? "").text
      for function in hop.output.2.matches(of: /`([a-zA-Z]+)\(/).map({ String($0.output.1) }) {
        let declared = function == "init" ? "init(" : "func \(function)"
        if !code.contains(declared) { missing.append("\(file): \(function)") }
      }
    }
    #expect(missing == [])
  }

  @Test("each requirement of docs/server-safety.md names tests that there are")
  func requirements_haveTests() throws {
    let text = try #require(PackageFiles.text(of: "docs/server-safety.md"))
    let rows = text.split(separator: "\n").filter { $0.wholeMatch(of: /\| [0-9]+ \|.*/) != nil }
    #expect(rows.count == 36)
    let tests = PackageFiles.paths(under: "Tests").filter { $0.hasSuffix(".swift") }
      .compactMap(PackageFiles.text).joined()
    for row in rows {
      let names = row.split(separator: "|").last?.matches(of: /`([a-z][A-Za-z0-9]*_[A-Za-z0-9]+)`/) ?? []
      #expect(!names.isEmpty, "\(row)")
      for name in names { #expect(tests.contains("func \(name.output.1)("), "\(row)") }
    }
  }

  @Test("the picture of rooms in docs/architecture.md is that of Package.swift, and each room has its row")
  func picture_isThePackage() throws {
    let text = try #require(PackageFiles.text(of: "docs/architecture.md"))
    let drawn = text.matches(of: /(?m)^([A-Za-z-]+) +→ ?(.*)$/).map { arrow in
      Room(
        name: String(arrow.output.1),
        dependencies: Set(
          arrow.output.2.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }))
    }
    let package = Self.rooms(in: try #require(PackageFiles.text(of: "Package.swift")))
    #expect(package.count > 10)
    #expect(Set(package).subtracting(drawn).sorted() == [])
    #expect(Set(drawn).subtracting(package).sorted() == [])
    for path in ["docs/architecture.md", "docs/architecture.vi.md"] {
      let rows = try #require(PackageFiles.text(of: path)).matches(of: /(?m)^\| \[`([A-Za-z-]+)`\]/)
      #expect(Set(rows.map { String($0.output.1) }) == Set(package.map(\.name)), "\(path)")
    }
  }

  @Test(
    "each package that is built in has its sentence in the READMEs", arguments: ["README.md", "README.vi.md"])
  func packages_areNamed(document: String) throws {
    let text = try #require(PackageFiles.text(of: document))
    let manifest = try #require(PackageFiles.text(of: "Package.swift"))
    let packages = manifest.matches(of: /url: "(https:[^"]+)"/).map { String($0.output.1) }
    #expect(packages.count > 2 && packages.filter { !text.contains("](\($0))") } == [])
    let libraries = manifest.matches(of: /pkgConfig: "(?:lib)?([a-z]+)"/).map { String($0.output.1) }
    #expect(libraries.count > 2 && libraries.filter { !text.contains($0) } == [])
  }

  /// A room and what it may import besides the system's libraries.
  private struct Room: Hashable, Comparable, CustomStringConvertible {
    let name: String
    let dependencies: Set<String>

    var description: String { "\(name) → \(dependencies.sorted().joined(separator: ", "))" }

    static func < (left: Room, right: Room) -> Bool { left.name < right.name }
  }

  /// The rooms and commands of a manifest.
  private static func rooms(in manifest: String) -> [Room] {
    let calls = manifest.matches(of: /\n    (?:room|command)\(\s*"([^"]+)",\s*\[([^\]]*)\]/)
    return calls.map { call in
      let list = call.output.2.replacing(/\.product\(name: ("[^"]+"), package: "[^"]+"\)/) { $0.output.1 }
        .replacing(/\barguments\b/, with: "\"ArgumentParser\"")
      return Room(
        name: String(call.output.1),
        dependencies: Set(list.matches(of: /"([^"]+)"/).map { String($0.output.1) }))
    }
  }
}
