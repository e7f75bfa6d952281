import Accounts
import Classification

/// Reads gk09 in its three shapes: budget and actual half side by side, pairs under each item, items as rows.
struct ThreePublicReader {
  private let table: CleanedTable
  private let unit: MoneyUnit
  /// The numbers of columns and items, and years between the rows.
  private let otherNumbers: Set<SourceSpan>
  private let hasUniformDecimals: Bool

  /// What the table holds: one row of figures, the measures of its columns, what the grid says of them.
  struct Result {
    var row: FormRow?
    var measures: [Measure]
    var hypotheses: [[Int: Measure]]
  }

  /// Reads `table`.
  static func read(_ table: CleanedTable, unit: MoneyUnit) -> Result {
    let reader = ThreePublicReader(table, unit: unit)
    var result = reader.itemsAsRows() ?? reader.oneRow()
    result.dropStrays()
    return result
  }

  private init(_ table: CleanedTable, unit: MoneyUnit) {
    self.table = table
    self.unit = unit
    otherNumbers = Numbering.columnNumbers(in: table.rows).union(Numbering.itemNumbers(in: table.rows))
      .union(Numbering.yearsAlone(in: table.rows))
    hasUniformDecimals = Numbering.hasUniformDecimals(table.rows)
  }

  // MARK: one row of figures

  private func oneRow() -> Result {
    let header = table.rows.flatMap(\.tokens).filter { !$0.isFigure }
    let measures = measures(of: header)
    var row: FormRow?
    var width = 0
    for tableRow in table.rows {
      let figures = tableRow.tokens.compactMap(figure)
      guard !figures.isEmpty else { continue }
      width = max(width, tableRow.width)
      var open = row ?? FormRow(kind: .total, span: figures[0].token.span)
      open.blanks += blanks(in: tableRow, behind: open.figures.count)
      open.figures += figures
      open.span = figures.reduce(open.span) { $0.union($1.token.span) }
      row = open
    }
    return Result(row: row, measures: measures, hypotheses: hypotheses(measures, width: width))
  }

  /// A token's figure; nil for text and for numbers that are no amounts.
  private func figure(_ token: Token) -> PrintedFigure? {
    if token.number?.isPlainInteger == true, otherNumbers.contains(token.span) { return nil }
    // Only a cell of its own makes a whole number a figure among figures with decimals.
    if hasUniformDecimals, Numbering.isNoFigure(token) { return nil }
    return PrintedFigure(token, in: unit)
  }

  /// The marked blank cells of a row whose figures come behind so many others.
  private func blanks(in row: TableRow, behind count: Int) -> [BlankCell] {
    var before = count
    var seen = 0
    return row.blanks.map { blank in
      while seen < blank.index {
        if figure(row.tokens[seen]) != nil { before += 1 }
        seen += 1
      }
      return BlankCell(figuresBefore: before, column: blank.column)
    }
  }

  /// The measures in printed order: halves or pairs, with reception before or behind the vehicles, and 会议费 or the
  /// like behind all of them.
  private func measures(of header: [Token]) -> [Measure] {
    let budgets = header.count { $0.normal.contains("预算数") }
    let actuals = header.count { $0.normal.contains("决算数") }
    let vehicles = header.firstIndex { $0.normal.contains("用车") } ?? 0
    let reception = header.firstIndex { $0.normal.contains("接待") } ?? header.count
    let order = reception < vehicles ? [0, 1, 5, 2, 3, 4] : [0, 1, 2, 3, 4, 5]
    let isPaired = budgets >= 3 && actuals >= 3
    let others = besides(header, isPaired: isPaired, unbudgeted: actuals - budgets)
    let items = order.map {
      (budget: Measure?.some(Measure.threePublicBudget[$0]), actual: Measure.threePublicActual[$0])
    }
    let columns = items + others.map { (budget: $0.budget, actual: $0.actual) }
    if isPaired { return columns.flatMap { [$0.budget, $0.actual].compactMap(\.self) } }
    let (budget, actual) = (columns.compactMap(\.budget), columns.map(\.actual))
    if budgets == 0 { return actual }
    let budgetFirst =
      (header.firstIndex { $0.normal.contains("预算数") } ?? 0) <= (header.firstIndex { $0.normal.contains("决算数") } ?? 0)
    return budgetFirst ? budget + actual : actual + budget
  }

