import Accounts

/// What a line that may be the title of a table says.
public enum TableTitle: Hashable, Sendable {
  /// A form of the report.
  case form(Form)
  /// Another table.
  case other
}

extension TableTitle {
  /// Recognises the title of a table, whatever numbers, year and unit name stand around it; nil for other text.
  ///
  /// `2024年度收入支出决算总表（表1）`, `一、收入支出决算总表` and `某局2024年度收入决算表` are titles.
  public init?(_ line: NormalText, among forms: FormSet = .finalAccount) {
    guard line.count >= 4, line.count <= 60, let core = Self.core(of: line) else { return nil }
    if Self.collective.contains(where: core.hasSuffix) || core.contains("部分") { return nil }
    guard core.contains("决算") || core.contains("三公"), !Self.byUnit.contains(where: line.contains) else {
      self = .other
      return
    }
    self = forms.form(titled: core).map(TableTitle.form) ?? .other
  }

  /// The title up to its last 表, or nil where the line does not end in one (but for a bracket or a form number).
  private static func core(of line: NormalText) -> NormalText? {
    var units = withoutFormNumber(line)
    if let bracket = units.lastIndex(of: Self.openBracket), units.last == Self.closeBracket, bracket > units.startIndex,
      units.distance(from: bracket, to: units.endIndex) <= 12
    {
      units = units[..<bracket]
    }
    if let open = NormalText(units: units).firstIndex(of: "公开"), open > 3 {
      units = units[..<(units.startIndex + open)]
    }
    guard let last = units.last, last == Self.table || last == Self.continued else { return nil }
    let core = NormalText(units: last == Self.continued ? units.dropLast() : units)
    guard core.hasSuffix("表"), !core.hasPrefix("公开"), !core.hasPrefix("附表"), !hasSentenceMark(core) else { return nil }
    return core
  }

  /// The title behind `附表1:`, `表一:` or `公开01表`.
  private static func withoutFormNumber(_ line: NormalText) -> ArraySlice<UInt16> {
    let units = line.units[...]
    if let colon = units.firstIndex(of: 0x3A), colon <= 5, line.hasPrefix("附表") || line.hasPrefix("表") {
      return units[(colon + 1)...]
    }
    if line.hasPrefix("公开"), let end = units.firstIndex(of: table), end <= 5, units.count - end > 6 {
      return units[(end + 1)...]
    }
    return units
  }

  private static func hasSentenceMark(_ core: NormalText) -> Bool {
    core.units.contains { $0 == 0x3002 || $0 == 0x3B || $0 == 0x2C || $0 == 0x3A }
  }

  private static let openBracket: UInt16 = 0x28
  private static let closeBracket: UInt16 = 0x29
  private static let table: UInt16 = 0x8868  // 表
  private static let continued: UInt16 = 0x7EED  // 续
  private static let collective: [NormalText] = ["部门决算表", "单位决算表", "决算报表", "决算公开表", "预决算表"]

  /// What a table is called that has the columns of a form and units instead of subjects.
  private static let byUnit: [NormalText] = ["(分单位", "(按单位", "(分部门", "分单位收", "分单位支", "分单位决", "按单位分"]
}
