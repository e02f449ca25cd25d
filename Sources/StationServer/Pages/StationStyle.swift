import Digests

/// The style of the pages: light or dark as the reader's machine is, from a phone to a screen on the wall, and black on
/// white on A4 paper.
enum StationStyle {
  /// By which the style is known again.
  static let digest = String(Digest.sha256(Array((text + icon).utf8)).prefix(16))

  /// Where it is served; another one whenever the style is.
  static let path = "/assets/\(digest)/station.css"

  /// Where the sign of the pages is served, which browsers show beside their title.
  static let iconPath = "/assets/\(digest)/icon.svg"

  /// A wave on the colour of the bar.
  static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#17497b"/>\
    <path d="M4 18q4-10 8 0t8 0 8 0" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>

    """

  static let text = pages + DeskStyle.text

  private static let pages = """
    :root { color-scheme: light dark; --ink: #1b2430; --soft: #56616f; --line: #d5dbe3; --tint: #f3f6fa; --paper: #fff;
      --deep: #17497b; --link: #17497b; --planned: #b9c6d8; --aired: #17497b; --pace: #8a4b00; --bar: #17497b; --onbar: #fff;
      --done: #e3f1e6; --doneink: #14532d; --short: #fde7e4; --shortink: #9b1c12; --open: #fff4d6; --openink: #6b4a00;
      --ahead: transparent; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6ebf2; --soft: #a7b3c2; --line: #37424f; --tint: #1e2731; --paper: #141a21; --deep: #9cc4ee;
        --link: #9cc4ee; --planned: #4d5e73; --aired: #7db2e8; --pace: #e0a458; --bar: #1b2a3a; --onbar: #e6ebf2;
        --done: #173323; --doneink: #9fdcb4; --short: #421d1a; --shortink: #ffb4a9; --open: #3a2f12; --openink: #f0d28a; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0; color: var(--ink); background: var(--paper);
      font: 16px/1.5 "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
    a { color: var(--link); }
    a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, .table:focus-visible {
      outline: 3px solid var(--pace); outline-offset: 2px; }
    .skip { position: absolute; left: -99rem; top: 0; padding: .6rem 1rem; background: var(--paper); z-index: 5; }
    .skip:focus { left: 0; }
    .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .1rem 1.2rem; padding: .35rem 1.5rem;
      background: var(--bar); color: var(--onbar); font-size: .9rem; }
    .bar a { color: inherit; text-decoration: none; }
    .bar a:hover { text-decoration: underline; }
    .brand { font-weight: 700; letter-spacing: .02em; }
    .bar ul { display: flex; flex-wrap: wrap; gap: 0 .2rem; margin: 0; padding: 0; list-style: none; }
    .bar nav { width: 100%; margin: 0 -.45rem; }
    .bar li a { display: block; padding: .2rem .45rem; border-radius: 4px; }
    .bar [aria-current] { background: rgb(255 255 255 / .18); font-weight: 600; }
    .who { margin-left: auto; display: flex; flex-wrap: wrap; align-items: center; gap: .3rem 1rem; }
    .who form { margin: 0; }
    main { max-width: 96rem; margin: 0 auto; padding: 1.2rem 1.5rem 3rem; }
    .narrow { max-width: 28rem; margin: 2rem auto; }
    h1 { margin: .3rem 0 .6rem; font-size: 1.6rem; line-height: 1.25; overflow-wrap: anywhere; }
    h2 { margin: 1.8rem 0 .6rem; font-size: 1.15rem; color: var(--deep); }
    h3 { margin: .2rem 0; font-size: 1rem; }
    p { margin: .3rem 0 .6rem; max-width: 52rem; overflow-wrap: anywhere; }
    .kind { color: var(--deep); font-weight: 600; letter-spacing: .06em; margin: 0; }
    .soft { color: var(--soft); font-weight: 400; }
    h1 .soft { font-size: 1.2rem; }
    .note { padding: .6rem .9rem; background: var(--open); color: var(--openink); border-left: 4px solid currentColor; }
    .back { margin: 0; }
    .steps { display: flex; gap: 1.2rem; }
    .tiles { display: flex; flex-wrap: wrap; gap: .8rem; margin: .8rem 0; }
    .tile { flex: 1 1 14rem; max-width: 26rem; padding: .7rem 1rem; background: var(--tint); border-left: 4px solid var(--aired); }
    .tile p { margin: 0; font-size: .9rem; }
    .tile .label { font-weight: 600; }
    .tile .value { font-size: 1.9rem; font-weight: 600; line-height: 1.3; }
    .tile small { font-size: .9rem; font-weight: 400; color: var(--soft); }
    .table { margin: .8rem 0 1.4rem; overflow-x: auto; }
    table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; width: 100%; }
    table.plainly { width: auto; }
    caption { text-align: left; font-weight: 600; padding: .4rem 0; }
    th, td { padding: .35rem .55rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; background: var(--tint); border-bottom: 2px solid var(--deep); line-height: 1.25; }
    tbody th { font-weight: 400; }
    .number, .month { text-align: right; white-space: nowrap; }
    thead th.number { white-space: normal; }
    th.name { min-width: 13rem; overflow-wrap: anywhere; unicode-bidi: plaintext; }
    table.plainly th.name { min-width: 0; }
    td.words { min-width: 6rem; overflow-wrap: anywhere; }
    td.words:first-child { min-width: 0; overflow-wrap: break-word; }
    tr.group > * { font-weight: 600; background: var(--tint); }
    tbody tr:not(.group):hover > * { background: var(--tint); }
    table.months { font-size: .85rem; }
    table.months th.name { position: sticky; left: 0; background: var(--paper); min-width: 15rem; }
    table.months thead th.name, table.months tr.group th { background: var(--tint); }
    td.month { padding: .2rem .25rem; text-align: center; }
    th.month { text-align: center; }
    td.month a { display: block; min-width: 2.6rem; padding: .15rem .2rem; border-radius: 4px; text-decoration: none;
      color: var(--ink); border: 1px solid transparent; }
    td.month a:hover { border-color: var(--deep); }
    td.month.none { color: var(--soft); }
    td.month.done a, .swatch.done { background: var(--done); color: var(--doneink); }
    td.month.short a, .swatch.short { background: var(--short); color: var(--shortink); font-weight: 700; border: 1px solid currentColor; }
    td.month.open a, .swatch.open { background: var(--open); color: var(--openink); }
    td.month.ahead a, .swatch.ahead { border: 1px dashed var(--line); }
    td.number.short { color: var(--shortink); font-weight: 700; }
    .key { font-size: .875rem; max-width: none; }
    .swatch { display: inline-block; padding: 0 .5rem; border-radius: 4px; margin-left: .3rem; }
    .columns { display: grid; grid-template-columns: 2fr 1fr; gap: 0 2rem; }
    .blocks { list-style: none; margin: 0; padding: 0; display: grid; gap: .35rem; }
    .block { display: block; padding: .4rem .6rem; border-radius: 4px; text-decoration: none; color: var(--ink);
      background: var(--tint); border-left: 4px solid var(--planned); overflow-wrap: anywhere; }
    .block:hover { text-decoration: underline; }
    .block .time { font-variant-numeric: tabular-nums; font-weight: 600; }
    .state { display: inline-block; padding: 0 .35rem; border-radius: 3px; font-size: .82rem; background: var(--paper); }
    .block.done { border-color: var(--doneink); } .done .state { background: var(--done); color: var(--doneink); }
    .block.shifted { border-color: var(--openink); } .shifted .state { background: var(--open); color: var(--openink); }
    .block.missed { border-color: var(--shortink); } .missed .state, .late .state { background: var(--short); color: var(--shortink); }
    .choices { display: flex; flex-wrap: wrap; gap: .3rem 1.6rem; align-items: center; }
    .tabs { display: flex; flex-wrap: wrap; gap: .3rem; list-style: none; margin: .2rem 0; padding: 0; font-size: .9rem; }
    .tabs a { display: block; padding: .25rem .6rem; border: 1px solid var(--line); border-radius: 4px; text-decoration: none; }
    .tabs [aria-current] { background: var(--deep); color: var(--paper); border-color: var(--deep); }
    .week { display: grid; grid-template-columns: repeat(7, minmax(0, 1fr)); gap: .6rem; margin-top: .6rem; }
    .week h2 { margin: 0 0 .4rem; font-size: .9rem; padding-bottom: .2rem; border-bottom: 2px solid var(--line); }
    .week .today h2 { border-color: var(--pace); }
    .week .block { font-size: .85rem; line-height: 1.35; }
    .week .block .time, .week .block strong, .week .block .soft { display: block; }
    .week .none { margin: 0; }
    .floating .blocks { grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); }
    table.sheet { table-layout: fixed; min-width: 46rem; }
    table.sheet td { height: 6rem; font-size: .8rem; }
    table.sheet td.outside { background: var(--tint); }
    table.sheet td.today { outline: 2px solid var(--pace); outline-offset: -2px; }
    .date { font-weight: 600; }
    .small { list-style: none; margin: 0; padding: 0; line-height: 1.3; }
    .small li { border-left: 3px solid var(--planned); padding-left: .3rem; margin-bottom: .2rem; overflow-wrap: anywhere; }
    .small .done { border-color: var(--doneink); } .small .shifted { border-color: var(--openink); }
    .small .missed { border-color: var(--shortink); }
    td.time { white-space: nowrap; }
    td.version { min-width: 9rem; }
    .findings { list-style: none; padding: 0; }
    .findings li { border-left: 4px solid var(--planned); padding: .1rem .9rem; margin-bottom: .9rem; }
    .findings li.error { border-color: var(--shortink); } .findings li.warning { border-color: var(--pace); }
    .code { font-size: .82rem; }
    pre { margin: .2rem 0; padding: .4rem .6rem; background: var(--tint); white-space: pre-wrap; overflow-wrap: anywhere;
      font: .85rem/1.4 "Noto Sans Mono", "Liberation Mono", monospace; }
    .remedy, .lines { white-space: pre-wrap; }
    .source { counter-reset: line; list-style: none; padding: 0; font-size: .85rem; }
    .source li { counter-increment: line; display: grid; grid-template-columns: 3.5rem 1fr; }
    .source li::before { content: counter(line); color: var(--soft); text-align: right; padding-right: 1rem; }
    .source code { white-space: pre-wrap; overflow-wrap: anywhere; font: .85rem/1.5 "Noto Sans Mono", "Liberation Mono", monospace; }
    .source p { grid-column: 2; margin: .1rem 0 .4rem; padding: .2rem .6rem; background: var(--open); color: var(--openink); }
    .source p.error { background: var(--short); color: var(--shortink); }
    .source li:target { background: var(--open); }
    ul.codes { columns: 2; max-width: 30rem; list-style: none; padding: 0; font-size: 1.1rem; }
    .check { display: flex; gap: .5rem; align-items: baseline; } .check input { width: auto; } .check label { font-weight: 400; }
    ul.plainly { list-style: none; padding: 0; } ul.plainly li { padding: .2rem 0; }
    .fields p { margin: .8rem 0; } .help { display: block; font-size: .9rem; }
    .ways dt { font-weight: 600; margin-top: .6rem; } .ways dd { margin: 0; max-width: 52rem; }
    label { display: block; font-weight: 600; }
    input, select { font: inherit; padding: .45rem .6rem; width: 100%; max-width: 28rem; color: var(--ink); background: var(--paper);
      border: 1px solid var(--soft); border-radius: 4px; }
    button { font: inherit; padding: .45rem 1.1rem; border: 1px solid var(--bar); border-radius: 4px; background: var(--bar);
      color: var(--onbar); cursor: pointer; }
    button.plain { background: transparent; color: inherit; border-color: currentColor; padding: .15rem .6rem; font-size: .9rem; }
    .file { display: inline-block; padding: .1rem .5rem; border: 1px solid var(--line); border-radius: 4px; margin: 0 .2rem .2rem 0; }
    .feed { display: flex; flex-wrap: wrap; gap: 1.2rem; padding: .9rem 0; border-bottom: 1px solid var(--line); }
    .feed > div { flex: 1 1 20rem; min-width: 0; }
    .address code { overflow-wrap: anywhere; background: var(--tint); padding: .2rem .4rem; }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: .6rem 0; }
    .facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
    summary { cursor: pointer; }
    .notes { color: var(--soft); font-size: .9rem; }
    figure { margin: 1rem 0; }
    figure svg { max-width: 100%; height: auto; font-size: 12px; }
    rect.scheduled { fill: var(--planned); } rect.aired { fill: var(--aired); }
    .burn-up path { fill: none; stroke-width: 2.5; stroke: var(--aired); }
    .burn-up path.scheduled { stroke: var(--planned); stroke-width: 5; }
    .burn-up path.bySchedule { stroke-dasharray: 7 4; stroke-width: 2; }
    .burn-up path.byPace { stroke: var(--pace); stroke-dasharray: 2 3; }
    line.today { stroke: var(--soft); stroke-dasharray: 1 3; } line.tick { stroke: var(--line); }
    rect.s0, rect.a0 { fill: var(--tint); } rect.unknown { fill: url(#hatch); } pattern path { stroke: var(--soft); }
    rect.s1, rect.a1 { fill: #b9c6d8; } rect.s2, rect.a2 { fill: #84a0c2; }
    rect.s3, rect.a3 { fill: #4b77a7; } rect.s4, rect.a4 { fill: #17497b; }
    rect.none { fill: var(--paper); stroke: #c0392b; stroke-width: 1.5; }
    text.axis { fill: var(--soft); } text.figure { fill: var(--ink); font-size: 11px; }
    figcaption { color: var(--soft); font-size: .875rem; }
    .stroke { display: inline-block; width: 1.8rem; margin: 0 .4rem .25rem; border-top: 3px solid var(--aired); }
    .stroke.scheduled { border-top: 5px solid var(--planned); } .stroke.bySchedule { border-top: 2px dashed var(--aired); }
    .stroke.byPace { border-top: 3px dotted var(--pace); }
    @media (min-width: 120rem) { html { font-size: 125%; } main { max-width: none; } }
    @media screen and (max-width: 44rem) {
      .bar, main { padding-left: .9rem; padding-right: .9rem; }
      .bar nav { overflow-x: auto; }
      .bar nav ul { flex-wrap: nowrap; white-space: nowrap; }
      .columns, .week { display: block; }
      .week section { margin-bottom: 1rem; }
      .tile { flex-basis: 100%; max-width: none; }
      table.months th.name { min-width: 9rem; max-width: 9rem; }
      td.words:last-child { min-width: 17rem; }
      th.name { min-width: 8rem; } td.words { min-width: 10rem; } td.words:first-child { min-width: 0; }
      table.cards, .cards tbody, .cards tr, .cards th, .cards td { display: block; }
      .cards thead { position: absolute; left: -99rem; }
      .cards tr { padding: .5rem 0; border-bottom: 1px solid var(--line); }
      .cards tbody th { font-weight: 600; } .cards tbody th, .cards td { border: 0; padding: .1rem .55rem; min-width: 0; }
      .cards td[data-name]::before { content: attr(data-name) ": "; color: var(--soft); }
    }
    @page { size: A4 landscape; margin: 14mm 12mm; }
    @media print {
      :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --tint: #f3f3f3; --paper: #fff; --deep: #000; --link: #000;
        --planned: #b9c6d8; --aired: #17497b; --done: #e8f3ea; --doneink: #14532d; --short: #fde7e4; --shortink: #9b1c12;
        --open: #fff4d6; --openink: #6b4a00; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .bar, .skip, .noprint, .steps, .back, button { display: none; }
      main { padding: 0; max-width: none; }
      body { font-size: 9.5pt; } h1 { font-size: 14pt; } h2 { font-size: 11pt; margin: 4mm 0 1mm; }
      h2, h3, caption { break-after: avoid; }
      a { text-decoration: none; }
      .table { overflow: visible; }
      table { font-size: 8pt; } table.months { font-size: 7.5pt; } table.months th.name { position: static; min-width: 45mm; }
      th, td { padding: .5mm 1.2mm; } td.month a { min-width: 0; padding: 0 .5mm; }
      thead { display: table-header-group; } tr, figure, .tile, .block { break-inside: avoid; }
      table.sheet { min-width: 0; } table.sheet td { height: 20mm; }
      .week { gap: 2mm; } .week .block { font-size: 7.5pt; }
    }
    """
}
