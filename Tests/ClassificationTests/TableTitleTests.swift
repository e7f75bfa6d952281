import Accounts
import Classification
import Testing

@Suite struct TableTitleTests {
  private func title(_ text: String) -> TableTitle? { TableTitle(NormalText(text)) }

  @Test(arguments: [
    (Form.gk01, ["收入支出决算总表", "2024年度收入支出决算总表", "部门收支决算总表", "收入支出决算表", "2019年部门决算收支总表"]),
    (.gk02, ["收入决算表", "2022年度收入决算表", "部门收入决算总表", "收入决算明细表"]),
    (.gk03, ["支出决算表", "2022 年度支出决算表", "部门支出决算总表", "支出决算明细表"]),
    (.gk04, ["财政拨款收入支出决算总表", "财政拨款收支决算总表", "财政拨款收入支出决算表"]),
    (
      .gk05,
      [
        "一般公共预算财政拨款支出决算表", "一般公共预算支出决算表", "财政拨款支出决算明细表", "公共预算财政拨款支出决算表",
        "一般公共预算财政拨款收入支出决算表", "一般公共预算财政拨款支出决算表（按功能分类科目）",
      ]
    ),
    (
      .gk06,
      [
        "一般公共预算财政拨款基本支出决算明细表", "一般公共预算财政拨款基本支出决算表", "基本支出决算表",
        "一般公共预算基本支出决算表（按经济分类）",
      ]
    ),
    (
      .gk07,
      [
        "政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款收支决算表", "政府性基金预算支出决算表",
        "政府性基金收支决算表", "政府性基金预算财政拨款收入支出决算表（空表）",
      ]
    ),
    (
      .gk08,
      ["国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款收入支出决算表", "国有资本经营预算支出决算表"]
    ),
    (
      .gk09,
      [
        "财政拨款“三公”经费支出决算表", "一般公共预算财政拨款“三公”经费支出决算表", "“三公”经费决算表",
        "一般公共预算财政拨款\"三公\"经费及机关运行经费支出决算表", "财政拨款“三公”经费、会议费、培训费支出决算表",
      ]
    ),
  ])
  func aFormIsKnownByItsTitleInManyWordings(form: Form, titles: [String]) {
    for text in titles { #expect(title(text) == .form(form), "\(text)") }
  }

  @Test(arguments: [
    "一、收入支出决算总表", "（一）收入支出决算总表", "表1 收入支出决算总表", "2021年度收入支出决算总表（表1）", "收入支出决算总表 公开01表",
    "某县水务局2024年度收入支出决算总表", "收 入 支 出 决 算 总 表", "收入支出决算总表（续）", "收入支出决算总表续",
  ])
  func numbersYearsAndUnitsAroundATitleChangeNothing(text: String) {
    #expect(title(text) == .form(.gk01))
  }

  @Test(
    arguments: ["附表1：收入支出决算总表", "表一：收入支出决算总表", "公开01表 收入支出决算总表"])
  func aFormNumberMayStandBeforeTheTitle(text: String) {
    #expect(title(text) == .form(.gk01))
  }

  @Test(arguments: ["2024年度部门决算表", "某局单位决算表", "部门决算报表", "第二部分 2024年度部门决算表", "部门决算公开表"])
  func theHeadingOfAllFormsIsNoTable(text: String) {
    #expect(title(text) == nil)
  }

  @Test(arguments: [
    "收入支出决算总体情况说明", "本表反映部门本年度的收支，数据取自收入支出决算总表。", "三、支出决算情况说明",
    "2022年收入10万元，支出9万元，见决算表", "代表", "",
  ])
  func sentencesAndHeadingsOfTheNarrativeAreNoTitles(text: String) {
    #expect(title(text) == nil)
  }

  @Test(arguments: ["部门收支预算总表", "一般公共预算支出表", "政府性基金预算支出预算表", "2024年部门支出预算表", "国有资本经营预算支出预算表"])
  func tablesOfABudgetAreNoForms(text: String) {
    #expect(title(text) == .other)
  }

  @Test(
    arguments: ["一般公共预算“三公”经费支出预算表", "“三公”经费预算表", "2024年财政拨款“三公”经费预算表"])
  func threePublicExpensesOfABudgetAreNoForm(text: String) {
    #expect(title(text) == .other)
  }

  @Test(arguments: [
    "项目支出决算表", "一般公共预算财政拨款项目支出决算表", "财政专户管理资金收入支出决算表", "政府采购支出决算表", "国有资产占用情况表",
    "部门整体支出绩效自评表", "会议费支出决算表", "收入决算表（分单位）", "分单位收入决算表",
  ])
  func otherTablesOfAFinalAccountAreNoForms(text: String) {
    #expect(title(text) == .other)
  }

  @Test(
    arguments: ["机关运行经费支出决算表", "培训费支出决算表"])
  func expensesOfOneKindAreNotExpenditureBySubject(text: String) {
    #expect(title(text) == .other)
  }

  @Test func aTableOfBasicAndProjectExpenditureIsNotTheEconomicForm() {
    #expect(title("一般公共预算基本支出和项目支出决算表") != .form(.gk06))
  }

  @Test func everyOfficialTitleNamesItsOwnForm() {
    for form in FormSet.finalAccount.forms { #expect(title(form.title) == .form(form)) }
  }
}
