extension HostileKind {
  /// All kinds, text first.
  public static let all = lines + marks + forms + narratives + performances + pages

  /// Lines of which there are many.
  static let lines: [HostileKind] = [
    HostileKind("headings") { "一、\(word($0))情况说明\n" },
    HostileKind("headings-markdown") { "# **\(word($0))**\n\n" },
    HostileKind("headings-of-parts") { "第\(numeral($0))部分 \(word($0))概况\n" },
    HostileKind("contents-entries") { "一、\(word($0))情况........\($0)\n" },
    HostileKind("contents-words") { "目录\n一、\(word($0))情况........\($0)\n" },
    HostileKind("form-feeds") { _ in "文\u{0C}" },
    HostileKind("form-feeds-in-rows") { _ in "文\t1\u{0C}" },
    HostileKind("page-numbers") { "\(word($0))文字\n— \($0 + 1) —\n\u{0C}" },
    HostileKind("running-heads") { "某市某局年度决算\n\(word($0))。\n\u{0C}" },
    HostileKind("unit-names", .start) { "\n部门：某市\(word($0))局\n" },
    HostileKind("title-pages", .start) { "\n2023年度\n某市\(word($0))局\n部门决算公开\n" },
    HostileKind("years") { "\(1990 + $0 % 60)年度部门决算。\n" },
    HostileKind("tables") { "\(word($0))情况表\n名称\t金额\n\(word($0))\t\($0).00\n" },
    HostileKind("table-rows") { "\($0 == 0 ? "情况表\n名称\t金额\n" : "")\(word($0))\t\($0).00\n" },
    HostileKind("glossary") { "\($0 == 0 ? "第四部分 名词解释\n" : "")\(word($0))支出：指为\(word($0))的支出。\n" },
    HostileKind("disclosures") { _ in
      String(decoding: Renderer.render(SyntheticDisclosure(seed: 2), as: .tabs), as: UTF8.self)
    },
    HostileKind("numbers-on-lines") { "\($0).10\n" },
    HostileKind("short-lines") { word($0) + "\n" },
  ]

  /// One line that is long of one thing.
  static let marks: [HostileKind] = [
    "<", "<a ", "</", "<!--", "<input ", "&#1", "**", "（", "，", "。", "、", "\u{3000}", "\t", "文\t", "|", "|1.00", "1",
    "1,",
    "1 ", "12.34 ", "1%", "——", "2023年", "1.00万元", "单位：", "1=2+", "文", "文 ", "2010301 ", "\\* MERGEFORMAT",
  ].enumerated().map { index, mark in HostileKind("line-\(index)") { _ in mark } }

  /// Forms with much of one thing.
  static let forms: [HostileKind] = [
    HostileKind("rows", .rows) { "\(code($0))\t\t\t\(word($0))\t8.11\t8.11\t\n" },
    HostileKind("rows-contradicting", .rows) { "\(code($0))\t\t\t\(word($0))\t\($0 % 997 + 1).11\t3.22\t5.33\n" },
    HostileKind("rows-cut", .rows) { "201\t\t\t其他\t\($0 % 997).11\t\($0 % 997).11\t\n" },
    HostileKind("rows-with-lost-cells", .rows) { "\(code($0)) \(word($0)) \($0 % 997 + 9).11 \($0 % 7 + 1).00\n" },
    HostileKind("row-of-words", .rows) { "\(word($0))\t" },
    HostileKind("row-of-words-behind-total", .rows) { ($0 == 0 ? "合计\t" : "") + "\(word($0))\t" },
    HostileKind("row-of-torn-figures", .rows) { ($0 == 0 ? "2010301 行政运行 " : "") + "1.1 1 " },
    HostileKind("rows-torn", .rows) { _ in "5 3.11 1.1\n" },
    HostileKind("name-of-numbers", .rows) { ($0 == 0 ? "2010301\t行政运行" : "") + "第\($0)号" },
    HostileKind("row-of-numbers", .rows) { "\($0 % 90 + 1) " },
    HostileKind("row-of-columns", .rows) { ($0 == 0 ? "2010301\t行政运行" : "") + "\t1.00" },
    HostileKind("heads-of-three-public", .threePublic) { "\(word($0))\t" },
    HostileKind("heads-of-budgets", .threePublic) { _ in "预算数\t" },
    HostileKind("blanks-of-three-public", .threePublic) { _ in "——\t" },
    HostileKind("forms") { "支出决算表\n部门：\(word($0))局\t单位：万元\n科目\t合计\n合计\t1.00\n" },
    HostileKind("form-on-one-line") {
      ($0 == 0 ? "支出决算表\n单位：万元\n科目编码 科目名称 本年支出合计 基本支出 项目支出 " : "") + "2010301 行政运行 \($0).00 \($0).00 "
    },
    HostileKind("identities", .notes) { _ in "1栏各行=(2+3)栏各行\n" },
    HostileKind("identity-of-many", .notes) { ($0 == 0 ? "1栏各行=(" : "") + "\($0 % 999 + 2)+" },
    HostileKind("notes", .notes) { "注：\(word($0))列示各项支出。\n" },
    HostileKind("labels") { ($0 == 0 ? "收入支出决算总表\n单位：万元\n一、一般公共服务支出\t1\t2.00\n" : "") + "\(word($0))\n" },
  ]

