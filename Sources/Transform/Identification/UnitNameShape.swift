import Accounts

/// Tells whether a text can be the name of a budget unit.
enum UnitNameShape {
  /// Whether it has the length of a name, ends like an organisation and is not a word for any unit.
  static func isPlausible(_ text: SqueezedText) -> Bool {
    guard (3...50).contains(text.count), let last = text.last, endings.contains(last) else { return false }
    if last == grade, !text.hasSuffix(own) { return false }
    return !generic.contains(text) && !foreign.contains(where: text.contains) && !text.contains(sentence)
  }

  /// The characters that names of organisations end with, and closing brackets.
  private static let endings = Set(
    "局厅委会院所站校学园部办室处科队心馆社府镇乡道村厂场团台司组联协级关区库宫堂网行党盟革建进班苑寺署庭段港矿林地中大线店房圃塘）)".utf16)
  private static let generic = Set(
    [
      "本部门", "本单位", "我部门", "我单位", "各部门", "部门", "单位", "部门（单位）", "部门(单位)", "一级预算单位", "主管部门", "预算单位",
      "门户网", "政务公开", "信息公开", "财政资金", "工作机关", "部门机关", "本级", "部门本级", "单位本级",
    ].map(SqueezedText.init))
  private static let foreign = [
    "门户网站", "网站", "首页", "年度", "目录", "第一部分", "决算", "三公”", "“三公", "拨款", "情况说明", "：", ":",
  ].map(SqueezedText.init)
  /// 区级 and 市级 say whose budget it is, not which unit's; 本级 is a department without its units.
  private static let grade: UInt16 = 0x7EA7
  private static let own = SqueezedText("本级")
  private static let sentence = SqueezedText("。")
}
