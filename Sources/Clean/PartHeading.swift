import Accounts

/// Tells which part of a disclosure a heading begins, by what it says.
enum PartHeading {
  /// The part of a heading that is marked as one (`第三部分 …`); nil where the words name none.
  static func part(ofMarked title: NormalText) -> Part? {
    for (part, words) in markedWords where words.stand(in: title) { return part }
    return nil
  }

  /// The part that a heading without `第…部分` begins, as in disclosures that number their parts 一、二、三 or not at all.
  ///
  /// Only headings of whole parts count: `二、2020年度部门决算情况说明` does, `二、收入决算情况说明` does not.
  static func part(ofUnmarked title: NormalText) -> Part? {
    guard title.count <= 50, finals.end(title), !innerWords.stand(in: title) else { return nil }
    if let whole = wholeTitles.first(where: { $0.1 == title }) { return whole.0 }
    return unmarkedEndings.first { _, ending in title.hasSuffix(ending) }?.0
  }

  /// Whether a marked heading is whole: it ends with a word that part headings end with.
  static func isWhole(_ title: NormalText) -> Bool {
    endings.end(title)
  }

  private static let markedWords: [(Part, Words)] = [
    (.glossary, ["名词解释", "名词说明", "专业名词", "专业性名词", "用语解释"]),
    (.priorities, ["重点工作", "工作完成情况", "工作开展情况", "主要工作"]),
    (.attachments, ["附件", "附录", "自评表", "评价报告"]),
    (.narrative, ["情况说明", "决算说明", "有关情况", "情况分析", "决算情况", "其他说明", "重要事项", "绩效"]),
    (.forms, ["决算表", "报表", "表格", "附表", "决算公开表"]),
    (.duties, ["概况", "基本情况", "职责", "职能", "机构设置", "简介", "部门情况", "单位情况"]),
  ]

  /// Words of sections within a part.
  private static let innerWords: Words = [
    "收入", "支出", "总体", "拨款", "经费", "三公", "总表", "明细", "采购", "资产", "绩效", "基金", "资本", "机关运行",
  ]

  /// What the whole titles and the endings below end with.
  private static let finals: Words = ["释", "况", "责", "能", "表", "明", "件", "录"]

  private static let wholeTitles: [(Part, NormalText)] = [
    (.glossary, "名词解释"), (.glossary, "专业名词解释"), (.glossary, "专业性名词解释"), (.glossary, "有关名词解释"),
    (.glossary, "相关名词解释"), (.glossary, "专用名词解释"), (.duties, "部门概况"), (.duties, "单位概况"),
    (.duties, "部门基本情况"), (.duties, "单位基本情况"), (.duties, "部门(单位)概况"), (.duties, "部门基本概况"),
    (.duties, "单位基本概况"), (.duties, "概况"), (.duties, "部门职责"), (.duties, "单位职责"), (.duties, "主要职责"),
    (.duties, "主要职能"), (.duties, "部门主要职责"), (.duties, "部门主要职能"), (.forms, "部门决算表"), (.forms, "单位决算表"),
    (.forms, "部门决算报表"),
    (.narrative, "部门决算情况说明"), (.narrative, "单位决算情况说明"), (.attachments, "附件"), (.attachments, "附录"),
  ]

  private static let unmarkedEndings: [(Part, NormalText)] = [
    (.forms, "部门决算表"), (.forms, "单位决算表"), (.forms, "年度决算表"), (.forms, "决算公开表"), (.forms, "决算报表"),
    (.narrative, "部门决算情况说明"), (.narrative, "单位决算情况说明"), (.narrative, "年度决算情况说明"),
    (.narrative, "部门决算说明"), (.narrative, "单位决算说明"), (.narrative, "部门决算编制说明"), (.duties, "部门概况"),
    (.duties, "单位概况"), (.duties, "局概况"), (.duties, "基本情况"), (.duties, "基本概况"), (.glossary, "名词解释"),
    (.priorities, "重点工作完成情况"),
  ]

  private static let endings: Words = [
    "概况", "基本情况", "决算表", "报表", "说明", "解释", "附件", "附录", "附表", "完成情况", "职责", "职能", "设置", "情况", "表格",
    "简介", "分析",
  ]
}
