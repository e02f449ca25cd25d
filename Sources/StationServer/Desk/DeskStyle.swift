/// The style of the desk, beside that of the other pages.
enum DeskStyle {
  static let text = """

    .away { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    #told { min-height: 1.5rem; margin: .4rem 0; }
    .told { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: center; } .told p, .told form { margin: 0; }
    table.grid { table-layout: fixed; min-width: 62rem; }
    table.grid th.slot { width: 8rem; } table.grid th.slot .soft { display: block; overflow-wrap: anywhere; }
    table.grid thead th.today { border-bottom-color: var(--pace); }
    table.grid td { border: 1px solid var(--line); padding: .25rem; height: 3rem; }
    table.grid tbody tr:hover > td { background: none; }
    table.grid td.closed { background: repeating-linear-gradient(45deg, var(--tint) 0 6px, transparent 6px 12px); }
    table.grid tbody tr:hover > td.closed { background: repeating-linear-gradient(45deg, var(--tint) 0 6px, transparent 6px 12px); }
    table.grid td.past { background: var(--tint); }
    .room { float: right; font-size: .75rem; color: var(--soft); }
    table.grid .blocks { clear: both; }
    table.grid .block { font-size: .82rem; line-height: 1.3; min-height: 44px; }
    table.grid .block .time, table.grid .block .soft, .block .said { display: block; }
    table.grid td[data-slot] .block .time { display: none; }
    .block .said { font-size: .8rem; font-style: italic; }
    a.block[data-uid] { touch-action: manipulation; -webkit-touch-callout: none; user-select: none; cursor: grab; }
    a.block:focus-visible { outline: 3px solid var(--pace); outline-offset: 1px; }
    .block.moved, .swatch.moved { border-left: 4px solid var(--pace); background: var(--open); color: var(--openink); }
    .block.moved .soft { color: inherit; }
    .swatch.same { border-left: 4px solid var(--planned); background: var(--tint); }
    .block.fresh, .swatch.fresh { border-left: 4px dashed var(--soft); background: transparent; }
    .block.broken, .swatch.broken { box-shadow: inset 0 0 0 2px var(--shortink); }
    .block.past, .swatch.past { color: var(--soft); border-left-style: dotted; border-left-color: var(--soft); background: var(--tint); }
    .block.ghost { background: transparent; border: 1px dashed var(--soft); color: var(--soft); }
    .blocks li:has(> form.pin) { position: relative; } form.pin { position: absolute; right: 2px; bottom: 2px; margin: 0; }
    form.pin button { min-width: 24px; min-height: 24px; padding: 0 .3rem; line-height: 1; } li:has(> form.pin) > .block { padding-bottom: 1.7rem; }
    .carried { list-style: none; margin: .4rem 0; padding: 0; max-width: 20rem; }
    table.monthgrid td { vertical-align: top; height: 5rem; } table.monthgrid td > p { margin: 0; } table.monthgrid td.outside { color: var(--soft); background: var(--tint); }
    .fix { color: var(--pace); }
    .lifted { opacity: .9; box-shadow: 0 4px 12px rgb(0 0 0 / .5); pointer-events: none; position: relative; z-index: 4; }
    .sending { opacity: .6; }
    td[data-aim="open"] { outline: 2px solid var(--doneink); outline-offset: -2px; }
    td[data-aim="conflict"] { outline: 2px dotted var(--openink); outline-offset: -2px; }
    td[data-aim="closed"] { opacity: .55; }
    table.grid td.target { outline: 4px dashed var(--pace); outline-offset: -3px; opacity: 1; }
    .desklist { display: none; }
    .rules { margin: .6rem 0; padding: .3rem .8rem; border: 1px solid var(--shortink); border-radius: 4px; }
    summary { cursor: pointer; font-weight: 600; padding: .2rem 0; }
    summary:focus-visible, textarea:focus-visible { outline: 3px solid var(--pace); outline-offset: 2px; }
    .facts { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; max-width: 60rem; }
    .facts dt { font-weight: 600; } .facts dd { margin: 0; overflow-wrap: anywhere; }
    fieldset { border: 1px solid var(--line); border-radius: 4px; margin: .8rem 0; padding: .3rem .9rem; max-width: 60rem; min-width: 0; }
    legend { font-weight: 600; padding: 0 .3rem; }
    .check { font-weight: 400; display: block; padding: .3rem 0; }
    .check input { width: auto; margin-right: .4rem; }
    .choice { margin: .2rem 0; max-width: none; } .does { display: block; padding-left: 1.6rem; color: var(--soft); font-size: .9rem; }
    .choice.open .state { background: var(--done); color: var(--doneink); }
    .choice.conflict .state { background: var(--open); color: var(--openink); }
    .choice.closed { color: var(--soft); }
    .inline { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: center; } .inline input, .inline select { width: auto; }
    .wrong { display: block; color: var(--shortink); } [aria-invalid] { border-color: var(--shortink); border-width: 2px; }
    .now { margin: .2rem 0; padding: .3rem .6rem .3rem 1.6rem; background: var(--short); color: var(--shortink); }
    td .inline select { padding: .2rem .3rem; font-size: .85rem; max-width: 11rem; }
    progress { width: min(24rem, 100%); }
    .slider { max-width: 24rem; } .slider input { width: 100%; } .marks { display: flex; justify-content: space-between; font-size: .85rem; color: var(--soft); }
    .beside { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: start; } .beside figure { margin: 0; }
    polyline.curve { fill: none; stroke: var(--planned); stroke-width: 2; } circle.point { fill: var(--planned); } circle.chosen { fill: var(--pace); }
    textarea { width: 100%; min-height: 28rem; font: .85rem/1.5 "Noto Sans Mono", "Liberation Mono", monospace; color: var(--ink);
      background: var(--paper); border: 1px solid var(--soft); border-radius: 4px; padding: .5rem; }
    .pasted select { max-width: 9rem; } .pasted td, .pasted th { min-width: 6rem; }
    .difference del { background: var(--short); color: var(--shortink); text-decoration: none; }
    .difference ins { background: var(--done); color: var(--doneink); text-decoration: none; }
    @media screen and (max-width: 44rem) {
      .deskgrid, #help { display: none; } .desklist li:has(> form.pin) > .block { padding-bottom: 2rem; } .desklist { display: block; }
      .facts { grid-template-columns: 1fr; } .facts dd { margin-bottom: .4rem; }
    }
    @media print {
      table.grid { min-width: 0; } table.grid td { height: 10mm; } table.grid .block { font-size: 7pt; min-height: 0; } table.grid .block .said { font-size: 6.5pt; }
      #told, .rules, #help { display: none; } .block.moved, .block.broken { box-shadow: none; border-width: 2px; border-style: solid; }
    }
    """
}
