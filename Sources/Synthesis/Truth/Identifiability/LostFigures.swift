import Accounts

/// Which figures that are no longer printed the others give back.
struct LostFigures {
  private let printed: PrintedFigures
  private let identities: [FigureIdentity]
  /// Figures that the document determines; grows.
  private(set) var known: Set<Int>

  /// Starts from the figures that are known as printed, blanks among them.
  init(_ printed: PrintedFigures, _ identities: [FigureIdentity], known: Set<Int>) {
    self.printed = printed
    self.identities = identities
    self.known = known
  }

  /// Adds what identities with one unknown give, until nothing more follows.
  mutating func derive(except hopeless: Set<Int>) {
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for (figure, values) in derivations() where !hopeless.contains(figure) {
        // Two sums that differ leave it open, and a sum off by a rounding gives another value than was printed.
        guard values.count == 1, values.first == printed.figures[figure].truth ?? 0 else { continue }
        known.insert(figure)
        isGrowing = true
      }
    }
  }

  private func derivations() -> [Int: Set<Int64>] {
    var values: [Int: Set<Int64>] = [:]
    for identity in identities where !identity.isCover {
      let unknown = identity.terms.filter { !known.contains($0.figure) }
      guard unknown.count == 1, let lost = unknown.first else { continue }
      let rest = identity.terms.reduce(Int64(0)) { sum, term in
        term.figure == lost.figure ? sum : sum + term.sign * (value(term.figure) ?? 0)
      }
      values[lost.figure, default: []].insert(-rest * lost.sign)
    }
    return values
  }

  private func value(_ figure: Int) -> Int64? {
    let figure = printed.figures[figure]
    return figure.isUnknown ? figure.truth : figure.printed
  }

  /// The figures of lost columns for which another column, empty all through, could be the one that is lost.
  static func interchangeable(_ printed: PrintedFigures, _ identities: [FigureIdentity]) -> Set<Int> {
    struct Column: Hashable {
      var form: Form
      var measure: Measure
    }
    var columns: [Column: [Int]] = [:]
    for (index, figure) in printed.figures.enumerated() where figure.key.form.isBySubject {
      columns[Column(form: figure.key.form, measure: figure.key.measure), default: []].append(index)
    }
    let empty = columns.filter { $0.value.allSatisfy { !printed.figures[$0].hasText } }
    var open: Set<Int> = []
    for (column, figures) in empty where figures.contains(where: { printed.figures[$0].isLost }) {
      for (other, others) in empty where other.form == column.form && other != column {
        if isPossible(lost: Set(others), blank: Set(figures), printed, identities) { open.formUnion(figures) }
      }
    }
    return open
  }

  /// Whether everything holds when `blank` are blanks in truth and `lost` are what is missing.
  private static func isPossible(
    lost: Set<Int>, blank: Set<Int>, _ printed: PrintedFigures, _ identities: [FigureIdentity]
  ) -> Bool {
    identities.allSatisfy { identity in
      guard identity.terms.contains(where: { blank.contains($0.figure) }) else { return true }
      let isOpen = identity.terms.contains { term in
        !blank.contains(term.figure) && (lost.contains(term.figure) || printed.figures[term.figure].isUnknown)
      }
      return isOpen
        || identity.holds(half: printed.hundredth / 2) { blank.contains($0) ? nil : printed.figures[$0].printed }
    }
  }
}
