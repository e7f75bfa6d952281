import Accounts

extension String {
  /// Without the spaces and line ends beside Chinese characters, which only layouts put there.
  var withoutInnerSpaces: String {
    let scalars = Array(unicodeScalars)
    guard scalars.contains(where: Self.isGap) else { return self }
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if Self.isGap(scalar) {
        let before = scalars[..<index].last { !Self.isGap($0) }
        let after = scalars[(index + 1)...].first { !Self.isGap($0) }
        guard let before, let after, before.isASCII, after.isASCII, !Self.isGap(scalars[index - 1]) else { continue }
        kept.append(" ")
      } else {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// With line ends and what surrounds them removed.
  var onOneLine: String {
    guard unicodeScalars.contains("\n") else { return self }
    var kept = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar == "\n" {
        while kept.last == " " { kept.removeLast() }
      } else if scalar != " " || !kept.isEmpty {
        kept.append(scalar)
      }
    }
    return String(kept)
  }

  /// An indicator's name without its own `指标1：`.
  var withoutIndicatorNumber: String {
    let scalars = Array(unicodeScalars)
    guard scalars.count > 3, scalars[0] == "指", scalars[1] == "标" else { return self }
    var end = 2
    while end < scalars.count, Self.isDigit(scalars[end]) || scalars[end] == " " { end += 1 }
    guard end > 2 else { return self }
    let digits = end
    while end < scalars.count, Self.separators.contains(scalars[end]) { end += 1 }
    return end > digits ? String(String.UnicodeScalarView(scalars[end...])) : self
  }

  /// With the quotation mark before its first word, or behind its last, that a reduced text does not count.
  var withPairedQuotes: String {
    var text = self
    for (open, close) in Self.quotes {
      let depths = unicodeScalars.reduce(into: (now: 0, least: 0)) { depth, scalar in
        depth.now += scalar == open ? 1 : scalar == close ? -1 : 0
        depth.least = min(depth.least, depth.now)
      }
      if depths.least == -1 { text = "\(open)\(text)" }
      if depths.now - depths.least == 1 { text += "\(close)" }
    }
    return text
  }

  private static let quotes: [(Unicode.Scalar, Unicode.Scalar)] = [("“", "”"), ("《", "》")]

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\n" || scalar == "\t" || scalar == "\r" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar)
  }

  private static let separators: [Unicode.Scalar] = [":", "：", ".", "．", "、", ",", "，", " "]
}
