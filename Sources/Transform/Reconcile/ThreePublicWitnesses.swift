import Accounts
import Classification

/// Chooses among the readings of gk09 by what the narrative prints: a reading that balances may still be wrong.
struct ThreePublicWitnesses {
  private let witnesses: [ThreePublicWitness]

  /// Weighs with these witnesses.
  init(_ witnesses: [ThreePublicWitness]) {
    self.witnesses = witnesses
  }

  /// Narrows the row of gk09 to the readings that agree best with the narrative.
  ///
  /// A reading that does not balance is taken only where the narrative contradicts every one that does, and at least
  /// two statements more speak for it.
  func apply(to problem: inout Problem) {
    guard !witnesses.isEmpty, let index = problem.openThreePublic else { return }
    let variable = problem.rows[index]
    let isSetAside = variable.domain.isEmpty
    let balanced = best(of: isSetAside ? variable.considered : variable.domain, variable)
    var chosen = balanced
    if balanced.map({ $0.contradicting > 0 }) ?? true {
      let enumerator = ReadingEnumerator(rules: variable.rules, measures: variable.measures)
      if let all = best(of: enumerator.allReadings(of: variable.row), variable),
        all.score >= (balanced?.score ?? 0) + (isSetAside ? 1 : 2)
      {
        chosen = all
      }
    }
    guard let chosen, chosen.score > 0,
      chosen.readings.count < variable.domain.count || chosen.readings != balanced?.readings
    else { return }
    take(chosen, of: &problem, at: index, isSetAside)
  }

  private func take(_ chosen: Best, of problem: inout Problem, at index: Int, _ isSetAside: Bool) {
    if chosen.readings.count == 1, let column = problem.rows[index].misread(chosen.readings[0]) {
      // The narrative prints the figure whose digit was misread, or the row waits for another proof.
      guard let value = chosen.readings[0].values[column],
        let statement = statement(of: value, as: problem.rows[index].measures[column]),
        let figure = chosen.readings[0].figures[column]
      else { return }
      let rules = problem.rows[index].rules.rules.filter { $0.terms.contains { $0.column == column } }
      problem.rows[index].corrections[column] = Correction(
        printed: problem.rows[index].row.figures[figure].amount ?? value,
        witnesses: rules.map(\.label) + [statement], isCorroborated: true)
    }
    problem.rows[index].domain = chosen.readings
    problem.rows[index].isCorroborated = chosen.readings.count == 1 && chosen.contradicting == 0
    if isSetAside, chosen.contradicting > 0 { problem.rows[index].isMinimal = true }
    problem.rows[index].excludedBy += witnesses.map(label)
  }

  private func label(_ witness: ThreePublicWitness) -> String {
    "narrative line \(witness.line): \(Measure.threePublicActual[witness.item].rawValue)"
  }

  /// The place of the narrative that states this amount for a column of gk09.
  func statement(of value: Amount, as measure: Measure) -> String? {
    witnesses.first { witness in
      measure == Measure.threePublicBudget[witness.item] && witness.budget?.amount == value
        || measure == Measure.threePublicActual[witness.item] && witness.actual?.amount == value
    }.map(label)
  }

  /// The readings that the narrative supports best, among equals those that break the fewest rules.
  private struct Best {
    var readings: [Reading]
    var score: Int
    var contradicting: Int
  }

  private func best(of readings: [Reading], _ variable: RowVariable) -> Best? {
    let scored = readings.map { reading in
      let support = support(reading, variable)
      let held = variable.rules.rules.count { variable.rules.isHeld($0, reading, variable.rounding) }
      return (reading: reading, support: support, key: (support.agreeing - support.contradicting, held))
    }
    guard let top = scored.map(\.key).max(by: <) else { return nil }
    let kept = scored.filter { $0.key == top }
    return Best(
      readings: kept.map(\.reading), score: top.0, contradicting: kept.map(\.support.contradicting).min() ?? 0)
  }

  private typealias Support = (agreeing: Int, contradicting: Int)

  /// How many statements of the narrative a reading agrees with, and how many it contradicts.
  private func support(_ reading: Reading, _ variable: RowVariable) -> Support {
    var support: Support = (0, 0)
    for witness in witnesses {
      guard let budgetColumn = variable.measures.firstIndex(of: Measure.threePublicBudget[witness.item]),
        let actualColumn = variable.measures.firstIndex(of: Measure.threePublicActual[witness.item]),
        !reading.isUnknown(budgetColumn), !reading.isUnknown(actualColumn)
      else { continue }
      let (budget, actual) = (reading.values[budgetColumn], reading.values[actualColumn])
      if let rate = witness.rate { weigh(rate, budget, actual, variable.halfUnit, &support) }
      if let stated = witness.budget { weigh(stated, budget, variable.halfUnit, &support) }
      if let stated = witness.actual { weigh(stated, actual, variable.halfUnit, &support) }
    }
    return support
  }

  /// A rate needs a budget: a blank contradicts it outright, where another figure may be the publisher's error.
  private func weigh(
    _ rate: ThreePublicWitness.Rate, _ budget: Amount?, _ actual: Amount?, _ halfUnit: Amount, _ support: inout Support
  ) {
    guard let budget, budget > .zero, let share = (actual ?? .zero).share(of: budget, parts: 100_000),
      let rounding = (halfUnit * 2).share(of: budget, parts: 100_000)
    else {
      support.contradicting += rate.thousandths == 0 ? 0 : 2
      return
    }
    // Rounding of the rate and of both figures.
    if abs(share - rate.thousandths) <= rate.halfUnit + rounding + 1 {
      support.agreeing += 1
    } else {
      support.contradicting += 1
    }
  }

  /// A stated zero is as well printed as a blank, and then says nothing for a reading. A blank contradicts an amount
  /// outright, and any figure a zero; another figure may be the publisher's error.
  private func weigh(
    _ stated: StatedMoney, _ value: Amount?, _ halfUnit: Amount, _ support: inout Support
  ) {
    if (stated.amount - (value ?? .zero)).magnitude <= stated.halfUnit + halfUnit {
      support.agreeing += stated.amount == .zero ? 0 : 1
    } else {
      support.contradicting += value == nil || stated.amount == .zero ? 2 : 1
    }
  }
}

extension Problem {
  /// The row of gk09, unless its own cells settle it.
  var openThreePublic: Int? {
    index[RowPlace(.gk09, .none, .total)].flatMap { rows[$0].isSettled ? nil : $0 }
  }
}
