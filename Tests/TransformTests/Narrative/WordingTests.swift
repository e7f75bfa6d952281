import Accounts
import Testing

@testable import Transform

/// Each fact in wordings of several places: words, order, units and spelling of numbers differ, the figures do not.
@Suite struct WordingTests {
  private static let overall = "收入支出决算总体情况说明"
  private static let changed = [
    "overall.total 12345600.00", "overall.change/prior_year -345600.00", "overall.change_rate/prior_year -2.7%",
  ]

  @Test(arguments: [
    "2024年度收、支总计均为1234.56万元。与2023年度相比，收、支总计各减少34.56万元，下降2.7%。",
    "本年度收入总计1,234.56万元，支出总计1,234.56万元，比上年减少34.56万元，降低2.7%，主要原因是压缩开支。",
    "全年收入、支出总计各是１，２３４．５６万元、１，２３４．５６万元，较上年下降34.56万元，降幅为2.7%。",
    "收入总计12345600元，支出总计12345600元，同比减少345600元，同比下降2.7%。",
    "收支总计0.123456亿元，与上年相比减少34.56万元，减幅2.7 %。",
    "收、支总计1234.56\n万元，较2023年度决算数减少34.\n56万元，下降2.\n7%。",
    "收入总计1234.56万元，较去年减少34.56万元，下降 2.7，原因是项目完工。",
    "2024年收、支总计1234.56万元，比2023年的1269.12万元减少34.56万元，下降2.7%。",
  ])
  func theWholeAndItsDecrease(text: String) {
    #expect(facts(Self.overall, text).map(\.story) == Self.changed)
  }

  @Test(arguments: [
    "收入总计80万元，比上年增加8万元，增长11.1%。", "收入总计80.00万元，较上年增长8.00万元，增幅11.1%。",
    "收入总计80万元，与2023年相比，上升8万元，上升11.1%。", "收入总计80万元，同比增加8万元，增长率11.1%。",
    "收入总计80万元，比上年决算数增加8万元，增长11.1%。", "收入总计80万元，较上一年度多8万元，提高11.1%。",
  ])
  func anIncrease(text: String) {
    let read = facts(Self.overall, text)
    #expect(read.first { $0.key.fact.rawValue == "overall.change" }?.value == .yuan(Amount(thousandths: 80_000_000)))
    #expect(
      read.first { $0.key.fact.rawValue == "overall.change_rate" }?.value
        == .percent(PrintedNumber(digits: 111, decimals: 1)))
    #expect(read.count == 3)
  }

  @Test(arguments: [
    "收入总计80万元，比上年减少8万元，主要原因是2023年发放补贴12万元。", "收入总计80万元，比上年减少8万元，主要是由于2023年发放补贴12万元。",
    "收入总计80万元，比上年减少8万元，减少的原因为2023年发放补贴12万元。", "收入总计80万元，因2023年发放补贴12万元，比上年减少8万元。",
  ])
  func figuresOfReasonsAreNoFacts(text: String) {
    #expect(
      facts(Self.overall, text).map(\.story) == ["overall.total 800000.00", "overall.change/prior_year -80000.00"])
  }

  @Test(arguments: [
    "本年收入合计500.00万元，其中：财政拨款收入450.00万元，占本年收入的90.0%；其他收入50.00万元，占本年收入的10.0%。",
    "2024年度收入合计500万元。其中财政拨款收入450万元，占比90.0%；其他收入50万元，占比10.0%。",
    "收入合计5000000元，包括：财政拨款收入4500000元（占90.0%）、其他收入500000元（占10.0%）。",
    "收入决算500万元。财政拨款收入450万元，占总收入的90.0%。其他收入50万元，占总收入的10.0%。",
  ])
  func partsOfTheRevenueWithTheirShares(text: String) {
    #expect(
      Set(facts("收入决算情况说明", text).map(\.story)) == [
        "revenue.total 5000000.00", "revenue.fiscal_appropriation 4500000.00",
        "revenue.fiscal_appropriation_share 90.0%",
        "revenue.other 500000.00", "revenue.other_share 10.0%",
      ])
  }

  @Test(arguments: [
    "本年支出合计90万元，其中：基本支出60万元，占66.7%；项目支出30万元，占33.3%。", "支出总计90.00万元。基本支出60.00万元，占支出合计的66.7%；项目支出30.00万元，占支出合计的33.3%。",
    "全年支出决算90万元，其中基本支出、项目支出各是60、30万元，分别占66.7%、33.3%。",
  ])
  func partsOfTheExpenditureWithTheirShares(text: String) {
    #expect(
      Set(facts("支出决算情况说明", text).map(\.story)) == [
        "expenditure.total 900000.00", "expenditure.basic 600000.00", "expenditure.basic_share 66.7%",
        "expenditure.project 300000.00", "expenditure.project_share 33.3%",
      ])
  }

  @Test(arguments: [
    "公务接待费支出决算为1.20万元，完成全年预算的60.0%，比上年减少0.30万元，下降20.0%。接待5批次，40人次。",
    "公务接待费支出1.2万元，全年预算完成率60.0%，较上年压减0.30万元，下降20.0%，其中国内公务接待5批次40人次。",
    "公务接待费决算数1.20万元，为全年预算的60.0%，同比降低0.30万元，降幅20.0%；全年共接待来访团组5个，来宾40人。",
  ])
  func oneOfTheThreePublicExpenses(text: String) {
    #expect(
      Set(facts("“三公”经费支出决算情况说明", text).map(\.story)) == [
        "three_public.reception_actual 12000.00", "three_public.reception_completion_rate/annual_budget 60.0%",
        "three_public.reception_change/prior_year -3000.00", "three_public.reception_change_rate/prior_year -20.0%",
        "three_public.reception_batches 5", "three_public.reception_persons 40",
      ])
  }
}

