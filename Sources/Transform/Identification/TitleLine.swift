import Accounts

/// What one line of a title page is.
enum TitleLine {
  /// Whether it can be a piece of the title: short, no sentence, no date, no web page's furniture.
  static func canBePart(_ line: String) -> Bool {
    guard line.utf8.count <= 240 else { return false }
    let normal = NormalText(line)
    guard !normal.isEmpty, !normal.units.contains(0x3002), !normal.units.contains(0x3B) else { return false }
    if YearMention.all(in: normal).contains(where: { $0.month != nil }) { return false }
    return !furniture.contains(where: normal.contains)
  }

  /// Whether it says what the report is.
  static func namesReport(_ line: String) -> Bool {
    let normal = NormalText(line)
    return normal.contains("决算") || normal.contains("预算") && labelledName(line) == nil
  }

  /// Whether it is the name of a place and nothing else: 武汉市 above 江汉区人民政府.
  static func isPlace(_ line: String) -> Bool {
    let normal = NormalText(line)
    guard normal.count <= 12, let last = normal.units.last else { return false }
    return places.contains(last)
  }

  /// What stands behind a label for the unit (`部门名称：`, `预算主管部门：`); nil without one.
  static func labelledName(_ line: String) -> String? {
    guard let colon = line.firstIndex(where: { $0 == "：" || $0 == ":" }) else { return nil }
    let label = NormalText(line[..<colon])
    guard labels.contains(where: label.hasSuffix) else { return nil }
    return String(line[line.index(after: colon)...])
  }

  private static let furniture: [NormalText] = [
    "网站", "首页", "索引号", "来源:", "浏览", "发布时间", "发布日期", "字号", "打印", "当前位置", "文号", "主题分类",
  ]
  private static let places = Set("省市县区州旗盟".utf16)
  private static let labels: [NormalText] = [
    "单位名称", "部门名称", "主管部门", "编制部门", "编制单位", "填报单位", "填报部门", "公开单位", "公开部门", "预算单位", "单位", "部门",
  ]
}
