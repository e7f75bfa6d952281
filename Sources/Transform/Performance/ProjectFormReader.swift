import Accounts

/// Reads a project's self-evaluation form.
struct ProjectFormReader {
  private let form: EvaluationForm
  private var project: Project

  /// The project of a form; nil where the form names none.
  static func project(of form: EvaluationForm, spent: Amount?, summary: ProjectNames) -> Project? {
    let cells = form.lines.flatMap(\.cells)
    let values = labelledValues(cells)
    guard let name = values.first(where: { $0.label == .name }), let first = name.cells.first else { return nil }
    let text = text(of: name.cells).withoutInnerSpaces
    guard !text.isEmpty else { return nil }
    let span = name.cells.dropFirst().reduce(first.span) { $0.union($1.span) }
    var reader = ProjectFormReader(form: form, project: Project(source: .form, name: text, span: span))
    for value in values { reader.take(value.label, value.cells) }
    reader.readScore(cells)
    reader.readFunds(spent: spent, witness: summary.match(text))
    return reader.project
  }

  private typealias Labelled = (label: ProjectLabel, cells: [EvaluationCell])

  /// The values behind the labels: in a grid those of the same line, else all to the next label.
  private static func labelledValues(_ cells: [EvaluationCell]) -> [Labelled] {
    var values: [Labelled] = []
    var isOpen = false
    // In a grid a value stands on the line of its label.
    var line: Int?
    for cell in FlowCells.wordsOfFlow(cells) {
      if let label = ProjectLabel.label(cell.normal) {
        values.append((label, []))
        (isOpen, line) = (true, cell.column == nil ? nil : cell.line)
      } else if let (label, value) = ProjectLabel.labelled(cell) {
        let held = EvaluationCell(text: value, normal: NormalText(value), line: cell.line, span: cell.span)
        values.append((label, [held]))
        (isOpen, line) = (cell.column == nil, nil)
      } else if ends(cell.normal) {
        isOpen = false
      } else if isOpen, line == nil || cell.line == line {
        values[values.count - 1].cells.append(cell)
      }
    }
    return values
  }

  private static func ends(_ text: NormalText) -> Bool {
    text == "一级指标" || endings.contains { text.hasPrefix($0) } && text.count <= 24
      || text.hasPrefix("备注") || text.hasPrefix("—") || text.hasPrefix("单位名称")
  }

  private static let endings: [NormalText] = [
    "预算执行情况", "预算数", "全年预算数", "年初预算数", "年度财政资金", "年度资金总额", "项目资金", "资金情况", "项目绩效总目标", "年度绩效目标", "年度目标",
    "年度总体目标", "总分", "项目负责人", "联系人", "联系电话", "项目起止时间", "填报日期", "绩效目标", "项目年度绩效", "年度绩效指标", "起止年限", "项目概况",
  ]

  private static func text(of cells: [EvaluationCell]) -> String {
    guard let first = cells.first else { return "" }
    return cells.dropFirst().reduce(into: first) { $0.append($1) }.text.onOneLine
  }

  private mutating func take(_ label: ProjectLabel, _ cells: [EvaluationCell]) {
    let text = Self.text(of: cells)
    guard let first = cells.first, !text.isEmpty else { return }
    let field: String
    var value = text.withoutInnerSpaces
    switch label {
    case .name: field = "project"
    case .department where project.department.isEmpty:
      project.department = value
      field = "department"
    case .implementer where project.implementer.isEmpty:
      project.implementer = value
      field = "implementer"
    case .category:
      let chosen = TickedBoxes.ticked(text) ?? (text.count <= 12 ? [text] : [])
      value = chosen.map(\.withoutInnerSpaces).joined(separator: ";")
      project.category += chosen.map(\.withoutInnerSpaces)
      field = "category"
    case .funding where project.funding.isEmpty:
      project.funding = text
      value = text
      field = "funding"
    case .deviation where project.deviationReason.isEmpty:
      project.deviationReason = value
      field = "deviation_reason"
    case .improvements where project.improvements.isEmpty:
      project.improvements = value
      field = "improvements"
    default: return
    }
    let span = cells.dropFirst().reduce(first.span) { $0.union($1.span) }
    project.sources.append(ValueSource(field: field, value: value, printed: text, span: span))
  }

  // MARK: figures

