import Accounts

/// Tells which of the three public expenses a label names, as its place in the template: 0 total, 1 overseas travel,
/// 2 vehicles, 3 purchase, 4 operation, 5 reception.
enum ThreePublicLabel {
  /// The items that a label may name: one where it is whole, several where it is cut, none for other text.
  static func items(_ text: NormalText) -> Set<Int> {
    let label = LineLabels.numbered(text).label
    if besides(text) != nil { return [] }
    if label.contains("接待") { return label.contains("其中") || label.contains("外事") ? [] : [5] }
    if label.contains("出国") { return [1] }
    if label.contains("用车") || label.contains("购置"), bothCosts.contains(where: label.contains) { return [2] }
    if label.contains("用车") || label.contains("购置费") || label.contains("运行") {
      if label.contains("运行") || label.contains("车运") { return [4] }
      // 公务用车 and 公务用车购 begin the vehicles' line and the lines below it.
      if !label.contains("购") { return [2, 3, 4] }
      return label.contains("购置费") ? [3] : [2, 3]
    }
    return label.contains("合计") || label.contains("三公经费") ? [0] : []
  }

  /// Whether a text may be the tail of a label that a line end tore: it begins as no label or head does.
  static func isTail(_ text: NormalText) -> Bool {
    LineLabels.numbered(text).number == 0 && !beginnings.contains { text.hasPrefix($0) }
  }

  /// More characters than a label has, with the text that stands before it: words without end are none.
  static let longest = 400

  private static let beginnings: [NormalText] = [
    "其中", "合计", "小计", "因公", "公务", "三公", "会议费", "培训费", "机关", "预算数", "决算数", "项目", "栏次",
  ]

  /// Which expense beside the three a label names, as its place in `Measure.besideThreePublicActual`; nil for other text.
  static func besides(_ text: NormalText) -> Int? {
    let label = LineLabels.numbered(text).label
    return label.count > 12 || label.contains("三公") ? nil : besides.firstIndex { label.hasPrefix($0) }
  }

  private static let besides: [NormalText] = ["会议费", "培训费", "机关运行"]

  /// What cut labels name by elimination: no item stands twice, and the vehicles' line stands above its parts.
  static func decided(_ entries: [Set<Int>]) -> [Int?] {
    var open = entries
    var changed = true
    while changed {
      changed = false
      let taken = Set(open.filter { $0.count == 1 }.flatMap(\.self))
      for index in open.indices where open[index].count > 1 && !open[index].isDisjoint(with: taken) {
        open[index].subtract(taken)
        changed = true
      }
      if !changed, let first = open.firstIndex(of: [2, 3]), open.count(where: { $0 == [2, 3] }) == 2 {
        open[first] = [2]
        changed = true
      }
    }
    return open.map { $0.count == 1 ? $0.first : nil }
  }

  /// Purchase and operation in one label; of the words around, one may have lost a character.
  private static let bothCosts: [NormalText] = ["及运", "和运", "与运", "、运", "置运行"]
}
