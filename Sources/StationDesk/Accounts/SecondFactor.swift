import Digests
import ScheduleModel
import StationStore

/// The second factor of a sign-in: a code that a telephone shows (RFC 6238), or one of ten recovery codes.
///
/// The key of the codes follows from an id in the store and the key of the station, which stands in a file of its own:
/// whoever gets hold of the database alone can show no code.
public struct SecondFactor: Sendable {
  private let desk: Desk
  private let key: [UInt8]
  /// Whether those who manage people, publish or close must have it.
  public let isObligatory: Bool

  /// The rights for which it is obligatory.
  public static let obligatoryFor: Set<Right> = [.administer, .publish, .close]

  /// - Parameter key: ``FeedDesk/keyLength`` octets that nobody can guess, always the same.
  public init(_ desk: Desk, key: [UInt8], isObligatory: Bool) {
    precondition(key.count == FeedDesk.keyLength, "the key of a station has \(FeedDesk.keyLength) octets")
    self.desk = desk
    self.key = key
    self.isObligatory = isObligatory
  }

  /// Whether a visitor has to set it up before anything else.
  public func isMissing(_ visitor: Visitor) -> Bool {
    isObligatory && !visitor.hasSecondFactor
      && Self.obligatoryFor.contains { $0.isGiven(by: visitor.grants, outlet: nil, anyOutlet: true) }
  }

  /// What a telephone has to know to show codes.
  public struct Offer: Hashable, Sendable {
    /// The key, as one types it: 32 letters and digits.
    public let key: String
    /// The key, whose it is and for what, as an address for a QR code.
    public let address: String
  }

  /// What a visitor's telephone has to know to set it up; the same as long as the session lasts. `nil` for one who has it.
  public func offer(_ visitor: Visitor) -> Offer? {
    if visitor.hasSecondFactor { return nil }
    let id = visitor.session.id
    let text = OneTimeCode.base32(codeKey(id))
    let login = String(visitor.person.login.utf8.flatMap { Self.escaped($0) })
    return Offer(
      key: text, address: "otpauth://totp/Lich%20Song:\(login)?secret=\(text)&issuer=Lich%20Song")
  }

  private static func escaped(_ octet: UInt8) -> [Character] {
    let scalar = Character(Unicode.Scalar(octet))
    if octet < 0x80, scalar.isLetter || scalar.isNumber || "-._~".contains(scalar) { return [scalar] }
    return Array("%" + Hexadecimal.text([octet]).uppercased())
  }

  /// Sets it up by a first code.
  ///
  /// - Returns: Ten recovery codes, to be shown once; they are not kept.
  public func confirm(_ visitor: Visitor, code: String) async throws -> [String] {
    guard visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    try await takeAttempt(visitor)
    let codes = newCodes()
    let key = key
    try await desk.store.write(.people) { transaction in
      guard try transaction.factor(of: visitor.person.number)?.confirmedAt == nil else {
        throw DeskRefusal.notFound
      }
      try transaction.beginFactor(of: visitor.person.number, id: visitor.session.id)
      guard let factor = try transaction.factor(of: visitor.person.number),
        try Self.use(code, of: factor, key, transaction, visitor)
      else { throw DeskRefusal.wrongCode }
      try transaction.setRecoveryCodes(codes.map { Digest.sha256($0.utf8) }, of: visitor.person.number)
      transaction.note(visitor.note("set up second factor", "person \(visitor.person.number)"))
    }
    return codes
  }