  /// The expenses beside the three that the header names, in printed order.
  ///
  /// In halves one without a budget is named once; in pairs the last ones have none where there are fewer 预算数.
  private func besides(
    _ header: [Token], isPaired: Bool, unbudgeted: Int
  ) -> [(budget: Measure?, actual: Measure)] {
    let named = header.compactMap { ThreePublicLabel.besides($0.normal) }
    var order: [Int] = []
    for place in named where !order.contains(place) { order.append(place) }
    return order.enumerated().map { index, place in
      let hasBudget = isPaired ? index < order.count - unbudgeted : named.count { $0 == place } > 1
      return (hasBudget ? Measure.besideThreePublicBudget[place] : nil, Measure.besideThreePublicActual[place])
    }
  }

  /// By the row that numbers the columns, and by the width of the grid where it has one column for each measure.
  private func hypotheses(_ measures: [Measure], width: Int) -> [[Int: Measure]] {
    var found: [[Int: Measure]] = []
    for row in table.rows {
      let numbers = row.tokens.compactMap { token in
        token.number.flatMap { number in token.column.map { (Int(number.digits), $0) } }
      }
      // Two numbers in one cell name no column for their measures.
      if numbers.map(\.0) == Array(1...measures.count), Set(numbers.map(\.1)).count == numbers.count {
        found.append(Self.columns(numbers.map(\.1), measures))
      }
    }
    if width == measures.count { found.append(Self.columns(Array(measures.indices), measures)) }
    return found
  }

  /// Each column of a grid with its measure.
  private static func columns(_ columns: [Int], _ measures: [Measure]) -> [Int: Measure] {
    Dictionary(zip(columns, measures)) { first, _ in first }
  }

  // MARK: items as rows

  /// Items one below the other, each with its budget and its actual figure; nil for other shapes.
  ///
  /// A header that names the items stands above all figures; items as rows have figures between their labels, or name
  /// each item once under both heads.
  private func itemsAsRows() -> Result? {
    let columns = valueColumns()
    let entries = entries()
    let isNamedOnce = Set(entries.map(\.label)).count == entries.count && columns.count == 2
    guard entries.count >= 3,
      entries.dropLast().contains(where: { !$0.figures.isEmpty })
        || isNamedOnce && entries[entries.count - 1].figures.count <= columns.count
    else { return nil }
    // A table on one line has its halves one behind the other, each behind its head.
    let hasHalves = Set(entries.compactMap(\.isBudget)).count == 2
    guard hasHalves || Set(columns.map(\.isBudget)).count == columns.count else {
      return unread(entries.flatMap(\.figures))
    }
    var row = FormRow(kind: .total, span: table.span)
    var measures: [Measure] = []
    for entry in entries {
      guard case .item(let item) = entry.label else { continue }
      let heads = hasHalves ? [entry.isBudget ?? columns[0].isBudget] : columns.map(\.isBudget)
      let own = heads.map { ($0 ? Measure.threePublicBudget : Measure.threePublicActual)[item] }
      guard !own.contains(where: measures.contains) else { continue }
      measures += own
      guard entry.figures.count <= own.count else { continue }
      for (index, figure) in entry.figures.enumerated() {
        row.figures.append(figure)
        let column = columns.firstIndex { $0.column != nil && $0.column == figure.token.column }
        if let column, !hasHalves {
          row.allowed.append([own[column]])
        } else {
          row.allowed.append(entry.figures.count == own.count ? [own[index]] : own)
        }
      }
    }
    return Result(row: row, measures: measures, hypotheses: [])
  }

