import Accounts
import Testing

@testable import Transform

@Suite struct ProjectChecksTests {
  private func findings(_ projects: [Project], _ disclosure: Disclosure = emptyDisclosure()) -> [Finding] {
    ProjectChecks.findings(projects, Ledger(disclosure))
  }

  @Test func theSummaryIsComparedWithTheForm() {
    let found = findings([
      project(.summary, "普查工作经费", budget: "50", actual: "41"), project(.form, "普查项目", budget: "50", actual: "47"),
    ])
    #expect(found.map(\.story) == ["project-differs 410000.00 -> 470000.00"])
    #expect(found.first?.fact == "summary/普查工作经费/actual")
  }

  @Test func namesThatTwoFormsShareArePairedWithNeither() {
    let found = findings([
      project(.summary, "宣传", budget: "50", actual: "41"), project(.form, "宣传一期", budget: "30", actual: "30"),
      project(.form, "宣传二期", budget: "20", actual: "20"),
    ])
    #expect(found.isEmpty)
  }

  @Test func anExecutionRateIsRecomputed() {
    #expect(findings([project(.form, "普查", budget: "50.00", actual: "40.00", rate: "80")]).isEmpty)
    #expect(
      findings([project(.form, "普查", budget: "50.00", actual: "51.00", rate: "100.0")]).map(\.story)
        == ["rate-differs 100.0 -> 102.0"])
  }

  @Test func allProjectsMakeWhatWasEvaluated() {
    let title = "十三、预算绩效情况说明"
    let text = "本单位组织开展绩效自评，共涉及项目2个，资金70.00万元。"
    let two = [
      project(.summary, "普查", budget: "40.00", actual: "40.00"),
      project(.summary, "巡查", budget: "31.00", actual: "31.00"),
    ]
    #expect(
      findings(two, crossChecked([], title, text)).map(\.story) == ["project-sum-differs 710000.00 -> 700000.00"])
  }

  @Test func anotherNumberOfProjectsIsFound() {
    let text = "本单位组织开展绩效自评，共涉及项目2个。"
    let places = [ProjectSource.summary, .form].flatMap { place in
      ["普查", "巡查", "宣传"].map { project(place, $0, budget: "4.00", actual: "4.00") }
    }
    #expect(
      findings(places, crossChecked([], "十三、预算绩效情况说明", text)).map(\.story) == ["project-count-differs 2 -> 3"])
  }
}
