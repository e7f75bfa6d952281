/// A sum of figures that is zero, such as `total − basic − project`, or is not below zero.
struct FigureIdentity {
  /// Indices of figures, with 1 or −1.
  var terms: [(figure: Int, sign: Int64)]
  /// Whether the sum may also be above zero: a whole that covers its parts.
  var isCover = false

  /// `whole` = the sum of `parts`.
  init(_ whole: Int, _ parts: [Int]) {
    terms = [(whole, 1)] + parts.map { ($0, -1) }
  }

  /// The sum of `left` = the sum of `right`.
  init(_ left: [Int], _ right: [Int]) {
    terms = left.map { ($0, 1) } + right.map { ($0, -1) }
  }

  /// Whether it holds for what is left over when each of `count` printed terms may be off by `half` a unit.
  func holds(leftOver sum: Int64, count: Int64, half: Int64) -> Bool {
    sum >= -count * half && (isCover || sum <= count * half)
  }

  /// Whether it holds for some values; what is nil prints nothing.
  func holds(half: Int64, _ value: (Int) -> Int64?) -> Bool {
    var (sum, count) = (Int64(0), Int64(0))
    for term in terms {
      guard let value = value(term.figure) else { continue }
      sum += term.sign * value
      count += 1
    }
    return holds(leftOver: sum, count: count, half: half)
  }
}
