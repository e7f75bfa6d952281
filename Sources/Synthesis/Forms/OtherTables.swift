import Accounts
import Classification

extension Variants.OtherTable {
  /// The form behind which the table stands.
  var precedingForm: Form {
    switch self {
    case .revenueByUnit: .gk02
    case .specialAccount: .gk03
    case .assets: .gk09
    case .procurement: .gk08
    }
  }
}

/// Tables among the forms that are none of the nine, though some end alike and hold the same figures.
extension FormPrinter {
  func otherTable(_ table: Variants.OtherTable) -> RenderedForm {
    switch table {
    case .procurement: procurement
    case .assets: assets
    case .specialAccount: specialAccount
    case .revenueByUnit: revenueByUnit
    }
  }

  private func figure(_ hundredths: Int64) -> GridCell { amountCell(hundredths, in: style.moneyUnit) }

  /// Money bought with the goods and services of gk06.
  private var procurement: RenderedForm {
    let goods = accounts.economicSum("302", "310")
    let parts = [goods / 3, goods / 5, goods / 7]
    let total = parts.reduce(0, +)
    let header = [
      GridRow(.header, [GridCell("项目"), GridCell("采购预算数"), GridCell("采购决算数", columns: 2)]),
      GridRow(.header, [GridCell("栏次"), GridCell("1", .number), GridCell("2", .number), GridCell("3", .number)]),
    ]
    let rows = zip(["合计", "货物", "工程", "服务"], [total] + parts).map { label, value in
      GridRow(.data, [GridCell(label), figure(value + value / 9), figure(value), figure(value / 2)])
    }
    return RenderedForm(form: nil, title: "政府采购支出决算表", rows: header + rows)
  }

  /// Counts of things, and their value.
  private var assets: RenderedForm {
    let goods = accounts.economicSum("302", "310")
    let header = GridRow(.header, ["项目", "数量", "价值"].map { GridCell($0) })
    let rows = [
      ("房屋（平方米）", "1280", goods * 4), ("车辆（辆）", "\(year.year % 7 + 1)", goods), ("单价100万元以上设备（台、套）", "2", goods / 2),
    ]
    return RenderedForm(
      form: nil, title: "国有资产占用情况表",
      rows: [header] + rows.map { GridRow(.data, [GridCell($0.0), GridCell($0.1, .number), figure($0.2)]) })
  }

  /// The special account of fees; it has subjects like the forms.
  private var specialAccount: RenderedForm {
    let items = accounts.items.filter { $0.other.revenue > 0 }
    let header = GridRow(.header, ["科目编码", "科目名称", "年初结余", "本年收入", "本年支出", "年末结余"].map { GridCell($0) })
    let total = items.reduce(0) { $0 + $1.other.revenue }
    let rows = items.map { item in
      GridRow(
        .data,
        [GridCell(item.code, .code), GridCell(subjects.name(of: item.code), .name), figure(0)]
          + [item.other.revenue, item.other.revenue].map(figure) + [figure(0)])
    }
    let sum = GridRow(.total, [GridCell("合计", columns: 2), figure(0), figure(total), figure(total), figure(0)])
    return RenderedForm(form: nil, title: "财政专户管理资金收入支出决算表", rows: [header, sum] + rows)
  }

  /// gk02 by unit: the same columns, but units instead of subjects.
  private var revenueByUnit: RenderedForm {
    let measures = Form.gk02.measures
    let header = GridRow(.header, [GridCell("单位名称")] + measures.map { GridCell(ColumnLabel.text(.gk02, $0)) })
    let sums = measures.map { accounts.sum(.gk02, $0) }
    let own = sums.map { $0 / 3 }
    let rows = [("合计", sums), ("本级", own), ("所属服务站", zip(sums, own).map { $0 - $1 })].map { label, values in
      GridRow(label == "合计" ? .total : .data, [GridCell(label, .name)] + values.map(figure))
    }
    return RenderedForm(form: nil, title: "收入决算表（分单位）", rows: [header] + rows)
  }
}
