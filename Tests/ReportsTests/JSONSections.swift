import Foundation

/// One value of a JSON object, on one line with its keys in order; a text of its own when there is none.
func section(_ key: String, of json: String) -> String {
  guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
    let value = object[key]
  else { return "no \(key)" }
  return line(value)
}

/// The elements of a JSON array, each on one line.
func elements(_ key: String, of json: String) -> [String] {
  guard let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any],
    let values = object[key] as? [Any]
  else { return ["no \(key)"] }
  return values.map(line)
}

/// The keys of a JSON object, in order.
func keys(of json: String) -> [String] {
  let object = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
  return (object ?? [:]).keys.sorted()
}

private func line(_ value: Any) -> String {
  let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed]
  let data = try? JSONSerialization.data(withJSONObject: value, options: options)
  return data.map { String(decoding: $0, as: UTF8.self) } ?? "unreadable"
}

/// The text of a CSV file with these lines.
func csvFile(_ lines: String) -> String {
  "\u{FEFF}" + lines.split(separator: "\n").map { $0 + "\r\n" }.joined()
}
