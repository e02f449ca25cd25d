/// A place in a user's file.
public struct SourcePlace: Hashable, Comparable, Sendable {
  /// The file as the user named it.
  public let file: String
  /// Line, from 1.
  public let line: Int
  /// Column, from 1, in Unicode scalars as libyaml counts them. 1 where only the line is known.
  public let column: Int

  /// A place in a file; line and column count from 1.
  public init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, line and column.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `plan.yaml:12:5`.
  public var description: String { "\(file):\(line):\(column)" }
}
