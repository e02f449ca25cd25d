/// The database, or a rule of it, refused something.
///
/// After a refusal inside a transaction nothing of that transaction is kept.
public enum StoreRefusal: Error, Hashable, Sendable {
  /// There is such a row already: the name is taken.
  case taken
  /// Something that is named is not there, or something that is still named was to be removed.
  case dangling
  /// A row breaks a rule of its table; the database's own words.
  case ruleBroken(String)
  /// Somebody else held the database for too long; the same request can succeed later.
  case busy
  /// The disk has no room.
  case full
  /// The database cannot be reached; its own words.
  case unreachable(String)
  /// The text has a NUL character, which PostgreSQL cannot keep.
  case unstorableText
  /// A file's path leads out of its folder, or is none that every system has.
  case unsuitablePath(String)
  /// A working file cannot be in the folder `book`, which has the entries of the Book alone.
  case pathOfBook(String)
  /// A newer version of the program has changed the tables; the number of the last change there, and of ours.
  case newer(Int, known: Int)
  /// A change of the tables was made by another text than the one that this program has; its number.
  case otherMigration(Int)
  /// Another process works on this data folder.
  case held(String)
  /// The PostgreSQL database sorts or encodes texts in another way than the program; its collation and encoding.
  case unsuitable(collation: String, encoding: String)
  /// The address of a database begins neither with `postgresql://` nor is it a folder.
  case unknownScheme(String)
  /// The system does not let us use a file or folder; its error number.
  case system(String, Int32)
  /// The database found itself damaged; its own words, one for each damage.
  case damaged([String])
  /// What the database was not expected to say.
  case unexpected(String)
}
