import Accounts

/// Something that a section states figures of: the words for it, and the fact that a figure in each role is.
struct NarrativeTopic {
  var words: [NormalText]
  var facts: [FigureRole: FactName]
}

extension NarrativeTopic {
  /// The topics of a family; the first is what its figures are about until another is named.
  static func topics(of family: NarrativeFamily) -> [NarrativeTopic] {
    switch family {
    case .overall: overall
    case .revenue: revenue
    case .expenditure: expenditure
    case .appropriation: appropriation
    case .generalPublic, .generalPublicStructure: generalPublic
    case .generalPublicItems: generalPublicItems
    case .basic: basic
    case .governmentFund: fund("government_fund")
    case .stateCapital: fund("state_capital")
    case .threePublic: threePublic
    case .operatingCost: operatingCost
    case .procurement: procurement
    case .assets: assets
    case .performance: performance
    case .staff: staff
    }
  }

  private static func changed(_ family: String, _ words: [NormalText]) -> NarrativeTopic {
    NarrativeTopic(
      words: words,
      facts: [
        .amount: FactName(family, "total"), .change: FactName(family, "change"),
        .changeRate: FactName(family, "change_rate"),
      ])
  }

  private static func part(_ family: String, _ measure: Measure, _ words: [NormalText]) -> NarrativeTopic {
    NarrativeTopic(
      words: words,
      facts: [
        .amount: FactName(family, measure.rawValue), .share: FactName(family, "\(measure.rawValue)_share"),
      ])
  }

  private static let overall = [changed("overall", ["总计", "总额"])]

  private static let revenue = [
    changed("revenue", ["收入合计", "收入总计", "收入决算", "总收入", "本年收入"]),
    part("revenue", .fiscalAppropriation, ["财政拨款收入", "财政拨款"]),
    part("revenue", .superiorSubsidy, ["上级补助收入"]),
    part("revenue", .institutional, ["事业收入"]),
    part("revenue", .operating, ["经营收入"]),
    part("revenue", .affiliatedRemittance, ["附属单位上缴收入", "附属单位缴款", "下级单位上缴收入"]),
    part("revenue", .other, ["其他收入"]),
  ]

  private static let expenditure = [
    changed("expenditure", ["支出合计", "支出总计", "支出决算", "总支出", "本年支出"]),
    part("expenditure", .basic, ["基本支出"]),
    part("expenditure", .project, ["项目支出"]),
    part("expenditure", .remittedToSuperior, ["上缴上级支出"]),
    part("expenditure", .operating, ["经营支出"]),
    part("expenditure", .affiliatedSubsidy, ["对附属单位补助支出", "附属单位补助支出"]),
  ]

  private static let appropriation =
    [changed("appropriation", ["总计", "收支总额"])]
    + [
      ("general_public", "一般公共预算财政拨款"), ("government_fund", "政府性基金预算财政拨款"),
      ("state_capital", "国有资本经营预算财政拨款"),
    ].map { fund, word in
      NarrativeTopic(
        words: [NormalText(word)],
        facts: [
          .amount: FactName("appropriation", "\(fund)_revenue"),
          .change: FactName("appropriation", "\(fund)_revenue_change"),
          .changeRate: FactName("appropriation", "\(fund)_revenue_change_rate"),
        ])
    }

  private static let generalPublic = [
    NarrativeTopic(
      words: ["财政拨款支出"],
      facts: [
        .amount: FactName("general_public", "total"), .share: FactName("general_public", "share"),
        .change: FactName("general_public", "change"), .changeRate: FactName("general_public", "change_rate"),
      ])
  ]

  private static let generalPublicItems = [
    NarrativeTopic(
      words: ["财政拨款支出"],
      facts: [
        .budget: FactName("general_public", "initial_budget"), .amount: FactName("general_public", "actual"),
        .completionRate: FactName("general_public", "completion_rate"),
      ]),
    NarrativeTopic(words: ["基本支出"], facts: [.amount: FactName("general_public", "basic")]),
    NarrativeTopic(words: ["项目支出"], facts: [.amount: FactName("general_public", "project")]),
  ]

  private static let basic = [
    NarrativeTopic(words: ["基本支出"], facts: [.amount: FactName("basic", "total")]),
    NarrativeTopic(words: ["人员经费", "人员支出"], facts: [.amount: FactName("basic", "personnel")]),
    NarrativeTopic(words: ["公用经费", "公用支出", "日常公用"], facts: [.amount: FactName("basic", "public")]),
  ]

  private static func fund(_ family: String) -> [NarrativeTopic] {
    [
      NarrativeTopic(words: ["支出"], facts: [.amount: FactName(family, "expenditure")]),
      NarrativeTopic(words: ["年初结转", "上年结转"], facts: [.amount: FactName(family, "opening_balance")]),
      NarrativeTopic(words: ["收入"], facts: [.amount: FactName(family, "revenue")]),
      NarrativeTopic(words: ["年末结转", "结转下年"], facts: [.amount: FactName(family, "closing_balance")]),
    ]
  }

