extension ReportPage {
    /// The look of the page, light or dark as the reader's system is, fit for printing.
    static let style = """
        :root { color-scheme: light dark; --ink: #1d2733; --paper: #ffffff; --faint: #d5dce4; --quiet: #5a6875;
          --good: #1f6fb2; --bad: #b3432f; }
        @media screen and (prefers-color-scheme: dark) { :root { --ink: #dfe6ee; --paper: #14191f; --faint: #33404d;
          --quiet: #93a1af; --good: #5aa9e6; --bad: #e8826e; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
          max-width: 1080px; margin: 0 auto; padding: 1.5rem; print-color-adjust: exact;
          -webkit-print-color-adjust: exact; }
        h1, h3, p, li, figcaption, th { overflow-wrap: anywhere; }
        h1, h2, h3 { line-height: 1.2; } h1 { margin-bottom: 0; } h2 { margin: 2rem 0 0; }
        h3 { margin: 0 0 .3rem; font-size: 1.1rem; } p { margin: .3rem 0; }
        .when, .how, small, summary { color: var(--quiet); } .how, summary { font-size: .87rem; }
        .says { font-weight: 600; } figure .says { font-weight: normal; font-size: .87rem; }
        section { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 1.5rem; }
        section > h2, section > p, section > ul, .cards, .full { grid-column: 1 / -1; margin-bottom: 0; }
        section > h2 + p { margin-top: -1rem; }
        article { border-top: 2px solid var(--faint); padding-top: .8rem; min-width: 0; overflow-x: auto; }
        .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .8rem; }
        .card { border: 1px solid var(--faint); border-radius: .5rem; padding: .5rem .8rem; }
        .card b { font-size: 1.3rem; margin-right: .5rem; } .card small { display: block; }
        .shapes { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 1.5rem; }
        figure { margin: 0; min-width: 0; } figcaption { font-weight: 600; }
        svg { width: 100%; max-width: 40rem; height: auto; } svg text { font-size: 11px; fill: var(--quiet); }
        .axes line { stroke: var(--faint); } .line { fill: none; stroke-width: 2; stroke: var(--good); }
        .line.ideal { stroke: var(--quiet); stroke-dasharray: 4 4; } .line.interval { stroke-width: 1; opacity: .6; }
        circle.model, rect.above, rect.positive { fill: var(--good); } rect.below { fill: var(--bad); }
        rect.negative { fill: var(--quiet); opacity: .45; }
        .key { display: inline-block; width: .8rem; height: .8rem; margin: 0 .3rem 0 .6rem; background: var(--good); }
        .key.negative { background: var(--quiet); opacity: .45; }
        table { border-collapse: collapse; } th, td { padding: .15rem .6rem .15rem 0; text-align: left;
          font-weight: normal; vertical-align: top; } thead th { color: var(--quiet); font-size: .87rem; }
        td { font-variant-numeric: tabular-nums; white-space: nowrap; } thead th + th { white-space: nowrap; }
        .pair { display: flex; flex-wrap: wrap; gap: 2.5rem; }
        .bars { width: 100%; } .wide { width: 40%; } .shapes .wide { width: 30%; }
        .bar { display: block; height: .8rem; margin-top: .3rem; min-width: 1px; background: var(--good); }
        .bar.below { background: var(--bad); } .few { opacity: .4; }
        .split { background: linear-gradient(var(--faint), var(--faint)) 50% 0 / 1px 100% no-repeat content-box; }
        .heat td { text-align: center; min-width: 2rem; padding: .15rem .3rem; }
        .heat .above { background: color-mix(in srgb, var(--good) var(--strength), transparent); }
        .heat .below { background: color-mix(in srgb, var(--bad) var(--strength), transparent); }
        @media print { article.half, figure, tr, .card { break-inside: avoid; } h2, h3 { break-after: avoid; }
          body { padding: 0; font-size: 12px; } section + section { break-before: page; } }
        """
}
