import Accounts

/// What the text of a cell looks like, whatever column it stands in.
struct CellKind {
  /// Digits with a point or commas, or with 分 or % behind them.
  var isNumber: Bool
  /// Digits with % behind them.
  var isPercent: Bool
  /// A value such as `≥95%`, `12次` or `3亿元`.
  var isValue: Bool
  /// A word that stands for a value, such as `完成`.
  var isValueWord: Bool

  init(_ text: NormalText) {
    let units = text.units
    let digits = units.prefix { NarrativeText.isDigit($0) || $0 == 0x2E || $0 == 0x2C }.count
    let rest = NormalText(units: units.dropFirst(digits))
    isPercent = digits > 0 && rest == "%"
    isNumber = digits > 0 && (rest.isEmpty || rest == "分") || isPercent
    isValue = Self.isValue(text, digits: digits)
    isValueWord = !isValue && text.count <= 8 && Self.words.contains { text.hasSuffix($0) } && !Self.isNameLike(text)
  }

  private static func isValue(_ text: NormalText, digits: Int) -> Bool {
    let units = text.units
    guard let first = units.first, text.count <= 24 else { return false }
    if comparators.contains(first) { return true }
    if digits == units.count || text == "/" || text == "-" { return true }
    if starts.contains(where: text.hasPrefix) { return !isNameLike(text) }
    let isSigned = first == 0x2D && units.count > 1 && NarrativeText.isDigit(units[1])
    guard digits > 0 || isSigned else { return false }
    return !isNameLike(text) && text.count - digits <= 12
  }

  /// Names of indicators end like this, values never.
  private static func isNameLike(_ text: NormalText) -> Bool {
    nameEnds.contains { text.count > $0.count + 1 && text.hasSuffix($0) }
  }

  /// ≥ ≤ > < = ≧ ≦
  static let comparators: [UInt16] = [0x2265, 0x2264, 0x3E, 0x3C, 0x3D, 0x2267, 0x2266]
  private static let starts: [NormalText] = ["千分之", "百分之", "不低于", "不少于", "不超过", "不高于", "大于", "小于", "达到", "约"]
  private static let nameEnds: [NormalText] = ["率", "满意度", "数量", "次数", "人数", "个数", "份数", "件数", "情况", "工作", "任务", "性"]
  private static let words: [NormalText] = [
    "完成", "及时", "保障", "提升", "提高", "达标", "合格", "合理", "健全", "规范", "合规", "优", "良好", "可持续", "可持续发展", "发展", "预期目标", "预期指标",
    "达成", "显著", "有效", "长期", "加强",
    "促进", "下降", "稳定", "无", "是", "按时", "按期", "改善", "增加", "满意", "巩固", "明显", "持续", "有限", "较好", "好", "中", "高", "已", "未",
  ]
}
