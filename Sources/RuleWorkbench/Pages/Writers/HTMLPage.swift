/// A page as one HTML file that needs no other and runs nothing.
enum HTMLPage: PageWriter {
  static let id = "html"

  static func write(_ page: Page) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(escaped(page.title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    <h1>\(escaped(page.title))</h1>
    \(page.introduction.map { "<p>\(escaped($0))</p>" }.joined(separator: "\n"))
    <nav><ul>
    \(page.sections.enumerated().map { "<li><a href=\"#s\($0)\">\(escaped($1.title))</a></li>" }
      .joined(separator: "\n"))
    </ul></nav>
    \(page.sections.enumerated().map { section($1, number: $0) }.joined(separator: "\n"))
    </main>
    </body>
    </html>

    """
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 15px/1.5 system-ui, sans-serif; margin: 0; background: Canvas; color: CanvasText; }
    main { max-width: 76rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
    h1 { font-size: 1.6rem; line-height: 1.2; }
    h2 { font-size: 1.15rem; margin: 2.5rem 0 .3rem; }
    p { max-width: 46rem; margin: .3rem 0 .6rem; }
    nav ul { columns: 3 14rem; padding-left: 1.2rem; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .9rem; }
    th, td { padding: .25rem .8rem .25rem 0; text-align: left; vertical-align: top;
      border-bottom: 1px solid color-mix(in srgb, CanvasText 15%, Canvas); }
    th { border-bottom-width: 2px; position: sticky; top: 0; background: Canvas; }
    .figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    """

  private static func section(_ section: Page.Section, number: Int) -> String {
    let classes = section.columns.indices.map { column in
      section.rows.allSatisfy { $0[column].isFigure } ? " class=\"figure\"" : ""
    }
    let head = zip(section.columns, classes).map { "<th scope=\"col\"\($1)>\(escaped($0))</th>" }
    let rows = section.rows.map { row in
      "<tr>" + zip(row, classes).map { "<td\($1)>\(escaped($0.words))</td>" }.joined() + "</tr>"
    }
    return """
      <section id="s\(number)">
      <h2>\(escaped(section.title))</h2>
      <p>\(escaped(section.explanation))</p>
      <div class="table"><table>
      <thead><tr>\(head.joined())</tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table></div>
      </section>
      """
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
