import Accounts

/// Tells lines that end because the page is full from lines that end because the writer ended them.
struct LineFullness: Sendable {
  private let widths: [Int]
  private let limits: [Int?]

  /// Measures the prose among `lines`; the others are left out by `isProse`.
  init(_ lines: [SourceLine], isProse: [Bool]) {
    var widths = [Int](repeating: 0, count: lines.count)
    for index in lines.indices where isProse[index] { widths[index] = TextMeasure.width(of: lines[index].text) }
    self.widths = widths
    limits = Self.limits(widths)
  }

  /// Whether the line is so long that what begins the next one did not fit on it.
  ///
  /// False where the lines around it do not end at a common margin, as on a web page.
  func isFull(_ index: Int, before next: String) -> Bool {
    guard let limit = limits[index] else { return false }
    return widths[index] + TextMeasure.firstUnitWidth(of: next) + Self.slack >= limit
  }

  /// Whether the line comes within a fifth of the margin: enough for one that ends in the middle of a sentence.
  func isNearlyFull(_ index: Int) -> Bool {
    limits[index].map { widths[index] * 5 >= $0 * 4 } ?? false
  }

  /// The columns that the line takes.
  func width(of index: Int) -> Int { widths[index] }

  /// The common margin around each line: the median of the three long lines or more that stand nearby.
  private static func limits(_ widths: [Int]) -> [Int?] {
    let prose = widths.indices.filter { widths[$0] > 0 }
    var limits = [Int?](repeating: nil, count: widths.count)
    for (position, index) in prose.enumerated() {
      let nearby = prose[max(0, position - reach)..<min(prose.count, position + reach + 1)].map { widths[$0] }
      let longest = nearby.reduce(0) { $1 <= widest ? max($0, $1) : $0 }
      let long = nearby.filter { $0 <= widest && $0 * 20 >= longest * 17 }.sorted()
      if long.count > 2, longest >= narrowest { limits[index] = long[long.count / 2] }
    }
    return limits
  }

  private static let reach = 12
  private static let slack = 6
  private static let narrowest = 72
  private static let widest = 320
}
