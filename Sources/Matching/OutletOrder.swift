import ScheduleModel

/// Numbers for texts that occur again and again, in the order in which they come.
struct TextNumbers {
  private var numbers: [String: Int32] = [:]
  private var last: (text: String, number: Int32) = ("", -1)

  /// How many different texts there are.
  var count: Int { numbers.count }

  /// The number of a text, a new one when it was not there before.
  mutating func number(of text: String) -> Int32 {
    if last.number >= 0, last.text == text { return last.number }
    let number = numbers[text] ?? Int32(numbers.count)
    if Int(number) == numbers.count { numbers[text] = number }
    last = (text, number)
    return number
  }

  /// The number of a text that was there before; `nil` for any other.
  func known(_ text: String) -> Int32? { numbers[text] }
}

/// Entries or placements by outlet, and in the order of time on each.
///
/// What airs on one outlet never concerns the order on another, so a year is sorted outlet by outlet.
struct OutletOrder {
  /// The indices, in this order.
  let indices: [Int]

  /// - Parameters:
  ///   - outlets: The number of the outlet of each.
  ///   - count: How many outlets there are.
  ///   - seconds: Where each lies on the line of time.
  ///   - isBefore: Which of two of one outlet and time comes first.
  /// - Complexity: O(n log n), and O(n) when each outlet is in the order of time already.
  init(outlets: [Int32], count: Int, seconds: [Int], isBefore: (Int, Int) -> Bool) {
    var starts = Array(repeating: 0, count: count + 1)
    for outlet in outlets { starts[Int(outlet) + 1] += 1 }
    for outlet in 0..<count { starts[outlet + 1] += starts[outlet] }
    var next = starts
    var sorted = Array(repeating: 0, count: outlets.count)
    for (index, outlet) in outlets.enumerated() {
      sorted[next[Int(outlet)]] = index
      next[Int(outlet)] += 1
    }
    func comesBefore(_ left: Int, _ right: Int) -> Bool {
      seconds[left] == seconds[right] ? isBefore(left, right) : seconds[left] < seconds[right]
    }
    for outlet in 0..<count { sorted[starts[outlet]..<starts[outlet + 1]].sort(by: comesBefore) }
    indices = sorted
  }
}
