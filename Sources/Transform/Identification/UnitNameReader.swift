import Accounts

/// Takes the name of the unit out of the titles that it stands in.
enum UnitNameReader {
  /// The name in a title such as `2020年度某县教育局部门决算公开`, or in one that gives it behind: `部门决算（某县教育局）`.
  static func name(inTitle title: String) -> String? {
    let text = SqueezedText(title)
    guard let kind = firstKind(in: text) else { return nil }
    if let name = cleaned(text[0..<kind.lowerBound]) { return name }
    return cleaned(trimmedTail(text[kind.upperBound..<text.count]))
  }

  /// The name in the heading of a part: before 概况, or as in a title.
  static func name(inPartHeading heading: String) -> String? {
    let text = SqueezedText(heading)
    if let kind = firstKind(in: text) { return cleaned(text[0..<kind.lowerBound]) }
    for ending in overviewEndings where text.hasSuffix(ending) {
      return cleaned(text[0..<(text.count - ending.count)])
    }
    return nil
  }

  /// The name in the sentence on the units that a final account is made of: `从单位构成看，某局部门决算由…`.
  static func name(inComposition paragraph: String) -> String? {
    guard paragraph.utf8.count <= 2_000 else { return nil }
    let text = SqueezedText(paragraph)
    for opening in compositionOpenings {
      guard let start = text.firstRange(of: opening, from: 0)?.upperBound,
        let kind = firstKind(in: text, from: start), kind.lowerBound - start <= 60
      else { continue }
      if let name = cleaned(text[start..<kind.lowerBound]) { return name }
    }
    return nil
  }

  /// A name as a form prints it, without a label.
  static func name(printed: String) -> String? {
    cleaned(SqueezedText(printed))
  }

  /// Where the words for the kind of report stand: 部门决算 rather than the 决算 in it.
  private static func firstKind(in text: SqueezedText, from start: Int = 0) -> Range<Int>? {
    guard
      let bare = bareKinds.compactMap({ text.firstRange(of: $0, from: start) })
        .min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    for prefix in kindPrefixes where text[start..<bare.lowerBound].hasSuffix(prefix) {
      return (bare.lowerBound - prefix.count)..<bare.upperBound
    }
    return bare
  }

  /// A stretch of a title without the year and the words around a name; nil where no name is left.
  private static func cleaned(_ stretch: SqueezedText) -> String? {
    var text = stretch.withoutYears()
    var isTrimmed = true
    while isTrimmed {
      isTrimmed = false
      for word in leading where text.hasPrefix(word) {
        text = text[word.count..<text.count]
        isTrimmed = true
      }
      for word in trailing where text.hasSuffix(word) {
        text = text[0..<(text.count - word.count)]
        isTrimmed = true
      }
    }
    text = text.withoutOuterBrackets()
    return UnitNameShape.isPlausible(text) ? text.description : nil
  }

  /// What stands behind the kind without the words that say what the document does (公开, 情况说明).
  private static func trimmedTail(_ tail: SqueezedText) -> SqueezedText {
    var text = tail
    while let word = tailWords.first(where: text.hasPrefix) { text = text[word.count..<text.count] }
    return text
  }

  private static let bareKinds = ["决算", "预算"].map(SqueezedText.init)
  private static let kindPrefixes = [
    "部门（单位）", "部门(单位)", "单位（部门）", "部门和单位", "部门及单位", "部门收支", "单位收支", "部门", "单位", "财政拨款", "收支",
    "收入支出", "财务收支", "财政",
  ].map(SqueezedText.init)
  private static let overviewEndings = [
    "部门基本情况", "单位基本情况", "部门概况", "单位概况", "部门（单位）概况", "部门(单位)概况", "基本概况", "基本情况", "主要职责", "主要职能",
    "情况简介", "概况", "简介",
  ].map(SqueezedText.init)
  private static let compositionOpenings = ["构成看，", "构成看,", "构成看", "构成来看，", "纳入"].map(SqueezedText.init)
  private static let leading = [
    "关于公布", "关于公开", "关于", "公布", "公开", "年度", "度", "的", "：", ":", "，", "附件", "—", "-", "《", "“", "、", "区级", "县级", "市级",
    "省级", "单位名称", "部门名称",
  ].map(SqueezedText.init)
  private static let trailing = [
    "年度", "的", "部门", "汇总", "（汇总）", "(汇总)", "整体", "—", "-", "：", ":", "“", "《", "（部门）", "(部门)", "（单位）", "(单位)", "关于",
    "（公开）", "公开", "（", "(", "，", "、", "（盖章）", "(盖章)", "（公章）", "(公章)",
  ].map(SqueezedText.init)
  private static let tailWords = [
    "公开", "信息", "情况", "说明", "报告", "文本", "编制", "公告", "报表", "的", "—", "-", "：", ":", "_", "|", "及", "和", "表",
  ].map(SqueezedText.init)
}
