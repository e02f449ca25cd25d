import ArgumentParser
import Configuration
import Console
import Foundation
import Planning
import StationFolder

/// What the command is told by its flags, by the environment and by a file: the first that says something counts.
///
/// The file has lines such as `LICHSONG_PORT=8080`, the same names as in the environment, so that systemd can read it, too.
struct ServerConfiguration {
  private let reader: ConfigReader

  /// The settings, by the name that flags have.
  enum Setting: String, CaseIterable {
    case data
    case host
    case port
    case publicAddress = "public-address"
    case proxy
    case key
    case metricsPort = "metrics-port"

    /// The name in the environment and in the file.
    var variable: String { "LICHSONG_" + rawValue.uppercased().replacing("-", with: "_") }

    fileprivate var key: ConfigKey {
      ConfigKey(["lichsong"] + rawValue.split(separator: "-").map(String.init))
    }
  }

  /// - Parameters:
  ///   - file: The file; `nil` for none.
  /// - Throws: What is wrong with the file, or that it cannot be read.
  init(file: String?, environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    // What stands empty is not said.
    var providers: [any ConfigProvider] = [
      EnvironmentVariablesProvider(environmentVariables: environment.filter { $0.value != "" })
    ]
    if let file { providers.append(EnvironmentVariablesProvider(environmentVariables: try Self.read(file))) }
    reader = ConfigReader(providers: providers)
  }

  /// What a setting is; `nil` where nobody says.
  func text(_ setting: Setting) -> String? { reader.string(forKey: setting.key) }

  /// A port; `nil` where nobody says.
  func port(_ setting: Setting) throws -> Int? {
    guard let text = text(setting) else { return nil }
    guard let port = Int(text), (0...65_535).contains(port) else {
      throw ValidationError(
        HelpWords.text(
          vi: "\(setting.variable) là số từ 0 đến 65535, không phải “\(text)”.",
          en: "\(setting.variable) is a number from 0 to 65535, and not “\(text)”."))
    }
    return port
  }

  /// The lines of a file. One that is not understood is told: a slip of the pen would leave the setting at what it was.
  private static func read(_ file: String) throws -> [String: String] {
    let text = String(decoding: try InputFile.read(file).bytes, as: UTF8.self)
    var values: [String: String] = [:]
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.trimmingCharacters(in: .whitespaces)
      if line.isEmpty || line.hasPrefix("#") { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      guard parts.count == 2, Setting.allCases.contains(where: { $0.variable == parts[0] }) else {
        let known = Setting.allCases.map(\.variable).joined(separator: ", ")
        throw ValidationError(
          HelpWords.text(
            vi: "\(file):\(number + 1): “\(line)” không đúng; mỗi dòng là TÊN=giá trị, các tên: \(known).",
            en:
              "\(file):\(number + 1): “\(line)” is not understood; a line is NAME=value, and the names are \(known)."
          ))
      }
      let isQuoted = parts[1].count >= 2 && parts[1].hasPrefix("\"") && parts[1].hasSuffix("\"")
      let value = isQuoted ? String(parts[1].dropFirst().dropLast()) : parts[1]
      if !value.isEmpty { values[parts[0]] = value }
    }
    return values
  }
}
