import Allocation
import ScheduleModel

/// Lines and columns of a text's bytes, both from 1, columns in Unicode scalars.
///
/// An instance is often a single line of megabytes, so the count up to each of a row of marks is kept.
struct TextPlaces {
  private let bytes: [UInt8]
  private let file: String
  private var marks: [(line: Int, column: Int)] = []

  private static let step = 1024

  /// Goes through the text once.
  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    var place = (line: 1, column: 1)
    for start in stride(from: 0, to: bytes.count, by: Self.step) {
      marks.append(place)
      Self.advance(&place, over: bytes[start..<min(start + Self.step, bytes.count)])
    }
  }

  /// The line and column of a byte.
  func place(of offset: Int) -> SourcePlace {
    guard !marks.isEmpty else { return SourcePlace(file: file, line: 1) }
    let mark = min(offset / Self.step, marks.count - 1)
    var place = marks[mark]
    Self.advance(&place, over: bytes[(mark * Self.step)..<min(offset, bytes.count)])
    return SourcePlace(file: file, line: place.line, column: place.column)
  }

  private static func advance(_ place: inout (line: Int, column: Int), over bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      if byte == 0x0A {
        place = (place.line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
  }
}
