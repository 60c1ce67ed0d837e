package org.anamnesis.report;

/**
 * The look of the report: of its page, and of the tables and pictures in it. Colours are those of
 * Okabe and Ito (2008), which all kinds of colour vision tell apart; cohort and reference also
 * differ by fill, dash and shape, so that black and white will do. Text is at least 4.5 : 1 on its
 * ground.
 */
final class Stylesheet {
    private Stylesheet() {}

    /** The report's own page: light, as on paper. */
    private static final String PAGE =
            """
            :root { color-scheme: light; --cohort: #0072b2; --fill: #8cc8ee; --reference: #b34700; --line: #c9ced3; --ink: #16191d; --soft: #4a5158; --paper: #fff; --good: #00553d; --bad: #8a2c00; }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; }
            body { margin: 0; color: var(--ink); background: #fff; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", "Liberation Sans", Arial, sans-serif; }
            main, header, nav, footer { max-width: 1200px; margin: 0 auto; padding: 0 20px; }
            h1 { font-size: 1.9rem; line-height: 1.2; margin: 1.6rem 0 .4rem; overflow-wrap: anywhere; }
            h2 { font-size: 1.35rem; margin: 2.4rem 0 .6rem; padding-top: .6rem; border-top: 2px solid var(--ink); }
            h3 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
            p, ul, ol, dl { margin: .5rem 0; max-width: 78ch; overflow-wrap: anywhere; }
            li { margin: .15rem 0; }
            a { color: #00558a; }
            code { font: .88em ui-monospace, "Liberation Mono", monospace; overflow-wrap: anywhere; }
            blockquote { margin: .6rem 0; padding: .4rem .9rem; border-left: 4px solid var(--cohort); background: #f3f6f9; font-size: 1.08rem; overflow-wrap: anywhere; }
            .warning { display: inline-block; margin: .5rem 0; padding: .3rem .8rem; border: 2px solid var(--ink); font-weight: 700; max-width: none; }
            .soft { color: var(--soft); }
            nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; max-width: none; }
            .glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 10px; margin: 1rem 0; padding: 0; max-width: none; }
            .glance div { border: 1px solid var(--line); border-radius: 6px; padding: .5rem .8rem; }
            .glance dt { color: var(--soft); font-size: .85rem; }
            .glance dd { margin: 0; font-size: 1.35rem; font-weight: 650; line-height: 1.25; }
            .glance small { display: block; font-size: .8rem; font-weight: 400; color: var(--soft); }
            footer { padding-bottom: 3rem; }
            @media (max-width: 700px) {
              main, header, nav, footer { padding: 0 14px; }
              h1 { font-size: 1.5rem; }
              .glance { grid-template-columns: repeat(auto-fit, minmax(125px, 1fr)); }
            }
            @media print {
              html { font-size: 11.5px; }
              body { font-size: 1rem; }
              h2 { margin-top: 1.6rem; }
              main, header, nav, footer { max-width: none; padding: 0; }
              nav { display: none; }
              h2, h3, caption, thead, .legend, h2 + p { break-after: avoid; }
              a { color: inherit; text-decoration: none; }
              * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """;

