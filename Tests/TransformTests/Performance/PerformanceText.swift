import Accounts

@testable import Transform

/// What transform makes of `forms` in the attachments and `summary` among the project results; `|` stands for a tab.
func performance(_ forms: String, summary: String = "", spent: String = "900.00") throws -> Disclosure {
  let text = """
    沛县统计局2022年度部门决算

    第一部分 沛县统计局概况
    负责全县统计工作。
    第二部分 沛县统计局2022年度部门决算表

    支出决算表
    单位：万元
    科目编码|科目名称|合计|基本支出|项目支出
    合计||\(spent)|\(spent)|
    2010501|行政运行|\(spent)|\(spent)|

    第三部分 沛县统计局2022年度部门决算情况说明

    十、预算绩效情况说明

    （三）项目支出自评结果

    \(summary)

    第六部分 附件

    \(forms)
    """
  return Transformer.transform(try cleanedText(text))
}

/// The form of one project with `rows` below its heading of indicators.
func projectForm(_ rows: String, heading: String = "年度绩效目标1|一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)") -> String {
  """
  2022年度普查项目自评表

  项目名称||普查项目|||
  主管部门||县统计局|项目实施单位|普查中心|
  预算执行情况(万元)|||预算数(A)|执行数(B)|执行率(B/A)
  ||年度财政资金总额|40.00|30.00|75%
  \(heading)
  \(rows)
  """
}

extension Indicator {
  /// `level1/level2/name: target -> actual`.
  var summary: String { "\(level1)/\(level2)/\(name): \(target) -> \(actual)" }
}
