import Accounts

/// A printed figure that was corrected, and what proves it.
struct Correction {
  /// The value as printed.
  var printed: Amount
  /// The equations that the corrected value makes hold.
  var witnesses: [String]
  /// Whether an independent place prints the corrected value, and fewer than two equations force it.
  var isCorroborated: Bool
}

/// Corrects single misread digits, where the identities single one figure and one value out.
///
/// A misread digit breaks every equation that its figure stands in, by the same amount. A figure is corrected only if
/// all its equations are broken, one change of one printed digit mends them all, two of them share no other cell (or
/// one of them and the narrative demand the same figure), and no other cell explains as much. What the publisher got
/// wrong is carried through dependent sums, or has several digits wrong or in another order: it is kept as printed.
struct DigitCorrection {
  private let sections: [Section]
  private lazy var threePublic = ThreePublicWitnesses(ThreePublicWitness.read(sections))
  private var narrative: [Amount: Int]?

  /// Corrects with the narrative of `sections` as an independent place.
  init(sections: [Section]) {
    self.sections = sections
  }

  /// Corrects what can be proved; whether anything was.
  mutating func apply(to problem: inout Problem) -> Bool {
    var isChanged = false
    for _ in 0..<Self.limit {
      guard problem.isBroken else { break }
      let equations = Equations(problem)
      let suspects = Suspect.all(in: problem, equations)
      guard let (suspect, value, print) = proved(suspects, equations, problem) else { break }
      let place = suspect.place
      problem.rows[place.row].domain[0].values[place.column] = value
      let witnesses = suspect.equations.map { equations.label($0, in: problem) } + [print].compactMap(\.self)
      problem.rows[place.row].corrections[place.column] = Correction(
        printed: suspect.value, witnesses: witnesses, isCorroborated: print != nil)
      isChanged = true
    }
    return isChanged
  }

  /// A document with more misread digits than this is not to be trusted to repair itself.
  private static let limit = 24

  /// The suspect with the most equations that is the only one to explain them, its value, and where fewer than two
  /// independent equations demand it the place of the narrative that prints it.
  private mutating func proved(
    _ suspects: [Suspect], _ equations: Equations, _ problem: Problem
  ) -> (Suspect, value: Amount, print: String?)? {
    let able = suspects.filter { suspect in
      suspect.oneDigit.count == 1 && problem.rows[suspect.place.row].corrections[suspect.place.column] == nil
    }
    for suspect in able.sorted(by: { $0.equations.count > $1.equations.count }) {
      let rivals = suspects.filter { other in
        other.place != suspect.place && other.equations.contains(where: suspect.equations.contains)
      }
      let value = suspect.oneDigit[0]
      if rivals.allSatisfy(suspect.outdoes), equations.hasIndependentPair(suspect.equations, at: suspect.place) {
        return (suspect, value, nil)
      }
      guard !equations.printed(suspect.equations, besides: suspect.place).isEmpty,
        let print = print(of: value, suspect, problem)
      else { continue }
      let isSingled = rivals.allSatisfy { rival in
        suspect.outdoes(rival)
          || rival.equations == suspect.equations
            && rival.oneDigit.allSatisfy { self.print(of: $0, rival, problem) == nil }
      }
      if isSingled { return (suspect, value, print) }
    }
    return nil
  }

  /// Where the narrative prints a value that a suspect may have been misread from, and not what the form prints.
  private mutating func print(of value: Amount, _ suspect: Suspect, _ problem: Problem) -> String? {
    let variable = problem.rows[suspect.place.row]
    let measure = variable.measures[suspect.place.column]
    if problem.forms[variable.form].form.template.rows == .pairs {
      return threePublic.statement(of: value, as: measure)
    }
    // Short and round figures stand in a narrative by chance.
    guard var significant = suspect.printed.flatMap({ value.quotient(by: $0.halfUnit * 2) }) else { return nil }
    while significant != 0, significant % 10 == 0 { significant /= 10 }
    guard significant.magnitude >= 1_000 else { return nil }
    let amounts = narrative ?? NarrativeFigures.amounts(in: sections)
    narrative = amounts
    guard amounts[suspect.value] == nil else { return nil }
    return amounts[value].map { "narrative line \($0): \(value)" }
  }

