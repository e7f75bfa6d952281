/// Writes a page block by block, in one of two styles.
struct HTMLWriter {
  /// How the page is written.
  enum Style: Sendable { case semantic, office }

  private let style: Style
  private var text: String

  init(style: Style, title: String, charset: String) {
    self.style = style
    switch style {
    case .semantic: text = Self.semanticStart(title: title, charset: charset)
    case .office: text = Self.officeStart(title: title, charset: charset)
    }
  }

  /// The whole page.
  func finished() -> String {
    switch style {
    case .semantic:
      text + "</main>\n<footer><p>版权所有</p><p>网站地图</p></footer>\n</body>\n</html>\n"
    // The layout cell, its row and its table stay open, as hand-edited office pages leave them.
    case .office: text + "</div>\n</body>\n</html>\n"
    }
  }

  mutating func heading(_ level: Int, _ heading: String) {
    switch style {
    case .semantic: text += "<h\(level + 1)>\(Self.escaped(heading))</h\(level + 1)>\n"
    case .office:
      text += "<p class=MsoNormal align=center style='text-align:center'><b>" + span(heading) + "</b>\n"
    }
  }

  mutating func paragraph(_ paragraph: String) {
    switch style {
    case .semantic: text += "<p>\(Self.escaped(paragraph))</p>\n"
    case .office:
      text += "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>" + span(paragraph) + "\n"
    }
  }

  mutating func form(_ form: RenderedForm, hasTitleInside: Bool) {
    var rows = form.rows
    let unit = [form.number, form.reporter, form.unit].filter { !$0.isEmpty }
    if hasTitleInside, form.width > 1 {
      rows = ([form.title] + unit).map { GridRow(.header, [GridCell($0, columns: form.width)]) } + rows
    } else {
      heading(3, form.title)
      unit.forEach { paragraph($0) }
    }
    // A page number stands between tables: the rows before and behind it are tables of their own.
    for part in rows.split(whereSeparator: { $0.kind == .furniture }) {
      table(Array(part))
    }
    form.notes.forEach { paragraph($0) }
  }

  mutating func table(_ rows: [GridRow]) {
    switch style {
    case .semantic:
      let head = rows.prefix { $0.kind == .header || $0.kind == .columnNumbers }
      text += "<table>\n"
      if !head.isEmpty { text += "<thead>\n" + head.map { row($0, cell: "th") }.joined() + "</thead>\n" }
      text += "<tbody>\n" + rows.dropFirst(head.count).map { row($0, cell: "td") }.joined() + "</tbody>\n</table>\n"
    case .office:
      text += "<table class=MsoNormalTable border=1 cellspacing=0 cellpadding=0 style='mso-table-layout-alt:fixed'>\n"
      text += rows.map { row($0, cell: "td") }.joined() + "</table>\n"
    }
  }

  private func row(_ row: GridRow, cell name: String) -> String {
    let cells = row.cells.filter { !$0.isCovered }
    switch style {
    case .semantic:
      return "<tr>" + cells.map { "<\(name)\(Self.spans($0))>\(Self.escaped($0.text))</\(name)>" }.joined() + "</tr>\n"
    case .office:
      let open = " <tr style='mso-yfti-irow:0;height:15.0pt'>\n"
      return cells.reduce(into: open) { text, cell in
        let inner = cell.text.isEmpty ? "<o:p>&nbsp;</o:p>" : span(cell.text)
        text += "  <td\(Self.spans(cell)) style='padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal>\(inner)\n"
      }
    }
  }

  private func span(_ text: String) -> String {
    "<span lang=EN-US style='mso-bidi-font-size:10.5pt'>\(Self.escaped(text))<o:p></o:p></span>"
  }

  private static func spans(_ cell: GridCell) -> String {
    (cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : "")
      + (cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : "")
  }

  /// The text with what markup gives a meaning to escaped, and line ends as breaks.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n": result += "<br>"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}

extension HTMLWriter {
  private static func semanticStart(title: String, charset: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="zh-CN">
    <head>
    <meta charset="\(charset)">
    <title>\(escaped(title))</title>
    <style>table { border-collapse: collapse; } td, th { border: 1px solid #999; }</style>
    <script>var printed = "<table><tr><td>2010301</td><td>1.00</td></tr></table>";</script>
    </head>
    <body>
    <nav><ul><li><a href="/">首页</a></li><li><a href="/open">信息公开</a></li></ul></nav>
    <main>

    """
  }

  private static func officeStart(title: String, charset: String) -> String {
    """
    <html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
    <head>
    <meta http-equiv=Content-Type content="text/html; charset=\(charset)">
    <title>\(escaped(title))</title>
    <!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
    <style>
    <!--
    p.MsoNormal { mso-style-parent:""; margin:0cm; mso-pagination:none; }
    table.MsoNormalTable { mso-style-name:普通表格; mso-tstyle-rowband-size:0; }
    -->
    </style>
    </head>
    <body lang=ZH-CN style='tab-interval:21.0pt'>
    <table width="100%" border=0><tr><td width=160 valign=top><a href="index.html">首页</a><br><a href="list.html">公开目录</a>
    <td valign=top><div class=Section1>

    """
  }
}
