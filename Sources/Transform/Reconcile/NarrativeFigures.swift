import Accounts

/// The amounts that the narrative prints: an independent place beside the forms.
enum NarrativeFigures {
  /// The amounts of the sections, in thousandths of a yuan, with their lines: numbers that 万元 or 元 follows.
  static func amounts(in sections: [Section]) -> [Int64: Int] {
    var amounts: [Int64: Int] = [:]
    for section in sections where section.part == .narrative || section.part == nil {
      for paragraph in section.paragraphs { read(paragraph, into: &amounts) }
    }
    return amounts
  }

  private static func read(_ paragraph: Paragraph, into amounts: inout [Int64: Int]) {
    let text = NormalText(paragraph.text)
    var index = 0
    while index < text.count {
      guard let (_, end) = PrintedNumber.leading(text.units, at: index) else {
        index += 1
        continue
      }
      if let (money, _) = StatedMoney.leading(text, at: index) {
        let line = paragraph.span.line
        amounts[money.amount.thousandths] = amounts[money.amount.thousandths] ?? line
      }
      index = end
    }
  }
}