  // MARK: what stays open

  /// Takes back corrections that rows decided later speak against, and those of low digits that leave a sum off in the
  /// last one: there two digits of the figure may be wrong.
  static func withdrawContradicted(in problem: inout Problem) {
    guard problem.rows.contains(where: { !$0.corrections.isEmpty }) else { return }
    let equations = Equations(problem)
    for row in problem.rows.indices {
      for (column, correction) in problem.rows[row].corrections {
        let own = equations.indices(at: Equations.Place(row: row, column: column))
        let change = ((problem.rows[row].decided?.values[column] ?? .zero) - correction.printed).magnitude
        // Rounding moves the last digit or two, and leaves most sums exact: where neither is so, more is wrong.
        let exact = own.count { equations.all[$0].sum == .zero }
        let isExact = exact == own.count
        let isAboveRounding = change >= problem.rows[row].halfUnit * 200 && exact * 2 >= own.count
        let isWithinRounding = own.allSatisfy { equations.all[$0].holds }
        guard !isWithinRounding || !(isExact || isAboveRounding || correction.isCorroborated) else { continue }
        problem.rows[row].domain[0].values[column] = correction.printed
        problem.rows[row].corrections[column] = nil
      }
    }
  }

  /// Reports figures that one digit would mend, where nothing singles one of them out.
  static func reportUndecided(in problem: inout Problem) {
    guard problem.isBroken else { return }
    let equations = Equations(problem)
    guard let suspects = Suspect.upToLimit(in: problem, equations) else {
      problem.abstain(
        "More than \(TransformLimits.mostSuspects) figures contradict each other; none is corrected or restored.")
      return
    }
    var open = suspects.filter { !$0.oneDigit.isEmpty }
      .sorted {
        ($0.equations.count, $1.place.row, $1.place.column) > ($1.equations.count, $0.place.row, $0.place.column)
      }
    while let first = open.first {
      let group = open.filter { $0.equations.contains(where: first.equations.contains) }
      open.removeAll { suspect in group.contains { $0.place == suspect.place } }
      let finding = finding(first, group, equations, problem)
      problem.forms[problem.rows[first.place.row].form].findings.append(finding)
    }
  }

  private static func finding(
    _ first: Suspect, _ group: [Suspect], _ equations: Equations, _ problem: Problem
  ) -> Finding {
    let variable = problem.rows[first.place.row]
    let possible = group.prefix(6).map { suspect in
      let values = suspect.oneDigit.prefix(6).map(\.description).joined(separator: " or ")
      return "\(problem.key(at: suspect.place)) \(values)"
    }
    return Finding(
      .valueUndecided, severity: .warning, form: problem.forms[variable.form].form, side: variable.row.side,
      row: variable.row.key, measure: variable.measures[first.place.column],
      printed: first.value.description,
      expected: first.oneDigit.map(\.description).joined(separator: ";"),
      message: "One digit would mend \(equations.label(first.equations[0], in: problem)), and nothing proves which: "
        + possible.joined(separator: ", ") + ".",
      sourceLine: first.printed?.token.span.line ?? variable.row.span.line)
  }
}

extension Problem {
  /// Whether any equation between decided cells is broken.
  var isBroken: Bool {
    identities.indices.contains { index in
      identities[index].relation == .equal && evaluate(identities[index].terms)?.holds == false
    } || rows.indices.contains { rows[$0].breaksItsRules }
  }

  /// Notes that a step gave up.
  mutating func abstain(_ message: String) {
    guard let first = forms.indices.first else { return }
    forms[first].findings.append(Finding(.workLimited, message: message))
  }

  /// The key of a cell in the datasets.
  func key(at place: Equations.Place) -> String {
    let variable = rows[place.row]
    return "\(forms[variable.form].form.rawValue)/\(variable.row.side.rawValue)/\(variable.row.key?.rawValue ?? "?")/"
      + variable.measures[place.column].rawValue
  }
}
