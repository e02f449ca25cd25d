import CCrypto

/// How libcrypto begins and ends in this program.
enum Libcrypto {
  /// Begins libcrypto without its clearing up when the program ends.
  ///
  /// It would free its locks while threads of ours still hash, and they would crash. To be read before libcrypto is called for the
  /// first time (OPENSSL_init_crypto(3), `OPENSSL_INIT_NO_ATEXIT`).
  static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1
}
