import Accounts

/// Reads the indicators of one self-evaluation form.
struct IndicatorReader {
  private let scope: String
  private var goal = ""
  private var level1 = IndicatorLevel()
  private var level2 = IndicatorLevel()
  private var layout: IndicatorLayout?
  /// The cells of a layout without columns that are not read yet.
  private var pending: [EvaluationCell] = []
  /// The heading of such a layout, which may run over several lines.
  private var heading: [EvaluationCell] = []
  private(set) var indicators: [Indicator] = []
  /// For the row read last: in which grid column a field stands.
  private var lastColumns: [Int: IndicatorField] = [:]

  /// Reads all indicators of a form.
  static func indicators(of form: EvaluationForm, scope: String) -> [Indicator] {
    var reader = IndicatorReader(scope: scope)
    for line in form.lines { line.isGridded ? reader.readGrid(line.cells) : reader.readFlow(line.cells) }
    reader.flush()
    return reader.indicators
  }

  private init(scope: String) {
    self.scope = scope
  }

  // MARK: grids

  private mutating func readGrid(_ cells: [EvaluationCell]) {
    flush()
    if beginsGoal(cells) { return }
    let held = cells.filter { !EvaluationWords.isCaption($0.normal) }
    if let found = IndicatorLayout(cells, isGridded: true) {
      begin(found)
    } else if let first = held.first, endsBlock(first.normal) {
      layout = nil
    } else if let layout, layout.isGridded, !held.isEmpty, !appendTail(held) {
      let cells = layout.withoutRepeats(held)
      guard let row = RowAssignment.rows(cells, in: layout).first else { return }
      lastColumns = [:]
      for (field, indices) in row.cells {
        for index in indices { cells[index].column.map { lastColumns[$0] = field } }
      }
      add(row, cells)
    }
  }

  /// Joins the tail of a cell that a page end has cut off: short texts alone in a row, without a value.
  private mutating func appendTail(_ cells: [EvaluationCell]) -> Bool {
    guard cells.count <= 2, let last = indicators.indices.last, !lastColumns.isEmpty,
      cells.allSatisfy({ Self.isTail($0.normal) })
    else { return false }
    for cell in cells {
      var field = cell.column.flatMap { lastColumns[$0] } ?? .name
      if cells.count == 1, field != .target, field != .actual { field = .name }
      switch field {
      case .target: indicators[last].target += cell.text
      case .actual: indicators[last].actual += cell.text
      case .level1:
        level1.append(cell)
        indicators[last].level1 = level1.text
      case .level2:
        level2.append(cell)
        indicators[last].level2 = level2.text
      default: indicators[last].name += cell.text.withoutInnerSpaces
      }
      guard let column = field.column else { continue }
      if let source = indicators[last].sources.firstIndex(where: { $0.field == column }) {
        indicators[last].sources[source].printed += cell.text
        indicators[last].sources[source].value += cell.text
        indicators[last].sources[source].span = indicators[last].sources[source].span.union(cell.span)
      }
      if field == .name { indicators[last].span = indicators[last].span.union(cell.span) }
    }
    return true
  }

  private static func isTail(_ text: NormalText) -> Bool {
    let kind = CellKind(text)
    return text.count <= 6 && !kind.isNumber && !kind.isValue && !EvaluationWords.isLevel1(text)
      && !EvaluationWords.isLevel2(text) && !EvaluationWords.isKind(text)
  }

  // MARK: lines without columns

  private mutating func readFlow(_ cells: [EvaluationCell]) {
    guard let first = cells.first else { return }
    let number = goalNumber(first.normal)
    if number != nil { flush() }
    goal = number ?? goal
    if number != nil && first.normal.hasPrefix("年度目标") || endsBlock(first.normal)
      || ProjectLabel.label(first.normal) != nil
    {
      flush()
      layout = nil
      return
    }
    if let start = cells.firstIndex(where: { Self.headings.contains($0.normal) }) {
      flush()
      layout = nil
      heading = Array(cells[start...])
      return
    }
    if !heading.isEmpty {
      if cells.allSatisfy({ Self.belongsToHeading($0.normal) }) {
        heading += cells
        return
      }
      closeHeading()
    }
    if layout != nil, cells.count == 1, FlowCells.isTail(first.normal), let end = pending.lastIndex(where: Self.isText)
    {
      // The tail of the last name, which a page end has put behind its values.
      pending.insert(first, at: end + 1)
    } else if layout != nil {
      pending += cells.filter { !EvaluationWords.isCaption($0.normal) }
    }
  }

