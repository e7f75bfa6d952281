import Accounts

/// The amounts that the narrative prints: an independent place beside the forms.
enum NarrativeFigures {
  /// The amounts of the sections with their lines: numbers that 万元 or 元 follows.
  static func amounts(in sections: [Section]) -> [Amount: Int] {
    var amounts: [Amount: Int] = [:]
    for section in sections where section.part == .narrative || section.part == nil {
      for paragraph in section.paragraphs { read(paragraph, into: &amounts) }
    }
    return amounts
  }

  private static func read(_ paragraph: Paragraph, into amounts: inout [Amount: Int]) {
    let text = NormalText(paragraph.text)
    var index = 0
    while index < text.count {
      guard let (_, end) = PrintedNumber.leading(text.units, at: index) else {
        index += 1
        continue
      }
      if let (money, _) = StatedMoney.leading(text, at: index) {
        let line = paragraph.span.line
        amounts[money.amount] = amounts[money.amount] ?? line
      }
      index = end
    }
  }
}
