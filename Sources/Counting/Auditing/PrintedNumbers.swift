import ScheduleModel

/// The whole numbers in a text: 2.199 once, 02 as 2, 81,98 as neither 81 nor 98.
struct PrintedNumbers {
  private let values: Set<Int>

  /// The numbers in a text; numbers of more than twelve digits are left out.
  init(in text: String) {
    var values: Set<Int> = []
    for piece in text.split(whereSeparator: { !($0.isASCII && $0.isNumber) && $0 != "." && $0 != "," }) {
      let groups = piece.split(separator: ",", omittingEmptySubsequences: true)
      // A comma that ends a clause has nothing behind it; one inside makes a decimal fraction.
      guard groups.count == 1, let number = groups.first else { continue }
      let parts = number.split(separator: ".", omittingEmptySubsequences: true)
      let isGrouped = parts.count > 1 && parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0].count <= 3
      let texts = isGrouped ? [parts.joined()] : parts.map(String.init)
      values.formUnion(texts.filter { $0.count <= 12 }.compactMap { Int($0) })
    }
    self.values = values
  }

  /// Whether there is none.
  var isEmpty: Bool { values.isEmpty }

  /// Whether this one is among them.
  func has(_ value: Int) -> Bool { values.contains(value) }
}
