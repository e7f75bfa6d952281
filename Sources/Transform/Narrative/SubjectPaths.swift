import Accounts
import Classification

/// Finds the codes of subjects that running text names.
struct SubjectPaths {
  private let functional: SubjectTable
  private let economic: SubjectTable
  /// Names of classes without 支出.
  private let classNames: [(name: NormalText, code: String)]
  /// Names of economic subjects, the longest first.
  private let economicNames: [(name: NormalText, code: String)]
  private let year: FiscalYear?
  private let printedCodes: Set<String>

  init(year: FiscalYear?, printedCodes: Set<String>) {
    self.year = year
    functional = SubjectTable.functional(in: year)
    economic = SubjectTable.economic(in: year)
    self.printedCodes = printedCodes
    classNames = functional.subjects.filter { $0.level == .class && $0.normalName.count > 1 }.map { subject in
      let name = subject.normalName
      return (name.hasSuffix("支出") ? NormalText(units: name.units.dropLast(2)) : name, subject.code)
    }
    economicNames = economic.subjects.filter { $0.level == .section }.map { ($0.normalName, $0.code) }
  }

  /// Whether a text begins with the path of a subject: `…（类）…（款）…（项）`.
  func isPath(_ text: NormalText) -> Bool {
    guard let mark = marks.compactMap({ text.firstIndex(of: $0.0) }).min() else { return false }
    let end = text.units.firstIndex { $0 == 0x3002 || $0 == 0x2C || $0 == 0x3A } ?? text.count
    return mark < end && (text.contains("预算") || text.contains("决算"))
  }

  private let marks: [(NormalText, SubjectLevel)] = [("(类)", .class), ("(款)", .section), ("(项)", .item)]

  /// The code of the deepest level that a path names; nil where its names are unknown or leave several.
  func code(in text: NormalText) -> String? {
    var start = 0
    var names: [SubjectLevel: NormalText] = [:]
    for (mark, level) in marks {
      guard let index = text.firstIndex(of: mark, from: start) else { continue }
      names[level] = name(text.units[start..<index], level)
      start = index + mark.count
    }
    guard let deepest = [SubjectLevel.item, .section, .class].first(where: { names[$0] != nil }),
      let name = names[deepest]
    else { return nil }
    return single(functional.codes(named: name, level: deepest), names)
  }

  /// A name without the list number or the introduction before it: the longest rest that is a subject's name, which may
  /// hold pauses itself (`执业资格注册、资质审查`), or else what stands behind the last pause.
  private func name(_ units: ArraySlice<UInt16>, _ level: SubjectLevel) -> NormalText {
    var rest = units
    // `(1)一般公共服务支出`
    if units.first == 0x28, let end = units.firstIndex(of: 0x29) { rest = units[(end + 1)...] }
    while true {
      let name = rest.count <= Self.longestName ? NormalText(units: rest) : nil
      if let name, !functional.codes(named: name, level: level).isEmpty { return name }
      guard let pause = rest.firstIndex(where: pauses.contains) else { return name ?? NormalText(units: rest) }
      rest = rest[(pause + 1)...]
    }
  }

  /// More than the longest name of a subject has.
  private static let longestName = 80
  /// How far before a figure the class may be named whose amount or share it is.
  private static let farthestClass = 600

  /// . 、 : ; , 。
  private let pauses: [UInt16] = [0x2E, 0x3001, 0x3A, 0x3B, 0x2C, 0x3002]

  /// The one candidate that agrees with the names of the levels above it, or else the one that the forms print.
  private func single(_ candidates: [String], _ names: [SubjectLevel: NormalText]) -> String? {
    let agreeing = candidates.map { code -> (String, Int) in
      var score = 0
      if let name = names[.class], functional.isName(name, of: String(code.prefix(3))) { score += 1 }
      if code.utf8.count > 3, let name = names[.section], functional.isName(name, of: String(code.prefix(5))) {
        score += 1
      }
      return (code, score)
    }
    guard let best = agreeing.map(\.1).max() else { return nil }
    let codes = agreeing.filter { $0.1 == best }.map(\.0)
    if codes.count == 1 { return codes[0] }
    let printed = codes.filter(printedCodes.contains)
    return printed.count == 1 ? printed[0] : nil
  }