extension WordingTests {
  @Test func aListThatDoesNotMatchItsTopicsSaysNothing() {
    let text = "本年支出合计90万元，其中基本支出、项目支出分别为60万元、20万元、10万元。"
    #expect(facts("支出决算情况说明", text).map(\.story) == ["expenditure.total 900000.00"])
  }

  @Test(arguments: [
    "财政拨款收、支总计300万元，比上年增加20万元，增长7.1%，其中：一般公共预算财政拨款收入280万元，比上年增加15万元。",
    "2024年度财政拨款收入总计、支出总计各300.00万元。与2023年度相比，财政拨款收、支总计各增加20.00万元，增长7.1%。其中一般公共预算财政拨款收入2800000元，较上年增加150000元。",
  ])
  func appropriations(text: String) {
    #expect(
      Set(facts("财政拨款收入支出决算总体情况说明", text).map(\.story)) == [
        "appropriation.total 3000000.00", "appropriation.change/prior_year 200000.00",
        "appropriation.change_rate/prior_year 7.1%", "appropriation.general_public_revenue 2800000.00",
        "appropriation.general_public_revenue_change/prior_year 150000.00",
      ])
  }

  @Test(arguments: [
    "2024年度一般公共预算财政拨款支出80万元，占本年支出合计的90.5%。与2023年度相比，减少4万元，下降4.8%。",
    "一般公共预算财政拨款支出80.00万元，占总支出的90.5%，较上年减少4.00万元，降低4.8%，主要是压缩了差旅。",
  ])
  func theGeneralBudget(text: String) {
    #expect(
      Set(
        facts("财政拨款支出决算总体情况", text, within: "一般公共预算财政拨款支出决算情况说明").map(\.story)) == [
          "general_public.total 800000.00", "general_public.share 90.5%",
          "general_public.change/prior_year -40000.00", "general_public.change_rate/prior_year -4.8%",
        ])
  }

  @Test(arguments: [
    "一般公共预算财政拨款支出80万元，主要用于以下方面：教育（类）支出60万元，占75.0%；住房保障（类）支出20万元，占25.0%。",
    "主要用于以下方面：教育支出60万元，占75.0%；住房保障支出20万元，占25.0%。", "教育支出（类）60.00万元，占75.0%。住房保障支出（类）20.00万元，占25.0%。",
  ])
  func theStructureByClass(text: String) {
    let read = facts("财政拨款支出决算结构情况", text, within: "一般公共预算财政拨款支出决算情况说明").map(\.story)
    #expect(
      Set(read).isSuperset(of: [
        "general_public.class_amount/205 600000.00", "general_public.class_share/205 75.0%",
        "general_public.class_amount/221 200000.00", "general_public.class_share/221 25.0%",
      ]))
  }

  @Test(arguments: [
    "1.住房保障支出（类）住房改革支出（款）提租补贴（项）。年初预算为10万元，支出决算为8万元，完成年初预算的80.0%。",
    "（1）住房保障支出（类）住房改革支出（款）提租补贴（项），年初预算10.00万元，决算支出8.00万元，完成年初预算80.0%。",
    "住房保障支出（类）住房改革支出（款）提租补贴（项）：年初预算数100000元，支出决算数80000元，为年初预算的80.0%。",
  ])
  func oneItem(text: String) {
    #expect(
      Set(facts("财政拨款支出决算具体情况", text, within: "一般公共预算财政拨款支出决算情况说明").map(\.story)) == [
        "general_public.item_initial_budget/2210202 100000.00", "general_public.item_actual/2210202 80000.00",
        "general_public.item_completion_rate/2210202/initial_budget 80.0%",
      ])
  }

  @Test(arguments: [
    "一般公共预算财政拨款基本支出60万元，其中：人员经费50万元，主要包括：基本工资30万元、津贴补贴20万元。公用经费10万元，主要包括：办公费4万元、差旅费6万元。",
    "基本支出600000元。其中，人员经费500000元，包括基本工资300000元，津贴补贴200000元；公用经费100000元，包括办公费40000元，差旅费60000元。",
  ])
  func basicExpenditure(text: String) {
    #expect(
      Set(facts("一般公共预算财政拨款基本支出决算情况说明", text).map(\.story)) == [
        "basic.total 600000.00", "basic.personnel 500000.00", "basic.public 100000.00", "basic.item/30101 300000.00",
        "basic.item/30102 200000.00", "basic.item/30201 40000.00", "basic.item/30211 60000.00",
      ])
  }

  @Test(arguments: [
    "政府性基金预算财政拨款年初结转和结余1万元，本年收入9万元，本年支出8万元，年末结转和结余2万元。",
    "上年结转1.00万元，本年收入9.00万元，本年支出8.00万元，结转下年2.00万元。", "年初结转结余10000元；本年收入90000元；本年支出80000元；年末结转结余20000元。",
  ])
  func aFund(text: String) {
    #expect(
      Set(facts("政府性基金预算财政拨款收入支出决算情况说明", text).map(\.story)) == [
        "government_fund.opening_balance 10000.00", "government_fund.revenue 90000.00",
        "government_fund.expenditure 80000.00", "government_fund.closing_balance 20000.00",
      ])
  }

  @Test(arguments: [
    "机关运行经费支出20万元，比上年减少5万元，下降20.0%。", "2024年度机关运行经费20.00万元，较2023年度压减5.00万元，降幅20.0%。",
    "机关运行经费决算200000元，同比减少50000元，降低20.0%。",
  ])
  func operatingCost(text: String) {
    #expect(
      facts("机关运行经费支出情况", text).map(\.story) == [
        "operating_cost.total 200000.00", "operating_cost.change/prior_year -50000.00",
        "operating_cost.change_rate/prior_year -20.0%",
      ])
  }

  @Test(arguments: [
    "政府采购支出总额10万元，其中：政府采购货物支出6万元、政府采购工程支出1万元、政府采购服务支出3万元。授予中小企业合同金额8万元，占政府采购支出总额的80.0%，其中：授予小微企业合同金额5万元，占授予中小企业合同金额的62.5%。",
    "政府采购金额100000元。采购货物60000元，采购工程10000元，采购服务30000元。授予中小企业80000元，占80.0%；授予小微企业50000元，占62.5%。",
  ])
  func procurement(text: String) {
    #expect(
      Set(facts("政府采购支出情况", text).map(\.story)) == [
        "procurement.total 100000.00", "procurement.goods 60000.00", "procurement.works 10000.00",
        "procurement.services 30000.00", "procurement.sme_amount 80000.00", "procurement.sme_share 80.0%",
        "procurement.micro_amount 50000.00", "procurement.micro_share 62.5%",
      ])
  }

  @Test(arguments: [
    "截至2024年12月31日，共有车辆5辆，其中，机要通信用车2辆、其他用车3辆。单价100万元以上设备1台（套）。",
    "截至年底共有车辆5台，其中：机要通信用车2台、其他用车3台；单价100万元（含）以上设备（不含车辆）1台（套）。",
  ])
  func assets(text: String) {
    #expect(
      Set(facts("国有资产占用情况", text).map(\.story)) == [
        "assets.vehicles 5", "assets.vehicles_by_kind/机要通信用车 2", "assets.vehicles_by_kind/其他用车 3",
        "assets.equipment_over_1m 1",
      ])
  }

  @Test(arguments: [
    "对2024年度项目支出开展绩效自评，共涉及项目4个，资金90万元，占项目支出总额的100%。", "组织开展绩效自评，涉及项目4个，涉及资金900000元，占项目预算的100%。",
    "共对4个项目开展了绩效自评，涉及一般公共预算支出90.00万元，占100%。",
  ])
  func performance(text: String) {
    #expect(
      Set(facts("预算绩效管理工作开展情况", text).map(\.story)) == [
        "performance.projects 4", "performance.amount 900000.00", "performance.share 100%",
      ])
  }

  @Test(arguments: ["总编制人数12人，在职实有人数10人，离退休人员3人。", "编制12名，在职人员10名；退休人员3名。"])
  func staff(text: String) {
    #expect(
      Set(facts("人员构成情况", text, part: .duties).map(\.story)) == [
        "staff.establishment 12", "staff.in_service 10", "staff.retired 3",
      ])
  }

  @Test(arguments: [
    "因公出国（境）费支出决算为3万元，组团1个、累计2人次。公务用车购置费9万元，购置公务用车1辆。公务用车运行维护费4万元，公务用车保有量2辆。",
    "因公出国（境）费3.00万元，参加出国（境）团组1个，2人次；公务用车购置支出90000元，更新公务用车1台；公务用车运行维护费40000元，年末公务用车保有量为2台。",
  ])
  func countsOfTheThreePublicExpenses(text: String) {
    #expect(
      Set(facts("“三公”经费支出决算情况说明", text).map(\.story)) == [
        "three_public.overseas_travel_actual 30000.00", "three_public.overseas_travel_groups 1",
        "three_public.overseas_travel_persons 2", "three_public.vehicle_purchase_actual 90000.00",
        "three_public.vehicle_purchase_count 1", "three_public.vehicle_operation_actual 40000.00",
        "three_public.vehicle_fleet 2",
      ])
  }

  @Test func classesListedInOneSentenceHaveTheirOwnShares() {
    let text = "主要用于：教育支出（类）40.00万元，占40.0%；社会保障和就业支出（类）35.00万元，占35.0%，卫生健康支出（类）25.00万元，占25.0%。"
    let read = facts("一般公共预算财政拨款支出决算情况说明", text).map(\.story)
    #expect(
      read == [
        "general_public.class_amount/205 400000.00", "general_public.class_share/205 40.0%",
        "general_public.class_amount/208 350000.00", "general_public.class_share/208 35.0%",
        "general_public.class_amount/210 250000.00", "general_public.class_share/210 25.0%",
      ])
  }
}
