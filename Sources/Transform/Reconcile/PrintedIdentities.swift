import Accounts

/// Reads the identities that a disclosure prints under its forms: `27行＝（1＋2＋…＋8）行`, `1栏各行＝（2＋3）栏各行`.
package struct PrintedIdentities {
  /// An identity that is printed under a form.
  package struct Rule: Equatable {
    var identity: PrintedIdentity
    var line: Int

    fileprivate var isShort: Bool { identity.text.utf16.count <= TransformLimits.longestRule }
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
        PrintedIdentity($0).map { Rule(identity: $0, line: note.span.line) }
      }
    }
  }

  /// The identities of all printed rules over the rows of a problem.
  static func identities(for problem: Problem) -> [Identity] {
    problem.forms.flatMap { form in
      rules(in: form.table.notes).flatMap { rule in
        rule.identity.isOfLines ? lineIdentities(rule, form, problem) : columnIdentities(rule, form, problem)
      }
    }
  }

  // MARK: setting up

  private static func lineIdentities(_ rule: Rule, _ form: FormReading, _ problem: Problem) -> [Identity] {
    guard form.form.template.rows == .lines else { return [] }
    var rowOfLine: [Int: Int] = [:]
    for index in problem.rows.indices where problem.forms[problem.rows[index].form].form == form.form {
      guard let number = problem.rows[index].row.lineNumber, problem.rows[index].row.key != nil else { continue }
      // Line numbers that an export cut repeat, and name no row.
      guard rowOfLine.updateValue(index, forKey: number) == nil else { return [] }
    }
    guard let whole = rowOfLine[rule.identity.whole] else { return [] }
    return problem.rows[whole].measures.enumerated().compactMap { column, measure in
      let parts = rule.identity.parts.compactMap { part -> Identity.Term? in
        guard let row = rowOfLine[part.number], let own = problem.rows[row].measures.firstIndex(of: measure) else {
          return nil
        }
        return Identity.Term(row: row, column: own, coefficient: -part.sign)
      }
      guard !parts.isEmpty else { return nil }
      return identity(rule, form, [Identity.Term(row: whole, column: column, coefficient: 1)] + parts, measure)
    }
  }

  private static func columnIdentities(_ rule: Rule, _ form: FormReading, _ problem: Problem) -> [Identity] {
    problem.rows.indices.compactMap { index in
      guard problem.forms[problem.rows[index].form].form == form.form, problem.rows[index].row.side != .revenue
      else { return nil }
      let offset = form.form.template.leftColumns + 1
      func term(_ number: Int, _ coefficient: Int64) -> Identity.Term? {
        problem.rows[index].measures.indices.contains(number - offset)
          ? Identity.Term(row: index, column: number - offset, coefficient: coefficient) : nil
      }
      let parts = rule.identity.parts.map { term($0.number, -$0.sign) }
      guard let whole = term(rule.identity.whole, 1), parts.allSatisfy({ $0 != nil }) else { return nil }
      return identity(rule, form, [whole] + parts.compactMap(\.self), nil)
    }
  }

  private static func identity(
    _ rule: Rule, _ form: FormReading, _ terms: [Identity.Term], _ measure: Measure?
  ) -> Identity {
    Identity(
      rule: .printedIdentityBroken, "\(form.form.rawValue) prints \(rule.identity.text) at line \(rule.line)",
      terms: terms,
      sourceLine: rule.line)
  }
}
