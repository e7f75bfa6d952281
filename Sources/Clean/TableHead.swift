import Accounts
import Classification

/// What stands between the title of a table and its first row: its unit, its reporter, its printed number.
struct TableHead {
  /// The unit of amounts as printed, such as `万元`.
  var unitPrinted = ""
  /// The reporting unit as printed, joined over line ends.
  var reporter = ""
  /// Whether the last line taken was a reporter that the next line may go on with.
  private var reporterIsOpen = false

  /// Takes a line that belongs to the head; false where the line is the first of the table itself.
  mutating func take(_ line: SourceLine, reduced: ReducedLine) -> Bool {
    var isHead = false
    for index in line.cells.indices {
      let normal = reduced.cell(index, of: line)
      if Self.isFormNumber(normal) {
        isHead = true
        reporterIsOpen = false
      } else if takeLabels(in: normal) || Self.isYear(normal) {
        isHead = true
      } else if reporterIsOpen, line.cells.count == 1, line.width == 1, normal.count <= 20,
        !ColumnHeading.isVocabulary(normal), !line.cells[index].text.unicodeScalars.contains(" ")
      {
        reporter += normal.description
        reporterIsOpen = false
        isHead = true
      } else {
        return isHead
      }
    }
    return isHead
  }

  /// Takes what stands in the line of the title: the unit in a cell beside it, or in a bracket behind it.
  mutating func takeTitleLine(_ line: SourceLine) {
    for cell in line.cells.dropFirst() { _ = takeLabels(in: NormalText(cell.text)) }
    guard let title = line.cells.first.map({ NormalText($0.text) }), title.units.last == 0x29,
      let bracket = title.units.lastIndex(of: 0x28)
    else { return }
    _ = takeLabels(in: NormalText(units: title.units[(bracket + 1)...]))
  }

  /// Whether a cell may stand beside a title: a form number, or the unit.
  static func isBesideTitle(_ cell: SourceCell) -> Bool {
    if isFormNumber(cell) { return true }
    // Without a byte of a colon (`:` or `：`) there is no label.
    guard cell.text.holdsByte(where: { $0 == 0x3A || $0 == 0x9A }) else { return false }
    var head = TableHead()
    return head.takeLabels(in: NormalText(cell.text)) && !head.unitPrinted.isEmpty
  }

  /// `2022年度` between the reporter and the unit.
  private static func isYear(_ normal: NormalText) -> Bool {
    (5...6).contains(normal.count) && normal.units[4] == 0x5E74
      && normal.units[..<4].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Takes `部门：某局 单位：万元` in any order; false where no label stands in the text.
  private mutating func takeLabels(in normal: NormalText) -> Bool {
    var rest = normal.units[...]
    var isTaken = false
    while takeLabel(from: &rest) { isTaken = true }
    return isTaken
  }

  /// Takes the label that `rest` begins with, and what stands behind it up to the next one.
  private mutating func takeLabel(from rest: inout ArraySlice<UInt16>) -> Bool {
    guard let colon = rest.prefix(9).firstIndex(of: Self.colon), Self.labels.end(rest[..<colon]) else { return false }
    rest = rest[(colon + 1)...]
    if rest.last == 0x29 { rest.removeLast() }
    let next = rest.indices.first { rest[$0...].starts(with: Self.unitLabel.units) }
    let end = next.map { rest[..<$0].suffix(2).elementsEqual(Self.sum.units) ? $0 - 2 : $0 } ?? rest.endIndex
    let value = NormalText(units: rest[..<end])
    rest = rest[end...]
    if let unit = MoneyUnit(rawValue: value.description) ?? Self.unit(in: value) {
      unitPrinted = unit.rawValue
      reporterIsOpen = false
    } else if !value.isEmpty {
      if reporter.isEmpty { reporter = value.description }
      reporterIsOpen = next == nil
    }
    return true
  }

  /// The unit at the start of `人民币万元` or `万元(保留两位小数)`.
  private static func unit(in value: NormalText) -> MoneyUnit? {
    let bare = value.hasPrefix("人民币") ? NormalText(units: value.units.dropFirst(3)) : value
    return [MoneyUnit.tenThousandYuan, .thousandYuan, .hundredMillionYuan, .yuan].first { unit in
      bare.hasPrefix(NormalText(unit.rawValue)) && (bare.count == unit.rawValue.utf16.count || bare.count <= 12)
    }
  }

  /// Whether a cell prints a form's number; most are refused by their first character.
  static func isFormNumber(_ cell: SourceCell) -> Bool {
    guard let first = cell.text.unicodeScalars.first else { return false }
    switch first {
    case "公", "表", "附": break
    case "0"..."9", "-",
      _ where first.isHan:
      return false
    default: break
    }
    return isFormNumber(NormalText(cell.text))
  }

  /// Whether it prints a form's number: `公开01表`, `表5`, `附件2`.
  static func isFormNumber(_ normal: NormalText) -> Bool {
    guard normal.count <= 9 else { return false }
    if normal.hasPrefix(published), normal.units.contains(0x8868) { return true }
    return normal.count <= 5 && numbered.begin(normal)
      && normal.units.last.map { (0x30...0x39).contains($0) } == true
  }

  /// Whether a line says nothing but the unit of amounts, as the first line of a table whose title is lost does.
  static func isUnitLine(_ line: SourceLine, reduced: ReducedLine) -> Bool {
    guard let head = labels(of: line, reduced: reduced) else { return false }
    return !head.unitPrinted.isEmpty
  }

  /// Whether a line says nothing but who reports, in which unit, or which number the form has.
  static func isHeadLine(_ line: SourceLine, reduced: ReducedLine) -> Bool {
    if line.cells.count == 1, isFormNumber(line.cells[0]) { return true }
    return labels(of: line, reduced: reduced) != nil
  }

  private static func labels(of line: SourceLine, reduced: ReducedLine) -> TableHead? {
    guard (1...3).contains(line.cells.count) else { return nil }
    var head = TableHead()
    return head.takeLabels(in: reduced.cell(line.cells.count - 1, of: line)) ? head : nil
  }

  private static let colon: UInt16 = 0x3A
  private static let unitLabel: NormalText = "单位:"
  private static let sum: NormalText = "金额"
  private static let published: NormalText = "公开"
  private static let numbered: Words = ["表", "附表", "附件"]
  private static let labels: Words = ["单位", "部门", "单位名称", "部门名称", "编报"]
}
