/// Looks for the one figure and the one digit of it whose change makes all identities hold.
struct WrongFigureSearch {
  /// A change of one digit that repairs everything.
  struct Correction: Hashable {
    var figure: Int
    var value: Int64
  }

  /// All such changes; none where nothing is broken or no single digit repairs it.
  let corrections: Set<Correction>
  /// The identities that do not hold as printed, by index.
  let broken: [Int]

  /// Searches over identities whose figures are all printed.
  init(_ printed: PrintedFigures, _ identities: [FigureIdentity]) {
    let half = printed.hundredth / 2
    func holds(_ identity: FigureIdentity, _ change: Correction?) -> Bool {
      identity.holds(half: half) { change?.figure == $0 ? change?.value : printed.figures[$0].printed }
    }
    let broken = identities.indices.filter { !holds(identities[$0], nil) }
    self.broken = broken
    var corrections: Set<Correction> = []
    let suspects = broken.reduce(nil as Set<Int>?) { common, identity in
      let figures = Set(identities[identity].terms.map(\.figure))
      return common?.intersection(figures) ?? figures
    }
    for figure in suspects ?? [] {
      let touched = identities.filter { $0.terms.contains { $0.figure == figure } }
      for value in Self.changes(of: printed.figures[figure].digits) {
        let sign: Int64 = (printed.figures[figure].printed ?? 0) < 0 ? -1 : 1
        let change = Correction(figure: figure, value: sign * value * printed.hundredth)
        if touched.allSatisfy({ holds($0, change) }) { corrections.insert(change) }
      }
    }
    self.corrections = corrections
  }

  /// The numbers that differ from these digits in one place.
  private static func changes(of digits: String) -> [Int64] {
    let digits = Array(digits.utf8)
    return digits.indices.flatMap { place in
      (UInt8(0x30)...0x39).compactMap { digit -> Int64? in
        guard digit != digits[place] else { return nil }
        var changed = digits
        changed[place] = digit
        return Int64(String(decoding: changed, as: UTF8.self))
      }
    }
  }
}
