import Foundation

extension StringProtocol {
  /// As it stands in an address: everything but ASCII letters, digits, hyphens and points as its octets.
  var partOfAddress: String {
    let plain = CharacterSet(
      charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
    return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
