import Accounts

/// What the identities say of each decided cell: how many hold that it takes part in, and how many are broken.
struct Evidence {
  /// The identities of one cell.
  struct Cell {
    var held: [String] = []
    var broken: [String] = []
    /// How many of those that hold are equations, which prove more than that a part is at most its whole.
    var heldEquations = 0

    /// Whether all its equations are off in the last digit, where the others of the disclosure are exact.
    var isOff = false

    /// Whether more speaks against the value than for it.
    var isDoubtful: Bool { isOff || !broken.isEmpty && broken.count >= heldEquations }
    /// An identity that gives exactly this value from one other printed cell.
    var counterpart: String?
  }

  private var cells: [Place: Cell] = [:]
  /// Forms (as indices) that stand in a broken identity: what was inferred in them is not certain.
  private(set) var suspectForms: Set<Int> = []
  /// The equations, where a restored figure needs them.
  private(set) var equations: Equations?
  /// The names of all identities, and of those that hold.
  private var claims: Set<String> = []
  private var held: Set<String> = []

  private typealias Place = Equations.Place

  /// Weighs all identities of a decided problem, and the rules within its rows.
  init(_ problem: Problem) {
    var isLoose = false
    for identity in problem.identities {
      claims.insert(identity.label)
      guard let result = problem.evaluate(identity) else { continue }
      if result.holds { held.insert(identity.label) }
      if identity.relation == .equal, result.holds, result.sum != 0 { isLoose = true }
      if !result.holds { suspectForms.formUnion(identity.terms.map { problem.rows[$0.row].form }) }
      guard result.printed > 1 else { continue }
      for term in identity.terms where problem.rows[term.row].domain[0].values[term.column] != nil {
        note(
          identity.label, holds: result.holds, isEquation: identity.relation == .equal,
          at: Place(row: term.row, column: term.column))
      }
      if identity.relation == .equal, result.printed == 2, result.sum == 0 { noteCounterparts(identity, problem) }
    }
    spreadSuspicion(problem)
    for (row, variable) in problem.rows.enumerated() {
      guard let reading = variable.decided else { continue }
      let rules = variable.rules
      for rule in rules.rules {
        let printed = rule.terms.filter { reading.values[$0.column] != nil }
        guard printed.count > 1 else { continue }
        let holds = rules.isHeld(rule, reading.values, halfUnit: variable.halfUnit)
        for term in printed {
          note(rule.label, holds: holds, isEquation: true, at: Place(row: row, column: term.column))
        }
      }
      if reading.lost != nil || !variable.restored.isEmpty { isLoose = true }
    }
    guard isLoose else { return }
    let equations = Equations(problem)
    self.equations = equations
    for place in equations.placesOff() { cells[place, default: Cell()].isOff = true }
  }

  /// What may be named as a witness: of the identities those that hold, and what is no identity.
  func witnesses(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    return labels.filter { (held.contains($0) || !claims.contains($0)) && seen.insert($0).inserted }
  }

  /// What was inferred with the help of a suspect form is no more certain than that form.
  private mutating func spreadSuspicion(_ problem: Problem) {
    guard !suspectForms.isEmpty else { return }
    for identity in problem.identities where identity.rule == .crossFormIdentityBroken {
      let forms = Set(identity.terms.map { problem.rows[$0.row].form })
      if !forms.isDisjoint(with: suspectForms), identity.terms.contains(where: { !problem.rows[$0.row].isSettled }) {
        suspectForms.formUnion(forms)
      }
    }
  }

  /// The evidence on one cell.
  func of(row: Int, column: Int) -> Cell { cells[Place(row: row, column: column)] ?? Cell() }

  private mutating func note(_ label: String, holds: Bool, isEquation: Bool, at place: Place) {
    guard holds else {
      cells[place, default: Cell()].broken.append(label)
      return
    }
    cells[place, default: Cell()].held.append(label)
    if isEquation { cells[place, default: Cell()].heldEquations += 1 }
  }

  private mutating func noteCounterparts(_ identity: Identity, _ problem: Problem) {
    let printed = identity.terms.filter { problem.rows[$0.row].decided?.values[$0.column] != nil }
    guard printed.count == 2, printed[0].row != printed[1].row else { return }
    for (own, other) in [(printed[0], printed[1]), (printed[1], printed[0])] {
      let isPrinted = problem.rows[other.row].decided?.figures[other.column] != nil
      if isPrinted { cells[Place(row: own.row, column: own.column), default: Cell()].counterpart = identity.label }
    }
  }
}