  /// The class whose amount or share a figure is, named within the sentence before it.
  func classCode(in text: NormalText, before statement: StatedFigure) -> String? {
    let near = max(0, statement.gap.upperBound - Self.farthestClass)
    var sentence = max(near, statement.gap.lowerBound)
    if statement.role == .share || statement.role == .amount && !statement.isAside && isBehindShare(statement, text) {
      let before = text.units[min(near, statement.gap.lowerBound)..<statement.gap.lowerBound]
      sentence = before.lastIndex { $0 == 0x3002 || $0 == 0x3B }.map { $0 + 1 } ?? near
    }
    let range = sentence..<statement.gap.upperBound
    // The class named last; of names within one another the longest.
    let named = classNames.compactMap { name, code in
      text.lastIndex(of: name, in: range).map { (end: $0 + name.count, count: name.count, code: code) }
    }
    return named.max { ($0.end, $0.count) < ($1.end, $1.count) }?.code
  }

  /// Whether a share stands right before a figure: `教育支出占合计的12.30%，金额4.50万元`.
  private func isBehindShare(_ statement: StatedFigure, _ text: NormalText) -> Bool {
    let start = statement.gap.lowerBound
    return start > 0 && text.units[start - 1] == 0x25 && statement.gap.count <= 6
  }

  /// The classes of figures that are handed out in turn (`教育支出、住房保障支出分别为60、30万元`), by the figure's index;
  /// nil where there are not as many of both.
  func classesInTurn(of figures: [StatedFigure], in text: NormalText) -> [Int: String?] {
    var turns: [Int: String?] = [:]
    var named: [String] = []
    for (index, figure) in figures.enumerated() where !figure.continuesList {
      let count = 1 + figures[(index + 1)...].prefix(while: \.continuesList).count
      guard count > 1, TopicWords.distributes(text, figure.gap) else { continue }
      let here = classes(in: text, figure.gap)
      if !here.isEmpty { named = here }
      for offset in 0..<count { turns[index + offset] = .some(named.count == count ? named[offset] : nil) }
    }
    return turns
  }

  /// The classes that a stretch names, in order; of names that overlap the longest counts.
  private func classes(in text: NormalText, _ range: Range<Int>) -> [String] {
    var codes: [String] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let here = classNames.filter { index + $0.name.count <= range.upperBound && text.holds($0.name, at: index) }
      let longest = here.max { $0.name.count < $1.name.count }
      if let longest { codes.append(longest.code) }
      index += longest?.name.count ?? 1
    }
    return codes
  }

  /// What may stand before the first name of a list.
  private let openings: [NormalText] = ["主要包括", "包括", "主要用于", "主要有", "其中", "含"]

  /// What may stand between a name and its amount.
  private let verbs: [NormalText] = ["为", "共", "支出"]

  /// The economic subject whose amount a figure is: what stands between the last pause and the figure.
  func economicCode(in text: NormalText, before statement: StatedFigure) -> String? {
    let pauses: [UInt16] = [0x2C, 0x3001, 0x3A, 0x3B, 0x3002]
    let start = text.units[statement.gap].lastIndex(where: pauses.contains).map { $0 + 1 } ?? statement.gap.lowerBound
    var name = NormalText(units: text.units[start..<statement.gap.upperBound])
    if let opening = openings.first(where: name.hasPrefix) {
      name = NormalText(units: name.units.dropFirst(opening.count))
    }
    // `办公费支出为3.20万元`
    for verb in verbs where name.hasSuffix(verb) && !economicNames.contains(where: { $0.name == name }) {
      name = NormalText(units: name.units.dropLast(verb.count))
    }
    let codes = economicNames.filter { $0.name == name }.map(\.code)
    if codes.count == 1 { return codes[0] }
    let printed = codes.filter(printedCodes.contains)
    if printed.count == 1 { return printed[0] }
    let valid = codes.filter { code in year.map { economic[code]?.isValid(in: $0) ?? false } ?? false }
    if valid.count == 1 { return valid[0] }
    return codes.first { $0.hasPrefix("301") || $0.hasPrefix("302") || $0.hasPrefix("303") }
  }
}
