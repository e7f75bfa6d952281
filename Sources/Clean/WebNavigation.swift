import Accounts

/// Recognises the lines of a web page that are there to get about: menus, buttons, counters, footers.
enum WebNavigation {
  /// Whether a line is navigation and nothing else; a line that gives a date is kept, since it may be the publication's.
  static func matches(_ text: String) -> Bool {
    guard text.utf8.count <= 400 else { return false }
    let normal = NormalText(text)
    guard !normal.isEmpty, !isSentence(normal), !hasDate(normal) else { return false }
    if whole.contains(normal) { return true }
    if starts.contains(where: normal.hasPrefix) { return true }
    return normal.units.count(where: isButtonSign) > 1 && buttons.count { normal.contains($0) } > 1
      && HeadingMarker(text) == nil
  }

  /// Whether a character stands in the name of a button and hardly anywhere else: a cheap test before the search.
  private static func isButtonSign(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x5370, 0x95ED, 0x85CF, 0x4EAB, 0x53F7, 0x4F53, 0x89C8, 0x49, 0x5B89, 0x56FE, 0x6211, 0x9875, 0x90E8, 0x5FAE,
      0x6717:  // 印闭藏享号体览I安图我页部微朗
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
  private static let starts: [NormalText] = [
    "首页>", "首页》", "首页/", "首页-", "您的位置", "您当前的位置", "您所在的位置", "当前位置", "当前所在位置", "浏览次数",
    "点击次数", "点击数", "阅读次数", "访问量", "分享到", "扫一扫", "扫码", "上一篇", "下一篇", "字号:", "字体:", "【字体",
    "【字号", "(字体", "(字号", "版权所有", "主办单位:", "承办单位:", "网站标识码", "ICP备案", "建议使用", "Copyright",
    "责任编辑:", ">>",
  ]
  private static let buttons: [NormalText] = [
    "打印", "关闭", "收藏", "分享", "字号", "字体", "浏览", "ICP备", "公网安备", "网站地图", "联系我们", "首页", "返回顶部", "微信",
    "微博", "朗读",
  ]
}
