/// Tells lines that end because the page is full from lines that end because the writer ended them.
struct LineFullness: Sendable {
  private let widths: [Int]
  private let limits: [Int]

  /// Measures the lines that are prose; the others count for no margin.
  init(_ facts: [LineFacts], isProse: [Bool]) {
    widths = facts.indices.map { isProse[$0] ? facts[$0].width : 0 }
    limits = Self.limits(widths)
  }

  /// Whether the line is so long that what begins the next one did not fit on it.
  ///
  /// False where the lines around it do not end at a common margin, as on a web page.
  func isFull(_ index: Int, beforeWidth next: Int) -> Bool {
    widths[index] + next + Self.slack >= limits[index]
  }

  /// Whether what begins the next line certainly did not fit on this one.
  func isQuiteFull(_ index: Int, beforeWidth next: Int) -> Bool {
    widths[index] + next > limits[index]
  }

  /// Whether the line comes within a fifth of the margin: enough for one that ends in the middle of a sentence.
  func isNearlyFull(_ index: Int) -> Bool {
    widths[index] * 5 >= limits[index] * 4
  }

  /// The common margin around each line: the median of the three long lines or more that stand nearby.
  ///
  /// Neighbours share a margin, so it is found once for every few lines.
  private static func limits(_ widths: [Int]) -> [Int] {
    let prose = widths.indices.filter { widths[$0] > 0 }
    let proseWidths = prose.map { widths[$0] }
    var limits = [Int](repeating: noMargin, count: widths.count)
    for start in stride(from: 0, to: prose.count, by: step) {
      let end = min(prose.count, start + step)
      let margin = margin(of: proseWidths[max(0, start - reach)..<min(prose.count, end + reach)])
      for position in start..<end { limits[prose[position]] = margin }
    }
    return limits
  }

  private static func margin(of widths: ArraySlice<Int>) -> Int {
    let longest = widths.reduce(0) { $1 <= widest ? max($0, $1) : $0 }
    guard longest >= narrowest else { return noMargin }
    let long = widths.filter { $0 <= widest && $0 * 20 >= longest * 17 }.sorted()
    return long.count > 2 ? long[long.count / 2] : noMargin
  }

  private static let step = 6
  private static let reach = 9
  private static let slack = 6
  private static let narrowest = 72
  private static let widest = 320
  /// More than any line is wide.
  private static let noMargin = 1 << 40
}
