import Accounts
import Classification

/// The labels of gk01 and gk04: which line of the form a text names.
struct LineLabels {
  /// A line that a label names.
  struct Line {
    var side: Side
    var key: RowKey
    var name: String
    /// The class code of an expenditure line; empty on the others.
    var code: String
  }

  /// The longest label has some forty characters; a remark may stand behind it.
  private static let longest = 200

  private let form: Form
  private var byLabel: [NormalText: Int] = [:]
  private var lines: [Line] = []
  private var labels: [(text: NormalText, line: Int)] = []

  /// The labels of `form` with the names that classes of expenditure have or had.
  init(form: Form, subjects: SubjectTable) {
    self.form = form
    for template in form.template.lines where template.below == nil {
      add(Line(side: template.side, key: template.row, name: template.name, code: ""), labels: template.labels)
    }
    for subject in subjects.subjects where subject.level == .class {
      let names = subjects.names(of: subject.code).map(\.normalName)
      add(
        Line(side: .expenditure, key: RowKey(subject.code), name: subject.name, code: subject.code), labels: names)
    }
  }

  private mutating func add(_ line: Line, labels names: [NormalText]) {
    lines.append(line)
    for name in names where byLabel[name] == nil {
      byLabel[name] = lines.count - 1
      labels.append((name, lines.count - 1))
    }
  }

  /// The line that a text names, whole or cut behind at least three characters; nil for other text.
  ///
  /// Where a cut label begins lines of both sides, its printed number decides: revenue has at most eight lines.
  func line(named text: NormalText) -> Line? {
    guard text.count <= Self.longest else { return nil }
    let (number, label) = Self.numbered(text)
    if let exact = byLabel[label] ?? lineOfDamaged(text) { return lines[exact] }
    guard label.count >= 3 else { return nil }
    let found = labels.lazy.filter { isCut(label, of: $0.text) || isLonger(label, than: $0.text) }.map(\.line)
    let distinct = Set(found)
    if distinct.count <= 1 { return distinct.first.map { lines[$0] } }
    let side: Side = number > 8 ? .expenditure : .revenue
    let ofSide = distinct.filter { lines[$0].side == side }
    return ofSide.count == 1 ? ofSide.first.map { lines[$0] } : nil
  }

  /// The line that a text names whole, as it is or damaged; nil for other text.
  func wholeLine(named text: NormalText) -> Line? {
    guard text.count <= Self.longest else { return nil }
    return (byLabel[Self.numbered(text).label] ?? lineOfDamaged(text)).map { lines[$0] }
  }

  /// Whether a text is the beginning of a label that goes on behind it.
  func isBeginning(_ text: NormalText) -> Bool {
    let label = Self.numbered(text).label
    return byLabel[label] == nil && labels.contains { isCut(label, of: $0.text) }
  }

  /// The only line whose label a text is but for traditional characters, lost ones or one printed twice; nil for other
  /// text, and where two lines have such a label.
  private func lineOfDamaged(_ text: NormalText) -> Int? {
    let folded = Simplified.folding(text)
    if let line = byLabel[Self.numbered(folded).label] { return line }
    var found: Set<Int> = []
    for whole in DamagedLabel.withoutDoubled(folded) {
      if let line = byLabel[Self.numbered(whole).label] { found.insert(line) }
    }
    if let damaged = DamagedLabel(folded.hasPrefix("其中:") ? Self.numbered(folded).label : folded) {
      for label in labels where damaged.mayBe(label.text) { found.insert(label.line) }
    }
    return found.count == 1 ? found.first : nil
  }

  private func isCut(_ label: NormalText, of name: NormalText) -> Bool { name.hasPrefix(label) }

  /// Whether a label is a name with a remark behind it: `使用非财政拨款结余(含…`.
  private func isLonger(_ label: NormalText, than name: NormalText) -> Bool {
    name.count >= 4 && label.hasPrefix(name) && label.units[name.count] == 0x28
  }

  /// Whether a text is a Chinese numeral and nothing else.
  static func isNumeral(_ text: NormalText) -> Bool {
    !text.isEmpty && text.count <= 3 && text.units.allSatisfy { $0 > 0x39 && digits[$0] != nil }
  }

  /// Whether a text begins with the number of a line, be it that the mark behind it was lost.
  static func isNumbered(_ text: NormalText) -> Bool {
    if numbered(text).number > 0 { return true }
    let number = text.units.prefix { digits[$0] != nil }
    return !number.isEmpty && text.units.dropFirst(number.count).first.map(DamagedLabel.isLost) ?? false
  }

  /// Parts `一、`, `(一)`, `1.` or `其中:` from the label behind; the number is 0 where none is printed.
  static func numbered(_ text: NormalText) -> (number: Int, label: NormalText) {
    var units = text.units[...]
    if text.hasPrefix("其中:") { units = units.dropFirst(3) }
    if units.first == 0x28 { units = units.dropFirst() }
    let number = units.prefix { digits[$0] != nil }
    guard !number.isEmpty, number.endIndex < units.endIndex, marks.contains(units[number.endIndex]) else {
      return (0, text.hasPrefix("其中:") ? NormalText(units: units) : text)
    }
    return (value(of: number), NormalText(units: units[(number.endIndex + 1)...]))
  }

  /// The value of a Chinese or Arabic numeral below one hundred; a longer one counts as a hundred.
  private static func value(of number: ArraySlice<UInt16>) -> Int {
    var value = 0
    for unit in number {
      let digit = digits[unit] ?? 0
      if unit < 0x3A {
        value = value * 10 + digit
      } else if digit == 10 {
        value = max(value, 1) * 10
      } else {
        value += digit
      }
      value = min(value, 100)
    }
    return value
  }

  /// The digits that number lines.
  static let digits: [UInt16: Int] = {
    var digits: [UInt16: Int] = [:]
    for (index, unit) in "一二三四五六七八九十".utf16.enumerated() { digits[unit] = index + 1 }
    for (index, unit) in "0123456789".utf16.enumerated() { digits[unit] = index }
    return digits
  }()
  /// The characters that end the number of a line.
  static let marks: Set<UInt16> = Set("、.,)".utf16)
}
