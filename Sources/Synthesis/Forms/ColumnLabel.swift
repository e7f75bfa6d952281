import Accounts
import Classification

/// What the columns of the forms are called.
enum ColumnLabel {
  /// The label of a column that stands on its own.
  static func text(_ form: Form, _ measure: Measure) -> String {
    switch measure {
    case .total: form == .gk02 ? "本年收入合计" : form == .gk03 ? "本年支出合计" : "合计"
    case .fiscalAppropriation: "财政拨款收入"
    case .superiorSubsidy: "上级补助收入"
    case .institutional: "事业收入"
    case .operating: form == .gk02 ? "经营收入" : "经营支出"
    case .affiliatedRemittance: "附属单位上缴收入"
    case .other: "其他收入"
    case .remittedToSuperior: "上缴上级支出"
    case .affiliatedSubsidy: "对附属单位补助支出"
    case .openingBalance: "年初结转和结余"
    case .revenue: "本年收入"
    case .closingBalance: "年末结转和结余"
    case .generalPublic: "一般公共预算财政拨款"
    case .governmentFund: "政府性基金预算财政拨款"
    case .stateCapital: "国有资本经营预算财政拨款"
    default: grouped(measure)
    }
  }

  /// The label of a column below 本年支出.
  static func grouped(_ measure: Measure) -> String {
    switch measure {
    case .basic: "基本支出"
    case .project: "项目支出"
    default: "小计"
    }
  }

  /// The labels of gk09 in the template's order; the measures of its halves are in the same order.
  static let threePublic = [
    "合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费",
  ]
}
