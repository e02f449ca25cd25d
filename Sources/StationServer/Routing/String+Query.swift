extension String {
  /// The text as the value of a parameter behind the question mark of an address.
  var inQuery: String {
    utf8.map { octet -> String in
      let isPlain =
        (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet) || (0x61...0x7A).contains(octet)
      let digits = String(octet, radix: 16, uppercase: true)
      return isPlain ? String(UnicodeScalar(octet)) : "%" + (octet < 16 ? "0" : "") + digits
    }.joined()
  }
}
