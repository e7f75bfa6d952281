import Accounts

/// Figures that say something else than the accounts.
extension RenderedForm {
  /// Reads one digit of one figure as another; the truth stays.
  ///
  /// It is one before the decimal point: a change in the last digits lies within rounding, contradicts no sum, and no
  /// reader could know of it.
  mutating func misreadDigit(by random: inout SplitMix64) -> String? {
    guard let (row, column) = drawFigure(by: &random) else { return nil }
    var characters = Array(rows[row].cells[column].text)
    let places = characters.prefix { $0 != "." }.indices.filter { characters[$0].isASCII && characters[$0].isNumber }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    let digits: [Character] = Array("123456789").filter { $0 != characters[place] }
    characters[place] = random.pick(digits)
    let old = rows[row].cells[column].text
    rows[row].cells[column].text = String(characters)
    return "\(old) read as \(rows[row].cells[column].text)"
  }

  /// Prints another figure than the accounts hold: two digits transposed, ten times too much, or a sum gone wrong.
  mutating func misprint(by random: inout SplitMix64) -> String? {
    guard let (row, column) = drawFigure(by: &random), let amount = rows[row].cells[column].amount else { return nil }
    let old = rows[row].cells[column].text
    let digits = old.filter { $0.isASCII && $0.isNumber }
    guard let value = Int64(String(digits)), value > 9 else { return nil }
    let wrong =
      switch random.index(in: 0...2) {
      case 0: Self.transposed(value, by: &random) ?? value * 10
      case 1: value * 10
      default: Self.wrongSum(value, by: &random)
      }
    let perUnit = amount.thousandths / value
    rows[row].cells[column].text = AmountText.text(wrong, isGrouped: old.contains(","))
    rows[row].cells[column].amount = Amount(thousandths: wrong * perUnit)
    return "\(old) printed as \(rows[row].cells[column].text)"
  }

  /// Two neighbouring digits in each other's place; nil where all are alike.
  private static func transposed(_ value: Int64, by random: inout SplitMix64) -> Int64? {
    var digits = Array(String(value))
    let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] && ($0 > 0 || digits[1] != "0") }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    digits.swapAt(place, place + 1)
    return Int64(String(digits))
  }

  /// A value near by that differs in more than one digit, so that no single misread digit explains it.
  private static func wrongSum(_ value: Int64, by random: inout SplitMix64) -> Int64 {
    while true {
      let wrong = value + random.integer(in: 11...max(12, value / 3))
      let (old, new) = (String(value), String(wrong))
      if old.count != new.count || zip(old, new).filter({ $0 != $1 }).count > 1 { return wrong }
    }
  }

  /// The place of a printed figure that is still as the accounts hold it.
  private func drawFigure(by random: inout SplitMix64) -> (row: Int, column: Int)? {
    let places = rows.indices.flatMap { row in
      rows[row].cells.indices.filter { column in
        let cell = rows[row].cells[column]
        return (cell.amount ?? .zero) != .zero && cell.text.contains(".")
      }.map { (row, $0) }
    }
    return places.isEmpty ? nil : random.pick(places)
  }
}