  /// Whether a cell is neither a value nor a kind.
  private static func isText(_ cell: EvaluationCell) -> Bool {
    let kind = CellKind(cell.normal)
    return !kind.isValue && !kind.isNumber && !kind.isValueWord && !EvaluationWords.isKind(cell.normal)
  }

  private mutating func closeHeading() {
    // `实际完成` and `值(B)`: the second piece is no column.
    let labels = FlowCells.words(heading).filter { !Self.isHeadingPiece($0.normal) }
    heading = []
    if let found = IndicatorLayout(labels, isGridded: false) { begin(found) }
  }

  private mutating func flush() {
    if !heading.isEmpty { closeHeading() }
    defer { pending = [] }
    guard let layout, !layout.isGridded, !pending.isEmpty else { return }
    let cells = FlowCells.words(pending)
    for row in RowAssignment.rows(cells, in: layout) { add(row, cells) }
  }

  private static let headings: Set<NormalText> = ["一级指标", "二级指标", "三级指标"]

  private static func belongsToHeading(_ text: NormalText) -> Bool {
    IndicatorField.field(text) != nil && !EvaluationWords.isNumbered(text) && text.count <= 12 || isHeadingPiece(text)
  }

  private static func isHeadingPiece(_ text: NormalText) -> Bool {
    text.units.first == 0x28 && text.count <= 6 || text.hasPrefix("值") && text.count <= 5
  }

  // MARK: both

  private mutating func begin(_ found: IndicatorLayout) {
    layout = found.isEvaluation ? found : nil
    (level1, level2) = (IndicatorLevel(), IndicatorLevel())
    lastColumns = [:]
  }

  /// `年度目标2:` numbers what follows; the caption 年度绩效目标1 of a project does not.
  private mutating func beginsGoal(_ cells: [EvaluationCell]) -> Bool {
    guard let first = cells.first, let number = goalNumber(first.normal) else { return false }
    goal = number
    // The caption of a heading numbers the rows below it and is no row of its own.
    return IndicatorLayout(cells, isGridded: false) == nil
  }

  private func goalNumber(_ text: NormalText) -> String? {
    let isOfUnit = scope == PerformanceReader.wholeUnit
    for word: NormalText in isOfUnit ? ["年度目标", "年度绩效目标"] : ["年度目标"] where text.hasPrefix(word) {
      let digits = text.units.dropFirst(word.count).prefix(while: NarrativeText.isDigit)
      let rest = text.units.dropFirst(word.count + digits.count).first
      if !digits.isEmpty, rest == nil || rest == 0x3A || rest == 0x28 {
        return String(decoding: digits, as: UTF16.self)
      }
    }
    return nil
  }

  private func endsBlock(_ text: NormalText) -> Bool {
    Self.ends.contains { text.hasPrefix($0) }
  }

  private static let ends: [NormalText] = [
    "总分", "合计", "总计", "偏差大", "偏差原因", "未完成原因", "改进措施", "备注", "注:", "说明:", "项目名称", "年度目标:", "年度总体目标", "自评结论",
    "综合得分", "评价等级", "其他需要说明",
  ]

  /// Fills the upper levels in. 成本指标 without columns goes on with 产出指标, of which it is a part in older frames.
  private mutating func takeLevels(_ upper: EvaluationCell?, _ lower: EvaluationCell?, _ layout: IndicatorLayout) {
    // Among the levels of a known frame an unknown one is of the second, wherever a page end has moved it.
    let isKnown = EvaluationWords.isLevel1(NormalText(level1.text))
    if let upper, lower == nil, isKnown, !EvaluationWords.isLevel1(upper.normal) {
      level2 = IndicatorLevel(upper)
      return
    }
    if let upper {
      let isPart = !layout.isGridded && lower == nil && level1.text.hasPrefix("产出") && !level2.text.isEmpty
      if isPart, upper.normal == "成本指标" {
        level2 = IndicatorLevel(upper)
        return
      }
      (level1, level2) = (IndicatorLevel(upper), IndicatorLevel())
    }
    if let lower { level2 = IndicatorLevel(lower) }
  }

