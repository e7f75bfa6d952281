import Accounts

/// The whole numbers that count the lines or columns of a form: each stands beside its neighbour in counting.
///
/// `行次` counts down the lines, also beside lines that the form leaves empty, and `栏次` counts along a line. A number
/// that stands alone is no numbering.
struct CountingNumbers {
  private struct Entry: Hashable {
    var number: Int
    var column: Int
  }

  /// The numbers of one line: a line may hold thousands.
  private struct Line {
    var entries: Set<Entry>
    var numbers: Set<Int>
  }

  /// The lines that have such numbers.
  private var lines: [Line] = []
  private var indexByLine: [Int: Int] = [:]

  /// Takes up the lines of the forms in order.
  init(_ lines: some Sequence<SourceLine>) {
    for line in lines {
      let own = line.cells.flatMap { cell in
        NumericTokens(cell.text).map { tokens in tokens.tokens.compactMap { Self.entry($0, of: tokens, in: cell) } }
          ?? []
      }
      guard !own.isEmpty else { continue }
      indexByLine[line.number] = self.lines.count
      self.lines.append(Line(entries: Set(own), numbers: Set(own.map(\.number))))
    }
  }

  /// Whether the number before or behind it stands on the same line of the source, or on one of the lines beside it
  /// that have such numbers; where each cell has a line, the number of the other half of a form stands in between.
  func counts(_ token: NumericToken, of tokens: NumericTokens, in cell: SourceCell, on line: SourceLine) -> Bool {
    guard let own = Self.entry(token, of: tokens, in: cell) else { return false }
    let reach = line.width == 1 && tokens.isBare ? 2 : 1
    return (-reach...reach).contains { offset in
      guard let other = numbers(on: line, offset) else { return false }
      return other.numbers.contains(own.number - 1) || other.numbers.contains(own.number + 1)
    }
  }

  /// Whether it repeats the number above or below it, as line numbers do that a narrow column cut to their first digit.
  func repeats(_ token: NumericToken, of tokens: NumericTokens, in cell: SourceCell, on line: SourceLine) -> Bool {
    guard let own = Self.entry(token, of: tokens, in: cell), own.number < 10 else { return false }
    return [-1, 1].contains { offset in
      numbers(on: line, offset)?.entries.contains(own) ?? false
    }
  }

  /// The numbers of the line that stands so many of these lines behind another one.
  private func numbers(on line: SourceLine, _ offset: Int) -> Line? {
    guard let index = indexByLine[line.number], lines.indices.contains(index + offset) else { return nil }
    return lines[index + offset]
  }

  /// A whole number up to 99 that is a word of its own.
  private static func entry(_ token: NumericToken, of tokens: NumericTokens, in cell: SourceCell) -> Entry? {
    guard tokens.isWhole(token, digits: 2), !tokens.hasUnit(token) else { return nil }
    return Entry(number: tokens.text(token).reduce(0) { $0 * 10 + Int($1) - 0x30 }, column: cell.column)
  }
}
