import Accounts
import Classification

/// One line of one side of gk01 or gk04.
struct SideLine {
  var label: String
  var figures: [GridCell]

  /// A line of which only its 行次 is printed.
  static func empty(_ width: Int) -> SideLine {
    SideLine(label: "", figures: Array(repeating: .blank, count: width))
  }
}

/// Puts the two sides of gk01 and gk04 beside each other and counts their lines.
extension FormPrinter {
  /// Rows of label, 行次 and figures on the left, and the same on the right.
  ///
  /// - Parameters:
  ///   - left: The lines of revenue.
  ///   - right: The lines of expenditure, as many.
  ///   - totals: How many of the last lines are totals and balances.
  func twoSided(_ left: [SideLine], _ right: [SideLine], totals: Int) -> [GridRow] {
    zip(left, right).enumerated().map { index, lines in
      let kind: GridRow.Kind = index >= left.count - totals ? .total : .data
      return GridRow(kind, side(lines.0, number: index + 1) + side(lines.1, number: left.count + index + 1))
    }
  }

  /// A row that says 栏次 on both sides and counts the columns of figures.
  func sideColumnNumbers(left: Int, right: Int) -> [GridRow] {
    guard style.hasColumnNumbers, style.hasLineNumbers else { return [] }
    let label = [GridCell("栏次"), .blank]
    let leftNumbers = (1...left).map { GridCell(String($0), .number) }
    let rightNumbers = (left + 1...left + right).map { GridCell(String($0), .number) }
    return [GridRow(.columnNumbers, label + leftNumbers + label + rightNumbers)]
  }

  /// The label of a line, numbered in Chinese.
  static func numbered(_ labels: [String]) -> [String] {
    labels.enumerated().map { ChineseNumeral.text($0 + 1) + "、" + $1 }
  }

  /// The labels of the lines of expenditure by class.
  func classLabels(_ lines: ClassLines) -> [String] {
    Self.numbered(lines.codes.map { subjects.name(of: $0) })
  }

  private func side(_ line: SideLine, number: Int) -> [GridCell] {
    let label = GridCell(line.label, .name)
    return style.hasLineNumbers ? [label, GridCell(String(number), .number)] + line.figures : [label] + line.figures
  }
}
