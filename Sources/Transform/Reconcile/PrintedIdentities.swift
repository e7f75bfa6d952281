import Accounts

/// Reads the identities that a disclosure prints under its forms: `27行＝（1＋2＋…＋8）行`, `1栏各行＝（2＋3）栏各行`.
package struct PrintedIdentities {
  /// One printed rule: a line or column is the sum of others.
  package struct Rule: Equatable {
    var isOfLines: Bool
    var whole: Int
    /// Numbers of lines or columns with their signs.
    var parts: [Int: Int64]
    var text: String
    var line: Int

    fileprivate var isShort: Bool { text.utf16.count <= TransformLimits.longestRule }
  }

  /// The rules that the notes of a table print, as many as are read.
  package static func rules(in notes: [Paragraph]) -> [Rule] {
    Array(allRules(in: notes).filter(\.isShort).prefix(TransformLimits.mostRules))
  }

  /// Whether the notes of a table print more rules, or longer ones, than are read.
  static func exceedLimits(_ notes: [Paragraph]) -> Bool {
    let rules = allRules(in: notes)
    return rules.count > TransformLimits.mostRules || !rules.allSatisfy(\.isShort)
  }

  private static func allRules(in notes: [Paragraph]) -> [Rule] {
    notes.flatMap { note in
      NormalText(note.text).units.split { $0 == 0x3B || $0 == 0x3002 || $0 == 0x2C }.compactMap {
        rule(in: $0, line: note.span.line)
      }
    }
  }

  /// The identities of all printed rules over the rows of a problem.
  static func identities(for problem: Problem) -> [Identity] {
    problem.forms.flatMap { form in
      rules(in: form.table.notes).flatMap { rule in
        rule.isOfLines ? lineIdentities(rule, form, problem) : columnIdentities(rule, form, problem)
      }
    }
  }

  // MARK: reading

  private static func rule(in units: ArraySlice<UInt16>, line: Int) -> Rule? {
    guard let equals = units.firstIndex(of: 0x3D), units.contains(0x884C) || units.contains(0x680F) else { return nil }
    let left = units[..<equals]
    guard let start = left.lastIndex(where: { !isDigit($0) && !isUnitWord($0) }).map({ $0 + 1 }) ?? left.indices.first,
      let whole = Int(String(decoding: left[start...].prefix(while: isDigit), as: UTF16.self))
    else { return nil }
    let isOfLines = !left.contains(0x680F)
    guard let parts = parts(in: units[(equals + 1)...]) else { return nil }
    return Rule(
      isOfLines: isOfLines, whole: whole, parts: parts, text: String(decoding: units[start...], as: UTF16.self),
      line: line)
  }

  private static func isDigit(_ unit: UInt16) -> Bool { (0x30...0x39).contains(unit) }

  /// 行 栏 各
  private static func isUnitWord(_ unit: UInt16) -> Bool { unit == 0x884C || unit == 0x680F || unit == 0x5404 }

  /// The signed numbers of `(1+2-3)`, with `31+32+…+56` filled in.
  private static func parts(in units: ArraySlice<UInt16>) -> [Int: Int64]? {
    var parts: [Int: Int64] = [:]
    var sign: Int64 = 1
    var last = 0
    var isRange = false
    var index = units.startIndex
    while index < units.endIndex {
      let unit = units[index]
      if isDigit(unit) {
        let digits = units[index...].prefix(while: isDigit)
        guard digits.count <= 3, let number = Int(String(decoding: digits, as: UTF16.self)) else { return nil }
        if isRange, last + 1 < number { for between in (last + 1)..<number { parts[between] = sign } }
        parts[number] = sign
        last = number
        isRange = false
        index = digits.endIndex
        continue
      }
      if unit == 0x2B { sign = 1 } else if unit == 0x2D { sign = -1 }
      if unit == 0x2026 || unit == 0x2E { isRange = true }
      index += 1
    }
    return parts.isEmpty ? nil : parts
  }

  // MARK: setting up

  private static func lineIdentities(_ rule: Rule, _ form: FormReading, _ problem: Problem) -> [Identity] {
    guard form.form == .gk01 || form.form == .gk04 else { return [] }
    var rowOfLine: [Int: Int] = [:]
    for index in problem.rows.indices where problem.forms[problem.rows[index].form].form == form.form {
      guard let number = problem.rows[index].row.lineNumber, problem.rows[index].row.key != nil else { continue }
      // Line numbers that an export cut repeat, and name no row.
      guard rowOfLine.updateValue(index, forKey: number) == nil else { return [] }
    }
    guard let whole = rowOfLine[rule.whole] else { return [] }
    return problem.rows[whole].measures.enumerated().compactMap { column, measure in
      let parts = rule.parts.sorted { $0.key < $1.key }.compactMap { number, sign -> Identity.Term? in
        guard let row = rowOfLine[number], let own = problem.rows[row].measures.firstIndex(of: measure) else {
          return nil
        }
        return Identity.Term(row: row, column: own, coefficient: -sign)
      }
      guard !parts.isEmpty else { return nil }
      return identity(rule, form, [Identity.Term(row: whole, column: column, coefficient: 1)] + parts, measure)
    }
  }

  private static func columnIdentities(_ rule: Rule, _ form: FormReading, _ problem: Problem) -> [Identity] {
    problem.rows.indices.compactMap { index in
      guard problem.forms[problem.rows[index].form].form == form.form, problem.rows[index].row.side != .revenue
      else { return nil }
      let offset = form.form == .gk04 ? 2 : 1
      func term(_ number: Int, _ coefficient: Int64) -> Identity.Term? {
        problem.rows[index].measures.indices.contains(number - offset)
          ? Identity.Term(row: index, column: number - offset, coefficient: coefficient) : nil
      }
      let parts = rule.parts.sorted { $0.key < $1.key }.map { term($0.key, -$0.value) }
      guard let whole = term(rule.whole, 1), parts.allSatisfy({ $0 != nil }) else { return nil }
      return identity(rule, form, [whole] + parts.compactMap(\.self), nil)
    }
  }

  private static func identity(
    _ rule: Rule, _ form: FormReading, _ terms: [Identity.Term], _ measure: Measure?
  ) -> Identity {
    Identity(
      rule: .printedIdentityBroken, "\(form.form.rawValue) prints \(rule.text) at line \(rule.line)", terms: terms,
      sourceLine: rule.line)
  }
}
