import Accounts

/// Tells where a table ends: at a part, a section of the narrative, a sentence.
enum TableEnd {
  /// Whether a line heads a part: `第三部分 …`.
  static func isPartHeading(_ line: NormalText) -> Bool {
    guard line.count < 100, line.units.first == 0x7B2C, let part = line.firstIndex(of: partWord) else { return false }
    return part <= 4
  }

  /// Whether a line is a note under a table, or goes on with one.
  static func isNote(_ line: NormalText, isFirst: Bool) -> Bool {
    if starts.begin(line) { return true }
    if contents.stand(in: line), !isFirst || isSentence(line) { return true }
    return isRule(line)
  }

  /// Whether it prints an identity: `27行＝（1＋2）行`, `1栏各行＝（2＋3）栏各行`.
  private static func isRule(_ normal: NormalText) -> Bool {
    normal.units.contains(0x3D) && normal.units.contains { $0 == 0x884C || $0 == 0x680F }
  }

  /// Whether a line is running text, which no table holds outside a cell.
  static func isProse(_ line: NormalText) -> Bool {
    isSentence(line) || line.count > 120 || isSectionHeading(line)
  }

  private static func isSentence(_ normal: NormalText) -> Bool {
    guard normal.count > 10, normal.units.contains(0x3002) else { return false }
    // A 。 between two digits is a misread decimal point.
    let units = normal.units
    return units.indices.contains { index in
      units[index] == 0x3002
        && !(index > 0 && isDigit(units[index - 1]) && index + 1 < units.count && isDigit(units[index + 1]))
    }
  }

  private static func isSectionHeading(_ normal: NormalText) -> Bool {
    normal.count <= 45 && normal.hasSuffix(explanation) && normal.contains(finalAccount)
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  private static let partWord: NormalText = "部分"
  private static let explanation: NormalText = "说明"
  private static let finalAccount: NormalText = "决算"
  private static let starts: Words = ["注:", "注1", "说明:", "备注:", "注释:", "附注"]
  private static let contents: Words = [
    "本表反映", "尾数误差", "尾差", "无数据", "本表为空", "空表", "四舍五入", "没有政府性基金", "无政府性基金", "没有国有资本", "无国有资本",
    "没有使用",
  ]
}