    /** Tables and pictures, wherever they stand; the page around them says its colours. */
    static final String FIGURES =
            """
            .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 0 28px; }
            .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 330px), 1fr)); gap: 14px; margin: 1rem 0; }
            .card { border: 1px solid var(--line); border-radius: 6px; padding: .7rem .8rem; min-width: 0; break-inside: avoid; }
            .card p { margin: .2rem 0; font-size: .86rem; line-height: 1.4; }
            .wide { grid-column: 1 / -1; }
            svg { display: block; width: 100%; height: auto; }
            svg text { font: 11px system-ui, "Liberation Sans", Arial, sans-serif; fill: var(--ink); }
            svg.heatmap text { fill: revert-layer; }
            svg .strong { font-weight: 700; font-size: 12px; }
            .pyramid { max-width: 520px; }
            .bars { fill: var(--fill); stroke: var(--cohort); stroke-width: .7; }
            .outline { fill: none; stroke: var(--reference); stroke-width: 1.6; stroke-dasharray: 4 2.5; }
            .band { fill: url(#hatch); }
            .band.target { fill: url(#hatch-target); }
            .axis { fill: none; stroke: var(--ink); stroke-width: 1; }
            .spread { fill: none; stroke-width: 2.4; }
            .spread.cohort { stroke: var(--cohort); }
            .spread.reference { stroke: var(--reference); stroke-dasharray: 4 2.5; }
            .median.cohort { fill: var(--cohort); }
            .median.reference { fill: var(--paper); stroke: var(--reference); stroke-width: 1.8; }
            .defs { position: absolute; width: 0; height: 0; }
            .legend { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; align-items: center; list-style: none; padding: 0; max-width: none; font-size: .9rem; }
            .legend li { display: flex; gap: .5rem; align-items: center; }
            .legend svg { width: 44px; flex: none; }
            table { border-collapse: collapse; width: 100%; font-size: .92rem; margin: .6rem 0; }
            caption { text-align: left; color: var(--soft); font-size: .88rem; padding-bottom: .3rem; }
            th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
            thead th { border-bottom: 2px solid var(--ink); white-space: nowrap; }
            td .met, td .missed { white-space: nowrap; }
            td.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
            .shares { font-size: .86rem; }
            .shares { table-layout: fixed; }
            .shares th { font-weight: 400; hyphens: auto; }
            .shares td { white-space: nowrap; padding-right: .3rem; }
            .shares thead td { border-bottom: 2px solid var(--ink); }
            .shares thead :first-child { width: 40%; }
            .shares thead :last-child { width: 22%; }
            .shares thead th { font-weight: 650; font-size: .8rem; padding-right: .3rem; }
            .shares td.picture { vertical-align: middle; padding-right: 0; }
            .figures { font-size: .84rem; margin: .3rem 0; }
            .figures th, .figures td { padding: .12rem .5rem .12rem 0; font-variant-numeric: tabular-nums; overflow-wrap: normal; white-space: nowrap; }
            .figures th:last-child, .figures td:last-child { padding-right: 0; }
            .figures thead th, .figures thead td { border-bottom: 1px solid var(--line); font-weight: 400; color: var(--soft); }
            .figures tbody th { font-weight: 650; }
            .figures tbody tr:last-child > * { border-bottom: 0; }
            table.stack th { min-width: 9em; }
            table.stack td { min-width: 6.2em; }
            table.stack td[data-label=Population] { min-width: 11em; }
            th code { overflow-wrap: break-word; }
            .badge { display: inline-block; border: 1px solid currentColor; border-radius: 4px; padding: 0 .35em; font-size: .8rem; line-height: 1.4; white-space: nowrap; }
            .computed, .read { color: var(--good); }
            .unverified, .assumed { color: var(--bad); font-weight: 700; border-style: dashed; }
            .met { color: var(--good); font-weight: 650; }
            .missed { color: var(--bad); font-weight: 700; }
            .scroll { overflow-x: auto; max-width: 100%; }
            .scroll:focus-visible { outline: 3px solid var(--cohort); }
            .forest { min-width: 560px; max-width: 900px; }
            @media (max-width: 700px) {
              table.stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
              table.stack, table.stack tbody, table.stack tr, table.stack th, table.stack td { display: block; width: 100%; }
              table.stack caption { display: block; }
              table.stack tr { padding: .45rem 0; border-bottom: 1px solid var(--line); }
              table.stack th, table.stack td { border: 0; padding: .08rem 0; white-space: normal; }
              table.stack td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
              table.stack td:empty { display: none; }
            }
            @media (max-width: 380px) {
              .figures th, .figures td { white-space: normal; }
            }
            @media print {
              .card, tr, svg, li, blockquote, .glance { break-inside: avoid; }
              .cards { grid-template-columns: repeat(2, 1fr); }
              .scroll { overflow: visible; }
              svg.heatmap, svg.forest { min-width: 0 !important; }
            }
            """
                    + HeatMap.style();

    static final String CSS = PAGE + FIGURES;
}
