import Accounts

/// The words of self-evaluation forms: levels of indicators, labels, headings.
enum EvaluationWords {
  /// Whether a text is one of the words as a whole, so that its pieces belong together.
  static func isWord(_ text: NormalText) -> Bool {
    level1.contains(text) || level2.contains(text) || joinable.contains(text)
  }

  /// Whether a word may begin with it, so that its rest may follow.
  static func mayBegin(_ text: NormalText) -> Bool { text.count < longest && beginnings.contains(text) }

  /// Whether it names a 一级指标 of the usual frames.
  static func isLevel1(_ text: NormalText) -> Bool { level1.contains(text) }

  /// Whether it names a 二级指标 of the usual frames.
  static func isLevel2(_ text: NormalText) -> Bool {
    level2.contains(text) || text.count <= 18 && text.hasSuffix("满意度指标") && text.count > 5
  }

  /// Whether it tells kinds of indicators apart: 绩效基本型指标, 定量, or the sign of the target.
  static func isKind(_ text: NormalText) -> Bool {
    kinds.contains(text) || text.count <= 10 && (text.hasSuffix("型指标") || text.hasSuffix("型"))
  }

  /// Whether a numbered prefix (`指标1:`) says that it is an indicator's name.
  static func isNumbered(_ text: NormalText) -> Bool { prefixEnd(text.units) > 0 }

  /// The units of `指标1:`; 0 without it.
  static func prefixEnd(_ units: [UInt16]) -> Int {
    guard units.count > 3, units[0] == 0x6307, units[1] == 0x6807, NarrativeText.isDigit(units[2]) else { return 0 }
    var end = 2
    while end < units.count, NarrativeText.isDigit(units[end]) { end += 1 }
    let digits = end
    while end < units.count, separators.contains(units[end]) { end += 1 }
    return end > digits ? end : 0
  }

  /// Whether it is the caption of the whole block of indicators, such as `年度绩效指标` or `年度绩效目标1(80分)`.
  static func isCaption(_ text: NormalText) -> Bool {
    var rest = text.units[...]
    for word: NormalText in ["项目", "年度", "绩效"] where rest.starts(with: word.units) {
      rest = rest.dropFirst(word.count)
    }
    guard rest.count < text.count,
      rest.starts(with: NormalText("指标").units) || rest.starts(with: NormalText("目标").units)
    else { return false }
    rest = rest.dropFirst(2)
    while let first = rest.first, NarrativeText.isDigit(first) { rest = rest.dropFirst() }
    return rest.isEmpty || rest.first == 0x28 && rest.last == 0x29
  }

  /// : . 、 ,
  private static let separators: [UInt16] = [0x3A, 0x2E, 0x3001, 0x2C]

  private static let level1: Set<NormalText> = [
    "产出指标", "效益指标", "满意度指标", "成本指标", "效果指标", "投入指标", "过程指标", "管理指标", "产出", "效益", "效果", "成本", "满意度",
    "运行成本", "管理效率", "履职效能", "社会效应", "可持续发展能力", "部门管理", "履职效果", "决策", "过程", "投入", "决策指标", "投入管理指标",
    "投入与管理", "影响力指标", "影响力目标", "产出目标", "效果目标", "投入和管理目标", "投入和管理指标", "项目产出", "项目效果", "项目效益", "项目决策",
    "项目管理", "预算执行指标",
  ]
  private static let level2: Set<NormalText> = [
    "数量指标", "质量指标", "时效指标", "成本指标", "经济成本指标", "社会成本指标", "生态环境成本指标", "经济效益指标", "社会效益指标", "生态效益指标",
    "环境效益指标", "可持续影响指标", "可持续发展指标", "可持续性影响指标", "服务对象满意度指标", "服务对象满意度", "联系部门满意度",
    "社会公众或服务对象满意度指标", "满意度指标", "经济效益", "社会效益", "生态效益", "可持续影响", "数量", "质量", "时效", "产出数量", "产出质量", "产出时效",
    "产出成本", "公用经费控制", "在职人员控制", "项目支出成本控制", "战略管理", "预算编制", "预算执行", "绩效管理", "资产管理", "财务管理", "体制机制改革",
    "人才支撑", "科技支撑", "社会公众满意度", "社会公众满意度指标",
  ]
  private static let kinds: Set<NormalText> = [
    "定量", "定性", "定量指标", "定性指标", "正向", "反向", "正向指标", "反向指标", "≥", "≤", "=", ">", "<",
  ]

