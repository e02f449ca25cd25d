extension StationFiles {
  /// The Book and the working files among all files of a plan's folder.
  ///
  /// - Parameter files: By their paths in the folder.
  /// - Returns: The working files are `nil` without a plan file. A log that the Book has is not held twice.
  public static func contents(of files: [InputFile]) -> (book: Book, files: StationFiles?) {
    var entries: [BookEntry] = []
    var damages: [BookEntry.Damage] = []
    for file in files where file.name.hasPrefix("book/") {
      switch BookEntry.reading(file) {
      case .success(let entry): entries.append(entry)
      case .failure(let damage): damages.append(damage)
      }
    }
    let book = Book(entries, findings: damages.map(\.finding))
    let known = Set(book.entries(.log).compactMap { $0.head.notes["source-sha256"] })
    let working = files.filter { file in
      !file.name.hasPrefix("book/") && !(file.name.hasPrefix("as-run/") && known.contains(file.digest))
    }
    guard let plan = working.first(where: { $0.name == "plan.yaml" }) else { return (book, nil) }
    let byName = Dictionary(working.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let gathered = StationFiles.gathered(plan: plan, among: byName.keys.sorted(), withLogs: true) { name in
      byName[name] ?? InputFile(name: name, bytes: [])
    }
    return (book, gathered)
  }
}
