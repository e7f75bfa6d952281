import Accounts

/// A fixed line of the two-sided forms gk01 and gk04: its row key and the words that name it.
public struct LineTemplate: Sendable {
  /// The side on which it stands.
  public let side: Side
  /// Its key in the datasets.
  public let row: RowKey
  /// The official name, without the number in front.
  public let name: String
  /// All names that it goes by, reduced for comparison.
  public let labels: [NormalText]

  private init(_ side: Side, _ row: RowKey, _ names: [String]) {
    self.side = side
    self.row = row
    name = names.first ?? ""
    labels = names.map { NormalText($0) }
  }

  /// The lines of a form, without the classes of expenditure, which the classification names.
  public static func lines(of form: Form) -> [LineTemplate] {
    form == .gk01 ? gk01 : form == .gk04 ? gk04 : []
  }

  private static let totals: [LineTemplate] = [
    LineTemplate(.revenue, "revenue_total", ["本年收入合计"]),
    LineTemplate(.expenditure, "expenditure_total", ["本年支出合计"]),
    LineTemplate(.revenue, "grand_total", ["收入总计"]),
    LineTemplate(.expenditure, "grand_total", ["支出总计"]),
  ]

  private static let gk01: [LineTemplate] =
    [
      // Until 2018 one line for all budgets, with 其中 政府性基金 below it.
      LineTemplate(.revenue, "fiscal_appropriation", ["财政拨款收入", "财政拨款"]),
      LineTemplate(
        .revenue, "general_public", ["一般公共预算财政拨款收入", "一般公共预算财政拨款", "一般公共预算拨款收入", "公共预算财政拨款收入"]),
      LineTemplate(
        .revenue, "government_fund", ["政府性基金预算财政拨款收入", "政府性基金预算财政拨款", "政府性基金预算拨款收入", "政府性基金收入"]),
      LineTemplate(
        .revenue, "state_capital",
        ["国有资本经营预算财政拨款收入", "国有资本经营预算财政拨款", "国有资本经营财政拨款收入", "国有资本经营预算拨款收入", "国有资本经营预算收入"]),
      LineTemplate(.revenue, "superior_subsidy", ["上级补助收入"]),
      LineTemplate(.revenue, "institutional", ["事业收入"]),
      LineTemplate(.revenue, "operating", ["经营收入", "事业单位经营收入"]),
      LineTemplate(.revenue, "affiliated_remittance", ["附属单位上缴收入", "附属单位缴款"]),
      LineTemplate(.revenue, "other", ["其他收入"]),
      LineTemplate(
        .revenue, "non_fiscal_surplus_used", ["使用非财政拨款结余", "使用非财政拨款结余(含专用结余)", "用事业基金弥补收支差额", "使用非财政拨款结余和专用结余"]),
      LineTemplate(.revenue, "opening_balance", ["年初结转和结余", "上年结转和结余", "上年结转", "年初结转"]),
      LineTemplate(.expenditure, "surplus_distribution", ["结余分配"]),
      LineTemplate(.expenditure, "closing_balance", ["年末结转和结余", "结转下年", "年末结转"]),
    ] + totals

  private static let gk04: [LineTemplate] =
    [
      LineTemplate(
        .revenue, "general_public", ["一般公共预算财政拨款", "一般公共预算财政拨款收入", "公共预算财政拨款", "一般公共预算拨款"]),
      LineTemplate(
        .revenue, "government_fund", ["政府性基金预算财政拨款", "政府性基金预算财政拨款收入", "政府性基金预算拨款"]),
      LineTemplate(
        .revenue, "state_capital", ["国有资本经营预算财政拨款", "国有资本经营预算财政拨款收入", "国有资本经营财政拨款", "国有资本经营预算拨款"]),
      LineTemplate(
        .revenue, "opening_balance", ["年初财政拨款结转和结余", "上年财政拨款结转和结余", "年初结转和结余", "上年结转和结余", "上年结转", "年初财政拨款结转"]),
      LineTemplate(.expenditure, "closing_balance", ["年末财政拨款结转和结余", "年末结转和结余", "结转下年", "年末财政拨款结转"]),
    ] + totals
}
