import Accounts
import Classification

/// 会议费, 培训费 and 机关运行经费 beside the three public expenses of gk09: the datasets hold none of them.
extension FormPrinter {
  /// Budget and actual amount; 机关运行经费 has no budget.
  private var extras: [(label: String, budget: Int64?, actual: Int64)] {
    style.variants.extraExpenses.map { expense in
      switch expense {
      case .meetings: (expense.rawValue, accounts.economicSum("30215") * 5 / 4, accounts.economicSum("30215"))
      case .training: (expense.rawValue, accounts.economicSum("30216") * 6 / 5, accounts.economicSum("30216"))
      case .operatingCost: (expense.rawValue, nil, accounts.economicSum("302", "310"))
      }
    }
  }

  private func figure(_ hundredths: Int64) -> GridCell { amountCell(hundredths, in: style.unit(of: .gk09)) }

  /// The columns of the other expenses, last in each half.
  func besideHalves(_ rows: [GridRow]) -> [GridRow] {
    guard !extras.isEmpty else { return rows }
    let middle = 6
    let budgets = extras.compactMap { extra in extra.budget.map { (extra.label, $0) } }
    let actuals = extras.map { ($0.label, $0.actual) }
    return rows.enumerated().map { index, row in
      var row = row
      row.cells.insert(contentsOf: halfCells(budgets, row, index, first: middle), at: middle)
      row.cells += halfCells(actuals, row, index, first: middle + budgets.count + middle)
      if index == 0 {
        row.cells[0].columnSpan = middle + budgets.count
        row.cells[middle + budgets.count].columnSpan = middle + actuals.count
      }
      if row.kind == .columnNumbers {
        for column in row.cells.indices { row.cells[column].text = String(column + 1) }
      }
      return row
    }
  }

  private func halfCells(_ expenses: [(String, Int64)], _ row: GridRow, _ index: Int, first: Int) -> [GridCell] {
    expenses.map { label, amount in
      switch row.kind {
      case .data: figure(amount)
      case .columnNumbers: GridCell("0", .number)
      default: index == 1 ? GridCell(label, rows: 2) : Self.coveredCell
      }
    }
  }

  /// The columns of the other expenses behind the pairs.
  func besidePairs(_ rows: [GridRow]) -> [GridRow] {
    guard !extras.isEmpty else { return rows }
    return rows.enumerated().map { index, row in
      var row = row
      for extra in extras {
        let width = extra.budget == nil ? 1 : 2
        switch (row.kind, index) {
        case (.data, _): row.cells += (extra.budget.map { [figure($0)] } ?? []) + [figure(extra.actual)]
        case (_, 0):
          row.cells += [GridCell(extra.label, columns: width, rows: 2)]
          row.cells += Array(repeating: Self.coveredCell, count: width - 1)
        case (_, 1): row.cells += Array(repeating: Self.coveredCell, count: width)
        default: row.cells += width == 1 ? [GridCell("决算数")] : [GridCell("预算数"), GridCell("决算数")]
        }
      }
      return row
    }
  }

  /// The rows of the other expenses below the items.
  func extraRows() -> [GridRow] {
    extras.enumerated().map { index, extra in
      let budget = extra.budget.map(figure) ?? GridCell("")
      return GridRow(.data, [GridCell("\(index + 4).\(extra.label)", .name), budget, figure(extra.actual)])
    }
  }

  /// A place that another cell covers.
  private static var coveredCell: GridCell {
    var cell = GridCell.blank
    cell.isCovered = true
    return cell
  }
}