  /// Goes on with a sign-in by a code of the telephone or a recovery code.
  ///
  /// - Throws: ``DeskRefusal/wrongCode``, which the trail tells.
  public func enter(_ visitor: Visitor, code: String) async throws -> SignIn {
    try await takeAttempt(visitor)
    let key = key
    do {
      return try await desk.begin(visitor.person, visitor.caller, action: "second factor") { transaction in
        guard let factor = try transaction.factor(of: visitor.person.number), factor.confirmedAt != nil else {
          throw DeskRefusal.wrongCode
        }
        let plain = code.filter { $0 != " " && $0 != "-" }.uppercased()
        let isRight =
          if plain.count == 6 {
            try Self.use(plain, of: factor, key, transaction, visitor)
          } else {
            try transaction.useRecoveryCode(
              Digest.sha256(Self.grouped(plain).utf8), of: visitor.person.number, on: visitor.caller.now)
          }
        guard isRight else { throw DeskRefusal.wrongCode }
        if plain.count != 6 {
          transaction.note(visitor.note("use recovery code", "person \(visitor.person.number)"))
        }
        try transaction.endSession(visitor.session.id)
      }
    } catch DeskRefusal.wrongCode {
      try await desk.store.write { transaction in
        transaction.note(visitor.note("second factor refused", "person \(visitor.person.number)"))
      }
      throw DeskRefusal.wrongCode
    }
  }

  /// Makes ten recovery codes in place of those that there were.
  ///
  /// - Returns: The codes, to be shown once; they are not kept.
  public func renewCodes(_ visitor: Visitor) async throws -> [String] {
    guard visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    guard visitor.hasSecondFactor else { throw DeskRefusal.notFound }
    let codes = newCodes()
    try await desk.store.write(.people) { transaction in
      try transaction.setRecoveryCodes(codes.map { Digest.sha256($0.utf8) }, of: visitor.person.number)
      transaction.note(visitor.note("make recovery codes", "person \(visitor.person.number)"))
    }
    return codes
  }

  /// How many recovery codes a visitor has left.
  public func codesLeft(_ visitor: Visitor) async throws -> Int {
    try await desk.store.read { try $0.recoveryCodesLeft(of: visitor.person.number) }
  }

  /// Takes the second factor from a visitor who has it and, where it is obligatory, sets up another.
  public func remove(_ visitor: Visitor) async throws {
    guard visitor.isConfirmed else { throw DeskRefusal.confirmationNeeded }
    try await desk.store.write(.people) { transaction in
      try transaction.removeFactor(of: visitor.person.number)
      transaction.note(visitor.note("remove second factor", "person \(visitor.person.number)"))
    }
  }

  private func takeAttempt(_ visitor: Visitor) async throws {
    try await desk.takeAttempt(["code \(visitor.person.number)"], visitor.caller)
  }

  /// Whether a code is that of now, of the half-minute before or of the next one, and was not used: clocks of telephones differ.
  private static func use(
    _ code: String, of factor: StoredFactor, _ key: [UInt8], _ transaction: StoreTransaction,
    _ visitor: Visitor
  ) throws -> Bool {
    let now = visitor.caller.now.seconds / OneTimeCode.period
    let codeKey = codeKey(factor.id, key)
    let given = Array(code.filter { $0 != " " }.utf8)
    for step in now - 1...now + 1
    where PasswordKeeper.areEqual(given, Array(OneTimeCode.code(key: codeKey, step: step).utf8)) {
      return try transaction.useCode(of: step, by: factor.person, on: visitor.caller.now)
    }
    return false
  }

  private func codeKey(_ id: String) -> [UInt8] { Self.codeKey(id, key) }

  /// The key of the codes: the first 160 bits of a digest.
  private static func codeKey(_ id: String, _ key: [UInt8]) -> [UInt8] {
    let digest = Digest.sha256(Array("second factor ".utf8) + key + Array(id.utf8))
    return stride(from: 0, to: 40, by: 2).compactMap { index in
      let start = digest.utf8.index(digest.startIndex, offsetBy: index)
      return UInt8(digest[start..<digest.utf8.index(start, offsetBy: 2)], radix: 16)
    }
  }

  /// Codes of 80 bits.
  private func newCodes() -> [String] {
    (0..<10).map { _ in Self.grouped(OneTimeCode.base32(desk.secrets(10))) }
  }

  private static func grouped(_ code: String) -> String {
    stride(from: 0, to: code.count, by: 4).map { String(code.dropFirst($0).prefix(4)) }.joined(separator: "-")
  }
}
