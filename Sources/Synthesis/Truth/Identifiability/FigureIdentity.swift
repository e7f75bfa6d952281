/// A sum of figures that is zero: `total − basic − project`.
struct FigureIdentity {
  /// Indices of figures, with 1 or −1.
  var terms: [(figure: Int, sign: Int64)]

  /// `whole` = the sum of `parts`.
  init(_ whole: Int, _ parts: [Int]) {
    terms = [(whole, 1)] + parts.map { ($0, -1) }
  }

  /// The sum of `left` = the sum of `right`.
  init(_ left: [Int], _ right: [Int]) {
    terms = left.map { ($0, 1) } + right.map { ($0, -1) }
  }
}