  /// A narrative with much of one thing.
  static let narratives: [HostileKind] = [
    HostileKind("sentences-without-end", .narrative("")) { "\(word($0))按照要求开展了工作，" },
    HostileKind("paragraphs-without-end", .narrative("")) { "\(word($0))按照要求开展了工作而且没有结束\n\n" },
    HostileKind("lines-without-end", .narrative("")) { "\(word($0))按照要求开展了各项工作而且这一行的文字一直没有结束也没有标点\n" },
    HostileKind("facts", .narrative("三、支出决算情况说明")) { "\(word($0))支出\($0).10万元，比上年增长\($0 % 100).5%，" },
    HostileKind("facts-of-classes", .narrative("（二）一般公共预算财政拨款支出决算结构情况")) {
      "\(word($0))教育（类）支出\($0).10万元，占\($0 % 100).1%，"
    },
    HostileKind("facts-of-items", .narrative("（三）一般公共预算财政拨款支出决算具体情况")) {
      "\n\($0 + 1).教育支出（类）普通教育（款）\(word($0))（项）支出决算为\($0).73万元。\n"
    },
    HostileKind("paths", .narrative("（三）一般公共预算财政拨款支出决算具体情况")) { "\(word($0))、\($0 % 5_000 == 4_999 ? "教育支出（类）" : "")" },
    HostileKind("same-amounts", .narrative("三、支出决算情况说明")) { _ in "877.73万元、" },
    HostileKind("reasons", .narrative("三、支出决算情况说明")) { "比上年增加\($0).11万元，主要原因是\(word($0))；" },
    HostileKind("uses", .narrative("三、支出决算情况说明")) { _ in "用于" },
    HostileKind("project-uses", .narrative("（三）一般公共预算财政拨款支出决算具体情况")) {
      ($0 == 0 ? "项目支出主要用于：" : "") + "\(word($0))事项\($0).11万元；"
    },
    HostileKind("vehicles", .narrative("十二、国有资产占用情况说明")) { ($0 == 0 ? "共有车辆99辆，其中，" : "") + "\(word($0))用车1辆，" },
    HostileKind("definition-of-numbers") { ($0 == 0 ? "第四部分 名词解释\n一、甲支出：指" : "") + "\($0).11万元，" },
  ]

  /// Self-evaluations and lists of work with much of one thing.
  static let performances: [HostileKind] = [
    HostileKind("project-summaries", .narrative("十四、项目支出自评结果")) {
      "\n\($0 + 1).\(word($0))项目绩效自评综述：项目全年预算数为\($0).00万元，执行数为\($0).00万元，完成预算100%。\n"
    },
    HostileKind("project-forms") { "\(evaluation(word($0)))\(indicator($0))\n" },
    HostileKind("indicators") { ($0 == 0 ? evaluation("甲") : "") + indicator($0) },
    HostileKind("priorities") {
      ($0 == 0 ? "第五部分 重点工作完成情况\n序号\t工作事项\t工作内容\t完成情况\n" : "") + "\($0 + 1)\t\(word($0))\t内容\t完成\n"
    },
  ]

  private static func evaluation(_ name: String) -> String {
    """
    2023年度\(name)项目自评表
    项目名称\t\(name)
    年度财政资金总额\t10.00\t10.00\t100%
    一级指标\t二级指标\t三级指标\t年初目标值\t实际完成值\t得分

    """
  }

  private static func indicator(_ number: Int) -> String { "产出指标\t数量指标\t指标：\(word(number))\t\(number)\t1\t1\n" }
}
