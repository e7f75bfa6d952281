/// Figures and names with characters that are none of theirs: digits that cannot be read, or are of another script, and
/// characters that print nothing.
extension RenderedForm {
  /// Prints a replacement character for one digit of some figures.
  mutating func losePartsOfFigures(by random: inout SplitMix64) -> String? {
    rewriteFigures(percent: 6, by: &random, "figures with a digit that cannot be read") { text, random in
      var scalars = Array(text.unicodeScalars)
      let places = scalars.indices.filter { ("0"..."9").contains(scalars[$0]) }
      guard !places.isEmpty else { return text }
      scalars[random.pick(places)] = "\u{FFFD}"
      return String(String.UnicodeScalarView(scalars))
    }
  }

  /// Prints all figures in the decimal digits of another script.
  mutating func printOtherScript(by random: inout SplitMix64) -> String? {
    let zero = random.pick([0x660, 0x966, 0xE50, 0x1D7CE] as [UInt32])
    return rewriteFigures(percent: 100, by: &random, "figures in another script") { text, _ in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            ("0"..."9").contains(scalar) ? Unicode.Scalar(scalar.value - 0x30 + zero) ?? scalar : scalar
          }))
    }
  }

  /// Puts a character that prints nothing into some figures.
  mutating func hideCharacters(by random: inout SplitMix64) -> String? {
    rewriteFigures(percent: 30, by: &random, "figures with invisible characters") { text, random in
      guard text.count > 1 else { return text }
      var scalars = Array(text.unicodeScalars)
      let hidden = random.pick(["\u{200B}", "\u{FE0F}", "\u{2060}", "\u{AD}", "\u{200E}"] as [Unicode.Scalar])
      scalars.insert(hidden, at: random.index(in: 1...(scalars.count - 1)))
      return String(String.UnicodeScalarView(scalars))
    }
  }

  /// Breaks some figures before their last digit, or before their decimals.
  mutating func tearFigures(by random: inout SplitMix64) -> String? {
    rewriteFigures(percent: 5, by: &random, "figures over two lines") { text, random in
      guard text.contains("."), text.count > 4 else { return text }
      let tail = random.chance(70) ? 1 : 2
      return text.dropLast(tail) + "\n" + text.suffix(tail)
    }
  }
}
