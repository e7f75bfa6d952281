import Accounts

/// What a section of the narrative explains, known by its title.
enum NarrativeFamily {
  case overall, revenue, expenditure, appropriation
  case generalPublic, generalPublicStructure, generalPublicItems
  case basic, governmentFund, stateCapital, threePublic
  case operatingCost, procurement, assets, performance, staff

  /// The family of a section by its own title, or else by that of the section that it stands in.
  static func family(of section: Section, within outer: NarrativeFamily?) -> NarrativeFamily? {
    let title = NormalText(section.title)
    if section.part == .duties { return staffTitles.contains(where: title.contains) ? .staff : nil }
    if let rule = rules.first(where: { $0.holds(title) }) {
      return refined(rule.family, title, outer)
    }
    switch outer {
    case .generalPublic, .generalPublicStructure, .generalPublicItems:
      return title.contains("结构")
        ? .generalPublicStructure : title.contains("具体") ? .generalPublicItems : .generalPublic
    case .performance: return title.contains("开展情况") ? .performance : nil
    default: return outer
    }
  }

  /// 结构 and 具体 are subsections of the general budget; its 总体 is told from that of all appropriations by where it
  /// stands.
  private static func refined(
    _ family: NarrativeFamily, _ title: NormalText, _ outer: NarrativeFamily?
  ) -> NarrativeFamily? {
    switch family {
    case .generalPublic, .appropriation, .expenditure:
      let isGeneral = [.generalPublic, .generalPublicStructure, .generalPublicItems].contains(outer)
      guard family == .generalPublic || isGeneral else { return family }
      return title.contains("结构")
        ? .generalPublicStructure : title.contains("具体") ? .generalPublicItems : .generalPublic
    default: return family
    }
  }

  private struct Rule {
    var family: NarrativeFamily
    var words: [NormalText]
    var without: [NormalText] = []

    func holds(_ title: NormalText) -> Bool {
      words.allSatisfy(title.contains) && !without.contains(where: title.contains)
    }
  }

  /// The first that holds counts.
  private static let rules: [Rule] = [
    Rule(family: .threePublic, words: ["三公"]),
    Rule(family: .operatingCost, words: ["机关运行"]),
    Rule(family: .procurement, words: ["采购"]),
    Rule(family: .assets, words: ["国有资产"]),
    Rule(family: .performance, words: ["绩效", "情况"], without: ["整体", "项目支出", "应用", "结果", "得分"]),
    Rule(family: .governmentFund, words: ["政府性基金"]),
    Rule(family: .stateCapital, words: ["国有资本"]),
    Rule(family: .basic, words: ["基本支出"]),
    Rule(family: .appropriation, words: ["财政拨款", "收入", "支出"]),
    Rule(family: .generalPublic, words: ["财政拨款支出"]),
    Rule(family: .overall, words: ["收入", "支出"], without: ["财政拨款", "事业", "经营"]),
    Rule(family: .revenue, words: ["收入", "决算"], without: ["支出"]),
    Rule(family: .expenditure, words: ["支出", "决算"], without: ["收入"]),
  ]
  private static let staffTitles: [NormalText] = ["人员", "编制"]
}
