import Accounts

/// The money of a project's form: the heading 预算数, 执行数, 执行率 and the row of the whole sum below it.
struct ProjectFunds {
  private enum Heading: Hashable {
    case initialBudget, budget, actual, weight, rate, score
  }

  private(set) var budget: (money: PrintedMoney, cell: EvaluationCell)?
  private(set) var actual: (money: PrintedMoney, cell: EvaluationCell)?
  private(set) var rate: (money: PrintedMoney, cell: EvaluationCell)?
  /// The points that the form gives for the rate.
  private(set) var score: (money: PrintedMoney, cell: EvaluationCell)?
  /// The unit that the form's own label names; nil without one.
  private(set) var labelUnit: MoneyUnit?

  /// Reads the first such heading of a form and its sum.
  init(_ form: EvaluationForm) {
    let cells = form.lines.flatMap(\.cells)
    guard let start = cells.firstIndex(where: { Self.heading($0.normal) != nil }) else { return }
    labelUnit = Self.unit(cells[max(0, start - 4)..<min(cells.count, start + 8)])
    var headings: [(heading: Heading, column: Int?)] = []
    var index = start
    while index < cells.count, PrintedMoney(cells[index].normal) == nil, headings.count < 8 {
      if let heading = Self.heading(cells[index].normal) {
        if headings.contains(where: { $0.heading == heading }) { break }
        headings.append((heading, cells[index].column))
      }
      if IndicatorField.field(cells[index].normal) == .level1 { return }
      index += 1
    }
    while index < cells.count, index < start + 30, PrintedMoney(cells[index].normal) == nil {
      if Self.ends(cells[index].normal) { return }
      index += 1
    }
    var values: [(money: PrintedMoney, cell: EvaluationCell)] = []
    let isGridded = cells.indices.contains(index) && cells[index].column != nil
    let line = cells.indices.contains(index) ? cells[index].line : 0
    while index < cells.count, let money = PrintedMoney(cells[index].normal) {
      if isGridded, cells[index].line != line { break }
      values.append((money, cells[index]))
      index += 1
    }
    assign(values, headings)
  }

  private mutating func assign(
    _ values: [(money: PrintedMoney, cell: EvaluationCell)], _ headings: [(heading: Heading, column: Int?)]
  ) {
    var found: [Heading: (money: PrintedMoney, cell: EvaluationCell)] = [:]
    if values.count == headings.count {
      for (value, heading) in zip(values, headings) { found[heading.heading] = value }
    } else if values.allSatisfy({ $0.cell.column != nil }) {
      for value in values {
        if let heading = headings.first(where: { $0.column == value.cell.column }) { found[heading.heading] = value }
      }
    } else if let percent = values.firstIndex(where: \.money.isPercent), percent == 2 {
      // Two amounts and their rate, whatever else was lost.
      (found[.budget], found[.actual], found[.rate]) = (values[0], values[1], values[2])
    }
    budget = found[.budget] ?? (headings.contains { $0.heading == .budget } ? nil : found[.initialBudget])
    actual = found[.actual]
    rate = found[.rate]
    score = found[.score]
    if budget?.money.isPercent == true { budget = nil }
    if actual?.money.isPercent == true { actual = nil }
  }

  private static func heading(_ text: NormalText) -> Heading? {
    guard text.count <= 20, !text.contains("执行情况") else { return nil }
    if text.contains("执行率") && !text.hasPrefix("得分") && !text.hasPrefix("预算执行率") { return .rate }
    if text.contains("预算数") || text.contains("预算金额") || text == "预算" {
      return text.contains("年初") ? .initialBudget : .budget
    }
    if text.contains("执行数") || text.contains("执行金额") { return .actual }
    if text.hasPrefix("分值") || text.hasPrefix("权重") { return .weight }
    return text.hasPrefix("得分") ? .score : nil
  }

  private static func ends(_ text: NormalText) -> Bool {
    text == "一级指标" || text.hasPrefix("年初设定目标") || text.hasPrefix("预期目标")
  }

  private static func unit(_ cells: ArraySlice<EvaluationCell>) -> MoneyUnit? {
    for cell in cells {
      if cell.normal.contains("万元)") || cell.normal.hasSuffix(":万元") { return .tenThousandYuan }
      if cell.normal.contains("(元)") || cell.normal.hasSuffix("单位:元") { return .yuan }
    }
    return nil
  }
}
