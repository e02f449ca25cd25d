import ScheduleModel

extension Paper {
  /// The paper as one self-contained page that prints as it is: no script, nothing loaded.
  public func html() -> String {
    let page = isLandscape ? "A4 landscape" : "A4"
    return """
      <!DOCTYPE html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped(subject))</title>
      <style>
      @page { size: \(page); margin: 20mm 15mm 20mm 30mm; }
      body { max-width: \(isLandscape ? 252 : 165)mm; margin: 0 auto; padding: 20px; color: #000; background: #fff;
        font: 13pt/1.3 "Times New Roman", Tinos, "Liberation Serif", serif; }
      .pair { display: flex; text-align: center; } .pair > div { flex: 1; } .pair p { margin: 0; }
      .pair hr { width: 40%; border: 0; border-top: 1px solid; margin: 2pt auto 6pt; }
      .title { text-align: center; margin: 14pt 0 10pt; } .title p, h1 { margin: 0; font-size: 13pt; }
      h1 { font-size: 14pt; } .title p { font-weight: bold; } .title p.sub { font-weight: normal; font-style: italic; }
      h2 { font-size: 13pt; margin: 8pt 0 4pt; break-after: avoid; }
      main > p { margin: 0 0 4pt; text-align: justify; text-indent: 10mm; }
      table { border-collapse: collapse; width: 100%; font-size: 11pt; margin: 4pt 0; }
      th, td { border: 1px solid; padding: 2pt 4pt; vertical-align: top; text-align: left; font-weight: normal; }
      thead th { text-align: center; vertical-align: middle; } thead th, tr.group > * { font-weight: bold; }
      .number { text-align: center; } thead { display: table-header-group; } tr { break-inside: avoid; }
      tr.group { break-after: avoid; } tr.more > :first-child { border-top: 0; }
      main > p.note { font-size: 11pt; font-style: italic; text-indent: 0; margin: 0 0 2pt; }
      .ends { margin-top: 16pt; break-inside: avoid; } .ends + .ends { margin-top: 0; break-before: avoid; } .ends .list { text-align: left; font-size: 11pt; }
      .ends .name { margin-top: 60pt; } b, .office { font-weight: bold; } i { font-style: italic; }
      .hint { display: none; font-size: 11pt; }
      @media screen and (max-width: 60rem) {
        body { padding: 12px; font-size: 12pt; } .hint { display: block; } .table { overflow-x: auto; }
        .table table { width: max-content; min-width: 100%; } col { width: auto !important; }
        .table th, .table td { max-width: 15rem; }
      }
      </style>
      </head>
      <body>
      \(letterhead.map { Self.head($0, language) } ?? "")<div class="title">
      \(titleLines)</div>
      <main>
      \(hasTable ? "<div class=\"hint\">\(PageWords.scroll[language])</div>\n" : "")\(blocks.map(Self.set).joined())</main>
      \(signatures.isEmpty ? "" : ends)</body>
      </html>

      """
  }

  private var hasTable: Bool {
    blocks.contains { if case .table = $0 { true } else { false } }
  }

  private var titleLines: String {
    let lines = title.enumerated().map { index, line in
      index == 0 ? "<h1>\(Self.escaped(line))</h1>\n" : "<p>\(Self.escaped(line))</p>\n"
    }
    return lines.joined() + subtitle.map { "<p class=\"sub\">\(Self.escaped($0))</p>\n" }.joined()
  }

  private static func head(_ head: Letterhead, _ language: ReaderLanguage) -> String {
    """
    <header class="pair"><div>\(head.above.map { "<p>\(escaped($0))</p>" } ?? "")\
    <p class="office">\(escaped(head.office))</p><hr>\(head.number.map { "<p>\(escaped($0))</p>" } ?? "")</div>
    <div><p class="office">\(PaperWords.nation[language])</p><p class="office">\(PaperWords.motto[language])</p><hr>\
    <p><i>\(escaped(head.placeAndDate))</i></p></div></header>

    """
  }

  private static func set(_ block: Block) -> String {
    switch block {
    case .heading(let text): "<h2>\(escaped(text))</h2>\n"
    case .paragraph(let text): "<p>\(escaped(text))</p>\n"
    case .notes(let notes): notes.map { "<p class=\"note\">\(escaped($0))</p>\n" }.joined()
    case .table(let table): set(table)
    }
  }

  private static func set(_ table: TextTable) -> String {
    let columns = table.widths(of: 1_000, letter: 10, margin: 12).map { "<col style=\"width: \($0 / 10)%\">" }
      .joined()
    let heads = table.columns.map { "<th scope=\"col\">\(escaped($0.heading))</th>" }.joined()
    let rows = table.rows.map { row in
      if row.isHeading {
        return "<tr class=\"group\"><td>\(escaped(row.cells[0].text))</td>"
          + "<th colspan=\"\(row.cells.count - 1)\">\(escaped(row.cells[1].text))</th></tr>\n"
      }
      let cells = zip(row.cells, table.columns).map { cell, column in
        let number = column.kind == .number || cell.value == .notStated ? " class=\"number\"" : ""
        return column.kind == .name
          ? "<th scope=\"row\">\(escaped(cell.text))</th>" : "<td\(number)>\(escaped(cell.text))</td>"
      }
      let look = row.isGroup ? " class=\"group\"" : row.continuesFirst ? " class=\"more\"" : ""
      return "<tr\(look)>\(cells.joined())</tr>\n"
    }
    return
      "<div class=\"table\"><table><colgroup>\(columns)</colgroup>\n<thead><tr>\(heads)</tr></thead>\n<tbody>\n\(rows.joined())</tbody></table></div>\n"
  }

  private var ends: String {
    let parts = signatures.map { signature in
      (
        office: signature.office.map { "<p class=\"office\">\(Self.escaped($0))</p>" }.joined(),
        hint: "<p><i>\(Self.escaped(signature.hint))</i></p>",
        name: "<p class=\"office name\">\(Self.escaped(signature.name ?? ""))</p>"
      )
    }
    // A row each, so that hints and names stand at one height whatever the offices above them take.
    guard parts.count == 1 else {
      let rows = [parts.map(\.office), parts.map(\.hint), parts.map(\.name)]
      return rows.map { row in
        "<footer class=\"pair ends\">\(row.map { "<div>\($0)</div>" }.joined())</footer>\n"
      }.joined()
    }
    let list =
      recipients.isEmpty
      ? ""
      : "<p><b><i>\(PaperWords.recipients[language])</i></b></p>"
        + recipients.map { "<p>- \(Self.escaped($0))</p>" }.joined()
    return "<footer class=\"pair ends\"><div class=\"list\">\(list)</div>"
      + "<div>\(parts[0].office)\(parts[0].hint)\(parts[0].name)</div></footer>\n"
  }

  private static func escaped(_ text: String) -> String { PageEscaping().escapeText(text.visible()) }
}

extension Paper.Letterhead {
  /// The two columns, a line each.
  func columns(_ language: ReaderLanguage) -> [[String]] {
    [
      [above, office, number].compactMap(\.self),
      [PaperWords.nation[language], PaperWords.motto[language], placeAndDate],
    ]
  }
}
