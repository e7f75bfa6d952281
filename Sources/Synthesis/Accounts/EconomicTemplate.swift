import Accounts
import Classification

/// The economic subjects (支出经济分类) that the template of gk06 prints.
enum EconomicTemplate {
  /// 301 工资福利支出.
  static let wages = [
    "30101", "30102", "30103", "30106", "30107", "30108", "30109", "30110", "30111", "30112", "30113", "30114", "30199",
  ]
  /// 303 对个人和家庭的补助.
  static let benefits = [
    "30301", "30302", "30303", "30304", "30305", "30306", "30307", "30308", "30309", "30310", "30399",
  ]
  /// 302 商品和服务支出.
  static let goodsAndServices = [
    "30201", "30202", "30203", "30204", "30205", "30206", "30207", "30208", "30209", "30211", "30212", "30213", "30214",
    "30215", "30216", "30217", "30218", "30224", "30225", "30226", "30227", "30228", "30229", "30231", "30239", "30240",
    "30299",
  ]
  /// 310 资本性支出.
  static let capital = ["31002", "31003", "31007", "31013", "31022", "31099"]

  /// The rows of the side of personnel, with the classes.
  static let personnelRows = ["301"] + wages + ["303"] + benefits
  /// The rows of the side of public expenditure for goods and services.
  static let goodsRows = ["302"] + goodsAndServices
  /// The rows of the side of public expenditure for capital.
  static let capitalRows = ["310"] + capital

  /// The name of a subject in a fiscal year.
  static func name(of code: String, in year: FiscalYear) -> String {
    SubjectTable.economic(in: year)[code]?.name ?? code
  }
}
