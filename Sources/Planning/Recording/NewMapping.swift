import PlanFiles
public import ScheduleModel

/// How files of some names are read from now on, to be saved in `as-run/mappings.yaml`.
public struct NewMapping: Hashable, Sendable {
  /// The name by which it is asked for.
  public var name: String
  /// The pattern of the names of its files: `truyen-hinh-*.csv`.
  public var files: String
  /// What is written of each, by the keys of the file: `outlet`, `trust`, `encoding`, `lengths`, `numbers`, `dates`.
  public var values: [String: String] = [:]
  /// The number of each column, from 1, by its name; empty for what the header shows.
  public var columns: [String: Int] = [:]
  /// How many rows come before the first broadcast, where columns are named.
  public var skip = 0
  /// What parts the cells of a text, where columns are named; `nil` for a workbook.
  public var separator: UInt8?

  /// A mapping for files named like one; each number in the name stands for any.
  ///
  /// - Parameter file: The file's name, without folders.
  public init(name: String, like file: String) {
    self.name = name
    var pattern = ""
    for letter in file {
      if !letter.isNumber {
        // `2018-04` is one star, not two with a hyphen between them.
        if pattern.hasSuffix("*"), letter == "-" { continue }
        pattern.append(letter)
      } else if !pattern.hasSuffix("*") {
        pattern.append("*")
      }
    }
    files = pattern
  }

  /// How days such as `05/04/2018` are written, when it is known which number is the month; `nil` for another text.
  ///
  /// - Parameter order: One of ``StationYear/ImportRequest/dayOrders``.
  public static func dayPattern(like text: String, order: String) -> String? {
    let numbers = text.split { !$0.isNumber }
    let signs = text.filter { !$0.isNumber }
    guard numbers.count == 3, signs.count == 2, let sign = signs.first, signs.last == sign,
      [2, 4].contains(numbers[2].count), StationYear.ImportRequest.dayOrders.contains(order)
    else { return nil }
    let year = String(repeating: "y", count: numbers[2].count)
    let pattern = (order == "MM/dd" ? ["M", "d", year] : ["d", "M", year]).joined(separator: "\(sign)")
    return ClockPattern(pattern) == nil ? nil : pattern
  }

  /// The text of a mappings file with this one behind those that are there.
  ///
  /// - Parameter text: The file as it is; `nil` where there is none.
  /// - Returns: What is wrong with the mapping when it cannot be read back whole.
  public func added(to text: [UInt8]?) -> Result<[UInt8], MappingRefusal> {
    var lines = String(decoding: text ?? [], as: UTF8.self)
    if !lines.isEmpty, !lines.hasSuffix("\n") { lines += "\n" }
    lines += "\(Self.quoted(name)):\n  files: [\(Self.quoted(files))]\n"
    if !columns.isEmpty {
      let list = columns.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      lines +=
        "  columns: { \(list.map { "\($0.key): \($0.value)" }.joined(separator: ", ")) }\n  skip: \(skip)\n"
      if let separator {
        let sign = separator == 9 ? "tab" : String(UnicodeScalar(separator))
        lines += "  separator: \(Self.quoted(sign))\n"
      } else {
        lines += "  form: spreadsheet\n"
      }
    }
    for (key, value) in values.sorted(by: { $0.key < $1.key }) {
      lines += "  \(key): \(Self.quoted(value))\n"
    }
    let bytes = Array(lines.utf8)
    let read = LogMappingReader.read(bytes, file: "as-run/mappings.yaml")
    guard !read.findings.hasErrors, let last = read.mappings.last, last.name == name, last.files == [files]
    else { return .failure(MappingRefusal(findings: read.findings)) }
    return .success(bytes)
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// Why a mapping cannot be saved.
public struct MappingRefusal: Error, Hashable, Sendable {
  /// What is wrong with the file that it would make.
  public let findings: [Finding]
}
