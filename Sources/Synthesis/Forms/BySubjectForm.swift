import Accounts
import Classification

/// gk02, gk03, gk05, gk07 and gk08: one row per functional subject.
extension FormPrinter {
  func bySubject(_ form: Form) -> RenderedForm {
    let measures = columns(of: form)
    var rows = header(form, measures)
    let total = totalRow(form, measures)
    if style.totalRow == .first { rows.append(total) }
    for code in codes(of: form) {
      rows.append(row(form, code, measures))
    }
    if style.totalRow == .last { rows.append(total) }
    return RenderedForm(form: form, title: title(of: form), rows: rows, notes: notes(form))
  }

  private func columns(of form: Form) -> [Measure] {
    switch form {
    case .gk08 where !style.hasStateCapitalBalances: [.total, .basic, .project]
    case .gk05 where hasGeneralBalances: Form.gk07.measures
    default: form.measures
    }
  }

  private var hasGeneralBalances: Bool { style.variants.generalPublicTitle == .withBalances }

  /// The codes of the rows: those with any figure, with their parents unless the style prints items only.
  private func codes(of form: Form) -> [String] {
    let items = accounts.items.filter { item in columns(of: form).contains { (item.value(in: form, $0) ?? 0) != 0 } }
      .map(
        \.code)
    if style.itemsOnly.contains(form) { return items }
    return Set(items.flatMap { [String($0.prefix(3)), String($0.prefix(5)), $0] }).sorted()
  }

  private func row(_ form: Form, _ code: String, _ measures: [Measure]) -> GridRow {
    let name = GridCell(subjects.name(of: code), .name)
    let key = RowKey(code)
    let figures = measures.map { figure(form, key, $0, accounts.sum(form, $0, below: code)) }
    return GridRow(.data, codeCells(code) + [name] + figures)
  }

  /// A cell of a column; the datasets hold no balances of gk05.
  private func figure(_ form: Form, _ row: RowKey, _ measure: Measure, _ hundredths: Int64) -> GridCell {
    form.measures.contains(measure)
      ? amount(form, .none, row, measure, hundredths) : amountCell(hundredths, in: style.unit(of: form))
  }

  private func codeCells(_ code: String) -> [GridCell] {
    switch style.codeColumns {
    case .single: [GridCell(code, .code)]
    case .wide: [GridCell(code, .code, columns: 3)]
    case .split:
      [
        GridCell(String(code.prefix(3)), .code), GridCell(String(code.dropFirst(3).prefix(2)), .code),
        GridCell(String(code.dropFirst(5)), .code),
      ]
    }
  }

  private func totalRow(_ form: Form, _ measures: [Measure]) -> GridRow {
    let figures = measures.map { figure(form, .total, $0, accounts.sum(form, $0)) }
    let label =
      style.codeColumns == .single
      ? [GridCell("合计", columns: 2)] : [GridCell.blank, .blank, .blank, GridCell("合计")]
    return GridRow(.total, label + figures)
  }

  private var codeWidth: Int { style.codeColumns == .single ? 1 : 3 }

  private func header(_ form: Form, _ measures: [Measure]) -> [GridRow] {
    let numbersColumns = style.hasColumnNumbers
    let hasThird = codeWidth == 3 || numbersColumns
    var first = [GridCell("项目", columns: codeWidth + 1)]
    var second = [GridCell("功能分类科目编码", columns: codeWidth), GridCell("科目名称")]
    let group: Set<Measure> =
      form == .gk07 || form == .gk08 || form == .gk05 && (numbersColumns || hasGeneralBalances)
      ? [.total, .basic, .project] : []
    for measure in measures {
      if group.contains(measure) {
        if measure == .total { first.append(GridCell("本年支出", columns: 3)) }
        second.append(GridCell(ColumnLabel.grouped(measure)))
      } else {
        first.append(GridCell(ColumnLabel.text(form, measure), rows: 2))
        second.append(Self.covered)
      }
    }
    var rows = [GridRow(.header, first), GridRow(.header, second)]
    guard hasThird else { return rows }
    var third = codeWidth == 3 ? [GridCell("类"), GridCell("款"), GridCell("项")] : []
    if style.totalRow == .inHeader {
      third += [GridCell("合计")] + measures.map { figure(form, .total, $0, accounts.sum(form, $0)) }
      rows.append(GridRow(.total, third))
    } else if numbersColumns {
      third += [GridCell("栏次", columns: codeWidth == 3 ? 1 : 2)]
      rows.append(GridRow(.columnNumbers, third + measures.indices.map { GridCell(String($0 + 1), .number) }))
    } else {
      rows.append(GridRow(.header, third + [.blank] + measures.map { _ in .blank }))
    }
    return rows
  }

  /// The place under a cell of two rows.
  private static var covered: GridCell {
    var cell = GridCell.blank
    cell.isCovered = true
    return cell
  }

  private func notes(_ form: Form) -> [String] {
    let note = "注：本表列示本单位当年\(form == .gk02 ? "各项收入" : "各项支出")。"
    guard style.printsIdentities, style.hasColumnNumbers else { return [note] }
    switch form {
    case .gk02: return [note, "1栏各行＝（2＋3＋…＋7）栏各行。"]
    case .gk03: return [note, "1栏各行＝（2＋3＋4＋5＋6）栏各行。"]
    case .gk07: return [note, "6栏各行＝（1＋2－3）栏各行；3栏各行＝（4＋5）栏各行。"]
    case .gk08 where style.hasStateCapitalBalances, .gk05 where hasGeneralBalances:
      return [note, "6栏各行＝（1＋2－3）栏各行；3栏各行＝（4＋5）栏各行。"]
    default: return [note, "1栏各行＝（2＋3）栏各行。"]
    }
  }
}
