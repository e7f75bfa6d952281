import Accounts

/// Tells from the text of a heading which measure of a form stands below it.
public enum ColumnHeading {
  /// The measure that `heading` names in `form`; nil where it names none or more than one.
  public static func measure(_ heading: NormalText, in form: Form) -> Measure? {
    guard !heading.isEmpty, let words = words[form] else { return nil }
    let heading = withoutYear(heading)
    var found: Measure?
    for (word, measure) in words where heading.contains(word) {
      if let found, found != measure { return nil }
      found = measure
    }
    return found ?? (totals.contains(heading) && form.isBySubject ? .total : nil)
  }

  /// `2022年合计` is 合计.
  private static func withoutYear(_ heading: NormalText) -> NormalText {
    let digits = heading.units.prefix { (0x30...0x39).contains($0) }
    guard digits.count == 4, digits.endIndex < heading.count, heading.units[digits.endIndex] == 0x5E74 else {
      return heading
    }
    let rest = heading.units[(digits.endIndex + 1)...]
    return NormalText(units: rest.first == 0x5EA6 ? rest.dropFirst() : rest)
  }

  /// Whether a text is part of a header: such words stand above the figures, and are no names of rows.
  public static func isVocabulary(_ text: NormalText) -> Bool {
    if exact.contains(text) { return true }
    return text.count <= 16 && parts.contains(where: text.contains)
  }

  private static let totals: Set<NormalText> = ["合计", "小计", "总计", "金额", "决算数"]

  private static let subjectColumns: [(NormalText, Measure)] = [
    ("年初", .openingBalance), ("上年结转", .openingBalance), ("本年收入", .revenue), ("本年支出合计", .total), ("支出合计", .total),
    ("基本支出", .basic), ("项目支出", .project), ("年末", .closingBalance),
  ]

  private static let words: [Form: [(NormalText, Measure)]] = [
    .gk02: [
      ("收入合计", .total), ("财政拨款", .fiscalAppropriation), ("上级补助", .superiorSubsidy), ("事业收入", .institutional),
      ("经营收入", .operating), ("附属单位", .affiliatedRemittance), ("其他收入", .other),
    ],
    .gk03: [
      ("支出合计", .total), ("基本支出", .basic), ("项目支出", .project), ("上缴上级", .remittedToSuperior), ("经营支出", .operating),
      ("附属单位", .affiliatedSubsidy),
    ],
    .gk04: [
      ("一般公共预算", .generalPublic), ("政府性基金", .governmentFund), ("国有资本", .stateCapital), ("合计", .total), ("小计", .total),
    ],
    .gk05: subjectColumns, .gk07: subjectColumns, .gk08: subjectColumns,
  ]

  /// Header words that may also be the beginning of nothing else.
  private static let exact: Set<NormalText> = [
    "项目", "收入", "支出", "类", "款", "项", "栏次", "行次", "行", "金额", "决算数", "预算数", "科目名称", "科目编码", "功能", "分类", "功能分类",
    "功能分类科目", "功能分", "类科目", "编码", "科目", "经济分类", "经济", "经济分类科目", "小计", "本年收入", "本年支出", "基本支出", "项目支出", "人员经费",
    "公用经费", "本年收入合计", "本年支出合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "其他收入", "上缴上级支出", "经营支出", "附属单位上缴收入",
    "附属单位", "上缴收入", "年初结转和结余", "年末结转和结余", "年初结转", "年末结转", "和结余", "结余", "对附属单位补助支出", "功能科目", "科目代码", "支出功能分类",
  ]

  /// Stretches that only headers have.
  private static let parts: [NormalText] = [
    "科目编码", "科目名称", "功能分类", "经济分类", "栏次", "年初结转", "年末结转", "对附属单位", "上缴上级", "本年收入合计", "本年支出合计", "财政拨款收入",
  ]
}
