extension EpubBook {
  /// What readers do not do by themselves: lines of code that are too long, notes, tables, captions.
  static let styleSheet = """
    body { line-height: 1.4; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.2; page-break-after: avoid; }
    a { text-decoration: none; }
    img, svg { max-width: 100%; height: auto; }
    pre, code, kbd, samp { font-family: monospace; }
    pre { font-size: 0.85em; white-space: pre-wrap; overflow-wrap: break-word; padding: 0.5em; }
    pre, .admonition, aside.topic, aside.sidebar { border: 1px solid #999; margin: 1em 0; }
    .admonition, aside.topic, aside.sidebar { padding: 0 0.8em; page-break-inside: avoid; }
    .admonition-title, .topic-title, .sidebar-title, .rubric { font-weight: bold; }
    table { border-collapse: collapse; }
    table.docutils td, table.docutils th { border: 1px solid #999; padding: 0.2em 0.5em; }
    table.indextable { width: 100%; }
    th, caption, .caption-text { text-align: left; }
    blockquote { margin: 1em 2em; }
    dd { margin-left: 2em; }
    figure { margin: 1em 0; page-break-inside: avoid; }
    .align-center { text-align: center; margin-left: auto; margin-right: auto; }
    .align-right { text-align: right; }
    .line-block { white-space: pre-line; }
    .eqno { float: right; }
    .link-target { font-size: 0.85em; overflow-wrap: anywhere; }
    .missing { font-style: italic; }
    .footnote, .citation { font-size: 0.9em; margin: 0.5em 0; }
    a.footnote-reference { vertical-align: super; font-size: 0.75em; }
    .sd-summary-state-marker, .sd-summary-icon { display: none; }
    .sd-tab-label { display: block; font-weight: bold; margin-top: 1em; }
    dl.py, dl.c, dl.cpp, dl.js { margin: 1em 0; }
    .sig { font-family: monospace; font-weight: bold; }

    """
}
