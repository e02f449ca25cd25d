import ScheduleModel
import Testing

struct EditDistanceTests {
  /// Every word of up to four letters a and b: 31 of them, and 29,791 triples.
  private static let words: [[Character]] = {
    var words: [[Character]] = [[]]
    var longest = words
    for _ in 1...4 {
      longest = longest.flatMap { word in ["a", "b"].map { word + [$0] } }
      words += longest
    }
    return words
  }()

  private static let distances = words.map { left in words.map { EditDistance.between(left, $0) } }

  @Test("a word is at no distance from itself, and only from itself")
  func distance_isZeroForTheSameWord() {
    let wrong = pairs.first { (Self.distances[$0][$1] == 0) != ($0 == $1) }
    #expect(wrong.map(Self.named) == nil)
  }

  @Test("it is as far there as back")
  func distance_isSymmetric() {
    let wrong = pairs.first { Self.distances[$0][$1] != Self.distances[$1][$0] }
    #expect(wrong.map(Self.named) == nil)
  }

  @Test("no detour is shorter")
  func distance_keepsTheTriangle() {
    var wrong: [String] = []
    for (i, j) in pairs {
      let direct = Self.distances[i][j]
      for k in Self.words.indices where Self.distances[i][k] + Self.distances[k][j] < direct {
        wrong.append("\(Self.named((i, j))) over \(String(Self.words[k]))")
      }
    }
    #expect(wrong.first == nil)
  }

  @Test("it is at least the difference in length, and at most the longer length")
  func distance_liesWithinTheLengths() {
    let wrong = pairs.first { i, j in
      let (left, right) = (Self.words[i].count, Self.words[j].count)
      return !(abs(left - right)...max(left, right)).contains(Self.distances[i][j])
    }
    #expect(wrong.map(Self.named) == nil)
  }

  private var pairs: [(Int, Int)] {
    Self.words.indices.flatMap { i in Self.words.indices.map { (i, $0) } }
  }

  private static func named(_ pair: (Int, Int)) -> String {
    "\(String(words[pair.0])), \(String(words[pair.1]))"
  }

  @Test(
    "typing errors count one each",
    arguments: [
      ("quota", "qouta", 1), ("quota", "quta", 1), ("quota", "quotaa", 1), ("quota", "quoka", 1),
      ("", "abc", 3),
      ("ca", "abc", 2), ("kênh", "kenh", 1), ("a cat", "an act", 2),
    ])
  func typingErrors(_ left: String, _ right: String, _ distance: Int) {
    #expect(EditDistance.between(Array(left), Array(right)) == distance)
  }

  @Test("the nearest word is meant, when it differs in at most a third of the letters")
  func closest_isNear() {
    let words = ["outlet", "outlets", "also-on", "quota"]
    #expect(EditDistance.closest(to: "outlte", among: words) == "outlet")
    #expect(EditDistance.closest(to: "OUTLETS", among: words) == "outlets")
    #expect(EditDistance.closest(to: "outletss", among: words) == "outlets")
    #expect(EditDistance.closest(to: "quot", among: words) == "quota")
    #expect(EditDistance.closest(to: "also", among: words) == nil)
    #expect(EditDistance.closest(to: "", among: words) == nil)
    #expect(EditDistance.closest(to: "quota", among: []) == nil)
  }

  @Test("of equally near words the first is meant")
  func closest_isTheFirst() {
    #expect(EditDistance.closest(to: "tin-x", among: ["tin-a", "tin-b"]) == "tin-a")
    #expect(EditDistance.closest(to: "tin-b", among: ["tin-a", "tin-b"]) == "tin-b")
  }
}
