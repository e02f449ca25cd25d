import CQRCode

/// A text as a QR code, drawn as one path; by libqrencode, which nothing else imports.
struct QRPicture {
  /// How many units wide and high it is, with the quiet zone of four on each side.
  let size: Int
  /// The dark modules, as the data of an SVG path.
  let path: String

  /// The code of a text with few letters; `nil` for one that no code holds.
  init?(_ text: String) {
    guard let code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M) else { return nil }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard let modules = code.pointee.data else { return nil }
    var path = ""
    for row in 0..<width {
      var column = 0
      while column < width {
        let first = column
        while column < width, modules[row * width + column] & 1 == 1 { column += 1 }
        if column > first { path += "M\(first + 4) \(row + 4)h\(column - first)v1h-\(column - first)z" }
        if column == first { column += 1 }
      }
    }
    size = width + 8
    self.path = path
  }
}
