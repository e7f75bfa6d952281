import Testing

/// `juesuan check` on fresh releases of small sources, each odd in its own way: what a run publishes of them holds.
@Suite struct FreshReleaseTests {
  /// A source, and what is odd about it.
  struct Source: CustomTestStringConvertible {
    var claim: String
    var file = "a.txt"
    var text: String

    var testDescription: String { claim }
  }

  private static let head = "一般公共预算财政拨款支出决算表\n单位：万元\n科目编码\t科目名称\t小计\t基本支出\t项目支出\n"
  private static let glossary = "第五部分 名词解释"

  static let sources = [
    Source(
      claim: "a subject that is printed again under a damaged name",
      text: head + "2010301\t行政运行\t61.31\t61.31\t\n2010301\t行\u{FFFD}运行\t61.31\t61.31\t\n"),
    Source(claim: "a control character in a name", text: head + "2010301\t行政\u{1}运行\t61.31\t61.31\t\n"),
    Source(claim: "a quotation mark among digits", text: head + "2010301\t行政运行\t6'1.31\t61.31\t\n"),
    Source(claim: "a tab among digits", text: head + "20103\t事务\t29.42\t29.42\n2010301\t行政运行\t11.72\t11\t.72\n"),
    Source(claim: "figures with fewer decimals beside others", text: head + "201\t服务\t20.97\t13.3\t7.6\n"),
    Source(
      claim: "bold text and bullets in Markdown", file: "a.md",
      text: """
        ## 第三部分 某局2024年度部门决算情况说明
        （二）“三公”经费财政拨款支出决算具体情况说明。
        - 2、公务用车购置及运行维护费支出**0.00** 万元。其中： 公务用车购置支出为__0.00__ 万元。
        """),
    Source(
      claim: "codes of fields in a definition",
      text: "\(glossary)\n一、机关运行经费：指行政单位和参照管理\n  PAGE  \\* MERGEFORMAT  9 \n"),
    Source(
      claim: "a term with a control character",
      text: "\(glossary)\n1.购房补贴：反映按\u{2}房改政策规定的补贴\n2.公益金\u{3}支出（2296004）：反映教育支出\n"),
    Source(
      claim: "the same term twice",
      text: "\(glossary)\n1.购房补贴：反映甲项补贴。\n2.购房补贴：反映乙项补贴。\n3.购房补贴#2：反映丙项补贴。\n"),
    Source(
      claim: "character references", file: "a.html",
      text: """
        <h2>&#x7b2c;&#x56db;&#x90e8;&#x5206; &#x540d;&#x8bcd;&#x89e3;&#x91ca;</h2>
        <h2>&#x4e00;&#x3001;&#x8d22;&#x653f;&#x62e8;&#x6b3e;&#xff1a;&#x6307;&#x5355;&#x4f4d;&amp;&#x672c;&#x7ea7;</h2>
        """),
    Source(
      claim: "a definition over paragraphs on one line", file: "a.html",
      text: """
        <html><body><h2>第五部分 名词解释</h2><p>一、财政拨款收入：指单位本年度从本级财政部门取得的财政拨款，包括一般公</p>\
        <p>共预算财政拨款、政府性基金预算财政拨款和国有资本经营预算财政拨款。</p></body></html>
        """),
    Source(
      claim: "text behind the end of the page", file: "a.html",
      text: """
        <html><body><h1>某局2024年度部门决算</h1></body></html>
        <table><tr><td>一般公共预算财政拨款支出决算表</td></tr></table><p>单位：元</p>
        <table><tr><td>编码</td><td>名称</td><td>小计</td><td>基本支出</td><td>项目支出</td></tr>
        <tr><td>201</td><td>一般公共服务支出</td><td>61.31</td><td>60.31</td><td>1.00</td></tr></table>
        """),
    Source(
      claim: "a NUL among tags", file: "a.html",
      text: """
        <table><tr><td>一般公共预算财政拨款支出决算表</td></tr><tr><td>201</td><td>一般公共服务支出</td><td>61.31</td><td></\u{0}td>
        <td>61.31</td></tr></table><table><tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年初目标值</td><td>实际完成值</td>
        <td>得分</td></tr><tr><td>产出指标</td><td>数量指标</td><td>办结事项</td><td>≥95%</td><td>97%</td><td>40</td></tr></table>
        \(String(repeating: "<p>本单位没有其他情况需要说明。</p>\n", count: 40))
        """),
    Source(
      claim: "more open elements than a tree takes", file: "a.html",
      text: """
        <html><body>\(String(repeating: "<div>", count: 300))<h1>某局2024年度部门决算</h1>
        <p>一般公共预算财政拨款支出决算表</p><p>单位：元</p>
        <p>201 一般公共服务支出 61.31 60.31 1.00</p></body></html>
        """),
  ]

  @Test(arguments: sources)
  func whatARunPublishesHolds(source: Source) throws {
    let folder = try ScratchFolder()
    try folder.write("in/\(source.file)", source.text)
    let run = try Program.run(["run", "--input", "in", "--output", "out"], in: folder.path)
    #expect(run.status <= 1, "\(run.errors)")
    let check = try Program.run(["check", "out", "--input", "in"], in: folder.path)
    #expect(check.status == 0, "\(check.output.prefix(2_000))\(check.errors)")
  }
}
