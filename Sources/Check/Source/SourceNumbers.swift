import Accounts

/// The numeric tokens of a text, found anew: runs of digits with the commas and points between them.
struct SourceNumbers {
  private struct Token {
    var columns: ClosedRange<Int>
    var digits: String
  }

  private var lines: [[Token]] = [[]]

  /// How many there are.
  var count: Int { lines.reduce(0) { $0 + $1.count } }

  /// Finds the tokens of a text: digits of any script, what cannot be read among them, single marks between them.
  init(_ text: SourceText) {
    var line: [(scalar: Unicode.Scalar, column: Int)] = []
    var column = 0
    var followsReturn = false
    for scalar in String(decoding: text.bytes, as: UTF8.self).unicodeScalars {
      if scalar == "\r" || scalar == "\n" {
        if !(followsReturn && scalar == "\n") {
          endLine(&line)
          lines.append([])
        }
        followsReturn = scalar == "\r"
        column = 0
        continue
      }
      followsReturn = false
      column += 1
      if !Characters.isInvisible(scalar) { line.append((Self.narrow(scalar), column)) }
    }
    endLine(&line)
  }

  private mutating func endLine(_ line: inout [(scalar: Unicode.Scalar, column: Int)]) {
    ChineseNumeral.rewrite(&line)
    var index = 0
    while index < line.count {
      let start = index
      while index < line.count, Self.isRunning(line[index].scalar) || index > start && Self.isMark(index, in: line) {
        index += 1
      }
      let run = line[start..<index]
      if let first = run.first, let last = run.last, run.contains(where: { Characters.digit($0.scalar) != nil }) {
        let digits = String(String.UnicodeScalarView(run.map { Self.ascii($0.scalar) }))
        lines[lines.count - 1].append(Token(columns: first.column...last.column, digits: digits))
      }
      if index == start { index += 1 }
    }
    line = []
  }

  private static func isRunning(_ scalar: Unicode.Scalar) -> Bool {
    scalar == Characters.unreadable || Characters.digit(scalar) != nil || Characters.isRaised(scalar)
      || Characters.isAltering(scalar)
  }

  /// Whether a comma or point stands at an index, and the number goes on behind it.
  private static func isMark(_ index: Int, in line: [(scalar: Unicode.Scalar, column: Int)]) -> Bool {
    [",", ".", "\u{66B}", "\u{66C}"].contains(line[index].scalar) && index + 1 < line.count
      && isRunning(line[index + 1].scalar)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Characters.digit(scalar).map { Unicode.Scalar(UInt8(0x30 + $0.value)) } ?? scalar
  }

  /// How many of them are printed by a value whose place covers them.
  func count(in values: [(printed: String, place: SourcePlace)]) -> Int {
    var places: [Int: LinePlaces] = [:]
    for (printed, place) in values {
      let digits = Self.digits(of: printed)
      let last = min(place.lineEnd, lines.count)
      guard !digits.isEmpty, place.line <= last else { continue }
      for line in place.line...last {
        let from = line == place.line ? place.column : 1
        let to = line == place.lineEnd ? place.columnEnd : Int.max
        places[line, default: LinePlaces()].add(digits, from...max(from, to), isTorn: place.lineEnd > place.line)
      }
    }
    return lines.enumerated().reduce(0) { sum, line in
      guard var own = places[line.offset + 1] else { return sum }
      own.sort()
      return sum + line.element.count { own.prints($0.digits, at: $0.columns) }
    }
  }

  /// The tokens of what a value prints.
  private static func digits(of printed: String) -> Set<String> {
    guard let text = SourceText(Array(printed.utf8), encoding: "UTF-8") else { return [] }
    return Set(SourceNumbers(text).lines.joined().map(\.digits))
  }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  }
}
