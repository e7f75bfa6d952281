import Accounts
import Classification

/// Reads gk09 in its three shapes: budget and actual half side by side, pairs under each item, items as rows.
struct ThreePublicReader {
  private let table: CleanedTable
  private let unit: MoneyUnit
  private let columnNumbers: Set<SourceSpan>
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
    return reader.itemsAsRows() ?? reader.oneRow()
  }

  private init(_ table: CleanedTable, unit: MoneyUnit) {
    self.table = table
    self.unit = unit
    columnNumbers = Numbering.columnNumbers(in: table.rows)
    hasUniformDecimals = Numbering.hasUniformDecimals(table.rows)
  }

  // MARK: one row of figures

  private func oneRow() -> Result {
    let header = table.rows.flatMap(\.tokens).filter { $0.number == nil }
    let measures = measures(of: header)
    var row: FormRow?
    var width = 0
    for tableRow in table.rows {
      let figures = tableRow.tokens.compactMap(figure)
      guard !figures.isEmpty else { continue }
      width = max(width, tableRow.width)
      var open = row ?? FormRow(kind: .total, span: figures[0].token.span)
      open.figures += figures
      open.span = figures.reduce(open.span) { $0.union($1.token.span) }
      row = open
    }
    return Result(row: row, measures: measures, hypotheses: hypotheses(measures, width: width))
  }

  /// A token's figure; nil for text and for the numbers of columns.
  private func figure(_ token: Token) -> PrintedFigure? {
    guard let number = token.number, let amount = number.amount(in: unit) else { return nil }
    if number.isPlainInteger, number.digits != 0, hasUniformDecimals || columnNumbers.contains(token.span) {
      return nil
    }
    return PrintedFigure(token: token, amount: amount, halfUnit: number.halfUnit(in: unit))
  }

  /// The measures in printed order: halves or pairs, with reception before or behind the vehicles.
  private func measures(of header: [Token]) -> [Measure] {
    let budgets = header.count { $0.normal.contains("预算数") }
    let actuals = header.count { $0.normal.contains("决算数") }
    let vehicles = header.firstIndex { $0.normal.contains("用车") } ?? 0
    let reception = header.firstIndex { $0.normal.contains("接待") } ?? header.count
    let order = reception < vehicles ? [0, 1, 5, 2, 3, 4] : [0, 1, 2, 3, 4, 5]
    let budget = order.map { Measure.threePublicBudget[$0] }
    let actual = order.map { Measure.threePublicActual[$0] }
    if budgets >= 3, actuals >= 3 { return zip(budget, actual).flatMap { [$0, $1] } }
    if budgets == 0 { return actual }
    let budgetFirst =
      (header.firstIndex { $0.normal.contains("预算数") } ?? 0) <= (header.firstIndex { $0.normal.contains("决算数") } ?? 0)
    return budgetFirst ? budget + actual : actual + budget
  }

  /// By the row that numbers the columns, and by the width of the grid where it has one column for each measure.
  private func hypotheses(_ measures: [Measure], width: Int) -> [[Int: Measure]] {
    var found: [[Int: Measure]] = []
    for row in table.rows {
      let numbers = row.tokens.compactMap { token in
        token.number.flatMap { number in token.column.map { (Int(number.digits), $0) } }
      }
      if numbers.count == measures.count, numbers.map(\.0) == Array(1...numbers.count) {
        found.append(Dictionary(uniqueKeysWithValues: numbers.map { ($0.1, measures[$0.0 - 1]) }))
      }
    }
    if width == measures.count {
      found.append(Dictionary(uniqueKeysWithValues: measures.enumerated().map { ($0, $1) }))
    }
    return found
  }

  // MARK: items as rows

  /// Items one below the other, each with its budget and its actual figure; nil for other shapes.
  ///
  /// A header that names the items stands above all figures; items as rows have figures between their labels.
  private func itemsAsRows() -> Result? {
    let columns = valueColumns()
    let entries = entries()
    guard entries.count >= 3, entries.dropLast().contains(where: { !$0.figures.isEmpty }) else { return nil }
    var row = FormRow(kind: .total, span: table.span)
    var measures: [Measure] = []
    for entry in entries where !measures.contains(Measure.threePublicActual[entry.item]) {
      let own = columns.map { ($0.isBudget ? Measure.threePublicBudget : Measure.threePublicActual)[entry.item] }
      measures += own
      guard entry.figures.count <= own.count else { continue }
      for (index, figure) in entry.figures.enumerated() {
        row.figures.append(figure)
        if let column = columns.firstIndex(where: { $0.column != nil && $0.column == figure.token.column }) {
          row.allowed.append([own[column]])
        } else {
          row.allowed.append(entry.figures.count == own.count ? [own[index]] : own)
        }
      }
    }
    return Result(row: row, measures: measures, hypotheses: [])
  }

  /// The labelled items in printed order, each with the figures behind its label.
  private func entries() -> [(item: Int, figures: [PrintedFigure])] {
    var entries: [(items: Set<Int>, figures: [PrintedFigure])] = []
    var isOpen = false
    for token in table.rows.lazy.flatMap(\.tokens) {
      if let figure = figure(token) {
        if isOpen { entries[entries.count - 1].figures.append(figure) }
      } else if token.number == nil {
        let items = ThreePublicLabel.items(token.normal)
        isOpen = !items.isEmpty
        if isOpen { entries.append((items, [])) }
      }
    }
    let items = ThreePublicLabel.decided(entries.map(\.items))
    return zip(entries, items).compactMap { entry, item in item.map { ($0, entry.figures) } }
  }

  /// The heads of the value columns in order: true for a budget figure, with the grid column where there is one.
  private func valueColumns() -> [(isBudget: Bool, column: Int?)] {
    let header = table.rows.lazy.flatMap(\.tokens).prefix { figure($0) == nil }
    let heads = header.filter { $0.normal.contains("预算数") || $0.normal.contains("决算数") }
    return heads.isEmpty ? [(false, nil)] : heads.map { ($0.normal.contains("预算数"), $0.column) }
  }
}