  private static func expense(_ prefix: String, _ words: [NormalText], counts: [(NormalText, String)] = [])
    -> NarrativeTopic
  {
    var facts: [FigureRole: FactName] = [:]
    for (role, quantity) in [
      (FigureRole.budget, "budget"), (.amount, "actual"), (.completionRate, "completion_rate"), (.change, "change"),
      (.changeRate, "change_rate"),
    ] {
      facts[role] = FactName("three_public", prefix + quantity)
    }
    for (word, name) in counts { facts[.count(word)] = FactName("three_public", name) }
    return NarrativeTopic(words: words, facts: facts)
  }

  private static let threePublic = [
    expense("", ["三公经费"]),
    expense(
      "overseas_travel_", ["因公出国(境)", "因公出国", "出国(境)"],
      counts: [
        ("个", "overseas_travel_groups"), ("批次", "overseas_travel_groups"), ("人次", "overseas_travel_persons"),
        ("人", "overseas_travel_persons"),
      ]),
    expense("vehicles_", ["公务用车购置及运行", "公务用车购置和运行", "公务用车购置与运行", "公车购置及运行", "公务用车费"]),
    expense(
      "vehicle_purchase_", ["公务用车购置", "购置(更新)公务用车", "更新公务用车", "购置公务用车", "公车购置"],
      counts: [("辆", "vehicle_purchase_count"), ("台", "vehicle_purchase_count")]),
    expense(
      "vehicle_operation_", ["公务用车运行", "公车运行", "车辆运行", "公务用车保有量", "公务用车维护"],
      counts: [("辆", "vehicle_fleet"), ("台", "vehicle_fleet")]),
    expense(
      "reception_", ["公务接待", "国内接待", "来访团组"],
      counts: [
        ("批次", "reception_batches"), ("个", "reception_batches"), ("人次", "reception_persons"),
        ("人", "reception_persons"),
      ]),
  ]

  private static let operatingCost = [changed("operating_cost", ["机关运行经费", "机关运行"])]

  private static func contract(_ words: [NormalText], _ facts: [FigureRole: String]) -> NarrativeTopic {
    NarrativeTopic(words: words, facts: facts.mapValues { FactName("procurement", $0) })
  }

  private static let procurement = [
    contract(["政府采购支出总额", "采购支出总额", "政府采购金额", "采购总额", "政府采购支出"], [.amount: "total"]),
    contract(["货物支出", "货物采购", "采购货物"], [.amount: "goods"]),
    contract(["工程支出", "工程采购", "采购工程"], [.amount: "works"]),
    contract(["服务支出", "服务采购", "采购服务"], [.amount: "services"]),
    contract(["授予中小企业", "中小企业"], [.amount: "sme_amount", .share: "sme_share"]),
    contract(["授予小微企业", "小微企业"], [.amount: "micro_amount", .share: "micro_share"]),
    contract(["货物采购授予中小企业", "货物采购中授予中小企业", "货物支出中授予中小企业"], [.share: "goods_sme_share"]),
    contract(["工程采购授予中小企业", "工程采购中授予中小企业", "工程支出中授予中小企业"], [.share: "works_sme_share"]),
    contract(["服务采购授予中小企业", "服务采购中授予中小企业", "服务支出中授予中小企业"], [.share: "services_sme_share"]),
  ]

  private static let assets = [
    NarrativeTopic(
      words: ["共有车辆", "共有公务用车", "车辆共有", "车辆共计"],
      facts: [.count("辆"): FactName("assets", "vehicles"), .count("台"): FactName("assets", "vehicles")]),
    NarrativeTopic(
      words: ["100万元以上", "100万元(含)以上", "100万元及以上"], facts: [.count("台"): FactName("assets", "equipment_over_1m")]),
    NarrativeTopic(
      words: ["50万元以上", "50万元(含)以上", "50万元及以上"], facts: [.count("台"): FactName("assets", "equipment_over_500k")]),
  ]

  private static let performance = [
    NarrativeTopic(
      words: ["绩效自评", "涉及项目", "共涉及"],
      facts: [
        .count("个"): FactName("performance", "projects"), .amount: FactName("performance", "amount"),
        .share: FactName("performance", "share"),
      ])
  ]

  private static let staff = [
    NarrativeTopic(
      words: ["编制"],
      facts: [
        .count("人"): FactName("staff", "establishment"), .count("个"): FactName("staff", "establishment"),
      ]),
    NarrativeTopic(words: ["在职"], facts: [.count("人"): FactName("staff", "in_service")]),
    NarrativeTopic(words: ["离退休", "退休人员"], facts: [.count("人"): FactName("staff", "retired")]),
  ]
}