  /// The cells without columns that stand as levels on the line of a name, or before a mere tail of one, and are no
  /// known level.
  private func strangers(_ row: RowAssignment.Row, _ cells: [EvaluationCell]) -> [EvaluationCell] {
    guard let name = row.cells[.name]?.first else { return [] }
    return [IndicatorField.level1, .level2].flatMap { row.cells[$0] ?? [] }.map { cells[$0] }.filter {
      ($0.line == cells[name].line || FlowCells.isTail(cells[name].normal)) && !EvaluationWords.isLevel1($0.normal)
        && !EvaluationWords.isLevel2($0.normal)
        && !$0.normal.hasSuffix("指标")
    }
  }

  /// Whether they are pieces of the name: two of them below a known level, or one before a mere tail.
  private static func isTorn(_ strangers: [EvaluationCell], _ name: EvaluationCell?, knows level: Bool) -> Bool {
    guard let name, !strangers.isEmpty, !EvaluationWords.isNumbered(name.normal) else { return false }
    return strangers.count > 1 && level || name.normal.count <= 4
  }

  private mutating func add(_ row: RowAssignment.Row, _ cells: [EvaluationCell]) {
    func joined(_ field: IndicatorField) -> EvaluationCell? {
      guard let indices = row.cells[field], let first = indices.first else { return nil }
      return indices.dropFirst().reduce(into: cells[first]) { $0.append(cells[$1]) }
    }
    guard let layout else { return }
    let strangers = layout.isGridded ? [] : strangers(row, cells)
    let isTorn = Self.isTorn(strangers, joined(.name), knows: EvaluationWords.isLevel1(NormalText(level1.text)))
    if !isTorn { takeLevels(joined(.level1), joined(.level2), layout) }
    guard var name = joined(.name), name.normal.count <= 120 else { return }
    if isTorn, let first = strangers.first {
      name = (strangers.dropFirst() + [name]).reduce(into: first) { $0.append($1) }
    }
    var values = [IndicatorField.kind, .weight, .target, .actual, .score].compactMap { field in
      joined(field).map { (field, $0) }
    }
    guard !values.isEmpty else { return }
    // Without columns one value alone may be the goal or what was done.
    let pair = values.filter { $0.0 == .target || $0.0 == .actual }
    if !layout.isGridded, pair.count == 1, layout.columns.contains(where: { $0.field == .target }) {
      values.removeAll { $0.0 == .target || $0.0 == .actual }
    }
    var indicator = Indicator(scope: scope, name: name.text.withoutInnerSpaces.withoutIndicatorNumber, span: name.span)
    guard !indicator.name.isEmpty else { return }
    (indicator.goal, indicator.level1, indicator.level2) = (goal, level1.text, level2.text)
    indicator.sources.append(
      ValueSource(field: "indicator", value: indicator.name, printed: name.text, span: name.span))
    indicator.sources += [level1.source("level1"), level2.source("level2")].compactMap(\.self)
    for (field, cell) in values { indicator.take(cell, as: field) }
    // Two cells of one line read as one name may be a level and a name.
    let pieces = (row.cells[.name] ?? []).map { cells[$0].line }
    let isUncertain = row.isUncertain || !strangers.isEmpty || Set(pieces).count < pieces.count
    let isShifted = layout.columns.indices.contains { column in
      (row.cells[layout.columns[column].field] ?? []).contains { layout.shift(cells[$0], column) != 0 }
    }
    if isUncertain || isShifted || !layout.isGridded {
      indicator.status = .aligned
      indicator.confidence = Confidence(thousandths: isUncertain ? 850 : 960)
    }
    indicators.append(indicator)
  }
}

extension Indicator {
  fileprivate mutating func take(_ cell: EvaluationCell, as field: IndicatorField) {
    let text = cell.text.onOneLine
    switch field {
    case .kind: kind = text.withoutInnerSpaces
    case .weight: weight = text
    case .target: target = text
    case .actual: actual = text
    case .score: score = text
    case .level1, .level2, .name, .unit, .reason, .other: return
    }
    guard let column = field.column else { return }
    sources.append(ValueSource(field: column, value: text, printed: cell.text, span: cell.span))
  }
}