  /// The figures of a table that has several columns of one kind, such as the budget of the year's beginning and the
  /// adjusted one: reported, not published, since nothing tells which of them the form means.
  private func unread(_ figures: [PrintedFigure]) -> Result {
    var row = FormRow(kind: .unknown, span: table.span)
    row.figures = figures
    return Result(row: row, measures: Form.gk09.measures, hypotheses: [])
  }

  /// What the label of a row names: one of the six items of gk09, or an expense beside them.
  private enum Label: Hashable {
    case item(Int)
    case beside(Int)
  }

  /// A labelled row, with the figures behind its label.
  private struct Entry {
    var label: Label
    /// Whether the last head before it is that of budgets; nil before any.
    var isBudget: Bool?
    var figures: [PrintedFigure]
  }

  /// The labelled rows in printed order, each with the figures behind its label, which may be torn over two lines.
  private func entries() -> [Entry] {
    var entries: [(items: Set<Int>, beside: Int?, isBudget: Bool?, figures: [PrintedFigure])] = []
    var isOpen = false
    var isBudget: Bool?
    var torn: NormalText?
    for token in table.rows.lazy.flatMap(\.tokens) {
      if let figure = figure(token) {
        if isOpen { entries[entries.count - 1].figures.append(figure) }
        torn = nil
      } else if token.number == nil, !(isOpen && token.normal == Self.subtotal) {
        var text = token.normal
        if Self.isHead(text) { isBudget = text.contains(Self.budget) }
        if let start = torn, start.count + text.count <= ThreePublicLabel.longest, ThreePublicLabel.isTail(text) {
          text = start + text
          if isOpen { entries.removeLast() }
        }
        let (items, beside) = (ThreePublicLabel.items(text), ThreePublicLabel.besides(text))
        isOpen = !items.isEmpty || beside != nil
        if isOpen { entries.append((items, beside, isBudget, [])) }
        torn = text
      }
    }
    let items = ThreePublicLabel.decided(entries.map(\.items))
    return zip(entries, items).compactMap { entry, item in
      (entry.beside.map { .beside($0) } ?? item.map { .item($0) })
        .map { Entry(label: $0, isBudget: entry.isBudget, figures: entry.figures) }
    }
  }

  private static let subtotal: NormalText = "小计"
  private static let budget: NormalText = "预算数"
  private static let actual: NormalText = "决算数"

  /// Whether a text heads a half or a column of figures.
  private static func isHead(_ text: NormalText) -> Bool { text.contains(budget) || text.contains(actual) }

  /// The heads of the value columns in order: true for a budget figure, with the grid column where there is one.
  private func valueColumns() -> [(isBudget: Bool, column: Int?)] {
    let header = table.rows.lazy.flatMap(\.tokens).prefix { figure($0) == nil }
    let heads = header.filter { Self.isHead($0.normal) }
    var columns: [(isBudget: Bool, column: Int?)] = []
    var seen: [Bool: Set<Int>] = [:]
    for head in heads {
      let own = (isBudget: head.normal.contains(Self.budget), column: head.column)
      // The next page may print the header again.
      let isNew = own.column.map { seen[own.isBudget, default: []].insert($0).inserted } ?? true
      if isNew { columns.append(own) }
    }
    return columns.isEmpty ? [(false, nil)] : columns
  }
}

extension ThreePublicReader.Result {
  /// Takes whole numbers among figures with decimals for none of them where the row balances without them and not with
  /// them.
  fileprivate mutating func dropStrays() {
    guard let row else { return }
    let kept = row.figures.indices.filter { !(row.figures[$0].token.number.map(Numbering.isWhole) ?? false) }
    guard kept.count < row.figures.count, !balances(row) else { return }
    var rest = row
    rest.figures = kept.map { row.figures[$0] }
    rest.blanks = []
    if !row.allowed.isEmpty { rest.allowed = kept.map { row.allowed[$0] } }
    if balances(rest) { self.row = rest }
  }

  private func balances(_ row: FormRow) -> Bool {
    let rules = RowRules(form: .gk09, side: .none, measures: measures)
    return !ReadingEnumerator(rules: rules, measures: measures).balanced(row).isEmpty
  }
}
