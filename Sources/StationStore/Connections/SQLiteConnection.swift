import Foundation
import GRDB

/// A connection of GRDB to SQLite.
struct SQLiteConnection: StoreConnection {
  let database: Database

  var dialect: Dialect { .sqlite }

  func rows(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> [StoreRow] {
    do {
      let cursor = try Row.fetchCursor(try prepared(statement, values))
      var rows: [StoreRow] = []
      while let row = try cursor.next() {
        rows.append(StoreRow(values: row.databaseValues.map(StoreValue.init)))
      }
      return rows
    } catch {
      throw StoreRefusal(error)
    }
  }

  func run(_ statement: String, _ values: [StoreValue]) throws(StoreRefusal) -> Int {
    do {
      try prepared(statement, values).execute()
      return database.changesCount
    } catch {
      throw StoreRefusal(error)
    }
  }

  func script(_ text: String) throws(StoreRefusal) {
    do { try database.execute(sql: text) } catch { throw StoreRefusal(error) }
  }

  /// SQLite has one writer at a time, and a transaction that writes is one from its beginning.
  func lock(_ lock: StoreLock) {}

  /// No other process works on the database.
  func announceChange() {}

  func damages() throws(StoreRefusal) -> [String] {
    let pages = try rows("PRAGMA integrity_check(20)", []).compactMap { $0.optionalText(0) }
    let dangling = try rows("PRAGMA foreign_key_check", []).map {
      "row \($0.optionalInteger(1) ?? 0) of \($0.optionalText(0) ?? "") names a row of \($0.optionalText(2) ?? "") that is not there"
    }
    return (pages == ["ok"] ? [] : pages) + dangling
  }

  private func prepared(_ statement: String, _ values: [StoreValue]) throws -> Statement {
    let prepared = try database.cachedStatement(sql: statement)
    // To SQLite `$1` is the name of a parameter; GRDB calls it “1”.
    let named = try values.enumerated().map { ("\($0 + 1)", try $1.databaseValue) }
    try prepared.setArguments(StatementArguments(Dictionary(uniqueKeysWithValues: named)))
    return prepared
  }
}

extension StoreValue {
  fileprivate init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .text("\(number)")
    case .string(let text): self = .text(text)
    case .blob(let data): self = .bytes(Array(data))
    }
  }

  fileprivate var databaseValue: DatabaseValue {
    get throws(StoreRefusal) {
      switch self {
      case .null: return .null
      case .integer(let number): return number.databaseValue
      case .text(let text):
        guard !text.utf8.contains(0) else { throw .unstorableText }
        return text.databaseValue
      case .bytes(let bytes): return Data(bytes).databaseValue
      }
    }
  }
}

extension StoreRefusal {
  /// What an error of SQLite means.
  init(_ error: any Error) {
    if let refusal = error as? StoreRefusal {
      self = refusal
      return
    }
    guard let error = error as? DatabaseError else {
      self = .unexpected("\(error)")
      return
    }
    let words = error.message ?? "\(error.resultCode)"
    self =
      switch error.extendedResultCode {
      case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .taken
      case .SQLITE_CONSTRAINT_FOREIGNKEY: .dangling
      default:
        switch error.resultCode {
        case .SQLITE_CONSTRAINT: .ruleBroken(words)
        case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
        case .SQLITE_FULL: .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .damaged([words])
        case .SQLITE_CANTOPEN: .unreachable(words)
        default: .unexpected(words)
        }
      }
  }
}