  /// 总分 below the indicators, or 自评得分 above the form.
  private mutating func readScore(_ cells: [EvaluationCell]) {
    for (index, cell) in cells.enumerated() {
      let isTotal = Self.totals.contains(cell.normal)
      let isAbove = cell.normal.hasPrefix("自评得分") || cell.normal.hasPrefix("自评总分")
      guard isTotal || isAbove else { continue }
      var found: (PrintedMoney, EvaluationCell)?
      if isAbove, let colon = cell.normal.units.firstIndex(of: 0x3A),
        let money = PrintedMoney(NormalText(units: cell.normal.units[(colon + 1)...]))
      {
        found = (money, cell)
      } else {
        // Of 100 98.5 the first is what can be reached.
        for next in cells[(index + 1)...].prefix(3) {
          guard let money = PrintedMoney(next.normal), !money.isPercent, money.unit == nil else { break }
          found = (money, next)
        }
      }
      guard let (money, place) = found else { continue }
      project.score = money.number
      project.sources.removeAll { $0.field == "score" }
      project.sources.append(
        ValueSource(field: "score", value: money.number.description, printed: place.text, span: place.span))
      if isTotal { return }
    }
  }

  private static let totals: Set<NormalText> = ["总分", "总得分", "自评总分", "合计", "总计", "综合得分", "自评得分"]

  private mutating func readFunds(spent: Amount?, witness: Project?) {
    let funds = ProjectFunds(form)
    if let rate = funds.rate, rate.money.isPercent || Self.isMoreThanOne(rate.money.number) {
      project.executionRate = rate.money.number
      project.sources.append(
        ValueSource(
          field: "execution_rate", value: rate.money.number.description, printed: rate.cell.text,
          span: rate.cell.span))
    }
    let parts = [("budget", funds.budget), ("actual", funds.actual)].compactMap { field, part in
      part.map { (field, $0) }
    }
    let labelled = funds.labelUnit ?? .tenThousandYuan
    let unlabelled = parts.filter { $0.1.money.unit == nil }.map(\.1.money.number)
    let isWrong = Self.isTooMuch(unlabelled, in: labelled, spent) && !Self.isTooMuch(unlabelled, in: .yuan, spent)
    for (field, part) in parts {
      let unit = part.money.unit ?? (isWrong ? .yuan : labelled)
      guard let amount = part.money.number.amount(in: unit) else { continue }
      if field == "budget" { project.budget = amount } else { project.actual = amount }
      project.sources.append(
        ValueSource(field: field, value: amount.description, printed: part.cell.text, span: part.cell.span))
    }
    let isConfirmed = witness.map { $0.budget == project.budget && project.budget != nil } ?? false
    if isWrong {
      project.status = .corrected
      project.confidence = Confidence(thousandths: isConfirmed ? 970 : 900)
    } else if funds.labelUnit == nil, !unlabelled.isEmpty, !isConfirmed {
      project.status = .aligned
      project.confidence = Confidence(thousandths: 900)
    }
  }

  /// Whether a number is more than one: a rate that is no more may be a share of one.
  private static func isMoreThanOne(_ number: PrintedNumber) -> Bool {
    number.digits > PrintedNumber.power(number.decimals)
  }

  /// Whether one of the numbers, read in a unit, is more than the whole unit spent.
  private static func isTooMuch(_ numbers: [PrintedNumber], in unit: MoneyUnit, _ spent: Amount?) -> Bool {
    guard let spent else { return false }
    return numbers.contains { ($0.amount(in: unit) ?? .zero) > spent }
  }
}

/// The names by which one project is called in several places.
struct ProjectNames {
  private let projects: [NormalText: [Project]]

  /// Takes up a list of projects.
  init(_ projects: [Project]) {
    self.projects = Dictionary(grouping: projects) { Self.core(NormalText($0.name)) }
  }

  /// The one project of the list that a name means.
  func match(_ name: String) -> Project? {
    guard let found = projects[Self.core(NormalText(name))], found.count == 1 else { return nil }
    return found[0]
  }

  /// A name without what may stand behind it or not.
  private static func core(_ name: NormalText) -> NormalText {
    var units = name.units[...]
    while let ending = endings.first(where: { units.count > $0.count && units.suffix($0.count).elementsEqual($0.units) }
    ) {
      units = units.dropLast(ending.count)
    }
    return NormalText(units: units)
  }

  private static let endings: [NormalText] = ["项目", "工作经费", "专项经费", "经费", "工作"]
}