  private static let beginnings: Set<NormalText> = {
    var beginnings: Set<NormalText> = []
    for word in level1.union(level2).union(joinable) {
      for count in 1..<word.count { beginnings.insert(NormalText(units: word.units.prefix(count))) }
    }
    return beginnings
  }()
  private static let longest = level1.union(level2).union(joinable).map(\.count).max() ?? 0

  /// Labels and headings that exports cut at line ends and spaces.
  private static let joinable: Set<NormalText> = {
    var words: Set<NormalText> = [
      "一级指标", "二级指标", "三级指标", "年度绩效指标", "项目年度绩效指标", "年初目标值", "年初目标值(A)", "实际完成值", "实际完成值(B)", "年度指标值",
      "年度指标值(A)", "全年完成值", "全年实际值", "全年完成值(B)", "全年实际值(B)", "预算数(A)", "执行数(B)", "执行率(B/A)", "全年预算数", "全年执行数",
      "年初预算数", "全年预算数(A)", "全年执行数(B)", "年度财政资金总额", "年度资金总额", "预算执行情况", "预算执行情况(万元)", "年度绩效目标1",
      "项目绩效总目标", "指标分类", "指标权重",
    ]
    words.formUnion(ProjectLabel.words.map(\.0))
    return words
  }()
}

/// The labels of a project's self-evaluation form.
enum ProjectLabel {
  case name, department, implementer, category, funding, deviation, improvements

  /// The label that a text is; nil for other texts.
  static func label(_ text: NormalText) -> ProjectLabel? {
    var text = text
    if text.units.last == 0x3A { text = NormalText(units: text.units.dropLast()) }
    return text.count <= 14 ? byWord[text] : nil
  }

  /// The label that a text begins with, and the value behind its colon.
  static func labelled(_ cell: EvaluationCell) -> (label: ProjectLabel, value: String)? {
    guard let colon = cell.text.unicodeScalars.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let head = NormalText(String(cell.text.unicodeScalars[..<colon]))
    let value = String(cell.text.unicodeScalars[cell.text.unicodeScalars.index(after: colon)...])
    guard let label = label(head), !NormalText(value).isEmpty else { return nil }
    return (label, value)
  }

  private static let byWord = Dictionary(words, uniquingKeysWith: { first, _ in first })

  static let words: [(NormalText, ProjectLabel)] = [
    ("项目名称", .name), ("专项名称", .name), ("项目(专项)名称", .name), ("专项(项目)名称", .name), ("项目(政策)名称", .name),
    ("政策(项目)名称", .name), ("项目支出名称", .name), ("一级项目名称", .name), ("二级项目名称", .name),
    ("主管部门", .department), ("主管单位", .department), ("主管部门及代码", .department), ("预算主管部门", .department),
    ("项目主管部门", .department), ("主管预算部门", .department),
    ("项目实施单位", .implementer), ("实施单位", .implementer), ("项目单位", .implementer), ("资金使用单位", .implementer),
    ("项目类别", .category), ("项目属性", .category), ("项目类型", .category), ("项目性质", .category), ("项目分类", .category),
    ("预算来源及资金规模", .funding), ("资金来源及规模", .funding), ("资金来源", .funding), ("预算来源", .funding),
    ("偏差大或目标未完成原因分析", .deviation), ("偏差大或未完成原因分析", .deviation), ("偏差大或目标未完成原因", .deviation),
    ("偏差原因分析", .deviation), ("未完成原因分析", .deviation), ("目标未完成原因分析", .deviation), ("偏差原因分析及改进措施", .deviation),
    ("改进措施及结果应用方案", .improvements), ("改进措施及结果应用", .improvements), ("改进措施", .improvements),
    ("改进措施及应用方案", .improvements), ("下一步改进措施", .improvements),
  ]
}
