import CPQ
import Foundation

/// A connection of libpq to PostgreSQL. It blocks, and belongs to one thread.
final class PostgresConnection: StoreConnection {
  private let connection: OpaquePointer
  /// The statements that the server has prepared for this connection, by text and types.
  private var prepared: [Prepared: String] = [:]

  private struct Prepared: Hashable {
    let statement: String
    let types: [Oid]
  }

  var dialect: Dialect { .postgres }

  /// Connects, and looks whether the database keeps texts as the program does.
  init(_ address: String) throws(StoreRefusal) {
    // What the address says comes last and so counts.
    let options = [
      ("connect_timeout", "10"), ("application_name", "lichsong-server"), ("client_encoding", "UTF8"),
      ("dbname", address),
    ]
    let connected = withCStrings(options.map(\.0)) { names in
      withCStrings(options.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
    }
    guard let connected else { throw .unreachable("libpq has no memory") }
    connection = connected
    guard PQstatus(connection) == CONNECTION_OK else { throw .unreachable(words) }
    // Notices would go to standard error, between other people's lines.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    try checkTexts()
  }

  deinit { PQfinish(connection) }

  /// Whether the server still answered when it was last spoken to.
  var isAlive: Bool { PQstatus(connection) == CONNECTION_OK }

  func rows(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> [StoreRow] {
    let result = try execute(statement, values)
    return try (0..<result.rowCount).map { row throws(StoreRefusal) in
      StoreRow(
        values: try (0..<result.columnCount).map { column throws(StoreRefusal) in
          try result.value(row: row, column: column)
        })
    }
  }

  func run(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> Int {
    try execute(statement, values).changedCount
  }

  func script(_ text: String) throws(StoreRefusal) {
    _ = try checked(PQexec(connection, text))
  }

  func lock(_ lock: StoreLock) throws(StoreRefusal) {
    let (kind, number) = lock.key
    _ = try rows(
      "SELECT 1 FROM (SELECT pg_advisory_xact_lock(CAST($1 AS INTEGER), CAST($2 AS INTEGER))) AS held",
      [.integer(Int(kind)), .integer(Int(number))])
  }

  func announceChange() throws(StoreRefusal) { try script("NOTIFY \(PostgresListener.channel)") }

  /// Waits for word on the channels that this connection listens to.
  ///
  /// - Parameter milliseconds: How long at the most.
  /// - Returns: Whether some came; words that wait together are taken together.
  func hears(within milliseconds: Int) throws(StoreRefusal) -> Bool {
    var file = pollfd(fd: PQsocket(connection), events: Int16(POLLIN), revents: 0)
    guard poll(&file, 1, Int32(milliseconds)) > 0 else { return false }
    guard PQconsumeInput(connection) == 1 else { throw .unreachable(words) }
    var hasCome = false
    while let word = PQnotifies(connection) {
      PQfreemem(word)
      hasCome = true
    }
    return hasCome
  }

  /// PostgreSQL checks pages and references when it reads and writes, and has no check of the whole.
  func damages() -> [String] { [] }

  private func execute(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> PostgresResult {
    let parameters = try PostgresParameters(values)
    let name = try prepare(statement, parameters.types)
    return try checked(
      parameters.withPointers { pointers, lengths, formats in
        PQexecPrepared(connection, name, Int32(values.count), pointers, lengths, formats, 1)
      })
  }

  private func prepare(_ statement: String, _ types: [Oid]) throws(StoreRefusal) -> String {
    let key = Prepared(statement: statement, types: types)
    if let name = prepared[key] { return name }
    let name = "s\(prepared.count)"
    _ = try checked(PQprepare(connection, name, statement, Int32(types.count), types))
    prepared[key] = name
    return name
  }

  private func checked(_ answer: OpaquePointer?) throws(StoreRefusal) -> PostgresResult {
    guard let answer else { throw .unreachable(words) }
    let result = PostgresResult(answer)
    if let state = result.errorState {
      throw isAlive ? StoreRefusal(sqlState: state, words: result.words) : .unreachable(result.words)
    }
    return result
  }

  private var words: String {
    String(cString: PQerrorMessage(connection)).split { $0.isNewline || $0 == "\t" }.joined(separator: " ")
  }

  /// Refuses a database that sorts by the rules of a language: keys would come in another order than in SQLite and Swift.
  private func checkTexts() throws(StoreRefusal) {
    let row = try rows(
      """
      SELECT CASE CAST(datlocprovider AS TEXT) WHEN 'i' THEN 'ICU' ELSE CAST(datcollate AS TEXT) END,
        CAST(pg_encoding_to_char(encoding) AS TEXT)
      FROM pg_database WHERE datname = current_database()
      """, []
    ).first
    guard let row else { throw .unexpected("the database does not know itself") }
    let (collation, encoding) = (try row.text(0), try row.text(1))
    guard ["C", "C.UTF-8", "C.utf8", "POSIX"].contains(collation), encoding == "UTF8" else {
      throw .unsuitable(collation: collation, encoding: encoding)
    }
  }
}

/// The parameters of a statement as libpq wants them: octets in the server's own form.
private struct PostgresParameters {
  /// The types, as the server numbers them; 0 where it finds the type out from the statement.
  private(set) var types: [Oid] = []
  private var octets: [UInt8] = []
  private var places: [(start: Int, length: Int)?] = []

  init(_ values: [StoreValue]) throws(StoreRefusal) {
    for value in values {
      let start = octets.count
      switch value {
      case .null:
        types.append(0)
        places.append(nil)
        continue
      case .integer(let number):
        types.append(PostgresType.int8)
        withUnsafeBytes(of: number.bigEndian) { octets += $0 }
      case .text(let text):
        guard !text.utf8.contains(0) else { throw .unstorableText }
        types.append(PostgresType.text)
        octets += text.utf8
      case .bytes(let bytes):
        types.append(PostgresType.bytea)
        octets += bytes
      }
      places.append((start, octets.count - start))
    }
    // An empty value needs a place too: libpq takes no place for null.
    octets.append(0)
  }

  func withPointers<Answer>(
    _ work: ([UnsafePointer<CChar>?], _ lengths: [Int32], _ formats: [Int32]) -> Answer
  ) -> Answer {
    octets.withUnsafeBytes { buffer in
      let base = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return work(
        places.map { place in place.flatMap { base?.advanced(by: $0.start) } },
        places.map { Int32($0?.length ?? 0) }, places.map { _ in 1 })
    }
  }
}

/// The numbers of the types that the store uses (`pg_type.oid`).
private enum PostgresType {
  static let bytea: Oid = 17
  static let int8: Oid = 20
  static let int2: Oid = 21
  static let int4: Oid = 23
  static let text: Oid = 25
}

/// What the server answered, freed with the last one who holds it.
private final class PostgresResult {
  private let result: OpaquePointer

  init(_ result: OpaquePointer) { self.result = result }

  deinit { PQclear(result) }

  var rowCount: Int32 { PQntuples(result) }
  var columnCount: Int32 { PQnfields(result) }
  var changedCount: Int { Int(String(cString: PQcmdTuples(result))) ?? 0 }

  /// The five characters that name the error; `nil` when there is none.
  var errorState: String? {
    let status = PQresultStatus(result)
    guard status != PGRES_COMMAND_OK, status != PGRES_TUPLES_OK else { return nil }
    return PQresultErrorField(result, Int32(UInt8(ascii: "C"))).map { String(cString: $0) } ?? ""
  }

  var words: String {
    PQresultErrorField(result, Int32(UInt8(ascii: "M"))).map { String(cString: $0) }
      ?? String(cString: PQresultErrorMessage(result))
  }

  func value(row: Int32, column: Int32) throws(StoreRefusal) -> StoreValue {
    guard PQgetisnull(result, row, column) == 0, let start = PQgetvalue(result, row, column) else {
      return .null
    }
    let octets = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, row, column)))
    switch PQftype(result, column) {
    case PostgresType.int8: return .integer(Int(Int64(bigEndian: octets.loadUnaligned(as: Int64.self))))
    case PostgresType.int4: return .integer(Int(Int32(bigEndian: octets.loadUnaligned(as: Int32.self))))
    case PostgresType.int2: return .integer(Int(Int16(bigEndian: octets.loadUnaligned(as: Int16.self))))
    case PostgresType.text: return .text(String(decoding: octets, as: UTF8.self))
    case PostgresType.bytea: return .bytes(Array(octets))
    case let other: throw .unexpected("column \(column + 1) has type \(other)")
    }
  }
}

/// Texts as C has them, with a null at the end of the list.
private func withCStrings<Answer>(
  _ texts: [String], _ work: ([UnsafePointer<CChar>?]) -> Answer
) -> Answer {
  let octets = texts.map { Array($0.utf8CString) }
  var starts: [Int] = []
  var joined: [CChar] = []
  for text in octets {
    starts.append(joined.count)
    joined += text
  }
  return joined.withUnsafeBufferPointer { buffer in
    work(starts.map { buffer.baseAddress?.advanced(by: $0) } + [nil])
  }
}

extension StoreRefusal {
  /// What an error of PostgreSQL means.
  fileprivate init(sqlState: String, words: String) {
    self =
      switch sqlState {
      case "23505": .taken
      case "23503": .dangling
      case "53100": .full
      case "40001", "40P01", "55P03": .busy
      case _ where sqlState.hasPrefix("23") || sqlState == "P0001": .ruleBroken(words)
      case _ where sqlState.hasPrefix("08") || sqlState.hasPrefix("57P"): .unreachable(words)
      case "XX001", "XX002": .damaged([words])
      default: .unexpected("\(sqlState) \(words)")
      }
  }
}
