extension HostileKind {
  /// Pages with much of one thing.
  static let pages: [HostileKind] = [
    page("attributes", "<p", ">文</p>") { " a\($0)=\"1\"" },
    page("attributes-in-quotes", "<p", ">文</p>") { " a\($0)=\"<>\"" },
    page("tags") { "<t\($0)>文</t\($0)>" },
    page("tags-without-end") { "<t\($0)>文" },
    page("blocks-nested") { _ in "<div>文" },
    page("inline-nested", "<p>") { _ in "<b>文<i>" },
    page("end-tags") { _ in "</b></p>" },
    page("end-tags-far-down", String(repeating: "<b>", count: 2_000)) { _ in "</i>" },
    page("paragraphs-far-down", String(repeating: "<div>", count: 400)) { _ in "<p>文" },
    page("navigation-nested") { _ in "<div class=nav><p>文</p>" },
    page("cell", "<table><tr><td>", "</td></tr></table>") { _ in "文<br>" },
    page("cell-of-numbers", "<table><tr><td>", "</td></tr></table>") { _ in "12.34 " },
    page("columns", "<table><tr>", "</tr></table>") { "<td>\($0).00</td>" },
    page("rows", "<table>", "</table>") { "<tr><td>\(word($0))</td><td>\($0).00</td></tr>" },
    page("tables") { "<table><tr><td>\(word($0))</td><td>\($0).00</td></tr></table>" },
    page("tables-nested") { _ in "<table><tr><td>文" },
    page("column-spans", "<table>", "</table>") { _ in "<tr><td>1</td><td colspan=1000></td><td>2</td></tr>" },
    page(
      "column-spans-of-heads", "<p>支出决算表</p><p>单位：万元</p><table><tr>",
      "</tr><tr><td>合计</td><td>1.00</td></tr></table>"
    ) { _ in "<td colspan=99999>基本支出</td>" },
    page("row-spans", "<table>", "</table>") { "<tr><td rowspan=65534>\($0)</td><td>1</td></tr>" },
    page(
      "row-spans-side-by-side", "<table><tr>" + String(repeating: "<td rowspan=65534>1</td>", count: 500) + "</tr>",
      "</table>"
    ) { _ in "<tr><td>2</td></tr>" },
    page("spans-both-ways", "<table>", "</table>") { _ in "<tr><td rowspan=999 colspan=999>1</td></tr>" },
    page("long-name", "<t" + String(repeating: "t", count: 4_000) + "><table>", "</table>") { _ in
      "<tr><td>1</td><td>2</td></tr>"
    },
    page("comments") { _ in "<!-- 文 -->" },
    page("comments-open") { _ in "<!--" },
    page("entities", "<p>") { _ in "&nbsp;&lt;&x" },
    page("marks", "<p>") { _ in "<" },
    page("conditions", "<p>") { _ in "<![if !vml]>文<![endif]>" },
    page("conditions-open", "<p>") { _ in "<![if " },
    page("scripts") { _ in "<script>" },
    page("declarations") { _ in "<meta " },
    page("check-boxes", "<p>") { _ in "<input type=checkbox checked>是" },
  ]

  private static func page(
    _ name: String, _ before: String = "", _ behind: String = "", _ piece: @escaping @Sendable (Int) -> String
  ) -> HostileKind {
    HostileKind("page-\(name)", .page(before, behind), piece)
  }
}
