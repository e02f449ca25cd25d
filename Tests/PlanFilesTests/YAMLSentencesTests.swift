import Testing
import Yams

/// ``YAMLSyntaxError`` knows mistakes by the sentences of libyaml 0.2.5, which Yams 6.2.2 brings with it. When a newer
/// one words them differently, this test says which; the reader would only get a more general message.
@Suite("The sentences of libyaml that are known")
struct YAMLSentencesTests {
  @Test(
    "each is what libyaml says of a mistake",
    arguments: [
      ("a: &\n", "did not find expected alphabetic or numeric character"),
      ("a: !x!y b\n", "found undefined tag handle"),
      ("a: b: c\n", "mapping values are not allowed in this context"),
      ("a: 1\nb\nc: 2\n", "could not find expected ':'"),
      ("a: \"b\n", "found unexpected end of stream"),
      ("a: [b, c\nd: e\n", "did not find expected ',' or ']'"),
      ("a: {b: c\nd: e\n", "did not find expected ',' or '}'"),
      ("a: 1\n b: 2\n", "mapping values are not allowed in this context"),
      ("- a\nb: c\n", "did not find expected '-' indicator"),
      ("a: \"\\q\"\n", "found unknown escape character"),
      ("a: \"\\xzz\"\n", "did not find expected hexdecimal number"),
      ("a: @b\n", "found character that cannot start any token"),
      ("a: |x\n", "did not find expected comment or line break"),
    ])
  func sentence(text: String, expected: String) {
    #expect(Self.problem(in: text) == expected)
  }

  private static func problem(in text: String) -> String? {
    do {
      _ = try Yams.compose(yaml: text)
      return nil
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
        return problem
      default: return "\(error)"
      }
    } catch {
      return "\(error)"
    }
  }
}
