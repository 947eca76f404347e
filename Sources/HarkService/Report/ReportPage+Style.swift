extension ReportPage {
    /// The look of the page, light or dark as the reader's system is, fit for printing.
    static let style = """
        :root { color-scheme: light dark; --ink: light-dark(#1d2733, #dfe6ee); --paper: light-dark(#ffffff, #14191f);
          --faint: light-dark(#d5dce4, #33404d); --quiet: light-dark(#5a6875, #93a1af);
          --good: light-dark(#1f6fb2, #5aa9e6); --bad: light-dark(#b3432f, #e8826e); }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
          max-width: 1080px; margin: 0 auto; padding: 1.5rem; }
        h1, h2, h3 { line-height: 1.2; } h3 { margin: 0 0 .6rem; font-size: 1rem; }
        .when, small, figcaption { color: var(--quiet); }
        section { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 1.5rem; }
        section > h2, section > p, section > ul, .cards, article:has(.shapes), article:has(.heat) { grid-column: 1 / -1; }
        article { border-top: 2px solid var(--faint); padding-top: .8rem; min-width: 0; overflow-x: auto; }
        .cards { display: flex; flex-wrap: wrap; gap: .8rem; }
        .card { flex: 1 1 9rem; border: 1px solid var(--faint); border-radius: .5rem; padding: .6rem .8rem; }
        .card b { display: block; font-size: 1.5rem; } .card small { display: block; }
        .shapes { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: 1rem; }
        figure { margin: 0; } svg { width: 100%; height: auto; } svg text { font-size: 11px; fill: var(--quiet); }
        .axes line { stroke: var(--faint); } .line { fill: none; stroke-width: 2; stroke: var(--good); }
        .line.ideal { stroke: var(--quiet); stroke-dasharray: 4 4; } .line.interval { stroke-width: 1; opacity: .6; }
        circle.model, rect.above, rect.positive { fill: var(--good); } rect.below { fill: var(--bad); }
        rect.negative { fill: var(--quiet); opacity: .45; }
        table { border-collapse: collapse; } th, td { padding: .2rem .5rem; text-align: left; font-weight: normal; }
        thead th { color: var(--quiet); } td { font-variant-numeric: tabular-nums; }
        .bars { width: 100%; } .wide { width: 50%; } .bar { display: block; height: .8rem; background: var(--good); }
        .heat td { text-align: center; min-width: 1.9rem; }
        .heat .above { background: color-mix(in srgb, var(--good) var(--strength), transparent); }
        .heat .below { background: color-mix(in srgb, var(--bad) var(--strength), transparent); }
        @media print { article { break-inside: avoid; } body { padding: 0; } }
        """
}
