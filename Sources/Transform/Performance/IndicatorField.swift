import Accounts

/// What a column of a table of indicators holds.
enum IndicatorField: Hashable {
  case level1, level2, name, kind, weight, target, actual, score, unit, reason
  /// A column that no dataset has.
  case other

  /// What a heading says; nil where it is no heading of such a table.
  static func field(_ heading: NormalText) -> IndicatorField? {
    guard heading.count <= 24, heading.count >= 2 else { return nil }
    return rules.first { rule in rule.words.contains { heading.contains($0) } }?.field
  }

  private struct Rule {
    var field: IndicatorField
    var words: [NormalText]
  }

  /// The first that holds counts.
  private static let rules: [Rule] = [
    Rule(field: .level1, words: ["一级指标"]),
    Rule(field: .level2, words: ["二级指标"]),
    Rule(field: .name, words: ["三级指标", "指标名称", "具体指标"]),
    Rule(field: .reason, words: ["原因", "备注", "改进措施"]),
    Rule(field: .other, words: ["标准", "解释", "说明", "计算", "方法", "依据", "偏差"]),
    Rule(field: .kind, words: ["指标分类", "指标性质", "指标类型", "指标属性", "指标类别", "性质", "绩效分类"]),
    Rule(field: .weight, words: ["权重", "分值", "权值"]),
    Rule(field: .actual, words: ["实际", "完成值", "完成情况", "全年完成"]),
    Rule(field: .target, words: ["目标值", "指标值", "计划值", "预期值", "年初目标", "年初设定", "预期目标", "年度目标"]),
    Rule(field: .score, words: ["得分", "评分"]),
    Rule(field: .unit, words: ["计量单位", "度量单位", "指标单位"]),
  ]

  /// The name of the dataset's column.
  var column: String? {
    switch self {
    case .level1: "level1"
    case .level2: "level2"
    case .name: "indicator"
    case .kind: "kind"
    case .weight: "weight"
    case .target: "target"
    case .actual: "actual"
    case .score: "score"
    case .unit, .reason, .other: nil
    }
  }

  /// What it costs a row to lack it, where the heading promises it.
  func missing(isGridded: Bool) -> Int {
    switch self {
    case .name: isGridded ? -6 : -12
    case .target, .actual: isGridded ? -2 : -5
    case .kind, .weight, .score: isGridded ? -2 : -4
    case .level1, .level2, .unit, .reason, .other: 0
    }
  }

  /// How well a text suits it.
  func suits(_ text: NormalText, _ kind: CellKind) -> Int {
    let isLevel = EvaluationWords.isLevel1(text) || EvaluationWords.isLevel2(text)
    switch self {
    case .level1:
      if EvaluationWords.isLevel1(text) { return 6 }
      return isLevel ? -4 : unknownLevel(text, kind, longest: 12)
    case .level2:
      if EvaluationWords.isLevel2(text) { return 6 }
      if isLevel { return -3 }
      return text.hasSuffix("指标") && !EvaluationWords.isNumbered(text) ? 4 : unknownLevel(text, kind, longest: 40)
    case .name:
      if EvaluationWords.isNumbered(text) { return 8 }
      if isLevel { return -6 }
      if kind.isNumber || EvaluationWords.isKind(text) { return -8 }
      return kind.isValue ? -5 : kind.isValueWord ? -1 : 3
    case .kind: return EvaluationWords.isKind(text) ? 8 : -8
    case .weight: return kind.isNumber ? kind.isPercent ? 1 : 3 : -8
    case .score: return kind.isNumber ? kind.isPercent ? -3 : 3 : -8
    case .target, .actual:
      if isLevel || EvaluationWords.isKind(text) || EvaluationWords.isNumbered(text) { return -8 }
      // Values have a unit more often than not, scores never.
      if kind.isNumber { return kind.isPercent ? 3 : 1 }
      if kind.isValue || kind.isValueWord { return 3 }
      return text.count <= 8 ? 0 : text.count <= 20 ? -1 : -2
    case .unit: return text.count <= 4 && !kind.isValue && !isLevel ? 2 : -6
    case .reason: return isLevel || kind.isNumber ? -6 : -1
    case .other: return -1
    }
  }

  private func unknownLevel(_ text: NormalText, _ kind: CellKind, longest: Int) -> Int {
    if kind.isNumber || kind.isValue || EvaluationWords.isNumbered(text) || EvaluationWords.isKind(text) { return -8 }
    return text.count > longest ? -5 : kind.isValueWord ? -3 : -1
  }
}
