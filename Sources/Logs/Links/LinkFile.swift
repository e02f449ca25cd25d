public import ScheduleModel

/// Adds links to `links.csv`.
public enum LinkFile {
  /// The file with one more link at its end; everything else stays octet for octet.
  ///
  /// A new file gets all columns. In a file that has some of them the link says as much as these hold.
  /// - Parameter bytes: The file as it is; `nil` when there is none yet.
  public static func adding(_ link: EntryLink, to bytes: [UInt8]?) -> [UInt8] {
    guard let bytes, !bytes.isEmpty else { return LogHeader.byteOrderMark + table(of: link) }
    let byName = LinkColumn.byName()
    var scanner = HandTable<LinkColumn>.scanner(of: bytes)
    _ = scanner.next()
    let columns = scanner.fields.map { byName[FoldedText(scanner.text(of: $0))] }
    let end: [UInt8] = bytes.contains(.carriageReturn) ? [.carriageReturn, .lineFeed] : [.lineFeed]
    let gap = bytes.last == .lineFeed ? [] : end
    return bytes + gap + row(link, columns, scanner.separator) + end
  }

  /// A table of one link with all columns, in UTF-8 without a byte order mark.
  public static func table(of link: EntryLink) -> [UInt8] {
    let names = LinkColumn.allCases.map(\.rawValue)
    let end: [UInt8] = [.carriageReturn, .lineFeed]
    return Array(names.joined(separator: ",").utf8) + end
      + row(link, LinkColumn.allCases.map(Optional.some), .comma) + end
  }

  private static func row(_ link: EntryLink, _ columns: [LinkColumn?], _ separator: UInt8) -> [UInt8] {
    Array(
      columns.map { $0.flatMap { text(of: $0, in: link) } ?? "" }.map { cell($0, separator) }
        .joined(separator: [separator]))
  }

  private static func text(of column: LinkColumn, in link: EntryLink) -> String? {
    let row = link.row
    return switch column {
    case .link:
      switch link.meaning {
      case .shows: LinkWord.shows.rawValue
      case .makesGood: LinkWord.makesGood.rawValue
      case .nothing: LinkWord.nothing.rawValue
      case .titles: LinkWord.titles.rawValue
      case .withdrawn: LinkWord.withdrawn.rawValue
      }
    case .uid: link.meaning.uid
    case .date: row.day?.description
    case .time: row.time?.description
    case .outlet: row.outlet
    case .line: link.titledLine ?? row.line
    case .edition: row.edition.map(String.init)
    case .language: row.language?.tag
    case .title: row.title
    case .file: row.file
    case .id: row.id
    case .by: link.author
    case .reason: link.reason
    }
  }

  private static func cell(_ text: String, _ separator: UInt8) -> [UInt8] {
    let letters = Array(text.utf8)
    let needsQuotes = letters.contains {
      [separator, .quote, .carriageReturn, .lineFeed].contains($0)
    }
    guard needsQuotes else { return letters }
    return [.quote] + letters.flatMap { $0 == .quote ? [.quote, .quote] : [$0] } + [.quote]
  }
}
