import Accounts

/// Tells from the text of a heading which measure of a form stands below it.
public enum ColumnHeading {
  /// The measure that `heading` names in `form`; nil where it names none or more than one.
  public static func measure(_ heading: NormalText, in form: Form) -> Measure? {
    guard !heading.isEmpty else { return nil }
    let heading = withoutYear(heading)
    var found: Measure?
    for column in form.template.columns where column.headings.contains(where: heading.contains) {
      if found != nil { return nil }
      found = column.measure
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
