import Accounts
import Classification
import Testing

@testable import Transform

@Suite struct EvaluationChecksTests {
  private func form(score: String, actual: String = "≥3次") -> String {
    """
    2022年度普查项目自评表

    项目名称|普查项目||||
    主管部门|县统计局|项目实施单位|普查中心||
    预算执行情况(万元)||预算数(A)|执行数(B)|执行率(B/A)|得分
    |年度财政资金总额|40.00|40.00|100%|20
    一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|得分
    产出指标|数量指标|入户次数|≥3次|3次|40
    |质量指标|差错率|≤1%|1%|40
    总分|\(score)||||
    """
  }

  @Test func aScoreBelowItsPointsIsFound() throws {
    #expect(try performance(form(score: "10")).findings(.scoreDiffers).map(\.story) == ["score-differs 10 -> 100"])
    #expect(try performance(form(score: "100")).findings(.scoreDiffers).isEmpty)
  }

  @Test func theWholeUnitsEvaluationIsComparedWithTheForms() throws {
    let unit = """
      2022年度部门整体绩效自评表

      单位名称|县统计局||||
      基本支出总额|880.00万元|项目支出总额|20.00万元||
      一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|得分
      产出指标|数量指标|入户次数|≥3次|3次|40
      """
    let found = try performance(unit).findings(.evaluationFormDiffers)
    #expect(found.map(\.story) == ["evaluation-form-differs 8800000.00 -> 9000000.00"])
    #expect(found.first?.form == .gk03)
  }

  @Test func targetsThatStandOneRowOffAreFound() throws {
    func indicators(_ targets: [String]) -> String {
      let names = ["入户次数", "走访企业", "差错程度"]
      return zip(names, targets).map { "产出指标|数量指标|\($0)|\($1)|\($1)|10" }.joined(separator: "\n")
    }
    let head = "一级指标|二级指标|三级指标|年初目标值(A)|实际完成值(B)|得分"
    let text = """
      2022年度部门整体绩效自评表

      单位名称|县统计局||||
      \(head)
      \(indicators(["3次", "5家", "7分"]))

      2022年度普查项目自评表

      项目名称|普查项目||||
      \(head)
      \(indicators(["5家", "7分", "3次"]))
      """
    let read = try performance(text)
    #expect(read.findings(.indicatorDiffers).map(\.story).first == "indicator-differs 5家 -> 3次")
    #expect(read.findings(.indicatorsShifted).count == 1)
  }
}
