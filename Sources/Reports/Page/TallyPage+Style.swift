extension TallyPage {
  /// The style of the page: quiet on a screen, black on white on A4 paper, which the wide table takes across.
  static let styleSheet = """
    :root { --ink: #1b2430; --soft: #5b6675; --line: #d5dbe3; --tint: #f3f6fa; --deep: #17497b;
      --planned: #b9c6d8; --aired: #17497b; --pace: #8a4b00; }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 2.5rem 2rem 3rem; max-width: 84rem; color: var(--ink); background: #fff;
      font: 15px/1.5 "Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif; }
    header { border-bottom: 3px solid var(--deep); padding-bottom: 1rem; margin-bottom: 1.5rem; }
    header p { margin: .15rem 0; color: var(--soft); }
    header .kind { color: var(--deep); font-weight: 600; letter-spacing: .06em; }
    h1 { margin: .2rem 0 .5rem; font-size: 1.75rem; line-height: 1.25; }
    h2 { margin: 2.25rem 0 .6rem; font-size: 1.15rem; color: var(--deep); }
    section > p { max-width: 52rem; margin: .3rem 0 .6rem; }
    .tiles { display: flex; flex-wrap: wrap; gap: 1rem; }
    .tile { flex: 1 1 16rem; max-width: calc(50% - .5rem); padding: .8rem 1.1rem; background: var(--tint);
      border-left: 4px solid var(--deep); }
    .tile p { margin: 0; color: var(--soft); font-size: .9rem; }
    .tile .value { color: var(--ink); font-size: 2rem; font-weight: 600; line-height: 1.3; }
    .tile .label { color: var(--ink); font-weight: 600; }
    .tile small { font-size: .9rem; font-weight: 400; color: var(--soft); }
    .table { margin: .8rem 0 1.4rem; }
    table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; width: 100%; }
    caption { text-align: left; font-weight: 600; padding: .4rem 0; }
    th, td { padding: .38rem .55rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; background: var(--tint); border-bottom: 2px solid var(--deep);
      line-height: 1.25; }
    tbody th { font-weight: 400; }
    .number { text-align: right; }
    .quiet { color: var(--soft); }
    th.name { min-width: 13rem; }
    h1, header p, section > p, th.name, .words:last-child, caption { overflow-wrap: anywhere; unicode-bidi: plaintext; }
    .short { min-width: 6.5rem; }
    .words:last-child { min-width: 10rem; }
    td.number { white-space: nowrap; }
    tr.group > * { font-weight: 600; background: var(--tint); }
    tbody tr.line:hover > * { background: #f8fafc; }
    details { position: relative; }
    summary { cursor: pointer; color: var(--deep); list-style: none; border-bottom: 1px dotted var(--deep);
      display: inline-block; }
    summary::-webkit-details-marker { display: none; }
    summary:focus-visible { outline: 2px solid var(--deep); outline-offset: 2px; }
    .rows { position: absolute; z-index: 1; top: 1.7rem; right: -.5rem; width: 24rem; max-height: 18rem;
      overflow: auto; padding: .6rem .9rem; text-align: left; white-space: normal; background: #fff;
      border: 1px solid var(--line); box-shadow: 0 6px 20px rgb(20 40 70 / .18); }
    .rows p { margin: .2rem 0; overflow-wrap: anywhere; }
    .rows p:first-child { color: var(--soft); }
    figure { margin: 1rem 0; }
    svg { max-width: 100%; height: auto; font-size: 12px; }
    rect.scheduled { fill: var(--planned); }
    rect.aired { fill: var(--aired); }
    .burn-up path { fill: none; stroke-width: 2.5; stroke: var(--aired); }
    .burn-up path.scheduled { stroke: var(--planned); stroke-width: 5; }
    .burn-up path.bySchedule { stroke-dasharray: 7 4; stroke-width: 2; }
    .burn-up path.byPace { stroke: var(--pace); stroke-dasharray: 2 3; }
    line.today { stroke: var(--soft); stroke-dasharray: 1 3; }
    rect.s0, rect.a0 { fill: var(--tint); } rect.unknown { fill: url(#hatch); } pattern path { stroke: #7c899b; }
    rect.s1, rect.a1 { fill: #b9c6d8; } rect.s2, rect.a2 { fill: #84a0c2; }
    rect.s3, rect.a3 { fill: #4b77a7; } rect.s4, rect.a4 { fill: #17497b; }
    rect.none { fill: #fff; stroke: #b3261e; stroke-width: 1.5; }
    line.tick { stroke: var(--line); }
    text.axis { fill: var(--soft); }
    text.figure { fill: var(--ink); font-size: 11px; }
    figcaption { color: var(--soft); font-size: .875rem; }
    .key { display: inline-block; width: .8rem; height: .8rem; margin: 0 .4rem 0 1.2rem; }
    .key.scheduled { background: var(--planned); margin-left: 0; }
    .key.aired { background: var(--aired); }
    .stroke { display: inline-block; width: 1.8rem; margin: 0 .4rem .25rem; border-top: 3px solid var(--aired); }
    .stroke.scheduled { border-top: 5px solid var(--planned); }
    .stroke.bySchedule { border-top: 2px dashed var(--aired); }
    .stroke.byPace { border-top: 3px dotted var(--pace); }
    footer { margin-top: 2.5rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .875rem; }
    footer h2 { font-size: 1rem; margin: 1rem 0 .3rem; }
    footer ul { margin: 0; padding-left: 1.2rem; }
    .hint { display: none; color: var(--soft); font-size: .875rem; }
    @media screen and (min-width: 70rem) {
      main > figure { display: inline-block; vertical-align: top; width: 49.5%; padding-right: 1rem; }
      main > figure svg { width: 100%; font-size: 15px; } main > figure text.figure { font-size: 14px; }
      section > figure svg { width: 100%; max-width: 72rem; font-size: 10px; }
      section > figure text.figure { font-size: 9px; }
    }
    @media screen {
      .hint.shown { display: block; } .wide { overflow-x: auto; } .wide th.name { position: sticky; left: 0; background: #fff; }
      .wide thead th.name { background: var(--tint); }
    }
    @media screen and (max-width: 60rem) {
      body { padding: 1.2rem 1rem; }
      .tile { max-width: none; }
      .hint { display: block; }
      .table { overflow-x: auto; background: linear-gradient(90deg, #fff 1.5rem, #fff0) local,
        linear-gradient(270deg, #fff 1.5rem, #fff0) 100% 0 local, linear-gradient(90deg, #8fa0b566, #fff0 .8rem),
        linear-gradient(270deg, #8fa0b566, #fff0 .8rem); }
      th.name { position: sticky; left: 0; min-width: 8.5rem; max-width: 11rem; background: #fff;
        box-shadow: inset 0 -1px var(--line); }
      thead th.name, tr.group th.name { background: var(--tint); }
      th.number { min-width: 4.6rem; } .words:last-child { min-width: 16rem; }
      .rows { position: static; width: 14rem; box-shadow: none; }
    }
    @media screen and (max-width: 40rem) {
      svg { overflow: visible; width: 100%; font-size: 22px; } text.figure { font-size: 17px; }
      .burn-up text[text-anchor="middle"] { font-size: 19px; } .burn-up text.figure { font-size: 15px; }
      .heat text.axis:nth-of-type(-n+31):nth-of-type(2n) { display: none; }
    }
    @page { size: A4 landscape; margin: 15mm 12mm 14mm 18mm; }
    @media print {
      .hint { display: none; }
      * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; orphans: 2; widows: 2; }
      header { padding-bottom: 1.5mm; margin-bottom: 3mm; }
      h1 { font-size: 15pt; margin: 0 0 1mm; }
      header p { margin: 0; }
      h2 { margin: 4mm 0 1mm; font-size: 11.5pt; }
      h2, caption, section > p:has(+ .table) { break-after: avoid; }
      section > p { max-width: none; margin: .5mm 0; }
      .tiles { gap: 3mm; }
      .tile { padding: 1mm 3mm; }
      .tile p { font-size: 8.5pt; }
      .tile .value { font-size: 14pt; }
      tr, figure, .tile { break-inside: avoid; }
      figure { margin: 2mm 0; }
      figcaption { font-size: 8pt; line-height: 1.25; }
      main > figure { display: inline-block; vertical-align: top; width: 49%; padding-right: 3mm; }
      svg { font-size: 14px; } .burn-up { font-size: 15px; } text.figure { font-size: 12px; }
      .table { margin: 1mm 0 2mm; }
      .many { columns: 2; column-gap: 6mm; }
      .many .table { break-inside: avoid; }
      .many table { font-size: 7.5pt; }
      .many thead th { font-size: 6.5pt; }
      .many th.name { min-width: 26mm; } .many .short, .many .words:last-child { min-width: 0; }
      .many th, .many td { padding: .45mm .8mm; }
      .many td.number { white-space: normal; }
      caption { padding: 0 0 .5mm; }
      thead { display: table-header-group; }
      tr.group { break-after: avoid; }
      table { font-size: 8pt; line-height: 1.25; }
      th, td { padding: .55mm 1.2mm; }
      th.name { min-width: 45mm; }
      .words:last-child { min-width: 60mm; }
      summary { border: 0; color: inherit; }
      .rows { position: static; width: auto; max-height: none; border: 0; box-shadow: none; padding: 0; }
      footer { margin-top: 4mm; font-size: 8.5pt; break-inside: avoid; }
      footer h2 { margin: 1.5mm 0 .5mm; font-size: 10pt; }
    }
    """
}
