import Accounts

/// Chinese numerals in the place of digits: `七,二七五.〇三`, with one point and two decimals or more.
enum ChineseNumeral {
  /// Rewrites all of them in a line as ASCII digits.
  static func rewrite(_ line: inout [(scalar: Unicode.Scalar, column: Int)]) {
    guard line.contains(where: { Characters.chineseDigit($0.scalar) != nil }) else { return }
    var start = 0
    while start < line.count {
      let end = end(of: line, from: start)
      let run = line[start..<end].map(\.scalar)
      if isNumber(run), start == 0 || !beginsWord(line[start - 1].scalar),
        end == line.count || !endsWord(line[end].scalar)
      {
        for index in start..<end {
          if let value = Characters.chineseDigit(line[index].scalar) {
            line[index].scalar = Unicode.Scalar(UInt8(0x30 + value))
          }
        }
      }
      start = max(end, start + 1)
    }
  }

  /// The end of the numerals from an index on, with single commas before a point and one point between them.
  private static func end(of line: [(scalar: Unicode.Scalar, column: Int)], from start: Int) -> Int {
    var end = start
    var hasPoint = false
    while end < line.count {
      let scalar = line[end].scalar
      if Characters.chineseDigit(scalar) == nil {
        guard end > start, scalar == "." || scalar == "," && !hasPoint, end + 1 < line.count,
          Characters.chineseDigit(line[end + 1].scalar) != nil
        else { break }
        if scalar == ".", hasPoint { return end }
        hasPoint = hasPoint || scalar == "."
      }
      end += 1
    }
    return end
  }

  private static func isNumber(_ run: [Unicode.Scalar]) -> Bool {
    guard let point = run.firstIndex(of: ".") else { return false }
    return run.count - point > 2
  }

  private static func beginsWord(_ scalar: Unicode.Scalar) -> Bool {
    (0x2C...0x39).contains(scalar.value) || ["十", "百", "千", "万", "亿", "第"].contains(scalar)
  }

  private static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
      || (0x3400...0x9FFF).contains(scalar.value) && !["万", "亿", "千", "元"].contains(scalar)
  }
}
