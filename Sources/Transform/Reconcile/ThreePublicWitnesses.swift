import Accounts

/// What the narrative says of one of the three public expenses: its actual amount and how much of its budget that is.
struct RateWitness {
  /// The column of the budget half that the rate measures.
  var budget: Measure
  /// The column of the actual half.
  var actual: Measure
  /// The actual amount as the narrative prints it; nil where it prints none.
  var amount: Amount?
  /// The printed rate in thousandths of a percent, such as 52600 for 52.6 %.
  var rate: Int64
  /// Half a unit of the rate's last digit.
  var halfUnit: Int64
  var line: Int
}

/// Chooses among the readings of gk09 by what the narrative prints: a reading that balances may still be wrong.
struct ThreePublicWitnesses {
  private let witnesses: [RateWitness]

  /// Weighs with these witnesses.
  init(_ witnesses: [RateWitness]) {
    self.witnesses = witnesses
  }

  /// Narrows the row of gk09 where exactly one reading agrees with most of the narrative.
  func apply(to problem: inout Problem) {
    guard let index = problem.index[RowPlace(.gk09, .none, .total)], !problem.rows[index].isSettled else { return }
    let variable = problem.rows[index]
    let balanced = variable.domain.map { ($0, support($0, variable)) }
    if !witnesses.isEmpty, !balanced.contains(where: { $0.1.agreeing > 0 && $0.1.agreeing >= $0.1.contradicting }) {
      // Nothing that balances is what the narrative says: look among the readings that do not.
      let all = ReadingEnumerator(rules: variable.rules, measures: variable.measures).allReadings(of: variable.row)
      choose(among: all.map { ($0, support($0, variable)) }, at: index, in: &problem)
    } else {
      choose(among: balanced, at: index, in: &problem)
    }
  }

  private typealias Support = (agreeing: Int, contradicting: Int)

  private func choose(among readings: [(Reading, Support)], at index: Int, in problem: inout Problem) {
    let rules = problem.rows[index].rules
    let halfUnit = problem.rows[index].halfUnit
    func score(_ entry: (Reading, Support)) -> (Int, Int) {
      let held = rules.rules.count { rules.isHeld($0, entry.0.values, halfUnit: halfUnit) }
      return (entry.1.agreeing - entry.1.contradicting, held)
    }
    guard let best = readings.map(score).max(by: <), best.0 > 0 else { return }
    let kept = readings.filter { score($0) == best }.map(\.0)
    guard kept.count == 1 else {
      if problem.rows[index].domain.count > 1, kept.count < problem.rows[index].domain.count {
        problem.rows[index].domain = kept
      }
      return
    }
    problem.rows[index].domain = kept
    problem.rows[index].isCorroborated = true
    problem.rows[index].excludedBy += witnesses.map { "narrative line \($0.line): rate of \($0.actual.rawValue)" }
  }

  /// How many printed rates a reading agrees with, and how many it contradicts.
  private func support(_ reading: Reading, _ variable: RowVariable) -> Support {
    var support: Support = (0, 0)
    for witness in witnesses {
      guard let budgetColumn = variable.measures.firstIndex(of: witness.budget),
        let actualColumn = variable.measures.firstIndex(of: witness.actual)
      else { continue }
      guard let budget = reading.values[budgetColumn], let actual = reading.values[actualColumn], budget > 0 else {
        // A rate needs a budget: a blank contradicts it outright, where another figure may be the publisher's error.
        support.contradicting += 2
        continue
      }
      // |actual / budget - rate| <= rounding of the rate and of both figures.
      let rate = actual * 100_000 / budget
      let slack = witness.halfUnit + 100_000 * variable.halfUnit * 2 / budget + 1
      if (rate - witness.rate).magnitude <= UInt64(slack) { support.agreeing += 1 } else { support.contradicting += 1 }
    }
    return support
  }
}
