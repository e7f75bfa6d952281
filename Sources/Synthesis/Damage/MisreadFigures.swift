/// Figures printed in other characters than ASCII digits.
extension RenderedForm {
  /// Prints figures in full width, as input methods and some readers do.
  mutating func widenFigures(by random: inout SplitMix64) -> String? {
    rewriteFigures(percent: 50, by: &random, "figures in full width") { text, _ in
      String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            "0123456789,.".unicodeScalars.contains(scalar) ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
          }))
    }
  }

  /// Reads one 0 as O, or one 1 as l, in some figures.
  mutating func misreadLetters(by random: inout SplitMix64) -> String? {
    rewriteFigures(percent: 15, by: &random, "figures with letters for digits") { text, random in
      var characters = Array(text)
      let places = characters.indices.filter { characters[$0] == "0" || characters[$0] == "1" }
      guard !places.isEmpty else { return text }
      let place = random.pick(places)
      characters[place] = characters[place] == "0" ? "O" : "l"
      return String(characters)
    }
  }

  /// Puts a space behind a comma or before the decimal point of some figures.
  mutating func spaceNumbers(by random: inout SplitMix64) -> String? {
    rewriteFigures(percent: 15, by: &random, "figures with spaces") { text, _ in
      var characters = Array(text)
      if let comma = characters.firstIndex(of: ",") {
        characters.insert(" ", at: comma + 1)
      } else if let point = characters.firstIndex(of: ".") {
        characters.insert(" ", at: point)
      }
      return String(characters)
    }
  }

  /// Rewrites so many percent of the figures; says how many, or nil for none.
  mutating func rewriteFigures(
    percent: Int64, by random: inout SplitMix64, _ what: String, _ rewrite: (String, inout SplitMix64) -> String
  ) -> String? {
    var count = 0
    for row in rows.indices {
      for column in rows[row].cells.indices where rows[row].cells[column].amount != nil {
        guard random.chance(percent) else { continue }
        let text = rows[row].cells[column].text
        let rewritten = rewrite(text, &random)
        if rewritten != text { count += 1 }
        rows[row].cells[column].text = rewritten
      }
    }
    return count > 0 ? "\(count) \(what)" : nil
  }
}
