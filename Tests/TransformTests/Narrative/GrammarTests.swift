import Accounts
import Testing

@testable import Transform

/// What the grammar of sentences rests on: who a figure belongs to, and where a sentence goes on.
@Suite struct GrammarTests {
  private static let procurement = "政府采购支出情况"
  private static let threePublic = "“三公”经费支出决算情况说明"
  private static let items = "一般公共预算财政拨款支出决算情况说明"

  private func itemFacts(_ text: String) -> [String] {
    facts("财政拨款支出决算具体情况", text, within: Self.items).map(\.story)
  }

  // MARK: lists

  @Test(arguments: [
    "货物、工程、服务采购授予中小企业合同金额分别占70.0%、20.0%、10.0%。", "货物、工程和服务采购授予中小企业分别占70.0%、20.0%和10.0%。",
    "货物采购授予中小企业占70.0%，工程采购授予中小企业占20.0%，服务采购授予中小企业占10.0%。",
  ])
  func topicsThatShareAWordAreAllNamed(text: String) {
    #expect(
      facts(Self.procurement, text).map(\.story) == [
        "procurement.goods_sme_share 70.0%", "procurement.works_sme_share 20.0%",
        "procurement.services_sme_share 10.0%",
      ])
  }

  @Test(arguments: [
    "货物、工程采购合计7万元。", "服务采购授予中小企业分别占70.0%、20.0%、10.0%。", "货物、服务采购授予中小企业分别占70.0%、20.0%、10.0%。",
  ])
  func figuresThatNobodyHandsOutSayNothing(text: String) {
    #expect(facts(Self.procurement, text).isEmpty)
  }

  @Test func aListWithoutAWordForItsOrderIsReadInTurn() {
    let text = "本年支出合计90万元，其中基本支出、项目支出60、30万元。"
    #expect(
      facts("支出决算情况说明", text).map(\.story) == [
        "expenditure.total 900000.00", "expenditure.basic 600000.00", "expenditure.project 300000.00",
      ])
  }

  @Test func aRateInBracketsBelongsToItsChange() {
    let text = "收入总计80万元，同比减少8万元（下降9.1%）。"
    #expect(
      facts("收入支出决算总体情况说明", text).map(\.story) == [
        "overall.total 800000.00", "overall.change/prior_year -80000.00", "overall.change_rate/prior_year -9.1%",
      ])
  }

  @Test func ofAlternativesTheFirstIsMeant() {
    let text = "收入总计80万元，比上年减少（增加）8万元，下降（增长）9.1%。"
    #expect(
      facts("收入支出决算总体情况说明", text).map(\.story) == [
        "overall.total 800000.00", "overall.change/prior_year -80000.00", "overall.change_rate/prior_year -9.1%",
      ])
  }

  @Test func allVehiclesTogetherAreNoKind() {
    let text = "我单位共有公务用车5辆（其中：机要通信用车2辆，其他用车3辆）。"
    #expect(
      facts("国有资产占用情况", text).map(\.story) == [
        "assets.vehicles 5", "assets.vehicles_by_kind/机要通信用车 2", "assets.vehicles_by_kind/其他用车 3",
      ])
  }

  // MARK: paths

  @Test(arguments: [
    "1.城乡社区支出（类）城乡社区管理事务（款）执业资格注册、资质审查（项）。年初预算为2万元，支出决算为3万元，完成年初预算的150.0%。",
    "1.城乡社区支出（类）城乡社区管理事务（款）执业资格注册、资质审查（项）。\n年初预算为2万元，支出决算为3万元，完成年初预算的150.0%。",
    "1.城乡社区支出（类）城乡社区管理事务（款）执业资格注册、资质审查（项）：年初预算为2万元，支出决算为3万元。\n完成年初预算的150.0%。",
  ])
  func aNameMayHoldAPauseAndItsFiguresStandBelow(text: String) {
    #expect(
      itemFacts(text) == [
        "general_public.item_initial_budget/2120110 20000.00", "general_public.item_actual/2120110 30000.00",
        "general_public.item_completion_rate/2120110/initial_budget 150.0%",
      ])
  }

  @Test func aNameMaySayWhatTheMoneyIsFor() {
    let text = "交通运输支出（类）车辆购置税支出（款）车辆购置税用于农村公路建设支出（项）年初预算为2万元，支出决算为3万元。"
    #expect(
      itemFacts(text) == [
        "general_public.item_initial_budget/2140602 20000.00", "general_public.item_actual/2140602 30000.00",
      ])
  }

  @Test func anUnknownItemIsNotTheWhole() {
    #expect(itemFacts("1.海洋支出（类）潮汐事务（款）灯塔看护（项）。年初预算为2万元，支出决算为3万元，完成年初预算的150.0%。").isEmpty)
  }

  // MARK: texts that go on

  @Test(arguments: ["", "国内公务接待5批次。"])
  func aTextThatNamesNothingGoesOnAboutTheItemBefore(end: String) {
    let text = "2024年度“三公”经费预算9万元，决算8万元。\n1.公务接待费预算2万元，决算1万元。\n比上年减少3万元，下降75.0%。"
    #expect(
      Set(facts(Self.threePublic, text + end).map(\.story)).isSuperset(of: [
        "three_public.reception_change/prior_year -30000.00", "three_public.reception_change_rate/prior_year -75.0%",
      ]))
  }

  @Test func behindAnItemWhatNamesNothingAtOnceIsNotTheWhole() {
    let text = "1.住房保障支出（类）住房改革支出（款）提租补贴（项）。年初预算为10万元。\n完成年初预算的80.0%，其中基本支出8万元。"
    #expect(
      itemFacts(text) == ["general_public.item_initial_budget/2210202 100000.00", "general_public.basic 80000.00"])
  }

  @Test func behindSeveralTopicsATextSpeaksOfTheWhole() {
    let text = "本年收入合计90万元，其中：财政拨款收入80万元；其他收入10万元。\n与上年相比，增加9万元，增长11.1%。"
    #expect(
      facts("收入决算情况说明", text).map(\.story).suffix(2) == [
        "revenue.change/prior_year 90000.00", "revenue.change_rate/prior_year 11.1%",
      ])
  }

  @Test(arguments: [
    "收入总计12\n345.6万元。", "收入总计12345.\n6万元。", "收入总计12345\n.6万元。", "收入总计12345.6\n万元。",
    "收入总计12,\n345.6万元。", "本年度我单位的收入总计为\n12345.\n6万元。",
  ])
  func aNumberTornAnywhereIsOne(text: String) {
    #expect(facts("收入支出决算总体情况说明", text).map(\.story) == ["overall.total 123456000.00"])
  }

  @Test(arguments: [
    "项目支出80万元。项目支出主要用于：灯塔看护30万元；\n航标更新20万元；潮位站30\n万元。",
    "项目支出80万元。项目支出用于以下方面：①灯塔看护30万元；\n②航标更新20万元；③潮位站30万元。",
    "项目支出80万元。项目支出主要用于：\n1.灯塔看护3\n0万元。\n2.航标更新20万元。\n3.潮位站30万元。",
  ])
  func aTornListOfProjectsGoesOn(text: String) {
    #expect(
      itemFacts(text) == [
        "general_public.project 800000.00", "general_public.project_use/灯塔看护 300000.00",
        "general_public.project_use/航标更新 200000.00", "general_public.project_use/潮位站 300000.00",
      ])
  }
}
