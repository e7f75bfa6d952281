import Accounts

/// Compares the indicators of a project's form with the same indicators in the form of the whole unit.
enum IndicatorChecks {
  /// One finding for each indicator with another target there, and one where the targets of several stand one row off.
  static func findings(_ evaluations: [SelfEvaluation]) -> [Finding] {
    var whole: [NormalText: Indicator] = [:]
    var repeated: Set<NormalText> = []
    for indicator in evaluations.lazy.filter({ $0.project == nil }).flatMap(\.indicators) {
      let name = NormalText(indicator.name)
      if whole.updateValue(indicator, forKey: name) != nil { repeated.insert(name) }
    }
    for name in repeated { whole[name] = nil }
    let projects = evaluations.filter { $0.project != nil }
    // A name that several projects have, such as 群众满意度, may mean any of them in the form of the whole unit.
    var seen: [NormalText: Int] = [:]
    for project in projects {
      for name in Set(project.indicators.map { NormalText($0.name) }) { seen[name, default: 0] += 1 }
    }
    for (name, count) in seen where count > 1 { whole[name] = nil }
    return whole.isEmpty ? [] : projects.flatMap { findings($0.indicators, whole) }
  }

  private static func findings(_ indicators: [Indicator], _ whole: [NormalText: Indicator]) -> [Finding] {
    let others = indicators.map { whole[NormalText($0.name)] }
    var findings: [Finding] = []
    for (indicator, other) in zip(indicators, others) {
      guard let other, differs(indicator.target, other.target) else { continue }
      findings.append(
        Finding(
          .indicatorDiffers, fact: "\(indicator.scope)/\(indicator.goal)/\(indicator.name)/target",
          printed: indicator.target, expected: other.target,
          message: """
            Indicator \(indicator.name) of \(indicator.scope): the target \(indicator.target) is printed, the form of \
            the whole unit has \(other.target).
            """,
          sourceLine: indicator.span.line))
    }
    // Nothing is off where the targets agree.
    return findings.isEmpty ? [] : shift(indicators, others) + findings
  }

  /// Targets that stand one row above or below the names that they have in the form of the whole unit.
  private static func shift(_ indicators: [Indicator], _ others: [Indicator?]) -> [Finding] {
    for offset in [-1, 1] {
      let shifted = indicators.indices.filter { index in
        guard indicators.indices.contains(index + offset), let other = others[index] else { return false }
        return differs(indicators[index].target, other.target)
          && !differs(indicators[index + offset].target, other.target)
      }
      guard shifted.count > 1, let first = shifted.first.map({ offset < 0 ? $0 + offset : $0 }) else { continue }
      let expected = others[first]?.target ?? ""
      let names = shifted.map { indicators[$0].name }.joined(separator: ", ")
      return [
        Finding(
          .indicatorsShifted,
          fact: "\(indicators[first].scope)/\(indicators[first].goal)/\(indicators[first].name)/target",
          printed: indicators[first].target, expected: expected,
          message: """
            The targets of \(names) stand one row \(offset < 0 ? "above" : "below") their names, as the form of the whole \
            unit has them: \(indicators[first].target) beside \(indicators[first].name).
            """,
          sourceLine: indicators[first].span.line)
      ]
    }
    return []
  }

  /// Whether two targets are different ones; `≥2次`, `2 次` and `2` are the same.
  private static func differs(_ left: String, _ right: String) -> Bool {
    let (left, right) = (core(left), core(right))
    guard let shorter = [left, right].min(by: { $0.count < $1.count }), !shorter.isEmpty else { return false }
    let longer = left.count < right.count ? right : left
    let isWithoutUnit =
      shorter.allSatisfy(NarrativeText.isDigit) && longer.starts(with: shorter)
      && !longer[shorter.count...].contains { NarrativeText.isDigit($0) || $0 == 0x25 || $0 == 0x2E }
    return left != right && !isWithoutUnit
  }

  /// A target without the sign that compares.
  private static func core(_ text: String) -> [UInt16] {
    NormalText(text).units.filter { ![0x2265, 0x2264, 0x3D, 0x3E, 0x3C].contains($0) }
  }
}
