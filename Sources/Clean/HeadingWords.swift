import Accounts

/// The words that headings of disclosures end with.
enum HeadingWords {
  /// Whether a reduced text ends like a heading, a colon or full stop aside.
  static func endsHeading(_ normal: NormalText) -> Bool {
    var units = normal.units[...]
    while let last = units.last, last == 0x3A || last == 0x3002 { units.removeLast() }
    return endings.end(units)
  }

  /// Whether a reduced text is nothing but the end of such a word, left over on a line of its own.
  static func isTail(_ normal: NormalText) -> Bool {
    tails.contains(normal.units.last == 0x3002 ? NormalText(units: normal.units.dropLast()) : normal)
  }

  private static let tails: Set<NormalText> = [
    "明", "说明", "况说明", "情况说明", "况", "表", "算表", "释", "件", "总表", "成", "责", "能",
  ]
  private static let endings: Words = [
    "说明", "情况", "概况", "职责", "职能", "构成", "设置", "决算表", "总表", "明细表", "附件", "解释", "自评表", "评价表", "结果",
    "报告", "范围", "名词", "机构", "人员", "编制",
  ]
}
