import Accounts

/// Recognises the lines of a web page that are there to get about: menus, buttons, counters, footers.
enum WebNavigation {
  /// Whether a line is navigation and nothing else; a line that gives a date is kept, since it may be the publication's.
  static func matches(_ line: SourceLine, _ reduced: ReducedLine) -> Bool {
    guard line.table == nil, line.width == 1 else { return false }
    let text = line.text
    let size = text.utf8.count
    let normal = reduced.normal
    guard size <= 400, !isSentence(normal) else { return false }
    if beginsLikeNavigation(text), size <= 40 && whole.contains(normal) || starts.begin(normal) {
      return !hasDate(normal)
    }
    return buttons.stand(in: normal) && buttons.count(in: normal) > 1 && reduced.marker == nil && !hasDate(normal)
  }

  /// A cheap test before the search: the first character.
  private static func beginsLikeNavigation(_ text: String) -> Bool {
    switch text.unicodeScalars.first(where: { !$0.isSpace }) {
    case "首", "您", "当", "浏", "点", "阅", "访", "分", "扫", "上", "下", "字", "(", "（", "【", "〔", "版", "主", "承", "网", "I",
      "C", "建", "责", ">", "打", "关", "返", "收", "联", "无", "繁", "手", "登", "注", "适", "长", "附", "相", "政", "信":
      true
    default: false
    }
  }

  private static func isSentence(_ normal: NormalText) -> Bool {
    normal.units.last == 0x3002 || normal.count > 120
  }

  /// Whether a year of this century stands next to a sign of a date.
  private static func hasDate(_ normal: NormalText) -> Bool {
    let units = normal.units
    return units.indices.dropLast(4).contains { index in
      units[index] == 0x32 && units[index + 1] == 0x30 && [0x2D, 0x2F, 0x2E, 0x5E74].contains(units[index + 4])
    }
  }

  private static let whole: Set<NormalText> = [
    "首页", "打印", "关闭", "返回", "返回顶部", "返回首页", "打印本页", "关闭窗口", "打印关闭", "【打印】【关闭】", "分享到",
    "扫一扫", "收藏", "分享", "网站地图", "联系我们", "关于我们", "无障碍浏览", "无障碍", "繁体版", "手机版", "登录", "注册",
    "适老版", "长者模式", "上一页", "下一页", "附件下载", "相关链接", "政务公开", "信息公开", "返回列表",
  ]
  private static let starts: Words = [
    "首页>", "首页》", "首页/", "首页-", "您的位置", "您当前的位置", "您所在的位置", "当前位置", "当前所在位置", "浏览次数",
    "点击次数", "点击数", "阅读次数", "访问量", "分享到", "扫一扫", "扫码", "上一篇", "下一篇", "字号:", "字体:", "【字体",
    "【字号", "(字体", "(字号", "版权所有", "主办单位:", "承办单位:", "网站标识码", "ICP备案", "建议使用", "Copyright",
    "责任编辑:", ">>",
  ]
  private static let buttons: Words = [
    "打印", "关闭", "收藏", "分享", "字号", "字体", "浏览", "ICP备", "公网安备", "网站地图", "联系我们", "首页", "返回顶部", "微信",
    "微博", "朗读",
  ]
}
